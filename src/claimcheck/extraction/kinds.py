"""What kind of claim a sentence is, and whether the article asserts it or only reports that somebody said it.

Rules over words and over what the other readers found (quotations, attributions, figures, dates). The order
is that of what a desk has to do: words in quotation marks and allegations first, the writer's own opinion
next, then what a source would have to show.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from claimcheck.extraction.duties import states_duty
from claimcheck.extraction.idioms import has_idiom_of_view
from claimcheck.extraction.pages import Page
from claimcheck.extraction.verbs import lexicon, words_of
from claimcheck.extraction.views import VIEW, Surroundings, shipped_view, signs_of
from claimcheck.extraction.worthiness import wording_of
from claimcheck.extraction.worthiness.features import Hashes
from claimcheck.records.models import Attribution, Kind

_STRONG = frozenset(
    "absurd absurdly abysmal appalling appallingly ashamed atrocious awful awfully beautiful "
    "betrayal blunder brilliant callous charming "
    "contempt cowardly crass cruel cruellest cruelest cynical delightful deplorable despicable "
    "disastrous disgrace disgraceful "
    "disgraceful disgusting dismal dreadful embarrassing enchanting excellent exhilarating fantastic "
    "farce farcical fiasco finest "
    "foolish frankly ghastly glorious greed hideous hopeless hopelessly horrendous humiliating "
    "humiliation hypocrisy hypocritical "
    "idiotic immoral inept inexcusable infuriating insult insulting irresponsible laughable lazy "
    "loveliest lovely ludicrous "
    "magnificent marvellous masterpiece miserable mockery naive nonsense outrage outrageous "
    "outrageously overrated pathetic petty "
    "pointless preposterous regrettable reckless remarkable ridiculous ridiculously scandalous "
    "senseless shabby shambles shame "
    "shameful shamefully shameless short-sighted shortsighted silly sorry spineless splendid stupid "
    "stupidity sublime superb "
    "superbly tedious terrible thrilling tragic travesty unacceptable unconscionable underrated "
    "unfair unforgivable unforgettable "
    "unjust unjustifiable useless vile wicked wonderful wonderfully worthless woeful woefully "
    "worrying deserve deserves "
    "indefensible nothing-burger farcically beggars overblown paramount imperative undeniable "
    "undeniably rotten lousy obscene mean-spirited meanspirited poorer beautifully elegant "
    "elegantly dazzling dazzlingly stunning clumsy clumsily brazen brazenly dishonest "
    "dishonourable grotesque heartless nasty patronising repugnant revolting ruinous sickening "
    "slapdash sloppy smug spiteful superficial toothless trivial ugly unwatchable unreadable "
    "vacuous vulgar wretched "
    "madness insanity lunacy idiocy cruelty incompetence arrogance cowardice delusion injustice "
    "embarrassment nonsensical monstrous charade sham circus unbearable breathtaking gripping "
    "riveting lifeless forgettable charmless overlong exquisitely masterclass masterful masterly "
    "tone-deaf toothlessly unedifying unworthy heartbreaking heartwarming laughably blatant "
    "blatantly unashamed unashamedly bloated clueless condescending contemptible crazy craven "
    "dazzled deluded dysfunctional feeble flimsy hackneyed half-baked hollow-hearted ill-conceived "
    "ill-judged inane insipid insufferable joyless joyous lamentable mediocrity mesmerising "
    "misguided moronic muddled obnoxious pitiful pompous puerile sensationally shambolic sickly "
    "spellbinding squalid stale-minded stunningly tawdry terrific tiresome tragically unbelievable "
    "unhinged unwise wasteful wonderous".split()
)
_WEAK = frozenset(
    "best better bland boring bold bravely brave clearly crucial dangerous decent disappointing dull "
    "enough essential exciting fair fine "
    "formidable good great hardly honest importantly indeed indispensable kind merely mere nobody "
    "nowhere obvious obviously odd "
    "perfect perfectly poor profound proper rather real rightly sad sadly sensible serious simply "
    "strange surely surprising "
    "talented true truly unfortunate unfortunately unwise vital weak welcome wise worse worst wrong "
    "wrongly folly faintest sheer "
    "plainly genuinely desperately desperate rare complex nuanced inevitably ultimately "
    "fundamentally wisely most bad badly dire dumb exquisite extraordinary graceful gifted "
    "heroic impressive incredible legendary mediocre memorable modest noble quite remarkable "
    "sorely spectacular tired timid unlikely perhaps surely yet somehow hollow "
    "scandal mess muddle triumph joy delight disappointment nightmare nuisance fed deserved proud "
    "ugly rich lucky love hate loves hates fear fools foolishness better-off beats owe owes".split()
)
_STANCE = (
    r"\b(?:should(?:n't| not)?|ought to|had better)\b",
    r"\b(?:learn(?:ed|t|s)? nothing|nothing to show for|only (?:him|her|it|them)sel(?:f|ves) to blame|"
    r"(?:thrown|throws?|poured|pours?) (?:\w+ )?(?:out of the window|down the drain|away)|"
    r"squander(?:s|ed|ing)?|fritter(?:s|ed|ing)? away|a (?:pale |mere )?shadow of|"
    r"(?:can|could|cannot|can't) (?:wait|afford to wait) (?:no|any) longer|"
    r"failure of (?:nerve|imagination|will|courage|leadership|duty)|"
    r"deserved (?:to|far|more|better|much|no|nothing)|slap in the face|step (?:backwards?|too far)|"
    r"it beggars|to its (?:lasting )?(?:shame|credit)|high time|long overdue|no wonder)\b",
    r"^(?:that|this|it) (?:is|was) (?:an?|the|no|mere|sheer|pure) (?:\w+ )?(?:failure|waste|gamble|gift|"
    r"stain|surrender|retreat|climbdown|bargain|pity|relief|betrayal|mistake|error|start|luxury|fantasy|"
    r"excuse|lie|triumph|trap|sop|sham|scandal|farce|cop-out)\b",
    r"\btoo (?!young|old|late|early|small|large|far|close|near|ill|sick|weak|low|high|few|many|short|long|"
    r"deep|wet|dry|hot|cold|thin|narrow|wide|heavy|shallow|dark|fast|slow|tired|poor|busy|big|little)\w+ to "
    r"(?:be|leave|let|lose|ignore|waste|entrust|trust)\b",
    r"\b(?:i (?:think|believe|feel|suspect|fear|hope|wish|doubt)|in my (?:view|opinion)|to my mind|"
    r"let's face it|make no mistake|"
    r"the truth is|enough is enough|it is (?:time|high time|hard not|hard to|no wonder|clear|easy to|"
    r"difficult to|worth|not enough|"
    r"important|crucial|vital|essential|wrong|right)|it's (?:time|hard not|hard to|no wonder|clear|"
    r"important|crucial)|no doubt|"
    r"of course|no excuse|has no (?:place|business)|have no (?:place|business)|makes? no sense|makes? "
    r"sense|beggars belief|"
    r"add(?:s)? up|above all|out of all proportion|cannot be (?:right|allowed|ignored)|leaves? "
    r"(?:much|a lot) to be desired|"
    r"(?:would|will) be (?:a |an |the |far |much )*(?:\w+ )?(?:mistake|error|folly|disaster|tragedy|"
    r"wiser|better|fairer)|"
    r"every right to|no (?:finer|better|greater|worse|nobler|sadder) \w+|"
    r"(?:critical|grave|terrible|huge|serious) (?:error|mistake)|there is (?:nothing|no reason|no "
    r"point|something)|"
    r"one (?:has to|must|can only)|we (?:can|must|should|cannot|can't|need|owe|have to|deserve))\b",
    r"\bno way to (?!be\b|tell\b|know\b)\w+ |"
    r"\b(?:it|this|that) (?:all )?(?:feels?|looks?|sounds?|reads?) (?:\w+ )?"
    r"(?:like|longer|shorter|too|as if|as though|old|tired|flat|fresh|forced|rushed|empty|right|wrong)\b|"
    r"\bin search of an? (?:\w+ )?(?:reason|plot|purpose|point|story|idea|problem)\b|"
    r"\b(?:seems?|appears?) to (?:have forgotten|think that|believe that|imagine)|"
    r"\b(?:people|men|women|those|somebody|someone|ministers|politicians) who (?:have|has) never\b|"
    r"\bas \w+ as any(?:thing|one|body)\b|"
    r"\b(?:everyone|everybody|anyone|no one|nobody) (?:who|in|with|at) .{2,40} "
    r"(?:knows|knew) (?:it|that|this)\b|"
    r"^as \w+ go,|\bput up with\b|\bwill do anything but\b|\bhas a nerve\b|"
    r"\b(?:nothing|little) (?:more|less|short) (?:than|of)\b(?! (?:\d|an? (?:hour|day|week|month|year)))",
    r"\b(?:the|its|his|her|their) (?:most|least) (?:\w+ly )?(?:\w+ing|\w+ful|\w+ous|\w+ive|beautiful|"
    r"exciting|important|honest|gifted)\b",
    r"\b(?:so|too|utterly|truly|deeply|quite simply|simply) (?:\w+ly|bad|good|poor|weak|timid|"
    r"easy|cheap|blind|proud|sad|wrong)\b",
    r"\bwhat an? (?!\w+ (?:was|were|is|are)\b)\w+|"
    r"\bsuch an? (?:\w+ )?(?:shame|pity|waste|mess|joy|thing as)\b",
)
_IDIOM = 4
"""Points for a turn of phrase that no figure beside it outweighs."""
_DEMAND = re.compile(r"\b(?:must(?:n't| not)?|need(?:s|ed)? to)\b")
_PREDICTION = frozenset("will won't shall could may might".split())
_MODAL = re.compile(
    r"\b(?<!\b[Tt]he )(?<!\b[Aa] )(?<!\bpolitical )(?<!\bgood )(?<!\bfree )(?<!\b[Tt]heir )(?<!\b[Ii]ts )"
    r"(?<!\b[Hh]is )(?<!\b[Hh]er )(?<!\b[Mm]y )(?<!\b[Yy]our )(?<!\b[Oo]ur )will\b|"
    r"\b(?:won['’]t|shall|could|may|(?<!\btheir )(?<!\bits )might)\b|['’]ll\b"
)
_AHEAD = frozenset(
    "expected due set scheduled forecast predicted projected slated poised likely planned".split()
)
_ALLEGATION = frozenset(
    "allege alleged alleges alleging allegedly allegation allegations accuse accused accuses "
    "accusing accusation accusations "
    "whistleblower whistle-blower".split()
)
_ALLEGATIONS = frozenset(
    {("suspected", "of"), ("charged", "with"), ("wanted", "for"), ("suspicion", "of"), ("over", "claims")}
)
_CAUSE = frozenset(
    "because caused causes causing triggered triggers prompted prompts sparked sparks thereby blamed "
    "blames".split()
)
_CAUSES = frozenset(
    tuple(pair.split())
    for pair in (
        "owing to|due to|a result|resulted in|results in|resulting in|led to|leads to|leading to|"
        "thanks to|driven by|stems from|"
        "stemmed from|contributed to|contributes to"
    ).split("|")
)
_COMPARED = frozenset("than compared unlike outnumber outnumbers outnumbered".split())
_SUPERLATIVE = re.compile(
    r"\b[Tt]he (?:first|last|only|(?:second|third)-?\w*|most \w+|least \w+|best|worst|\w{3,9}est)\b"
    r"(?! (?:week|month|year|time|day|night|few|two|three|decade))"
)
_IDENTITY = re.compile(
    r"(?:(?!(?:A|An|The|This|That|These|Those|There|It|In|At|On|One|Two|What|Such|Some|Most|"
    r"Many)\b)[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,5})"
    r"(?:, [^,]{1,60},)? (?:is|was|are|were) (?:an?|the|one of|known as|called|named|born|married|"
    r"survived|head of|chief)\b|"
    r"(?:He|She|They) (?:is|was|are|were) (?:an?|the|born|married|survived by|named|known as|\d{1,3})\b|"
    r".{0,120}\b(?:was|were) (?:born|survived by)\b|.{0,60}\bmarried\b"
)
_FACTIVE = frozenset(
    "reveal reveals revealed confirm confirms confirmed show shows showed shown demonstrate "
    "demonstrates demonstrated prove proves "
    "proved admit admits admitted acknowledge acknowledges acknowledged disclose discloses disclosed "
    "discover discovers discovered "
    "point points pointed noted establish establishes established concede concedes conceded remind "
    "reminds reminded".split()
)
_SAYING = tuple(
    "say said tell told talk spoke speak stat claim alleg argu believ belie think thought "
    "suggest report accord note noting add warn "
    "caution insist contend maintain assert den admit confirm announc declar estimat conclu find "
    "found show indicat reveal "
    "predict forecast expect writ wrote tweet post explain descri call accus critic prais ask "
    "urg promis vow pledg acknowledg "
    "conced recall testif complain demand propos recommend fear doubt consider regard dub quot "
    "cit remark observ stress "
    "emphasi reiterat opin jok speculat impl hint underst understood learn hear heard agree "
    "disput reject deem perce percept rumo "
    "question repl respon comment statement letter interview told guess reckon worr hope shout "
    "thank apolog rule ruling held determin".split()
)
_STATIVE = frozenset(
    "was were is are am has have had been be remain remained remains contain contained own owned "
    "know known believe believed "
    "consider considered include included live lived seem seemed stand stood lie lay used employ "
    "based".split()
)
_OWN = frozenset(("i", "we", "it", "this", "that"))
_ANYBODY = frozenset("they we you i one people everyone everybody nobody anyone who politicians it".split())
_NO_VERB_AFTER = frozenset(
    "a an the this that these those my our your their his her its of in on at by with from for and "
    "or very".split()
)


_NEWS = Page()


@dataclass(frozen=True, slots=True)
class Signals:
    """What the other readers found in a sentence.

    Attributes:
        quoted: it holds words in quotation marks that are somebody's speech (not scare quotes).
        figures: how many, small numbers in words ("four nations") left out; dates: how many.
        quotations: spans of the words between quotation marks, scare quotes too.
        page: what the article says of itself.
        named: it holds a proper name.
        worth: how check-worthy it reads, in [0, 1].
        wording: its hashed features, or None where they are not worked out yet.
        spoken: it is of somebody's turn in an interview, so that no view in it is the writer's.
    """

    text: str
    attributions: Sequence[Attribution]
    quoted: bool
    figures: int
    dates: int
    quotations: Sequence[tuple[int, int]] = ()
    page: Page = _NEWS
    named: bool = False
    spoken: bool = False
    worth: float = 1.0
    wording: Hashes | None = None


@cache
def _stance() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in _STANCE))  # of text in lower case


def opinion_score(signals: Signals, words: Sequence[str] | None = None) -> int:
    """How much the wording is the writer's own evaluation; 2 and more is a judgement.

    Strong evaluative words and words of obligation count 2, weak ones 1, turns of phrase 4; each figure or
    date counts against, and what others said does not count. Where the page calls itself opinion, one weak
    word is enough.

    Args:
        words: those of the whole sentence in lower case, where they are known already.
    """
    return 0 if signals.spoken else _points(signals, own_words(signals), words)


def _points(signals: Signals, text: str, words: Sequence[str] | None) -> int:
    data = signals.figures + signals.dates
    if words is None or text != signals.text:
        words = [word.lower() for word in words_of(text)]
    strong = 2 * sum(word in _STRONG for word in words)
    weak = sum(word in _WEAK for word in words)
    lower = text.lower().replace("’", "'")
    stance = 2 * len(_stance().findall(lower)) + _demands(lower, signals.page.opinion)
    score = strong + min(weak, 3) + stance + _IDIOM * has_idiom_of_view(lower)
    personal = signals.page.opinion or signals.page.review
    return score + (personal and score > 0) - min(data, 2)


def _demands(lower: str, opinion_page: bool) -> int:
    """What "must" adds: nothing where it tells of a duty, and in news too little to stand by itself."""
    count = len(_DEMAND.findall(lower))
    if not count or states_duty(lower):
        return 0
    return 2 * count if opinion_page else 1


def own_words(signals: Signals) -> str:
    """The sentence without words in quotation marks and without what others are said to have said."""
    text = signals.text[:2000]
    others = [said for said in signals.attributions if said.source and _source(said, text) not in _OWN]
    spans = [span for said in others for span in said.content]
    for start, end in (*signals.quotations, *((span.start, span.end) for span in spans)):
        text = text[:start] + " " * (end - start) + text[end:]
    return text[:2000]


def _is_event(words: Sequence[str]) -> bool:
    """Whether the first finite verb tells of something that happened, not of how things are."""
    forms = lexicon()
    for at, word in enumerate(words[:40]):
        after = words[at + 1 : at + 4]
        if word in ("is", "are", "am"):
            return any(other.endswith("ing") for other in after[:2])
        if word in ("was", "were", "has", "have", "had", "been"):
            return any(
                (other in forms.past or other.endswith(("ed", "ing"))) and other not in _STATIVE
                for other in after
            )
        if at and words[at - 1] in _NO_VERB_AFTER:
            continue
        if word in forms.third and word not in forms.nounish:
            return False
        if word in forms.past:
            return word not in _STATIVE
    return False


def _is_allegation(words: Sequence[str], pairs: frozenset[tuple[str, str]]) -> bool:
    return bool(_ALLEGATION & {*words} or _ALLEGATIONS & pairs)


def _own_words(signals: Signals, words: Sequence[str], pairs: frozenset[tuple[str, str]]) -> Kind:
    """The kind of a sentence that the article itself asserts, judgement aside."""
    text = signals.text[:2000]
    # "May" with a capital is the month, or a name.
    tells = _PREDICTION & {*words} or any(word.endswith("'ll") for word in words)
    modal = tells and _MODAL.search(text)
    if modal or any(one in _AHEAD and two == "to" for one, two in pairs if (one, two) != ("due", "to")):
        return "prediction"
    if not signals.figures and (_CAUSE & {*words} or _CAUSES & pairs):
        return "cause"
    if _IDENTITY.match(text) and signals.figures <= 1:
        return "identity"
    if signals.figures:
        return "quantity"
    if _COMPARED & {*words} or _SUPERLATIVE.search(text):
        return "comparison"
    return "event" if _is_event(words) else "state"


def kind_of(signals: Signals) -> Kind:
    """The kind of claim (the words are those of the record models)."""
    words = [word.lower() for word in words_of(signals.text[:2000])]
    pairs = frozenset(pairwise(words))
    if signals.quoted:
        return "quotation"
    if _is_allegation(words, pairs):
        return "allegation"
    own = own_words(signals)
    points = 0 if signals.spoken else _points(signals, own, words)
    telling = [found for found in signals.attributions if tells(found, signals.text)]
    if points >= 2 or _is_view(signals, own, words, points, telling):
        return "judgement"
    return "reported" if telling else _own_words(signals, words, pairs)


def _is_view(
    signals: Signals, own: str, words: Sequence[str], points: int, telling: Sequence[Attribution]
) -> bool:
    """Whether a sentence without strong words of evaluation is the writer's view all the same.

    What somebody says, what a rule or a law demands, and data in news are none.
    """
    page = signals.page
    if signals.spoken or page.asking or any(_by_somebody(found, signals.text) for found in telling):
        return False
    if points < 0 and page == _NEWS:
        return False
    wording = signals.wording
    if own != signals.text or wording is None:
        wording, words = wording_of(own), [word.lower() for word in words_of(own)]
    if not wording or (_DEMAND.search(own.lower()) and states_duty(own.lower())):
        return False
    signs = signs_of(surroundings(signals, points, bool(telling)), own, words)
    return shipped_view().likelihood(wording, signs) >= VIEW


def surroundings(signals: Signals, points: int, told: bool) -> Surroundings:
    """What tells views from facts beside the words; ``points`` by :func:`opinion_score`."""
    return Surroundings(
        signals.page,
        signals.figures,
        signals.dates,
        len(signals.quotations),
        told,
        signals.named,
        signals.worth,
        points,
    )


def _by_somebody(found: Attribution, text: str) -> bool:
    """Whether what is told has a source of its own, not only "they", "we" or "people"."""
    if not found.source:
        return bool(found.speaker)
    return _source(found, text).split(" ")[0] not in _ANYBODY


def _source(found: Attribution, text: str) -> str:
    return " ".join(text[span.start : span.end] for span in found.source).lower()


def tells(found: Attribution, text: str) -> bool:
    """Whether the sentence mainly tells what somebody said or believes.

    The attribution takes up most of it, and its cue is a word of saying or believing; wanting, viewing and
    needing are attributions too, but the article vouches for them. Speech that goes on has no cue.
    """
    if not found.content or _covered(found) * 5 < len(text) * 3:
        return False
    cue = " ".join(text[span.start : span.end] for span in found.cue).lower()
    return not cue.strip() or any(word.startswith(_SAYING) for word in words_of(cue))


def _covered(attribution: Attribution) -> int:
    return sum(
        span.end - span.start for span in (*attribution.source, *attribution.cue, *attribution.content)
    )


def is_asserted(signals: Signals) -> bool:
    """Whether the article vouches for what the sentence says.

    It does not where speech in quotation marks or one attribution takes up most of the sentence, unless the
    cue presupposes that it is true ("revealed", "admitted") and the words are not hedged.
    """
    quoted = sum(end - start for start, end in signals.quotations) if signals.quoted else 0
    if quoted * 5 >= len(signals.text) * 3:
        return False
    for attribution in signals.attributions:
        if not tells(attribution, signals.text):
            continue
        cue = " ".join(signals.text[span.start : span.end] for span in attribution.cue).lower()
        factive = any(word in _FACTIVE for word in words_of(cue)) and not attribution.hedge
        if not factive:
            return False
    return True
