"""One study cited as two, and studies named once and then only hinted at."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from claimcheck.documents.calendar_words import MONTH
from claimcheck.extraction.dates.tense import outlook
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.terms import Article, Reading, quote
from claimcheck.extraction.words import is_function_word, stem

_HEAD = (
    r"(?:study|survey|poll|paper|report|analysis|review|investigation|assessment|experiment|"
    r"trial(?=\s+(?:of|with|in|involving|on|among)\s+[\d,]+\s))"
)
_MENTION = re.compile(
    rf"\b(?P<det>an?|another|one|the|this|that)\s+(?P<before>(?:[\w’'-]+\s+){{0,6}}?){_HEAD}\b"
    r"(?P<after>(?:\s+(?:on|into|of|about|by|from|in)\s+(?:[^,.;:()\"“”]|(?<=\d),(?=\d)){2,110})?)",
    re.IGNORECASE,
)
_RESEARCH = re.compile(
    r"\b(?P<det>)(?P<before>(?:(?:[Ss]eparate|[Oo]ther|[Ff]urther|[Ee]arlier|[Nn]ew|[Rr]ecent)\s+)?)"
    r"(?:[Rr]esearch|[Rr]esearchers|[Ss]cientists)\b"
    r"(?P<after>\s+(?:by|from|at|among|on|into)\s+[^,.;:()\"“”]{2,110})"
)
_SAMPLE = re.compile(
    r"(?<![\d.,$£€])(\d{1,3}(?:,\d{3})+|\d{3,7})\s+(?:[a-z][\w-]*\s+){0,2}?([a-z]+s|people|men|women|children)\b"
)
"""How many were studied, and of what."""
_DATED_BEFORE = re.compile(rf"\b[Ii]n (?:{MONTH} )?(?P<year>(?:19|20)\d\d),?\s+\Z")
_DATED_BEHIND = re.compile(
    r"(?:,?\s+(?:that|which)(?:\s+[\w’'-]+){1,6}?)?,?\s+(?:(?:was|were|first)\s+){0,2}"
    r"(?:(?:published|released|conducted|completed|printed|done|made)(?:\s+(?!that\b)[\w’'-]+){0,4}?"
    r"|found|showed|concluded|reported|appeared|warned|suggested)"
    rf"\s+in\s+(?:{MONTH}\s+)?(?P<year>(?:19|20)\d\d)\b"
    r"|(?:\s*\(|,?\s+dated\s+)(?P<dated>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""What tells a study's year in its own clause: "that the institute published in 2023", "found in 2023"."""
_LONG_AGO = 10
"""Years between the latest that the article tells as past and a study that a new one cannot be."""
_NEW = re.compile(
    r"\b(?:new|recent|latest|this (?:week|month|year)|last (?:week|month)|just[- ]published)\b", re.IGNORECASE
)
_MOST = 100
"""Mentions under one key that a later one is compared with."""
_TELLING = 3
"""Digits before the zeros of a number that two studies hardly share by chance: 48,200, not 1,000."""
_SIGNS = (
    *("study", "survey", "poll", "paper", "report", "analysis", "review", "investigation", "assessment"),
    *("experiment", "trial", "research", "scientist"),
)
"""Each mention holds one of them."""
_HEADS = re.compile(rf"\s{_HEAD}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CUT = re.compile(
    r"\s+(?:which|that|who|has|have|had|was|were|is|are|said|says|found|finds|suggests?|suggested|"
    r"concluded|estimated|reportedly|called|calls|noted|notes|warned|warns|also|"
    r"showed|shows|published|released|conducted|and|but|as|because|despite|when|while)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|from|at)\s+(?:the\s+)?(?P<name>[A-Z][\w’'.-]*(?:\s+(?:of\s+|for\s+|and\s+)?[A-Z][\w’'.-]*)*"
    r"|(?:[a-z]+\s){0,2}(?:institute|university|ministry|council|board|agency|authority|laboratory)\b)"
)
_BY_SOMEBODY = re.compile(r"\b(?:by|from)\s.*", re.DOTALL)
_NAME = re.compile(r"[A-Z][\w’'-]+|[A-Z]{2,}")
_LIKE = re.compile(
    r"\b(?:similarly|likewise|also|too|again|in the same vein|echo(?:es|ed|ing))\b", re.IGNORECASE
)
"""Words that tie what a study says to what was said before."""
_OTHER = frozenset(
    "second third fourth other separate different later earlier previous newer older larger follow-up".split()
)
"""Words by which a study is told to be another."""
_DULL = frozenset(
    "recent new latest major large small similar independent national international study survey poll paper "
    "report analysis review investigation assessment experiment research researcher scientist find found "
    "show suggest conclude note year percent".split()
)
_STEMS = frozenset(stem(word) for word in _DULL) | _DULL


