"""What differs between two wordings; the code is in :mod:`claimcheck.reporting.differences`."""

from claimcheck.reporting.differences import (
    Fate,
    Stretch,
    compare_quotation,
    compare_words,
    in_marks,
    mark,
)

__all__ = ["Fate", "Stretch", "compare_quotation", "compare_words", "in_marks", "mark"]
