"""Acts with verbs that may tell of speech: a parcel is rejected, a patient admitted, a visa denied.

What the verb has as its object tells. Of verbs of taking and refusing ("accept", "deny") it must be something
that can be said or thought ("the claim", "any wrongdoing"), of the others ("recall", "present") it must not
be a thing, a person in their care or a thing of the law. A quotation or a clause is always said.
"""

from __future__ import annotations

import re
from functools import cache

from claimcheck.documents.calendar_words import WEEKDAYS
from claimcheck.extraction.attribution.lexicon import BARE_PERSONS, DOCUMENTS, NOT_NAMES
from claimcheck.extraction.attribution.spans import Spans
from claimcheck.extraction.closed import FINITE, NEGATED
from claimcheck.extraction.verbs import forms_of, lexicon

_TAKING = frozenset("accept admit concede decline deny dismiss refuse reject".split())
_DOING = frozenset(
    "acknowledge address allow announce attack back call challenge charge cite claim confirm credit"
    " declare defend deliver direct file float greet hail hold issue maintain mark note observe offer"
    " order pass post present press push question raise read recall release repeat report request share"
    " show submit support welcome".split()
)
_DECIDING = frozenset("accept adopt approve back defeat endorse pass ratify reject veto".split())
"""Verbs of those who vote or decide; of the first and last some are also said ("backed", "rejected")."""
_VIEWING = frozenset("accept back endorse reject".split())
"""Those of them that somebody who decides nothing may also just say."""
_DECIDERS = re.compile(
    r"\b(?:councill?ors?|council|committee|board|panel|parliament|senate|house|assembly|congress|cabinet|chamber"
    r"|shareholders|members|mps|msps|lawmakers|legislators|legislature|senators|peers|deputies|delegates|voters"
    r"|governors|trustees|directors|commissioners|commission|regulators?|creditors|electorate|referendum|synod"
    r"|clubs|court|judges?)\Z",
    re.I,
)
_COUNTED = re.compile(r"\b(?:unanimously|narrowly|overwhelmingly|votes?|per cent|percent|\d+%|\d+[-–]\d+)\b")
_DECIDED = frozenset(
    "amendment application bill blueprint budget constitution deal law legislation measure merger motion"
    " offer ordinance package plan proposal resolution scheme takeover treaty".split()
)
"""What is put to a vote or decided on."""
_OWN: dict[str, frozenset[str]] = {
    "acknowledge": frozenset("crowd crowds applause cheers receipt audience".split()),
    "address": frozenset("crowd crowds rally audience congregation conference meeting parliament".split()),
    "allow": frozenset("goal goals try penalty".split()),
    "announce": frozenset("guest guests visitor visitors passenger passengers caller customers".split()),
    "charge": frozenset("battery fee fees entry admission".split()),
    "claim": frozenset(
        "refund compensation expenses benefit benefits pension allowance prize bounty".split()
    ),
    "concede": frozenset("goal goals penalty corner try free-kick set point points run runs lead".split()),
    "confirm": frozenset("booking bookings reservation room rooms appointment order seat seats".split()),
    "credit": frozenset("account accounts".split()),
    "declare": frozenset("dividend innings income earnings goods shipment".split()),
    "maintain": frozenset("lead speed grip balance pace".split()),
    "observe": frozenset(
        "minute silence fast feast holiday sabbath lent ramadan curfew truce ceasefire".split()
    ),
    "offer": frozenset("seat lift drink meal tea coffee bed shelter reward discount".split()),
    "present": frozenset("bill".split()),
    "read": frozenset("meter meters lesson".split()),
    "recall": frozenset("ambassador ambassadors envoy consul striker winger batsman squad".split()),
    "support": frozenset("weight load".split()),
}
"""What else is done, not said, with one of these verbs: "concede a goal"."""
_SAID = frozenset(
    "account accusation attack advice affair agreement allegation amendment analogy anger answer apology"
    " approach argument assertion assumption authority ban belief bias bid bill blame blueprint bribe"
    " budget call case cause ceasefire challenge charge claim comment comparison complaint compliment"
    " compromise concept concern conclusion conditions connection conspiracy corruption criticism critique"
    " culpability danger deal debt defeat demand difference difficulty doubt effect endorsement error"
    " evidence excuse existence explanation fact failing failure fault fear figure finding flaw fraud gap"
    " guilt help hint idea ill-treatment implication impropriety inaction incident independence innuendo"
    " insinuation intent intention interest involvement issue judgment kickbacks knowledge label"
    " leadership legitimacy liability lie limits link logic loss merger mistake motive murder narrative"
    " necessity need negligence news notion objection offence offer opinion option part picture plan plea"
    " plot point policy possibility premise pressure problem proposal rape reading reality reason"
    " reasoning remark report reproach request responsibility retreat risk role ruling rumor rumour"
    " sanctions scenario settlement shortcomings solution sovereignty statement stereotype story"
    " suggestion suspicion takeover talk terms theft theory thesis threat ties truce truth ultimatum use"
    " verdict version view warning weakness wisdom wrongdoing".split()
)
_SAID_ENDS = ("tion", "tions", "sion", "sions", "ness", "ism", "ility", "ancy", "ency", "ing", "ings", "ence")
_DONE = frozenset(
    "access admission ammunition appeal applicant application asylum bail boarding building care chance"
    " citizenship clearance commission compensation custody donation entrance entry exit extradition food"
    " invitation justice lawsuit leave licence license licensing medication membership motion opportunity"
    " parole passage pension permission permit petition place planning position possession promotion"
    " refund residence residency resignation right ring service sleep station suit treatment victory visa"
    " visit visitation water wedding".split()
)
"""What is granted or withheld: never said, whatever it ends in."""
_COURT = re.compile(
    r"\b(?:courts?|judges?|justices?|panel|tribunals?|magistrates?|jury|juries|arbitrators?|bench)\b", re.I
)
_CASE = frozenset("case charge claim complaint count indictment evidence suit".split())
"""What a court takes or dismisses, where another would speak of it."""
_BODY = frozenset(
    "animal apple baby bag baggage ball balloon banknote banner basket bed beer bell bench bicycle bike"
    " bird blood boat body book bottle bouquet box bread breakfast brick bride bridge bus button cab cake"
    " camera candle car card cargo cash cat cattle ceiling chain chair cheque cigarettes clothes coat"
    " coffee coffin coin container corpse cow crate credentials crown cup curtain daughter dinner"
    " documents dog doll door dress drink drone eggs elephant engine envelope fence fish flag flat flour"
    " flowers food fruit fuel furniture gate gift glass gloves gold goods grain gun hand handcuffs handle"
    " hat heart helmet horse jacket jewellery jewels key kidney kit knife knives ladder lamp laptop lever"
    " lift lorry luggage lunch machine mail manuscript mattress meal meat medal medicines milk money"
    " mortgage motorcycle necklace newspaper organ owl package packet painting papers parcel passport"
    " pedal pen pet phone photographs piano pigs pillar pistol pizza plant plate potato pram prescription"
    " purse rent rifle roadworthiness roof room rope rum sack sails salad salmon sandwich sausages seal"
    " sheep ship shipment shirt shoes shuttle son soup statue steak suitcase table tank tapes taxi tea"
    " telephone tent throttle ticket timber toy tractor train transplant trolley trophy truck trunk twins"
    " tyres umbrella uniform van vase vegetable vehicle voucher wall wallet watch weapon wheel wheelbarrow"
    " wheelchair whisky window wine wood".split()
)
_CARED_FOR = BARE_PERSONS | frozenset(
    "brother sister child mother father husband wife friend suspect prisoner inmate guest visitor pupil"
    " passenger fan cyclist tourist refugee hostage detainee candidate applicant customer player coach"
    " manager banker executive president king queen delegation couple family runner skater team athlete"
    " recruit member woman man men women children brothers people".split()
)
_PERSON_ENDS = ("er", "or", "ist", "ian", "ee", "man", "men", "ant")
_NO_PERSON = frozenset(
    "answer behaviour blunder character disaster disorder encounter error factor failure figure letter"
    " manslaughter matter merger murder number offer order paper power quarter slander takeover terror"
    " transfer weather winter fee committee decree referee guarantee warrant grant covenant plant want"
    " paper water labour colour harbour rumour humour honour favour effort door floor minor major corner"
    " chapter barrier career other further border register winner".split()
)
_PERSONAL = frozenset("admit dismiss question welcome greet release recall".split())
"""Verbs that do something to a person."""
_CLAUSE = frozenset("that to if whether how why what who whom where when which having being".split())
_AUXILIARY = FINITE | NEGATED | {"do"}
_ENDS = frozenset(
    "of in on at from with for by over to as into through after before during about against under near until"
    " and or but because when while where who which that without outside inside upstairs within following"
    " despite amid since".split()
)
_PARTICLES = _ENDS | frozenset("down up off out back away".split())
_TIMES = frozenset(
    "today yesterday tomorrow twice once times again week month year night morning evening afternoon "
    "day".split()
).union(WEEKDAYS)
_ADVERBS = frozenset("late later early earlier so again outright altogether entirely".split())
_DETERMINER = frozenset(
    "a an the his her its their our my your this these those some two three four five several many no another"
    " all both most each one".split()
)
_PERSON = frozenset("him her them us me you".split())
_SUBJECT = frozenset("he she they we i it there".split())
_KEPT = frozenset("it this that everything anything nothing himself herself itself themselves".split())
_WORD = re.compile(r"[^\W_]+(?:['’,.-][^\W_]+)*|[,;:.!?()–—\n“”\"]")
_MARKS = frozenset(',;:.!?()–—\n“”"')
_BE = re.compile(r"\b(?:is|are|was|were|been|being|be)\b(?: (?:not|also|later|then|\w+ly))? ?\Z", re.I)
_ENDED = re.compile(
    r"\b(?:(?:put|puts|putting|bring|brings|brought|bringing) (?:\w+ )?(?:an? )?(?:\w+ )?(?:end|stop|halt)\b"
    r"|call(?:s|ed|ing)? (?:a halt|time|off|up)\b"
    r"|(?:\w+ )?answer(?:s|ed|ing)? (?:an? |the )?(?:\w+ )?(?:call|calls|door|phone|telephone|bell)\b)",
    re.I,
)
_REACH = 160
_SUBJECT_WORDS = 6
"""Words of what is acted on where it stands before the verb; a longer one may hold a clause."""


