"""What lies beside the article: dropped passages, orphans, queries that are out, and who did what. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from claimcheck.records.models import Claim, Query, SignOff
from claimcheck.review.views import ArticleState
from claimcheck.review.web.pages.marks import Mark, marks_of, short_id


@dataclass(frozen=True, slots=True)
class Orphan:
    """A claim whose sentence is gone: what it was, and how many decisions wait with it."""

    mark: Mark
    text: str
    evidence: int
    signed: int


def orphans_of(state: ArticleState) -> tuple[Orphan, ...]:
    """Claims whose sentence is gone from the article."""
    marks = {mark.short: mark for mark in marks_of(state)}
    return tuple(
        Orphan(
            marks[short_id(claim)],
            claim.text,
            sum(item.status == "accepted" for item in claim.evidence),
            len(claim.signoffs),
        )
        for claim in state.record.claims
        if claim.orphan
    )


@dataclass(frozen=True, slots=True)
class OpenQuery:
    """A query that is out, and the claim it is about."""

    query: Query
    short: str
    number: int
    text: str
    late: bool


@dataclass(frozen=True, slots=True)
class Reviewer:
    """One person's share of the article.

    Attributes:
        holding: sign-offs on claims that have not changed since.
        given: claims assigned to the person.
        open: of these, how many the person has not signed as they stand.
    """

    name: str
    holding: int
    stale: int
    evidence: int
    given: int
    open: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two people who signed the same claims as they stand: on how many they decided alike.

    Attributes:
        kappa: Cohen's kappa over the decisions, or None where chance alone would give full agreement.
        apart: (short, number, text, what each decided) of the claims they decided differently.
    """

    first: str
    second: str
    both: int
    alike: int
    kappa: float | None
    apart: tuple[tuple[str, int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Out:
    """What is still out, and who reviewed what."""

    queries: tuple[OpenQuery, ...]
    answered: int
    reviewers: tuple[Reviewer, ...]
    agreements: tuple[Agreement, ...]


def out_of(state: ArticleState, today: str) -> Out:
    """What is out on an article.

    Args:
        today: ISO date, for queries that are overdue.
    """
    numbers = {claim.id: (number, claim) for number, claim in enumerate(state.ordered(), 1)}
    out = tuple(
        OpenQuery(query, short_id(claim), number, claim.text, bool(query.due and query.due[:10] < today))
        for query in state.desk.queries
        if query.answer is None and query.claim in numbers
        for number, claim in [numbers[query.claim]]
    )
    answered = sum(query.answer is not None for query in state.desk.queries)
    return Out(out, answered, tuple(_reviewers(state)), tuple(_agreements(state)))


def _reviewers(state: ArticleState) -> Iterator[Reviewer]:
    holding, stale, evidence, given, left = (Counter[str]() for _ in range(5))
    for claim in state.record.claims:
        held = _held(state, claim)
        for item in {item.by: item for item in claim.signoffs}.values():
            (holding if item.by in held else stale)[item.by] += 1
        evidence.update(item.by for item in claim.evidence if item.by and item.status != "proposed")
        to = state.assigned(claim.id)
        given[to] += bool(to)
        left[to] += bool(to) and to not in held
    names = sorted({*holding, *stale, *evidence, *given} - {""})
    return (
        Reviewer(name, holding[name], stale[name], evidence[name], given[name], left[name]) for name in names
    )


def _held(state: ArticleState, claim: Claim) -> Mapping[str, SignOff]:
    """The last sign-off of each person, where the claim has not changed since."""
    if not claim.signoffs:
        return {}
    now = state.fingerprint(claim)
    last = {item.by: item for item in claim.signoffs}
    return {by: item for by, item in last.items() if item.fingerprint == now}


def _agreements(state: ArticleState) -> Iterator[Agreement]:
    pairs: dict[tuple[str, str], list[tuple[Claim, str, str]]] = {}
    for claim in state.record.claims:
        held = _held(state, claim)
        for first, second in combinations(sorted(held), 2):
            rows = pairs.setdefault((first, second), [])
            rows.append((claim, held[first].decision, held[second].decision))
    numbers = {claim.id: number for number, claim in enumerate(state.ordered(), 1)}
    for (first, second), rows in sorted(pairs.items()):
        apart = tuple(
            (short_id(claim), numbers[claim.id], claim.text, f"{first}: {one}; {second}: {two}")
            for claim, one, two in rows
            if one != two
        )
        decided = [(one, two) for _, one, two in rows]
        yield Agreement(first, second, len(rows), len(rows) - len(apart), kappa(decided), apart)


def kappa(pairs: list[tuple[str, str]]) -> float | None:
    """Cohen's kappa of two people's decisions on the same claims (Cohen 1960): agreement beyond chance."""
    total = len(pairs)
    if not total:
        return None
    first, second = Counter(one for one, _ in pairs), Counter(two for _, two in pairs)
    chance = sum(first[name] * second[name] for name in first) / total**2
    if chance == 1:
        return None
    return (sum(one == two for one, two in pairs) / total - chance) / (1 - chance)
