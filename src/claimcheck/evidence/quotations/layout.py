"""What stands in a source's text but is not said: time codes, speaker labels, (Applause), page furniture.

All patterns are anchored or bounded, so that the whole takes time linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from claimcheck.documents.labels import find_labels

_INTERJECTION = re.compile(
    r"[\[(]\s{0,3}(?:(?:loud|long|prolonged|scattered|more|some|general|nervous|audience)\s)?"
    r"(?:applause|laughter|laughs?|laughing|cheers?|cheering|inaudible|indistinct|crosstalk|cross talk|"
    r"music|pause|"
    r"pauses|boos?|booing|chuckles?|chuckling|sighs?|unintelligible|coughs?|coughing|chanting|interruption|"
    r"overlapping|phonetic|sic|emphasis (?:added|his|hers|theirs|mine|ours)|italics (?:added|mine))"
    r"(?:[ ,]{1,2}(?:and|in|from|on|the|audience|crowd|background|loudly|briefly|continues?|applause|"
    r"laughter|"
    r"cheers|\d{1,2}:\d{2}(?::\d{2})?)){0,5}[.!]?\s{0,3}[\])]",
    re.IGNORECASE,
)
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_TIME_CODE = re.compile(
    rf"[\[(<]{_TIME}(?:\s*(?:-->|[-–])\s*{_TIME})?[\])>]"
    rf"|^[ \t]*(?:\d{{1,6}}[ \t]*\n[ \t]*)?{_TIME}[ \t]*(?:-->|[-–])[ \t]*{_TIME}[^\n]{{0,60}}$"
    rf"|^[ \t]*{_TIME}(?=[ \t]*$|[ \t]+\S)",
    re.MULTILINE,
)
_FOOTNOTE_MARK = re.compile(
    r"(?<=[\w.,;:!?\"”’)])\[(?:\d{1,3}|[a-z](?=\](?!\w))|note \d{1,2}|citation needed)\]"
)
_VOICE_TAG = re.compile(r"</?v(?:\.[\w.]{1,30})?(?:[ \t]+(?P<name>[^>\n]{1,60}))?>")
_PAGE_LINE = re.compile(
    r"[ \t\-–—|]*(?:(?:page|pp?\.|seite|página|pág\.)\s*)?\d{1,4}(?:\s*(?:of|/|von|de|"
    r"sur)\s*\d{1,4})?[ \t\-–—|]*",
    re.IGNORECASE,
)
_PAGE_WORD = re.compile(
    r"\b(?:page|seite|página)\s+\d{1,4}\b|\d{1,4}\s*(?:of|/)\s*\d{1,4}$|^\d{1,4}\s*\||\|\s*\d{1,4}$",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.!?:;。！？][\"”’')\]]*$")


@dataclass(frozen=True, slots=True)
class Turn:
    """From ``start`` (code points) on, ``speaker`` speaks, until the next turn; None for nobody known."""

    start: int
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Layout:
    """Spans of the text that nobody said, sorted and disjoint, and the turns of a transcript in order."""

    unsaid: tuple[tuple[int, int], ...]
    turns: tuple[Turn, ...]

    @property
    def speakers(self) -> frozenset[str]:
        """The labels of all turns."""
        return frozenset(turn.speaker for turn in self.turns if turn.speaker)

    def within(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The unsaid spans that touch ``start`` to ``end`` (code points)."""
        first = bisect_right(self.unsaid, start, key=lambda span: span[1])
        last = first
        while last < len(self.unsaid) and self.unsaid[last][0] < end:
            last += 1
        return self.unsaid[first:last]

    def speaker_at(self, place: int) -> Turn | None:
        """The turn that ``place`` (code points) lies in, or None before the first and outside transcripts."""
        index = self.turn_at(place)
        return self.turns[index] if index >= 0 else None

    def same_speaker(self, one: int, other: int) -> bool:
        """Whether two places (code points) lie in one turn, or in turns of one named speaker."""
        here, there = self.speaker_at(one), self.speaker_at(other)
        return here is there or (
            here is not None and there is not None and here.speaker == there.speaker is not None
        )

    def turn_at(self, place: int) -> int:
        """Number of the turn that ``place`` (code points) lies in; -1 before the first."""
        return bisect_right(self.turns, place, key=lambda turn: turn.start) - 1


