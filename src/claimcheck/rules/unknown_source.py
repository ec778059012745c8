"""A record names a source that is not recorded.

## What it checks
Every source id in evidence, citations and derivations.

## Why it matters
Evidence from a source that is not there can be looked up by nobody, and it counts for nothing.

## Example
    The board approved the plan.

## Instead
    The board approved the plan, its minutes show.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Never: correct the record instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_claim, at_source


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find source ids without a record."""
    fix = "Add the source with `claimcheck source add`, or correct the id."
    for view in context.claims:
        if not view.claim.evidence and not view.claim.citations:
            continue
        named = [item.source for item in view.claim.evidence]
        named += [citation.source for citation in view.claim.citations if citation.source]
        for name in sorted(set(named) - context.sources.keys()):
            yield at_claim(view, f"There is no source {name}.", fix, subject=name)
    slugs = context.slugs()
    for source in context.sources.values():
        for link in source.derived_from:
            if link.source not in context.sources and link.source not in slugs:
                message = f"It says it derives from {link.source}, which is not recorded."
                yield at_source(source, message, fix, subject=f"{source.id} {link.source}")
