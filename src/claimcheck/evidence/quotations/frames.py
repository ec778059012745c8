"""What was cut from before kept words: their frame, the adverbial they stand under, their own head.

A frame is safe if it asserts, or ascribes to whoever is quoted, what hangs on it. An adverbial in front is
judged as one behind would be (``adjuncts``). A word of the kept subject's own phrase is part of what is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.kept import Kept, read_first
from claimcheck.evidence.quotations.phrases import read_object
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut, Frame

_REACH = 40
_FRAME = 14
_FIRST_PERSON = lx.words("i we my our me us")
_SPEAKS = lx.words(
    "say like add stress argue remind note point emphasize suggest call describe urge ask hope love "
    "want tell submit mention think repeat"
)
_POLITE = lx.words("would should could may might must can will")
_ASIDE = lx.words(
    "short fact truth addition conclusion sum summary brief particular response reality total all "
    "turn contrast comparison other words the my our his her its their this that these those a an "
    "one each both"
)
_NO_FRAME = lx.PREPOSITIONS - {"out"} | lx.COORDINATORS | lx.SUBORDINATORS
_CONDITIONS = lx.words("when whenever once")
_RESTRICTING = lx.words(
    "barring except excepting excluding without until unless absent under among amongst given"
)
_SHARES = lx.words(
    "some few most many several certain half any nearly almost certain only no each more fewer"
)
_RELATIVE = lx.words("who which that whom whose what how why where when")
_STARTS = lx.words("and but so yet or nor then because although though while whereas since as")


@dataclass(frozen=True, slots=True)
class _Head:
    """Source tokens ``start`` to ``low``, cut from before kept ones."""

    source: PreparedSource
    frame: Frame
    kept: Kept
    start: int
    low: int
    high: int

    def keys(self, start: int, end: int) -> tuple[str, ...]:
        return self.source.tokens.keys[max(self.start, start) : min(self.low, end)]

    def cut(self, start: int, end: int) -> Cut:
        return Cut("limit", start, max(start + 1, end))


def cut_frame(
    source: PreparedSource, frame: Frame, low: int, high: int, start: int, *, marked: bool
) -> Cut | None:
    """What of source tokens ``start`` to ``low`` the kept ones hung on, if that is gone with harm.

    Args:
        marked: the cut lies under an ellipsis; only a frame that denies or doubts counts.
    """
    start = max(start, low - _REACH, _quoted_start(source, low))
    if start >= low:
        return None
    if _fraction(source, start, low):
        return Cut("exception", low - 3, low)
    kept = read_first(source, low, high)
    if kept.sort == "none" and high - low < 3:
        return None
    head = _Head(source, frame, kept, start, low, high)
    found = _complement(head, marked)
    if found is not None or marked:
        return found
    return _alternative(head) or _inside_subject(head) or _adverbial(head)


def _fraction(source: PreparedSource, start: int, low: int) -> bool:
    """ "eleven of ninety" ⟦patients⟧."""
    if low - start < 3:
        return False
    counted, of, whole = source.tokens.keys[low - 3 : low]
    return of == "of" and whole[0] in "#" and (counted[0] in "#" or counted in _SHARES)


def _quoted_start(source: PreparedSource, low: int) -> int:
    """The first token of the source's own quotation about the kept words; before it stands attribution."""
    opened = source.quoted_from(source.tokens.starts[low])
    if opened is None:
        return 0
    first = low
    while first > 0 and source.tokens.starts[first - 1] >= opened and low - first <= _REACH:
        first -= 1
    return first


def _complement(head: _Head, marked: bool) -> Cut | None:
    """ "It is a common error to hold that …": a frame that does not assert what hangs on it."""
    at = _linked(head)
    if at is None or head.kept.sort == "none":
        return None
    start = _frame_start(head, at)
    keys = head.keys(start, at)
    if not keys or keys[-1] in _NO_FRAME or _begins_with_verb(head):
        return None
    unreal = _unreal(keys)
    opinion = lx.OPINIONS & set(keys) and not _FIRST_PERSON & set(keys) and _other_voice(head, keys)
    if unreal is None:
        return None
    if unreal:
        return Cut("negation" if unreal in ops.NEGATION else "doubt", start, head.low)
    if opinion:
        return Cut("hearsay", start, head.low)
    if (
        marked
        or keys[-1].endswith(("ed", "ing"))
        or lx.ASSERTING & set(keys)
        or any(key in ops.HEARSAY_VERB for key in keys)
    ):
        return None
    return head.cut(start, head.low) if head.source.tokens.keys[at] == "that" else None


