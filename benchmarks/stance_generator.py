"""Makes stance pairs with known answers by editing facts of news sentences; seeded, so a run repeats exactly.

Every pair has a passage (a sentence of a news text with its neighbours) and a claim made from the sentence
by one edit. An edit that changes a fact contradicts; one that only rewrites supports; one that adds what the
passage does not say, or takes certainty away from the passage, leaves it open.

    python benchmarks/stance_generator.py --count 20 > pairs.jsonl
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimcheck.documents.sentences import split_sentences

Edit = Callable[[str, random.Random, "Stock"], "tuple[str, str] | None"]
"""From a sentence to ``(claim, passage sentence)``, or None where the edit does not apply."""

COUNTRIES = "France Germany Italy Spain Poland Norway Japan China India Brazil Canada Mexico".split()
COUNTRIES += (
    "Egypt Kenya Nigeria Iran Iraq Turkey Greece Australia Argentina Pakistan Indonesia Sweden".split()
)
DEMONYMS = "French German Italian Spanish Polish Norwegian Japanese Chinese Indian Brazilian Canadian".split()
DEMONYMS += "Mexican Egyptian Kenyan Nigerian Iranian Iraqi Turkish Greek Australian".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
OPPOSITES = {
    "approved": "rejected",
    "rejected": "approved",
    "rose": "fell",
    "fell": "rose",
    "increased": "decreased",
    "decreased": "increased",
    "won": "lost",
    "lost": "won",
    "began": "ended",
    "ended": "began",
    "opened": "closed",
    "closed": "opened",
    "arrived": "left",
    "accepted": "refused",
    "allowed": "banned",
    "banned": "allowed",
    "supported": "opposed",
    "opposed": "supported",
    "confirmed": "denied",
    "denied": "confirmed",
    "convicted": "acquitted",
    "acquitted": "convicted",
    "largest": "smallest",
    "highest": "lowest",
    "more": "fewer",
    "northern": "southern",
    "southern": "northern",
    "eastern": "western",
    "western": "eastern",
    "before": "after",
    "after": "before",
    "first": "last",
    "all": "none of",
    "praised": "criticised",
    "criticised": "praised",
    "criticized": "praised",
    "strengthened": "weakened",
    "safe": "dangerous",
}
SYNONYMS = {
    "approved": "passed",
    "rose": "climbed",
    "fell": "dropped",
    "increased": "rose",
    "began": "started",
    "started": "began",
    "injured": "hurt",
    "purchased": "bought",
    "announced": "said",
    "largest": "biggest",
    "approximately": "about",
    "almost": "nearly",
    "attempted": "tried",
    "arrested": "detained",
    "ended": "finished",
    "supported": "backed",
    "died": "lost their lives",
    "children": "kids",
    "film": "movie",
    "constructed": "built",
    "assisted": "helped",
    "prohibited": "banned",
    "stated": "said",
    "demanded": "called for",
}
SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()
AUXILIARY = re.compile(r"\b(was|were|is|are|has|have|had|will|would|could|can)\b(?! not\b)(?!n't)")
NUMBER = re.compile(r"(?<![\w.,:/-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w:/-]|[.,]\d)")
YEAR = re.compile(r"\b(1[89]\d\d|20[0-3]\d)\b")
NAME = re.compile(r"(?<!^)(?<![.\"“] )\b([A-Z][a-z]+) ([A-Z][a-z]+)\b")


@dataclass(frozen=True)
class Stock:
    """What edits draw on: names of other texts."""

    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Generated:
    """One generated pair."""

    edit: str
    stance: str
    claim: str
    passage: str


def _replace(text: str, match: re.Match[str], new: str, group: int = 1) -> str:
    return text[: match.start(group)] + new + text[match.end(group) :]


def _pick(pattern: re.Pattern[str], text: str, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None


def change_figure(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    found = [m for m in NUMBER.finditer(text) if not YEAR.fullmatch(m.group(1)) and not _in_a_date(text, m)]
    if not found:
        return None
    match = rng.choice(found)
    old = match.group(1)
    plain = float(old.replace(",", ""))
    new = (
        plain * rng.choice((2, 3, 10))
        if rng.random() < 0.5
        else plain + rng.choice((2, 3, 5, 7)) * max(1, plain // 20)
    )
    shown = f"{new:,.0f}" if "." not in old else f"{new:.{len(old.split('.')[1])}f}"
    return _replace(text, match, shown if "," in old or new < 1000 else shown.replace(",", "")), text


def _in_a_date(text: str, match: re.Match[str]) -> bool:
    around = text[max(0, match.start() - 12) : match.end() + 12]
    return any(month in around for month in (*MONTHS, "May"))


def change_word_number(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    match = _pick(
        re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|twelve)\b(?= [a-z]+s\b)"), text, rng
    )
    if match is None:
        return None
    return _replace(text, match, rng.choice([w for w in SMALL[2:] if w != match.group(1)])), text


def change_year(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    match = _pick(YEAR, text, rng)
    return (
        None
        if match is None
        else (_replace(text, match, str(int(match.group(1)) - rng.choice((1, 2, 5, 9)))), text)
    )


def _change_listed(words: list[str]) -> Edit:
    pattern = re.compile(r"\b(" + "|".join(words) + r")\b")

    def edit(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
        found = list(pattern.finditer(text))
        if len(found) != 1:
            return None
        return _replace(text, found[0], rng.choice([w for w in words if w not in text])), text

    return edit


def change_name(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    match = _pick(NAME, text, rng)
    known = {word for pair in stock.names for word in pair}
    if match is None or not {match.group(1), match.group(2)} & known:
        return None
    other = rng.choice(stock.names)
    if set(other) & {match.group(1), match.group(2)} or any(w in text for w in other):
        return None
    return text[: match.start()] + " ".join(other) + text[match.end() :], text


def negate(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    match = AUXILIARY.search(text)
    if (
        match is None
        or re.search(r"\b(not|no|never|n't|if|whether|only|both)\b|[\"“?]", text)
        or match.start() > 90
    ):
        return None
    return text[: match.end()] + " not" + text[match.end() :], text


def restore(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    """The dropped "not": the passage says it, the claim does not."""
    made = negate(text, rng, stock)
    return None if made is None else (text, made[0])


def oppose(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    found = [m for m in re.finditer(r"\b([a-z]+)\b", text) if m.group(1) in OPPOSITES]
    found = [m for m in found if OPPOSITES[m.group(1)] not in text]
    if not found:
        return None
    match = rng.choice(found)
    return _replace(text, match, OPPOSITES[match.group(1)]), text


def keep(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    return text, text


def rephrase(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    found = [m for m in re.finditer(r"\b([a-z]+)\b", text) if m.group(1) in SYNONYMS]
    if not found:
        return None
    match = rng.choice(found)
    return _replace(text, match, SYNONYMS[match.group(1)]), text


def rewrite_figure(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    for match in re.finditer(
        r"\b(\d),?(\d)00,000\b|\b(\d+) million\b"
        r"|\b(two|three|four|five|six|seven|eight|nine)\b(?= [a-z]+s\b)",
        text,
    ):
        if match.group(4):
            return text[: match.start()] + str(SMALL.index(match.group(4))) + text[match.end() :], text
        if match.group(3):
            return text[: match.start()] + f"{int(match.group(3)):,},000,000" + text[match.end() :], text
        return text[: match.start()] + f"{match.group(1)}.{match.group(2)} million" + text[
            match.end() :
        ], text
    return None


def shorten(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    """The claim leaves out what follows the last comma or the last dated phrase."""
    match = re.search(
        r"(, (?:which|who|a|an|the|after|before|while)\b[^,.]*|,? (?:on|in) (?:"
        + "|".join((*DAYS, *MONTHS))
        + r")\b[^,.]*)\.$",
        text,
    )
    if match is None or match.start() < 45:
        return None
    return text[: match.start()] + ".", text


def hedge(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    match = re.search(r"\b(will|would)\b", text)
    if match is None or re.search(r"[\"“?]|\b(not|if|may|might)\b", text):
        return None
    return text, text[: match.start()] + rng.choice(("may", "might")) + text[match.end() :]


def report(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    if (
        re.search(r"\b(said|says|told|according|announced|claimed|stated|reported)\b|[\"“?]", text)
        or len(text) > 200
    ):
        return None
    first = text.split(" ")[0]
    low = (
        text
        if first not in ("The", "A", "An", "In", "On", "At", "It", "He", "She", "They")
        else text[0].lower() + text[1:]
    )
    name = " ".join(rng.choice(stock.names))
    verb = rng.choice(("claimed", "alleged", "insisted", "denied"))
    return text, f"{name} {verb} that {low}"


def extend(text: str, rng: random.Random, stock: Stock) -> tuple[str, str] | None:
    """The claim adds a circumstance that the passage does not mention."""
    more = rng.choice(
        (
            "because of a dispute over pay",
            "despite warnings from engineers",
            "in front of 300 guests",
            "after a request from the opposition",
            "for the third time since 1998",
            "at the insistence of the archbishop",
        )
    )
    return (text[:-1] + f" {more}.", text) if text.endswith(".") else None


EDITS: dict[str, tuple[str, Edit]] = {
    "figure": ("contradicts", change_figure),
    "number word": ("contradicts", change_word_number),
    "year": ("contradicts", change_year),
    "weekday": ("contradicts", _change_listed(DAYS)),
    "month": ("contradicts", _change_listed(MONTHS)),
    "country": ("contradicts", _change_listed(COUNTRIES)),
    "demonym": ("contradicts", _change_listed(DEMONYMS)),
    "name": ("contradicts", change_name),
    "negated": ("contradicts", negate),
    "dropped not": ("contradicts", restore),
    "opposite": ("contradicts", oppose),
    "unchanged": ("supports", keep),
    "synonym": ("supports", rephrase),
    "figure rewritten": ("supports", rewrite_figure),
    "shortened": ("supports", shorten),
    "hedged": ("neutral", hedge),
    "reported": ("neutral", report),
    "extended": ("neutral", extend),
}


def generate(texts: list[str], per_edit: int, seed: int) -> Iterator[Generated]:
    """Up to ``per_edit`` pairs of every edit from the given texts."""
    rng = random.Random(seed)
    stock = Stock(
        tuple(
            sorted(
                {
                    m.groups()
                    for t in texts
                    for m in re.finditer(
                        r"(?:President|Minister|Mr|Mrs|Senator|spokesman|spokeswoman|Governor|Mayor|Judge) "
                        r"([A-Z][a-z]+) ([A-Z][a-z]+)\b",
                        t,
                    )
                }
            )
        )
    )
    sentences = list(_sentences(texts))
    for name, (stance, edit) in EDITS.items():
        made = 0
        for number in rng.sample(range(len(sentences)), len(sentences)):
            before, sentence, after = sentences[number]
            result = edit(sentence, rng, stock)
            if result is None or (result[0] == result[1] and name != "unchanged"):
                continue
            passage = " ".join(part for part in (before, result[1], after) if part)
            yield Generated(name, stance, result[0], passage)
            made += 1
            if made >= per_edit:
                break


def _sentences(texts: list[str]) -> Iterator[tuple[str, str, str]]:
    """Sentences of prose with, half of the time, a neighbour on either side."""
    for text in texts:
        for paragraph in text.split("\n"):
            found = [paragraph[s:e] for s, e in split_sentences(paragraph)]
            for number, sentence in enumerate(found):
                if (
                    50 <= len(sentence) <= 260
                    and sentence.endswith(".")
                    and '"' not in sentence
                    and sentence[0].isupper()
                ):
                    before = found[number - 1] if number and number % 2 else ""
                    after = found[number + 1] if number + 1 < len(found) and number % 3 == 1 else ""
                    yield before, sentence, after


def news_texts(half: str) -> list[str]:
    """The CC BY news texts: every second one for tuning, the others for the figure."""
    path = Path(os.environ["CLAIMCHECK_DATA"]) / "news" / "wikinews-dev.jsonl"
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [row["text"] for number, row in enumerate(rows) if (number % 2 == 0) == (half == "tuning")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="pairs of every edit")
    parser.add_argument("--half", choices=("tuning", "final"), default="tuning")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    for pair in generate(news_texts(args.half), args.count, args.seed):
        print(json.dumps(pair.__dict__, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
