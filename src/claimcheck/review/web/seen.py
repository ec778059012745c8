"""What was on people's screens: the last versions of claims that were shown, by their token."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from claimcheck.records.models import Claim

_KEPT = 4000


class SeenBefore:
    """So that a conflict can say what changed since; a version long gone is told without it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: OrderedDict[str, Claim] = OrderedDict()

    def note(self, token: str, claim: Claim) -> None:
        """Remember a version that is being shown."""
        with self._lock:
            self._known[token] = claim
            self._known.move_to_end(token)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)

    def claim(self, token: str, claim_id: str) -> Claim | None:
        """The version of a claim that a token stands for."""
        with self._lock:
            found = self._known.get(token)
        return found if found is not None and found.id == claim_id else None
