"""Grading the sourcing of one claim: both layers, which of them decides, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import get_args

from claimcheck.assessment.contradictions import lacks_support, say_against, standing_against
from claimcheck.assessment.opinion import count_origins
from claimcheck.assessment.origins import Lineage, trace_lineage
from claimcheck.assessment.policy import Policy
from claimcheck.assessment.status import (
    Status,
    Unsourced,
    Verdict,
    bare_verdict,
    judge_items,
    why_unsourced,
    worse,
)
from claimcheck.assessment.weights import Item, weigh
from claimcheck.assessment.wording import item_reason, say_exempt, say_unsourced, say_verdict
from claimcheck.records.models import Claim, Genre, Layer, Source


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One origin and what it counts for.

    Attributes:
        origin: id of the origin (see :class:`claimcheck.assessment.origins.Root`).
        members: ids of the sources that rest on it, sorted; a roundup is shown under each of its origins.
        points_for, points_against: what the origin counts on each side.
    """

    origin: str
    members: tuple[str, ...]
    points_for: float
    points_against: float


@dataclass(frozen=True, slots=True)
class LayerAssessment:
    """How well one layer of a claim is sourced.

    Attributes:
        decides: whether the claim's status rests on this layer.
        items: the accepted items of this layer, weighed, those that count for nothing included.
        sentence: one sentence that explains the status.
        reasons: one line an item: what it counts for, or why it does not.
    """

    layer: Layer
    decides: bool
    verdict: Verdict
    items: tuple[Item, ...]
    origins: tuple[OriginRow, ...]
    sentence: str
    reasons: tuple[str, ...]

    @property
    def status(self) -> Status:
        """The layer's status."""
        return self.verdict.status

    @property
    def against(self) -> tuple[Item, ...]:
        """What was accepted against it, whatever it weighs; not what was withdrawn."""
        return tuple(standing_against(self.items))

    @property
    def lacks_support(self) -> bool:
        """Whether something that counts contradicts what decided, and nothing that counts supports it."""
        return lacks_support(self.verdict, self.items)


@dataclass(frozen=True, slots=True)
class Assessment:
    """How well a claim is sourced; never whether it is true.

    Attributes:
        status: the worse of the layers that decide.
        sentence: one sentence that explains it.
        deciding: the layer the status rests on.
        if_accepted: the status if every proposal were accepted; None where there is none.
        policy_version: of the constants that were used.
    """

    claim: str
    status: Status
    sentence: str
    statement: LayerAssessment
    content: LayerAssessment
    deciding: Layer
    if_accepted: Status | None
    policy_version: str

    @property
    def decisive(self) -> LayerAssessment:
        """The layer the status rests on."""
        return self.statement if self.deciding == "statement" else self.content

    @property
    def deciding_layers(self) -> tuple[LayerAssessment, ...]:
        """Every layer that has a say in the status."""
        return tuple(layer for layer in (self.statement, self.content) if layer.decides)

    @property
    def contested(self) -> LayerAssessment | None:
        """The layer that has no say in the status, where accepted evidence speaks against it."""
        silent = [layer for layer in (self.statement, self.content) if not layer.decides]
        return next((layer for layer in silent if layer.against and layer.status != "exempt"), None)


def assess_claim(
    claim: Claim,
    sources: Mapping[str, Source],
    policy: Policy,
    *,
    genre: Genre = "news",
    article_slug: str = "",
    copying: Iterable[tuple[str, str]] = (),
    lineage: Lineage | None = None,
) -> Assessment:
    """Grade the sourcing of a claim from the evidence that persons accepted.

    Args:
        sources: the workspace's sources by id.
        genre: the article's; in opinion every claim is exempt.
        article_slug: the article's slug; by default the first half of the claim's id.
        copying: dated copying measured between texts, as pairs (later, earlier).
        lineage: the sources' lineage for this article, where a caller has traced it for many claims.
    """
    deciding = deciding_layers(claim)
    exempt = say_exempt(claim, genre)
    if not claim.evidence and not exempt:
        return _bare_claim(claim, deciding, policy)
    slug = article_slug or claim.id.partition("/")[0]
    lineage = lineage or trace_lineage(sources, copying, article=slug)
    layers = _assess_layers(claim, sources, lineage, policy, slug, deciding, exempt, include_proposed=False)
    decisive = _decisive(layers)
    if_accepted = None
    if any(item.status == "proposed" for item in claim.evidence):
        accepted = _assess_layers(
            claim, sources, lineage, policy, slug, deciding, exempt, include_proposed=True
        )
        if_accepted = _decisive(accepted).status
    return Assessment(
        claim=claim.id,
        status=decisive.status,
        sentence=decisive.sentence if exempt else _sentence(decisive, deciding, layers),
        statement=layers[0],
        content=layers[1],
        deciding=decisive.layer,
        if_accepted=if_accepted,
        policy_version=policy.version,
    )


