"""Every key of the review, as data: the terminal and the page show this table and obey it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Literal

from claimcheck.errors import ClaimcheckError

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
    Binding(("c",), "change_stance", "change its stance, or which layer or part it is about", "Evidence"),
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

_HINTED = (
    ("accept", "accept"), ("reject", "reject"), ("verify", "verified"), ("sign", "sign"),
    ("next_claim", "next"), ("previous_claim", "back"), ("open_source", "open"), ("choose_filter", "filter"),
    ("open_help", "keys"),
)  # fmt: skip
"""What the line at the foot names; with the keys as they come it is for 80 columns."""


class UnknownAction(ClaimcheckError):
    """A key of one's own is set for something that no key does."""

    def __init__(self, place: str, action: str, known: Collection[str]) -> None:
        close = get_close_matches(action, known, 1)
        super().__init__(
            f'[review.keys] names "{action[:60]}", which no key does.',
            place=place,
            remedy=f'Did you mean "{close[0]}"?' if close else f"There are: {', '.join(sorted(known))}.",
        )


class NoKey(ClaimcheckError):
    """What is set as a key is none."""

    def __init__(self, place: str, action: str, key: str) -> None:
        super().__init__(
            f'[review.keys] {action} is "{key[:20]}", which is no key; digits select a passage.',
            place=place,
            remedy=f"Give one character, or one of: {', '.join(SHOWN_NAMES)}.",
        )


class KeyTaken(ClaimcheckError):
    """One key would do two things."""

    def __init__(self, place: str, key: str, first: Binding, second: Binding) -> None:
        super().__init__(
            f'The key "{key}" would be both {first.action} and {second.action}.',
            place=place,
            remedy=f'Give one of them another key under [review.keys], such as {first.action} = "{key}" and '
            f'{second.action} = "…".',
        )


def rebound(
    table: Sequence[Binding], own: Mapping[str, Sequence[str]], place: str, elsewhere: Collection[str] = ()
) -> tuple[Binding, ...]:
    """A table of keys with a person's own: the keys given for an action take the place of its usual ones.

    Esc always leaves, whatever else does.

    Args:
        own: keys by action.
        place: the settings file, for messages.
        elsewhere: actions that are not in this table but in another one the same settings serve.

    Raises:
        UnknownAction, NoKey, KeyTaken.
    """
    known = {binding.action for binding in table}
    for action, keys in own.items():
        if action not in known and action not in elsewhere:
            raise UnknownAction(place, action, known | set(elsewhere))
        for key in keys:
            if key not in SHOWN_NAMES and not _is_letter(key):
                raise NoKey(place, action, key)
    bindings = [replace(binding, keys=_keys(binding, own)) for binding in table]
    taken: dict[str, Binding] = {}
    for binding in sorted(bindings, key=lambda binding: binding.action in own):
        for key in binding.keys:
            if key in taken:
                raise KeyTaken(place, key, taken[key], binding)
            taken[key] = binding
    return tuple(bindings)


def _is_letter(key: str) -> bool:
    return len(key) == 1 and key.isprintable() and not key.isspace() and not key.isdigit()


def _keys(binding: Binding, own: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    keys = tuple(dict.fromkeys(own.get(binding.action, binding.keys)))
    return keys if binding.action != "leave" or "esc" in keys else (*keys, "esc")


def action_for(key: str, bindings: Sequence[Binding] = BINDINGS) -> str | None:
    """The action of a key, or None."""
    return next((binding.action for binding in bindings if key in binding.keys), None)


def key_for(action: str, bindings: Sequence[Binding] = BINDINGS) -> str:
    """The first key of an action as a person reads it, or a dash where it has none."""
    keys = next((binding.keys for binding in bindings if binding.action == action), ())
    return SHOWN_NAMES.get(keys[0], keys[0]) if keys else "–"


def hints(bindings: Sequence[Binding] = BINDINGS) -> str:
    """The line at the foot: the keys that are pressed most."""
    return "  ".join(f"{key_for(action, bindings)} {word}" for action, word in _HINTED)


def shown(binding: Binding) -> str:
    """The keys of a binding as a person reads them."""
    return " ".join(SHOWN_NAMES.get(key, key) for key in binding.keys)
