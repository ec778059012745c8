"""Signed claims as schema.org ClaimReview in JSON-LD.

A ClaimReview is published, so it holds only claims that a named person has signed as they stand, and names
only sources that are on record. Its rating says how well the claim is *sourced*, in words: ``alternateName``
with ``reviewAspect``. There is no ``ratingValue``: a number would be read as a degree of truth, which
claimcheck does not grade. Google asks for ``claimReviewed``, ``reviewRating`` with ``alternateName``, and
``url``; schema.org itself requires nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimcheck.assessment.assess import Assessment
from claimcheck.assessment.status import Status
from claimcheck.errors import ClaimcheckError
from claimcheck.exchange.escaping import Json, json_text
from claimcheck.exchange.model import ExportedArticle, Holdings, accepted, web_address
from claimcheck.records.fingerprints import claim_fingerprint
from claimcheck.records.models import Claim, SignOff, Source

CONTEXT = "https://schema.org"
PLACEHOLDER = "{article}"

RATINGS: Mapping[Status, str] = {
    "strong": "Well sourced",
    "adequate": "Sourced",
    "weak": "Weakly sourced",
    "disputed": "Sources disagree",
    "contradicted": "Contradicted by sources",
    "unsourced": "No source",
    "ungraded": "Sources not graded",
    "circular": "Circular sourcing",
    "exempt": "Needs no source",
}
"""What a rating says for each status: a word about the sourcing, never about truth."""


class NoPublicAddress(ClaimcheckError):
    """A review must say where it is published, and nothing told."""

    def __init__(self, given: str) -> None:
        what = f"{given[:80]!r} is no address of the web" if given else "no address was given"
        super().__init__(
            f"A ClaimReview names the page it is published on, but {what}.",
            remedy=f"Give it with: --url https://… ({PLACEHOLDER} stands for the article's name)",
        )


class OneAddressForMany(ClaimcheckError):
    """Several articles would be published under one address."""

    def __init__(self, articles: int) -> None:
        super().__init__(
            f"{articles} articles cannot all stand at one address.",
            remedy=f"Write {PLACEHOLDER} in --url where the article's name goes, or export one article.",
        )


class NotJsonLd(ClaimcheckError):
    """A file that should be JSON-LD is not even JSON."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This is no JSON-LD: {why}.")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the reviews, and where.

    Attributes:
        url: address of the page; ``{article}`` in it stands for the article's slug.
        name, home: of the organisation; empty where the one who signed stands alone.
        people: short names of signers and the names to print.
    """

    url: str
    name: str = ""
    home: str = ""
    people: Mapping[str, str] | None = None

    def page(self, slug: str) -> str:
        """The address of an article's page."""
        return self.url.replace(PLACEHOLDER, slug)


def current_signoff(claim: Claim, sources: Mapping[str, Source]) -> SignOff | None:
    """The newest sign-off of exactly what the claim and its evidence now are, or None."""
    retracted = {name: source.retracted is not None for name, source in sources.items()}
    now = claim_fingerprint(claim, retracted)
    latest = {signoff.by: signoff for signoff in sorted(claim.signoffs, key=lambda item: item.at)}
    valid = [signoff for signoff in latest.values() if signoff.fingerprint == now]
    return max(valid, key=lambda item: (item.at, item.by), default=None)


def render(holdings: Holdings, publisher: Publisher) -> str:
    """All signed claims as one JSON-LD graph, by article and place.

    Raises:
        NoPublicAddress, OneAddressForMany.
    """
    if web_address(publisher.url) is None:
        raise NoPublicAddress(publisher.url)
    if len(holdings.articles) > 1 and PLACEHOLDER not in publisher.url:
        raise OneAddressForMany(len(holdings.articles))
    reviews: list[Json] = []
    for article in holdings.articles:
        for claim in article.live:
            signoff = current_signoff(claim, holdings.sources)
            if signoff is not None:
                reviews.append(_review(article, claim, signoff, holdings.sources, publisher))
    return json_text({"@context": CONTEXT, "@graph": reviews})