def deciding_layers(claim: Claim) -> tuple[Layer, ...]:
    """Which layers a claim's status rests on; a statement never supports a content.

    A quotation rests on the statement; what is reported on the statement, and on the content too where the
    article asserts it; everything else on the content, unless the article only says that somebody says so.
    """
    if claim.kind == "quotation":
        return ("statement",)
    if claim.kind == "reported":
        return ("statement", "content") if claim.asserted else ("statement",)
    return ("content",) if claim.asserted or not claim.attributions else ("statement",)


def _sentence(decisive: LayerAssessment, deciding: Sequence[Layer], layers: Iterable[LayerAssessment]) -> str:
    """What explains the status, and what speaks against the claim in the layer that it does not rest on."""
    other = next(layer for layer in layers if layer is not decisive)
    if len(deciding) == 1:
        return decisive.sentence + (_say_contested(other) if other.against else "")
    told = f"{decisive.layer.capitalize()}: {_lower_first(decisive.sentence)}"
    beside = f" {other.layer.capitalize()}: {_lower_first(other.sentence)}" if other.against else ""
    return told + beside


def _say_contested(layer: LayerAssessment) -> str:
    """What speaks against the layer that has no say, as a sentence of its own."""
    if layer.layer == "statement":
        return f" Besides,{say_against(layer.against, 'that it was said').removeprefix(';')}."
    if layer.status in ("contradicted", "disputed"):
        return f" That it was said is one thing; the content is {_lower_first(layer.sentence)}"
    return f" That it was said is one thing{say_against(layer.against, 'what was said')}."


def _lower_first(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _bare_claim(claim: Claim, deciding: tuple[Layer, ...], policy: Policy) -> Assessment:
    """A claim without any evidence: most claims, when a desk begins."""
    statement, content = _bare_layers(deciding, why_unsourced(claim))
    decisive = _decisive((statement, content))
    return Assessment(
        claim=claim.id,
        status=decisive.status,
        sentence=_sentence(decisive, deciding, (statement, content)),
        statement=statement,
        content=content,
        deciding=decisive.layer,
        if_accepted=None,
        policy_version=policy.version,
    )


@cache
def _bare_layers(deciding: tuple[Layer, ...], why: Unsourced) -> tuple[LayerAssessment, LayerAssessment]:
    """Both layers of a claim without evidence; there are only as many as there are reasons."""
    verdict = bare_verdict(why)
    sentence = say_unsourced(verdict)
    statement, content = (
        LayerAssessment(layer, layer in deciding, verdict, (), (), sentence, ()) for layer in get_args(Layer)
    )
    return statement, content


def _decisive(layers: Sequence[LayerAssessment]) -> LayerAssessment:
    return min((layer for layer in layers if layer.decides), key=lambda layer: worse(layer.status))


def _assess_layers(
    claim: Claim,
    sources: Mapping[str, Source],
    lineage: Lineage,
    policy: Policy,
    slug: str,
    deciding: Sequence[Layer],
    exempt: str,
    *,
    include_proposed: bool,
) -> tuple[LayerAssessment, LayerAssessment]:
    counted = {"accepted", "proposed"} if include_proposed else {"accepted"}
    items = [
        weigh(index, claim, sources, lineage, policy, slug)
        for index, evidence in enumerate(claim.evidence)
        if evidence.status in counted
    ]
    statement, content = (
        _assess_layer(claim, layer, items, policy, decides=layer in deciding, exempt=exempt)
        for layer in get_args(Layer)
    )
    return statement, content


def _assess_layer(
    claim: Claim, layer: Layer, items: Sequence[Item], policy: Policy, *, decides: bool, exempt: str
) -> LayerAssessment:
    own = tuple(sorted((item for item in items if item.about == layer), key=_order))
    open_proposals = any(
        evidence.status == "proposed" and evidence.about == layer and evidence.stance != "neutral"
        for evidence in claim.evidence
    )
    other = any(item.about != layer and item.stance != "neutral" for item in items)
    verdict = judge_items(claim, own, policy, proposed=open_proposals)
    if exempt:
        verdict = Verdict("exempt", "", verdict.opinion)
    return LayerAssessment(
        layer=layer,
        decides=decides,
        verdict=verdict,
        items=own,
        origins=origin_table(own),
        sentence=exempt or say_verdict(claim, verdict, own, policy, beside=layer if other else None),
        reasons=tuple(item_reason(item) for item in own),
    )


def _order(item: Item) -> tuple[str, str, float, tuple[int, ...], str]:
    return (item.source, item.stance, -item.weight, item.parts, item.excluded)


def origin_table(items: Sequence[Item]) -> tuple[OriginRow, ...]:
    """The origins of items that count, the heaviest first."""
    counting = [item for item in items if item.weight > 0.0]
    if not counting:
        return ()
    pro = count_origins(item for item in counting if item.stance == "supports")
    contra = count_origins(item for item in counting if item.stance == "contradicts")
    members: dict[str, set[str]] = {}
    for item in counting:
        for origin in item.origins if item.stance != "neutral" else ():
            members.setdefault(origin, set()).add(item.source)
    rows = [
        OriginRow(origin, tuple(sorted(found)), pro.get(origin, 0.0), contra.get(origin, 0.0))
        for origin, found in members.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-max(row.points_for, row.points_against), row.origin)))
