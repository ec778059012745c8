"""The words and small types that all records are made of."""

import re
from datetime import datetime
from typing import Annotated, Literal, Self

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
Provider = Literal["official-record", "study", "named-witness", "agency", "outlet", "party", "unknown"]
Layer = Literal["statement", "content"]
Stance = Literal["supports", "contradicts", "neutral"]
EvidenceStatus = Literal["proposed", "accepted", "rejected"]
QuotationMatch = Literal["verbatim", "edited", "altered", "truncated", "absent"]
NARRATION = "narration"
"""Who says the words of a passage, where the source says them itself and is not the speaker."""
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

    # Built when first used: a check needs a few of the models, and start-up is what people wait for.
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid", defer_build=True)


class Span(Record):
    """A half-open span ``[start, end)`` in code points."""

    start: Offset
    end: Offset

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.end < self.start:
            raise ValueError(f"end {self.end} lies before start {self.start}")
        return self
