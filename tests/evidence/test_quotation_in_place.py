"""A quotation beside one passage: what was cut lies about the passage, and is read with it."""

from __future__ import annotations

from claimcheck.evidence.quotations import Turn, prepare_source
from claimcheck.evidence.quotations.in_place import AROUND, judge_in_place

TEXT = "The mayor spoke first. Nobody believes that the mill is safe. The barn burned in May."


def _match(passage: str, printed: str, text: str = TEXT) -> str:
    start = text.index(passage)
    return judge_in_place(prepare_source(text), start, start + len(passage), printed, f"“{printed}”").match


def test_what_was_cut_beside_the_passage_turns_it() -> None:
    assert _match("the mill is safe", "the mill is safe") == "truncated"


def test_whole_sentences_stay_what_they_are() -> None:
    assert _match("The barn burned in May.", "The barn burned in May.") == "verbatim"


def test_words_that_stand_beside_the_passage_only_are_not_in_it() -> None:
    assert _match("The barn burned in May.", "The mayor spoke first") == "absent"


def test_a_passage_must_hold_the_words() -> None:
    assert _match("mill is", "the mill is safe") in ("absent", "altered")


def test_what_the_next_speaker_says_is_no_part_of_it() -> None:
    text = "The water is clean and we test it every day. That is a lie and you know it."
    source = prepare_source(text, turns=[Turn(0, "Lind"), Turn(45, "Kerr")])
    assert (
        judge_in_place(source, 0, 44, "The water is clean and we test it every day.", "").match == "verbatim"
    )


def test_of_many_copies_the_passage_is_judged() -> None:
    text = "It is not true that the pier cost 41 million. " * 9 + "The pier cost 41 million in all."
    start = text.rindex("the pier")
    verdict = judge_in_place(prepare_source(text), start, start + 24, "the pier cost 41 million", "")
    assert (verdict.match, verdict.start, verdict.end) == ("truncated", start, start + 24)


def test_a_passage_far_down_is_read_in_its_own_surroundings() -> None:
    text = "Nothing of this matters here, we think. " * 200 + TEXT
    assert _match("the mill is safe", "the mill is safe", text) == "truncated"
    assert len(text) > 2 * AROUND
