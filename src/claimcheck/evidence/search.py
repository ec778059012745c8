"""Search over passages: BM25 by tantivy, with a query made from a claim."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.evidence.passages import Passage
from claimcheck.evidence.terms import STOP_WORDS, expansions, stem, stems, words

if TYPE_CHECKING:
    import tantivy

NAME_BOOST = 1.6
FIGURE_BOOST = 1.8
EXPANSION_BOOST = 0.5
CONTEXT_WEIGHT = 0.25
MOST_TERMS = 48
"""A claim is a sentence; what is longer is cut so that a hostile text cannot make search slow."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, by its number in the index, and its BM25 score (comparable within one query only)."""

    number: int
    score: float


def query_terms(claim: str, *, context: str = "") -> dict[str, float]:
    """The stems to look for, each with its weight: names and figures count more, expansions less.

    Args:
        claim: the claim's text with context-dependent words spelled out.
        context: text before it; its names complete a claim that leans on them ("this study", "it").
    """
    weights: dict[str, float] = {}
    for written, plain in words(claim):
        if plain in STOP_WORDS and not (written.isupper() and len(plain) > 1):
            continue
        boost = FIGURE_BOOST if plain[0].isdigit() else NAME_BOOST if written[0].isupper() else 1.0
        _raise(weights, stem(plain), boost)
        for other in expansions(written, plain):
            _raise(weights, stem(other), EXPANSION_BOOST * boost)
    for written, plain in words(context):
        if written[0].isupper() and plain not in STOP_WORDS:
            _raise(weights, stem(plain), CONTEXT_WEIGHT)
    heaviest = sorted(weights.items(), key=lambda item: -item[1])[:MOST_TERMS]
    return dict(heaviest)


def _raise(weights: dict[str, float], term: str, weight: float) -> None:
    weights[term] = max(weights.get(term, 0.0), weight)


class PassageIndex:
    """An index over a fixed list of passages, held in memory.

    A sentence is found by its own words and, at a fraction of the weight, by those of its neighbours and
    its heading.
    """

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self._schema, self._index = _build(passages)
        self._searcher = self._index.searcher()

    def search(self, terms: Mapping[str, float], *, limit: int = 50) -> list[Hit]:
        """The passages that share terms with the query, best first, ties in text order."""
        if not terms or not self.passages:
            return []
        found = self._searcher.search(self._query(terms), limit)
        hits = [Hit(self._number(address), float(score)) for score, address in found.hits]
        return sorted(hits, key=lambda hit: (-hit.score, hit.number))

    def _number(self, address: tantivy.DocAddress) -> int:
        return int(self._searcher.doc(address)["number"][0])

    def _query(self, terms: Mapping[str, float]) -> tantivy.Query:
        import tantivy

        should = tantivy.Occur.Should
        clauses = []
        for term, weight in sorted(terms.items()):
            for name, share in (("body", 1.0), ("around", CONTEXT_WEIGHT)):
                query = tantivy.Query.term_query(self._schema, name, term, "freq")
                clauses.append((should, tantivy.Query.boost_query(query, weight * share)))
        return tantivy.Query.boolean_query(clauses)


def _build(passages: Sequence[Passage]) -> tuple[tantivy.Schema, tantivy.Index]:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True)
    for name in ("body", "around"):
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace", index_option="freq")
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(heap_size=50_000_000, num_threads=1)
    bodies = [" ".join(stems(passage.text)) for passage in passages]
    for number, body in enumerate(bodies):
        around = _around(passages, bodies, number)
        writer.add_document(tantivy.Document(number=number, body=body, around=around))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return schema, index


def _around(passages: Sequence[Passage], bodies: Sequence[str], number: int) -> str:
    here = passages[number]
    parts = [" ".join(stems(here.heading))]
    for other in (number - 1, number + 1):
        if 0 <= other < len(passages) and _neighbours(here, passages[other]):
            parts.append(bodies[other])
    return " ".join(parts)


def _neighbours(one: Passage, other: Passage) -> bool:
    return one.source == other.source and abs(one.block - other.block) <= 1
