"""What is said to have caused what; things that merely go together are not that."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.words import profile_of

_BECAUSE = frozenset(("because_of", "because", "due_to", "owing_to"))


@dataclass(frozen=True, slots=True)
class Cause:
    """One causal statement: words of the cause, of the effect, and whether the cause is denied."""

    cause: frozenset[int]
    effect: frozenset[int]
    at: int
    denied: frozenset[int] = frozenset()


def find_causes(reading: Reading) -> list[Cause]:
    """Causal statements, by verb ("led to", "was triggered by") or by "because of"."""
    found: list[Cause] = []
    for number, event in enumerate(reading.events):
        word = reading.words[event.head]
        if "cause" in profile_of(word.lemmas, word.low).groups and not event.negative:
            effect = set(event.subject) if event.passive else set(event.objects)
            for later in reading.events[number + 1 : number + 2]:
                if event.head in later.chain:
                    effect |= {later.head, *later.objects}
            cause = set(event.agent) if event.passive else set(event.subject)
            found.append(Cause(frozenset(cause), frozenset(effect), event.head))
        found += _because(reading, number)
    return found


def _because(reading: Reading, number: int) -> list[Cause]:
    event = reading.events[number]
    for place, at in enumerate(event.objects):
        if reading.words[at].lemmas[0] in _BECAUSE:
            rest = event.objects[place + 1 :]
            cut = next((i for i, w in enumerate(rest) if reading.tags[w] == "not"), len(rest))
            effect = frozenset((event.head, *event.subject, *event.objects[:place]))
            return [Cause(frozenset(rest[:cut]), effect, at, frozenset(rest[cut + 1 :]))]
    return []


def check_causes(pair: Pair) -> tuple[list[Finding], frozenset[int]]:
    """Findings on causes, and the claim's causal words that the passage answers."""
    theirs = find_causes(pair.passage)
    findings: list[Finding] = []
    answered: set[int] = set()
    for cause in find_causes(pair.claim):
        finding = _check(pair, cause, theirs)
        if finding is None:
            answered.add(cause.at)
        else:
            findings.append(finding)
    return findings, frozenset(answered)


def _check(pair: Pair, cause: Cause, theirs: list[Cause]) -> Finding | None:
    span = pair.claim.span(cause.at, cause.at)
    denied = _denied_link(pair, cause)
    if denied:
        return denied
    for other in theirs:
        effect, source = _hits(pair, cause.effect, other.effect), _hits(pair, cause.cause, other.cause)
        if _hits(pair, cause.cause, other.denied):
            text = f"source: {_text(pair.passage, other.cause)}, not {_text(pair.passage, other.denied)}"
            return Finding(
                "contradiction", "cause", 0.9, Reason(text, span, pair.passage.span(other.at, other.at))
            )
        if effect and source:
            return None
        if effect and other.cause and cause.cause:
            theirs_text, ours_text = _text(pair.passage, other.cause), _text(pair.claim, cause.cause)
            text = f"cause in the source: {theirs_text}; in the article: {ours_text}"
            return Finding("gap", "cause", 0.7, Reason(text, span, pair.passage.span(other.at, other.at)))
    text = "not covered: the source does not say that one caused the other"
    return Finding("gap", "cause", 0.75, Reason(text, span))


_NO_LINK = ("nothing to do with", "no link to", "no connection with", "unrelated to", "not linked to")


def _denied_link(pair: Pair, cause: Cause) -> Finding | None:
    """ "The crash had nothing to do with the ice." """
    low = pair.passage.text.lower()
    for phrase in _NO_LINK:
        at = low.find(phrase)
        if at < 0:
            continue
        after = [i for i, w in enumerate(pair.passage.words) if w.start >= at + len(phrase)]
        near = frozenset(
            i for i in after[:8] if pair.passage.sentence_of[i] == pair.passage.sentence_of[after[0]]
        )
        before = frozenset(i for i, w in enumerate(pair.passage.words) if w.start < at)
        if _hits(pair, cause.cause, near) and _hits(pair, cause.effect, before):
            text = f"source: {pair.passage.text[at : pair.passage.words[max(near)].end].rstrip('.')}"
            spans = pair.claim.span(cause.at, cause.at), pair.passage.span(min(near), max(near))
            return Finding("contradiction", "cause", 0.85, Reason(text, *spans))
    return None


def _hits(pair: Pair, ours: frozenset[int], theirs: frozenset[int]) -> int:
    return sum(1 for at in ours if any(m.strength and m.index in theirs for m in pair.matches.get(at, ())))


def _text(reading: Reading, words: frozenset[int]) -> str:
    if not words:
        return "another"
    return reading.text[reading.words[min(words)].start : reading.words[max(words)].end].strip(" .,;")
