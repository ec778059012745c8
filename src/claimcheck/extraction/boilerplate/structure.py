"""Boilerplate that only its surroundings give away: contents lists, link lists, crumbs before and after the
text.

Each test looks at a run of lines, marks those that it is sure of with a reason, and leaves the rest alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claimcheck.extraction.boilerplate.lines import Line
from claimcheck.extraction.verbs import words_of

_RELATED_CUES = frozenset(
    {"link to another page", "navigation", "advertisement", "subscription line", "tags"}
)
_STOP = frozenset(
    "about after also been before could every first from have into just know more most much never "
    "other over should some than "
    "that their them then there these they this those what when where which will with would year "
    "years your".split()
)
_FEW_SHARED = 0.2
_HEAD = 6
"""Lines after the first sentence among which a byline may stand: the first may be the standfirst."""
_PROMOTING = frozenset(
    {
        "subscription line",
        "comment line",
        "cookie notice",
        "site message",
        "tags",
        "copyright notice",
        "link to another page",
        "list of links",
        "navigation",
    }
)
"""What stands round the boxes in which a site speaks of itself."""
_OUTSIDE_PROSE = ("caption", "footnote", "table_cell")
"""What may stand behind the last sentence and belong to the article."""
_BY = re.compile(r"\b[Bb][Yy]:? [A-Z]")
_TO_READER = re.compile(r"\b(?:you|your|our|us|we)\b", re.IGNORECASE)
_AGO = re.compile(r"\d+ ?(?:m|min|minute|h|hr|hour|d|day)s?(?: ago)?\Z", re.IGNORECASE)
_TEASER = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4}|\d{4}-\d\d-\d\d)"
    r"\s*[—–:|-]\s*\S.*"
    r"(?:\.\.\.|…|more)\s*\Z",
    re.DOTALL,
)
_POST = frozenset(
    "writer columnist reporter correspondent author editor journalist professor fellow novelist critic "
    "contributor lecturer historian researcher director freelance newspaper covers writes reports "
    "blogs tweets presenter broadcaster bureau joined lives teaches works farms runs".split()
)
"""Words that tell what somebody does who writes."""

Reasons = dict[int, str]
"""Why a line is dropped, by its index."""


def list_runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Half-open index ranges of consecutive list items."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end].listed:
            end += 1
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _key(line: Line) -> str:
    return " ".join(line.lower)


def mark_contents(lines: Sequence[Line], reasons: Reasons) -> None:
    """Lists that repeat later headings (or other lines of the text) are tables of contents."""
    later: dict[str, int] = {}
    for at, line in enumerate(lines):
        if not line.listed and not line.terminal:
            later[_key(line)] = at
    for start, end in list_runs(lines):
        matched = sum(later.get(_key(lines[at]), -1) > at for at in range(start, end))
        cued = start > 0 and reasons.get(start - 1) == "navigation"
        if matched and (matched * 2 >= end - start or cued):
            for at in range(start, end):
                reasons.setdefault(at, "table of contents")
                heading = later.get(_key(lines[at]), -1)
                # What is listed as a chapter is a label, although it may hold a verb ("A New Axis Emerges").
                if heading > at and lines[heading].title_case:
                    reasons.setdefault(heading, "heading that asserts nothing")


def subject_words(lines: Sequence[Line], skip: Reasons) -> frozenset[str]:
    """The content words of the article's running prose, in lower case and cut to stems of six letters."""
    return frozenset(
        word[:6]
        for at, line in enumerate(lines)
        if line.prose and at not in skip and not line.listed
        for word in line.lower
        if len(word) >= 4 and word not in _STOP
    )


def _stems(line: Line) -> set[str]:
    return {word[:6] for word in line.lower if len(word) >= 4 and word not in _STOP}


def _shared(line: Line, subject: frozenset[str]) -> float:
    own = _stems(line)
    return len(own & subject) / len(own) if own else 0.0


def _is_link_list(run: Sequence[Line], cued: bool, edge: bool, subject: frozenset[str]) -> bool:
    if sum(line.terminal for line in run) * 3 > len(run):
        return False
    titles = sum(line.title_case for line in run)
    linked = sum(line.linked for line in run)
    if cued or linked * 4 >= len(run) * 3:
        return True
    if sum(line.stating for line in run) * 2 >= len(run) and not edge:
        return False
    if titles * 3 >= len(run) * 2:
        return True
    unrelated = sum(_shared(line, subject) for line in run) < _FEW_SHARED * len(run)
    told = any(line.prose or line.asserting or any(char.isdigit() for char in line.text) for line in run)
    return unrelated and (edge or not told)


def _is_ranking(run: Sequence[Line]) -> bool:
    """Titles with their ranks from 1 on, as lists of what is most read have them."""
    ranks = [line.words[0] if line.words else "" for line in run]
    return len(run) > 1 and ranks == [str(rank) for rank in range(1, len(run) + 1)]


