"""From a claim to proposals: passages that bear on it, what they say of it, and why. Pure.

Search finds candidates; only a judge that compares the facts, or the word-level comparison of a quotation,
says what a passage does. What the judge cannot tell is neutral, and little of that is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claimcheck.documents.model import Locator
from claimcheck.evidence.library import Library
from claimcheck.evidence.passages import Passage, windows
from claimcheck.evidence.quotations import QuotationVerdict, find_quotation
from claimcheck.evidence.search import Hit, query_terms
from claimcheck.evidence.stance import JUDGE, StanceVerdict, judge_stance
from claimcheck.evidence.terms import STOP_WORDS, words
from claimcheck.records.models import Claim, Evidence, Layer, Place, QuotationMatch, Stance
from claimcheck.sources.grading import grade_for
from claimcheck.sources.texts import SourceText

QUOTATION_JUDGE = "quotations/1"
CANDIDATES = 12
"""Sentences of the sources that are judged for each claim and layer."""
MOST_NEUTRAL = 2
NEUTRAL_SHARE = 0.55
"""A neutral passage is shown only if it holds this share of the query's weight."""
AROUND = 32
"""Code points kept before and after a passage, to find it again."""

_QUOTED_STANCE: dict[QuotationMatch, Stance] = {
    "verbatim": "supports",
    "edited": "supports",
    "altered": "contradicts",
    "truncated": "contradicts",
}


@dataclass(frozen=True, slots=True)
class _Candidate:
    passages: Sequence[Passage]
    verdict: StanceVerdict
    rank: int
    share: float


def propose(
    claim: Claim,
    library: Library,
    *,
    context: str = "",
    published: date | None = None,
    skip: Iterable[str] = (),
) -> list[Evidence]:
    """The passages proposed for a claim, best first within each stance.

    Args:
        context: the article's text just before the claim.
        published: the article's date, for relative dates.
        skip: ids of sources that are no evidence for this article: its own copies.
    """
    if not library.passages:
        return []
    barred = frozenset(skip)
    proposals = list(_quotations(claim, library, barred))
    for layer, text in _layers(claim):
        found = _candidates(text, library, context, published, barred)
        proposals.extend(_as_evidence(candidate, layer, library, claim) for candidate in _ranked(found))
    return proposals


def spelled_out(claim: Claim) -> str:
    """The claim's text with its context-dependent words replaced by what they stand for."""
    text = claim.text
    for leaning, meaning in claim.resolved.items():
        text = text.replace(leaning, meaning, 1)
    return text


def _layers(claim: Claim) -> Iterator[tuple[Layer, str]]:
    """What is to be looked for on each layer: that it was said, and what was said."""
    if not claim.attributions:
        yield "content", spelled_out(claim)
        return
    yield "statement", spelled_out(claim)
    for attribution in claim.attributions:
        content = " ".join(claim.text[span.start : span.end] for span in attribution.content)
        if len(content.split()) >= 4:
            yield "content", content


def _quotations(claim: Claim, library: Library, barred: frozenset[str]) -> Iterator[Evidence]:
    for number, part in enumerate(claim.parts):
        if part.kind != "quotation":
            continue
        quote = claim.text[part.start : part.end]
        for source, verdict in find_quotation(library.prepared, quote):
            if source not in barred and verdict.match in _QUOTED_STANCE:
                yield _quoted(library.texts[source], verdict, claim, number)


def _quoted(text: SourceText, verdict: QuotationVerdict, claim: Claim, part: int) -> Evidence:
    start, end = verdict.start or 0, verdict.end or 0
    stance = _QUOTED_STANCE[verdict.match]
    covered = [part]
    if stance == "supports":
        covered = [
            n for n, _ in enumerate(claim.parts) if n == part or _stands_by(claim, n, text, start, verdict)
        ]
    return _evidence(
        text,
        start,
        end,
        about="statement",
        stance=stance,
        parts=[] if len(covered) == len(claim.parts) else covered,
        match=verdict.match,
        confidence=round(verdict.score, 3),
        reason=say_quotation(verdict),
        judge=QUOTATION_JUDGE,
    )


def _stands_by(claim: Claim, number: int, text: SourceText, start: int, verdict: QuotationVerdict) -> bool:
    """Whether a part of the claim stands beside the quotation in the source: a name by its last word."""
    part = claim.parts[number]
    wanted = [plain for _, plain in words(claim.text[part.start : part.end]) if plain not in STOP_WORDS]
    block = next((b for b in text.blocks if b.start <= start < b.end), None)
    around = text.text[block.start : block.end] if block else ""
    speakers = f"{(block.speaker if block else None) or ''} {verdict.found_speaker or ''}"
    held = {plain for _, plain in words(f"{around} {speakers}")}
    return bool(wanted) and (wanted[-1] in held if part.kind == "name" else held.issuperset(wanted))


