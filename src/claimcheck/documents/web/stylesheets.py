"""A page's own style sheets: which of their rules hold on a screen, and what they come to for an element.

Rules nested in others, in ``@layer``, in ``@supports`` and in an ``@media`` of every screen are read; what
holds on some screens only, or in print, is left alone. Declarations count in the order of the cascade:
importance, the element's own style, specificity, order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice

from lxml.html import HtmlElement

from claimcheck.documents.web.selectors import Selector, parse_selector, split_list
from claimcheck.documents.web.siblings import Places

_SHEET_MOST = 500_000
_KEY_MOST = 300
"""Rules looked up under one key; a page's own sheet has no more of them that hide or colour anything."""
_SELECTORS_MOST = 500
_DEPTH_MOST = 8
_LONGEST = 2_000
"""Code points of a selector, or of the words before a block, that are read."""
_REMARK = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
"""Comments in a style, and the marks that hide a sheet from old browsers."""
_SIGN = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|[{};]")
_SCREEN = re.compile(r"@media\s+(?:[^{]*,\s*)?(?:only\s+)?(?:screen|all)\s*(?:,|\Z)", re.IGNORECASE)
_OPEN = re.compile(r"@(?:layer|supports\s+(?!not\b)|-moz-document\s+url-prefix)", re.IGNORECASE)
_IMPORTANT = re.compile(r"\s*!\s*important\s*\Z")
_READ = re.compile(
    r"display|visibility|content-visibility|opacity|filter|text-indent|left|right|top|bottom|transform|clip"
    r"|text-decoration(?:-line)?|clip-path|color|-webkit-text-fill-color|font|overflow|background(?:-color|-image)?"
    r"|margin(?:-left|-right|-top|-bottom)?|font-size|overflow-[xy]|(?:max-)?(?:height|width)"
)
_MAY_HIDE = {
    **dict.fromkeys(("left", "right", "top", "bottom", "text-indent"), re.compile(r"-\s*[\d.]")),
    **dict.fromkeys(
        ("margin", "margin-left", "margin-right", "margin-top", "margin-bottom"), re.compile(r"-[\d.]")
    ),
    "transform": re.compile(r"-|scale"),
    "opacity": re.compile(r"\A[0.]"),
    "filter": re.compile(r"opacity"),
    "content-visibility": re.compile(r"hidden"),
    **dict.fromkeys(("text-decoration", "text-decoration-line"), re.compile(r"line-through")),
    **dict.fromkeys(("overflow", "overflow-x", "overflow-y"), re.compile(r"hidden")),
}
"""Values that may hide something, of properties that matter only on pages where one of them does."""
_REPLACED = {
    "font": ("font-size",),
    "font-size": ("font",),
    "background": ("background-color", "background-image"),
}
"""What a declaration leaves nothing of, by its property."""
_INVALID_DISPLAY = re.compile(r"[^a-z -]")

Declarations = Mapping[str, tuple[str, bool]]
"""By property: the value in lower case, and whether it is declared important."""
_NOTHING: Declarations = {}


@dataclass(frozen=True, slots=True)
class _Rule:
    selector: Selector
    order: int
    declared: Declarations


@dataclass(frozen=True, slots=True)
class Rules:
    """What the page's own style sheets say of what is seen, by the rarest name a selector asks for."""

    by_key: Mapping[str, tuple[_Rule, ...]] = field(default_factory=dict)

    def declared(self, element: HtmlElement, names: list[str], around: frozenset[str]) -> list[Declarations]:
        """The declarations that select an element, the weakest first.

        Args:
            names: as :func:`names_of` gives them of the element.
            around: those of the elements around it.
        """
        found = [
            rule
            for name in ("*", *names)
            if name in self.by_key
            for rule in self.by_key[name]
            if rule.selector.around <= around and rule.selector.meets(element, named=True)
        ]
        found.sort(key=lambda rule: (rule.selector.specificity, rule.order))
        return [rule.declared for rule in found]


def names_of(element: HtmlElement) -> list[str]:
    """What rules may know an element by: its ``tag``, each ``.class`` once, and its ``#id``."""
    names = [str(element.tag), *(f".{name}" for name in dict.fromkeys(element.get("class", "").split()))]
    identity = element.get("id")
    return [*names, f"#{identity}"] if identity else names


