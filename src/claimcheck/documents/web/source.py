"""A page's tree, and a count of text by other means, so that a lost tree is noticed."""

from __future__ import annotations

import re

from lxml import etree, html

from claimcheck.documents.failures import NoReadableText, TextLost
from claimcheck.documents.text import EmptyDocument

_XML_HEAD = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_UNSEEN = ("script", "style", "template", "svg", "textarea", "noscript", "title", "iframe", "select", "head")
_SPACE = re.compile(r"\s+")
_ENTITY = re.compile(r"&#?\w{1,31};")
_LOST_SHARE = 0.5
_LOST_LEAST = 200


def parse_page(page: str, place: str) -> html.HtmlElement:
    """The page's tree.

    Raises:
        NoReadableText: there is none.
        TextLost: the parser gave up on markup built (or broken) so that it does.
    """
    if not page.strip():
        raise EmptyDocument(place)
    parser = html.HTMLParser(encoding="utf-8", remove_pis=True)
    expected = visible_length(page)
    source = _XML_HEAD.sub("", page, count=1).replace("\0", "").encode("utf-8", "replace")
    try:
        root = html.document_fromstring(source, parser=parser, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        if expected < _LOST_LEAST:
            raise NoReadableText(place, "page") from error
        raise TextLost(place, 0, expected) from error
    found = _tree_length(root)
    if expected - found >= _LOST_LEAST and found < _LOST_SHARE * expected:
        raise TextLost(place, found, expected)
    return root


def visible_length(page: str) -> int:
    """How many characters, white space aside, stand outside tags, scripts and styles: one pass, no parser."""
    lower = page.lower()
    if len(lower) != len(page):
        lower = page
    count, at = 0, 0
    while True:
        opening = page.find("<", at)
        if opening < 0:
            return count + _ink(page[at:])
        count += _ink(page[at:opening])
        closing = _tag_end(page, opening)
        if closing < 0:
            return count
        at = _after_unseen(lower, opening, closing)


def _tag_end(page: str, opening: int) -> int:
    if page.startswith("<!--", opening):
        close = page.find("-->", opening)
        return close + 3 if close >= 0 else -1
    close = page.find(">", opening)
    return close + 1 if close >= 0 else -1


def _after_unseen(lower: str, opening: int, closing: int) -> int:
    """Past the end of an element whose content is not shown, else past its tag."""
    for name in _UNSEEN:
        if lower.startswith(name, opening + 1) and not lower[opening + 1 + len(name)].isalnum():
            if name == "svg" and lower[closing - 2] == "/":
                return closing
            end = lower.find(f"</{name}", closing)
            return end if end >= 0 else len(lower)
    return closing


def _ink(piece: str) -> int:
    """Characters that leave ink, an entity counting as one."""
    if "&" in piece:
        piece = _ENTITY.sub("x", piece)
    return len(piece) - len("".join(_SPACE.findall(piece))) if piece else 0


def _tree_length(root: html.HtmlElement) -> int:
    total = 0
    for _, element in etree.iterwalk(root, events=("start",)):
        if isinstance(element.tag, str) and element.tag not in _UNSEEN and element.text:
            total += _ink(element.text)
        if element.tail:
            total += _ink(element.tail)
    return total
