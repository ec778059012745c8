"""What of the claim the passage does not speak of."""

from __future__ import annotations

from claimcheck.evidence.stance.align import EventMatch, Pair, is_copula, parties, predicate
from claimcheck.evidence.stance.deeds import LEAST_SCORE, matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event

_OWN = frozenset("his her its their".split())
_WEIGHTS = {"noun": 0.6, "verb": 0.65, "part": 0.65, "ing": 0.5, "adj": 0.45, "adv": 0.45, "name": 0.0}


def check_coverage(pair: Pair, answered: frozenset[int]) -> list[Finding]:
    """A gap for every content word of the claim that the passage has in no form."""
    taken = answered | _in_names(pair)
    findings = []
    for at in pair.content:
        if at in pair.covered or at in taken:
            continue
        weight = _WEIGHTS.get(pair.claim.tags[at], 0.4)
        if weight:
            text = f"not covered: {pair.claim.words[at].text}"
            findings.append(Finding("gap", "coverage", weight, Reason(text, pair.claim.span(at, at))))
    return findings + _manners(pair) + _unanswered(pair, answered) + _unconfirmed(pair) + _stray(pair)


def _manners(pair: Pair) -> list[Finding]:
    """Adverbs of the claim that say how, how far or how often, and that the passage gives in no form."""
    there = {lemma for word in pair.passage.words for lemma in (word.low, *word.lemmas)}
    found = []
    for at, word in enumerate(pair.claim.words):
        if pair.claim.tags[at] != "adv" or word.low not in _DECIDING:
            continue
        if at in pair.covered or not there.isdisjoint(_forms(word.low)):
            continue
        text = f"not covered: {word.text}"
        found.append(Finding("gap", "manner", 0.45, Reason(text, pair.claim.span(at, at))))
    return found


def _forms(adverb: str) -> set[str]:
    """An adverb, the adjective it is made of, and those that say the same."""
    alike = {adverb}.union(*(group for group in _SAME_MANNER if adverb in group))
    return {
        form
        for low in alike
        for form in (
            low,
            low.removesuffix("y"),
            low.removesuffix("ly"),
            low.removesuffix("ily") + "y",
            low.removesuffix("ly") + "e",
        )
    }


_SAME_MANNER = [
    frozenset(group.split())
    for group in (
        "often frequently repeatedly",
        "rarely seldom",
        "fully entirely completely wholly",
        "mainly mostly largely",
        "exclusively solely",
        "illegally unlawfully",
        "legally lawfully",
        "deliberately intentionally",
        "severely badly seriously heavily",
    )
]
_DECIDING = frozenset(
    "rarely seldom often frequently repeatedly regularly always daily weekly monthly annually "
    "negatively positively wrongly rightly illegally legally lawfully unlawfully unanimously "
    "publicly secretly deliberately intentionally accidentally knowingly voluntarily fully entirely "
    "completely wholly partly permanently temporarily directly indirectly exclusively solely mainly "
    "mostly largely significantly sharply slightly steadily severely badly seriously fatally heavily "
    "openly privately personally independently".split()
)
"""What changes a claim where the source does not have it; others only colour it."""


def _in_names(pair: Pair) -> frozenset[int]:
    return frozenset(at for m in pair.names for at in range(m.name.start, m.name.end))


def _unanswered(pair: Pair, answered: frozenset[int]) -> list[Finding]:
    """Events whose words are all there, but not together in any event of the passage."""
    findings = []
    for event, match in zip(pair.claim.events, pair.events, strict=True):
        if (match is not None and match.score >= LEAST_SCORE) or event.head in answered:
            continue
        words = predicate(pair.claim, event)
        expletive = all(pair.claim.tags[at] == "pron" for at in event.subject)
        if expletive or _apposed(pair, event) or not any(at in pair.matches for at in words):
            continue
        if all(at in pair.covered for at in words if at in pair.matches):
            text = f"not covered: the source does not say this of “{pair.claim.phrase(event.subject)}”"
            span = pair.claim.span(event.head, event.head)
            findings.append(Finding("gap", "unanswered", 0.4, Reason(text, span)))
    return findings


def _unconfirmed(pair: Pair) -> list[Finding]:
    """What the claim denies, where the passage has no event that answers it."""
    findings = []
    for event, match in zip(pair.claim.events, pair.events, strict=True):
        if not event.negative or (match is not None and match.score >= LEAST_SCORE) or event.reporter >= 0:
            continue
        first = min(event.denials)
        text = f"not covered: “{pair.claim.words[first].text}”"
        findings.append(Finding("gap", "unanswered", 0.6, Reason(text, pair.claim.span(first, first))))
    return findings


def _apposed(pair: Pair, event: Event) -> bool:
    """Whether what is predicated stands beside the subject ("The tunnel, 8 kilometres long,")."""
    if not is_copula(pair.claim, event):
        return False
    subjects = [m.index for at in event.subject for m in pair.matches.get(at, ()) if m.strength]
    said = [m.index for at in predicate(pair.claim, event) for m in pair.matches.get(at, ()) if m.strength]
    return any(0 < there - at <= 6 and _only_between(pair, at, there) for at in subjects for there in said)


def _only_between(pair: Pair, start: int, end: int) -> bool:
    between = pair.passage.tags[start + 1 : end]
    return (
        all(tag in ("mark", "det", "num", "adj", "noun", "name") for tag in between)
        and pair.passage.words[start + 1].low == ","
    )


def _stray(pair: Pair) -> list[Finding]:
    """Words that the passage has, but says of something else than the event that answers the claim's."""
    findings = []
    for match in matched(pair):
        if match.score >= 1.3 or _says(pair.claim, match.claim):
            continue
        domain = _domain(pair, match)
        said = predicate(pair.claim, match.claim) if match.relation == "none" else ()
        for at in (*parties(pair.claim, match.claim), *said):
            if at not in pair.covered or pair.claim.tags[at] not in ("noun", "adj"):
                continue
            if not any(m.strength and m.index in domain for m in pair.matches.get(at, ())):
                text = f"the source speaks of “{pair.claim.words[at].text}” in another connection"
                findings.append(Finding("gap", "stray", 0.5, Reason(text, pair.claim.span(at, at))))
    return findings


def _says(reading: Reading, event: Event) -> bool:
    """Whether the event reports another one of the text."""
    return any(other.reporter >= 0 and reading.events[other.reporter] == event for other in reading.events)


def _domain(pair: Pair, match: EventMatch) -> set[int]:
    """The words of the passage's event, of those it governs, and of the sentence before a pronoun."""
    passage, event = pair.passage, match.passage
    domain = {*event.subject, *event.objects, *event.agent, *event.chain, event.head}
    for other in passage.events:
        said = other.reporter >= 0 and passage.events[other.reporter] == event
        if event.head in other.chain or said:
            domain |= {*other.subject, *other.objects, *other.agent, other.head}
    elliptic = not any(passage.tags[at] in ("noun", "name") for at in event.subject)
    pronoun = elliptic or any(
        passage.tags[at] == "pron" or passage.words[at].low in _OWN for at in (*event.subject, *event.objects)
    )
    if pronoun:
        sentence = passage.sentence_of[event.head]
        near = (sentence - 1, sentence)
        domain |= {at for at, s in enumerate(passage.sentence_of) if s in near and at < event.end}
    return domain
