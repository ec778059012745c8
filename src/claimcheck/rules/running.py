"""Running rules over a context: complaints become findings with a place, a level and a fingerprint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from claimcheck.errors import ClaimcheckError
from claimcheck.records.fingerprints import finding_fingerprint
from claimcheck.records.locators import say_place
from claimcheck.records.settings import RuleLevel
from claimcheck.rules.model import LEVELS, ClaimView, Complaint, RuleContext
from claimcheck.rules.places import NOWHERE, FileLines, Span
from claimcheck.rules.registry import Check, Rule, find_rule
from claimcheck.rules.report import ClaimRow, Finding

UNSOURCED = frozenset({"CC101", "CC102", "CC103"})
"""Rules that find hundreds of claims in a first run; formats fold them or put them last."""


class Runner:
    """Runs rules over one context.

    Args:
        levels: levels that settings give to rules, by code.

    Attributes:
        crashes: one problem for each rule that failed to run.
    """

    def __init__(self, context: RuleContext, levels: Mapping[str, RuleLevel]) -> None:
        self._levels = levels
        self._views = {view.slug: view for view in context.articles}
        self._indexes: dict[str, FileLines] = {}
        self._claims = context.by_id()
        self.crashes: list[Finding] = []

    def run(self, rules: Iterable[tuple[Rule, Check]], context: RuleContext) -> list[Finding]:
        """Findings of all rules; one that crashes leaves a problem, and the others still run."""
        found: dict[str, Finding] = {}
        for rule, check in rules:
            try:
                findings = [self._finding(rule, complaint) for complaint in check(context)]
            except Exception as error:
                self.crashes.append(crash(rule, error))
                continue
            for finding in findings:
                # Two complaints that differ in nothing are one.
                if finding is not None:
                    found.setdefault(finding.fingerprint, finding)
        return list(found.values())

    def _finding(self, rule: Rule, complaint: Complaint) -> Finding | None:
        level = self._levels.get(rule.code, complaint.level or rule.level)
        if level == "off":
            return None
        view = self._claims.get(complaint.claim)
        text = view.claim.text if view else ""
        about, key = complaint.claim or complaint.article, f"{text}\n{complaint.subject}"
        own = f"{key}\n{complaint.state}" if complaint.state else key
        start, end = complaint.start, complaint.end or complaint.start
        place, excerpt = NOWHERE, None
        if start is not None and end is not None:
            index = self._index(complaint.article)
            place, excerpt = index.span(start, end), index.excerpt(start, end)
        elif view is not None and complaint.path == view.article.record:
            place = _in_record(view)
        line, column, end_line, end_column, byte_column, end_byte_column = place
        return Finding(
            code=rule.code,
            name=rule.name,
            level=level,
            message=complaint.message,
            fix=complaint.fix,
            path=complaint.path,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            byte_column=byte_column,
            end_byte_column=end_byte_column,
            start=start,
            end=complaint.end,
            article=complaint.article,
            claim=complaint.claim,
            section=view.claim.section if view else "",
            subject=complaint.subject,
            fingerprint=finding_fingerprint(rule.code, about, own),
            graver=finding_fingerprint(rule.code, about, key) if complaint.state else "",
            excerpt=excerpt,
            where=_where(view, complaint.path) if view else "",
        )

    def _index(self, slug: str) -> FileLines:
        if slug not in self._indexes:
            view = self._views.get(slug)
            self._indexes[slug] = (
                FileLines(view.text, view.original, lined=view.lined) if view else FileLines("")
            )
        return self._indexes[slug]

    def claim_row(self, view: ClaimView) -> ClaimRow:
        """One line of the report on a claim."""
        claim, assessment = view.claim, view.assessment
        line, column, *_ = self._index(view.article.slug).span(claim.anchor.start, claim.anchor.end)
        return ClaimRow(
            id=claim.id,
            article=view.article.slug,
            path=view.article.article.path,
            line=line,
            column=column,
            text=claim.text,
            kind=claim.kind,
            worthiness=claim.check_worthiness.label,
            section=claim.section,
            status=assessment.status,
            unsourced=assessment.decisive.verdict.unsourced,
            sentence=assessment.sentence,
            if_accepted=assessment.if_accepted,
            where=say_place(claim.locator),
        )


def _in_record(view: ClaimView) -> Span:
    """Where the record has a claim whose sentence is gone, as far as that is known."""
    found = view.article.recorded.get(view.claim.id)
    return (*found, *found, found[1], found[1]) if found else NOWHERE


def _where(view: ClaimView, path: str) -> str:
    """The page, cell or time of a claim's sentence, where the finding is about the article's file."""
    there = path == view.article.article.path and not view.claim.orphan
    return say_place(view.claim.locator) if there else ""


def crash(rule: Rule, error: Exception) -> Finding:
    """The problem that a rule could not run."""
    return problem(
        "rule-crashed",
        f"The rule {rule.code} {rule.name} could not run: {type(error).__name__}: {str(error)[:300]}",
        "Report this with the record it happened on; all other rules ran.",
        subject=rule.code,
    )


def from_error(error: ClaimcheckError) -> Finding:
    """The problem that something could not be read."""
    path, line, column = _split(error.place)
    return problem("unreadable", error.message, error.remedy, path=path, line=line, column=column)


def _split(place: str) -> tuple[str, int, int]:
    path, numbers = place, list[int]()
    while len(numbers) < 2:
        head, _, last = path.rpartition(":")
        if not head or not last.isdecimal():
            break
        path, numbers = head, [int(last), *numbers]
    line, column = [*numbers, *([1] if numbers else []), 0, 0][:2]
    return path, line, column


def problem(
    name: str, message: str, fix: str, *, path: str = "", line: int = 0, column: int = 0, subject: str = ""
) -> Finding:
    """Something that makes the check impossible; it can be neither waived nor lowered."""
    rule = find_rule(name)
    return Finding(
        code=rule.code,
        name=rule.name,
        level="error",
        message=message,
        fix=fix,
        path=path,
        line=line,
        column=column,
        end_line=line,
        end_column=column,
        byte_column=column,
        end_byte_column=column,
        start=None,
        end=None,
        article="",
        claim="",
        section="",
        subject=subject,
        fingerprint=finding_fingerprint(rule.code, path, message),
        excerpt=None,
    )


def by_place(finding: Finding) -> tuple[str, int, int, int, str, str, str]:
    """Sorting key: path, place, code, and what tells findings of one rule at one place apart."""
    start = -1 if finding.start is None or finding.line else finding.start
    return (
        *(finding.path, finding.line, finding.column, start),
        *(finding.code, finding.subject, finding.fingerprint),
    )


def by_gravity(finding: Finding) -> tuple[int, bool, tuple[str, int, int, int, str, str, str]]:
    """Sorting key: the most serious first; of one level, what is wrong before what is only unsourced."""
    return (-LEVELS.index(finding.level), finding.code in UNSOURCED, by_place(finding))


def in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Findings by place."""
    return tuple(sorted(findings, key=by_place))
