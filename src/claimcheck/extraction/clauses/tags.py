"""What each word does in its sentence, told by closed classes, the verb list, endings and neighbours."""

from __future__ import annotations

from typing import Literal

from claimcheck.documents.calendar_words import FEASTS, MONTHS, WEEKDAYS
from claimcheck.extraction.clauses.lexicon import load_lexicon
from claimcheck.extraction.clauses.words import Word
from claimcheck.extraction.closed import MODALS, OWNING

Tag = Literal[
    "aux",
    "modal",
    "verb",
    "ing",
    "part",
    "to",
    "not",
    "noun",
    "name",
    "adj",
    "adv",
    "det",
    "prep",
    "pron",
    "conj",
    "sub",
    "rel",
    "num",
    "mark",
]

ASPECTUAL = frozenset(
    "begin start stop keep continue resume finish consider avoid risk go come spend suggest propose be try "
    "cease quit postpone delay".split()
)
"""Verbs that make one event with the "-ing" form after them."""
AUXILIARIES = frozenset("be have do 's 're 've 'm get".split())
CALENDAR = frozenset((*WEEKDAYS, *MONTHS))
NEGATIONS = frozenset("not never neither nor hardly scarcely barely no_longer".split())
DETERMINERS = frozenset(
    "the a an this that these those its his her their our your my some any all both each every no "
    "several many few "
    "most another such whose half either".split()
)
PRONOUNS = frozenset(
    "he she it they we i you him them us me himself herself itself themselves everyone everybody "
    "nobody no_one none "
    "someone somebody anyone anything nothing something everything one there".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from with without into onto over under between among against during through "
    "across behind "
    "beyond within outside inside near off toward towards despite per via about above below along "
    "around amid upon "
    "beside like unlike up down out than as throughout alongside besides except regarding concerning "
    "because_of due_to".split()
)
CONJUNCTIONS = frozenset("and or but yet".split())
SUBORDINATORS = frozenset(
    "although though while whereas because after before when if unless until since once whether so".split()
)
RELATIVES = frozenset("which who whom where".split())
ADVERBS = frozenset(
    "also only just even still already again now then soon later ago here too very quite rather "
    "almost nearly about "
    "ever often always sometimes usually rarely seldom once twice together instead therefore thus "
    "however meanwhile "
    "certainly possibly perhaps maybe probably reportedly allegedly apparently definitely indeed "
    "longer yet more less "
    "most least today yesterday tomorrow tonight exclusively roughly approximately mainly mostly "
    "largely partly currently formerly".split()
)
_SHORTENED = frozenset("'ll 'd wo ca sha".split())
"""Modals in contractions."""
_CLOSED: dict[str, Tag] = {
    **dict.fromkeys(ADVERBS, "adv"),
    **dict.fromkeys(PREPOSITIONS, "prep"),
    **dict.fromkeys(PRONOUNS, "pron"),
    **dict.fromkeys(DETERMINERS, "det"),
    **dict.fromkeys(SUBORDINATORS, "sub"),
    **dict.fromkeys(RELATIVES, "rel"),
    **dict.fromkeys(CONJUNCTIONS, "conj"),
    **dict.fromkeys(MODALS, "modal"),
    **dict.fromkeys(NEGATIONS, "not"),
    "to": "to",
}
ADJECTIVES = frozenset(
    "new old big small large great good bad long short high low young early late own same other "
    "former current main "
    "major minor local foreign public private common free open full empty clear strong weak rich poor "
    "hard easy heavy "
    "light dark deep wide recent next last first second third fourth fifth sixth seventh eighth ninth "
    "tenth safe "
    "dangerous further fewer late total annual final key top leading senior chief white black red "
    "green blue cold hot "
    "warm cool dry wet clean dead alive ill sick true false wrong right likely due ready able sure "
    "unable such many "
    "higher lower larger smaller longer shorter older younger better worse best worst".split()
)
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million "
    "billion trillion "
    "dozen".split()
)
_ADJECTIVE_ENDINGS = ("ous", "ful", "ive", "ible", "able", "less", "ic", "ical", "ish", "ian", "ese")


def tag_words(words: list[Word]) -> list[Tag]:
    """One tag a word, left to right."""
    tags: list[Tag] = []
    for at, word in enumerate(words):
        tags.append(_tag(words, at, tags, word))
    return tags


