"""What a transcript's turns show of who said what: proposals, and what a person selects."""

from __future__ import annotations

import pytest

from claimcheck.documents.model import Block, Document
from claimcheck.documents.readers import plain, subtitles
from claimcheck.evidence.linking import propose
from claimcheck.evidence.quotations import judge_quotation
from claimcheck.evidence.source_library import Library
from claimcheck.evidence.speaking import is_somebody_else, prepared, turns_of, who_says
from claimcheck.extraction.claims import extract_claims
from claimcheck.records.models import Claim, Evidence, Source, Testimony
from claimcheck.sources.texts import SourceText, dump_blocks, parse_blocks

CUES = """1
00:00:01,000 --> 00:00:08,000
MODERATOR: With me are Ina Ruhl, head of the harbour board, and Tom Obi of the dockers' union.

2
00:00:09,000 --> 00:00:12,000
MS RUHL: We will shut the lock in May.

3
00:00:12,000 --> 00:00:16,500
The repairs cost 41 million crowns,

4
00:00:16,500 --> 00:00:21,000
and nobody has offered to pay for them.

5
00:00:43,000 --> 00:00:46,000
MR OBI: That is a disgrace.

6
00:00:46,000 --> 00:00:51,000
The men were promised work until the autumn.
"""


def held(document: Document, **fields: object) -> SourceText:
    source = Source.model_validate(
        {"claimcheck": 1, "id": "talk", "title": "Talk", "tier": "primary", "reliability": "B", **fields}
    )
    return SourceText(source, document.text, document.blocks, "sha256:" + "0" * 64)


TALK = held(subtitles.read(CUES.encode(), "talk.srt"))


def claim(text: str) -> Claim:
    extraction = extract_claims(plain.read_text(f"Lock to shut\n\n{text}\n"), slug="lock")
    return next(one for one in extraction.claims if one.text == text)


def statements(text: str, source: SourceText = TALK) -> list[Evidence]:
    return [item for item in propose(claim(text), Library([source])) if item.about == "statement"]


def test_what_somebody_said_is_shown_by_their_own_turn() -> None:
    (item,) = statements("Ina Ruhl said that the repairs would cost 41 million crowns.")
    assert (item.stance, item.said_by) == ("supports", "MS RUHL")
    assert item.locator is not None
    assert item.locator.time == "00:00:12"
    assert item.reason.startswith("MS RUHL says so")


def test_and_not_by_another_turn() -> None:
    (item,) = statements("Tom Obi said that the repairs would cost 41 million crowns.")
    assert (item.stance, item.said_by) == ("neutral", "MS RUHL")
    assert item.reason == "It is MS RUHL who says this, not Tom Obi."


def test_a_turn_may_say_otherwise() -> None:
    items = statements("Ina Ruhl said that the repairs would cost 52 million crowns.")
    assert [item.stance for item in items] == ["contradicts"]


def test_what_a_turn_denies_of_a_compound_claim_is_the_part_that_differs() -> None:
    text = "Ina Ruhl said that the lock would shut in May and that the repairs cost 52 million crowns."
    denied = [item for item in statements(text) if item.stance == "contradicts"]
    parts = claim(text).parts
    said = [[text[parts[number].start : parts[number].end] for number in item.parts] for item in denied]
    assert said == [["52 million"]]


def test_under_a_label_that_may_be_anybodys_nothing_is_shown() -> None:
    source = held(subtitles.read(CUES.replace("MS RUHL:", "SPEAKER 2:").encode(), "talk.srt"))
    (item,) = statements("Ina Ruhl said that the repairs would cost 41 million crowns.", source)
    assert (item.stance, item.said_by) == ("neutral", None)
    assert "SPEAKER 2" in item.reason


def test_what_was_said_is_shown_whoever_says_it() -> None:
    found = propose(claim("Tom Obi said that the repairs would cost 41 million crowns."), Library([TALK]))
    assert [item.stance for item in found if item.about == "content"] == ["supports"]


