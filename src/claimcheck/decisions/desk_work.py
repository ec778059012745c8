"""The desk's own steps: waivers, queries, notes, assignments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from claimcheck.decisions.desk import Change, Desk, NothingSaid, check_day
from claimcheck.errors import ClaimcheckError
from claimcheck.records.edits import Edited
from claimcheck.records.fingerprints import fingerprint
from claimcheck.records.models import Assignment, DeskFile, Note, Query, Waiver, WaiverFile
from claimcheck.records.writing import Data, canonical

_IMPOSSIBLE = "CC09"
"""How the codes of what makes a check impossible begin."""


class NeverWaived(ClaimcheckError):
    """A waiver was wanted for what makes a check impossible."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"{code} says that something could not be checked; that cannot be waived.",
            remedy=f"Mend the cause: claimcheck rule {code}",
        )


class ExpiryPast(ClaimcheckError):
    """A waiver would have expired before it began, or its expiry is no date."""

    def __init__(self, expires: str) -> None:
        super().__init__(
            f"A waiver cannot expire on {expires[:40]!r}.",
            remedy="Give a day from today on, such as 2026-12-31.",
        )


class UnknownQuery(ClaimcheckError):
    """No query has that id."""

    def __init__(self, key: str, known: list[str]) -> None:
        remedy = f"Open are: {', '.join(known[:10])}." if known else "None is open."
        super().__init__(f"There is no query {key[:40]!r}.", remedy=remedy)


class AlreadyAnswered(ClaimcheckError):
    """The query has its answer."""

    def __init__(self, query: Query) -> None:
        super().__init__(
            f"The query {query.id} to {query.to} was answered at {query.answered}.",
            remedy="Add a note, or ask anew.",
        )


def waive(desk: Desk, code: str, claim_id: str, reason: str, expires: str) -> Change:
    """Excuse a finding on a claim until a day, that day included; an earlier waiver of it is replaced.

    Args:
        code: the rule's code, as the rules layer resolved it.
        expires: ISO date, not before today.

    Raises:
        UnknownClaim, NothingSaid, ExpiryPast, NeverWaived.
    """
    if code.startswith(_IMPOSSIBLE):
        raise NeverWaived(code)
    if not reason.strip():
        raise NothingSaid("a reason")
    try:
        past = date.fromisoformat(expires) < desk.today
    except ValueError:
        raise ExpiryPast(expires) from None
    if past:
        raise ExpiryPast(expires)
    desk.editor.claim(claim_id)
    waiver = Waiver(code=code, claim=claim_id, reason=reason, by=desk.by, expires=expires)
    replaced: list[list[Waiver]] = []

    def change(record: WaiverFile) -> WaiverFile:
        old = [item for item in record.waivers if (item.code, item.claim) == (code, claim_id)]
        replaced.append(old)
        kept = [item for item in record.waivers if item not in old]
        return WaiverFile(claimcheck=1, waivers=[*kept, waiver])

    edited = desk.editor.change_waivers(change)
    before: list[Data] = [canonical(item) for item in replaced[-1]]
    return desk.done("waive", claim_id, edited.path, {"waivers": before}, {"waivers": [canonical(waiver)]})


def query(desk: Desk, claim_id: str, to: str, what: str, due: str | None = None) -> tuple[Query, Change]:
    """Record a question that goes out, and give its id.

    Args:
        due: ISO date; one that is past is recorded all the same, and the change says so.

    Raises:
        UnknownClaim, NothingSaid, NoDay.
    """
    if not to.strip() or not what.strip():
        raise NothingSaid("whom you ask, and what")
    due = check_day(due)
    desk.editor.claim(claim_id)
    digest = fingerprint([claim_id, to, what, desk.now, desk.by])
    key = "q" + digest.partition(":")[2][:8]
    asked = Query(id=key, claim=claim_id, to=to, what=what, asked=desk.now, by=desk.by, due=due)
    edited = _on_desk(
        desk, claim_id, lambda file: file.model_copy(update={"queries": [*file.queries, asked]})
    )
    change = desk.done("query", claim_id, edited.path, {"queries": []}, {"queries": [canonical(asked)]})
    if due is not None and date.fromisoformat(due) < desk.today:
        change = replace(change, mind=f"{due} is past, so the query is overdue already")
    return asked, change


def answer(desk: Desk, slug: str, key: str, text: str) -> Change:
    """Record the answer to a query.

    Raises:
        UnknownQuery, AlreadyAnswered, NothingSaid.
    """
    if not text.strip():
        raise NothingSaid("the answer")
    touched: list[tuple[Query, Query]] = []

    def change(file: DeskFile) -> DeskFile:
        found = next((item for item in file.queries if item.id == key), None)
        if found is None:
            raise UnknownQuery(key, [item.id for item in file.queries if item.answer is None])
        if found.answer is not None:
            raise AlreadyAnswered(found)
        answered = found.model_copy(update={"answer": text, "answered": desk.now})
        touched.append((found, answered))
        queries = [answered if item is found else item for item in file.queries]
        return file.model_copy(update={"queries": queries})

    edited = desk.editor.change_desk(slug, change)
    before, after = touched[-1]
    return desk.done(
        "answer", before.claim, edited.path, {"queries": [canonical(before)]}, {"queries": [canonical(after)]}
    )


def note(desk: Desk, claim_id: str, text: str) -> Change:
    """Add a remark to a claim.

    Raises:
        UnknownClaim, NothingSaid.
    """
    if not text.strip():
        raise NothingSaid("the note's text")
    desk.editor.claim(claim_id)
    added = Note(claim=claim_id, by=desk.by, at=desk.now, text=text)
    edited = _on_desk(desk, claim_id, lambda file: file.model_copy(update={"notes": [*file.notes, added]}))
    return desk.done("note", claim_id, edited.path, {"notes": []}, {"notes": [canonical(added)]})


def assign(desk: Desk, claim_id: str, to: str) -> Change:
    """Give a claim to a person to check; an earlier assignment of it is replaced.

    Raises:
        UnknownClaim, NothingSaid.
    """
    if not to.strip():
        raise NothingSaid("the name of the one who is to check it")
    desk.editor.claim(claim_id)
    added = Assignment(claim=claim_id, to=to, by=desk.by, at=desk.now)
    replaced: list[list[Assignment]] = []

    def change(file: DeskFile) -> DeskFile:
        replaced.append([item for item in file.assignments if item.claim == claim_id])
        kept = [item for item in file.assignments if item.claim != claim_id]
        return file.model_copy(update={"assignments": [*kept, added]})

    edited = _on_desk(desk, claim_id, change)
    before: list[Data] = [canonical(item) for item in replaced[-1]]
    return desk.done(
        "assign", claim_id, edited.path, {"assignments": before}, {"assignments": [canonical(added)]}
    )


def _on_desk(desk: Desk, claim_id: str, change: Callable[[DeskFile], DeskFile]) -> Edited[DeskFile]:
    return desk.editor.change_desk(claim_id.partition("/")[0], change)
