"""Front matter: the YAML (``---``) or TOML (``+++``) head of a text file, or that of an e-mail."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

_LARGEST = 65_536
_ALIASES = re.compile(r"(?:^|[\s:\[,{-])[&*]\w", re.M)
_SIMPLE = re.compile(r"^([A-Za-z][\w -]{0,40}):[ \t]*(.*)$", re.M)
_LETTER = re.compile(
    r"(?:(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Message-ID|Importance|Attachments):[ \t][^\n]{0,500}\n"
    r"(?:[ \t]+\S[^\n]{0,500}\n){0,5}){3,12}(?=\s*\n)"
)
_REPLIED = re.compile(r"\A(?:(?:re|fwd?|aw|wg):\s*)+", re.IGNORECASE)
_TITLES = ("title", "headline")
_DATES = ("published", "date", "pubdate", "datepublished", "publishdate", "published_at", "created")
_AUTHORS = ("authors", "author", "byline", "by")
_LANGUAGES = ("language", "lang", "locale")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the head of a file says; ``end`` is the offset where the body begins (0: no front matter)."""

    end: int = 0
    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """The front matter at the beginning of ``text``; one that does not parse is read line by line and
    told.
    """
    if (letter := _LETTER.match(text)) is not None:
        return _of_letter(letter)
    fence = text[:3]
    if fence not in ("---", "+++") or text[3:4] not in ("\n", " ", "\t"):
        return FrontMatter()
    first = text.find("\n")
    close = text.find(f"\n{fence}", first, _LARGEST)
    if first < 0 or close < 0 or text[3:first].strip():
        return FrontMatter()
    line_end = text.find("\n", close + 1)
    end = len(text) if line_end < 0 else line_end + 1
    if text[close + 4 : end].strip():
        return FrontMatter()
    source = text[first + 1 : close + 1]
    if fence == "---" and source.strip() and not _SIMPLE.search(source):
        return FrontMatter()
    values, warnings = _parse(source, fence)
    return _collect(end, values, warnings)


def _of_letter(head: re.Match[str]) -> FrontMatter:
    """The head of an e-mail as it was saved or pasted; anything else that has no such fields is none."""
    fields = {match[1]: match[2].strip() for match in _SIMPLE.finditer(head.group())}
    by_name = {name.lower(): value for name, value in fields.items()}
    if not by_name.get("subject") or "from" not in by_name:
        return FrontMatter()
    author = re.sub(r"\s*<[^<>]*>", "", by_name["from"]).strip("\"' ")
    sent = _sent(by_name.get("date") or by_name.get("sent") or "")
    title = _REPLIED.sub("", by_name["subject"]) or None
    return FrontMatter(
        head.end(),
        title,
        sent,
        (author,) if author and "@" not in author else (),
        None,
        tuple(fields.items()),
    )


def _sent(value: str) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return iso_day(value)


def iso_day(value: object) -> str | None:
    """An ISO date (or date and time) from what a file gives as a date, or None."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if not isinstance(value, str):
        return None
    day = value.strip()
    try:
        moment = datetime.fromisoformat(day)
    except ValueError:
        return _iso_prefix(day)
    return moment.date().isoformat() if len(day) <= 10 else moment.isoformat()


def _iso_prefix(value: str) -> str | None:
    try:
        return date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        return None


def _parse(source: str, fence: str) -> tuple[Mapping[str, object], tuple[str, ...]]:
    if fence == "+++":
        try:
            return tomllib.loads(source), ()
        except (tomllib.TOMLDecodeError, RecursionError):
            return _line_by_line(source)
    if _ALIASES.search(source) or _nested_deeply(source):
        return _line_by_line(source)
    from ryaml import InvalidYamlError, loads  # type: ignore[attr-defined]

    try:
        value = loads(source)
    except (InvalidYamlError, ValueError):
        return _line_by_line(source)
    if isinstance(value, dict):
        return {str(key): item for key, item in value.items()}, ()
    return _line_by_line(source)


def _nested_deeply(source: str) -> bool:
    return source.count("[") + source.count("{") > 200 or " " * 200 in source


def _line_by_line(source: str) -> tuple[Mapping[str, object], tuple[str, ...]]:
    values = {match[1].strip(): match[2].strip().strip("\"'") for match in _SIMPLE.finditer(source)}
    return values, ("The front matter is not plain YAML or TOML; it was read line by line.",)


def _collect(end: int, values: Mapping[str, object], warnings: tuple[str, ...]) -> FrontMatter:
    by_name = {key.lower().replace("-", "_"): value for key, value in values.items()}
    days = (iso_day(by_name.get(name)) for name in _DATES)
    return FrontMatter(
        end=end,
        title=next((str(by_name[name]).strip() for name in _TITLES if by_name.get(name)), None),
        published=next((day for day in days if day), None),
        authors=next((names for name in _AUTHORS if (names := _names(by_name.get(name)))), ()),
        language=next((str(by_name[name]).strip() for name in _LANGUAGES if by_name.get(name)), None),
        fields=tuple(
            (key, str(value)) for key, value in values.items() if isinstance(value, str | int | float | date)
        ),
        warnings=warnings,
    )


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        pieces = re.split(r",|;|\band\b|&", re.sub(r"^\s*[Bb]y\s+", "", value))
        return tuple(piece.strip() for piece in pieces if piece.strip())
    if isinstance(value, Mapping):
        return _names(value.get("name"))
    if isinstance(value, list | tuple):
        return tuple(name for item in value for name in _names(item))
    return ()
