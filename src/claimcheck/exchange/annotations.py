"""Claims and accepted passages as W3C Web Annotations, and annotations read back.

Positions count code points of the reading text, as the model demands (section 4.2.4: "unicode code points",
not code units); JavaScript that slices strings by UTF-16 units must convert. Article, source, claim and item
are named by ``urn:claimcheck:…``, private-use names that mean something within one workspace; the address of
the original, where known, stands beside as ``via``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimcheck.documents.labels import seconds_of
from claimcheck.errors import ClaimcheckError
from claimcheck.exchange.annotation_model import CONTEXT, kind_of, listed, problems, problems_within
from claimcheck.exchange.escaping import Json, json_text
from claimcheck.exchange.model import ExportedArticle, Holdings, accepted, web_address
from claimcheck.records.ids import evidence_key
from claimcheck.records.models import Claim, Evidence, Place, Source

URN = "urn:claimcheck:"


class NotAnnotations(ClaimcheckError):
    """A file holds no Web Annotations."""

    def __init__(self, why: str) -> None:
        super().__init__(f"These are no Web Annotations: {why}.")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a text, as an annotation names it.

    Attributes:
        source: IRI of the text.
        position: code points, or None where only the words are given.
    """

    source: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    position: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation as far as claimcheck uses it.

    Attributes:
        targets: the stretches it is about.
        linked: IRIs its bodies name.
        words: what its bodies say, and in ``tags`` what they classify the target as.
    """

    id: str
    creator: str
    targets: tuple[Passage, ...]
    linked: tuple[str, ...]
    words: tuple[str, ...]
    tags: tuple[str, ...]


def render(holdings: Holdings) -> str:
    """Every live claim, and every accepted passage that may be printed, as one collection."""
    items: list[Json] = []
    for article in holdings.articles:
        for claim in article.live:
            items.append(_of_claim(article, claim))
            items += [
                _of_evidence(claim, item, holdings.sources)
                for item in accepted(claim)
                if item.exact and holdings.prints(item.source)
            ]
    names = ":".join(article.slug for article in holdings.articles)
    page: Json = {
        "id": f"{URN}page:{names or 'none'}",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    collection: Json = {
        "@context": CONTEXT,
        "id": f"{URN}collection:{names or 'none'}",
        "type": "AnnotationCollection",
        "label": "Claims and accepted evidence",
        "total": len(items),
        "first": page,
    }
    return json_text(collection)


def _of_claim(article: ExportedArticle, claim: Claim) -> Json:
    assessment = article.assessments[claim.id]
    anchor = claim.anchor
    source: Json = {"id": f"{URN}article:{article.slug}", "type": "Text"}
    return {
        "id": f"{URN}claim:{claim.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": [
            _textual(assessment.sentence, "assessing"),
            _textual(f"status: {assessment.status}", "classifying"),
            _textual(f"kind: {claim.kind}", "classifying"),
        ],
        "target": {
            "source": source,
            "selector": _selectors(claim.text, anchor.prefix, anchor.suffix, anchor.start, anchor.end),
        },
    }


def _of_evidence(claim: Claim, item: Evidence, sources: Mapping[str, Source]) -> Json:
    source = sources.get(item.source)
    named: dict[str, Json] = {"id": f"{URN}source:{item.source}", "type": "Text"}
    if source is not None and (url := web_address(source.url)) is not None:
        named["via"] = url.replace("\\", "%5C")
    return {
        "id": f"{URN}evidence:{claim.id}/{evidence_key(item)}",
        "type": "Annotation",
        "motivation": "linking",
        "creator": {"type": "Person", "name": item.by or ""},
        "created": item.at,
        "body": [
            {"id": f"{URN}claim:{claim.id}"},
            _textual(f"stance: {item.stance}", "classifying"),
            _textual(f"about: {item.about}", "classifying"),
        ],
        "target": {
            "source": named,
            "selector": _located(
                _selectors(item.exact, item.prefix, item.suffix, item.start, item.end), item.locator
            ),
        },
    }


def _located(selectors: Json, place: Place | None) -> Json:
    """The selectors, and those that lead to page or second of the original (RFC 3778, Media Fragments)."""
    if place is None:
        return selectors
    found: list[Json] = []
    if place.page is not None:
        found.append(_fragment(f"page={place.page}", "http://tools.ietf.org/rfc/rfc3778"))
    if place.time is not None and (second := seconds_of(place.time)) is not None:
        found.append(_fragment(f"t={second}", "http://www.w3.org/TR/media-frags/"))
    return [*(selectors if isinstance(selectors, list) else [selectors]), *found] if found else selectors


def _fragment(value: str, syntax: str) -> Json:
    return {"type": "FragmentSelector", "conformsTo": syntax, "value": value}


def _textual(value: str, purpose: str) -> Json:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "format": "text/plain",
        "language": "en",
        "value": value,
    }


def _selectors(exact: str, prefix: str, suffix: str, start: int | None, end: int | None) -> Json:
    quote: dict[str, Json] = {"type": "TextQuoteSelector", "exact": exact}
    if prefix:
        quote["prefix"] = prefix
    if suffix:
        quote["suffix"] = suffix
    if start is None or end is None:
        return quote
    return [quote, {"type": "TextPositionSelector", "start": start, "end": end}]


def read(text: str) -> list[Annotation]:
    """The annotations of a file: one, a list of them, a page or a collection.

    Raises:
        NotAnnotations: saying what is wrong with the first that is wrong.
    """
    try:
        data: Json = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotAnnotations(str(error)) from None
    nodes = data if isinstance(data, list) else [data]
    for number, node in enumerate(nodes, 1):
        wrong = problems(node)
        if wrong:
            raise NotAnnotations(wrong[0] if len(nodes) == 1 else f"number {number}: {wrong[0]}")
    return [_read_one(node) for found in nodes for node in _inside(found)]


def _inside(node: Json) -> Iterator[dict[str, Json]]:
    kind = kind_of(node)
    if not isinstance(node, dict):
        return
    if kind == "Annotation":
        yield node
    elif kind == "AnnotationPage":
        for item in listed(node.get("items")):
            yield from _inside(item)
    elif isinstance(node.get("first"), dict) and not problems_within(node["first"]):
        yield from _inside(node["first"])


def _read_one(node: dict[str, Json]) -> Annotation:
    bodies = [body for body in listed(node.get("body")) if isinstance(body, dict)]
    texts = [
        (str(body["value"]), body.get("purpose")) for body in bodies if isinstance(body.get("value"), str)
    ]
    if isinstance(node.get("bodyValue"), str):
        texts.append((str(node["bodyValue"]), None))
    targets = (_passage(target) for target in listed(node.get("target")))
    return Annotation(
        id=str(node["id"]),
        creator=_creator(node),
        targets=tuple(target for target in targets if target is not None),
        linked=tuple(str(body["id"]) for body in bodies if isinstance(body.get("id"), str)),
        words=tuple(value for value, purpose in texts if purpose not in ("classifying", "tagging")),
        tags=tuple(value for value, purpose in texts if purpose in ("classifying", "tagging")),
    )


def _creator(node: dict[str, Json]) -> str:
    for agent in listed(node.get("creator")):
        if isinstance(agent, str):
            return agent
        if isinstance(agent, dict) and isinstance(agent.get("name"), str):
            return str(agent["name"])
    return ""


def _passage(target: Json) -> Passage | None:
    """The stretch a target names by its words; None where it names none that way."""
    if not isinstance(target, dict):
        return None
    source = target.get("source")
    iri = source.get("id") if isinstance(source, dict) else source
    selectors = [item for item in listed(target.get("selector")) if isinstance(item, dict)]
    quote = next((item for item in selectors if item.get("type") == "TextQuoteSelector"), None)
    where = next((item for item in selectors if item.get("type") == "TextPositionSelector"), None)
    if quote is None or not isinstance(iri, str):
        return None
    position = (int(str(where["start"])), int(str(where["end"]))) if where else None
    return Passage(
        iri, str(quote["exact"]), str(quote.get("prefix", "")), str(quote.get("suffix", "")), position
    )