def _tag(words: list[Word], at: int, before: list[Tag], word: Word) -> Tag:
    low = word.low
    if not word.is_word and not low.startswith("'"):
        return "num" if low[0].isdigit() else "mark"
    if word.lemmas[0] in ("not", "no_longer"):
        return "not"
    if low in ("'s", "'") and before and before[-1] in ("noun", "name", "num"):
        return "aux" if low == "'s" and _verbal_next(words, at) else "det"
    if low in _SHORTENED and word.lemmas[0] in MODALS:
        return "aux" if low == "'d" and _had(words, at) else "modal"
    if low in MODALS and (found := _no_modal(words, at, before)):
        return found
    if low == "that":
        return _that(words, at, before)
    if word.lemmas[0] in AUXILIARIES and (low != "getting"):
        return "aux"
    if low in _NUMBERS:
        return "num"
    if low == "yet" and before and before[-1] in ("aux", "modal", "not"):
        return "adv"  # "has not yet signed": no clause begins there
    closed = _CLOSED.get(low)
    if closed and not _name_like(words, at, before, closed):
        return closed
    if _capital(words, at, before):
        return "name"
    return _open(words, at, before, word)


def _no_modal(words: list[Word], at: int, before: list[Tag]) -> Tag | None:
    """What a word that looks like a modal is instead: a name, a month, or the noun of "his will"."""
    word = words[at]
    if word.low in ("may", "will") and word.text[0].isupper():
        return "name" if at or words[-1].low != "?" else None
    return "noun" if before and before[-1] == "det" and words[at - 1].low in OWNING else None


def _had(words: list[Word], at: int) -> bool:
    """Whether "'d" is "had", for a participle stands behind it."""
    behind = (word for word in words[at + 1 : at + 4] if not (word.low in ADVERBS or word.low == "never"))
    following = next(behind, None)
    if following is None:
        return False
    bare = following.low in following.lemmas and not following.low.endswith("ed")  # "he'd put it"
    return following.low == "been" or (_is_past(following) and not bare)


def _that(words: list[Word], at: int, before: list[Tag]) -> Tag:
    """A conjunction after a verb, a relative after a noun, else a determiner."""
    previous = before[-1] if before else "mark"
    if previous in ("verb", "part", "ing", "adj"):
        return "sub"
    return "rel" if previous in ("noun", "name") else "det"


def _verbal_next(words: list[Word], at: int) -> bool:
    following = words[at + 1].low if at + 1 < len(words) else ""
    return following in ("a", "an", "the", "not", "been", "being") or following.endswith("ing")


def _name_like(words: list[Word], at: int, before: list[Tag], closed: Tag) -> bool:
    """A capital inside the sentence makes a name of a pronoun-like word ("US", "WHO")."""
    word = words[at]
    return word.text.isupper() and len(word.text) > 1 and closed in ("pron", "rel")


def _capital(words: list[Word], at: int, before: list[Tag]) -> bool:
    word = words[at]
    if not word.text[0].isupper():
        return False
    opening = at == 0 or words[at - 1].low in (".", "“", '"', ":", "!", "?", "‘")
    if not opening or (word.text.isupper() and len(word.text) > 1) or word.low in load_lexicon().places:
        return True
    following = words[at + 1] if at + 1 < len(words) else None
    if following and following.text[0].isupper() and following.is_word and following.low not in _CLOSED:
        return word.lemmas[0] not in load_lexicon().known or word.low not in _CLOSED
    if any(lemma in load_lexicon().known for lemma in word.lemmas):
        return False
    plural = word.low.endswith("s") and not word.low.endswith(("ss", "us", "is"))
    return not (plural and _predicate_follows(words, at))


def _predicate_follows(words: list[Word], at: int) -> bool:
    """Whether a word in the plural opens the sentence as its subject ("Campaigners say")."""
    if at + 1 >= len(words):
        return False
    following = words[at + 1]
    verbal = any(lemma in load_lexicon().verbs for lemma in following.lemmas)
    singular = following.low.endswith("s") and following.low not in ("has", "was", "is")
    return (verbal or following.low in MODALS) and not singular and following.low not in ("has", "was", "is")


