"""The judgement of one quotation against one source. Search only locates; the comparison of words judges."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from claimcheck.documents.normalise import (
    changes_direction,
    first_hidden,
    has_direction_marks,
    hidden_characters,
)
from claimcheck.evidence.quotations.brackets import Referents
from claimcheck.evidence.quotations.careful import CarefulReader
from claimcheck.evidence.quotations.chains import Chain, chains
from claimcheck.evidence.quotations.differences import Comparison
from claimcheck.evidence.quotations.joints import join_differences, limits_of
from claimcheck.evidence.quotations.model import Difference, DifferenceKind, QuotationVerdict
from claimcheck.evidence.quotations.printed import Printed, read_printed
from claimcheck.evidence.quotations.retold import is_retold
from claimcheck.evidence.quotations.second_look import Look, second_look
from claimcheck.evidence.quotations.source import PreparedSource, prepare_source
from claimcheck.evidence.quotations.speaker import NOBODY, Narrator, wrong_speaker
from claimcheck.evidence.quotations.surroundings import Cut, Frame
from claimcheck.evidence.quotations.tokens import tokenise
from claimcheck.evidence.quotations.truncation import Reader, Shown
from claimcheck.evidence.quotations.wordlists import FUNCTION_WORDS
from claimcheck.records.models import QuotationMatch

_SURROUNDINGS = 80
_CAREFUL = 5
"""Places of the words in one source that are read carefully; phrases that stand there more often are rare."""
_SHORT = 6
"""Words up to which a quotation has no room for runs that would show where it came from."""
_FEWEST_TELLING = 3
_SPEAKS = (
    r"(?:said|says|added|adds|told|wrote|writes|announced|declared|insisted|explained|replied|stated|tweeted)"
)
_INTRODUCED = re.compile(rf"(?::|\b{_SPEAKS}(?:\s+\w+){{0,3}},)\s*[\"“‘«„']*\s*$")
_QUOTED = re.compile(r"(?<=[“\"«])[^“”\"«»]{3,600}(?=[”\"»])")
_INSERTED = re.compile(rf",\s*(?:[\w.’'-]+\s+){{1,3}}{_SPEAKS},\s*[\"“‘«„']*\s*$")
_ATTRIBUTED = re.compile(rf"[,.!?]?[\"”’»“'][,.]?\s*(?:[\w.’'-]+\s+){{0,4}}{_SPEAKS}\b")
_AGAINST = re.compile(r"\bagainst(?: +(?:the|any|an?) +\w+ +(?:that|of|to))? *[:,]? *[“\"'‘«„]*$")
_OPENING_MARKS = " \"“‘«„'"
_ELLIPSES = ("…", "...", ". . .")
_RANK = {"verbatim": 0, "edited": 1, "truncated": 2, "altered": 3, "absent": 4}


@dataclass(frozen=True, slots=True)
class _Task:
    """One quotation to judge, with all that the article says about it."""

    source: PreparedSource
    printed: Printed
    frame: Frame
    speaker: str | None
    quote: str
    narrator: Narrator
    careful: CarefulReader | None


def judge_quotation(
    source: str | PreparedSource,
    quote: str,
    *,
    context: str = "",
    speaker: str | None = None,
    segments: Sequence[str] = (),
    narrator: Narrator = NOBODY,
    language: str = "en",
    careful: CarefulReader | None = None,
    within: tuple[int, int] | None = None,
) -> QuotationVerdict:
    """Judge ``quote`` word by word against ``source``.

    Args:
        source: the source's reading text, or better its :func:`prepare_source`, made once.
        quote: what is printed between the outermost quotation marks; the marks themselves may be there.
        context: the article's sentence; it shows what the article supplies in its own words.
        speaker: who the article says speaks; compared with the source's, and told in ``warnings``.
        segments: the pieces of a quotation that an attribution splits.
        narrator: who stands behind the source's own words, where that is known.
        language: BCP 47 tag of both texts; decides how "1.500" is read.
        careful: reads what was cut once more with a network: some hundredths of a second.
        within: code points of the source in which the words are looked for; what stands about them is read.
    """
    prepared = source if isinstance(source, PreparedSource) else prepare_source(source, language)
    printed = read_printed(quote, segments, language, prepared.text, prepared.layout.speakers)
    warnings = _warnings(quote)
    if not printed.tokens.keys or not prepared.tokens.keys:
        return QuotationVerdict("absent", warnings=warnings)
    task = _Task(
        prepared,
        printed,
        _frame(context, quote, segments, speaker, language),
        speaker,
        quote,
        narrator,
        careful,
    )
    best: QuotationVerdict | None = None
    for number, chain in enumerate(_inside(chains(prepared, printed), prepared, within)):
        if number >= _CAREFUL and careful and best and not best.wrong_speaker:
            break  # what was not read carefully may not outdo what was
        verdict = _judge(task if number < _CAREFUL else replace(task, careful=None), chain, warnings)
        if best is None or _better(verdict, best):
            best = verdict
        if not best.wrong_speaker and _RANK[best.match] < 2:
            break
    return best or QuotationVerdict("absent", warnings=warnings)


def _inside(
    found: Iterable[Chain], source: PreparedSource, within: tuple[int, int] | None
) -> Iterator[Chain]:
    starts, ends = source.tokens.starts, source.tokens.ends
    for chain in found:
        if within is None or (within[0] <= starts[chain.low] and ends[chain.high - 1] <= within[1]):
            yield chain


def find_quotation(
    sources: Mapping[str, PreparedSource],
    quote: str,
    limit: int = 5,
    *,
    context: str = "",
    speaker: str | None = None,
    narrators: Mapping[str, Narrator] = MappingProxyType({}),
    careful: CarefulReader | None = None,
) -> list[tuple[str, QuotationVerdict]]:
    """The nearest passages of all sources with their verdicts, best first; a candidate is no verification.

    Args:
        context, speaker, careful: as :func:`judge_quotation` has them.
        narrators: who stands behind each source's own words, where that is known.
    """
    found = [
        (
            name,
            judge_quotation(
                source,
                quote,
                context=context,
                speaker=speaker,
                narrator=narrators.get(name, NOBODY),
                careful=careful,
            ),
        )
        for name, source in sources.items()
    ]
    near = [pair for pair in found if pair[1].start is not None]
    return sorted(
        near, key=lambda pair: (_RANK[pair[1].match], pair[1].wrong_speaker, -pair[1].score, pair[0])
    )[:limit]


def _warnings(quote: str) -> tuple[str, ...]:
    hidden = hidden_characters(quote)
    if not hidden:
        return ()
    kind = "direction-changing" if has_direction_marks(quote) else "invisible"
    return (f"{kind} characters in the quotation: {', '.join(hidden)}",)


def _frame(context: str, quote: str, segments: Sequence[str], speaker: str | None, language: str) -> Frame:
    if not context and not speaker:
        return Frame(frozenset(), frozenset())
    outside, direct, opposed = context, False, False
    for piece in [quote, *segments]:
        bare = piece.strip().strip("\"“”„«»‘’' ,.")
        found = re.search(re.escape(bare), outside, re.IGNORECASE) if bare else None
        found = found or _QUOTED.search(outside)
        if found:
            before, after = outside[: found.start()], outside[found.end() :]
            direct = direct or _direct(before[-80:], after[:80])
            opposed = opposed or bool(_AGAINST.search(before[-80:]))
            outside = f"{before} {after}"
    keys = frozenset(tokenise(outside, language).keys)
    if not opposed:
        keys -= {"against"}  # "the evidence against the baker" denies nothing of the quotation
    names = frozenset(tokenise(speaker or "", language).keys)
    return Frame(keys, names, "?" in outside, bool(names) or len(keys) > 1, direct)


def _direct(before: str, after: str) -> bool:
    """Whether the article's sentence introduces the quotation as direct speech, not as a part of its own."""
    if _INSERTED.search(before):
        return False
    set_off = before.rstrip(_OPENING_MARKS)[-1:] in ("", *".!?,:;–—")
    return bool(_INTRODUCED.search(before) or (set_off and _ATTRIBUTED.match(after)))


