"""What every export is made from, and how a source may be named outside the workspace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claimcheck.assessment.assess import Assessment
from claimcheck.documents.original import Original
from claimcheck.records.models import Claim, ClaimFile, Evidence, Source
from claimcheck.records.withholding import withheld


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """One article: its record, its reading text, and the assessments by claim id.

    Attributes:
        original: where the text's words stand in the article's file, where that has other lines.
    """

    slug: str
    record: ClaimFile
    text: str
    assessments: Mapping[str, Assessment]
    original: Original | None = None

    @property
    def live(self) -> tuple[Claim, ...]:
        """The claims whose sentences stand in the article, in text order."""
        there = (claim for claim in self.record.claims if not claim.orphan)
        return tuple(sorted(there, key=lambda claim: (claim.anchor.start, claim.id)))


@dataclass(frozen=True, slots=True)
class Holdings:
    """Everything an export may draw on; articles are sorted by slug.

    Attributes:
        made: when, RFC 3339.
    """

    articles: tuple[ExportedArticle, ...]
    sources: Mapping[str, Source]
    made: str

    def prints(self, source_id: str) -> bool:
        """Whether the words of a source may leave the desk: it is not confidential, off the record or under
        embargo when the export is made."""
        source = self.sources.get(source_id)
        return (source is None or source.private is None) and not withheld(source, self.made)


def accepted(claim: Claim) -> list[Evidence]:
    """The evidence that a person accepted."""
    return [item for item in claim.evidence if item.status == "accepted"]


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web; ``javascript:``, ``data:`` and the like are none."""
    if url is None or len(url) > 2000 or not url.isprintable() or " " in url:
        return None
    return url if url.lower().startswith(("https://", "http://")) else None
