"""Output formats of a check: each is a pure function from a report to text, in a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from claimcheck.rules.report import Report

FORMATS: Mapping[str, str] = {
    "text": "for people at a terminal",
    "json": "everything, for programs",
    "github": "annotations in a GitHub workflow",
    "sarif": "SARIF 2.1.0, for code scanning",
    "junit": "one test case a claim, for CI servers",
    "gitlab": "a GitLab Code Quality report",
    "rdjson": "for reviewdog",
    "markdown": "a summary for a comment or a step summary",
}
"""Name -> what it is for; the module of a format has its name."""


class UnknownFormat(ClaimcheckError):
    """There is no output format of that name."""

    def __init__(self, wanted: str) -> None:
        near = get_close_matches(wanted, FORMATS, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(FORMATS)}."
        super().__init__(f"There is no output format {wanted!r}.", remedy=hint)


def render(name: str, report: Report, *, show_all: bool = False) -> str:
    """A report in one format, ending in a line end.

    Args:
        show_all: whether the text format names every finding instead of folding many of a kind.

    Raises:
        UnknownFormat: with the nearest name.
    """
    if name not in FORMATS:
        raise UnknownFormat(name)
    write: Callable[..., str] = import_module(f"claimcheck.formats.{name}").render
    return write(report, show_all=show_all) if name == "text" else write(report)
