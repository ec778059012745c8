from __future__ import annotations

import pytest

from claimcheck.records.counting import counted


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 claims"), (1, "1 claim"), (2, "2 claims"), (1001, "1001 claims")]
)
def test_one_is_singular_and_everything_else_plural(number: int, said: str) -> None:
    assert counted(number, "claim") == said
