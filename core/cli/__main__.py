"""``python -m core.cli`` is the command line without the window."""

import sys

from core.cli.app import main

if __name__ == "__main__":
    sys.exit(main())
