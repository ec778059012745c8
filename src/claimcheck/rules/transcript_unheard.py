"""Evidence from a machine's transcript that nobody compared with the recording.

## What it checks
Accepted evidence from sources whose words a machine wrote down (the file says so, or somebody did), as long
as nobody is on record as having heard the recording. With a quotation it is an error, for its wording rests
on what the machine took it for; else a warning.

## Why it matters
Machines drop a “not”, turn fourteen into forty and give one speaker's words to another, in fluent sentences.

## Example
    (a source record with machine_transcript: true and evidence accepted from it)

## Instead
    (the same, with heard: {by: "m.ito", at: "2026-03-04T09:12:00Z"})

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the recording is out of reach, and the article says that it quotes an automatic transcript.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.records.models import Evidence, Source
from claimcheck.records.settings import RuleLevel
from claimcheck.rules.helpers import with_sources
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find claims that rest on what only a machine has heard."""
    for view in context.sourced_claims():
        found: dict[str, tuple[Source, list[Evidence]]] = {}
        for item, source in with_sources(context, view.claim):
            if source.unheard_at(item.start, item.end) and item.stance != "neutral":
                found.setdefault(source.id, (source, []))[1].append(item)
        for source, items in found.values():
            quoted = any(item.match is not None for item in items)
            message = f"A machine wrote down the words of {source.id}, and nobody has heard the recording."
            complaint = at_claim(view, message, _fix(source, items), subject=source.id)
            level: RuleLevel = "error" if quoted else "warning"
            yield replace(complaint, state="" if quoted else "unquoted", level=level)


def _fix(source: Source, items: list[Evidence]) -> str:
    times = sorted({item.locator.time for item in items if item.locator and item.locator.time})
    where = f" at {', '.join(times[:4])}" if times else ""
    return f"Listen{where}, then: claimcheck source edit {source.id} --heard"