def _better(one: QuotationVerdict, other: QuotationVerdict) -> bool:
    """The same words may stand in several places: the right speaker's first, then the better verdict."""
    if (_RANK[one.match] >= 3) != (_RANK[other.match] >= 3):
        return _RANK[one.match] < 3
    ours = (one.wrong_speaker, _RANK[one.match], -one.score)
    return ours < (other.wrong_speaker, _RANK[other.match], -other.score)


def _judge(task: _Task, chain: Chain, warnings: tuple[str, ...]) -> QuotationVerdict:
    source = task.source
    comparison = Comparison(task.printed, source)
    found = [difference for placement in chain.placements for difference in comparison.of(placement)]
    referents = Referents(source, task.frame.keys, task.frame.speaker)
    joined, marked = join_differences(comparison, chain, referents)
    found += joined
    score = _score(task.printed, found, chain)
    if _absent(task.printed, chain, found, score) and not _reordered(task, chain):
        return QuotationVerdict("absent", score=score, warnings=warnings)
    voice, wrong = wrong_speaker(source, chain.low, chain.high, task.speaker, task.narrator)
    notes = tuple(dict.fromkeys([*warnings, *_odd_notes(task, chain), *([wrong] if wrong else [])]))
    found.sort(key=lambda difference: (difference.printed_start, difference.source_start))
    retold = is_retold(voice, found)
    found += _unseen(task, chain, found)
    look = None if _harmful(found) else _turning(task, chain)
    cut = look.cut if look and look.clear else None
    start, end = _span(source, chain, task.quote)
    for item in found:
        if item.printed[:1] == "[" and item.source:
            start, end = min(start, item.source_start), max(end, item.source_end)
    return QuotationVerdict(
        "absent" if retold else _match(found, cut, marked, changes_direction(task.quote)),
        start,
        end,
        score,
        tuple(found + ([_cut_difference(task, chain, look)] if look else [])),
        notes,
        source.tokens.raw(cut.start, cut.end) if cut else "",
        source.text[max(0, start - _SURROUNDINGS) : start],
        source.text[end : end + _SURROUNDINGS],
        voice.name,
        voice.kind == "narration",
        source.tokens.raw(look.cut.start, look.cut.end) if look and not look.clear else "",
        retold,
    )