def is_act(text: str, spans: Spans) -> bool:
    """Whether the cue is a verb that with this object tells of an act, nothing being said."""
    start, end = spans.cue[0]
    if _quoted(text, spans):
        return False
    if _ENDED.match(text, start) or _decision().search(text, start, end):
        return True
    verb, at = _verb(text, start, end)
    if verb is None:
        return False
    if _BE.search(text[max(0, at - 24) : at]):
        return _done(verb, _passive_object(text, spans), "")
    if spans.content and spans.content[0][0] < start:
        return False
    words = _words(text, end, end + _REACH)
    source = text[slice(*spans.source[0])] if spans.source else ""
    if _is_clause(words):
        return False
    return _decided(verb, words, source, meant=text[max(0, at - 3) : at] == "to ") or _done(
        verb, words, source
    )


def _decided(verb: str, words: list[str], source: str, *, meant: bool) -> bool:
    """Whether something is voted on or decided; who only means to do it, or decides nothing, may say so."""
    phrase = _noun_phrase(words)
    if verb not in _DECIDING or meant or not phrase or not _among(phrase[-1].lower(), _DECIDED):
        return False
    return verb not in _VIEWING or bool(_DECIDERS.search(source) or _COUNTED.search(" ".join(words)))


@cache
def _decision() -> re.Pattern[str]:
    """A cue that holds what was decided on: "passed a resolution" to do something."""
    verbs = "|".join(sorted(form for form, verb in _forms().items() if verb in _DECIDING - _VIEWING))
    return re.compile(rf"\b(?:{verbs}) (?:an?|the) (?:[a-z-]+ )?(?:{'|'.join(sorted(_DECIDED))})\Z")


