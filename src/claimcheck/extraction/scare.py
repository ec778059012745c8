"""Scare quotes, titles and words as words, told apart from reported speech.

The marks alone do not say: what speaks for distance is a short stretch without a sentence of its own, nobody
in the same sentence who says anything, and words such as "so-called" before it.
"""

from __future__ import annotations

import re
from functools import cache

_NEAR = 160
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n")
_TERMINAL = re.compile(r"[.!?,;—–-]\s*\Z")
_PERSON = re.compile(r"\b(?:I|we|me|us|my|our|you|your)\b|\b(?:I|we|you)['’]", re.IGNORECASE)
_DISTANCE = (
    r"(?:so[- ]called|known as|dubbed|nicknamed|titled|entitled|named|labell?ed|code-?named|the (?:word"
    r"|words|term"
    r"|phrase|name|label|title|song|film|movie|book|novel|play|show|series|album|slogan|hashtag)"
    r"|self-described"
    r"|a kind of|(?:author|host|star|creator|director|writer|episode) of)\s+\Z"
)
_SPEECH = (
    r"(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|wr(?:ote|ites?|iting|itten)|according|add(?:s|ed|ing)"
    r"|ask(?:s|ed|ing)|argu(?:e[sd]?|ing)|call(?:s|ed|ing)?|claim(?:s|ed|ing)?|conclud(?:e[sd]?|ing)"
    r"|describ(?:e[sd]?|ing)|declar(?:e[sd]?|ing)|insist(?:s|ed|ing)?|not(?:es|ed|ing)|quot(?:e[sd]?|ing)"
    r"|report(?:s|ed|edly|ing)?|respond(?:s|ed|ing)?|repl(?:y|ies|ied|ying)|stat(?:es|ed|ing|ement)"
    r"|tweet(?:s|ed|ing)?|warn(?:s|ed|ing)?|critici[sz](?:e[sd]?|ing)|accus(?:e[sd]?|ing)"
    r"|denounc(?:e[sd]?|ing)"
    r"|prais(?:e[sd]?|ing)|dismiss(?:es|ed|ing)?|promis(?:e[sd]?|ing)|vow(?:s|ed|ing)?|express(?:es|ed|ing)?"
    r"|assess(?:es|ed|ment)?|found|finds?|warning|announc(?:e[sd]?|ing)|admit(?:s|ted|ting)?|den(?:y|ies"
    r"|ied|ying)"
    r"|suggest(?:s|ed|ing)?|explain(?:s|ed|ing)?|refer(?:s|red|ring)?|remark(?:s|ed)?|acknowledg(?:e[sd]?"
    r"|ing)"
    r"|recall(?:s|ed|ing)?|testif(?:y|ies|ied)|urg(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)"
    r"|characteri[sz](?:e[sd]?|ing)"
    r"|cit(?:e[sd]?|ing)|view(?:s|ed)?|chant(?:s|ed|ing)?|shout(?:s|ed|ing)?|slam(?:s|med)?|blast(?:s|ed)?)"
)
_SMALL = frozenset("a an and as at by for from in of on or the to with de la".split())


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"\b{_DISTANCE}", re.IGNORECASE), re.compile(rf"\b{_SPEECH}\b", re.IGNORECASE)


def is_scare(text: str, start: int, inner_start: int, inner_end: int, end: int) -> bool:
    """Whether the quotation at ``[start, end)`` of ``text`` reports no speech.

    Looks at most 160 code points to either side, so the cost does not grow with the text.
    """
    if inner_end - inner_start > 80:
        return False
    inner = text[inner_start:inner_end]
    words = inner.split()
    if not words or len(words) > 7 or _TERMINAL.search(inner.rstrip(",.")) or _PERSON.search(inner):
        return False
    if inner.rstrip()[-1:] in ".!?…" and _alone(text, start, end):
        return False
    before = _sentence_before(text, start)
    distance, speech = _patterns()
    if distance.search(before):
        return True
    if before.rstrip().endswith((":", ",")) and inner[:1].isupper():
        return False
    if _is_title(words):
        return True
    return len(words) <= 4 and not speech.search(before + " " + _sentence_after(text, end))


def _alone(text: str, start: int, end: int) -> bool:
    """Whether the quotation is a whole line: the end of a speech told over paragraphs, say."""
    return text[max(0, start - 4) : start].rstrip(" \t")[-1:] in ("", "\n") and text[end : end + 4].lstrip(
        " \t"
    )[:1] in ("", "\n")


def _is_title(words: list[str]) -> bool:
    """``Gone With the Wind``: two or more principal words, each with a capital, and no full stop."""
    principal = [word for word in words if word.lower().strip(",.") not in _SMALL]
    return (
        len(principal) >= 2 and all(word[:1].isupper() for word in principal) and words[-1][-1:] not in "?!."
    )


def _sentence_before(text: str, start: int) -> str:
    window = text[max(0, start - _NEAR) : start]
    ends = list(_SENTENCE_END.finditer(window))
    return window[ends[-1].end() :] if ends else window


def _sentence_after(text: str, end: int) -> str:
    window = text[end : end + _NEAR]
    stop = _SENTENCE_END.search(window)
    return window[: stop.start()] if stop else window
