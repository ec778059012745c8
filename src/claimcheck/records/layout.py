"""Where single records lie in the text of a claims file, found without parsing the whole file.

In our own layout every line can be trusted (:func:`claimcheck.records.dialect.is_own_layout`), so a
search for the id is enough; a file laid out otherwise is composed by ruamel, which is slow but right.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node


_ANY_ID = re.compile(r"""^ *(?:- )?(?P<key>id): +(["']?)(?P<id>[^"'\s#]+)\2""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of a file's text that holds one record.

    Attributes:
        start, end: half-open, in code points of the file's text; whole lines unless ``flow``.
        indent: spaces before the dash.
        flow: True where the record is a flow mapping, or in no layout that lines can be trusted in.
    """

    start: int
    end: int
    indent: int
    flow: bool = False


def claim_slice(text: str, claim_id: str, own: bool) -> Slice | None:
    """Where the claim with this id lies, or None where it is not in the file, or there twice.

    Args:
        own: whether the file is in our own layout.
    """
    if not own:
        return _composed(text, claim_id)
    section = section_slice(text, "claims")
    if section is None:
        return None
    line = re.compile(
        rf"""( *)(- | {{2}})id: +(["']?){re.escape(claim_id)}\3 *(?:#[^\n]*)?\r?$""", re.MULTILINE
    )
    found: list[Slice | None] = []
    at = text.find(claim_id, section.start, section.end)
    while at >= 0:
        match = line.match(text, text.rfind("\n", 0, at) + 1)
        if match is not None:
            found.append(_item(text, match.start(), len(match[1]), section.end))
        at = text.find(claim_id, at + 1, section.end)
    return found[0] if len(found) == 1 else None


def claim_places(text: str, ids: Collection[str], own: bool) -> dict[str, tuple[int, int]]:
    """Line and column, both 1-based, of the ids of some claims; of those that are in the file.

    Args:
        own: whether the file is in our own layout.
    """
    found: dict[str, tuple[int, int]] = {}
    if not own:
        for key, node in _claims(text):
            if key in ids:
                found[key] = node.start_mark.line + 1, node.start_mark.column + 1
        return found
    line, at = 1, 0
    for match in _ANY_ID.finditer(text):
        if match["id"] in ids:
            line, at = line + text.count("\n", at, match.start()), match.start()
            found.setdefault(match["id"], (line, match.start("key") - at + 1))
    return found


def section_slice(text: str, key: str) -> Slice | None:
    """The lines of a top-level key of a file in our own layout, without the comments below it."""
    head = re.compile(rf"(?:\n|\A\ufeff?){re.escape(key)}:(?=[ \r\n]|\Z)[^\n]*").search(text)
    if head is None:
        return None
    start = text.find(key, head.start())
    following = re.compile(r"\n(?=[^ \r\n#-])").search(text, head.end())
    end = following.end() if following else len(text)
    return Slice(start, _trimmed(text, head.end() + 1, end), 0)


def _item(text: str, at: int, indent: int, limit: int) -> Slice | None:
    """The list item at this indent that a position within the claims lies in."""
    dash = "\n" + " " * indent + "- "
    start = text.rfind(dash, 0, at + len(dash) - 1) + 1
    if start == 0:
        return None
    end = text.find(dash, start, limit)
    return Slice(start, _trimmed(text, start, end + 1 if end >= 0 else limit), indent)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without trailing blank and comment lines, which belong to what follows."""
    while end > start:
        line_start = text.rfind("\n", start, end - 1) + 1
        line = text[line_start or start : end].strip()
        if (line and not line.startswith("#")) or line_start <= start:
            break
        end = line_start
    return end


def _composed(text: str, claim_id: str) -> Slice | None:
    return next((_node_slice(text, claim) for key, claim in _claims(text) if key == claim_id), None)


def _claims(text: str) -> Iterator[tuple[str, Node]]:
    """The claims of a file laid out in any way, by id."""
    from ruamel.yaml import YAML

    root: Node = YAML(typ="safe", pure=True).compose(text)
    for key, claims in _pairs(root):
        if key == "claims":
            for claim in claims.value:
                yield from ((value.value, claim) for name, value in _pairs(claim) if name == "id")


def _pairs(node: Node) -> Iterator[tuple[str, Node]]:
    for pair in node.value:
        if isinstance(pair, tuple):
            yield pair[0].value, pair[1]


def _node_slice(text: str, node: Node) -> Slice:
    start, end = node.start_mark.index, node.end_mark.index
    if getattr(node, "flow_style", False):
        return Slice(start, end, 0, flow=True)
    line = text.rfind("\n", 0, start) + 1
    dash = text.rfind("-", line, start)
    if dash < 0:
        return Slice(start, _trimmed(text, start, end), node.start_mark.column, flow=True)
    return Slice(line, _trimmed(text, line, text.rfind("\n", 0, end) + 1 or end), dash - line)
