"""Records of sources: documents, and what people told the desk."""

from bisect import bisect_left
from operator import attrgetter
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from claimcheck.records.claim_models import Decided
from claimcheck.records.vocabulary import (
    Day,
    Lineage,
    Offset,
    Provider,
    Record,
    Relation,
    Reliability,
    Sha256,
    Slug,
    Span,
    Terms,
    Text,
    Tier,
    Time,
)

_start = attrgetter("start")


def _in_order(parts: list[Span]) -> list[Span]:
    """Spans by their places, those that overlap as one, so that one place is found among many at once."""
    joined: list[Span] = []
    for part in sorted(parts, key=_start):
        if joined and part.start < joined[-1].end:
            joined[-1] = Span(start=joined[-1].start, end=max(part.end, joined[-1].end))
        else:
            joined.append(part)
    return joined


class StoredFile(Record):
    """A file that belongs to a source: path relative to the workspace, and hash of its bytes."""

    path: Text
    sha256: Sha256
    media_type: str | None = None


class Derivation(Record):
    """That a source took (part of) its information from another source of the workspace."""

    source: Slug
    relation: Relation = "derived"
    why: str = ""


class Testimony(Record):
    """What a person told the desk: a source without a document."""

    who: Text
    when: Time
    by: Text
    contact: str = ""
    question: str = ""
    answer: Text


class Retraction(Record):
    """That a source was withdrawn, who recorded it here, and why."""

    at: Time
    by: Text
    why: Text


class LinkCheck(Record):
    """What somebody found who followed a source's address.

    Attributes:
        url: the address that was followed; the record may name another by now.
        outcome: ``gone`` only where the host itself says so; anything else that is no page is ``unclear``.
    """

    at: Time
    by: Text
    url: Text
    outcome: Literal["works", "gone", "unclear"]
    note: str = ""


class Private(Record):
    """All that the public record of a confidential source says: a pseudonym and a keyed hash."""

    pseudonym: Text
    hash: Annotated[str, StringConstraints(pattern=r"^hmac-sha256:[0-9a-f]{64}$")]
    attested_by: Text


class Source(Record):
    """``sources/<id>.yaml``: a document or a testimony.

    Attributes:
        provider: what the desk was asked for: who stands behind it; tier and reliability are derived.
        text: the extracted reading text, relative to the workspace; None where it is not on hand.
        obtainable: for a source that is only cited, where its text could be had.
        link: whether its address still led to it when somebody last looked.
        hops: relays between the origin and the document held.
        translated: True where the document held is a translation; ``translation_verified`` by a person.
        machine_transcript: True where a machine wrote down what was spoken; ``heard`` by a person, who
            compared it with the recording.
        machine_parts: where a machine did so in parts only, these, as spans of the reading text.
        study, wire: labels that sources share when they report one study, or carry one agency copy.
    """

    claimcheck: Literal[1]
    id: Slug
    title: Text
    provider: Provider = "unknown"
    tier: Tier = "tertiary"
    reliability: Reliability = "F"
    lineage: Lineage = "unknown"
    derived_from: list[Derivation] = Field(default_factory=list)
    study: str | None = None
    wire: str | None = None
    terms: Terms = "on record"
    embargo_until: Time | None = None
    named: bool = True
    authors: list[str] = Field(default_factory=list)
    publisher: str | None = None
    owner: str | None = None
    url: str | None = None
    published: Day | None = None
    obtained: Time | None = None
    language: str = "en"
    translated: bool = False
    translator: str | None = None
    translation_verified: Decided | None = None
    machine_transcript: bool = False
    machine_parts: Annotated[list[Span], AfterValidator(_in_order)] = Field(default_factory=list)
    heard: Decided | None = None
    hops: Offset = 0
    text: StoredFile | None = None
    snapshot: StoredFile | None = None
    obtainable: str | None = None
    link: LinkCheck | None = None
    testimony: Testimony | None = None
    retracted: Retraction | None = None
    private: Private | None = None
    no_llm: bool = False
    fictional: bool = False
    notes: str = ""

    @property
    def unheard(self) -> bool:
        """Whether its words are a machine's, and nobody is on record as having heard the recording."""
        return self.machine_transcript and self.heard is None

    def unheard_at(self, start: int | None, end: int | None) -> bool:
        """The same of a span of its reading text; of no span in particular, as of the whole."""
        if not self.machine_parts or start is None or end is None:
            return self.unheard
        # Of those that begin before the end the last reaches furthest.
        last = bisect_left(self.machine_parts, end, key=_start) - 1
        return self.unheard and last >= 0 and start < self.machine_parts[last].end
