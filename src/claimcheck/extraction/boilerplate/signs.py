"""What a line says, by itself and by its place, of whether it is the article or the page around it.

The first round of the model (:mod:`claimcheck.extraction.boilerplate.scored`) looks at one line alone: its
signs are short strings with a weight each. The second is given numbers: what the first made of the line and
of its neighbours, where the article's stretch begins and ends, and whose words the line shares.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from claimcheck.documents.calendar_words import MONTHS, WEEKDAYS
from claimcheck.extraction.boilerplate.lines import Line
from claimcheck.extraction.verbs import lexicon

_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+|[©®™|@#/:;?!…•·»›▲▼▶→()&%$£€]|-{2,}|—|\.{3}")
_LONG = 24
_HEAD, _TAIL = 12, 6
_YOU = frozenset("you your you're yours yourself you've you'll".split())
_WE = frozenset("we our us we're we've ours we'll".split())
_THEY = frozenset("he she his her they their him them its it".split())
_PAST_AUXILIARY = frozenset("was were had did".split())
_AUXILIARY = frozenset("is are has have will would can could may should must do does".split())
_DATE = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|"
    r"jul|aug|sep|oct|nov|dec)|\b\d\d?[/.-]\d\d?[/.-]\d\d|\b(?:19|20)\d\d\b"
)
_TIME = re.compile(
    r"\d:\d\d|\b\d+ ?(?:am|pm|a\.m|p\.m)\b|\b(?:min|mins|minutes?|hours?|days?) (?:ago|read)\b"
)
_PERSONAL = re.compile(r"\b(?:I|I'm|I’m|my|me)\b")
_STOP = frozenset(
    "about after also been before could every first from have into just know more most much never other "
    "over should some than that their them then there these they this those what when where which will "
    "with would year years your says said".split()
)
_OF_ARTICLES = frozenset({"byline", "dateline", "caption", "footnote"})
_CALENDAR = frozenset(name.title() for name in (*WEEKDAYS, *MONTHS))

Signs = list[str]


def _tokens(line: Line) -> list[str]:
    found = _TOKEN.findall(line.text[:1500])
    if len(found) > _LONG:
        found = [*found[:_HEAD], "¶", *found[-_TAIL:]]
    return ["0" * min(len(token), 4) if token[0].isdigit() else token.lower() for token in found]


def _length(count: int) -> int:
    return next(at for at, most in enumerate((1, 2, 3, 5, 8, 12, 18, 26, 40, 10**9)) if count <= most)


def _shape(line: Line) -> Iterator[str]:
    text, lower = line.text[:1500], frozenset(line.lower)
    end = text[-1] if text[-1] in ".!?:;…,\"”'’)" else "x"
    yield f"len={_length(len(line.words))}"
    yield f"end={end}"
    yield f"len&end={min(_length(len(line.words)), 7)}{end}"
    yield f"kind={line.block.kind}"
    case = "T" if line.title_case else "U" if text.isupper() else "l" if text[0].islower() else "-"
    yield f"case={case}"
    yield f"case&len={case}{_length(len(line.words))}"
    person = "".join(
        mark for mark, words in (("y", _YOU), ("w", _WE), ("t", _THEY)) if not words.isdisjoint(lower)
    )
    person += "i" if _PERSONAL.search(text) else ""
    yield f"person={person}"
    forms = lexicon()
    past = not _PAST_AUXILIARY.isdisjoint(lower) or any(word in forms.past for word in line.lower[1:40])
    verb = "p" if past else "a" if not _AUXILIARY.isdisjoint(lower) else "-"
    yield f"verb={verb}"
    yield f"verb&person={verb}{person}"
    opening = line.lower[0] in forms.base if line.lower else False
    yield f"bare={opening}"
    yield f"bare&person={opening}{person}"
    yield from (f"has={name}" for name in _marks(text))


def _marks(text: str) -> Iterator[str]:
    low = text.lower()
    if _DATE.search(low):
        yield "date"
    if _TIME.search(low):
        yield "time"
    if any(mark in text for mark in '"“”«»'):
        yield "speech"
    if "|" in text or " · " in text or " > " in text or "›" in text:
        yield "rule"
    if "@" in text or "http" in low or "www." in low:
        yield "address"
    if "?" in text:
        yield "question"
    if ". " in text:
        yield "sentences"


def line_signs(line: Line) -> Signs:
    """The signs of one line by itself."""
    tokens = _tokens(line)
    padded = ["^", *tokens, "$"]
    signs = [f"w={token}" for token in dict.fromkeys(tokens)]
    signs += [f"{a} {b}" for a, b in dict.fromkeys(pairwise(padded))]
    signs += _shape(line)
    return signs


@dataclass(frozen=True, slots=True)
class Page:
    """What the first round makes of a whole page.

    Attributes:
        weights: for each line, how surely it is page rather than article, from 0 to 1.
        first, last: the article's stretch, both ends included: the run of lines that gains most where words
            of the article count for it and lines of the page against it (maximum subsequence segmentation
            after Pasternack & Roth 2009).
        stems: content words of the article's prose in it, cut to six letters, with how many lines have them.
        names: capitalised words within the article's prose, likewise.
        furnishing: capitalised words of the page's lines, with how many of these have them.
        repeated: texts that stand more than once.
        kin: the line before the stretch, no sentence, that shares most words with it: the headline's place.
        share: which part of the page's lines are furniture.
        furniture: how many lines are, bylines, dates and headings left out.
    """

    weights: Sequence[float]
    first: int
    last: int
    stems: Mapping[str, int]
    names: Mapping[str, int]
    furnishing: Mapping[str, int]
    repeated: frozenset[str]
    kin: int
    share: float
    furniture: int


def _stems(line: Line) -> set[str]:
    return {word[:6] for word in line.lower if len(word) >= 4 and word not in _STOP}


def _names(line: Line) -> set[str]:
    return _capitalised(line.words[1:])


def _capitalised(words: Sequence[str]) -> set[str]:
    return {word for word in words if len(word) >= 3 and word[0].isupper() and word not in _CALENDAR}


def _stretch(lines: Sequence[Line], weights: Sequence[float]) -> tuple[int, int]:
    gains = [
        (0.5 - weight) * (1 + min(len(line.words), 40) * (0.2 if line.prose else 0.05))
        for line, weight in zip(lines, weights, strict=True)
    ]
    best, first, last = 0.0, 0, len(lines) - 1
    total, begin = 0.0, 0
    for at, gain in enumerate(gains):
        if total <= 0:
            total, begin = 0.0, at
        total += gain
        if total > best:
            best, first, last = total, begin, at
    return first, last


def page_of(lines: Sequence[Line], weights: Sequence[float]) -> Page:
    """The page, from how surely each line is not the article."""
    first, last = _stretch(lines, weights)
    stems: Counter[str] = Counter()
    names: Counter[str] = Counter()
    furnishing: Counter[str] = Counter()
    for at, (line, weight) in enumerate(zip(lines, weights, strict=True)):
        if first <= at <= last and line.prose and weight < 0.5:
            stems.update(_stems(line))
            names.update(_names(line))
    for line, weight in zip(lines, weights, strict=True):
        if weight >= 0.5:
            furnishing.update(_capitalised(line.words))
    seen = Counter(line.text for line in lines)
    return Page(
        weights=weights,
        first=first,
        last=last,
        stems=stems,
        names=names,
        furnishing=furnishing,
        repeated=frozenset(text for text, count in seen.items() if count > 1),
        kin=_kin(lines, first, last, stems),
        share=_share(sum(weight >= 0.5 for weight in weights), len(lines)),
        furniture=sum(
            weight >= 0.5 and line.block.kind not in _OF_ARTICLES and not line.heading
            for line, weight in zip(lines, weights, strict=True)
        ),
    )


def _kin(lines: Sequence[Line], first: int, last: int, stems: Mapping[str, int]) -> int:
    best, found = 1.0, -1
    for at in range(min(last + 1, first + 3)):
        line = lines[at]
        if line.prose or not 3 <= len(line.words) <= 30:
            continue
        own = _stems(line)
        shared = sum(stem in stems for stem in own)
        score = shared * shared / max(1, len(own))
        if score > best:
            best, found = score, at
    return found


def _share(count: int, of: int) -> float:
    return count / of if of else -1.0


def _neighbours(lines: Sequence[Line], at: int, page: Page) -> Iterator[float]:
    """How surely the lines around are page, and how long they are; beyond the margin: one half."""
    count = len(lines)
    for step in (-3, -2, -1, 1, 2, 3):
        yield page.weights[at + step] if 0 <= at + step < count else 0.5
    for span in (range(max(0, at - 5), at), range(at + 1, min(count, at + 6))):
        yield float(sum(page.weights[other] >= 0.5 for other in span))
    for span in (range(max(0, at - 2), at), range(at + 1, min(count, at + 3))):
        yield float(sum(len(lines[other].words) for other in span))


def _floor(line: Line, at: int, page: Page) -> int:
    """Where the line itself was counted into the article's words, it takes a second line to share them."""
    return int(page.first <= at <= page.last and line.prose and page.weights[at] < 0.5)


