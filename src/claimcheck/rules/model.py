"""What a rule is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, Protocol

from claimcheck.assessment.assess import Assessment
from claimcheck.assessment.policy import Policy
from claimcheck.assessment.status import Unsourced
from claimcheck.documents.original import Original
from claimcheck.records.models import Article, Baseline, Claim, Evidence, Kind, Source, Stance, Waiver
from claimcheck.records.settings import Level, RuleLevel, Settings

if TYPE_CHECKING:
    from claimcheck.sources.printed_tables import PrintedTable

Stage = Literal["workspace", "report", "problem"]
"""``report`` rules look at waivers and baseline, last; a ``problem`` makes the check impossible."""

Needs = Literal[
    "",
    "accepted",
    "evidence",
    "relations",
    "signoffs",
    "sources",
    "strays",
    "waivers",
    "baseline",
    "weakenings",
]
"""What a rule needs to have anything to say; empty for nothing in particular."""

LEVELS: tuple[Level, ...] = ("note", "warning", "error")
"""The least serious first."""


class Relation(Protocol):
    """Two claims of one article that bear on each other, as extraction found them."""

    @property
    def kind(self) -> str:
        """What they are to each other."""

    @property
    def first(self) -> str:
        """Id of the claim that stands first in the text."""

    @property
    def second(self) -> str:
        """Id of the other."""

    @property
    def first_span(self) -> tuple[int, int]:
        """Span within the first claim's text that shows it."""

    @property
    def second_span(self) -> tuple[int, int]:
        """Span within the second claim's text that shows it."""

    @property
    def message(self) -> str:
        """What is the matter, one sentence that quotes both places."""


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article as rules see it.

    Attributes:
        text: the reading text that the claims' anchors count in.
        record: path of ``claims/<slug>.yaml`` as messages name it; the article's own path without one.
        stale: True where the article's file is no longer what the claims were extracted from.
        original: where the text's words stand in the article's file, where that has other lines.
        lined: False where the file has pages or cells in place of lines.
        recorded: line and column in ``record`` of each claim whose sentence is gone, by its id.
    """

    slug: str
    article: Article
    text: str
    record: str
    stale: bool = False
    relations: tuple[Relation, ...] = ()
    original: Original | None = None
    lined: bool = True
    recorded: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim as rules see it.

    Attributes:
        withheld: ids of sources whose words no finding may print: off the record, or under embargo.
    """

    article: ArticleView
    claim: Claim
    assessment: Assessment
    withheld: frozenset[str] = frozenset()

    def prints(self, item: Evidence) -> bool:
        """Whether a finding may print what the source of some evidence says."""
        return item.source not in self.withheld


@dataclass(frozen=True, slots=True)
class Complaint:
    """What a rule says of one place.

    Attributes:
        article: slug of the article, or empty where a source or a waiver is meant.
        claim: id of the claim, or empty.
        start, end: span in the article's reading text; None where the place is a whole file.
        path: file as messages name it, relative to the workspace.
        subject: tells complaints of one rule on one claim apart (a source id, a need, printed words), so
            that each keeps its fingerprint.
        level: overrides the rule's level for this complaint.
        state: names the lighter of two states of one matter (a passage is only proposed, a dispute slight);
            empty for the grave one. Who knew the one, in a baseline, does not know the other.
    """

    message: str
    fix: str
    path: str
    article: str = ""
    claim: str = ""
    start: int | None = None
    end: int | None = None
    subject: str = ""
    level: RuleLevel | None = None
    state: str = ""


