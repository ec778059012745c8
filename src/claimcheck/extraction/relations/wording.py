"""What wording loses between two mentions: hedges, quotation marks, and the headline's measure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.documents.calendar_words import WEEKDAYS
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.terms import Article, Reading, densest, opens_a_clause, quote
from claimcheck.extraction.words import is_function_word

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WINDOW = 9
"""Content words a proposition takes up; two mentions of it are compared within so many."""
_BESIDE = 6
"""Words shown on either side of a quotation."""
_RUN = 6
"""Least words in a row that count as reused from a quotation."""
_TIMES = frozenset(
    "last next week month year day today yesterday tomorrow morning afternoon evening night early late "
    "recent report reporter time".split()
).union(WEEKDAYS)
"""Stems that two sentences share without speaking of the same thing."""
_COULD = re.compile(r"\bcould\b(?! (?:not|have|no longer|only)\b)")
_AHEAD = re.compile(r"\b(?:will|to)\b")
_PERSONS = frozenset("i we he she they me us him her them my our his their mine ours".split())
_MODAL = frozenset("will would shall may might can could must should".split())
_VOUCHING = frozenset("confirmed confirms officially verified acknowledged admitted proved proven".split())

Span = tuple[int, int]


def _proposition(article: Article, hedged: Reading, later: Reading) -> tuple[Span, Span] | None:
    """Where both sentences state the same thing: at least four shared stems close together, two of
    them rare."""
    shared = hedged.stems & later.stems
    if len(shared) < 4:
        return None
    one, two = densest(hedged, shared, _WINDOW), densest(later, shared, _WINDOW)
    if one is None or two is None:
        return None
    common = (one[2] & two[2]) - _TIMES
    names = {token.stem for token in (*hedged.tokens, *later.tokens) if token.name}
    rare = [word for word in common - names if article.rare(word)]
    if len(common) < 4 or len(rare) < 2 or not common & names:
        return None
    return (one[0], one[1]), (two[0], two[1])


def find_dropped_hedges(article: Article) -> Iterator[Relation]:
    """Things first said with a hedge or by nobody in particular, later stated as plain fact."""
    for hedged in article.hedged:
        if hedged.claim.block in ("headline", "subhead"):
            continue
        for later in article.later(hedged, 2):
            found = _proposition(article, hedged, later) if later.claim.asserted else None
            hedge = hedged.hedge_of(found[0]) if found else None
            if found and opens_a_clause(hedged.claim.text[slice(*found[0])]):
                continue
            if found is None or hedge is None or later.hedge_of(found[1]) or _vouched(later, found[1]):
                continue
            words = f"{quote(hedged, hedge)} ({quote(hedged, found[0])})"
            message = f"First said with {words}, here as plain fact: {quote(later, found[1])}."
            yield Relation("CC305", "hedge", hedged.claim.id, later.claim.id, hedge, found[1], message)
            break


def _vouched(later: Reading, span: Span) -> bool:
    words = {word.lower() for word in _WORD.findall(later.claim.text)}
    return bool(_VOUCHING & words) or later.attributed(*span)


def _runs(reading: Reading, start: int, end: int) -> list[tuple[str, int, int]]:
    text = reading.claim.text
    return [(_plain(m.group()), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def _plain(word: str) -> str:
    """A word as two places are compared by it: "we" that becomes "they" in the retelling is one word."""
    low = word.lower().replace("’", "'")
    return "they" if low in _PERSONS else low


def _telling(words: list[str], surface: str) -> bool:
    """Whether a run of words is distinctive: three content words at least that are no names; of a long run
    short ones count too, of a very long one two are enough."""
    plain = {word for word in _WORD.findall(surface) if word[0].islower() and word != "percent"}
    content = [word for word in plain if not is_function_word(word) and len(word) > 2]
    if len(words) > _RUN:
        return len(content) >= (2 if len(words) >= _RUN + 3 else 3)
    return sum(len(word) > 3 for word in content) >= 3 and len(words) >= _RUN


def find_lost_marks(article: Article) -> Iterator[Relation]:
    """Words printed in quotation marks once and elsewhere without, in the article's own voice."""
    index: dict[tuple[str, ...], tuple[Reading, int, int]] = {}
    quoted = [(r, part) for r in article.readings for part in r.claim.parts if part.kind == "quotation"]
    for reading, quotation in quoted:
        words = _runs(reading, quotation.start, quotation.end)
        for at in range(len(words) - _RUN + 1):
            piece = words[at : at + _RUN]
            index.setdefault(tuple(word for word, _, _ in piece), (reading, piece[0][1], piece[-1][2]))
    if not index:
        return
    done: set[tuple[str, str]] = set()
    for reading in article.readings:
        for relation in _reused(reading, index):
            if (relation.first, relation.second) not in done:
                done.add((relation.first, relation.second))
                yield relation


