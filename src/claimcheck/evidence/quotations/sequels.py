"""Sentences beside the kept ones that disown them: "Or so they say.", "That is the legend.", "I lied."."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.kept import read_first
from claimcheck.evidence.quotations.phrases import read_object
from claimcheck.evidence.quotations.retractions import pointed_and_doubted, retracts
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut

_REACH = 14
_POINTING = lx.words("that this those these such so it")
_OWN = lx.words("my our")
_PEOPLE = lx.words("i we he she they")
_WERE = lx.words("was were am is are been had have")
_FEW = 6
_PERHAPS = lx.words("yet maybe perhaps possibly someday almost nearly supposedly eventually mostly sometimes")
_ASIDE = lx.words("least at any rate anyway course however though")
_HELD = lx.words("believed thought assumed hoped imagined supposed feared expected")
_TOLD = lx.words("told assured promised informed taught")
_CHARGES = lx.words("promise view opinion charge verdict accusation contention judgment reading")
_SIDING = lx.words("agree agrees right true believe correct trust confirmed proved")
_FIRST_TOLD = lx.words("report plan forecast estimate guess intention arrangement rumor message signal")
_ONCE = lx.words("before until once when in under till then")
_NUMBERED = lx.words("myth misconception fallacy rumor falsehood lie fiction hoax")
_STORIES = lx.FABLES - lx.words("hope dream fear impression fashion pitch spin idea line claim claims")


def disowned(source: PreparedSource, low: int, high: int) -> Cut | None:
    """The sentence behind the one that the kept tokens ``low`` to ``high`` end in, if it takes them back."""
    start = source.sentence_end(high - 1)
    if start >= len(source.tokens) or _other_turn(source, start):
        return None
    keys = source.tokens.keys[start : min(source.sentence_end(start), start + _REACH)]
    if _left_marks(source, high, start):
        return Cut("hearsay", start, start + len(keys)) if pointed_and_doubted(keys) else None
    first = next((at for at in range(1, len(keys)) if "," in source.gap(start + at)), len(keys))
    asks = "?" in source.gap(source.sentence_end(start))[:2]
    if asks and keys:
        tag = len(keys) <= 3 and keys[-1] in ("it", "he", "she", "they", "we", "i", "that", "really")
        return Cut("hearsay", start, start + len(keys)) if tag else None
    if not keys:
        return None
    least = keys[:2] == ("at", "least") and keys[2:3] and keys[2][0] not in "#/"
    found = len(keys) if least or keys[:2] in (("thus", "the"), ("thus", "a")) else 0
    found = (
        found
        or _alternative(keys)
        or _unreal(keys)
        or _called(keys)
        or _called(keys[:first])
        or _no_more(source.tokens.keys[low:high], keys)
        or _erred(keys)
        or _disbelieved(keys)
        or _brushed_off(keys)
        or _retracted(_behind(source, start))
        or _same_words(source.tokens.keys[low:high], keys)
        or (retracts(source.tokens.keys[low:high], keys, _behind(source, start)) and len(keys))
        or _elsewhere(source, low, start, keys)
    )
    return Cut("hearsay", start, start + min(found, len(keys))) if found else None


def announced(source: PreparedSource, low: int) -> Cut | None:
    """What stands before kept token ``low``, if it says that what follows is another's, or a fable.

    A sentence of its own ("The official story was simple."), a question ("What do the flyers say?") or words
    before a colon ("Here is what they want you to hear:").
    """
    colon = ":" in source.gap(low) if low > 0 else False
    if low <= 0 or not (colon or source.begins_sentence(low)) or _other_turn(source, low):
        return None
    start = source.sentence_start(low - 1)
    keys = source.tokens.keys[max(start, low - _REACH) : low]
    if (colon and _official(source.tokens.keys[max(start, low - _FAR) : low])) or _others_case(keys):
        return Cut("hearsay", low - len(keys), low)
    if keys[0] == "that" or {"i", "we", "our"} & set(keys) or ops.NEGATION & set(keys):
        return None
    asks = "?" in source.gap(low)
    here = {"here", "this", "following", "goes", "runs", "ran", "went", "has", "was", "is"} & set(keys)
    labeled = colon and keys[0] in _NUMBERED and len(keys) <= 3
    fable = len(keys) <= 8 and bool(here) and bool(_STORIES & set(keys)) and not asks
    pitched = bool(lx.PITCHES & set(keys)) and (colon or asks) and len(keys) <= 8
    wanted = colon and "you" in keys and bool({"hear", "believe", "think"} & set(keys))
    return Cut("hearsay", low - len(keys), low) if fable or pitched or wanted or labeled else None


def _official(keys: tuple[str, ...]) -> bool:
    """ "Here is the official version, which I invite you to enjoy:"."""
    pairs = set(pairwise(keys))
    official = any(one == "official" and other in _STORIES | {"account"} for one, other in pairs)
    return (official or ("fairy", "tale") in pairs) and not ops.NEGATION & set(keys)


def _others_case(keys: tuple[str, ...]) -> bool:
    """ "What the prosecution asks you to accept is this.": another's case, told before it is answered."""
    asked = (
        keys[:1] == ("what",)
        and not {"i", "we"} & set(keys)
        and keys[-2:] in (("is", "this"), ("be", "this"))
    )
    return asked and "you" in keys and bool({"accept", "believe", "think", "swallow", "hear"} & set(keys))


