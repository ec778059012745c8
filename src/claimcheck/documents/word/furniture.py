"""What a Word document repeats at the head and the foot of its pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.documents.model import HiddenText
from claimcheck.documents.word.names import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from claimcheck.documents.packed import Package

_PART = re.compile(r"word/(header|footer)\d*\.xml")


def furniture(package: Package) -> list[HiddenText]:
    """Each head and foot once; page numbers by themselves are left out."""
    found: dict[tuple[str, str], None] = {}
    for name in sorted(package.names):
        part = _PART.fullmatch(name)
        root = package.tree(name) if part else None
        text = words_of(root) if root is not None else ""
        if part and any(map(str.isalpha, text)):
            found[text, f"page {part[1]}"] = None
    return [HiddenText(text, why) for text, why in found]


def words_of(element: _Element, *others: str) -> str:
    """The words of all paragraphs within, on one line; ``others`` are elements whose words count too."""
    names = (f"{W}t", *others)
    paragraphs = ("".join(t.text or "" for t in p.iter(*names)) for p in element.iter(f"{W}p"))
    return " ".join(" ".join(paragraphs).split())
