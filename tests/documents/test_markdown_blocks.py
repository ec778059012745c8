from __future__ import annotations

from claimcheck.documents.readers import markdown

ARTICLE = """---
title: Harbour budget
date: 2026-03-04T10:00:00Z
author: Ana Ruiz
---

# Harbour board approves budget

By Ana Ruiz

PORT ALDER (Desk) — The board approved a budget of **$41.2 million**, the
[minutes](https://x.example/minutes.pdf "PDF") say.[^1] Three voted *against* it.

![The old crane stands over the quay at dawn.](crane.jpg)
*The crane in March. Photo: Lena Wolf*

What comes next
---------------

- A crane, says [the plan][plan].
- Two tugs,
  both used

> "We are late," said Hart.
> "We will be later."

| Year | Total |
|------|-------|
| 2024 | 41.2  |

<!-- check this -->

    crane --list

See <https://y.example/log> and https://z.example/a.

[^1]: Minutes
[plan]: https://x.example/plan
"""


def carved(text: str) -> list[tuple[str, str]]:
    document = markdown.read_text(text)
    return [(block.kind, text[block.start : block.end]) for block in document.blocks]


def test_blocks_of_an_article() -> None:
    assert carved(ARTICLE)[1:] == [
        ("headline", "Harbour board approves budget"),
        ("byline", "By Ana Ruiz"),
        ("dateline", "PORT ALDER (Desk)"),
        (
            "paragraph",
            "The board approved a budget of **$41.2 million**, the\n"
            '[minutes](https://x.example/minutes.pdf "PDF") say.[^1] Three voted *against* it.',
        ),
        ("caption", "The old crane stands over the quay at dawn."),
        ("caption", "*The crane in March. Photo: Lena Wolf*"),
        ("subhead", "What comes next"),
        ("list_item", "A crane, says [the plan][plan]."),
        ("list_item", "Two tugs,\n  both used"),
        ("block_quote", '"We are late," said Hart.'),
        ("block_quote", '"We will be later."'),
        ("table_cell", "Year"),
        ("table_cell", "Total"),
        ("table_cell", "2024"),
        ("table_cell", "41.2"),
        ("comment", "<!-- check this -->"),
        ("code", "crane --list"),
        ("paragraph", "See <https://y.example/log> and https://z.example/a."),
        ("footnote", "Minutes"),
        ("markup", "[plan]: https://x.example/plan"),
    ]


def test_references_hang_on_their_words() -> None:
    document = markdown.read_text(ARTICLE)
    found = [(ARTICLE[one.start : one.end], one.target, one.kind) for one in document.references]
    assert found == [
        (
            "The board approved a budget of **$41.2 million**, the\n"
            '[minutes](https://x.example/minutes.pdf "PDF") say.',
            "Minutes",
            "footnote",
        ),
        ("minutes", "https://x.example/minutes.pdf", "link"),
        ("the plan", "https://x.example/plan", "link"),
        ("https://y.example/log", "https://y.example/log", "link"),
        ("https://z.example/a", "https://z.example/a", "link"),
    ]


def test_facts_come_from_the_front_matter() -> None:
    document = markdown.read_text(ARTICLE)
    assert document.title == "Harbour budget"
    assert document.published == "2026-03-04T10:00:00+00:00"
    assert document.authors == ("Ana Ruiz",)


def test_a_second_first_level_heading_is_a_subhead() -> None:
    assert [kind for kind, _ in carved("# One\n\nText here.\n\n# Two\n\nMore text.\n")] == [
        "headline",
        "paragraph",
        "subhead",
        "paragraph",
    ]


def test_paragraphs_a_line_without_empty_lines_between() -> None:
    first = "The harbour board approved a budget of $41.2 million on Tuesday after a long debate in the old town hall."
    second = "Three members voted against it because they think that the crane is too large for the eastern quay now."
    assert carved(f"{first}\n{second}\n") == [("paragraph", first), ("paragraph", second)]


def test_no_line_of_words_is_lost_in_deep_nesting() -> None:
    text = ">" * 500 + " the crane sank"
    document = markdown.read_text(text)
    assert "the crane sank" in text[document.blocks[0].start : document.blocks[-1].end]


def test_a_one_word_footnote_is_no_link_definition() -> None:
    document = markdown.read_text("It sank.[^a]\n\n[^a]: Log\n")
    assert [one.kind for one in document.references] == ["footnote"]


def test_a_byline_with_its_date_in_emphasis() -> None:
    document = markdown.read_text("# Quiet seas\n\n**By Lena Wolf** | *4 March 2026*\n\nNoise has doubled.\n")
    assert [block.kind for block in document.blocks] == ["headline", "byline", "paragraph"]
    assert (document.authors, document.published) == (("Lena Wolf",), "2026-03-04")


def test_a_numbered_link_is_no_footnote() -> None:
    document = markdown.read_text("Paid by the [Fund][1].\n\n[1]: https://fund.example\n")
    assert [(one.target, one.kind) for one in document.references] == [("https://fund.example", "link")]
    assert [block.kind for block in document.blocks] == ["paragraph", "markup"]


def test_the_title_of_a_picture_is_its_caption() -> None:
    text = '![Ship](s.jpg "The research ship docked in Tromsø")\n'
    (block,) = markdown.read_text(text).blocks
    assert (block.kind, text[block.start : block.end]) == ("caption", "The research ship docked in Tromsø")


def test_cells_of_a_table_have_their_places() -> None:
    text = "It sank.\n\n| Pier | Cost |\n|---|---|\n| North | 12.5 |\n| South |  |\n|  | 15 |\n\n| Year |\n|---|\n| 2024 |\n"
    document = markdown.read_text(text)
    found = {b.locator.cell: text[b.start : b.end] for b in document.blocks if b.locator and b.locator.cell}
    assert found == {
        "table 1!A1": "Pier", "table 1!B1": "Cost", "table 1!A2": "North", "table 1!B2": "12.5",
        "table 1!A3": "South", "table 1!B4": "15", "table 2!A1": "Year", "table 2!A2": "2024",
    }  # fmt: skip