def _begins_with_verb(head: _Head) -> bool:
    """ "policies that ⟦reduce harm⟧": a relative clause, of which the article names the subject."""
    first = head.source.tokens.keys[head.low]
    return (
        first in lx.AUXILIARIES or first in lx.PAST or (first.endswith("ed") and first not in lx.DETERMINERS)
    )


def _linked(head: _Head) -> int | None:
    """The token that hangs the kept words on a frame: "that", "when" behind a noun, or a verb."""
    keys, low = head.source.tokens.keys, head.low
    if keys[low - 1] in ("that", "when", "where") and "," not in head.source.gap(low - 1):
        return low - 1
    if keys[low - 1] in lx.OPINIONS and not head.source.gap(low).strip():
        return low
    for at in range(low - 2, max(head.start, low - 9), -1):
        if keys[at] == "that" and "," in head.source.gap(low) and keys[at - 1] in lx.ASSERTING:
            return at
        if "," in head.source.gap(at + 1):
            break
    return None


def _frame_start(head: _Head, at: int) -> int:
    """Where the clause of the frame begins that ends at token ``at``."""
    start = max(head.start, at - _FRAME)
    for place in range(at - 1, start, -1):
        gap = head.source.gap(place)
        if (
            ";" in gap
            or ":" in gap
            or (head.source.tokens.keys[place] in ("and", "but", "so") and "," in gap)
        ):
            return place
    return start


def _unreal(keys: tuple[str, ...]) -> str | None:
    """The word by which the frame leaves open, or denies, what hangs on it; None where it affirms it."""
    if keys[-1] in lx.COPULAS and keys[0] in ("what", "all"):
        return None
    first = bool(_FIRST_PERSON & set(keys))
    for at, key in enumerate(keys):
        if key not in lx.UNREAL:
            continue
        if (
            key in _POLITE
            and first
            and (_SPEAKS | lx.ASSERTING) & set(keys[at + 1 : at + 4])
            and "have" not in keys
        ):
            continue
        if key in ops.NEGATION and _affirms(keys, at):
            return None
        if (
            key in ("doubt", "error", "mistake", "lie", "question")
            and at
            and keys[at - 1] in ("no", "not", "never")
        ):
            continue
        return key
    return ""


def _affirms(keys: tuple[str, ...], at: int) -> bool:
    """ "nobody should be surprised that", "no doubt", "I will never forget that"."""
    near = keys[at + 1 : at + 6]
    if bool(ops.OVERTURNED & set(near)) or near[:1] in (("only",), ("just",), ("merely",), ("secret",)):
        return True
    return any(keys[at : at + len(phrase)] == phrase for phrase, _ in ops.HARMLESS_BY_WORD.get(keys[at], ()))


def _other_voice(head: _Head, keys: tuple[str, ...]) -> bool:
    known = head.frame.keys | head.frame.speaker
    return not known & set(keys) - lx.DETERMINERS - lx.PREPOSITIONS


def _alternative(head: _Head) -> Cut | None:
    """ "either … or …", "more than …", "as if …": half of a pair asserts nothing."""
    before = head.source.tokens.keys[head.low - 1]
    if before in ("either", "than", "lest") or (before == "or" and not head.kept.negated):
        return head.cut(head.low - 1, head.low)
    pair = head.keys(head.low - 2, head.low)
    return head.cut(head.low - 2, head.low) if pair in (("as", "if"), ("as", "though")) else None


def _inside_subject(head: _Head) -> Cut | None:
    """ "the enemies of ⟦the king won⟧", "unvaccinated ⟦children are ill⟧": part of the subject was cut."""
    keys, low, kept = head.source.tokens.keys, head.low, head.kept
    before, first = keys[low - 1], keys[low]
    if kept.sort == "none" or head.source.gap(low).strip() or first in _RELATIVE:
        return None
    if before in lx.OWNING and first not in lx.words("i we he she they it you") and _own_verb(head):
        return head.cut(_phrase_start(head), low)
    bare = not (first in lx.DETERMINERS or first in lx.PRONOUNS or _closed(first)) and first[0].isalpha()
    if (
        not bare
        or head.source.text[head.source.tokens.starts[low]].isupper()
        or kept.sort in ("event", "future")
    ):
        return None
    if before in _SHARES or before[0] in "#/":
        return head.cut(low - 1, low)
    led = low - 1 == head.start or keys[low - 2] in lx.DETERMINERS
    open_class = not (_closed(before) or before in lx.DETERMINERS or before in lx.PRONOUNS)
    verbal = before in lx.ASSERTING or before.endswith("ly") or before in ops.HEARSAY_VERB
    return head.cut(low - 1, low) if led and open_class and not verbal else None


def _closed(key: str) -> bool:
    return (
        key in lx.PREPOSITIONS
        or key in lx.SUBORDINATORS
        or key in lx.COORDINATORS
        or key in lx.AUXILIARIES
        or key in lx.ADVERBS
        or key in lx.OBJECTS
        or key in lx.PAST
        or key in ("to", "not")
    )


