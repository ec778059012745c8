"""Sources named beside a clause, and votes and decisions, which nobody says."""

from __future__ import annotations

import pytest

from claimcheck.extraction.attribution import find_attributions
from claimcheck.records.models import Attribution, Span


def _words(text: str, spans: list[Span]) -> str:
    return " ".join(text[span.start : span.end] for span in spans)


def _told(text: str) -> list[tuple[str | None, str, str]]:
    def row(one: Attribution) -> tuple[str | None, str, str]:
        return one.speaker, _words(text, one.cue), _words(text, one.content)

    return [row(one) for one in find_attributions(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Herring stocks have halved, surveys show.", "surveys", "show", "Herring stocks have halved"),
        (
            "Rents rose 2.5 per cent, figures from the land office show, but wages fell.",
            "figures from the land office",
            "show",
            "Rents rose 2.5 per cent",
        ),
        (
            "The pump was rusted, as the inspector had warned.",
            "the inspector",
            "had warned",
            "The pump was rusted",
        ),
        ("The weir, as anglers had warned, broke in May.", "anglers", "had warned", "The weir broke in May"),
        (
            "The lake lost a third of its carp, per the ministry.",
            "the ministry",
            "per",
            "The lake lost a third of its carp",
        ),
        ("Per the agency, the road is closed.", "the agency", "Per", "the road is closed"),
        ("In the words of Ina Vole, the bill was dead.", "Ina Vole", "In the words of", "the bill was dead"),
        ("In Dr Vole's view, the bill is dead.", "Dr Vole", "view", "the bill is dead"),
        (
            "The diver remains convinced that the wreck is hers.",
            "The diver",
            "remains convinced",
            "that the wreck is hers",
        ),
        ("Analysts expect rates to fall in June.", "Analysts", "expect", "rates to fall in June"),
        ("Its keeper told the inquiry that the lamp was lit.", "Its keeper", "told", "that the lamp was lit"),
        ('"Let go!" shrieked the boatswain.', "the boatswain", "shrieked", '"Let go!"'),
        ("The tower, say masons, is leaning.", "masons", "say", "The tower is leaning"),
        (
            "The crew left an hour before the blast according to divers.",
            "divers",
            "according to",
            "The crew left an hour before the blast",
        ),
        ("A guard told reporters she saw nobody.", "A guard", "told", "she saw nobody"),
        ("Those who taught him say he was shy.", "Those who taught him", "say", "he was shy"),
    ],
)
def test_who_is_named_beside_a_clause_is_its_source(text: str, speaker: str, cue: str, content: str) -> None:
    assert _told(text) == [(speaker, cue, content)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It is understood that the yard has been sold.", "It is understood"),
        ("It is thought the crew left by raft.", "It is thought"),
        ("By all accounts, the duke was a bore.", "By all accounts"),
    ],
)
def test_what_nobody_in_particular_holds_has_no_speaker(text: str, cue: str) -> None:
    (found,) = find_attributions(text)
    assert (found.speaker, found.anonymous, _words(text, found.cue)) == (None, True, cue)


@pytest.mark.parametrize(
    "text",
    [
        "The council voted to close the pool.",
        "Senators voted 60-40 against the treaty.",
        "The assembly approved the plan on Monday.",
        "Shareholders rejected the takeover by a wide margin.",
        "The board unanimously passed a resolution to sell the barn.",
        "The price is £4 per head.",
        "The oak fell, as usual, in the wrong direction.",
        "The witness said nothing.",
        "The miners have a cough called black lung.",
        "Police answered a call at the quay.",
        "No group claimed credit for the blast.",
        "They were seated according to age.",
        "The accused did not appear.",
    ],
)
def test_acts_and_figures_of_speech_are_nobodys_words(text: str) -> None:
    assert _told(text) == []


def test_what_a_voter_gives_as_a_reason_is_said() -> None:
    text = 'The mayor rejected the plan as "a gift to the quarry".'
    assert [row[0] for row in _told(text)] == ["The mayor"]


def test_a_wish_to_stay_unnamed_is_no_statement() -> None:
    text = 'A cousin, who asked not to be named, said: "We all knew."'
    assert [row[1] for row in _told(text)] == ["said:"]


def test_who_stands_before_a_colon_does_not_say_what_follows_it() -> None:
    text = 'The divers noted a change in the reef: Ola Rand remarked, "It was white as chalk that year."'
    assert [row[0] for row in _told(text)][-1] == "Ola Rand"


def test_who_hangs_on_the_person_and_not_on_the_body_he_is_of() -> None:
    text = 'It was led by Mark Oduya, a surgeon at GTM, who said "We had no light."'
    assert [row[0] for row in _told(text)] == ["Mark Oduya"]


def test_this_newspaper_relays_nothing() -> None:
    (found,) = find_attributions("Two guards told this newspaper that the gate had stood open.")
    assert found.hops == []


def test_where_something_was_written_is_no_part_of_who_wrote_it() -> None:
    (found,) = find_attributions('"We are done," said the owners in a letter to guests.')
    assert found.speaker == "the owners"


def test_sentences_without_end_are_read_in_time() -> None:
    find_attributions(", as the " * 20_000)
    find_attributions("Their " + "dog " * 40_000)
    find_attributions("It is understood " * 20_000)