@dataclass(frozen=True, slots=True)
class _Mention:
    """Words that mention a study.

    Attributes:
        fresh: whether they bring it in anew ("a study").
        other: whether they say that it is another one.
        recent: whether they say that it is new.
        year: when it was made, as its own clause tells.
        topic: stems of what it is said to be on; of the whole sentence where nothing is said.
        own: whether the topic is its own.
        sample: numbers of people or things that its sentence gives, each with the stem of what is counted.
    """

    reading: Reading
    start: int
    end: int
    fresh: bool
    other: bool
    recent: bool
    year: str | None
    name: str | None
    topic: frozenset[str]
    own: bool
    sample: frozenset[tuple[str, str]]


def _mentions(reading: Reading) -> Iterator[_Mention]:
    text = reading.claim.text
    if not any(map(text.lower().__contains__, _SIGNS)):
        return
    for match in (*_MENTION.finditer(text), *_RESEARCH.finditer(text)):
        before, after = match["before"], match["after"]
        cut = _CUT.search(after)
        after = after[: cut.start()] if cut else after
        # An "of" phrase before the noun ("one of the most …") belongs to something else.
        if any(
            word.lower() in ("of", "in", "by", "that", "is", "was", "to", "for") for word in before.split()
        ):
            continue
        yield _mention(reading, match, before, after)


def _mention(reading: Reading, match: re.Match[str], before: str, after: str) -> _Mention:
    by = _BY.search(after)
    year = _year(reading.claim.text, match, after)
    about = after[: by.start()] if by else _BY_SOMEBODY.sub("", after)
    name = by["name"].strip() if by else " ".join(_NAME.findall(before)) or None
    found = re.findall(r"[^\W\d_]{3,}", f"{before} {about}")
    words = [word.lower() for word in found if not (name and word in name)]
    topic = frozenset(stem(word) for word in words if not is_function_word(word) and word not in _DULL)
    own = len(topic) >= 2
    return _Mention(
        reading,
        match.start(),
        match.start("after") + len(after),
        fresh=match["det"].lower() in ("", "a", "an", "another", "one"),
        other=any(word in _OTHER for word in words),
        recent=_NEW.search(before) is not None,
        year=year,
        name=name,
        topic=topic if own else reading.stems - _STEMS,
        own=own,
        sample=_samples(reading.claim.text),
    )


def _year(text: str, match: re.Match[str], after: str) -> str | None:
    """The year of a study, among the words that mention it or in their own clause."""
    within = _YEAR.search(f"{match['before']} {after}")
    if within:
        return within[0]
    beside = _DATED_BEHIND.match(text, match.start("after") + len(after))
    if beside:
        return beside["year"] or beside["dated"]
    before = _DATED_BEFORE.search(text, max(0, match.start() - 24), match.start())
    return before["year"] if before else None


def _samples(text: str) -> frozenset[tuple[str, str]]:
    found = ((number.replace(",", ""), stem(noun)) for number, noun in _SAMPLE.findall(text))
    return frozenset(each for each in found if len(each[0].rstrip("0")) >= 2)


def _one_sample(one: _Mention, other: _Mention) -> bool:
    """Whether both studied the same number: one hardly met by chance, or on a subject that they share."""
    numbers = one.sample & other.sample
    if any(len(number.rstrip("0")) >= _TELLING for number, _ in numbers):
        return True
    studied = {noun for _, noun in numbers}
    shared = (one.reading.stems & other.reading.stems) - studied - _STEMS
    common = [word for word in shared if not word.isdecimal()]
    return bool(numbers) and len(common) + bool(_LIKE.search(other.reading.claim.text)) >= 2


