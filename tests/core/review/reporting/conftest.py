from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.review.reporting.days import Days


@pytest.fixture
def days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Days]:
    found = Days(tmp_path, monkeypatch)
    yield found
    found.store.close()
