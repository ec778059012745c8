"""Transcripts among plain paragraphs: who speaks and when, told by labels and time codes in the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from claimcheck.documents.labels import find_labels, find_stamps, seconds_of
from claimcheck.documents.model import Block, Locator

UNHEARD = "A machine made this transcript, and nobody is on record as having checked it."
IN_PART = "A machine made this transcript in part, and nobody is on record as having checked that: {}."
_MACHINE = re.compile(
    r"auto(?:matic(?:ally)?)?[\s-]*(?:generated|transcribed|captions?|transcript)"
    r"|machine[\s-]*(?:generated|transcri|made)"
    r"|(?:generated|transcribed|captioned|produced|created) "
    r"(?:automatically|by (?:a )?(?:machine|computer|software))"
    r"|speech[\s-]*(?:to[\s-]*text|recognition)|kind:\s*asr\b|^NOTE\s+confidence\b"
    r"|(?:generated|transcribed|powered|captioned|produced) (?:by|with|using) "
    r"(?:openai |google |microsoft |amazon |aws )?"
    r"(?:whisper|otter|youtube|descript|trint|sonix|teams|zoom|rev ai|assemblyai|deepgram|gemini|transcribe"
    r"|ai\b)"
    r"|otter\.ai\b",
    re.I | re.M,
)
_TIMES = 6
"""Times that are named of what a machine made."""
_HEAD, _FOOT = 800, 400
"""Code points at either end of a text in which it says how it came about."""
_NOTE = 160
"""Code points of the longest line in which it does so."""
_SPOKEN = frozenset(("headline", "subhead", "standfirst", "paragraph", "list_item", "block_quote", "byline"))
_FEWEST = 3
"""Labels, or time codes, from which on a text is a transcript."""
_COVERED = 0.6
"""Share of the text that the turns must reach over."""
_LABELLED = 0.2
"""Share of the blocks that must begin a turn."""
_LOWER = re.compile(r"\b[a-z][a-z’']+")
_BEGINS = 120
"""Seconds within which the first time code of a recording stands, where no labels tell."""
_FINISHED = '.!?…"”’)'
_LONGEST = 900
"""Code points up to which words between time codes are one block, where no full stop tells."""


def made_by_machine(notes: str) -> bool:
    """Whether what a file says of itself tells that a machine wrote down the words."""
    return bool(_MACHINE.search(notes))


def says_machine_made(text: str) -> bool:
    """The same of a text, which says so in its first or last lines if anywhere."""
    return made_by_machine(text[:_HEAD]) or made_by_machine(text[-_FOOT:])


def warnings_of_turns(blocks: Sequence[Block]) -> tuple[str, ...]:
    """What a person should know of the turns."""
    turns = [block for block in blocks if block.kind == "cue"]
    unheard = [block for block in turns if not block.heard]
    if len(unheard) in (0, len(turns)):
        return (UNHEARD,) if unheard else ()
    times = [block.locator.time for block in unheard if block.locator and block.locator.time]
    more = f" and {len(times) - _TIMES} more" if len(times) > _TIMES else ""
    return (IN_PART.format(f"what begins at {', '.join(times[:_TIMES])}{more}"),)


def with_turns(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a text with each turn of a transcript as a ``cue``, its label and time code left out.

    Blocks of what is no transcript come back as they are. A block that is only a label or a time code falls
    away; one that goes on after a turn's first paragraph has the same speaker, and one that goes on in the
    middle of a sentence is one with the block before.
    """
    marks = _without_title(blocks, _marks(text))
    if not marks or not _is_transcript(text, blocks, marks):
        return list(blocks)
    heard = not says_machine_made(text)
    done: list[Block] = []
    for number, block in enumerate(blocks):
        inside = _between(marks, block.start, block.end)
        over = bool(block.level) and not inside and not _goes_on(text, blocks, number)
        tells = not inside and _tells_of_making(text, block)
        if block.end <= marks[0].start or block.kind not in _SPOKEN or over or tells:
            done.append(block)
            continue
        for start, end in _pieces(text, block, inside):
            mark = _last(marks, start)
            who = mark.speaker if mark else None
            cue = Block("cue", start, end, locator=block.locator, speaker=who, heard=heard)
            _add(text, done, cue, marks)
    return [_timed(block, marks) if block.kind == "cue" else block for block in done]


def _goes_on(text: str, blocks: Sequence[Block], number: int) -> bool:
    """Whether what looks like a heading is the first half of a sentence: the next words are in lower case."""
    following = text[blocks[number + 1].start : blocks[number + 1].end] if number + 1 < len(blocks) else ""
    first = next((letter for letter in following[:60] if letter.isalpha()), "")
    return first.islower()


def _tells_of_making(text: str, block: Block) -> bool:
    """Whether a short block at either end of the text says how the transcript came about."""
    outer = block.start < _HEAD or block.end > len(text) - _FOOT
    return outer and block.end - block.start <= _NOTE and made_by_machine(text[block.start : block.end])


@dataclass(frozen=True, slots=True)
class _Mark:
    """A label, or a time code without one (``name`` is None); the words go on at ``end``.

    Attributes:
        parts: whether it begins a line, so that words part there.
        speaker, begun: who speaks after it, and the time that counts there: its own, or those before.
    """

    start: int
    end: int
    name: str | None
    time: str | None
    parts: bool
    speaker: str | None = None
    begun: str | None = None


