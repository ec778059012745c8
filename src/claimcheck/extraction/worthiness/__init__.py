"""Check-worthiness: is a sentence factual, and would a desk check it?"""

from claimcheck.extraction.worthiness.judge import (
    CHECK_WORTHY,
    Label,
    WorthinessVerdict,
    judge_worthiness,
    score_worthiness,
    wording_of,
)

__all__ = ["CHECK_WORTHY", "Label", "WorthinessVerdict", "judge_worthiness", "score_worthiness", "wording_of"]
