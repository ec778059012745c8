"""Output formats of a check: each is a pure function from a report to text, in a module of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType
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


Render = Callable[["Report"], str]
"""What a plug-in's format is."""


class UnknownFormat(ClaimcheckError):
    """There is no output format of that name."""

    def __init__(self, wanted: str, extra: Iterable[str] = ()) -> None:
        known = [*FORMATS, *extra]
        near = get_close_matches(wanted, known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
        super().__init__(f"There is no output format {wanted!r}.", remedy=hint)


class FormatFailed(ClaimcheckError):
    """The format of a plug-in raised, or gave no text."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(
            f"The plug-in format {name!r} failed: {why}.",
            remedy="Tell those who wrote it, or print another format.",
        )


def find_format(name: str, extra: Mapping[str, Render]) -> Render | None:
    """The function of a plug-in's format, or None where the format is claimcheck's own.

    Raises:
        UnknownFormat: with the nearest name.
    """
    if name not in FORMATS and name not in extra:
        raise UnknownFormat(name, extra)
    return None if name in FORMATS else extra[name]


def render(
    name: str, report: Report, *, show_all: bool = False, extra: Mapping[str, Render] = MappingProxyType({})
) -> str:
    """A report in one format, ending in a line end.

    Args:
        show_all: whether the text format names every finding instead of folding many of a kind.
        extra: formats of plug-ins, by name.

    Raises:
        UnknownFormat: with the nearest name.
        FormatFailed: a plug-in's raised, or gave no text.
    """
    own = find_format(name, extra)
    if own is not None:
        return _rendered(name, own, report)
    write: Callable[..., str] = import_module(f"claimcheck.formats.{name}").render
    return write(report, show_all=show_all) if name == "text" else write(report)


def _rendered(name: str, write: Render, report: Report) -> str:
    try:
        text: object = write(report)
    except Exception as error:
        raise FormatFailed(name, f"{type(error).__name__}: {str(error)[:300]}") from error
    if not isinstance(text, str):
        raise FormatFailed(name, f"it gave {type(text).__name__} instead of text")
    return text
