"""What one claim tells and another names by a noun with a figure: "could save £2m", "the £2m saving"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from claimcheck.extraction.clauses.governors import CONDITIONS
from claimcheck.extraction.clauses.lexicon import load_lexicon
from claimcheck.extraction.dates import DateMention
from claimcheck.extraction.figures import Figure, compare_figures
from claimcheck.extraction.relations.apart import apart_words
from claimcheck.extraction.relations.grammar import APART, Clause, Page, near
from claimcheck.extraction.relations.measures import MOVES, SHARE, plain
from claimcheck.extraction.relations.model import Relation
from claimcheck.extraction.relations.parties import Cast, agree_on_time
from claimcheck.extraction.relations.terms import Reading, changed, quote, quote_within

_OUTCOMES = frozenset(
    {
        ("cost", "loss"),
        ("axe", "loss"),
        ("shed", "loss"),
        ("cut", "loss"),
        ("kill", "death"),
        ("claim", "death"),
        ("jail", "term"),
        ("raise", "rise"),
    }
)
"""A verb, and a noun for what comes of it, that the word lists do not hold to be near."""
_GREETING = frozenset("welcome hail praise celebrate mourn regret lament applaud".split())
_AT_RISK = re.compile(r"\b(?:at risk|at stake|in danger|in doubt|in question|under threat)\b")
"""What leaves open what becomes of "the 340 jobs"."""
_YEARLY = frozenset("annual yearly monthly weekly daily".split())
_FRESH = frozenset(("new", "newer"))
"""Words by which a clause brings in who did it, of whom the noun need say nothing."""
_AGREEING = ("equal", "compatible")
_PLAIN = ("exact", "about")
_UNLIKE = ("score", "multiple", "ratio", "fraction", "age", "data", "angle", "ordinal")
_OPEN = re.compile(
    r"\b(?:if|unless|would|could|(?-i:may)|might|should|estimat\w+|project(?:ed|ion)|expect\w*|predict\w*|forecast|"
    r"hop(?:e[sd]?|ed-for|ing)|possib\w+|potential\w*|likely|promis\w+|propos\w+|plan(?:s|ned)?|target|"
    r"claim\w*|suppos\w+|alleg\w+|reported\w*|suggest\w*|doubt\w*|disput\w+|question\w*|den(?:y|ies|ied)|reject\w*|"
    r"challeng\w+|ask(?:s|ed)?|want\w*|demand\w*|seek\w*|sought|offer\w*|so-called|up to)\b",
    re.IGNORECASE,
)
"""Words by which the noun's sentence leaves open, doubts or denies what it names."""


@dataclass(frozen=True, slots=True)
class Named:
    """A deed or what came of it, named by a noun that a figure measures; numbers are indices of words.

    Attributes:
        head: the noun ("saving").
        counted: the noun counted ("the loss of 40 jobs"), or -1.
        about: content words of the noun phrase and of what hangs on it ("in the risk of a stroke").
        owner: the party that has it ("the drug's fall").
        known: whether it is named as something known: "the", "its", "the drug's".
        words: all words of the phrase, with whose it is.
    """

    page: Page
    figure: Figure
    head: int
    counted: int
    about: tuple[int, ...]
    owner: tuple[int, ...]
    known: bool
    words: range

    @property
    def span(self) -> tuple[int, int]:
        """Code points of the phrase within the claim."""
        return self.page.words[self.words[0]].start, self.page.words[self.words[-1]].end


def named(page: Page) -> list[Named]:
    """The nouns of a claim that an exact figure measures."""
    exact = (one for one in page.figures if plain(page, one) and not SHARE.match(page.text, one.end))
    found = (_named(page, figure) for figure in exact)
    return [each for each in found if each is not None]


def _exact(figure: Figure) -> bool:
    return figure.precision in _PLAIN and figure.low == figure.high and figure.dimension not in _UNLIKE


