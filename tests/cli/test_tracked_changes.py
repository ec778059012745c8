"""How a Word file's tracked changes are read is chosen once and kept."""

from __future__ import annotations

import zipfile
from pathlib import Path

from calling import Runner

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def save(path: Path, body: str) -> None:
    paragraph = f"<w:p>{body}</w:p>"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{paragraph}</w:body></w:document>")


def words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


DELETED = '<w:r><w:delText xml:space="preserve">by seven to two </w:delText></w:r>'
TRACKED = (
    words("The council approved the budget ")
    + f'<w:del w:id="1" w:author="Obi">{DELETED}</w:del>'
    + words("on Tuesday.")
)


def test_shown_is_remembered_by_the_next_extract_and_by_compare(run: Runner, desk: Path) -> None:
    run("init")
    article, record = desk / "articles" / "budget.docx", desk / "claims" / "budget.yaml"
    article.parent.mkdir(exist_ok=True)
    save(article, TRACKED)
    assert run("extract", "--tracked", "shown", str(article)).status == 0
    assert "by seven to two" in record.read_text()
    assert run("compare", "budget", str(article)).status == 0
    save(article, TRACKED + words(" The vote was short."))
    assert run("extract", str(article)).status == 0
    assert "by seven to two" in record.read_text()
    assert run("extract", "--tracked", "accepted", str(article)).status == 0
    assert "by seven to two" not in (desk / "claims" / "budget.txt").read_text()
    assert "tracked" not in record.read_text().split("claims:")[0]
