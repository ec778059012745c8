"""The page as a list of pieces: each stretch of text between two block boundaries, with what its elements
say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml.html import HtmlElement

from claimcheck.documents.apart import CONTROL, DRAWING, FORMULA, STRUCK
from claimcheck.documents.web.hidden import Sight
from claimcheck.documents.web.stylesheets import Rules, rules_of
from claimcheck.documents.web.tables import Cell, Grid

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer"
    " form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary"
    " table tbody td tfoot"
    " th thead tr ul".split()
)
_SKIPPED = frozenset(
    "script style svg object embed iframe textarea canvas audio video map head"
    " input"
    " datalist meter progress".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CHROME_TAGS = frozenset("nav footer aside form menu dialog".split())
_NEVER = {
    "noscript": "shown only without scripts",
    "template": "a template, never shown",
    **dict.fromkeys(("del", "s", "strike"), STRUCK),
}
_AROUND = re.compile(
    r"(?<![a-z])(?:nav|navbar|navigation|menu|breadcrumbs?|comments?|disqus|cookies?|consent|shar(?:e|ing)|social"
    r"|newsletter|related|recommend(?:ed|ations?)?|outbrain|taboola)(?![a-z])"
)
"""Names of what is no part of any article, wherever it stands."""
_NOTE_CLASS = re.compile(r"(?<![a-z])(?:mso)?(?:foot|end)notes?(?:-?text)?(?![a-z])")
_TOLD = {"button": CONTROL, "select": CONTROL, "math": FORMULA, "text": DRAWING}
"""What is seen, and left out of every sentence; ``text`` is an element of drawings (SVG) alone."""
_CODE = re.compile(r"[<>{}=;|\[\]]|/\*|\w\(|https?:")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_NOTE_WORDS = 6
"""A comment in a page's code of so many words, without signs of code and with a sentence's end, is a writer's
remark."""
_NOTE_LONGEST = 4_000
_ENDS = frozenset('.!?…”"’)')
_CHROME_WORDS = re.compile(
    r"(?<![a-z])(?:nav|navbar|navigation|menu|sidebar|side-bar|footer|share|sharing|social|related"
    r"|recommend(?:ed|ations?)?|promo"
    r"|newsletter|comments?|disqus|cookies?|consent|advert(?:isement)?s?|ads?|sponsor(?:ed)?"
    r"|breadcrumbs?|widget|popup|modal"
    r"|signup|subscribe|subscription|trending|most-?(?:read|popular)|outbrain|taboola|toolbar|masthead"
    r"|skip-?link|pagination"
    r"|more-?(?:from|stories|news|on)|read-?(?:more|next)|also-?(?:like|read)|author-?bio|about-?author"
    r"|tags?|login|print)(?![a-z])"
)
_PULL_QUOTE = re.compile(r"pull-?quote|pullout|blockquote--pull", re.I)
_STANDFIRST = re.compile(
    r"(?<![a-z])(?<!with-)(?:standfirst|sub-?title|sub-?headline|subhead|dek|deck|excerpt|summary|lede"
    r"|strapline)(?![a-z])",
    re.I,
)
_CAPTION = re.compile(r"(?<![a-z])(?:wp-)?(?:img-|image-|photo-|media-)?caption(?:-text)?(?![a-z])", re.I)
_SPACE = re.compile(r"\s+")
_NOTE_MARK = re.compile(
    r"[\[(]?(?:\d{1,3}|[⁰¹²³⁴-⁹]{1,3}|[a-z]|[ivxlc]{1,6}|[*†‡§¶]{1,3}|(?:note|nb) \d{1,3})\.?[\])]?"
)
_NOTE_ADDRESS = re.compile(r"#.*(?:note|fn|ref|cite|foot|endn|src)", re.I)
_BACK = frozenset({"↩", "↩︎", "↩️", "↑", "^", "⏎", "↵", "⤴"})
_ANCHORS = 8
"""As many anchors within a paragraph are remembered."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class Frame:
    """What holds inside an element, inherited from those around it."""

    skip: bool = False
    sight: Sight = field(default_factory=Sight)
    root: int = 0
    tag: str = ""
    level: int = 0
    chrome: bool = False
    around: bool = False
    quote: str = ""
    caption: bool = False
    note: bool = False
    standfirst: bool = False
    body: bool = False
    article: bool = False
    ids: tuple[str, ...] = ()
    row: int = 0
    grid: Grid | None = None
    cell: Cell | None = None
    number: int = 0
    parent: int = 0