def _named(page: Page, figure: Figure) -> Named | None:
    inside = [at for at, word in enumerate(page.words) if figure.start <= word.start < figure.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    run = last + 1
    while run < len(page.tags) and page.tags[run] in ("adj", "noun", "ing") and not _predicate(page, run):
        run += 1
    if run == last + 1 < len(page.tags) and page.tags[run] == "verb" and page.determiner(first):
        run += _ends_phrase(page, run)  # "the £80 million cost of"
    of = first - 2 if page.words[first - 1].low == "the" else first - 1
    if of > 0 and page.words[of].low == "of" and page.tags[of - 1] in ("noun", "ing"):
        counts = figure.dimension == "count" and run > last + 1
        return _made(
            page, figure, _risen(page, of - 1), run - 1 if counts else -1, run if counts else last + 1
        )
    # "the 40 jobs": what is counted, and no deed
    deed = run > last + 1 + (figure.dimension == "count")
    return _made(page, figure, run - 1, -1, run) if deed and page.tags[run - 1] != "adj" else None


def _predicate(page: Page, at: int) -> bool:
    """Whether a word behind a singular noun is rather its verb: "the saving pays for"."""
    word, before = page.words[at], page.words[at - 1]
    verbal = word.low.split("_")[0].endswith("s") and not load_lexicon().verbs.isdisjoint(word.lemmas)
    follows = page.tags[at + 1] if at + 1 < len(page.tags) else "mark"
    singular = (
        page.tags[at - 1] in ("noun", "ing") and not before.low.endswith("s") and at - 1 not in page.measured
    )
    return verbal and singular and follows in ("prep", "det", "to", "num", "adv", "name")


def _risen(page: Page, at: int) -> int:
    """The noun of a rise or fall before "in" ("a rise in pay of 3 percent"), or else the noun itself."""
    before = at
    while before and page.tags[before] in ("noun", "adj", "det", "name"):
        before -= 1
    rising = before and page.words[before].low in ("in", "to") and page.words[before - 1].lemmas[0] in MOVES
    return before - 1 if rising else at


def _ends_phrase(page: Page, at: int) -> bool:
    """Whether a word that could be a verb is the last of a noun phrase, for a preposition or verb follows."""
    return at + 1 < len(page.tags) and page.tags[at + 1] in ("prep", "modal", "aux", "verb", "part", "mark")


def _made(page: Page, figure: Figure, head: int, counted: int, run: int) -> Named:
    opening = head if counted >= 0 or head < page.at(figure.start) else page.at(figure.start)
    owner = page.owner(opening)
    known = page.definite(opening) or (bool(owner) and page.determiner(opening) not in ("a", "an"))
    end = page.phrase_end(max(run, head + 1))
    start = min((*owner, opening))
    while start == opening and start and page.tags[start - 1] in ("adj", "det", "noun", "num"):
        start = opening = start - 1
    about = page.content([at for at in range(opening, end) if at != head])
    about = tuple(at for at in about if page.words[at].low not in _YEARLY)
    return Named(page, figure, head, counted, about, owner, known, range(start, end))


def tells(cast: Cast, clause: Clause, noun: Named) -> Iterator[Figure]:
    """The figures by which a clause tells what a noun of another claim names."""
    parties = [party for party in (clause.event.subject, clause.direct) if party]
    apart = apart_words(clause) - (frozenset() if noun.owner else _FRESH)
    if apart != _aparts(noun):
        return
    if _one_deed(clause, noun) and _one_thing(cast, clause.page, parties, clause.dates, noun):
        yield from (figure for figure in clause.figures if _one_measure(clause.page, figure, noun))


def _renames(cast: Cast, one: Named, noun: Named) -> Iterator[Figure]:
    """The figure of a noun of an earlier claim that a noun of a later one names again."""
    alike = near(one.page.words[one.head], noun.page.words[noun.head]) and _aparts(one) == _aparts(noun)
    if alike and (noun.about or noun.owner):
        dates = _dates(one)
        if _one_thing(cast, one.page, (one.owner or one.about,), dates, noun):
            yield from (figure for figure in (one.figure,) if _one_measure(one.page, figure, noun))


def _one_deed(clause: Clause, noun: Named) -> bool:
    head = noun.page.words[noun.head]
    if any(near(clause.page.words[at], head) for at in clause.head):
        return not clause.light
    lemmas = {(lemma, head.lemmas[0]) for lemma in clause.verb.lemmas}
    return bool(lemmas & _OUTCOMES) or any(_moved(figure, noun) for figure in clause.figures)


def _moved(figure: Figure, noun: Named) -> bool:
    """Whether a figure is one of a rise or a fall, and the noun names one of that kind."""
    way = MOVES.get(noun.page.words[noun.head].lemmas[0])
    return way is not None and figure.change == way


def _one_measure(page: Page, figure: Figure, noun: Named) -> bool:
    """Whether two figures measure in one kind, and count one thing."""
    theirs = noun.figure
    if figure.dimension != theirs.dimension or {figure.change, theirs.change} == {"up", "down"}:
        return False
    if figure.per != theirs.per:
        yearly = any(noun.page.words[at].low in _YEARLY for at in noun.words)
        timed = any(each.dimension == "duration" for each in noun.page.figures) or noun.page.dates
        if theirs.per or (timed and not yearly):
            return False  # "saves £2 million a year", "the £6 million saving in three years"
    if figure.dimension != "count" or figure.noun == theirs.noun:
        return True
    counted = noun.counted if noun.counted >= 0 else noun.head - 1
    return any(
        near(word, noun.page.words[counted])
        for word in page.words
        if figure.noun and figure.noun in (word.low, *word.lemmas)
    )


def _one_thing(
    cast: Cast, page: Page, parties: Sequence[Sequence[int]], dated: Sequence[DateMention], noun: Named
) -> bool:
    """Whether all that the noun phrase says is in the other claim, and nothing sets the two apart."""
    other, known = noun.page, page.content(range(len(page.words)))
    if any(not any(near(page.words[i], other.words[at]) for i in known) for at in noun.about):
        return False
    if not noun.about and not (noun.owner or cast.article.rare(_stem(noun), 2)):
        return False
    if noun.owner and all(cast.kin(page, party, other, noun.owner) == "other" for party in parties):
        return False
    dates = _dates(noun)
    ours, theirs = _counting(page, dated), _counting(other, dates)
    return agree_on_time(dated, dates) and (not ours or not theirs or bool(ours & theirs))


def _aparts(noun: Named) -> frozenset[str]:
    """Words of the phrase that single its thing out from others."""
    return APART & {noun.page.words[at].low for at in noun.words if at not in noun.page.dated}


def _dates(noun: Named) -> list[DateMention]:
    """The dates in the phrase, or else of its sentence."""
    start, end = noun.span
    return [date for date in noun.page.dates if start <= date.start < end] or list(noun.page.dates)


def _counting(page: Page, dates: Sequence[DateMention]) -> set[str]:
    """The words of dates that count from publication: "last year" is not "this year"."""
    return {page.text[date.start : date.end].lower() for date in dates if date.relative}


def _stem(noun: Named) -> str:
    start = noun.page.words[noun.head].start
    return next((token.stem for token in noun.page.reading.tokens if token.start == start), "")


def holds(noun: Named, *, supposed: bool = False) -> bool:
    """Whether the claim takes what the noun names as a fact, in the article's own voice.

    Args:
        supposed: takes "would" for a fact too, where the other claim tells what would be.
    """
    page = noun.page
    said = page.voice(noun.figure.start, noun.figure.end) != "" and not _greeted(noun)
    if not noun.known or said or _open(page, supposed):
        return False
    return not any(word.low in CONDITIONS for word in page.words)


def _open(page: Page, supposed: bool) -> bool:
    return any(not supposed or word[0].lower() != "would" for word in _OPEN.finditer(page.text))


def _greeted(noun: Named) -> bool:
    """Whether somebody only greets what the noun names, which takes it for a fact ("welcomed the fall")."""
    return any(
        noun.head in clause.event.objects and not _GREETING.isdisjoint(clause.verb.lemmas)
        for clause in noun.page.clauses
    )


def compared(one: Figure, noun: Named) -> str:
    """How the clause's figure stands to the noun's: equal, different …, be it a sum or its change."""
    plain = (replace(each, change="", per="", noun="") for each in (one, noun.figure))
    return compare_figures(*plain)


def restates(one: Figure, noun: Named) -> bool:
    """Whether the noun's figure is the clause's, be it "up to", "nearly" or just so many there."""
    return compared(replace(one, precision="exact"), noun) == "equal"


def find_named_changes(cast: Cast, one: Reading, two: Reading) -> Iterator[Relation]:
    """A figure that one claim tells with a verb and the other, naming the same by a noun, gives otherwise."""
    for verbal, nominal in ((one, two), (two, one)):
        page = cast.pages[verbal.index]
        supposed = " would " in page.text and " would " in nominal.claim.text
        if _open(page, supposed) or ("among" in page.text) != ("among" in nominal.claim.text):
            continue
        for noun in named(cast.pages[nominal.index]):
            if not holds(noun, supposed=supposed):
                continue
            told = next(_told_otherwise(cast, page, noun, earlier=verbal is one), None)
            if told is None or any(compared(figure, noun) in _AGREEING for figure in page.figures):
                continue
            spans = (told.start, told.end), (noun.figure.start, noun.figure.end)
            first, second = spans if verbal is one else spans[::-1]
            around = (0, len(page.text)) if verbal is one else noun.span
            message = changed("figure", quote_within(one, first, around), quote(two, second))
            yield Relation("CC303", "disagreement", one.claim.id, two.claim.id, first, second, message)
            return


def _told_otherwise(cast: Cast, page: Page, noun: Named, *, earlier: bool) -> Iterator[Figure]:
    """The exact figures by which a claim tells otherwise what a noun names: with a verb or, first, a noun.

    What somebody said earlier and the article takes up with "the" is his figure.
    """
    told = (
        figure
        for clause in page.clauses
        if _plain(clause, earlier=earlier)
        for figure in tells(cast, clause, noun)
    )
    again = (figure for one in named(page) for figure in _renames(cast, one, noun)) if earlier else iter(())
    for figure in chain(told, again):
        voice = page.voice(figure.start, figure.end)
        own = voice == "" or (earlier and voice is not None)
        if _exact(figure) and compared(figure, noun) == "different" and own:
            yield figure


def _plain(clause: Clause, *, earlier: bool) -> bool:
    own = clause.voice == "" or (earlier and clause.voice is not None)
    return own and not clause.event.negative and clause.event.mood in ("fact", "future")


def takes_up(cast: Cast, hedged: Clause, page: Page) -> Iterator[tuple[int, int]]:
    """Where a later claim speaks of "the £340,000" as of a fact, which nothing but a hedged clause told."""
    if page.voice(0, 1) is None or _open(page, supposed=False) or _AT_RISK.search(page.text):
        return
    for figure in page.figures:
        first = page.at(figure.start)
        if not (plain(page, figure) and first and page.words[first - 1].low == "the"):
            continue
        if not (_telling(figure) or _of_what(hedged, page, figure)):
            continue
        same = any(compare_figures(_bare(figure), _bare(one)) == "equal" for one in hedged.figures)
        told = cast.article.told_surely.get(page.text[figure.start : figure.end], page.reading.index)
        if same and page.voice(figure.start, figure.end) == "" and told >= page.reading.index:
            yield page.words[first - 1].start, figure.end


def _telling(figure: Figure) -> bool:
    """Whether a figure is hardly met twice by chance: of two digits before its zeros, no small count."""
    digits = f"{figure.low:.0f}".rstrip("0")
    return len(digits) >= 2 and (
        figure.dimension == "money" or (figure.dimension == "count" and figure.low >= 100)
    )


def _of_what(hedged: Clause, page: Page, figure: Figure) -> bool:
    """Whether it is so much of something that the hedged clause speaks of: "the ten years of protection"."""
    of = page.at(figure.end)
    if page.words[of].low != "of":
        return False
    measured = page.content(range(of + 1, page.phrase_end(of)))
    told = hedged.page.content((*hedged.event.subject, *hedged.event.objects))
    return any(near(page.words[at], hedged.page.words[i]) for at in measured for i in told)


def _bare(figure: Figure) -> Figure:
    return replace(figure, change="", per="", precision="exact")
