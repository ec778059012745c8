"""A record, an article or the settings could not be read.

## What it checks
That every file the check needs is there, is sound, and stays within the workspace.

## Why it matters
What cannot be read cannot be checked, and a file that is passed over would make the gate green.

## Example
    id: harbour/../secret

## Instead
    id: harbour/k3vq7m2a

## Configuration
None: it always ends the check with exit status 2.

## When to waive
It cannot be waived, ignored, baselined or lowered.
"""
