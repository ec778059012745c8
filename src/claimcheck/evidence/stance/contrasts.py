"""Words of the claim whose opposite, or another of an exclusive set, stands in their place in the passage."""

from __future__ import annotations

from claimcheck.evidence.stance.align import Pair, measured, predicate
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.phrases import governing_preposition
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.lexicon import load_lexicon
from claimcheck.extraction.clauses.words import relate


def check_contrasts(pair: Pair) -> list[Finding]:
    """Contradictions by a word: northern for southern, first for second, before for after."""
    predicates = {match.words[0] for match in matched(pair) if match.relation != "exclusive"}
    if pair.near < 0.5:
        return []
    skipped = measured(pair.claim)
    found: list[Finding] = []
    for at in range(len(pair.claim.words)):
        if at in predicates or at in pair.covered or at in skipped:
            continue
        contrast = _contrast(pair, at)
        if contrast is not None:
            found.append(contrast)
    return found + _kinds(pair)


def _kinds(pair: Pair) -> list[Finding]:
    """ "X is a song" against "X is a town": one thing is not of two kinds."""
    found = []
    for match in pair.events:
        if match is None or match.relation != "none" or match.overlap < 0.5:
            continue
        if match.claim.negative or match.passage.negative:
            continue
        mine, its = _kind(pair.claim, match.claim), _kind(pair.passage, match.passage)
        if mine and its and not mine[1] & its[1]:
            spans = pair.claim.span(mine[0], mine[0]), pair.passage.span(its[0], its[0])
            text = f"source: {pair.passage.words[its[0]].text}; article: {pair.claim.words[mine[0]].text}"
            found.append(Finding("contradiction", "contrast", 0.75, Reason(text, *spans)))
    return found


def _kind(reading: Reading, event: Event) -> tuple[int, frozenset[str]] | None:
    """The last noun that is predicated and has a kind, with its kinds."""
    kinds = load_lexicon().kinds
    for at in reversed(predicate(reading, event)):
        found = frozenset(k for lemma in reading.words[at].lemmas for k in kinds.get(lemma, frozenset()))
        if found:
            return at, found
    return None


def _contrast(pair: Pair, at: int) -> Finding | None:
    word = pair.claim.words[at]
    if not word.is_word or word.low in ("before", "after"):
        return None  # told apart as orders in time
    answering = {match.words[1] for match in matched(pair) if match.relation in ("same", "synonym")}
    theirs = measured(pair.passage) | answering  # the "cut" of "cut up to 400 jobs" is no contrast to "up"
    for there, other in enumerate(pair.passage.words):
        if pair.passage.sentence_of[there] != pair.focus or not other.is_word or there in theirs:
            continue
        relation = relate(word, other)
        if relation in ("opposite", "exclusive") and _same_place(pair, at, there, relation):
            if _negated(pair.passage, there) != _negated(pair.claim, at) and relation == "opposite":
                continue
            spans = pair.claim.span(at, at), pair.passage.span(there, there)
            text = f"source: {_with_head(pair.passage, there)}; article: {_with_head(pair.claim, at)}"
            return Finding("contradiction", "contrast", 0.8, Reason(text, *spans))
    return None


def _negated(reading: Reading, at: int) -> bool:
    if any(reading.tags[i] == "not" for i in range(max(0, at - 2), at)):
        return True
    return any(event.negative and at in event.objects for event in reading.events)


def _same_place(pair: Pair, at: int, there: int, relation: str) -> bool:
    """Whether two words qualify the same noun, or are what is predicated of one thing."""
    mine, its = _head(pair.claim, at), _head(pair.passage, there)
    if mine is not None and its is not None:
        return any(m.index == its and m.strength for m in pair.matches.get(mine, ())) or _same(
            pair, mine, its
        )
    if mine is not None or its is not None:
        return False
    if relation == "exclusive" and _opening(pair.claim, at) != _opening(pair.passage, there):
        return False
    return _predicated(pair, at, there)


def _opening(reading: Reading, at: int) -> str:
    """The preposition whose phrase a word ends, or empty."""
    before = governing_preposition(reading, at)
    return reading.words[before].low if before >= 0 else ""


def _same(pair: Pair, mine: int, its: int) -> bool:
    return pair.claim.words[mine].low == pair.passage.words[its].low


def _head(reading: Reading, at: int) -> int | None:
    """The noun that a modifier or preposition belongs to: the last of the noun run that follows."""
    end = at + 1
    while end < len(reading.words) and reading.tags[end] in ("noun", "name", "adj", "det", "num", "ing"):
        end += 1
    return end - 1 if end - 1 > at and reading.tags[end - 1] in ("noun", "name", "num") else None


def _predicated(pair: Pair, at: int, there: int) -> bool:
    """Both stand after the verb of events that answer each other."""
    for match in matched(pair):
        mine = at in match.claim.objects or at in predicate(pair.claim, match.claim)
        its = there in match.passage.objects or there in predicate(pair.passage, match.passage)
        if mine and its and match.overlap >= 0.3:
            return True
    return False


def _with_head(reading: Reading, at: int) -> str:
    head = _head(reading, at)
    return reading.text[reading.words[at].start : reading.words[head if head is not None else at].end]
