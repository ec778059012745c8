"""Which sources may leave the desk, and why others may not."""

from __future__ import annotations

from claimcheck.records.models import Source
from claimcheck.records.withholding import withheld


def held_back(source: Source, now: str) -> str | None:
    """Why a source is never sent to a model, or None where it may be.

    Args:
        now: this moment, RFC 3339 in UTC; an embargo that has ended holds nothing back.
    """
    if source.private is not None:
        return "confidential"
    if source.no_llm:
        return "marked as not for models"
    return withheld(source, now) or None
