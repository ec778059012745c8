"""What a request may say, and what it is answered."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from claimcheck.records.models import Decision, Layer, Stance

Words = Annotated[str, Field(max_length=4000)]
"""What a person types."""
Long = Annotated[str, Field(max_length=100_000)]
Name = Annotated[str, Field(max_length=200)]
Key = Annotated[str, Field(max_length=40)]
Offset = Annotated[int, Field(ge=0, le=2**31)]
Mark = Literal["exempt", "states-dispute", "unnamed-approved"]


class Body(BaseModel):
    """Base of every request: closed, and strict."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Seen(Body):
    """A decision that rests on what was on the screen."""

    seen: Annotated[str, Field(max_length=80, description="Token of the claim as it was shown.")]


class OnItem(Seen):
    """Accept or reject one item of evidence."""

    key: Key
    why: Words = ""


class ToStance(Seen):
    """What an item of evidence shows; ``parts`` of the claim count from 1, none are the whole."""

    key: Key
    stance: Stance
    about: Layer | None = None
    parts: Annotated[list[int], Field(max_length=1000)] | None = None


class Passage(Seen):
    """Words selected in a source, in code points of its reading text."""

    source: Name
    start: Offset
    end: Offset
    about: Layer
    stance: Stance
    why: Words = ""


class Quoted(Seen):
    """Words pasted, to be found and verified in one source or all; ``dry`` writes nothing."""

    quote: Annotated[str, Field(min_length=1, max_length=10_000)]
    source: Name | None = None
    about: Layer = "statement"
    stance: Stance | None = None
    dry: bool = False
    why: Words = ""


class Relay(Body):
    """One relay between the one who said it and the reader."""

    name: Name
    how: Literal["translated", "reported", "cited", "quoted"] = "reported"


class Attributed(Seen):
    """Who says it: one attribution, counted from 1; one more than there are adds one."""

    number: Annotated[int, Field(ge=1, le=100)]
    speaker: Name | None = None
    kind: Literal["direct", "indirect", "mixed"] | None = None
    anonymous: bool | None = None
    hedge: Name | None = None
    translator: Name | None = None
    hops: Annotated[list[Relay], Field(max_length=10)] | None = None
    remove: bool = False


class Signed(Seen):
    """One's name to a claim."""

    decision: Decision
    why: Words = ""


class Ticked(Seen):
    """One part checked, counted from 1."""

    part: Annotated[int, Field(ge=1, le=1000)]
    why: Words = ""


class Marked(Seen):
    """One of the three marks, or taken back."""

    mark: Mark
    why: Words = ""
    undo: bool = False


class Cut(Seen):
    """Where a claim is cut in two: an offset in its text, in code points."""

    at: Offset


class Joined(Seen):
    """The claim that this one is joined with; short id."""

    with_: Annotated[str, Field(alias="with", max_length=80)]


class Waived(Seen):
    """A finding excused."""

    code: Name
    reason: Words
    expires: Name


class Asked(Body):
    """A question that goes out."""

    to: Name
    what: Words
    due: Name | None = None


class Answered(Body):
    """The answer to a query."""

    query: Key
    text: Long


class Noted(Body):
    """A remark."""

    text: Words


class Assigned(Body):
    """Who is to check a claim."""

    to: Name


class Sought(Body):
    """An attempt to get a reply."""

    to: Name
    how: Words = ""
    said: Long | None = None


class Restored(Body):
    """A dropped stretch that is a claim after all."""

    start: Offset
    why: Words = ""


class Here(Body):
    """Where somebody is."""

    slug: Name
    claim: Annotated[str, Field(max_length=80)] = ""


class Invite(Body):
    """Somebody to be invited."""

    name: Name
    role: Literal["editor", "checker", "reader"]
    days: Annotated[int, Field(ge=1, le=30)] = 7
    confidential: bool = False


class Empty(Body):
    """Nothing needs to be said."""


class Said(Body):
    """What a person told the desk."""

    who: Name
    when: Name | None = None
    question: Long = ""
    answer: Long
    contact: Name = ""


class Told(Body):
    """A source without a document."""

    testimony: Said
    title: Name | None = None


class Done(BaseModel):
    """A decision that was written.

    Attributes:
        claim: short id of the claim to look at now.
        mark: how it stands for the visitor; None where the claim is gone.
        seen: token of the claim as it is now, for the next decision.
        gone: short ids of claims that are no more, or new.
    """

    done: str
    undo: bool = True
    slug: str
    claim: str
    mark: dict[str, object] | None
    seen: str
    revision: str
    others: list[str] = []


class Refused(BaseModel):
    """Why nothing was done."""

    error: str
    remedy: str


class Conflict(BaseModel):
    """What changed under a decision; nothing was written."""

    conflict: dict[str, object]
    mark: dict[str, object] | None
    seen: str
    error: str
    remedy: str


class Difference(BaseModel):
    """One place where what was pasted and the source part."""

    kind: str
    printed: str
    source: str


class Located(BaseModel):
    """Where pasted words stand, and what differs; ``done`` is empty where nothing was written."""

    match: str
    score: float
    source: str
    start: int | None
    end: int | None
    exact: str
    differences: list[Difference]
    warnings: list[str]
    done: str = ""
    undo: bool = False
    claim: str = ""
    mark: dict[str, object] | None = None
    seen: str = ""
    revision: str = ""
