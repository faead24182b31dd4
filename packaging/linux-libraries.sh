#!/bin/sh
# Sees to the system libraries that Qt needs on Linux: installs them where it is root and apt is there,
# otherwise prints the one command and goes on. Does nothing on other systems or where all are present.
set -eu
[ "$(uname -s)" = Linux ] || exit 0

missing=""
while read -r library package; do
    if ! /sbin/ldconfig -p 2>/dev/null | grep -q "$library"; then
        missing="$missing $package"
    fi
done <<LIST
libEGL.so.1 libegl1
libGL.so.1 libgl1
libglib-2.0.so.0 libglib2.0-0
libxkbcommon.so.0 libxkbcommon0
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
libgssapi_krb5.so.2 libgssapi-krb5-2
libbrotlidec.so.1 libbrotli1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
LIST
if ! find /usr/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" -name '*.[to]tf' 2>/dev/null | grep -q .; then
    missing="$missing fonts-dejavu-core"
fi
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Qt's system libraries:$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of words on purpose
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Qt needs system libraries that are missing here. On Debian or Ubuntu install them with:"
    echo "    sudo apt-get install$missing"
fi
