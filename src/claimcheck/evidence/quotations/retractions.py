"""Sentences behind the kept ones by which somebody corrects himself, or tells that it did not hold.

Three shapes, whatever the subject: a slip put right ("Sorry, I have misread that. It was nineteen."), a
report pointed at and doubted ("That sighting was mistaken.", "The finding has not been repeated."), and a
decision undone ("The ban was lifted in May.").
"""

from __future__ import annotations

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations import operators as ops

_FILLERS = lx.words("no well oh ah er actually and but wait hang hold on i am we are so very my our a an")
_APOLOGIES = lx.words("sorry pardon forgive excuse apologies beg correction erratum corrigendum")
_CORRECTING = lx.words("correction erratum corrigendum edit")
_SORRY_FOR = lx.words("for about if that to i we but not no to say because everybody all folks")
_AUXILIARY = lx.AUXILIARIES - {"'s"}
_SLIPS = lx.words(
    "misread misspoke misspeak misspoken misstated miscounted misremembered misheard misjudged mistyped "
    "mixed muddled confused transposed misreading muddling confusing mixing misremembering forgetting"
)
_READ = lx.words(
    "line page column figure figures number row year name date way sheet note table one order word"
)
_MEANT = lx.words("mean meant")
_REPORTS = lx.words(
    "claim claims statement statements figure figures number numbers finding findings result results "
    "sighting sightings story account accounts estimate estimates rumor rumors sentence version "
    "theory allegation allegations calculation entry information report reports accusation assertion "
    "confession identification "
    "diagnosis conclusion quotation testimony line passage paragraph wording"
)
_DOUBTED = lx.words(
    "false wrong mistaken untrue incorrect inaccurate withdrawn retracted disputed unconfirmed fabricated "
    "forged hoax misleading discredited disproved disproven refuted unreliable invented recanted "
    "struck deleted removed crossed "
    "contradicted baseless unfounded inflated exaggerated debunked fictitious nonsense fiction lie error"
)
_HELD_UP = lx.words(
    "true correct accurate repeated replicated confirmed verified borne reproduced supported substantiated"
)
_UNDONE = lx.words(
    "overturned quashed rescinded revoked annulled repealed scrapped withdrawn retracted canceled lifted "
    "reversed voided dismissed"
)
_DECISIONS = lx.words(
    "decision ruling order ban verdict conviction charge charges policy judgment closure permission permit "
    "license approval award appointment injunction dismissal"
)
_POINTERS = lx.words("the that this those these such its")
_BE = lx.words("is was were are been be being")
_OPENING = 8
_NEAR = 5
_SHORT_FIGURE = 5


def retracts(kept: tuple[str, ...], keys: tuple[str, ...], following: tuple[str, ...]) -> bool:
    """Whether the sentence behind the kept words takes them back.

    Args:
        kept: the keys of the kept words.
        keys: those of the sentence behind.
        following: those of that sentence and of the next one by the same speaker.
    """
    return bool(keys) and (
        _slip(kept, keys, following)
        or _fell_short(kept, keys)
        or _told_and_denied(keys)
        or pointed_and_doubted(keys)
        or _undone(keys)
    )


def _slip(kept: tuple[str, ...], keys: tuple[str, ...], following: tuple[str, ...]) -> bool:
    """ "Forgive me, I am reading the wrong line; it is fourteen.", "No, make that nine."."""
    first = next((at for at, key in enumerate(keys) if key not in _FILLERS), len(keys))
    opening = set(keys[: first + 1])
    if opening & _CORRECTING and first <= 1:
        return True
    sorry = bool(opening & _APOLOGIES) and first <= _NEAR
    mine = bool({"i", "we"} & set(keys[:_OPENING]))
    near = keys[first - (first > 0) : first + 2 * _OPENING]
    if mine and not ops.NEGATION & set(near) and (_SLIPS & set(near) or _wrong_place(near)):
        return sorry or bool(_SLIPS & set(near)) or _figured(kept)
    if sorry and (_MEANT & set(near) or _put_right(keys)):
        return True
    if mine and any(near[at : at + 3] == ("got", "that", "wrong") for at in range(len(near))):
        return True
    return _figured(kept) and (sorry or keys[0] == "no") and _other_figure(following)


