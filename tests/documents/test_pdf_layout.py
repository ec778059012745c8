"""How lines of a PDF's pages make paragraphs: turned pages, wrapped headings, heads, marks of notes, notes."""

from __future__ import annotations

import pytest
from pdf_maker import Words, pdf

from claimcheck.documents.failures import DamagedDocument
from claimcheck.documents.model import Document
from claimcheck.documents.readers import pdf as reader
from claimcheck.documents.reading import detect_format

SOLD = "The council sold the old depot on Tuesday for three million"
REST = "pounds. It was built in 1958."


def read(*lines: Words, over: str = "") -> Document:
    return reader.read(pdf([list(lines)], over=over), "a.pdf")


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(one.kind, document.text[one.start : one.end]) for one in document.blocks]


TURNED = {
    90: "q 0 1 -1 0 595 0 cm {} Q\n",
    180: "q -1 0 0 -1 595 842 cm {} Q\n",
    270: "q 0 -1 1 0 0 842 cm {} Q\n",
}


@pytest.mark.parametrize("angle", TURNED)
def test_a_page_set_sideways_reads_as_one_set_upright(angle: int) -> None:
    lines = "".join(
        f"BT /F1 10 Tf 0 0 0 rg 1 0 0 1 72 {y} Tm ({text}) Tj ET\n" for y, text in ((500, SOLD), (486, REST))
    )
    document = reader.read(pdf([[]], over=TURNED[angle].format(lines)), "a.pdf")
    assert document.text == f"{SOLD} {REST}\n"


def test_a_line_that_runs_up_the_page_stands_by_itself() -> None:
    up = "BT /F1 10 Tf 0 1 -1 0 300 200 Tm (The site was flooded in 1968, says the map.) Tj ET\n"
    document = read(Words(72, 700, SOLD), Words(72, 686, REST), over=up)
    assert document.text == f"{SOLD} {REST}\n\nThe site was flooded in 1968, says the map.\n"


def test_a_heading_over_two_lines_is_one() -> None:
    document = read(
        Words(72, 740, "Council sells old depot for", size=18),
        Words(72, 718, "half its value", size=18),
        *(Words(72, 680 - 12 * number, f"{SOLD} and number {number} of them.") for number in range(6)),
    )
    assert kinds(document)[0] == ("headline", "Council sells old depot for half its value")


def test_a_line_that_ends_although_there_is_room_ends_its_paragraph() -> None:
    document = read(Words(72, 700, "By Ann Lowe"), Words(72, 688, SOLD), Words(72, 676, REST))
    assert document.text == f"By Ann Lowe\n\n{SOLD} {REST}\n"
    assert document.authors == ("Ann Lowe",)


def test_a_long_word_that_had_no_room_ends_none() -> None:
    first = "The council voted on a motion by the member for Lower"
    document = read(
        Words(72, 700, first),
        Words(72, 688, "Norreybridgeworthingtonshire, and it was"),
        Words(72, 676, REST),
    )
    assert document.text.startswith(f"{first} Norreybridge")


def test_small_letters_over_the_text_head_the_page() -> None:
    body = [Words(72, 640 - 12 * number, f"{SOLD} and number {number} of them.") for number in range(6)]
    document = read(
        Words(72, 815, "MARSH COURIER | 4 March 2026", size=7), Words(72, 700, "Depot sold", size=18), *body
    )
    assert kinds(document)[0] == ("headline", "Depot sold")
    assert ("MARSH COURIER | 4 March 2026", "page header or footer") in [
        (one.text, one.why) for one in document.hidden
    ]


@pytest.mark.parametrize("line", ["4 March 2026", "Tarn, 4 March 2026", "Published: 4 March 2026"])
def test_the_day_over_the_beginning_is_the_texts_own(line: str) -> None:
    body = [Words(72, 640 - 12 * number, f"{SOLD} and number {number} of them.") for number in range(6)]
    document = read(Words(72, 815, line, size=7), Words(72, 700, "Depot sold", size=18), *body)
    assert kinds(document)[:2] == [("dateline", line), ("headline", "Depot sold")]
    assert document.published == "2026-03-04"
    assert document.hidden == ()


def up(x: int, text: str) -> str:
    return f"BT /F1 8 Tf 0 1 -1 0 {x} 200 Tm ({text}) Tj ET\n"


def test_lines_up_the_edge_of_every_page_are_left_out() -> None:
    pages = [[Words(72, 700, f"{SOLD} {number}"), Words(72, 688, REST)] for number in ("one", "two", "three")]
    document = reader.read(pdf(pages, over=up(30, "Tarn county council, draft of 3 May 2026")), "a.pdf")
    assert "draft" not in document.text
    assert [one.text for one in document.hidden] == ["Tarn county council, draft of 3 May 2026"]


