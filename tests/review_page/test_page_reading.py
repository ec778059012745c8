from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from page_states import state_of

from claimcheck.documents.model import Block, Locator
from claimcheck.records.models import Source
from claimcheck.review.views import turns_shown
from claimcheck.review.web.pages.reading import WINDOW, Reading, list_sources, read_source

SOURCE = Source(claimcheck=1, id="minutes", title="Minutes")


def opened(text: str, start: int | None = None, end: int | None = None, around: int | None = None) -> Reading:
    state = state_of("", [], sources={"minutes": SOURCE}, texts={"minutes": text})
    return read_source(state, "minutes", start, end, around)


def shown(reading: Reading) -> str:
    return "\n".join(
        "".join(piece.text for sentence in line.sentences for piece in sentence.stretches)
        for line in reading.lines
    )


def test_the_passage_is_marked_where_it_stands() -> None:
    text = "The pier is old.\n\nIt cost 40 million. Nobody minded.\n"
    reading = opened(text, text.index("40 million"), text.index("40 million") + 10)
    marked = [
        piece.text
        for line in reading.lines
        for sentence in line.sentences
        for piece in sentence.stretches
        if piece.marked
    ]
    assert marked == ["40 million"]
    assert reading.found


def test_sentences_say_where_they_stand() -> None:
    text = "The pier is old. It cost 40 million.\nNobody minded."
    for line in opened(text).lines:
        for sentence in line.sentences:
            words = "".join(piece.text for piece in sentence.stretches)
            assert text[sentence.start : sentence.end] == words


def test_a_place_beyond_the_text_is_told_and_harms_nothing() -> None:
    assert not opened("Short.", 100, 120).found
    assert not opened("Short.", 3, 3).found
    assert not opened("Short.", 5, 2).found


def test_a_source_without_text_or_record_is_told() -> None:
    reading = read_source(state_of("", []), "nothing", None, None, None)
    assert not reading.held
    assert reading.title == "nothing (no record)"


def test_a_long_source_is_shown_in_windows_that_leave_nothing_out() -> None:
    text = "".join(f"Line {number} of the minutes.\n" for number in range(4000))
    reading, pieces = opened(text), []
    while True:
        pieces.append(shown(reading))
        if reading.later is None:
            break
        reading = opened(text, around=reading.later)
    assert all(len(piece) <= WINDOW for piece in pieces)
    assert "".join(pieces).replace("\n", "") == text.replace("\n", "")


def test_the_window_around_a_passage_holds_it_whole() -> None:
    text = "x" * 100_000 + "The passage." + "y" * 100_000
    reading = opened(text, 100_000, 100_012)
    assert "The passage." in shown(reading)
    assert reading.earlier is not None
    assert reading.later is not None


def test_a_line_of_five_million_characters_is_shown_in_part() -> None:
    assert len(shown(opened("word " * 1_000_000))) <= WINDOW + 10


def test_sources_are_listed_by_title() -> None:
    sources = {name: SOURCE.model_copy(update={"id": name, "title": name.upper()}) for name in ("b", "a")}
    listed = list_sources(state_of("", [], sources=sources, texts={"a": "words"}))
    assert [(entry.id, entry.held) for entry in listed] == [("a", True), ("b", False)]


@given(st.text(max_size=200), st.integers(-5, 210), st.integers(-5, 210))
def test_whatever_is_asked_the_whole_of_a_short_text_is_shown(text: str, start: int, end: int) -> None:
    assert shown(opened(text, start, end)).replace("\n", "") == text.replace("\n", "")


def test_a_transcripts_turns_stand_over_the_lines_they_begin() -> None:
    text = "What now?\n\nWe shut it in May. It is old.\n\nNever.\n"
    blocks = [
        Block("cue", 0, 9, locator=Locator(time="00:00:02"), speaker="CHAIR"),
        Block("cue", 11, 41, locator=Locator(time="00:00:09")),
        Block("paragraph", 43, 49, speaker="Kim Berg"),
    ]
    turns = turns_shown(blocks)
    state = replace(
        state_of("", [], sources={"minutes": SOURCE}, texts={"minutes": text}), turns={"minutes": turns}
    )
    reading = read_source(state, "minutes", 11, 29, None)
    assert [line.spoken for line in reading.lines if line.spoken] == ["00:00:02 · CHAIR", "00:00:09"]
    assert shown(reading) == text.rstrip("\n")
