from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from page_states import claim_at, part, state_of

from claimcheck.records.models import Anchor, Claim, Decided, Dropped
from claimcheck.review.web.pages.galley import Galley, Run, lay_out

TEXT = """---
title: "Pier"
---

# The pier is closed

The pier cost **41 million**. It opened in *May*, says [the council](https://council.example/minutes).

- Read more about the harbour.
- The ferry still runs.

| Year | Visitors |
|------|----------|
| 2025 | 212,000  |
"""


def runs(galley: Galley) -> list[Run]:
    return [run for group in galley.groups for block in group.paragraphs for run in block.runs]


def words(run: Run) -> str:
    return "".join(piece.text for piece in run.pieces)


def test_a_claim_reads_without_its_markup_and_keeps_its_emphasis() -> None:
    claim = claim_at(TEXT, "The pier cost **41 million**.")
    (run,) = [run for run in runs(lay_out(state_of(TEXT, [claim]))) if run.mark]
    assert words(run) == "The pier cost 41 million."
    assert [piece.text for piece in run.pieces if piece.strong] == ["41 million"]


def test_a_link_shows_its_words_and_keeps_its_address() -> None:
    claim = claim_at(TEXT, "It opened in *May*, says [the council](https://council.example/minutes).")
    (run,) = [run for run in runs(lay_out(state_of(TEXT, [claim]))) if run.mark]
    assert words(run) == "It opened in May, says the council."
    assert [piece.target for piece in run.pieces if piece.target] == ["https://council.example/minutes"]


def test_plain_text_keeps_every_character() -> None:
    text = "It cost *41* million_s_ and [so](on)."
    state = state_of(text, [claim_at(text, text)], path="articles/piece.txt")
    (run,) = runs(lay_out(state))
    assert words(run) == text


def test_front_matter_is_not_shown_and_headings_are() -> None:
    galley = lay_out(state_of(TEXT, []))
    assert next(block.tag for group in galley.groups for block in group.paragraphs) == "h2"
    assert "title:" not in "".join(map(words, runs(galley)))


def test_the_items_of_a_list_stand_together_and_so_do_the_cells_of_a_row() -> None:
    groups = lay_out(state_of(TEXT, [])).groups
    shapes = [(group.kind, len(group.paragraphs)) for group in groups if group.kind != "block"]
    assert shapes == [("list", 2), ("row", 2), ("row", 2)]


def test_parts_are_cut_out_with_their_ticks() -> None:
    text = "The pier cost 41 million in 2025."
    ticked = part(text, "2025", "date").model_copy(
        update={"ticked": Decided(by="ann", at="2026-03-04T09:12:00Z")}
    )
    claim = claim_at(text, text, parts=[part(text, "41 million"), ticked])
    (run,) = runs(lay_out(state_of(text, [claim])))
    assert [(piece.text, piece.part, piece.kind, piece.ticked) for piece in run.pieces if piece.part] == [
        ("41 million", 1, "figure", False),
        ("2025", 2, "date", True),
    ]


def test_a_name_within_a_quotation_is_a_part_of_its_own() -> None:
    text = 'She said "ask Odile Fenn about it".'
    claim = claim_at(
        text,
        text,
        parts=[part(text, "ask Odile Fenn about it", "quotation"), part(text, "Odile Fenn", "name")],
    )
    (run,) = runs(lay_out(state_of(text, [claim])))
    assert [(piece.text, piece.part) for piece in run.pieces if piece.part] == [
        ("ask ", 1),
        ("Odile Fenn", 2),
        (" about it", 1),
    ]


def test_a_claim_that_begins_before_its_block_is_shown_whole() -> None:
    text = "*The pier is closed. It reopens in May.*\n"
    claim = claim_at(text, "*The pier is closed.")
    (run,) = [run for run in runs(lay_out(state_of(text, [claim]))) if run.mark]
    assert words(run) == "The pier is closed."
    assert all(piece.em for piece in run.pieces)


def test_what_was_dropped_is_told_apart_but_a_heading_reads_as_a_heading() -> None:
    item = "Read more about the harbour."
    dropped = [
        Dropped(text=words, why="call to act", start=TEXT.index(words), end=TEXT.index(words) + len(words))
        for words in ("The pier is closed", item)
    ]
    found = [words(run) for run in runs(lay_out(state_of(TEXT, [], dropped=dropped))) if run.dropped]
    assert found == [item]


