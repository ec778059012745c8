"""From a plain answer ("who stands behind it?") to tier and reliability.

A desk is asked in its own words; the letters of the Admiralty code are derived here, and an editor may
override them on the source or on one passage. The provider says what a source is worth in general; a
party to the matter is the best witness of what it said itself and a poor one of anything else, so a
statement is graded apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.records.models import Layer, Provider, Reliability, Source, Tier


@dataclass(frozen=True, slots=True)
class Grade:
    """A tier and a reliability letter (A best to E; F cannot be judged)."""

    tier: Tier
    reliability: Reliability


_BY_PROVIDER: dict[Provider, Grade] = {
    "official-record": Grade("primary", "A"),
    "study": Grade("primary", "B"),
    "named-witness": Grade("first-hand", "B"),
    "agency": Grade("secondary", "B"),
    "outlet": Grade("secondary", "C"),
    "party": Grade("primary", "D"),
    "unknown": Grade("tertiary", "F"),
}

PROVIDER_WORDS: dict[Provider, str] = {
    "official-record": "an official record (minutes, register, court file, statute, official statistics)",
    "study": "a study or data set, from those who did the work (a university, an institute)",
    "named-witness": "a named person who saw or did it",
    "agency": "a news agency, or another body with editorial control",
    "outlet": "another news outlet",
    "party": "a party to the matter (its press release, site, speech, lawyer)",
    "unknown": "not known, or not yet judged",
}
"""What each provider means, for the question and for help texts."""


def derive_grade(provider: Provider) -> Grade:
    """The grade of a source whose provider the desk named."""
    return _BY_PROVIDER[provider]


def grade_for(source: Source, layer: Layer) -> Grade:
    """The grade of a source for one layer.

    A party's own document, and a witness's own words, are primary evidence that the words were said.
    """
    if layer == "statement" and source.provider in ("party", "named-witness"):
        return Grade("primary", "B")
    return Grade(source.tier, source.reliability)
