"""Ellipses that join what did not belong together: the subject of one sentence, the predicate of the next."""

from __future__ import annotations

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut


def joined(source: PreparedSource, high: int, ceiling: int) -> Cut | None:
    """Whether tokens ``high`` to ``ceiling``, left out between two kept pieces, hold the end of a sentence,
    and the second piece begins within the next one: its own subject is gone."""
    if not high < ceiling < len(source.tokens) or source.begins_sentence(ceiling):
        return None
    if source.tokens.keys[ceiling] in lx.PREPOSITIONS:
        return None
    ends = source.sentence_end(high - 1)
    if ends > ceiling or ends == high:
        return None
    return Cut("limit", high, min(ceiling, high + 8))


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
