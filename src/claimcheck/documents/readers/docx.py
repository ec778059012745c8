"""Word documents: the text as it reads with every tracked change accepted, or as it shows them; what was
deleted or hidden is kept apart.

Read from the file's XML directly: footnotes, comments, tracked changes and hidden runs are what matters here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.documents.build import TextBuilder
from claimcheck.documents.failures import DamagedDocument, NoReadableText
from claimcheck.documents.footnotes import Mark, footnotes, hung, with_notes
from claimcheck.documents.model import BlockKind, Document, HiddenText, Locator, Reference
from claimcheck.documents.outline import body_begun, facts_of_opening, with_roles
from claimcheck.documents.packed import Package
from claimcheck.documents.readers.hidden_cells import column_letters
from claimcheck.documents.transcripts import warnings_of_turns, with_turns
from claimcheck.documents.unseen import warnings_of_unseen
from claimcheck.documents.word.formulas import M, formula_text
from claimcheck.documents.word.furniture import furniture, words_of
from claimcheck.documents.word.looks import Looks
from claimcheck.documents.word.marks import CLOSE, OPEN, following, struck
from claimcheck.documents.word.names import FALLBACK, R, W
from claimcheck.documents.word.parts import comment_texts, core_properties, is_person, language, style_names

if TYPE_CHECKING:
    from lxml.etree import _Element

_HYPERLINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')
_DELETED = frozenset((f"{W}del", f"{W}moveFrom"))
_HOLDERS = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml"))
_COLUMNS_MOST = 1_000
_COMMENTED = {f"{W}commentRangeStart": True, f"{W}commentRangeEnd": False}
_BLANKS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}


@dataclass(slots=True)
class _Paragraph:
    """Text of one paragraph and what hangs on it, with offsets within it.

    Attributes:
        comments: where the words of each begin (True) and end.
    """

    words: list[str] = field(default_factory=list)
    length: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    comments: list[tuple[int, str, bool]] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)
    element: _Element | None = None
    inserted: bool = False
    parted: bool = False

    def add(self, text: str) -> None:
        """What stands, a blank before it where it would run into deleted words."""
        if text:
            self._append(following(text, self.parted))
            self.inserted = self.parted = False

    def strike(self, text: str) -> None:
        """What was deleted."""
        words, self.parted = struck(self.words[-1] if self.words else "", text, self.inserted)
        self._append(words)

    def _append(self, text: str) -> None:
        self.words.append(text)
        self.length += len(text)


@dataclass(slots=True)
class _State:
    """What is known of the document, and what is gathered while walking it."""

    styles: dict[str, str]
    looks: Looks
    targets: dict[str, str]
    builder: TextBuilder = field(default_factory=TextBuilder)
    hidden: list[HiddenText] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[int, str]] = field(default_factory=list)
    opened: dict[str, int] = field(default_factory=dict)
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)
    as_shown: bool = False
    unfinished: _Paragraph | None = None
    tables: int = 0
    field_codes: list[str] = field(default_factory=list)
    field_start: int | None = None


def read(data: bytes, place: str) -> Document:
    """A .docx file, every tracked change accepted.

    Raises:
        DamagedDocument, LockedDocument, PackedTooTightly, NoReadableText.
    """
    return _read(data, place, as_shown=False)


def read_as_shown(data: bytes, place: str) -> Document:
    """The same with its tracked changes as Word shows them: what was deleted stands in its place, marked."""
    return _read(data, place, as_shown=True)


def _read(data: bytes, place: str, *, as_shown: bool) -> Document:
    package = Package(data, place, "Word")
    root = package.tree("word/document.xml")
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise DamagedDocument(place, "Word", "it holds no document")
    styles = package.tree("word/styles.xml")
    relations = package.relations("word/_rels/document.xml.rels")
    page = root.find(f"{W}background") if root is not None else None
    looks = Looks(styles, page.get(f"{W}color") if page is not None else None)
    state = _State(style_names(styles), looks, relations, as_shown=as_shown)
    _walk_blocks(body, state)
    if not state.builder.blocks:
        raise NoReadableText(place, "Word file")
    main = state.builder.text()
    notes = _note_texts(package, state)
    for note in notes.values():
        state.builder.add(note, "footnote")
    return _document(package, state, main, notes, styles)


def _document(
    package: Package, state: _State, main: str, notes: dict[str, str], styles: _Element | None
) -> Document:
    text = state.builder.text()
    blocks = with_turns(text, with_roles(text, state.builder.blocks))
    blocks = with_notes(text, blocks)
    title, authors, published = facts_of_opening(text, blocks)
    comments = comment_texts(package)
    core = core_properties(package)
    ranges = {key: words for key, span in state.ranges.items() if (words := _words_within(text, *span))}
    ranged = [Reference(*ranges[key], comments[key], "comment") for key in comments if key in ranges]
    loose = [HiddenText(comments[key], "comment") for key in comments if key not in ranges]
    links = [Reference(start, end, target, "link") for start, end, target in state.builder.links]
    marks = hung(text, blocks, [Mark(at, at, notes[key]) for at, key in state.notes if key in notes])
    typed = footnotes(text, 0, len(main), blocks)
    return Document(
        text=text,
        format="docx",
        blocks=tuple(blocks),
        extracted=True,
        title=title or core.get("title") or None,
        authors=authors or tuple(name for name in (core.get("creator"),) if name and is_person(name)),
        published=published,
        language=language(styles),
        references=tuple(sorted([*links, *marks, *typed, *ranged], key=lambda one: (one.start, one.end))),
        hidden=(*state.hidden, *loose, *furniture(package)),
        warnings=(
            *_change_warnings(state.changes, state.as_shown),
            *warnings_of_turns(blocks),
            *warnings_of_unseen(text),
        ),
        metadata={
            **{name: core[name] for name in ("created", "modified") if name in core},
            **({"tracked": "shown"} if state.as_shown else {}),
        },
    )


def _walk_blocks(parent: _Element, state: _State) -> None:
    for child in parent:
        if child.tag == f"{W}p":
            _add_paragraph(child, state)
        elif child.tag == f"{W}tbl":
            _add_table(child, state)
        elif child.tag in _HOLDERS or (state.as_shown and child.tag in _DELETED):
            _walk_blocks(child, state)


def _add_paragraph(element: _Element, state: _State) -> None:
    paragraph, state.unfinished = state.unfinished or _Paragraph(), None
    paragraph.element = element
    _walk_runs(element, paragraph, state)
    if not state.as_shown and _goes_on(element):
        state.unfinished = paragraph
        return
    kind, level = _kind_of(element, state)
    _emit(paragraph, kind, level, state, "\n" if kind == "list_item" else "\n\n")
    for box in paragraph.boxes:
        _walk_blocks(box, state)


def _goes_on(element: _Element) -> bool:
    """Whether a tracked change deleted the paragraph's end, so that the next one continues it."""
    mark = element.find(f"{W}pPr/{W}rPr")
    gone = mark is not None and any(mark.find(name) is not None for name in _DELETED)
    following = element.getnext() if gone else None
    return following is not None and following.tag == f"{W}p"


