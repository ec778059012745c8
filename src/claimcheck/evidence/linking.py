"""From a claim to proposals: passages that bear on it, what they say of it, and why. Pure.

Search finds candidates; only a judge that compares the facts, or the word-level comparison of a quotation,
says what a passage does. What the judge cannot tell is neutral, and little of that is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from claimcheck.evidence.compound import clauses_of, parts_within, plainly_of
from claimcheck.evidence.near_figures import any_near, telling
from claimcheck.evidence.passages import Passage, windows
from claimcheck.evidence.proposing import evidence_at
from claimcheck.evidence.quotations import QuotationVerdict, find_quotation
from claimcheck.evidence.quotations import say_quotation as say_quotation
from claimcheck.evidence.quotations.careful import CarefulReader
from claimcheck.evidence.short_quotations import around, same_matter, whole_clause
from claimcheck.evidence.source_library import Library
from claimcheck.evidence.speaking import in_turn, is_somebody_else, said_by, speaker_of
from claimcheck.evidence.stance import JUDGE, Reason, StanceVerdict, judge_stance
from claimcheck.evidence.tabled import in_tables
from claimcheck.evidence.terms import STOP_WORDS, expansions, figures, stem, stems, words
from claimcheck.extraction.clauses.events import read_sentence
from claimcheck.records.models import Claim, Evidence, Layer, QuotationMatch, Stance
from claimcheck.sources.texts import SourceText

QUOTATION_JUDGE = "quotations/3"
HITS = 40
"""Sentences that search returns for each claim and layer."""
CANDIDATES = 8
"""Of these, how many are judged."""
JUDGED_SHARE = 0.25
"""A sentence is judged only if it shares this much of what the claim says, rare words counting more, or has a
telling figure of it."""
NEAR_FIGURE_SHARE = 0.2
"""The same where one of the passage's figures is near one of the claim's."""
SUPPORT_SHARE = 0.4
LEAST_SAID = 3
"""Of a claim with fewer content words ("We need to") nothing can be said to support it."""
CONTRADICTION_SHARE = 0.5
"""What must be shared besides what differs: else the passage is about another matter and denies nothing."""
FIGURE_SHARE = 0.2
"""The same where figures differ: the judge has seen to it that they are of the same thing."""
CLAUSE_SHARE = 0.6
"""The same of one clause of a claim that says several things."""
NEUTRAL_SHARE = 0.4
MOST_NEUTRAL = 2
SHORT_QUOTATION = 5
"""A quotation of fewer words is proposed only where the words are there, or where a source that speaks of the
very matter has them turned or changed: phrases resemble one another."""
ALTERED_SCORE = 0.75

_DIGIT = re.compile(r"\d")
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
    figure: bool


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
    proposals = list(_quotations(claim, library, context, barred))
    proposals += _in_turns(claim, library, context, published, barred)
    for layer, text in layers(claim):
        leads: list[Evidence] = []
        for candidate in _ranked(_candidates(text, library, context, published, barred)):
            item = _as_evidence(candidate, layer, library, claim, text)
            # Of a turn it was said above whose words they are; the words alone cannot tell.
            spoken = candidate.passages[0].speaker
            if spoken is None or not (_covered(item, proposals) or _own_word(item, spoken, claim, proposals)):
                leads.append(item)
        if layer == "content":
            leads = merged(leads, list(in_tables(claim, text, library, context, published, barred)))
        proposals += leads
    return proposals


def _own_word(item: Evidence, spoken: str, claim: Claim, others: Sequence[Evidence]) -> bool:
    """Whether a content is held up by nothing but the turn in which it was said."""
    if item.about != "content" or item.stance != "supports":
        return False
    speakers = [attribution.speaker for attribution in claim.attributions if attribution.speaker]
    same = any(not is_somebody_else(speaker, spoken) for speaker in speakers)
    quoted = [other.model_copy(update={"about": "content"}) for other in others if other.match]
    return same or _covered(item, quoted)


def spelled_out(claim: Claim) -> str:
    """The claim's text with its context-dependent words replaced by what they stand for."""
    text = claim.text
    for leaning, meaning in claim.resolved.items():
        if meaning.startswith(("a ", "an ")) and " " in leaning:
            continue  # brought in as "a late-stage trial", "the trial" need not be that in a source
        whole_word = rf"(?<!\w){re.escape(leaning)}(?!\w)"
        text = re.sub(whole_word, lambda _, meaning=meaning: meaning, text, count=1)  # type: ignore[misc]
    return text