@pytest.mark.parametrize(
    "text",
    [
        "“The men were promised work until the autumn,” Tom Obi said.",
        "“The men were promised work until the autumn,” Ina Ruhl said.",
        "Tom Obi said the men were promised work until the autumn.",
    ],
)
def test_that_it_was_said_holds_up_nothing_of_what_was_said(text: str) -> None:
    found = propose(claim(text), Library([TALK]))
    assert "statement" in {item.about for item in found}
    assert not [item for item in found if item.about == "content" and item.stance == "supports"]


def test_whose_word_holds_up_a_plain_claim_is_told() -> None:
    (item,) = propose(claim("The men were promised work until the autumn."), Library([TALK]))
    assert (item.about, item.stance) == ("content", "supports")
    assert item.reason.endswith("it is MR OBI who says so there")


def test_a_quotation_from_anothers_turn() -> None:
    items = statements("“The men were promised work until the autumn,” Ina Ruhl said.")
    assert [(item.match, item.stance, item.said_by) for item in items] == [("verbatim", "neutral", "MR OBI")]
    assert items[0].locator is not None
    assert items[0].locator.time == "00:00:46"


def test_a_quotation_over_cues_of_one_turn_but_not_over_turns() -> None:
    source = prepared(TALK)
    over_cues = "The repairs cost 41 million crowns, and nobody has offered to pay for them."
    assert judge_quotation(source, over_cues, speaker="Ina Ruhl").match == "verbatim"
    spliced = "nobody has offered to pay for them. That is a disgrace."
    assert judge_quotation(source, spliced, speaker="Ina Ruhl").match == "altered"


def test_who_says_what_a_person_selected() -> None:
    words = "That is a disgrace."
    start = TALK.text.index(words)
    asked = claim("“That is a disgrace,” Ina Ruhl said.")
    assert who_says(TALK, start, start + len(words), asked, (0, 20)) == "MR OBI"


@pytest.mark.parametrize(
    ("speaker", "kept", "other"),
    [
        ("Ina Ruhl", "MS RUHL", False),
        ("Mayor Ruhl", "RUHL (Ina Ruhl)", False),
        ("Ina Ruhl", "the treasurer (Ina Ruhl)", False),
        ("Ina Ruhl", "MR OBI", True),
        ("Ina Ruhl", "Tomas Ruhl", True),
        ("Ina Ruhl", "MODERATOR", True),
        ("Ina Ruhl", "narration", True),
    ],
)
def test_what_a_record_keeps_of_who_says_it(speaker: str, kept: str, other: bool) -> None:
    assert is_somebody_else(speaker, kept) is other


def test_a_testimony_is_its_witnesss_turn_and_an_unnamed_ones_is_nobodys() -> None:
    said = Testimony(who="Kim Berg", when="2026-03-03T10:00:00Z", by="ed", answer="The lock leaks.")
    named = held(plain.read_text("The lock leaks."), testimony=said)
    blocks = [Block("paragraph", 0, 15, speaker="Kim Berg")]
    assert [turn.speaker for turn in turns_of(named.source, blocks)] == ["Kim Berg"]
    unnamed = named.source.model_copy(update={"named": False})
    assert not turns_of(unnamed, blocks)


def test_the_blocks_kept_beside_a_source_hold_each_second_and_old_ones_are_read() -> None:
    written = dump_blocks(TALK.blocks)
    assert parse_blocks(written, len(TALK.text)) == TALK.blocks
    old = '{"claimcheck": 1, "blocks": [{"kind": "cue", "start": 0, "end": 4, "time": "00:00:01"}]}'
    assert parse_blocks(old, 4)[0].times == ()


@pytest.mark.parametrize(
    "times", ['[[9, "00:00:02"]]', '[[2, "late"]]', '[[2, "00:02"], [1, "00:03"]]', '"x"']
)
def test_bad_seconds_are_refused(times: str) -> None:
    listed = f'{{"claimcheck": 1, "blocks": [{{"kind": "cue", "start": 0, "end": 4, "times": {times}}}]}}'
    with pytest.raises(ValueError, match=r"time|order|list"):
        parse_blocks(listed, 4)
