"""Spellings that name the same word: British and American, transliterated names, scanning slips."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_OUR = (
    "ard arb arm behavi cand clam col demean endeav fav ferv flav glam harb hon hum lab neighb od parl "
    "ranc rig rum sav savi splend succ tum val vap vig enam clang malod"
)
_OUR_WORD = re.compile(rf"((?:un|dis|mis|re|dis|en|multi|bel)?(?:{_OUR.replace(' ', '|')}))our")
_DOUBLED_L = (
    "bevel cancel channel chisel counsel cudgel dial dishevel duel enamel equal fuel funnel gravel grovel "
    "initial jewel kennel label level libel marshal marvel medal metal model panel parcel pedal pencil "
    "quarrel refuel revel rival shovel shrivel signal snivel spiral swivel tinsel total towel travel "
    "tunnel unravel yodel"
)
_DOUBLED = re.compile(rf"({_DOUBLED_L.replace(' ', '|')})l(ed|ing|er|ers|ings)")
_ISE = re.compile(r"([a-z]{3,}?)is(e|ed|es|ing|er|ers|ation|ations|ational)")
_YSE = re.compile(r"((?:anal|paral|catal|electrol|hydrol|dial)y)s(e|ed|es|ing|er|ers)")
_PAIRS = """
centre center|centres centers|centred centered|metre meter|metres meters|litre liter|litres liters
theatre theater|theatres theaters|fibre fiber|fibres fibers|calibre caliber|sabre saber|spectre specter
lustre luster|meagre meager|sombre somber|centimetre centimeter|centimetres centimeters
millimetre millimeter|millimetres millimeters|defence defense|defences defenses|offence offense
offences offenses|pretence pretense|licence license|licences licenses|practise practice
practised practiced|practising practicing|practises practices|catalogue catalog|catalogues catalogs
dialogue dialog|dialogues dialogs|analogue analog|paediatric pediatric|paediatrician pediatrician
anaesthetic anesthetic|anaesthesia anesthesia|haemorrhage hemorrhage|haemoglobin hemoglobin
leukaemia leukemia|anaemia anemia|anaemic anemic|orthopaedic orthopedic|gynaecologist gynecologist
encyclopaedia encyclopedia|mediaeval medieval|archaeology archeology|archaeologist archeologist
foetus fetus|foetal fetal|oestrogen estrogen|diarrhoea diarrhea|manoeuvre maneuver
manoeuvres maneuvers|manoeuvring maneuvering|programme program|programmes programs|grey gray|greys grays
tyre tire|tyres tires|kerb curb|kerbs curbs|plough plow|ploughs plows|ploughed plowed
aluminium aluminum|sceptic skeptic|sceptics skeptics|sceptical skeptical|scepticism skepticism
jewellery jewelry|mum mom|mums moms|storey story|storeys stories|draught draft|draughts drafts
towards toward|afterwards afterward|whilst while|amongst among|amidst amid|learnt learned|burnt burned
dreamt dreamed|spelt spelled|leapt leaped|spoilt spoiled|ageing aging|judgement judgment
judgements judgments|acknowledgement acknowledgment|fulfil fulfill|fulfils fulfills|fulfilment fulfillment
enrol enroll|enrolment enrollment|skilful skillful|wilful willful|instalment installment
instalments installments|mould mold|moulds molds|moustache mustache|pyjamas pajamas|aeroplane airplane
aeroplanes airplanes|cosy cozy|furore furor|artefact artifact|artefacts artifacts|axe ax|cheque check
cheques checks|adviser advisor|advisers advisors|gaol jail|carcase carcass|annexe annex|likeable likable
sizeable sizable|saleable salable|liveable livable|unliveable unlivable|smoulder smolder
smouldering smoldering|sulphur sulfur|doughnut donut|doughnuts donuts|disc disk|discs disks
traveller traveler|travellers travelers|marvellous marvelous|woollen woolen|chilli chili
counsellor counselor|counsellors counselors|councillor councilor|councillors councilors
kidnapped kidnaped|kidnapper kidnaper|focussed focused|focussing focusing|benefitted benefited
benefitting benefiting|worshipped worshiped|worshipper worshiper
whisky whiskey|yoghurt yogurt|arse ass|pernickety persnickety
routeing routing
"""
_NAMES = """
kiev kyiv|kharkov kharkiv|odessa odesa|lvov lviv|chernobyl chornobyl|dnipro dnepr dnieper dnipropetrovsk
zelensky zelenskyy zelenskiy zelenskyi zelenski|lukashenko lukashenka|mohammed muhammad mohammad mohamed
muhammed
gaddafi qaddafi gadhafi kadhafi qadhafi kaddafi|osama usama|hussein husayn husain hossein hussain
hezbollah hizbullah hizballah hizbollah|qaeda qaida|quran koran|tolstoy tolstoi|yeltsin eltsin
chekhov chekov tchekhov|tchaikovsky chaikovsky tschaikowsky|khrushchev khrushchov chruschtschow
tehran teheran|peking beijing|netanyahu netanjahu|yusuf youssef yousef yusef|omar umar|ahmed ahmad
khaled khalid|abdel abdul abd|sheikh shaykh sheik shaikh|faisal faysal|sergei sergey serghei|yuri yuriy
iurii yury
dmitri dmitry dmitriy dmitrii|andrei andrey|alexei alexey aleksei aleksey
nikolai nikolay|evgeny yevgeny evgenii yevgeni|aleksandr alexandr|vladimir wladimir
mikhail michail|gorbachev gorbachov gorbatschow|dostoevsky dostoyevsky dostoevskii|putin poutine
solzhenitsyn solschenizyn|calcutta kolkata|bombay mumbai|mecca makkah|cairo qahira|aleppo halab
raqqa raqqah|houthi huthi|houthis huthis|taliban taleban
"""
_SCANS = (
    ("rn", "m"),
    ("cl", "d"),
    ("vv", "w"),
    ("li", "h"),
    ("ii", "u"),
    ("nn", "m"),
    ("ri", "n"),
    ("tb", "th"),
)
_SCANNED_CHARACTERS = str.maketrans({"0": "o", "1": "l", "5": "s", "|": "l", "i": "l", "8": "b", "6": "b"})
_WORDS_APART = frozenset(
    """
