"""Adverbials cut from before kept words: "In mice, …", "Until Friday …", "As the brochure has it, …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations.heads import Head
from claimcheck.evidence.quotations.limits import ascribed
from claimcheck.evidence.quotations.operators import harmless_at
from claimcheck.evidence.quotations.phrases import Object, read_object
from claimcheck.evidence.quotations.surroundings import Cut

_ASIDES = lx.words(
    "last once course short fact truth addition conclusion sum summary brief particular response "
    "reality total all turn contrast comparison full return effect essence future hindsight "
    "retrospect passing"
)
"""Behind "in" or "by": what only joins one sentence to another."""
_SPEAKING = lx.words(
    "ultimately frankly honestly sadly happily luckily fortunately unfortunately clearly obviously "
    "certainly naturally surprisingly remarkably importantly finally firstly secondly lastly "
    "recently suddenly eventually subsequently previously lately immediately shortly quickly quietly "
    "tragically thankfully regrettably undoubtedly definitely absolutely personally seriously "
    "literally truly really actually consequently accordingly similarly additionally amazingly crucially "
    "interestingly incredibly evidently plainly simply currently presently nowadays similarly "
    "additionally globally nationally locally publicly privately traditionally historically "
    "increasingly consistently repeatedly specifically especially particularly early only july reply "
    "family italy equally slowly understandably predictably basically mercifully indeed admittedly "
    "inevitably unsurprisingly coincidentally meanwhile yearly daily monthly weekly"
)
"""Adverbs in front that comment, and limit nothing."""
_DOUBTING = lx.HEDGES | lx.words("officially technically originally formerly outwardly legally")
_SCENE = lx.words("like unlike despite since after before near behind beyond because besides regarding as")
_RESTRICTING_PAIRS = (
    ("but", "for"),
    ("compared", "to"),
    ("compared", "with"),
    ("on", "average"),
    ("at", "first"),
    ("at", "best"),
    ("at", "worst"),
    ("at", "least"),
    ("at", "~1"),
    ("at", "most"),
    ("in", "theory"),
    ("on", "paper"),
    ("legend", "has"),
    ("once", "upon"),
    ("so", "far"),
    ("subject", "to"),
    ("leaving", "aside"),
    ("other", "than"),
    ("apart", "from"),
    ("aside", "from"),
    ("save", "for"),
    ("speaking", "for"),
    ("in", "between"),
    ("for", "now"),
    ("rumor", "has"),
)
_RESTRICTING_TRIPLES = (
    ("so", "far", "as"),
    ("as", "far", "as"),
    ("in", "so", "far"),
    ("for", "the", "time"),
    ("for", "the", "moment"),
    ("for", "the", "present"),
    ("as", "the", "law"),
    ("as", "the", "rules"),
    ("as", "things", "stand"),
    ("in", "the", "telling"),
    ("by", "common", "consent"),
    ("by", "the", "look"),
    ("from", "the", "look"),
    ("by", "all", "accounts"),
)
_CLAUSE = 3
_CONDITIONS = lx.words("when whenever once")
_RESTRICTING = lx.words(
    "barring except excepting excluding without until unless absent under among amongst given"
)
_NO_OPENING = (("avoidance", "of", "doubt"), ("for", "the", "record"), ("heaven", "'s", "sake"))
_LEGAL = lx.words(
    "agreement deal contract charter settlement section article law act statute constitution code treaty "
    "clause paragraph terms"
)
_STARTS = lx.words("and but so yet or nor then because although though while whereas since")


def limiting_opening(head: Head) -> Cut | None:
    """ "In mice, …", "Until Friday …": what the claim was said of, in front of it."""
    if head.kept.sort == "none":
        whole = head.high == head.source.sentence_end(head.low) and head.high - head.low >= _CLAUSE
        if not whole:
            return None
        head = replace(head, kept=replace(head.kept, sort="habit"))
    framed = head.source.tokens.keys[head.low - 1] == "that"
    for start, end in _segments(head):
        if framed and not lx.HEDGES & set(head.keys(start, end)[:2]):
            continue
        if _limits(head, start, end):
            return head.cut(start, end)
    return None


def _segments(head: Head) -> Iterator[tuple[int, int]]:
    """The adverbials in front of the kept clause, nearest first, back to a clause or a coordinator."""
    end = head.low
    at = head.low - 1
    while at >= head.start:
        gap = head.source.gap(at)
        if at == head.start or any(mark in gap for mark in ",;:–—"):
            if head.keys(at, at + 2) in (("as", "for"), ("as", "to")):
                return
            if head.keys(at, at + 2) == ("but", "for") and "would" in _first_keys(head):
                yield at, end
                return
            start = at + (head.source.tokens.keys[at] in _STARTS and at + 1 < end)
            if not _asserts(head, start, end):
                yield start, end
            if start > at or ";" in gap or ":" in gap:
                return
            end = at
        at -= 1


def _first_keys(head: Head) -> tuple[str, ...]:
    return head.source.tokens.keys[head.low : min(head.high, head.low + 10)]


def _asserts(head: Head, start: int, end: int) -> bool:
    """Whether the stretch is a clause of its own, or has what the kept words complete."""
    keys = head.keys(start, end)
    if (
        keys[0] in _CONDITIONS
        or keys[0] in _RESTRICTING
        or keys[0] in ("as", "to", "according")
        or keys[:2] == ("but", "for")
    ):
        return False
    return bool((lx.AUXILIARIES - {"'s"}) & set(keys)) or any(key in lx.PAST for key in keys[1:])


def _limits(head: Head, start: int, end: int) -> bool:
    source, kept = head.source, head.kept
    keys = head.keys(start, end)
    first, rest = keys[0], keys[1:]
    if harmless_at(keys, 0):
        return False
    if keys[:2] in _RESTRICTING_PAIRS:
        return True
    if keys[-3:] in _NO_OPENING or keys[:2] in (("without", "wishing"), ("without", "wanting")):
        return False
    if keys[:2] == ("leaving", "aside") and {"question", "matter", "issue"} & set(rest[:4]):
        return False
    if first == "under" and _LEGAL & set(rest[:4]):
        return False
    if first in ("insofar", "inasmuch") or keys[:3] in _RESTRICTING_TRIPLES:
        return True
    if first == "where" and len(keys) > _CLAUSE and kept.sort in ("duty", "ability", "future"):
        return True
    if first in _CONDITIONS or keys[:3] == ("as", "soon", "as"):
        return not kept.past and not (first == "once" and rest[:1] == ("again",))
    if first in ("without", "under", "given") and kept.past and kept.entails_less:
        return False
    if first in _RESTRICTING:
        return True
    if first == "according":
        vague = lx.words("who some unverified unconfirmed alleged anonymous")
        return bool((vague | lx.FABLES | lx.PITCHES) & set(rest[:6]))
    if first == "as" and ascribed(rest):
        return True
    if first == "to" and rest[:1] in (("hear",), ("judge",), ("listen",), ("believe",)):
        return True
    if len(keys) <= 2 and (keys[-1].endswith("ly") or keys[-1] in lx.HEDGES or keys[-1] == "speaking"):
        return not _SPEAKING & set(keys) and not (
            kept.past and keys[-1] not in _DOUBTING and kept.entails_less
        )
    if first in lx.PREPOSITIONS or first == "to":
        return not lx.PAST & set(rest) and _prefixed(head, keys, read_object(source, start + 1, end))
    return first in ("assuming", "supposing", "depending", "pretending", "allowing", "granted")


def _prefixed(head: Head, keys: tuple[str, ...], what: Object) -> bool:
    """Whether a preposition and its object in front limit the claim."""
    first, rest, kept = keys[0], keys[1:], head.kept
    if not rest or (rest[0] in _ASIDES and len(rest) == 1) or lx.FEELS & set(rest):
        return False
    if (first in ("in", "on") and rest[0] in lx.DETERMINERS and (lx.TOLD | lx.PITCHES) & set(rest[:5])) or (
        first == "by" and "standards" in rest
    ):
        return True
    placed = not {"of", "from"} & set(rest) and rest[0] not in lx.DEFINITE
    if first == "in" and rest[0] in ("a", "an", "another", "any") and "world" in rest[1:4]:
        return True  # "in a kinder world"
    if first in ("in", "to", "on", "by", "from") and lx.IMAGINED & set(rest[:4]) and placed:
        return True
    if first == "with":
        return bool(lx.BACKING & set(rest[:4])) and not kept.past
    if first in ("for", "as") and {"joke", "bet", "dare", "laugh", "jest", "boast"} & set(rest[:3]):
        return True
    if first == "at" and rest[0] in ("this", "that", "these"):
        return not (kept.past or what.time)
    if first == "in" and rest[:2] == ("the", "hands"):
        return not kept.past
    if first in ("in", "on", "at") and lx.PROVISOS & set(rest[:3]):
        return not kept.past
    if first == "for":
        return _at_first(rest) or (_for(rest) and not (kept.past and kept.entails_less))
    if first == "in" and what.time and kept.sort == "ability" and "could" in _first_keys(head):
        return True  # "In the old days ⟦a nurse could live on her pay⟧"
    if kept.entails_less or kept.past:
        return False
    return not _situates(first, rest, what)


def _situates(first: str, rest: tuple[str, ...], what: Object) -> bool:
    """Whether an adverbial in front sets the scene, and is not what the claim holds for."""
    if first in _SCENE or rest[:2] == ("a", "statement"):
        return True
    if rest[0] in ("a", "an", "any", "each", "every") or what.recurring or what.limited or what.part:
        return False
    return what.time or what.name or (what.definite and first != "to")


def _at_first(rest: tuple[str, ...]) -> bool:
    """ "for the first hour", "for a while": and then no more."""
    first = ("~1" in rest or "first" in rest) and "time" not in rest
    return first or rest[:2] in (("a", "time"), ("a", "while"), ("a", "moment"))


def _for(rest: tuple[str, ...]) -> bool:
    """ "for years", "for example", "for this reason" may go; "for me", "for children" limit."""
    if not rest or rest[0] in ("example", "instance", "once", "now", "good", "starters", "sure", "certain"):
        return rest[:1] == ("now",)
    return not any(key in lx.TIMES or key in ("reason", "reasons", "purpose", "part") for key in rest)