def layers(claim: Claim) -> Iterator[tuple[Layer, str]]:
    """What is to be looked for on each layer: that it was said, and what was said."""
    if not claim.attributions:
        yield "content", spelled_out(claim)
        return
    yield "statement", spelled_out(claim)
    for attribution in claim.attributions:
        content = " ".join(claim.text[span.start : span.end] for span in attribution.content)
        if len(content.split()) >= 4:
            yield "content", content


def _in_turns(
    claim: Claim, library: Library, context: str, published: date | None, barred: frozenset[str]
) -> Iterator[Evidence]:
    """What somebody is said to have said, in the turns of transcripts: only their own turn shows that."""
    for attribution in claim.attributions if library.labels else ():
        speaker = attribution.speaker
        said = " ".join(claim.text[span.start : span.end] for span in attribution.content)
        if speaker is None or attribution.anonymous or attribution.kind == "direct" or " " not in said:
            continue
        spoken = _candidates(said, library, context, published, barred, spoken=True)
        for candidate in _ranked(spoken):
            item = _as_evidence(candidate, "statement", library, claim, said)
            labels = library.labels[item.source]
            yield in_turn(item, claim, attribution, candidate.passages[0].speaker or "", labels)


def _quotations(claim: Claim, library: Library, context: str, barred: frozenset[str]) -> Iterator[Evidence]:
    for number, part in enumerate(claim.parts):
        if part.kind != "quotation":
            continue
        quote = claim.text[part.start : part.end]
        speaker = speaker_of(claim, part.start, part.end)
        found = [
            (source, verdict)
            for source, verdict in find_quotation(
                library.prepared,
                quote,
                context=claim.text,
                speaker=speaker,
                narrators=library.narrators,
                careful=CarefulReader(),
            )
            if source not in barred and (verdict.match in _QUOTED_STANCE or verdict.retold)
        ]
        good = [item for item in found if _QUOTED_STANCE.get(item[1].match) == "supports"]
        long = len(quote.split()) >= SHORT_QUOTATION
        if len(stems(quote)) < 2:
            rest = f"{claim.text[: part.start]} {claim.text[part.end :]}"
            good = [
                (source, verdict)
                for source, verdict in good
                if whole_clause(quote, library, source, speaker) or _on_matter(rest, library, source, verdict)
            ]
        near = [
            (source, verdict)
            for source, verdict in found
            if verdict.score >= ALTERED_SCORE
            and (long or same_matter(claim, part, context, library, source, verdict.start or 0, speaker))
        ]
        for source, verdict in good or near:
            yield _quoted(library.texts[source], verdict, claim, number, speaker)


def _on_matter(rest: str, library: Library, source: str, verdict: QuotationVerdict) -> bool:
    """Whether a quoted word stands where the source speaks of what the claim is about.

    "Likely" or "disease" stand in many a text that has nothing to do with it.
    """
    return _Question(rest, library, None).bears(around(library, source, verdict.start or 0))


