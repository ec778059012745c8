"""Which pieces of a page are the article, and which are the page around it.

trafilatura (Barbaresi 2021) says what the main text is; its answer is mapped back on the pieces of the
page, so that their structure survives, and then mended where the page itself is plainer about it:
JSON-LD's ``articleBody`` and ``itemprop="articleBody"``, the headline, captions within the article,
neighbours of the same kind that were dropped between two that were kept, and calls to act that were not.
"""

from __future__ import annotations

import re
from itertools import pairwise

from lxml.html import HtmlElement

from claimcheck.documents.apart import BESIDE, CALL, FRAME, LINKS
from claimcheck.documents.web.walk import Piece

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_NEXT_TO_NOTHING = 250
_FALLBACK_MOST = 2_000
_MOSTLY_LINKS = 0.6
_AROUND_MOST = 0.3
_NEAR = 4
"""How many pieces apart two kept ones may stand for those between them to be looked at."""
_CALLS = re.compile(
    r"(?:(?:please\s+)?(?:subscribe|sign\s?up|register|log\s?in|sign in|follow|like) (?:now|here|today"
    r"|us|to|for|with|our|in|on|the)\b"
    r"|(?:read|see|watch|listen|find out|learn|view|show|hear) (?:more|also|next|full|all"
    r"|comments)\b.{0,160}$|(?:also read|related|recommended|more on this|most read|trending)\b\s*:?.{0,120}$"
    r"|(?:click|tap) (?:here|to|the)\b|share (?:this|on|with|via)\b|(?:download|get) (?:the"
    r"|our) .{0,60}\b(?:app|apps|newsletter|alerts?|edition)\b"
    r"|never miss\b|stay (?:informed|up to date|tuned|connected)|join (?:our|the) (?:conversation"
    r"|newsletter|community|mailing)"
    r"|(?:to|if you(?:'|’)re) .{0,90}\b(?:subscribe|subscriber|log ?in|sign up|newsletter)\b"
    r"|for (?:the latest|more) .{0,80}\b(?:app|apps|download|visit|newsletter|follow)\b"
    r"|(?:we want to hear|tell us|let us know|have your say|what do you think|send (?:us|your)"
    r"|submit your|leave a (?:comment|reply)|comments? (?:are )?closed|post a comment|view comments)\b"
    r"|support (?:our|independent) |advertisement"
    r"|(?:photo|image|picture) credits?\s*:?\s*$|credits?\s*:?\s*$"
    r"|(?:last (?:modified|updated|edited)|filed under|tagged|tags|topics|categories|posted in"
    r"|release date)\b\s*:?.{0,80}$"
    r"|(?:all rights reserved|copyright|©|\(c\) \d{4})"
    r"|this site uses akismet|this (?:post|article|page|story) (?:may )?contains? affiliate"
    r"|we (?:may )?(?:earn|receive) (?:a )?(?:commission|compensation))",
    re.I,
)
"""Calls to act and labels of the page's frame, as they begin a short block of their own."""


def choose(root: HtmlElement, pieces: list[Piece], title: str | None, article_body: str) -> list[int]:
    """Indices of the pieces that are the article, in order; ``root`` is spent afterwards."""
    if not _has_chrome(pieces):
        around = _plainly_around(pieces)
        return [index for index, piece in enumerate(pieces) if index not in around and not _is_call(piece)]
    kept = _by_trafilatura(root, pieces)
    _add_stated(pieces, kept, article_body)
    _add_neighbours(pieces, kept)
    _add_captions(pieces, kept)
    kept -= {index for index in kept if _is_call(pieces[index])}
    _drop_strays(pieces, kept)
    headline = headline_index(pieces, kept, title)
    if headline is not None:
        kept.add(headline)
        _add_standfirst(pieces, kept, headline)
    return sorted(kept)


def _has_chrome(pieces: list[Piece]) -> bool:
    """Whether there is anything around the article: an exported fragment is all article."""
    around = sum(
        piece.chrome or (piece.link_share > _MOSTLY_LINKS and piece.tag in ("li", "div")) for piece in pieces
    )
    return around > 2 or around > 0.2 * len(pieces)


def _plainly_around(pieces: list[Piece]) -> set[int]:
    """Menus, comments and the like on a page that is nearly all article."""
    found = {index for index, piece in enumerate(pieces) if piece.around}
    share = sum(len(pieces[index].text) for index in found)
    return found if share < _AROUND_MOST * sum(len(piece.text) for piece in pieces) else set()


def _by_trafilatura(root: HtmlElement, pieces: list[Piece]) -> set[int]:
    """By trafilatura's own rules; its fallbacks (one is quadratic) only where those find next to nothing."""
    import trafilatura

    text = trafilatura.extract(root, include_comments=False, fast=True) or ""
    if len(text) < _NEXT_TO_NOTHING and len(pieces) <= _FALLBACK_MOST:
        text = trafilatura.extract(root, include_comments=False) or text
    return _matching(pieces, text)


