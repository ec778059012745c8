"""What the fact judge says about pairs a desk meets every day."""

from __future__ import annotations

import re
from datetime import date

import pytest

from claimcheck.evidence.stance import judge_stance
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.showing import shown_apart


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The pier is 75 years old.", "The pier, now 57 years old, closed in May.", "contradicts"),
        ("The pier is 57 years old.", "The pier, now 57 years old, closed in May.", "supports"),
        ("The union sued the mill.", "The union was sued by the mill.", "contradicts"),
        ("The mill sued the union.", "The union was sued by the mill.", "supports"),
        ("The senate passed the bill.", "The senate did not pass the bill.", "contradicts"),
        ("The senate passed the bill.", "The senate may pass the bill.", "neutral"),
        ("Iraq signed the pact.", "Iran signed the pact on Monday.", "neutral"),
        ("Iraq signed the pact with Turkey.", "Iran signed the pact with Turkey on Monday.", "contradicts"),
        ("The train was late.", "The minister claimed that the train was late.", "neutral"),
        ("The train was late.", "It is not true that the train was late.", "contradicts"),
        ("The mine is profitable.", "The mine is not unprofitable.", "supports"),
        ("The comet fell in Canada.", "The comet fell near Toronto.", "supports"),
        ("The comet fell in Toronto.", "The comet fell in Canada.", "neutral"),
        ("The gate opened before the race.", "The gate opened after the race.", "contradicts"),
        ("The mayor resigned over the scandal.", "The mayor resigned on Friday.", "neutral"),
        ("The jury voted 5 to 2 to convict.", "The jury voted 5 votes to 2 to convict.", "supports"),
        ("The jury voted 5 to 2 to convict.", "The jury voted 4 votes to 3 to convict.", "contradicts"),
        ("Mali met Togo in the final.", "Togo met Mali in the final.", "supports"),
        ("Togo is richer than Mali.", "Mali is poorer than Togo.", "supports"),
        ("Togo is richer than Mali.", "Mali is richer than Togo.", "contradicts"),
        ("Fewer goats than sheep were sold.", "More sheep than goats were sold.", "supports"),
        ("As many goats as sheep were sold.", "More sheep than goats were sold.", "contradicts"),
        ("The barge sank before the tug left.", "First the barge sank; then the tug left.", "supports"),
        ("The barge sank after the tug left.", "The barge sank. Only later the tug left.", "contradicts"),
        ("The mill burned down.", "Rumours spread that the mill burned down.", "neutral"),
        ("The mill burned down.", "It is possible that the mill burned down.", "neutral"),
        ("The mill burned down.", "Rumours that the mill burned down proved false.", "contradicts"),
        (
            "The mill burned down.",
            "A blog said the mill burned down. Nothing of the kind happened.",
            "contradicts",
        ),
        ("The abbey sold the barn.", "The abbey sold the orchard rather than the barn.", "contradicts"),
        ("The abbey sold the orchard.", "The abbey sold the orchard rather than the barn.", "supports"),
        ("The abbey bought the barn.", "The abbey sold the barn.", "contradicts"),
        ("Some pilots were fined.", "Not a single one of the pilots was fined.", "contradicts"),
        ("Not all pilots were fined.", "None of the pilots were fined.", "supports"),
        ("It was the bank that sued the mill.", "It was the mill that sued the bank.", "contradicts"),
        ("The abbey sold the barn.", "The abbey sold not the barn but the orchard.", "contradicts"),
        ("Rents rose by 8 percentage points.", "Rents rose from 60 to 68 per cent.", "supports"),
        ("Rents rose by 8 per cent.", "Rents rose from 60 to 68 per cent.", "contradicts"),
        ("The hut has no stove.", "The stove in the hut weighs a ton.", "neutral"),
        (
            "On Sunday, after a long search, two climbers were found.",
            "It is unclear whether on Sunday, after a long search, two climbers were found.",
            "neutral",
        ),
        (
            "On Sunday, after a long search, two climbers were found.",
            "Rumours that on Sunday, after a long search, two climbers were found proved false.",
            "contradicts",
        ),
        ("Malta signed the pact.", "All the states signed the pact except Malta and Cyprus.", "contradicts"),
        ("The barge hit a rock after it sank.", "The barge hit a rock and sank.", "neutral"),
        ("The opera was not shot in Oslo.", "The opera was shot in Turin.", "neutral"),
        ("The barn has been repaired.", "The barn is still waiting to be repaired.", "neutral"),
        (
            "More boys than girls passed.",
            "Of the girls 80 per cent passed, of the boys 65 per cent.",
            "neutral",
        ),
        ("Ice caused the crash.", "The crash had nothing to do with ice.", "contradicts"),
    ],
)
def test_verdict(claim: str, passage: str, stance: str) -> None:
    assert judge_stance(claim, passage).stance == stance