def _other_turn(source: PreparedSource, at: int) -> bool:
    """Whether somebody else speaks at ``at``: by a label, or because a paragraph of its own begins there."""
    starts, layout = source.tokens.starts, source.layout
    if "\n\n" in source.gap(at) and layout.speaker_at(starts[at]) is layout.speaker_at(starts[at - 1]):
        return True
    return not layout.same_speaker(starts[at], starts[at - 1])


def _left_marks(source: PreparedSource, high: int, start: int) -> bool:
    """Whether the source's own quotation marks close between the two: the next sentence is the reporter's."""
    tokens = source.tokens
    return source.quoted_from(tokens.starts[high - 1]) != source.quoted_from(tokens.starts[start])


def disowning(keys: tuple[str, ...]) -> bool:
    """Whether a clause that points back disowns what it points to: "that is what the shop told us"."""
    return bool(keys) and bool(_called(keys) or _erred(keys))


def _alternative(keys: tuple[str, ...]) -> int:
    """ "Or so the label says.", "Or it would, had they …": what begins with "or" puts in doubt."""
    return len(keys) if keys[0] == "or" and len(keys) <= _REACH - 1 else 0


def _called(keys: tuple[str, ...]) -> int:
    """ "That is the legend.", "Those were the engineer's words."."""
    at = 1 if keys[0] in ("but", "and", "well", "at") else 0
    at += 1 if keys[at : at + 1] == ("least",) else 0
    if keys[at : at + 1] == () or keys[at] not in _POINTING:
        return 0
    if _OWN & set(keys):
        return len(keys) if keys[at + 1 : at + 2] == ("was",) and {"until", "before"} & set(keys) else 0
    near = tuple(key for key in keys[at + 1 :] if key not in _ASIDE)
    if keys[at] == "so" and _so_said(near, short=len(keys) <= _FEW + 2):
        return len(keys)
    official = next((i for i, key in enumerate(near[:6]) if key in ("is", "was")), 0)
    if official and "official" in near:
        near = near[official:]
    if not near or near[0] not in ("is", "was", "were", "are", "'s", "ran", "went", "runs", "goes", "at"):
        return 0
    charged = bool(_CHARGES & set(near)) and "the" in near
    fable = (charged or bool(lx.FABLES & set(near[1:6]) and "that" not in near[2:])) and not {
        "not",
        "no",
        "never",
    } & set(near)
    others = "words" in near and bool({"'s", "his", "her", "their", "the", "mine"} & set(near))
    past = (
        near[0] == "was" and near[1:2] and near[1] in ("before", "then", "until", "yesterday", "once", "last")
    )
    past = past or (near[0] == "was" and near[1:2] == ("the",) and bool(_FIRST_TOLD & set(near[2:4])))
    what = near[1] if len(near) > 1 else ""
    said = what in ("what", "how") and bool(lx.words("he she they you it") & set(near[2:4]))
    reported = said and bool(ops.HEARSAY_VERB & set(keys))
    reported = reported or (what == "what" and _somebody_said(near[2:]))
    held = what == "what" and near[2:3] in (("we",), ("i",)) and bool(_HELD & set(near[3:5]))
    told = held or (
        what == "what"
        and near[3:5]
        in (
            ("were", "told"),
            ("was", "told"),
            ("are", "told"),
            ("am", "told"),
        )
    )
    return len(keys) if fable or others or past or reported or told else 0


