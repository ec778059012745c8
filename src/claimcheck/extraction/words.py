"""Word lists of the edit judge: which swaps of words are harmless, and which words never change without the
meaning."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extraction.closed import uncontracted

_WORD = re.compile(r"[^\W_]+(?:[’'.,-][^\W_]+)*|[%$£€¥]")

# Words of one group mean the same to a fact-checker; figures, names and dates never come into it.
_SYNONYMS = """
begin start commence began begun|end finish conclude|buy purchase bought|help assist aid|big large
sizeable|small little|child kid children kids|people persons|show demonstrate shown|use utilise
utilize employ|get obtain got|need require|ask request|job post position role|firm company business|
firms companies businesses|car vehicle|home house|near close|fast quick quickly rapidly|rise increase
climb grow risen rose grew grown climbed|fall drop decrease decline fell fallen|cut reduce lower slash|
build construct built|close shut|choose select pick chose chosen|keep retain kept|let allow permit|
happen occur|leave depart left|live reside|make produce made|meet gather met|move relocate|pay paid|
plan scheme proposal|price cost|say tell state add remark note said told stated adding added remarked
noted|look glance|talk discussion negotiation|think believe thought|try attempt seek sought|win
victory won|work function|yearly annual annually year|month monthly|doctor physician|lawyer attorney|
police officers|official functionary|parliament legislature|vote ballot|law legislation|rule
regulation|extinguish douse|film movie|committee panel|elect choose|football soccer|street road|
town municipality|citizen resident inhabitant|citizens residents inhabitants|worker employee staff|
workers employees|boss chief head leader|spokesman spokeswoman spokesperson|chairman chairwoman chair
chairperson|money funds cash funding|fund finance|hurt injure wound injured wounded|die dead|kill
slay|fire blaze|flood inundation|storm gale|weather conditions|area region zone district|centre
center|programme program|organisation organization body|recognise recognize|colour color|defence
defense|about approximately roughly around some circa|almost nearly virtually|exactly precisely|also
too additionally furthermore moreover|but however though although yet while whereas despite|because
since as owing due|after following|before prior|during throughout|until till|besides apart|now
currently presently today|soon shortly|later afterwards subsequently|earlier previously formerly|
recent latest|former ex previous|current present|new fresh novel|old aged elderly|important
significant key|main principal chief primary|whole entire complete|enough sufficient|many numerous|
several various|often frequently|rarely seldom|usually generally normally|quick swift rapid|hard
difficult|easy simple|sad unhappy|happy glad|angry furious|famous well-known renowned|rich wealthy|
poor impoverished|sick ill|clever smart intelligent|wrong incorrect mistaken|right correct|begin
launch open launched|hold stage host held staged|announce unveil reveal announced unveiled revealed|
approve back endorse approved backed endorsed|oppose resist|criticise criticize condemn|praise commend
laud|demand call|examine study inspect|investigate probe|inquiry investigation probe enquiry|check
verify|find discover found discovered|see observe saw seen|hear heard|give hand provide supply grant
gave given provided|receive get received|send dispatch sent|take took taken|bring brought|carry
transport|stop halt cease|prevent block|delay postpone|cancel scrap axe scrapped cancelled canceled
axed|replace substitute|repair fix mend|damage harm|destroy demolish ruin|burn|break smash broke
broken|steal stole stolen|arrest detain arrested detained|charge|jail imprison prison|release free
freed released|escape flee fled|attack assault|defend protect|fight battle|lead head led headed|join
enter|resign quit step|appoint name named appointed|elect chosen|hire recruit employ|fire sack
dismiss sacked dismissed|retire|increase boost raise|improve better|expand extend enlarge|include
contain comprise|consist|last endure|continue carry go|return|visit tour|travel journey|arrive
reach came|stay remain|wait await|expect anticipate|hope|want wish desire|like enjoy|love|hate|
fear|warn caution|promise pledge vow|agree consent|refuse decline|admit acknowledge concede|deny|
explain clarify|describe depict|call name dub|know|learn|understand|remember recall|forget|decide
resolve|estimate reckon|consider regard view|write pen wrote written|read|publish release issue|
print|speak spoke|answer reply respond|question query|photo photograph picture|image|story article
report|document paper file|letter|book volume|list|figure number|amount sum total|part portion
share|half|group team|crowd gathering|meeting session|deal agreement accord pact|contract|war
conflict|peace|weapon arm arms weapons|soldier troops soldiers troop|army military|government
administration cabinet|minister secretary|president|country nation state|countries nations states|
world globe|city|village|building structure|bridge|school|university college|student pupil|
students pupils|teacher|hospital clinic|patient|medicine drug medication|illness disease sickness|
study research survey|scientist researcher|scientists researchers|test trial|result outcome finding|
results outcomes findings|cause reason|effect impact|problem issue difficulty|solution answer|risk
danger|chance opportunity|success|failure|mistake error|crime offence|court tribunal|judge|trial
hearing|sentence|evidence proof|witness|victim|suspect|gun firearm|theft burglary robbery|accident
crash collision|plane aircraft aeroplane|ship vessel boat|train|journey trip|ticket|shop store|
shops stores|market|sale|sales|profit earnings|loss|debt|tax levy|budget|bank|share stock|
shares stocks|investor shareholder|customer client|customers clients|goods products|game match
fixture|goal|player|coach manager trainer|fan supporter|fans supporters|stadium ground arena|season
campaign|cup trophy|league|women|men|wife spouse husband partner|mother mum|father dad|baby
infant|teenager youth|garden yard|river|sea ocean|lake|mountain hill|forest wood woods|tree|
animal|dog|food meal|water|per each|among amongst|toward towards|upon on|for during|via through
by|inside within in|outside|onto on|underneath beneath under|whilst while|gotten got|learnt
learned|spelt spelled|burnt burned|percent per%|euro euros €|dollar dollars $|pound pounds £|mister
mr
"""

_ANTONYMS = """
rise fall|rose fell|risen fallen|increase decrease|increased decreased|up down|more less|more
fewer|higher lower|above below|over under|
before after|win lose|won lost|accept reject|accepted rejected|approve reject|approved rejected|support
oppose|supported opposed|first last|
best worst|open close|opened closed|begin end|began ended|start stop|started stopped|buy sell|bought
sold|guilty innocent|convicted acquitted|
alive dead|male female|man woman|men women|he she|his her|him her|legal illegal|public private|north
south|east west|northern southern|
eastern western|early late|to from|to by|into out|earlier later|maximum minimum|import export|imports
exports|deny admit|denied admitted|denied confirmed|deny confirm|
gain loss|profit loss|young old|youngest oldest|largest smallest|strong weak|success failure|succeeded
failed|agree refuse|agreed refused|
for against|with without|win defeat|won defeated|hire fire|hired fired|join leave|joined left|true
false|safe dangerous|majority minority
"""

# Classes whose members may be swapped for one another, but whose presence and class are part of the meaning.
_CRITICAL = {
    "negation": "not n't no never none nobody nothing neither nor nowhere without hardly scarcely barely "
    "cannot fail failed fails lack "
    "lacks lacked refuse refused refuses deny denied denies non unable",
    "all": "all every everyone everybody each always entire whole both",
    "most": "most majority mostly largely mainly predominantly",
    "many": "many numerous lots dozens scores hundreds thousands millions",
    "some": "some several various certain a-few handful sometimes partly partially",
    "few": "few fewer little minority rarely seldom",
    "only": "only just solely alone merely exclusively",
    "half": "half halves twice double doubled triple tripled third quarter",
    "more": "more least over above exceeding beyond",
    "less": "less under below fewer most",
    "nearly": "nearly almost virtually",
    "about": "about around roughly approximately circa estimated",
    "will": "will shall 'll won't",
    "would": "would 'd",
    "may": "may might could can possibly perhaps maybe potentially",
    "must": "must should ought shall need needs obliged required mandatory",
    "likely": "likely probably expected poised due set scheduled planned plans",
    "hedge": "reportedly allegedly apparently purportedly supposedly seemingly alleged claimed claims "
    "claim alleges believed suspected "
    "unconfirmed rumoured",
    "if": "if unless whether provided",
    "before": "before prior until till",
    "after": "after following since",
    "against": "against versus",
    "deny": "deny denied denies rejects rejected dispute disputed disputes",
    "admit": "admit admitted admits concede conceded acknowledge acknowledged confess confessed",
    "confirm": "confirm confirmed confirms verified",
    "warn": "warn warned warns cautioned",
    "suggest": "suggest suggested suggests indicate indicated indicates implied hinted",
    "accuse": "accuse accused accuses blame blamed blames",
    "promise": "promise promised promises pledge pledged pledges vow vowed vows",
    "according": "according",
    "first": "first initial",
    "last": "last final latest",
    "record": "record unprecedented",
}

_FUNCTION = frozenset(
    "a an the of in on at to for from by with into onto as and or that this these those which who "
    "whom whose it its they them their he she "
    "his her him hers is are was were be been being am has have had having do does did doing there "
    "here then than so such very "
    "also too but however though although yet while whereas meanwhile when where what how i we us "
    "our you your my me one up out off "
    "upon via through per among between during both s t re ve d ll mr mrs ms dr sir said says say "
    "told tell tells added adds adding stated "
    "located situated states state saying quite really rather indeed still even now further "
    "furthermore moreover "
    "additionally".split()
)
_SUFFIXES = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly")


def tokens(text: str) -> list[str]:
    """Lower-case words of a text, contractions of "not" and "will" taken apart, possessive endings off."""
    found: list[str] = []
    for word in _WORD.findall(text.lower().replace("’", "'")):
        stem, *behind = uncontracted(word)
        found += [stem.removesuffix("'"), *(each for each in behind if each not in ("'s", "'d", "am"))]
    return found


def stem(word: str) -> str:
    """A crude stem, for comparing inflections of one word."""
    if word[:1].isdigit():
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            base = word[: -len(suffix)]
            if suffix in ("ies", "ied"):
                return base + "y"
            if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lsz":
                base = base[:-1]
            return base.removesuffix("e")
    return word.removesuffix("e") if len(word) > 4 else word


def is_function_word(word: str) -> bool:
    """Whether the word carries no content of its own."""
    return word in _FUNCTION


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(" ".join(_SYNONYMS.split("\n")).split("|")):
        for word in group.split():
            found.setdefault(word, set()).add(number)
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def _antonyms() -> frozenset[tuple[str, str]]:
    pairs = [tuple(pair.split()) for pair in " ".join(_ANTONYMS.split("\n")).split("|")]
    return frozenset((a, b) for pair in pairs for a, b in (pair, pair[::-1]))


@cache
def _critical() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in _CRITICAL.items():
        for word in words.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def same_meaning(one: str, other: str) -> bool:
    """Whether two lower-case words may stand for one another."""
    if one == other or stem(one) == stem(other):
        return True
    if (one, other) in _antonyms():
        return False
    groups = _groups()
    nothing: frozenset[int] = frozenset()
    mine = groups.get(one, nothing) | groups.get(stem(one), nothing)
    return bool(mine & (groups.get(other, nothing) | groups.get(stem(other), nothing)))


def opposed(one: str, other: str) -> bool:
    """Whether two lower-case words are listed opposites."""
    return (one, other) in _antonyms()


def critical_classes(word: str) -> frozenset[str]:
    """The classes (negation, quantifier, modality, hedge …) that a lower-case word belongs to."""
    return _critical().get(word, frozenset())