def test_a_number_up_the_edge_is_a_tables_and_is_read() -> None:
    pages = [[Words(72, 700, f"{SOLD} {number}"), Words(72, 688, REST)] for number in ("one", "two", "three")]
    document = reader.read(pdf(pages, over=up(30, "1968")), "a.pdf")
    assert document.text.count("1968") == 3


def test_what_stands_on_one_page_upright_and_turned_is_no_running_line() -> None:
    lines = [Words(72, 815, "Tarn depot sale", size=18), Words(72, 700, SOLD), Words(72, 688, REST)]
    document = read(*lines, over=up(30, "Tarn depot sale"))
    assert document.hidden == ()
    assert document.text.count("Tarn depot sale") == 2


def test_a_line_up_the_middle_of_every_page_is_read() -> None:
    pages = [[Words(72, 700, f"{SOLD} {number}"), Words(72, 688, REST)] for number in ("one", "two", "three")]
    document = reader.read(pdf(pages, over=up(300, "The site was flooded in 1968.")), "a.pdf")
    assert document.text.count("The site was flooded in 1968.") == 3


def table(*rows: tuple[str, ...], columns: tuple[int, ...] = (72, 118, 150)) -> list[Words]:
    return [
        Words(x, 600 - 12 * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip(columns, row, strict=True)
    ]


def test_columns_that_stand_close_are_cells() -> None:
    rows = [
        ("Town", "2024", "2025"),
        ("Lea", "1,204", "1,310"),
        ("Odda", "310", "290"),
        ("Norrey", "96", "101"),
    ]
    document = read(Words(72, 700, SOLD), Words(72, 688, REST), *table(*rows))
    assert document.text == f"{SOLD} {REST}\n" + "\n".join("\t".join(row) for row in rows) + "\n"
    assert [kind for kind, _ in kinds(document)] == ["paragraph", *["table_cell"] * 12]


def test_a_gap_in_one_column_parts_the_others_still() -> None:
    rows = [
        ("Lea", "1,204", "1,310"),
        ("Odda", "1,310", "2,290"),
        ("Holm", "4,401", "5,205"),
        ("Ness", "7,100", ""),
    ]
    lines = read(*table(*rows, columns=(72, 105, 140))).text.splitlines()
    assert lines == ["\t".join(cell for cell in row if cell) for row in rows]


def test_the_names_of_columns_are_cells_too() -> None:
    rows = [
        ("Town", "Old", "New"),
        ("Lea", "1,204", "1,310"),
        ("Odda", "310", "290"),
        ("Norrey", "96", "n/a"),
    ]
    assert read(*table(*rows)).text == "\n".join("\t".join(row) for row in rows) + "\n"


@pytest.mark.parametrize(
    "lines",
    [
        [
            "The board met in  1958 and sold the old depot to a firm",
            "of five men, and in  1962 it bought it back from",
            "them.",
        ],
        ["Lea  1,204", "Odda  310"],
        ["Lea . . . . .   12", "Odda. . . . .   14", "Norrey . . . .   16", "Holm . . . . .   18"],
        [
            "1.  It was built by the county and never let",
            "2.  It was sold on Tuesday for three million",
            "3.  It is empty",
        ],
        [
            "Ines  Lund and the mayor of the town of Odda",
            "Tom   Obi and the head of the school there",
            "Ana   Ruiz and nobody else was in the hall",
        ],
    ],
)
def test_wide_gaps_in_prose_part_nothing(lines: list[str]) -> None:
    assert "\t" not in read(*(Words(72, 700 - 12 * number, line) for number, line in enumerate(lines))).text


def test_marks_of_notes_are_raised_figures() -> None:
    mark = (
        "BT /F1 10 Tf 0 0 0 rg 1 0 0 1 72 700 Tm (It was sold on Tuesday.) Tj 4 Ts /F1 6 Tf (12) Tj 0 Ts ET\n"
    )
    assert read(Words(72, 600, SOLD), over=mark).text.startswith("It was sold on Tuesday.¹²\n")


def test_notes_laid_on_a_page_are_kept_apart() -> None:
    note = b"/Annots [<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Ask legal first.) >>] /Contents"
    data = pdf([[Words(72, 700, SOLD)]]).replace(b"/Contents", note, 1)
    document = reader.read(data, "a.pdf")
    assert [(one.text, one.why) for one in document.hidden] == [
        ("Ask legal first.", "a note laid on the page")
    ]


def test_a_damaged_pdf_is_no_text_file() -> None:
    data = b"\n\n%PDF-1.4\n" + b"x" * 400
    assert detect_format("a.pdf", data) == "pdf"
    with pytest.raises(DamagedDocument):
        reader.read(data, "a.pdf")
