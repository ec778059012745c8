"""What a court ruled in May, or a study found: a date between verb and clause, and the clause in front.

"The coins found in May that a farmer kept" has the same words and tells of no finding. Only where who
found can find, and the clause is whole without a noun before it, is it taken for one; else it stays unread.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from claimcheck.documents.calendar_words import MONTH, MONTH_NAME, WEEKDAYS
from claimcheck.extraction.attribution.lexicon import GIVEN_HE, GIVEN_SHE
from claimcheck.extraction.attribution.patterns import END, at_places
from claimcheck.extraction.attribution.spans import Spans
from claimcheck.extraction.closed import FINITE, MODALS, NEGATED
from claimcheck.extraction.verbs import asserts, lexicon, words_of

_DAY = rf"(?:{'|'.join(WEEKDAYS).title()})(?: (?:morning|afternoon|evening|night))?"
_DATE = rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})(?:,? \d{{4}})?"
_SEASON = rf"(?:{MONTH_NAME}|spring|summer|autumn|winter)"
_WHEN = (
    rf"(?: (?:(?:on |late |early |late on |early on )?{_DAY}|on {_DATE}"
    rf"|(?:in|back in|as early as) (?:early |mid-|late )?(?:{_SEASON}(?: \d{{4}})?|\d{{4}})"
    rf"|(?:earlier |later )?(?:last|this) (?:week|month|year|{_DAY}|{_SEASON})"
    r"|yesterday|today|tonight|earlier|recently|unanimously"
    r"|(?:\w+ ){1,2}(?:days?|weeks?|months?|years?) (?:ago|later|earlier)"
    r"|in (?:an?|the|its|his|her|their) (?:[\w-]+ ){0,3}"
    r"(?:ruling|judge?ment|verdict|decision|report|study|statement|letter|memo)))"
)
"""When or where it was found, between the verb and what it introduces."""
_JUDGES = r"courts?|judges?|justices|tribunals?|jury|coroner|magistrates?|ombudsman|arbitrators?"
_SITTINGS = r"inquest|inquiry|enquiry"
_FINDERS = (
    r"regulators?|watchdog|commission|committee|panel|board|council|agency|ministry|department|authority"
    r"|authorities|government|firm|company|bank|police|prosecutors|investigators|inspectors|auditors"
    r"|scientists?|researchers?|economists?|analysts?|experts|historians|officials"
    r"|study|studies|surveys?|audit|review|investigation|analysis"
)
"""Who finds and is hardly ever found, held or heard: no persons at large ("the girl found on Monday that…"),
and no papers ("the letter found in 2019 that…")."""
_MODIFIER = (
    r"(?:appeals?|federal|high|higher|highest|supreme|county|crown|district|regional|local|top|lower"
    r"|constitutional|administrative|labour|labor|employment|military|criminal|civil|commercial|family"
    r"|juvenile|public|national|international|state|provincial|municipal|independent|senior|chief|city"
    r"|government|parliamentary|energy|financial|rail|water|[A-Z][\w’'-]*|[\w-]{1,40}[’']s?|\w{1,30}(?:-\w{1,30}){1,4})"
)
_OF = r"(?: (?:in|of|for|at) (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,3})?"
_THE = r"(?:[Tt]he |[Aa]n? |[Ii]ts |[Tt]heir |[Tt]wo |[Tt]hree )?"
_FOUND = r"(?:ruled|found|concluded|determined|estimated|reported|warned|noted|accepted)"
_NAMED = r"(?P<given>[A-Z][a-z]+) [A-Z]\w+"
_GIVEN = GIVEN_HE | GIVEN_SHE | {"judge", "justice"}
_RULING = re.compile(
    rf", (?P<source>(?:the|an?) (?:{_MODIFIER} ){{0,3}}?(?:{_JUDGES}|Court|Tribunal|{_SITTINGS}){_OF})"
    rf" (?P<cue>(?:has |have |had )?(?:ruled|found|held|heard|concluded|was told)){_WHEN}?"
    r"(?=\.(?:\s|$)|\n|$)"
)
_PERSON = re.compile(r"\b(?:judges?|coroner|magistrates?|arbitrators?|ombudsman)\b")
_OF_PERSONS = re.compile(r"found|held|heard")
_RULED = 300
"""Code points that may stand before "…, a court ruled in May" and be what it ruled."""
_TIMES = (
    "moment minute instant second hour day weekday weekend week fortnight month quarter season year decade "
    "century time date morning afternoon evening night spring summer autumn winter"
)
_TIME_NOUNS = frozenset(f"{_TIMES} {' '.join(f'{noun}s' for noun in _TIMES.split())}".split())
OTHER_TIME = re.compile(
    rf"that (?:same |very |particular )?(?:{'|'.join((*_TIMES.split(), *map(str.title, WEEKDAYS)))})\b"
)
"""``in May that year``."""
_LINKS = frozenset(
    "after although as because before how if like once since than that though till unless until when "
    "whenever where wherever whereas whether which while who whom whose whatever however matter sooner "
    "lest".split()
)
"""Words that begin a clause within another."""
_JOINED = _LINKS - frozenset("after as before like once since than till until".split()) | {"and", "or", "but"}
"""Those of them, and others, behind which another verb may stand, and that are no prepositions."""
_STARTS = frozenset("the a an his her its their he she it they we there these those some both".split())
_NEVER_STARTS = frozenset(
    "what whatever who whoever which never nor neither so only rarely seldom how such not hence thus then "
    "here that this all hardly scarcely barely little much often no today yesterday tomorrow".split()
) | {*WEEKDAYS}
"""What an auxiliary follows without being its subject, and what may tell when or how."""
_OBJECTS = frozenset("the a an his her its their him them it no any every".split())
_TURN = re.compile(
    r"[“”\";:,]|\b(?:but|yet|then|until|so)\b|"
    r"\b(?:and|or) (?:(?:[\w-]+ ){0,2}(?:days?|weeks?|months?|years?|hours?)\b"
    r"|(?:after|at|before|by|during|earlier|finally|in|last|later|now|on|once|since|soon|today|when|with\w*"
    r"|yesterday)\b)"
)
"""Where something else begins, that may only say when it was ruled."""


@cache
def _dated() -> tuple[re.Pattern[str], ...]:
    adverbs = r"(?:has |have |had |also |now |further |later )*"
    lead = r"(?:But |And |Yet |(?:In|For|On|At) [^,.\n]{3,60}, )?"
    the = rf"{_THE}(?:{_MODIFIER} ){{0,3}}?"
    finders = rf"{the}(?i:{_JUDGES}|{_SITTINGS}|{_FINDERS})"
    hearers = rf"{the}(?i:{_JUDGES}|{_SITTINGS}|committee|panel)"
    ways = (
        (rf"{the}(?i:{_JUDGES})", "held", _WHEN),
        (hearers, "heard", f"{_WHEN}?"),
        (finders, "(?:determined|established)", ""),
        (finders, _FOUND, _WHEN),
        (_NAMED, _FOUND, _WHEN),
    )
    return tuple(
        re.compile(
            rf"{lead}(?P<source>{source}{_OF}) (?P<cue>{adverbs}{verb}){when}"
            rf" (?P<content>that [^\n]{{5,400}}?){END}",
            re.MULTILINE,
        )
        for source, verb, when in ways
    )


def rulings(text: str, starts: Sequence[int]) -> Iterator[Spans]:
    """``A court ruled in May that it was unlawful``, ``It was unlawful, a court ruled``.

    Args:
        starts: where sentences and lines begin.
    """
    for pattern in _dated():
        for match in at_places(pattern, text, starts):
            given = match.groupdict().get("given")
            if (given is None or given.lower() in _GIVEN) and _is_found(match["content"]):
                yield Spans((match.span("source"),), (match.span("cue"),), (match.span("content"),))
    for match in _RULING.finditer(text):
        begin = starts[bisect_right(starts, match.start()) - 1]
        if match.start() - begin <= _RULED and not _apposed(match) and _is_ruled(text[begin : match.start()]):
            yield Spans((match.span("source"),), (match.span("cue"),), ((begin, match.start()),))


def _apposed(ruling: re.Match[str]) -> bool:
    """``The bill was paid by Ida Dorn, the judge held in May``: one who is named, and no ruling."""
    person = _PERSON.search(ruling["source"]) and _OF_PERSONS.search(ruling["cue"])
    before = ruling.string[max(0, ruling.start() - 40) : ruling.start()].split()
    return bool(person and before and before[-1][:1].isupper())


def _is_found(content: str) -> bool:
    """Whether "that …" is a clause of its own, and tells nothing more of the noun before it.

    It does where a verb follows at once ("that ended in a row"), or where a second verb follows without a
    link ("that experts dated to 1650 was sold"), which is the noun's.
    """
    words = _small(content)[1:]
    first = next((word for word in words if not _is_adverb(word)), "")
    if OTHER_TIME.match(content) or _may_be_verb(first) or not asserts(content.removeprefix("that ")):
        return False
    linked = "," in content or _JOINED & {*words}
    return bool(linked) or len(_verbs(words)) == 1


def _is_ruled(content: str) -> bool:
    """Whether the words before "…, a court ruled" are a main clause, and not when or why it was ruled."""
    words = _small(content)
    verbs = _verbs(words)
    if not verbs or not verbs[0] or _TURN.search(content) or not asserts(content):
        return False
    at = verbs[0]
    if _LINKS & {*words[:at]} or _TIME_NOUNS & {*words[:at]}:
        return False
    if not _is_auxiliary(words[at]):
        return words[0] in _STARTS and words[at + 1 : at + 2] != [] and words[at + 1] in _OBJECTS
    named = at == 2 and words[0] in _GIVEN
    return words[0] in _STARTS or named or (at == 1 and words[0] not in _NEVER_STARTS | _LINKS)


def _small(content: str) -> list[str]:
    """The words in small letters; May is no auxiliary."""
    return ["month" if word == "May" else word.lower() for word in words_of(content)]


def _verbs(words: Sequence[str]) -> list[int]:
    """Where the finite verbs of a clause in small letters stand, each with its auxiliaries counted once."""
    found: list[int] = []
    chained = False
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if _is_auxiliary(word):
            if not (word == "have" and before in MODALS):
                found.append(at)
            chained = True
        elif chained and (word in ("been", "being", "be") or _is_adverb(word)):
            continue
        elif _is_lexical(word, before, words[at + 1 : at + 2]):
            if not chained:
                found.append(at)
            chained = False
        else:
            chained = False
    return found


def _is_auxiliary(word: str) -> bool:
    return word in FINITE or word in NEGATED


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and word not in _NO_ADVERBS)


def _is_lexical(word: str, before: str, after: Sequence[str]) -> bool:
    """Whether the word is a verb of its clause; "the alleged fraud" and "paid by the firm" hold none."""
    if before in _BEFORE_NOUNS or before.endswith("'s") or _is_adverb(before) or [*after] == ["by"]:
        return False
    forms = lexicon()
    if before.endswith("s") and word in forms.base:  # "that officials use"
        return True
    if word in forms.nounish:
        return False
    return word in forms.past or word in forms.third or (word.endswith("ed") and len(word) > 4)


_ADVERBS = frozenset("not also still later never now then soon often only again".split())
_NO_ADVERBS = frozenset(
    "family assembly supply reply ally july italy monopoly anomaly rally bully fly apply rely comply imply "
    "multiply butterfly".split()
)
_BEFORE_NOUNS = frozenset(
    "a an the this these those my your our his her its their of in on at by with from for about into over "
    "under to no every each some any more most".split()
)


def _may_be_verb(word: str) -> bool:
    forms = lexicon()
    known = word in forms.base or word in forms.third or word in forms.past or word in forms.nounish
    return known or _is_auxiliary(word) or (word.endswith("ed") and len(word) > 4)
