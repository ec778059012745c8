"""Which two claims are worth comparing clause by clause, and what the comparison finds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.opposites import may_deny
from claimcheck.extraction.relations.terms import LONGEST, Article, Reading

_TELLING = 8
"""A word in more claims than this (more in a long article) does not bring two claims together by itself."""

_PARTNERS = 3
"""Earlier claims that a claim is compared with: those that share most of its words."""
_PART = 3
_VALUES = (("figure", 5), ("date", 7))
"""Of so many words of the shorter claim one at least is in the other, where the two are compared."""


def find_pairs(article: Article) -> Iterator[Relation]:
    """Claims that disagree in a figure, a date or an outcome, and hedges that are dropped, clause by clause.

    One finding for a pair of claims. Claims are taken apart only where they share words, for that is dear.
    """
    pairs = list(_candidates(article))
    if not pairs:
        return
    from claimcheck.extraction.relations.comparing import compare
    from claimcheck.extraction.relations.parties import Cast

    cast = Cast(article)
    for one, two in pairs:
        yield from compare(cast, one, two)


def _candidates(article: Article) -> Iterator[tuple[Reading, Reading]]:
    telling = article.shared(_TELLING)
    index: dict[str, list[int]] = {}
    for reading in article.readings:
        if reading.mostly_quoted or len(reading.claim.text) > LONGEST:
            continue
        words = reading.stems & telling
        near = {at for word in words for at in index.get(word, ())}
        ranked = sorted((-len(article.readings[at].stems & reading.stems), at) for at in near)
        fitting = (
            article.readings[at]
            for common, at in ranked
            if _worthwhile(article.readings[at], reading, -common)
        )
        for one in islice(fitting, _PARTNERS):
            yield one, reading
        for word in words:
            index.setdefault(word, []).append(reading.index)


def _worthwhile(one: Reading, two: Reading, common: int) -> bool:
    """Whether two claims may disagree at all: a good part of the words of one is in the other.

    Args:
        common: how many stems they share.
    """
    fewer = min(len(one.stems), len(two.stems))
    valued = any(common * part >= fewer and one.holds(kind) and two.holds(kind) for kind, part in _VALUES)
    valued = valued or (common * _PART >= fewer and one.occasion and two.occasion)
    if not valued:
        if common < 2 or common * _PART < fewer:
            return False
        if not (one.unsure or may_deny(one, two)):
            return False
    return not (one.names and two.names and one.names.isdisjoint(two.names))