def _quoted(
    text: SourceText, verdict: QuotationVerdict, claim: Claim, part: int, speaker: str | None
) -> Evidence:
    start, end = verdict.start or 0, verdict.end or 0
    stance: Stance = "neutral" if verdict.retold else _QUOTED_STANCE[verdict.match]
    # Words under a label that may be anybody's do not show that the speaker said them.
    if stance == "supports" and (verdict.wrong_speaker or (verdict.unsure_speaker and verdict.found_speaker)):
        stance = "neutral"
    covered = [part]
    if stance == "supports":
        covered = [
            n for n, _ in enumerate(claim.parts) if n == part or _stands_by(claim, n, text, start, verdict)
        ]
    return evidence_at(
        text,
        start,
        end,
        about="statement",
        stance=stance,
        parts=[] if len(covered) == len(claim.parts) else covered,
        match=None if verdict.retold else verdict.match,
        said_by=None if verdict.retold else said_by(verdict, speaker),
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


def _candidates(
    text: str,
    library: Library,
    context: str,
    published: date | None,
    barred: frozenset[str],
    *,
    spoken: bool = False,
) -> list[_Candidate]:
    """Passages that bear on a text, judged; of transcripts' turns only, where that is asked."""
    hits = library.search(text, context=context, limit=HITS)
    question = _Question(text, library, published)
    found: list[_Candidate] = []
    for rank, number in enumerate(hits):
        passage = library.passages[number]
        if passage.source in barred or (spoken and passage.speaker is None):
            continue
        if not question.bears(passage.text):
            continue
        found.append(question.judge(number, rank))
        if len(found) == CANDIDATES:
            break
    return found


class _Question:
    """What is looked for, asked of one passage after the other."""

    def __init__(self, text: str, library: Library, published: date | None) -> None:
        self._text = text
        self._library = library
        self._published = published
        self._figures = figures(text)
        self._measures = telling(text)
        self._clauses = clauses_of(text)

    def bears(self, passage: str) -> bool:
        """Whether a passage is worth judging: it has much of what the claim says, or one of its figures."""
        share = 1.0 if self.has_figure(passage) else self.share(passage)
        if share >= JUDGED_SHARE or self._of_one(passage):
            return True
        return share >= NEAR_FIGURE_SHARE and any_near(self._measures, passage)

    def _of_one(self, passage: str, differing: Sequence[tuple[int, int]] = ()) -> bool:
        """Whether a passage speaks of one clause of a compound claim: the one that has all that differs."""
        return (not differing or plainly_of(self._text, passage)) and any(
            self.share(passage, [*differing, (0, start), (end, len(self._text))]) >= CLAUSE_SHARE
            for start, end in self._clauses
            if all(start <= first and last <= end for first, last in differing)
        )

    def has_figure(self, passage: str) -> bool:
        """Whether a passage has a telling figure of the claim."""
        return not self._figures.isdisjoint(figures(passage))

    def share(self, passage: str, differing: Sequence[tuple[int, int]] = ()) -> float:
        """How much of what the claim says the passage has, in [0, 1], rare words counting more.

        Args:
            differing: spans of the claim that are not asked for, because the passage says otherwise there.
        """
        asked = self._text
        for start, end in differing:
            asked = asked[:start] + " " * (end - start) + asked[end:]
        weights = {term: self._library.rarity(term) for term in stems(asked)}
        if not weights:
            return 0.0
        held = {stem(other) for written, plain in words(passage) for other in expansions(written, plain)}
        held.update(stems(passage))
        return sum(weight for term, weight in weights.items() if term in held) / sum(weights.values())

    def judge(self, number: int, rank: int) -> _Candidate:
        """Judge the sentence, then with a neighbour that adds to it; the shortest run that decides counts."""
        library = self._library
        source_date = library.date_of(library.passages[number].source)
        best: _Candidate | None = None
        for run in windows(library.passages, number):
            passage = library.text_between(run[0], run[-1])
            share = self.share(passage)
            if best is not None and share < best.share + 0.1:
                continue
            verdict = judge_stance(self._text, passage, claim_date=self._published, passage_date=source_date)
            sobered = self._sobered(verdict, passage, share)
            figure = self.has_figure(passage) or any_near(self._measures, passage)
            candidate = _Candidate(run, sobered, rank, share, figure)
            if best is None or candidate.verdict.stance != "neutral":
                best = candidate
            if best.verdict.stance != "neutral":
                break
        assert best is not None  # windows() always yields the sentence itself first
        return best

    def _differing(self, verdict: StanceVerdict, passage: str) -> list[tuple[int, int]]:
        """Where the claim says what the passage denies; not what stands in the passage all the same.

        "Highest" does not stand in "the second highest" where that is what denies it.
        """
        spans = []
        for reason in verdict.reasons:
            if reason.claim_span is None:
                continue
            start, end = reason.passage_span or (0, 0)
            beside = f"{passage[:start]} {passage[end:]}".casefold()
            if self._text[slice(*reason.claim_span)].casefold() not in beside:
                spans.append(reason.claim_span)
        return spans

    def _says_something(self) -> bool:
        """Whether it can be borne out at all: not "we need to", nor a mere thing ("the drug for adults")."""
        return len(stems(self._text)) >= LEAST_SAID and bool(read_sentence(self._text).events)

    def _sobered(self, verdict: StanceVerdict, passage: str, share: float) -> StanceVerdict:
        """The verdict, or neutral where the passage is hardly about the same matter."""
        if verdict.stance == "contradicts":
            spans = self._differing(verdict, passage)
            whole = sum(end - start for start, end in spans) > len(self._text) / 2
            measured = plainly_of(self._text, passage) and all(
                _DIGIT.search(self._text, start, end) for start, end in spans
            )
            least = FIGURE_SHARE if measured else CONTRADICTION_SHARE
            near = self.share(passage, spans) >= least or self._of_one(passage, spans)
            if not spans or whole or not near:
                return replace(verdict, stance="neutral")
        elif verdict.stance == "supports" and not self._says_something():
            return replace(
                verdict, stance="neutral", reasons=(Reason("The claim says too little by itself."),)
            )
        elif verdict.stance == "supports" and share < SUPPORT_SHARE:
            return replace(verdict, stance="neutral")
        return verdict


def _ranked(candidates: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """Both stances by confidence, then a few neutral passages by how much of the claim they hold."""
    taken: set[tuple[str, int]] = set()
    decided = sorted(
        (c for c in candidates if c.verdict.stance != "neutral"),
        key=lambda c: (-c.verdict.confidence, c.rank),
    )
    neutral = sorted(
        (c for c in candidates if c.verdict.stance == "neutral" and _leads(c)),
        key=lambda c: (-c.share, c.rank),
    )
    for candidate in [*decided, *neutral[:MOST_NEUTRAL]]:
        places = {(passage.source, passage.start) for passage in candidate.passages}
        if not places & taken:
            taken |= places
            yield candidate


def _leads(candidate: _Candidate) -> bool:
    """Whether a passage that decides nothing is worth a look; a heading is not, what follows it may be."""
    first = candidate.passages[0]
    heading = len(candidate.passages) == 1 and first.heading.endswith(first.text.strip("# "))
    return not heading and (candidate.figure or candidate.share >= NEUTRAL_SHARE)


def _as_evidence(candidate: _Candidate, layer: Layer, library: Library, claim: Claim, text: str) -> Evidence:
    """The proposal of a passage; ``text`` is what the reasons' spans of the claim count in."""
    first, last = candidate.passages[0], candidate.passages[-1]
    reasons = "; ".join(reason.text for reason in candidate.verdict.reasons)
    reasons = reasons or f"Shares {candidate.share:.0%} of what was looked for."
    if layer == "content" and first.speaker and candidate.verdict.stance != "neutral":
        reasons += f"; it is {first.speaker} who says so there"
    denied = [reason.claim_span for reason in candidate.verdict.reasons if reason.claim_span is not None]
    return evidence_at(
        library.texts[first.source],
        first.start,
        last.end,
        about=layer,
        stance=candidate.verdict.stance,
        parts=parts_within(claim, text, denied) if candidate.verdict.stance == "contradicts" else [],
        locator=first.locator,
        confidence=round(candidate.verdict.confidence, 3),
        reason=reasons,
        judge=JUDGE,
    )


def merged(first: Sequence[Evidence], second: Sequence[Evidence]) -> list[Evidence]:
    """The proposals of two judges: of one place what decides something, the first's before the second's."""
    kept = [item for item in first if item.stance != "neutral" or not _covered(item, second)]
    decided = [item for item in kept if item.stance != "neutral"]
    fresh = [item for item in second if not _covered(item, decided)]
    return [*decided, *fresh, *(item for item in kept if item.stance == "neutral")]


def _covered(item: Evidence, others: Sequence[Evidence]) -> bool:
    return any(
        other.source == item.source
        and other.about == item.about
        and (other.start or 0) < (item.end or 0)
        and (item.start or 0) < (other.end or 0)
        for other in others
    )
