"""A quotation went through a translation that nobody verified.

## What it checks
Quotations whose attribution names a translator or a translated relay, and those accepted from a translation
that no person verified.

## Why it matters
What stands in quotation marks is then the translator's choice of words; a verdict like verbatim says
nothing.

## Example
    “The axis has failed,” the institute said, as translated by a news agency.

## Instead
    The institute said the axis had failed, according to a translation.

## Configuration
Its level is set by code or name under `[check.severity]`.

## When to waive
Where the text says whose translation it is and nothing better can be had.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.records.models import Attribution
from claimcheck.rules.helpers import some, with_sources
from claimcheck.rules.model import Complaint, RuleContext, at_claim


def check(context: RuleContext) -> Iterator[Complaint]:
    """Find quotations in other words than the speaker's."""
    for view in context.live_claims():
        if not view.claim.attributions and not view.claim.evidence:
            continue
        relayed = [a for a in view.claim.attributions if a.kind != "indirect" and _translated(a)]
        quotes = any(part.kind == "quotation" for part in view.claim.parts) or view.claim.kind == "quotation"
        sources = [
            source.id
            for item, source in with_sources(context, view.claim)
            if item.about == "statement" and source.translated and source.translation_verified is None
        ]
        if relayed or (quotes and sources):
            who = relayed[0].translator or "somebody" if relayed else some(sources)
            message = f"These are not the speaker's own words: they come through a translation ({who})."
            fix = "Quote the original, have the translation verified, or paraphrase and say who translated."
            yield at_claim(view, message, fix)


def _translated(attribution: Attribution) -> bool:
    return attribution.translator is not None or any(hop.how == "translated" for hop in attribution.hops)
