"""What a phrase cut from behind kept words did to them: what may go is recognised, the rest turns a claim.

The tail of the sentence is read phrase by phrase. An added clause, a relative clause or an apposition behind
a comma and an attribution end it: all behind them may go. A phrase of time, place or manner may go where the
kept claim entails its shorter form (``kept``); elsewhere only a definite time or place may.
"""

from __future__ import annotations

from itertools import pairwise

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.kept import Kept, read_last
from claimcheck.evidence.quotations.limits import kept_keys, limit
from claimcheck.evidence.quotations.phrases import Object, read_object
from claimcheck.evidence.quotations.sequels import disowning
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut
from claimcheck.evidence.quotations.tails import Found, Tail
from claimcheck.evidence.quotations.wordlists import SUBJECTS

_SAYING = lx.words(
    "said says added adds told wrote writes announced declared insisted explained replied stated "
    "tweeted noted argued recalled joked admitted continued concluded asked according reads ran"
)
_ADDED = lx.words("so then because for nor while whereas although though since")
_LIST = 16
_KNOWN = lx.words(
    "record fact true plain clear known certain obvious undeniable undisputed common supported beyond"
)
_REACH = 24
_CLOSES = ',”"»“’'
_WHERE = lx.words("in on at near during after inside outside around across along over")
_COUNTED_IN = lx.words("in at for among of on across")
_CHANGES = lx.words(
    "fell rose doubled halved trebled tripled quadrupled grew increased decreased dropped declined improved "
    "worsened soared plunged shrank risen fallen grown shrunk up down"
)
_ABOUT = lx.words("enough about roughly nearly almost around approximately some over")
_ASIDE = 4
"""Words up to which what stands behind a comma is a form of address or a remark, and more may follow."""
_FIRST = 3


def cut_adjunct(source: PreparedSource, low: int, high: int, end: int, *, marked: bool) -> Cut | None:
    """The first phrase of source tokens ``high`` to ``end`` whose loss makes the kept claim say more.

    Args:
        marked: the cut lies under an ellipsis, which tells the reader that something is gone: only what
            limits a claim by its very form counts.
    """
    if high >= end:
        return None
    kept = read_last(source, low, high)
    tail = Tail(source, kept, low, high, min(end, high + _REACH), marked)
    found = _read(tail)
    return found if isinstance(found, Cut) else None


def _read(tail: Tail) -> Found:
    lied = tail.keys(tail.high, 3)
    if "lied" in lied[1:] and any(mark in tail.source.gap(tail.high) for mark in _CLOSES):
        return tail.cut(tail.high, 3)
    if any(mark in tail.source.gap(tail.high) for mark in '”"»“'):
        return None
    if _owner(tail):
        return tail.cut(tail.high, 4)
    at, aside, said = tail.high, False, False
    while at < tail.end:
        if tail.parted(at):
            said = said or (_attributed(tail, at) and tail.key(at) in lx.PRONOUNS)
            aside = said or not _phrasal(tail.key(at)) or _attributed(tail, at)
        found = limit(tail, at, aside and not tail.parted(at))
        if found is None and not tail.marked:
            found = _denied_of(tail, at) or _closing(tail, at)
        if found is None and not tail.marked and not aside and _belongs(tail, at):
            found = _phrase(tail, at)
        if found is not None:
            return found
        at = _next(tail, at)
    return None


def _owner(tail: Tail) -> bool:
    """ "⟦I stand by the article⟧'s punctuation": the last word kept only says whose."""
    return tail.key(tail.high) == "'s" and tail.kept.sort != "none"


def _belongs(tail: Tail, at: int) -> bool:
    """Whether the phrase at a token is the claim's: the first one, one behind a comma, or one of a claim
    that does not stand without its limits, unless it hangs on a noun."""
    if at == tail.high or tail.parted(at):
        return True
    return not tail.kept.entails_less and tail.key(at) not in ("of", "to", "from", "by", "with", "between")


def _denied_of(tail: Tail, at: int) -> Found:
    """ "⟦The battery lasts a week⟧ is not what we promised": a clause that is spoken of, not said."""
    spoken_of = tail.kept.sort in ("event", "state", "habit", "identity", "judgement", "future")
    if at != tail.high or not spoken_of or tail.key(at) not in ("is", "was", "would", "sounds", "seems"):
        return None
    near = tail.keys(at + 1, 5)
    known = _KNOWN & set(near) and not ops.NEGATION & set(near)
    return True if known else tail.cut(at, 5)


