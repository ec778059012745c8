"""Which elements of a page no reader sees, by the element's own attributes and the page's plain style
rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from claimcheck.documents.web.colours import Look

_FAR = r"-(?:\d{4,}|[5-9]\d\d|\d{3}(?=em|rem|v[wh]|%)|[5-9]\d(?=r?em))"
_NO_DISPLAY, _NEVER_DISPLAYED = "display: none", "display: none, important"
_STYLES = (
    (re.compile(r"display\s*:\s*none"), _NO_DISPLAY),
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
_SHEET_MOST = 500_000
_SIMPLE_SELECTOR = re.compile(r"(?:[a-z][a-z0-9]*)?[.#][\w-]{1,80}$|(?:body|html|p|span|div|td|font)$")
_REMARK = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
"""Comments in a style, and the marks that hide a sheet from old browsers."""
_BRACE = re.compile(r"[{}]")
_SCREEN = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*\{", re.IGNORECASE)
_DISPLAY = re.compile(r"(?:^|;)\s*display\s*:\s*([a-z-]{1,30})\s*(!\s*important)?")
_COMPOUND = re.compile(r"[^\s>+~]+$")
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
class Rules:
    """What the page's own style sheets say of single classes, ids and elements.

    Attributes:
        hiding: why what meets a selector is not seen.
        looks: declarations of colours, by selector.
        sizing: the last parts of selectors that give letters a size that can be read.
    """

    hiding: Mapping[str, str] = field(default_factory=dict)
    looks: Mapping[str, str] = field(default_factory=dict)
    sizing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known within an element: why nobody sees it, if so, and in which colours it stands.

    Attributes:
        why: as it is told.
        cause: the property that hides it, where a style rule does.
    """

    why: str | None = None
    cause: str | None = None
    look: Look = field(default_factory=Look)

    def within(self, element: HtmlElement, rules: Rules) -> Sight:
        """What holds within an element that stands here."""
        attributes = element.attrib
        if not attributes and not rules.looks and not rules.sizing and element.tag != "dialog":
            return self
        names = _selectors(element)
        style = _REMARK.sub("", (attributes.get("style") or "").lower())
        look = self._look(element, style, names, rules)
        why, cause = self.why, self.cause
        if cause in _UNDONE and _undone(cause, style, names, rules, look):
            why = cause = None
        if why is None:
            why = cause = _by_attributes(element) or _by_style(style)
        if why is None:
            cause = next((rules.hiding[name] for name in names if name in rules.hiding), None)
            if cause == _NO_DISPLAY and _display(style):
                cause = None  # the element's own style says otherwise, or it would have been told
            why = STYLE_RULE if cause else None
        if why is None and look is not self.look:
            why = cause = look.why_unseen()
        return Sight(why, cause, look)

    def _look(self, element: HtmlElement, style: str, names: list[str], rules: Rules) -> Look:
        look = self.look
        for name in names if rules.looks else ():
            if name in rules.looks:
                look = look.under(rules.looks[name])
        for attribute, declared in (("color", "color:"), ("text", "color:"), ("bgcolor", "background:")):
            if element.get(attribute):
                look = look.under(f"{declared}{element.get(attribute, '').lower()}")
        if element.get("background"):
            look = look.under("background:url(")
        return look.under(style) if style else look


def _selectors(element: HtmlElement) -> list[str]:
    """The simple selectors that an element meets, the most general first."""
    tag = str(element.tag)
    bare = [f".{name}" for name in element.get("class", "").split()]
    identity = element.get("id")
    if identity:
        bare.append(f"#{identity}")
    return [tag, *bare, *(tag + name for name in bare)]


def _undone(why: str, style: str, names: list[str], rules: Rules, look: Look) -> bool:
    if why in (SMALL, _TINY):
        return _readable(style) or not rules.sizing.isdisjoint(names)
    if why == "visibility: hidden":
        return bool(_SHOWN.search(style))
    return look.why_unseen() is None


