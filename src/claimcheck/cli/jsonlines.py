"""JSON Lines in and out: one answer a line, in order, ``{id, error}`` for a line that cannot be judged."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from math import isinf
from typing import BinaryIO

import click

from claimcheck.errors import ClaimcheckError, ExitCode

LONGEST_LINE = 64 * 1024 * 1024
"""Bytes; a longer line is refused rather than read into memory."""
_HALF = re.compile("[\ud800-\udfff]")


class BadLine(ClaimcheckError):
    """A line that is no request, with what is wrong in words."""


class Request:
    """One parsed line; its getters name the field, and where it stands, when it is missing or no good."""

    def __init__(self, fields: Mapping[str, object], line: str = "", where: str = "") -> None:
        """``where``: the file and the number of the line, for messages."""
        self._fields = fields
        self._line = line
        self._where = where

    def refuse(self, name: str, why: str) -> BadLine:
        """The complaint about a field: where its value stands (column in code points), and what is wrong."""
        key = re.search(rf'"{re.escape(name)}"\s*:\s*', self._line)
        return BadLine(f"{self._where}:{key.end() + 1 if key else 1}: field '{name}' {why}")

    def text(self, name: str) -> str:
        """A required string of whole characters."""
        value = self._fields.get(name)
        if not isinstance(value, str):
            raise self.refuse(name, "is missing" if name not in self._fields else "is not a string")
        return self._whole(name, value)

    def worded(self, name: str, otherwise: str) -> str:
        """A required string with a word in it; ``otherwise`` says what it means that there is none."""
        value = self.text(name)
        if not any(character.isalnum() for character in value):
            raise self.refuse(name, f"has no words: {otherwise}")
        return value

    def optional_text(self, name: str) -> str | None:
        """A string, or None where the field is absent or null."""
        return None if self._fields.get(name) is None else self.text(name)

    def texts(self, name: str) -> list[str]:
        """A list of strings; empty where the field is absent or null."""
        value = self._fields.get(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.refuse(name, "is not a list of strings")
        return [self._whole(name, item) for item in value]

    def _whole(self, name: str, value: str) -> str:
        half = _HALF.search(value)
        if half:
            what = f"half a character, U+{ord(half.group()):04X}, at offset {half.start()}"
            raise self.refuse(name, f"has {what}")
        return value


def answer_lines(stream: BinaryIO, judge: Callable[[Request], Mapping[str, object]]) -> ExitCode:
    """Judge every line of a stream and print the answers; blank lines are passed over.

    Returns:
        CLEAN if every line was answered, COULD_NOT_CHECK if one could not be judged.
    """
    status = ExitCode.CLEAN
    for where, line in _lines(stream):
        answer = _answer(where, line, judge)
        if "error" in answer:
            status = ExitCode.COULD_NOT_CHECK
        click.echo(json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace"))
    return status


def _lines(stream: BinaryIO) -> Iterator[tuple[str, bytes | None]]:
    """Each line that is not blank, None for one too long, with the file's name and the line's number."""
    name = str(getattr(stream, "name", "stdin")).strip("<>")
    for number in count(1):
        line = stream.readline(LONGEST_LINE)
        if not line:
            return
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield f"{name}:{number}", None
        elif line.strip():
            yield f"{name}:{number}", line


def _answer(
    where: str, line: bytes | None, judge: Callable[[Request], Mapping[str, object]]
) -> dict[str, object]:
    name: object = None
    try:
        fields, text = _parsed(where, line)
        name = fields.get("id")
        return {"id": name, **judge(Request(fields, text, where))}
    except ClaimcheckError as error:
        return {"id": name, "error": str(error)}
    except Exception as error:  # one bad line must not cost the answers to the others
        return {"id": name, "error": f"{where}:1: not judged: unexpected {type(error).__name__}: {error}"}


def _parsed(where: str, line: bytes | None) -> tuple[dict[str, object], str]:
    """The fields of a line, and its text.

    Raises:
        BadLine: with file, line and column, if it is no JSON object.
    """
    if line is None:
        raise BadLine(f"{where}:1: the line is longer than {LONGEST_LINE // 1024 // 1024} MB")
    line = line.removeprefix(codecs.BOM_UTF8)
    try:
        text = line.decode("utf-8")
        fields = json.loads(text, parse_constant=_refuse_constant, parse_float=_finite)
    except UnicodeDecodeError as error:
        column = len(line[: error.start].decode("utf-8")) + 1
        raise BadLine(f"{where}:{column}: byte 0x{line[error.start]:02x} is no UTF-8") from None
    except json.JSONDecodeError as error:
        raise BadLine(f"{where}:{error.pos + 1}: no JSON: {error.msg}") from None
    except ValueError as error:
        raise BadLine(f"{where}:1: no JSON: {error}") from None
    except RecursionError:
        raise BadLine(f"{where}:1: nested too deeply") from None
    if not isinstance(fields, dict):
        raise BadLine(f"{where}:1: the line is not a JSON object")
    return fields, text


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is none of its numbers")


def _finite(written: str) -> float:
    value = float(written)
    if isinf(value):
        raise ValueError(f"{written[:40]} is none of its numbers")
    return value


def load_pairs(stream: BinaryIO) -> list[tuple[str, str]]:
    """The ``{id, text}`` lines of a base file as pairs.

    Raises:
        BadLine: with file, line and column, if one is no such object.
    """
    pairs = []
    for where, line in _lines(stream):
        fields, text = _parsed(where, line)
        if "id" not in fields:
            raise BadLine(f"{where}:1: expected an object with id and text")
        pairs.append((str(fields["id"]), Request(fields, text, where).text("text")))
    return pairs
