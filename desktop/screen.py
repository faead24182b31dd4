"""Whether a window can be shown here."""

import os
import sys


def has_screen() -> bool:
    """Tell whether there is a screen, or somebody named the platform that Qt shall use."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
