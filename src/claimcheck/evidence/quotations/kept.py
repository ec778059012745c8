"""What the kept words claim: one event, a promise, a permission, how things generally are.

Whether a phrase may be cut from behind a claim is a question of entailment. "She sang at dawn" entails "she
sang": an affirmed event stays true without its time, place and manner. A denial, a universal, a permission, a
general truth or a judgement does not: without its limit it says more than was said (upward and downward
entailment, MacCartney and Manning 2007, "Natural logic for textual inference").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.wordlists import SUBJECTS

Sort = Literal["event", "future", "ability", "duty", "habit", "state", "judgement", "identity", "none"]
"""An event that is over; a promise; a permission or chance; an obligation; what generally happens; how things
stand; a predicate adjective; a predicate noun; or no clause at all."""

_REACH = 48
_OPENING = 12
_ADVERBIAL = lx.words(
    "not never so very quite now also just already all both always really truly too more most"
)
_CONTACT = frozenset("i we he she they you".split())
_SAYS = lx.ASSERTING | lx.OPINIONS
_BREAKS = _SAYS | lx.SUBORDINATORS | lx.COORDINATORS | lx.PREPOSITIONS | lx.AUXILIARIES | lx.TIMES | {"than"}
_NOBODY = lx.words("nobody none nothing no never nowhere")
_SELDOM_VERBS = frozenset("need used like".split())


@dataclass(frozen=True, slots=True)
class Kept:
    """The last clause of the kept words, as far as a cut behind it turns on it.

    Attributes:
        negated, universal, superlative, measured: what makes a claim say more once its limit is gone.
        past: it speaks of what is over.
        personal: its subject is a person or thing pointed at ("she", "we"), not a kind.
    """

    sort: Sort
    negated: bool = False
    universal: bool = False
    superlative: bool = False
    measured: bool = False
    past: bool = False
    personal: bool = False

    @property
    def entails_less(self) -> bool:
        """Whether it stays true when a phrase of time, place or manner is cut."""
        plain = not (self.negated or self.universal or self.superlative or self.measured)
        return plain and (self.sort in ("event", "future", "none") or (self.sort == "state"))


def read_last(source: PreparedSource, low: int, high: int) -> Kept:
    """Read the last clause of source tokens ``low`` to ``high``; bounded work."""
    start = max(low, source.sentence_start(high - 1), high - _REACH)
    return _read(source, _clause_start(source, start, high), high)


def read_first(source: PreparedSource, low: int, high: int) -> Kept:
    """Read the first clause of source tokens ``low`` to ``high``; bounded work."""
    low = _behind_opening(source, low, high)
    return _read(source, low, _clause_end(source, low, min(high, source.sentence_end(low), low + _REACH)))


def _read(source: PreparedSource, start: int, high: int) -> Kept:
    keys = source.tokens.keys[start:high]
    sort, past = _sort(source, start, high)
    if sort == "habit" and lx.TIMES & set(keys[2:]):
        sort = "future"
    return Kept(
        sort,
        _negated(keys),
        _universal(keys),
        _superlative(keys),
        _measured(keys),
        past,
        keys[0] in lx.PRONOUNS if keys else False,
    )


def _clause_start(source: PreparedSource, start: int, high: int) -> int:
    """Where the last clause begins: behind a semicolon, a colon, or a coordinator with a subject."""
    keys = source.tokens.keys
    for at in range(high - 2, start, -1):
        gap = source.gap(at)
        if ";" in gap or ":" in gap:
            return at
        if keys[at] not in ("and", "but", "so"):
            continue
        following = keys[at + 1]
        if following in SUBJECTS and ("," in gap or high - at > 3):
            return at + 1
        if following in lx.AUXILIARIES or following in lx.PAST or _ends_past(following):
            return at + 1
    return start


def _behind_opening(source: PreparedSource, low: int, high: int) -> int:
    """Where a clause begins that kept words open with an adverbial: "under pressure, ⟦he backed out⟧"."""
    if source.tokens.keys[low] not in lx.PREPOSITIONS:
        return low
    stop = min(high - 1, low + _OPENING)
    return next((at for at in range(low + 2, stop) if "," in source.gap(at)), low)


def _clause_end(source: PreparedSource, low: int, end: int) -> int:
    """Where the first clause ends: a semicolon, a colon, a coordinator or a comma with a subject behind."""
    keys = source.tokens.keys
    for at in range(low + 3, end):
        gap = source.gap(at)
        if ";" in gap or ":" in gap or _coordinated(keys, at, end):
            return at
        if "," in gap and (keys[at] in SUBJECTS or keys[at] in lx.SUBORDINATORS):
            return at
    return end


def _negated(keys: tuple[str, ...]) -> bool:
    """Whether a negation denies something: not "a few", "not only", "no doubt"."""
    denying = any(
        key in ops.NEGATION and not (key == "few" and at and keys[at - 1] in lx.DETERMINERS)
        for at, key in enumerate(keys)
    )
    return denying and not any(
        keys[at : at + len(phrase)] == phrase
        for at, key in enumerate(keys)
        for phrase, _ in ops.HARMLESS_BY_WORD.get(key, ())
    )


def _coordinated(keys: tuple[str, ...], at: int, end: int) -> bool:
    """Whether a second clause begins at ``at``."""
    if keys[at] == "because":
        return True
    following = keys[at + 1] if at + 1 < end else ""
    return keys[at] in ("and", "but", "so") and (
        following in SUBJECTS or following in lx.AUXILIARIES or following in lx.PAST
    )


def _universal(keys: tuple[str, ...]) -> bool:
    """ "every seat", "nobody": but not "all five hospitals", which are counted."""
    return any(
        key in _NOBODY or (key in lx.UNIVERSALS and not (keys[at + 1 : at + 2] or ("",))[0].startswith("#"))
        for at, key in enumerate(keys)
    )


def _measured(keys: tuple[str, ...]) -> bool:
    """ "enough lifeboats", of which the kept words do not say for whom, or to do what."""
    last = next((at for at in range(len(keys) - 1, -1, -1) if keys[at] in lx.MEASURED), None)
    return last is not None and not {"to", "for"} & set(keys[last:])


def _superlative(keys: tuple[str, ...]) -> bool:
    for at, key in enumerate(keys):
        led = at > 0 and (keys[at - 1] in lx.DEFINITE or keys[at - 1] == "'s" or keys[at - 1][0] == "~")
        if led and (key in ("best", "worst", "most", "least", "only", "first", "last")):
            return True
        if led and key.endswith("est") and len(key) > 4 and key not in lx.NOT_SUPERLATIVE:
            return True
    return False


def _ends_past(key: str) -> bool:
    return key.endswith("ed") and len(key) > 4


def _sort(source: PreparedSource, start: int, high: int) -> tuple[Sort, bool]:
    keys = source.tokens.keys
    related = False
    for at in range(start, high):
        found = _verb_at(source, at, start, high)
        if found is None:
            continue
        if not _in_relative(keys, at, start):
            return found
        related = True
    return ("none", False) if related else _without_auxiliary(source, start, high)


def _verb_at(source: PreparedSource, at: int, start: int, high: int) -> tuple[Sort, bool] | None:
    """What the verb at a token says of its clause; None where the token is no verb."""
    keys = source.tokens.keys
    key = keys[at]
    if key == "'s" and not _is(keys, at):
        return None
    if key in lx.AUXILIARIES:
        return _by_auxiliary(source, at, high)
    if key in lx.PAST and (at == start or keys[at - 1] not in lx.DETERMINERS):
        return "event", True
    if _ends_past(key) and _past_verb(source, at, start, high):
        return "event", True
    if key in lx.STATES and at > start and keys[at - 1] in (*lx.PRONOUNS, *_ADVERBIAL):
        return "state", False
    return None


def _in_relative(keys: tuple[str, ...], at: int, start: int) -> bool:
    """Whether a verb belongs to a relative clause: "every swan we counted was", "the man who left"."""
    for back in range(at - 1, max(start - 1, at - 4), -1):
        if keys[back] in ("who", "which", "whom", "whose", "what", "that"):
            return back == start or not (keys[back] == "that" and (back == start or keys[back - 1] in _SAYS))
        if keys[back] in _CONTACT and back > start:
            before = keys[back - 1]
            return not (before in _BREAKS or before.endswith("ly") or before in lx.ADVERBS)
        if keys[back] not in _ADVERBIAL and keys[back] not in lx.AUXILIARIES:
            return False
    return False


def _is(keys: tuple[str, ...], at: int) -> bool:
    """Whether "'s" is a verb, not a possessive."""
    return at > 0 and keys[at - 1] in ("it", "he", "she", "that", "this", "there", "what", "who", "here")


def _past_verb(source: PreparedSource, at: int, start: int, high: int) -> bool:
    """Whether a word in -ed is the verb: "closed the road", not "repairs damaged nerves"."""
    if at == start:
        return True
    keys = source.tokens.keys
    if keys[at - 1] in lx.DETERMINERS or keys[at - 1] in lx.PREPOSITIONS or at - start < 1:
        return False
    following = keys[at + 1] if at + 1 < high else ""
    if keys[at - 1].endswith("s") and keys[at - 1] not in lx.PRONOUNS and at - start >= 3:
        return not following or _opens_phrase(following)
    return True


def _opens_phrase(key: str) -> bool:
    closed = lx.DETERMINERS | lx.PREPOSITIONS | lx.PRONOUNS | lx.OBJECTS | lx.ADVERBS | lx.COORDINATORS
    return key in closed or key[:1] in "#/@~" or key.endswith("ly")


def _by_auxiliary(source: PreparedSource, at: int, high: int) -> tuple[Sort, bool]:
    keys = source.tokens.keys
    key = keys[at]
    if key in ("will", "shall", "'d", "would"):
        return "future", False
    if key in lx.ABILITY:
        return "ability", False
    if key in lx.DUTY:
        return "duty", False
    if key == "did":
        return "event", True
    if key in ("do", "does"):
        return ("state" if lx.STATES & set(keys[at + 1 : at + 4]) else "habit"), False
    if key in lx.PERFECT:
        return _by_having(source, at, high)
    return _predicate(source, at, high, key in lx.PAST_COPULAS)


def _by_having(source: PreparedSource, at: int, high: int) -> tuple[Sort, bool]:
    keys = source.tokens.keys
    for place in range(at + 1, min(high, at + 5)):
        key = keys[place]
        if key == "been":
            sort, _ = _predicate(source, place, high, past=True)
            return sort, True
        if key == "to":
            return ("event", True) if keys[at] == "had" else ("duty", False)
        if key in lx.DETERMINERS or key[:1] in "#/":
            return "state", keys[at] == "had"
        if key in lx.PAST or (key.endswith("ed") and len(key) > 3):
            return "event", True
    return "state", keys[at] == "had"


def _predicate(source: PreparedSource, at: int, high: int, past: bool) -> tuple[Sort, bool]:
    """What stands behind a form of "be"."""
    keys = source.tokens.keys
    if at > 0 and keys[at - 1] == "there":
        return "state", past
    place = at + 1
    while place < high and (
        keys[place] in _ADVERBIAL or keys[place].endswith("ly") or keys[place] in lx.PRONOUNS
    ):
        if keys[place] in lx.DETERMINERS:
            break
        place += 1
    if place >= high:
        return ("none" if place == at + 1 else "judgement"), past
    key = keys[place]
    if key in lx.DETERMINERS or key[:1] in "#/~":
        return "identity", past
    if key == "going" and keys[place + 1 : place + 2] == ("to",):
        return "future", False
    if key.endswith("ing") and len(key) > 5:
        return "event", past
    if key in lx.FEELINGS:
        return "state", past
    if key in lx.PREPOSITIONS:
        return "state", past
    if key in lx.PAST or (key.endswith("ed") and len(key) > 4 and key not in lx.JUDGED):
        return ("event" if past or keys[at] in ("be", "been", "being") else "judgement"), past
    return "judgement", past


def _without_auxiliary(source: PreparedSource, start: int, high: int) -> tuple[Sort, bool]:
    """A verb in the present, which form alone does not tell from a noun: place must."""
    keys = source.tokens.keys
    first = keys[start]
    leads = source.begins_sentence(start) or keys[start - 1] in ("that", "and", "but", "so", "because")
    if high - start < 2 or first in lx.PREPOSITIONS or first in ("to", "and"):
        return "none", False
    if first in ("i", "we", "he", "she", "they", "you", "it"):
        return ("state" if keys[start + 1] in lx.STATES else "habit"), False
    if not (leads or "," in source.gap(start)):
        return "none", False
    for at in range(start + 1, min(high, start + 10)):
        key = keys[at]
        if key in lx.STATES and keys[at - 1] not in lx.DETERMINERS and key not in _SELDOM_VERBS:
            return "state", False
        if (
            key.endswith("s")
            and not key.endswith(("ss", "us", "'s"))
            and _verb_in_s(keys, at, at - start, high)
        ):
            return "habit", False
    leading = source.begins_sentence(start) and high - start >= 3 and first not in lx.DETERMINERS
    return ("habit" if leading else "none"), False


def _verb_in_s(keys: tuple[str, ...], at: int, behind: int, high: int) -> bool:
    """ "The gene repairs nerves", "the ferry always sails": behind a noun in the singular."""
    before = keys[at - 1]
    if before in lx.DETERMINERS or before in lx.PREPOSITIONS or before[:1] in "#/":
        return False
    if before.endswith("ly") or before in ("always", "never", "often", "still"):
        return True
    following = keys[at + 1] if at + 1 < high else ""
    return behind >= 2 and (not following or _opens_phrase(following) or behind == 2)