def _next(tail: Tail, at: int) -> int:
    """Where the next phrase begins behind ``at``."""
    step = at + 1
    while step < tail.end:
        if tail.parted(step) or ";" in tail.source.gap(step) or tail.key(step) in _PHRASE_OPENERS:
            break
        step += 1
    return step


_PHRASE_OPENERS = lx.PREPOSITIONS | lx.SUBORDINATORS | lx.COORDINATORS | {"to", "not", "except", "than"}


def _closing(tail: Tail, at: int) -> Found:
    """Whether the tail ends harmlessly at ``at``: a clause that adds, an aside, an attribution."""
    key, following, parted = tail.key(at), tail.key(at + 1), tail.parted(at)
    if _goes_on(tail, at):
        return True
    if ";" in tail.source.gap(at) or ":" in tail.source.gap(at):
        return _gainsaid(tail, at) or True
    if key == "and":
        return _undone(tail, at + 1) or True
    if key == "but" or (key == "yet" and parted):
        return _contrasted(tail, at)
    if key == "or" and "whether" in tail.source.tokens.keys[tail.high : at]:
        return True
    if key == "or":
        if (at > tail.high and not parted and tail.kept.entails_less) or _restated(tail, at):
            return None
        return True if tail.kept.negated else tail.cut(at, 4)
    if key == "because" and tail.kept.negated and not parted:
        return tail.cut(at, 5)
    if key == "while" and not parted and not tail.kept.past:
        return tail.cut(at, 5)
    if key in _ADDED and (key != "for" or (following in SUBJECTS and parted)):
        return True if key != "since" or not tail.kept.negated else None
    if key == "that" and tail.key(at - 1).endswith("ing") and at > tail.high:
        return True
    if key in ("who", "which", "whose", "where", "whom", "that") and not _points(tail, at):
        return _relative(tail, at)
    if parted and any(tail.keys(at + step, 2) in (("of", "whom"), ("of", "which")) for step in range(1, 4)):
        return True
    if parted and following in ("which", "whom") and key in lx.PREPOSITIONS:
        return True
    if parted and not tail.kept.negated and key == "with" and following in ("the", "a", "an", "#1"):
        return True
    if key == "as" and (parted or "as" in tail.source.tokens.keys[tail.low : tail.high]):
        return True
    aside = parted and not _phrasal(key) and not _attributed(tail, at) and _next(tail, at) - at > _ASIDE
    return True if aside else None


def _restated(tail: Tail, at: int) -> bool:
    """ "40,000 crowns, or about three weeks' takings": a figure said again in another measure."""
    said = any(key[0] in "#/" for key in kept_keys(tail)) and tail.parted(at)
    near = tail.keys(at + 1, 3)
    return said and near[:1] != () and (near[0] in _ABOUT or near[0][0] in "#/")


def _goes_on(tail: Tail, at: int) -> bool:
    """ ", to the vicar, or to Mr Tench", ", is not sold as a toy, and …": the next of a list."""
    key, near = tail.key(at), tail.keys(at, _LIST)
    if at != tail.high or not tail.parted(at) or tail.key(at + 1) == "which":
        return False
    listed = any(
        mark in tail.source.gap(step) for step in range(at + 1, min(tail.end, at + _LIST)) for mark in ","
    )
    again = key in tail.source.tokens.keys[tail.low : tail.high]
    serial = key in lx.PREPOSITIONS or key in lx.AUXILIARIES or key == "to"
    joined = ("or", key) in pairwise(near) or ("and", key) in pairwise(near)
    return serial and again and (joined or (listed and bool({"and", "or"} & set(near))))


def _gainsaid(tail: Tail, at: int) -> Cut | None:
    """ "…; the fire brigade says it is not": the kept words denied in the next clause."""
    last = tail.source.tokens.keys[max(at, tail.end - 3) : tail.end]
    if disowning(tail.source.tokens.keys[at : tail.end]):
        return tail.cut(at, 8)
    denied = len(last) == 3 and last[0] in lx.PRONOUNS and last[1] in lx.AUXILIARIES and last[2] == "not"
    return tail.cut(at, 8) if denied else None


def _phrasal(key: str) -> bool:
    return key in lx.PREPOSITIONS or key in ("to", "as", "than") or key in lx.HEDGES


