"""Cues that introduce nothing: acts with verbs of speech, things found, verbs of somebody's own words."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extraction.attribution.acts import is_act
from claimcheck.extraction.attribution.lexicon import SPEECH, VOICING
from claimcheck.extraction.attribution.patterns import is_label
from claimcheck.extraction.attribution.rulings import OTHER_TIME
from claimcheck.extraction.attribution.spans import Pair, Spans

_CLAUSE = re.compile(r"\s*(?:that|to|if|whether|how|why|what|who|where|when)\b", re.IGNORECASE)
_NAMELESS = re.compile(
    r"(?:not )?to (?:be (?:named|identified|quoted)|(?:remain|stay) anonymous)\b|anonymity\b"
)
_BEARER = re.compile(r"\b(?:an?|the|its|his|her|their|some|this|that) (?:[\w-]+ ){1,3}\Z")
_SILENCE = frozenset(("nothing", "no more", "nothing more", "little", "little more", "goodbye", "farewell"))
_VOTING = frozenset("vote votes voted voting".split())
_THING = re.compile(
    r"(?:an?|the|his|her|its|their|some|two|three|\d+) "
    r"(?!evidence|proof|link|sign|trace|indication|risk|case|way|reason)[^,;]{2,60}\Z"
)


@cache
def _acts() -> re.Pattern[str]:
    """Verbs of speech that with such an object tell of no speech: the last word of the cue, the content."""
    honour = (
        r"(?:title|medal|crown|trophy|cup|seat|victory|win|prize|championship|benefits?|lives?|pole|wicket)"
    )
    alarm = r"(?:police|ambulance|fire|emergency|911|999|doctor|helpline|coast ?guard|paramedics?|taxi|cab)"
    return re.compile(
        rf"claim(?:s|ed|ing)? (?:[\w'’-]+ ){{0,4}}{honour}\b"
        rf"|call(?:s|ed|ing)? (?:an? |the )?{alarm}(?: (?:brigade|service)s?)?"
        r"(?=[.,;]|$| (?:at|on|in|to|after|when|from|about|for|and|shortly|just)\b)"
        r"|(?:respond(?:s|ed|ing)?|to) (?:to )?(?:an? |the )?(?:\w+ )?(?:blaze|scene|fire|crash|incident"
        r"|alarm|reports? of|emergency)\b"
        r"|report(?:s|ed|ing)? (?:to|for|back) (?:work|duty|(?:the |a )?(?:\w+ )?"
        r"(?:scene|station|hospital|office|camp))\b"
        r"|not(?:es|ed|ing) (?:down|the time)\b|tell(?:s|ing)? (?:apart|the difference)\b"
    )


def says_nothing(text: str, spans: Spans) -> bool:
    """Whether a cue introduces nothing, or only a hop of another attribution (", citing Y")."""
    start, end = spans.cue[0]
    if spans.source and text[start:end] == ":" and is_label(text[slice(*spans.source[0])]):
        return True
    words = text[start:end].lower().replace("-", " ").split()
    if spans.content and _acts().match(
        f"{words[-1] if words else ''} {text[slice(*spans.content[0])].lower()}"
    ):
        return True
    if is_act(text, spans):
        return True
    if any(word in _VOTING for word in words) and not _quoted(text, spans.content):
        return True
    if not voiced(text, spans.cue[0]) and not _in_words(text, spans.content):
        return True
    if not spans.content and not (spans.source and any(c.isalnum() for c in text[start:end])):
        return True
    if (
        _names(text, spans, words)
        or any(_NAMELESS.match(text, *pair) for pair in spans.content)
        or _silent(text, spans, words)
    ):
        return True
    if _found_a_thing(text, spans, words) or _of_nobody(text, spans) or _at_a_time(text, spans):
        return True
    cites = text[start:end].lower() in ("citing", "quoting") and text[start - 2 : start] == ", "
    return cites and (not spans.source or _named_before(text, spans.source[0]))


def _named_before(text: str, source: Pair) -> bool:
    return text[max(0, source[0] - 13) : source[0]].lower() == "according to "


def voiced(text: str, cue: Pair) -> bool:
    """Whether a cue is a mark, or has a word of saying, thinking, feeling or judging."""
    words = text[cue[0] : cue[1]].lower().replace("-", " ").split()
    return not any(c.isalnum() for c in text[cue[0] : cue[1]]) or any(w.startswith(VOICING) for w in words)


def _in_words(text: str, content: tuple[Pair, ...]) -> bool:
    """Whether a content is quoted, or a clause: the object of an act ("put an end to") is neither."""
    return _quoted(text, content) or bool(content and _CLAUSE.match(text, *content[0]))


def _quoted(text: str, content: tuple[Pair, ...]) -> bool:
    return any(mark in text[start:end] for start, end in content for mark in '"“”‘')


def _names(text: str, spans: Spans, words: list[str]) -> bool:
    """``a condition called gout``, ``a man named Voss``: what stands before the participle bears the name."""
    if spans.source or words not in (["called"], ["named"], ["dubbed"], ["known"]):
        return False
    return bool(_BEARER.search(text, max(0, spans.cue[0][0] - 40), spans.cue[0][0]))


def _silent(text: str, spans: Spans, words: list[str]) -> bool:
    """``said nothing``, ``did not appear``."""
    if words and words[-1] in ("appear", "appeared", "appears"):
        return not any(start >= spans.cue[-1][1] for start, _ in spans.content)
    said = [text[start:end].lower() for start, end in spans.content]
    return len(said) == 1 and said[0] in _SILENCE and not SPEECH.isdisjoint(words)


def _at_a_time(text: str, spans: Spans) -> bool:
    """``reported in May that year a loss``: "that" begins no clause."""
    time = OTHER_TIME.match(text, *spans.content[0]) if spans.content else None
    return time is not None and text.startswith((" a ", " an ", " its ", " their ", " to "), time.end())


def _found_a_thing(text: str, spans: Spans, words: list[str]) -> bool:
    """``Police had found a van``: what is found is a thing, no finding."""
    if not words or words[-1] not in ("found", "find", "finds", "finding") or len(spans.content) != 1:
        return False
    content = text[slice(*spans.content[0])]
    return len(content.split()) <= 6 and _THING.match(content) is not None


def _of_nobody(text: str, spans: Spans) -> bool:
    """``nobody had warned her``: nobody says anything."""
    source = text[slice(*spans.source[0])].lower() if spans.source else ""
    return source in ("nobody", "no one", "none", "nothing") or source.startswith("no ")
