"""Two claims compared clause by clause: the first of what may be wrong between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from claimcheck.extraction.relations.changes import find_figure_changes
from claimcheck.extraction.relations.dating import find_date_changes
from claimcheck.extraction.relations.denials import find_denials, find_hedges
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.nominals import find_named_changes
from claimcheck.extraction.relations.opposites import may_deny
from claimcheck.extraction.relations.parties import Cast
from claimcheck.extraction.relations.terms import Reading


def compare(cast: Cast, one: Reading, two: Reading) -> Iterator[Relation]:
    """What two claims have against one another, at most one finding."""
    found = chain(
        find_date_changes(cast, one, two) if one.holds("date") and two.holds("date") else (),
        *(
            (find_figure_changes(cast, one, two), find_named_changes(cast, one, two))
            if one.holds("figure") and two.holds("figure")
            else ()
        ),
        find_denials(cast, one, two) if may_deny(one, two) else (),
        find_hedges(cast, one, two) if one.unsure else (),
    )
    return islice(found, 1)