@dataclass(slots=True)
class Piece:
    """A stretch of text between two block boundaries.

    Attributes:
        links: spans within ``text``, and where they lead; an empty span is a footnote's mark, left out of it.
        hidden: why no reader sees it, or None.
        root: of what is hidden, the number of the element that hides it.
        within: whether it stands within a paragraph that is seen, which follows in the list.
        cell: the innermost table's cell that it stands in.
        chrome, around: whether it stands in what may be, and in what plainly is, the frame of the page.
        note: whether its element is named a footnote.
    """

    text: str
    tag: str
    links: list[tuple[int, int, str]] = field(default_factory=list)
    level: int = 0
    chrome: bool = False
    around: bool = False
    quote: str = ""
    caption: bool = False
    note: bool = False
    standfirst: bool = False
    body: bool = False
    ids: tuple[str, ...] = ()
    row: int = 0
    cell: Cell | None = None
    parent: int = 0
    hidden: str | None = None
    root: int = 0
    within: bool = False

    @property
    def link_share(self) -> float:
        """The share of the text that is link."""
        return sum(end - start for start, end, _ in self.links) / max(len(self.text), 1)


def walk(root: HtmlElement) -> list[Piece]:
    """The pieces in document order, those nobody sees among them (``hidden`` says why)."""
    sheets = [style.text or "" for style in root.iter("style") if _on_screen(style)]
    return _Walker(rules_of(sheets)).walk(root)


def _on_screen(style: HtmlElement) -> bool:
    """Whether a style sheet holds where the page is read on a screen, with its scripts running."""
    media = style.get("media", "all").lower()
    return ("all" in media or "screen" in media) and not any(True for _ in style.iterancestors(*_NEVER))


