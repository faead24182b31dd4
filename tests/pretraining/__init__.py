"""The script that draws pictures and learns from them lies outside the packages: here it is found."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
