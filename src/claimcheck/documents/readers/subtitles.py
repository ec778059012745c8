"""Subtitles and transcripts with time codes (.srt, .vtt): cues merged into turns of one speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from html import unescape

from claimcheck.documents.build import TextBuilder
from claimcheck.documents.failures import DamagedDocument
from claimcheck.documents.labels import TIME, clock, names_somebody, seconds_of
from claimcheck.documents.model import Document, HiddenText, Locator
from claimcheck.documents.text import decode_reading_text
from claimcheck.documents.transcripts import made_by_machine, warnings_of_turns
from claimcheck.documents.unseen import warnings_of_unseen

_TIMES = re.compile(
    r"^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,:]\d{1,3})?\s*-{1,2}>\s*"
    r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,:]\d{1,3})?(?!\d)"
)
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>\n]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>|<\d{2}:\d{2}[^<>\n]{0,20}>|\{\\[^{}\n]{0,60}\}")
_NAMED = re.compile(
    r"(?:[-–—]\s*|>>+\s*)?[\[(]?([^\W\d_][\w.’'& -]{0,40}?(?:\s\([^()\n]{1,30}\))?)[\])]?[:：]\s+(?=\S)"
)
_BRACKETED = re.compile(r"(?:[-–—]\s*|>>+\s*)?\[([^\W\d_][\w.’' -]{1,40})\]\s*(?=\S)")
_NAMED_TIMES = re.compile(rf"(?<![\d:]){TIME}")
_APART = re.compile(r"\s*(?:WEBVTT|NOTE|STYLE|REGION)\b")
_PARTED = re.compile(r"\n[ \t]*\n")
_CONFIDENCE = re.compile(r"NOTE\s+confidence\b", re.IGNORECASE)
_CHECKED = re.compile(
    r"\b(?:end(?:s|ed)? (?:of|here)|(?:checked|corrected|verified|edited|revised|transcribed|typed|written)"
    r" (?:by (?!(?:a )?machine|whisper|otter|youtube|an? ?i\b|ai\b|software)|against|from here)"
    r"|by (?:a )?(?:human|hand|person)|human[\s-]*(?:made|transcri))",
    re.IGNORECASE,
)
"""A note after which the words are a person's."""
_SOUND = re.compile(
    r"\b(?:music|applause|laugh|cheer|sound|noise|sigh|cough|silence|playing|inaudible|crosstalk|foreign)",
    re.I,
)
_IN_BRACKETS = re.compile(r"[-–—>\s]*(?:\[[^\[\]]{1,80}\]|\([^()]{1,80}\)|♪[^♪]{0,200}♪?)")
_CHANGE = re.compile(r"(?:>>+|[-–—])\s*(?=\S)")
_FINISHED = '.!?…”"’)]'
_WORD_TIME = re.compile(r"<\d{2}:\d{2}[:.][\d:.]{2,9}><c")
_TIMED_WORDS = 5
_PAUSE = 4
"""Seconds of silence after which the same speaker's words count as a new turn."""
_LONGEST = 900
"""Code points after which a turn of an unnamed speaker is closed at the next full stop."""
_SAME = 30
"""Seconds of silence up to which words without a label are still the last label's."""


@dataclass(slots=True)
class _Cue:
    start: int
    end: int
    speaker: str | None
    change: bool
    words: str
    heard: bool = True


@dataclass(slots=True)
class _Turn:
    """Words of one speaker, each with the second at which their cue begins."""

    start: int
    end: int
    speaker: str | None
    heard: bool = True
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def add(self, cue: _Cue) -> None:
        self.words.append(cue.words)
        self.starts.append(cue.start)
        self.end = cue.end

    def times(self) -> list[tuple[int, str]]:
        """From which offset in the joined words on which time counts, after the first."""
        found: list[tuple[int, str]] = []
        at = 0
        for number, (words, start) in enumerate(zip(self.words, self.starts, strict=True)):
            if number and start != self.starts[number - 1]:
                found.append((at, clock(start)))
            at += len(words) + 1
        return found

    def length(self) -> int:
        return sum(map(len, self.words))


def read(data: bytes, place: str) -> Document:
    """A .srt or .vtt file: one ``cue`` block a turn, its locator the time at which it begins.

    The times of further cues within a turn are kept with it. ``heard`` is False where the file says, or its
    making shows, that a machine wrote it; a note between two cues speaks of those after it, up to the next
    note on who wrote or checked what follows, or of the times that it names.

    Raises:
        EmptyDocument and its kin; DamagedDocument if there is no time code in it.
    """
    source = decode_reading_text(data, place)
    kind = "vtt" if source.lstrip().startswith("WEBVTT") else "srt"
    cues = _cues(source)
    if not cues:
        raise DamagedDocument(place, "subtitle", "there is no time code with words in it")
    _mark_unheard(source, cues)
    builder = TextBuilder()
    for turn in _turns(cues):
        where = Locator(time=clock(turn.start))
        builder.add(
            " ".join(turn.words), "cue",
            locator=where, speaker=turn.speaker, heard=turn.heard, times=turn.times(),
        )  # fmt: skip
    text = builder.text()
    return Document(
        text=text,
        format=kind,
        blocks=tuple(builder.blocks),
        extracted=True,
        hidden=(*_sounds(source), *_unread(source, kind)),
        warnings=(*warnings_of_turns(builder.blocks), *warnings_of_unseen(text)),
    )


