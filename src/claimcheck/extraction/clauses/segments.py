"""Verb groups, and the stretches between commas and connectives that hold them."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.extraction.clauses.tags import Tag
from claimcheck.extraction.clauses.words import Word

_GROUP = ("aux", "modal", "verb", "part", "ing", "to", "not", "adv")


@dataclass(slots=True)
class Segment:
    """A stretch of words, the connective or mark that opens it (-1: none), and its verb groups."""

    start: int
    end: int
    opener: int
    groups: list[tuple[int, int]]


def find_groups(words: list[Word], tags: list[Tag]) -> list[tuple[int, int]]:
    """Runs of auxiliaries, negations, adverbs and verbs that hold at least one verb or auxiliary."""
    groups: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        if tags[at] not in ("aux", "modal", "verb", "part", "ing") and not _opens_infinitive(tags, at):
            at += 1
            continue
        end = _group_end(words, tags, at)
        start = at
        while start and tags[start - 1] in ("adv", "not") and (not groups or start - 1 >= groups[-1][1]):
            start -= 1
        groups.append((start, end))
        at = max(end, at + 1)
    return groups


def _opens_infinitive(tags: list[Tag], at: int) -> bool:
    return tags[at] == "to" and at + 1 < len(tags) and tags[at + 1] in ("verb", "aux", "not")


def _group_end(words: list[Word], tags: list[Tag], at: int) -> int:
    end = last = at
    main = False
    while end < len(tags) and tags[end] in _GROUP:
        tag = tags[end]
        if tag == "to" and not _opens_infinitive(tags, end):
            break
        if main and tag in ("aux", "modal", "verb", "part"):
            break
        if tag in ("verb", "part", "ing"):
            main = True
            last = end
        elif tag in ("aux", "modal"):
            last = end
        elif tag == "to":
            main = False
        end += 1
    return last + 1


def find_segments(words: list[Word], tags: list[Tag], groups: list[tuple[int, int]]) -> list[Segment]:
    """Stretches between commas, connectives and other marks, each with the verb groups in it."""
    covered = {at for start, end in groups for at in range(start, end)}
    starts = [start for start, _ in groups]
    segments: list[Segment] = []
    begin, opener, seen = 0, -1, 0
    for at, _tag in enumerate(tags):
        if at in covered:
            continue
        if not _boundary(words, tags, at, begin, starts):
            continue
        if at > begin:
            segments.append(_segment(begin, at, opener, groups))
        begin, opener = at + 1, at
        seen += 1
    if begin < len(tags):
        segments.append(_segment(begin, len(tags), opener, groups))
    return segments


def _segment(start: int, end: int, opener: int, groups: list[tuple[int, int]]) -> Segment:
    return Segment(start, end, opener, [g for g in groups if start <= g[0] < end])


def _boundary(words: list[Word], tags: list[Tag], at: int, begin: int, starts: list[int]) -> bool:
    tag, low = tags[at], words[at].low
    if tag == "mark":
        return low in ",;:.—–()!?"
    if tag in ("sub", "rel"):
        return True
    if tag != "conj":
        return False
    if low == "but":
        return True
    following = next((s for s in starts if s > at), None)
    return (
        following is not None and any(begin <= s < at for s in starts) and _verb_follows(tags, at, following)
    )


def _verb_follows(tags: list[Tag], at: int, following: int) -> bool:
    """Whether the words between a conjunction and the next group hold no mark, so that both make a clause."""
    return "mark" not in tags[at:following] and "rel" not in tags[at:following]