def mark_link_lists(lines: Sequence[Line], reasons: Reasons) -> None:
    """Lists of titles that lead elsewhere: title case, covered by links, under a cue, or foreign to the
    subject."""
    subject = subject_words(lines, reasons)
    body = [at for at, line in enumerate(lines) if line.prose and not line.listed and at not in reasons]
    first, last = (body[0], body[-1]) if body else (0, len(lines))
    for start, end in list_runs(lines):
        run = [lines[at] for at in range(start, end) if at not in reasons]
        cued = start > 0 and reasons.get(start - 1) in _RELATED_CUES
        ranked = start > last and _is_ranking(run)
        if run and (ranked or _is_link_list(run, cued, start > last or start < first, subject)):
            for at in range(start, end):
                reasons.setdefault(at, "list of links")


def facts_and_figures(lines: Sequence[Line], reasons: Reasons) -> set[int]:
    """The items of lists within the running text most of which give a thing's figure or date."""
    body = [at for at, line in enumerate(lines) if line.prose and not line.listed and at not in reasons]
    if not body:
        return set()
    return {
        at
        for start, end in list_runs(lines)
        if body[0] < start and end <= body[-1] + 1 and end - start > 1
        if sum(lines[at].stating for at in range(start, end)) * 2 >= end - start
        for at in range(start, end)
        if not lines[at].linked
    }


def mark_lone_links(lines: Sequence[Line], reasons: Reasons) -> None:
    """Single lines that are one link, or a title about something else than the article."""
    subject = subject_words(lines, reasons)
    for at, line in enumerate(lines):
        if at in reasons or line.terminal or line.prose or (line.block.kind == "headline" and at == 0):
            continue
        about_else = len(line.words) >= 5 and _shared(line, subject) == 0.0
        near = at > 0 and reasons.get(at - 1) in _RELATED_CUES
        cued = near and line.title_case and _shared(line, subject) < 2 * _FEW_SHARED
        if (line.linked and not line.heading) or (line.machine_title and about_else) or cued:
            reasons[at] = "link to another page"


def mark_edges(lines: Sequence[Line], reasons: Reasons) -> None:
    """Lines after the last running text that are no sentences: what a scraper took along."""
    body = [
        at for at, line in enumerate(lines) if at not in reasons and (line.prose or _asserting_item(line))
    ]
    if not body:
        return
    for at in range(body[-1] + 1, len(lines)):
        line = lines[at]
        if at not in reasons and not line.terminal and line.block.kind not in _OUTSIDE_PROSE:
            reasons[at] = "line after the end of the article"


def mark_author_notes(lines: Sequence[Line], reasons: Reasons) -> None:
    """What is said of the author beside the running text: short lines that begin with a name of the page's
    head."""
    body = [at for at, line in enumerate(lines) if line.prose and at not in reasons]
    head = lines[: body[0] + _HEAD] if body else []
    authors = {
        name.lower()
        for at, line in enumerate(head)
        if not line.prose
        for name in _signed(line, reasons.get(at))
    }
    if not authors:
        return
    parts = {part for name in authors for part in name.split()}
    told = [" ".join(lines[at].lower) for at in body]
    times = {name: sum(name in other for other in told) for name in authors}
    for number, at in enumerate(body):
        words = lines[at].lower
        if len(words) > 45 or len(words) < 4:
            continue
        name = " ".join(words[:2])
        if words[0] in parts and _at_work(words[1:4]):
            reasons[at] = "note on the author"
        if name not in authors or times[name] > 1:
            continue
        if number >= len(body) - 2 or not _POST.isdisjoint(lines[at].lower[2:14]):
            reasons[at] = "note on the author"


def _at_work(words: Sequence[str]) -> bool:
    """Whether "… covers", "… has written for" and the like follow a name."""
    done = words[1] if words[0] == "has" and len(words) > 1 else words[0]
    return done in ("covers", "writes", "reports", "edits") or (
        words[0] == "has" and done in ("covered", "written", "reported", "edited", "worked")
    )


def _signed(line: Line, why: str | None) -> list[str]:
    """First and last names in a line that names the author, with other pairs of capitalised words in it."""
    by = _BY.search(line.text)
    if len(line.words) > 14 or not (why or by or _is_name(line)):
        return []
    if line.asserting and why != "byline" and (by is None or by.start()):
        return []
    words = line.words if by is None else words_of(line.text[by.end() - 1 :])
    return [f"{a} {b}" for a, b in pairwise(words) if a[0].isupper() and b[0].isupper()]


def _is_name(line: Line) -> bool:
    """Two or three capitalised words, alone or before a rule or a comma ("Ana Ruiz | The Cape Ledger")."""
    words = words_of(re.split(r"[|·,•]", line.text[:120], maxsplit=1)[0])
    return len(words) in (2, 3) and not line.terminal and all(word[0].isupper() for word in words)


def mark_islands(lines: Sequence[Line], reasons: Reasons) -> None:
    """Single sentences about something else among the furniture after the article."""
    subject = subject_words(lines, reasons)
    at = len(lines) - 1
    tail: list[int] = []
    while at > 0 and (at in reasons or (lines[at].block.kind != "footnote" and len(lines[at].words) <= 25)):
        tail.append(at)
        at -= 1
    furniture = frozenset(i for i in tail if i in reasons)
    for i in tail:
        line = lines[i]
        before = i - 1 in furniture or i - 2 in furniture
        if i in reasons or not before or any(mark in line.text for mark in '"“”«'):
            continue
        if not line.heading and _shared(line, subject) < _FEW_SHARED:
            reasons[i] = "line among page furniture"


