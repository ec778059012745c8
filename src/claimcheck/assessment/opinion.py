"""From weighed items to belief, disbelief and uncertainty, counted per origin.

Josang, "Subjective Logic" (2016): with R points for, S points against and a prior weight of 2,
belief is R/(R+S+2), disbelief S/(R+S+2) and uncertainty 2/(R+S+2).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from claimcheck.assessment.weights import Item

DIGITS = 9
"""Figures are compared after rounding to this many decimals, so that sums in another order decide alike."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """Belief, disbelief and uncertainty (they sum to 1), the conflict between them, and the points.

    Attributes:
        conflict: ``2 * min(belief, disbelief)``, in [0, 1].
        points_for, points_against: R and S, summed over origins.
    """

    belief: float
    disbelief: float
    uncertainty: float
    conflict: float
    points_for: float
    points_against: float


def form_opinion(points_for: float, points_against: float, prior: float) -> Opinion:
    """The opinion that so many points for and against make."""
    total = math.fsum((points_for, points_against, prior))
    belief, disbelief = points_for / total, points_against / total
    figures = (belief, disbelief, prior / total, 2.0 * min(belief, disbelief), points_for, points_against)
    return Opinion(*(round(figure, DIGITS) for figure in figures))


def count_origins(items: Iterable[Item]) -> dict[str, float]:
    """Points by origin of items that share a stance: what a set of origins says counts once.

    Items that rest on the same origins are one voice, the heaviest of them. A voice that rests on several
    origins (a roundup) counts under one of them only, so that no document is counted twice; the assignment
    is the one that leaves most points standing, so a further voice never takes any away.
    """
    voices: dict[frozenset[str], float] = {}
    for item in items:
        if item.weight > 0.0:
            voices[item.origins] = max(voices.get(item.origins, 0.0), item.points)
    order = sorted(voices, key=lambda voice: (-voices[voice], sorted(voice)))
    # Sets of voices that fit on origins form a matroid, so taking the heaviest first is optimal.
    taken: dict[str, frozenset[str]] = {}
    for voice in order:
        _seat(voice, taken)
    return {origin: voices[taken[origin]] for origin in sorted(taken)}


def _seat(voice: frozenset[str], taken: dict[str, frozenset[str]]) -> None:
    """Give ``voice`` an origin, moving others along if that makes room (an augmenting path)."""
    came_from: dict[str, tuple[frozenset[str], str | None]] = {}
    waiting: list[tuple[frozenset[str], str | None]] = [(voice, None)]
    for asker, previous in waiting:
        for origin in sorted(asker - came_from.keys()):
            came_from[origin] = (asker, previous)
            if origin not in taken:
                _move(origin, came_from, taken)
                return
            waiting.append((taken[origin], origin))


def _move(
    origin: str,
    came_from: Mapping[str, tuple[frozenset[str], str | None]],
    taken: dict[str, frozenset[str]],
) -> None:
    step: str | None = origin
    while step is not None:
        asker, previous = came_from[step]
        taken[step] = asker
        step = previous


def total(counted: Mapping[str, float]) -> float:
    """Sum of the points of all origins, exactly rounded."""
    return math.fsum(counted.values())
