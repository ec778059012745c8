"""Quotations: whether the printed words are what the source says, and what exactly differs."""

from claimcheck.evidence.quotations.layout import Turn
from claimcheck.evidence.quotations.model import Difference, DifferenceKind, QuotationVerdict
from claimcheck.evidence.quotations.naming import Labels, compare_names
from claimcheck.evidence.quotations.saying import say_quotation
from claimcheck.evidence.quotations.source import PreparedSource, prepare_source
from claimcheck.evidence.quotations.speaker import UNSURE, Narrator, voice_at
from claimcheck.evidence.quotations.verdict import find_quotation, judge_quotation

__all__ = [
    "UNSURE",
    "Difference",
    "DifferenceKind",
    "Labels",
    "Narrator",
    "PreparedSource",
    "QuotationVerdict",
    "Turn",
    "compare_names",
    "find_quotation",
    "judge_quotation",
    "prepare_source",
    "say_quotation",
    "voice_at",
]
