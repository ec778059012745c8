"""What a page says about itself: JSON-LD, meta elements, and the page's own markup, in that order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from lxml.html import HtmlElement

from claimcheck.documents.front_matter import iso_day

Json = Mapping[str, object]

_ARTICLE_TYPES = frozenset(
    "article newsarticle blogposting reportagenewsarticle opinionnewsarticle analysisnewsarticle"
    " scholarlyarticle"
    " backgroundnewsarticle reviewnewsarticle liveblogposting report techarticle socialmediaposting"
    " medicalwebpage"
    " webpage advertisercontentarticle satiricalarticle".split()
)
_DATE_METAS = (
    "article:published_time datepublished date dc.date dc.date.issued dcterms.created pubdate"
    " parsely-pub-date"
    " sailthru.date publish-date og:published_time citation_publication_date"
).split()
_AUTHOR_METAS = "author article:author dc.creator parsely-author sailthru.author byl citation_author".split()
_NOTHING: Json = {}
_SITE_SUFFIX = re.compile(r"\s+[|–—·»-]\s+[^|–—·»]{2,40}$")
_LARGEST = 2_000_000


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Title, authors, ISO date, language, base address, and the article's text where the page carries it
    as data.
    """

    title: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str
    address: str | None
    article_body: str


def page_facts(root: HtmlElement) -> PageFacts:
    """The facts of a page; each is None or empty where the page does not state it."""
    article = _article(root)
    metas = _metas(root)
    days = (iso_day(value) for value in _dates(root, article, metas))
    return PageFacts(
        title=next((title for title in _titles(root, article, metas) if title), None),
        authors=_authors(root, article, metas),
        published=next((day for day in days if day), None),
        language=_language(root, article, metas),
        address=_address(root, metas),
        article_body=_text(article.get("articleBody")),
    )


def _article(root: HtmlElement) -> Json:
    """The JSON-LD object that describes the article, the one with a body before the one without."""
    found = [item for item in _json_ld(root) if any(kind.lower() in _ARTICLE_TYPES for kind in _kinds(item))]
    found.sort(key=lambda item: ("articleBody" not in item, "headline" not in item))
    return found[0] if found else _NOTHING


def _json_ld(root: HtmlElement) -> Iterator[Json]:
    for script in root.iter("script"):
        source = script.text or ""
        if "ld+json" not in script.get("type", "") or len(source) > _LARGEST:
            continue
        try:
            value = json.loads(source.strip().removeprefix("<![CDATA[").removesuffix("]]>"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(value)


def _objects(value: object) -> Iterator[Json]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield cast(Json, item)
            graph = item.get("@graph")
            yield from (
                (cast(Json, one) for one in graph if isinstance(one, dict)) if isinstance(graph, list) else ()
            )
            main = item.get("mainEntity")
            if isinstance(main, dict):
                yield cast(Json, main)


def _kinds(item: Json) -> list[str]:
    kind = item.get("@type")
    return [str(one) for one in kind] if isinstance(kind, list) else [str(kind)]


def _metas(root: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = (meta.get("content") or "").strip()
        if name and content:
            metas.setdefault(name, content)
    return metas


def _text(value: object) -> str:
    """A string without white space at its edges; half a surrogate pair, as JSON may hold one, is replaced."""
    if not isinstance(value, str):
        return ""
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()


def _titles(root: HtmlElement, article: Json, metas: dict[str, str]) -> Iterator[str]:
    yield _one_line(_text(article.get("headline")))
    yield _one_line(metas.get("og:title", "") or metas.get("dc.title", ""))
    headings = [heading for heading in root.iter("h1") if heading.text_content().strip()]
    yield _one_line(headings[0].text_content()) if len(headings) == 1 else ""
    titles = [element.text or "" for element in root.iter("title")]
    yield _SITE_SUFFIX.sub("", _one_line(titles[0])) if titles else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _dates(root: HtmlElement, article: Json, metas: dict[str, str]) -> Iterator[str]:
    yield _text(article.get("datePublished"))
    yield from (metas[name] for name in _DATE_METAS if name in metas)
    for element in root.iter("time"):
        if "published" in (element.get("itemprop", "") + element.get("class", "")).lower() or element.get(
            "pubdate"
        ):
            yield element.get("datetime") or ""
    times = [element.get("datetime") for element in root.iter("time") if element.get("datetime")]
    yield (times[0] or "") if len(set(times)) == 1 else ""


def _authors(root: HtmlElement, article: Json, metas: dict[str, str]) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(_people(article.get("author"))))
    if named:
        return named
    for name in _AUTHOR_METAS:
        if name in metas and not metas[name].startswith("http"):
            return tuple(re.split(r"\s*(?:,|;|\band\b)\s*", re.sub(r"^[Bb]y\s+", "", metas[name])))
    links = (
        _one_line(link.text_content()) for link in root.xpath("//a[@rel='author'] | //*[@itemprop='author']")
    )
    return tuple(dict.fromkeys(name for name in links if 2 < len(name) < 60))[:5]


def _people(value: object) -> Iterator[str]:
    if isinstance(value, str) and _text(value) and not value.startswith("http"):
        yield _text(value)
    elif isinstance(value, dict):
        yield from _people(value.get("name"))
    elif isinstance(value, list):
        for item in value[:20]:
            yield from _people(item)


def _language(root: HtmlElement, article: Json, metas: dict[str, str]) -> str:
    stated = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    stated = stated or metas.get("og:locale", "") or _text(article.get("inLanguage"))
    language = stated.replace("_", "-").strip()
    return language if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", language) else "en"


def _address(root: HtmlElement, metas: dict[str, str]) -> str | None:
    for link in root.iter("link"):
        target: str = link.get("href") or ""
        if link.get("rel") == "canonical" and target.startswith("http"):
            return target
    return metas.get("og:url")
