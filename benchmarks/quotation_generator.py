"""Makes quotations with one known change, or a harmless one, from any prose; for measuring the checker.

Every case is a copy of a passage with exactly one change of a named kind. Where the change must be in the
source (a scanning slip, a line break, a condition in front), the source is changed and the offsets with it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_BODY = r"[A-Z][^.!?\n\"“”\[\](){}:]{45,260}[.](?=\s|$)"
_SENTENCE = re.compile(rf"(?<=[.!?\n] ){_BODY}|(?<=\n){_BODY}")
_SHORT_FORM = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|St|Lt|Col|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[A-Z])\.$"
)
"""A stop behind these ends no sentence."""
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*\d|\d")
_NUMBER = re.compile(r"(?<![\w.,:$-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w:,]|\.\d)")
_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,}(?=[ ,.])")
_MONTHS = "January February March April June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTH, _DAY = f"(?:{'|'.join(_MONTHS)})", f"(?:{'|'.join(_DAYS)})"
_MOST = 3
"""Cases made of one sentence at most."""
_OPERATORS = re.compile(
    r"\b(?:not|no|never|none|nor|if|unless|except|only|some|may|might|could|would|but|allegedly|reportedly|claim|"
    r"claims|claimed|said|says|say|told|deny|denied|refuse|refused|fail|failed|hope|without|whether|believe|believed|"
    r"according|critics|doubt|possible|possibly|perhaps|hardly|few|many|most|all|every|question|wrong|false|asked|"
    r"reported|suggested|announced|argued|stated|added|warned|called|accused|alleged|think|thought|unlikely|apart|"
    r"rather|instead|n't|cannot|provided|suspected|likely|probably|apparently|rejected|dismissed|opposed|prevent|"
    r"prevented|avoid|avoided|before|until|barely|rarely|neither|which|who|that|because|since|while|although)\b|n't",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(was|is|are|were|will|would|can|could|has|have|had|should)\b(?! not\b)")
_NEGATED = re.compile(
    r"\b(was|is|are|were|will|would|did|does|do|could|has|have|had|should) not\b|\bcannot\b|\bnever\b"
)
_QUANTIFIERS = {
    "all": "some",
    "some": "all",
    "many": "few",
    "most": "all",
    "several": "most",
    "both": "neither of",
    "every": "nearly every",
    "more": "less",
}
_MODALS = {
    "will": "may",
    "may": "will",
    "could": "will",
    "would": "might",
    "must": "may",
    "can": "must",
    "should": "will",
    "might": "must",
}
_SPELLING = {
    "color": "colour",
    "colour": "color",
    "center": "centre",
    "centre": "center",
    "labor": "labour",
    "labour": "labor",
    "organized": "organised",
    "organised": "organized",
    "organization": "organisation",
    "organisation": "organization",
    "program": "programme",
    "defense": "defence",
    "defence": "defense",
    "harbor": "harbour",
    "neighbor": "neighbour",
    "percent": "per cent",
    "traveled": "travelled",
    "canceled": "cancelled",
    "cancelled": "canceled",
    "recognized": "recognised",
    "favor": "favour",
    "honor": "honour",
    "theater": "theatre",
    "analyze": "analyse",
    "toward": "towards",
    "towards": "toward",
    "criticized": "criticised",
    "licence": "license",
    "realized": "realised",
}
_FRAMES = (
    "I cannot promise that {}",
    "It is not true that {}",
    "Critics claim that {}",
    "Some say {}",
    "I deny that {}",
    "It would be wrong to say that {}",
    "If the vote goes our way, {}",
    "Nobody has shown that {}",
    "I doubt that {}",
    "There is no evidence that {}",
    "Perhaps {}",
    "They want you to believe that {}",
    "It is a common mistake to think that {}",
    "The other side will tell you that {}",
    "Legend has it that {}",
    "It remains to be shown that {}",
    "I was brought up to believe that {}",
    "My sister dreamed that {}",
    "Until last year I would have sworn that {}",
    "In my grandfather's stories {}",
    "The theory is that {}",
    "Anybody who thinks that {}",
)
_TAILS = (
    ", but only if the vote goes our way.",
    " unless the court steps in.",
    ", or so they say.",
    ", some people claim.",
    " if the money is found.",
    ", in the opinion of nobody but the author.",
    ", at least on paper.",
    ", or so the brochure has it.",
    " on the understanding that nobody checks.",
    ", supposedly.",
    ", as far as anybody can tell.",
    ", in theory.",
    ", to hear the neighbours tell it.",
    ". That is the legend, at any rate.",
    ". Or so we were told.",
    ". I was joking.",
    ". This was a lie.",
)


@dataclass(frozen=True, slots=True)
class Case:
    """One quotation with its right verdicts and where its passage lies in ``source`` (code points)."""

    kind: str
    matches: frozenset[str]
    source: str
    quote: str
    start: int
    end: int
    segments: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a text, to make a case from."""

    text: str
    start: int
    end: int
    others: Sequence[str]

    @property
    def words(self) -> str:
        """The sentence."""
        return self.text[self.start : self.end]

    def case(self, kind: str, matches: str, quote: str, **more: object) -> Case:
        """A case whose source is the untouched text."""
        return Case(kind, frozenset(matches.split()), self.text, quote, self.start, self.end, **more)  # type: ignore[arg-type]


