"""Whether the verb that a date hangs on tells what has been or what is to come.

English says so by the verb group: "was finished", "has been shut", "will be finished", "are due to leave",
"would leave" after "said". The group is looked for from the date backwards, for a date mostly follows its
verb; a date that opens a clause ("In May the farm …") is dated by the first group after it. Only closed
classes and the verb list are asked, so that it stays cheap.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from claimcheck.extraction.closed import MODALS
from claimcheck.extraction.dates.verbwords import is_past_form, read_verbs
from claimcheck.extraction.verbs import lexicon

Outlook = Literal["past", "ahead", "nearest", "resolved", ""]
"""What a verb says of a date: ``nearest`` where either may be meant ("was due in May"); ``resolved`` of what
somebody decided to do ("agreed to meet on Friday"), which lies ahead unless it is far away; empty where no
verb was found."""

_REACH = 220
"""Code points to either side; few clauses of an article go further."""
_STOP = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|St|Co))(?<!\bMrs)[.!?][\"”’)\]]*\s|\n\n")
_LINKS = frozenset("in on by until till since from before after during at for of to through".split())
_DEADLINES = frozenset("by until till for".split())
_BESIDE = frozenset("the early late mid around about".split())
_WILL = frozenset("will shall".split())
_WAS, _IS = frozenset("was were".split()), frozenset("is are am".split())
_HAS = frozenset("has have having".split())
_FINITE = MODALS | _WAS | _IS | _HAS | {"had", "to"}
_SIDES = frozenset("also now then not never still only just already reportedly both all".split())
_WITHIN = _SIDES | {"be", "been", "have", "get", "being"}
"""What may stand between the auxiliary that opens a verb group and its participle, beside adverbs in -ly."""
_ARTICLES = frozenset(
    "a an the his her its their our my your this that these those no some every of with".split()
)
_OPENERS = frozenset(
    "that which who whom whose where when while because although though if unless whether ; : — ( )".split()
)
_NO_SUBJECT = _ARTICLES | _LINKS | _FINITE | _SIDES | frozenset("and or as us does did ".split())
_RELATIVE = frozenset("which who whose where when".split())
_DUE = frozenset(
    "due scheduled slated billed booked poised pencilled likely unlikely timetabled supposed earmarked "
    "tipped".split()
)
"""What says that something is to come."""
_DUE_BARE = frozenset("planned expected forecast".split())
"""What says so before "to", "for", "by" or the date alone."""
_DUE_TO = frozenset("set meant intended bound about ready".split())
"""What says so before "to" or "for"."""
_WISHING = frozenset("planned hoped expected intended aimed wanted sought meant needed wished".split())
"""Verbs whose past leaves open whether it came about."""
_DECIDING = frozenset(
    "voted agreed decided threatened promised vowed pledged ordered asked told urged invited resolved chose "
    "warned offered called elected undertook arranged allowed cleared swore opted".split()
)
"""Verbs whose past, before "to" or "by", tells of what is yet to be done."""
_PUTTING_OFF = frozenset(
    "postponed rescheduled moved delayed adjourned extended suspended deferred put remanded bailed banned "
    "barred brought gave given granted".split()
)
"""Verbs in the past whose "until" and "to" lie ahead."""
_PUTTING = frozenset(
    "postponing rescheduling moving delaying adjourning extending suspending deferring putting remanding "
    "banning barring bringing giving granting closing".split()
)
_PLANS = frozenset(
    "plan plans bid move deal offer call calls vote attempt decision proposal scheme pledge promise threat "
    "hopes intention push order".split()
)
_WILLING = frozenset(
    "plan plans hope hopes expect expects intend intends aim aims want wants seek seeks need needs wish "
    "threaten threatens promise promises vow vows pledge pledges prepare prepares planning hoping aiming "
    "preparing going".split()
)
"""Verbs in the present whose "to" or "by" lies ahead."""
_WANTING = frozenset("want wants need needs expects expecting seeks".split())
_SETTLED = frozenset(
    "begin start open reopen close end finish leave meet play face return resume visit vote go come arrive "
    "host travel expire launch take appear tour sail fly join hold become strike".split()
)
"""Verbs whose present with a date tells what is arranged ("opens in March", "are leaving on Friday")."""
_PARTICLES = frozenset("down up out off back over away in".split())
_COMING = frozenset("deadline upcoming forthcoming".split())
_TELLING = frozenset("say comment confirm discuss disclose reveal name identify elaborate answer".split())
_BELIEVED = frozenset("said believed thought alleged reported understood known claimed appeared".split())


def outlook(text: str, start: int, end: int) -> Outlook:
    """What the verb of a date's clause says of the date at ``[start, end)``; linear in the reach."""
    before = _STOP.split(text[max(0, start - _REACH) : start])[-1]
    after = text[end : end + _REACH]
    stop = _STOP.search(f"{after} ")
    asks = stop is not None and after[stop.start()] == "?"
    words, following = read_verbs(before, after[: stop.start()] if stop else after, asks=asks)
    return _behind(words) or _in_front(following)