def say_quotation(verdict: QuotationVerdict) -> str:
    """A quotation's verdict in one sentence, with what differs."""
    if verdict.match == "verbatim":
        said = "The words are there, word for word."
    elif verdict.match == "truncated":
        said = f"The words are there, but “{verdict.turned_by}” was cut, which turns the meaning."
    else:
        changes = [
            f"{difference.kind}: printed “{difference.printed}”, source “{difference.source}”"
            for difference in verdict.differences
            if verdict.match == "edited" or not difference.harmless
        ]
        said = f"{verdict.match.capitalize()}: {'; '.join(changes[:4])}."
    return " ".join([said, *verdict.warnings])


def _candidates(
    text: str, library: Library, context: str, published: date | None, barred: frozenset[str]
) -> list[_Candidate]:
    terms = query_terms(text, context=context)
    hits = library.index.search(terms, limit=CANDIDATES + 4 * len(barred))
    wanted = sum(terms.values()) or 1.0
    found: list[_Candidate] = []
    for rank, hit in enumerate(hits):
        if library.passages[hit.number].source not in barred and len(found) < CANDIDATES:
            share = _share(library, hit, terms) / wanted
            found.append(_judge(text, library, hit, rank, share, published))
    return found


def _share(library: Library, hit: Hit, terms: dict[str, float]) -> float:
    held = library.stems_of(hit.number)
    return sum(weight for term, weight in terms.items() if term in held)


def _judge(
    text: str, library: Library, hit: Hit, rank: int, share: float, published: date | None
) -> _Candidate:
    """Judge the sentence, then with a neighbour; the shortest run that decides is the passage."""
    best: _Candidate | None = None
    source_date = library.date_of(library.passages[hit.number].source)
    for run in windows(library.passages, hit.number):
        passage = library.text_between(run[0], run[-1])
        verdict = judge_stance(text, passage, claim_date=published, passage_date=source_date)
        candidate = _Candidate(run, verdict, rank, share)
        if best is None or _decides_better(verdict, best.verdict):
            best = candidate
        if best.verdict.stance != "neutral":
            break
    assert best is not None  # windows() always yields the sentence itself
    return best


def _decides_better(one: StanceVerdict, other: StanceVerdict) -> bool:
    return (one.stance != "neutral", one.confidence) > (other.stance != "neutral", other.confidence)


def _ranked(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Both stances by confidence, then a few neutral passages by how much of the claim they hold."""
    taken: set[tuple[str, int]] = set()
    decided = sorted(
        (c for c in candidates if c.verdict.stance != "neutral"),
        key=lambda c: (-c.verdict.confidence, c.rank),
    )
    neutral = sorted(
        (c for c in candidates if c.verdict.stance == "neutral" and c.share >= NEUTRAL_SHARE),
        key=lambda c: (-c.share, c.rank),
    )
    for candidate in [*decided, *neutral[:MOST_NEUTRAL]]:
        places = {(passage.source, passage.start) for passage in candidate.passages}
        if not places & taken:
            taken |= places
            yield candidate


def _as_evidence(candidate: _Candidate, layer: Layer, library: Library, claim: Claim) -> Evidence:
    first, last = candidate.passages[0], candidate.passages[-1]
    reasons = "; ".join(reason.text for reason in candidate.verdict.reasons)
    return _evidence(
        library.texts[first.source],
        first.start,
        last.end,
        about=layer,
        stance=candidate.verdict.stance,
        locator=first.locator,
        confidence=round(candidate.verdict.confidence, 3),
        reason=reasons or f"Shares {candidate.share:.0%} of what was looked for.",
        judge=JUDGE,
    )


def _evidence(
    text: SourceText,
    start: int,
    end: int,
    *,
    about: Layer,
    stance: Stance,
    confidence: float,
    reason: str,
    judge: str,
    parts: list[int] | None = None,
    match: QuotationMatch | None = None,
    locator: Locator | None = None,
) -> Evidence:
    grade = grade_for(text.source, about)
    own = (text.source.tier, text.source.reliability) == (grade.tier, grade.reliability)
    return Evidence(
        source=text.source.id,
        about=about,
        stance=stance,
        exact=text.text[start:end],
        prefix=text.text[max(start - AROUND, 0) : start],
        suffix=text.text[end : end + AROUND],
        start=start,
        end=end,
        locator=_place(locator or locator_at(text, start)),
        snapshot=text.snapshot,
        parts=parts or [],
        tier=None if own else grade.tier,
        reliability=None if own else grade.reliability,
        match=match,
        confidence=min(max(confidence, 0.0), 1.0),
        reason=reason,
        judge=judge,
        status="proposed",
    )


def locator_at(text: SourceText, start: int) -> Locator | None:
    """The locator of the block that holds an offset, or None."""
    return next((b.locator for b in text.blocks if b.start <= start < b.end), None)


def _place(locator: Locator | None) -> Place | None:
    if locator is None:
        return None
    return Place(page=locator.page, paragraph=locator.paragraph, cell=locator.cell, time=locator.time)