def _put_right(keys: tuple[str, ...]) -> bool:
    """ "Sorry, of the ewes.": hardly a word besides what should have been said."""
    bare = keys[0] == "sorry" and 1 < len(keys) <= _OPENING - 2
    return bare and keys[1] not in _SORRY_FOR and not _AUXILIARY & set(keys)


def _fell_short(kept: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    """ "It stood for six." behind "⟦The tower will stand for a thousand years⟧"."""
    promised = {"will", "shall"} & set(kept) and _figured(kept)
    told = len(keys) <= _NEAR and keys[0] in lx.PRONOUNS and (keys[1:2] and _past(keys[1]))
    return bool(promised and told) and keys[-1][0] in "#/"


def _past(key: str) -> bool:
    return key in lx.PAST or (key.endswith("ed") and len(key) > _NEAR - 1)


def _wrong_place(keys: tuple[str, ...]) -> bool:
    return any(
        key == "wrong" and keys[at + 1 : at + 2] and keys[at + 1] in _READ for at, key in enumerate(keys)
    )


def _figured(keys: tuple[str, ...]) -> bool:
    return any(key[0] in "#/~@" for key in keys)


def _other_figure(keys: tuple[str, ...]) -> bool:
    """ "it is fourteen", "make that nine", "that is last year's": what the figure should have been."""
    for at in range(len(keys) - 2):
        pointing = keys[at] in ("it", "that", "make") and keys[at + 1] in (*_BE, "'s", "that", "it")
        if pointing and (keys[at + 2][0] in "#/" or keys[at + 2] in ("last", "not")):
            return True
    return bool(keys) and len(keys) <= _SHORT_FIGURE and _figured(keys)


def _told_and_denied(keys: tuple[str, ...]) -> bool:
    """ "I told the police that, and it was not true."."""
    for at in range(len(keys) - 3):
        denied = (keys[at + 2] == "not" and keys[at + 3] in ("true", "so")) or keys[at + 2] in ops.TAKEN_BACK
        if keys[at] in ("it", "that", "this", "none") and keys[at + 1] in ("is", "was") and denied:
            return at > 0 and keys[at - 1] in ("and", "but", "although", "though", "which")
    return False


def pointed_and_doubted(keys: tuple[str, ...]) -> bool:
    """ "We now believe that sighting was mistaken.", "The finding has not been repeated."."""
    for at, key in enumerate(keys[1:_OPENING], 1):
        if key not in _REPORTS or keys[at - 1] not in _POINTERS:
            continue
        rest = keys[at + 1 : at + 1 + 2 * _OPENING]
        denied = next((i for i, word in enumerate(rest) if word in ("not", "never")), None)
        if denied is not None:
            return bool(_HELD_UP & set(rest[denied + 1 : denied + 4]))
        return bool(_DOUBTED & set(rest)) and bool(
            (_BE | {"has", "have", "turned", "proved"}) & set(rest[:4])
        )
    return False


def _undone(keys: tuple[str, ...]) -> bool:
    """ "The ban was lifted in May.", "The court of appeal has since overturned it."."""
    at = next((i for i, key in enumerate(keys[: 2 * _OPENING]) if key in _UNDONE), None)
    if at is None or ops.NEGATION & set(keys[:at]):
        return False
    passive = bool(_BE & set(keys[max(0, at - 3) : at]))
    pointed = keys[at + 1 : at + 2] in (("it",), ("that",), ("them",), ("this",))
    named = any(
        keys[i] in _DECISIONS and keys[i - 1] in _POINTERS for i in range(1, min(len(keys), at + _NEAR))
    )
    return pointed or (named and (passive or any(k in _DECISIONS for k in keys[at + 1 : at + _NEAR])))
