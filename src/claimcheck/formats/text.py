"""For people at a terminal: grouped by file, the line with the span marked, why, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from claimcheck.formats.escaping import cut, visible
from claimcheck.records.counting import counted
from claimcheck.rules.model import LEVELS
from claimcheck.rules.report import ClaimRow, Excerpt, Finding, Report
from claimcheck.rules.running import UNSOURCED, by_gravity, by_place

_PLACES = 12
"""Places named in a row at most before the rest is counted; check-worthy claims are always all named."""


def render(report: Report, *, show_all: bool = False) -> str:
    """The report as plain text without colour.

    Args:
        show_all: whether to print unsourced claims and notes one by one.
    """
    shown = [finding for finding in report.findings if show_all or not _folds(finding)]
    folded = [finding for finding in report.findings if not show_all and finding.code in UNSOURCED]
    lines = [*_problems(report.problems)]
    by_path: dict[str, tuple[list[Finding], list[Finding]]] = {}
    for place, group in enumerate((shown, folded)):
        for finding in group:
            by_path.setdefault(finding.path, ([], []))[place].append(finding)
    for path, (own, many) in sorted(by_path.items()):
        lines += [visible(path), ""]
        for finding in own:
            lines += [*_finding(finding), ""]
        unfold = f"claimcheck check {path} --all" if report.alone else "claimcheck check --all"
        lines += _unsourced(many, unfold)
    if not show_all:
        lines += _notes(report.findings)
    return "\n".join([*lines, *_summary(report)]) + "\n"


def _folds(finding: Finding) -> bool:
    return finding.code in UNSOURCED or finding.level == "note"


def _problems(problems: Sequence[Finding]) -> Iterator[str]:
    if problems:
        yield "This could not be checked:"
        yield ""
    for problem in problems:
        where = f"{visible(problem.place)}: " if problem.path else ""
        yield f"  {problem.code} {problem.name}  {where}{visible(problem.message)}"
        if problem.fix:
            yield f"      fix: {visible(problem.fix)}"
        yield ""


def _finding(finding: Finding) -> Iterator[str]:
    claim = f"  {visible(finding.claim)}" if finding.claim else ""
    yield f"  {visible(finding.spot)}  {finding.level}  {finding.code} {finding.name}{claim}"
    yield f"      {visible(finding.message)}"
    if finding.excerpt is not None:
        yield from _excerpt(finding.excerpt)
    yield f"      fix: {visible(finding.fix)}"


def _excerpt(excerpt: Excerpt) -> Iterator[str]:
    before, marked, after = (
        visible(excerpt.text[: excerpt.start]),
        visible(excerpt.text[excerpt.start : excerpt.end]),
        visible(excerpt.text[excerpt.end :]),
    )
    head = "…" if excerpt.cut_before else ""
    tail = "…" if excerpt.cut_after else ""
    yield f"      | {head}{before}{marked}{after}{tail}"
    yield f"      | {' ' * (len(head) + len(before))}{'^' * max(1, len(marked))}"


def _unsourced(findings: Sequence[Finding], unfold: str) -> Iterator[str]:
    if not findings:
        return
    yield f"  {counted(len(findings), 'unsourced claim')} ({_levels(findings)}), by section:"
    for section, group in groupby(sorted(findings, key=by_place), key=lambda finding: finding.section):
        members = list(group)
        title = f"“{cut(visible(section), 60)}”" if section else "(no heading)"
        yield f"    {len(members):>4}  {title}"
        for names, some in groupby(
            sorted(members, key=_by_kind), key=lambda one: (one.level, one.code, one.name)
        ):
            level, code, name = names
            yield f"          {level} {code} {name}: {_place_list(list(some))}"
    yield f"    Print each of them: {visible(unfold)}"
    yield ""


def _by_kind(finding: Finding) -> tuple[int, str, int, int]:
    return (-LEVELS.index(finding.level), finding.code, finding.line, finding.start or finding.column)


def _place_list(findings: Sequence[Finding]) -> str:
    most = len(findings) if findings[0].level == "error" else _PLACES
    return _joined(list(dict.fromkeys(visible(finding.spot) for finding in findings[:most])), findings, most)


def _joined(places: list[str], findings: Sequence[Finding], most: int) -> str:
    """Places on one line, those in words parted so that one is told from the next."""
    more = f" and {len(findings) - most} more" if len(findings) > most else ""
    return ("; " if any(" " in place for place in places) else " ").join(places) + more


def _notes(findings: Sequence[Finding]) -> Iterator[str]:
    notes: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.level == "note" and finding.code not in UNSOURCED:
            notes.setdefault((finding.code, finding.name), []).append(finding)
    if notes:
        yield "Notes, printed with --all:"
        for (code, name), some in sorted(notes.items()):
            yield f"  {len(some)} {code} {name}: {_note_places(some)}"
        yield ""


def _note_places(findings: Sequence[Finding]) -> str:
    """Where the notes are: lines and columns, or files where a note is about a whole file."""
    one = len({finding.path for finding in findings}) == 1
    spots = [f.spot if one and (f.line or f.where) else f.place for f in findings[:_PLACES]]
    return _joined([visible(spot) for spot in spots], findings, _PLACES)


def _levels(findings: Sequence[Finding]) -> str:
    levels = Counter(finding.level for finding in findings)
    return ", ".join(counted(levels[level], level) for level in ("error", "warning", "note") if levels[level])


def _summary(report: Report) -> Iterator[str]:
    found = _levels(report.findings) or "no findings"
    looked = f"{counted(len(report.claims), 'claim')} in {counted(len(report.articles), 'article')}"
    yield f"{found[0].upper()}{found[1:]}; {looked}{_statuses(report.claims)}."
    apart = [f"{len(report.waived)} waived"] if report.waived else []
    apart += [f"{len(report.baselined)} known from the baseline"] if report.baselined else []
    if apart:
        yield f"Not counted: {', '.join(apart)}."
    if report.problems:
        yield f"{counted(len(report.problems), 'problem')}: the check is incomplete."
    if report.findings:
        worst = min(report.findings, key=by_gravity)
        yield f"Why a rule matters: {report.why(worst.code, worst.name)}"
    if report.next_command:
        yield f"Next: {visible(report.next_command)}"


def _statuses(claims: Sequence[ClaimRow]) -> str:
    statuses = Counter(row.status for row in claims)
    listed = ", ".join(f"{number} {status}" for status, number in sorted(statuses.items()))
    return f" ({listed})" if listed else ""