def _unseen(task: _Task, chain: Chain, found: list[Difference]) -> Iterator[Difference]:
    """Invisible characters that no other difference shows, on either side: never a match in silence."""
    there = task.source.tokens
    start, end = there.starts[chain.low], there.ends[chain.high - 1]
    for text, low, high, ours in ((task.quote, 0, len(task.quote), True), (there.text, start, end, False)):
        place = first_hidden(text, low, high)
        sides = (difference.printed if ours else difference.source for difference in found)
        if place is None or any(first_hidden(side, 0, len(side)) is not None for side in sides):
            continue
        mark = text[place]
        if ours:
            yield Difference("punctuation", mark, "", place, place + 1, start, start, harmless=True)
        else:
            yield Difference("punctuation", "", mark, 0, 0, place, place + 1, harmless=True)


def _harmful(found: list[Difference]) -> bool:
    return any(not difference.harmless for difference in found)


def _match(found: list[Difference], cut: Cut | None, marked: bool, reversed_text: bool) -> QuotationMatch:
    if _harmful(found) or reversed_text:
        return "altered"
    if cut is not None:
        return "truncated"
    return "edited" if found or marked else "verbatim"


def _cut_difference(task: _Task, chain: Chain, look: Look) -> Difference:
    source, cut = task.source, look.cut
    kind: DifferenceKind = (
        "negation" if cut.turn == "negation" else "modality" if cut.turn == "doubt" else "omission"
    )
    tokens = source.tokens
    if cut.end > cut.start:
        place, stop = tokens.starts[cut.start], tokens.ends[cut.end - 1]
        at = _cut_at(task.printed, chain, cut)
        return Difference(kind, "", tokens.raw(cut.start, cut.end), at, at, place, stop, not look.clear)
    place = tokens.ends[cut.start - 1]
    return Difference("punctuation", "", "?", len(task.quote), len(task.quote), place, place + 1)


def _cut_at(printed: Printed, chain: Chain, cut: Cut) -> int:
    """Where in the printed text (code points) the words were cut: before it, after it, or at an ellipsis."""
    behind = [placed.end for placed in chain.placements if placed.high <= cut.start]
    return printed.tokens.ends[max(behind) - 1] if behind else 0


