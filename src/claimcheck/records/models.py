"""The records as pydantic models: strict, frozen, and closed (an unknown key is an error).

Offsets are half-open ``[start, end)`` in code points: of the article's or the source's reading text,
except in parts and attributions, where they count within the claim's own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

FORMAT_VERSION = 1

Kind = Literal[
    "event",
    "quantity",
    "quotation",
    "reported",
    "state",
    "identity",
    "comparison",
    "cause",
    "allegation",
    "prediction",
    "judgement",
]
Stage = Literal["draft", "checking", "cleared", "published"]
WorthinessLabel = Literal["NFS", "UFS", "CFS"]
PartKind = Literal["figure", "date", "name", "quotation", "rest"]
AttributionKind = Literal["direct", "indirect", "mixed"]
Tier = Literal["primary", "first-hand", "secondary", "tertiary"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Lineage = Literal["original", "derived", "unknown"]
Terms = Literal["on record", "background", "off record", "embargo"]
Relation = Literal["derived", "same-study", "same-wire", "copied", "cites"]
Provider = Literal["official-record", "named-witness", "agency", "outlet", "party", "unknown"]
Layer = Literal["statement", "content"]
Stance = Literal["supports", "contradicts", "neutral"]
EvidenceStatus = Literal["proposed", "accepted", "rejected"]
QuotationMatch = Literal["verbatim", "edited", "altered", "truncated", "absent"]
Decision = Literal[
    "verified", "fixed in text", "on author", "could not determine", "published at editor's risk"
]
Genre = Literal["news", "analysis", "opinion"]

_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,79}\Z")
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z\Z")
_DAY = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?\Z"
)


def _check_time(value: str) -> str:
    if not _TIME.match(value):
        raise ValueError("times are UTC, RFC 3339, such as 2026-03-04T09:12:00Z")
    datetime.fromisoformat(value)
    return value


def _check_day(value: str) -> str:
    if not _DAY.match(value):
        raise ValueError("dates are ISO 8601, such as 2026-03-04")
    datetime.fromisoformat(value)
    return value


def _check_slug(value: str) -> str:
    if not _SLUG.match(value):
        raise ValueError(
            "an id is lower-case letters, digits and hyphens, at most 80, beginning with a letter or digit"
        )
    return value


def _check_claim_id(value: str) -> str:
    slug, separator, key = value.partition("/")
    _check_slug(slug)
    if not separator or not re.fullmatch(r"[a-z2-7]{8,52}", key):
        raise ValueError("a claim id is <article>/<8 or more base32 characters>")
    return value


Time = Annotated[str, AfterValidator(_check_time)]
"""UTC, RFC 3339, ending in ``Z``."""
Day = Annotated[str, AfterValidator(_check_day)]
"""An ISO date, or an ISO date and time where only the date is asked for by most readers."""
Slug = Annotated[str, AfterValidator(_check_slug)]
ClaimId = Annotated[str, AfterValidator(_check_claim_id)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Text = Annotated[str, StringConstraints(min_length=1)]
Offset = Annotated[int, Field(ge=0)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]


class Record(BaseModel):
    """Base of every record: strict, frozen, closed."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Span(Record):
    """A half-open span ``[start, end)`` in code points."""

    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _ordered(self) -> Span:
        if self.end < self.start:
            raise ValueError(f"end {self.end} lies before start {self.start}")
        return self


class Anchor(Span):
    """Where the claim's text stands in the article (W3C text quote and position selector)."""

    prefix: str = ""
    suffix: str = ""


class Worthiness(Record):
    """Whether a claim is worth checking (ClaimBuster's three classes), and a score in [0, 1]."""

    label: WorthinessLabel
    score: Share


class Part(Span):
    """A span of the claim's text that is checked by itself."""

    kind: PartKind
    ticked: Decided | None = None


class Hop(Record):
    """One relay between the one who said it and the reader: who relays, and how."""

    name: str
    how: Literal["translated", "reported", "cited", "quoted"] = "reported"


