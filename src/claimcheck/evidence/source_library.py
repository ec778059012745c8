"""The sources as linking sees them: texts cut into passages, quotations prepared, all of it searchable."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from claimcheck.evidence.passages import Passage, passages_of
from claimcheck.evidence.quotations import Labels, Narrator, PreparedSource
from claimcheck.evidence.search import PassageIndex, query_terms
from claimcheck.evidence.speaking import narrator_of, prepared, turns_of
from claimcheck.evidence.tables import Table, tables_of
from claimcheck.evidence.terms import stems
from claimcheck.sources.texts import SourceText

if TYPE_CHECKING:
    from claimcheck.evidence.embeddings import Embedder, Vectors

FUSED = 100
"""Passages that each of the two searches, by words and by meaning, brings into the common order."""
_SMOOTHING = 10
"""Passages a library is thought to have besides its own: in one of two, a word found once tells something."""


class Library:
    """All source texts of a workspace, prepared once and asked many times; never changed once built.

    Args:
        embedder: also finds by meaning what the words do not find.
    """

    def __init__(self, texts: Sequence[SourceText], embedder: Embedder | None = None) -> None:
        self._embedder = embedder
        self.texts: Mapping[str, SourceText] = {text.source.id: text for text in texts}
        self.passages: Sequence[Passage] = [
            passage
            for text in sorted(texts, key=lambda item: item.source.id)
            for passage in passages_of(text.source.id, text.text, text.blocks)
        ]

    @cached_property
    def fingerprint(self) -> tuple[str, ...]:
        """What proposals from this library depend on: each source's text, date, provider and grade."""
        found_by = () if self._embedder is None else (self._embedder.version,)
        return (*found_by, *(_identity(text) for _, text in sorted(self.texts.items())))

    @cached_property
    def index(self) -> PassageIndex:
        """The search index over all passages."""
        return PassageIndex(self.passages)

    @cached_property
    def _vectors(self) -> Vectors:
        """A vector for each passage; made source by source, so that only a changed source is made anew."""
        import numpy as np

        assert self._embedder is not None  # asked for by search() only
        parts = [
            self._embedder.embed([passage.text for passage in group])
            for _, group in groupby(self.passages, key=lambda passage: passage.source)
        ]
        return np.concatenate(parts)

    def search(self, text: str, *, context: str = "", limit: int) -> list[int]:
        """Numbers of the passages that bear on a text, best first: by words, and by meaning where it can.

        Args:
            context: text before it; see :func:`~claimcheck.evidence.search.query_terms`.
        """
        terms = query_terms(text, context=context)
        if self._embedder is None or not self.passages:
            return [hit.number for hit in self.index.search(terms, limit=limit)]
        from claimcheck.evidence.embeddings import fused, nearest

        by_words = [hit.number for hit in self.index.search(terms, limit=FUSED)]
        by_meaning = nearest(self._vectors, self._embedder.embed_one(text), FUSED)
        return fused(by_words, by_meaning)[:limit]

    @cached_property
    def prepared(self) -> Mapping[str, PreparedSource]:
        """Each source's text prepared for quotation matching."""
        return {name: prepared(text) for name, text in self.texts.items()}

    @cached_property
    def tables(self) -> Sequence[Table]:
        """The tables of all sources, as far as their format tells rows and columns."""
        return [
            table
            for name, text in sorted(self.texts.items())
            for table in tables_of(name, _about(text), text.text, text.blocks)
        ]

    @cached_property
    def narrators(self) -> Mapping[str, Narrator]:
        """Who stands behind each source's own words."""
        return {name: narrator_of(text.source) for name, text in self.texts.items()}

    @cached_property
    def labels(self) -> Mapping[str, Labels]:
        """Whom the labels mean, of the sources whose format or record tells who speaks."""
        found = {name: turns_of(text.source, text.blocks) for name, text in self.texts.items()}
        return {
            name: Labels([turn.speaker for turn in turns if turn.speaker], self.texts[name].text)
            for name, turns in found.items()
            if turns
        }

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(term for passage in self.passages for term in set(stems(passage.text)))

    def rarity(self, term: str) -> float:
        """How telling a stem is here: the logarithm of how rare it is among the passages; at least 0.1."""
        return max(0.1, math.log((len(self.passages) + _SMOOTHING) / (1 + self._counts[term])))

    def date_of(self, source: str) -> date | None:
        """A source's date of publication, where it is known."""
        published = self.texts[source].source.published
        return date.fromisoformat(published[:10]) if published else None

    def text_between(self, first: Passage, last: Passage) -> str:
        """The source's text from the start of one passage to the end of another."""
        return self.texts[first.source].text[first.start : last.end]


def _about(text: SourceText) -> tuple[str, ...]:
    """What a source's record says of what its tables are about."""
    return tuple(said for said in (text.source.title, text.source.publisher) if said)


def _identity(text: SourceText) -> str:
    source = text.source
    grade = f"{source.provider} {source.tier} {source.reliability} {source.authors} {source.publisher}"
    return f"{source.id} {text.snapshot} {source.published} {grade} {source.title}"