Maker = Callable[[Passage, random.Random], Case | None]


def passages(texts: Sequence[str], rng: random.Random) -> Iterator[Passage]:
    """Sentences of plain prose from all texts, shuffled; each knows the other texts."""
    found = [
        (number, match.start(), match.end())
        for number, text in enumerate(texts)
        for match in _SENTENCE.finditer(text)
        if len(match[0].split()) >= 9 and text.count(match[0]) == 1 and _whole(text, match)
    ]
    rng.shuffle(found)
    for number, start, end in found:
        other = texts[(number + 1 + rng.randrange(len(texts) - 1)) % len(texts)]
        yield Passage(texts[number], start, end, (other,))


def _whole(text: str, match: re.Match[str]) -> bool:
    """Whether a match is a whole sentence, not one cut at "Mr." or "Sept."."""
    before = text[max(0, match.start() - 6) : match.start()].rstrip()
    return not _SHORT_FORM.search(match[0]) and not _SHORT_FORM.search(before)


def _replace(passage: Passage, match: re.Match[str] | None, by: str, kind: str) -> Case | None:
    if match is None or match[0].casefold() == by.casefold():
        return None
    words = passage.words
    return passage.case(kind, "altered", words[: match.start()] + by + words[match.end() :])


def _pick(pattern: re.Pattern[str], passage: Passage, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(passage.words))
    return rng.choice(found) if found else None


def number(passage: Passage, rng: random.Random) -> Case | None:
    """One digit changed."""
    match = _pick(_NUMBER, passage, rng)
    if match is None:
        return None
    digits = [i for i, character in enumerate(match[0]) if character.isdigit()]
    at = rng.choice(digits)
    new = rng.choice([d for d in "123456789" if d != match[0][at]])
    return _replace(passage, match, match[0][:at] + new + match[0][at + 1 :], "number")


def date(passage: Passage, rng: random.Random) -> Case | None:
    """Another month or weekday."""
    match = _pick(re.compile(rf"\b(?:{'|'.join(_MONTHS + _DAYS)})\b"), passage, rng)
    pool = _MONTHS if match and match[0] in _MONTHS else _DAYS
    return _replace(passage, match, rng.choice(pool), "date")


def name(passage: Passage, rng: random.Random) -> Case | None:
    """A name swapped for another of the same text."""
    match = _pick(_NAME, passage, rng)
    pool = [n for n in dict.fromkeys(_NAME.findall(passage.text)) if n not in passage.words]
    return _replace(passage, match, rng.choice(pool), "name") if pool else None


def negation_dropped(passage: Passage, rng: random.Random) -> Case | None:
    """A "not" or "never" left out."""
    match = _pick(_NEGATED, passage, rng)
    if match is None:
        return None
    kept = "can" if match[0] == "cannot" else (match[1] or "")
    words = passage.words
    return passage.case(
        "negation dropped",
        "altered",
        f"{words[: match.start()]}{kept}{words[match.end() :]}".replace("  ", " "),
    )


def negation_added(passage: Passage, rng: random.Random) -> Case | None:
    """A "not" put in."""
    match = _pick(_AUXILIARY, passage, rng)
    return _replace(passage, match, f"{match[0]} not", "negation added") if match else None


