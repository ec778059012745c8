"""Citations of a BibTeX or biblatex bibliography, read by bibtexparser.

As with CSL, what comes in is a source that is only cited; grades are nobody's but the desk's.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError, MissingExtra
from claimcheck.exchange.csl import Citation
from claimcheck.exchange.model import web_address
from claimcheck.sources.adding import Details, slug_of

if TYPE_CHECKING:
    from bibtexparser import library as bib

_LONGEST = 2000
_LONGEST_PEOPLE = 20_000
"""Code points of a field, and of a list of people, that are read; LaTeX is costly to take apart."""
_ENTRY = re.compile(r"^\s*@\s*\w+\s*[{(]", re.MULTILINE)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LANGUAGES = {
    "english": "en",
    "american": "en-US",
    "british": "en-GB",
    "german": "de",
    "ngerman": "de",
    "french": "fr",
    "spanish": "es",
    "italian": "it",
    "dutch": "nl",
}
"""Languages by the names that babel and biblatex give them; others are left to the record's default."""


class NotBibtex(ClaimcheckError):
    """A file is not BibTeX."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This is no BibTeX: {why}.")


@dataclass(frozen=True, slots=True)
class Bibliography:
    """What a file holds.

    Attributes:
        left: entries that could not be read, as pairs of what it is and why.
    """

    citations: tuple[Citation, ...]
    left: tuple[tuple[str, str], ...]


def is_bibtex(text: str) -> bool:
    """Whether a text has what looks like a BibTeX entry at the beginning of a line."""
    return _ENTRY.search(text) is not None


def read(text: str) -> Bibliography:
    """The citations of a bibliography, in order.

    Raises:
        MissingExtra: where bibtexparser is not installed.
        NotBibtex: where there is nothing in it that BibTeX has.
    """
    library = _parsed(text)
    citations, left = [], list(_unread(library))
    for entry in library.entries:
        fields = {name.lower(): str(field.value) for name, field in entry.fields_dict.items()}
        citation = _citation(entry.key, fields)
        if citation is None:
            left.append((entry.key or "an entry without a key", "it has neither title nor key"))
        else:
            citations.append(citation)
    if not citations and not left:
        raise NotBibtex("it has no entry")
    return Bibliography(tuple(citations), tuple(left))


def _parsed(text: str) -> bib.Library:
    try:
        from bibtexparser.entrypoint import parse_string
    except ImportError:
        raise MissingExtra("Reading BibTeX", "bibtex") from None
    logger = logging.getLogger("bibtexparser")
    was, logger.disabled = logger.disabled, True  # what it warns of is told as left aside
    try:
        return parse_string(text)
    except RecursionError as error:
        raise NotBibtex(str(error)) from None
    finally:
        logger.disabled = was


def _unread(library: bib.Library) -> Iterator[tuple[str, str]]:
    for block in library.failed_blocks:
        key = getattr(block, "key", None)
        line = (block.start_line or 0) + 1
        why = "that key was there before" if key else "it is not closed, or has a field without a value"
        yield str(key or f"the entry on line {line}")[:_LONGEST], why


def _citation(key: str, fields: Mapping[str, str]) -> Citation | None:
    title = _text(fields, "title", "booktitle")
    if not title and not key:
        return None
    published, issued = _issued(fields)
    doi = _text(fields, "doi").removeprefix("https://doi.org/")
    url = web_address(_raw(fields, "url").replace("\\", "")) or (
        web_address(f"https://doi.org/{doi}") if doi else None
    )
    language = _text(fields, "langid", "language").lower()
    details = Details(
        title=title or key[:_LONGEST],
        authors=tuple(_people(fields.get("author") or fields.get("editor") or "")),
        publisher=_text(fields, "publisher", "journal", "journaltitle", "institution", "organization")
        or None,
        url=url,
        published=published,
        language=_LANGUAGES.get(language),
        notes=f"Issued: {issued}." if issued else "",
    )
    return Citation(slug_of(key or title), url or "The bibliography gives no address.", details)


def _raw(fields: Mapping[str, str], name: str) -> str:
    return fields.get(name, "").strip().strip("{}")[:_LONGEST]


def _text(fields: Mapping[str, str], *names: str) -> str:
    """The first of some fields that is there, without its LaTeX."""
    return next((_plain(fields[name][:_LONGEST]) for name in names if fields.get(name, "").strip()), "")


def _plain(latex: str) -> str:
    """LaTeX as plain text on one line; what cannot be taken apart is kept without its braces."""
    from pylatexenc.latex2text import LatexNodes2Text

    logger = logging.getLogger("pylatexenc")
    was, logger.disabled = logger.disabled, True
    try:
        text = (
            LatexNodes2Text(keep_comments=True).latex_to_text(latex) if set(latex) & set("\\{}~$") else latex
        )
    except (RecursionError, ValueError, IndexError):
        text = latex.replace("{", "").replace("}", "")
    finally:
        logger.disabled = was
    return " ".join(text.split())


def _people(names: str) -> Iterator[str]:
    from bibtexparser.middlewares.names import (
        InvalidNameError,
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    for name in split_multiple_persons_names(names[:_LONGEST_PEOPLE]):
        try:
            parts = parse_single_name_into_parts(name, strict=False)
            whole = " ".join([*parts.first, *parts.von, *parts.last, *parts.jr])
        except (InvalidNameError, IndexError):
            whole = name
        told = _plain(whole[:_LONGEST])
        if told and told != "others":
            yield told


def _issued(fields: Mapping[str, str]) -> tuple[str | None, str]:
    """A whole day as ISO date; anything less exact in words, for a record's date is a day."""
    told = _text(fields, "date")
    if not told:
        parts = [_text(fields, "year"), _month(_text(fields, "month")), _text(fields, "day").zfill(2)]
        told = "-".join(part for part in parts if part.strip("0"))
    try:
        return date.fromisoformat(told).isoformat() if len(told) == 10 else None, "" if len(
            told
        ) == 10 else told
    except ValueError:
        return None, told


def _month(said: str) -> str:
    name = said[:3].lower()
    return (
        f"{_MONTHS.index(name) + 1:02d}" if name in _MONTHS else said.zfill(2) if said.isdecimal() else said
    )
