"""Records of the desk's own work: waivers, baseline, queries, notes, assignments."""

from typing import Literal

from pydantic import Field

from claimcheck.records.vocabulary import ClaimId, Day, Record, Text, Time


class Waiver(Record):
    """A finding excused by a named person, for a time."""

    code: Text
    claim: ClaimId
    reason: Text
    by: Text
    expires: Day


class WaiverFile(Record):
    """``claims/waivers.yaml``."""

    claimcheck: Literal[1]
    waivers: list[Waiver] = Field(default_factory=list)


class Baseline(Record):
    """``claims/baseline.json``: fingerprints of findings known when the desk began, each with what it was."""

    claimcheck: Literal[1]
    findings: dict[str, str] = Field(default_factory=dict)


class Query(Record):
    """A question that is out."""

    id: Text
    claim: ClaimId
    to: Text
    what: Text
    asked: Time
    by: Text
    due: Day | None = None
    answer: str | None = None
    answered: Time | None = None


class Note(Record):
    """A remark on a claim."""

    claim: ClaimId
    by: Text
    at: Time
    text: Text


class Assignment(Record):
    """Who is to check a claim."""

    claim: ClaimId
    to: Text
    by: Text
    at: Time


class DeskFile(Record):
    """``claims/<slug>.desk.yaml``: notes, queries and assignments, which a desk may keep out of git."""

    claimcheck: Literal[1]
    queries: list[Query] = Field(default_factory=list)
    notes: list[Note] = Field(default_factory=list)
    assignments: list[Assignment] = Field(default_factory=list)
