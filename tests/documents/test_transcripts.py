from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.headings import locator_at
from claimcheck.documents.labels import find_labels, seconds_of
from claimcheck.documents.model import Block, Document
from claimcheck.documents.readers import plain, subtitles
from claimcheck.documents.wire import document_from, document_to


def cues(document: Document) -> list[tuple[str | None, str | None, str]]:
    return [
        (block.locator.time if block.locator else None, block.speaker, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind == "cue"
    ]


def second(document: Document, words: str) -> str | None:
    where = locator_at(document.text, document.blocks, document.text.index(words))
    return where.time if where else None


MERGED = """1
00:00:09,000 --> 00:00:12,000
MS LINDQVIST: We will shut the lock in May.

2
00:00:12,000 --> 00:00:16,500
The repairs cost nine million crowns,

3
00:00:16,500 --> 00:00:21,000
and nobody has offered to pay for them.
"""


def test_each_cue_of_a_turn_keeps_its_second_and_sentences_run_on() -> None:
    document = subtitles.read(MERGED.encode(), "a.srt")
    assert len(document.blocks) == 1
    assert "nine million crowns, and nobody" in document.text
    assert second(document, "We will") == "00:00:09"
    assert second(document, "The repairs") == "00:00:12"
    assert second(document, "crowns") == "00:00:12"
    assert second(document, "and nobody") == "00:00:16"
    assert second(document, "for them") == "00:00:16"


def test_what_a_child_read_keeps_its_seconds() -> None:
    document = subtitles.read(MERGED.encode(), "a.srt")
    assert document_from(document_to(document), "a.srt").blocks == document.blocks


@given(st.lists(st.tuples(st.integers(1, 50), st.sampled_from(["one two", "three", "four."])), max_size=30))
def test_the_second_of_any_word_is_that_of_its_cue(steps: list[tuple[int, str]]) -> None:
    at, parts, expected = 0, [], []
    for number, (wait, words) in enumerate(steps):
        at += wait
        marked = f"w{number}x {words}"
        parts.append(f"{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02},000 --> {'99:59:59,000'}\n{marked}\n")
        expected.append((f"w{number}x", at))
    if not parts:
        return
    document = subtitles.read("\n".join(parts).encode(), "a.srt")
    for word, begun in expected:
        assert seconds_of(second(document, word) or "") == begun


LABELLED = """Hearing on the lock, 3 March 2026

[00:00:02] CHAIR: Thank you for coming. What happens to the lock?

[00:00:09] SIGNE LINDQVIST: We will shut the lock in May, and the money
[00:00:21] is not there for both.

It is a bad year.

[00:01:02] Mr Abara (Lab): I do not agree.
"""


def test_labels_and_time_codes_of_a_text_make_turns() -> None:
    document = plain.read_text(LABELLED)
    assert cues(document) == [
        ("00:00:02", "CHAIR", "Thank you for coming. What happens to the lock?"),
        (
            "00:00:09",
            "SIGNE LINDQVIST",
            "We will shut the lock in May, and the money\n[00:00:21] is not there for both.",
        ),
        ("00:00:21", "SIGNE LINDQVIST", "It is a bad year."),
        ("00:01:02", "Mr Abara (Lab)", "I do not agree."),
    ]
    assert second(document, "is not there") == "00:00:21"
    assert document.blocks[0].kind == "headline"


@pytest.mark.parametrize(
    "source",
    [
        "Signe Lindqvist  0:03\nWe will shut the lock in May.\n\nObi Abara  1:15\nI do not agree with that.\n",
        "Signe Lindqvist (00:03):\nWe will shut the lock in May.\n\nObi Abara (01:15):\nI do not agree with that.\n",
        "[0:03] Signe Lindqvist: We will shut the lock in May.\n[1:15] Obi Abara: I do not agree with that.\n",
        "00:00:03 Signe Lindqvist\nWe will shut the lock in May.\n\n00:01:15 Obi Abara\nI do not agree with that.\n",
    ],
)
def test_ways_to_set_a_name_and_a_time(source: str) -> None:
    assert cues(plain.read_text(source)) == [
        ("00:00:03", "Signe Lindqvist", "We will shut the lock in May."),
        ("00:01:15", "Obi Abara", "I do not agree with that."),
    ]


def test_questions_and_answers() -> None:
    source = (
        "Talk about the lock\n\nQ: Will the lock be shut?\n\nA: It will be shut in May.\n\nBoth gates go.\n"
    )
    assert cues(plain.read_text(source)) == [
        (None, "Q", "Will the lock be shut?"),
        (None, "A", "It will be shut in May."),
        (None, "A", "Both gates go."),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "Lock shut\n\nThe lock is shut.\n\nREAD MORE: Gates fail\n\nIt was old.\n\nREAD MORE: Boats wait\n\nREAD MORE: Fish\n",
        "Results\n\nLindqvist: 1,769.\n\nAbara: 1,501.\n\nLindqvist: 4.\n\nAbara: 3.\n",
        "Lindqvist: the lock is shut\n\nThe town said the lock is shut.\n\nNothing else is known of it.\n",
        "As it happened\n\n10:15 The minister comes in.\n\n10:40 She sits down.\n\n11:05 She speaks at last.\n",
        "Kick-off times\n\nTarn 15:00\nEllery 17:30\nWick 19:45\n",
    ],
)
def test_what_is_no_transcript_stays_as_it_was(source: str) -> None:
    assert not cues(plain.read_text(source))