def modality(passage: Passage, rng: random.Random) -> Case | None:
    """May for will and the like."""
    match = _pick(re.compile(rf"\b(?:{'|'.join(_MODALS)})\b(?!['’])"), passage, rng)
    return _replace(passage, match, _MODALS[match[0]], "modality") if match else None


def quantifier(passage: Passage, rng: random.Random) -> Case | None:
    """All for some and the like."""
    match = _pick(re.compile(rf"\b(?:{'|'.join(_QUANTIFIERS)})\b"), passage, rng)
    return _replace(passage, match, _QUANTIFIERS[match[0]], "quantifier") if match else None


def word(passage: Passage, rng: random.Random) -> Case | None:
    """One longer word replaced by another of the text."""
    match = _pick(re.compile(r"(?<=[a-z] )[a-z]{6,}\b"), passage, rng)
    pool = [w for w in dict.fromkeys(re.findall(r"\b[a-z]{6,}\b", passage.text)) if w not in passage.words]
    return _replace(passage, match, rng.choice(pool), "word") if pool else None


def omission(passage: Passage, rng: random.Random) -> Case | None:
    """One to four inner words left out without a mark."""
    words = passage.words.split(" ")
    count = rng.randint(1, 4)
    at = rng.randint(2, max(2, len(words) - count - 2))
    left = words[:at] + words[at + count :]
    gone = words[at : at + count]
    repeated = gone == words[at - count : at] or gone == words[at + count : at + 2 * count]
    if len(left) < 5 or repeated or not any(re.search(r"\w", w) for w in gone):
        return None
    return passage.case("omission", "altered", " ".join(left))


def insertion(passage: Passage, rng: random.Random) -> Case | None:
    """One word put in."""
    words = passage.words.split(" ")
    pool = re.findall(r"\b[a-z]{5,}\b", passage.text)
    at = rng.randint(2, len(words) - 2)
    extra = rng.choice(pool) if pool else "certainly"
    if extra in words[max(0, at - 1) : at + 1]:
        return None
    return passage.case("insertion", "altered", " ".join([*words[:at], extra, *words[at:]]))


def order(passage: Passage, rng: random.Random) -> Case | None:
    """Two stretches changed about."""
    words = passage.words.rstrip(".").split(" ")
    middle = rng.randint(4, max(4, len(words) - 4))
    swapped = [*words[middle:], *words[:middle]]
    return passage.case("order", "altered", " ".join(swapped)) if len(words) > 8 else None


def neighbours(passage: Passage, rng: random.Random) -> Case | None:
    """Two neighbouring words changed about."""
    words = passage.words.split(" ")
    at = rng.randint(2, len(words) - 4)
    one, other = words[at], words[at + 1]
    if not (one.isalpha() and other.isalpha()) or one.casefold() == other.casefold():
        return None
    words[at], words[at + 1] = other, one
    return passage.case("neighbours", "altered", " ".join(words))


def splice(passage: Passage, rng: random.Random) -> Case | None:
    """The sentence joined to one from another part of the text, nothing marked."""
    others = [m for m in _SENTENCE.finditer(passage.text) if abs(m.start() - passage.start) > 400]
    if not others:
        return None
    other = rng.choice(others)
    quote = f"{passage.words} {other[0]}"
    start, end = min(passage.start, other.start()), max(passage.end, other.end())
    return Case("splice", frozenset(["altered"]), passage.text, quote, start, end)


def invention(passage: Passage, rng: random.Random) -> Case | None:
    """A sentence of another article."""
    found = [m[0] for m in _SENTENCE.finditer(passage.others[0]) if m[0] not in passage.text]
    return Case("invention", frozenset(["absent"]), passage.text, rng.choice(found), 0, 0) if found else None


def _in_source(passage: Passage, words: str, before: str, after: str) -> tuple[str, int]:
    text = passage.text[: passage.start] + before + words + after + passage.text[passage.end :]
    return text, passage.start + len(before)


def truncation(passage: Passage, rng: random.Random) -> Case | None:
    """Words before or after the sentence in the source turn it; the quotation leaves them out."""
    words = passage.words.rstrip(".")
    if rng.random() < 0.6:
        frame = rng.choice(_FRAMES)
        before = frame.partition("{}")[0]
        text, start = _in_source(passage, words, before, ".")
        match = "truncated"
    else:
        text, start = _in_source(passage, words, "", rng.choice(_TAILS))
        match = "truncated"
    return Case("truncation", frozenset([match]), text, words, start, start + len(words))