def _open(words: list[Word], at: int, before: list[Tag], word: Word) -> Tag:
    lexicon = load_lexicon()
    if any(lemma in lexicon.verbs for lemma in word.lemmas) and not (
        word.low in ADJECTIVES and _back(before) not in ("to", "modal")
    ):
        verbal = _verbal(words, at, before, word)
        if verbal:
            return verbal
    low = word.low
    if _acts(words, at, before):
        return "verb"
    if low in ADJECTIVES:
        return "adj"
    if low.endswith("ly") and len(low) > 4 and low not in lexicon.nouns:
        return "adv"
    if low.endswith(("ed", "ing")) and word.lemmas[0] != low and not lexicon.groups.get(low):
        return _verbal(words, at, before, word) or ("noun" if low.endswith("ing") else "adj")
    if low.endswith("ic") and low in lexicon.nouns:
        return "noun"  # a clinic, a critic
    return "adj" if low.endswith(_ADJECTIVE_ENDINGS) and not _ends_phrase(words, at, before) else "noun"


def _acts(words: list[Word], at: int, before: list[Tag]) -> bool:
    """Whether a word of no list can only be a verb: behind a modal, or behind "to" and before an article."""
    low, previous = words[at].low, _back(before)
    if low in ADJECTIVES or low in load_lexicon().nouns or low.endswith(("ly", "s", "ed", "ing")):
        return False
    following = words[at + 1].low if at + 1 < len(words) else ""
    return previous == "modal" or (
        previous == "to" and following in DETERMINERS | {"him", "her", "them", "it"}
    )


def _ends_phrase(words: list[Word], at: int, before: list[Tag]) -> bool:
    """Whether a word behind an article or adjective is the last of its phrase: "its initiative against"."""
    if not before or before[-1] not in ("det", "adj", "noun"):
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or not following.is_word or following.low in _CLOSED


def _back(before: list[Tag]) -> Tag:
    """The tag before, adverbs and negations skipped."""
    return next((tag for tag in reversed(before) if tag not in ("adv", "not")), "mark")


def _verbal(words: list[Word], at: int, before: list[Tag], word: Word) -> Tag | None:
    """Verb, participle or -ing form where the neighbours allow it, else None."""
    low, previous, lexicon = word.low, _back(before), load_lexicon()
    direct = before[-1] if before else "mark"
    following = words[at + 1].low if at + 1 < len(words) else "."
    if low.endswith("ing") and word.lemmas[0] != low:
        gerund = direct in ("verb", "part") and words[at - 1].lemmas[0] not in ASPECTUAL
        # "approved the Lund housing plan": a noun that qualifies the next one
        qualifies = direct == "name" and low in lexicon.nouns and following in lexicon.nouns
        return None if direct in ("det", "adj") or gerund or qualifies else "ing"
    past = _is_past(word)
    if previous in ("modal", "to") or (previous == "aux" and not past):
        return "verb" if previous != "aux" or words[at - 1].lemmas[0] == "do" or not past else "part"
    if past:
        return _past(words, at, before, previous, direct)
    if direct in ("det", "adj", "prep", "num", "aux") or following in ("'s", "'", "of"):
        return None
    if previous in ("noun", "name", "pron", "rel", "num") or (previous in ("conj",) and at > 2):
        return _finite(words, at, before, low)
    if direct == "mark" and low.endswith("s") and _behind_relative(words, before, at):
        return _finite(words, at, before, low)
    return None


def _is_past(word: Word) -> bool:
    lexicon = load_lexicon()
    low = word.low.split("_")[0]
    if low.endswith("ed") and word.lemmas[0] != low:
        return True
    return low in lexicon.participles or (low in lexicon.forms and not low.endswith("s"))


def _past(words: list[Word], at: int, before: list[Tag], previous: Tag, direct: Tag) -> Tag | None:
    following = words[at + 1] if at + 1 < len(words) else None
    if at and words[at - 1].lemmas[0] in ("remain", "stay", "become", "seem"):
        return None
    if previous == "aux":
        return "part"
    nounish = following is not None and following.is_word and following.low not in _CLOSED
    if direct in ("det", "adj", "prep", "num") and nounish:
        return None if direct != "num" else "verb"
    if direct == "det":
        return None
    low = words[at].low
    bare = low in words[at].lemmas and not low.endswith("ed")
    if bare and previous not in ("noun", "name", "pron", "rel", "conj", "num", "mark"):
        return None
    if previous in ("noun", "conj", "num") and before_doer(words, at):
        return "part"
    if previous in ("noun", "name", "pron", "rel", "num", "conj", "sub"):
        return "verb"
    return (
        "verb"
        if direct == "mark" and (_has_object(words, at) or _behind_relative(words, before, at))
        else "part"
    )