def _emit(
    paragraph: _Paragraph,
    kind: BlockKind,
    level: int,
    state: _State,
    joiner: str,
    locator: Locator | None = None,
) -> None:
    raw = "".join(paragraph.words)
    text = raw.strip()
    lead = len(raw) - len(raw.lstrip())
    links = [(max(a - lead, 0), min(b - lead, len(text)), to) for a, b, to in paragraph.links]
    kept = [link for link in links if link[0] < link[1]]
    block = state.builder.add(text, kind, level=level, links=kept, joiner=joiner, locator=locator)
    if block is not None:
        state.notes.extend((block.start + at - lead, key) for at, key in paragraph.notes)
    last = state.builder.blocks[-1:]
    start = block.start if block is not None else last[0].end if last else 0
    for at, key, opens in paragraph.comments:
        place = start + min(max(at - lead, 0), len(text))
        if opens:
            state.opened[key] = place
        elif key in state.opened:
            state.ranges[key] = state.opened.pop(key), place


def _words_within(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A span without the white space at its edges, or None if it holds no words."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return (start, start + len(words.strip())) if words.strip() else None


def _add_table(table: _Element, state: _State) -> None:
    rows = [row for row in _children(table, "tr") if state.as_shown or not _row_deleted(row, state)]
    cells = [list(_children(row, "tc")) for row in rows]
    if len(rows) < 2 or max(map(len, cells), default=0) < 2:
        for cell in (cell for row in cells for cell in row):
            _walk_blocks(cell, state)
        return
    state.tables += 1
    name = f"table {state.tables}"
    for number, row in enumerate(cells, 1):
        joiner, column = "\n", 1 + _measure(rows[number - 1], "trPr", "gridBefore", 0)
        for cell in row:
            before = len(state.builder.blocks)
            _add_cell(cell, state, joiner, Locator(cell=f"{name}!{column_letters(column)}{number}"))
            joiner = "\t" if len(state.builder.blocks) > before else joiner
            column += _measure(cell, "tcPr", "gridSpan", 1)


def _add_cell(cell: _Element, state: _State, joiner: str, locator: Locator) -> None:
    paragraph = _Paragraph()
    for number, element in enumerate(_paragraphs_in(cell, state)):
        paragraph.element = element
        paragraph.add(" " if number else "")
        _walk_runs(element, paragraph, state)
    _emit(paragraph, "table_cell", 0, state, joiner, locator)
    for box in paragraph.boxes:
        _walk_blocks(box, state)


def _paragraphs_in(parent: _Element, state: _State) -> Iterator[_Element]:
    """The paragraphs of a cell, those of tables in it too, but not those of the text boxes in them."""
    for child in parent:
        if child.tag == f"{W}p":
            yield child
        elif child.tag != f"{W}tr" or state.as_shown or not _row_deleted(child, state):
            yield from _paragraphs_in(child, state)


def _children(parent: _Element, name: str) -> Iterator[_Element]:
    """Rows of a table or cells of a row, those in controls and tracked insertions too."""
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _HOLDERS:
            yield from _children(child, name)


def _row_deleted(row: _Element, state: _State) -> bool:
    """Whether a tracked change deleted a row of a table; its words are then kept apart."""
    mark = row.find(f"{W}trPr/{W}del")
    text = words_of(row, f"{W}delText") if mark is not None else ""
    if mark is not None and text:
        who = mark.get(f"{W}author") or "somebody"
        state.changes[f"deleted by {who}"] += 1
        state.hidden.append(HiddenText(text, f"deleted by {who} (tracked change)", _here(state)))
    return mark is not None


def _measure(element: _Element, properties: str, name: str, default: int) -> int:
    found = element.find(f"{W}{properties}/{W}{name}")
    value = (found.get(f"{W}val") or "") if found is not None else ""
    return min(int(value[:9]), _COLUMNS_MOST) if value.isascii() and value.isdigit() else default


def _walk_runs(parent: _Element, paragraph: _Paragraph, state: _State) -> None:
    for child in parent:
        tag = child.tag
        if tag == f"{W}r":
            _add_run(child, paragraph, state)
        elif tag in _DELETED:
            _delete(child, paragraph, state)
        elif tag == f"{W}hyperlink":
            start = paragraph.length
            _walk_runs(child, paragraph, state)
            target = state.targets.get(child.get(f"{R}id") or "", "")
            if target:
                paragraph.links.append((start, paragraph.length, target))
        elif tag in _COMMENTED:
            paragraph.comments.append((paragraph.length, child.get(f"{W}id") or "", _COMMENTED[tag]))
        elif tag == f"{M}oMath":
            paragraph.add(formula_text(child))
        elif isinstance(tag, str) and tag not in (f"{W}pPr", f"{W}rPr", FALLBACK):
            put_in = tag in (f"{W}ins", f"{W}moveTo")
            if put_in:
                state.changes[f"inserted by {child.get(f'{W}author') or 'somebody'}"] += 1
            before = paragraph.length
            _walk_runs(child, paragraph, state)
            paragraph.inserted = put_in and state.as_shown and paragraph.length > before


def _delete(element: _Element, paragraph: _Paragraph, state: _State) -> None:
    who = element.get(f"{W}author") or "somebody"
    text = "".join(one.text or "" for one in element.iter(f"{W}delText", f"{W}t"))
    moved = element.tag == f"{W}moveFrom"
    if text and not moved:
        state.changes[f"deleted by {who}"] += 1
        if not state.as_shown:
            state.hidden.append(HiddenText(text, f"deleted by {who} (tracked change)", _here(state)))
    if text and state.as_shown:
        paragraph.strike(text)


def _here(state: _State) -> Locator:
    return Locator(paragraph=len(state.builder.blocks) + 1)


def _add_run(run: _Element, paragraph: _Paragraph, state: _State) -> None:
    why = state.looks.why_hidden(run, paragraph.element)
    unseen: list[str] = []
    for child in run:
        if child.tag == f"{W}t":
            (unseen.append if why else paragraph.add)(child.text or "")
        elif child.tag == f"{W}delText" and state.as_shown:
            paragraph.strike(child.text or "")
        elif child.tag in _BLANKS:
            paragraph.add(_BLANKS[child.tag])
        elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            prefix = "f" if child.tag == f"{W}footnoteReference" else "e"
            paragraph.notes.append((paragraph.length, prefix + (child.get(f"{W}id") or "")))
        elif child.tag in (f"{W}fldChar", f"{W}instrText"):
            _field(child, paragraph, state)
        elif child.tag not in (f"{W}rPr", f"{W}delText"):
            paragraph.boxes.extend(_boxes(child))
    if unseen and why:
        state.hidden.append(HiddenText("".join(unseen), why, _here(state)))


def _boxes(element: _Element) -> Iterator[_Element]:
    """Text boxes, not those within another; of the two forms that a box may have, the newer."""
    if element.tag == f"{W}txbxContent":
        yield element
    elif element.tag != FALLBACK:
        for child in element:
            yield from _boxes(child)


def _field(element: _Element, paragraph: _Paragraph, state: _State) -> None:
    """Links written as fields: begin, code, separate, the words, end."""
    if element.tag == f"{W}instrText":
        state.field_codes.append(element.text or "")
        return
    kind = element.get(f"{W}fldCharType")
    if kind == "begin":
        state.field_codes, state.field_start = [], None
    elif kind == "separate":
        state.field_start = paragraph.length
    elif kind == "end" and state.field_start is not None:
        match = _HYPERLINK.search("".join(state.field_codes))
        if match and paragraph.length > state.field_start:
            paragraph.links.append((state.field_start, paragraph.length, match[1]))
        state.field_start = None


def _kind_of(element: _Element, state: _State) -> tuple[BlockKind, int]:
    properties = element.find(f"{W}pPr")
    if properties is None:
        return "paragraph", 0
    style = properties.find(f"{W}pStyle")
    name = state.styles.get(style.get(f"{W}val") or "", "") if style is not None else ""
    if name == "title":
        return "headline", 1
    if name.startswith("heading"):
        level = int(name[-1]) if name[-1:].isdigit() else 2
        seen = body_begun(state.builder.blocks)
        return ("headline", 1) if level == 1 and not seen else ("subhead", max(level, 2))
    named: dict[str, BlockKind] = {"subtitle": "standfirst", "caption": "caption", "quote": "block_quote"}
    if name in named:
        return named[name], 0
    if name == "intense quote":
        return "pull_quote", 0
    if properties.find(f"{W}numPr") is not None or name.startswith("list"):
        return "list_item", 0
    return "paragraph", 0


def _note_texts(package: Package, state: _State) -> dict[str, str]:
    notes = {}
    for prefix, part, tag in (("f", "footnotes", "footnote"), ("e", "endnotes", "endnote")):
        root = package.tree(f"word/{part}.xml")
        for note in root.iter(f"{W}{tag}") if root is not None else ():
            text = _note_text(note, state)
            if text and note.get(f"{W}type") in (None, "normal"):
                notes[prefix + (note.get(f"{W}id") or "")] = text
    return notes


def _note_text(note: _Element, state: _State) -> str:
    """The words of a note that a reader sees; the others are kept apart."""
    before = len(state.hidden)
    shown: list[str] = []
    for element in note.iter(f"{W}p"):
        paragraph = _Paragraph(element=element)
        _walk_runs(element, paragraph, state)
        shown += paragraph.words
        shown.append(" ")
    state.hidden[before:] = [HiddenText(one.text, f"{one.why}, in a note") for one in state.hidden[before:]]
    return " ".join("".join(shown).split())


def _change_warnings(changes: Counter[str], as_shown: bool) -> tuple[str, ...]:
    if not changes:
        return ()
    parts = ", ".join(f"{count} {what}" for what, count in sorted(changes.items()))
    marked = f"as it shows them, deleted words too, in {OPEN}these marks{CLOSE}"
    how = marked if as_shown else "as if all were accepted"
    return (f"The document has tracked changes ({parts}); it was read {how}.",)
