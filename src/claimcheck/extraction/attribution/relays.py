"""Who stands between the speaker and the reader, how surely it is said, and whether anybody is named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from claimcheck.extraction.attribution.lexicon import (
    BARE_PERSONS,
    COLLECTIVES,
    DETERMINERS,
    DOCUMENTS,
    INDEFINITE,
    NAMED_COLLECTIVES,
    NP_ENDS,
    ORGANISATION_WORDS,
    PRONOUNS,
    STOP,
)
from claimcheck.extraction.attribution.spans import Spans
from claimcheck.records.models import Hop

How = Literal["translated", "reported", "cited", "quoted"]
_REACH = 200
_ISSUED = re.compile(
    r"\b(?:by|from|of) (?:the )?(?:[A-Z]|(?:[a-z]+ ){0,2}(?:office|ministry|institute|university|council"
    r"|court|agency|authority|bank|board|commission|department|committee|regulator|watchdog|inspectorate|police"
    r"|government|parliament)\b)|\bin the (?:journal|magazine|newspaper|weekly|daily) [A-Z]"
)
"""Behind a document: whose it is, or where it came out."""
_CAPITAL = r"(?![\w.’']+-(?:based|born|language|speaking|run|owned|led|backed)\b)[A-Z0-9][\w&.'’-]*"
_NAME = rf"(?:the |a |an |his |her |their )?{_CAPITAL}(?: (?:(?:of|for|the|and|de|on) )*{_CAPITAL}){{0,6}}"
_MEDIA = r"[A-Z][\w-]* (?:\w+ )?(?:sources|media|outlets|officials|newspapers|agencies|channels)\b"
_STATE_MEDIA = (
    r"(?:state|local|national|public)(?:-run|-owned|-controlled)? (?:radio|television|TV|media|press"
    r"|broadcaster|news agency|newspapers?|outlets)\b"
)
_LOOSE = (
    rf"(?:{_MEDIA}|{_STATE_MEDIA}|{_NAME}|(?:the|an?|two|three|several|some|unnamed|anonymous|his|her|their)"
    r" [\w'’ -]{3,60}?(?=[,.;:]| (?:who|that|and|on|in|as|said|to)\b|$))"
)
_OUTLET = (
    r"(?:the |a |an )?(?:[\w.'’-]+ ){0,4}?(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|Bloomberg"
    r"|NRK|SVT|ARD|ZDF|ORF|RAI|RTÉ|RTE|CBC|NHK|RFI|RTL|VRT|TRT|IRNA|ANSA|DPA|dpa|EFE|PTI|ANI|Yonhap|Kyodo"
    r"|SABC|Deutsche Welle|France 24|Euronews|Forbes|Newsweek"
    r"|CNN|BBC|NBC|CBS|ABC|MSNBC|NPR|PBS|CNBC|Fox|Politico|POLITICO|Axios|BuzzFeed|Xinhua|TASS|Interfax"
    r"|Al Jazeera|Sky|ITV|[Nn]ewspapers?|[Mm]agazine|[Nn]ews agency|[Tt]elevision|[Bb]roadcaster|Times|Post"
    r"|Ledger|Mirror|Express|Examiner|Inquirer|Dispatch|Bulletin|Courier|Review|Sun|Mail|Economist|Spectator"
    r"|Sentinel|Kurier|Zeitung|Figaro|Intercept|Insider|Journal|Guardian|Telegraph|Herald|Tribune|Gazette|Chronicle|Globe|Standard|Observer|Independent"
    r"|Radio|TV|News|Press|Daily(?: [A-Z]\w+)?|Le Monde|Der Spiegel|Weekly|Today)\b"
    r"(?: \w*(?:News|Radio|TV|Television)\b)?"
)


@dataclass(frozen=True, slots=True)
class Relays:
    """The relays of one attribution, from the original outwards.

    Attributes:
        original: who is relayed, where the source only cites another ("X, citing Y": Y).
    """

    hops: tuple[Hop, ...] = ()
    translator: str | None = None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class _RelayPattern:
    """One way of naming a relay; ``trigger`` is a stem without which it need not be tried."""

    how: How
    trigger: str
    pattern: re.Pattern[str]


@cache
def _relay_patterns() -> tuple[_RelayPattern, ...]:
    helped = r"(?:[Tt]hrough|[Vv]ia|[Ww]ith the help of)"
    passed_on = "(?:[Rr]eported|[Oo]btained|[Ss]een|[Rr]elayed|[Rr]eviewed|[Pp]ublished|[Cc]arried)"
    patterns: tuple[tuple[How, str, str], ...] = (
        ("translated", "ranslat", rf"\b[Tt]ranslat(?:ed|ion)(?: \w+ [A-Z]\w+)? by (?P<name>{_LOOSE})"),
        ("translated", "terpret", rf"\b[Ii]nterpreted by (?P<name>{_LOOSE})"),
        (
            "translated",
            "translator",
            rf"\b{helped} (?P<name>(?:an?|his|her|their|the) (?:\w+ )?translator)\b",
        ),
        (
            "translated",
            "interpreter",
            rf"\b{helped} (?P<name>(?:an?|his|her|their|the) (?:\w+ )?interpreter)\b",
        ),
        ("quoted", "quoted", rf"\bquoted (?:by|in) (?P<name>{_LOOSE})"),
        ("cited", "cited", rf"\bcited (?:by|in) (?P<name>{_LOOSE})"),
        ("reported", " by ", rf"\b{passed_on} (?:first )?by (?P<name>{_OUTLET}|{_NAME})"),
        ("reported", " report", rf", (?=(?:the )?[A-Z])(?P<name>{_OUTLET}) (?:first )?report(?:ed|s)\b"),
        ("reported", "tol", rf"\btold (?P<name>{_OUTLET})"),
        ("reported", "peaking", rf"\b[Ss]peaking (?:to|on|with) (?P<name>{_OUTLET})"),
        ("reported", "interview", rf"\binterview(?:ed)? (?:with|on|by|in|for) (?P<name>{_OUTLET})"),
        ("reported", "said", rf"\bsaid (?:in|on|to|for) (?P<name>{_OUTLET})"),
        ("reported", "wr", rf"\b(?:wrote|writing) (?:in|on|for) (?P<name>{_OUTLET})"),
    )
    return tuple(_RelayPattern(how, trigger, re.compile(pattern)) for how, trigger, pattern in patterns)


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(rf"^,? (?:which |who )?(?:cit(?:ed|es|ing)|quot(?:ed|es|ing)) (?P<name>{_LOOSE})")


@cache
def _hearsay() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:reportedly|(?:is|are|was|were) (?:reported|rumou?red) to"
        r"|reports (?:say|said|indicate|suggest|that))\b",
        re.IGNORECASE,
    )


@cache
def _hedges() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:reportedly|allegedly|apparently|purportedly|supposedly|seemingly|ostensibly|presumably"
        r"|arguably|possibly|perhaps|probably|(?:appears?|seems?|appeared|seemed)(?: to)?"
        r"|(?:is|are|was|were) (?:widely |generally |often )?(?:said|believed|thought|reported|rumou?red"
        r"|alleged|understood|considered) to"
        r"|(?:(?:is|are|was|were) )?(?:often|widely|generally) (?:described|seen|regarded|viewed) as"
        r"|suggests? that|indicates? that|it is (?:said|believed|thought|understood))\b",
        re.IGNORECASE,
    )


def find_relays(plain: str, spans: Spans) -> Relays:
    """Find the relays named in the sentence of the cue.

    Args:
        plain: the text with everything in quotation marks blanked out, so that words inside do not count.

    Looks at most 200 code points beyond source and cue, so that the cost does not grow with the content.
    """
    window = _window(plain, spans)
    own = {_tidy(plain[start:end]) for start, end in spans.source}
    hops: dict[str, Hop] = {}
    translator = None
    for relay in _relay_patterns():
        if relay.trigger not in window:
            continue
        for match in relay.pattern.finditer(window):
            name = _tidy(match["name"])
            if name in own or name.lower().startswith(("this ", "our ")):
                continue
            hops.setdefault(name, Hop(name=name, how=relay.how))
            translator = translator or (name if relay.how == "translated" else None)
    original = _original(plain, spans)
    if original:
        name = _tidy(plain[spans.source[0][0] : spans.source[0][1]])
        hops.setdefault(name, Hop(name=name, how="cited"))
    if not hops and _hearsay().search(window):
        hops["unnamed"] = Hop(name="unnamed", how="reported")
    return Relays(tuple(hops.values()), translator, original)


def _original(plain: str, spans: Spans) -> str | None:
    """Whom the source only cites: ``according to X, citing Y``."""
    match = _citing().match(plain[spans.source[0][1] : spans.source[0][1] + _REACH]) if spans.source else None
    return _tidy(match["name"]) if match else None


def _window(plain: str, spans: Spans) -> str:
    """The sentence around source and cue."""
    anchors = [*spans.source, *spans.cue] or list(spans.content)
    begin = min(start for start, _ in anchors)
    end = min(max(stop for _, stop in anchors), begin + 2 * _REACH)
    left = plain[max(0, begin - _REACH) : begin]
    stops = [stop.end() for stop in STOP.finditer(left)]
    right = plain[end : end + _REACH]
    stop = STOP.search(right)
    return left[stops[-1] if stops else 0 :] + plain[begin:end] + (right[: stop.start()] if stop else right)


def _tidy(name: str) -> str:
    return re.sub(r"(?:['’]s?|[.,;:])+$", "", " ".join(name.split()))


def find_hedge(plain: str, spans: Spans) -> str | None:
    """The first hedging words in the cue's sentence of ``plain`` (see find_relays), or None."""
    match = _hedges().search(_window(plain, spans))
    return " ".join(match.group().split()) if match else None


