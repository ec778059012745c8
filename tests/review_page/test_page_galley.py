from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from page_states import claim_at, part, state_of

from claimcheck.records.models import Anchor, Decided, Dropped
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
