"""Which elements of a page no reader sees, by the element's own attributes and the page's plain style
rules.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_STYLES = (
    (re.compile(r"display\s*:\s*none"), "display: none"),
    (re.compile(r"visibility\s*:\s*(?:hidden|collapse)"), "visibility: hidden"),
    (re.compile(r"font-size\s*:\s*0*\.?0+(?:px|pt|em|rem|%|;|\s|$)"), "zero font size"),
    (re.compile(r"(?<![\w-])opacity\s*:\s*0*\.?0+(?:;|\s|$|!)"), "fully transparent"),
    (re.compile(r"(?:text-indent|left|right|top|margin-left)\s*:\s*-\d{3,}"), "off-screen"),
    (re.compile(r"clip(?:-path)?\s*:\s*(?:rect\(\s*0|rect\(\s*1px|inset\(\s*(?:50|100)%)"), "clipped away"),
    (re.compile(r"(?<![\w-])color\s*:\s*transparent"), "transparent"),
)
_BOX = re.compile(r"(?<![\w-])(?:height|width|max-height)\s*:\s*0+(?:px)?\s*(?:;|!|$)")
_COLOUR = re.compile(r"(?<![\w-])color\s*:\s*([^;!]{1,60})")
_BACKGROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]{1,120})")
_WHITE = re.compile(
    r"\s*(?:white|snow|#f{3}(?:f{3})?|#f[ef]f[ef]f[ef]"
    r"|rgba?\(\s*25[3-5][\s,]+25[3-5][\s,]+25[3-5][^)]*\))\s*$"
)
_OFF_SCREEN_CLASSES = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only".split()
)
_SHEET_MOST = 500_000
_SIMPLE_SELECTOR = re.compile(r"[.#][\w-]{1,80}$")

ACCESSIBILITY = "aria-hidden"
STYLE_RULE = "hidden by a style rule"


def why_hidden(element: HtmlElement, selectors: frozenset[str]) -> str | None:
    """The reason an element is not seen, or None; ``selectors`` are what :func:`hiding_selectors` found."""
    attributes = element.attrib
    if not attributes:
        return None
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return "hidden attribute"
    if attributes.get("aria-hidden") == "true":
        return ACCESSIBILITY
    style = attributes.get("style")
    if style:
        reason = _by_style(style.lower())
        if reason:
            return reason
    if attributes.get("color") and _WHITE.match(attributes["color"].lower()) and "bgcolor" not in attributes:
        return "white on white"
    names = attributes.get("class", "").split()
    if not _OFF_SCREEN_CLASSES.isdisjoint(names):
        return "off-screen"
    if selectors and (
        f"#{attributes.get('id')}" in selectors or any(f".{name}" in selectors for name in names)
    ):
        return STYLE_RULE
    return None


def _by_style(style: str) -> str | None:
    for pattern, reason in _STYLES:
        if pattern.search(style):
            return reason
    if _BOX.search(style) and "overflow" in style and "hidden" in style:
        return "a box of no size"
    colour = _COLOUR.search(style)
    if colour is None:
        return None
    background = _BACKGROUND.search(style)
    if _WHITE.match(colour[1]) and (background is None or _WHITE.match(background[1])):
        return "white on white"
    same = background is not None and background[1].strip() == colour[1].strip()
    return "letters in the colour of their background" if same else None


def hiding_selectors(sheets: list[str]) -> frozenset[str]:
    """Class and id selectors that the page's own style sheets hide, outside any ``@media``."""
    found: set[str] = set()
    for sheet in sheets:
        for rule in _without_at_rules(sheet[:_SHEET_MOST]).split("}"):
            selectors, _, declarations = rule.partition("{")
            if len(selectors) <= 500 and declarations and _by_style(declarations[:4_000].lower()):
                names = (one.strip() for one in selectors.split(","))
                found.update(name for name in names if _SIMPLE_SELECTOR.match(name))
    return frozenset(found)


def _without_at_rules(sheet: str) -> str:
    """The sheet less its ``@`` blocks, told by counting braces."""
    if "@" not in sheet:
        return sheet
    kept: list[str] = []
    depth, skipping, at = 0, False, 0
    for match in re.finditer(r"[@{};]", sheet):
        sign = match.group()
        if sign == "@" and depth == 0 and not skipping:
            kept.append(sheet[at : match.start()])
            skipping = True
        elif sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(depth - 1, 0)
        if skipping and depth == 0 and sign in "};":
            skipping, at = False, match.end()
    return "".join(kept) + ("" if skipping else sheet[at:])
