"""What may be cut from about a sentence, and what turns it. All sentences are invented.

``quotation_cuts.txt`` holds a case a line: "turned" or "kept", then the source with the quotation between ⟦ and ⟧.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.evidence.quotations import judge_quotation

LINES = (Path(__file__).parent / "quotation_cuts.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", LINES)
def test_cut(line: str) -> None:
    wanted, _, marked = line.partition(" ")
    quote = marked[marked.index("⟦") + 1 : marked.index("⟧")]
    verdict = judge_quotation(marked.replace("⟦", "").replace("⟧", ""), quote)
    assert (verdict.match == "truncated") is (wanted == "turned"), verdict.turned_by


@pytest.mark.parametrize(
    ("source", "context"),
    [
        (
            "The gene repairs damaged nerves in mice.",
            "In mice, the team wrote, “the gene repairs damaged nerves”.",
        ),
        ("The drug is safe for most adults.", "The drug is safe, she said, for adults: “The drug is safe.”"),
    ],
)
def test_what_the_article_says_itself_is_not_cut(source: str, context: str) -> None:
    quote = "The gene repairs damaged nerves" if "gene" in source else "The drug is safe"
    assert judge_quotation(source, quote).match == "truncated"
    assert judge_quotation(source, quote, context=context).match == "verbatim"


def test_a_shown_cut_at_the_edge_is_edited() -> None:
    assert (
        judge_quotation(
            "Tonight we will sleep soundly in our own beds.", "Tonight we will sleep soundly …"
        ).match
        == "edited"
    )
    assert (
        judge_quotation(
            "Tonight we will sleep soundly, if the sandbags hold.", "Tonight we will sleep soundly …"
        ).match
        == "truncated"
    )


@pytest.mark.parametrize("tail", ["in the north of the country ", ", with a, ", "of the "])
def test_long_tails_and_heads_take_linear_time(tail: str) -> None:
    source = tail * 20_000 + "the bridge is safe " + tail * 20_000
    assert judge_quotation(source, "the bridge is safe").start is not None