def _pieces(passage: Passage, pattern: re.Pattern[str]) -> re.Match[str] | None:
    found = pattern.search(passage.words)
    return None if found is None or _OPERATORS.search(found[0]) else found


def added_clause(passage: Passage, rng: random.Random) -> Case | None:
    """A clause that adds ("…, and she …") left off the end."""
    match = _pieces(passage, re.compile(r"(?<=\w), and (?:he|she|it|they|the|a|his|her|their) .*$"))
    kept = passage.words[: match.start()] if match else ""
    return _shorter(passage, "added clause off", kept, 0)


def dated(passage: Passage, rng: random.Random) -> Case | None:
    """A date left off the end of what is past and affirmed."""
    when = rf"(?:on {_DAY}|in {_MONTH}|in \d{{4}}|last (?:week|month|year)|yesterday)"
    match = _pieces(passage, re.compile(rf",? {when}[.]$"))
    kept = passage.words[: match.start()] if match else ""
    plain = re.search(r"\w(?:ed|was|were)\b", kept) and not _OPERATORS.search(kept)
    return _shorter(passage, "date off", kept if plain else "", 0)


def opening(passage: Passage, rng: random.Random) -> Case | None:
    """A date or a link word left off the start."""
    when = rf"(?:On {_DAY}|In {_MONTH}|In \d{{4}}|Yesterday|Today|However|Meanwhile), "
    match = re.match(when, passage.words)
    skipped = match.end() if match else len(passage.words)
    return _shorter(passage, "opening off", passage.words[skipped:-1], skipped)


def _shorter(passage: Passage, kind: str, kept: str, skipped: int) -> Case | None:
    if len(kept.split()) < 6:
        return None
    start = passage.start + skipped
    return Case(kind, frozenset(["verbatim"]), passage.text, kept, start, start + len(kept))


def hidden_negation(passage: Passage, rng: random.Random) -> Case | None:
    """A "not" that an ellipsis swallows."""
    match = _pick(re.compile(r"\b(?:is|was|are|were|will|has|have) not\b"), passage, rng)
    if match is None:
        return None
    words = passage.words
    return passage.case(
        "ellipsis over not", "truncated altered", words[: match.end() - 3] + "…" + words[match.end() :]
    )


def slice_(passage: Passage, rng: random.Random) -> Case | None:
    """The sentence as it stands."""
    return passage.case("verbatim", "verbatim", passage.words)


def marks(passage: Passage, rng: random.Random) -> Case | None:
    """Quotation marks, first letter, final comma."""
    words = passage.words
    return passage.case(
        "marks",
        "verbatim",
        f"“{words[0].swapcase()}{words[1:-1]},”" if words[1].islower() else f"“{words[:-1]},”",
    )


def line_break(passage: Passage, rng: random.Random) -> Case | None:
    """The source breaks a word and lines."""
    words = passage.words
    long = list(re.finditer(r"\b[a-z]{8,}\b", words))
    if not long:
        return None
    match = rng.choice(long)
    at = match.start() + 4
    broken = (words[:at] + "-\n" + words[at:]).replace(" ", "\n", 1)
    text, start = _in_source(passage, broken, "", "")
    return Case("line break", frozenset(["verbatim"]), text, words, start, start + len(broken))


def ellipsis(passage: Passage, rng: random.Random) -> Case | None:
    """A few inner words without any operator replaced by an ellipsis."""
    words = passage.words.split(" ")
    count = rng.randint(1, 5)
    at = rng.randint(3, max(3, len(words) - count - 3))
    gone = " ".join(words[at : at + count])
    if at + count >= len(words) - 1 or _OPERATORS.search(" ".join(words)):
        return None
    quote = " ".join([*words[:at], rng.choice(["…", "...", "[...]"]), *words[at + count :]])
    return passage.case("ellipsis", "edited", quote) if gone else None


def bracketed_letter(passage: Passage, rng: random.Random) -> Case | None:
    """The first letter's case changed in brackets."""
    words = passage.words
    return (
        passage.case("bracketed letter", "edited verbatim", f"[{words[0].swapcase()}]{words[1:]}")
        if words[1:2].islower()
        else None
    )


