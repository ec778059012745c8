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
        raise DuplicateKey(f"{place}:{_second(text, message)}", duplicate.group(1))
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


def _second(text: str, message: str) -> str:
    """Where the second of two equal keys stands; the parser only knows the mapping, so walk the nodes."""
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import DuplicateKeyError

    at = _AT.search(message)
    lines = text.split("\n")
    first = int(at.group(1)) - 1 if at else 0
    indent = int(at.group(2)) - 1 if at else 0
    last = first + 1
    while last < len(lines) and (not lines[last].strip() or _indent(lines[last]) >= max(indent, 1) or not at):
        last += 1
    loader = YAML(typ="safe", pure=True)
    begin = " " * indent + lines[first][indent:]
    try:
        loader.load("\n".join([begin, *lines[first + 1 : last]]))
    except DuplicateKeyError as error:
        mark = error.problem_mark
        if mark is not None:
            return f"{first + mark.line + 1}:{mark.column + 1}"
    except Exception:
        pass
    return f"{first + 1}:{indent + 1}"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
