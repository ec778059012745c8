"""Check-worthiness: is a sentence factual, and would a desk check it?"""

from claimcheck.extraction.worthiness.judge import Label, WorthinessVerdict, judge_worthiness

__all__ = ["Label", "WorthinessVerdict", "judge_worthiness"]
