"""Turns of phrase that only somebody with a view uses: "to put it mildly", "daylight robbery".

They tell a view whatever figures and names stand beside them, where single words of evaluation do not.
"""

from __future__ import annotations

import re
from functools import cache

_ASIDES = (
    r"to put it (?:mildly|gently|kindly|politely|bluntly|charitably)|it (?:must|has to) be said|"
    r"for (?:heaven|god|goodness|pity|mercy)'s sake|for crying out loud|if you ask me|for my money|"
    r"in my book|mark my words|strange to say|sad to say|heaven (?:forbid|help)|god (?:forbid|help)|"
    r"i (?:swear|dare say|daresay|for one)|or so (?:we are|they would have us)"
)
_VERDICTS = (
    r"daylight robbery|money for old rope|(?:a|the) bad joke|cold comfort|window dressing|an? fig leaf|"
    r"too little,? too late|adds? insult to injury|(?:is|was) rich coming from|speaks volumes|"
    r"the less said|(?:small|little) wonder(?: that| if)?|shame on|hats off to|good riddance|"
    r"pull the other one|could(?:n't| not) make it up|which (?:is|was) (?:his|her|its|their|our|your) loss|"
    r"ha(?:s|ve) my (?:pity|sympathy|respect|admiration)|beyond (?:belief|parody|satire|a joke)|"
    r"not worth the paper|leaves? an? (?:bad|sour|nasty|bitter) taste|(?:that|this|it) (?:simply |just )?"
    r"(?:will|would) not do(?=[ ,;.]*(?:$|from |for |at all|and |in a ))|"
    r"in (?:his|her|their) right mind|(?:who|what|why|how|where) on earth|"
    r"(?:you|one) (?:could|would|might) be forgiven|"
    r"tells? you (?:most of |all |everything )?(?:what )?you need"
)
_WEIGHED = (
    r"(?:utter|complete|total|sheer|plain|arrant) (?:nonsense|folly|madness|waste|farce|bliss|joy|genius|"
    r"drivel|hypocrisy|incompetence|cowardice|greed|spite)|"
    r"an? (?:meagre|paltry|measly|derisory|pitiful|laughable) (?:price|sum|return|reward|offer|sentence|"
    r"fine|excuse|effort)|almost (?:comic|comical|funny|laughable|touching|admirable)|"
    r"an? (?:scandal|disgrace|farce|travesty|outrage|shambles|mockery)"
    r"(?= in (?:its|his|her|their) own right| of)|worthy of (?:an? )?(?:better|circus|farce|medal)"
)


@cache
def _idioms() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_ASIDES}|{_VERDICTS}|{_WEIGHED})\b")


def has_idiom_of_view(lower: str) -> bool:
    """Whether a sentence in lower case, with straight apostrophes, holds such a turn of phrase."""
    return bool(_idioms().search(lower))