def _reused(reading: Reading, index: dict[tuple[str, ...], tuple[Reading, int, int]]) -> Iterator[Relation]:
    words = _WORD.findall(reading.claim.text.lower().replace("’", "'"))
    plain = ["they" if word in _PERSONS else word for word in words]
    if index.keys().isdisjoint(zip(*(plain[at:] for at in range(_RUN)), strict=False)):
        return
    runs = _runs(reading, 0, len(reading.claim.text))
    for at in range(len(runs) - _RUN + 1):
        piece = runs[at : at + _RUN]
        origin = index.get(tuple(word for word, _, _ in piece))
        if (
            origin is None
            or origin[0] is reading
            or origin[0].claim.block == "pull_quote"
            or reading.in_quotation(piece[0][1])
        ):
            continue
        other, start, end = origin
        span = (piece[0][1], piece[-1][2])
        # A longer run than the shortest that counts is shown whole.
        more, tail = _longest(runs, at, _runs(other, start, len(other.claim.text)))
        if (
            reading.attributed(*span)
            or reading.in_quotation(tail - 1)
            or not _telling(more, reading.claim.text[span[0] : tail])
        ):
            continue
        first, second = (other, reading) if other.index < reading.index else (reading, other)
        spans = ((start, end), (span[0], tail)) if first is other else ((span[0], tail), (start, end))
        again = quote(reading, (span[0], tail))
        message = f"{again} stands here without the quotation marks it has in {_around(other, start, end)}."
        yield Relation("CC210", "quotation-marks", first.claim.id, second.claim.id, *spans, message)


def _around(reading: Reading, start: int, end: int) -> str:
    """Words in quotation marks with some of the sentence before and behind them."""
    text = reading.claim.text
    before, after = [*_WORD.finditer(text, 0, start)], [*_WORD.finditer(text, end)]
    first = before[-_BESIDE].start() if len(before) > _BESIDE else 0
    last = after[_BESIDE - 1].end() if len(after) > _BESIDE else len(text)
    words = " ".join(text[first:last].split())
    return f"“{'…' if first else ''}{words}{'…' if last < len(text) else ''}”"


def _longest(
    words: list[tuple[str, int, int]], at: int, other: list[tuple[str, int, int]]
) -> tuple[list[str], int]:
    run: list[str] = []
    tail = words[at][2]
    for (mine, _, end), (theirs, _, _) in zip(words[at:], other, strict=False):
        if mine != theirs:
            break
        run.append(mine)
        tail = end
    return run, tail


def find_loud_headlines(article: Article) -> Iterator[Relation]:
    """Headlines that state as fact what the body only reports with a hedge."""
    headlines = [reading for reading in article.readings if reading.claim.block == "headline"]
    if not headlines:
        return
    body = [r for r in article.readings if r.claim.block not in ("headline", "subhead")]
    for headline in headlines:
        if headline.unsure or headline.quotations or headline.claim.attributions:
            continue
        if not headline.claim.asserted or headline.claim.text.rstrip().endswith("?"):
            continue
        words = headline.stems - _MODAL
        near = [r for r in body if _on_one_thing(len(words & r.stems), len(words))]
        hedged = [
            (r, hedge) for r in near if (hedge := r.hedge_of(_spot(headline, r)) or _could(headline, r))
        ]
        if near and len(hedged) == len(near):
            first, hedge = hedged[0]
            said = f"{quote(first, hedge)}: {quote(first, (0, len(first.claim.text)))}"
            message = f"The headline states as fact what the text says with {said}"
            whole = (0, len(headline.claim.text))
            yield Relation("CC304", "headline", headline.claim.id, first.claim.id, whole, hedge, message)


def _could(headline: Reading, body: Reading) -> Span | None:
    """The "could" of a sentence that leaves open what the headline says will be."""
    found = _COULD.search(body.claim.text) if _AHEAD.search(headline.claim.text) else None
    return None if found is None or body.in_quotation(found.start()) else found.span()


def _on_one_thing(shared: int, words: int) -> bool:
    """Whether a sentence holds enough of a headline's words: three in five, or all of a short one's."""
    return (shared >= 3 and shared * 5 >= words * 3) or shared == words >= 2


def _spot(headline: Reading, body: Reading) -> Span:
    found = densest(body, headline.stems, _WINDOW)
    return (found[0], found[1]) if found else (0, len(body.claim.text))