def read_layout(text: str, turns: Sequence[Turn] = ()) -> Layout:
    """Find what is laid out rather than said in ``text``; linear time.

    Args:
        turns: where the source's format tells them; otherwise they are told by labels in the text.
    """
    spans = [match.span() for match in _INTERJECTION.finditer(text)]
    spans += [match.span() for match in _FOOTNOTE_MARK.finditer(text)]
    spans += [match.span() for match in _TIME_CODE.finditer(text)]
    labels, labelled = _labels(text)
    spans += labels
    spans += _page_furniture(text)
    spoken, hummed = _heard_out(text, turns or labelled)
    return Layout(_merged(spans + hummed), spoken)


_HUM = re.compile(r"\s*(?:mm+(?:[\s-]?h?mm*)?|mhmm*|hmm*|uh[\s-]?huh)[.,!…]*[ \t]*(?=\n|\Z)", re.IGNORECASE)


def _heard_out(text: str, turns: Sequence[Turn]) -> tuple[tuple[Turn, ...], list[tuple[int, int]]]:
    """The turns but for those in which a listener only hums ("Mm-hm.") between one speaker's; the hums."""
    kept: list[Turn] = []
    hums: list[tuple[int, int]] = []
    for at, turn in enumerate(turns):
        around = turns[at - 1].speaker if at else None, turns[at + 1].speaker if at + 1 < len(turns) else None
        goes_on = around[0] is not None and around[0] == around[1] != turn.speaker
        hum = _HUM.match(text, turn.start) if goes_on else None
        if hum:
            hums.append(hum.span())
        else:
            kept.append(turn)
    return tuple(kept), hums


def unsaid_in_quotation(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of a printed quotation that are an editor's or a stenographer's: [sic], (Laughter), [3]."""
    spans = [match.span() for match in _INTERJECTION.finditer(text)]
    return _merged(spans + [match.span() for match in _FOOTNOTE_MARK.finditer(text)])


def _labels(text: str) -> tuple[list[tuple[int, int]], list[Turn]]:
    found = find_labels(text)
    tags = [match for match in _VOICE_TAG.finditer(text) if match["name"]]
    certain = any(label.name.isupper() for label in found)
    if not tags and not certain and len(found) < 2:
        return [], []
    spans = [(label.start, label.end) for label in found]
    spans += [match.span() for match in _VOICE_TAG.finditer(text)]
    turns = [Turn(label.end, label.name) for label in found]
    turns += [Turn(match.end(), match["name"].strip()) for match in tags]
    return spans, sorted(turns, key=lambda turn: turn.start)


def _page_furniture(text: str) -> list[tuple[int, int]]:
    """Lines such as a page number or a running header that break a sentence in two."""
    spans: list[tuple[int, int]] = []
    block: list[tuple[int, int]] = []
    before = ""
    at = 0
    apart = led_by_blank = numbered = False
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare and block and bare[0].islower() and (numbered or (led_by_blank and apart)):
            spans += block
            before, block = bare, []
        elif (
            bare
            and before
            and not _ENDS_SENTENCE.search(before[-8:])
            and len(block) < 3
            and _furniture(bare, apart)
        ):
            led_by_blank = apart if not block else led_by_blank
            numbered = _is_numbered(bare) or (numbered and bool(block))
            block.append((at, at + len(line)))
        elif bare:
            before, block = bare, []
        apart = not bare or "\f" in line
        at += len(line)
    return spans


def _is_numbered(line: str) -> bool:
    return bool(_PAGE_LINE.fullmatch(line) or _PAGE_WORD.search(line))


def _furniture(line: str, apart: bool) -> bool:
    if len(line) > 90:
        return False
    if _is_numbered(line):
        return True
    return (
        apart
        and ". " not in line
        and "! " not in line
        and not line[0].islower()
        and not _ENDS_SENTENCE.search(line[-8:])
        and line.count(" ") < 11
    )


def _merged(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
