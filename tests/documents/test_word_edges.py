"""Word documents as offices really write them: comments in lists, boxes in cells, deleted rows, formulas."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from claimcheck.documents.model import Document
from claimcheck.documents.readers import docx

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
OPEN, CLOSE = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
COMMENT = f'<w:comments {W}><w:comment w:id="1"><w:p><w:r><w:t>Who says so?</w:t></w:r></w:p></w:comment></w:comments>'
GONE = '<w:del w:author="Bo"/>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str) -> str:
    return f'<w:del w:author="Bo"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def paragraph(content: str, properties: str = "") -> str:
    words = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def row(*cells: str, properties: str = "") -> str:
    inside = "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def box(*paragraphs: str) -> str:
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice>{inside}</mc:Choice>"
        f"<mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def read(body: str, shown: bool = False, **parts: str) -> Document:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return (docx.read_as_shown if shown else docx.read)(out.getvalue(), "a.docx")


def words(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


FIRST = paragraph("The harbour board met on Monday.")


@pytest.mark.parametrize(
    ("body", "hung"),
    [
        (paragraph(f"{OPEN}{run('Six cranes')}{CLOSE}{run(' fell.')}", "<w:numPr/>"), "Six cranes"),
        (paragraph(f"{run('   ')}{OPEN}{run('Six cranes')}{CLOSE}{run(' fell.')}"), "Six cranes"),
        (paragraph(f"{run('There ')}{OPEN}{run('fell six cranes. ')}{CLOSE}"), "fell six cranes."),
        (
            paragraph(f"{run('There ')}{OPEN}{run('fell six.')}") + paragraph(f"{run('One ')}{CLOSE}{run('sank.')}"),
            "fell six.\n\nOne",
        ),
        (f"<w:tbl>{row('Year', 'Cranes')}{row('2024', paragraph(OPEN + run('six') + CLOSE))}</w:tbl>", "six"),
    ],
)  # fmt: skip
def test_a_comment_hangs_on_its_words_to_the_letter(body: str, hung: str) -> None:
    document = read(FIRST + body, comments=COMMENT)
    assert [document.text[one.start : one.end] for one in document.references] == [hung]


def test_a_comment_on_no_words_is_kept_apart() -> None:
    document = read(paragraph(f"{run('Six cranes fell.')}{OPEN}{run('  ')}{CLOSE}"), comments=COMMENT)
    assert not document.references
    assert [(one.text, one.why) for one in document.hidden] == [("Who says so?", "comment")]


def test_a_text_box_in_a_cell_is_read_once() -> None:
    table = f"<w:tbl>{row('Year', 'Cranes')}{row('2024', paragraph(run('six') + box(paragraph('In a box.'))))}</w:tbl>"
    assert words(read(table)) == ["Year", "Cranes", "2024", "six", "In a box."]


def test_a_text_box_in_a_text_box_is_read_once() -> None:
    outer = box(paragraph(run("Outer words.") + box(paragraph("Inner words."))))
    assert words(read(paragraph(run("Six fell.") + outer))) == ["Six fell.", "Outer words.", "Inner words."]


def test_a_deleted_row_is_kept_apart_and_told() -> None:
    cells = [paragraph(deleted("2025")), paragraph(deleted("nine"))]
    gone = row(*cells, properties=GONE)
    document = read(f"<w:tbl>{row('Year', 'Cranes')}{row('2024', 'six')}{gone}</w:tbl>")
    assert words(document) == ["Year", "Cranes", "2024", "six"]
    assert [(one.text, one.why) for one in document.hidden] == [
        ("2025 nine", "deleted by Bo (tracked change)")
    ]
    assert "1 deleted by Bo" in document.warnings[0]


def test_a_deleted_row_of_a_table_within_a_cell_is_kept_apart() -> None:
    inner = f"<w:tbl>{row('kept')}{row('gone', properties=GONE)}</w:tbl>"
    document = read(f"<w:tbl>{row('Year', 'Cranes')}{row('2024', inner + paragraph('six'))}</w:tbl>")
    assert words(document)[-1] == "kept six"
    assert [one.text for one in document.hidden] == ["gone"]


NOTED = paragraph(run("Six cranes fell.") + '<w:r><w:footnoteReference w:id="2"/></w:r>')
MOVED = f'<w:moveFrom w:author="Bo">{run("moved ")}</w:moveFrom>'
NOTE = (
    f'<w:footnotes {W}><w:footnote w:id="2"><w:p>{run("The port ")}{deleted("old ")}{MOVED}{run("record.")}'
    "</w:p></w:footnote></w:footnotes>"
)


def test_tracked_changes_of_a_note_are_read_as_those_of_the_text() -> None:
    document = read(NOTED, footnotes=NOTE)
    assert words(document)[-1] == "The port record."
    assert [(one.text, one.why) for one in document.hidden] == [
        ("old ", "deleted by Bo (tracked change), in a note")
    ]
    assert "[-old-]" in words(read(NOTED, shown=True, footnotes=NOTE))[-1]


def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next() -> None:
    two = paragraph("Six cranes", f"<w:rPr>{GONE}</w:rPr>") + paragraph(" fell into the harbour.")
    assert words(read(FIRST + two))[1:] == ["Six cranes fell into the harbour."]
    assert words(read(FIRST + two, shown=True))[1:] == ["Six cranes", "fell into the harbour."]


def test_the_last_paragraph_is_read_though_its_end_is_deleted() -> None:
    assert words(read(FIRST + paragraph("Six fell.", f"<w:rPr>{GONE}</w:rPr>")))[1:] == ["Six fell."]


def part(name: str, *texts: str) -> str:
    return f"<m:{name}>{''.join(f'<m:r><m:t>{text}</m:t></m:r>' for text in texts)}</m:{name}>"


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        (part("r", "").replace("<m:r><m:t></m:t></m:r>", "<m:t>x = 42</m:t>"), "x = 42"),
        (f"<m:f>{part('num', '1')}{part('den', '2')}</m:f>", "1/2"),
        (f"<m:f>{part('num', 'a+b')}{part('den', '2')}</m:f>", "(a+b)/2"),
        (f"<m:sSup>{part('e', '10')}{part('sup', '6')}</m:sSup>", "10^6"),
    ],
)
def test_a_formula_is_read_where_it_stands(formula: str, shown: str) -> None:
    line = paragraph(f"{run('It weighs ')}<m:oMath>{formula}</m:oMath>{run(' tonnes.')}")
    assert words(read(FIRST + line))[1:] == [f"It weighs {shown} tonnes."]


@pytest.mark.parametrize(
    ("colour", "marked", "hidden"),
    [
        ("FFFFFF", "white", True),
        ("000000", "black", True),
        ("FFFFFF", "black", False),
        ("FFFFFF", "yellow", False),
        ("FFFFFF", "darkGreen", False),
    ],
)
def test_letters_in_the_colour_of_their_marker_are_not_seen(colour: str, marked: str, hidden: bool) -> None:
    looks = f'<w:color w:val="{colour}"/><w:highlight w:val="{marked}"/>'
    document = read(FIRST + paragraph(run("Nobody sees it.", looks)))
    assert ("Nobody sees it." in document.text) is not hidden
    assert [one.text for one in document.hidden] == ["Nobody sees it."] * hidden


def test_an_absurd_measure_of_a_table_does_no_harm() -> None:
    before = f'<w:gridBefore w:val="{"9" * 5000}"/>'
    assert words(read(f"<w:tbl>{row('a', 'b', properties=before)}{row('c', 'd')}</w:tbl>")) == list("abcd")
