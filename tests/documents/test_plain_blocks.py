from __future__ import annotations

import pytest

from claimcheck.documents import roles
from claimcheck.documents.datelines import leading_dateline
from claimcheck.documents.readers import plain


def carved(text: str) -> list[tuple[str, str]]:
    document = plain.read_text(text)
    return [(block.kind, text[block.start : block.end]) for block in document.blocks]


SCRAPED = """Harbour board approves budget
By Ana Ruiz and Tom Obi
March 4, 2026
PORT ALDER (Coast Desk) — The harbour board approved a budget of $41.2 million on Tuesday.
Three members voted against it, according to the minutes.
What comes next
The budget now goes to the council, which has until June to vote on it.
- A new crane
- Two tugs
Photo: The old crane at dawn. (Coast Desk/Lena Wolf)
https://img.example.org/harbour/crane.jpg
"""


def test_a_scraped_article_with_a_paragraph_a_line() -> None:
    assert carved(SCRAPED) == [
        ("headline", "Harbour board approves budget"),
        ("byline", "By Ana Ruiz and Tom Obi"),
        ("dateline", "March 4, 2026"),
        ("dateline", "PORT ALDER (Coast Desk)"),
        ("paragraph", "The harbour board approved a budget of $41.2 million on Tuesday."),
        ("paragraph", "Three members voted against it, according to the minutes."),
        ("subhead", "What comes next"),
        ("paragraph", "The budget now goes to the council, which has until June to vote on it."),
        ("list_item", "A new crane"),
        ("list_item", "Two tugs"),
        ("caption", "Photo: The old crane at dawn. (Coast Desk/Lena Wolf)"),
        ("markup", "https://img.example.org/harbour/crane.jpg"),
    ]


def test_what_the_article_says_of_itself() -> None:
    document = plain.read_text(SCRAPED)
    assert document.title == "Harbour board approves budget"
    assert document.authors == ("Ana Ruiz", "Tom Obi")
    assert document.published == "2026-03-04"
    assert not document.extracted
    assert [reference.target for reference in document.references] == [
        "https://img.example.org/harbour/crane.jpg"
    ]


WRAPPED = """Harbour board approves budget

The harbour board approved a budget of $41.2 million on Tuesday, after a
debate that lasted until midnight and drew more than two hundred people to
the hall. Mayor Lena Hart called it a good day.

Three members voted against it. "We are buying a crane that nobody has
asked for," said one of them.

- A new crane for the eastern quay, which has stood
  empty since 2019
- Two tugs
"""


def test_hard_wrapped_lines_make_one_paragraph() -> None:
    kinds = carved(WRAPPED)
    assert [kind for kind, _ in kinds] == ["headline", "paragraph", "paragraph", "list_item", "list_item"]
    assert kinds[1][1].startswith("The harbour board")
    assert kinds[1][1].endswith("a good day.")
    assert kinds[2][1].count("\n") == 1
    assert kinds[3][1].startswith("A new crane")
    assert kinds[3][1].endswith("since 2019")


def test_a_wrapped_line_that_begins_with_a_number_is_no_list_item() -> None:
    text = (
        "The old harbour master died at his home in Saltmarsh on Monday. He was\n"
        "91. His daughter said that he had asked to be buried at sea, and that\n"
        "the board had given its leave some days before the end of his illness.\n"
    )
    assert carved(text) == [("paragraph", text.strip())]


def test_numbered_lines_stay_items() -> None:
    text = "What the board decided, in the order in which it did\n1. A new crane.\n2. A second tug.\n"
    assert [kind for kind, _ in carved(text)][1:] == ["list_item", "list_item"]


def test_a_list_of_titles_is_not_wrapped_prose() -> None:
    text = "The Ten Best Harbours Of The World\nA Guide To Cranes And Their Owners\nWhy Tugs Matter More Than You Think\n"
    assert len(carved(text)) == 3


def test_a_standfirst_stands_between_headline_and_byline() -> None:
    text = "Crane sinks\n\nA night of wind, and nobody on watch\n\nBy Ana Ruiz\n\nThe crane sank at 3 a.m. on Monday.\n"
    assert [kind for kind, _ in carved(text)] == ["headline", "standfirst", "byline", "paragraph"]


