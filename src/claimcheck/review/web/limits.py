"""How much one visitor may ask for: bodies in bytes, requests by token bucket."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

BODY = 256 * 1024
"""Bytes of a request, but for an upload."""
UPLOAD = 32 * 1024 * 1024
BODY_SECONDS = 30.0
"""A request that takes longer to arrive is dropped."""
STREAMS = 8
"""Event streams that one visitor may hold open at once."""
_KEPT = 1024


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and so many a second in the long run."""

    burst: float
    per_second: float


REQUESTS = Rate(600, 60)
ENTRIES = Rate(10, 0.2)
"""Tries to come in with a link, for each address."""


class Buckets:
    """Token buckets by visitor or address; those longest unused are forgotten.

    Args:
        clock: seconds, monotonic.
    """

    def __init__(self, rate: Rate, clock: Callable[[], float]) -> None:
        self._rate = rate
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, who: str) -> float:
        """Take one; 0 where that is allowed, else seconds until it would be."""
        now = self._clock()
        left, last = self._left.pop(who, (self._rate.burst, now))
        left = min(self._rate.burst, left + (now - last) * self._rate.per_second)
        allowed = left >= 1
        self._left[who] = (left - 1 if allowed else left, now)
        while len(self._left) > _KEPT:
            self._left.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self._rate.per_second
