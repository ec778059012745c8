"""What was cut from before kept words: their frame, the adverbial they stand under, their own head.

A frame is safe if it asserts, or ascribes to whoever is quoted, what hangs on it. An adverbial in front is
judged as one behind would be (``openings``). A word of the kept subject's own phrase is part of what is said.
"""

from __future__ import annotations

from itertools import pairwise

from claimcheck.evidence.quotations import lexicon as lx
from claimcheck.evidence.quotations import operators as ops
from claimcheck.evidence.quotations.heads import Head
from claimcheck.evidence.quotations.kept import read_first
from claimcheck.evidence.quotations.openings import limiting_opening
from claimcheck.evidence.quotations.presupposed import presupposed
from claimcheck.evidence.quotations.shares import SHARES, fraction, some_of
from claimcheck.evidence.quotations.source import PreparedSource
from claimcheck.evidence.quotations.surroundings import Cut, Frame

_REACH = 40
_FRAME = 14
_SAID = lx.words(
    "say said write wrote sign signed claim swear swore confess confessed admit admitted declare shout"
)
_NEARLY = lx.words("almost nearly half sometimes occasionally often long widely commonly popularly")
_FORCED = lx.words(
    "gun torture tortured duress threat threats drunk delirious fever sake bet hypnosis pressure dare"
)
_CONTENDED = lx.words(
    "argued claimed asserted maintained contended alleged rumored suggested said held thought"
)
_MADE = lx.words(
    "made make makes forced force paid pay ordered want wanted asked told had got tricked bullied"
)
_SOMEBODY = lx.words("a an some somebody someone")
_VOUCHED = lx.words("confirm agree accept acknowledge testify state deny repeat believe")
_AGAIN = (("saying",), ("telling",), ("claiming",), ("insisting",), ("repeating",), ("promising",))
_FABLED = lx.words("legend myth rumor rumors gossip folklore tradition superstition hearsay fable")
_OBLIGED = lx.words("must has needs order required obliged attempt tried tries trying seeks sought failed")
_OVERLOOKED = lx.words("forgotten overlooked missed ignored neglected")
_HELD = lx.words("opinion view belief conviction judgment")
_PROVING = lx.words("prove show establish demonstrate persuade convince satisfied satisfy suggest pretend")
_TENTATIVE = ops.DOUBT | lx.SUPPOSED | lx.words("suspect suspected guess")
_FIRST_PERSON = lx.words("i we my our me us")
_SPEAKS = lx.words(
    "say like add stress argue remind note point emphasize suggest call describe urge ask hope love "
    "want tell submit mention think repeat"
)
_POLITE = lx.words("would should could may might must can will")
_NO_FRAME = lx.PREPOSITIONS - {"out"} | lx.COORDINATORS | lx.SUBORDINATORS
_AGREED = lx.words("right correct rightly")
_WONDERING = lx.words("surprised astonished amazed startled")
_WONDER = lx.words("surprise delight horror interest shock relief")
_RELATIVE = lx.words("who which that whom whose what how why where when")


def cut_frame(
    source: PreparedSource, frame: Frame, low: int, high: int, start: int, *, marked: bool
) -> Cut | None:
    """What of source tokens ``start`` to ``low`` the kept ones hung on, if that is gone with harm.

    Args:
        marked: the cut lies under an ellipsis; only a frame that denies or doubts counts.
    """
    start = max(start, low - _REACH, _quoted_start(source, low))
    if start >= low:
        return None
    if fraction(source, start, low):
        return Cut("exception", low - 3, low)
    if some_of(source, start, low, high):
        return Cut("exception", max(start, low - 2), low)
    kept = read_first(source, low, high)
    if kept.sort == "none" and high - low < 3:
        return None
    head = Head(source, frame, kept, start, low, high)
    found = _complement(head, marked)
    if found is not None or marked:
        return found
    return _alternative(head) or _inside_subject(head) or limiting_opening(head)


