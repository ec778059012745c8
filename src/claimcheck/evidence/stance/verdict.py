"""From findings to a verdict: a mismatch contradicts, a gap leaves it open, full coverage supports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from claimcheck.evidence.stance.align import Pair, align
from claimcheck.evidence.stance.alternatives import check_alternatives
from claimcheck.evidence.stance.another import kept_apart
from claimcheck.evidence.stance.asserting import check_asserted
from claimcheck.evidence.stance.attachments import check_attachments
from claimcheck.evidence.stance.causes import check_causes
from claimcheck.evidence.stance.clock import check_times_of_day
from claimcheck.evidence.stance.comparisons import check_comparisons, check_counted_deeds, turned
from claimcheck.evidence.stance.conditions import check_conditions
from claimcheck.evidence.stance.confirming import check_confirmed
from claimcheck.evidence.stance.contrasts import check_contrasts
from claimcheck.evidence.stance.coverage import check_coverage
from claimcheck.evidence.stance.deeds import check_deeds, matched
from claimcheck.evidence.stance.denials import LEAST_GAP, restored
from claimcheck.evidence.stance.differing import apart
from claimcheck.evidence.stance.heads import check_heads
from claimcheck.evidence.stance.insertions import check_insertions
from claimcheck.evidence.stance.model import Examination, Finding, Reason, StanceVerdict
from claimcheck.evidence.stance.order import check_orders, ordered
from claimcheck.evidence.stance.parties import check_parties, mutual
from claimcheck.evidence.stance.phrases import word_at
from claimcheck.evidence.stance.prepositions import check_prepositions
from claimcheck.evidence.stance.quantifiers import check_quantifiers, eased, quantified
from claimcheck.evidence.stance.quantities import check_quantities
from claimcheck.evidence.stance.ranking import check_ranks
from claimcheck.evidence.stance.reading import read_text
from claimcheck.evidence.stance.retelling import settle
from claimcheck.evidence.stance.showing import shown_apart
from claimcheck.evidence.stance.sobering import sobered
from claimcheck.evidence.stance.surroundings import check_surroundings
from claimcheck.evidence.stance.tethering import check_tethered, loosened
from claimcheck.evidence.stance.times import check_dates
from claimcheck.evidence.stance.ways import check_particles, check_ways
from claimcheck.evidence.stance.wording import check_wording
from claimcheck.evidence.stance.wrapping import check_wrapping

JUDGE = "facts/9"
"""Name and version of this judge, as proposals record it."""
LEAST_TOPIC = 0.3
"""A passage that answers less of the claim's words is about something else."""


def judge_stance(
    claim: str, passage: str, *, claim_date: date | None = None, passage_date: date | None = None
) -> StanceVerdict:
    """Whether a passage supports or contradicts a claim, by comparing facts; neutral unless sure.

    Args:
        claim_date: the day the article was (or will be) published; "on Tuesday" in the claim counts from it.
        passage_date: the same for the source.
    """
    return examine(claim, passage, claim_date=claim_date, passage_date=passage_date).verdict


def examine(
    claim: str, passage: str, *, claim_date: date | None = None, passage_date: date | None = None
) -> Examination:
    """The verdict of :func:`judge_stance` with all that it rests on; same arguments."""
    pair = align(read_text(claim, claim_date), read_text(passage, passage_date))
    findings = compare(pair)
    return Examination(decide(pair, findings), tuple(findings), pair.topic)


def compare(pair: Pair) -> list[Finding]:
    """Every mismatch and gap, the surest first."""
    causes, answered = check_causes(pair)
    comparisons, compared = check_comparisons(pair)
    findings = [
        *check_wording(pair),
        *check_wrapping(pair),
        *check_conditions(pair),
        *check_deeds(pair),
        *check_parties(pair),
        *check_quantities(pair),
        *check_dates(pair),
        *check_contrasts(pair),
        *check_quantifiers(pair),
        *check_ranks(pair),
        *check_orders(pair),
        *check_prepositions(pair),
        *causes,
        *comparisons,
        *check_counted_deeds(pair),
        *check_alternatives(pair),
    ]
    predicates = frozenset(
        match.words[0] for match in matched(pair) if match.relation not in ("none", "exclusive")
    )
    dealt_with = answered | predicates | quantified(pair) | compared
    findings += [*check_coverage(pair, dealt_with), *check_confirmed(pair, dealt_with)]
    findings = [f for f in findings if not _settled(pair, f, compared)]
    findings = restored(pair, sobered(pair, _evened(findings)))
    findings = _redated(pair, loosened(pair, eased(pair, turned(pair, findings))))
    findings += [*check_times_of_day(pair), *check_ways(pair)]
    findings = apart(findings, pair.claim.text, pair.passage.text)
    told = answered | compared
    findings = [*settle(pair, findings, told), *check_particles(pair)]
    if not any(f.kind == "contradiction" or f.weight >= LEAST_GAP for f in findings):
        findings += [*check_surroundings(pair, told), *check_attachments(pair)]
        findings += [
            *check_insertions(pair),
            *check_asserted(pair),
            *check_tethered(pair),
            *check_heads(pair),
        ]
    findings = kept_apart(pair, findings)
    findings = shown_apart(findings, pair.claim.text, pair.passage.text)
    ranked = sorted(findings, key=lambda f: (f.kind != "contradiction", -f.weight))
    return list({finding.reason.text: finding for finding in reversed(ranked)}.values())[::-1]


