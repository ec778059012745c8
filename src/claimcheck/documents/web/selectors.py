"""Selectors of style sheets (CSS Selectors level 4), as far as a page at rest needs them, on lxml trees.

What depends on a person's doings (``:hover``, ``:checked``) holds for nothing; a selector with anything else
that is not known here is no selector. Steps and the elements looked at are bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from claimcheck.documents.web.siblings import Places

_NAME = r"(?:[\w-]|[^\x00-\x7f]|\\.)+"
_PART = re.compile(
    rf"(?P<tag>\*|[a-zA-Z][\w-]*)|\.(?P<class>{_NAME})|\#(?P<id>{_NAME})"
    r"|\[\s*(?P<name>[\w:-]+)\s*(?:(?P<sign>[~|^$*]?=)\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\]]+))\s*(?P<flag>[iIsS])?\s*)?\]"
    r"|:(?P<pseudo>[a-zA-Z-]+)(?:\((?P<inner>[^()]*(?:\([^()]*\)[^()]*)*)\))?"
)
_STEP = re.compile(r"\s*([>+~])\s*|\s+")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(.))")
_NTH = re.compile(r"\s*([+-]?\d*)n\s*(?:([+-])\s*(\d+))?\s*\Z|\s*([+-]?\d+)\s*\Z")
_STEPS_MOST = 10
_LENGTH_MOST = 400
_FAR = 100
"""Ancestors, and brothers and sisters before a "~", that are looked at."""
_NESTED_MOST = 3
_STATES = frozenset(
    "hover focus active visited target checked focus-within focus-visible fullscreen invalid indeterminate"
    " user-invalid autofill popover-open open modal placeholder-shown".split()
)
_BOTH_ENDS = {"only-child": ("first-child", "last-child"), "only-of-type": ("first-of-type", "last-of-type")}

Test = Callable[[HtmlElement], bool]
Specificity = tuple[int, int, int]
"""How many ids; classes, attributes and states; elements."""


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must meet: ``key`` is the rarest of it, by which rules are looked up."""

    key: str
    tests: tuple[Test, ...]
    specificity: Specificity

    def meets(self, element: HtmlElement) -> bool:
        """Whether an element meets all of it."""
        return all(test(element) for test in self.tests)


@dataclass(frozen=True, slots=True)
class Selector:
    """A complex selector.

    Attributes:
        before: the compounds before the last from right to left, each with the sign that joins it to the one
            on its right.
        around: names (``.class``, ``#id``, ``tag``) that the elements around must have between them.
    """

    last: Compound
    before: tuple[tuple[str, Compound], ...]
    specificity: Specificity
    around: frozenset[str]

    def meets(self, element: HtmlElement, *, named: bool = False) -> bool:
        """Whether an element is selected; ``named`` says that it has the name of the last compound's key."""
        last = self.last
        if not (named and last.key != "*" and len(last.tests) == 1) and not last.meets(element):
            return False
        here = [element]
        for sign, compound in self.before:
            found = {one: None for at in here for one in _towards(at, sign) if compound.meets(one)}
            if not found:
                return False
            here = list(found)
        return True


def parse_selector(text: str, places: Places | None = None, nested: int = 0) -> Selector | None:
    """A selector, or None where it is none that is known here.

    Args:
        places: the places of the page's elements, which all its selectors share.
    """
    text = text.strip()
    places = places or Places()
    if not text or len(text) > _LENGTH_MOST or nested > _NESTED_MOST:
        return None
    steps: list[tuple[str, Compound]] = []
    at, sign = 0, ""
    while at < len(text):
        end, compound = _compound(text, at, places, nested)
        if compound is None or len(steps) >= _STEPS_MOST:
            return None
        steps.append((sign, compound))
        gap = _STEP.match(text, end)
        if gap is None:
            return _selector(steps) if end == len(text) else None
        at, sign = gap.end(), gap[1] or " "
    return None


def _selector(steps: list[tuple[str, Compound]]) -> Selector:
    before = tuple((steps[at + 1][0], steps[at][1]) for at in range(len(steps) - 2, -1, -1))
    around = frozenset(compound.key for sign, compound in before if sign in " >" and compound.key != "*")
    return Selector(steps[-1][1], before, _total(compound.specificity for _, compound in steps), around)


def _total(parts: Iterable[Specificity]) -> Specificity:
    ids = classes = tags = 0
    for one in parts:
        ids, classes, tags = ids + one[0], classes + one[1], tags + one[2]
    return ids, classes, tags


def _compound(text: str, at: int, places: Places, nested: int) -> tuple[int, Compound | None]:
    """The compound that begins at a position, and where it ends."""
    tests: list[Test] = []
    weights: list[Specificity] = []
    keys = {"#": "", ".": "", "t": ""}
    while (match := _PART.match(text, at)) is not None:
        if match["tag"] and tests:
            return at, None
        made = _part(match, places, nested, keys)
        if made is None:
            return at, None
        tests.append(made[0])
        weights.append(made[1])
        at = match.end()
    if not tests:
        return at, None
    key = keys["#"] or keys["."] or keys["t"] or "*"
    return at, Compound(key, tuple(tests), _total(weights))


