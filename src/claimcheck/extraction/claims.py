"""From a document to its claims: each assertive sentence once, whole and alone; all else listed with the
reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.documents.headings import is_news_label
from claimcheck.documents.model import Document
from claimcheck.documents.sentences import split_sentences
from claimcheck.extraction.boilerplate import Stretch, sentence_furniture, sort_blocks
from claimcheck.extraction.boilerplate.calls import (
    call_to_reader,
    is_fragment,
    is_question,
    question_to_reader,
)
from claimcheck.extraction.citations import References, named_citations
from claimcheck.extraction.interview import speakers_of, turn_of, with_interview
from claimcheck.extraction.kinds import Signals, is_asserted, kind_of
from claimcheck.extraction.naming import claim_id, normalise_text
from claimcheck.extraction.pages import Page, page_of
from claimcheck.extraction.parts import capitalised_inside, known_names, name_candidates, parts_of
from claimcheck.extraction.passage import Passage, Sentence, Span, read_passages, sentence_in
from claimcheck.extraction.resolving import Mentions
from claimcheck.extraction.worthiness import CHECK_WORTHY, score_worthiness, wording_of
from claimcheck.records.models import Anchor, Claim, Dropped, Kind, Place, Worthiness

_CONTEXT = 32
"""Code points of prefix and suffix in an anchor, as the W3C text quote selectors of annotation tools keep
them."""
_PHRASE = 5
"""From so many words on, a quotation is speech even where no speaker is found."""
_ENDS = ".!?…;\"”’')]»*_"
_TITLE = re.compile(r"\b(?:Dr|Mrs?|Ms|Prof|St|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Capt)\.\Z")
_NOTE_MARKS = re.compile(r"(?:\[\^?\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,4}\]\s*)+")
_READER = frozenset({"you", "we", "i", "they", "it"})
"""Who is no speaker of a question or a call."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an article says.

    Attributes:
        claims: in text order; spans do not overlap.
        dropped: in text order. Every stretch of the text that is not blank lies in one of both.
        text: the reading text they count in.
    """

    claims: tuple[Claim, ...]
    dropped: tuple[Dropped, ...]
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """A sentence that is a claim, before it has a name."""

    sentence: Sentence
    block: str
    section: str
    page: Page
    place: Place | None
    turn: str | None = None
    """The label of whose turn it is, in an interview."""


def extract_claims(document: Document, *, slug: str, published: date | None = None) -> Extraction:
    """The claims of a document, and what is left out of it with the reason.

    Args:
        document: as :func:`claimcheck.documents.reading.read_document` returns it.
        slug: id of the article, the first half of each claim's id.
        published: the day relative dates ("last Tuesday") count from.

    ``claim.text == document.text[anchor.start:anchor.end]`` for every claim; so for every dropped stretch.
    The same document gives the same claims, ids included.
    """
    document = with_interview(document)
    text = document.text
    found: list[_Found] = []
    dropped: list[Dropped] = []
    sections: list[tuple[int, str]] = []
    stretches = sort_blocks(document)
    page = page_of(text, stretches)
    read = [(stretch.start, stretch.end) for stretch in stretches if stretch.why is None]
    passages = read_passages(text, read, published)
    for stretch in stretches:
        if _opens_section(stretch):
            _enter(sections, stretch.block.level, text[stretch.start : stretch.end])
        if stretch.why is not None:
            dropped.append(_drop(text, stretch.start, stretch.end, stretch.why))
            continue
        for item in _sentences(text, stretch, next(passages)):
            if isinstance(item, Dropped):
                dropped.append(item)
            else:
                place = _place(document, stretch, item.start)
                section = sections[-1][1] if sections else ""
                found.append(_Found(item, stretch.block.kind, section, page, place, _label(stretch)))
    claims = tuple(_name_claims(document, slug, found))
    return Extraction(claims, tuple(_complete(text, claims, dropped)), text)


def _enter(sections: list[tuple[int, str]], level: int, heading: str) -> None:
    """Closes the sections, each with its level, a heading ends; all but "Breaking news" opens its own."""
    while sections and sections[-1][0] >= level:
        sections.pop()
    if not is_news_label(heading):
        sections.append((level, heading))


def _opens_section(stretch: Stretch) -> bool:
    heading = stretch.block.kind in ("headline", "subhead")
    return heading and stretch.why in (None, "heading that asserts nothing")


def _place(document: Document, stretch: Stretch, start: int) -> Place | None:
    """Page, paragraph, cell or time of a sentence, in files that have no lines to name."""
    if not document.extracted or document.format == "html":
        return None
    there = stretch.block.locator_at(start)
    if there is None:
        return None
    place = Place(page=there.page, paragraph=there.paragraph, cell=there.cell, time=there.time)
    return None if place == Place() else place


def _label(stretch: Stretch) -> str | None:
    return stretch.block.speaker if stretch.block.kind == "cue" else None


def published_day(document: Document) -> date | None:
    """The day of publication that the document states."""
    return date.fromisoformat(document.published[:10]) if document.published else None


def _drop(text: str, start: int, end: int, why: str) -> Dropped:
    return Dropped(start=start, end=end, text=text[start:end], why=why)


def _sentences(text: str, stretch: Stretch, passage: Passage) -> Iterator[Sentence | Dropped]:
    spans = [(stretch.start, stretch.end)]
    if not stretch.whole:
        spans = _rejoined(text, split_sentences(text, stretch.start, stretch.end))
    for begin, end in _marks_behind(text, spans):
        sentence = sentence_in(passage, begin, end)
        why = None if stretch.asked else _asserts_nothing(sentence, stretch.whole)
        yield sentence if why is None else _drop(text, begin, end, why)


def _marks_behind(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with marks of notes ("[2]", "[^3]") at the head of a sentence given to the one before."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        mark = _NOTE_MARKS.match(text, start, end) if found else None
        if mark is not None:
            found[-1] = (found[-1][0], start + len(mark[0].rstrip()))
            start = mark.end()
        if start < end:
            found.append((start, end))
    return found


def _rejoined(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of one block, those put together again that only the end of a wrapped line cut.

    Within a block the reader has already decided which lines belong together.
    """
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined:
            begin, stop = joined[-1]
            unfinished = text[stop - 1] not in _ENDS or _TITLE.search(text, max(begin, stop - 8), stop)
            if unfinished and text.count("\n", stop, start) == 1 and start - stop < 12:
                joined[-1] = (begin, end)
                continue
        joined.append((start, end))
    return joined


