"""Which letters of a Word document nobody sees, by their own properties and by their styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.apart import STRUCK
from claimcheck.documents.web.colours import WHITE, Colour, Look, parse_colour
from claimcheck.documents.word.names import W14, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFF = ("0", "false", "off", "none")
_SMALLEST = 4.0
"""Half points up to which letters cannot be read."""
_NARROWEST = 5.0
"""Percent of their width down to which letters cannot be read."""
_STYLES_DEEP = 20
_PLAIN_TABLES = frozenset({"", "TableNormal", "TableGrid"})
"""Styles of tables that shade no cells."""

Traits = dict[str, str]
"""Of a run, where set: ``vanish``, ``strike``, ``colour``, ``fill``, ``highlight``, ``size``, ``width`` and
``unfilled``."""


class Looks:
    """How letters look in one document.

    Args:
        styles: the root of its styles, or None.
        background: the colour of its pages, six hexadecimal digits, or None for white.
    """

    def __init__(self, styles: _Element | None, background: str | None = None) -> None:
        self._styles = {
            style.get(f"{W}styleId") or "": style
            for style in (styles.iter(f"{W}style") if styles is not None else ())
        }
        default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if styles is not None else None
        self._default = _traits(default)
        self._known: dict[str, Traits] = {}
        page = parse_colour(f"#{(background or '').lower()}")
        self._page: Colour | None = page if isinstance(page, tuple) else WHITE

    def why_hidden(self, run: _Element, paragraph: _Element | None) -> str | None:
        """Why nobody sees a run, or None; ``paragraph`` is the one it stands in."""
        own = run.find(f"{W}rPr")
        style = own.find(f"{W}rStyle") if own is not None else None
        traits = self._default | self._paragraph(paragraph)
        if style is not None:
            traits |= self._style(style.get(f"{W}val") or "")
        if own is not None:
            traits |= _traits(own)
        if not traits:
            return None
        if traits.get("vanish", "0") not in _OFF:
            return "hidden text"
        if traits.get("strike", "0") not in _OFF:
            return STRUCK
        if _number(traits.get("size")) <= _SMALLEST or _number(traits.get("width")) <= _NARROWEST:
            return "letters too small to read"
        if "unfilled" in traits:
            return "transparent letters"
        return self._by_colour(traits, paragraph)

    def _by_colour(self, traits: Traits, paragraph: _Element | None) -> str | None:
        letters = parse_colour(f"#{traits.get('colour', '').lower()}")
        if not isinstance(letters, tuple):
            return None
        marked = traits.get("highlight", "none").lower()
        if marked != "none":
            painted = parse_colour(marked)
            return Look(letters, painted if isinstance(painted, tuple) else None).why_unseen()
        ground = _filled(traits.get("fill")) or self._ground(paragraph)
        return Look(letters, ground).why_unseen()

    def _paragraph(self, paragraph: _Element | None) -> Traits:
        style = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None
        return self._style(style.get(f"{W}val") or "") if style is not None else {}

    def _style(self, name: str) -> Traits:
        """What a style sets, those it is based on first."""
        known = self._known.get(name)
        if known is not None:
            return known
        chain: list[_Element] = []
        at = name
        while at in self._styles and len(chain) < _STYLES_DEEP:
            chain.append(self._styles[at])
            based = self._styles[at].find(f"{W}basedOn")
            at = (based.get(f"{W}val") or "") if based is not None else ""
        traits: Traits = {}
        for style in reversed(chain):
            shade = style.find(f"{W}pPr/{W}shd")
            if shade is not None and _filled(shade.get(f"{W}fill")):
                traits["fill"] = shade.get(f"{W}fill") or ""
            traits |= _traits(style.find(f"{W}rPr"))
        self._known[name] = traits
        return traits

    def _ground(self, paragraph: _Element | None) -> Colour | None:
        """What is behind a paragraph; None where it is not known."""
        shade = paragraph.find(f"{W}pPr/{W}shd") if paragraph is not None else None
        if shade is not None and (fill := _filled(shade.get(f"{W}fill"))):
            return fill
        for outer in paragraph.iterancestors() if paragraph is not None else ():
            if outer.tag == f"{W}txbxContent":
                return None
            if outer.tag == f"{W}tc":
                shade = outer.find(f"{W}tcPr/{W}shd")
                if shade is not None and (fill := _filled(shade.get(f"{W}fill"))):
                    return fill
            if outer.tag == f"{W}tbl":
                style = outer.find(f"{W}tblPr/{W}tblStyle")
                if style is not None and style.get(f"{W}val") not in _PLAIN_TABLES:
                    return None
        return self._page


def _filled(fill: str | None) -> Colour | None:
    found = parse_colour(f"#{(fill or '').lower()}")
    return found if isinstance(found, tuple) else None


def _number(value: str | None) -> float:
    """A measure as a number; what is none counts as large."""
    return float(value) if value is not None and value.isascii() and value.isdigit() else float("inf")


def _traits(properties: _Element | None) -> Traits:
    traits: Traits = {}
    for one in properties if properties is not None else ():
        value = one.get(f"{W}val")
        if one.tag == f"{W}vanish":
            traits["vanish"] = value or "1"
        elif one.tag in (f"{W}strike", f"{W}dstrike"):
            traits["strike"] = value or "1"
        elif one.tag in (f"{W}color", f"{W}highlight", f"{W}sz", f"{W}w"):
            name = {"color": "colour", "highlight": "highlight", "sz": "size", "w": "width"}
            traits[name[one.tag.rpartition("}")[2]]] = value or ""
        elif one.tag == f"{W}shd":
            traits["fill"] = one.get(f"{W}fill") or ""
        elif one.tag == f"{W14}textFill" and one.find(f"{W14}noFill") is not None:
            traits["unfilled"] = "1"
    return traits
