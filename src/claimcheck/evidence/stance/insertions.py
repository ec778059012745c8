"""Words that a source has within a sentence the claim nearly repeats, and that say less than the claim.

"Nearly safe", "some residents", "until June", "for adults only"; and, where the claim speaks in general
("Crime fell", "all drivers", "prevents infection"), whatever tells of which ones, where or when.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.evidence.stance.align import Pair
from claimcheck.evidence.stance.model import Finding, Reason

_DEGREES = frozenset(
    "nearly almost half relatively fairly partly partially largely mostly reasonably somewhat virtually "
    "practically comparatively moderately semi quasi far".split()
)
_LIMITS = frozenset("only until till except unless among amongst".split())
_MODELS = frozenset("mice mouse rats rat animals monkeys pigs cells vitro laboratory lab simulation".split())
"""Where a finding holds for what was tried on, not for everybody."""
_SOME = frozenset("some many several few certain most various".split())
_DAYS = frozenset(
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends weekdays holidays".split()
)
_GENERAL = frozenset("all every each any no nobody everybody everyone none never always".split())
_QUALIFYING = ("adj", "noun", "name")
_PLACING = frozenset("at in on for among from during under over near with without".split())


def check_insertions(pair: Pair) -> list[Finding]:
    """A gap for the first word that narrows what the source says, where the claim is a near copy of it."""
    if pair.copy is None or not pair.copy.places:
        return []
    said = {word.low for word in pair.claim.words}
    general = _general(pair)
    for at in _inserted(pair):
        word = pair.passage.words[at]
        if word.low in said:
            continue
        if word.low in _DEGREES | _LIMITS | _DAYS | _SOME | _MODELS or (general and _narrows(pair, at)):
            text = f"the source says “{word.text}”, the article does not"
            return [Finding("gap", "insertion", 0.6, Reason(text, None, (word.start, word.end)))]
    return []


def _inserted(pair: Pair) -> Iterator[int]:
    """Words of the passage that only it has: within the copied stretch, right before it, or behind it up to a
    mark; no figures, and nobody who has something."""
    assert pair.copy is not None  # asked only of copies
    words, tags = pair.passage.words, pair.passage.tags
    first, last = min(pair.copy.places.values()), max(pair.copy.places.values())
    for change in pair.copy.changes:
        if change.ours or any(
            f.start <= words[at].start < f.end for at in change.theirs for f in pair.passage.figures
        ):
            continue
        for at in change.theirs:
            if at > last and any(tags[i] == "mark" for i in range(last + 1, at)):
                break
            owns = at + 1 < len(words) and words[at + 1].low == "'s"
            if at >= first - 1 and not owns:
                yield at


def _narrows(pair: Pair, at: int) -> bool:
    """Whether an added word describes a noun, or opens a phrase of place, time or persons."""
    return pair.passage.tags[at] in _QUALIFYING or pair.passage.words[at].low in _PLACING


def _general(pair: Pair) -> bool:
    """Whether the claim speaks of all of a kind: by a word for all, of a bare noun, or in the present."""
    claim = pair.claim
    if any(word.low in _GENERAL for word in claim.words):
        return True
    for event in claim.events:
        tags = [claim.tags[at] for at in event.subject]
        bare = bool(tags) and set(tags) <= {"noun", "adj"}
        finite = claim.words[event.start].low
        present = claim.tags[event.head] == "verb" and finite.endswith("s") and not event.passive
        if bare or present:
            return True
    return False
