"""Whether an edit left a sentence's meaning alone.

A changed figure, date, name, negation, quantifier, modality, attribution or word in quotation marks makes a
sentence *changed*. *Reworded* are only edits that are known to be harmless: listed synonyms, inflections,
contractions, order of clauses, punctuation, function words. What is not known to be harmless is a change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from claimcheck.extraction.dates import find_dates
from claimcheck.extraction.edits.scope import scope_changed
from claimcheck.extraction.figures import find_figures
from claimcheck.extraction.parts import names_in
from claimcheck.extraction.quotations import find_quoted
from claimcheck.extraction.words import (
    critical_classes,
    is_function_word,
    opposed,
    same_meaning,
    tokens,
)
from claimcheck.records.fingerprints import normalised

Context = tuple[str, str, str, str]
"""The word before, the word after, the content word before, the content word after; ``^`` and ``$`` at the
edges."""
Verdict = Literal["same", "reworded", "changed"]

_CUES = frozenset(
    "said say says told tell tells according stated claimed claims claim alleged alleges denied "
    "denies deny admitted admits warned warns "
    "argued argues announced announces insisted insists wrote writes added adds believes believed "
    "thinks thought suggested suggests "
    "reported reports reportedly accused accuses confirmed confirms promised vowed pledged asked "
    "urged called noted".split()
)
_BE = frozenset("is are was were be been being".split())
_NOW, _THEN = frozenset("is are am has have does do".split()), frozenset("was were had did".split())
_LINKS = frozenset("than from against before after over under".split())
_ARTICLES = frozenset("a an the his her its their".split())
_PLACEHOLDER = re.compile(r"(?:date|figure)[\d_]")
_PERFECT = frozenset({"has", "have"})
_HONORIFICS = frozenset("mr mrs ms miss dr prof professor sir dame lord lady".split())
_PHRASES = (
    ("in order to", "to"), ("as well as", "and"), ("due to", "because of"),
    ("as a result of", "because of"), ("owing to", "because of"),
    ("a number of", "several"), ("take place", "happen"), ("took place", "happened"),
    ("takes place", "happens"),
    ("carried out", "conducted"), ("set up", "established"), ("put off", "postponed"),
    ("called off", "cancelled"),
    ("prior to", "before"), ("in addition", "also"), ("is able to", "can"), ("are able to", "can"),
    ("was able to", "could"),
    ("were able to", "could"), ("per cent", "percent"), ("%", " percent"), ("in spite of", "despite"),
    ("a lot of", "many"),
    ("is going to", "will"), ("are going to", "will"), ("has to", "must"), ("have to", "must"),
    ("at the moment", "now"),
    ("more than", "over"), ("fewer than", "under"), ("less than", "under"),
    ("turned down", "rejected"), ("taken to", "brought to"),
    ("passed away", "died"), ("all of the", "all the"), ("for example", "for instance"),
    ("in the middle of", "amid"),
    ("gave up", "abandoned"), ("put out", "extinguished"), ("gone up", "risen"), ("gone down", "fallen"),
    ("let go", "released"), ("a few", "several"), ("set free", "released"),
    ("brought in", "introduced"), ("found out", "discovered"), ("such as", "like"),
    ("let off", "excused"),
    ("came back", "returned"),
    ("went up", "rose"), ("went down", "fell"), ("shut down", "closed"), ("pointed out", "noted"),
    ("made clear", "said"),
    ("last year's", "last year"), ("took over", "replaced"), ("stepped down", "resigned"),
    ("got rid of", "removed"), ("come into force", "take effect"), ("came into force", "took effect"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a text must not change.

    Attributes:
        words: all tokens outside figures and dates, in order.
        figures, dates, quoted: comparable forms of each.
        names: lower-case tokens of proper names.
        keys: words and figures that occur once, in the order of the text, with the words before and after
            each.
    """

    words: tuple[str, ...]
    figures: Counter[str]
    dates: Counter[str]
    quoted: Counter[str]
    names: frozenset[str]
    keys: dict[str, Context]


def _plain(text: str) -> str:
    for long, short in _PHRASES:
        if long in text or long.capitalize() in text:
            text = re.sub(rf"(?<![^\W_]){re.escape(long)}(?![^\W_])", short, text, flags=re.IGNORECASE)
    return text


def _name_tokens(text: str, known: frozenset[str]) -> frozenset[str]:
    found: set[str] = set()
    for start, end in names_in(text, known):
        found.update(word for word in tokens(text[start:end]) if not is_function_word(word))
    return frozenset(found - _HONORIFICS)