class Attribution(Record):
    """Who says what in a claim; every list holds spans within the claim's text, for parts may lie apart.

    Attributes:
        speaker: the one who speaks, resolved (a pronoun spelled out), or None if nobody is named.
        hops: relays, from the original outwards.
        hedge: the hedging words ("reportedly"), or None.
        anonymous: True where the source is unnamed, collective or absent.
    """

    source: list[Span] = []
    cue: list[Span] = []
    content: list[Span] = []
    kind: AttributionKind
    speaker: str | None = None
    hops: list[Hop] = []
    hedge: str | None = None
    anonymous: bool = False
    translator: str | None = None


class Citation(Span):
    """A reference the writer made, on exactly the words (within the claim's text) it hangs on."""

    target: Text
    kind: Literal["link", "footnote", "comment", "named"]
    source: Slug | None = None


class Place(Record):
    """A locator, as a person would look it up in the original."""

    page: int | None = None
    paragraph: int | None = None
    cell: str | None = None
    time: str | None = None


class Decided(Record):
    """Who decided, when, and why."""

    by: Text
    at: Time
    why: str = ""


class Evidence(Record):
    """A claim, or parts of it, linked to a passage of a source.

    Attributes:
        about: ``statement`` (that X said it) or ``content`` (what X said).
        exact: the passage word for word; ``len(exact) == end - start``.
        start, end: span in the source's reading text; both None for a testimony or a cited-only source.
        snapshot: ``sha256:`` and the hash of the source's reading text the span counts in.
        parts: indices into the claim's parts that the passage covers; empty means the claim as a whole.
        tier, reliability: override the source's for this passage.
        match: for quotations, the verdict of the word-level comparison.
        reason: why it was proposed, in words.
        judge: what proposed it, with version (``facts/1``); None where a person added it.
    """

    source: Slug
    about: Layer
    stance: Stance
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: Offset | None = None
    end: Offset | None = None
    locator: Place | None = None
    snapshot: str | None = None
    parts: list[Offset] = []
    tier: Tier | None = None
    reliability: Reliability | None = None
    match: QuotationMatch | None = None
    confidence: Share | None = None
    reason: str = ""
    judge: str | None = None
    status: EvidenceStatus
    by: str | None = None
    at: Time | None = None
    why: str = ""

    @model_validator(mode="after")
    def _consistent(self) -> Evidence:
        if (self.start is None) != (self.end is None):
            raise ValueError("start and end come together")
        if self.start is not None and self.end is not None and self.end - self.start != len(self.exact):
            raise ValueError(
                f"exact has {len(self.exact)} characters, but end - start is {self.end - self.start}"
            )
        if self.status != "proposed" and (self.by is None or self.at is None):
            raise ValueError(f"{self.status} evidence names who decided (by) and when (at)")
        return self


class SignOff(Record):
    """A named person's decision on a claim, with the fingerprint of what was judged."""

    by: Text
    at: Time
    decision: Decision
    fingerprint: Annotated[str, StringConstraints(pattern=r"^cc1:[0-9a-f]{16,64}$")]
    why: str = ""


class ReplyAttempt(Record):
    """An attempt to get a reply from the one an allegation is about."""

    to: Text
    at: Time
    by: Text
    how: str = ""
    answer: str | None = None


class Correction(Record):
    """A correction after publication."""

    at: Time
    by: Text
    was: Text
    now: Text
    notice: str = ""
    cause: str = ""
    found_by: str = ""


