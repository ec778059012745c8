"""What the comparison found, as numbers: what the learned combination reads."""

from __future__ import annotations

from claimcheck.evidence.stance.align import Pair, is_copula
from claimcheck.evidence.stance.deeds import LEAST_SCORE
from claimcheck.evidence.stance.model import Finding
from claimcheck.evidence.stance.names import compare_names

CHECKS = (
    "quantity", "date", "name", "place", "role", "polarity", "contrast", "quantifier", "ranking", "order", "cause",
    "negation", "modality", "attribution", "coverage", "unanswered", "title",
)  # fmt: skip


def features(pair: Pair, findings: list[Finding]) -> list[float]:
    """A fixed-length vector; no feature reads the claim alone but its length."""
    return [*_of_findings(findings), *_of_words(pair), *_of_names(pair), *_of_events(pair)]


def _of_findings(findings: list[Finding]) -> list[float]:
    row = []
    for kind in ("contradiction", "gap"):
        for check in CHECKS:
            row.append(max((f.weight for f in findings if f.kind == kind and f.check == check), default=0.0))
    row.append(float(sum(f.kind == "contradiction" for f in findings)))
    row.append(float(sum(f.kind == "gap" for f in findings)))
    return row


def _of_words(pair: Pair) -> list[float]:
    uncovered = [at for at in pair.content if at not in pair.covered]
    tags = [pair.claim.tags[at] for at in uncovered]
    in_focus = [
        at for at in pair.content
        if any(m.strength and pair.passage.sentence_of[m.index] == pair.focus for m in pair.matches[at])
    ]  # fmt: skip
    same = [at for at in pair.content if any(m.relation == "same" for m in pair.matches[at])]
    total = max(1, len(pair.content))
    opposed = [at for at in uncovered if any(m.relation == "opposite" for m in pair.matches[at])]
    exclusive = [at for at in uncovered if any(m.relation == "exclusive" for m in pair.matches[at])]
    return [
        pair.topic, len(in_focus) / total, len(same) / total, float(len(pair.content)), float(len(uncovered)),
        float(tags.count("noun")), float(sum(t in ("verb", "part", "ing") for t in tags)), float(tags.count("adj")),
        float(tags.count("name")), float(len(opposed)), float(len(exclusive)),
        pair.copy.shared if pair.copy else 0.0, min(len(pair.passage.words), 200) / 100,
    ]  # fmt: skip


def _of_names(pair: Pair) -> list[float]:
    kin = [match.kinship for match in pair.names]
    missing = [m for m in pair.names if m.kinship in ("rival", "unrelated", "around")]
    alike = [
        m for m in missing
        if any(bool(o.places) == bool(m.name.places) and o.demonym == m.name.demonym and compare_names(m.name, o) == "rival"
               for o in pair.passage.names)
    ]  # fmt: skip
    total = max(1, len(kin))
    return [
        float(len(kin)), kin.count("same") / total, kin.count("within") / total, len(missing) / total, float(len(alike)),
        float(len(pair.claim.figures)), float(len(pair.claim.dates)),
    ]  # fmt: skip


def _of_events(pair: Pair) -> list[float]:
    found = [match for match in pair.events if match is not None]
    best = max(found, key=lambda m: m.score, default=None)
    answered = sum(m.score >= LEAST_SCORE for m in found)
    copula = any(is_copula(pair.claim, event) for event in pair.claim.events)
    negatives = sum(event.negative for event in pair.claim.events)
    focus = [e for e in pair.passage.events if pair.passage.sentence_of[e.head] == pair.focus]
    same_negation = best is not None and best.claim.negative == best.passage.negative
    return [
        best.score if best else 0.0, best.overlap if best else 0.0, float(best is not None and best.relation == "same"),
        float(best is not None and best.relation == "opposite"), answered / max(1, len(pair.events)), float(copula),
        float(negatives > 0), float(any(e.negative for e in focus)), float(same_negation),
        float(copula and any(is_copula(pair.passage, e) for e in focus)),
    ]  # fmt: skip
