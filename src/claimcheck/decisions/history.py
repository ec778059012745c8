"""The records as the desk's decisions stood at an earlier moment. Pure, but for the reading.

A record keeps when each decision was made, but of one decision only its last state: what was accepted and
later rejected shows as not yet decided in between. Texts are those on record now; git has the older ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from claimcheck.decisions.desk import with_fields
from claimcheck.errors import ClaimcheckError
from claimcheck.records.models import Claim, ClaimFile, Decided, Evidence, Source
from claimcheck.records.workspace import Loaded, Workspace


class NoMoment(ClaimcheckError):
    """What was given as a day or time is none."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"{given[:40]!r} is no day.",
            remedy="Write a day such as 2026-03-04, or a time such as 2026-03-04T18:00:00Z.",
        )


def end_of(given: str, time_zone: str) -> datetime:
    """The moment that a day (its end, in a time zone) or a time stands for.

    Raises:
        NoMoment.
    """
    try:
        if len(given) == len("2026-03-04"):
            after = datetime.combine(date.fromisoformat(given), time(), ZoneInfo(time_zone)) + timedelta(
                days=1
            )
            return after.astimezone(UTC) - timedelta(seconds=1)
        moment = datetime.fromisoformat(given)
    except (ValueError, OverflowError):
        raise NoMoment(given) from None
    if moment.tzinfo is None:
        raise NoMoment(given)
    return moment.astimezone(UTC)


class PastWorkspace(Workspace):
    """A workspace whose articles and sources read as they stood at ``moment``; never written to."""

    def __init__(self, now: Workspace, moment: datetime) -> None:
        super().__init__(now.root, now.settings)
        self.moment = moment

    def article(self, slug: str) -> Loaded[ClaimFile]:
        """One article's claims, without what was decided later."""
        loaded = super().article(slug)
        sources = {item.record.id: item.record for item in self.sources()}
        known = {
            name for name, source in sources.items() if not _after(source.obtained, self.moment)
        } | _unrecorded(loaded.record, sources)
        return replace(loaded, record=article_as_of(loaded.record, self.moment, known))

    def source(self, source: str) -> Loaded[Source]:
        """One source's record, without a retraction that came later."""
        loaded = super().source(source)
        retracted = loaded.record.retracted
        if retracted is None or not _after(retracted.at, self.moment):
            return loaded
        return replace(loaded, record=loaded.record.model_copy(update={"retracted": None}))


def _unrecorded(record: ClaimFile, sources: dict[str, Source]) -> set[str]:
    return {item.source for claim in record.claims for item in claim.evidence} - sources.keys()


def article_as_of(record: ClaimFile, moment: datetime, known: set[str]) -> ClaimFile:
    """An article's claims without what was decided after a moment.

    Args:
        known: ids of the sources that the desk held then.
    """
    there = [claim for claim in record.claims if claim.restored is None or not _later(claim.restored, moment)]
    return record.model_copy(update={"claims": [_claim(claim, moment, known) for claim in there]})


def _claim(claim: Claim, moment: datetime, known: set[str]) -> Claim:
    def kept(decided: Decided | None) -> Decided | None:
        return None if decided is None or _later(decided, moment) else decided

    return with_fields(
        claim,
        parts=[part.model_copy(update={"ticked": kept(part.ticked)}) for part in claim.parts],
        evidence=list(_evidence(claim, moment, known)),
        signoffs=[item for item in claim.signoffs if not _after(item.at, moment)],
        exempt=kept(claim.exempt),
        states_dispute=kept(claim.states_dispute),
        unnamed_approved=kept(claim.unnamed_approved),
        reply_sought=[item for item in claim.reply_sought if not _after(item.at, moment)],
        corrections=[item for item in claim.corrections if not _after(item.at, moment)],
    )


def _evidence(claim: Claim, moment: datetime, known: set[str]) -> Iterator[Evidence]:
    for item in claim.evidence:
        if item.source not in known:
            continue
        if item.status == "proposed" or not _after(item.at, moment):
            yield item
        elif item.judge is not None:
            undecided = {"status": "proposed", "by": None, "at": None, "why": ""}
            yield Evidence.model_validate({**dict(item), **undecided})


def _later(decided: Decided, moment: datetime) -> bool:
    return _after(decided.at, moment)


def _after(at: str | None, moment: datetime) -> bool:
    return at is not None and datetime.fromisoformat(at) > moment
