"""A rule could not run.

## What it checks
That every rule ran to its end.

## Why it matters
A gate that cannot check must not be green: what the rule would have found is not known. All other rules
ran.

## Example
    The board met on Tuesday.

## Instead
    The board met on Tuesday.

## Configuration
None: it always ends the check with exit status 2.

## When to waive
It cannot be waived, ignored, baselined or lowered.
"""
