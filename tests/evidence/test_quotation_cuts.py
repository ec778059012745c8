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


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("The police did nothing; it was the soldiers who fired.", "The police … fired"),
        (
            "The bishop slept upstairs while his own secretary stole the silver.",
            "The bishop … stole the silver",
        ),
        ("The director told us that two of his clerks had embezzled it.", "The director … embezzled it"),
        ("We will fight, by every means we have, anybody who tries to close it.", "We will … close it"),
    ],
)
def test_a_verb_behind_an_ellipsis_is_not_given_to_another(source: str, quote: str) -> None:
    assert judge_quotation(source, quote).match == "truncated"


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        ("The council, which met last night in the school, will repair it.", "The council … will repair it"),
        ("The bishop of Aldby opened the new school.", "The bishop … opened the new school"),
        ("The men who were hurt when the crane fell sued the company.", "The men … sued the company"),
        ("We will, of course, appeal.", "We will … appeal"),
        ("The storm took the roof off the barn and flooded the cellar.", "The storm … flooded the cellar"),
        ("A crowd estimated by the police at six thousand marched home.", "A crowd … marched home"),
    ],
)
def test_an_honest_ellipsis_keeps_subject_and_verb(source: str, quote: str) -> None:
    assert judge_quotation(source, quote).match == "edited"


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