def _quoted_start(source: PreparedSource, low: int) -> int:
    """The first token of the source's own quotation about the kept words; before it stands attribution."""
    opened = source.quoted_from(source.tokens.starts[low])
    if opened is None:
        return 0
    first = low
    while first > 0 and source.tokens.starts[first - 1] >= opened and low - first <= _REACH:
        first -= 1
    return first


def _complement(head: Head, marked: bool) -> Cut | None:
    """ "It is a common error to hold that …": a frame that does not assert what hangs on it."""
    at = _linked(head)
    if at is None or (head.kept.sort == "none" and not _clausal(head, at)):
        return None
    start = _frame_start(head, at)
    keys = _without_asides(head, start, at)
    if _parted_that(head, at):
        return _matrix(head, at)
    if not keys or keys[-1] in _NO_FRAME or _begins_with_verb(head):
        return None
    unreal = _unreal(keys)
    if unreal is None:
        return None
    if unreal:
        return Cut("negation" if unreal in ops.NEGATION else "doubt", start, head.low)
    if _of_others(head, keys):
        return Cut("hearsay", start, head.low)
    if _weakened(head, keys, at):
        return Cut("doubt", start, head.low)
    if marked or _asserting(keys):
        return None
    return head.cut(start, head.low) if head.source.tokens.keys[at] == "that" else None


def _parted_that(head: Head, at: int) -> bool:
    return head.source.tokens.keys[at] == "that" and "," in head.source.gap(at)


def _matrix(head: Head, at: int) -> Cut | None:
    """ "I suspect, though I know nothing, that ⟦…⟧": what stands before the aside rules the clause."""
    comma = next((i for i in range(head.start + 1, at) if "," in head.source.gap(i)), at)
    keys = head.keys(head.start, comma)
    if not 0 < len(keys) <= _FRAME or keys[0] in lx.SUBORDINATORS or _begins_with_verb(head):
        return None
    first = bool({"i", "we"} & set(keys))
    unreal = _unreal(keys)
    if unreal in _POLITE and "you" in keys[:1]:
        return None
    if unreal is None or (ops.NEGATION & set(keys) and "doubt" in keys):
        return None
    if (unreal and not (first and unreal in _POLITE)) or _TENTATIVE & set(keys):
        return Cut("doubt", head.start, head.low)
    if not first and (_of_others(head, keys) or _weakened(head, keys, at)):
        return Cut("hearsay", head.start, head.low)
    return None


def _clausal(head: Head, at: int) -> bool:
    """Whether place shows a clause where form does not: behind "that", or a subject of three words."""
    keys = head.source.tokens.keys
    return head.high - head.low >= 3 and (keys[at] == "that" or keys[head.low] in lx.DETERMINERS)


def _without_asides(head: Head, start: int, end: int) -> tuple[str, ...]:
    """The keys of a frame, less a relative clause between commas."""
    left: list[str] = []
    aside = False
    for at in range(start, min(end, head.low)):
        key, parted = head.source.tokens.keys[at], "," in head.source.gap(at)
        aside = (parted and key in ("who", "which", "whose")) or (aside and not parted)
        if not aside:
            left.append(key)
    return tuple(left)


def _weakened(head: Head, keys: tuple[str, ...], at: int) -> bool:
    """ "It is sometimes argued", "I almost wrote", "they made me say", "with a gun at my head I said"."""
    have = set(keys)
    said = have & _SAID
    if have & _OBLIGED and have & _PROVING and not have & {"i", "we"}:
        return True
    if have & _OVERLOOKED:
        return False
    timed = keys[0] == "it" and head.source.tokens.keys[at] == "when"  # "It was nearly midnight when"
    if (have & _NEARLY and not timed) or (have & _FORCED and have & (_FIRST_PERSON | said)):
        return True
    if "it" in have and have & lx.COPULAS and have & _CONTENDED:
        return True
    if "once" in have or (
        {"was", "were"} & have and {"ready", "about", "going", "tempted", "supposed"} & have and "to" in have
    ):
        return True
    made = any(
        key in lx.OBJECTS and (keys[i + 1 : i + 2] or ("",))[0] in ("to", *_SAID)
        for i, key in enumerate(keys[:-1])
    )
    if made and (said or have & _VOUCHED) and bool(have & _MADE):
        return True
    if any(key in ("keep", "kept", "keeps") and keys[i + 1 : i + 2] in _AGAIN for i, key in enumerate(keys)):
        return not {"i", "we"} & have
    if (
        len(keys) > 1
        and keys[-1].endswith("ing")
        and keys[-2] in ("into", "of", "from", "without", "against")
    ):
        return True
    if head.source.tokens.keys[at] == "when" and keys[0] == "there":
        return True
    return bool(have & {"best", "most", "least", "worst"}) and "said" in have