def _behind(words: list[str]) -> Outlook:
    """What the last verb group before the date says, or empty."""
    while words and words[-1] in _BESIDE:
        words.pop()
    link = words.pop() if words and words[-1] in _LINKS else ""
    if link == "since":
        return "past"
    softened = infinitive = False
    for at in range(len(words) - 1, -1, -1):
        if words[at] in _OPENERS:
            break
        if words[at] in ("after", "following"):
            if words[at + 1 : at + 2] != ["the"]:
                return "past"  # "will appear after a raid on Friday"
            softened = True
        found = _group(words, at, link, infinitive)
        if found:
            return "nearest" if softened and found == "ahead" else found
        infinitive = infinitive or _opens_infinitive(words, at)
    if infinitive:
        return "nearest" if _PLANS & set(words) else "ahead"
    return ""


def _opens_infinitive(words: Sequence[str], at: int) -> bool:
    after = words[at + 1] if words[at] == "to" and at + 1 < len(words) else ""
    return after in ("be", "have") or after in lexicon().base


def _group(words: Sequence[str], at: int, link: str, infinitive: bool) -> Outlook:
    """What the verb group says whose last telling word stands at a place; empty if it belongs to none.

    Args:
        link: the preposition before the date.
        infinitive: whether "to" with a verb stands between the place and the date.
    """
    word, after = words[at], words[at + 1 :]
    if word in _COMING:
        return "ahead"
    if word in MODALS:
        return _modal(word, after)
    if word in _IS or word in _WAS:
        return _being(word, after, link)
    if word in _HAS:
        if at and words[at - 1] in _FINITE:
            return ""  # "would have", "plans to have": what opens the group tells
        return "ahead"  # what somebody has to do, or has on a day
    if word == "did":
        return "past"
    if word == "had":
        return "nearest" if after[:1] == ["to"] and link == "by" else "past"
    if word in _WANTING or (word in _WILLING and (infinitive or link in ("by", "until"))):
        return "ahead"
    if word in _DUE or (word in _DUE_BARE | _DUE_TO and _tells(word, after, link, infinitive)):
        return _due(words, at, infinitive)
    if _is_past(words, at):
        return "" if _caused(words, at) else _past(words, at, link, infinitive)
    delaying = word.endswith("ing") and link in ("until", "till") and word in _PUTTING
    return "ahead" if delaying or _arranged(words, at) else ""


def _modal(word: str, after: Sequence[str]) -> Outlook:
    """What may, should or could have been, what could not be, and what somebody would not say, is past; else
    a modal looks ahead."""
    done = "have" in after[:3] and word not in _WILL
    unsaid = word == "would" and after[:1] == ["not"] and not _TELLING.isdisjoint(after[1:3])
    return "past" if done or unsaid or (word == "could" and after[:1] == ["not"]) else "ahead"


def _being(word: str, after: Sequence[str], link: str) -> Outlook:
    """After a form of "be" without a participle: what is to be, is going to be, or is on a day."""
    rest = [each for each in after if each not in _SIDES]
    coming = rest[:1] in (["to"], ["going"]) or _arranged([word, *rest[:1]], 1)
    if word in _WAS:
        return "nearest" if coming and "have" not in rest[:2] else "past"
    here = not rest or rest[0] in ("at", "in", "on", "being")
    leaving = rest[:1] and rest[0].endswith("ing") and set(rest[1:]) <= _PARTICLES
    return "ahead" if coming or here or leaving or link in _DEADLINES else "past"


def _tells(word: str, after: Sequence[str], link: str, infinitive: bool) -> bool:
    """Whether "set", "planned", "expected" … tell what is to come: "set to", "planned for", "expected in"."""
    return (
        infinitive
        or (word in _DUE_BARE and not after)
        or (not after and link == "for")
        or after[:1] == ["for"]
    )


def _due(words: Sequence[str], at: int, infinitive: bool) -> Outlook:
    """After "due", "expected", "planned" …: of what was due it is open whether it came."""
    auxiliary = _auxiliary(words, at)
    if auxiliary in _WAS | {"had"}:
        return "past" if "have" in words[at + 1 : at + 3] else "nearest"
    return "nearest" if not auxiliary and infinitive and words[at] in _WISHING else "ahead"