def _cut(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """The text with each span replaced by a placeholder word that stands for its value."""
    pieces, at = [], 0
    for start, end, value in sorted(spans):
        if start >= at:
            pieces += [text[at:start], f" {value} "]
            at = end
    return "".join((*pieces, text[at:]))


def read_facts(text: str, known: frozenset[str]) -> Facts:
    """The facts of a normalised text; ``known`` are words known to be names."""
    plain = _plain(text)
    spans: list[tuple[int, int, str]] = []
    dates: Counter[str] = Counter()
    for date in find_dates(plain):
        value = f"{date.earliest}/{date.latest}/{date.month}/{date.day}/{date.weekday}"
        if not date.resolved and date.weekday is None and date.month is None:
            value = plain[date.start : date.end].lower()
        dates[value] += 1
        spans.append((date.start, date.end, f"date{len(spans)}"))
    figures: Counter[str] = Counter()
    for found in find_figures(plain):
        if all(found.end <= start or found.start >= end for start, end, _ in spans):
            value = f"{found.low:g} {found.high:g} {found.unit} {found.precision}"
            figures[value] += 1
            spans.append((found.start, found.end, "figure" + re.sub(r"\W+", "_", value)))
    open_text = _cut(plain, spans)
    words = tuple(tokens(open_text))
    quoted = Counter(
        " ".join(tokens(text[q.inner_start : q.inner_end])) for q in find_quoted(text) if q.depth == 0
    )
    visible = tuple(word for word in words if not _PLACEHOLDER.match(word))
    return Facts(visible, figures, dates, quoted, _name_tokens(open_text, known), _keys(words))


def _keys(words: Sequence[str]) -> dict[str, Context]:
    """Content words and figures that occur once, in order, each with its neighbours (articles left out)."""
    near = [word for word in words if word not in _ARTICLES]
    content = [word for word in near if not is_function_word(word) or word in _LINKS]
    once = Counter(near)
    place = {word: at for at, word in enumerate(content)}
    found: dict[str, Context] = {}
    for at, word in enumerate(near):
        if once[word] == 1 and word in place and not word.startswith("date"):
            inner = place[word]
            found[word] = (
                near[at - 1] if at else "^",
                near[at + 1] if at + 1 < len(near) else "$",
                content[inner - 1] if inner else "^",
                content[inner + 1] if inner + 1 < len(content) else "$",
            )
    return found


def _pair_off(removed: list[str], added: list[str]) -> tuple[list[str], list[str]] | None:
    """Words left over once harmless swaps are paired; None where a swap changes the meaning."""
    left: list[str] = []
    for word in removed:
        partner = next((other for other in added if same_meaning(word, other)), None)
        if partner is None:
            left.append(word)
            continue
        if critical_classes(word) != critical_classes(partner):
            return None
        added.remove(partner)
    if any(opposed(word, other) for word in left for other in added):
        return None
    return left, added


def _exchanged(old: dict[str, Context], new: dict[str, Context]) -> bool:
    """Whether two words took each other's place: the neighbour of the one is now the neighbour of
    the other."""
    for side in range(4):
        holder = {context[side]: word for word, context in new.items()}
        for word, context in old.items():
            other = holder.get(context[side])
            if other is None or other == word or word not in new or other not in old:
                continue
            theirs = old[other][side]
            if theirs != context[side] and new[word][side] == theirs:
                return True
    return False


def _swapped(old: Facts, new: Facts) -> bool:
    """Whether words changed places within a clause ("A beat B" to "B beat A"), and not clauses only."""
    shared = [word for word in old.keys if word in new.keys]
    if len(shared) < 2 or shared == [word for word in new.keys if word in old.keys]:
        return False
    return _exchanged(old.keys, new.keys)


def _words_changed(old: Facts, new: Facts) -> bool:
    removed = list((Counter(old.words) - Counter(new.words)).elements())
    added = list((Counter(new.words) - Counter(old.words)).elements())
    left = _pair_off(removed, added)
    if left is None:
        return True
    gone, come = left
    voice = bool({"by"} & {*gone, *come}) and bool(_BE & {*gone, *come})
    if not voice and ((_NOW & {*gone} and _THEN & {*come}) or (_THEN & {*gone} and _NOW & {*come})):
        return True
    if {*gone, *come} & _PERFECT and {*old.words} & {"for", "since"}:
        return True
    for word in (*gone, *come):
        if critical_classes(word) or not (is_function_word(word) or word in _HONORIFICS):
            return True
    return bool(_CUES & {*old.words}) != bool(_CUES & {*new.words}) or (not voice and _swapped(old, new))


def _known_names(one: str, other: str) -> frozenset[str]:
    return frozenset(text[a:b] for text in (one, other) for a, b in names_in(text))


def judge_edit(old: str, new: str) -> Verdict:
    """Whether ``new`` says the same as ``old``: the same text, reworded without harm, or changed.

    Either may be several sentences (a split, a merge).
    """
    one, other = normalised(old), normalised(new)
    if one == other:
        return "same"
    known = _known_names(one, other)
    before, after = read_facts(one, known), read_facts(other, known)
    if (before.figures, before.dates, before.quoted) != (after.figures, after.dates, after.quoted):
        return "changed"
    if not before.names <= {*after.words} or not after.names <= {*before.words}:
        return "changed"
    return "changed" if _words_changed(before, after) or scope_changed(one, other) else "reworded"


def judge_part(part: str, old: str, new: str) -> Verdict:
    """Whether one of several merged sentences kept its meaning although ``old``, all of them, changed in
    ``new``.

    It did where all its facts and words are still there and nothing critical (a negation, a hedge) came in.
    """
    whole, other = normalised(old), normalised(new)
    known = _known_names(whole, other)
    mine, before, after = (read_facts(text, known) for text in (normalised(part), whole, other))
    if mine.figures - after.figures or mine.dates - after.dates or mine.quoted - after.quoted:
        return "changed"
    came = list((Counter(after.words) - Counter(before.words)).elements())
    gone = list((Counter(mine.words) - Counter(after.words)).elements())
    left = _pair_off(gone, came)
    if left is None or not mine.names <= {*after.words}:
        return "changed"
    lost = any(critical_classes(word) or not is_function_word(word) for word in left[0])
    return "changed" if lost or any(critical_classes(word) for word in left[1]) else "reworded"