def _part(
    match: re.Match[str], places: Places, nested: int, keys: dict[str, str]
) -> tuple[Test, Specificity] | None:
    if match["tag"]:
        keys["t"] = "" if match["tag"] == "*" else match["tag"].lower()
        return _is_tag(keys["t"]), (0, 0, int(bool(keys["t"])))
    if match["class"]:
        name = _plain(match["class"])
        keys["."] = f".{name}"
        return lambda element: name in element.get("class", "").split(), (0, 1, 0)
    if match["id"]:
        identity = _plain(match["id"])
        keys["#"] = f"#{identity}"
        return lambda element: element.get("id") == identity, (1, 0, 0)
    if match["name"]:
        return _has_attribute(match), (0, 1, 0)
    return _pseudo(match["pseudo"].lower(), match["inner"], places, nested)


def _plain(name: str) -> str:
    """A name with its escapes undone."""
    if "\\" not in name:
        return name
    return _ESCAPE.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)) if found[1] else found[2], name)


def _is_tag(name: str) -> Test:
    return lambda element: not name or element.tag == name


def _has_attribute(match: re.Match[str]) -> Test:
    name, sign, fold = match["name"].lower(), match["sign"], (match["flag"] or "").lower() == "i"
    wanted = next((match[group] for group in ("double", "single", "bare") if match[group] is not None), "")
    wanted = wanted.lower() if fold else wanted

    def test(element: HtmlElement) -> bool:
        value = element.get(name)
        if value is None or not sign:
            return value is not None
        return _compares(value.lower() if fold else value, sign, wanted)

    return test


def _compares(value: str, sign: str, wanted: str) -> bool:
    if sign == "=":
        return value == wanted
    if not wanted:
        return False
    if sign == "~=":
        return wanted in value.split()
    if sign == "|=":
        return value == wanted or value.startswith(f"{wanted}-")
    if sign == "^=":
        return value.startswith(wanted)
    return value.endswith(wanted) if sign == "$=" else wanted in value


def _pseudo(name: str, inner: str | None, places: Places, nested: int) -> tuple[Test, Specificity] | None:
    if name in _STATES:
        return lambda element: False, (0, 1, 0)
    if name in ("not", "is", "where", "matches", "any", "-webkit-any") and inner is not None:
        return _list_of(name, inner, places, nested)
    if name in _BOTH_ENDS:
        first, last = (_position(one, None, places) for one in _BOTH_ENDS[name])
        if first is None or last is None:
            return None
        return lambda element: first(element) and last(element), (0, 1, 0)
    if name == "root":
        return lambda element: element.tag == "html", (0, 1, 0)
    if name in ("link", "any-link"):
        return lambda element: element.tag == "a" and element.get("href") is not None, (0, 1, 0)
    if name == "empty":
        return lambda element: not len(element) and not element.text, (0, 1, 0)
    test = _position(name, inner, places)
    return None if test is None else (test, (0, 1, 0))


def _list_of(name: str, inner: str, places: Places, nested: int) -> tuple[Test, Specificity] | None:
    found = [parse_selector(one, places, nested + 1) for one in split_list(inner)]
    known = [one for one in found if one is not None]
    if len(known) < len(found) if name == "not" else not known:
        return None
    weight = (0, 0, 0) if name == "where" else max(one.specificity for one in known)
    wanted = name != "not"
    return lambda element: any(one.meets(element) for one in known) == wanted, weight


def _position(name: str, inner: str | None, places: Places) -> Test | None:
    """``:first-child`` and its kin: places among brothers and sisters, or those of the same name."""
    ends = {"first-child": "1", "last-child": "1", "first-of-type": "1", "last-of-type": "1"}
    count = ends.get(name, inner if name.startswith("nth-") else None)
    if count is None or not name.endswith(("-child", "-of-type")):
        return None
    step = _counted(count)
    if step is None:
        return None
    (every, first), last, alike = step, "last" in name, name.endswith("type")

    def test(element: HtmlElement) -> bool:
        parent = element.getparent()
        if parent is None:
            return False  # nobody knows what stands around it
        away = places.place(element, parent, last=last, alike=alike) - first
        return away == 0 if every == 0 else away % every == 0 and away // every >= 0

    return test


def _counted(count: str) -> tuple[int, int] | None:
    """``an+b`` as its two numbers."""
    named = {"odd": (2, 1), "even": (2, 0)}.get(count.strip().lower())
    match = _NTH.match(count.lower()) if len(count) < 20 else None
    if named is not None or match is None:
        return named
    if match[4]:
        return 0, int(match[4])
    every = int(match[1]) if match[1].strip("+-") else int(f"{match[1]}1")
    return every, int(f"{match[2]}{match[3]}") if match[3] else 0


def split_list(text: str) -> list[str]:
    """A list of selectors, parted at commas that stand in no brackets and no quotation marks."""
    parts, depth, quote, at = [], 0, "", 0
    for index, letter in enumerate(text):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "\"'":
            quote = letter
        elif letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "," and depth <= 0:
            parts.append(text[at:index])
            at = index + 1
    return [*parts, text[at:]]


def _towards(element: HtmlElement, sign: str) -> Iterator[HtmlElement]:
    """The elements that may stand to the left of a sign."""
    if sign == " ":
        yield from islice(element.iterancestors(), _FAR)
    elif sign == ">":
        parent = element.getparent()
        if parent is not None:
            yield parent
    else:
        before = (one for one in element.itersiblings(preceding=True) if isinstance(one.tag, str))
        near = list(islice(before, 1 if sign == "+" else _FAR))
        yield from near
        parent = element.getparent()
        if len(near) == _FAR and parent is not None:  # of a long list its head, where a mark mostly stands
            yield from islice((one for one in parent if isinstance(one.tag, str)), _FAR)
