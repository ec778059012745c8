"""What limits a claim by its very form, whatever the claim: an exception, a proviso, a hedge, a fable."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations.phrases import read_object
from claimcheck.evidence.quotations.tails import Found, Tail
from claimcheck.evidence.quotations.wordlists import SUBJECTS

_COMPARED_TO_ALL = lx.words("ever expected before anyone anybody usual anything planned normal")
_EXCEPTING = lx.words("except excepting excluding barring unless besides without save bar minus versus")
_ENDING = lx.words("nothing nobody nowhere only no")
_LEFT_OUT = (
    ("leaving", "out"),
    ("leaving", "aside"),
    ("setting", "aside"),
    ("not", "counting"),
    ("not", "including"),
)
_FIRST = 3
_SUITING = lx.words("suit suits suited pays costs helps")
_ASSUMING = lx.words("depending allowing permitting pending assuming granted supposing")
_PORTIONED = lx.words("measured judged weighed seen viewed counted spread phased staggered stretched")
_SUPPOSED = lx.PRONOUNS | lx.DETERMINERS | lx.words("anybody anyone somebody someone everybody everyone")
_TELLING = lx.words("say saying tell telling told insisting claiming assuring have believe repeating writing")
_ATTEMPTS = lx.words("occasion attempt try")
_JUDGING = frozenset(("judgement", "identity", "ability"))
_CLAIMED = lx.words(
    "claim claims claimed allege alleges pretend pretends imagine imagines goes puts fancy tires "
    "boasts insists"
)
_MOB = lx.words("mob fools idiots crowd cynics gossips neighbors drunks")
_THOUGHT = lx.words("feared expected thought hoped planned predicted imagined")
_JESTS = lx.words("joke jest boast dare bluff")
_KEEPS = lx.words("keep keeps kept")
IDIOMS = (("in", "so", "many"), ("by", "order", "of"), ("in", "any", "case"), ("in", "case", "you"))
"""How phrases begin that limit nothing."""
_EVER = lx.words("ever never tomorrow")
_LATER = lx.words("since later afterwards subsequently")
_TAKEN = lx.words(
    "corrected withdrawn retracted recanted disowned repudiated revised thrown torn denied disproved "
    "discredited"
)
_AHEAD = 12
_PERFECT = frozenset(("has", "have"))


def limit(tail: Tail, at: int, aside: bool = False) -> Found:
    """What limits any claim by its form: an exception, a proviso, a hedge, a fable, a frequency.

    Args:
        aside: token ``at`` stands in an aside, whose own times limit nothing outside it.
    """
    if tail.keys(at, 3) in IDIOMS:
        return True
    for rule in _EXPLICIT[:-1] if aside else _EXPLICIT:
        found = rule(tail, at)
        if found is not None:
            return found
    return None


def _excepted(tail: Tail, at: int) -> Found:
    key, following = tail.key(at), tail.key(at + 1)
    if key in _EXCEPTING and not (key == "without" and tail.kept.entails_less):
        return tail.cut(at, 4)
    if key == "but" and (tail.key(at - 1).startswith(("any", "every", "all", "no")) and not tail.parted(at)):
        return tail.cut(at, 4)
    if (
        key == "and"
        and following in _ENDING
        and tail.key(at + 2) in ("else", "more", "further")
        and at + 3 == tail.end
    ):
        return tail.cut(at, 3)
    if key == "and" and following == "only" and tail.key(at + 2)[:1] == "#":
        return None
    if key == "and" and (following in ("only", "solely") or (following == "not" and _denies(tail, at + 2))):
        return tail.cut(at, 4)
    if key == "alone" and at > tail.high:
        return tail.cut(at, 1)
    praised = tail.source.tokens.keys[at - 1]
    if key == "for" and at == tail.high and (praised.endswith("ly") or praised == "well"):
        return tail.cut(at, 4)
    if key in ("for", "among") and following in ("those", "anyone", "whoever", "people", "only"):
        return tail.cut(at, 5)
    if key == "but" and lx.UNIVERSALS & set(tail.keys(tail.high, at - tail.high)) and not tail.parted(at):
        return tail.cut(at, 4)
    if tail.parted(at) and tail.keys(at, 2) in _LEFT_OUT:
        return tail.cut(at, 5)
    if key == "less" and tail.parted(at):
        return tail.cut(at, 4)
    if key in ("in", "among", "for") and following in lx.KINDS and tail.key(at + 2) != "'s":
        return tail.cut(at, 4)
    if key in ("compared", "relative", "next") and following in ("to", "with"):
        figure = any(word[0] in "#/" for word in kept_keys(tail)) and tail.parted(at)
        return True if figure else tail.cut(at, 5)
    return None


def _denies(tail: Tail, at: int) -> bool:
    """ "and not a day before", "and not now"; but "and not before time"."""
    return tail.keys(at, 2) != ("before", "time") and bool(
        {"before", "sooner", "later", "more", "further", "else"} & set(tail.keys(at, 4))
    )


def _provided(tail: Tail, at: int) -> Found:
    """A proviso: "on condition that", "with luck", "weather permitting", "had I been asked"."""
    key, following, near = tail.key(at), tail.key(at + 1), tail.keys(at + 1, 4)
    if key in ("on", "with", "in", "under", "subject", "at") and lx.PROVISOS & set(near):
        return None if key == "in" and tail.kept.past and tail.kept.entails_less else tail.cut(at, 5)
    if key in ("with", "by", "upon", "pending") and lx.BACKING & set(near):
        past = tail.kept.past and tail.kept.sort == "event" and not tail.kept.negated
        return None if past and "luck" not in near else tail.cut(at, 5)
    proviso = (
        (key == "at" and following in ("this", "that", "these") and not tail.kept.past)
        or (tail.parted(at) and bool(lx.GRANTING & set(near[:_FIRST])) and "for" not in near)
        or (key == "when" and following == "it" and bool(_SUITING & set(near)))
        or (key in ("sooner", "rather") and following == "than" and "would" in kept_keys(tail))
        or (key in ("had", "were", "should") and following in _SUPPOSED)
        or (tail.parted(at) and "being" in near and "willing" in tail.keys(at, 14))
        or (key in ("provided", "providing") and (following == "that" or following in lx.PRONOUNS))
        or key in _ASSUMING
    )
    return tail.cut(at, 4) if proviso else None


def _measured(tail: Tail, at: int) -> Found:
    """What a claim is measured by, or how it is portioned: "judged by", "spread over years", "so far"."""
    key, near = tail.key(at), tail.keys(at + 1, 4)
    if key in _PORTIONED and tail.parted(at):
        return tail.cut(at, 4)
    if key in ("on", "at") and _ATTEMPTS & set(near) and any(word[0] in "#~" for word in near):
        return tail.cut(at, 4)
    if tail.keys(at, 2) == ("so", "far") and not tail.kept.entails_less:
        return tail.cut(at, 2)
    if key in ("considering", "given") and tail.parted(at) and tail.kept.sort in _JUDGING:
        return tail.cut(at, 5)
    return None


def _voiced(tail: Tail, at: int) -> Found:
    """Another voice behind a comma: "the leaflet says", "they keep telling us", "that we know of"."""
    if not tail.parted(at):
        return None
    key, following, near = tail.key(at), tail.key(at + 1), tail.keys(at + 1, 4)
    aside = _aside(tail, at)
    pitched = bool(lx.PITCHES & set(aside)) and bool({"say", "says", "claims", "promises"} & set(aside))
    known = key == "that" and following in ("i", "we") and "know" in near
    fond = ("like", "to", "say") in [tail.keys(at + step, 3) for step in range(4)]
    fondly = key in ("they", "people") and following in ("keep", "kept", "like", "will", "would")
    kept = fondly and bool(_TELLING & set(tail.keys(at + 2, 3)))
    if key in ("whatever", "despite"):
        return None
    if key in ("said", "says") and following in ("no", "nobody", "none"):
        return tail.cut(at, 5)
    keeps = any(one in _KEEPS and other in _TELLING for one, other in pairwise(near))
    if keeps and key not in ("i", "we", "as"):
        return tail.cut(at, 5)
    mob = key in ("cried", "shouted", "chanted", "screamed", "say", "says") and bool(_MOB & set(near))
    return tail.cut(at, 5) if pitched or known or fond or kept or mob else None


def _since_withdrawn(tail: Tail, at: int) -> Found:
    """ "according to a return that the head has since corrected", "in the draft that was thrown out"."""
    if tail.key(at) not in ("in", "according", "on", "by", "from"):
        return None
    near = tail.keys(at + 1, _AHEAD)
    for place, key in enumerate(near):
        later = bool(_LATER & set(near[max(0, place - 3) : place]))
        if key in _TAKEN and (later or near[place + 1 : place + 2] in (("out",), ("up",))):
            return tail.cut(at, place + 2)
    return None


def _aside(tail: Tail, at: int) -> tuple[str, ...]:
    """The keys from ``at`` up to the next comma; a few at most."""
    end = next((place for place in range(at + 1, min(tail.end, at + 7)) if tail.parted(place)), at + 7)
    return tail.keys(at, end - at)


def kept_keys(tail: Tail) -> tuple[str, ...]:
    """The keys of the kept words, the last twelve at most."""
    return tail.source.tokens.keys[max(tail.low, tail.high - 12) : tail.high]


def _imagined(tail: Tail, at: int) -> Found:
    key, near = tail.key(at), tail.keys(at + 1, 5)
    if key in ("in", "to", "on", "by"):
        mine = near[:1] in (("my",), ("our",)) and "dreams" not in near
        known = [] if mine else [word for word in near if word in lx.IMAGINED]
        if known and not _names_thing(tail, at, known[0]):
            return tail.cut(at, 5)
        if (
            near[:1]
            and near[0] in lx.DETERMINERS
            and lx.TOLD & set(near)
            and not (tail.kept.past and "game" in near)
        ):
            return tail.cut(at, 5)
    if key in ("by", "in", "under", "at", "out", "for") and lx.EXCUSES & set(near[:2]):
        return tail.cut(at, 3)
    if (
        key == "to"
        and tail.parted(at)
        and near[:1]
        and near[0] in ("hear", "believe", "judge", "listen", "read")
    ):
        return tail.cut(at, 6)
    if (
        key == "as"
        and near
        and (
            _JESTS & set(near[:_FIRST])
            or (near[0] == "if" and not (tail.kept.past and tail.kept.entails_less))
        )
    ):
        return tail.cut(at, 4)
    if key == "according" and {"who", "some", "rumor", "legend", "reports"} & set(near):
        return tail.cut(at, 6)
    if key == "as" and tail.parted(at) and ascribed(near):
        return tail.cut(at, 5)
    return None


def _names_thing(tail: Tail, at: int, word: str) -> bool:
    """ "in the view from the tower", "in part of the town", "on paper" that was written on."""
    rest = tail.keys(at + 1, 7)
    place = rest.index(word)
    following = rest[place + 1 : place + 2]
    if (
        word in ("paper", "name", "mind", "minds", "eyes")
        and rest[:place]
        and rest[0] not in ("my", "his", "her", "their", "your", "our", "its")
    ):
        judged = tail.parted(at) and tail.kept.sort == "judgement"  # "fit to fly, on the paper he was given"
        return word == "name" or (word == "paper" and not judged)
    if word in ("way", "sense", "manner", "spirit", "fun", "part", "parts"):
        return rest[0] not in ("a", "some", "one", "part", "spirit", "fun", "parts")
    if word in ("view", "appearance"):
        return following in (("of",), ("from",), ("to",)) and rest[0] in ("the", "a", "any", "one")
    return False


def ascribed(near: tuple[str, ...]) -> bool:
    """ "as the brochure has it", "as he claims", "as the saying goes"."""
    return bool(_CLAIMED & set(near)) or any(
        near[i : i + 2] in (("has", "it"), ("would", "have"), ("have", "it"), ("likes", "to"), ("like", "to"))
        for i in range(len(near))
    )


def _hedged(tail: Tail, at: int) -> Found:
    key, following = tail.key(at), tail.key(at + 1)
    if tail.parted(at) and following in ("more", "less", "fewer", "higher", "lower", "up", "down", "above"):
        return None
    if key in lx.HEDGES and (at == tail.high or tail.parted(at) or at == tail.end - 1):
        counted = following[:1] in "#/" and following != ""
        of_phrase = following in lx.SUBORDINATORS or following in lx.PREPOSITIONS or following == "due"
        counted = counted or (of_phrase and tail.kept.entails_less)
        return None if counted and (of_phrase or at > tail.high) else tail.cut(at, 2)
    pair = tail.keys(at, 2)
    if pair == ("at", "least") and not tail.marked and tail.key(at + 2)[:1] not in ("#", "/"):
        return tail.cut(at, 6)
    if pair == ("give", "or") and any(word[0] == "#" for word in kept_keys(tail)):
        return None
    if pair in _LOOSE or tail.keys(at, 3) in _LOOSE:
        return tail.cut(at, 4)
    if key == "up" and following == "to" and tail.key(at + 3) in ("moment", "point", "day", "minute"):
        return tail.cut(at, 5)
    if tail.keys(at, 3) in _AT_FIRST and tail.key(at + 3) != "of" and tail.kept.past:
        return tail.cut(at, 3)
    if tail.keys(at, 3) in _AS_FAR and (not tail.kept.past or key == "so" or tail.key(at + 1) == "far"):
        return tail.cut(at, 6)
    return None


_AS_FAR = tuple((first, middle, "as") for first in ("as", "so") for middle in ("far", "long", "soon", "much"))
_AT_FIRST = (
    ("at", "the", "start"),
    ("at", "the", "outset"),
    ("in", "the", "beginning"),
    ("to", "begin", "with"),
)
_LOOSE = frozenset(
    tuple(phrase.split())
    for phrase in (
        "by the look|from the look|by all accounts|"
        "so to speak|as it were|more or|by and large|for the most|to a degree|to some extent|"
        "to some degree|to an extent|at times|now and|from time|on occasion|off and|on and|in places|"
        "in parts|over my dead|in the words|give or|at first|to my knowledge|to our knowledge|to the best|"
        "for the duration|for the time|for the moment|for now|as things stand|for the present|"
        "in a world|in an ideal|in a perfect|"
        "at this rate|for a while|for a time|up to a|so called|of sorts|of a sort|of a kind|in part|"
        "on average|on balance|on the whole|at a pinch|at best|at worst|at a push|in name|"
        "in disguise|by the standards|in effigy|in reverse"
    ).split("|")
)


def _compared(tail: Tail, at: int) -> Found:
    key, following = tail.key(at), tail.key(at + 1)
    if key == "than" and at == tail.high:
        named = following in _COMPARED_TO_ALL or bool(_THOUGHT & set(tail.keys(at + 1, 4)))
        return None if named else tail.cut(at, 5)
    if key in ("though", "although", "albeit") and following in ("only", "solely", "just"):
        return tail.cut(at, 4)
    if key in ("though", "although") and following == "not" and tail.key(at + 2) in lx.PREPOSITIONS:
        return None if tail.key(at + 2) in kept_keys(tail) else tail.cut(at, 4)
    if key == "which" and tail.keys(at + 1, 3) in (("is", "not", "saying"), ("is", "not", "much")):
        return tail.cut(at, 5)
    if key == "not" and following == "that" and tail.parted(at):
        return None  # "not that it matters"
    if key == "not" and tail.kept.negated and _EVER & set(tail.keys(at + 1, 5)):
        return None  # "We will not sell, not now and not ever"
    if key == "not" and (at == tail.high or tail.parted(at)):
        elsewhere = following in lx.PREPOSITIONS and following not in kept_keys(tail)
        if elsewhere and "time" not in tail.keys(at, 5):
            return tail.cut(at, 4)
        contrast = tail.parted(at) and following not in _NOT_WHOLLY and not following.endswith("ly")
        return True if contrast else tail.cut(at, 3)
    return None


_NOT_WHOLLY = lx.words(
    "always yet quite at all everywhere now today anymore ever very so if until unless everybody "
    "everyone every that when while without here there because any many much"
)


def _timed(tail: Tail, at: int) -> Found:
    """A clause of time: behind what is over it tells when; behind what is to come it is a condition."""
    key, following, kept = tail.key(at), tail.key(at + 1), tail.kept
    timed = key in ("when", "whenever", "once", "after", "until", "wherever")
    day = (
        key == "the"
        and following in _ONE_TIME
        and tail.key(at + 2) in (*lx.PRONOUNS, *lx.DETERMINERS, "that")
    )
    if not (timed or day):
        return None
    if _still_to_come(tail, at):
        return tail.cut(at, 5)
    if key == "the" and (following == "way" or not kept.past):
        return tail.cut(at, 5)
    if kept.sort == "none" or key in ("whenever", "the"):
        return tail.cut(at, 5) if key == "whenever" and kept.sort != "none" else None
    clause = following in SUBJECTS or following in lx.PRONOUNS or key in ("when", "once", "wherever")
    when = read_object(tail.source, at + 1, tail.end)
    if key == "until" and following == "now":
        return tail.cut(at, 2)
    if key == "until":
        if kept.past and "from" in tail.keys(tail.high, at - tail.high):
            return None
        if tail.marked and not kept.negated:
            return None
        if kept.past and kept.sort == "event" and _PERFECT & set(kept_keys(tail)) and not kept.negated:
            return None
        dated = when.time or tail.key(at + 1)[:1] == "#"
        bare = dated and not kept.negated and kept.sort not in ("ability", "duty", "habit")
        return None if bare and not _has_verb(tail, at) else tail.cut(at, 5)
    if key == "once" and kept.sort == "judgement":
        return tail.cut(at, 5)
    if kept.past and not kept.negated:
        return None
    general = kept.sort in ("judgement", "habit", "ability", "identity")
    if key == "after" and general and not kept.past and following[:1] == "#":
        return tail.cut(at, 4)
    if key == "after" and (when.time or not clause):
        return None if when.time and not kept.negated else tail.cut(at, 5)
    if tail.parted(at) and key in ("when", "after") and kept.sort in ("event", "state", "identity"):
        return None
    return tail.cut(at, 5) if clause else None


def _still_to_come(tail: Tail, at: int) -> bool:
    """ "when the last mine has been lifted": a promise waits for what is not done yet."""
    promised = {"will", "shall"} & set(tail.source.tokens.keys[tail.low : tail.high])
    waits = tail.key(at) in ("when", "once", "after") and _PERFECT & set(tail.keys(at + 1, 6))
    return bool(promised and waits)


def _has_verb(tail: Tail, at: int) -> bool:
    near = tail.keys(at + 1, 6)
    return any(key in lx.AUXILIARIES or key in lx.PAST for key in near) or near[1:2] == ("ended",)


_ONE_TIME = lx.words("way day moment minute hour year time week month night")
_EXPLICIT: tuple[Callable[[Tail, int], Found], ...] = (
    _excepted,
    _provided,
    _measured,
    _since_withdrawn,
    _voiced,
    _hedged,
    _imagined,
    _compared,
    _timed,
)
