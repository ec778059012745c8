"""Records as YAML text: one key a line, texts in double quotes, no folding, defaults left out.

Works on canonical data (:func:`canonical`): plain dictionaries, lists and scalars in a fixed order, so
that the same record is always the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from pydantic import BaseModel

from claimcheck.errors import ClaimcheckError
from claimcheck.records.dialect import TOKEN_KEYS

Data: TypeAlias = "dict[str, Data] | list[Data] | str | int | float | bool | None"
"""What a record file holds, once read."""

# Hashes are quoted always, for some of them would read as numbers.
_PLAIN_KEYS = (TOKEN_KEYS | {"by"}) - {"sha256", "hash", "snapshot", "fingerprint"}
_FLOW_MAPPINGS = frozenset(
    "anchor check_worthiness locator exempt states_dispute unnamed_approved restored shaped retracted "
    "translation_verified ticked heard".split()
)
_FLOW_LISTS = frozenset("parts citations signoffs source cue content hops dropped derived_from".split())
_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9_./-]*\Z")
_NOT_PLAIN = frozenset("null true false yes no on off y n".split())
_ESCAPED = re.compile(
    '["\\\\\x00-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f'
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_LAST = ("start", "end")


class UnwritableText(ClaimcheckError):
    """A text holds what no record file can hold."""

    def __init__(self, key: str, what: str) -> None:
        super().__init__(
            f'The text of "{key}" holds {what}, which a record cannot keep.',
            remedy="Remove that character from the article or source and try again.",
        )


def canonical(record: BaseModel) -> dict[str, Data]:
    """A record as plain data: only what differs from the default, in the order of its model's fields."""
    dumped: dict[str, Data] = record.model_dump(exclude_defaults=True)
    return dumped


def quote(value: str, key: str = "") -> str:
    """A double-quoted YAML scalar on one line; invisible characters become escapes, so a diff shows them.

    Raises:
        UnwritableText: for NUL and for lone surrogates.
    """
    if "\0" in value:
        raise UnwritableText(key, "a NUL character")
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise UnwritableText(key, "half of a surrogate pair") from None
    return f'"{_ESCAPED.sub(_escape, value)}"'


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def scalar(value: Data, key: str) -> str:
    """A scalar: fixed words and ids plain where that is safe, every other text in quotes."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        plain = key in _PLAIN_KEYS and _TOKEN.match(value) and value.lower() not in _NOT_PLAIN
        return value if plain else quote(value, key)
    return repr(value)


def flow(value: Data, key: str) -> str:
    """Any value on one line."""
    if isinstance(value, Mapping):
        names = [name for name in value if name not in _LAST] + [name for name in _LAST if name in value]
        return "{" + ", ".join(f"{_name(name)}: {flow(value[name], name)}" for name in names) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item, key) for item in value) + "]"
    return scalar(value, key)


def _name(name: str) -> str:
    plain = name.isidentifier() and name.isascii() and name.lower() not in _NOT_PLAIN
    return name if plain else quote(name, "key")


def entry(name: str, value: Data, indent: int) -> list[str]:
    """The lines of one key of a mapping at this indent."""
    head = " " * indent + _name(name) + ":"
    if isinstance(value, dict) and value and name not in _FLOW_MAPPINGS:
        return [head, *mapping(value, indent + 2)]
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        if _is_spans(name, value):
            return [f"{head} {flow(value, name)}"]
        return [head, *(line for item in value for line in list_item(name, item, indent))]
    return [f"{head} {flow(value, name)}"]


def _is_spans(name: str, value: Sequence[Data]) -> bool:
    return name in ("source", "cue", "content") and all(
        isinstance(item, dict) and set(item) == {"start", "end"} for item in value
    )


def list_item(name: str, value: Data, indent: int) -> list[str]:
    """The lines of one item of the list under a key at this indent; the dash stands at the same indent."""
    dash = " " * indent + "- "
    if name in _FLOW_LISTS or not isinstance(value, dict) or not value:
        return [dash + flow(value, name)]
    lines = mapping(value, indent + 2)
    return [dash + lines[0][indent + 2 :], *lines[1:]]


def mapping(value: Mapping[str, Data], indent: int) -> list[str]:
    """The lines of a mapping in block style."""
    return [line for name, item in value.items() for line in entry(name, item, indent)]


def document(record: BaseModel) -> str:
    """A whole record file."""
    return "\n".join(mapping(canonical(record), 0)) + "\n"