def split(passage: Passage, rng: random.Random) -> Case | None:
    """An attribution in the middle."""
    words = passage.words.rstrip(".").split(" ")
    at = rng.randint(3, len(words) - 3)
    one, two = " ".join(words[:at]).rstrip(","), " ".join(words[at:])
    return passage.case("split", "edited", f"{one},” she said, “{two}", segments=(one, two))


def spelling(passage: Passage, rng: random.Random) -> Case | None:
    """British for American, or the other way round."""
    match = _pick(re.compile(rf"\b(?:{'|'.join(_SPELLING)})\b"), passage, rng)
    case = _replace(passage, match, _SPELLING[match[0]], "spelling") if match else None
    return passage.case("spelling", "edited verbatim", case.quote) if case else None


def accents(passage: Passage, rng: random.Random) -> Case | None:
    """Accents in the source, none in print."""
    match = _pick(re.compile(r"\b[a-z]{3,}e[a-z]{2,}\b"), passage, rng)
    if match is None:
        return None
    at = match.start() + match[0].index("e", 3)
    words = passage.words
    marked = words[:at] + "é" + words[at + 1 :]
    text, start = _in_source(passage, marked, "", "")
    return Case("accents", frozenset(["edited"]), text, words, start, start + len(marked))


def scan(passage: Passage, rng: random.Random) -> Case | None:
    """A scanning slip in the source."""
    found = [
        (m, a, b)
        for a, b in (("m", "rn"), ("l", "1"), ("o", "0"), ("rn", "m"))
        for m in re.finditer(r"\b[a-z]{6,}\b", passage.words)
        if a in m[0][1:]
    ]
    if not found:
        return None
    match, right, wrong = rng.choice(found)
    at = match.start() + match[0].index(right, 1)
    words = passage.words
    slipped = words[:at] + wrong + words[at + len(right) :]
    text, start = _in_source(passage, slipped, "", "")
    return Case("scan", frozenset(["edited"]), text, words, start, start + len(slipped))


def contraction(passage: Passage, rng: random.Random) -> Case | None:
    """A contraction in print."""
    match = _pick(
        re.compile(r"\b(?:is|was|are|were|did|does|has|have|would|could|should) not\b"), passage, rng
    )
    if match is None:
        return None
    words = passage.words
    return passage.case("contraction", "edited", words[: match.end() - 4] + "n't" + words[match.end() :])


def footnote(passage: Passage, rng: random.Random) -> Case | None:
    """Footnote marks in the source."""
    words = passage.words.split(" ")
    at = rng.randint(2, len(words) - 2)
    if not words[at][-1:].isalnum():
        return None
    noted = " ".join([*words[:at], words[at] + f"[{rng.randint(1, 40)}]", *words[at + 1 :]])
    text, start = _in_source(passage, noted, "", "")
    return Case("footnote", frozenset(["verbatim", "edited"]), text, passage.words, start, start + len(noted))


BAD: tuple[Maker, ...] = (
    number,
    date,
    name,
    negation_dropped,
    negation_added,
    modality,
    quantifier,
    word,
    omission,
    insertion,
    order,
    neighbours,
    splice,
    invention,
    truncation,
    hidden_negation,
)
GOOD: tuple[Maker, ...] = (
    slice_,
    marks,
    line_break,
    ellipsis,
    bracketed_letter,
    split,
    spelling,
    accents,
    scan,
    contraction,
    footnote,
    added_clause,
    dated,
    opening,
)


def generate(texts: Sequence[str], count: int, seed: int = 20261122) -> list[Case]:
    """``count`` cases, spread over all kinds as evenly as the texts allow; always the same."""
    rng = random.Random(seed)
    makers = [*BAD, *GOOD]
    wanted = {maker: count // len(makers) + 1 for maker in makers}
    cases: list[Case] = []
    for round_ in range(6):
        for passage in passages(texts, random.Random(seed + round_)):
            made = 0
            for maker in sorted(makers, key=lambda m: -wanted[m]):
                case = maker(passage, rng) if wanted[maker] > 0 and made < _MOST else None
                if case is not None:
                    cases.append(case)
                    wanted[maker] -= 1
                    made += 1
            if len(cases) >= count:
                return cases[:count]
        rest = [maker for maker in makers if maker in (word, slice_, omission, name, truncation, marks)]
        wanted |= {maker: wanted[maker] + max(0, count - len(cases)) // len(rest) + 1 for maker in rest}
    return cases