def _so_said(near: tuple[str, ...], *, short: bool) -> bool:
    """ "So we were told.", "So critics say.", "So said the colonel; I buried him in October."."""
    if near[1:2] == ("were",) and near[2:3] and near[2] in _TOLD:
        return True
    if not short and not ({"i", "my", "we"} & set(near) and near[:1] and near[0] in ops.HEARSAY_VERB):
        return False
    return bool(ops.HEARSAY_VERB & set(near[:4])) and (near[:1] != ("i",) or "told" in near)


def _no_more(kept: tuple[str, ...], keys: tuple[str, ...]) -> int:
    """ "They were, before the fire.", "At least, it could in 1931.", "No, do not."."""
    if keys[0] == "no" and "not" in keys[1:4]:
        return 0 if ops.NEGATION & set(kept) else len(keys)
    at = 2 if keys[:2] == ("at", "least") else 1 if keys[0] in ("well", "or", "but") else 0
    pronoun, verb, rest = keys[at : at + 1], keys[at + 1 : at + 2], keys[at + 2 : at + 3]
    if not pronoun or pronoun[0] not in lx.PRONOUNS or not rest or rest[0] not in _ONCE:
        return 0
    over = verb in (("was",), ("were",), ("did",), ("had",), ("could",), ("used",))
    return len(keys) if over and not _past_in(kept) else 0


def _past_in(keys: tuple[str, ...]) -> bool:
    return any(key in lx.PAST or key in lx.PAST_COPULAS or key.endswith("ed") for key in keys)


def _somebody_said(keys: tuple[str, ...]) -> bool:
    """ "the commissioner said on the day before": another, whom the speaker does not side with."""
    said = next((at for at, key in enumerate(keys[:_FEW]) if key in ops.HEARSAY_VERB), None)
    if not said or {"i", "we", "was", "were", "been"} & set(keys[:said]) or _SIDING & set(keys):
        return False
    return keys[0] in lx.DETERMINERS or keys[0] in ("they", "people", "everybody", "everyone")


def _erred(keys: tuple[str, ...]) -> int:
    """ "I was wrong.", "We were dreaming."."""
    at = 1 if keys[0] in ("but", "and", "well", "of") else 0
    if keys[at : at + 1] == () or keys[at] not in _PEOPLE or len(keys) > _FEW + at + 2:
        return 0
    rest = keys[at + 1 :]
    denied = {"not", "never"} & set(rest)
    if rest[:1] and rest[0] in _WERE and lx.ERRING & set(rest[1:4]) and not denied:
        return len(keys)
    lied = rest[:1] in (("lied",), ("erred",), ("misspoke",), ("jest",), ("joke",), ("kid",))
    return len(keys) if lied or rest[:2] == ("made", "that") or rest[:3] == ("made", "it", "up") else 0


def _unreal(keys: tuple[str, ...]) -> int:
    """ "Had I written that, …", "When pigs fly.", "Maybe.", "…, and it is false.": not so, or not yet."""
    if keys[0] in ("had", "were") and {"that", "it", "this"} & set(keys[1:6]) and "would" in keys:
        return len(keys)
    if keys[0] in ("when", "once", "unless", "until") and len(keys) <= 4:
        return len(keys)
    if (
        keys[:2] in (("you", "wish"), ("i", "wish"), ("dream", "on"), ("if", "only"), ("as", "if"))
        and len(keys) < 4
    ):
        return len(keys)
    if (
        keys[0] in ("this", "that", "the")
        and keys[2:3] in (("is",), ("was",))
        and ops.TAKEN_BACK & set(keys[3:5])
    ):
        return len(keys)
    if keys[0] in ("say", "tell") and keys[1:3] in (("that", "to"), ("it", "to"), ("this", "to")):
        return len(keys)
    verbless = not (lx.AUXILIARIES - {"'s"}) & set(keys[1:5])
    if keys[0] in ("the", "his", "her", "their") and "words" in keys[1:5] and verbless:
        return len(keys)
    if keys[0] in _PERHAPS and len(keys) <= 3:
        return len(keys)
    if keys[0] in ("just", "only") and keys[1:2] in (("not",), ("if",), ("when",)):
        return len(keys)
    for at in range(1, len(keys) - 2):
        taken = keys[at + 1] in ("is", "was", "'s") and bool(ops.TAKEN_BACK & set(keys[at + 2 : at + 4]))
        if keys[at] == "it" and keys[at - 1] in ("and", "but") and taken:
            return len(keys)
    return 0


