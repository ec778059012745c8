"""Denials of knowing and telling: some leave what follows as it was, some do not."""

from __future__ import annotations

import pytest

from claimcheck.evidence.quotations import judge_quotation


@pytest.mark.parametrize(
    ("source", "quote", "verdict"),
    [
        ("It is not yet known that the bridge is safe.", "the bridge is safe", "truncated"),
        ("He does not have to explain that the bridge is safe.", "the bridge is safe", "truncated"),
        ("The plant was never built to last.", "built to last", "truncated"),
        ("Few people remember that the bridge is safe.", "the bridge is safe", "verbatim"),
        ("It is not widely known that the bridge is safe.", "the bridge is safe", "verbatim"),
    ],
)
def test_what_a_cut_denial_leaves(source: str, quote: str, verdict: str) -> None:
    assert judge_quotation(source, quote).match == verdict
