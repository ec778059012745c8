"""Sources as CSL-JSON, as reference managers read it, and citations read back.

CSL has no word for how a source is graded or where it comes from, and grades of another desk are not to be
trusted, so neither goes out or comes in. What comes in is a source that is only cited.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from claimcheck.errors import ClaimcheckError
from claimcheck.exchange.escaping import Json, json_text
from claimcheck.exchange.model import web_address
from claimcheck.records.models import Source
from claimcheck.sources.adding import Details, slug_of

_TYPES = {"official-record": "report", "agency": "article-newspaper", "outlet": "article-newspaper"}
_LONGEST = 2000


class NotCsl(ClaimcheckError):
    """A file is not CSL-JSON."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This is no CSL-JSON: {why}.")


@dataclass(frozen=True, slots=True)
class Citation:
    """A source to record, as a bibliography names it.

    Attributes:
        source_id: a legal id made of the item's id.
        obtainable: where its text could be had, as far as the item tells.
    """

    source_id: str
    obtainable: str
    details: Details


def render(sources: Mapping[str, Source]) -> str:
    """All sources as a list of CSL items, by id."""
    return json_text([_item(sources[name]) for name in sorted(sources)])


def _item(source: Source) -> Json:
    if source.private is not None:
        return {
            "id": source.id,
            "type": "personal_communication",
            "title": source.private.pseudonym,
            "note": f"Held privately, attested by {source.private.attested_by}.",
        }
    item: dict[str, Json] = {"id": source.id, "type": _type(source), "title": source.title}
    if source.authors and source.named:
        item["author"] = [{"literal": author} for author in source.authors]
    if source.published:
        item["issued"] = _date(source.published)
    if source.obtained:
        item["accessed"] = _date(source.obtained)
    url = web_address(source.url)
    item.update({name: value for name, value in (("URL", url), ("publisher", source.publisher)) if value})
    item["language"] = source.language
    note = " ".join(_note(source))
    if note:
        item["note"] = note
    return item


def _type(source: Source) -> str:
    if source.testimony is not None:
        return "interview"
    return _TYPES.get(source.provider, "webpage" if web_address(source.url) else "document")


def _date(day: str) -> Json:
    parts: list[Json] = [int(part) for part in day[:10].split("-")]
    return {"date-parts": [parts]}


def _note(source: Source) -> Iterator[str]:
    if source.retracted is not None:
        yield f"Retracted: {source.retracted.why}."
    if source.text is not None:
        yield f"Text archived, sha256 {source.text.sha256}."
    elif source.testimony is None:
        yield "Cited only; text not on hand."


def read(text: str) -> list[Citation]:
    """The citations of a CSL-JSON file: a list of items, or one.

    Raises:
        NotCsl: where it is not JSON, or an item has neither title nor id.
    """
    try:
        data: Json = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NotCsl(str(error)) from None
    items = data if isinstance(data, list) else [data]
    return [_read_item(item, number) for number, item in enumerate(items, 1)]


def _read_item(item: Json, number: int) -> Citation:
    if not isinstance(item, dict) or not isinstance(item.get("type"), str):
        raise NotCsl(f"item {number} is no object with a type")
    title, key = _text(item, "title"), _text(item, "id") or str(item.get("id") or "")[:_LONGEST]
    if not title and not key:
        raise NotCsl(f"item {number} has neither title nor id")
    published, issued = _issued(item.get("issued"))
    doi = _text(item, "DOI")
    url = web_address(_text(item, "URL")) or (web_address(f"https://doi.org/{doi}") if doi else None)
    details = Details(
        title=title or key,
        authors=tuple(_names(item.get("author"))),
        publisher=_text(item, "publisher") or _text(item, "container-title") or None,
        url=url,
        published=published,
        language=_text(item, "language") or None,
        notes=f"Issued: {issued}." if issued else "",
    )
    return Citation(slug_of(key or title), url or "The bibliography gives no address.", details)


def _text(item: Mapping[str, Json], name: str) -> str:
    value = item.get(name)
    return " ".join(value.split())[:_LONGEST] if isinstance(value, str) else ""


def _names(people: Json) -> Iterator[str]:
    for person in people if isinstance(people, list) else []:
        if isinstance(person, dict):
            order = ("given", "non-dropping-particle", "dropping-particle", "family", "suffix")
            name = _text(person, "literal") or " ".join(filter(None, (_text(person, part) for part in order)))
            if name:
                yield name


def _issued(value: Json) -> tuple[str | None, str]:
    """A whole day as ISO date; anything less exact in words, for a record's date is a day."""
    if not isinstance(value, dict):
        return None, ""
    dates = value.get("date-parts")
    parts = dates[0] if isinstance(dates, list) and dates and isinstance(dates[0], list) else []
    numbers = [
        int(part) for part in parts if isinstance(part, int) or (isinstance(part, str) and _digits(part))
    ]
    if len(numbers) == 3 == len(parts):
        try:
            return date(*numbers).isoformat(), ""
        except (ValueError, OverflowError):
            return None, ""
    told = "-".join(str(number)[:9] for number in numbers)
    return None, told or _text(value, "literal") or _text(value, "raw")


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 9
