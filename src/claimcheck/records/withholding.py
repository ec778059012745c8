"""Sources whose words are not printed: off the record, or under embargo.

They lie in the workspace, and whoever decides on them reads them there (``review``, ``source show``). What
goes further, such as findings, explanations, reports and exports, names the source and leaves its words out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from claimcheck.records.models import Evidence, Source


def names_withheld(sources: Mapping[str, Source], day: date, time_zone: str) -> frozenset[str]:
    """The sources, by name, whose words are not printed on a day: an embargo that ends on it holds all day.

    Args:
        time_zone: where that is the day; IANA name.
    """
    begins = datetime.combine(day, time(), ZoneInfo(time_zone)).isoformat()
    return frozenset(name for name, source in sources.items() if withheld(source, begins))


def withheld(source: Source | None, now: str) -> str:
    """Why a source's words are not printed, in a few words; empty where they may be.

    Args:
        now: this moment, RFC 3339.
    """
    if source is None:
        return ""
    if source.terms == "off record":
        return "off the record"
    if embargoed(source, now):
        return f"under embargo until {source.embargo_until}" if source.embargo_until else "under embargo"
    return ""


def embargoed(source: Source, now: str) -> bool:
    """Whether an embargo holds at ``now``; one without an end holds until somebody takes it back."""
    until = source.embargo_until
    if until is None:
        return source.terms == "embargo"
    return _moment(now) < _moment(until)


def _moment(written: str) -> datetime:
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def without_words(item: Evidence) -> Evidence:
    """Evidence without anything that its source says: passage, words about it, reason, speaker, cells."""
    calculation = item.calculation and item.calculation.model_copy(update={"cells": {}})
    empty = dict.fromkeys(("exact", "prefix", "suffix", "reason"), "")
    return item.model_copy(update={**empty, "said_by": None, "calculation": calculation})
