"""Where an element stands among its brothers and sisters, in time linear in the page.

Few are counted where they stand; a crowd (the rows of a long table) is numbered once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

_FEW = 30


@dataclass(frozen=True, slots=True)
class _Crowd:
    """The children of one element.

    Attributes:
        numbers: of each, its place among all and among those of its name, counted from 1 on.
        names: how many there are of each name.
    """

    numbers: dict[HtmlElement, tuple[int, int]]
    names: Counter[str]


class Places:
    """The places of a page's elements; for one reading of one page that does not change meanwhile."""

    def __init__(self) -> None:
        self._crowds: dict[HtmlElement, _Crowd] = {}

    def place(self, element: HtmlElement, parent: HtmlElement, *, last: bool, alike: bool) -> int:
        """Where an element stands among the children of its parent, counted from 1 on.

        Args:
            last: counts from the last one back.
            alike: counts those of its own name only.
        """
        few = list(islice(element.itersiblings(preceding=not last), _FEW))
        if len(few) < _FEW:
            return 1 + sum(
                1 for one in few if one.tag == element.tag or (not alike and isinstance(one.tag, str))
            )
        crowd = self._crowds.get(parent)
        if crowd is None:
            crowd = self._crowds[parent] = _numbered(parent)
        among_all, among_its_own = crowd.numbers[element]
        first = among_its_own if alike else among_all
        every = crowd.names[str(element.tag)] if alike else len(crowd.numbers)
        return every - first + 1 if last else first


def _numbered(parent: HtmlElement) -> _Crowd:
    names: Counter[str] = Counter()
    numbers: dict[HtmlElement, tuple[int, int]] = {}
    for child in parent:
        if isinstance(child.tag, str):
            names[child.tag] += 1
            numbers[child] = (len(numbers) + 1, names[child.tag])
    return _Crowd(numbers, names)
