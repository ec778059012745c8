"""Who is here now, and on which claim. Kept in memory; nobody's place outlives a minute of silence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock

_SILENCE = 60.0


@dataclass(frozen=True, slots=True)
class _Place:
    name: str
    slug: str
    short: str
    at: float


class People:
    """The people in the review.

    Args:
        clock: seconds, monotonic.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = Lock()
        self._places: dict[str, _Place] = {}

    def on(self, session: str, name: str, slug: str, short: str) -> bool:
        """Note where somebody is; True where that is another place than before."""
        with self._lock:
            before = self._places.get(session)
            self._places[session] = _Place(name, slug, short, self._clock())
            return before is None or (before.slug, before.short) != (slug, short)

    def gone(self, session: str) -> None:
        """Forget somebody who left."""
        with self._lock:
            self._places.pop(session, None)

    def in_article(self, slug: str, but: str = "") -> Mapping[str, tuple[str, ...]]:
        """Names by the short id of the claim they are on, without one person's own."""
        found: dict[str, set[str]] = {}
        for place in self._live():
            if place.slug == slug and place.short and place.name != but:
                found.setdefault(place.short, set()).add(place.name)
        return {short: tuple(sorted(names)) for short, names in sorted(found.items())}

    def names(self) -> set[str]:
        """Everybody who is here."""
        return {place.name for place in self._live()}

    def _live(self) -> list[_Place]:
        with self._lock:
            now = self._clock()
            old = [key for key, place in self._places.items() if now - place.at > _SILENCE]
            for key in old:
                del self._places[key]
            return list(self._places.values())
