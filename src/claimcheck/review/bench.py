"""Where the reviewer reads and decides: always what is on disk now, and every decision saved at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimcheck.decisions.desk import Change, Desk
from claimcheck.errors import ClaimcheckError
from claimcheck.records.models import Claim
from claimcheck.review.changes import describe
from claimcheck.review.stamps import Stamp, stamp_of
from claimcheck.review.views import ArticleState

Decide = Callable[[Desk], Change]
Waivable = tuple[str, str]
"""Code of a rule, and what it says of the claim."""


class ChangedOutside(ClaimcheckError):
    """The claim is not as it was on the screen when the person decided.

    Attributes:
        by: who changed it, where that is told by what they left.
        what: what they did, one sentence each.
    """

    def __init__(self, claim_id: str, by: str = "", what: Sequence[str] = ()) -> None:
        self.by, self.what = by, tuple(what)
        told = " ".join((f"{by or 'Somebody else'} changed {claim_id} while you had it before you.", *what))
        super().__init__(
            told, remedy="Nothing of yours was written. Look at how it stands now, then decide again."
        )


@dataclass(frozen=True, slots=True)
class Doors:
    """What the review is given by its caller.

    Attributes:
        read: reads the article as it is on disk now.
        desk: the person at work, with the time it is now.
        findings: what the check complains of about a claim and a waiver could excuse.
        watched: files and folders whose change means that the article must be read again.
    """

    read: Callable[[], ArticleState]
    desk: Callable[[], Desk]
    findings: Callable[[str], Sequence[Waivable]]
    watched: Sequence[Path]


class Bench:
    """The article under review."""

    def __init__(self, doors: Doors) -> None:
        self._doors = doors
        self._stamp = self._stamps()
        self.state = doors.read()

    def refresh(self) -> bool:
        """Read again if a file changed; True where the article's state differs from before."""
        stamp = self._stamps()
        if stamp == self._stamp:
            return False
        self._stamp, before = stamp, self.state
        self.state = self._doors.read()
        return (before.record, before.desk, before.sources) != (
            self.state.record,
            self.state.desk,
            self.state.sources,
        )

    def decide(self, seen: Claim, decide: Decide) -> Change:
        """Write a decision about a claim, if the claim is still what the person saw.

        Raises:
            ChangedOutside; and what the decision raises.
        """
        self.refresh()
        now = self.state.claim(seen.id)
        if now != seen:
            raise ChangedOutside(seen.id, *describe(seen, now))
        return self.write(decide)

    def write(self, decide: Decide) -> Change:
        """Write a decision and read what came of it.

        Raises:
            What the decision raises.
        """
        change = decide(self._doors.desk())
        self._stamp = self._stamps()
        self.state = self._doors.read()
        return change

    def findings(self, claim_id: str) -> Sequence[Waivable]:
        """What a waiver could excuse about a claim."""
        return self._doors.findings(claim_id)

    def _stamps(self) -> tuple[Stamp, ...]:
        return tuple(stamp_of(path) for path in self._doors.watched)