def _quoted(text: str, spans: Spans) -> bool:
    return any(mark in text[start:end] for start, end in spans.content for mark in '"“”‘')


@cache
def _forms() -> dict[str, str]:
    found = {form: verb for verb in _TAKING | _DOING | _DECIDING for form in forms_of(verb)}
    return found | {"held": "hold", "shown": "show"}


def _verb(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The verb that ends the cue, a preposition aside, and where it begins."""
    words = [match for match in _WORD.finditer(text, start, end) if match[0].lower() not in _PARTICLES]
    if not words or text[end - 3 : end].lower() in (" to", " of"):
        return None, start
    return _forms().get(words[-1][0].lower()), words[-1].start()


def _words(text: str, at: int, end: int) -> list[str]:
    """The words of a stretch up to a mark."""
    found = []
    for match in _WORD.finditer(text, at, end):
        if match[0] in _MARKS:
            break
        found.append(match[0].replace("’", "'"))
    return found


def _passive_object(text: str, spans: Spans) -> list[str]:
    before = [pair for pair in (*spans.content, *spans.source) if pair[1] <= spans.cue[0][0]]
    if len(before) != 1:
        return []
    words = text[slice(*before[0])].split()
    return [] if len(words) > _SUBJECT_WORDS or "to" in words else _words(text, *before[0])


def _is_clause(words: list[str]) -> bool:
    """Whether words behind a verb are a clause: "that he left", "the boy had left", "the boy left home"."""
    lower = [word.lower() for word in words]
    if (
        not lower
        or lower[0] in _CLAUSE | _SUBJECT - {"it"}
        or (lower[0].endswith("ing") and len(lower[0]) > 4)
    ):
        return True
    for at, word in enumerate(lower[:12]):
        if at and word in _ENDS - {"of", "in", "on", "at", "from", "and"}:
            return False
        after = lower[at + 1] if at + 1 < len(lower) else ""
        past = words[at].islower() and (word in lexicon().past or (word.endswith("ed") and len(word) > 4))
        past = past and lower[at - 1] not in ("and", "or")
        if at and (word in _AUXILIARY or (past and (not after or after in _ENDS | _DETERMINER | _PERSON))):
            return word != "left" and not (past and after == "by")
    return False


def _noun_phrase(words: list[str]) -> list[str]:
    """The words of the object alone, its head last: of two objects ("the boy a bed") the second."""
    found: list[str] = []
    for at, word in enumerate(words):
        lower = word.lower()
        if (lower in _ENDS and at) or lower in ("as", "of"):
            break
        if lower in _DETERMINER and found and found[-1].lower() not in _DETERMINER:
            rest = [one.lower() for one in words[at + 1 : at + 2]]
            if rest and rest[0] in _TIMES - _ADVERBS | {"by"}:
                break
            found = []
        found.append(word)
    while found and found[-1].lower() in _TIMES | _ADVERBS:
        found.pop()
    return found


def _done(verb: str, words: list[str], source: str) -> bool:
    """Whether nothing is said where the verb has an object that begins these words."""
    phrase = _noun_phrase(words)
    lower = [word.lower() for word in phrase]
    head = lower[-1] if lower else ""
    if not head or lower[0] == "any" or head in _KEPT or head.endswith("'s") or _named(phrase):
        return False
    if head in _PERSON:
        return verb in ("admit", "question")
    if verb != "accept" and words[len(phrase) : len(phrase) + 1] == ["as"]:
        return False
    if verb == "deny" and (phrase[0] != words[0] or lower[0] in _PERSON - {"her"}):
        return True
    if verb in _TAKING:
        return _withheld(verb, lower, source)
    if source and source.split()[-1].lower() in DOCUMENTS:
        return False
    if verb not in _DOING:
        return False
    return _among(head, _OWN.get(verb, _BODY) | _BODY) or (verb in _PERSONAL and _is_person(lower))


def _withheld(verb: str, lower: list[str], source: str) -> bool:
    """Whether somebody takes or refuses what cannot be said: a thing, a person, leave to do something.

    Who denies or admits something else says so; who rejects or accepts it may do so without a word.
    """
    head = lower[-1]
    if _among(head, _DONE | _BODY) or (verb in _PERSONAL and _is_person(lower)):
        return True
    if verb in ("deny", "admit"):
        return False
    if _COURT.search(source) and _among(head, _CASE):
        return True
    return not _among(head, _SAID) and not head.endswith(_SAID_ENDS)


def _named(phrase: list[str]) -> bool:
    """A name alone may stand for anything."""
    return phrase[-1][0].isupper() and phrase[-1].lower() not in NOT_NAMES


def _among(head: str, words: frozenset[str]) -> bool:
    """Whether a noun or its singular is one of ``words``."""
    singular = head[:-3] + "y" if head.endswith("ies") else head.removesuffix("s")
    return head in words or singular in words or head.removesuffix("es") in words


def _is_person(lower: list[str]) -> bool:
    head = lower[-1]
    looks = head.removesuffix("s").endswith(_PERSON_ENDS) and not _among(head, _NO_PERSON)
    return _among(head, _CARED_FOR) or (looks and len(head) > 4)
