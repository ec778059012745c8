"""What the server is given to work with, and what a check of a draft comes to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, Protocol

from claimcheck.records.models import Claim, Dropped
from claimcheck.rules.report import Report

TextFormat = Literal["md", "txt"]
"""What a draft is read as."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft after a check.

    Attributes:
        text: the reading text that all offsets count in, in code points.
        claims: those whose sentences stand in the draft.
        dropped: what was taken for no claim.
        recorded: ids of claims that are on disk with these very words, so that one may be waived.
        restorable: the members of ``dropped`` that are on disk at this very place.
    """

    text: str
    report: Report
    claims: tuple[Claim, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    recorded: frozenset[str] = frozenset()
    restorable: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quotation was found.

    Attributes:
        source: id of the source.
        match: the word-level verdict.
        passage: the source's own words.
        says: the verdict in a sentence.
        path: file of the source's text.
        start, end: span of the passage in that text, in code points.
    """

    source: str
    match: str
    passage: str
    says: str
    path: Path
    start: int
    end: int


class Bench(Protocol):
    """What the server may do in the world; every method may raise ClaimcheckError."""

    def check(self, path: Path | None, text: str, form: TextFormat) -> Checked:
        """Check a draft as it stands in the editor, written or not.

        Args:
            path: its file, None where it has none yet.
            text: its reading text.
        """

    def rule_page(self, code: str) -> str | None:
        """Address of a rule's page, or None where there is none."""

    def find_quotation(self, path: Path | None, words: str) -> Sequence[Found]:
        """Where the sources of the draft's workspace have words, nearest first."""

    def waive(self, path: Path, code: str, claim: str, reason: str, expires: date) -> str:
        """Excuse a finding on a claim; returns what was done, in a sentence."""

    def restore(self, path: Path, start: int) -> str:
        """Bring back what was dropped at an offset; returns what was done, in a sentence."""

    def today(self, path: Path | None) -> date:
        """The day it is on the draft's desk."""
