from __future__ import annotations

import pytest

from claimcheck.documents.failures import DamagedDocument
from claimcheck.documents.model import Document
from claimcheck.documents.readers import subtitles


def turns(document: Document) -> list[tuple[str | None, str | None, str]]:
    return [
        (b.locator.time if b.locator else None, b.speaker, document.text[b.start : b.end])
        for b in document.blocks
    ]


SRT = """1
00:00:01,000 --> 00:00:03,000
HART: We are late,

2
00:00:03,200 --> 00:00:05,000
and we will be <i>later</i>.

3
00:00:05,500 --> 00:00:07,000
- Says who?
- The log.

4
01:02:20,000 --> 01:02:24,000
Ana Ruiz: It was the wind.
"""


def test_cues_become_turns_with_time_and_speaker() -> None:
    document = subtitles.read(SRT.encode(), "a.srt")
    assert turns(document) == [
        ("00:00:01", "HART", "We are late, and we will be later."),
        ("00:00:05", None, "Says who?"),
        ("00:00:05", None, "The log."),
        ("01:02:20", "Ana Ruiz", "It was the wind."),
    ]
    assert all(block.heard and block.kind == "cue" for block in document.blocks)


def test_voices_and_settings_of_webvtt() -> None:
    source = "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nid-1\n00:01.000 --> 00:03.000 align:start\n<v Lena Hart>We are <b>late</b>.\n\n00:04.000 --> 00:06.000\n<v Tom Obi>You are.</v>\n"
    document = subtitles.read(source.encode(), "a.vtt")
    assert document.format == "vtt"
    assert turns(document) == [("00:00:01", "Lena Hart", "We are late."), ("00:00:04", "Tom Obi", "You are.")]


@pytest.mark.parametrize(
    "note", ["NOTE auto-generated captions", "Kind: asr", "NOTE machine transcript by speech to text"]
)
def test_a_machine_transcript_counts_as_unheard(note: str) -> None:
    source = f"WEBVTT\n\n{note}\n\n00:01.000 --> 00:03.000\nwe are late\n"
    document = subtitles.read(source.encode(), "a.vtt")
    assert not document.blocks[0].heard
    assert "A machine made this transcript" in document.warnings[0]


def test_rolling_captions_are_said_once() -> None:
    source = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nthe harbour board met\n\n00:02.000 --> 00:03.000\nthe harbour board met\nand approved the plan\n"
        "\n00:03.000 --> 00:04.000\nand approved the plan\nafter midnight\n"
    )
    document = subtitles.read(source.encode(), "a.vtt")
    assert document.text == "the harbour board met and approved the plan after midnight\n"


def test_a_long_pause_after_a_full_stop_begins_a_new_turn() -> None:
    source = "1\n00:00:01,0 --> 00:00:02,0\nIt sank.\n\n2\n00:00:30,0 --> 00:00:31,0\nIt rose.\n"
    assert [time for time, _, _ in turns(subtitles.read(source.encode(), "a"))] == ["00:00:01", "00:00:30"]


def test_no_time_code_is_no_subtitle_file() -> None:
    with pytest.raises(DamagedDocument, match="no time code"):
        subtitles.read(b"1\nJust words.\n", "a.srt")


def test_many_cues_are_read() -> None:
    cue = "1\n00:00:01,000 --> 00:00:02,000\nword word word word word word\n\n"
    assert subtitles.read((cue * 40_000).encode(), "a.srt").text


def test_references_to_characters_are_read_and_a_change_of_speaker_written_so_is_one() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:03.000\nThe R&amp;D&nbsp;budget fell.\n\n"
        "00:03.500 --> 00:05.000\n&gt;&gt; By how much?\n"
    )
    assert turns(subtitles.read(text.encode(), "a.vtt")) == [
        ("00:00:01", None, "The R&D budget fell."),
        ("00:00:03", None, "By how much?"),
    ]