def _sounds(source: str) -> tuple[HiddenText, ...]:
    """Lines that only tell of a sound, each with the time of its cue."""
    found = []
    time: str | None = None
    for line in source.split("\n"):
        match = _TIMES.match(line)
        time = clock(_seconds(match, 1)) if match else time
        if time is not None and _is_sound(plain := _plain(line)):
            found.append(HiddenText(plain, "a sound, nothing said", Locator(time=time)))
    return tuple(found)


def _unread(source: str, kind: str) -> tuple[HiddenText, ...]:
    """Words that stand under no time code, the header and notes of a .vtt aside."""
    found = []
    for number, block in enumerate(_PARTED.split(source)):
        lines = [line for line in block.split("\n") if line.strip()]
        if any(map(_TIMES.match, lines)) or not lines or (kind == "vtt" and _APART.match(lines[0])):
            continue
        words = " ".join(" ".join(lines).split())
        if (kind == "srt" or number) and any(map(str.isalpha, words)):
            found.append(HiddenText(words, "under no time code that can be read"))
    return tuple(found)


def machine_made(source: str) -> bool:
    """Whether a file says of all its words, or its making shows, that a machine wrote them down."""
    return made_by_machine(_about_all(source)) or _word_by_word(source)


_ARROW = re.compile(r"\d\s{0,9}--?>")


def _about_all(source: str) -> str:
    """What the file says of all of itself: everything before the first cue and after the last, those two, and
    remarks that recognisers make throughout.
    """
    blocks = _PARTED.split(source)
    cues = [number for number, block in enumerate(blocks) if _ARROW.search(block)]
    first, last = (cues[0], cues[-1]) if cues else (len(blocks), len(blocks))
    throughout = [block for block in blocks if _CONFIDENCE.match(block)][:1]
    return "\n".join([*blocks[: first + 1], *throughout, *blocks[last:]])


def _mark_unheard(source: str, cues: list[_Cue]) -> None:
    """Marks the cues that a machine wrote."""
    whole = machine_made(source)
    ranges = [] if whole else _joined(_machine_ranges(source))
    starts = [start for start, _ in ranges]
    for cue in cues:
        before = bisect_right(starts, cue.start)
        cue.heard = not whole and not (before and cue.start < ranges[before - 1][1])