class Claim(Record):
    """One assertive sentence of an article.

    Attributes:
        text: the sentence, exactly as in the reading text; ``len(text) == anchor.end - anchor.start``.
        section: text of the heading it stands under, or empty.
        asserted: True where the article itself asserts the content, not only that somebody said it.
        resolved: context-dependent words of the claim, spelled out ("this study" -> "the 2025 study").
        exempt: a named person says the claim needs no sourcing.
        states_dispute: a named person says the text itself states the dispute.
        unnamed_approved: an editor approved the use of an unnamed source.
        restored: a person brought this sentence back after it had been dropped.
        was: the claim's text before the last change of the article, where that reopened it.
        orphan: True where the sentence is gone from the article; the evidence waits for a person.
    """

    id: ClaimId
    text: Text
    anchor: Anchor
    kind: Kind
    block: str = "paragraph"
    section: str = ""
    check_worthiness: Worthiness
    asserted: bool = True
    attributions: list[Attribution] = []
    parts: list[Part] = []
    citations: list[Citation] = []
    resolved: dict[str, str] = {}
    evidence: list[Evidence] = []
    signoffs: list[SignOff] = []
    exempt: Decided | None = None
    states_dispute: Decided | None = None
    unnamed_approved: Decided | None = None
    restored: Decided | None = None
    reply_sought: list[ReplyAttempt] = []
    corrections: list[Correction] = []
    was: str | None = None
    orphan: bool = False

    @model_validator(mode="after")
    def _anchored(self) -> Claim:
        length = len(self.text)
        if self.anchor.end - self.anchor.start != length:
            raise ValueError(
                f"text has {length} characters, but the anchor spans {self.anchor.end - self.anchor.start}"
            )
        for name, spans in self._inner_spans():
            for span in spans:
                if span.end > length:
                    raise ValueError(
                        f"{name}: {span.start}-{span.end} lies outside the text ({length} characters)"
                    )
        for item in self.evidence:
            if item.parts and max(item.parts) >= len(self.parts):
                raise ValueError(
                    f"evidence covers part {max(item.parts)}, but parts are 0 to {len(self.parts) - 1}"
                )
        return self

    def _inner_spans(self) -> Iterator[tuple[str, Sequence[Span]]]:
        yield "parts", self.parts
        yield "citations", self.citations
        for attribution in self.attributions:
            yield "attribution source", attribution.source
            yield "attribution cue", attribution.cue
            yield "attribution content", attribution.content


class Article(Record):
    """The text being checked."""

    title: str
    path: str
    sha256: Sha256
    published: Day | None = None
    stage: Stage = "draft"
    language: str = "en"
    genre: Genre = "news"
    writer: str | None = None


class Dropped(Span):
    """A stretch of the article that is no claim, and why."""

    text: str
    why: Text

    @model_validator(mode="after")
    def _exact(self) -> Dropped:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"text has {len(self.text)} characters, but end - start is {self.end - self.start}"
            )
        return self


class ClaimFile(Record):
    """``claims/<slug>.yaml``."""

    claimcheck: Literal[1]
    article: Article
    claims: list[Claim] = []
    dropped: list[Dropped] = []


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
        hops: relays between the origin and the document held.
        translated: True where the document held is a translation; ``translation_verified`` by a person.
        study, wire: labels that sources share when they report one study, or carry one agency copy.
    """

    claimcheck: Literal[1]
    id: Slug
    title: Text
    provider: Provider = "unknown"
    tier: Tier = "tertiary"
    reliability: Reliability = "F"
    lineage: Lineage = "unknown"
    derived_from: list[Derivation] = []
    study: str | None = None
    wire: str | None = None
    terms: Terms = "on record"
    embargo_until: Time | None = None
    named: bool = True
    authors: list[str] = []
    publisher: str | None = None
    owner: str | None = None
    url: str | None = None
    published: Day | None = None
    obtained: Time | None = None
    language: str = "en"
    translated: bool = False
    translator: str | None = None
    translation_verified: Decided | None = None
    hops: Offset = 0
    text: StoredFile | None = None
    snapshot: StoredFile | None = None
    obtainable: str | None = None
    testimony: Testimony | None = None
    retracted: Retraction | None = None
    private: Private | None = None
    no_llm: bool = False
    fictional: bool = False
    notes: str = ""


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
    waivers: list[Waiver] = []


class Baseline(Record):
    """``claims/baseline.json``: fingerprints of findings known when the desk began, each with what it was."""

    claimcheck: Literal[1]
    findings: dict[str, str] = {}


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
    queries: list[Query] = []
    notes: list[Note] = []
    assignments: list[Assignment] = []


Part.model_rebuild()
