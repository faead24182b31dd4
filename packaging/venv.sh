#!/bin/sh
# Makes a virtual environment: packaging/venv.sh PYTHON FOLDER. Debian's Python comes without the venv module;
# where this is root and apt is there it is installed, otherwise the one command is printed.
set -eu
python=$1
folder=$2

if ! "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))'; then
    echo "Annotrain needs Python 3.11, 3.12 or 3.13; '$python' is $("$python" --version 2>&1). Name one: make PYTHON=python3.12" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    package="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    else
        echo "Python's venv module is missing. On Debian or Ubuntu install it with: sudo apt-get install $package" >&2
        exit 1
    fi
fi
"$python" -m venv "$folder"
