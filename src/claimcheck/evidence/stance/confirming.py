"""What a passage must say besides the claim's words before it supports the claim.

All words of a claim can stand in a passage that says something else: the year is that of another event, the
deed another's, a small word such as "still" or "most" is missing, or the name is the one that is ruled out.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.evidence.stance.align import EventMatch, Pair, measured
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event
from claimcheck.extraction.clauses.names import Name
from claimcheck.extraction.dates import DateMention, dates_agree

_DECIDING = frozenset(
    "more less fewer most least than twice half double third quarter times often few hardly nearly below "
    "still already again yet before after until once never nobody none nothing neither only without "
    "against".split()
)
"""Small words that turn a claim round, and that a passage on the claim's side has in some form."""
_ORDERING = frozenset("before after until then later earlier followed since".split())
_MULTIPLYING = frozenset("twice thrice half times almost nearly not".split())
_RULING_OUT = (("not",), ("rather", "than"), ("instead", "of"), ("unlike",))
_INSIDE = ("det", "noun", "name", "adj", "num", "pron")


def check_confirmed(pair: Pair, answered: frozenset[int]) -> list[Finding]:
    """Gaps, and the contradictions that show themselves on the way.

    Args:
        answered: words of the claim that another comparison has dealt with.
    """
    return [
        *_unsaid(pair, answered),
        *_dated_otherwise(pair),
        *_ruled_out(pair),
        *_done_by_another(pair),
        *_multiplied(pair),
    ]


def _unsaid(pair: Pair, answered: frozenset[int]) -> Iterator[Finding]:
    """Words of degree, time and denial that nothing of the passage was compared with."""
    kept = set(pair.copy.places) - {at for c in pair.copy.changes for at in c.ours} if pair.copy else set()
    compared = answered | measured(pair.claim) | kept
    there = {lemma for word in pair.passage.words for lemma in (word.low, *word.lemmas)}
    if there & _ORDERING:
        there |= _ORDERING  # told apart as orders in time
    for at, word in enumerate(pair.claim.words):
        if word.low not in _DECIDING or at in compared or _of_a_figure(pair.claim, at):
            continue
        if there.isdisjoint((word.low, *word.lemmas)):
            reason = Reason(f"not covered: {word.text}", pair.claim.span(at, at))
            yield Finding("gap", "coverage", 0.45, reason)


def _of_a_figure(reading: Reading, at: int) -> bool:
    """Whether a word belongs to a figure ("more than 40"), which is compared as such."""
    end = reading.words[min(at + 2, len(reading.words) - 1)].end
    return any(reading.words[at].start <= figure.start < end for figure in reading.figures)


def _dated_otherwise(pair: Pair) -> Iterator[Finding]:
    """Dates that the passage gives for another event than the one that answers the claim's."""
    for match in matched(pair):
        for mention in _dates(pair.claim, match.claim):
            alike = [d for d in pair.passage.dates if dates_agree(mention, d) in ("equal", "compatible")]
            owners = [_owner(pair.passage, other) for other in alike]
            if not owners or any(owner is None or _same_deed(match, owner) for owner in owners):
                continue
            yield _otherwise(pair, match, mention, alike[0])


def _otherwise(pair: Pair, match: EventMatch, mention: DateMention, alike: DateMention) -> Finding:
    text = pair.claim.text[mention.start : mention.end]
    for own in _dates(pair.passage, match.passage):
        if any(dates_agree(other, own) == "equal" for other in pair.claim.dates):
            continue  # "212 in 2023, up from 187 in 2022"
        if own.granularity == mention.granularity and dates_agree(mention, own) == "different":
            told = pair.passage.text[own.start : own.end]
            spans = (mention.start, mention.end), (own.start, own.end)
            return Finding("contradiction", "date", 0.8, Reason(f"source: {told}; article: {text}", *spans))
    spans = (mention.start, mention.end), (alike.start, alike.end)
    return Finding("gap", "date", 0.6, Reason(f"the source gives {text} for something else", *spans))


def _dates(reading: Reading, event: Event) -> list[DateMention]:
    places = {reading.words[at].start for at in event.objects}
    return [d for d in reading.dates if any(d.start <= start < d.end for start in places)]


