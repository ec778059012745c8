"""Whether a line without a full stop (headline, caption, list item) asserts anything: does it hold a finite
verb?

A small lexicon of verbs common in news and a few neighbour tests; no parser. In running prose nothing here
is asked: a sentence with a full stop is taken to assert unless :mod:`claimcheck.extraction.calls` says
otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimcheck.extraction.closed import FINITE, NEGATED

_VERBS = """
abandon accept accuse achieve acquire act add admit adopt advance affect agree aim allege allow amend
announce appeal appear
appoint approve argue arrest arrive ask assault assert attack attend avoid award back ban bar bash beat
become begin believe
bid blame block board bolster boost borrow boycott break brief bring build burn burst buy call campaign cancel
capsize capture carry cast
catch cause celebrate challenge change charge chase cheer choose cite claim clash clear climb close
collapse collect come
compete complain complete concede condemn confess confirm connect consider contain continue contract
contribute convict cost
count cover crash create criticise criticize cross crush curb cut damage deal debate decide declare
decline defeat defend defy
delay deliver demand demolish deny depart deploy deport design destroy detain develop die direct
disappear discover dismiss
dispute dissolve divide donate double doubt draw drive drop drown earn ease edge elect eliminate emerge
end endorse enjoy enter
erupt escape estimate evacuate examine exceed expand expect explain explode explore express extend face
fail fall favour fear
feature fight file fill find fine finish fire flee flood fly follow force forecast form found free
freeze fund gain gather get
give go grant grow guarantee halt halve hand hang happen harm head hear help hide hire hit hold honour
hope host hunt hurt
identify ignore impose improve include increase indicate inform injure insist inspect invest investigate
invite involve issue
jail join jump keep kick kidnap kill know lack land last launch lay lead leap learn leave lift light
link list live locate lock
lose lower maintain make manage mark marry match meet merge miss mock monitor mourn move mull murder name
narrow need net note
notice obtain occupy occur offer open oppose order oust outline overhaul overtake overturn owe own pass
pause pay peak plan
play plead pledge plunge point postpone praise ponder predict prepare present press prevent probe produce
promise propose prosecute
protect protest prove provide publish pull punish purchase push put question quit quiz raid raise rally
rebuke reach
read rebuff recall
receive recognise recommend record recover recruit reduce refuse regain regret reject release rely
remain remember remove
rename renew reopen repeal replace reply report represent rescue rip resign resist resolve respond restore
restrict resume retain
retire return reveal reverse review rise risk rival rob rule run rush sack save say score scrap search
secure seek seem seize
sell send sentence serve set settle shed shelve shift shoot show shrink shut sign sink sit slam slash
slide slow slump snap
soar solve spare spark speak speed spend spill split spread stab stage stall stand start state stay
steal step stick stop storm
strengthen strike struggle submit succeed sue suffer suggest support surge surpass surrender survive
suspect suspend swap sweep
swim switch tackle take talk target tell tempt test thank think threaten throw tie tighten top total
tour track trade trail train
transfer trap travel treat trigger triple trounce try tumble turn undergo underestimate understand
unearth unite unveil uphold
urge use vanish veto view visit vote vow wait walk want warn wash waste watch weaken wear weigh welcome
widen win wipe withdraw
witness work worry worsen wreck write yield
accommodate advise allocate assess attract cease certify circulate clarify combine commemorate commit
compare compensate compile comprise conclude conduct confine confront conquer consist construct consult
consume convert convey cooperate correct cultivate cure dedicate define depend depict descend describe
deserve detect deteriorate devastate differ dig diminish disagree disclose disrupt distribute dominate
eat embark embrace employ enable encounter encourage enforce engulf enhance enrol ensure equip evolve
exclude exist expel expire fetch generate govern greet hail haul hinder imprison incur
inherit initiate install insure integrate intend introduce irrigate justify lend listen manufacture
motivate nominate obey observe operate organise originate outlaw outnumber outsell participate perform
permit persuade pollute portray possess pour preserve preside prohibit provoke pursue qualify quash
react rebuild reckon recycle regulate reinforce relocate renovate repay require reside revive rotate
satisfy shine specialise sponsor steer subsidise supervise supply suppress surround sustain swear tend testify
thrive tolerate transform translate transmit undermine vary wed withstand
"""

_IRREGULAR = """
became become began begun beat beaten bet bought bound broke broken brought built burnt came caught
chose chosen cost cut
did done drank drawn drew driven drove fallen fed fell felt fled flew flown forbade forgot fought found
froze frozen gave given
gone got grew grown had heard held hid hidden hit hung hurt kept knew known laid lain lay led left lent
lost let made meant met
outdone overtook overtaken paid put quit ran read resold rose risen said sang sank sat saw seen sent set
shot shown shrank shut
slain slept slew slid sold sought spent spoke spoken spread stole stolen stood struck stuck sung sunk
sworn swore swum swung
swore lent ate rebuilt dug taken taught thought thrown told took tore torn threw underwent upheld
understood went withdrew withdrawn woke woken won wore worn wrote written
"""

_AUXILIARIES = (
    FINITE
    | NEGATED
    | frozenset("do am i'm it's he's she's that's there's we're they're you're we've they've i've".split())
)
_NOUNISH = frozenset(
    "act aim appeal attack award ban bid block board break call campaign cast cause challenge change "
    "charge claim clash "
    "close collapse contract cost count cover crash cross cut damage deal debate decline defeat "
    "delay demand design direct "
    "dispute doubt draw drive drop edge end escape estimate fear feature fight file fine fire flood "
    "force forecast form fund "
    "gain grant hand head help hit hold hope host hunt increase issue jail jump kick land lead leap "
    "light link list live lock "
    "make mark match move murder name need net note notice offer open order pass pause pay peak plan "
    "play pledge point press probe "
    "promise protest question quiz raid rank rate reach read record release reply report rescue "
    "return review rise risk rival "
    "rule run rush save score search set shift show sign slide slump spark speed spill split spread "
    "stage stand start state "
    "stay step stop storm strike support surge suspect swap sweep switch talk target test thank tie "
    "top total tour track trade "
    "trail train transfer trap travel treat trigger turn use veto view visit vote wait walk want "
    "wash waste watch welcome win "
    "witness work worry yield thought read found mean saw felt left supply permit "
    "sponsor".split()
)
_NO_VERB_AFTER = frozenset(
    "a an the this that these those my your our their his her its of in on at by with from for about "
    "into over under and or "
    "no every each some any more most very newly highly former recently".split()
)
_CLAUSE_STARTS = frozenset("if until before after as once unless because while though".split())
_SELDOM_NOUNS = frozenset(
    "closes opens ends collapses wins escapes stands stays stops waits wants pays yields floods holds votes "
    "sinks burns crashes splits folds".split()
)
"""Verbs that at the end of a short headline ("Mill closes") are hardly ever a noun's plural."""
_FATES = frozenset("dead missing unhurt alive".split())
"""What a short headline says of somebody without a verb ("Two dead")."""
_PLURAL_MODIFIERS = frozenset(
    "sports sales arms rights weapons news business customs savings games careers drugs jobs systems "
    "operations communications services arts states years days women's men's years' days'".split()
)
"""Plurals that stand before nouns ("sales drop")."""
_NO_NOUN_BEFORE = frozenset("and or of for in on at from with by & | into".split())
_PLURALS = frozenset("police people men women children we they you i who families mps".split())
_LABEL_STARTS = frozenset("how why what when where who which whose whether".split())
_NOT_PLANNED = frozenset(
    "how way ways guide need want things time ready reasons where what when right road path key tips "
    "order thanks due up "
    "nothing something anything everything chance plans reason lot much more nowhere close "
    "back according guide introduction route places movies stories ideas foods "
    "steps".split()
)
_NO_PAST = frozenset(
    "united hundred limited indeed wicked sacred naked speed bleed breed greed exceed proceed".split()
)
_MOVED = re.compile(
    r"[^\W\d_]s? (?:(?:cut|hit|hike|raise|rise|fall|drop|jump|surge|plunge|slump|climb|grow|trim|slash|swell)"
    r"(?:s|ed|ped)? (?:by|to|from)|up|down|(?:up|down) (?:by|to|from|over|more than|nearly|almost|about)) "
    r"(?:a |an )?(?!(?:19|20)\d\d\b)[$£€]?\d",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verb forms in lower case."""

    base: frozenset[str]
    third: frozenset[str]
    past: frozenset[str]
    nounish: frozenset[str]


def words_of(text: str) -> list[str]:
    """The words of ``text``, in their own case, straight apostrophes."""
    return [word.replace("’", "'") for word in _WORD.findall(text)]


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb[:-1] + "ied",)
    return (verb + "ed", verb + verb[-1] + "ed")


def forms_of(verb: str) -> frozenset[str]:
    """A regular verb in all its forms: "ratify", "ratifies", "ratified", "ratifying".

    Whether a last letter is doubled ("planned") depends on how the verb sounds, so it is given both ways.
    """
    if verb.endswith("ie"):
        return frozenset({verb, _third(verb), *_past(verb), verb[:-2] + "ying"})
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb
    doubled = {stem + stem[-1] + "ing"} if stem[-1] not in "aeiouhwxy" else set[str]()
    return frozenset({verb, _third(verb), *_past(verb), stem + "ing", *doubled})


@cache
def lexicon() -> Lexicon:
    """The verb forms, inflected once."""
    base = frozenset(_VERBS.split())
    past = {form for verb in base for form in _past(verb)} | set(_IRREGULAR.split())
    nounish = _NOUNISH | {_third(verb) for verb in _NOUNISH}
    return Lexicon(base, frozenset(_third(verb) for verb in base), frozenset(past), nounish)


def _is_finite(lower: Sequence[str], at: int, forms: Lexicon) -> bool:
    word, before = lower[at], lower[at - 1]
    after = lower[at + 1] if at + 1 < len(lower) else ""
    if before in _NO_VERB_AFTER or before.endswith(("'s", "ly")) or after == "per":
        return False  # "Claims paid per 100 policies", as over a table
    if after == "among" and word in forms.nounish:
        return False
    if word == "to":
        return after in forms.base and before not in _NOT_PLANNED
    if word in forms.third:
        return word not in forms.nounish or (bool(after) and after not in _NO_NOUN_BEFORE)
    if word in forms.past:
        return word not in forms.nounish or (bool(after) and after not in _NO_NOUN_BEFORE)
    if word.endswith(("izes", "ises", "ifies")) or (
        word.endswith("ed") and len(word) > 4 and word not in _NO_PAST
    ):
        return bool(after)
    plural = (
        before in _PLURALS
        or "and" in lower[max(0, at - 3) : at]
        or (before.endswith("s") and not before.endswith(("ss", "'s")))
    )
    if word in forms.base and plural:
        return word not in forms.nounish or (bool(after) and after not in _NO_NOUN_BEFORE)
    return False


def asserts(text: str) -> bool:
    """Whether a line that need not be a full sentence says that something is, was or will be so.

    A question, a "how to" and a bare noun phrase do not assert.
    """
    lower = [word.lower() for word in words_of(text)]
    if len(lower) < 2 or lower[0] in _LABEL_STARTS or text.rstrip("\"'”’) ").endswith("?"):
        return False
    if lower[:3] == ["this", "is", "how"] or lower[:3] == ["this", "is", "why"]:
        return False
    if any(word in _AUXILIARIES for word in lower[1:]) and lower[0] not in _AUXILIARIES:
        return True
    if lower[0] in {"i'm", "it's", "he's", "she's", "that's", "there's", "we're", "they're", "i've", "we've"}:
        return True
    forms = lexicon()
    return any(_is_finite(lower, at, forms) for at in range(1, len(lower))) or _tells_a_figure(text, lower)


def _tells_a_figure(text: str, lower: Sequence[str]) -> bool:
    """Whether a line says that something rose, fell or counts: "Port jobs cut by 12%", "Sales up 4%", "The
    port employs 300 people"."""
    if any(char.isdigit() for char in text) and _MOVED.search(text):
        return True
    return any(
        word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and not lower[at].endswith(("s", ".", ","))
        and lower[at + 2][0].isdigit()
        and lower[at + 3].endswith(("s", "people", "men", "women", "children", "staff"))
        for at, word in enumerate(lower[1:-2])
    )


def asserts_as_headline(text: str) -> bool:
    """Whether the article's main headline asserts: nearly all do, also without a verb ("Dozens dead in boat
    fire").

    Questions, "how to" and noun phrases in title case, with a colon or of three words at most do not; of
    so few words one that ends in a verb does ("Mill closes", "Prices rise").
    """
    if asserts(text):
        return True
    if ": " in text:
        return any(asserts_as_headline(side) for side in text.split(": ", 1))
    words = words_of(text)
    lower = [word.lower() for word in words]
    if 1 < len(words) < 4 and lower[0] not in _LABEL_STARTS and _ends_in_a_verb(lower):
        return True
    if len(words) < 4 or lower[0] in _LABEL_STARTS or text.rstrip("\"'”’) ").endswith("?"):
        return False
    small = sum(word[0].islower() for word in words[1:] if len(word) >= 4)
    return lower[0] not in ("the", "a", "an", "my", "our") and small >= 2


def _ends_in_a_verb(lower: Sequence[str]) -> bool:
    """Whether the last of a few words is a verb, and the one before it what does so."""
    before, last = lower[-2:]
    if before in _NO_VERB_AFTER or before in _NO_NOUN_BEFORE or lower[0] in _NO_NOUN_BEFORE | _CLAUSE_STARTS:
        return False
    if last in _FATES:
        return before not in ("walking", "living")
    plural = before.endswith("s") and not before.endswith(("ss", "us", "is", "'s"))
    if last in _SELDOM_NOUNS:
        return not plural
    return plural and before not in _PLURAL_MODIFIERS and last in _NOUNISH and last in lexicon().base
