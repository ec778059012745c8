"""Every place as reports name it leads back to the words that stand there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.model import Block, Locator
from claimcheck.evidence.proposing import place_at
from claimcheck.records.locators import say_place
from claimcheck.records.models import Source
from claimcheck.sources.places import NothingThere, find_place
from claimcheck.sources.texts import SourceText

SOURCE = Source(
    claimcheck=1, id="a", title="A", provider="unknown", tier="secondary", reliability="F", lineage="unknown"
)


def table(*names: str) -> SourceText:
    """A source whose cells hold their own names."""
    blocks, at = [], 0
    for name in names:
        blocks.append(Block("table_cell", at, at + len(name), locator=Locator(cell=name)))
        at += len(name) + 1
    return SourceText(SOURCE, "\n".join(names), tuple(blocks), "")


def words(text: SourceText, place: str) -> list[str]:
    return [text.text[spot.start : spot.end] for spot in find_place(text, place)]


@given(
    st.text(st.sampled_from("Q1, 24'-&!.äB“”\"page;"), min_size=1, max_size=31).filter(
        lambda name: name.strip() == name
    ),
    st.sampled_from(["A1", "B7", "XFD1048576"]),
)
def test_a_cell_of_any_sheet_is_found_as_it_is_told(sheet: str, cell: str) -> None:
    held = table("Other!A1", f"{sheet}!{cell}")
    told = say_place(place_at(held, held.blocks[1].start))
    assert words(held, told) == [f"{sheet}!{cell}"]


@pytest.mark.parametrize(
    "asked", ["'O''Brien, 2024'!A1:A2", "O'Brien, 2024!A2:A1", "o'brien, 2024!$a$1–$a$2"]
)
def test_a_sheet_may_stand_in_quotation_marks_and_a_range_run_either_way(asked: str) -> None:
    held = table("O'Brien, 2024!A1", "O'Brien, 2024!A2", "Other!A1")
    assert words(held, asked) == ["O'Brien, 2024!A1", "O'Brien, 2024!A2"]


def test_a_range_of_any_size_is_found() -> None:
    held = table(*(f"Costs!B{row}" for row in range(1, 3001)))
    assert len(words(held, "Costs!A1:XFD1048576")) == 3000


def test_a_range_without_a_sheet_is_found_in_each() -> None:
    assert words(table("One!A1", "Two!A1", "Two!B9"), "A1:A5") == ["One!A1", "Two!A1"]


@pytest.mark.parametrize("asked", ["Costs!B2", "Cost!A1", "table 1, cell A1"])
def test_a_cell_that_is_not_there_is_told(asked: str) -> None:
    with pytest.raises(NothingThere):
        find_place(table("Costs!A1"), asked)


@pytest.mark.parametrize(
    "headings",
    [
        ["The “lost” years"],
        ['"No comment", he said'],
        ["Costs, and why; page 4"],
        ["One > two"],
        [f"{name} " * 30 for name in ("First", "Second", "Third", "Fourth", "Fifth")],
    ],
)
def test_a_heading_is_found_as_it_is_told(headings: list[str]) -> None:
    blocks, text = [], ""
    for level, heading in enumerate(headings, 2):
        title = heading.strip()
        blocks.append(Block("subhead", len(text), len(text) + len(title), level))
        text += title + "\n\n"
    blocks.append(Block("paragraph", len(text), len(text) + 9, locator=Locator(page=2, paragraph=5)))
    held = SourceText(SOURCE, text + "Six fell.\n", tuple(blocks), "")
    told = say_place(place_at(held, len(text)))
    assert "under" in told
    assert words(held, told) == ["Six fell."]
