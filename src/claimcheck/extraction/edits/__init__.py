"""From one version of an article to the next: what became of each claim, and what it keeps."""

from claimcheck.extraction.edits.compare import (
    Comparison,
    Edit,
    Passage,
    compare_articles,
    compare_claims,
)
from claimcheck.extraction.edits.reanchor import Change, Reanchored, reanchor
from claimcheck.extraction.edits.verdict import judge_edit

__all__ = [
    "Change",
    "Comparison",
    "Edit",
    "Passage",
    "Reanchored",
    "compare_articles",
    "compare_claims",
    "judge_edit",
    "reanchor",
]