def is_anonymous(source: str | None, speaker: str | None) -> bool:
    """Whether nobody can be held to the statement: the source is absent, unnamed or a collective.

    Args:
        source: the source as printed, or None.
        speaker: who the source was resolved to, or None; a pronoun that stands for a name elsewhere
            is not anonymous.
    """
    words = source.split() if source else []
    if len(words) == 1 and words[0].lower() in PRONOUNS and not (words[0].isupper() and words[0] != "I"):
        if not speaker:
            return False
        words = speaker.split()
    if speaker and source and speaker in source and _is_name(speaker):
        return False
    if not words:
        return True
    name = (
        speaker
        if speaker and source and speaker != source and words[0].lower() in DETERMINERS
        else " ".join(words)
    )
    return _names_nobody(name)


def _names_nobody(name: str) -> bool:
    if _name_in_apposition(name) or _SPOKESMAN.search(name):
        return False
    words = _head_words(name)
    if not words:
        return True
    head = words[-1].strip("'’\"”“").lower()
    first = words[0].lower()
    owned = {word.lower() for word in words[:-1]}
    if head in DOCUMENTS and owned & (ORGANISATION_WORDS | NAMED_COLLECTIVES):
        return False
    if head == "those":
        return True
    if "chief" in owned and first not in INDEFINITE:
        return False
    if head in NAMED_COLLECTIVES and first not in INDEFINITE:
        return False
    if (head in DOCUMENTS or head.removesuffix("s") in DOCUMENTS) and _ISSUED.search(name):
        return False
    if head in COLLECTIVES:
        return True
    proper = [w for w in words[1:] if w[:1].isupper()]
    if words[-1][:1].isupper() and first not in INDEFINITE:
        return False
    if head in DOCUMENTS:
        return first in INDEFINITE and not proper
    if first in INDEFINITE or first.isdigit():
        return not (words[-1][:1].isupper() and first in ("a", "an"))
    return head in BARE_PERSONS or (first not in DETERMINERS and head.endswith("s") and words[-1].islower())


