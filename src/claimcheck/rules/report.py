"""What a check ends with: findings with their places, and the report that every format prints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.assessment.status import Status, Unsourced
from claimcheck.errors import ExitCode
from claimcheck.records.settings import Level
from claimcheck.rules.model import LEVELS
from claimcheck.rules.registry import Rule


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The line of text that a finding is about, cut to a readable width.

    Attributes:
        text: the line, or the part of it around the span.
        start, end: the span within ``text``, in code points.
        cut_before, cut_after: whether the line goes on at either side.
    """

    text: str
    start: int
    end: int
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's complaint about one place.

    Attributes:
        path: file, relative to the workspace.
        line, column, end_line, end_column: 1-based, in code points, the end exclusive; 0 where the place is a
            whole file.
        byte_column, end_byte_column: the same columns in UTF-8 bytes.
        start, end: span in the article's reading text; None where the place is a whole file.
        section: heading the claim stands under, or empty.
        fingerprint: stays the same while what is complained of does, wherever it moves.
        where: page, paragraph, cell or time of the place in a file that has no lines, in words.
        told_by: fingerprints of findings that say the same more precisely.
        graver: fingerprint of the same matter in its grave state, where this is the lighter one; else empty.
    """

    code: str
    name: str
    level: Level
    message: str
    fix: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    byte_column: int
    end_byte_column: int
    start: int | None
    end: int | None
    article: str
    claim: str
    section: str
    subject: str
    fingerprint: str
    excerpt: Excerpt | None
    where: str = ""
    told_by: tuple[str, ...] = ()
    graver: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Fingerprints by which a baseline may know it: who knew the grave matter knows the lighter."""
        return (self.fingerprint, self.graver) if self.graver else (self.fingerprint,)

    @property
    def place(self) -> str:
        """``file:line:column``; with page and paragraph, where there are no lines; or the file alone."""
        return say_spot(self.path, self.line, self.column, self.where)

    @property
    def spot(self) -> str:
        """The same without the file: ``line:column``, page and paragraph, or ``file``."""
        return f"{self.line}:{self.column}" if self.line else self.where or "file"

    @property
    def told(self) -> str:
        """The message, for formats that name places by lines alone: with the place where it has none."""
        placed = self.where if not self.line else ""
        return f"{placed[:1].upper()}{placed[1:]}: {self.message}" if placed else self.message


def say_spot(path: str, line: int, column: int, where: str) -> str:
    """A place in a file, by line and column or, where it has none, in words."""
    if line:
        return f"{path}:{line}:{column}"
    return f"{path}, {where}" if where else path


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that a waiver excuses."""

    finding: Finding
    reason: str
    by: str
    expires: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim and how it stands."""

    id: str
    article: str
    path: str
    line: int
    column: int
    text: str
    kind: str
    worthiness: str
    section: str
    status: Status
    unsourced: Unsourced
    sentence: str
    if_accepted: Status | None
    where: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article that was checked."""

    slug: str
    path: str
    title: str
    stage: str
    claims: int


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        findings: what counts, sorted by place, or most serious first for a bare article.
        waived, baselined: what was excused or known before.
        repeats: what is not printed because other findings that count say it more precisely.
        problems: what made the check, or a part of it, impossible.
        claims: those whose sentence stands in the article; one that is gone is a finding and no more.
        alone: True where a bare article was checked without a workspace.
        next_command: the one thing to do next, as a command line, or empty.
        plugin_rules: rules of plug-ins that were to run beside claimcheck's own.
    """

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    baselined: tuple[Finding, ...]
    problems: tuple[Finding, ...]
    articles: tuple[ArticleRow, ...]
    claims: tuple[ClaimRow, ...]
    sources: int
    fail_on: Level
    today: str
    policy_version: str
    alone: bool = False
    next_command: str = ""
    rule_url: str = ""
    plugin_rules: tuple[Rule, ...] = ()
    repeats: tuple[Finding, ...] = ()

    def page_url(self, code: str, name: str) -> str:
        """Address of a rule's page, or empty where nobody said where the pages are."""
        return self.rule_url.replace("{code}", code).replace("{name}", name)

    def why(self, code: str, name: str) -> str:
        """Where to read why a rule matters: its page's address, or the command that prints it."""
        return self.page_url(code, name) or f"claimcheck rule {code}"

    @property
    def exit_code(self) -> ExitCode:
        """2 where something could not be checked, else 1 for findings at or above ``fail_on``, else 0."""
        if self.problems:
            return ExitCode.COULD_NOT_CHECK
        bar = LEVELS.index(self.fail_on)
        failing = any(LEVELS.index(finding.level) >= bar for finding in self.findings)
        return ExitCode.FINDINGS if failing else ExitCode.CLEAN

    def levels(self) -> Mapping[Level, int]:
        """How many findings of each level, the most serious first."""
        counted = Counter(finding.level for finding in self.findings)
        return {level: counted[level] for level in reversed(LEVELS)}

    def statuses(self) -> Mapping[Status, int]:
        """How many claims of each status, by name; only those that occur."""
        return dict(sorted(Counter(row.status for row in self.claims).items()))