day clay down clown home horne days clays done clone coming corning close dose due clue clear dear club dub
fall fail mom morn dog clog add acid daily dally modern modem ball bail dark clark wall wail clean dean dad
clad plus pius clearly dearly hall hail tom torn click dick silver sliver grade gracie dogs clogs corner comer
conner flat fiat mail mall mali falling failing split spilt falls fails calm cairn burn bum tall tail clubs
dubs dan clan closing dosing files flies clock dock dutch clutch adds acids allen alien angle angie walter
waiter maria marla dare clare piano plano stem stern clip dip burns bums mama manna com corn conn aims alms
chill chili dam darn clam neil nell dive clive cliff diff lemon lennon toll toil corners comers dump clump dot
clot clips dips cloth doth slam siam karl kari barn bam cluster duster compiled complied closes doses annie
arnie downs clowns dome donne garcia garda homer horner dough clough halls hails candles candies clues dues
clara dara ciara marion marlon dots clots clayton dayton coil coli coll cornell connell dell deli dove clove
gala gaia comet cornet ding cling damp clamp gamer garner mails malls famed fanned yarn yam claw daw mma mrna
clocks docks kernel kennel dover clover soils solis clap dap dipped clipped clashes dashes dash clash dams
clams annex amex dine cline dipping clipping thorn thom gail gall slit silt walters waiters dearest clearest
dumps clumps maui maul oily olly swam swann docking clocking tanning taming cairns calms clogged dogged dashed
clashed dashing clashing fern fem cleans deans dung clung lynne lyme tome tonne docked clocked alden aiden
bern benn tanned tamed doves cloves churn chum inns lorna loma rubles rubies cleo deo clubbing dubbing bailing
balling kernels kennels maia mala complies compiles cleft deft pall pail yarns yams clapper dapper clamping
damping clingy dingy domed donned warn wam fill filly fin fm inner imer ring rill stir stlr lid lld sail sall
male mate mile mlle rail rall bill bile boll boil foil foll soil sol fair falr hair lair air sick slick
""".split()
)
"""Words that a scanner's slip would turn into another word: such a pair is a change, not a slip."""


def _table(lines: str, *, names: bool) -> dict[str, str]:
    table: dict[str, str] = {}
    for group in lines.replace("\n", "|").split("|"):
        words = group.split()
        for word in words:
            table[word] = words[0] if names else words[-1]
    return table


_SPELLINGS = _table(_PAIRS, names=False)
_TRANSLITERATIONS = _table(_NAMES, names=True)


@lru_cache(maxsize=1 << 13)
def canonical_spelling(word: str) -> str:
    """One spelling for all British and American forms and common transliterations of a bare word."""
    known = _SPELLINGS.get(word) or _TRANSLITERATIONS.get(word)
    if known:
        return known
    if len(word) < 5:
        return word
    if "our" in word:
        match = _OUR_WORD.match(word)
        if match:
            return match[1] + "or" + word[match.end() :]
    if "ll" in word:
        return _DOUBLED.sub(r"\1\2", word) if _DOUBLED.fullmatch(word) else word
    match = _ISE.fullmatch(word) if "is" in word else None
    if match:
        return f"{match[1]}iz{match[2]}"
    return _YSE.sub(r"\1z\2", word) if "ys" in word and _YSE.fullmatch(word) else word


def spelled_out_alike(one: str, other: str) -> bool:
    """Whether two words are one with accents dropped or spelled out ("Müller", "Mueller", "Muller")."""
    if one.isascii() == other.isascii():
        return False
    accented, bare = (other, one) if one.isascii() else (one, other)
    return accented.translate(_SPELLED_OUT) == bare


_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "ß": "ss", "æ": "ae"})


def scanned_alike(one: str, other: str) -> bool:
    """Whether two words differ only as a scanner errs (rn and m, l and 1), and not both are words."""
    if one in _WORDS_APART and other in _WORDS_APART:
        return False
    if abs(len(one) - len(other)) > 3 or min(len(one), len(other)) < 3:
        return False
    if one.isdecimal() or other.isdecimal():
        return False
    return _scan_form(one) == _scan_form(other)


def misread(printed: str, source: str, known: Callable[[], Callable[[str], bool]]) -> bool:
    """Whether the source's word is none, and the printed one with letters that scanners take for others.

    Args:
        printed, source: bare words in small letters; a name is no word of a list, so do not ask of names.
        known: gives what tells a word from none; asked only where the letters fit, for that is dear.
    """
    if min(len(printed), len(source)) < 3 or _loose_form(printed) != _loose_form(source):
        return False
    is_word = known()
    return is_word(printed) and not is_word(source)


def _loose_form(word: str) -> str:
    return _scan_form(word.replace("li", "h")).translate(_TAKEN_FOR)


_TAKEN_FOR = str.maketrans({"b": "h", "c": "e", "u": "n"})


@lru_cache(maxsize=1 << 13)
def _scan_form(word: str) -> str:
    word = word.translate(_SCANNED_CHARACTERS)
    for slip, letter in _SCANS:
        word = word.replace(slip, letter)
    return word