def _undone(tail: Tail, at: int) -> Cut | None:
    """ "and lost it on appeal", "and then tore it up": a second predicate that takes the first back."""
    near = tail.keys(at, 4)
    first = next(
        (key for key in near if key not in ("then", "later", "i", "we", "he", "she", "they", "it")), ""
    )
    rest = tail.keys(at, 16)
    undoing = any(
        key in lx.REVERSALS - {"regret", "regrets"} and rest[i + 1 : i + 2] in (("it",), ("them",), ("that",))
        for i, key in enumerate(rest)
    )
    return tail.cut(at, 4) if undoing or first in lx.REVERSALS else None


def _contrasted(tail: Tail, at: int) -> Found:
    """ "A but B" says A as well: unless B is about A itself ("but that is not all"), or limits it."""
    following = tail.key(at + 1)
    undone = _undone(tail, at + 1)
    if undone is not None:
        return undone
    event = tail.kept.sort == "event" and not tail.kept.universal
    if (event or "also" in tail.keys(at + 1, 4)) and following not in ("only", "solely"):
        return True
    pointing = following in ("it", "that", "this") and tail.key(at + 2) in lx.AUXILIARIES
    limiting = following in lx.PREPOSITIONS or following in ("so", "not", "never", "only", "just", "which")
    return tail.cut(at, 5) if pointing or limiting else True


def _points(tail: Tail, at: int) -> bool:
    """ "for that line": not a relative clause."""
    return tail.key(at) == "that" and tail.source.tokens.keys[at - 1] in lx.PREPOSITIONS


def _relative(tail: Tail, at: int) -> Found:
    key, near, kept = tail.key(at), tail.keys(at + 1, 5), tail.kept
    if tail.parted(at):
        doubted = lx.words(
            "false untrue doubt doubtful nonsense lie remains disappeared vanished evaporated reversed "
            "retracted"
        )
        return tail.cut(at, 5) if key == "which" and doubted & set(near[:_FIRST]) else True
    if kept.universal or kept.negated or kept.superlative or kept.sort in ("habit", "identity"):
        indefinite = kept.sort == "identity" and not kept.superlative and not kept.negated
        return True if indefinite and _indefinite(tail) else tail.cut(at, 5)
    return True


def _indefinite(tail: Tail) -> bool:
    keys = tail.source.tokens.keys[tail.low : tail.high]
    after = next((i for i, key in enumerate(keys) if key in lx.COPULAS or key == "'s"), len(keys))
    return any(key in ("a", "an", "#1", "another") for key in keys[after:])


def _attributed(tail: Tail, at: int) -> bool:
    return tail.parted(at) and bool(_SAYING & set(tail.keys(at, 6)))


def _phrase(tail: Tail, at: int) -> Found:
    """A phrase of the kept clause itself: safe kinds pass, the rest limits it."""
    key, kept = tail.key(at), tail.kept
    if kept.sort == "none":
        return None
    if kept.sort == "future" and _for_a_while(tail, at):
        return tail.cut(at, 6)
    if key == "to" and tail.key(at + 1) not in lx.DETERMINERS and not _thing(tail, at + 1):
        return _infinitive(tail, at)
    if key in ("until", "since", "before", "after"):
        return tail.cut(at, 4) if kept.negated and not kept.past else None
    if key in lx.PREPOSITIONS or key == "to":
        what = read_object(tail.source, at + 1, tail.end)
        if at + 1 >= tail.end or (key == "with" and tail.parted(at)) or _strengthens(tail, at, what):
            return None
        if at == tail.high and _of_the_verb(tail, key):
            return tail.cut(at, 5)
        if at == tail.high and _narrows_change(tail, at, what):
            return tail.cut(at, 5)
        return None if _may_go(kept, key, what) or _kept_indefinite(tail, key, what) else tail.cut(at, 5)
    if (
        key in lx.ADVERBS
        or key.endswith("ly")
        or key[:1] in "#@~"
        or tail.source.tokens.keys[at - 1][0] in "#/"
    ):
        return None
    if read_object(tail.source, at, tail.end).time:
        return tail.cut(at, 3) if kept.negated and not tail.parted(at) else None
    if tail.parted(at):
        return None
    return _split_phrase(tail, at)


def _strengthens(tail: Tail, at: int, what: Object) -> bool:
    """ "never missed an issue in a hundred years", "the tallest by a hand's breadth"."""
    if tail.kept.superlative and tail.key(at) == "by":
        return True
    never = "never" in tail.source.tokens.keys[tail.low : tail.high]
    return never and tail.key(at) in ("in", "for") and what.time and not what.definite