def test_a_long_article_is_laid_out_in_two_goes_without_a_gap() -> None:
    text = "\n\n".join(f"Sentence number {number} says little." for number in range(200))
    state = state_of(text, [])
    first = lay_out(state, 0, 1000)
    assert first.rest is not None
    rest = lay_out(state, first.rest)
    assert rest.rest is None
    assert first.groups + rest.groups == lay_out(state).groups


def test_markup_without_an_end_takes_no_long_time() -> None:
    text = "**a " * 60_000 + "\n\n" + "[b](" * 60_000
    assert runs(lay_out(state_of(text, [])))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='ab *_[]()\n.#-|">é\u202e', min_size=1, max_size=120), st.data())
def test_every_claim_is_shown_once_wherever_it_stands(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=8)))
    claims = [
        claim_at(text, text[start:end], number, anchor=Anchor(start=start, end=end))
        for number, (start, end) in enumerate(zip(cuts[::2], cuts[1::2], strict=False))
        if end > start
    ]
    for path in ("articles/piece.md", "articles/piece.txt"):
        shown = runs(lay_out(state_of(text, claims, path=path)))
        marked = [run for run in shown if run.mark]
        if path.endswith(".txt"):
            assert [words(run) for run in marked] == [claim.text for claim in claims]
        assert [run.mark.short for run in marked if run.mark] == [
            claim.id.partition("/")[2] for claim in claims
        ]


def shapes(text: str, *claims: Claim) -> list[tuple[str, list[str]]]:
    """What each group is, with the tags of blocks and the words of cells."""
    groups = lay_out(state_of(text, list(claims), path="articles/piece.html")).groups
    return [
        (
            group.kind,
            ["".join(map(words, block.runs)) for block in group.paragraphs]
            if group.kind == "row"
            else [block.tag for block in group.paragraphs],
        )
        for group in groups
    ]


def test_rows_of_two_cells_and_of_one_are_no_headings() -> None:
    table = "Costs\nPier\t2026\nNorth pier\t14.0\nHarbour\nSouth pier\t15.1"
    text = (
        f"Piers cost more\n\nThe board said so on Friday.\n\n{table}\n\nNobody was asked about the piers.\n"
    )
    assert shapes(text) == [
        ("block", ["h2"]),
        ("block", ["p"]),
        ("row", ["Costs"]),
        ("row", ["Pier", "2026"]),
        ("row", ["North pier", "14.0"]),
        ("row", ["Harbour"]),
        ("row", ["South pier", "15.1"]),
        ("block", ["p"]),
    ]


def test_a_table_over_all_other_text_has_rows_and_no_headline() -> None:
    text = "Pier\t2026\nNorth pier\t14.0\n\nNobody was asked about the piers on Friday.\n"
    assert shapes(text)[:2] == [("row", ["Pier", "2026"]), ("row", ["North pier", "14.0"])]


def test_a_claim_in_a_cell_is_marked_in_its_row() -> None:
    text = "Piers\n\nThe board said so on Friday.\n\nNorth\tIt cost $14 million.\nSouth\tIt was sold.\n"
    claim = claim_at(text, "It cost $14 million.")
    assert ("row", ["North", "It cost $14 million."]) in shapes(text, claim)
    galley = lay_out(state_of(text, [claim], path="articles/piece.html"))
    assert [words(run) for run in runs(galley) if run.mark] == ["It cost $14 million."]


def test_an_indented_line_and_a_list_with_tabs_are_no_tables() -> None:
    text = (
        "Piers\n\n\tThe board said so on Friday.\n\n1.\tNorth pier\n2.\tSouth pier\n\nIt rained on Friday.\n"
    )
    assert all(kind != "row" for kind, _ in shapes(text))


def test_twenty_thousand_rows_are_laid_out() -> None:
    text = "Piers\n\n" + "North pier\t14.0\n" * 20_000
    galley = lay_out(state_of(text, [], path="articles/piece.html"), 19_999, most=10)
    assert galley.groups[0].kind == "row"
