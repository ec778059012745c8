"""How a printed quotation compares with one passage where it stands: what was cut lies about it."""

from __future__ import annotations

from dataclasses import replace

from claimcheck.evidence.quotations.careful import CarefulReader
from claimcheck.evidence.quotations.model import QuotationVerdict
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.verdict import judge_quotation

AROUND = 600
"""Code points of a source on either side of a passage that are enough to see what was cut."""


def judge_in_place(
    source: PreparedSource, start: int, end: int, printed: str, context: str
) -> QuotationVerdict:
    """Judge ``printed`` carefully against one passage with the words about it.

    Where the words do not stand within the passage, it is judged alone.

    Args:
        source: the source, or the passage with what stands about it.
        start, end: the passage, in code points of the source's text.
        context: the article's sentence.
    """
    verdict = judge_quotation(source, printed, context=context, careful=CarefulReader(), within=(start, end))
    if verdict.start is not None:
        return verdict
    return _moved(judge_quotation(source.text[start:end], printed, context=context), start)


def _moved(verdict: QuotationVerdict, by: int) -> QuotationVerdict:
    if verdict.start is None or verdict.end is None:
        return verdict
    differences = tuple(
        replace(one, source_start=one.source_start + by, source_end=one.source_end + by)
        for one in verdict.differences
    )
    return replace(verdict, start=verdict.start + by, end=verdict.end + by, differences=differences)