def _asserts_nothing(sentence: Sentence, whole: bool) -> str | None:
    """Why a sentence in running prose is no claim, or None where it is one."""
    text = sentence.text
    if not any(char.isalnum() for char in text):
        return "separator"
    if sentence.inside_quotation or sentence.speech:
        return None
    text = " ".join(text[:4000].split())
    if why := sentence_furniture(text):
        return why
    if _spoken_by_another(sentence):
        return None
    if why := call_to_reader(text):
        return why
    data = sentence.data > 0
    if is_question(text):
        return question_to_reader(text, sentence.states_data)
    return "fragment" if not whole and is_fragment(text, data) else None


def _spoken_by_another(sentence: Sentence) -> bool:
    return any(
        text.lower() not in _READER
        for found in sentence.attributions
        for text in [sentence.text[span.start : span.end] for span in found.source]
    )


def _name_claims(document: Document, slug: str, found: Sequence[_Found]) -> Iterator[Claim]:
    text = document.text
    references = References(document)
    mentions = Mentions()
    speakers = speakers_of(document)
    candidates = [name_candidates(item.sentence.text) for item in found]
    texts = [item.sentence.text for item in found]
    names = capitalised_inside(zip(texts, candidates, strict=True))
    seen: dict[str, int] = {}
    taken: set[str] = set()
    for item, capitals in zip(found, candidates, strict=True):
        sentence = item.sentence
        key = normalise_text(sentence.text)
        seen[key] = seen.get(key, -1) + 1
        name = claim_id(slug, sentence.text, seen[key], taken)
        taken.add(name)
        if item.turn is not None:
            said = turn_of(sentence.text, item.turn, speakers, sentence.attributions)
            item = replace(item, sentence=replace(sentence, attributions=tuple(said)))
        named = known_names(sentence.text, capitals, names)
        yield _claim(text, name, item, named, references, mentions)


def _claim(
    text: str, name: str, item: _Found, named: list[Span], references: References, mentions: Mentions
) -> Claim:
    sentence = item.sentence
    wording = wording_of(sentence.text)
    score = score_worthiness(wording)
    signals = Signals(
        sentence.text,
        sentence.attributions,
        _speaks(sentence),
        sentence.quantities,
        len(sentence.dates),
        sentence.quotations,
        item.page,
        bool(named),
        item.turn is not None,
        score,
        wording,
    )
    kind = kind_of(signals)
    cited = references.within(sentence.start, sentence.end)
    said = named_citations(sentence.text, sentence.attributions, cited)
    return Claim(
        id=name,
        text=sentence.text,
        anchor=_anchor(text, sentence),
        kind=kind,
        block=item.block,
        section=item.section,
        locator=item.place,
        check_worthiness=_worthiness(sentence, kind, score),
        asserted=is_asserted(signals),
        attributions=list(sentence.attributions),
        parts=parts_of(sentence.quotations, sentence.figures, sentence.dates, named),
        citations=cited + said,
        resolved=mentions.resolve(sentence),
    )


def _speaks(sentence: Sentence) -> bool:
    """Whether it quotes speech, and not only a name or a phrase that nobody is said to have used."""
    spoken = [span for found in sentence.attributions for span in found.content]
    return sentence.speech and any(
        len(sentence.text[start:end].split()) >= _PHRASE
        or any(span.start < end and span.end > start for span in spoken)
        for start, end in sentence.quotations
    )


def _anchor(text: str, sentence: Sentence) -> Anchor:
    start, end = sentence.start, sentence.end
    return Anchor(
        start=start, end=end, prefix=text[max(0, start - _CONTEXT) : start], suffix=text[end : end + _CONTEXT]
    )


def _worthiness(sentence: Sentence, kind: Kind, score: float) -> Worthiness:
    """The model's score, with what is already known: a claim asserts something, and an opinion is no fact."""
    if kind == "judgement" and not sentence.data:
        return Worthiness(label="NFS", score=score)
    return Worthiness(label="CFS" if score >= CHECK_WORTHY else "UFS", score=score)


def _complete(text: str, claims: Sequence[Claim], dropped: Sequence[Dropped]) -> Iterator[Dropped]:
    """The dropped stretches in order, with what lies between all of them (markers, rules) as markup."""
    at = 0
    taken: list[tuple[int, int, Dropped | None]] = [(item.start, item.end, item) for item in dropped]
    taken += [(claim.anchor.start, claim.anchor.end, None) for claim in claims]
    for start, end, item in sorted(taken, key=lambda entry: entry[:2]):
        yield from _between(text, at, start)
        if item is not None:
            yield item
        at = max(at, end)
    yield from _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Dropped]:
    body = text[start:end]
    if body.strip():
        begin = start + len(body) - len(body.lstrip())
        yield _drop(text, begin, begin + len(body.strip()), "markup")