@pytest.mark.parametrize(
    "note",
    [
        "Transcribed by https://otter.ai",
        "This transcript was generated automatically.",
        "Generated by Whisper",
    ],
)
def test_a_text_may_say_that_a_machine_wrote_it(note: str) -> None:
    document = plain.read_text(f"{LABELLED}\n{note}\n")
    assert {block.heard for block in document.blocks if block.kind == "cue"} == {False}
    assert any("machine" in warning for warning in document.warnings)
    assert note not in [words for _, _, words in cues(document)]
    assert not plain.read_text(LABELLED).warnings


@pytest.mark.parametrize(
    "note",
    [
        "NOTE Confidence: 0.91",
        "NOTE\nTranscribed with OpenAI Whisper",
        "NOTE This file was created by a machine",
    ],
)
def test_more_ways_to_say_so_in_subtitles(note: str) -> None:
    source = f"WEBVTT\n\n{note}\n\n00:01.000 --> 00:03.000\nWe are late.\n"
    assert not subtitles.read(source.encode(), "a.vtt").blocks[0].heard


def test_words_with_times_of_their_own_are_a_machines() -> None:
    line = "we<00:00:01.100><c> are</c><00:00:01.300><c> late</c><00:00:01.500><c> for</c><00:00:01.900><c> it</c>"
    source = f"WEBVTT\n\n00:01.000 --> 00:03.000\n{line}<00:00:02.100><c> all</c>\n"
    assert not subtitles.read(source.encode(), "a.vtt").blocks[0].heard


def one_cue(*cues: tuple[str, str]) -> list[str | None]:
    source = "\n".join(f"{time}\n{words}\n" for time, words in cues)
    return [block.speaker for block in subtitles.read(source.encode(), "a.srt").blocks]


def test_labels_of_one_letter_and_in_brackets() -> None:
    first, then, last = (f"00:00:0{n},000 --> 00:00:0{n},900" for n in (1, 2, 3))
    assert one_cue((first, "Q: Is it shut?"), (then, "A: It is.")) == ["Q", "A"]
    assert one_cue((first, "[Signe] It is."), (then, "[Obi] No."), (last, "[Signe] Yes.")) == [
        "Signe",
        "Obi",
        "Signe",
    ]
    assert one_cue((first, "[Applause] It is."), (then, "[Applause] No.")) == [None]
    assert one_cue((first, "It is a matter of"), (then, "Money: we have none.")) == [None]


def test_a_silence_does_not_take_the_speaker_away_but_a_long_one_does() -> None:
    times = (
        "00:00:01,000 --> 00:00:02,000",
        "00:00:20,000 --> 00:00:21,000",
        "00:02:00,000 --> 00:02:01,000",
    )
    words = ("MS LINDQVIST: We will.", "In May.", "Good night.")
    assert one_cue(*zip(times, words, strict=True)) == ["MS LINDQVIST", "MS LINDQVIST", None]


@given(st.text(alphabet="ABQa1: \n[]()0-9.", max_size=400))
def test_blocks_stay_in_order_whatever_stands_there(text: str) -> None:
    if not text.strip():
        return
    last = 0
    for block in plain.read_text(text).blocks:
        assert last <= block.start < block.end <= len(text)
        assert all(block.start <= offset < block.end for offset, _ in block.times)
        last = block.end


def test_huge_transcripts_come_to_an_end() -> None:
    labelled = plain.read_text("Ana Ruiz: we go on\nObi Abara: we do not\n" * 20_000)
    assert sum(block.kind == "cue" for block in labelled.blocks) == 40_000
    stamped = plain.read_text("0:01 we go on\n" * 40_000)
    assert isinstance(stamped.blocks[0], Block)
    assert not find_labels("Ana " * 500_000)
