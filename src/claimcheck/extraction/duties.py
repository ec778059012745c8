""" "Must" as a rule has it and as a writer demands it.

"Owners must register within ten days" says what holds and can be looked up; "the council must resign" is the
writer's own. No word tells the two apart, so the company the verb keeps is asked: a law or contract that is
named, a deadline or a condition, a step of procedure, people to whom a rule applies.
"""

from __future__ import annotations

import re
from functools import cache

from claimcheck.documents.calendar_words import MONTHS_BUT_MAY

_NORM = (
    r"\b(?:laws?|acts?|rules?|rulebook|codes?|constitution|constitutional(?:ly)?|regulations?|regulators?|"
    r"statutes?|statutory|treaty|treaties|contracts?|licen[cs]es?|permits?|guidance|guidelines|by-?laws?|"
    r"ordinances?|directives?|agreements?|terms|legally|protocols?|charter|policy|court orders?|ruling|"
    r"requires?|requirements?|lease|deed|warrant|standards?|conditions)\b"
)
_OCCASION = (
    r"\b(?:within \w+ (?:\w+ )?(?:minutes|hours|days|weeks|months|years)|whenever|every time|each time|"
    r"each year|every (?:\w+ )?(?:day|week|month|year|winter|two|three|four|five|six)\b|at least|"
    r"no (?:later|more|fewer|less) than|"
    r"if (?:it|he|she|they|the|an?|no)\b|unless|once (?:it|he|she|they|the)\b|in order to|"
    r"to (?:qualify|be eligible)|"
    rf"before (?:it|he|she|they) (?:can|may)|by (?:law|the end of|{'|'.join(MONTHS_BUT_MAY)}|\d))"
)
_STEP = (
    r"\b(?:must|ha(?:s|ve|d) to|needs? to) (?:now |still |first |then |also |next |both )?"
    r"(?:decide|choose|vote|approve|ratify|sign off|agree on|rule on|be (?:\w+ly )?(?:approved|ratified|"
    r"signed|passed|filed|submitted|paid|issued|registered|licen[cs]ed|inspected|renewed|returned|reported|notified|"
    r"accompanied|published|kept|worn|stored|completed|elected|born|aged))\b"
)
_HOLDERS = (
    r"\b(?:anyone|everyone|applicants|drivers|owners|employers|employees|visitors|passengers|riders|players|"
    r"candidates|residents|tenants|landlords|patients|doctors|schools|companies|firms|banks|dealers|buyers|"
    r"sellers|parents|pupils|students|claimants|travellers|travelers|farmers|members|users|customers|teams|"
    r"competitors|judges|officers|directors|pilots|shops|providers|operators|suppliers|manufacturers)"
    r"(?: who [\w ]{1,40}?| with [\w ]{1,40}?| under \d+| over \d+| in [\w ]{1,20}?)? must\b"
)


@cache
def _duty() -> re.Pattern[str]:
    return re.compile("|".join((_NORM, _OCCASION, _STEP, _HOLDERS)))


def states_duty(lower: str) -> bool:
    """Whether a sentence with "must" or "need to", in lower case, tells what a rule asks of somebody."""
    return bool(_duty().search(lower))