def shared_names(line: Line, at: int, page: Page) -> Literal["some", "none", "unnamed"]:
    """Whether the article uses the line's capitalised words elsewhere; "unnamed": it has none.

    They do not count where as many words stand only in the page's furniture: "the Ostley Courier" in an
    article on Ostley.
    """
    names, floor = _names(line), _floor(line, at, page)
    if not names:
        return "unnamed"
    shared = sum(page.names.get(name, 0) > floor for name in names)
    return "some" if shared > _of_the_page(line, at, page) else "none"


def _of_the_page(line: Line, at: int, page: Page) -> int:
    """How many of its capitalised words stand in other furniture and nowhere else in the article."""
    own, floor = int(page.weights[at] >= 0.5), _floor(line, at, page)
    return sum(
        page.furnishing.get(word, 0) > own and page.names.get(word, 0) <= floor
        for word in _capitalised(line.words)
    )


def _kinship(line: Line, floor: int, page: Page) -> Iterator[float]:
    """How much of its content words and names the article shares, and how many names only the page has."""
    stems, names = _stems(line), _names(line)
    shared = sum(page.stems.get(stem, 0) > floor for stem in stems)
    yield from (_share(shared, len(stems)), float(shared), float(len(stems)))
    yield _share(sum(page.names.get(name, 0) > floor for name in names), len(names))
    yield float(len(names))


def _self(line: Line) -> Iterator[float]:
    lower = frozenset(line.lower)
    yield float(len(line.words))
    yield from map(float, (line.prose, line.terminal, line.title_case, line.heading, line.listed))
    yield float(line.block.kind == "caption")
    yield from (float(not words.isdisjoint(lower)) for words in (_YOU, _WE, _THEY))
    yield float(any(mark in line.text for mark in '"“”«»'))
    yield float(line.asserting)
    yield float("?" in line.text)
    yield float(sum(char.isdigit() for char in line.text[:200]))
    yield float(line.text.endswith(":"))


def place_numbers(lines: Sequence[Line], at: int, page: Page, logit: float) -> list[float]:
    """What the second round is asked about a line: itself, its place, its neighbours, its kinship."""
    line = lines[at]
    within = page.first <= at <= page.last
    return [
        logit,
        float(at - page.first),
        float(page.last - at),
        float(0 if within else 1 if at > page.last else -1),
        float(at == page.kin),
        float(line.text in page.repeated),
        page.share,
        float(len(lines)),
        float(_of_the_page(line, at, page)),
        *_neighbours(lines, at, page),
        *_kinship(line, _floor(line, at, page), page),
        *_self(line),
    ]
