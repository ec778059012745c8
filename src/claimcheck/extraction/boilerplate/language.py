"""Foreign-language crumbs: lines in another language than the article's, told by function words and script.

Counting function words needs no model and no download, and on the short lines that scrapers leave behind it
is the part of a language identifier that carries the decision. Only words that are not English too are
listed.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

_ENGLISH = (
    "the of and to in a is that for it was on with as at by from be are this have has had not but "
    "they which or an were "
    "been their its who will would more about into after than when he she his her said what how why "
    "where you your we our "
    "all can could over up out no one two new if there"
)
_OTHERS = {
    "es": "de la el los las que y en un una por para con del se su es lo como más pero sus este esta "
    "qué son está desde "
    "cuando muy sin sobre también hasta hay donde quien todo nos país entre",
    "fr": "de la le les des et un une du dans pour que qui est sur avec pas au aux ce cette son ses "
    "par plus ne nous vous "
    "notre votre sont ont été à être leur mais comme où d l",
    "de": "der die das und ist den dem ein eine einer einem einen mit für auf nicht sich von zu im "
    "auch wie sind wird werden "
    "diese dieser dieses ihre ihr aus bei nach über wir sie oder zum zur noch nur vor kann",
    "it": "il di che la le un una per con del della dei delle non sono è nel nella anche come più gli "
    "dal alla questo questa "
    "si da tra",
    "pt": "de da do das dos e que o os um uma para com não em no na nos nas por se mais como mas ao "
    "são foi sua seu pelo pela "
    "está você também",
    "nl": "de het een en van ik te dat zijn voor met niet op aan er maar om ook dan wat hoe waar kun "
    "je zien bij uit naar "
    "heeft hebben wordt deze deel onze",
    "sv": "och att det som en ett är på för med av den till inte har om var från jag vi kan men ska "
    "eller hur",
    "da": "og at det som en et er på for med af den til ikke har om jeg vi kan men skal eller hvordan "
    "fra blev",
    "pl": "i w na z do się nie że jest jak o po co dla od ale za przez są było jego tak który oraz przed",
    "tr": "ve bir bu için ile da de ne çok daha olan gibi kadar olarak sonra var nasıl",
    "ro": "și în de la cu pe care nu este un o din pentru mai sau prin sunt ce",
    "id": "yang dan di ini itu dengan untuk dari tidak dalam pada adalah ke akan",
}
_ALSO_ENGLISH = frozenset(
    "a an in on at by for me we he was is of over had no so to do die man as not be".split()
)


@cache
def _function_words() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """English function words, and for every other one the languages it belongs to."""
    english = frozenset(_ENGLISH.split())
    others: dict[str, tuple[str, ...]] = {}
    for language, words in _OTHERS.items():
        for word in frozenset(words.split()) - english - _ALSO_ENGLISH:
            others[word] = (*others.get(word, ()), language)
    return english, others


def _foreign_script(text: str) -> bool:
    if text.isascii():
        return False
    letters = [char for char in text if char.isalpha()]
    other = sum(1 for char in letters if ord(char) > 0x24F and "LATIN" not in unicodedata.name(char, ""))
    return len(letters) >= 4 and other * 2 > len(letters)


def is_foreign(text: str, words: list[str]) -> bool:
    """Whether a whole line is in another language than English; ``words`` are its words in lower case."""
    sample = text[:2000]
    if _foreign_script(sample):
        return True
    if len(words) < 3:
        return False
    english, others = _function_words()
    known = sum(word in english for word in words)
    counts = Counter(language for word in words if word in others for language in others[word])
    best = max(counts.values(), default=0)
    if "¿" in sample or "¡" in sample:
        best += 1
    return best >= 2 and best > 2 * known and best * 6 >= len(words)
