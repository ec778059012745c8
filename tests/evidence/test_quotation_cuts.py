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


@pytest.mark.parametrize(
    ("source", "quote", "match"),
    [
        (
            "“The roof will need new slates,” said the mason. Asked about the cellar, he said that was another "
            "matter. “We shall have to close it for a year.”",
            "The roof will need new slates. We shall have to close it for a year.",
            "altered",
        ),
        (
            "“The roof will need new slates,” said the mason. “We shall have to close it for a year.”",
            "The roof will need new slates. We shall have to close it for a year.",
            "edited",
        ),
        (
            "“The roof will need new slates,” said the mason. He added: “We shall have to close it for a year.”",
            "The roof will need new slates. We shall have to close it for a year.",
            "edited",
        ),
    ],
)
def test_what_a_report_says_between_two_pieces_parts_them(source: str, quote: str, match: str) -> None:
    assert judge_quotation(source, quote).match == match


def test_a_bracket_may_spell_an_acronym_out_and_no_other_name() -> None:
    source = "The NHB has closed eleven depots."
    assert (
        judge_quotation(source, "The [National Highways Board] has closed eleven depots.").match == "edited"
    )
    assert (
        judge_quotation(source, "The [National Railway Board] has closed eleven depots.").match == "altered"
    )


def test_a_lone_and_between_two_ellipses_turns_nothing() -> None:
    source = (
        "The pilot did not panic, did not shout and, with smoke about her, did not stop flying the plane."
    )
    quote = "The pilot did not panic … and … did not stop flying the plane"
    assert judge_quotation(source, quote).match == "edited"


@pytest.mark.parametrize(
    "source",
    [
        "Le pont est ouvert, à moins que le vent ne se lève.",
        "Le pont est ouvert, dit-on.",
        "Le pont est ouvert, ou du moins on nous l'a promis.",
    ],
)
def test_conditions_and_hearsay_in_french(source: str) -> None:
    assert judge_quotation(source, "Le pont est ouvert").match == "truncated"
    assert (
        judge_quotation("Je n'oublie pas que le pont est ouvert.", "le pont est ouvert").match == "verbatim"
    )


@pytest.mark.parametrize(
    "source",
    [
        "Friends and rivals trade more, by some accounts leading to a “League of the Cold”. Among other aims they share few.",
        "Their ties have grown, prompting some to dub them the “league of the cold”. This paper looks for evidence.",
    ],
)
def test_a_name_in_marks_of_its_own_says_nothing_that_could_be_turned(source: str) -> None:
    assert judge_quotation(source, "league of the cold").match in ("verbatim", "edited")


@pytest.mark.parametrize(
    ("source", "quote"),
    [
        (
            "The plan does not have the town behind it, Ada Lund said “we should build the bridge at once”.",
            "we should build the bridge at once",
        ),
        (
            "She said “I do not decide this lightly”, calling the bridge a “long and costly dream”.",
            "long and costly dream",
        ),
        ("They do as much of the work as possible “out of doors”.", "out of doors"),
    ],
)
def test_what_a_report_says_of_something_else_turns_nothing_it_quotes(source: str, quote: str) -> None:
    assert judge_quotation(source, quote).match == "verbatim"


def test_what_a_report_denies_of_the_very_words_turns_them() -> None:
    assert judge_quotation("He never said “we will pay the men”.", "we will pay the men").match == "truncated"
    source = "The draft said: “The board trusts him.” That line was struck out at noon."
    assert judge_quotation(source, "The board trusts him.").match == "truncated"


def test_a_letter_in_brackets_that_the_source_prints_is_no_note() -> None:
    source = "The paper wrote of him, “[h]is first step was the boldest”.[a] Others agreed.[12]"
    assert judge_quotation(source, "[h]is first step was the boldest").match == "verbatim"
    assert judge_quotation(source, "His first step was the boldest").match == "edited"
