"""The W3C Web Annotation Data Model: whether a JSON object is an annotation, and if not, why.

Checks what the model requires of the shape (W3C Recommendation, 23 February 2017, sections 3 to 5): contexts,
identifiers, types, bodies, targets, selectors, times. It does not expand JSON-LD.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.exchange.escaping import Json

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
KINDS = ("Annotation", "AnnotationPage", "AnnotationCollection")
_GROUPS = ("Choice", "Composite", "List", "Independents")
_SPECIFIC = ("selector", "state", "renderedVia", "styleClass", "scope")
_ONE_VALUE = ("FragmentSelector", "CssSelector", "XPathSelector")
_POSITIONS = ("TextPositionSelector", "DataPositionSelector")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+\Z")
_TIME = re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)\Z")
_DEEPEST = 12


def listed(value: Json) -> list[Json]:
    """A value as a list: JSON-LD writes a list of one without brackets."""
    return value if isinstance(value, list) else [] if value is None else [value]


def kind_of(node: Json) -> str:
    """``Annotation``, ``AnnotationPage`` or ``AnnotationCollection``, or empty where it is none of them."""
    types = listed(node.get("type")) if isinstance(node, dict) else []
    return next((kind for kind in KINDS if kind in types), "")


def problems(node: Json) -> list[str]:
    """What is wrong with a document that should be an annotation, a page or a collection; empty if sound."""
    if not isinstance(node, dict):
        return ["it is no JSON object"]
    found = [] if CONTEXT in listed(node.get("@context")) else [f"@context is not {CONTEXT}"]
    return found + problems_within(node)


def problems_within(node: Json) -> list[str]:
    """As :func:`problems`, for an annotation inside a page, which needs no context of its own."""
    match kind_of(node), node:
        case "Annotation", dict():
            return [*_identity(node, True), *_annotation(node)]
        case "AnnotationPage", dict():
            return [*_identity(node, True), *_page(node)]
        case "AnnotationCollection", dict():
            return [*_identity(node, True), *_first(node.get("first"))]
        case _:
            return [f"type is none of {', '.join(KINDS)}"]


def _first(page: Json) -> Iterator[str]:
    """A collection's first page, which may stand in it, be named, or be left out."""
    if isinstance(page, str):
        yield from _iri(page, "first")
    elif page is not None and kind_of(page) != "AnnotationPage":
        yield "first is no AnnotationPage"
    elif page is not None:
        yield from problems_within(page)


def _page(node: dict[str, Json]) -> Iterator[str]:
    items = node.get("items")
    if not isinstance(items, list):
        yield "a page has items, a list"
        return
    for number, item in enumerate(items, 1):
        if kind_of(item) != "Annotation":
            yield f"item {number} is no Annotation"
            continue
        yield from (f"item {number}: {problem}" for problem in problems_within(item))


def _annotation(node: dict[str, Json]) -> Iterator[str]:
    if not listed(node.get("target")):
        yield "it has no target"
    for target in listed(node.get("target")):
        yield from _resource(target, "target", 0)
    if "body" in node and "bodyValue" in node:
        yield "it has both body and bodyValue"
    if "bodyValue" in node and not isinstance(node["bodyValue"], str):
        yield "bodyValue is not one string"
    for body in listed(node.get("body")):
        yield from _resource(body, "body", 0)
    yield from (
        f"motivation {item!r} is no word" for item in listed(node.get("motivation")) if not _word(item)
    )


def _identity(node: dict[str, Json], required: bool) -> Iterator[str]:
    """What annotations, bodies and targets may all say of themselves."""
    if required or "id" in node:
        yield from _iri(node.get("id"), "id")
    for name in ("canonical",):
        if name in node:
            yield from _iri(node[name], name)
    for name in ("rights", "via"):
        for value in listed(node.get(name)):
            yield from _iri(value, name)
    for name in ("creator", "generator", "audience"):
        for agent in listed(node.get(name)):
            if not isinstance(agent, dict):
                yield from _iri(agent, name)
    for name in ("created", "modified", "generated"):
        value = node.get(name)
        if name in node and not (isinstance(value, str) and _TIME.match(value)):
            yield f"{name} is not one date and time with a time zone"


def _resource(node: Json, where: str, depth: int) -> Iterator[str]:
    if isinstance(node, str):
        yield from _iri(node, where)
        return
    if not isinstance(node, dict) or depth > _DEEPEST:
        yield f"{where} is neither an address nor an object" if depth <= _DEEPEST else f"{where} is too deep"
        return
    yield from (f"{where}: {problem}" for problem in _identity(node, False))
    yield from _described(node, where)
    types = listed(node.get("type"))
    groups = [kind for kind in types if kind in _GROUPS]
    if "TextualBody" in types or ("value" in node and "id" not in node):
        if not isinstance(node.get("value"), str):
            yield f"{where}: a TextualBody has one value, a string"
    elif "SpecificResource" in types or "source" in node or any(name in node for name in _SPECIFIC):
        yield from _specific(node, where, depth)
    elif len(groups) == 1:
        for item in listed(node.get("items")):
            yield from _resource(item, f"{where} item", depth + 1)
    elif len(groups) > 1 or "id" not in node:
        yield f"{where} does not say what it is: no id, no source, no value, and not one kind of group"


def _described(node: dict[str, Json], where: str) -> Iterator[str]:
    for name in ("format", "language"):
        if not all(isinstance(value, str) for value in listed(node.get(name))):
            yield f"{where}: {name} is no string"
    if "processingLanguage" in node and not isinstance(node["processingLanguage"], str):
        yield f"{where}: processingLanguage is not one string"
    if "textDirection" in node and node["textDirection"] not in ("ltr", "rtl", "auto"):
        yield f"{where}: textDirection is none of ltr, rtl, auto"


def _specific(node: dict[str, Json], where: str, depth: int) -> Iterator[str]:
    source = node.get("source")
    if source is None:
        yield f"{where}: a SpecificResource has one source"
    elif isinstance(source, dict):
        yield from _iri(source.get("id"), f"{where} source")
    else:
        yield from _iri(source, f"{where} source")
    for selector in listed(node.get("selector")):
        yield from _selector(selector, f"{where} selector", depth + 1)


def _selector(node: Json, where: str, depth: int) -> Iterator[str]:
    if isinstance(node, str):
        yield from _iri(node, where)
        return
    if not isinstance(node, dict) or depth > _DEEPEST:
        yield f"{where} is no selector"
        return
    kind = node.get("type")
    if kind in _ONE_VALUE and not isinstance(node.get("value"), str):
        yield f"{where}: a {kind} has one value, a string"
    if kind == "TextQuoteSelector" and not _quote_fits(node):
        yield f"{where}: a TextQuoteSelector has one exact, a string, and at most one prefix and suffix"
    if kind in _POSITIONS and not (_count(node.get("start")) and _count(node.get("end"))):
        yield f"{where}: a {kind} has start and end, whole numbers from 0"
    if kind == "RangeSelector":
        for name in ("startSelector", "endSelector"):
            yield from _selector(node.get(name), f"{where} {name}", depth + 1)
    for refined in listed(node.get("refinedBy")):
        yield from _selector(refined, f"{where} refinedBy", depth + 1)


def _quote_fits(node: dict[str, Json]) -> bool:
    around = [node.get(name, "") for name in ("prefix", "suffix")]
    return isinstance(node.get("exact"), str) and all(isinstance(value, str) for value in around)


def _iri(value: Json, name: str) -> Iterator[str]:
    if not (isinstance(value, str) and _IRI.match(value)):
        yield f"{name} is not one address (IRI)"


def _word(value: Json) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _count(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