def _is_title(lines: Sequence[Line], at: int) -> bool:
    """A line that is no sentence, nor a heading with running text under it."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    over = line.heading and after is not None and after.prose
    return (
        not line.prose and not line.terminal and not over and line.block.kind not in ("caption", "footnote")
    )


def mark_bare_cues(lines: Sequence[Line], reasons: Reasons) -> None:
    """Titles that follow a cue with nothing else on its line ("Most read", "Related coverage"), up to the
    next sentence; and lines that only begin the headline again.

    The last of several may look like a heading of what follows: it is none if it tells of something else.
    """
    subject = subject_words(lines, reasons)
    headline = next((line.lower for line in lines if line.heading), ())
    under, titles = False, 0
    for at, line in enumerate(lines):
        told = titles > 0 and line.asserting and not line.prose and _shared(line, subject) < _FEW_SHARED
        if reasons.get(at) in _RELATED_CUES and len(line.words) <= 3:
            under = reasons[at] == "link to another page" and line.text.rstrip()[-1:] not in ".!?"
            titles = 0
        elif under and (_is_title(lines, at) or told):
            reasons.setdefault(at, "list of links")
            titles += 1
        elif line.prose or at not in reasons:
            under = False
        if (
            not line.heading
            and 4 <= len(line.lower) < len(headline)
            and line.lower == headline[: len(line.lower)]
        ):
            reasons.setdefault(at, "repeats the headline")


def mark_promotions(lines: Sequence[Line], reasons: Reasons) -> None:
    """Boxes in which the site speaks of itself: sentences between furniture that share no word of weight with
    any other line; one neighbour is enough where they speak to the reader."""
    known = Counter(stem for at, line in enumerate(lines) if at not in reasons for stem in _stems(line))
    for at, line in enumerate(lines):
        if at in reasons or line.heading or len(line.words) > 60 or any(mark in line.text for mark in '"“”«'):
            continue
        beside = sum(_promotes(reasons, at, step) for step in (-1, 1))
        pieces = line.text.split(". ")
        told = all(_TO_READER.search(piece) or "@" in piece for piece in pieces)
        if not beside or (not told and (beside == 1 or len(pieces) > 1)):
            continue
        own = _stems(line)
        elsewhere = sum(known[stem] > 1 for stem in own)
        if elsewhere < (0.3 if told else _FEW_SHARED) * max(1, len(own)):
            reasons[at] = "line among page furniture"


def _promotes(reasons: Reasons, at: int, step: int) -> bool:
    """Whether such furniture stands next to a line, on one side, at most one other piece between."""
    near = reasons.get(at + step)
    return near in _PROMOTING or (near is not None and reasons.get(at + 2 * step) in _PROMOTING)


def mark_teasers(lines: Sequence[Line], reasons: Reasons) -> None:
    """Titles of other pages with how old they are, or how they begin ("Feb. 12, 2026 — Meadows of …")."""
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        if _TEASER.match(line.text[:600]):
            reasons.setdefault(at, "link to another page")
            if before is not None and not before.terminal and len(before.words) <= 16:
                reasons.setdefault(at - 1, "link to another page")
        elif before is not None and _AGO.match(before.text) and not line.terminal:
            further = any(_AGO.match(lines[other].text) for other in range(at + 1, min(at + 3, len(lines))))
            earlier = at > 2 and _AGO.match(lines[at - 3].text)
            if (further or earlier) and len(line.words) <= 16:
                reasons.setdefault(at, "list of links")


def _asserting_item(line: Line) -> bool:
    return line.listed and line.asserting


def mark_stacks(lines: Sequence[Line], reasons: Reasons) -> None:
    """Three or more short lines in a row that are neither list nor prose: menus, widgets and tables of
    scores."""
    subject = subject_words(lines, reasons)
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _stackable(lines[end]):
            end += 1
        inner = [i for i in range(at, end) if i not in reasons]
        if end - at >= 4 and at > 0:
            for i in inner[: -1 if end < len(lines) and lines[end].prose else None]:
                if _is_standfirst(lines, reasons, i):
                    continue
                if not lines[i].asserting or (
                    not lines[i].heading and _shared(lines[i], subject) < _FEW_SHARED
                ):
                    reasons[i] = "navigation"
        at = max(end, at + 1)


def _is_standfirst(lines: Sequence[Line], reasons: Reasons, at: int) -> bool:
    """Whether a line asserts and stands between a headline and the byline or the date."""
    before, after = lines[at - 1], lines[at + 1] if at + 1 < len(lines) else None
    over = after is not None and after.block.kind in ("byline", "dateline")
    return lines[at].asserting and at - 1 not in reasons and (before.heading or (over and before.asserting))


def _stackable(line: Line) -> bool:
    return (
        not line.terminal
        and not line.prose
        and not line.listed
        and line.block.kind not in ("caption", "table_cell")
    )
