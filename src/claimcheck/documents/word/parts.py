"""What the smaller parts of a Word document hold: names of styles, language, comments, properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.word.furniture import words_of
from claimcheck.documents.word.names import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from claimcheck.documents.packed import Package

_PROGRAMS = frozenset(
    (
        "python-docx",
        "docx4j",
        "apache poi",
        "microsoft office user",
        "microsoft word",
        "libreoffice",
        "user",
        "author",
    )
)
"""Creators that programs write of themselves."""


def style_names(styles: _Element | None) -> dict[str, str]:
    """The names of styles, in small letters, by id."""
    names: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        name = style.find(f"{W}name")
        if name is not None:
            names[style.get(f"{W}styleId") or ""] = (name.get(f"{W}val") or "").lower()
    return names


def language(styles: _Element | None) -> str:
    """The language that the document's defaults name, else English."""
    found = styles.find(f"{W}docDefaults//{W}lang") if styles is not None else None
    return (found.get(f"{W}val") if found is not None else None) or "en"


def comment_texts(package: Package) -> dict[str, str]:
    """The comments with who wrote them, by id."""
    root = package.tree("word/comments.xml")
    comments = {}
    for comment in root.iter(f"{W}comment") if root is not None else ():
        who = comment.get(f"{W}author")
        comments[comment.get(f"{W}id") or ""] = f"{who}: {words_of(comment)}" if who else words_of(comment)
    return comments


def is_person(creator: str) -> bool:
    """Whether a creator is more than what programs write where nobody gave a name."""
    return creator.lower() not in _PROGRAMS


def core_properties(package: Package) -> dict[str, str]:
    """What the document says of itself: title, creator, dates."""
    root = package.tree("docProps/core.xml")
    found = {}
    for child in root if root is not None else ():
        if isinstance(child.tag, str) and child.text and child.text.strip():
            found[child.tag.rpartition("}")[2]] = child.text.strip()
    return found