_WITHDRAWN = tuple(
    tuple(phrase.split())
    for phrase in (
        "correct the record|take it back|take that back|take it all back|every word of it|"
        "every syllable of it|"
        "reject it|reject that|reject every|other way round|other way around|"
        "i withdraw|we withdraw|i retract|we retract|sent in error|i now know|we now know|turned out to be|"
        "turned out not|proved to be wrong|"
        "turned out that|was later found|since been withdrawn|since been retracted|has since been shown|"
        "i should never have said|i never meant|i did not mean|i have never been so wrong|"
        "by which i mean|make me say|made me say|"
        "you have to say that|one has to say that|"
        "scrap that|strike that|disregard that|it is not so|that is not so|"
        "pulling your leg|having you on|after we said that|after we broadcast that|after we printed that|"
        "after i said that|after i wrote that|like me to say|want me to say|wanted me to say|told me to say"
    ).split("|")
)
_FAR = 24


def _by_first() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in _WITHDRAWN:
        table.setdefault(phrase[0], []).append(phrase)
    return table


_WITHDRAWN_BY_WORD = _by_first()


def _same_turn(source: PreparedSource, start: int) -> int:
    """How far a retraction is looked for: into the second sentence behind, if the same person speaks."""
    end = source.sentence_end(start)
    goes_on = end < len(source.tokens) and not _other_turn(source, end)
    return start + _FAR if goes_on else min(end, start + _FAR)


def _behind(source: PreparedSource, start: int) -> tuple[str, ...]:
    return source.tokens.keys[start : _same_turn(source, start)]


def _retracted(keys: tuple[str, ...]) -> int:
    """ "I take every word of it back.", "It turned out to be the microwave.", "By which I mean …"."""
    for at, key in enumerate(keys):
        for phrase in _WITHDRAWN_BY_WORD.get(key, ()):
            if key == "turned" and at > _FEW + 2:
                continue
            if keys[at : at + len(phrase)] == phrase:
                return at + len(phrase)
    return 0


def _same_words(kept: tuple[str, ...], keys: tuple[str, ...]) -> int:
    """ "I would like to, and I can't." behind "I would like to thank …"; "It would be, were it his."."""
    again = kept[:2] == keys[:2] and bool(ops.NEGATION & set(keys)) and len(keys) <= _REACH - 4
    unmet = keys[:2] in (("it", "would"), ("they", "would")) and bool({"were", "had", "if"} & set(keys[2:7]))
    return len(keys) if again or unmet else 0


def _elsewhere(source: PreparedSource, low: int, start: int, keys: tuple[str, ...]) -> int:
    """ "In the south they have been planted." behind "In the north ⟦the hedges have gone⟧."."""
    begins = source.sentence_start(low)
    own = source.tokens.keys[begins : min(low, begins + 4)]
    if len(own) < 2 or own[0] not in lx.PREPOSITIONS or {"too", "also"} & set(keys) or keys[0] != own[0]:
        return 0
    if read_object(source, begins + 1, low).time and read_first(source, low, start).past:
        return 0  # "In 2019 ⟦he joined⟧. In 2021 he left."
    return len(keys) if keys[1:3] != own[1:3] else 0


def _disbelieved(keys: tuple[str, ...]) -> int:
    """ "Nobody believes it."."""
    nobody = keys[0] in ("nobody", "few", "hardly") or keys[:2] == ("no", "#1")
    doubted = {"believe", "believes", "believed", "buys", "thinks"} & set(keys[:4])
    return len(keys) if nobody and doubted and len(keys) <= _FEW else 0


def _brushed_off(keys: tuple[str, ...]) -> int:
    """ "Hardly.", "As if.", "In your dreams.", "Not any more.", "At least on paper."."""
    if keys[:2] in (("as", "if"), ("in", "theory"), ("on", "paper"), ("my", "foot")):
        return len(keys) if len(keys) <= _FEW + 2 else 0
    if keys[:3] in (("in", "your", "dreams"), ("in", "my", "dreams"), ("said", "nobody", "ever")):
        return len(keys)
    first = keys[0] in lx.words(
        "hardly scarcely barely supposedly allegedly theoretically sometimes nonsense wrong"
    )
    if first and len(keys) <= 3:
        return len(keys)
    short = (
        keys[0] in ("only", "just") and len(keys) <= 3 and lx.words("joking kidding teasing joke") & set(keys)
    )
    negated = keys[0] == "not" and keys[1:2] in _NOT_AT_ALL
    but = keys[0] == "but" and keys[1:2] in (("only",), ("not",), ("never",)) and len(keys) <= _REACH
    return len(keys) if short or negated or but else 0


_NOT_AT_ALL = tuple(
    (word,) for word in "anymore any yet now really quite always everywhere here exactly so".split()
)
