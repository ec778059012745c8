"""Word documents: the text as it reads with every tracked change accepted, or as it shows them; what was
deleted or hidden is kept apart.

Read from the file's XML directly: footnotes, comments, tracked changes and hidden runs are what matters here.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.documents.build import TextBuilder
from claimcheck.documents.failures import DamagedDocument, NoReadableText
from claimcheck.documents.footnotes import Mark, footnotes, hung, with_notes
from claimcheck.documents.model import BlockKind, Document, HiddenText, Locator, Reference
from claimcheck.documents.outline import body_begun, facts_of_opening, with_roles
from claimcheck.documents.packed import Package
from claimcheck.documents.transcripts import warnings_of_turns, with_turns
from claimcheck.documents.unseen import warnings_of_unseen

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HYPERLINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')
_DELETED = frozenset((f"{_W}del", f"{_W}moveFrom"))
_HOLDERS = frozenset(f"{_W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml"))
_BLANKS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


@dataclass(slots=True)
class _Paragraph:
    """Text of one paragraph and what hangs on it, with offsets within it."""

    words: list[str] = field(default_factory=list)
    length: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    boxes: list[_Element] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.words.append(text)
        self.length += len(text)


@dataclass(slots=True)
class _State:
    """What is known of the document, and what is gathered while walking it."""

    styles: dict[str, str]
    targets: dict[str, str]
    builder: TextBuilder = field(default_factory=TextBuilder)
    hidden: list[HiddenText] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[int, str]] = field(default_factory=list)
    opened: dict[str, int] = field(default_factory=dict)
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)
    as_shown: bool = False
    field_codes: list[str] = field(default_factory=list)
    field_start: int | None = None


def read(data: bytes, place: str) -> Document:
    """A .docx file, every tracked change accepted.

    Raises:
        DamagedDocument, LockedDocument, PackedTooTightly, NoReadableText.
    """
    return _read(data, place, as_shown=False)


def read_as_shown(data: bytes, place: str) -> Document:
    """The same with its tracked changes as Word shows them: what was deleted stands in its place."""
    return _read(data, place, as_shown=True)


def _read(data: bytes, place: str, *, as_shown: bool) -> Document:
    package = Package(data, place, "Word")
    root = package.tree("word/document.xml")
    body = root.find(f"{_W}body") if root is not None else None
    if body is None:
        raise DamagedDocument(place, "Word", "it holds no document")
    styles = package.tree("word/styles.xml")
    relations = package.relations("word/_rels/document.xml.rels")
    state = _State(_style_names(styles), relations, as_shown=as_shown)
    _walk_blocks(body, state)
    if not state.builder.blocks:
        raise NoReadableText(place, "Word file")
    main = state.builder.text()
    notes = _note_texts(package)
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
    comments = _comments(package)
    core = _core(package)
    ranged = [
        Reference(*state.ranges[key], comments[key], "comment") for key in comments if key in state.ranges
    ]
    loose = [HiddenText(comments[key], "comment") for key in comments if key not in state.ranges]
    links = [Reference(start, end, target, "link") for start, end, target in state.builder.links]
    marks = hung(text, blocks, [Mark(at, at, notes[key]) for at, key in state.notes if key in notes])
    typed = footnotes(text, 0, len(main), blocks)
    return Document(
        text=text,
        format="docx",
        blocks=tuple(blocks),
        extracted=True,
        title=title or core.get("title") or None,
        authors=authors or tuple(name for name in (core.get("creator"),) if name),
        published=published,
        language=_language(styles),
        references=tuple(sorted([*links, *marks, *typed, *ranged], key=lambda one: (one.start, one.end))),
        hidden=(*state.hidden, *loose),
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
        if child.tag == f"{_W}p":
            _add_paragraph(child, state)
        elif child.tag == f"{_W}tbl":
            _add_table(child, state)
        elif child.tag in _HOLDERS or (state.as_shown and child.tag in _DELETED):
            _walk_blocks(child, state)


def _add_paragraph(element: _Element, state: _State) -> None:
    paragraph = _Paragraph()
    base = _next_offset(state, "\n\n")
    _walk_runs(element, paragraph, state, base)
    kind, level = _kind_of(element, state)
    _emit(paragraph, kind, level, state, "\n" if kind == "list_item" else "\n\n")
    for box in paragraph.boxes:
        _walk_blocks(box, state)


def _next_offset(state: _State, joiner: str) -> int:
    blocks = state.builder.blocks
    return blocks[-1].end + len(joiner) if blocks else 0


def _emit(paragraph: _Paragraph, kind: BlockKind, level: int, state: _State, joiner: str) -> None:
    raw = "".join(paragraph.words)
    text = raw.strip()
    if not text:
        return
    lead = len(raw) - len(raw.lstrip())
    links = [(max(a - lead, 0), min(b - lead, len(text)), to) for a, b, to in paragraph.links]
    block = state.builder.add(text, kind, level=level, links=[x for x in links if x[0] < x[1]], joiner=joiner)
    if block is not None:
        state.notes.extend((block.start + at - lead, key) for at, key in paragraph.notes)


def _add_table(table: _Element, state: _State) -> None:
    for row in table.iterchildren(f"{_W}tr"):
        joiner = "\n"
        for cell in row.iterchildren(f"{_W}tc"):
            paragraph = _Paragraph()
            for number, element in enumerate(cell.iter(f"{_W}p")):
                paragraph.add(" " if number else "")
                _walk_runs(element, paragraph, state, _next_offset(state, joiner))
            _emit(paragraph, "table_cell", 0, state, joiner)
            joiner = "\t"


def _walk_runs(parent: _Element, paragraph: _Paragraph, state: _State, base: int) -> None:
    for child in parent:
        tag = child.tag
        if tag == f"{_W}r":
            _add_run(child, paragraph, state)
        elif tag in _DELETED:
            _delete(child, state)
            if state.as_shown:
                _walk_runs(child, paragraph, state, base)
        elif tag == f"{_W}hyperlink":
            start = paragraph.length
            _walk_runs(child, paragraph, state, base)
            target = state.targets.get(child.get(f"{_R}id") or "", "")
            if target:
                paragraph.links.append((start, paragraph.length, target))
        elif tag == f"{_W}commentRangeStart":
            state.opened[child.get(f"{_W}id") or ""] = base + paragraph.length
        elif tag == f"{_W}commentRangeEnd":
            key = child.get(f"{_W}id") or ""
            start = state.opened.pop(key, base)
            if base + paragraph.length > start:
                state.ranges[key] = (start, base + paragraph.length)
        elif isinstance(tag, str) and tag not in (f"{_W}pPr", f"{_W}rPr", _FALLBACK):
            if tag in (f"{_W}ins", f"{_W}moveTo"):
                state.changes[f"inserted by {child.get(f'{_W}author') or 'somebody'}"] += 1
            _walk_runs(child, paragraph, state, base)


def _delete(element: _Element, state: _State) -> None:
    who = element.get(f"{_W}author") or "somebody"
    text = "".join(one.text or "" for one in element.iter(f"{_W}delText", f"{_W}t"))
    moved = element.tag == f"{_W}moveFrom"
    if text and not moved:
        state.changes[f"deleted by {who}"] += 1
        if not state.as_shown:
            state.hidden.append(HiddenText(text, f"deleted by {who} (tracked change)", _here(state)))


def _here(state: _State) -> Locator:
    return Locator(paragraph=len(state.builder.blocks) + 1)


def _add_run(run: _Element, paragraph: _Paragraph, state: _State) -> None:
    why = _why_hidden(run)
    unseen: list[str] = []
    for child in run:
        if child.tag == f"{_W}t" or (state.as_shown and child.tag == f"{_W}delText"):
            (unseen.append if why else paragraph.add)(child.text or "")
        elif child.tag in _BLANKS:
            paragraph.add(_BLANKS[child.tag])
        elif child.tag in (f"{_W}footnoteReference", f"{_W}endnoteReference"):
            prefix = "f" if child.tag == f"{_W}footnoteReference" else "e"
            paragraph.notes.append((paragraph.length, prefix + (child.get(f"{_W}id") or "")))
        elif child.tag in (f"{_W}fldChar", f"{_W}instrText"):
            _field(child, paragraph, state)
        elif child.tag not in (f"{_W}rPr", f"{_W}delText"):
            paragraph.boxes.extend(
                box
                for box in child.iter(f"{_W}txbxContent")
                if not any(True for _ in box.iterancestors(_FALLBACK))
            )
    if unseen and why:
        state.hidden.append(HiddenText("".join(unseen), why, _here(state)))


def _field(element: _Element, paragraph: _Paragraph, state: _State) -> None:
    """Links written as fields: begin, code, separate, the words, end."""
    if element.tag == f"{_W}instrText":
        state.field_codes.append(element.text or "")
        return
    kind = element.get(f"{_W}fldCharType")
    if kind == "begin":
        state.field_codes, state.field_start = [], None
    elif kind == "separate":
        state.field_start = paragraph.length
    elif kind == "end" and state.field_start is not None:
        match = _HYPERLINK.search("".join(state.field_codes))
        if match and paragraph.length > state.field_start:
            paragraph.links.append((state.field_start, paragraph.length, match[1]))
        state.field_start = None


def _why_hidden(run: _Element) -> str | None:
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return None
    vanish = properties.find(f"{_W}vanish")
    if vanish is not None and vanish.get(f"{_W}val") not in ("0", "false", "off"):
        return "hidden text"
    colour, shade = properties.find(f"{_W}color"), properties.find(f"{_W}shd")
    highlighted = properties.find(f"{_W}highlight") is not None
    if colour is not None and (colour.get(f"{_W}val") or "").upper() == "FFFFFF" and not highlighted:
        fill = shade.get(f"{_W}fill") if shade is not None else None
        if fill in (None, "auto", "FFFFFF"):
            return "white on white"
    size = properties.find(f"{_W}sz")
    if size is not None and (size.get(f"{_W}val") or "24") in ("0", "1", "2"):
        return "letters of 1 point or less"
    return None


def _kind_of(element: _Element, state: _State) -> tuple[BlockKind, int]:
    properties = element.find(f"{_W}pPr")
    if properties is None:
        return "paragraph", 0
    style = properties.find(f"{_W}pStyle")
    name = state.styles.get(style.get(f"{_W}val") or "", "") if style is not None else ""
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
    if properties.find(f"{_W}numPr") is not None or name.startswith("list"):
        return "list_item", 0
    return "paragraph", 0


def _style_names(styles: _Element | None) -> dict[str, str]:
    names: dict[str, str] = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        name = style.find(f"{_W}name")
        if name is not None:
            names[style.get(f"{_W}styleId") or ""] = (name.get(f"{_W}val") or "").lower()
    return names


def _language(styles: _Element | None) -> str:
    found = styles.find(f"{_W}docDefaults//{_W}lang") if styles is not None else None
    return (found.get(f"{_W}val") if found is not None else None) or "en"


def _note_texts(package: Package) -> dict[str, str]:
    notes = {}
    for prefix, part, tag in (("f", "footnotes", "footnote"), ("e", "endnotes", "endnote")):
        root = package.tree(f"word/{part}.xml")
        for note in root.iter(f"{_W}{tag}") if root is not None else ():
            text = _plain(note)
            if text and note.get(f"{_W}type") in (None, "normal"):
                notes[prefix + (note.get(f"{_W}id") or "")] = text
    return notes


def _comments(package: Package) -> dict[str, str]:
    root = package.tree("word/comments.xml")
    comments = {}
    for comment in root.iter(f"{_W}comment") if root is not None else ():
        who = comment.get(f"{_W}author")
        comments[comment.get(f"{_W}id") or ""] = f"{who}: {_plain(comment)}" if who else _plain(comment)
    return comments


def _plain(element: _Element) -> str:
    paragraphs = ("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in element.iter(f"{_W}p"))
    return " ".join(" ".join(paragraphs).split())


def _core(package: Package) -> dict[str, str]:
    root = package.tree("docProps/core.xml")
    found = {}
    for child in root if root is not None else ():
        if isinstance(child.tag, str) and child.text and child.text.strip():
            found[child.tag.rpartition("}")[2]] = child.text.strip()
    return found


def _change_warnings(changes: Counter[str], as_shown: bool) -> tuple[str, ...]:
    if not changes:
        return ()
    parts = ", ".join(f"{count} {what}" for what, count in sorted(changes.items()))
    how = "as it shows them, deleted words too" if as_shown else "as if all were accepted"
    return (f"The document has tracked changes ({parts}); it was read {how}.",)