def _for_a_while(tail: Tail, at: int) -> bool:
    """ "for the rest of the year", "this side of the recess": how long a promise holds."""
    near = tail.keys(at, 5)
    return near[:3] in (("for", "the", "rest"), ("this", "side", "of")) or (
        near[:1] == ("for",) and near[2:3] == ("months",)
    )


def _narrows_change(tail: Tail, at: int, what: Object) -> bool:
    """ "Crime fell by a third" in the two streets with cameras: it rose or fell there, and there only."""
    counted = any(key[0] in "#/" for key in tail.keys(at + 1, 3))
    led = tail.key(at) == "for" or counted or what.limited or what.part
    return led and not what.time and tail.key(at) in _COUNTED_IN and bool(_CHANGES & set(kept_keys(tail)))


def _kept_indefinite(tail: Tail, key: str, what: Object) -> bool:
    """ "This is a victory for the town": a predicate noun of its own stands without what it is for."""
    kept = tail.kept
    plain = kept.sort == "identity" and not (kept.negated or kept.superlative or kept.universal)
    bound = key not in ("for", "of", "over", "about", "after", "on", "from") or what.bare
    return plain and (what.time or (_indefinite(tail) and not bound))


def _thing(tail: Tail, at: int) -> bool:
    return _named(tail, at) or tail.key(at)[:1] in "#@~/" or tail.key(at) in lx.OBJECTS


def _named(tail: Tail, at: int) -> bool:
    tokens = tail.source.tokens
    return at < tail.end and tokens.text[tokens.starts[at]].isupper()


def _infinitive(tail: Tail, at: int) -> Found:
    """ "to" and a verb: an aim may go; what completes a verb or an adjective may not."""
    kept, before = tail.kept, tail.source.tokens.keys[at - 1]
    if kept.measured or kept.sort == "judgement":
        return tail.cut(at, 5)
    return tail.cut(at, 5) if before in lx.UNFINISHED and not tail.parted(at) else None


def _of_the_verb(tail: Tail, key: str) -> bool:
    """ "acquitted of the lesser charge", "guilty of parking": "of" completes what it follows."""
    last = tail.source.tokens.keys[tail.high - 1]
    verbal = last in lx.PAST or last.endswith("ed") or last in ("guilty", "free", "full", "short", "innocent")
    return key == "of" and verbal


def _may_go(kept: Kept, key: str, what: Object) -> bool:
    """Whether a phrase of ``key`` and its object may be cut from behind the claim."""
    if what.limited and not kept.entails_less:
        return False
    if kept.measured and key in ("for", "in", "as", "under", "among"):
        return False
    if kept.superlative and not what.time:
        return kept.sort in ("event", "future") and key in lx.PLACING and key not in ("in", "of", "among")
    placed = key in lx.PLACING and (what.time or what.definite) and not what.part
    somewhere = key in lx.PLACING and not (what.bare or what.part)
    if kept.negated:
        return (
            kept.past
            and key in _WHERE
            and (what.happening or (placed and not what.time and not kept.universal))
        )
    if kept.entails_less:
        return key not in ("among", "under", "against") or (kept.sort in ("event", "state") and not what.bare)
    if kept.universal:
        return (kept.sort in ("event", "future") and (somewhere or key == "by")) or (placed and what.time)
    if kept.sort == "duty":
        return what.time or key in ("for", "to", "from", "over", "by", "against", "into")
    dated = (placed and what.time and not what.recurring) or (
        key == "by" and kept.sort == "judgement" and not what.bare
    )
    return dated or (placed and kept.past) or (kept.sort == "habit" and kept.personal and placed)


def _split_phrase(tail: Tail, at: int) -> Found:
    """A cut through a phrase: "they are burning" calories, "we deserved to win" the first half."""
    key = tail.key(at)
    if read_object(tail.source, at, tail.end).limited and key[:1] not in "#/":
        return tail.cut(at, 3)
    had = tail.key(at + 1) in lx.PERFECT
    if key in ("i", "we", "he", "she", "they") and not had and (tail.kept.universal or tail.kept.superlative):
        return tail.cut(at, 4)
    if key in lx.DETERMINERS or key in lx.OBJECTS or key in lx.PRONOUNS or _named(tail, at):
        return None
    if key.endswith(("ing", "ed")) or key in lx.SUBORDINATORS or key in lx.AUXILIARIES or key in lx.PAST:
        return None
    if key in ops.NEGATION or key in ops.EXCEPTION:
        return tail.cut(at, 2)
    return tail.cut(at, 2) if tail.end - at <= 2 or not tail.kept.entails_less else None
