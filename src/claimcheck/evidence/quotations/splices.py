"""Ellipses that join what did not belong together: the subject of one sentence, the predicate of the next."""

from __future__ import annotations

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut

_OPENS = (lx.SUBORDINATORS | lx.COORDINATORS) - {"than"}
_ADVERBIAL = lx.words("never always not also still now soon only")
_SUBJECT = 7
"""Words a subject may have."""


def joined(source: PreparedSource, high: int, ceiling: int) -> Cut | None:
    """Whether tokens ``high`` to ``ceiling``, left out between two kept pieces, hold the end of a sentence,
    and the second piece begins within the next one: its own subject is gone."""
    if not high < ceiling < len(source.tokens) or source.begins_sentence(ceiling):
        return None
    if source.tokens.keys[ceiling] in lx.PREPOSITIONS:
        return None
    if _too_much(source.tokens.keys[high:ceiling]):
        return Cut("negation", high, min(ceiling, high + 8))
    ends = source.sentence_end(high - 1)
    if ends > ceiling or ends == high:
        return None
    return Cut("limit", high, min(ceiling, high + 8))


def _too_much(keys: tuple[str, ...]) -> bool:
    """ "was ⟦too drunk that night to have⟧ recognised his brother"."""
    bare = keys[:-1] if keys[-1] == "have" else keys
    return "too" in bare[:-1] and bare[-1] == "to"


def changed_subject(source: PreparedSource, low: int, high: int, ceiling: int) -> Cut | None:
    """ "The bishop ⟦slept while his secretary⟧ stole it": the verb behind the ellipsis is another's.

    Also a verb that hung on another one: "We will ⟦fight anybody who tries to⟧ close it".
    """
    keys = source.tokens.keys
    if not high < ceiling < len(keys) or ceiling > source.sentence_end(high - 1):
        return None
    if any(mark in source.gap(ceiling) for mark in ",–—(;") or keys[ceiling - 1] in lx.COORDINATORS:
        return None
    cut = Cut("limit", high, min(ceiling, high + 8))
    if keys[high - 1] in lx.AUXILIARIES and "," not in source.gap(high):
        return cut if keys[ceiling - 1] == "to" and keys[high] not in _ADVERBIAL else None
    return cut if _finite(keys[ceiling]) and _new_clause(source, low, high, ceiling) else None


def _finite(key: str) -> bool:
    return key in lx.AUXILIARIES or key in lx.PAST or (key.endswith("ed") and len(key) > 4)


def _new_clause(source: PreparedSource, low: int, high: int, ceiling: int) -> bool:
    """Whether the words left out hold a verb of the kept subject, and then another clause's subject."""
    keys = source.tokens.keys
    begins = next(
        (at for at in range(ceiling - 1, high, -1) if keys[at] in _OPENS or ";" in source.gap(at)), None
    )
    if begins is None or ceiling - begins > _SUBJECT:
        return False
    verb = ceiling - (keys[ceiling - 1] in lx.AUXILIARIES)
    if any(_finite(key) for key in keys[begins:verb]):
        return False
    if keys[begins] in ("who", "which"):
        return any(keys[at] == "it" and _finite(keys[at + 1]) for at in range(high, begins - 1))
    if keys[begins] == "that" and keys[begins - 1] not in lx.ASSERTING | lx.OPINIONS | lx.OBJECTS:
        return False
    own = verb - begins < 2 and keys[begins] != "that"
    first = high + (keys[high].endswith("ed"))  # "a crowd ⟦estimated at …⟧": no verb of its own
    return not own and any(_finite(key) for key in keys[first:begins])


def restricted(source: PreparedSource, low: int, high: int, ceiling: int) -> Cut | None:
    """ "boats ⟦licensed before 1999⟧ can go on fishing": what told which of a kind."""
    keys = source.tokens.keys
    if not high < ceiling < len(keys) or ceiling > source.sentence_end(high - 1):
        return None
    if (
        any(mark in source.gap(high) + source.gap(ceiling) for mark in ",–—(")
        or keys[ceiling] not in lx.AUXILIARIES
    ):
        return None
    first, piece = keys[low], keys[low:high]
    kind = first in lx.UNIVERSALS | {"no"} or (piece[-1].endswith("s") and not lx.DEFINITE & set(piece))
    bare = kind and not lx.AUXILIARIES & set(piece) and not any(key in lx.PAST for key in piece)
    return Cut("limit", high, min(ceiling, high + 6)) if bare and len(piece) <= 5 else None