def _own_verb(head: _Head) -> bool:
    """Whether the first verb of the kept words is their own, not that of a relative clause within them."""
    for key in head.source.tokens.keys[head.low : min(head.high, head.low + 12)]:
        if key in _RELATIVE:
            return False
        if key in lx.AUXILIARIES and key != "'s":
            return True
    return False


def _phrase_start(head: _Head) -> int:
    keys = head.source.tokens.keys
    at = head.low - 1
    while at > head.start and at > head.low - 5 and keys[at] not in lx.DETERMINERS:
        at -= 1
    return at


def _adverbial(head: _Head) -> Cut | None:
    """ "In mice, …", "Until Friday …": what the claim was said of, in front of it."""
    if head.kept.sort == "none":
        return None
    for start, end in _segments(head):
        if _limits(head, start, end):
            return head.cut(start, end)
    return None


def _segments(head: _Head) -> Iterator[tuple[int, int]]:
    """The adverbials in front of the kept clause, nearest first, back to a clause or a coordinator."""
    end = head.low
    at = head.low - 1
    while at >= head.start:
        gap = head.source.gap(at)
        if at == head.start or any(mark in gap for mark in ",;:–—"):
            if head.keys(at, at + 2) in (("as", "for"), ("as", "to")):
                return
            start = at + (head.source.tokens.keys[at] in _STARTS and at + 1 < end)
            if not _asserts(head, start, end):
                yield start, end
            if start > at or ";" in gap or ":" in gap:
                return
            end = at
        at -= 1


def _asserts(head: _Head, start: int, end: int) -> bool:
    """Whether the stretch is a clause of its own, or has what the kept words complete."""
    keys = head.keys(start, end)
    if keys[0] in _CONDITIONS or keys[0] in _RESTRICTING:
        return False
    return bool(lx.AUXILIARIES & set(keys)) or any(key in lx.PAST for key in keys[1:])


def _limits(head: _Head, start: int, end: int) -> bool:
    source, kept = head.source, head.kept
    keys = head.keys(start, end)
    first, rest = keys[0], keys[1:]
    if first in _CONDITIONS or keys[:3] == ("as", "soon", "as"):
        return not kept.past and not (first == "once" and rest[:1] == ("again",))
    if first in ("without", "under", "given") and kept.past and kept.entails_less:
        return False
    if first in _RESTRICTING or keys[:2] in (("but", "for"), ("compared", "to"), ("compared", "with")):
        return True
    if len(keys) <= 2 and keys[-1] in lx.HEDGES | {"originally", "officially", "formerly", "outwardly"}:
        return True
    if first == "at" and rest[:1] in (("first",), ("best",), ("worst",), ("least",), ("~1",)):
        return True
    if first in ("in", "to", "on", "by", "for", "with", "from") and not lx.PAST & set(rest):
        return _prefixed(head, keys, read_object(source, start + 1, end).bare)
    return first in ("assuming", "supposing", "depending", "pretending", "allowing", "granted")


def _prefixed(head: _Head, keys: tuple[str, ...], bare: bool) -> bool:
    """Whether a preposition and its object in front limit the claim."""
    first, rest, kept = keys[0], keys[1:], head.kept
    if lx.IMAGINED & set(rest[:4]) and not {"of", "from"} & set(rest) and rest[0] not in lx.DEFINITE:
        return True
    if first == "with":
        return bool(lx.BACKING & set(rest[:4])) and not kept.past
    if first in ("in", "on") and lx.PROVISOS & set(rest[:3]):
        return not kept.past
    if first == "for":
        return _at_first(rest) or (_for(rest) and not (kept.past and kept.entails_less))
    if first in ("in", "to") and bare and rest[:1] and rest[0] not in _ASIDE:
        return kept.sort not in ("event", "future", "identity")
    return first == "to" and rest[:1] in (("some",), ("most",), ("many",)) and kept.sort != "event"


def _at_first(rest: tuple[str, ...]) -> bool:
    """ "for the first hour", "for a while": and then no more."""
    first = ("~1" in rest or "first" in rest) and "time" not in rest
    return first or rest[:2] in (("a", "time"), ("a", "while"), ("a", "moment"))


def _for(rest: tuple[str, ...]) -> bool:
    """ "for years" and "for example" may go; "for me", "for children" limit."""
    if not rest or rest[0] in ("example", "instance", "once", "now", "good", "starters", "sure", "certain"):
        return rest[:1] == ("now",)
    if rest[0] in ("some", "me", "us"):
        return True
    return not any(key in lx.TIMES for key in rest) and not any(key in lx.DEFINITE for key in rest)
