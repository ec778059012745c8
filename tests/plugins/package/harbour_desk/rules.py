"""Rules of the harbour desk."""

from collections.abc import Iterator

from claimcheck.rules.model import Complaint, RuleContext, at_claim
from claimcheck.rules.registry import Rule

PAGE = """
A claim calls something "iconic".

## What it checks
The word "iconic" in the text of a claim.

## Why it matters
It is the writer's view, and the house leaves it out.

## When to waive
Where it is part of a name.
"""


def check_iconic(context: RuleContext) -> Iterator[Complaint]:
    """Find the word, wherever it stands."""
    for view in context.live_claims():
        start = view.claim.text.lower().find("iconic")
        if start >= 0:
            span = (start, start + len("iconic"))
            yield at_claim(view, 'The house does not print "iconic".', "Say what it is.", span=span)


RULES = [(Rule("HD101", "iconic-word", "error", page=PAGE, alone=True), check_iconic)]
