"""Every key of the review, as data: the terminal and the page show this table and obey it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Group = Literal["Moving", "Evidence", "The claim", "The desk", "Always"]


@dataclass(frozen=True, slots=True)
class Binding:
    """One key.

    Attributes:
        keys: the characters or names (``left``, ``enter``) that do it, the one to be shown first.
        action: what the reviewer does; its method of that name.
    """

    keys: tuple[str, ...]
    action: str
    help: str
    group: Group


BINDINGS: tuple[Binding, ...] = (
    Binding(("n", "right"), "next_claim", "next claim", "Moving"),
    Binding(("b", "left"), "previous_claim", "back: previous claim", "Moving"),
    Binding(("f",), "choose_filter", "filter: which claims are shown", "Moving"),
    Binding(("down", "j"), "scroll_down", "scroll down", "Moving"),
    Binding(("up", "k"), "scroll_up", "scroll up", "Moving"),
    Binding(("space", "pagedown"), "page_down", "a screen further", "Moving"),
    Binding(("pageup", "backspace"), "page_up", "a screen back", "Moving"),
    Binding(("tab",), "next_evidence", "select the next passage; 1-9 select by number", "Evidence"),
    Binding(("backtab",), "previous_evidence", "select the previous passage", "Evidence"),
    Binding(("a",), "accept", "accept the selected passage", "Evidence"),
    Binding(("A",), "accept_why", "accept, with a reason", "Evidence"),
    Binding(("r",), "reject", "reject the selected passage", "Evidence"),
    Binding(("R",), "reject_why", "reject, with a reason", "Evidence"),
    Binding(("c",), "change_stance", "change its stance, or what it is about", "Evidence"),
    Binding(("o", "enter"), "open_source", "open the source at the place", "Evidence"),
    Binding(("v",), "verify", "sign as verified, and go on to the next", "The claim"),
    Binding(("s",), "sign", "sign with another decision, or a reason", "The claim"),
    Binding(("m",), "mark", "mark: exempt, dispute stated, unnamed source approved", "The claim"),
    Binding(("t",), "tick_part", "tick one part as checked", "The claim"),
    Binding(("w",), "waive", "waive a finding, for a reason and a time", "The claim"),
    Binding(("Q",), "query", "query: put a question to somebody", "The desk"),
    Binding(("y",), "answer", "record the answer to a query", "The desk"),
    Binding(("N",), "note", "leave a note", "The desk"),
    Binding(("g",), "assign", "give the claim to somebody to check", "The desk"),
    Binding(("l",), "reply", "record an attempt to get a reply", "The desk"),
    Binding(("d",), "open_dropped", "list what was dropped; Enter restores", "The desk"),
    Binding(("u",), "undo", "undo your last decision", "Always"),
    Binding(("?",), "open_help", "show these keys", "Always"),
    Binding(("esc",), "leave", "leave what is open; cancel what is asked", "Always"),
    Binding(("q",), "quit", "quit; everything is saved already", "Always"),
)

SHOWN_NAMES = {
    "right": "→", "left": "←", "up": "↑", "down": "↓", "space": "Space", "pagedown": "PgDn", "pageup": "PgUp",
    "tab": "Tab", "backtab": "Shift-Tab", "enter": "Enter", "esc": "Esc", "backspace": "Backspace",
}  # fmt: skip
"""How keys that are no letter are written on the screen."""

HINTS = "a accept  r reject  v verified  s sign  n next  b back  o open  f filter  ? keys"
"""The line at the foot, for 80 columns."""


def action_for(key: str) -> str | None:
    """The action of a key, or None."""
    return next((binding.action for binding in BINDINGS if key in binding.keys), None)


def shown(binding: Binding) -> str:
    """The keys of a binding as a person reads them."""
    return " ".join(SHOWN_NAMES.get(key, key) for key in binding.keys)
