"""Which sources may leave the desk, and why others may not."""

from __future__ import annotations

from datetime import datetime

from claimcheck.records.models import Source


def held_back(source: Source, now: str) -> str | None:
    """Why a source is never sent to a model, or None where it may be.

    Args:
        now: this moment, RFC 3339 in UTC; an embargo that has ended holds nothing back.
    """
    if source.private is not None:
        return "confidential"
    if source.no_llm:
        return "marked as not for models"
    if source.terms == "off record":
        return "off the record"
    if _embargoed(source, now):
        return f"under embargo until {source.embargo_until}" if source.embargo_until else "under embargo"
    return None


def _embargoed(source: Source, now: str) -> bool:
    until = source.embargo_until
    if until is None:
        return source.terms == "embargo"
    return datetime.fromisoformat(now) < datetime.fromisoformat(until)
