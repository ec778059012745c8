"""JSON Lines in and out: one answer a line, in order, ``{id, error}`` for a line that cannot be judged."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

import click

from claimcheck.errors import ClaimcheckError, ExitCode

LONGEST_LINE = 64 * 1024 * 1024
"""Bytes; a longer line is refused rather than read into memory."""


class BadLine(ClaimcheckError):
    """A line that is no request, with what is wrong in words."""


class Request:
    """One parsed line; its getters name the field when it is missing or of the wrong type."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._fields = fields

    def text(self, name: str) -> str:
        """A required string."""
        value = self._fields.get(name)
        if not isinstance(value, str):
            state = "is missing" if name not in self._fields else "is not a string"
            raise BadLine(f"field '{name}' {state}")
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
            raise BadLine(f"field '{name}' is not a list of strings")
        return value


def answer_lines(stream: BinaryIO, judge: Callable[[Request], Mapping[str, object]]) -> ExitCode:
    """Judge every line of a stream and print the answers; blank lines are passed over.

    Returns:
        CLEAN if every line was answered, COULD_NOT_CHECK if one could not be judged.
    """
    status = ExitCode.CLEAN
    for line in _lines(stream):
        answer = _answer(line, judge)
        if "error" in answer:
            status = ExitCode.COULD_NOT_CHECK
        click.echo(json.dumps(answer, ensure_ascii=False).encode("utf-8", "backslashreplace"))
    return status


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    while line := stream.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            line = b'"this line is longer than 64 MB"'
        if line.strip():
            yield line


def _answer(line: bytes, judge: Callable[[Request], Mapping[str, object]]) -> dict[str, object]:
    name: object = None
    try:
        fields = json.loads(line)
        if not isinstance(fields, dict):
            raise BadLine("the line is not a JSON object")
        name = fields.get("id")
        return {"id": name, **judge(Request(fields))}
    except (ValueError, RecursionError) as error:
        return {"id": name, "error": f"not judged: {error}"}
    except ClaimcheckError as error:
        return {"id": name, "error": str(error)}
    except Exception as error:  # one bad line must not cost the answers to the others
        return {"id": name, "error": f"not judged: unexpected {type(error).__name__}: {error}"}


def load_pairs(stream: BinaryIO) -> list[tuple[str, str]]:
    """The ``{id, text}`` lines of a base file as pairs.

    Raises:
        BadLine: with the line's number, if one is no such object.
    """
    pairs = []
    for number, line in enumerate(_lines(stream), 1):
        try:
            fields = json.loads(line)
            if not isinstance(fields, dict) or "id" not in fields:
                raise BadLine("expected an object with id and text")
            pairs.append((str(fields["id"]), Request(fields).text("text")))
        except (ValueError, RecursionError, ClaimcheckError) as error:
            raise BadLine(f"line {number} of the base file: {error}") from None
    return pairs
