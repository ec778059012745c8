"""Which elements of a page no reader sees, by the element's own attributes and the page's plain style
rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from claimcheck.documents.apart import STRUCK
from claimcheck.documents.web.colours import Look
from claimcheck.documents.web.stylesheets import Declarations, Rules, cascade, declarations_of, names_of

_FAR = r"-(?:\d{4,}|[5-9]\d\d|\d{3}(?=em|rem|v[wh]|%)|[5-9]\d(?=r?em))"
_STYLES = (
    (re.compile(r"display\s*:\s*none"), "display: none"),
    (re.compile(r"(?<!content-)visibility\s*:\s*(?:hidden|collapse)"), "visibility: hidden"),
    (re.compile(r"content-visibility\s*:\s*hidden"), "content-visibility: hidden"),
    (re.compile(r"(?<![\w-])opacity\s*[:(]\s*(?:0?\.0\d*|0)(?![.\d])"), "fully transparent"),
    (
        re.compile(rf"(?<![\w-])(?:text-indent|(?:margin-)?(?:left|right|top|bottom))\s*:\s*{_FAR}"),
        "off-screen",
    ),
    (re.compile(rf"translate(?:x|y|3d)?\(\s*(?:0[a-z%]*\s*,\s*)?{_FAR}"), "off-screen"),
    (
        re.compile(r"clip(?:-path)?\s*:\s*(?:rect\(\s*[01](?:px)?[\s,]|inset\(\s*(?:50|100)%|circle\(\s*0)"),
        "clipped away",
    ),
    (re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,80}line-through"), STRUCK),
    (re.compile(r"scale[xy]?\(\s*0?\.?0*\s*[,)]"), "a box of no size"),
)
_SIZE = re.compile(
    r"(?<![\w-])font(?:-size\s*:\s*|\s*:[^;]{0,60}?)(\d*\.?\d+)\s*(px|pt|em|rem|ex|ch|vw|%|(?=[;/\s!]|$))"
)
_SMALLEST = {
    "px": 2.0, "pt": 1.5, "em": 0.12, "rem": 0.12, "ex": 0.25, "ch": 0.25, "vw": 0.15, "%": 12.0, "": 0.0,
}  # fmt: skip
"""Letters up to this size cannot be read, by unit."""
_BOX = re.compile(
    r"(?<![\w-])(?:max-)?(?:height|width)\s*:\s*(?:0(?:\.\d+)?(?:px|em|rem|%)?|1px)\s*(?:;|!|$)"
)
_SHOWN = re.compile(r"visibility\s*:\s*visible")
_OFF_SCREEN_CLASSES = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only".split()
)
_BOXED = re.compile(r"(?:^|; )display: (?!none)")
_SEEN = frozenset(
    "a abbr b big cite code em font i kbd mark q s small span strong sub sup time u var p h1 h2 h3 h4 h5"
    " h6".split()
)
"""Elements whose words ``aria-hidden`` only keeps from screen readers; everybody else sees them. Around
others it mostly stands on menus and boxes that are closed."""

ACCESSIBILITY = "aria-hidden"
STYLE_RULE = "hidden by a style rule"
SMALL = "zero font size"
_TINY = "letters too small to read"
_UNSEEN_LETTERS = frozenset(
    {"transparent letters", "white on white", "letters in the colour of their background"}
)
_UNDONE = frozenset({SMALL, _TINY, "visibility: hidden", *_UNSEEN_LETTERS})
"""Reasons that an element within may undo for itself: the properties are inherited."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known within an element: why nobody sees it, if so, and in which colours it stands.

    Attributes:
        why: as it is told.
        cause: the property that hides it, where a style rule does.
        around: what style rules may know the elements around by.
    """

    why: str | None = None
    cause: str | None = None
    look: Look = field(default_factory=Look)
    around: frozenset[str] = frozenset()

    def within(self, element: HtmlElement, rules: Rules) -> Sight:
        """What holds within an element that stands here."""
        attributes = element.attrib
        declared: list[Declarations] = []
        around = self.around
        if rules.by_key:
            names = names_of(element)
            declared = rules.declared(element, names, around)
            around = around if around.issuperset(names) else around.union(names)
        if not attributes and not declared and element.tag != "dialog":
            return self if around is self.around else replace(self, around=around)
        own = declarations_of(attributes["style"]) if "style" in attributes else {}
        style = cascade(declared, own) if declared or own else ""
        look = self._look(element, style)
        why, cause = self.why, self.cause
        if cause in _UNDONE and _undone(cause, style, look):
            why = cause = None
        if why is None:
            why = cause = _by_attributes(element, style)
        if why is None:
            cause = _by_style(style)
            # Said by the element itself, it is certain; by a rule, scripts or other sheets may undo it.
            why = cause if cause is None or _by_style(cascade([], own)) else STYLE_RULE
        if why is None and look is not self.look:
            why = cause = look.why_unseen()
        return Sight(why, cause, look, around)

    def _look(self, element: HtmlElement, style: str) -> Look:
        look = self.look
        for attribute, declared in (("color", "color:"), ("text", "color:"), ("bgcolor", "background:")):
            if element.get(attribute):
                look = look.under(f"{declared}{element.get(attribute, '').lower()}")
        if element.get("background"):
            look = look.under("background:url(")
        return look.under(style) if style else look


def _undone(why: str, style: str, look: Look) -> bool:
    if why in (SMALL, _TINY):
        return _readable(style)
    if why == "visibility: hidden":
        return bool(_SHOWN.search(style))
    return look.why_unseen() is None


def _readable(style: str) -> bool:
    """Whether a style gives letters a size of their own that can be read; a share of nothing is nothing."""
    match = _SIZE.search(style)
    return match is not None and match[2] in ("px", "pt", "rem") and float(match[1]) > _SMALLEST[match[2]]


def _by_attributes(element: HtmlElement, style: str) -> str | None:
    attributes = element.attrib
    # Any declared kind of box overrules the attribute, as browsers have it.
    if attributes.get("layout") == "nodisplay":
        return "hidden attribute"
    if "hidden" in attributes and attributes["hidden"] != "until-found" and not _BOXED.search(style):
        return "hidden attribute"
    if attributes.get("aria-hidden") == "true" and element.tag not in _SEEN:
        return ACCESSIBILITY
    if element.tag == "dialog" and "open" not in attributes:
        return "a closed dialog"
    if not _OFF_SCREEN_CLASSES.isdisjoint(attributes.get("class", "").split()):
        return "off-screen"
    return None


def _by_style(style: str) -> str | None:
    if not style:
        return None
    for pattern, reason in _STYLES:
        if pattern.search(style):
            return reason
    size = _SIZE.search(style)
    if size is not None and float(size[1]) <= _SMALLEST[size[2]]:
        return SMALL if float(size[1]) == 0 else _TINY
    if _BOX.search(style) and "overflow" in style and "hidden" in style:
        return "a box of no size"
    return None