def _compatible(one: _Mention, other: _Mention, latest: int) -> bool:
    """Whether nothing sets two studies apart: two years, two names, or that one is of long ago and the other
    is new, or is not even said to be on the same."""
    if one.year and other.year and one.year != other.year:
        return False
    if one.name and other.name and one.name.lower() != other.name.lower():
        return False
    for dated, undated in ((one, other), (other, one)):
        told_alike = one.own and other.own and not undated.recent
        if dated.year and not undated.year and not told_alike:
            return latest - int(dated.year) < _LONG_AGO
    return True


def _latest(article: Article) -> int:
    """The latest year that the article tells as past; what will be by 2050 does not make it one of 2050."""
    latest = 0
    for reading in article.readings:
        text = reading.claim.text
        for found in _YEAR.finditer(text):
            if int(found[0]) > latest and outlook(text, *found.span()) == "past":
                latest = int(found[0])
    return latest


def _same_subject(article: Article, one: _Mention, other: _Mention) -> bool:
    if other.other:
        return False
    shared = {word for word in one.topic & other.topic if article.rare(word, 6)}
    if one.own and one.topic == other.topic:
        return True
    if one.own and other.own:
        return len(shared) >= 2 and len(shared) * 2 >= min(len(one.topic), len(other.topic))
    if _LIKE.search(other.reading.claim.text) and shared:
        return True
    return len(shared) >= 3 or (len(shared) == 2 and (one.own or other.own))


def find_studies(article: Article) -> Iterator[Relation]:
    """Mentions of a study that are introduced anew although they share its subject, and contradict in
    nothing.

    Two fresh mentions, of which one has a name or a year that the other lacks, are one study cited as two;
    a mention with neither is an unnamed one. Two that studied the same number are one, though the text call
    the second "separate". All of them ask a question; none says that it is so.
    """
    if not (_HEADS.search(article.folded) or "research" in article.folded or "scientists" in article.folded):
        return
    fresh = [mention for reading in article.readings for mention in _mentions(reading) if mention.fresh]
    latest = _latest(article) if any(mention.year for mention in fresh) else 0
    index: dict[Hashable, list[int]] = {}
    for at, mention in enumerate(fresh):
        keys = _keys(article, mention)
        near = sorted({there for key in keys for there in index.get(key, ())[:_MOST]})
        earlier = [
            fresh[there]
            for there in near
            if fresh[there].reading is not mention.reading
            and _compatible(fresh[there], mention, latest)
            and (_one_sample(fresh[there], mention) or _same_subject(article, fresh[there], mention))
        ]
        if earlier:
            yield _relation(mention, earlier)
        for key in keys:
            index.setdefault(key, []).append(at)


def _keys(article: Article, mention: _Mention) -> list[Hashable]:
    """What two mentions have in common, one at least, that may be of one study."""
    return [mention.topic, *(word for word in mention.topic if article.rare(word, 6)), *mention.sample]


def _relation(mention: _Mention, earlier: list[_Mention]) -> Relation:
    counted = [old for old in earlier if _one_sample(old, mention)]
    bare = not mention.name and not mention.year and not counted
    first = next((old for old in earlier if old.name), earlier[0]) if bare else (*counted, *earlier)[0]
    one = quote(first.reading, (first.start, first.end))
    two = quote(mention.reading, (mention.start, mention.end))
    if bare:
        message = f"{two} is not named and may be the same as {one}."
    elif counted:
        number = max(number for number, _ in first.sample & mention.sample)
        message = f"{one} and {two} both count {int(number):,} and may be one study cited as two."
    else:
        message = f"{one} and {two} share their subject and may be one study cited as two."
    return Relation(
        "CC607" if bare else "CC306",
        "unnamed-study" if bare else "same-study",
        first.reading.claim.id,
        mention.reading.claim.id,
        (first.start, first.end),
        (mention.start, mention.end),
        message,
    )
