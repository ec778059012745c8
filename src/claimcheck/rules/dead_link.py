"""A source's address leads nowhere any more.

## What it checks
Sources whose address was followed (`claimcheck source links`) and was gone: the host said that there is no
such page. The gate itself asks the web nothing.

## Why it matters
Readers and the next checker cannot follow a citation that is gone. Where the text is on hand the evidence
still stands, so it is a note then.

## Example
    (a source record with an address that was gone when it was last followed)

## Instead
    (the same, with an address that works)

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Set it to off where the desk keeps every text and prints no addresses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claimcheck.rules.helpers import short
from claimcheck.rules.model import Complaint, RuleContext, at_source


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find sources whose address was gone when somebody last looked."""
    for source in context.sources.values():
        link = source.link
        if link is None or link.outcome != "gone" or link.url != source.url:
            continue
        note = f" ({link.note})" if link.note else ""
        message = (
            f"The address of {short(source.title)} was gone on {link.at[:10]}{note}: {short(link.url, 80)}."
        )
        fix = (
            "Find where it is now, or a copy in an archive: "
            f"claimcheck source edit {source.id} --url URL, then claimcheck source links {source.id}."
        )
        complaint = at_source(source, message, fix)
        yield complaint if source.text is None else _lighter(complaint)


def _lighter(complaint: Complaint) -> Complaint:
    return replace(complaint, state="text on hand", level="note")
