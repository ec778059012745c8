"""An article as a Word file, each claim's status and findings a comment on its sentence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from claimcheck.documents.reading import read_text_document
from claimcheck.errors import MissingExtra
from claimcheck.exchange.escaping import xml_text
from claimcheck.exchange.model import ExportedArticle
from claimcheck.formats.escaping import visible
from claimcheck.rules.report import Finding

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.run import Run

AUTHOR = "claimcheck"
_LONGEST = 30_000
"""Code points of one comment at most."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a comment says, and the span ``[start, end)`` of the reading text it hangs on, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A paragraph of the file: heading level 0 for prose."""

    start: int
    end: int
    level: int


def remarks_of(article: ExportedArticle, findings: Sequence[Finding]) -> list[Remark]:
    """One remark a claim, and one for each finding that is about no claim, by place.

    A finding about the whole file hangs on the article's first words.
    """
    found = []
    of_claim: dict[str, list[Finding]] = {}
    live = {claim.id for claim in article.live}
    for finding in findings:
        if finding.claim in live:
            of_claim.setdefault(finding.claim, []).append(finding)
        elif finding.article == article.slug:
            found.append(Remark(finding.start or 0, finding.end or 1, _say(finding)))
    for claim in article.live:
        assessment = article.assessments[claim.id]
        status = f"{assessment.status} ({claim.kind}, {claim.check_worthiness.label}). {assessment.sentence}"
        lines = [status, *map(_say, of_claim.get(claim.id, [])), claim.id]
        found.append(Remark(claim.anchor.start, claim.anchor.end, "\n".join(lines)))
    return sorted(found, key=lambda item: (item.start, item.end))


def _say(finding: Finding) -> str:
    fix = f" {finding.fix}" if finding.fix else ""
    return f"{finding.level} {finding.code} {finding.name}: {finding.message}{fix}"


def render(article: ExportedArticle, findings: Sequence[Finding], *, made: str) -> bytes:
    """The Word file; the same input gives the same bytes.

    Args:
        made: time of the comments, UTC, RFC 3339.

    Raises:
        MissingExtra: where python-docx is not installed.
    """
    try:
        from docx import Document
    except ImportError:
        raise MissingExtra("Writing a Word file", "office") from None
    document = Document()
    title = article.record.article.title or article.slug
    document.core_properties.title = xml_text(visible(title))[:255]
    document.core_properties.author = AUTHOR
    remarks = remarks_of(article, findings)
    runs = _write(document, article, remarks)
    when = datetime.fromisoformat(made)
    for remark in remarks:
        _comment(document, runs, remark, when)
    out = io.BytesIO()
    document.save(out)
    return _settled(out.getvalue())


def _stretches(article: ExportedArticle) -> list[_Stretch]:
    """The article's blocks, and whatever text stands between them."""
    markdown = article.record.article.path.lower().endswith((".md", ".markdown", ".mdown"))
    found = []
    at = 0
    for block in read_text_document(article.text, "md" if markdown else "txt").blocks:
        if article.text[at : block.start].strip(" \t\n#>*_-|"):
            found.append(_Stretch(at, block.start, 0))
        found.append(_Stretch(block.start, block.end, block.level))
        at = block.end
    if article.text[at:].strip(" \t\n#>*_-|"):
        found.append(_Stretch(at, len(article.text), 0))
    return found


def _write(
    document: WordDocument, article: ExportedArticle, remarks: Iterable[Remark]
) -> list[tuple[int, int, Run]]:
    """Write the paragraphs, cut into runs wherever a remark begins or ends."""
    cuts = sorted({at for remark in remarks for at in (remark.start, remark.end)})
    runs = []
    next_cut = 0
    for stretch in _stretches(article):
        paragraph = (
            document.add_heading(level=min(stretch.level, 9)) if stretch.level else document.add_paragraph()
        )
        at = stretch.start
        while next_cut < len(cuts) and cuts[next_cut] <= at:
            next_cut += 1
        while at < stretch.end:
            to = cuts[next_cut] if next_cut < len(cuts) and cuts[next_cut] < stretch.end else stretch.end
            words = xml_text(article.text[at:to]).replace("\n", " ").replace("\r", " ")
            runs.append((at, to, paragraph.add_run(words)))
            at = to
            next_cut += to in cuts[next_cut : next_cut + 1]
    return runs


def _comment(
    document: WordDocument, runs: Sequence[tuple[int, int, Run]], remark: Remark, when: datetime
) -> None:
    on = [run for start, end, run in runs if start < remark.end and end > remark.start]
    if not on:
        on = [run for _, _, run in runs[:1]]
    if not on:
        return
    text = "\n".join(xml_text(visible(line)) for line in remark.text[:_LONGEST].split("\n"))
    comment = document.add_comment([on[0], on[-1]], text=text, author=AUTHOR, initials="cc")
    comment._comment_elm.date = when  # the library takes the clock's time and offers no other way


def _settled(data: bytes) -> bytes:
    """The same package with one fixed time in it instead of the clock's."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as settled:
        for name in packed.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            settled.writestr(entry, packed.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