def _asserting(keys: tuple[str, ...]) -> bool:
    """Whether the frame says, or finds, that it is so: "the truth is", "she told the inquiry"."""
    if {"my", "our"} & set(keys) and _HELD & set(keys) and not ops.NEGATION & set(keys):
        return True
    if keys[-1] in lx.COPULAS:
        return not lx.SUPPOSED & set(keys) and (bool(lx.ASSERTING & set(keys)) or len(keys) == 1)
    formed = any(key.endswith(("ed", "ing")) for key in keys[-3:])
    return formed or bool((lx.ASSERTING | ops.HEARSAY_VERB) & set(keys))


def _of_others(head: Head, keys: tuple[str, ...]) -> bool:
    """Whether the frame tells what somebody else, or the speaker once, held to be so."""
    if _AGREED & set(keys) and not ops.NEGATION & set(keys):
        return False  # "My honourable friend is quite right to say that"
    if keys[0] == "try" or (not {"i", "we"} & set(keys) and _FABLED & set(keys)):
        return True
    if not {"i", "we"} & set(keys) and (lx.PITCHES & set(keys) or _tells_you(keys)):
        return _other_voice(head, keys)
    if keys[:2] == ("what", "they") or {("made", "out"), ("make", "out")} & set(pairwise(keys)):
        return _other_voice(head, keys)
    if keys[0] in _SOMEBODY and "me" in keys and ops.HEARSAY_VERB & set(keys):
        return _other_voice(head, keys)
    if not {"i", "we"} & set(keys) and {"keep", "keeps", "kept"} & set(keys) and keys[-1].endswith("ing"):
        return _other_voice(head, keys)
    held = next((at for at, key in enumerate(keys) if key in lx.OPINIONS or key in ops.HEARSAY_VERB), None)
    if {"myself", "himself", "herself", "themselves", "ourselves"} & set(keys[-2:]):
        return True
    if held is None:
        return False
    first = bool({"i", "we"} & set(keys[:held]))
    if (
        held
        and keys[held - 1] == "to"
        and not (_FIRST_PERSON & set(keys[:held]) and _willing(keys[:held], keys[held]))
    ):
        return True
    opinion = keys[held] in lx.OPINIONS
    told_of = "who" in keys[max(0, held - 2) : held] or bool({"fool", "fools", "liar", "liars"} & set(keys))
    return (told_of or (opinion and not first)) and _other_voice(head, keys)


def _tells_you(keys: tuple[str, ...]) -> bool:
    """ "they will tell you", "you may have read": what the hearer is said to hear of others."""
    told = {"tell", "told", "hear", "heard", "read", "believe", "think"} & set(keys)
    return "you" in keys and bool(told) and bool(_POLITE & set(keys) or lx.OPPONENTS & set(keys))


def _willing(before: tuple[str, ...], verb: str) -> bool:
    """ "I want to say", "I am proud to announce": but not "I was brought up to believe"."""
    ready = lx.FEELINGS | lx.words(
        "want like wish have need going here pleasure allow let come ready honor duty"
    )
    return bool(ready & set(before)) and (verb not in lx.OPINIONS or "come" in before)


