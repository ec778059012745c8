"""What the quotation checker answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from claimcheck.records.models import QuotationMatch

DifferenceKind = Literal[
    "number",
    "date",
    "name",
    "negation",
    "modality",
    "quantifier",
    "word",
    "order",
    "omission",
    "insertion",
    "spelling",
    "punctuation",
    "case",
]


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where the printed quotation and the source part.

    Attributes:
        printed, source: the words on either side, as they stand; empty where a side has none.
        printed_start, printed_end: half-open span in the quotation as it was handed in, in code points.
        source_start, source_end: half-open span in the original source text, in code points.
        harmless: True where newsroom style permits it.
    """

    kind: DifferenceKind
    printed: str
    source: str
    printed_start: int
    printed_end: int
    source_start: int
    source_end: int
    harmless: bool = False


@dataclass(frozen=True, slots=True)
class QuotationVerdict:
    """The word-level judgement of one quotation against one source.

    Attributes:
        start, end: span of the passage in the original source text (code points); None when absent.
        score: share of the quotation's words found in place, 0 to 1; a sorting aid, never a verdict.
        turned_by: for ``truncated``, the words that were cut and turn the meaning.
        before, after: what stands just before and just after the passage.
        found_speaker: who says the passage, as far as the source shows it, or None.
        narrated: True where the words are the source's own, outside quotation marks and turns.
        left_out: words that were cut beside a verbatim or edited quotation, where it is doubtful whether
            their loss matters; they are also the last of ``differences``, as a harmless one.
        retold: True for ``absent`` where the source reports in its own words what somebody said, in the words
            of the quotation turned to the third person or the past: no quotation, and none altered.
    """

    match: QuotationMatch
    start: int | None = None
    end: int | None = None
    score: float = 0.0
    differences: tuple[Difference, ...] = ()
    warnings: tuple[str, ...] = ()
    turned_by: str = ""
    before: str = ""
    after: str = ""
    found_speaker: str | None = None
    narrated: bool = False
    left_out: str = ""
    retold: bool = False

    @property
    def wrong_speaker(self) -> bool:
        """Whether the source gives the words to another than the article does."""
        return any(warning.startswith("wrong speaker") for warning in self.warnings)

    @property
    def unsure_speaker(self) -> bool:
        """Whether the source's label does not tell whether the words are the speaker's."""
        return any(warning.startswith("unknown speaker") for warning in self.warnings)