def test_front_matter_is_read_and_is_no_prose() -> None:
    text = '---\ntitle: "Crane: sunk"\ndate: 2026-03-04\nauthors: [Ana Ruiz, Tom Obi]\nlanguage: en-GB\n---\nThe crane sank.\n'
    document = plain.read_text(text)
    assert (document.title, document.published) == ("Crane: sunk", "2026-03-04")
    assert document.authors == ("Ana Ruiz", "Tom Obi")
    assert document.language == "en-GB"
    assert [block.kind for block in document.blocks] == ["front_matter", "paragraph"]


@pytest.mark.parametrize(
    "head",
    [
        "---\na: &x [1]\ntitle: T\nb: *x\n---\n",
        "---\ntitle: T\n  bad: : indent\n---\n",
        "---\n" + "[" * 5_000 + "\ntitle: T\n---\n",
        "---\ntitle: T\ntitle: U: V\n---\n",
    ],
    ids=["alias", "broken", "deep", "colon"],
)
def test_odd_front_matter_is_read_line_by_line_and_told(head: str) -> None:
    document = plain.read_text(head + "The crane sank.\n")
    assert document.title
    assert document.blocks[0].kind == "front_matter"
    assert "line by line" in document.warnings[0]


def test_toml_front_matter() -> None:
    document = plain.read_text('+++\ntitle = "Crane"\ndate = 2026-03-04\n+++\nThe crane sank.\n')
    assert (document.title, document.published) == ("Crane", "2026-03-04")


def test_a_rule_of_dashes_is_no_front_matter() -> None:
    assert carved("---\nThe crane sank.\n---\n")[1] == ("paragraph", "The crane sank.")


def test_footnotes_hang_on_the_words_before_their_marks() -> None:
    text = "Crane sinks\n\nThe crane sank.[1] Nobody drowned.\n\n[1] Harbour log, page 4.\n"
    document = plain.read_text(text)
    (reference,) = document.references
    assert (text[reference.start : reference.end], reference.kind) == ("The crane sank.", "footnote")
    assert reference.target == "Harbour log, page 4."
    assert carved(text)[-1] == ("footnote", "Harbour log, page 4.")


def test_tabs_make_cells() -> None:
    assert carved("Year\tTotal\tShare\n2024\t41.2\t7%\n")[:3] == [
        ("table_cell", "Year"),
        ("table_cell", "Total"),
        ("table_cell", "Share"),
    ]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("LONDON — The bill passed after a long night of talks.", "LONDON — "),
        ("PARIS, March 4 (Agency) - The bill passed after a long night.", "PARIS, March 4 (Agency) - "),
        ("Port Alder (AP) — The bill passed after a long night of talks.", "Port Alder (AP) — "),
        ("(Reuters) - The bill passed after a long night of talks here.", "(Reuters) - "),
        ("SEATTLE, Wash. — The bill passed after a long night of talks.", "SEATTLE, Wash. — "),
        ("The mayor — a lawyer — said that the bill passed on Monday.", ""),
        ("NATO - an alliance of thirty-two states - met in the city.", ""),
        ("NATO — Europe's largest alliance — agreed to meet in the city.", ""),
        ("FIFA - Zurich's best known guest - has a new president.", ""),
        ("LONDON — Two men — one aged 80 — were hurt in a fire.", "LONDON — "),
        ("LONDON — Police held two men — both of them bakers — on Monday.", "LONDON — "),
        ("LONDON — Two men — brothers — were jailed on Monday.", "LONDON — "),
        ("PARIS — The minister — accused of fraud — resigned on Monday.", "PARIS — "),
        ("SANTA ROSA BAY — The bill passed after a long night.", "SANTA ROSA BAY — "),
        ("Well-known people - all of them - came to the harbour today.", ""),
    ],
)
def test_datelines_before_a_paragraph(text: str, end: str) -> None:
    assert text[: leading_dateline(text, 0, len(text))] == end


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Ruiz", ("Ana Ruiz",)),
        ("BY ANA RUIZ, STAFF WRITER", ("ANA RUIZ",)),
        ("By Ana Ruiz and Tom Obi, Staff Writers", ("Ana Ruiz", "Tom Obi")),
        ("Reporting by Ana de la Cruz in Port Alder", ("Ana de la Cruz",)),
        ("By the time the crane sank, nobody was there.", None),
        ("By Monday it had sunk, the mayor said in a letter to all the people of the town.", None),
    ],
)
def test_bylines(line: str, names: tuple[str, ...] | None) -> None:
    assert roles.byline(line) == names


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("March 4, 2026", "2026-03-04"),
        ("Wednesday, 4 March 2026", "2026-03-04"),
        ("Published: Sept. 4th, 2026 at 10:30 a.m. EST", "2026-09-04"),
        ("Updated 2026-03-04 10:30", "2026-03-04"),
        ("2026-03-04T10:30:00+00:00", "2026-03-04T10:30:00+00:00"),
        ("On March 4, 2026, the crane sank in the old harbour.", None),
        ("February 30, 2026", None),
    ],
)
def test_lines_that_hold_a_date_alone(line: str, day: str | None) -> None:
    assert roles.date_line(line) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Tarn, 3 May 2026", "2026-05-03"),
        ("NEW LEA, May 3, 2026", "2026-05-03"),
        ("Tarn and Lea in autumn, 3 May 2026", None),
        ("Council minutes, 3 May 2026", None),
        ("Tarn Council, 3 May 2026", None),
        ("Deadline, 3 May 2026", None),
        ("3 May 2026", None),
        ("Tarn, 3 May 2026, was cold.", None),
    ],
)
def test_lines_of_a_place_and_a_date(line: str, day: str | None) -> None:
    assert roles.placed_day(line) == day