def _matching(pieces: list[Piece], text: str) -> set[int]:
    """Pieces whose words stand in ``text``: short ones as a whole line, longer ones by shared word groups."""
    lines = {_squeeze(line.strip("-•| ")) for line in text.split("\n")}
    cells = {_squeeze(cell) for line in text.split("\n") if "|" in line for cell in line.split("|")}
    words = _WORD.findall(text.lower())
    groups = {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
    kept = set()
    for index, piece in enumerate(pieces):
        own = _WORD.findall(piece.text.lower())
        if len(own) < _SHINGLE + 2:
            squeezed = _squeeze(piece.text)
            if squeezed in lines or (piece.tag in ("td", "th") and squeezed in cells):
                kept.add(index)
        elif _shared(own, groups) >= 0.6:
            kept.add(index)
    return kept


def _shared(own: list[str], groups: set[tuple[str, ...]]) -> float:
    shingles = [tuple(own[at : at + _SHINGLE]) for at in range(len(own) - _SHINGLE + 1)]
    return sum(shingle in groups for shingle in shingles) / len(shingles)


def _squeeze(text: str) -> str:
    return "".join(_WORD.findall(text.lower()))


def _add_stated(pieces: list[Piece], kept: set[int], article_body: str) -> None:
    """What the page itself marks as the article's body."""
    if len(article_body) > 200:
        kept |= {
            index
            for index in _matching(pieces, article_body)
            if len(pieces[index].text) > 60 or not pieces[index].chrome
        }
    marked = [index for index, piece in enumerate(pieces) if piece.body]
    if marked and sum(index in kept for index in marked) >= 0.3 * len(marked):
        kept |= {index for index in marked if not pieces[index].chrome and pieces[index].link_share < 0.5}


def _add_neighbours(pieces: list[Piece], kept: set[int]) -> None:
    """Pieces between two kept ones that stand under the same element, or are headings over a kept one."""
    order = sorted(kept)
    for before, after in pairwise(order):
        if after - before > _NEAR + 1:
            continue
        for index in range(before + 1, after):
            piece = pieces[index]
            family = {pieces[before].parent, pieces[after].parent}
            if not piece.chrome and piece.link_share < 0.4 and (piece.parent in family or piece.level):
                kept.add(index)


def _add_captions(pieces: list[Piece], kept: set[int]) -> None:
    if not kept:
        return
    first, last = min(kept), max(kept)
    for index in range(max(first - _NEAR, 0), min(last + _NEAR + 1, len(pieces))):
        piece = pieces[index]
        if piece.caption and not piece.chrome and len(piece.text.split()) >= 5 and piece.link_share < 0.5:
            kept.add(index)


def _is_call(piece: Piece) -> bool:
    return len(piece.text) <= 260 and piece.level != 1 and bool(_CALLS.match(piece.text.lstrip("*•►»> ")))


def why_left_out(piece: Piece) -> str:
    """Why a piece that everybody sees is no part of the article."""
    if _is_call(piece):
        return CALL
    if piece.link_share > _MOSTLY_LINKS:
        return LINKS
    return FRAME if piece.chrome else BESIDE


def _drop_strays(pieces: list[Piece], kept: set[int]) -> None:
    """Kept pieces in what is plainly the page's frame, as long as most of the article stands elsewhere."""
    inside = sum(len(pieces[index].text) for index in kept if not pieces[index].chrome)
    whole = sum(len(pieces[index].text) for index in kept)
    if inside < 0.7 * whole:
        return
    kept -= {index for index in kept if pieces[index].chrome and pieces[index].link_share > 0.5}


def headline_index(pieces: list[Piece], kept: set[int], title: str | None) -> int | None:
    """The piece that is the headline: the first-level heading like the stated title, or the one before the
    text.
    """
    wanted = _squeeze(title or "")
    headings = [index for index, piece in enumerate(pieces) if piece.level == 1]
    for index in headings:
        own = _squeeze(pieces[index].text)
        if wanted and own and (own == wanted or own in wanted or wanted in own):
            return index
    same = [
        index
        for index, piece in enumerate(pieces)
        if wanted and piece.level and _squeeze(piece.text) == wanted
    ]
    if same:
        return same[0]
    if not headings and wanted:
        # Pages without headings set their title in large letters only.
        named = [i for i, piece in enumerate(pieces) if not piece.chrome and _squeeze(piece.text) == wanted]
        return named[0] if named else None
    first = min(kept, default=len(pieces))
    before = [index for index in headings if index <= first and not pieces[index].chrome]
    return before[-1] if before else None


def _add_standfirst(pieces: list[Piece], kept: set[int], headline: int) -> None:
    for index in range(headline + 1, min(headline + 1 + _NEAR, len(pieces))):
        piece = pieces[index]
        sentence = piece.level and len(piece.text) > 60 and piece.text[-1] in ".!?"
        if (
            (piece.standfirst or sentence)
            and not piece.chrome
            and len(piece.text.split()) >= 5
            and piece.link_share < 0.5
        ):
            kept.add(index)
            return
