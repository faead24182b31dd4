"""Where the real images and labels lie that some tests and benchmarks use, if they are there."""

import os
from pathlib import Path

FOLDER = Path(os.environ.get("ANNOTRAIN_DATA", Path(__file__).resolve().parents[2] / "shared" / "data"))
MISSING = f"the real data is not there: {FOLDER} (name its folder in ANNOTRAIN_DATA)"
