"""Line and column of a value in a record file; only worked out when there is something to complain about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimcheck.records.dialect import is_own_layout, position

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

Path_ = Sequence[str | int]


def locate(text: str, path: Path_, key: bool = False) -> str:
    """``line:column`` of the value at a path such as ``("claims", 3, "text")``, or of the nearest parent.

    With ``key`` it is the last key's own place.

    Composing nodes is slow, so in our own layout only the slice of the one claim is composed.
    """
    from ruamel.yaml.error import YAMLError

    start, rest = _narrow(text, path)
    end = len(text)
    if start:
        following = re.compile(r"^(?:- |[^\s#-])", re.MULTILINE).search(text, start + 2)
        end = following.start() if following else end
        rest = [0, *rest]
    try:
        index = _compose(text[start:end], rest, key)
    except (YAMLError, ValueError, RecursionError):
        index = 0
    return position(text, start + index)


def _narrow(text: str, path: Path_) -> tuple[int, list[str | int]]:
    """Where the item of the first list begins, if lines can be trusted, and the path from there."""
    if len(path) < 2 or not isinstance(path[1], int) or not is_own_layout(text):
        return 0, list(path)
    head = re.compile(rf"^{re.escape(str(path[0]))}:[ \r]*\n", re.MULTILINE).search(text)
    if head is None:
        return 0, list(path)
    items = re.compile(r"^- ", re.MULTILINE).finditer(text, head.end())
    for number, match in enumerate(items):
        if number == path[1]:
            return match.start(), list(path[2:])
    return 0, list(path)


def _compose(text: str, path: Path_, key: bool) -> int:
    from ruamel.yaml import YAML

    node: Node | None = YAML(typ="safe", pure=True).compose(text)
    mark = 0
    for number, step in enumerate(path, 1):
        found = _child(node, step, key and number == len(path))
        if found is None:
            break
        mark, node = found
    return mark


def _child(node: Node | None, step: str | int, key: bool) -> tuple[int, Node] | None:
    children = getattr(node, "value", None)
    if not isinstance(children, list):
        return None
    if isinstance(step, int):
        if step >= len(children) or isinstance(children[step], tuple):
            return None
        return children[step].start_mark.index, children[step]
    for pair in children:
        if isinstance(pair, tuple) and pair[0].value == step:
            return (pair[0] if key or _is_long(pair[1]) else pair[1]).start_mark.index, pair[1]
    return None


def _is_long(node: Node) -> bool:
    return isinstance(getattr(node, "value", None), list)
