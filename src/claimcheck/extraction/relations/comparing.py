"""Two claims compared clause by clause: the first of what may be wrong between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from claimcheck.extraction.relations.changes import find_figure_changes
from claimcheck.extraction.relations.dating import differ, find_date_changes, once_only
from claimcheck.extraction.relations.denials import find_denials, find_hedges
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.nominals import find_named_changes
from claimcheck.extraction.relations.occasions import find_occasion_changes
from claimcheck.extraction.relations.opposites import may_deny, meanings
from claimcheck.extraction.relations.parties import Cast
from claimcheck.extraction.relations.terms import Reading


def compare(cast: Cast, one: Reading, two: Reading) -> Iterator[Relation]:
    """What two claims have against one another, at most one finding.

    Taking a sentence apart is dear: what needs no words but dates and figures is asked first.
    """
    years = _other_years(one, two)
    dated = not (years and _series(one, two)) and _dates_differ(cast, one, two)
    counted = not years and _figures_differ(cast, one, two)
    found = chain(
        find_date_changes(cast, one, two) if dated else (),
        find_figure_changes(cast, one, two) if counted else (),
        find_named_changes(cast, one, two) if counted else (),
        find_occasion_changes(cast, one, two) if one.occasion and two.occasion else (),
        find_denials(cast, one, two) if not years and may_deny(one, two) else (),
        find_hedges(cast, one, two) if not years and one.unsure else (),
    )
    return islice(found, 1)


def _dates_differ(cast: Cast, one: Reading, two: Reading) -> bool:
    """Whether any two dates of two claims are of different times."""
    if not (one.holds("date") and two.holds("date")):
        return False
    ours, theirs = cast.pages[one.index].dates, cast.pages[two.index].dates
    return any(differ(a, b) for a in ours for b in theirs)


def _other_years(one: Reading, two: Reading) -> bool:
    """Whether two claims give years, and nothing but years, that all differ: so may all that they tell."""
    return bool(one.years and two.years) and one.years.isdisjoint(two.years)


def _series(one: Reading, two: Reading) -> bool:
    """Whether two claims of other years also have other figures, and tell of nothing that comes but once:
    "approved $4 million in 2019", "approved $5 million in 2020"."""
    ours, theirs = one.written("figure"), two.written("figure")
    if not (ours and theirs) or not ours.isdisjoint(theirs):
        return False
    once = meanings(once_only() & (one.stems | two.stems))
    return once.isdisjoint(meanings(one.stems) & meanings(two.stems))


def _figures_differ(cast: Cast, one: Reading, two: Reading) -> bool:
    """Whether any two figures of two claims are of one kind and not of one value."""
    if not (one.holds("figure") and two.holds("figure")):
        return False
    ours, theirs = cast.pages[one.index].figures, cast.pages[two.index].figures
    return any(
        a.dimension == b.dimension and (a.low, a.high, a.unit) != (b.low, b.high, b.unit)
        for a in ours
        for b in theirs
    )
