"""Every key of the page: the terminal's without the browser's own, and those of what only the page does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from claimcheck.review.keys import BINDINGS, SHOWN_NAMES, Binding, Group

_OTHER_KEYS: dict[str, tuple[str, ...]] = {
    "scroll_down": ("j",),
    "scroll_up": ("k",),
    "next_evidence": ("e",),
    "previous_evidence": ("E",),
}
"""Tab, the arrows up and down and Space do in a page what they do in every page."""
_BROWSERS = frozenset({"page_down", "page_up"})
_OTHER_HELP = {
    "scroll_down": "scroll the card down",
    "scroll_up": "scroll the card up",
    "tick_part": "tick the next part as checked",
    "open_dropped": "what was dropped, with restore",
    "leave": "leave what is open, or the text that has focus",
    "quit": "back to the list of articles; everything is saved already",
}
_ONLY_HERE: tuple[Binding, ...] = (
    Binding(("p",), "add_quotation", "paste a quotation: found and verified at once", "Evidence"),
    Binding(("+",), "attach_source", "attach a source: a file, or what somebody told you", "Evidence"),
    Binding(("S",), "open_sources", "open any source, to select a passage in it", "Evidence"),
    Binding(("i",), "attribution", "who says it: edit the attribution", "The claim"),
    Binding(("x",), "split", "split the claim in two", "The claim"),
    Binding(("M",), "merge", "merge the claim with the next", "The claim"),
    Binding(("O",), "open_orphans", "claims whose sentence is gone", "The desk"),
    Binding(("z",), "open_out", "what is out, who does what, agreement", "The desk"),
    Binding(("P",), "open_people", "people and invitations", "The desk"),
    Binding((".",), "show_newest", "show how things stand now, where others changed them", "Always"),
)
GROUPS: tuple[Group, ...] = ("Moving", "Evidence", "The claim", "The desk", "Always")


def _page_bindings() -> tuple[Binding, ...]:
    kept = [
        replace(
            binding,
            keys=_OTHER_KEYS.get(binding.action, binding.keys),
            help=_OTHER_HELP.get(binding.action, binding.help),
        )
        for binding in BINDINGS
        if binding.action not in _BROWSERS
    ]
    return tuple(sorted([*kept, *_ONLY_HERE], key=lambda binding: GROUPS.index(binding.group)))


PAGE_BINDINGS: tuple[Binding, ...] = _page_bindings()
"""What the page does by key, before a user's own settings."""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one heading of the overlay."""

    title: str
    bindings: tuple[Binding, ...]


def grouped_keys(bindings: Iterable[Binding]) -> tuple[KeyGroup, ...]:
    """Bindings by heading, in the order of the headings."""
    known = tuple(bindings)
    return tuple(KeyGroup(title, tuple(item for item in known if item.group == title)) for title in GROUPS)


def shown_key(key: str) -> str:
    """A key as a person reads it."""
    return SHOWN_NAMES.get(key, key)
