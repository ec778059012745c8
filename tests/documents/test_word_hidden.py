"""What of a Word document no reader sees, what its pages repeat, what was deleted; and where its cells are."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.model import Document
from claimcheck.documents.readers import docx
from claimcheck.documents.word.marks import following, struck

W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
UNSEEN = "The harbour master knew."
WHITE, NEARLY_BLACK = '<w:color w:val="FFFFFF"/>', '<w:color w:val="0A0A0A"/>'
WIDE, TALL = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def read(body: str, styles: str = "", page: str = "", shown: bool = False, **parts: str) -> Document:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f"<w:document {W}>{page}<w:body>{body}</w:body></w:document>")
        package.writestr("word/styles.xml", f"<w:styles {W}>{styles}</w:styles>")
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return (docx.read_as_shown if shown else docx.read)(out.getvalue(), "a.docx")


def beside(element: str, **more: str) -> list[tuple[str, str]]:
    """What is kept apart of a paragraph that is seen and this element."""
    document = read(f"<w:p>{run('The crane sank.')}</w:p>{element}", **more)
    assert "The crane sank." in document.text
    assert (UNSEEN in document.text) != bool(document.hidden)
    return [(one.text, one.why) for one in document.hidden]


@pytest.mark.parametrize(
    ("properties", "why"),
    [
        ("<w:vanish/>", "hidden text"),
        ('<w:color w:val="F2F2F2" w:themeColor="background1"/>', "white on white"),
        ('<w:color w:val="003366"/><w:shd w:fill="013467"/>', "letters in the colour of their background"),
        ('<w:sz w:val="4"/>', "letters too small to read"),
        ('<w:w w:val="1"/>', "letters too small to read"),
        ("<w14:textFill><w14:noFill/></w14:textFill>", "transparent letters"),
        ('<w:rStyle w:val="Secret"/>', "hidden text"),
    ],
)
def test_runs_that_nobody_sees(properties: str, why: str) -> None:
    styles = '<w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="Secret"><w:basedOn w:val="Base"/></w:style>'
    assert beside(f"<w:p>{run(UNSEEN, properties)}</w:p>", styles=styles) == [(UNSEEN, why)]


@pytest.mark.parametrize(
    ("body", "styles", "page"),
    [
        ("<w:p>{white}</w:p>", "", '<w:background w:color="112233"/>'),
        ('<w:p><w:pPr><w:shd w:fill="003366"/></w:pPr>{white}</w:p>', "", ""),
        (
            '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="003366"/></w:tcPr><w:p>{white}</w:p></w:tc></w:tr></w:tbl>',
            "",
            "",
        ),
        (
            '<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr><w:tr><w:tc><w:p>{white}</w:p></w:tc></w:tr></w:tbl>',
            "",
            "",
        ),
        (
            '<w:p><w:pPr><w:pStyle w:val="Secret"/></w:pPr>{shown}</w:p>',
            '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>',
            "",
        ),
        (
            '<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/><w:highlight w:val="black"/></w:rPr><w:t>{text}</w:t></w:r></w:p>',
            "",
            "",
        ),
        (
            '<w:p><w:r><w:rPr><w:color w:val="auto"/><w:sz w:val="12"/></w:rPr><w:t>{text}</w:t></w:r></w:p>',
            "",
            "",
        ),
    ],
)
def test_letters_that_look_hidden_and_are_seen(body: str, styles: str, page: str) -> None:
    filled = body.format(
        white=run(UNSEEN, '<w:color w:val="FFFFFF"/>'),
        shown=run(UNSEEN, '<w:vanish w:val="0"/>'),
        text=UNSEEN,
    )
    assert beside(filled, styles=styles, page=page) == []


def test_a_style_based_on_itself_ends() -> None:
    styles = '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'
    assert beside(f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>{run(UNSEEN)}</w:p>', styles=styles) == []


def test_black_letters_on_black_pages_are_not_seen() -> None:
    page = '<w:background w:color="000000"/>'
    document = read(
        f"<w:p>{run('It sank.', WHITE)}{run(UNSEEN, NEARLY_BLACK)}</w:p>",
        page=page,
    )
    assert [one.text for one in document.hidden] == [UNSEEN]


def test_hidden_words_of_a_note_are_kept_apart() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:id="2"><w:p>{run("Log, p. 4.")}{run(UNSEEN, "<w:vanish/>")}</w:p></w:footnote></w:footnotes>'
    document = read(
        f'<w:p>{run("It sank.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>', footnotes=notes
    )
    assert document.text == "It sank.\n\nLog, p. 4.\n"
    assert [(one.text, one.why) for one in document.hidden] == [(UNSEEN, "hidden text, in a note")]


def test_page_heads_and_feet_are_listed_once() -> None:
    head = f"<w:hdr {W}><w:p>{run('Draft of the harbour desk')}</w:p></w:hdr>"
    foot = f"<w:ftr {W}><w:p>{run('- 3 -')}</w:p></w:ftr>"
    document = read(f"<w:p>{run('It sank.')}</w:p>", header1=head, header2=head, footer1=foot)
    assert [(one.text, one.why) for one in document.hidden] == [("Draft of the harbour desk", "page header")]


def test_cells_count_what_reaches_over_columns_and_rows() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"

    rows = (
        f"<w:tr>{cell('Pier')}{cell('Cost', WIDE)}{cell('Note')}</w:tr>"
        f"<w:tr>{cell('North', TALL)}{cell('2024')}{cell('12.5')}{cell('')}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('2025')}{cell('13.7')}{cell('estimate')}</w:tr>"
        f"<w:tr><w:trPr><w:del w:author='Obi'/></w:trPr>{cell('South')}{cell('2025')}</w:tr>"
    )
    document = read(f"<w:p>{run('It sank.')}</w:p><w:tbl>{rows}</w:tbl>")
    found = {
        b.locator.cell: document.text[b.start : b.end]
        for b in document.blocks
        if b.locator and b.locator.cell
    }
    assert found == {
        "table 1!A1": "Pier", "table 1!B1": "Cost", "table 1!D1": "Note", "table 1!A2": "North", "table 1!B2": "2024",
        "table 1!C2": "12.5", "table 1!B3": "2025", "table 1!C3": "13.7", "table 1!D3": "estimate",
    }  # fmt: skip
    assert "Pier\tCost\tNote\nNorth\t2024\t12.5\n2025\t13.7\testimate\n" in document.text
    assert [(one.text, one.why) for one in document.hidden] == [
        ("South 2025", "deleted by Obi (tracked change)")
    ]


def test_a_box_made_of_one_cell_is_read_as_paragraphs() -> None:
    box = f"<w:tbl><w:tr><w:tc><w:p>{run('It sank.')}</w:p><w:p>{run('It rose.')}</w:p></w:tc></w:tr></w:tbl>"
    document = read(box)
    assert document.text == "It sank.\n\nIt rose.\n"
    assert all(block.locator and block.locator.cell is None for block in document.blocks)


DELETED, INSERTED = (
    "<w:del w:author='Obi'><w:r><w:delText xml:space='preserve'>{}</w:delText></w:r></w:del>",
    "<w:ins w:author='Obi'>{}</w:ins>",
)


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (["It cost ", "-four", "+five", " million."], "It cost [-four-] five million."),
        (["It cost ", "+five", "-four", " million."], "It cost five [-four-] million."),
        (["It cost ", "-$4", "+$5", " million."], "It cost [-$4-] $5 million."),
        (["It cost ", "-nearly ", "$5 million."], "It cost [-nearly-] $5 million."),
        (["It cost four", "- or five", " million."], "It cost four [-or five-] million."),
        (["The colo", "-u", "r faded."], "The colo[-u-]r faded."),
        (["The crane sank", "- on Monday", "."], "The crane sank [-on Monday-]."),
        (["-The", "+A", " crane sank."], "[-The-] A crane sank."),
    ],
)
def test_deleted_words_are_told_from_what_stands(pieces: list[str], text: str) -> None:
    kinds = {"-": lambda words: DELETED.format(words[1:]), "+": lambda words: INSERTED.format(run(words[1:]))}
    body = "".join(kinds.get(piece[0], run)(piece) for piece in pieces)
    assert read(f"<w:p>{body}</w:p>", shown=True).text == f"{text}\n"


WORDS = st.text(st.characters(exclude_characters="[-]"), min_size=1, max_size=8)


@given(WORDS | st.just(""), WORDS, WORDS)
def test_nothing_is_lost_between_the_marks(before: str, words: str, after: str) -> None:
    marked, parted = struck(before, words, after_inserted=False)
    whole = before + marked + following(after, parted)
    kept = whole.replace("[-", "").replace("-]", "")
    assert "".join(kept.split()) == "".join((before + words + after).split())


@pytest.mark.parametrize("struck_by", ["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="true"/>'])
def test_words_struck_out_are_kept_apart(struck_by: str) -> None:
    document = read(f"<w:p>{run('It cost ')}{run('four ', struck_by)}{run('five million.')}</w:p>")
    assert document.text == "It cost five million.\n"
    assert [(one.text, one.why) for one in document.hidden] == [("four ", "struck out")]
    off = '<w:strike w:val="0"/>'
    assert read(f"<w:p>{run('It sank.', off)}</w:p>").text == "It sank.\n"
