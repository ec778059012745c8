"""Closed classes of English words (in key form) that the judgement turns on."""

from __future__ import annotations

NEGATIONS = frozenset(
    "not no never none nobody nothing nowhere neither nor hardly barely scarcely rarely seldom "
    "without nicht kein keine keinen nie niemals pas jamais aucun sans non nunca jamás mai niet "
    "geen nooit não inte не нет ни 不 没 未 無".split()
)
MODALS = frozenset(
    "may might could can will would shall should must ought perhaps maybe possibly probably likely "
    "allegedly reportedly certainly definitely apparently supposedly if unless need cannot".split()
)
QUANTIFIERS = frozenset(
    "all some many most few every each any several both half much more less fewer only almost "
    "nearly about around roughly least majority minority dozens hundreds thousands millions "
    "billions always often sometimes usually entirely partly mostly twice double triple over under "
    "up down".split()
)
FUNCTION_WORDS = frozenset(
    "a an the of to in on at by for from with and or but as that this these those it its is are "
    "was were be been being am i we he she they you me us him her them my our his their your have "
    "has had do does did so than then there here which who whom whose what when where how why into "
    "out about up down not no will would 's 'd".split()
)
FILLERS = frozenset("uh um er erm ah eh hm hmm mm uhm umm uhh mhm".split())
FILLER_PAIRS = frozenset((("you", "know"), ("i", "mean")))
ACRONYMS_THAT_ARE_WORDS = frozenset("us it who ice aids".split())
"""Upper case makes another word of these."""

SUBJECTS = frozenset(
    "i we he she it they you this that these those there the a an my our his her their its your "
    "every all some no each both nobody everyone everybody people what".split()
)
VERBS = frozenset(
    "is are was were be been am will would can could may might must shall should has have had do "
    "does did 's 'd says said goes went makes made takes took means want wants need needs".split()
)