def before_doer(words: list[Word], at: int) -> bool:
    """ "A film written and directed by Ana Holm": straight before its doer a participle is passive."""
    if at + 2 >= len(words) or words[at + 1].low != "by" or not _STANDING.isdisjoint(words[at].lemmas):
        return False
    doer = words[at + 2]
    dated = doer.low in CALENDAR or doer.low in FEASTS
    return (doer.text[0].isupper() and not dated) or doer.low in ("him", "her", "them", "us")


_STANDING = frozenset(
    "stand go come pass drop swear live abide get rise fall stop stay sit lie run walk resign sail arrive "
    "depart vanish die expire".split()
)
"""Verbs behind which "by" names no doer."""


def _behind_relative(words: list[Word], before: list[Tag], at: int) -> bool:
    """ "The ship, which had lain there since May, sank": behind the clause the verb is the subject's own."""
    if words[at - 1].text != ",":
        return False
    opening = next((i for i in range(at - 2, -1, -1) if words[i].text == ","), -1)
    return opening >= 1 and (before[opening + 1] == "rel" or words[opening + 1].low == "whose")


def _has_object(words: list[Word], at: int) -> bool:
    """ "A farmer, Ana Ruiz, sued the council": behind an apposition, what governs an object is no passive."""
    if not 1 < at < len(words) - 2 or words[at - 1].text != ",":
        return False
    if not set(words[at].lemmas).isdisjoint(_GIVING):
        return False
    opening, after = words[at + 1], words[at + 2]
    return (opening.low in _OPENING or opening.text[0].isdigit()) and after.low not in _WHEN


_GIVING = frozenset(
    "give tell offer ask award hand send show pay teach grant promise allow deny lend call name elect "
    "appoint make consider declare".split()
)
"""Verbs that keep an object in the passive ("given the keys")."""
_OPENING = frozenset(
    "the a an his her its their my our your this that these those no every each some any him them it "
    "me us".split()
)
_MANY = frozenset(
    "people men women children police staff public majority minority half rest team side government couple "
    "family crew number lot jury committee media data criteria phenomena cattle fish sheep teeth feet mice "
    "folk policemen firemen fishermen businessmen spokesmen one".split()
)
"""Nouns without -s that may be followed by a verb without -s."""
_WHEN = frozenset(
    "same year day week month night morning evening previous next following last first years days weeks "
    "months times percent per".split()
)
"""Words after an article that tell when or how much, and are no object ("built the year before")."""


def _finite(words: list[Word], at: int, before: list[Tag], low: str) -> Tag | None:
    """A present or base form after a noun: a verb if what follows can follow a verb and no verb came yet."""
    clause = before[_clause_start(before) :]
    if "verb" in clause or "modal" in clause or "aux" in clause or (clause and clause[0] in ("prep", "to")):
        return None
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None:
        return None
    tag = _CLOSED.get(following.low)
    plural = low.endswith("s") and not low.endswith("ss")
    auxiliary = following.lemmas[0] in AUXILIARIES or tag == "modal"
    if before[-1] in ("noun", "name") and plural and auxiliary:
        return None  # "company shares were"
    if not any(lemma in load_lexicon().nouns for lemma in words[at].lemmas):
        return "verb"
    if not plural and before[-1] == "noun" and _singular_noun(words[at - 1]):
        return None  # "the elephant house, built"
    if tag in ("det", "pron", "to", "adv", "not", "prep", "sub") or not following.is_word:
        return "verb" if plural or before[-1] in ("noun", "name", "pron", "rel") else None
    return "verb" if plural or following.text[0].isupper() or before[-1] in ("pron", "rel") else None


def _singular_noun(word: Word) -> bool:
    """Whether a noun cannot be the subject of a verb without -s."""
    return not word.low.endswith("s") and word.low not in _MANY


def _clause_start(before: list[Tag]) -> int:
    for at in range(len(before) - 1, -1, -1):
        if before[at] in ("mark", "sub", "rel", "conj"):
            return at + 1
    return 0