def _owner(reading: Reading, mention: DateMention) -> Event | None:
    """The event after whose verb a date stands."""
    owners = [e for e in reading.events if mention in _dates(reading, e)]
    return max(owners, key=lambda event: event.head, default=None)


def _same_deed(match: EventMatch, owner: Event) -> bool:
    return owner.head == match.passage.head or owner.head in match.passage.chain


def _ruled_out(pair: Pair) -> Iterator[Finding]:
    """Who did it by the claim, where the passage says "A, not B"."""
    for match in matched(pair):
        if match.claim.negative or match.passage.negative:
            continue
        out = _excluded(pair.passage, match.passage)
        doers = frozenset(match.claim.subject) - _excluded(pair.claim, match.claim)
        for named in pair.names:
            other = named.other
            if other is None or named.kinship != "same" or named.name.start not in doers:
                continue
            if other.start in out and not _named_elsewhere(pair.passage, other, out):
                spans = (
                    pair.claim.span(named.name.start, named.name.end - 1),
                    pair.passage.span(min(out), other.end - 1),
                )
                text = f"source: “{pair.passage.text[slice(*spans[1])]}”"
                yield Finding("contradiction", "ruled out", 0.85, Reason(text, *spans))


def _excluded(reading: Reading, event: Event) -> frozenset[int]:
    """The words of an event's subject from a "not" (or "rather than" …) to the next comma."""
    lows = [word.low for word in reading.words]
    found: set[int] = set()
    for place, at in enumerate(event.subject):
        if any(tuple(lows[at : at + len(opening)]) == opening for opening in _RULING_OUT) and place:
            for inside in event.subject[place:]:
                if inside > at + 1 and reading.tags[inside] not in _INSIDE:
                    break
                found.add(inside)
    return frozenset(found)


def _named_elsewhere(passage: Reading, name: Name, out: frozenset[int]) -> bool:
    words = [word.low for word in passage.words[name.start : name.end]]
    return any(
        other.start not in out and [word.low for word in passage.words[other.start : other.end]] == words
        for other in passage.names
    )


def _done_by_another(pair: Pair) -> Iterator[Finding]:
    """Who is named after the claim's "by", where the passage's "by" names another."""
    for match in matched(pair):
        head = _head(pair.claim, match.claim.agent)
        if match.relation not in ("same", "synonym", "derived") or head < 0 or not match.passage.agent:
            continue
        if _head(pair.passage, match.passage.agent) >= 0 and _elsewhere(pair, head, match.passage.agent):
            span = pair.passage.span(match.passage.agent[0], match.passage.agent[-1])
            text = f"source: by {pair.passage.text[slice(*span)]}; article: by {pair.claim.words[head].text}"
            yield Finding("gap", "role", 0.5, Reason(text, pair.claim.span(head, head), span))


def _elsewhere(pair: Pair, head: int, party: tuple[int, ...]) -> bool:
    """Whether the passage has a word of the claim, but not in a party."""
    places = {m.index for m in pair.matches.get(head, ()) if m.strength}
    for named in pair.names:
        if named.other and named.name.start <= head < named.name.end and named.kinship in ("same", "within"):
            places |= set(range(named.other.start, named.other.end))
    return bool(places) and places.isdisjoint(party)


def _head(reading: Reading, party: tuple[int, ...]) -> int:
    """The last noun or name before a preposition, or -1."""
    found = -1
    for at in party:
        if reading.tags[at] in ("noun", "name"):
            found = at
        elif found >= 0 and reading.tags[at] in ("prep", "to", "mark", "rel", "sub"):
            break
    return found


def _multiplied(pair: Pair) -> Iterator[Finding]:
    """ "Twice as many" and "almost as old" do not bear out "as many" and "as old"."""
    ours = {word.low for word in pair.claim.words}
    if "as" not in ours:
        return
    for at, word in enumerate(pair.passage.words[1:]):
        before = pair.passage.words[at]
        if word.low == "as" and before.low in _MULTIPLYING and before.low not in ours:
            reason = Reason(f"source: {before.text} as …", None, pair.passage.span(at, at + 1))
            yield Finding("gap", "quantity", 0.6, reason)
