"""Sentences in running prose that assert nothing: questions, calls to the reader, exclamations, greetings.

Asked only of sentences outside quotation marks that nobody else is said to have spoken.
"""

from __future__ import annotations

import re
from functools import cache

from claimcheck.extraction.closed import FINITE
from claimcheck.extraction.verbs import lexicon, words_of

_IMPERATIVES = frozenset(
    "add apply ask avoid be become book bring browse buy call check choose click come complete comment "
    "consider contact continue contribute "
    "consult drink eat limit set speak wait wash wear "
    "demand discover do don't donate download email enjoy enter explore fill find follow forget get "
    "give go have head help imagine "
    "join keep learn leave let listen log look make meet message note order phone picture please "
    "post press rate read "
    "register remember reply report ring save scroll see send share sign stay stop submit subscribe support "
    "swipe tag take talk tap tell "
    "text think try tune turn tweet use view visit vote watch write "
    "bake bend boil breathe brush chop clear count dig drain fry grab grate hang hold lie lift measure melt "
    "mix move pack peel plant pour practise practice preheat prepare pull push raise remove repeat replace "
    "rinse roll rub simmer sit sleep slice sprinkle squeeze stand step stir stretch swap switch tie toss "
    "unplug walk whisk wipe wrap".split()
)
_OBJECTS = frozenset(
    "your you yourself us our here below now today me my this these the a an up in on out to for at "
    "it him her them that no "
    "more please what how why whether if that which who all any off out about over by into with "
    "behind beside between against around through "
    "one two each every both".split()
)
_NEARBY = frozenset(
    "yourself yourselves your you us our here below comments newsletter link app page website "
    "site inbox".split()
)
_SUBJECTS = frozenset("he she it they we i you nobody everybody everyone it's he's she's that's".split())
_PAGE = frozenset("comments newsletter inbox subscribe embedded app podcast website".split())
_NOUNS = frozenset(
    "support call help visit report contact share work comment vote search look talk use watch walk sleep "
    "plant step stand".split()
)
_CLAUSES = frozenset("if when unless before until".split())
_LONG = 24
"""A longer imperative ("Don't forget that …") carries assertions of its own."""
_FRAME = re.compile(
    r"(?:anyone|anybody|people|readers|witnesses|those|tickets|entries|donations|if "
    r"you)\b.{0,80}?\b(?:(?:is|are) (?:asked|urged|invited|"
    r"encouraged|requested|welcome) to|should|can|may|can also|please)\s+(?:call|contact|ring|phone|"
    r"email|e-mail|text|write|visit|get in "
    r"touch|be (?:sent|made|bought)|come forward|log|report|send|share|tell|leave)\b",
    re.IGNORECASE,
)
_YOU_CAN = re.compile(
    r"(?:you|to \w+)\b.{0,60}?\b(?:can|may|should|please|must)?\s*(?:follow|contact|email|reach|sign "
    r"up|subscribe|read (?:more|the full)|"
    r"click|visit|listen to|watch|download|donate|share your|leave a comment|find (?:out "
    r")?more)\b.{0,80}\b(?:us|our|here|below|at|on|via|"
    r"newsletter|app|website|page|comments?)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"(?:thank you|thanks) for (?:reading|watching|listening|your|joining|visiting)|(?:we|we'd|we "
    r"would) (?:love|like|want) to hear|"
    r"(?:welcome|hello|hi|goodbye|good (?:morning|evening)|happy (?:new year|christmas|"
    r"easter))\b[^.]{0,60}[.!]\Z|let us know|"
    r"we welcome your|never miss|(?:you can )?reach (?:the|our) (?:reporter|author|newsroom|"
    r"writer)|if you (?:have been|are|were) affected by|"
    r"have your say|stay tuned|watch this space|more to follow|it's free|watch out "
    r"for|see you",
    re.IGNORECASE,
)
_EXHORT = re.compile(r"(?:let's|let us|here's to|may (?:he|she|they|the)\b.*\brest)\b", re.IGNORECASE)
_TO_READER = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_PRESUPPOSES = re.compile(r"(?:did|do) you know\b", re.IGNORECASE)
_END = re.compile(r"[\"'”’)\]*_\s]+\Z")
_YES_OR_NO = re.compile(
    r"(?:(?:and|but|so|or) )?(?:is|are|was|were|am|do|does|did|has|have|had|will|would|can|could|should|"
    r"shall|may|might|must)\b"
    r"(?! (?:it|that|this) (?:really )?(?:right|fair|true|any wonder|surprising|acceptable)\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:(?:and|but|so|then|now|instead|please|also|just|finally|first|meanwhile|well|or),? ){1,3}",
    re.IGNORECASE,
)


@cache
def _finite() -> frozenset[str]:
    forms = lexicon()
    return forms.third - forms.nounish | FINITE


def _imperative(text: str) -> bool:
    """Begins with a bare verb addressed to the reader and has no subject before a finite verb."""
    lead = _LEAD.match(text)
    body = text[lead.end() if lead else 0 :][:600]
    words = words_of(body)
    lower = [word.lower() for word in words]
    # What hangs on a condition ("… if you are tired") has a verb of its own.
    clause = next((at for at, word in enumerate(lower) if at > 2 and word in _CLAUSES), len(lower))
    lower = lower[:clause]
    if len(lower) < 2 or lower[0] not in _IMPERATIVES:
        return False
    if lower[0] == "please" or (lower[0] == "do" and lower[1] not in ("not", "your")):
        return lower[0] == "please"
    if lower[0] == "let":
        return True
    if body[len(words[0]) :].startswith(","):
        return False
    if lower[1] not in _OBJECTS and lower[0] != "don't":
        return len(lower) <= 6 and not any(word in _finite() or word in _past_verbs() for word in lower[1:])
    if any(word in _PAGE for word in lower):
        return True
    if len(lower) > _LONG:
        return False
    if any(word in _NEARBY for word in lower):
        return True
    if lower[0] in _NOUNS and lower[1] in ("for", "of", "in", "to", "from", "on"):
        return False
    # A noun may look like a verb ("Work on the bridge began"): a finite verb near by gives it away.
    return not any(word in _finite() or word in _past_verbs() for word in lower[1:12])


@cache
def _past_verbs() -> frozenset[str]:
    return lexicon().past


def call_to_reader(text: str) -> str | None:
    """Why the sentence asserts nothing because it asks or tells the reader to do something, or None."""
    body = text[:1000].strip().lstrip("*_([ ").replace("’", "'")
    if _THANKS.match(body) or _FRAME.match(body) or _YOU_CAN.match(body):
        return "call to the reader"
    if _EXHORT.match(body) or _imperative(body):
        return "call to act"
    return None


def is_question(text: str) -> bool:
    """Whether the sentence ends in a question mark, closing marks aside."""
    return _END.sub("", text[-40:]).endswith(("?", "?!"))


def question_to_reader(text: str, has_data: bool) -> str | None:
    """Why a question is no claim, or None where it rests on a figure or fact that can be checked.

    A question that holds a figure or a date ("Why did 40 of 50 trains fail?") asserts it in passing, unless
    it is put to the reader or asks for a yes or a no.
    """
    body = text.strip()
    if _PRESUPPOSES.match(body):
        return None
    if has_data and not _TO_READER.search(body) and not _YES_OR_NO.match(body):
        return None
    return "question"


def is_fragment(text: str, has_data: bool) -> bool:
    """Whether a short stretch holds too little to be checked: an interjection, a greeting, a lone noun
    phrase."""
    words = words_of(text[:400])
    lower = [word.lower() for word in words]
    if has_data or len(words) > 4 or (len(words) > 1 and lower[0] in _SUBJECTS):
        return False
    known = _finite() | _past_verbs() | lexicon().base | lexicon().third
    verbal = any(
        word in known or word in ("am", "be", "do", "isn't", "wasn't", "don't", "won't") for word in lower
    )
    contracted = any("'" in word and not word.endswith("'s") for word in lower)
    regular = any(word.endswith(("ed", "ied")) and len(word) > 4 for word in lower[1:])
    return not verbal and not contracted and not regular
