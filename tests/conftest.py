"""What all tests share: Qt without a screen, settings of their own, and the real data where it is there."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ |= {"LC_ALL": "C.UTF-8", "LANGUAGE": ""}  # the texts that tests look for are English
# Threads of NumPy that wait for each other on a busy computer make small matrices take ten times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pytest
from hypothesis import settings

from tests import real_data

# A busy computer is no fault of what is tested: how long an example takes says nothing.
settings.register_profile("any-computer", deadline=None)
settings.load_profile("any-computer")

PROJECT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of real images that the tests may read but never write."""
    if not real_data.FOLDER.is_dir():
        pytest.skip(real_data.MISSING)
    return real_data.FOLDER


@pytest.fixture(scope="session")
def bccd(data_folder: Path) -> Path:
    """292 labelled and 72 unlabelled microscope images with boxes, as a Pascal VOC folder (read-only)."""
    return data_folder / "bccd"


@pytest.fixture(scope="session")
def magnetic_tile(data_folder: Path) -> Path:
    """384 grey photographs of magnetic tiles with masks, as a Pascal VOC segmentation folder (read-only)."""
    return data_folder / "magnetic-tile"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test's settings, caches and logs out of the person's own."""
    home = tmp_path / "home"
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name))
