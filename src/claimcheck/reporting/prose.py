"""Words that every form of the report shares."""

from __future__ import annotations

from claimcheck.assessment.status import Status

STATUS_WORDS: dict[Status, str] = {
    "contradicted": "Contradicted",
    "disputed": "Disputed",
    "unsourced": "Unsourced",
    "ungraded": "Ungraded",
    "circular": "Circular",
    "weak": "Weak",
    "adequate": "Adequate",
    "strong": "Strong",
    "exempt": "Exempt",
}

STATUS_MEANINGS: dict[Status, str] = {
    "contradicted": "a good source says otherwise, and nothing solid supports it",
    "disputed": "sources of different origin say different things",
    "unsourced": "no accepted evidence that counts",
    "ungraded": "there is evidence, but nobody said how reliable it is",
    "circular": "the evidence rests on this article",
    "weak": "less support than this kind of claim needs",
    "adequate": "enough support for this kind of claim",
    "strong": "well supported by at least one good source",
    "exempt": "needs no sourcing",
}

AGAINST_WORDS = "an accepted passage contradicts it"
"""Beside a status that does not say so."""

CHANGED_WORDS = "Changed since it was decided"
CHANGED_MEANS = "sentence changed since its evidence was decided"
CHANGED_LETTER = "*"
"""Beside a status's letter: the status is that of the evidence for another wording."""

UNSOURCED_WORDS = {
    "uncited": "the writer named nothing",
    "cited": "something is named, but not on hand or not read",
    "proposed": "passages were found, nobody has decided",
    "": "",
}

GRADES_SOURCING = (
    "claimcheck grades how well a claim is sourced. It does not say what is true. "
    "Only passages that a person accepted count."
)