def _marks(text: str) -> list[_Mark]:
    """Labels and time codes in text order."""
    labels = [_Mark(one.start, one.end, one.name, one.time, parts=True) for one in find_labels(text)]
    stamps = [_Mark(one.start, one.end, None, one.time, one.opens_line) for one in find_stamps(text)]
    taken = [label.start for label in labels]
    loose = [one for one in stamps if not _covered(one, labels, taken)]
    speaker = begun = None
    found: list[_Mark] = []
    for mark in sorted([*labels, *loose], key=lambda mark: mark.start):
        speaker, begun = mark.name or speaker, mark.time or begun
        found.append(replace(mark, speaker=speaker, begun=begun))
    return found


def _covered(stamp: _Mark, labels: Sequence[_Mark], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, stamp.start) - 1
    return index >= 0 and labels[index].end > stamp.start


def _is_transcript(text: str, blocks: Sequence[Block], marks: Sequence[_Mark]) -> bool:
    spoken = [block for block in blocks if block.kind in _SPOKEN]
    named = [mark for mark in marks if mark.name]
    if _is_dialogue(named) and _are_said(text, named):
        reach = len(text) - named[0].start
        return reach >= _COVERED * len(text) and len(named) >= _LABELLED * len(spoken)
    opening = [mark for mark in marks if mark.parts and mark.time]
    if len(opening) < _FEWEST or len(opening) < _LABELLED * len(spoken):
        return False
    # A live blog has times of day before its entries; a recording begins at nought and goes on.
    times = [seconds_of(mark.time or "") or 0 for mark in opening]
    orderly = sum(one <= other for one, other in pairwise(times)) >= 0.9 * (len(times) - 1)
    return orderly and times[0] <= _BEGINS


def _without_title(blocks: Sequence[Block], marks: list[_Mark]) -> list[_Mark]:
    """The marks without a name before a colon in the headline ("Lund: no new pier"), which labels nothing."""
    title = next((block for block in blocks if block.kind == "headline"), None)
    first = marks[0] if marks else None
    if title is None or first is None or first.name is None or not title.start <= first.start < title.end:
        return marks
    again = any(mark.name == first.name for mark in marks[1:])
    return marks if again or first.time else marks[1:]


def _are_said(text: str, named: Sequence[_Mark]) -> bool:
    """Whether sentences follow the labels, not the figures of a table ("Lund: 1,769")."""
    ends = [mark.start for mark in named[1:]] + [len(text)]
    pairs = zip(named, ends, strict=True)
    said = sum(len(_LOWER.findall(text, mark.end, min(end, mark.end + 80))) > 1 for mark, end in pairs)
    return said >= _COVERED * len(named)


def _is_dialogue(named: Sequence[_Mark]) -> bool:
    """Whether labels are those of people who speak in turn, not words that happen to stand before colons."""
    names = Counter((mark.name or "").casefold() for mark in named)
    if len(named) >= _FEWEST - 1 and (names.keys() >= {"q", "a"} or all(mark.time for mark in named)):
        return True
    again = max(names.values(), default=0) > 1
    capitals = any((mark.name or "").isupper() for mark in named)
    return len(named) >= _FEWEST and len(names) > 1 and (again or capitals)


def _between(marks: Sequence[_Mark], start: int, end: int) -> list[_Mark]:
    low = bisect_right(marks, start - 1, key=lambda mark: mark.start)
    high = bisect_right(marks, end - 1, key=lambda mark: mark.start)
    return [mark for mark in marks[low:high] if mark.parts]


def _pieces(text: str, block: Block, inside: Sequence[_Mark]) -> Iterator[tuple[int, int]]:
    """The stretches of a block between its labels and time codes, without white space around them."""
    starts = [block.start, *(mark.end for mark in inside)]
    ends = [*(mark.start for mark in inside), block.end]
    for start, end in zip(starts, ends, strict=True):
        words = text[start:end]
        if words.strip():
            yield start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _last(marks: Sequence[_Mark], place: int) -> _Mark | None:
    index = bisect_right(marks, place, key=lambda mark: mark.end) - 1
    return marks[index] if index >= 0 else None


def _add(text: str, done: list[Block], cue: Block, marks: Sequence[_Mark]) -> None:
    """Append a cue, or let the one before go on where a time code stands in the middle of its sentence."""
    last = done[-1] if done else None
    if last is None or last.kind != "cue" or text[last.end - 1] in _FINISHED:
        done.append(cue)
        return
    between = [mark for mark in _between(marks, last.end, cue.start) if mark.name]
    if between or cue.end - last.start > _LONGEST or not _between(marks, last.end, cue.start):
        done.append(cue)
    else:
        done[-1] = replace(last, end=cue.end)


def _timed(block: Block, marks: Sequence[_Mark]) -> Block:
    """The block with its time, and the times within it."""
    low = bisect_right(marks, block.start, key=lambda mark: mark.end)
    high = bisect_right(marks, block.end - 1, key=lambda mark: mark.end)
    times = tuple((mark.end, mark.time) for mark in marks[low:high] if mark.time)
    mark = _last(marks, block.start)
    if mark is None or mark.begun is None:
        return replace(block, times=times)
    return replace(block, locator=replace(block.locator or Locator(), time=mark.begun), times=times)