def at_claim(
    view: ClaimView,
    message: str,
    fix: str,
    *,
    span: tuple[int, int] | None = None,
    subject: str = "",
    state: str = "",
    level: RuleLevel | None = None,
) -> Complaint:
    """A complaint about a claim, or about ``span`` of the claim's own text.

    A claim whose sentence is gone stands in its record alone: the article has other words at its place.
    """
    anchor = view.claim.anchor
    start, end = anchor.start, anchor.end
    if span is not None:
        start, end = anchor.start + span[0], anchor.start + span[1]
    gone = view.claim.orphan
    return Complaint(
        message=message,
        fix=fix,
        path=view.article.record if gone else view.article.article.path,
        article=view.article.slug,
        claim=view.claim.id,
        start=None if gone else start,
        end=None if gone else end,
        subject=subject,
        state=state,
        level=level,
    )


def at_source(source: Source, message: str, fix: str, *, subject: str = "") -> Complaint:
    """A complaint about a source's record."""
    return Complaint(message=message, fix=fix, path=f"sources/{source.id}.yaml", subject=subject or source.id)


@dataclass(frozen=True, slots=True)
class Weakening:
    """One way in which a change lowers the bar that it is held to.

    Attributes:
        path: the file that does, relative to the workspace.
        what: one sentence.
        claim: id of the claim it is about, or empty.
        foreign: True for a sign-off in the name of somebody who is not an author of the change.
        level: overrides the rule's level.
    """

    path: str
    what: str
    claim: str = ""
    foreign: bool = False
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Hygiene:
    """What rules of the report stage need besides: waivers, baseline, and what they met.

    Attributes:
        weakenings: how the working tree lowers the bar, where the policy was taken from a commit.
        used_waivers: positions in ``waivers`` of those that excused a finding.
        fingerprints: of every finding of this run, those waived and those in the baseline included.
        ran: codes of the rules that ran.
        plugins: codes of plug-ins' rules, by code and by name.
        whole: True where every article was looked at and every rule ran, so that what met nothing is stale.
    """

    waivers: Sequence[Waiver] = ()
    baseline: Baseline = field(default_factory=lambda: Baseline(claimcheck=1))
    used_waivers: frozenset[int] = frozenset()
    fingerprints: frozenset[str] = frozenset()
    ran: frozenset[str] = frozenset()
    plugins: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True
    weakenings: Sequence[Weakening] = ()


@dataclass(frozen=True, slots=True)
class Stray:
    """A file or folder that should not lie in the workspace.

    Attributes:
        kind: ``copy`` for a second version of a record, ``cache`` for derived files.
        path: relative to the workspace.
        original: of a copy, the record it is a second version of.
    """

    kind: Literal["copy", "cache"]
    path: str
    original: str = ""


Use = tuple[str, Stance]
"""The id of a source, and what it is accepted as saying."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What rules need to know of articles of the same check that were judged before and did not change."""

    slugs: frozenset[str] = frozenset()
    used: frozenset[Use] = frozenset()


