"""Words which, cut from beside a quotation, turn what it says. All in key form (see ``tokens``)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from claimcheck.evidence.quotations.spelling import canonical_spelling

Turn = Literal["negation", "condition", "hearsay", "doubt", "question", "exception", "irony", "limit"]
"""What a cut word does to the words it governed; "limit": it was what the claim holds for."""
TURNS: tuple[Turn, ...] = get_args(Turn)


def _keys(words: str) -> tuple[str, ...]:
    return tuple(canonical_spelling(word) for word in words.split())


def _set(words: str) -> frozenset[str]:
    return frozenset(_keys(words))


NEGATION = _set(
    "not no never none nobody nothing nowhere neither nor hardly barely scarcely rarely seldom few nicht "
    "kein "
    "keine keinen keinem keiner nie niemals weder pas jamais aucun aucune ni nunca jamas ningun ninguna "
    "niet geen nooit mai nessun nessuna nao не нет никогда ни 不 没 未 無 非"
)
REFUSAL = _set(
    "deny denies denied denying refuse refuses refused refusing fail fails failed failing decline declines "
    "declined avoid avoids avoided prevent prevents prevented oppose opposes opposed opposing reject "
    "rejects rejected rejecting refute refutes refuted dispute disputes disputed disavow without "
    "unable incapable neglected neglects omitted unwilling"
)
"""Negate what follows them closely, as a complement."""
FALSEHOOD = _set(
    "mad crazy naive insane "
    "wrong false untrue falsely wrongly mistaken mistake incorrect misleading nonsense absurd ridiculous "
    "myth lie lies hoax fiction fantasy impossible unlikely ludicrous unfair dishonest silly foolish "
    "rubbish inaccurate slander smear propaganda pretend pretends pretended pretending falsch faux falso "
    "falsehood untruth fabrication libel calumny canard forgery fake"
)
"""Negate a clause or infinitive that hangs on them ("it would be wrong to say that")."""
TAKEN_BACK = _set(
    "joke wrong false untrue nonsense lie lies myth rubbish incorrect misleading absurd ridiculous hoax "
    "fiction propaganda ludicrous inaccurate slander"
)
"""Take back a sentence that "that is …" points to."""
CONDITION = _set(
    "if unless provided providing supposing suppose assuming assume whether imagine hypothetically lest "
    "otherwise wenn falls sofern ob si sauf se indien als 如果 если"
)
CONDITION_RIGHT = _set(
    "if unless provided providing assuming supposing wenn falls sofern si sauf se indien если "
    "solange vorausgesetzt pourvu purche tenzij mits"
)
EXCEPTION = _set(
    "except excepting barring excluding except unless only solely salvo sauf ausser außer nur "
    "seulement solamente soltanto"
)
DOUBT = _set(
    "allegedly reportedly supposedly purportedly perhaps maybe possibly apparently probably presumably "
    "doubt doubts doubted doubtful hope hopes hoped hoping wish wishes wished possible possibility chance "
    "risk theory rumor rumors notion idea unclear uncertain unproven unconfirmed fear fears feared "
    "vielleicht angeblich peut-etre quizas forse"
)
MODAL_DOUBT = _set("may might could")
HEARSAY_VERB = _set(
    "say says said saying claim claims claimed claiming allege alleges alleged alleging argue argues "
    "argued arguing insist insists insisted believe believes believed think thinks thought tell tells told "
    "suggest suggests suggested report reports reported assert asserts asserted maintain maintains "
    "maintained complain complains complained contend contends contended imply implies implied write "
    "writes wrote fear feared predict predicts predicted warn warns warned call calls called accuse "
    "accuses accused shout shouts shouted cry cries cried yell yells yelled whisper whispers "
    "whispered sing sings sang chant chants chanted"
)
DISTANCE_VERB = _set(
    "claim claims claimed claiming allege alleges alleged alleging pretend pretends pretended accuse "
    "accuses accused imagine imagines imagined"
)
CROWD = _set(
    "some many people critics opponents skeptics detractors others they everyone everybody someone "
    "somebody enemies rivals media press newspapers newspaper papers reports rumors pundits voices cynics "
    "naysayers folks most several conspiracy lobbyists populists extremists doubters accusers"
)
WITNESSES = _set(
    "experts analysts activists scientists doctors economists officials campaigners observers advisers "
    "advisor"
)
HEARSAY_NOUN = _set(
    "claim claims lie myth rumor allegation allegations accusation accusations slogan suggestion argument "
    "story excuse charge"
)
IRONY = _set(
    "sneer sneered sneering smirk smirking smirked scoffed deadpanned winked winking jeered "
    "jeering joking kidding joked sarcastic sarcastically ironically ironic jest jokingly mockingly "
    "mocking facetiously"
)
DENIALS = FALSEHOOD | _set(
    "not never hardly scarcely false longer what how premature exaggerated overstated unfounded "
    "groundless baseless"
)
OVERTURNED = _set(
    "interest delight horror relief shock surprised surprising surprise shocked astonished "
    "doubt doubts doubted deny denies denied dispute "
    "disputes disputed question questions questioned forget forgets forgotten ignore ignores ignored hide "
    "hides hidden "
    "accident coincidence wonder exaggeration overstate escape mistake mistaken pretend"
)
"""With a negation before them they leave what follows as it was: "nobody should be surprised that"."""
TENTATIVE = _set(
    "unproven unclear uncertain inconclusive insignificant preliminary disputed unreliable unconfirmed "
    "unverified contested pending untested unpublished"
)
QUALIFIED = _set(
    "significant statistically proven certain clear confirmed conclusive sure true enough settled reliable "
    "definitive representative final"
)
"""What a concession behind a finding denies of it: "although the difference was not significant"."""
CONCESSION = _set("although though but however while whereas")
FOR_NOW = tuple(
    _keys(phrase)
    for phrase in (
        "for now|for the moment|for the time being|at present|at the present|at this stage|at this time|"
        "at this point|at the moment|as things stand|at this price|under present|in its present|"
        "in this form"
    ).split("|")
)
"""What limits a denial or a promise to the present."""
LIMITS = tuple(
    _keys(phrase)
    for phrase in (
        "up to|at least|at most|fewer than|less than|more than|no more than|as many as|as few as|"
        "close to|well over|well under|just under|just over|over|under|almost|nearly"
    ).split("|")
)
"""What bounds the figure that follows."""
BE = _set("is was are were 's be been sounds seems")

HARMLESS = tuple(
    _keys(phrase)
    for phrase in (
        "no doubt|not doubt|not only|not just|not merely|not simply|no question|no denying|not deny|"
        "nobody can deny|"
        "no one can deny|not forget|never forget|make no mistake|not stress enough|not lie|no secret|no "
        "wonder|"
        "not surprised|not surprising|not mistaken|not wrong|not impossible|not unlikely|not fail to|"
        "never fail to|"
        "not kidding|not joking|if anything|even if|as if|if not|if you like|if you will|if i may|if you "
        "ask me|"
        "if nothing else|no less than|no fewer than|nothing less than|nothing but|not least|no matter|"
        "not help but|"
        "only later|only then|only now|only recently|only yesterday|beyond dispute|beyond argument|"
        "beyond all doubt|beyond doubt|beyond a doubt|beyond any doubt|beyond question|without doubt|"
        "without a doubt|without question|not believe how|not to mention|no surprise|nothing new|"
        "not refuse|not dispute|not unclear|no risk|no chance|no lie|no joke|if only|not hide|"
        "noexaggeration|i hope so|as some say|not mind saying|not hesitate|never hesitate|"
        "never doubted|never doubt|without fail|"
        "if i am honest|if i may say so|if you will let|if you want the truth|if you want my|"
        "if memory serves|if you must|if you like|"
        "if i am not mistaken|if i remember|if i recall|if i am frank|if i am being|if you please|"
        "if truth be told|if you will forgive|if you will pardon|if you will allow|"
        "if you had asked|if you asked|whether you like|whether we like|whether they like|"
        "unless i am|avoidance of doubt|heaven 's sake|without wishing|no idea|not help|never failed|"
        "not know that|wish i had known|wish we had known|wish i had been told|no sooner|hardly had|"
        "scarcely had|not put too fine|not need me to|not need to be told|nobody ever denies|nobody denies|"
        "no one denies|not be forgotten|not to be forgotten|never be forgotten|not overlook|not fair to|"
        "no accident|if i did not say|if i did not mention|if i did not add|if i did not thank|"
        "if we did not say|never mind|no mistake|no coincidence|no uncertain|not for nothing|"
        "no small|none other|nobody 's surprise|no one 's surprise|"
        "as possible|in case you wondered|in case you were|in case anyone|in case anybody|"
        "if anybody is interested|if anyone is interested|if you are interested|if you are wondering|"
        "if you want to know|if anybody asks|if anyone asks|if you need me|if there is #1 thing|"
        "unless i have|unless my eyes|"
        "no reason to doubt|no cause to doubt|no pleasure|no joy|no satisfaction|if you can believe|"
        "if you will believe|if you would believe|"
        "n'oublie pas|n'oublions pas|n'oubliez pas|n'ignore pas|n'ignorons pas|vergesse nicht|"
        "vergessen nicht|nicht vergessen|no olvido|no olvidamos|no olvidemos|non dimentico|non dimentichiamo|"
        "imagine my surprise|imagine our surprise|nothing gives me|nothing gave me|nothing would give"
    ).split("|")
)
"""Phrases with such a word that leave what follows as it was."""
AFTERTHOUGHTS = frozenset(
    (
        ("but", "only"),
        ("only", "if"),
        ("only", "when"),
        ("but", "not"),
        ("so", "they"),
        ("or", "so"),
        ("we", "are"),
        ("i", "am"),
        ("as", "they"),
        ("of", "course"),
        ("not", "really"),
        ("in", "theory"),
        ("on", "paper"),
        ("or", "not"),
        ("but", "never"),
        ("but", "no"),
        ("i", "hope"),
        ("i", "wish"),
        ("i", "doubt"),
        ("i", "do"),
        ("but", "just"),
    )
)
"""How a phrase of :data:`PHRASES_RIGHT` begins that may follow as a sentence of its own."""
NO_LIMIT = frozenset(
    (("not", "only"), ("if", "only"), ("even", "if"), ("as", "if"), ("if", "anything"), ("if", "not"))
)

PHRASES_LEFT: tuple[tuple[tuple[str, ...], Turn], ...] = tuple(
    (_keys(phrase), turn)  # type: ignore[misc]
    for turn, phrases in (
        (
            "negation",
            "far from|far be it from me|be lying if|"
            "used to be|anything but|instead of|rather than|short of|stop short|no longer|in no way|lack "
            "of|so called|have yet to|has yet to|had yet to|was to have|were to have|supposed to be|"
            "supposed to have|next you will be|too late|too early|too soon|premature to",
        ),
        (
            "condition",
            "as long as|so long as|in case|on condition|in the event|had we|were we to|were i to|had i|"
            "what if|in a world|in an ideal world|in a perfect world|on a good day|"
            "in a good year|at best|last resort|world in which|world where",
        ),
        (
            "hearsay",
            "led to believe|made to believe|made to think|made to feel|given to understand|"
            "under the impression|put to me|put it to me|suggested to me|been suggested|been claimed|"
            "been alleged|been put about|been put around|going round|doing the rounds|bandied about|"
            "keep reading|kept reading|keep hearing|kept hearing|keep being told|"
            "is claimed|is alleged|"
            "was claimed|was alleged|used to think|used to believe|"
            "used to say|once thought|once believed|once said|was told|"
            "were told|"
            "been told|i heard|i read|we heard|have heard|i thought|we thought|i believed|we believed|i "
            "assumed|we assumed|according to|it is said|"
            "would have you believe|want you to believe|wants you to believe|like you to believe|want us "
            "to believe",
        ),
        (
            "doubt",
            "it is possible|may have been|might have been|could have been|would have been|"
            "about to|on the point of|intention of|talk of|talked of|talking of|dreamed of|dream of|"
            "thought of|"
            "threatened to|planned to|plan is to|idea is to|was to be|were to be|can see a day|came within|"
            "could say that|might say that|could tell you that|could claim that|let us say|it may be|"
            "not follow|oh sure|yeah right|yeah sure|like to think|would be nice|afraid not|no "
            "evidence|little evidence|no proof",
        ),
    )
    for phrase in phrases.split("|")
)
PHRASES_RIGHT: tuple[tuple[tuple[str, ...], Turn], ...] = tuple(
    (_keys(phrase), turn)  # type: ignore[misc]
    for turn, phrases in (
        (
            "exception",
            "apart from|other than|save for|with the exception|aside from|all but|which is to say|"
            "that is to say|by which i mean|or rather",
        ),
        (
            "condition",
            "god willing|weather permitting|all being well|touch wood|"
            "as long as|so long as|on condition|on #1 condition|subject to|depending on|pending a|in "
            "case|in the event|only if|only when|only after|only once|insofar as|in so far as|"
            "in the sense|a moins que|a moins de|a condition que|a condition qu'il|a condition qu'on|"
            "es sei denn|a menos que|siempre y cuando|con tal de|a no ser que|a meno che|a patto che",
        ),
        (
            "negation",
            "or not|but not|but never|but no longer|but hardly|any more than|not any more|in theory|"
            "in principle|on paper|my foot|in much the way|in the way that|the way that a|i should say|"
            "i tell a lie|by which we mean",
        ),
        ("exception", "but only|but just|but solely|but mainly"),
        ("condition", "but if|but unless|but until|but after|but without|but provided|but not until"),
        (
            "hearsay",
            "rumor goes|rumor has it|story goes|argument goes|theory goes|or so|so i am told|so they say|"
            "so critics say|we are told|i am told|i was told|we were told|as they say|i used to say|"
            "i used to think|we used to say|we used to think|you say|you tell me|you claim|"
            "o eso|ou du moins|oder so heisst es|so heisst es|a ce qu'on dit|dit on|parait il|semble t il",
        ),
        ("doubt", "i hope|i hoped|i wish|i doubt|we hope|i suppose|i guess|or maybe|or perhaps|one hopes"),
        ("negation", "i do not think|i do not believe|i do not agree|not really|of course not"),
    )
    for phrase in phrases.split("|")
)


def _by_first(
    phrases: Iterable[tuple[tuple[str, ...], Turn]],
) -> dict[str, list[tuple[tuple[str, ...], Turn]]]:
    table: dict[str, list[tuple[tuple[str, ...], Turn]]] = {}
    for phrase, turn in phrases:
        table.setdefault(phrase[0], []).append((phrase, turn))
    return table


LEFT_BY_WORD = _by_first(PHRASES_LEFT)
RIGHT_BY_WORD = _by_first(PHRASES_RIGHT)
HARMLESS_BY_WORD = _by_first((phrase, "negation") for phrase in HARMLESS)
"""The phrases by their first word."""


def harmless_at(keys: tuple[str, ...], at: int) -> int:
    """How many words of a phrase that leaves what follows as it was begin at ``keys[at]``; 0 if none does."""
    for phrase, _ in HARMLESS_BY_WORD.get(keys[at], ()):
        if keys[at : at + len(phrase)] == phrase:
            return len(phrase)
    return 0