def test_a_denial_elsewhere_in_the_passage_does_not_matter() -> None:
    passage = "The ship, which had not been inspected, left the harbour. Nobody was hurt."
    assert judge_stance("The ship left the harbour.", passage).stance == "supports"


def test_weekdays_count_from_the_day_each_text_was_published() -> None:
    claim, passage = "The board met on Tuesday.", "The board met on 4 March 2025."
    agrees = judge_stance(claim, passage, claim_date=date(2025, 3, 5), passage_date=date(2025, 4, 1))
    differs = judge_stance(claim, passage, claim_date=date(2025, 3, 20), passage_date=date(2025, 4, 1))
    assert (agrees.stance, differs.stance) == ("supports", "contradicts")


def test_the_reason_quotes_both_sides_with_their_spans() -> None:
    claim, passage = "The pier is 75 years old.", "The pier is 57 years old."
    reason = judge_stance(claim, passage).reasons[0]
    assert reason.text == "source: 57 years old; article: 75 years old"
    assert reason.claim_span is not None
    assert reason.passage_span is not None
    assert claim[slice(*reason.claim_span)] == "75 years old"
    assert passage[slice(*reason.passage_span)] == "57 years old"


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("The mill has been closed since June.", "The mill has been closed since April.", "contradicts"),
        ("The mill has been closed since June.", "The mill has been closed since June.", "supports"),
        ("The trust opened 40 beds this winter.", "The trust opened 40 beds in December.", "neutral"),
        (
            "The council approved a budget of $4 million on Tuesday.",
            "The council has approved a budget of $4 million for the coming year.",
            "neutral",
        ),
        ("The mill closed on Tuesday.", "The mill closed on Monday.", "contradicts"),
    ],
)
def test_dates_contradict_only_where_they_say_the_same_of_the_same_thing(
    claim: str, passage: str, stance: str
) -> None:
    days = {"claim_date": date(2026, 3, 6), "passage_date": date(2026, 3, 4)}
    assert judge_stance(claim, passage, **days).stance == stance


@pytest.mark.parametrize(
    ("claim", "passage", "told"),
    [
        (
            "Every skipper signed the letter.",
            "Almost every skipper signed the letter on Monday.",
            "source: Almost every; article: Every",
        ),
        (
            "All pupils passed the test.",
            "Nearly all pupils passed the test.",
            "source: Nearly all; article: All",
        ),
    ],
)
def test_a_reason_shows_words_in_which_its_two_sides_differ(claim: str, passage: str, told: str) -> None:
    assert judge_stance(claim, passage).reasons[0].text == told


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ((6, 16), (5, 15), "source: only 5 per cent; article: about 5 per cent"),
        (None, None, "the source says it of something else"),
    ],
)
def test_two_sides_that_read_the_same_are_widened_or_said_to_be_of_something_else(
    ours: tuple[int, int] | None, theirs: tuple[int, int] | None, told: str
) -> None:
    reason = Reason("source: 5 per cent; article: 5 per cent", ours, theirs)
    finding = Finding("gap", "quantity", 0.5, reason)
    claim, passage = "about 5 per cent of riders", "only 5 per cent of riders"
    assert shown_apart([finding], claim, passage)[0].reason.text == told


def test_a_long_side_of_a_reason_is_cut_between_words() -> None:
    tail = (
        "the wardens of every harbour along the northern shore of the inland firth and its many small islands"
    )
    reason = judge_stance(f"The bank sued {tail}.", f"{tail.capitalize()} sued the bank.").reasons[0].text
    assert reason.startswith("roles exchanged")
    sides = [side.rstrip("…") for side in re.split(r"(?:source|article): |; ", reason)[2:] if side]
    text = f"the bank sued {tail} sued the bank".split()
    assert all(side.split()[-1].casefold() in text for side in sides)


def test_a_speaker_is_named_without_the_marks_beside_them() -> None:
    verdict = judge_stance("“The pier is safe,” Ms Lund said.", "The pier is safe.")
    assert not any("”" in reason.text or "“" in reason.text for reason in verdict.reasons)