@dataclass(frozen=True, slots=True)
class RuleContext:
    """Everything a rule may look at.

    What a rule complains of in an article may rest on that article, the sources and the settings only:
    articles that did not change are not judged again.

    Attributes:
        elsewhere: what is known of articles that are checked too, but not looked at again.
        source_hashes: sha256 of each extracted text as it lies on disk now; a missing file has none.
        tables: what each table that a calculation rests on prints in its cells now, by source and cell.
    """

    articles: Sequence[ArticleView]
    claims: Sequence[ClaimView]
    sources: Mapping[str, Source]
    source_hashes: Mapping[str, str]
    settings: Settings
    policy: Policy
    today: date
    hygiene: Hygiene = field(default_factory=Hygiene)
    strays: Sequence[Stray] = ()
    tables: Mapping[str, PrintedTable] = field(default_factory=dict)
    elsewhere: Elsewhere = field(default_factory=Elsewhere)
    _live: tuple[ClaimView, ...] = field(init=False, repr=False)
    _kinds: Mapping[str, Sequence[ClaimView]] = field(init=False, repr=False)
    _unsourced: Mapping[str, Sequence[ClaimView]] = field(init=False, repr=False)
    _attributed: tuple[ClaimView, ...] = field(init=False, repr=False)
    _sourced: tuple[ClaimView, ...] = field(init=False, repr=False)
    _having: tuple[ClaimView, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        live = tuple(
            [view for view in self.claims if view.assessment.status != "exempt" and not view.claim.orphan]
        )
        kinds: dict[str, list[ClaimView]] = {}
        unsourced: dict[str, list[ClaimView]] = {}
        for view in live:
            kinds.setdefault(view.claim.kind, []).append(view)
            if view.assessment.status == "unsourced":
                why = view.assessment.decisive.verdict.unsourced
                unsourced.setdefault(why, []).append(view)
        having = [view for view in live if view.claim.evidence]
        sourced = [v for v in having if any(item.status == "accepted" for item in v.claim.evidence)]
        object.__setattr__(self, "_live", live)
        object.__setattr__(self, "_kinds", kinds)
        object.__setattr__(self, "_unsourced", unsourced)
        object.__setattr__(self, "_attributed", tuple([view for view in live if view.claim.attributions]))
        object.__setattr__(self, "_sourced", tuple(sourced))
        object.__setattr__(self, "_having", tuple(having))

    def has(self, needed: Needs) -> bool:
        """Whether there is any of what a rule may need."""
        match needed:
            case "accepted":
                return bool(self._sourced or self.elsewhere.used)
            case "evidence":
                return bool(self._having)
            case "relations":
                return any(view.relations for view in self.articles)
            case "signoffs":
                return any(view.claim.signoffs or view.claim.was is not None for view in self.claims)
            case "sources":
                return bool(self.sources)
            case "strays":
                return bool(self.strays)
            case "waivers":
                return bool(self.hygiene.waivers)
            case "baseline":
                return bool(self.hygiene.baseline.findings)
            case "weakenings":
                return bool(self.hygiene.weakenings)
        return True

    def live_claims(self) -> tuple[ClaimView, ...]:
        """Claims that stand in their article and are not exempt."""
        return self._live

    def claims_of(self, kind: Kind) -> Sequence[ClaimView]:
        """Those of the live claims that are of a kind."""
        return self._kinds.get(kind, ())

    def unsourced_claims(self, why: Unsourced) -> Sequence[ClaimView]:
        """Those of the live claims that are unsourced for one reason."""
        return self._unsourced.get(why, ())

    def attributed_claims(self) -> tuple[ClaimView, ...]:
        """Those of the live claims that somebody is said to have said, or nobody in particular."""
        return self._attributed

    def sourced_claims(self) -> tuple[ClaimView, ...]:
        """Those of the live claims that have accepted evidence."""
        return self._sourced

    def claims_with_evidence(self) -> tuple[ClaimView, ...]:
        """Those of the live claims that have evidence, be it only proposed or rejected."""
        return self._having

    def used(self) -> frozenset[Use]:
        """Which sources accepted evidence of live claims comes from, and with which stance."""
        return self.elsewhere.used.union((source, stance) for source, stance, _ in self.uses())

    def uses(self) -> Iterator[tuple[str, Stance, str]]:
        """The same of the articles that are looked at, each with the article's slug."""
        for view in self._sourced:
            for item in view.claim.evidence:
                if item.status == "accepted":
                    yield item.source, item.stance, view.article.slug

    def slugs(self) -> frozenset[str]:
        """The slugs of all articles that are checked."""
        return self.elsewhere.slugs.union(view.slug for view in self.articles)

    def by_id(self) -> dict[str, ClaimView]:
        """All claims by id."""
        return {view.claim.id: view for view in self.claims}

    def unsourced_level(self, claim: Claim) -> RuleLevel:
        """What the desk's settings say of an unsourced claim of this check-worthiness."""
        label = claim.check_worthiness.label
        if label == "CFS":
            return self.settings.check.unsourced_cfs
        return self.settings.check.unsourced_ufs if label == "UFS" else "note"
