"""What in a sentence can be checked at all, and what marks it as no assertion: rules beside the model."""

from __future__ import annotations

import re
from functools import cache

_GREETINGS = (
    "thank you|thanks|good (?:evening|morning|afternoon|night|luck)|welcome|hello|hi|dear|"
    "congratulations|please|"
    "god bless|bless you|happy (?:birthday|new year)|yes|no|okay|ok|well|of course|exactly|right|"
    "absolutely|excuse me|"
    "sorry|applause|laughter"
)
_CALLS = (
    "click|share|subscribe|follow|sign up|join|read|watch|listen|download|visit|contact|call|email|"
    "tell|let|let's|"
    "let us|imagine|consider|remember|think|look|stop|take|make|come|go|stay|keep|register|vote|"
    "donate|support|"
    "buy|get|give|try|see|check|find|discover|explore|learn|send|write|leave|add|enter|enjoy|don't|"
    "do not|never"
)
_SUBJECT_AFTER_CALL = "(?:and|or|was|is|has|had|were|are|will|can|said|[A-Z])"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name], _FLAGS.get(name, re.IGNORECASE))


_FLAGS = {"name": re.RegexFlag(0), "call": re.RegexFlag(0)}
_PATTERNS = {
    "figure": r"(?<!\d)(?!(?:19|20)\d\d\b)\d|[%$£€]|"
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"fifteen|twenty|thirty|forty|"
    r"fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|third|quarter|"
    r"doubled|tripled|twice|majority|percent)\b",
    "date": r"\b(?:19|20)\d\d\b|\b(?:January|February|April|"
    r"June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|yesterday|last (?:week|month|year|night)|years? ago|since "
    r"(?:the|last|his|her)|"
    r"this (?:week|month|year)|recently|earlier this)\b",
    "quotation": r"[“”„\"]",
    "attribution": r"\b(?:said|says|told|according to|announced|reported|"
    r"reports?|claimed|claims|argued|argues|warned|"
    r"denied|denies|confirmed|stated|found that|shows? that|showed|estimates?|estimated|accused|"
    r"alleged|alleges|"
    r"wrote|remarked|tweeted|commented|added|explained|noted|asked|suggested|declared|promised|"
    r"testified|concluded|insisted|acknowledged|admitted|testimony|revealed|added that|described|"
    r"criticised|criticized)\b",
    "name": r"(?<=[a-z,;] )[A-Z][a-z]+|\b[A-Z]{2,}\b",
    "event": r"\b(?:was|were|"
    r"has been|have been|had been|is being|are being)\s+(?:\w+ly\s+)?\w+(?:ed|en|wn|ught|ne|lt|id|ot|ut)\b|"
    r"\b(?:has|have|had)\s+(?:also |not |never |already |now )?\w+(?:ed|en|wn|ught|ne|lt|id|ot|ut|me|un)\b|"
    r"\b(?:approved|passed|signed|voted|won|lost|killed|died|arrested|opened|closed|launched|resigned|struck|met|"
    r"became|began|ended|collapsed|rose|fell|cut|raised|built|bought|sold|agreed|rejected|appointed|elected|"
    r"convicted|charged|sentenced|published|released|banned|ordered|invaded|attacked|fled|went|left|took|made|gave|"
    r"increased|decreased|created|shot|hit|held|spent|paid|sent|served|led|caused|failed|found|used|ran|grew)\b",
    "greeting": rf"[\W_]*(?:{_GREETINGS})\b",
    "call": rf"(?i:[\W_]*(?:{_CALLS}))\b(?!['’]|\s+{_SUBJECT_AFTER_CALL}\b|,\s)",
    "feeling": r"\b(?:I|we)"
    r"(?:\s+(?:do|don't|also|just|really|truly|certainly|strongly|still|all|would|can))?\s*"
    r"(?:think|believe|feel|hope|love|hate|want|wish|like|guess|suppose|agree|disagree|know|need|mean|"
    r"understand|"
    r"appreciate|admire|trust|care|doubt|promise|pray|look forward|respect|have to|ought|must|should|wonder|"
    r"(?:['’]m|['’]re|am|are)\s+(?:so |very |really |not |all )?"
    r"(?:proud|glad|happy|sorry|sure|afraid|grateful|honou?red|"
    r"delighted|worried|excited|thankful|pleased|confident|convinced|sad|tired|ready|for|against|with)|"
    r"(?:['’]m|am)\s+(?:so |very |really |not |truly )?\w+(?:ful|ed|y)\b)\b",
    "should": r"\b(?:should|must|ought to|let's|"
    r"it is time|it's time|it is important|it's important|"
    r"deserves?)\b",
    "taste": r"\b(?:great|terrible|"
    r"beautiful|wonderful|awful|shameful|disgrace(?:ful)?|best|worst|amazing|incredible|"
    r"fantastic|tremendous|horrible|ridiculous|absurd|brilliant|delightful|lovely|boring|dull|important|crucial|tragic|"
    r"sad|proud|honou?r|pleasure|wrong|right|unfair|fair|foolish|wise|reckless|cruel|good|bad|nice|strange|welcome)\b",
    "promise": r"\W*(?:So |And |But )?(?:I|we)"
    r"(?:['’]ll|\s+(?:will|shall|are going to|am going to)|['’](?:m|re) going to)\b",
}
_FACTS: dict[str, str] = {
    "figure": "it states a figure",
    "date": "it states a time",
    "quotation": "it quotes",
    "attribution": "it reports what someone said or found",
}


def facts_in(text: str) -> list[str]:
    """What of a sentence can be looked up, in words; an event counts where it has no first person."""
    found = [why for name, why in _FACTS.items() if _pattern(name).search(text)]
    if _pattern("event").search(text) and not re.match(r"\W*(?:I|we|We)\b", text):
        found.append("it tells of an event")
    return found


def why_not_factual(text: str, words: int) -> str:
    """Why a sentence asserts nothing that can be checked, in words; empty if it may.

    Questions, calls to act, greetings, fragments, and feelings or opinions that name no figure, time,
    quotation, reported view or event.
    """
    stripped = text.strip(" \t\n\"'“”‘’)]")
    facts = facts_in(text)
    if words == 0:
        return "there are no words in it"
    if stripped.endswith("?"):
        return (
            "" if {"it reports what someone said or found", "it quotes"} <= set(facts) else "it is a question"
        )
    if words <= 3 and "it states a figure" not in facts and not _pattern("event").search(text):
        return "it is too short to assert anything"
    if _pattern("call").match(text) and not set(facts) - {"it states a figure", "it states a time"}:
        return "it calls on the reader to do something"
    if _pattern("greeting").match(text) and not facts:
        return "it is a greeting or an answer"
    if facts:
        return ""
    return _why_opinion(text)


def _why_opinion(text: str) -> str:
    if _pattern("feeling").search(text):
        return "it tells a feeling or opinion of the speaker"
    if _pattern("promise").match(text):
        return "it is a promise"
    if _pattern("should").search(text):
        return "it says what ought to be"
    if _pattern("taste").search(text) and not _pattern("name").search(text):
        return "it is a judgement without a fact in it"
    return ""