def _begins_with_verb(head: Head) -> bool:
    """ "policies that ⟦reduce harm⟧": a relative clause, of which the article names the subject."""
    first = head.source.tokens.keys[head.low]
    return (
        first in lx.AUXILIARIES or first in lx.PAST or (first.endswith("ed") and first not in lx.DETERMINERS)
    )


def _linked(head: Head) -> int | None:
    """The token that hangs the kept words on a frame: "that", "when" behind a noun, or a verb."""
    keys, low = head.source.tokens.keys, head.low
    if keys[low - 1] == "that" and low - 1 > head.start:
        return low - 1
    if keys[low - 1] in ("when", "where") and "," not in head.source.gap(low - 1):
        return low - 1
    if keys[low - 1] in lx.OPINIONS | ops.HEARSAY_VERB and not head.source.gap(low).strip():
        return low
    for at in range(low - 2, max(head.start, low - 9), -1):
        if keys[at] == "that" and "," in head.source.gap(low) and keys[at - 1] in lx.ASSERTING:
            return at
        if "," in head.source.gap(at + 1):
            break
    return None


def _frame_start(head: Head, at: int) -> int:
    """Where the clause of the frame begins that ends at token ``at``."""
    start = max(head.start, at - _FRAME)
    for place in range(at - 1, start, -1):
        gap = head.source.gap(place)
        if (
            ";" in gap
            or ":" in gap
            or (head.source.tokens.keys[place] in ("and", "but", "so") and "," in gap)
        ):
            return place
    return start


def _unreal(keys: tuple[str, ...]) -> str | None:
    """The word by which the frame leaves open, or denies, what hangs on it; None where it affirms it."""
    if "beyond" in keys or (keys[-1] in lx.COPULAS and keys[0] in ("what", "all")):
        return None
    first = bool(_FIRST_PERSON & set(keys))
    for at, key in enumerate(keys):
        if key not in lx.UNREAL:
            continue
        if _WONDERING & set(keys[at + 1 : at + 4]) and first:
            return key
        if (
            key in _POLITE
            and first
            and (at == 0 or keys[at - 1] in _FIRST_PERSON or keys[at - 1] in ("only", "just", "also", "and"))
            and (_SPEAKS | lx.ASSERTING) & set(keys[at + 1 : at + 4])
            and "have" not in keys
        ):
            continue
        if (key in ops.NEGATION or _wonders(keys, at)) and (_affirms(keys, at) or _denied_twice(keys, at)):
            return None
        if (
            key in ("doubt", "error", "mistake", "lie", "question")
            and at
            and keys[at - 1] in ("no", "not", "never", "beyond", "without", "any")
        ):
            continue
        return key
    return ""


def _wonders(keys: tuple[str, ...], at: int) -> bool:
    """ "Imagine my surprise when …", "It may surprise you to learn that …"."""
    return bool(_WONDER & set(keys[at + 1 : at + 4]))


def _denied_twice(keys: tuple[str, ...], at: int) -> bool:
    """ "There isn't a baker who doesn't know that"."""
    again = next((i for i in range(at + 2, len(keys)) if keys[i] in ops.NEGATION), None)
    return again is not None and bool(
        {"know", "see", "remember", "realize", "notice"} & set(keys[again + 1 :])
    )


def _affirms(keys: tuple[str, ...], at: int) -> bool:
    """ "nobody should be surprised that", "no doubt", "I will never forget that"."""
    near = keys[at + 1 : at + 6]
    if presupposed(keys, at, len(keys)) > at:
        return True
    if bool(ops.OVERTURNED & set(near)) or near[:1] in (("only",), ("just",), ("merely",), ("secret",)):
        return True
    return any(keys[at : at + len(phrase)] == phrase for phrase, _ in ops.HARMLESS_BY_WORD.get(keys[at], ()))


def _other_voice(head: Head, keys: tuple[str, ...]) -> bool:
    known = head.frame.keys | head.frame.speaker
    return not known & set(keys) - lx.DETERMINERS - lx.PREPOSITIONS