def _past(words: Sequence[str], at: int, link: str, infinitive: bool) -> Outlook:
    """After a past form or participle: the auxiliary that opens its group decides, or else the verb."""
    word, auxiliary = words[at], _auxiliary(words, at)
    if auxiliary in MODALS:
        opening = max(i for i in range(at) if words[i] == auxiliary)
        return _modal(auxiliary, words[opening + 1 :])
    if auxiliary == "to":
        return _governed(words, max(i for i in range(at) if words[i] == "to"), at)
    if link in ("to", "until", "till") and word in _PUTTING_OFF:
        return "ahead"
    if link == "for" and auxiliary not in _IS:
        return "nearest"  # "called a strike for 26 March", "reported profits for March"
    if auxiliary in _HAS and link in ("until", "till"):
        return "ahead"
    if auxiliary in _IS and ("being" in words[at - 2 : at] or link in _DEADLINES):
        return "ahead"
    if word in _DECIDING and (infinitive or link == "by"):
        return "resolved"
    return "nearest" if infinitive and word in _WISHING else "past"


def _governed(words: Sequence[str], to: int, at: int) -> Outlook:
    """After "to be" or "to have" with a participle: what governs the infinitive decides."""
    if "have" in words[to:at] and (_BELIEVED | _WAS) & set(words[max(0, to - 3) : to]):
        return "past"  # "is believed to have left", "was to have opened"
    return _behind([*words[: to + 1], "be"]) or "ahead"


def _auxiliary(words: Sequence[str], at: int) -> str:
    """The word that opens the verb group of a participle: "will" of "will not have been finished"."""
    passed = ""
    for word in reversed(words[max(0, at - 6) : at]):
        if word in _FINITE and word != "have":
            return word
        if word not in _WITHIN and not word.endswith("ly"):
            break
        passed = word if word == "have" else passed
    return passed


def _caused(words: Sequence[str], at: int) -> bool:
    """Whether a participle tells what somebody has or wants done: "to have the roof mended"."""
    near = words[max(0, at - 5) : at - 1]
    return not _auxiliary(words, at) and any(
        word in _WANTING or (word in ("have", "get") and near[i - 1 : i] == ["to"])
        for i, word in enumerate(near)
    )


def _leading(words: Sequence[str], at: int) -> str:
    """The word before a place, "not" and its like passed over."""
    return next((word for word in reversed(words[max(0, at - 3) : at]) if word not in _SIDES), "")


def _is_past(words: Sequence[str], at: int) -> bool:
    word, before, forms = words[at], words[at - 1] if at else "", lexicon()
    if not is_past_form(word):
        return False
    return (
        before not in _ARTICLES
        and not before.endswith("'s")
        and not (word in forms.base and _leading(words, at) in MODALS | {"to"})
    )


def _arranged(words: Sequence[str], at: int) -> bool:
    """Whether a word is the present of a verb that tells what is arranged: "opens", "are leaving"."""
    word, before = words[at] if at < len(words) else "", words[at - 1] if at else ""
    if word.endswith("ing"):
        settled = not _SETTLED.isdisjoint((word[:-3], word[:-3] + "e", word[:-4]))
        return settled and _leading(words, at) in _IS | _WAS
    if not before or before in _NO_SUBJECT:
        return False
    plural = before.endswith("s") or before in ("they", "we", "you", "who")
    if word in _SETTLED:
        return plural
    out = word == "runs" and words[at + 1 : at + 2] in ([], ["out"])
    return not plural and word.endswith("s") and (out or not _SETTLED.isdisjoint((word[:-1], word[:-2])))


def _in_front(words: list[str]) -> Outlook:
    """What the first verb group after the date says, or empty; relative clauses are passed over."""
    passing = False
    for at, word in enumerate(words):
        if word in (";", ":"):
            break
        if passing or (at and word in _RELATIVE):
            passing = word != ","
            continue
        found = _opening(words, at)
        if found:
            return found
    return ""


def _opening(words: Sequence[str], at: int) -> Outlook:
    """What a verb group says that begins at a place, or empty."""
    word, after = words[at], words[at + 1 :]
    if word in _IS or word in _WAS:
        rest = [each for each in after[:4] if each not in _SIDES]
        coming = bool(rest) and (rest[0] in ("to", "going") or rest[0] in _DUE | _DUE_BARE | _DUE_TO)
        if word in _WAS:
            return "nearest" if coming else "past"
        return "ahead" if coming or rest[:1] == ["being"] else "past"
    if word in MODALS:
        return _modal(word, after)
    if word in _HAS or word == "had":
        return "ahead" if after[:1] == ["to"] and word != "had" else "past"
    return "past" if _is_past(words, at) else ""