def test_a_place_and_a_date_over_the_headline_are_its_dateline() -> None:
    text = "Tarn, 3 May 2026\n\nCrane sinks in harbour\n\nThe crane sank on Friday. Nobody was hurt.\n"
    assert [kind for kind, _ in carved(text)] == ["dateline", "headline", "paragraph"]
    assert plain.read_text(text).published == "2026-05-03"


def test_wrapped_lines_full_of_names_are_still_one_paragraph() -> None:
    text = (
        "Rovers win at Dunmere\n\nPUBLISHED 18:42, 14 FEB 2026\n\nBy Kit Farrow\nSports reporter\n\n"
        "DUNMERE -- Halden Rovers won away for the first time in 14 months on\n"
        "Saturday, beating Dunmere Town 3-1 in front of 8,412 people at Mill\nRoad.\n\n"
        "Manager Ruth Oyelaran took off midfielder T.J. Sands at the break, and\n"
        "Doctor Lane will look at his knee at the ground of the club in Halden on\nMonday.\n"
    )
    kinds = carved(text)
    assert [kind for kind, _ in kinds] == [
        "headline",
        "dateline",
        "byline",
        "byline",
        "dateline",
        "paragraph",
        "paragraph",
    ]
    assert kinds[-1][1].endswith("Halden on\nMonday.")
    assert plain.read_text(text).published == "2026-02-14"


def test_a_section_name_over_the_headline_and_a_byline_without_by() -> None:
    text = "Health\n\nCity hospital cuts waiting list\n\nSarah Quill\n3 March 2026\n\nThe list fell by a third last year.\n"
    assert [kind for kind, _ in carved(text)] == ["subhead", "headline", "byline", "dateline", "paragraph"]
    document = plain.read_text(text)
    assert (document.title, document.authors) == ("City hospital cuts waiting list", ("Sarah Quill",))


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Photo: The crane at dawn.", True),
        ("The crane at dawn. (AP Photo/Lena Wolf)", True),
        ("Boats wait off Port Alder on Monday. REUTERS/Lena Wolf", True),
        ("Boats wait off Port Alder on Monday. Lena Wolf/Getty Images", True),
        ("The states said the rule went beyond the powers of the EPA.", False),
        ("Hart spoke to AFP.", False),
        ("Photo finishes are rare in this race.", False),
    ],
)
def test_captions_and_credits(text: str, caption: bool) -> None:
    assert roles.is_caption(text) is caption
