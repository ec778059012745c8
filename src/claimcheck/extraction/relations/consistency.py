"""Claims that repeat or exclude each other: the same sentence twice, a figure that changes, a negation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claimcheck.extraction.naming import normalise_text
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.terms import Article, Reading, quote
from claimcheck.extraction.words import opposed, tokens

if TYPE_CHECKING:
    from claimcheck.extraction.figures import Figure

_NEAR = 7
"""Content words around a figure that say what it is a figure of."""


def find_repetitions(article: Article) -> Iterator[Relation]:
    """Sentences that stand in the article twice, word for word."""
    seen: dict[str, Reading] = {}
    for reading in article.readings:
        key = normalise_text(reading.claim.text)
        first = seen.setdefault(key, reading)
        if first is not reading and len(reading.tokens) >= 3:
            whole = (0, len(reading.claim.text))
            yield Relation(
                "",
                "repeated",
                first.claim.id,
                reading.claim.id,
                (0, len(first.claim.text)),
                whole,
                f"This sentence stands in the article twice: {quote(reading, whole)}",
            )


def _around(reading: Reading, figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
    """Stems near a figure, and the names among them."""
    near = sorted(
        (token for token in reading.tokens if token.end <= figure.start or token.start >= figure.end),
        key=lambda token: min(abs(token.start - figure.end), abs(figure.start - token.end)),
    )[:_NEAR]
    return frozenset(token.stem for token in near), frozenset(token.stem for token in near if token.name)


def _times(reading: Reading) -> frozenset[str]:
    from claimcheck.extraction.dates import find_dates  # seldom come to, and dear to import

    return frozenset(
        reading.claim.text[date.start : date.end].lower() for date in find_dates(reading.claim.text)
    )


def _voice(reading: Reading) -> str:
    """Who says it: two speakers may give two figures without the article contradicting itself."""
    return "|".join(sorted({found.speaker or "?" for found in reading.claim.attributions}))


def _comparable(figure: Figure) -> bool:
    return (
        figure.precision == "exact"
        and figure.low == figure.high
        and not figure.change
        and bool(figure.noun or figure.dimension in ("money", "percent", "age"))
    )


def find_changing_figures(article: Article) -> Iterator[Relation]:
    """A quantity of the same thing, in the same voice and time, with another value at another place."""
    figures: dict[str, list[Figure]] = {}
    for one in article.readings:
        for two in article.later(one, 3):
            # Figures are read only where the two sentences may be of one thing: reading them is dear.
            if _may_hold(one) and _may_hold(two) and _alike(one, two):
                for reading in (one, two):
                    if reading.claim.id not in figures:
                        figures[reading.claim.id] = _figures(reading)
                yield from _changing(article, one, figures[one.claim.id], two, figures[two.claim.id])


def _may_hold(reading: Reading) -> bool:
    return any(part.kind in ("figure", "quotation") for part in reading.claim.parts)


def _figures(reading: Reading) -> list[Figure]:
    from claimcheck.extraction.figures import find_figures

    return [figure for figure in find_figures(reading.claim.text) if _comparable(figure)]


def _alike(one: Reading, two: Reading) -> bool:
    return len(one.stems & two.stems) >= 4 and _voice(one) == _voice(two) and _times(one) == _times(two)


def _changing(
    article: Article, one: Reading, ours: list[Figure], two: Reading, theirs: list[Figure]
) -> Iterator[Relation]:
    from claimcheck.extraction.figures import compare_figures

    for a in ours:
        rivals = [b for b in theirs if (b.noun, b.unit, b.dimension) == (a.noun, a.unit, a.dimension)]
        if len(rivals) != 1 or sum((b.noun, b.unit) == (a.noun, a.unit) for b in ours) != 1:
            continue
        b = rivals[0]
        if compare_figures(a, b) == "different" and _same_thing(article, one, a, two, b):
            first, second = quote(one, (a.start, a.end)), quote(two, (b.start, b.end))
            yield Relation(
                "CC303",
                "disagreement",
                one.claim.id,
                two.claim.id,
                (a.start, a.end),
                (b.start, b.end),
                f"The figure changes between mentions: {first} there, {second} here.",
            )


def _same_thing(article: Article, one: Reading, a: Figure, two: Reading, b: Figure) -> bool:
    near_a, names_a = _around(one, a)
    near_b, names_b = _around(two, b)
    shared = near_a & near_b
    rare = [word for word in shared if article.rare(word)]
    return len(shared) >= 4 and len(rare) >= 3 and bool(shared & (names_a | names_b) or len(rare) >= 4)


def find_contradictions(article: Article) -> Iterator[Relation]:
    """Two assertions of nearly the same words of which one is negated, or turns on an opposite word."""
    index: dict[str, list[Reading]] = {}
    telling = article.shared(4)
    for reading in article.readings:
        words = reading.stems & telling
        if not words or not reading.claim.asserted or len(reading.stems) < 4:
            continue
        rivals = {other.index: other for word in words for other in index.get(word, ())}
        for other in rivals.values():
            if _contradict(other, reading):
                whole = (0, len(reading.claim.text))
                other_whole = (0, len(other.claim.text))
                yield Relation(
                    "CC303",
                    "disagreement",
                    other.claim.id,
                    reading.claim.id,
                    other_whole,
                    whole,
                    f"{quote(other, other_whole)} and {quote(reading, whole)} cannot both be right.",
                )
        for word in words:
            index.setdefault(word, []).append(reading)


def _contradict(one: Reading, two: Reading) -> bool:
    shared = len(one.stems & two.stems)
    larger = max(len(one.stems), len(two.stems))
    # What is cheap to tell comes first: of two sentences on one subject hardly any pair gets to the words.
    if shared < 4 or shared * 4 < larger * 3 or len(one.stems) + len(two.stems) - 2 * shared > 4:
        return False
    ours, theirs = set(tokens(one.claim.text)), set(tokens(two.claim.text))
    turned = any(opposed(a, b) for a in ours - theirs for b in theirs - ours)
    return turned != (one.negations % 2 != two.negations % 2) and _times(one) == _times(two)
