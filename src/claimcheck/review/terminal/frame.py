"""A whole screen: head, body, what was done or is asked, and the keys; for a window or as a roll of paper."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from claimcheck.records.counting import counted
from claimcheck.review.keys import hints
from claimcheck.review.terminal.asking import Asking
from claimcheck.review.terminal.dialogues import Choose
from claimcheck.review.terminal.lines import Line, Span, fit, width_of, wrap
from claimcheck.review.terminal.reviewer import Reviewer

_SMALLEST = 4
"""Lines of the body that a window shows at least."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Lines ready to be shown.

    Attributes:
        cursor: row and column (cells) of the place where a line is being typed, counted from 0, or None.
    """

    lines: tuple[Line, ...]
    cursor: tuple[int, int] | None = None


def window_frame(reviewer: Reviewer, columns: int, rows: int, *, moved: bool) -> Frame:
    """The screen of a window.

    Args:
        moved: whether what is selected is to be brought in sight.
    """
    width = max(columns, 20)
    foot, typing = _foot(reviewer, width)
    foot = foot[-max(rows - 2 - _SMALLEST, 2) :]
    height = max(rows - 2 - len(foot), 1)
    page = reviewer.page(width)
    reviewer.settle(page, height)
    if moved:
        reviewer.reveal(page, height)
        reviewer.settle(page, height)
    body = page.lines[reviewer.top : reviewer.top + height]
    below = len(page.lines) - reviewer.top - len(body)
    lines = [reviewer.header(width), _rule(width, reviewer.top, below), *body]
    lines += [()] * (height - len(body))
    # A window too small for all keeps the foot, where it says what is asked.
    shown = [*lines, *foot][-max(rows, 1) :]
    cursor = (max(len(shown) - 2, 0), min(typing, max(columns, 1) - 1)) if typing is not None else None
    return Frame(tuple(fit(line, max(columns, 1)) for line in shown), cursor)


def whole_frame(reviewer: Reviewer, width: int) -> Frame:
    """The screen at its full length, for output that does not scroll back."""
    foot, _ = _foot(reviewer, width)
    page = reviewer.page(width)
    return Frame((reviewer.header(width), _rule(width, 0, 0), *page.lines, (), *foot))


def _rule(width: int, above: int, below: int) -> Line:
    """The line under the head; it says how much is out of sight."""
    told = f" {counted(above, 'line')} above " if above else ""
    told += f" {counted(below, 'line')} below, Space " if below else ""
    return (Span("─" * max(width - cell_len(told) - 2, 0) + told + "─" * 2 if told else "─" * width, "dim"),)


def _foot(reviewer: Reviewer, width: int) -> tuple[list[Line], int | None]:
    """The last lines: what is asked, or what was done; and the column of the cursor where a line is typed."""
    if reviewer.asking is None:
        told = wrap([Span(reviewer.message, "warn")], width) if reviewer.message else [()]
        return [*told, fit([Span(hints(reviewer.bindings), "bar")], width)], None
    return _question(reviewer.asking, width)


def _question(asking: Asking, width: int) -> tuple[list[Line], int | None]:
    question = asking.question
    keys = fit([Span(asking.hint or "Esc cancels", "bar")], width)
    if isinstance(question, Choose):
        return [*_options(question, width), keys], None
    label = f"{question.question if question else ''}: "
    room = max(width - cell_len(label) - 1, 10)
    line = fit([Span(label, "strong"), Span(_tail(asking.typed, room))], width)
    return [line, keys], width_of(line)


def _options(question: Choose, width: int) -> list[Line]:
    """All on one line where they fit, else one a line."""
    options = " · ".join(f"{key} {text}" for key, text in question.options)
    line = wrap([Span(f"{question.question}: ", "strong"), Span(options)], width)
    if len(line) == 1:
        return line
    lines = wrap([Span(f"{question.question}:", "strong")], width)
    for key, text in question.options:
        lines += wrap([Span(text)], width, first=f"  {key}  ", rest="     ")
    return lines


def _tail(text: str, room: int) -> str:
    """The end of a line that is too long for its place."""
    while cell_len(text) > room:
        text = text[max(1, len(text) - room) :]
    return text