def _readable(style: str) -> bool:
    """Whether a style gives letters a size of their own that can be read; a share of nothing is nothing."""
    match = _SIZE.search(style)
    return match is not None and match[2] in ("px", "pt", "rem") and float(match[1]) > _SMALLEST[match[2]]


def _by_attributes(element: HtmlElement) -> str | None:
    attributes = element.attrib
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return "hidden attribute"
    if attributes.get("aria-hidden") == "true" and element.tag not in _SEEN:
        return ACCESSIBILITY
    if element.tag == "dialog" and "open" not in attributes:
        return "a closed dialog"
    if not _OFF_SCREEN_CLASSES.isdisjoint(attributes.get("class", "").split()):
        return "off-screen"
    return None


def _display(style: str) -> tuple[str, bool] | None:
    """The kind of box that declarations give an element, if any, and whether it is declared important."""
    found = [(kind, bool(important)) for kind, important in _DISPLAY.findall(style)]
    return next((one for one in reversed(found) if one[1]), found[-1] if found else None)


def _by_style(style: str) -> str | None:
    if not style:
        return None
    for pattern, reason in _STYLES:
        if pattern.search(style) and (reason != _NO_DISPLAY or (_display(style) or ("none",))[0] == "none"):
            return reason
    size = _SIZE.search(style)
    if size is not None and float(size[1]) <= _SMALLEST[size[2]]:
        return SMALL if float(size[1]) == 0 else _TINY
    if _BOX.search(style) and "overflow" in style and "hidden" in style:
        return "a box of no size"
    return None


def rules_of(sheets: list[str]) -> Rules:
    """What the page's own style sheets say, outside any ``@media`` but that of every screen."""
    hiding: dict[str, str] = {}
    sizing: set[str] = set()
    looks: dict[str, str] = {}
    for selectors, declarations in _declared(sheets):
        simple = [name for name in selectors if _SIMPLE_SELECTOR.match(name)]
        why = _by_style(declarations)
        display = _display(declarations)
        if why == _NO_DISPLAY and display and display[1]:
            why = _NEVER_DISPLAYED
        if why:
            hiding.update((name, why) for name in simple if "." in name or "#" in name)
        elif display:
            for name in [name for name in simple if hiding.get(name) == _NO_DISPLAY]:
                del hiding[name]
        if "color" in declarations or "background" in declarations:
            looks.update({name: f"{looks.get(name, '')};{declarations}" for name in simple})
        if _readable(declarations):
            sizing.update(last[0] for name in selectors if (last := _COMPOUND.search(name)))
    return Rules(hiding, looks, frozenset(sizing))


def _declared(sheets: list[str]) -> Iterator[tuple[list[str], str]]:
    """The rules of all sheets: selectors, and declarations in lower case."""
    for sheet in sheets:
        for rule in _without_at_rules(_on_screen(_REMARK.sub("", sheet[:_SHEET_MOST]))).split("}"):
            selectors, _, declarations = rule.partition("{")
            if len(selectors) <= 500 and declarations:
                yield [one.strip() for one in selectors.split(",")], declarations[:4_000].lower()


def _on_screen(sheet: str) -> str:
    """The sheet with the rules of ``@media screen`` and ``@media all`` standing free."""
    kept: list[str] = []
    at = 0
    for match in _SCREEN.finditer(sheet):
        if match.start() >= at:
            end = _closing(sheet, match.end())
            kept += [sheet[at : match.start()], sheet[match.end() : end]]
            at = end + 1
    return "".join(kept) + sheet[at:]


def _closing(sheet: str, at: int) -> int:
    """Where the block closes that was opened just before a position; the sheet's end where it does not."""
    depth = 1
    for match in _BRACE.finditer(sheet, at):
        depth += 1 if match.group() == "{" else -1
        if depth == 0:
            return match.start()
    return len(sheet)


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