class _Walker:
    """Goes through the tree once, without recursion, and collects text between block boundaries."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._pieces: list[Piece] = []
        self._words: list[str] = []
        self._unseen: list[str] = []
        self._length = 0
        self._links: list[tuple[int, int, str]] = []
        self._link: tuple[int, str] | None = None
        self._link_words = 0
        self._raised: tuple[int, int] | None = None
        self._was_raised = -1
        self._anchors: list[str] = []
        self._rows = 0
        self._tables = 0
        self._count = 0

    def walk(self, root: HtmlElement) -> list[Piece]:
        stack = [Frame()]
        for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
            if event == "comment":
                self._note(element.text or "")
                self._add(element.tail, stack[-1])
            elif event == "start":
                frame = self._enter(element, stack[-1])
                stack.append(frame)
                self._add(element.text, frame)
            else:
                left = stack.pop()
                self._leave(element, left, stack[-1])
                self._add(element.tail, stack[-1])
        self._flush(stack[-1])
        return self._pieces

    def _enter(self, element: HtmlElement, outer: Frame) -> Frame:
        tag = element.tag
        sight = outer.sight.within(element, self._rules)
        # A button within a heading opens what stands under it.
        why = _NEVER.get(tag) or ("" if tag == "button" and outer.level else _TOLD.get(tag))
        if why and not sight.why:
            sight = replace(sight, why=why, cause=None)
        if tag in _BLOCKS:
            self._flush(outer)
        frame = self._frame(element, outer, tag)
        frame.sight = sight
        frame.root = outer.root if sight.why == outer.sight.why else self._count
        if tag == "br":
            self._break()
        elif tag == "a" and element.get("href") and self._link is None:
            self._link = (self._length, element.get("href", ""))
            self._link_words = len(self._words)
        elif tag == "sup" and self._raised is None:
            self._raised = (self._length, len(self._words))
        if tag not in _BLOCKS and frame.ids is not outer.ids:
            self._anchors.append(frame.ids[-1])
        return frame

    def _frame(self, element: HtmlElement, outer: Frame, tag: str) -> Frame:
        self._count += 1
        self._rows += tag == "tr"
        grid, cell = self._place(element, tag, outer)
        names = f"{element.get('class', '')} {element.get('id', '')}"
        named = names.lower() if len(names) > 1 else ""
        block = tag in _BLOCKS
        identity = element.get("id") or (element.get("name") if tag == "a" else None)
        chrome = outer.chrome or tag in _CHROME_TAGS or (tag == "header" and not outer.article)
        if named and not chrome and tag not in ("body", "html", "article", "main"):
            chrome = bool(_CHROME_WORDS.search(named))
        around = outer.around or tag in ("nav", "footer") or (chrome and bool(_AROUND.search(named)))
        caption = outer.caption or tag in ("figcaption", "caption") or bool(named and _CAPTION.search(named))
        return Frame(
            skip=(outer.skip or tag in _SKIPPED) and tag != "text",
            tag=tag if block else outer.tag,
            level=_HEADINGS.get(tag) or (1 if "msotitle" in named else outer.level),
            chrome=chrome,
            around=around,
            note=outer.note or ("note" in named and bool(_NOTE_CLASS.search(named))),
            quote=(
                "pull"
                if named and _PULL_QUOTE.search(named)
                else "block"
                if tag == "blockquote"
                else outer.quote
            ),
            caption=caption,
            standfirst=outer.standfirst or bool(named and _STANDFIRST.search(named)),
            body=outer.body or "articlebody" in element.get("itemprop", "").lower(),
            article=outer.article or tag in ("article", "main"),
            ids=(*outer.ids[-3:], identity) if identity else outer.ids,
            row=self._rows if tag in ("tr", "td", "th") else outer.row,
            grid=grid,
            cell=cell,
            number=self._count if block else outer.number,
            parent=outer.number if block else outer.parent,
        )

    def _place(self, element: HtmlElement, tag: str, outer: Frame) -> tuple[Grid | None, Cell | None]:
        """The table and the cell that an element stands in."""
        if tag == "table":
            self._tables += 1
            return Grid(self._tables), None
        if tag == "tr" and outer.grid is not None:
            outer.grid.next_row()
        elif tag in ("td", "th") and outer.grid is not None:
            return outer.grid, outer.grid.next_cell(element.get("colspan"), element.get("rowspan"))
        return outer.grid, outer.cell

    def _leave(self, element: HtmlElement, frame: Frame, outer: Frame) -> None:
        if element.tag == "a" and self._link is not None and self._link[1] == element.get("href"):
            start, target = self._link
            self._link = None
            if self._length > start and not self._left_out(start, target):
                self._links.append((start, self._length, target))
            following = element.getnext()
            if frame.chrome and not element.tail and following is not None and following.tag == "a":
                self._add(" ", outer)
        if element.tag == "sup" and self._raised is not None:
            self._lower(*self._raised)
            self._was_raised, self._raised = self._raised[0], None
        if element.tag in _BLOCKS:
            self._flush(frame)
        elif frame.sight.why != outer.sight.why:
            self._flush_unseen(frame)

    def _left_out(self, start: int, target: str) -> bool:
        """Whether the link that began at ``start`` is a footnote's mark, or leads back from a note."""
        words = "".join(self._words[self._link_words :]).strip()
        if not target.startswith("#") or not words:
            return False
        back = words in _BACK
        if not back and not (
            _NOTE_MARK.fullmatch(words)
            and (
                words[0] in "[(⁰¹²³⁴⁵⁶⁷⁸⁹"
                or self._raised
                or self._was_raised == start
                or _NOTE_ADDRESS.match(target)
            )
        ):
            return False
        self._shorten(start, self._link_words)
        if not back:
            self._links.append((start, start, target))
        return True

    def _lower(self, start: int, words: int) -> None:
        """Raised figures as characters of their own; marks of footnotes leave no brackets behind."""
        if self._length <= start:
            return
        raised = "".join(self._words[words:])
        if raised.strip().isdecimal() and raised.isascii():
            self._words[words:] = [raised.translate(_RAISED)]
        elif not any(map(str.isalnum, raised)) and any(a == b >= start for a, b, _ in self._links):
            self._shorten(start, words)
            self._links = [
                (min(a, start), start, to) if a == b >= start else (a, b, to) for a, b, to in self._links
            ]

    def _shorten(self, length: int, words: int) -> None:
        del self._words[words:]
        self._length = length

    def _add(self, text: str | None, frame: Frame) -> None:
        if not text or frame.skip:
            return
        if frame.sight.why:
            self._unseen.append(text)
            return
        words = text if frame.tag == "pre" else _SPACE.sub(" ", text)
        if not self._length or self._words[-1][-1].isspace():
            words = words.lstrip()
        if words:
            self._words.append(words)
            self._length += len(words)

    def _break(self) -> None:
        if self._length:
            self._words.append("\n")
            self._length += 1

    def _flush(self, frame: Frame) -> None:
        self._flush_unseen(frame)
        if not self._length:
            return
        text = "".join(self._words)
        links = self._links
        self._words, self._length, self._links = [], 0, []
        self._raised, self._was_raised = None, -1
        anchors, self._anchors = self._anchors, []
        if self._link is not None:
            links = [*links, (self._link[0], len(text), self._link[1])]
            self._link = (0, self._link[1])
            self._link_words = 0
        for start, end in _paragraphs(text):
            inside = [
                (min(max(a, start), end) - start, min(b, end) - start, to)
                for a, b, to in links
                if (a < end and b > start) or (a == b and start < a <= end + 2)
            ]
            self._pieces.append(_piece(text[start:end], inside, frame, anchors))

    def _flush_unseen(self, frame: Frame) -> None:
        """Hidden words within a paragraph leave it whole; they become a piece of their own."""
        text = _SPACE.sub(" ", "".join(self._unseen)).strip()
        self._unseen = []
        if text:
            piece = _piece(text, [], frame, [])
            piece.hidden, piece.root, piece.within = frame.sight.why, frame.root, self._length > 0
            self._pieces.append(piece)

    def _note(self, comment: str) -> None:
        """A remark in the page's code, where it is in words."""
        words = " ".join(comment[:_NOTE_LONGEST].split())
        told = words[-1:] in _ENDS and not _CODE.search(words)
        if told and len(_WORDS.findall(words)) >= _NOTE_WORDS:
            self._count += 1
            why, within = "a comment in the page's code", self._length > 0
            self._pieces.append(Piece(words, "", hidden=why, root=self._count, within=within))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Two line breaks in a row part paragraphs."""
    spans, at = [], 0
    for match in re.finditer(r"\n\s*\n", text):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, len(text)))
    trimmed = []
    for start, end in spans:
        while end > start and text[end - 1].isspace():
            end -= 1
        while start < end and text[start].isspace():
            start += 1
        if end > start:
            trimmed.append((start, end))
    return trimmed


def _piece(text: str, links: list[tuple[int, int, str]], frame: Frame, anchors: list[str]) -> Piece:
    return Piece(
        text=text,
        tag=frame.tag,
        links=links,
        level=frame.level,
        chrome=frame.chrome,
        around=frame.around,
        note=frame.note,
        quote=frame.quote,
        caption=frame.caption,
        standfirst=frame.standfirst,
        body=frame.body,
        ids=(*frame.ids, *anchors[-_ANCHORS:]),
        row=frame.row,
        cell=frame.cell,
        parent=frame.parent,
    )
