"""Text of a record file to plain data, with every refusal placed."""

from __future__ import annotations

import json
import re
from typing import NoReturn

import ryaml

from claimcheck.records.dialect import (
    BrokenYaml,
    RecordError,
    position,
    refuse_nul_escapes,
    refuse_unsafe,
)
from claimcheck.records.writing import Data

_AT = re.compile(r"at line (\d+) column (\d+)")
_MAX_JSON_DEPTH = 16


class EmptyRecord(RecordError):
    """The file holds nothing, or something that is not a record."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(
            f"The file holds {what}, not a record.",
            place=place,
            remedy="Restore it from version control, or delete it.",
        )


class DuplicateKey(RecordError):
    """One mapping gives the same key twice."""

    def __init__(self, place: str, key: str) -> None:
        super().__init__(
            f'The key "{key}" stands twice in one record.',
            place=place,
            remedy="Keep one of the two.",
        )


def parse(text: str, place: str) -> dict[str, Data]:
    """The mapping that a YAML record file holds.

    Raises:
        RecordError: one of its subclasses, placed as ``file:line:column``.
    """
    refuse_unsafe(text, place)
    try:
        data: Data = ryaml.loads(text.removeprefix("\ufeff"))  # type: ignore[attr-defined]
    except ValueError as error:
        _complain(str(error), text, place)
    if "\\" in text:
        refuse_nul_escapes(text, place)
    return _mapping(data, place)


def parse_json(text: str, place: str) -> dict[str, Data]:
    """The mapping that a JSON record file holds.

    Raises:
        RecordError: one of its subclasses.
    """
    try:
        return _mapping(json.loads(text, object_pairs_hook=lambda pairs: _unique(pairs, place)), place)
    except json.JSONDecodeError as error:
        half = not text[error.pos :].strip()
        raise BrokenYaml(f"{place}:{error.lineno}:{error.colno}", error.msg, half) from None
    except RecursionError:
        raise BrokenYaml(place, "nested too deeply", False) from None


def _unique(pairs: list[tuple[str, Data]], place: str) -> dict[str, Data]:
    result: dict[str, Data] = {}
    for key, value in pairs:
        if key in result:
            raise DuplicateKey(place, key)
        result[key] = value
    return result


def _mapping(data: Data, place: str) -> dict[str, Data]:
    if isinstance(data, dict):
        return data
    what = "nothing" if data is None else "a list" if isinstance(data, list) else "a single value"
    raise EmptyRecord(place, what)


def _complain(message: str, text: str, place: str) -> NoReturn:
    """Turn the parser's message into ours, with the place it names or that we find."""
    duplicate = re.search(r'duplicate entry with key "(.*?)"', message)
    if duplicate:
        raise DuplicateKey(f"{place}:{_second(text, message, duplicate.group(1))}", duplicate.group(1))
    at = _AT.search(message)
    control = re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    if at is None and control:
        code = f"U+{ord(control.group()):04X}"
        why = f"a control character ({code}) stands there unescaped"
        raise BrokenYaml(f"{place}:{position(text, control.start())}", why, False)
    if at is None:
        raise BrokenYaml(place, message, False)
    line, column = int(at.group(1)), int(at.group(2))
    why = message[: at.start()].strip()
    lines = text.split("\n")
    if line <= len(lines) and "\t" in lines[line - 1][:column]:
        why = "a tab where only spaces may stand"
    half = "end of stream" in message or line >= len(text.rstrip().split("\n")) + 1
    raise BrokenYaml(f"{place}:{line}:{column}", why, half)


def _second(text: str, message: str, key: str) -> str:
    """Where the second of two equal keys stands; the parser only says where their mapping begins."""
    at = _AT.search(message)
    line, indent = (int(at.group(1)) - 1, int(at.group(2)) - 1) if at else (0, 0)
    begin = sum(len(row) + 1 for row in text.split("\n")[:line]) + indent
    name = rf"(?:{re.escape(key)}|\"{re.escape(key)}\"|'{re.escape(key)}')[ ]*:"
    if text.startswith("{", begin):
        pattern = re.compile(rf"[{{,]\s*({name})")
    else:
        pattern = re.compile(rf"^[ ]{{{indent}}}({name})", re.MULTILINE)
    first = 0 if text.startswith("{", begin) or not re.compile(name).match(text, begin) else 1
    places = [match.start(1) for match in pattern.finditer(text, begin)]
    # A key right behind a dash is not at the beginning of its line, so the pattern does not see it.
    seen = first if not places or places[0] != begin else 0
    return position(text, places[1 - seen] if len(places) > 1 - seen else begin)