def _is_name(speaker: str) -> bool:
    """Whether a speaker bears a name of two words or more, and not that of a party's members."""
    last = speaker.rpartition(" ")[2].lower()
    return _FULL_NAME.fullmatch(speaker) is not None and not (last in COLLECTIVES and last != "press")


_FULL_NAME = re.compile(r"[A-Z][\w.’'-]+(?: (?:[A-Z][\w.’'-]*|de|van|von|der|bin|al|of|la)){1,5}")
_SPOKESMAN = re.compile(
    r"\b(?!(?:The|An|His|Her|Its|Their|Our|One|Another) )[A-Z][\w.’'-]+(?:['’]s?)?(?: [a-z-]+)?"
    r" spokes(?:man|woman|person|people|men)\b"
    r"|\bspokes(?:man|woman|person|people|men) (?:for|of|from|at) (?:[a-z]+ ){0,2}[A-Z]"
)
"""Who speaks for a named body or person is nobody unnamed."""


def _name_in_apposition(name: str) -> bool:
    return re.search(r", (?:[A-Z][\w.'’-]+ )+[A-Z][\w'’-]+,?(?:$|,)", name + ",") is not None


def _head_words(name: str) -> list[str]:
    """The words up to the head of the noun phrase: what stands before "of", "who", a comma and the like."""
    words: list[str] = []
    for word in name.split():
        if words and word.lower().strip(",") in NP_ENDS:
            break
        words.append(word.rstrip(",;:"))
        if word.endswith(","):
            break
    return [re.sub(r"['’]s$", "", word) for word in words]