_DENYING = frozenset(("denial", "negation"))
_FACTUAL = frozenset(("name", "quantity", "date"))


def _evened(findings: list[Finding]) -> list[Finding]:
    """ "Not in Iceland" and "in Ireland" may both be so: a denial and a differing fact leave it open."""
    kinds = {finding.check for finding in findings if finding.kind == "contradiction"}
    if not (kinds & _DENYING and kinds & _FACTUAL and kinds <= _DENYING | _FACTUAL):
        return findings
    return _left_open(findings)


def _redated(pair: Pair, findings: list[Finding]) -> list[Finding]:
    """ "Begun in 1926" and "completed in 1930" may both be so: an opposite of another day leaves it open."""
    dated = [finding for finding in findings if _of_a_day(pair, finding)]
    contrary = [finding for finding in findings if finding.kind == "contradiction" and finding not in dated]
    if any(finding.check not in ("polarity", "contrast") for finding in contrary):
        return findings
    days = [f.reason.passage_span[0] for f in dated if f.reason.passage_span]
    deeds = [f.reason.passage_span for f in contrary if f.reason.passage_span]
    for event in pair.passage.events:
        told = any(start <= pair.passage.words[event.head].start < end for start, end in deeds)
        if told and any(word_at(pair.passage, day) in event.objects for day in days):
            return _left_open(findings)
    return findings


def _of_a_day(pair: Pair, finding: Finding) -> bool:
    """Whether a finding is of a date, or of a figure that is read as one: a year."""
    span = finding.reason.passage_span
    if finding.check != "quantity" or span is None:
        return finding.check == "date"
    return any(date.start <= span[0] < date.end for date in pair.passage.dates)


def _left_open(findings: list[Finding]) -> list[Finding]:
    return [replace(f, kind="gap", weight=0.5) if f.kind == "contradiction" else f for f in findings]


def _settled(pair: Pair, finding: Finding, compared: frozenset[int]) -> bool:
    """Whether a better comparison has decided what the finding is about."""
    if compared and finding.check not in ("comparison", "modality", "attribution", "quantity", "date"):
        span = finding.reason.claim_span
        inside = span and any(span[0] <= pair.claim.words[at].start < span[1] for at in compared)
        return bool(inside) or finding.check == "role"
    if finding.check in ("role", "name") and mutual(pair):
        return True
    if finding.check == "role":
        return ordered(pair)
    return finding.check == "negation" and _weighed(pair, finding.reason)


def _weighed(pair: Pair, reason: Reason) -> bool:
    """Whether an event that was compared has the negation among its own."""
    for match in matched(pair):
        sides = (
            (pair.claim, match.claim, reason.claim_span),
            (pair.passage, match.passage, reason.passage_span),
        )
        for reading, event, span in sides:
            if span and any(span[0] <= reading.words[at].start < span[1] for at in event.denials):
                return match.score >= 0.8
    return False


def decide(pair: Pair, findings: list[Finding]) -> StanceVerdict:
    """The verdict that the findings leave."""
    if not pair.content and not pair.claim.figures:
        return StanceVerdict("neutral", 0.5, (Reason("the claim says nothing that can be checked"),))
    contradictions = [f for f in findings if f.kind == "contradiction"]
    gaps = [f for f in findings if f.kind == "gap" and f.weight >= LEAST_GAP]
    if pair.topic < LEAST_TOPIC:
        return StanceVerdict(
            "neutral",
            0.8,
            tuple(f.reason for f in gaps[:3]) or (Reason("the source is about something else"),),
        )
    if contradictions:
        return StanceVerdict(
            "contradicts", round(contradictions[0].weight, 3), tuple(f.reason for f in contradictions[:3])
        )
    if gaps:
        return StanceVerdict("neutral", max(f.weight for f in gaps), tuple(f.reason for f in gaps[:4]))
    return StanceVerdict(
        "supports", round(0.6 + 0.3 * pair.topic, 3), (Reason("every part of the claim is in the source"),)
    )