def cascade(rules: list[Declarations], own: Declarations = _NOTHING) -> str:
    """What holds of all declarations, as one style; ``own`` is the element's own style."""
    held: dict[str, str] = {}
    for weight in (False, True):
        for declared in (*rules, own):
            for name, (value, important) in declared.items():
                if important == weight:
                    for part in (name, *_REPLACED.get(name, ())):
                        held.pop(part, None)
                    held[name] = value
    return "; ".join(f"{name}: {value}" for name, value in held.items())


def declarations_of(style: str) -> Declarations:
    """The declarations of a style that bear on what is seen; of one property the last, or the important."""
    found: dict[str, tuple[str, bool]] = {}
    for piece in _REMARK.sub("", style).lower().split(";"):
        name, colon, value = piece.partition(":")
        name = name.strip()
        if not colon or not _READ.fullmatch(name):
            continue
        plain = _IMPORTANT.sub("", value.strip())
        important = plain != value.strip()
        invalid = not plain or (name == "display" and _INVALID_DISPLAY.search(plain))
        if invalid or (name in found and found[name][1] and not important):
            continue
        found.pop(name, None)
        found[name] = (plain[:1_000], important)
    return found


def rules_of(sheets: list[str]) -> Rules:
    """The rules of style sheets, in the order of the page."""
    plain = [_REMARK.sub("", sheet[:_SHEET_MOST]) for sheet in sheets]
    found = [
        (selectors, declarations_of(style)) for selectors, style in chain.from_iterable(map(_blocks, plain))
    ]
    telling = {
        name
        for _, declared in found
        for name, (value, _) in declared.items()
        if name not in _MAY_HIDE or _MAY_HIDE[name].search(value)
    }
    by_key: dict[str, list[_Rule]] = {}
    places = Places()
    order = 0
    for selectors, every in found:
        declared = {name: value for name, value in every.items() if name in telling}
        for text in selectors if declared else ():
            selector = parse_selector(text, places)
            kept = by_key.setdefault(selector.last.key, []) if selector else []
            if selector is not None and len(kept) < _KEY_MOST:
                order += 1
                kept.append(_Rule(selector, order, declared))
    return Rules({key: tuple(kept) for key, kept in by_key.items()})


@dataclass(slots=True)
class _Block:
    """A block between braces: the selectors it is for, None where what is in it does not hold."""

    selectors: list[str] | None
    style: list[str] = field(default_factory=list)


def _blocks(sheet: str) -> Iterator[tuple[list[str], str]]:
    """Each rule's selectors, and its declarations."""
    stack = [_Block([])]
    at = 0
    for match in _SIGN.finditer(sheet):
        sign = match.group()
        if sign not in "{};":
            continue
        words = sheet[at : match.start()].strip()
        at = match.end()
        if sign == "{":
            stack.append(_Block(_selectors(words, stack[-1].selectors) if len(stack) < _DEPTH_MOST else None))
            continue
        stack[-1].style.append(words)
        if sign == "}" and len(stack) > 1:
            done = stack.pop()
            if done.selectors:
                yield done.selectors, ";".join(done.style)


def _selectors(prelude: str, outer: list[str] | None) -> list[str] | None:
    """What a block is for, by the words before it and the block it stands in."""
    if outer is None:
        return None
    if prelude.startswith("@"):
        opening = prelude[:_LONGEST]
        return list(outer) if _SCREEN.match(opening) or _OPEN.match(opening) else None
    own = [one.strip() for one in split_list(prelude[: _SELECTORS_MOST * 40])]
    if outer:
        inner = own[:_SELECTORS_MOST]
        nested = (_within(one, around) for around in outer for one in inner if _fits(one, around))
        return list(islice(nested, _SELECTORS_MOST))
    return own[:_SELECTORS_MOST]


def _fits(own: str, outer: str) -> bool:
    """Whether a nested selector stays short enough to be read."""
    return len(own) + (own.count("&") or 1) * (len(outer) + 5) <= _LONGEST


def _within(own: str, outer: str) -> str:
    """A rule nested in another: ``&`` stands for the outer one, which else stands around it."""
    return own.replace("&", f":is({outer})") if "&" in own else f"{outer} {own}"
