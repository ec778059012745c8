"""Formulas of a Word document on one line: fractions with a stroke, so that a half never reads as twelve."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BEFORE = {f"{M}den": "/", f"{M}sup": "^", f"{M}sub": "_"}


def formula_text(element: _Element) -> str:
    """The signs of a formula in order; what is longer than a word in a fraction or raised, in brackets."""
    if element.tag == f"{M}t":
        return element.text or ""
    text = "".join(formula_text(child) for child in element)
    before = _BEFORE.get(element.tag, "")
    if (before or element.tag == f"{M}num") and text and not text.isalnum():
        text = f"({text})"
    return f"{before}{text}" if text else ""
