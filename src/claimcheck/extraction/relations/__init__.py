"""Claims of one article that speak of one another, told from the text alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.extraction.relations.ages import find_ages
from claimcheck.extraction.relations.model import Relation, RelationKind
from claimcheck.extraction.relations.pairs import find_pairs
from claimcheck.extraction.relations.repeating import find_repetitions
from claimcheck.extraction.relations.restating import find_restated
from claimcheck.extraction.relations.studies import find_studies
from claimcheck.extraction.relations.terms import read_claims
from claimcheck.extraction.relations.timing import find_open_spans, find_stale_dates, find_views_of_nobody
from claimcheck.extraction.relations.wording import find_dropped_hedges, find_lost_marks, find_loud_headlines
from claimcheck.records.models import Claim

__all__ = ["Relation", "RelationKind", "find_relations"]

_FINDERS = (
    find_repetitions,
    find_pairs,
    find_ages,
    find_dropped_hedges,
    find_restated,
    find_lost_marks,
    find_studies,
    find_loud_headlines,
    find_stale_dates,
    find_open_spans,
    find_views_of_nobody,
)


def find_relations(claims: Sequence[Claim], document_text: str) -> list[Relation]:
    """What the claims of an article are to each other, in text order of the place that shows it.

    Each test would rather miss a case than raise a false alarm. Claims whose anchor does not fit
    ``document_text`` (an orphan, an edited article) are left out.
    """
    fitting = [
        claim for claim in claims if document_text[claim.anchor.start : claim.anchor.end] == claim.text
    ]
    article = read_claims(fitting, document_text)
    found = _once(relation for finder in _FINDERS for relation in finder(article))
    place = {claim.id: claim.anchor.start for claim in fitting} if found else {}
    return sorted(found, key=lambda relation: (place[relation.second], place[relation.first], relation.kind))


def _once(relations: Iterable[Relation]) -> list[Relation]:
    """The first relation of each kind between two claims."""
    found: dict[tuple[str, str, str], Relation] = {}
    for relation in relations:
        found.setdefault((relation.kind, relation.first, relation.second), relation)
    return list(found.values())