def _alternative(head: Head) -> Cut | None:
    """ "either … or …", "more than …", "as if …": half of a pair asserts nothing."""
    before = head.source.tokens.keys[head.low - 1]
    if before == "than" and "sooner" in head.keys(head.start, head.low):
        return None
    if before in ("either", "than", "lest") or (before == "or" and not head.kept.negated):
        return head.cut(head.low - 1, head.low)
    if (
        before == "like"
        and not head.source.gap(head.low).strip()
        and head.source.tokens.keys[head.low]
        in (
            "i",
            "we",
            "he",
            "she",
            "they",
            "it",
            "you",
        )
    ):
        return head.cut(head.low - 1, head.low)
    asked = head.source.tokens.keys[head.start] == "ask"
    if before == "and" and (head.kept.sort == "future" or asked or _more(head)) and _bids(head):
        return Cut("condition", head.start, head.low)
    pair = head.keys(head.low - 2, head.low)
    return head.cut(head.low - 2, head.low) if pair in (("as", "if"), ("as", "though")) else None


def _more(head: Head) -> bool:
    """ "Two further wickets and ⟦the series is ours⟧"."""
    opening = head.keys(head.start, head.start + 3)
    return opening[0][0] == "#" and bool({"more", "further", "another", "extra"} & set(opening))


def _bids(head: Head) -> bool:
    """ "One more word and ⟦I will go⟧", "vote for me and ⟦I will cut your taxes⟧": an if without an if."""
    keys = head.keys(head.start, head.low - 1)
    spoken = bool(lx.AUXILIARIES & set(keys)) or any(key in lx.PAST for key in keys)
    return (
        bool(keys)
        and not spoken
        and keys[0] not in lx.PRONOUNS
        and keys[0] not in lx.DETERMINERS - {"a", "another"}
    )


def _inside_subject(head: Head) -> Cut | None:
    """ "the enemies of ⟦the king won⟧", "unvaccinated ⟦children are ill⟧": part of the subject was cut."""
    keys, low, kept = head.source.tokens.keys, head.low, head.kept
    before, first = keys[low - 1], keys[low]
    if kept.sort == "none" or head.source.gap(low).strip() or first in _RELATIVE:
        return None
    if before in lx.OWNING and first not in lx.words("i we he she they it you") and _own_verb(head):
        return head.cut(_phrase_start(head), low)
    bare = not (first in lx.DETERMINERS or first in lx.PRONOUNS or _closed(first)) and first[0].isalpha()
    if (
        not bare
        or head.source.text[head.source.tokens.starts[low]].isupper()
        or kept.sort in ("event", "future")
    ):
        return None
    if before in SHARES or before[0] in "#/":
        return head.cut(low - 1, low)
    if before in lx.TIMES:
        return None
    led = low - 1 == head.start or keys[low - 2] in lx.DETERMINERS
    open_class = not (_closed(before) or before in lx.DETERMINERS or before in lx.PRONOUNS)
    verbal = before in lx.ASSERTING or before.endswith("ly") or before in ops.HEARSAY_VERB
    return head.cut(low - 1, low) if led and open_class and not verbal else None


def _closed(key: str) -> bool:
    return (
        key in lx.PREPOSITIONS
        or key in lx.SUBORDINATORS
        or key in lx.COORDINATORS
        or key in lx.AUXILIARIES
        or key in lx.ADVERBS
        or key in lx.OBJECTS
        or key in lx.PAST
        or key in ("to", "not")
    )


def _own_verb(head: Head) -> bool:
    """Whether the first verb of the kept words is their own, not that of a relative clause within them."""
    for key in head.source.tokens.keys[head.low : min(head.high, head.low + 12)]:
        if key in _RELATIVE:
            return False
        if key in lx.AUXILIARIES and key != "'s":
            return True
    return False


def _phrase_start(head: Head) -> int:
    keys = head.source.tokens.keys
    at = head.low - 1
    while at > head.start and at > head.low - 5 and keys[at] not in lx.DETERMINERS:
        at -= 1
    return at
