"""The sources as linking sees them: texts cut into passages, quotations prepared, all of it searchable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimcheck.documents.model import Block
from claimcheck.evidence.passages import Passage, passages_of
from claimcheck.evidence.quotations import PreparedSource, prepare_source
from claimcheck.evidence.search import PassageIndex
from claimcheck.records.models import Source


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source whose reading text is on hand.

    Attributes:
        snapshot: ``sha256:`` and the hash of the reading text, as evidence records it.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    snapshot: str


class Library:
    """All source texts of a workspace, prepared once and asked many times. Never changed after it is built."""

    def __init__(self, texts: Sequence[SourceText]) -> None:
        self.texts: Mapping[str, SourceText] = {text.source.id: text for text in texts}
        self.passages: Sequence[Passage] = [
            passage
            for text in sorted(texts, key=lambda item: item.source.id)
            for passage in passages_of(text.source.id, text.text, text.blocks)
        ]

    @cached_property
    def index(self) -> PassageIndex:
        """The search index over all passages."""
        return PassageIndex(self.passages)

    @cached_property
    def prepared(self) -> Mapping[str, PreparedSource]:
        """Each source's text prepared for quotation matching."""
        return {name: prepare_source(text.text) for name, text in self.texts.items()}