def _score(printed: Printed, found: list[Difference], chain: Chain) -> float:
    """Share of the printed words, by weight, that the source has in the same or an equivalent form."""
    tokens = printed.tokens
    lost = {i for chunk in chain.missing for i in range(chunk.start, chunk.end)}
    for difference in found:
        if not difference.harmless and difference.kind not in ("order", "punctuation"):
            first = bisect_left(tokens.starts, difference.printed_start)
            lost.update(range(first, bisect_left(tokens.starts, difference.printed_end)))
    weights = [0.4 if key in FUNCTION_WORDS else 1.0 for key in tokens.keys]
    total = sum(weights) or 1.0
    return round(1.0 - sum(weights[i] for i in lost) / total, 4)


def _absent(printed: Printed, chain: Chain, found: list[Difference], score: float) -> bool:
    """Whether what was found is too little, or too scattered, to be the passage the quotation came from."""
    if not _harmful(found) and not chain.missing:
        return False
    keys = printed.tokens.keys
    runs = [run for placement in chain.placements for run in placement.runs]
    solid = 0.0
    for run in runs:
        words = keys[run.printed : run.printed + run.length]
        content = sum(key not in FUNCTION_WORDS for key in words)
        if run.length >= 3 or (run.length == 2 and content):
            solid += content + 0.4 * (run.length - content)
    total = sum(0.4 if key in FUNCTION_WORDS else 1.0 for key in keys)
    content_found = any(
        keys[i] not in FUNCTION_WORDS for run in runs for i in range(run.printed, run.printed + run.length)
    )
    if len(keys) <= _SHORT:
        mostly = len(keys) > 3 and 10 * sum(run.length for run in runs) >= 6 * len(keys)
        return score < 0.5 or not (content_found or mostly)
    return score < 0.5 or solid / total < 0.4


def _reordered(task: _Task, chain: Chain) -> bool:
    """Whether the place has all the printed words, in another order or number: names that changed sides."""
    keys, there = task.printed.tokens.keys, task.source.tokens.keys[chain.low : chain.high]
    telling = {key for key in keys if key not in FUNCTION_WORDS}
    return len(telling) >= _FEWEST_TELLING and telling <= set(there) and len(there) <= 2 * len(keys)


def _turning(task: _Task, chain: Chain) -> Look | None:
    """The first cut, at an edge or under an ellipsis, that turns the meaning of what was kept, or may."""
    reader = Reader(task.source, task.frame)
    limits = limits_of(task.printed, chain, task.source)
    edge = task.quote.strip(" \"“”„«»‘’'")
    shown = Shown(
        "?" in task.quote[-4:], edge.rstrip("]").endswith(_ELLIPSES), edge.lstrip("[").startswith(_ELLIPSES)
    )
    spans = [(placed.low, placed.high) for placed in chain.placements]
    doubtful: Look | None = None
    for placement, (floor, ceiling) in zip(chain.placements, limits, strict=True):
        cut = reader.cut(placement.low, placement.high, floor, ceiling, shown)
        if cut is None:
            continue
        look = task.careful.look(task.source, spans, cut) if task.careful else Look(cut, clear=True)
        if look and look.clear:
            return look
        doubtful = doubtful or look
    if doubtful:
        return doubtful
    if shown.breaks_off or shown.opens or reader.supplied_before(limits[0][0], chain.low):
        return None
    look = task.careful.look(task.source, spans, None) if task.careful else second_look(task.source, spans)
    return None if look is None or reader.supplied(look.cut, chain.low) else look


def _span(source: PreparedSource, chain: Chain, quote: str) -> tuple[int, int]:
    """The passage in the original text, with its closing mark where one is printed too."""
    start, end = source.tokens.starts[chain.low], source.tokens.ends[chain.high - 1]
    closing = quote.rstrip(" \"“”„«»‘’'")[-1:]
    if (
        closing in ".,!?;:…"
        and source.text[end : end + 1] in (".", "!", "?", "…")
        and source.text[end : end + 1]
    ):
        end += 1
    return start, end


def _odd_notes(task: _Task, chain: Chain) -> list[str]:
    notes = [
        f"in the quotation: {note}" for note in task.printed.tokens.odd.values() if not note.startswith("U+")
    ]
    there = task.source.tokens
    span = range(chain.low, chain.high)
    if there.odd:
        notes += [
            f"in the source: {there.odd[i]}" for i in span if not there.odd.get(i, "U+").startswith("U+")
        ]
    hidden = hidden_characters(there.raw(chain.low, chain.high))
    if hidden:
        notes.append(f"invisible characters in the source: {', '.join(hidden)}")
    return notes
