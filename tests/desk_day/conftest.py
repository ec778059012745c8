from __future__ import annotations

from pathlib import Path

import pytest
from day_tools import Day


@pytest.fixture
def day(tmp_path: Path) -> Day:
    for name in ("desk", "home"):
        (tmp_path / name).mkdir()
    return Day(tmp_path / "desk", tmp_path / "home")
