"""Whose words the turns of an interview are: "MS:", "SOLHEIM:" and "A:" spelled out where that is sure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claimcheck.documents.labels import Label, find_labels
from claimcheck.documents.model import Block, Document
from claimcheck.records.models import Attribution, Span

_NAME = re.compile(
    r"[^\W\d_a-z][\w'’-]+(?:[ \t](?:(?:de|van|von|der|al|bin|da|del)[ \t])*[^\W\d_a-z][\w'’.-]*){1,3}"
)
_SIGNED = re.compile(r"\b(?:by|words|interview|interviewer|text):?[ \t]+(?:by[ \t]+)?\Z", re.IGNORECASE)
_ANSWERS = frozenset({"a", "answer"})
_QUESTIONS = frozenset({"q", "question"})
_SPOKEN = frozenset({"paragraph", "block_quote", "list_item", "subhead", "headline"})
_FEWEST = 4
"""Blocks with labels: two who each speak twice; one question with its answer is a box in an article."""
_NEAR = 2
"""Blocks within which a turn of somebody who speaks once follows the others."""
_HEAD = 4_000
"""Code points before the first turn that are read for names."""


def with_interview(document: Document) -> Document:
    """The document with the turns of an interview as cues, where the reader took it for no transcript.

    Labels must begin at least four blocks, two of them must come back (or be "Q" and "A"), and from the first
    to the last of them they must begin two blocks in five: an interview may have a long head, and a text that
    only has words before colons is none.
    """
    labels = {label.start: label for label in find_labels(document.text)}
    blocks = document.blocks
    if len(labels) < _FEWEST or any(block.kind == "cue" for block in blocks):
        return document
    at = {
        number: label for number, block in enumerate(blocks) if (label := _opening(document, block, labels))
    }
    named = Counter(label.name.casefold() for label in at.values())
    taken_up = sum(times > 1 for times in named.values())
    if len(at) < _FEWEST or (taken_up < 2 and not named.keys() >= {"q", "a"}):
        return document
    first, last = _turns(at, named)
    at = {number: label for number, label in at.items() if first <= number <= last}
    spoken = [number for number in range(first, last + 1) if blocks[number].kind in _SPOKEN]
    if len(at) * 5 < len(spoken) * 2:
        return document
    turned = list(blocks)
    speaker = ""
    for number in spoken:
        label = at.get(number)
        speaker = label.name if label else speaker
        start = _behind(document.text, label.end if label else blocks[number].start, blocks[number].end)
        turned[number] = replace(blocks[number], kind="cue", start=start, level=0, speaker=speaker)
    return replace(document, blocks=tuple(turned))


def _turns(at: Mapping[int, Label], named: Mapping[str, int]) -> tuple[int, int]:
    """The first and the last block of the turns.

    A label that stands once and apart from those that come back ("Rating:" below the text) is none of them.
    """
    known = _ANSWERS | _QUESTIONS
    names = {number: label.name.casefold() for number, label in at.items()}
    again = [number for number, name in names.items() if named[name] > 1 or name in known]
    first, last = min(again), max(again)
    for number in sorted(at):
        last = number if last < number <= last + _NEAR else last
    for number in sorted(at, reverse=True):
        first = number if first - _NEAR <= number < first else first
    return first, last


def _opening(document: Document, block: Block, labels: Mapping[int, Label]) -> Label | None:
    """The label that a block begins with, if words follow it."""
    label = labels.get(block.start)
    if (
        label is None
        or block.kind not in _SPOKEN
        or _behind(document.text, label.end, block.end) >= block.end
    ):
        return None
    return label


def _behind(text: str, start: int, stop: int) -> int:
    return next((place for place in range(start, stop) if not text[place].isspace()), stop)


def speakers_of(document: Document) -> dict[str, str | None]:
    """Each label of the document's turns, and the name it stands for.

    Initials and single names stand for the one fuller name among the labels and the words before the first
    turn that fits; "A" for the one person whom the headline names; "Q" for the one who signs. A "Q" or "A"
    of whom that tells nothing is None, any other label stands for itself.
    """
    turns = [block for block in document.blocks if block.kind == "cue" and block.speaker]
    labels = list(dict.fromkeys(block.speaker for block in turns if block.speaker))
    if not labels:
        return {}
    named = [label for label in labels if len(label.split()) > 1]
    signed = list(document.authors) or _signing(document.text[: turns[0].start][-_HEAD:])
    names = list(dict.fromkeys([*named, *signed, *_before(document, turns[0].start)]))
    return {label: _spelled(label, named, names, signed, document.blocks, document.text) for label in labels}


def _before(document: Document, stop: int) -> list[str]:
    return [" ".join(found[0].split()) for found in _NAME.finditer(document.text, max(0, stop - _HEAD), stop)]


def _signing(head: str) -> list[str]:
    """The names after "by" or "Interview:" in what stands before the first turn."""
    return [
        found[0]
        for found in _NAME.finditer(head)
        if _SIGNED.search(head[max(0, found.start() - 20) : found.start()])
    ]


def _spelled(
    label: str,
    named: Sequence[str],
    names: Sequence[str],
    signed: Sequence[str],
    blocks: Sequence[Block],
    text: str,
) -> str | None:
    plain = label.strip(" .:").casefold()
    if plain in _ANSWERS:
        return _asked(named, signed, blocks, text)
    if plain in _QUESTIONS:
        return signed[0] if len(signed) == 1 else None
    if len(label.split()) > 1:
        return label
    fitting = {name for name in names if _fits(plain.replace(".", ""), name)}
    return fitting.pop() if len(fitting) == 1 else label


def _fits(label: str, name: str) -> bool:
    parts = name.casefold().split()
    return label in (parts[0], parts[-1]) or label == "".join(part[0] for part in parts)


def _asked(named: Sequence[str], signed: Sequence[str], blocks: Sequence[Block], text: str) -> str | None:
    """Who is interviewed: the other speaker with a name, or the one person in the headline whose surname the
    words before the first turn take up."""
    others = [name for name in named if name not in signed]
    if others:
        return others[0] if len(others) == 1 else None
    start = next((block.start for block in blocks if block.kind == "cue"), 0)
    before = [block for block in blocks if block.start < start]
    heads = [block for block in before if block.kind == "headline"] or before[:1]
    found = {
        name
        for head in heads
        for name in (match[0] for match in _NAME.finditer(text, head.start, head.end))
        if name not in signed and text[:start].count(name.split()[-1]) > 1
    }
    return found.pop() if len(found) == 1 else None


def turn_of(
    sentence: str, label: str | None, speakers: Mapping[str, str | None], found: Sequence[Attribution]
) -> list[Attribution]:
    """What is said of who says a sentence of a turn: its speaker first, then those whom it quotes.

    A sentence that names its speaker is told of him, not by him, and keeps what was found.
    """
    if label is None:
        return list(found)
    who = speakers.get(label)
    if who is not None and len(who.split()) > 1 and who.split()[-1] in sentence:
        return list(found)
    said = Attribution(content=[Span(start=0, end=len(sentence))], kind="direct", speaker=who)
    return [said, *(other for other in found if other.source or other.cue)]
