"""Nothing was there to be checked.

## What it checks
That at least one claim was collected.

## Why it matters
An empty workspace, a mistyped path or an article that yields no claim would otherwise pass as clean.

## Example
    (an empty file)

## Instead
    The board met on Tuesday.

## Configuration
None: it always ends the check with exit status 2.

## When to waive
It cannot be waived, ignored, baselined or lowered.
"""
