"""The writer's own references, on exactly the words of the claim they hang on.

A link hangs on its words, a footnote on the words before its mark. An address, a link or a work in brackets
("(SIPRI, 2025)") hangs on the words before the bracket, back to the one before it. Who is named as a source
("according to the audit office") hangs on what is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from claimcheck.documents.calendar_words import MONTH, MONTH_NAME
from claimcheck.documents.model import Document, Reference
from claimcheck.extraction.attribution.lexicon import PRONOUNS
from claimcheck.extraction.verbs import asserts
from claimcheck.records.models import Attribution, Citation

_BRACKET = re.compile(r"\(([^()\n]{4,240})\)|\[([^\[\]\n]{4,240})\](?![(\[:])")
_OPENED = re.compile(r"[(\[](?:see|via|source|sources|from|at|here|link)?:?\s*<?\Z", re.IGNORECASE)
_CLOSED = re.compile(r">?\s*[)\]]")
_OWN = re.compile(r"\](?:\([^()\s]{0,2000}(?: [^()\n]{0,300})?\)|\[[^\[\]\n]{0,200}\])?")
_LEAD = re.compile(
    r"(?:see(?: also)?|cf\.?|compare|e\.g\.,?|as in|based on|data from|via|per|after)\s+", re.IGNORECASE
)
_SOURCE = re.compile(r"(?:data |photo )?sources?:\s*", re.IGNORECASE)
_NO_WORK = (
    r"(?!(?:Tables?|Fig(?:ure|s)?|Chapters?|Sections?|Appendix|Pages?|Photos?|Maps?|Box"
    r"|Born|Died|Founded|Since|Until|Before|After|In|From|On|As|Est(?:ablished)?"
    r"|Circa|About|Spring|Summer|Autumn|Fall|Winter|Early|Late|Mid"
    rf"|{MONTH_NAME}|Q[1-4]|H[12]|FY|AD|BC|CE)\b)"
)
_AUTHOR = (
    r"[A-Z][\w.'’&-]*(?:,? (?:[A-Z][\w.'’&-]*|of|the|and|for|on|de|van|von|der|den|di|da|del|al\.|&|et)){0,9}"
)
_YEAR = r"(?:(?:1[89]|20)\d\d[a-z]?|n\.d\.|forthcoming|in press)"
_PAGES = r"(?:(?:, |: ?)(?:pp?\. ?|pages? |ch\. ?|para\. ?|fig\. ?|table )?[\dA-Z][\d–-]{0,9})?"
_WORK = re.compile(
    rf"{_NO_WORK}(?:{_AUTHOR}(?:,|\.)? {_YEAR}(?:, {_YEAR})*{_PAGES}"
    rf"|[A-Z][\w'’-]*(?: [\w'’&-]+){{1,8}}, (?:\d{{1,2}} {MONTH}|{MONTH}(?: \d{{1,2}},?)?) {_YEAR})"
)
_AROUND = " \t\n,;:–—"
_LEAST_WORDS = 3
_DONE = re.compile(r"(?<!\b[Tt]he )(?<!\b[Aa] )(?<!\b[Aa]n )\b[a-z]{3,}ed\b")
_BIBLIOGRAPHIC = re.compile(
    r"\((?:1[89]|20)\d\d[a-z]?\)|\bpp?\.\s?\d|\bpages? \d|\b[Ii]bid\b|\b(?:op|loc)\. cit|\b(?:doi|DOI|ISBN|ISSN)\b|https?://"
    r"|\b(?:[Rr]etrieved|[Aa]ccessed)\b|\b(?:1[89]|20)\d\d[a-z]?\.?\Z|\b(?:vol|no|edn?|eds)\. ?\d"
)


class References:
    """A document's references in text order, for quick look-up by span."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._markdown = document.format == "md"
        self._sorted: list[Reference] = sorted(
            document.references, key=lambda found: (found.end, found.start)
        )
        self._ends = [reference.end for reference in self._sorted]

    def within(self, start: int, end: int) -> list[Citation]:
        """The references of the sentence ``[start, end)``, clipped to it and counted from ``start``.

        Works that it names in brackets are among them, as ``named``.
        """
        sentence = self._text[start:end]
        brackets = _Brackets(sentence, markdown=self._markdown)
        found: list[Citation] = []
        for reference in self._sorted[bisect_left(self._ends, start + 1) :]:
            if reference.start >= end and reference.kind != "footnote":
                break
            if reference.start < end and reference.target.strip():
                span = max(reference.start, start) - start, min(reference.end, end) - start
                if reference.kind == "link":
                    span = brackets.before(*span) or span
                found.append(
                    Citation(start=span[0], end=span[1], target=reference.target, kind=reference.kind)
                )
        return sorted(chain(found, brackets.works()), key=lambda one: (one.start, one.end))


