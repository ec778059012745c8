"""Paragraphs are counted as a reader counts them: the cells of a table are none."""

from pathlib import Path

import pytest

from claimcheck.documents.reading import read_document

ROWS = (
    "<tr><th>Pier</th><th>Cost</th></tr><tr><td>North</td><td>14</td></tr><tr><td>South</td><td>27</td></tr>"
)
WORDS = "The board met on Monday and heard that the piers had cost more than planned, by a wide margin."
PAGE = (
    f"<html><body><article><h1>Piers</h1><p>{WORDS}</p><table>{ROWS}</table><p>Nobody {WORDS}</p></article>"
)
TEXT = f"# Piers\n\n{WORDS}\n\n| Pier | Cost |\n|---|---|\n| North | 14 |\n| South | 27 |\n\nNobody {WORDS}\n"


@pytest.mark.parametrize(("name", "content"), [("a.html", PAGE), ("a.md", TEXT)])
def test_cells_are_no_paragraphs(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    document = read_document(path)
    last = document.blocks[-1]
    assert document.text[last.start : last.end].startswith("Nobody")
    assert last.locator is not None
    assert last.locator.paragraph == 3
    assert sum(block.kind == "table_cell" for block in document.blocks) == 6
