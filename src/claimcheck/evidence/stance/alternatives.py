"""What the passage says was not done: "A rather than B", "A instead of B", "A, not B"."""

from __future__ import annotations

from claimcheck.evidence.stance.align import EventMatch, Pair
from claimcheck.evidence.stance.deeds import matched
from claimcheck.evidence.stance.model import Finding, Reason
from claimcheck.evidence.stance.reading import Reading
from claimcheck.extraction.clauses.events import Event

_OPENERS = frozenset((("rather", "than"), ("instead", "of"), (",", "not"), ("and", "not"), ("but", "not")))


def check_alternatives(pair: Pair) -> list[Finding]:
    """A contradiction where the claim has in its event what the passage sets aside for something else."""
    found = (_check(pair, match) for match in matched(pair))
    return [finding for finding in found if finding]


def _check(pair: Pair, match: EventMatch) -> Finding | None:
    if match.relation not in ("same", "synonym", "derived") or match.claim.negative or match.passage.negative:
        return None
    aside = _set_aside(pair.passage, match.passage)
    own = _set_aside(pair.claim, match.claim)
    party = (*match.claim.subject, *match.claim.objects)
    wanted = [at for at in party if pair.claim.tags[at] in ("noun", "name") and at not in own]
    for at in wanted:
        places = {m.index for m in pair.matches.get(at, ()) if m.strength}
        places |= {
            m.other.start for m in pair.names if m.other and m.name.start == at and m.kinship == "same"
        }
        if not places or not places <= aside or _governed_apart(pair.claim, at):
            continue
        spans = pair.claim.span(at, at), pair.passage.span(min(aside), max(aside))
        shown = pair.passage.text[pair.passage.words[match.passage.start].start : spans[1][1]]
        text = f"source: {shown}; article: {pair.claim.text[slice(*spans[0])]}"
        return Finding("contradiction", "alternative", 0.85, Reason(text, *spans))
    return None


def _governed_apart(reading: Reading, at: int) -> bool:
    """Whether a noun only modifies another one ("the port of Lund")."""
    return at + 1 < len(reading.tags) and reading.tags[at + 1] in ("noun", "name")


def _set_aside(reading: Reading, event: Event) -> set[int]:
    start, end = event.end, max((event.end, *event.objects))
    found: set[int] = set()
    for at in range(start, min(end, len(reading.words) - 2)):
        pair = (reading.words[at].low, reading.words[at + 1].low)
        but = at == start and pair[0] == "not" and any(w.low == "but" for w in reading.words[at : at + 10])
        if pair not in _OPENERS and not but:
            continue
        stop = at + (1 if but else 2)
        stop += reading.tags[stop] == "prep"  # "by the master and not by a pupil"
        while stop <= end and reading.tags[stop] in ("det", "adj", "noun", "name", "num", "part"):
            stop += 1
        found |= {i for i in range(at + 2, stop) if reading.tags[i] in ("noun", "name")}
    return found
