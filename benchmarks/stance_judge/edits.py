"""Pairs made by editing one fact of a real sentence, of CC BY news or of the encyclopedia texts trained on.

The edits, word lists and texts are others than those of ``benchmarks/stance_generator.py``, which measures.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from deeds import Made
from world import CITIES, DAYS, MONTHS, SMALL, person, town

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_NAME = re.compile(r"(?<=[a-z,;)] )((?:[A-Z][\w'’-]+ ){0,2}[A-Z][a-z][\w'’-]+)")
_NUMBER = re.compile(r"(?<![\w.,:/$£€-])([$£€]?)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w:/-]|[.,]\d)")
_WORD_NUMBER = re.compile(r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20[0-4]\d)\b")
_AUXILIARY = re.compile(
    r"\b(was|were|is|are|has|have|had|will|would|could|can|should|does|did)\b(?! not\b| never\b)"
)
_DENIAL = re.compile(
    r"\b(was|were|is|are|has|have|had|will|would|could|can|should|does|did)(?: not|n't|n’t) "
)
_COUNTRY_WORDS = (
    sorted(CITIES)
    + (
        "Russia China Israel Egypt Ukraine Pakistan Afghanistan Syria Denmark Belgium Austria Ireland "
        "Scotland England Wales "
        "Cuba Peru Colombia Indonesia Thailand Philippines Malaysia Finland Hungary Romania Serbia "
        "Libya Sudan Ethiopia"
    ).split()
)
_NATIONS = (
    "American British French German Italian Spanish Russian Chinese Japanese Indian Canadian "
    "Australian Brazilian Mexican "
    "Irish Scottish Dutch Swedish Norwegian Danish Polish Turkish Egyptian Israeli Iranian Iraqi "
    "Korean Pakistani Cuban"
).split()
_JOBS = (
    "actor singer director writer politician footballer lawyer engineer journalist painter producer "
    "composer senator "
    "president minister captain coach scientist drummer guitarist novelist poet"
).split()
_TURNS = (
    "increase/decrease increases/decreases increasing/decreasing grew/shrank higher/lower "
    "larger/smaller older/younger "
    "better/worse longer/shorter earlier/later above/below inside/outside north/south east/west "
    "male/female father/mother "
    "son/daughter brother/sister husband/wife success/failure successful/unsuccessful win/lose "
    "winning/losing legal/illegal "
    "guilty/innocent public/private foreign/domestic major/minor maximum/minimum best/worst most/least "
    "majority/minority "
    "always/never everyone/nobody many/few young/old alive/dead accept/reject accepts/rejects "
    "agree/disagree agreed/disagreed "
    "include/exclude including/excluding joined/left entered/left gained/lost hired/fired "
    "raised/lowered lengthened/shortened "
    "released/withheld supports/opposes for/against possible/impossible true/false early/late "
    "positive/negative rich/poor "
    "temporary/permanent voluntary/compulsory cheap/expensive urban/rural won/lost"
).split()
TURNS = {a: b for pair in _TURNS for a, b in (pair.split("/"), pair.split("/")[::-1])}
_SAMES = (
    "started/began film/movie big/large large/big near/close_to about/roughly roughly/around "
    "nearly/almost buy/purchase "
    "help/aid killed/slain wounded/injured murdered/killed car/automobile physician/doctor "
    "attorney/lawyer often/frequently "
    "usually/normally also/too received/got obtained/got located/situated because/since while/whereas "
    "although/though "
    "resigned/stepped_down quit/resigned founded/established established/set_up created/made "
    "finished/completed "
    "residents/inhabitants citizens/people show/programme wrote/authored starring/featuring "
    "record/album married/wed "
    "prison/jail jailed/imprisoned officials/authorities previously/formerly former/ex- reportedly/allegedly "
    "several/a_number_of many/numerous entire/whole main/principal annual/yearly however/but "
    "therefore/so vital/essential"
).split()
SAMES = {a: b.replace("_", " ") for a, b in (pair.split("/") for pair in _SAMES)}
_MORE = (
    "to the surprise of {p}", "at the request of {p}", "for the {n} time in a decade",
    "on the advice of {p}", "without telling {p}",
    "in a ceremony broadcast from {t}", "at a cost of {n} million", "although {p} objected",
    "with the help of {p}",
    "thanks to a grant from the city of {t}", "and was later honoured in {t}",
    "in exchange for {n} hectares of land near {t}",
)  # fmt: skip


@dataclass(frozen=True)
class Text:
    """One document: its sentences and the names in it.

    Attributes:
        group: what is kept on one side of every split.
    """

    group: str
    sentences: tuple[str, ...]
    names: tuple[str, ...]


def read_document(group: str, text: str) -> Text:
    """Sentences of prose of a fitting length, and the names in them."""
    found = [s.strip() for part in text.split("\n") for s in _SENTENCE.split(part)]
    kept = tuple(
        s
        for s in found
        if 35 <= len(s) <= 260 and s[0].isupper() and s.endswith((".", ". ")) and '"' not in s
    )
    names = tuple(
        dict.fromkeys(
            m.group(1) for s in kept for m in _NAME.finditer(s) if m.group(1) not in (*DAYS, *MONTHS)
        )
    )
    return Text(group, kept, names)


def _put(text: str, match: re.Match[str], new: str, group: int = 0) -> str:
    return text[: match.start(group)] + new + text[match.end(group) :]


def _any(pattern: re.Pattern[str], text: str, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None


def figure(text: str, rng: random.Random, source: Text) -> Made | None:
    """Another value."""
    match = _any(_NUMBER, text, rng)
    if match is None:
        word = _any(_WORD_NUMBER, text, rng)
        if word is None:
            return None
        return (
            "value",
            "contradicts",
            _put(text, word, rng.choice([w for w in SMALL[2:] if w != word.group(1)])),
            text,
        )
    old = match.group(2)
    if _YEAR.fullmatch(old):
        return (
            "date",
            "contradicts",
            _put(text, match, str(int(old) + rng.choice((-30, -10, -3, -2, -1, 1, 2, 4, 10))), 2),
            text,
        )
    value = float(old.replace(",", ""))
    new = rng.choice(
        (value * rng.choice((2, 5, 10, 0.5)), value + rng.randint(1, 9), max(value - rng.randint(1, 5), 1))
    )
    shown = (
        f"{new:.1f}"
        if "." in old
        else f"{int(new) if int(new) != value else int(new) + 1:,}"
        if "," in old
        else str(int(new) if int(new) != value else int(new) + 1)
    )
    return ("value", "contradicts", _put(text, match, shown, 2), text) if shown != old else None


def forms(text: str, rng: random.Random, source: Text) -> Made | None:
    """The same value written otherwise."""
    match = _any(_WORD_NUMBER, text, rng)
    if match is not None:
        return "number forms", "supports", _put(text, match, str(SMALL.index(match.group(1)))), text
    match = _any(
        re.compile(
            r"\b(\d{1,2}),000\b|\b(\d+(?:\.\d)?) (?:percent|per cent)\b|(\d+(?:\.\d)?)%|\b([2-9])\b(?= [a-z])"
        ),
        text,
        rng,
    )
    if match is None:
        return None
    thousand, percent, sign, digit = match.groups()
    if thousand:
        return "number forms", "supports", _put(text, match, f"{thousand} thousand"), text
    if percent:
        return "number forms", "supports", _put(text, match, f"{percent}%"), text
    return (
        "number forms",
        "supports",
        _put(text, match, f"{sign} per cent" if sign else SMALL[int(digit)]),
        text,
    )


def listed(text: str, rng: random.Random, source: Text) -> Made | None:
    """Another day, month, country, nation or profession."""
    for words in rng.sample([DAYS, MONTHS, _COUNTRY_WORDS, _NATIONS, _JOBS], 5):
        match = _any(re.compile(rf"\b({'|'.join(words)})\b"), text, rng)
        if match is not None:
            new = rng.choice([w for w in words if w not in text])
            return "listed", "contradicts", _put(text, match, new), text
    return None


def name(text: str, rng: random.Random, source: Text) -> Made | None:
    """Another name of the same document, with as many words, or one made up."""
    match = _any(_NAME, text, rng)
    if match is None or match.group(1) in (*DAYS, *MONTHS):
        return None
    old = match.group(1)
    like = [
        n
        for n in source.names
        if len(n.split()) == len(old.split()) and not set(n.split()) & set(text.split())
    ]
    if like and rng.random() < 0.6:
        new = rng.choice(like)
    else:
        new = person(rng).full if len(old.split()) > 1 else rng.choice((person(rng).last, town(rng)))
    return "name", "contradicts", _put(text, match, new, 1), text


def negate(text: str, rng: random.Random, source: Text) -> Made | None:
    """A "not" put in or taken out, on either side."""
    if (match := _DENIAL.search(text)) is not None:
        positive = _put(text, match, f"{match.group(1)} ")
        return (
            ("negation", "contradicts", positive, text)
            if rng.random() < 0.5
            else ("negation", "contradicts", text, positive)
        )
    match = _AUXILIARY.search(text)
    if (
        match is None
        or match.start() > 110
        or re.search(r"\b(not|no|never|nor|if|whether|only)\b|n't|\?", text)
    ):
        return None
    negative = text[: match.end()] + rng.choice((" not", " not", " never")) + text[match.end() :]
    return (
        ("negation", "contradicts", negative, text)
        if rng.random() < 0.5
        else ("negation", "contradicts", text, negative)
    )


def untrue(text: str, rng: random.Random, source: Text) -> Made | None:
    """Called untrue as a whole, or a whole negation that holds."""
    low = _lowered(text)[:-1]
    frame = rng.choice(
        (
            "It is not true that {}.",
            "Contrary to what was reported, it is false that {}.",
            "The claim that {} is wrong.",
            "It was reported that {}, but this turned out to be untrue.",
            "Rumours that {} proved false.",
            "Records disprove that {}.",
        )
    )
    return "debunked", "contradicts", text, frame.format(low)


def turn(text: str, rng: random.Random, source: Text) -> Made | None:
    """An opposite."""
    found = [
        m
        for m in re.finditer(r"\b[a-z]+\b", text)
        if m.group() in TURNS and TURNS[m.group()] not in text.split()
    ]
    if not found:
        return None
    match = rng.choice(found)
    edited = _put(text, match, TURNS[match.group()])
    return (
        ("antonym", "contradicts", edited, text)
        if rng.random() < 0.6
        else ("antonym", "contradicts", text, edited)
    )


def same(text: str, rng: random.Random, source: Text) -> Made | None:
    """Synonyms, as many as there are."""
    edited = re.sub(r"\b[a-z]+\b", lambda m: SAMES.get(m.group(), m.group()), text)
    return ("paraphrase", "supports", edited, text) if edited != text else None


def near(text: str, rng: random.Random, source: Text) -> Made | None:
    """Nearly the same words: a lead moved to the end, contractions, marks."""
    match = re.match(r"((?:In|On|At|After|During|Since|Before) [^,]{4,40}), (.+)\.$", text)
    if match and rng.random() < 0.7:
        rest = match.group(2)
        return (
            "near copy",
            "supports",
            f"{rest[0].upper()}{rest[1:]} {match.group(1)[0].lower()}{match.group(1)[1:]}.",
            text,
        )
    edited = text
    for old, new in (
        (" is not ", " isn't "),
        (" did not ", " didn't "),
        (" percent", " per cent"),
        (" and ", " & "),
        (", which", " which"),
        (" that ", " "),
        ("The ", "A "),
    ):
        if old in edited and rng.random() < 0.5:
            edited = edited.replace(old, new, 1)
    return "near copy", "supports", edited, text


def cut(text: str, rng: random.Random, source: Text) -> Made | None:
    """Less than the sentence says."""
    trailing = re.search(
        r",? (?:which|who|where|after|before|while|because|with|in|on|at|by|for) [^,.]{6,70}\.$", text
    )
    if (
        trailing is not None
        and trailing.start() >= 30
        and not re.search(r"\b(not|if|no|only|said|denied)\b", text)
    ):
        return "cut", "supports", text[: trailing.start()] + ".", text
    aside = re.search(r", [^,]{5,60},(?= (?:was|is|were|are|has|had|will))", text)
    return ("cut", "supports", _put(text, aside, ""), text) if aside else None


def more(text: str, rng: random.Random, source: Text) -> Made | None:
    """More than the sentence says."""
    added = rng.choice(_MORE).format(p=person(rng).full, t=town(rng), n=rng.choice(("third", "fourth")))
    added = (
        added.replace("cost of third", "cost of 30")
        .replace("cost of fourth", "cost of 4")
        .replace("for third h", "for 3 h")
        .replace("for fourth h", "for 40 h")
    )
    return "coverage", "neutral", f"{text[:-1]} {added}.", text


def uncut(text: str, rng: random.Random, source: Text) -> Made | None:
    """The claim has what was cut from the passage."""
    made = cut(text, rng, source)
    return None if made is None else ("coverage", "neutral", text, made[2])


def soften(text: str, rng: random.Random, source: Text) -> Made | None:
    """The passage is less sure than the claim."""
    match = re.search(r"\b(will|would|has|was|is)\b", text)
    low = _lowered(text)[:-1]
    if match and match.group() in ("will", "would") and rng.random() < 0.7:
        return "modality", "neutral", text, _put(text, match, rng.choice(("may", "could", "might")))
    frame = rng.choice(
        (
            "It is possible that {}.",
            "It is unclear whether {}.",
            "There were hints that {}.",
            "Perhaps {}.",
            "An inquiry is to find out whether {}.",
            "{} wondered whether {}.",
            "Some hope that {}.",
        )
    )
    who = person(rng).full
    return (
        "modality",
        "neutral",
        text,
        frame.format(who, low) if frame.count("{}") == 2 else frame.format(low),
    )


def said(text: str, rng: random.Random, source: Text) -> Made | None:
    """Somebody says so, or denies it."""
    if (
        re.search(r"\b(said|says|told|according|claimed|stated|reported|announced)\b", text)
        or len(text) > 200
    ):
        return None
    who, low = (
        rng.choice((person(rng).full, "the opposition", "a neighbour", "a company lawyer")),
        _lowered(text)[:-1],
    )
    verb = rng.choice(("said", "argued", "maintained", "believes", "suspects", "complained", "wrote"))
    if rng.random() < 0.7:
        return "attribution", "neutral", text, f"{who[0].upper()}{who[1:]} {verb} that {low}."
    return (
        "attribution",
        "contradicts",
        f"{who[0].upper()}{who[1:]} said that {low}.",
        f"{who[0].upper()}{who[1:]} {rng.choice(('denied', 'never said', 'disputed'))} that {low}.",
    )


def other(text: str, rng: random.Random, source: Text) -> Made | None:
    """Another sentence of the same document says something else."""
    rest = [s for s in source.sentences if s != text]
    return ("same topic", "neutral", text, rng.choice(rest)) if rest else None


def keep(text: str, rng: random.Random, source: Text) -> Made | None:
    """Word for word."""
    return "unchanged", "supports", text, text


def _lowered(text: str) -> str:
    first = text.split(" ", 1)[0]
    return (
        text[0].lower() + text[1:]
        if first in ("The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "This", "There")
        else text
    )


Edit = Callable[[str, random.Random, Text], "Made | None"]
EDITS: tuple[tuple[int, Edit], ...] = (
    (8, figure), (5, forms), (6, listed), (7, name), (7, negate), (2, untrue), (6, turn),
    (5, same), (6, near),
    (8, cut), (5, more), (3, uncut), (4, soften), (4, said), (6, other), (5, keep),
)  # fmt: skip


def edited(texts: Sequence[Text], rng: random.Random) -> tuple[str, Made]:
    """One pair from one document, with the document's group; tries until an edit applies."""
    edits, weights = [e for _, e in EDITS], [w for w, _ in EDITS]
    while True:
        source = rng.choice(texts)
        if not source.sentences:
            continue
        text = rng.choice(source.sentences)
        made = rng.choices(edits, weights)[0](text, rng, source)
        if made is not None and made[2] and made[3]:
            around = [s for s in source.sentences if s not in (text, made[2])]
            passage = made[3]
            if around and rng.random() < 0.45:
                passage = (
                    f"{rng.choice(around)} {passage}"
                    if rng.random() < 0.5
                    else f"{passage} {rng.choice(around)}"
                )
            return source.group, (made[0], made[1], made[2], passage)
