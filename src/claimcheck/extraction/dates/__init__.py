"""Dates: what is written, and the interval of days it denotes."""

from claimcheck.extraction.dates.agree import dates_agree
from claimcheck.extraction.dates.find import find_dates
from claimcheck.extraction.dates.model import DateMention, Granularity

__all__ = ["DateMention", "Granularity", "dates_agree", "find_dates"]