def _review(
    article: ExportedArticle,
    claim: Claim,
    signoff: SignOff,
    sources: Mapping[str, Source],
    publisher: Publisher,
) -> dict[str, Json]:
    page = publisher.page(article.slug)
    signer: Json = {"@type": "Person", "name": (publisher.people or {}).get(signoff.by, signoff.by)}
    house = _house(publisher)
    review: dict[str, Json] = {
        "@type": "ClaimReview",
        "url": f"{page.partition('#')[0]}#{claim.id.partition('/')[2]}",
        "claimReviewed": claim.text,
        "datePublished": signoff.at,
        "inLanguage": article.record.article.language,
        "author": house or signer,
        "editor": signer,
        "reviewAspect": "Sourcing: how well the claim is supported by sources, not whether it is true",
        "reviewRating": _rating(article.assessments[claim.id]),
        "reviewBody": f"The desk's decision: {signoff.decision}.",
        "itemReviewed": _item(article, claim, page, house),
    }
    if house:
        review["publisher"] = house
    cited = list(_citations(claim, sources))
    if cited:
        review["citation"] = cited
    return review


def _house(publisher: Publisher) -> dict[str, Json]:
    if not publisher.name:
        return {}
    house: dict[str, Json] = {"@type": "Organization", "name": publisher.name}
    if web_address(publisher.home):
        house["url"] = publisher.home
    return house


def _rating(assessment: Assessment) -> Json:
    return {
        "@type": "Rating",
        "alternateName": RATINGS[assessment.status],
        "reviewAspect": "Sourcing",
        "ratingExplanation": _explain(assessment),
    }


def _explain(assessment: Assessment) -> str:
    """Counts only: the sentence the desk reads names sources, some of which are not for the public."""
    rows = assessment.decisive.origins
    support = sum(row.points_for > 0.0 for row in rows)
    against = sum(row.points_against > 0.0 for row in rows)
    return (
        f"Origins that support it: {support}; that contradict it: {against}. "
        f"This grades the sourcing, not the truth (policy {assessment.policy_version})."
    )


def _item(article: ExportedArticle, claim: Claim, page: str, house: dict[str, Json]) -> Json:
    about = article.record.article
    appears: dict[str, Json] = {"@type": "Article", "headline": about.title, "url": page}
    if about.published:
        appears["datePublished"] = about.published
    item: dict[str, Json] = {"@type": "Claim", "text": claim.text, "appearance": appears}
    speaker = next((a.speaker for a in claim.attributions if a.speaker and not a.anonymous), None)
    if speaker:
        # Whether a speaker is a person or an organisation is not recorded, so no type is claimed.
        item["author"] = {"name": speaker}
    elif house and claim.asserted and not claim.attributions:
        item["author"] = house
    return item


def _citations(claim: Claim, sources: Mapping[str, Source]) -> Iterator[Json]:
    for name in sorted({item.source for item in accepted(claim)}):
        source = sources.get(name)
        if source is None or not is_public(source):
            continue
        work: dict[str, Json] = {"@type": "CreativeWork", "name": source.title}
        if web_address(source.url):
            work["url"] = source.url
        if source.authors:
            work["author"] = [{"name": author} for author in source.authors]
        if source.publisher:
            work["publisher"] = {"@type": "Organization", "name": source.publisher}
        if source.published:
            work["datePublished"] = source.published
        yield work


def is_public(source: Source) -> bool:
    """Whether a source may be named to the public: on record, named, a document, and not withdrawn."""
    return (
        source.private is None
        and source.named
        and source.terms == "on record"
        and source.testimony is None
        and source.retracted is None
    )


def read(text: str) -> list[dict[str, Json]]:
    """Every ClaimReview of a JSON-LD text: alone, in a list, or in a graph.

    Raises:
        NotJsonLd.
    """
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotJsonLd(str(error)) from None
    return list(_reviews(data, 0))


def _reviews(data: Json, depth: int) -> Iterator[dict[str, Json]]:
    if isinstance(data, list) and depth < 4:
        for item in data:
            yield from _reviews(item, depth + 1)
    elif isinstance(data, dict):
        types = data.get("@type")
        if "ClaimReview" in (types if isinstance(types, list) else [types]):
            yield data
        yield from _reviews(data.get("@graph"), depth + 1)


def missing(review: Mapping[str, Json]) -> list[str]:
    """The properties Google requires that a ClaimReview lacks, as dotted names."""
    lacking = [name for name in ("claimReviewed", "url") if not _filled(review.get(name))]
    rating = review.get("reviewRating")
    if not isinstance(rating, dict):
        return [*lacking, "reviewRating"]
    return lacking if _filled(rating.get("alternateName")) else [*lacking, "reviewRating.alternateName"]


def _filled(value: Json) -> bool:
    return isinstance(value, str) and bool(value.strip())
