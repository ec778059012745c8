"""What was first said with a hedge and is later taken for known: "which is short of engines".

Word by word, for the grammar does not take such clauses apart well enough: all that the hedged clause says
must be said again close together, in the article's own voice, behind a word that opens a clause of what is
known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.terms import (
    LONGEST,
    Article,
    Reading,
    Token,
    clause_around,
    densest,
    quote,
)

_FEWEST = 3
"""Content words of a hedged clause, at least."""
_MANY = 5
"""From so many on, one may be missing: it may stand there as a pronoun."""
_RELATIVE = re.compile(r"\b(?:which|who|that|whom)\b")
_DEFINITE = re.compile(
    r"(?:,|\b(?i:the|this|that|these|those|its|his|her|their|our|my|your) (?:[\w’'-]+ ){0,5}[\w’'-]+"
    r"|(?<=[a-z,] )[A-Z][\w’'-]*)\s+\Z"
)
"""Before a relative clause, what makes it tell of one thing and not of all of a kind ("visitors who …")."""
_REASON = re.compile(r"\b(?:because|since|as)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:if|unless|whether|would|could|may|might|will|should|can|shall|not?|never|nor|without|cannot|likely|"
    r"probably|perhaps|possibly|plan(?:s|ned)?|propos\w+|expected|due|set|(?:\w{3,}ed|built|made|meant) to)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_ANY = re.compile(r"\b(?:an?|no|any|every|each|some)\s+(?:[\w’'-]+\s+){0,2}\Z", re.IGNORECASE)
"""Before what is not the thing spoken of: "a drug that slows …" need not exist."""
_AGO = re.compile(r"\b(?:last|ago|earlier|previous|(?:19|20)\d\d)\b")
_BEHIND = 20
"""Code points behind a stretch in which it may be dated."""
_FEARED = re.compile(
    r"\bit is (?:feared|hoped|said|thought|believed|claimed|understood|reported)\b", re.IGNORECASE
)

Span = tuple[int, int]


def find_restated(article: Article) -> Iterator[Relation]:
    """Things said with a hedge that a later claim takes for known."""
    for hedged in article.hedged:
        if hedged.claim.block in ("headline", "subhead") or len(hedged.claim.text) > LONGEST:
            continue
        for hedge in hedged.hedges:
            clause = clause_around(hedged.claim.text, hedge)
            told = [token for token in hedged.tokens if _within(token, clause) and not _within(token, hedge)]
            if len({token.stem for token in told}) < _FEWEST or _denied(hedged, clause, hedge):
                continue
            again = next(_again(article, hedged, told), None)
            if again is not None:
                later, span = again
                words = f"{quote(hedged, hedge)} ({quote(hedged, (told[0].start, told[-1].end))})"
                message = f"First said with {words}, here as plain fact: {quote(later, span)}."
                yield Relation("CC305", "hedge", hedged.claim.id, later.claim.id, hedge, span, message)
                break


def _within(token: Token, span: Span) -> bool:
    return span[0] <= token.start < span[1]


def _denied(hedged: Reading, clause: Span, hedge: Span) -> bool:
    text = hedged.claim.text
    return _OPEN.search(text[clause[0] : hedge[0]] + " " + text[hedge[1] : clause[1]]) is not None


def _again(article: Article, hedged: Reading, told: list[Token]) -> Iterator[tuple[Reading, Span]]:
    """Later claims that say it all again, and where."""
    stems = frozenset(token.stem for token in told)
    least = len(stems) - (len(stems) >= _MANY)
    for later in article.later(hedged, 2):
        if len(stems & later.stems) < least or not later.claim.asserted or len(later.claim.text) > LONGEST:
            continue
        found = densest(later, stems, len(stems))
        if found is None or len(found[2]) < least:
            continue
        span = found[0], found[1]
        own = not (later.in_quotation(span[0]) or later.attributed(*span) or later.hedge_of(span))
        dated = _AGO.search(later.claim.text[span[0] : span[1] + _BEHIND])
        if own and _known(later, span, stems) and (dated is None or dated[0] in hedged.claim.text):
            yield later, span


def _known(later: Reading, span: Span, stems: frozenset[str]) -> bool:
    """Whether a stretch holds, or stands behind, what opens a clause of something known."""
    text = later.claim.text
    if _OPEN.search(text[slice(*span)]) or _ANY.search(text[: span[0]]) or _FEARED.search(text):
        return False
    if _REASON.search(text[: span[0]]):
        return True
    relative = _RELATIVE.search(text, *span)
    if relative is None or not _DEFINITE.search(text[: relative.start()]):
        return False
    before = [token for token in later.tokens if token.end <= relative.start()]
    return bool(before) and before[-1].stem in stems
