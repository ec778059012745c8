"""Records of an article: its claims, their evidence and decisions.

Offsets are half-open ``[start, end)`` in code points: of the article's or the source's reading text,
except in parts and attributions, where they count within the claim's own text.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from claimcheck.records.vocabulary import (
    AttributionKind,
    ClaimId,
    Day,
    Decision,
    EvidenceStatus,
    Genre,
    Kind,
    Layer,
    Offset,
    PartKind,
    QuotationMatch,
    Record,
    Reliability,
    Sha256,
    Share,
    Slug,
    Span,
    Stage,
    Stance,
    Text,
    Tier,
    Time,
    WorthinessLabel,
)


class Anchor(Span):
    """Where the claim's text stands in the article (W3C text quote and position selector)."""

    prefix: str = ""
    suffix: str = ""


class Worthiness(Record):
    """Whether a claim is worth checking (ClaimBuster's three classes), and a score in [0, 1]."""

    label: WorthinessLabel
    score: Share


class Decided(Record):
    """Who decided, when, and why."""

    by: Text
    at: Time
    why: str = ""


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

    source: list[Span] = Field(default_factory=list)
    cue: list[Span] = Field(default_factory=list)
    content: list[Span] = Field(default_factory=list)
    kind: AttributionKind
    speaker: str | None = None
    hops: list[Hop] = Field(default_factory=list)
    hedge: str | None = None
    anonymous: bool = False
    translator: str | None = None


class Citation(Span):
    """A reference the writer made, on exactly the words (within the claim's text) it hangs on."""

    target: Text
    kind: Literal["link", "footnote", "comment", "named"]
    source: Slug | None = None


class Place(Record):
    """A locator, as a person would look it up in the original.

    Attributes:
        time: ``HH:MM:SS`` of a recording.
        heading: the headings it stands under, outermost first, joined by ``" > "``.
    """

    page: int | None = None
    paragraph: int | None = None
    cell: str | None = None
    time: str | None = None
    heading: str | None = None


class Calculation(Record):
    """How a figure of the claim is worked out from cells of a table; ``check`` works it out again.

    Attributes:
        formula: as in a spreadsheet, such as ``SUM(B2:B7)`` or ``(C3 - C2) / C2 * 100``.
        cells: what the source has in each cell that the formula names, as printed there.
    """

    formula: Text
    cells: dict[str, str] = Field(default_factory=dict)


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
        said_by: for quotations, who says the words in the source, as far as it shows: a name, or
            ``NARRATION`` where they are the source's own and the claim's speaker is another.
        calculation: for tables, how a figure of the claim follows from the cells.
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
    parts: list[Offset] = Field(default_factory=list)
    tier: Tier | None = None
    reliability: Reliability | None = None
    match: QuotationMatch | None = None
    said_by: str | None = None
    calculation: Calculation | None = None
    confidence: Share | None = None
    reason: str = ""
    judge: str | None = None
    status: EvidenceStatus
    by: str | None = None
    at: Time | None = None
    why: str = ""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
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
        locator: page, paragraph, cell or time in the article's file, where that has no lines to name.
        asserted: True where the article itself asserts the content, not only that somebody said it.
        resolved: context-dependent words of the claim, spelled out ("this study" -> "the 2025 study").
        exempt: a named person says the claim needs no sourcing.
        states_dispute: a named person says the text itself states the dispute.
        unnamed_approved: an editor approved the use of an unnamed source.
        restored: a person brought this sentence back after it had been dropped.
        shaped: a person drew its bounds or said who speaks; extraction leaves that while the words stand.
        was: the claim's text when it was last decided on, where the article changed it since.
        orphan: True where the sentence is gone from the article; the evidence waits for a person.
    """

    id: ClaimId
    text: Text
    anchor: Anchor
    kind: Kind
    block: str = "paragraph"
    section: str = ""
    locator: Place | None = None
    check_worthiness: Worthiness
    asserted: bool = True
    attributions: list[Attribution] = Field(default_factory=list)
    parts: list[Part] = Field(default_factory=list)
    citations: list[Citation] = Field(default_factory=list)
    resolved: dict[str, str] = Field(default_factory=dict)
    evidence: list[Evidence] = Field(default_factory=list)
    signoffs: list[SignOff] = Field(default_factory=list)
    exempt: Decided | None = None
    states_dispute: Decided | None = None
    unnamed_approved: Decided | None = None
    restored: Decided | None = None
    shaped: Decided | None = None
    reply_sought: list[ReplyAttempt] = Field(default_factory=list)
    corrections: list[Correction] = Field(default_factory=list)
    was: str | None = None
    orphan: bool = False

    @model_validator(mode="after")
    def _anchored(self) -> Self:
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
    """The text being checked.

    Attributes:
        tracked: how a Word file's tracked changes are read, this time and the next.
        kept: first words of what is read of a web page although it seems to be no part of its article.
    """

    title: str
    path: str
    sha256: Sha256
    published: Day | None = None
    stage: Stage = "draft"
    language: str = "en"
    genre: Genre = "news"
    tracked: Literal["accepted", "shown"] = "accepted"
    kept: list[Text] = Field(default_factory=list)
    writer: str | None = None


class Dropped(Span):
    """A stretch of the article that is no claim, and why."""

    text: str
    why: Text

    @model_validator(mode="after")
    def _exact(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(
                f"text has {len(self.text)} characters, but end - start is {self.end - self.start}"
            )
        return self


class ClaimFile(Record):
    """``claims/<slug>.yaml``."""

    claimcheck: Literal[1]
    article: Article
    claims: list[Claim] = Field(default_factory=list)
    dropped: list[Dropped] = Field(default_factory=list)


Part.model_rebuild()
