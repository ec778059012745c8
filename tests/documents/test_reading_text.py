from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.failures import UnknownFormat
from claimcheck.documents.reading import Limits, detect_format, read_document, read_text_document
from claimcheck.documents.text import (
    BrokenUtf16,
    DocumentIsDirectory,
    DocumentTooLarge,
    EmptyDocument,
    MissingDocument,
    NulInText,
    UndecodableText,
    UnreadableDocument,
    decode_reading_text,
)


def test_line_ends_become_line_feeds_and_nothing_else_changes() -> None:
    assert decode_reading_text("a\r\nb\rc\n d\u2028\t\x0be ".encode(), "x") == "a\nb\nc\n d\u2028\t\x0be "


def test_byte_order_marks_go_and_utf16_is_decoded() -> None:
    assert decode_reading_text(b"\xef\xbb\xbfcaf\xc3\xa9", "x") == "café"
    assert decode_reading_text("\ufeffcafé\r\n".encode("utf-16-le"), "x") == "café\n"
    assert decode_reading_text("\ufeffcafé".encode("utf-16-be"), "x") == "café"


def test_a_second_mark_stays() -> None:
    assert decode_reading_text("\ufeff\ufeffa".encode(), "x") == "\ufeffa"


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t\r\n", b"\xff\xfe"])
def test_nothing_to_read_is_an_error(data: bytes) -> None:
    with pytest.raises(EmptyDocument, match=r"x\.txt: The document is empty"):
        decode_reading_text(data, "x.txt")


def test_invalid_utf8_names_line_column_and_byte() -> None:
    with pytest.raises(UndecodableText) as caught:
        decode_reading_text("één\r\ncaf".encode() + b"\xe9 au lait", "x.txt")
    assert caught.value.place == "x.txt:2:4"
    assert str(caught.value) == "x.txt:2:4: Not valid UTF-8: byte 0xE9 at byte 10. Save the file as UTF-8."


def test_nul_names_line_and_column() -> None:
    with pytest.raises(NulInText) as caught:
        decode_reading_text(b"ab\ncd\0ef\0", "x.txt")
    assert caught.value.place == "x.txt:2:3"
    assert "2 NUL characters" in caught.value.message


def test_half_a_utf16_character_is_an_error() -> None:
    with pytest.raises(BrokenUtf16, match="byte 4"):
        decode_reading_text(b"\xff\xfea\x00b", "x.txt")


def test_each_way_a_file_can_fail_is_its_own_error(tmp_path: Path) -> None:
    with pytest.raises(MissingDocument, match="no such file"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(DocumentIsDirectory, match="a folder"):
        read_document(tmp_path)
    with pytest.raises(MissingDocument):
        read_document(Path("a\0b.txt"))
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(EmptyDocument):
        read_document(tmp_path / "empty.txt")
    (tmp_path / "big.txt").write_bytes(b"a" * 101)
    with pytest.raises(DocumentTooLarge, match="101 bytes; at most 100"):
        read_document(tmp_path / "big.txt", limits=Limits(input_bytes=100))
    (tmp_path / "what.bin").write_bytes(b"\0\1\2\3")
    with pytest.raises(UnknownFormat, match=r"Known formats: txt, md, html.*saved as \.docx"):
        read_document(tmp_path / "what.bin")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text("a")
    path.chmod(0)
    with pytest.raises(UnreadableDocument, match="permission denied"):
        read_document(path)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"<html>", "txt"),
        ("a.md", b"# A", "md"),
        ("a.HTM", b"hello", "html"),
        ("a", b"<!doctype html><p>", "html"),
        ("a.txt", b"%PDF-1.7 ...", "pdf"),
        ("a.docx", b"%PDF-1.7 ...", "pdf"),
        ("a.docx", b"PK\x03\x04...word/document.xml", "docx"),
        ("a.zip", b"PK\x03\x04...xl/workbook.xml", "xlsx"),
        ("a", b"WEBVTT\n", "vtt"),
        ("a.unknown", b"plain words", "txt"),
        ("a.txt", b"\xff\xfea\0", "txt"),
        ("a.unknown", b"\0\0", ""),
        ("a.rtf", b"{\\rtf1 words}", ""),
    ],
)
def test_the_format_follows_the_name_unless_the_content_is_unmistakable(
    name: str, data: bytes, expected: str
) -> None:
    assert detect_format(name, data) == expected


@pytest.mark.parametrize("format", ["txt", "md"])
@given(text=st.text(alphabet="aA.\n #>-*_[]()|`!1\t\"'”$:~<&—", min_size=1, max_size=200))
def test_blocks_never_overlap_and_stay_inside(format: str, text: str) -> None:
    document = read_text_document(text, format)
    assert document.text == text
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(text)
        at = block.end
    for reference in document.references:
        assert 0 <= reference.start < reference.end <= len(text)


@given(text=st.text(min_size=1, max_size=100))
def test_any_text_can_be_read(text: str) -> None:
    for format in ("txt", "md"):
        read_text_document(text, format)


HUGE = {
    "one line": "word " * 1_000_000,
    "quotation marks": '"' * 50_000,
    "nested tags": "<div>" * 100_000,
    "nested quotes": ">" * 50_000 + "a",
    "nested lists": "- " * 30_000 + "a",
    "open links": "[a](" * 50_000,
    "long links": ("[a](" + "x" * 2_400 + " ") * 1_000,
    "gaps in a quotation": "> a" + " " * 500_000 + "b.\n> c.\n",
    "brackets": "[" * 100_000,
    "emphasis": "*a **b " * 30_000,
    "backticks": "`" * 50_000,
    "short lines": "ab\n" * 30_000,
    "items, then lines": "- ab\n" * 15_000 + "Ab.\n" * 15_000,
    "tables": "|a" * 30_000 + "\n" + "|-" * 30_000 + "\n",
    "footnotes": "[^1]: a\n" * 30_000,
    "lookalikes": "а" * 200_000,
}


@pytest.mark.parametrize("format", ["txt", "md"])
@pytest.mark.parametrize("text", HUGE.values(), ids=HUGE.keys())
def test_hostile_text_is_read(text: str, format: str) -> None:
    document = read_text_document(text, format)
    assert document.blocks
