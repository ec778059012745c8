"""What kind of claim a sentence is, and whether the article asserts it or only reports that somebody said it.

Rules over words and over what the other readers found (quotations, attributions, figures, dates). The order is
that of what a desk has to do: words in quotation marks and allegations first, the writer's own opinion next,
then what a source would have to show.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claimcheck.extraction.verbs import lexicon, words_of
from claimcheck.records.models import Attribution, Kind

_STRONG = frozenset(
    "absurd absurdly abysmal appalling appallingly ashamed atrocious awful awfully beautiful betrayal blunder brilliant callous charming "
    "contempt cowardly crass cruel cruellest cruelest cynical delightful deplorable despicable disastrous disgrace disgraceful "
    "disgraceful disgusting dismal dreadful embarrassing enchanting excellent exhilarating fantastic farce farcical fiasco finest "
    "foolish frankly ghastly glorious greed hideous hopeless hopelessly horrendous humiliating humiliation hypocrisy hypocritical "
    "idiotic immoral inept inexcusable infuriating insult insulting irresponsible laughable lazy loveliest lovely ludicrous "
    "magnificent marvellous masterpiece miserable mockery naive nonsense outrage outrageous outrageously overrated pathetic petty "
    "pointless preposterous regrettable reckless remarkable ridiculous ridiculously scandalous senseless shabby shambles shame "
    "shameful shamefully shameless short-sighted shortsighted silly sorry spineless splendid stupid stupidity sublime superb "
    "superbly tedious terrible thrilling tragic travesty unacceptable unconscionable underrated unfair unforgivable unforgettable "
    "unjust unjustifiable useless vile wicked wonderful wonderfully worthless woeful woefully worrying deserve deserves "
    "indefensible nothing-burger farcically beggars overblown paramount imperative undeniable undeniably".split()
)
_WEAK = frozenset(
    "best better bland boring bold bravely brave clearly crucial dangerous decent disappointing dull enough essential exciting fair fine "
    "formidable good great hardly honest importantly indeed indispensable kind merely mere nobody nowhere obvious obviously odd "
    "perfect perfectly poor profound proper rather real rightly sad sadly sensible serious simply strange surely surprising "
    "talented true truly unfortunate unfortunately unwise vital weak welcome wise worse worst wrong wrongly folly faintest sheer "
    "plainly genuinely desperately desperate rare complex nuanced inevitably ultimately fundamentally wisely most".split()
)
_STANCE = (
    r"\b(?:should(?:n't| not)?|ought to|must(?:n't| not)?|need(?:s|ed)? to|ha(?:s|ve) to|had better)\b",
    r"\b(?:i (?:think|believe|feel|suspect|fear|hope|wish|doubt)|in my (?:view|opinion)|to my mind|let's face it|make no mistake|"
    r"the truth is|enough is enough|it is (?:time|high time|hard not|hard to|no wonder|clear|easy to|difficult to|worth|not enough|"
    r"important|crucial|vital|essential|wrong|right)|it's (?:time|hard not|hard to|no wonder|clear|important|crucial)|no doubt|"
    r"of course|no excuse|has no (?:place|business)|have no (?:place|business)|makes? no sense|makes? sense|beggars belief|"
    r"add(?:s)? up|above all|out of all proportion|cannot be (?:right|allowed|ignored)|leaves? (?:much|a lot) to be desired|"
    r"(?:would|will) be (?:a |an |the |far |much )*(?:\w+ )?(?:mistake|error|folly|disaster|tragedy|wiser|better|fairer)|"
    r"(?:critical|grave|terrible|huge|serious) (?:error|mistake)|there is (?:nothing|no reason|no point|something)|"
    r"one (?:has to|must|can only)|we (?:can|must|should|cannot|can't|need|owe|have to|deserve))\b",
    r"\b(?:the|its|his|her|their) (?:most|least) (?:\w+ly )?(?:\w+ing|\w+ful|\w+ous|\w+ive|beautiful|exciting|important|honest|gifted)\b",
    r"\b(?:such|what) an? (?!\w+ (?:was|were|is|are)\b)\w+",
)
_PREDICTION = (
    r"\b(?:will|won't|shall|'ll|is|are|was|were)\b(?: (?:not|also|be|likely|still|now|probably|soon|then|only|widely|due|set|"
    r"expected|scheduled|forecast|predicted|projected|slated|planned|poised|on course|to))*",
    r"\b(?:(?:expected|due|set|scheduled|forecast|predicted|projected|slated|poised|likely|on course|on track|planned) to|"
    r"(?:is|are|was|were) (?:due|expected|scheduled)|could|may|might|would be|looks likely)\b",
)
_ALLEGATION = (
    r"\b(?:alleg(?:e[ds]?|edly|ation\w*|ing)|accus(?:e[ds]?|ing|ation\w*)|suspected (?:of|in)|charged with|wanted (?:for|over)|"
    r"on suspicion of|blamed (?:\w+ ){1,4}for (?:the )?(?:death|attack|killing|theft|fraud|crash)\w*|is said to have|are said to have|"
    r"believed to have (?:stolen|killed|taken|lied|robbed|bribed)|"
    r"over claims (?:that )?(?:he|she|they|it)|whistle-?blower)\b"
)
_CAUSE = (
    r"\b(?:because|because of|owing to|due to|as a result|resulted? in|resulting in|caus(?:e[ds]?|ing)|led to|leads? to|leading to|"
    r"triggered|thanks to|driven by|sparked|prompted|blamed? (?:\w+ ){0,6}(?:for|on)|stem(?:s|med)? from|contribut(?:e|ed|es) to|"
    r"mak(?:es|ing) it (?:easier|harder)|thereby|account(?:s|ed)? for the (?:rise|fall|increase|drop))\b"
)
_COMPARISON = (
    r"\b(?:(?:more|less|fewer|higher|lower|larger|smaller|bigger|older|younger|faster|slower|better|worse|greater|longer|shorter|"
    r"cheaper|richer|poorer|stronger|weaker|earlier|later|\w{3,}er) (?:\w+ ){0,3}than|compared (?:with|to)|in contrast|twice as|"
    r"half as|as (?:many|much|large|big|high|old) as|unlike|outnumber\w*|the (?:\w+ )?(?:first|last|only|oldest|youngest|largest|"
    r"biggest|smallest|highest|lowest|longest|shortest|fastest|richest|poorest|deadliest|worst|most \w+|least \w+|fewest|most)"
    r"(?: \w+){0,3} (?:since|in|of|ever|on record|known|to)|lowest \w+ since|highest \w+ since|record (?:high|low))\b"
)
_IDENTITY = (
    r"^(?:(?:[A-Z][\w.'’-]*|the \w+|he|she|it|they|his|her|their|who)(?:,? (?:\w+[.'’-]*\w*)){0,6}?) (?:is|was|are|were) (?:a|an|the|"
    r"one of|known as|called|named|born|married|aged|\d{1,3}(?:\.|$| years old)|survived by|from|head of|chief|president|director|"
    r"professor|minister)\b|\b(?:is|was) survived by\b|\b(?:born|married) (?:in|on|to)\b|^(?:he|she) (?:is|was) \d{1,3}\b"
)
_FACTIVE = frozenset(
    "reveal reveals revealed confirm confirms confirmed show shows showed shown demonstrate demonstrates demonstrated prove proves "
    "proved admit admits admitted acknowledge acknowledges acknowledged disclose discloses disclosed discover discovers discovered "
    "point points pointed noted establish establishes established concede concedes conceded remind reminds reminded".split()
)
_STATIVE = frozenset(
    "was were is are am has have had been be remain remained remains contain contained own owned know known believe believed "
    "consider considered include included live lived seem seemed stand stood lie lay used employ based".split()
)


@dataclass(frozen=True, slots=True)
class Signals:
    """What the other readers found in a sentence.

    Attributes:
        quoted: it holds words in quotation marks that are somebody's speech (not scare quotes).
        figures, dates: how many of each, outside quotation marks or in them.
    """

    text: str
    attributions: Sequence[Attribution]
    quoted: bool
    figures: int
    dates: int


@cache
def _compiled() -> dict[str, re.Pattern[str]]:
    def any_of(patterns: Sequence[str]) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)

    return {
        "stance": any_of(_STANCE),
        "prediction": any_of(_PREDICTION[1:]),
        "will": re.compile(r"\b(?:will|won't|shall)\b|'ll\b", re.IGNORECASE),
        "allegation": any_of([_ALLEGATION]),
        "cause": any_of([_CAUSE]),
        "comparison": any_of([_COMPARISON]),
        "identity": re.compile(_IDENTITY, re.IGNORECASE),
    }


def opinion_score(text: str, data: int) -> int:
    """How much the wording is the writer's own evaluation; 2 and more is a judgement.

    Strong evaluative words and words of obligation count 2, weak ones 1; each figure or date counts against.
    """
    words = [word.lower() for word in words_of(text[:2000])]
    strong = 2 * sum(word in _STRONG for word in words)
    weak = sum(word in _WEAK for word in words)
    stance = 2 * len(_compiled()["stance"].findall(text[:2000].replace("’", "'")))
    return strong + min(weak, 3) + stance - min(data, 2)


def _is_event(text: str) -> bool:
    words = [word.lower() for word in words_of(text[:1000])]
    past = lexicon().past
    return any(word in past and word not in _STATIVE for word in words)


def _own_words(signals: Signals) -> Kind:
    """The kind of a sentence that the article itself asserts, judgement aside."""
    text = signals.text[:2000].replace("’", "'")
    patterns = _compiled()
    if patterns["will"].search(text) or patterns["prediction"].search(text):
        return "prediction"
    if patterns["cause"].search(text) and not signals.figures:
        return "cause"
    if signals.figures:
        return "identity" if patterns["identity"].search(text) and signals.figures == 1 else "quantity"
    if patterns["comparison"].search(text):
        return "comparison"
    if patterns["identity"].search(text):
        return "identity"
    return "event" if _is_event(text) else "state"


def kind_of(signals: Signals) -> Kind:
    """The kind of claim (the words are those of the record models)."""
    text = signals.text[:2000]
    if signals.quoted:
        return "quotation"
    if _compiled()["allegation"].search(text):
        return "allegation"
    if signals.attributions and not is_asserted(signals):
        return "reported"
    if opinion_score(text, signals.figures + signals.dates) >= 2:
        return "judgement"
    return "reported" if signals.attributions else _own_words(signals)


def _covered(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in (*attribution.source, *attribution.cue, *attribution.content))


def is_asserted(signals: Signals) -> bool:
    """Whether the article vouches for what the sentence says.

    It does not where one attribution (source, cue and content) takes up most of the sentence, unless the cue
    presupposes that it is true ("revealed", "admitted") and the words are not hedged.
    """
    length = len(signals.text)
    for attribution in signals.attributions:
        if _covered(attribution) * 5 < length * 3 or not attribution.content:
            continue
        cue = " ".join(signals.text[span.start : span.end] for span in attribution.cue).lower()
        factive = any(word in _FACTIVE for word in words_of(cue)) and not attribution.hedge
        if not factive:
            return False
    return True
