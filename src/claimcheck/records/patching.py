"""Changing a record in its file's text: lines of values that did not change stay byte for byte.

Works line by line on our own layout. The result is parsed again and compared with what was meant; where
it differs (a layout not foreseen), the record is written anew as a whole, so a patch is never wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from claimcheck.records import writing
from claimcheck.records.dialect import RecordError
from claimcheck.records.parsing import parse
from claimcheck.records.writing import Data

_HEAD = re.compile(
    r""" *(?:([A-Za-z_][A-Za-z0-9_-]*)|("(?:[^"\\]|\\.)*")|'((?:[^']|'')*)'):(?=[ \r\n]|\Z)([^\n]*)""",
    re.DOTALL,
)
_REST = re.compile(
    r""" *(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\[{].*[\]}]|[^\s"'\[{#](?:[^ ]++| ++(?!#))*+)?"""
    r"( +#[^\n]*?)? *\r?\Z"
)


class _Unforeseen(Exception):
    """The text is not laid out as its data says; write the record anew."""


@dataclass(slots=True)
class _Piece:
    """A key or list item: the comment and blank lines above it, and its own lines."""

    name: str
    above: list[str]
    lines: list[str] = field(default_factory=list)

    def all(self) -> list[str]:
        return self.above + self.lines


def patch(text: str, old: Mapping[str, Data], new: Mapping[str, Data], same: Callable[[Data], bool]) -> str:
    """The text of a block mapping, changed from ``old`` to ``new``.

    Args:
        text: the lines of one mapping, all at its own indent: a file, or the slice of one record.
        old: canonical data of what the text holds. Keys of the text in neither ``old`` nor ``new`` (a
            default written out) stay.
        new: canonical data of what it is to hold.
        same: whether data read back from the patched text is what was meant.
    """
    if old == new:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = _split(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    indent = _indent(lines)
    try:
        patched = _join(_mapping(lines, indent, old, new))
        if not same(parse(patched, "")):
            raise _Unforeseen
    except (_Unforeseen, RecordError, ValidationError):
        patched = _join(_fresh(writing.mapping(new, indent)))
    bom = "\ufeff" if text.startswith("\ufeff") else ""
    return bom + patched.replace("\n", newline)


def _split(text: str) -> list[str]:
    return [line + "\n" for line in text.removesuffix("\n").split("\n")]


def _join(lines: Sequence[str]) -> str:
    return "".join(lines)


def _fresh(lines: Sequence[str]) -> list[str]:
    return [line + "\n" for line in lines]


def _is_trivia(line: str) -> bool:
    stripped = line.strip()
    return not stripped or stripped.startswith("#")


def _indent(lines: Sequence[str]) -> int:
    for line in lines:
        if not _is_trivia(line):
            return len(line) - len(line.lstrip(" "))
    raise _Unforeseen


def _key(line: str, indent: int) -> str | None:
    """The key that a line begins at this indent, or None."""
    if line[:indent].strip(" ") or line[indent : indent + 1] == " ":
        return None
    match = _HEAD.match(line, indent)
    if match is None:
        return None
    bare, double, single, _ = match.groups()
    if double is not None:
        return str(parse(f"{double}: 0", "").popitem()[0])
    return bare if bare is not None else single.replace("''", "'")


def _pieces(lines: Sequence[str], begins: Callable[[str], str | None]) -> tuple[list[_Piece], list[str]]:
    """Cut lines where a key or item begins; the second value is what stands below the last one."""
    pieces: list[_Piece] = []
    pending: list[str] = []
    for line in lines:
        name = None if _is_trivia(line) else begins(line)
        if _is_trivia(line):
            pending.append(line)
            continue
        if name is not None:
            pieces.append(_Piece(name, pending, [line]))
        elif pieces:
            pieces[-1].lines += [*pending, line]
        else:
            raise _Unforeseen
        pending = []
    return pieces, pending


def _mapping(
    lines: Sequence[str], indent: int, old: Mapping[str, Data], new: Mapping[str, Data]
) -> list[str]:
    pieces, tail = _pieces(lines, lambda line: _key(line, indent))
    names = {piece.name for piece in pieces}
    if len(names) != len(pieces) or not names.issuperset(old):
        raise _Unforeseen
    kept = [piece for piece in pieces if piece.name in new or piece.name not in old]
    for piece in kept:
        if piece.name in new and old.get(piece.name) != new[piece.name]:
            piece.lines = _entry(piece, indent, old.get(piece.name), new[piece.name])
    order = list(new)
    for number, name in enumerate(order):
        if name not in names:
            before = set(order[:number])
            at = max((index + 1 for index, piece in enumerate(kept) if piece.name in before), default=0)
            kept.insert(at, _Piece(name, [], _fresh(writing.entry(name, new[name], indent))))
    return [line for piece in kept for line in piece.all()] + tail


def _entry(piece: _Piece, indent: int, old: Data, new: Data) -> list[str]:
    """The lines of a key whose value changed."""
    match = _HEAD.match(piece.lines[0])
    value = match.group(4).strip() if match else "?"
    inner = piece.lines[1:]
    if inner and (not value or value.startswith("#")):
        if isinstance(old, dict) and isinstance(new, dict) and new:
            return [piece.lines[0], *_mapping(inner, _indent(inner), old, new)]
        if isinstance(old, list) and isinstance(new, list) and new:
            return [piece.lines[0], *_list(piece.name, inner, old, new)]
    fresh = _fresh(writing.entry(piece.name, new, indent))
    if value[:1] in ("{", "[") and value[:2] not in ("{}", "[]") and len(piece.lines) == 1:
        head = piece.lines[0].partition(value)[0]
        fresh = [f"{head}{writing.flow(new, piece.name)}\n"]
    comment = _REST.match(match.group(4)) if match and len(fresh) == len(piece.lines) == 1 else None
    if comment and comment.group(1):
        return [fresh[0][:-1] + comment.group(1) + "\n"]
    return fresh


def _list(name: str, lines: Sequence[str], old: list[Data], new: list[Data]) -> list[str]:
    indent = _indent(lines)
    dash = " " * indent + "- "
    pieces, tail = _pieces(lines, lambda line: name if line.startswith(dash) else None)
    if len(pieces) != len(old):
        raise _Unforeseen
    result: list[str] = []
    for item, before in zip(new, _partners(old, new), strict=True):
        if before is None:
            result += _fresh(writing.list_item(name, item, indent))
            continue
        piece = pieces[before]
        if old[before] != item:
            piece.lines = _item(piece, indent, old[before], item)
        result += piece.all()
    return result + tail


def _item(piece: _Piece, indent: int, old: Data, new: Data) -> list[str]:
    first = piece.lines[0]
    body = first[indent + 2 :]
    if not (isinstance(old, dict) and isinstance(new, dict)) or body[:1] in ("{", " "):
        return _fresh(writing.list_item(piece.name, new, indent))
    lines = _mapping([" " * (indent + 2) + body, *piece.lines[1:]], indent + 2, old, new)
    if not lines or _is_trivia(lines[0]):
        raise _Unforeseen
    return [first[:indent] + "- " + lines[0][indent + 2 :], *lines[1:]]


def _partners(old: list[Data], new: list[Data]) -> list[int | None]:
    """For each new item the index of the old item it was, or None: by id, else by place among equals."""
    ids = {item["id"]: index for index, item in enumerate(old) if isinstance(item, dict) and "id" in item}
    if len(ids) == len(old):
        return [_take(ids, item) for item in new]
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle: list[int | None] = [None] * (len(new) - head - tail)
    if len(middle) == len(old) - head - tail:
        middle = list(range(head, head + len(middle)))
    return [*range(head), *middle, *range(len(old) - tail, len(old))]


def _take(ids: dict[Data, int], item: Data) -> int | None:
    return ids.pop(item["id"], None) if isinstance(item, dict) and "id" in item else None
