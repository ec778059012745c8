from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from claimcheck.documents import packed
from claimcheck.documents.failures import DamagedDocument, LockedDocument, NoReadableText, PackedTooTightly
from claimcheck.documents.model import Document
from claimcheck.documents.readers import docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
STYLES = f"""<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="Cap"><w:name w:val="caption"/></w:style></w:styles>"""


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{content if content.startswith('<') else run(content)}</w:p>"


def word(body: str, **parts: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", f"<w:document {W} {R}><w:body>{body}</w:body></w:document>")
        package.writestr("word/styles.xml", STYLES)
        for name, content in parts.items():
            package.writestr(f"word/{name.replace('__', '/')}", content)
    return out.getvalue()


def read(body: str, **parts: str) -> Document:
    return docx.read(word(body, **parts), "a.docx")


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_styles_name_the_blocks() -> None:
    document = read(
        paragraph("Crane sinks", "Titel")
        + paragraph("By Ana Ruiz")
        + paragraph("The crane sank on Monday.")
        + paragraph("What comes next", "H2")
        + paragraph("A new one.")
        + paragraph("The crane at dawn.", "Cap")
    )
    assert blocks(document) == [
        ("headline", "Crane sinks"),
        ("byline", "By Ana Ruiz"),
        ("paragraph", "The crane sank on Monday."),
        ("subhead", "What comes next"),
        ("paragraph", "A new one."),
        ("caption", "The crane at dawn."),
    ]
    assert (document.title, document.authors, document.language) == ("Crane sinks", ("Ana Ruiz",), "en-GB")


def test_tracked_changes_read_as_shown_keep_what_was_deleted() -> None:
    body = paragraph(
        run("It cost ")
        + '<w:del w:author="Obi"><w:r><w:delText>$4 or </w:delText></w:r></w:del>'
        + f'<w:ins w:author="Obi">{run("$5")}</w:ins>'
        + run(" million.")
    )
    document = docx.read_as_shown(word(body), "a.docx")
    assert document.text == "It cost [-$4 or-] $5 million.\n"
    assert document.hidden == ()
    assert document.warnings == (
        "The document has tracked changes (1 deleted by Obi, 1 inserted by Obi); it was read as it shows them, deleted words too, in [-these marks-].",
    )


def test_tracked_changes_read_as_accepted_and_are_told() -> None:
    document = read(
        paragraph(
            run("It cost ")
            + f'<w:del w:author="Obi"><w:r><w:delText>$4</w:delText></w:r></w:del><w:ins w:author="Obi">{run("$5")}</w:ins>'
            + run(" million.")
        )
    )
    assert document.text == "It cost $5 million.\n"
    assert [(one.text, one.why) for one in document.hidden] == [("$4", "deleted by Obi (tracked change)")]
    assert document.warnings == (
        "The document has tracked changes (1 deleted by Obi, 1 inserted by Obi); it was read as if all were accepted.",
    )


@pytest.mark.parametrize(
    ("properties", "why"),
    [
        ("<w:vanish/>", "hidden text"),
        ('<w:color w:val="FFFFFF"/>', "white on white"),
        ('<w:sz w:val="1"/>', "letters too small to read"),
    ],
)
def test_hidden_runs_are_kept_apart(properties: str, why: str) -> None:
    document = read(paragraph(run("It sank. ") + run("It did not.", properties)))
    assert document.text == "It sank.\n"
    assert [(one.text, one.why) for one in document.hidden] == [("It did not.", why)]


def test_a_shaded_white_run_is_seen() -> None:
    document = read(paragraph(run("Crane news", '<w:color w:val="FFFFFF"/><w:shd w:fill="003366"/>')))
    assert document.hidden == ()


def test_notes_comments_and_links_hang_on_their_words() -> None:
    document = read(
        paragraph(
            run("The ")
            + f'<w:hyperlink r:id="r1">{run("minutes")}</w:hyperlink>'
            + run(" say it sank.")
            + '<w:r><w:footnoteReference w:id="2"/></w:r><w:commentRangeStart w:id="0"/>'
            + run(" Nobody drowned.")
            + '<w:commentRangeEnd w:id="0"/>'
        ),
        **{
            "footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2"><w:p>{run("Harbour log, p. 4.")}</w:p></w:footnote></w:footnotes>',
            "comments.xml": f'<w:comments {W}><w:comment w:id="0" w:author="Desk"><w:p>{run("Says who?")}</w:p></w:comment></w:comments>',
            "_rels__document.xml.rels": '<Relationships xmlns="x"><Relationship Id="r1" Target="https://x.example/m"/></Relationships>',
        },
    )
    found = {
        (document.text[one.start : one.end].strip(), one.target, one.kind) for one in document.references
    }
    assert found == {
        ("minutes", "https://x.example/m", "link"),
        ("The minutes say it sank.", "Harbour log, p. 4.", "footnote"),
        ("Nobody drowned.", "Desk: Says who?", "comment"),
    }
    assert blocks(document)[-1] == ("footnote", "Harbour log, p. 4.")


def test_links_written_as_fields() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://x.example/" </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("the log")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    document = read(paragraph(run("See ") + field))
    (link,) = document.references
    assert (document.text[link.start : link.end], link.target) == ("the log", "https://x.example/")


def test_tables_come_cell_by_cell() -> None:
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Year", "Total"))
    more = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("2024", "41.2"))
    document = read(f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{more}</w:tr></w:tbl>")
    assert document.text == "Year\tTotal\n2024\t41.2\n"
    assert {kind for kind, _ in blocks(document)} == {"table_cell"}
    places = [block.locator.cell for block in document.blocks if block.locator]
    assert places == ["table 1!A1", "table 1!B1", "table 1!A2", "table 1!B2"]


def test_an_empty_document_says_so() -> None:
    with pytest.raises(NoReadableText, match="Word file"):
        read("<w:p/>")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"PK\x03\x04 broken", DamagedDocument),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", DamagedDocument),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), LockedDocument),
    ],
)
def test_files_that_are_no_word_file(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        docx.read(data, "a.docx")


def test_broken_xml_and_entities_are_refused() -> None:
    with pytest.raises(DamagedDocument, match=r"word/document\.xml is no proper XML"):
        docx.read(word("<w:p>"), "a.docx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "UNPACKED_MOST", 3_000_000)
    with pytest.raises(PackedTooTightly, match="unpacks to 5 MB; at most 3 MB"):
        docx.read(word("x", **{"footnotes.xml": " " * 5_000_000}), "a.docx")
