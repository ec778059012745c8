"""What a report says, before any format: entries per claim, a strip per article. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.assessment.assess import Assessment, LayerAssessment, OriginRow
from claimcheck.assessment.explain import WithoutOrigin, cheapest_fix, leave_one_out
from claimcheck.assessment.policy import Policy
from claimcheck.assessment.status import SEVERITY, Status
from claimcheck.documents.original import Original
from claimcheck.records.changed import wording_decided_on
from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.records.models import Claim, ClaimFile, Source
from claimcheck.reporting.differences import Stretch, compare_words
from claimcheck.reporting.paragraphs import paragraph_around, paragraph_of
from claimcheck.reporting.passages import PassageView, Viewer
from claimcheck.rules.places import FileLines, claim_place

CONTESTED: tuple[Status, ...] = ("contradicted", "disputed", "unsourced", "ungraded", "circular", "weak")
"""The statuses a disputed-claims report is about, most serious first."""

LETTERS: Mapping[Status, str] = {
    "contradicted": "C", "disputed": "D", "unsourced": "U", "ungraded": "G", "circular": "O", "weak": "W",
    "adequate": "A", "strong": "S", "exempt": "E",
}  # fmt: skip
"""One letter a status, so that colour never carries meaning alone."""

_ORDER = (*CONTESTED[:2], "changed", *SEVERITY[2:])
"""What entries stand under, most serious first; within one, in text order."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim of the report.

    Attributes:
        why: of an unsourced claim for which nothing was accepted, what is missing.
        spoken_against: whether something accepted contradicts it, and its status does not say so.
        changed, since: the sentence that was decided on, where it was edited since, and both word by word.
    """

    id: str
    number: int
    status: Status
    why: str
    spoken_against: bool
    kind: str
    worthiness: str
    section: str
    place: str
    before: str
    text: str
    after: str
    changed: str
    since: tuple[Stretch, ...]
    sentence: str
    fix: str
    if_accepted: str
    attributions: tuple[str, ...]
    origins: tuple[OriginRow, ...]
    without: tuple[WithoutOrigin, ...]
    belief: float
    disbelief: float
    uncertainty: float
    conflict: float
    supporting: tuple[PassageView, ...]
    contradicting: tuple[PassageView, ...]
    beside: tuple[PassageView, ...]
    proposals: tuple[PassageView, ...]
    signed: tuple[str, ...]

    @property
    def group(self) -> Status | Literal["changed"]:
        """What the entry stands under: its status, or that it changed, unless the status is worse news."""
        return "changed" if self.changed and self.status not in CONTESTED[:2] else self.status


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph: a claim that nothing is known of (``entry``), or what stands between."""

    text: str
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Bare:
    """A paragraph with the claims in it for which there is neither evidence nor proposal, shown together."""

    section: str
    pieces: tuple[Piece, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The claims, in text order."""
        return tuple(piece.entry for piece in self.pieces if piece.entry is not None)


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One article: a strip of all its claims in text order, and the entries that are shown.

    Attributes:
        bare: the entries without evidence or proposals, by paragraph; they are among ``entries`` too.
        changed: ids of the claims whose sentence was edited after it was decided on.
        gone: how many claims' sentences are gone from the article.
    """

    slug: str
    title: str
    path: str
    stage: str
    published: str
    strip: tuple[tuple[str, int, Status], ...]
    counts: tuple[tuple[Status, int], ...]
    entries: tuple[Entry, ...]
    bare: tuple[Bare, ...]
    changed: tuple[str, ...]
    gone: int

    @property
    def full(self) -> tuple[Entry, ...]:
        """The entries that are shown one by one."""
        bare = {entry.id for paragraph in self.bare for entry in paragraph.entries}
        return tuple(entry for entry in self.entries if entry.id not in bare)


@dataclass(frozen=True, slots=True)
class DeskReport:
    """The report for the desk."""

    made: str
    disputed_only: bool
    policy_version: str
    articles: tuple[ArticleReport, ...]


@dataclass(frozen=True, slots=True)
class ArticleInput:
    """What a report is made from: the record, the reading text, and the assessments by claim id.

    Attributes:
        original: where the text's words stand in the article's file, where that has other lines.
    """

    slug: str
    record: ClaimFile
    text: str
    assessments: Mapping[str, Assessment]
    original: Original | None = None


def build_report(
    articles: Iterable[ArticleInput],
    sources: Mapping[str, Source],
    texts: Mapping[str, str],
    policy: Policy,
    *,
    made: str,
    disputed_only: bool,
) -> DeskReport:
    """Make the report.

    Args:
        texts: reading texts of sources on hand, for the words around a passage.
        made: time of the report, RFC 3339; the clock is the caller's.
        disputed_only: leave out claims that are adequate, strong or exempt, unless they changed since.
    """
    view = Viewer(sources, texts, made)
    made_of = tuple(
        _article(article, view, policy, disputed_only)
        for article in sorted(articles, key=lambda item: item.slug)
    )
    return DeskReport(made, disputed_only, policy.version, made_of)


def _article(article: ArticleInput, view: Viewer, policy: Policy, disputed_only: bool) -> ArticleReport:
    live = sorted((c for c in article.record.claims if not c.orphan), key=lambda c: c.anchor.start)
    status = {claim.id: article.assessments[claim.id].status for claim in live}
    numbers = {claim.id: number for number, claim in enumerate(live, 1)}
    changed = tuple(claim.id for claim in live if wording_decided_on(claim) is not None)
    against = {c.id for c in live if _spoken_against(article.assessments[c.id])}
    kept = {c.id for c in live if status[c.id] in CONTESTED}.union(changed, against)
    shown = [c for c in live if not disputed_only or c.id in kept]
    lines = FileLines(article.text, article.original)
    made = [_entry(claim, numbers[claim.id], article, lines, view, policy) for claim in shown]
    entries = tuple(sorted(made, key=_gravity))
    counts = Counter(status.values())
    about = article.record.article
    return ArticleReport(
        slug=article.slug,
        title=about.title or about.path,
        path=about.path,
        stage=about.stage,
        published=about.published or "",
        strip=tuple((claim.id, numbers[claim.id], status[claim.id]) for claim in live),
        counts=tuple((name, counts[name]) for name in SEVERITY if counts[name]),
        entries=entries,
        bare=_bare(live, entries, article.text),
        changed=changed,
        gone=len(article.record.claims) - len(live),
    )


def _spoken_against(assessment: Assessment) -> bool:
    layers = (assessment.statement, assessment.content)
    told = assessment.status in (*CONTESTED[:2], "exempt")
    return not told and any(layer.against for layer in layers)


def _gravity(entry: Entry) -> tuple[int, bool]:
    """What accepted passages contradict stands behind what is disputed, whatever its status."""
    own = _ORDER.index(entry.group)
    return (min(own, 1), True) if entry.spoken_against else (own, False)


def _bare(live: Sequence[Claim], entries: Sequence[Entry], text: str) -> tuple[Bare, ...]:
    lonely = {e.id: e for e in entries if e.group == "unsourced" and not _shown_evidence(e)}
    paragraphs: dict[tuple[int, int], list[Claim]] = {}
    for claim in live:
        if claim.id in lonely:
            paragraphs.setdefault(paragraph_of(text, claim.anchor.start, claim.anchor.end), []).append(claim)
    return tuple(
        Bare(claims[0].section, tuple(_pieces(text, bounds, claims, lonely)))
        for bounds, claims in sorted(paragraphs.items())
    )


def _shown_evidence(entry: Entry) -> bool:
    """Whether there is any passage to show, be it of the layer that does not decide."""
    return bool(entry.supporting or entry.contradicting or entry.proposals or entry.beside)


def _pieces(
    text: str, bounds: tuple[int, int], claims: Sequence[Claim], entries: Mapping[str, Entry]
) -> Iterable[Piece]:
    at = bounds[0]
    for claim in claims:
        if claim.anchor.start > at:
            yield Piece(text[at : claim.anchor.start])
        yield Piece(claim.text, entries[claim.id])
        at = claim.anchor.end
    if at < bounds[1]:
        yield Piece(text[at : bounds[1]])


def _entry(
    claim: Claim, number: int, article: ArticleInput, lines: FileLines, view: Viewer, policy: Policy
) -> Entry:
    assessment = article.assessments[claim.id]
    changed = wording_decided_on(claim)
    layer = assessment.decisive
    opinion = layer.verdict.opinion
    before, after = paragraph_around(article.text, claim.anchor.start, claim.anchor.end)
    shown = [view.passage(claim, evidence, assessment) for evidence in claim.evidence]
    decided = [item for item in shown if item.status == "accepted"]
    return Entry(
        id=claim.id,
        number=number,
        status=assessment.status,
        why=layer.verdict.unsourced if assessment.status == "unsourced" and not decided else "",
        spoken_against=_spoken_against(assessment),
        kind=claim.kind,
        worthiness=claim.check_worthiness.label,
        section=claim.section,
        place=claim_place(article.record.article.path, claim, lines),
        before=before,
        text=claim.text,
        after=after,
        changed=changed or "",
        since=compare_words(changed, claim.text) if changed is not None else (),
        sentence=assessment.sentence,
        fix=cheapest_fix(claim, assessment, policy),
        if_accepted=assessment.if_accepted or "",
        attributions=tuple(_say_attribution(claim)),
        origins=layer.origins,
        without=_without(claim, layer, policy),
        belief=opinion.belief,
        disbelief=opinion.disbelief,
        uncertainty=opinion.uncertainty,
        conflict=opinion.conflict,
        supporting=tuple(item for item in decided if item.stance == "supports"),
        contradicting=tuple(item for item in decided if item.stance == "contradicts"),
        beside=tuple(item for item in decided if item.stance == "neutral"),
        proposals=tuple(item for item in shown if item.status == "proposed"),
        signed=say_signed(claim, view.sources),
    )


def _without(claim: Claim, layer: LayerAssessment, policy: Policy) -> tuple[WithoutOrigin, ...]:
    return () if layer.status == "exempt" else leave_one_out(claim, layer, policy)


def _say_attribution(claim: Claim) -> Iterable[str]:
    for attribution in claim.attributions:
        who = attribution.speaker or "somebody who is not named"
        hops = "".join(f", {hop.how} by {hop.name}" for hop in attribution.hops)
        hedge = f" (hedged: “{attribution.hedge}”)" if attribution.hedge else ""
        anonymous = " (unnamed)" if attribution.anonymous and attribution.speaker else ""
        yield f"{who}{anonymous}{hops}{hedge}"


def say_signed(claim: Claim, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """Each sign-off in words; one that was given for something else says so."""
    retracted = {name: source.retracted is not None for name, source in sources.items()}
    told = []
    for signoff in claim.signoffs:
        stale = signoff.fingerprint != claim_fingerprint(claim, retracted)
        since = ": NO LONGER HOLDS, the claim or its evidence changed since" if stale else ""
        told.append(f"{signoff.decision} by {signoff.by}, {signoff.at[:10]}{since}")
    return tuple(told)