class _Brackets:
    """The brackets of one sentence that hold nothing but a reference."""

    def __init__(self, sentence: str, *, markdown: bool) -> None:
        self._sentence = sentence
        self._markdown = markdown
        self._floor = 0

    def before(self, start: int, end: int) -> tuple[int, int] | None:
        """The words on which a link hangs that fills a bracket; None where it fills none."""
        if self._markdown and self._sentence[start - 1 : start] == "[":
            own = _OWN.match(self._sentence, end)
            start, end = (start - 1, own.end()) if own else (start, end)
        opened = _OPENED.search(self._sentence, max(0, start - 16), start)
        closed = _CLOSED.match(self._sentence, end) if opened else None
        if opened is None or closed is None:
            return None
        words = self._words(opened.start())
        self._floor = max(self._floor, closed.end())
        return words

    def works(self) -> Iterator[Citation]:
        """The works named in brackets after a clause."""
        self._floor = 0
        for match in _BRACKET.finditer(self._sentence) if self._may_name() else ():
            inner = (match[1] or match[2]).strip()
            lead = _SOURCE.match(inner)
            inner = (
                _LEAD.sub("", inner, count=1) if _LEAD.match(inner) else inner[lead.end() if lead else 0 :]
            )
            named = [_LEAD.sub("", one.strip(), count=1) for one in inner.split(";")]
            words = self._words(match.start())
            if words is None or "://" in inner or not (lead or all(map(_WORK.fullmatch, named))):
                continue
            clause = self._sentence[slice(*words)]
            if lead or (len(clause.split()) >= _LEAST_WORDS and (asserts(clause) or _DONE.search(clause))):
                self._floor = match.end()
                for one in named:
                    yield Citation(start=words[0], end=words[1], target=one, kind="named")

    def _may_name(self) -> bool:
        return "(" in self._sentence or "[" in self._sentence

    def _words(self, end: int) -> tuple[int, int] | None:
        words = self._sentence[self._floor : end]
        start = self._floor + len(words) - len(words.lstrip(_AROUND))
        stop = self._floor + len(words.rstrip(_AROUND))
        return (start, stop) if any(map(str.isalnum, self._sentence[start:stop])) else None


def names_a_source(note: str) -> bool:
    """Whether a footnote only says where something stands, and asserts nothing itself."""
    return _BIBLIOGRAPHIC.search(note) is not None or not asserts(note.replace("May", "June"))


def named_citations(
    text: str, attributions: Sequence[Attribution], cited: Sequence[Citation] = ()
) -> list[Citation]:
    """Sources that the sentence names in words ("according to the audit office"), on what they are named for.

    Where nothing they said lies in the sentence, on their name itself. A name with a link on it is ``cited``
    already.
    """
    found: dict[tuple[int, int, str], Citation] = {}
    for attribution in attributions:
        if attribution.anonymous or not attribution.source:
            continue
        named = attribution.source[0]
        if any(one.kind == "link" and one.start < named.end and one.end > named.start for one in cited):
            continue
        target = (attribution.speaker or text[named.start : named.end]).strip()
        said = attribution.content or [named]
        start, end = said[0].start, said[-1].end
        if target and end > start and target.lower() not in PRONOUNS:
            citation = Citation(start=start, end=end, target=target, kind="named")
            found.setdefault((start, end, target), citation)
    return list(found.values())
