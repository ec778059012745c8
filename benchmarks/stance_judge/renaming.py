"""Other names for the people, places and firms of a group of packs, each time it is drawn.

A network that meets the same few thousand passages again and again learns them by heart, names first. A name
is exchanged for one of another group, in passages and claims alike, so that every stance stays what it is.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pairs import Pack

_WORD = re.compile(r"[^\W\d_]{3,}")
_WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]{2,}")
MOST_GROUPS = 2
"""A name that stands in more groups may be a real one, of which more is known than the passage says."""


class Renamer:
    """Knows the names that stand in a few of the groups alone.

    Args:
        groups: all that may be exchanged with one another.
    """

    def __init__(self, groups: Sequence[Sequence[Pack]]) -> None:
        spread: Counter[str] = Counter()
        common: set[str] = set()
        for group in groups:
            text = _text(group)
            spread.update(set(_WITHIN.findall(text)))
            common.update(word for word in _WORD.findall(text) if word.islower())
        self._names = sorted(
            name for name, count in spread.items() if count <= MOST_GROUPS and name.lower() not in common
        )

    def renamed(self, group: list[Pack], rng: random.Random) -> list[Pack]:
        """The group with its names exchanged; not those that another word of it may be made from."""
        words = set(_WORD.findall(_text(group)))
        heads = Counter(word[:4].lower() for word in words)
        own = sorted(name for name in words.intersection(self._names) if heads[name[:4].lower()] == 1)
        if not own or len(self._names) < len(own):
            return group
        new = dict(zip(own, rng.sample(self._names, len(own)), strict=True))

        def other(text: str) -> str:
            return _WORD.sub(lambda found: new.get(found[0], found[0]), text)

        return [
            replace(pack, passage=other(pack.passage), claims=[(other(c), s) for c, s in pack.claims])
            for pack in group
        ]


def _text(group: Sequence[Pack]) -> str:
    return "\n".join(text for pack in group for text in (pack.passage, *(claim for claim, _ in pack.claims)))
