from __future__ import annotations

from pathlib import Path

import pytest
from review_desk import Sitting, lay_out


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    root = tmp_path / "desk"
    root.mkdir()
    lay_out(root)
    return Sitting(root.resolve(), tmp_path / "state")
