"""What a Markdown file hides by HTML in it or by Markdown's own trick for remarks: told, and no part of any
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from claimcheck.documents.apart import STRUCK
from claimcheck.documents.model import Block, HiddenText, Locator
from claimcheck.documents.web.hidden import Sight
from claimcheck.documents.web.stylesheets import Rules, rules_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_REMARK = re.compile(
    r"^ {0,3}\[[^\]\n]{1,40}\]: *(?:<>|<?#>?) *[(\"'](?P<words>[^\n]*)[)\"'] *$", re.MULTILINE
)
_SHOWN_AS_IS = re.compile(r"(?<!`)(`{1,3})(?!`)[^\n]{1,400}?(?<!`)\1(?!`)")
"""Code within a line."""
_COMMENT = re.compile(r"<!--(?P<words>.*?)(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]{0,30})(?P<rest>(?:\s[^<>]{0,2000})?)>")
_ATTRIBUTE = re.compile(r"([A-Za-z-]{1,40})(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_IN_CODE = "a comment in the page's code"
_NOTE_WORDS = 4
_STRUCK = re.compile(r"(?<![~\\])~~(?!~)(?=\S)(?P<words>[^\n~]{1,2000})(?<=\S)~~(?!~)")
_STYLE = re.compile(r"<style\b[^>]{0,200}>(.*?)(?:</style|\Z)", re.DOTALL | re.IGNORECASE)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_NEVER = {
    "template": "a template, never shown",
    "noscript": "shown only without scripts",
    **dict.fromkeys(("del", "s", "strike"), STRUCK),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text that no reader sees, markup and all, and the words in it."""

    start: int
    end: int
    words: str
    why: str


@dataclass(slots=True)
class _Element:
    """An opening tag, as far as :class:`Sight` asks."""

    tag: str
    attrib: Mapping[str, str]
    text: str = "…"
    """What stands in it is not known; it is not empty."""

    def get(self, name: str, default: str | None = None) -> str | None:
        return self.attrib.get(name, default)

    def getparent(self) -> None:
        """Nothing: what stands around it is Markdown, and no selector can tell."""

    def iterancestors(self) -> Iterator[_Element]:
        return iter(())

    def itersiblings(self, *, preceding: bool = False) -> Iterator[_Element]:
        return iter(())

    def __len__(self) -> int:
        return 0


def hidden_stretches(text: str, blocks: Sequence[Block]) -> list[Stretch]:
    """What nobody sees of a Markdown text, in order; code is shown as it stands. Linear in the text."""
    if "<" not in text and "]:" not in text and "~~" not in text:
        return []
    code = [(block.start, block.end) for block in blocks if block.kind in ("code", "front_matter")]
    code = sorted(code + [match.span() for match in _SHOWN_AS_IS.finditer(text)])
    found = [*_comments(text), *_elements(text), *_struck(text)]
    kept: list[Stretch] = []
    at = 0
    for one in sorted(found, key=lambda stretch: (stretch.start, -stretch.end)):
        while at < len(code) and code[at][1] <= one.start:
            at += 1
        in_code = at < len(code) and code[at][0] <= one.start
        if not in_code and (not kept or one.start >= kept[-1].end):
            kept.append(one)
    return [one for one in kept if any(map(str.isalnum, one.words))]


def _comments(text: str) -> list[Stretch]:
    remarks = [(match, "a remark in the file") for match in _REMARK.finditer(text)]
    remarks += [(match, _IN_CODE) for match in _COMMENT.finditer(text)]
    return [Stretch(*match.span(), " ".join(match["words"].split()), why) for match, why in remarks]


def _struck(text: str) -> list[Stretch]:
    """Words between double tildes, which a line goes through."""
    return [Stretch(*match.span(), match["words"], STRUCK) for match in _STRUCK.finditer(text)]


def _elements(text: str) -> list[Stretch]:
    """Elements that are hidden, to their end or, where they have none, to the end of their paragraph."""
    found: list[Stretch] = []
    hiding: tuple[re.Match[str], str] | None = None
    depth = 0
    rules = rules_of([match[1] for match in _STYLE.finditer(text)]) if "<style" in text.lower() else Rules()
    for match in _TAG.finditer(text):
        name = match["name"].lower()
        if hiding is not None:
            if name == hiding[0]["name"].lower():
                depth += -1 if match["close"] else 1
            if depth == 0:
                found.append(_stretch(text, hiding, match.start(), match.end()))
                hiding = None
            continue
        why = None if match["close"] or name in _VOID else _why(name, match["rest"], rules)
        if why:
            hiding, depth = (match, why), 1
    if hiding is not None:
        end = text.find("\n\n", hiding[0].end())
        end = len(text) if end < 0 else end
        found.append(_stretch(text, hiding, end, end))
    return found


def _stretch(text: str, hiding: tuple[re.Match[str], str], inner_end: int, end: int) -> Stretch:
    opening, why = hiding
    words = _TAG.sub(" ", text[opening.end() : inner_end])
    return Stretch(opening.start(), end, " ".join(words.split()), why)


def _why(name: str, rest: str, rules: Rules) -> str | None:
    if name in _NEVER:
        return _NEVER[name]
    attributes = {
        match[1].lower(): match[2] or match[3] or match[4] or "" for match in _ATTRIBUTE.finditer(rest)
    }
    if not attributes and name != "dialog":
        return None
    return Sight().within(cast("HtmlElement", _Element(name, attributes)), rules).why


def without_hidden(blocks: Sequence[Block], hidden: Sequence[Stretch]) -> list[Block]:
    """The blocks with each hidden stretch as a block of its own, of the kind ``comment``; what is left of a
    block before it and behind it are blocks of its kind."""
    done: list[Block] = []
    left = list(reversed(blocks))
    for one in hidden:
        place: Locator | None = None
        while left and left[-1].start < one.end:
            block = left.pop()
            if block.end <= one.start:
                done.append(block)
                continue
            place = place or block.locator
            if block.start < one.start:
                done.append(replace(block, end=one.start))
            if block.end > one.end:
                left.append(replace(block, start=one.end))
                break
        done.append(Block("comment", one.start, one.end, locator=place))
    return done + list(reversed(left))


def listed(blocks: Sequence[Block], hidden: Sequence[Stretch]) -> tuple[HiddenText, ...]:
    """The stretches as they are kept apart, with the places of their blocks; of comments in the code those
    that are more than a label."""
    places = {block.start: block.locator for block in blocks if block.kind == "comment"}
    told = [one for one in hidden if one.why != _IN_CODE or len(one.words.split()) >= _NOTE_WORDS]
    return tuple(HiddenText(one.words, one.why, places.get(one.start)) for one in told)
