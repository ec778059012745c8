"""Two claims compared clause by clause: the first of what may be wrong between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from claimcheck.extraction.relations.changes import find_figure_changes
from claimcheck.extraction.relations.dating import differ, find_date_changes
from claimcheck.extraction.relations.denials import find_denials, find_hedges
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.nominals import find_named_changes
from claimcheck.extraction.relations.opposites import may_deny
from claimcheck.extraction.relations.parties import Cast
from claimcheck.extraction.relations.terms import Reading


def compare(cast: Cast, one: Reading, two: Reading) -> Iterator[Relation]:
    """What two claims have against one another, at most one finding.

    Taking a sentence apart is dear: what needs no words but dates and figures is asked first.
    """
    dated = one.holds("date") and two.holds("date") and _dates_differ(cast, one, two)
    counted = one.holds("figure") and two.holds("figure") and _figures_differ(cast, one, two)
    found = chain(
        find_date_changes(cast, one, two) if dated else (),
        find_figure_changes(cast, one, two) if counted else (),
        find_named_changes(cast, one, two) if counted else (),
        find_denials(cast, one, two) if may_deny(one, two) else (),
        find_hedges(cast, one, two) if one.unsure else (),
    )
    return islice(found, 1)


def _dates_differ(cast: Cast, one: Reading, two: Reading) -> bool:
    """Whether any two dates of two claims are of different times."""
    ours, theirs = cast.pages[one.index].dates, cast.pages[two.index].dates
    return any(differ(a, b) for a in ours for b in theirs)


def _figures_differ(cast: Cast, one: Reading, two: Reading) -> bool:
    """Whether any two figures of two claims are of one kind and not of one value."""
    ours, theirs = cast.pages[one.index].figures, cast.pages[two.index].figures
    return any(
        a.dimension == b.dimension and (a.low, a.high, a.unit) != (b.low, b.high, b.unit)
        for a in ours
        for b in theirs
    )
