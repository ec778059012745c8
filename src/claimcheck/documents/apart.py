"""Text that a file holds beside what is read of it: what no reader sees, what was deleted, what pages repeat
at head and foot. It is kept apart with its place and the reason, and is never evidence.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from claimcheck.documents.model import HiddenText, Locator

_VERSION = 1
LEFT_OUT = (FRAME, LINKS, CALL, BESIDE, CONTROL, FORMULA, DRAWING) = (
    "frame of the page",
    "links to other pages",
    "call to the reader",
    "beside the article",
    "button or list to choose from",
    "formula",
    "words in a drawing",
)
"""Reasons of what everybody sees on a page and what is not read as its article; ``keep`` brings it back."""
STRUCK = "struck out"
_PLACES = ("page", "paragraph", "cell", "time")


def dump_apart(hidden: Sequence[HiddenText]) -> str:
    """The stretches as JSON, one a line, only what is known of each."""
    lines = ",\n".join(json.dumps(apart_data(item), ensure_ascii=False) for item in hidden)
    return f'{{"claimcheck": {_VERSION}, "apart": [\n{lines}\n]}}\n'


def apart_data(item: HiddenText) -> dict[str, object]:
    """``{text, why}`` and what is known of ``page``, ``paragraph``, ``cell``, ``time``."""
    return {"text": item.text, "why": item.why, **_place(item)}


def _place(item: HiddenText) -> dict[str, object]:
    """What is known of the place, by name."""
    where = item.locator or Locator()
    return {name: value for name in _PLACES if (value := getattr(where, name)) is not None}


def parse_apart(text: str) -> tuple[HiddenText, ...]:
    """Read what :func:`dump_apart` wrote.

    Raises:
        ValueError, TypeError, KeyError: if it is not such a list.
    """
    tree = json.loads(text)
    if tree["claimcheck"] != _VERSION:
        raise ValueError("unknown version")
    return tuple(_item(item) for item in tree["apart"])


def _item(item: dict[str, object]) -> HiddenText:
    text, why = str(item["text"]), str(item["why"])  # first, for what is no mapping is told here
    locator = Locator(
        page=_number(item, "page"),
        paragraph=_number(item, "paragraph"),
        cell=_words(item, "cell"),
        time=_words(item, "time"),
    )
    return HiddenText(text, why, locator if locator != Locator() else None)


def _number(item: dict[str, object], name: str) -> int | None:
    value = item.get(name)
    if value is not None and type(value) is not int:
        raise ValueError(f"{name} is no whole number")
    return value


def _words(item: dict[str, object], name: str) -> str | None:
    value = item.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} is no text")
    return value


def say_apart(hidden: Sequence[HiddenText]) -> str:
    """How many stretches there are, and of what kinds, the most frequent first."""
    counts = Counter(item.why for item in hidden)
    return f"{len(hidden)}: " + ", ".join(f"{n} {why}" for why, n in counts.most_common())


def say_why(item: HiddenText) -> str:
    """The reason and the place, in words."""
    return ", ".join([item.why, *(f"{name} {value}" for name, value in _place(item).items())])
