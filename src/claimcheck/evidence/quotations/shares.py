"""How many of the kept words' subject the source speaks of: "eleven of ninety", "hardly any of"."""

from __future__ import annotations

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations.kept import read_first
from claimcheck.evidence.quotations.source import PreparedSource

SHARES = lx.words("some few most many several certain half any nearly almost certain only no each more fewer")
_SOME = lx.words("some few most many several half any fewer part none handful majority minority")


def fraction(source: PreparedSource, start: int, low: int) -> bool:
    """ "eleven of ninety" ⟦patients⟧."""
    if low - start < 3:
        return False
    counted, of, whole = source.tokens.keys[low - 3 : low]
    return of == "of" and whole[0] in "#" and (counted[0] in "#" or counted in SHARES)


def some_of(source: PreparedSource, start: int, low: int, high: int) -> bool:
    """ "hardly any of" ⟦our patients complain⟧, "some" ⟦of the men ran⟧."""
    keys = source.tokens.keys
    of = low if keys[low] == "of" else low - 1
    shared = keys[of] == "of" and of > start and keys[of - 1] in _SOME
    alone = of - start <= 2 and high == source.sentence_end(low)  # so the verb must be among the kept words
    return shared and (alone or read_first(source, of + 1, high).sort != "none")