def _joined(ranges: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """The same ranges in order, those that overlap as one."""
    found: list[tuple[int, float]] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _machine_ranges(source: str) -> list[tuple[int, float]]:
    """Seconds from and up to which, by notes between cues, a machine wrote the words."""
    found: list[tuple[int, float]] = []
    open_from: int | None = None
    last: int | None = None
    for block in _PARTED.split(source):
        if not block.lstrip().startswith("NOTE"):
            match = next(filter(None, map(_TIMES.match, block.split("\n"))), None)
            last = _seconds(match, 1) if match else last
            continue
        named = [seconds_of(code) or 0 for code in _NAMED_TIMES.findall(block)[:2]]
        over = _CHECKED.search(block) is not None
        if made_by_machine(block) and not over and len(named) == 2:
            found.append((named[0], named[1] + 1))
        elif made_by_machine(block) and not over and open_from is None:
            open_from = (last if last is not None else -1) + 1
        elif over and open_from is not None:
            found.append((open_from, (last or 0) + 1))
            open_from = None
    if open_from is not None:
        found.append((open_from, float("inf")))
    return found


def _word_by_word(source: str) -> bool:
    """Whether words within cues have times of their own, which only recognisers set."""
    return len(_WORD_TIME.findall(source)) >= _TIMED_WORDS


def _cues(source: str) -> list[_Cue]:
    lines = source.split("\n")
    cues: list[_Cue] = []
    at = 0
    while at < len(lines):
        match = _TIMES.match(lines[at]) if "->" in lines[at] else None
        at += 1
        if match is None:
            continue
        words: list[str] = []
        while at < len(lines) and lines[at].strip() and not _TIMES.match(lines[at]):
            words.append(lines[at])
            at += 1
        if at < len(lines) and _TIMES.match(lines[at]) and words and words[-1].strip().isdigit():
            words.pop()
        start, end = _seconds(match, 1), _seconds(match, 4)
        cues.extend(_split_cue(start, end, words))
    return _with_labels(_without_rolling(cues))


def _seconds(match: re.Match[str], group: int) -> int:
    hours, minutes, seconds = (int(match[group + offset] or 0) for offset in range(3))
    return hours * 3600 + minutes * 60 + seconds


def _split_cue(start: int, end: int, lines: list[str]) -> list[_Cue]:
    """A cue may hold two speakers, a line each."""
    cues: list[_Cue] = []
    dashes = sum(bool(_CHANGE.match(unescape(line).strip())) for line in lines) > 1
    for line in lines:
        voice = _VOICE.search(line)
        plain = _plain(line)
        if not plain or _is_sound(plain):
            continue
        turned = _CHANGE.match(plain)
        change = bool(turned and (dashes or plain.startswith(">>")))
        cue = _Cue(start, end, voice[1].strip() if voice else None, change, plain)
        if cues and not voice and not change and _label(plain) is None:
            cues[-1].words += " " + plain
        else:
            cues.append(cue)
    return cues


def _plain(line: str) -> str:
    return " ".join(unescape(_TAG.sub("", line)).split())


def _is_sound(line: str) -> bool:
    """Whether a line only tells of a sound ("[applause]")."""
    return _IN_BRACKETS.fullmatch(line) is not None and ("♪" in line or _SOUND.search(line) is not None)


def _label(words: str) -> re.Match[str] | None:
    """A label that a cue may begin with; one word before a colon proves nothing yet."""
    match = _NAMED.match(words) or _BRACKETED.match(words)
    return match if match and names_somebody(match[1].strip()) and not _SOUND.search(match[1]) else None


def _with_labels(cues: list[_Cue]) -> list[_Cue]:
    """The cues with labels read as speakers and taken from the words, as far as they are labels.

    What is in capitals or comes again is one; what stands once, before a colon in the middle of a
    sentence, is said. Names in brackets without a colon are labels where one of them comes again.
    """
    found = [None if cue.speaker else _label(cue.words) for cue in cues]
    counts = Counter(match[1].strip() for match in found if match)
    in_brackets = {match[1].strip() for match in found if match and match.re is _BRACKETED}
    if all(counts[name] == 1 for name in in_brackets):
        found = [match if match and match.re is _NAMED else None for match in found]
    before = ""
    for cue, match in zip(cues, found, strict=True):
        if match and _is_label(match, counts, before):
            cue.speaker = match[1].strip()
            cue.words = cue.words[match.end() :]
        elif cue.change and (turned := _CHANGE.match(cue.words)):
            cue.words = cue.words[turned.end() :]
        before = cue.words
    return cues


def _is_label(match: re.Match[str], counts: Counter[str], before: str) -> bool:
    sure = counts[match[1].strip()] > 1 or match[1].isupper() or match[0][0] in "->–—[("
    return sure or not before or before[-1] in _FINISHED


def _without_rolling(cues: list[_Cue]) -> list[_Cue]:
    """Rolling captions show each line again in the next cue; only what is new is kept."""
    kept: list[_Cue] = []
    last = ""
    for cue in cues:
        words = cue.words
        if last and words.startswith(last):
            words = words[len(last) :].strip()
        elif last:
            words = words[_overlap(last, words) :].strip()
        if cue.words:
            last = cue.words
        if words:
            cue.words = words
            kept.append(cue)
    return kept


def _overlap(last: str, words: str) -> int:
    """How much of the beginning of ``words`` stood at the end of ``last``, in whole words, at least four
    of them.
    """
    before, after = last.split(), words.split()
    for count in range(min(len(before), len(after), 30), 3, -1):
        if before[-count:] == after[:count]:
            return len(" ".join(after[:count]))
    return 0


def _turns(cues: list[_Cue]) -> list[_Turn]:
    turns: list[_Turn] = []
    for cue in cues:
        last = turns[-1] if turns else None
        if last is None or _new_turn(last, cue):
            turns.append(_Turn(cue.start, cue.end, _speaker(last, cue), cue.heard))
        turns[-1].add(cue)
    return turns


def _speaker(last: _Turn | None, cue: _Cue) -> str | None:
    """Who speaks a cue that begins a turn: by its label, or after a short silence by the last one."""
    if cue.speaker is not None or last is None or cue.change:
        return cue.speaker
    return last.speaker if cue.start - last.end <= _SAME else None


def _new_turn(last: _Turn, cue: _Cue) -> bool:
    if cue.heard != last.heard or cue.change or (cue.speaker is not None and cue.speaker != last.speaker):
        return True
    finished = last.words[-1][-1] in _FINISHED
    if cue.speaker is None and last.speaker is not None:
        return cue.start - last.end > _PAUSE and finished
    return finished and (cue.start - last.end > _PAUSE or last.length() > _LONGEST)
