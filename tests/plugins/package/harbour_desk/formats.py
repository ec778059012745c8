"""One line for each code: how often it was found."""

from collections import Counter

from claimcheck.formats.escaping import visible
from claimcheck.rules.report import Report


def render(report: Report) -> str:
    """The tally, the most frequent first."""
    counted = Counter(finding.code for finding in report.findings)
    lines = [f"{count} {visible(code)}" for code, count in counted.most_common()]
    return "\n".join([f"{len(report.findings)} findings", *lines]) + "\n"
