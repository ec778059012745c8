"""Words that carry a full stop without ending a sentence, and words that begin one.

Our own lists, sorted by what may follow the stop. All keys are lower-case and without the last stop.
"""

from __future__ import annotations

from claimcheck.documents import calendar_words

TITLES = frozenset(
    "adm amb asst assoc atty brig bros capt cdr cmdr col comdr comm cpl cpt cssr det dir dr drs ens fr ft"
    " gen gov govs gp hon insp jdg justice lt ltc lieut maj messrs mgr mlle mme mons mr mrs ms msgr mt mx"
    " ofc pfc pres prof profs pvt rep reps rev rt sen sens sgt sra sri ssgt supt surg treas vp".split()
)
"""Stand before a name: never the end of a sentence, when written with a capital."""

NUMBERED = frozenset(
    "no nos nr n° nº p pp pg vol vols fig figs sec sect art arts ch chap cl para par ex app tab ver op ca"
    " c cf rs approx est circa ed eds ser rm ste apt ext tel r".split()
)
"""Stand before a number: no end of a sentence if one follows."""

CONNECTING = frozenset("vs v viz i.e e.g ie eg cf aka a.k.a ca".split())
"""Always want something after them."""

MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())

TRAILING = frozenset(
    "inc ltd co cos corp corps llc plc pty gmbh jr sr esq ave av blvd rd st sq pl hwy etc al dept univ"
    " assn bhd bldg ala ariz ark cal calif colo conn del fla ill kan kans ky mass md mich minn mo mont neb"
    " nebr nev okla ore penn pa tenn tex vt va wis wisc wyo que ont alta sask govt min max mins hr hrs sec"
    " secs mph km ft lb lbs oz kg ed mon tue tues wed thu thur thurs fri intl natl admin gov't int'l nat'l"
    " phd ph.d m.d b.a m.a".split()
)
"""May end a sentence, or stand before a name: the word that follows decides."""

EXCLAIMED_NAMES = frozenset("yahoo jeopardy yum oklahoma mamma mia e joomla wham chipotle panic".split())
"""Names written with an exclamation mark."""

AFTER_TIME = frozenset(
    "et est edt ct cst cdt mt mst mdt pt pst pdt"
    " gmt bst utc cet cest eastern central mountain pacific london moscow beijing jan feb mar apr"
    " aug sept oct nov dec".split()
).union(calendar_words.WEEKDAYS, calendar_words.MONTHS) - {"may"}
"""What may follow ``a.m.`` or ``p.m.`` within a sentence although it has a capital."""

STARTERS = frozenset(
    "a about above according across after again against all almost along already also although amid among"
    " an and another any anyone are as asked at because before behind being beneath beside besides between"
    " beyond both but by can could currently dear despite did do does during each earlier either even"
    " eventually every everyone everything few finally first five following for four from further had has"
    " have he her here hers him his how however hundreds i if in indeed initially inside instead is it its"
    " just last lastly late later least leave less let like many may maybe me meanwhile millions more"
    " moreover most mr mrs ms dr much my near nearly neither never nevertheless next no nobody none"
    " nonetheless nor nothing now of off often on once one only or other others our out over overall part"
    " people perhaps please recently said scores second several shall she should similarly since six so"
    " some someone something sometimes soon still subsequently such ten than thanks that the their them"
    " then there therefore these they third this those though thousands three through throughout thus to"
    " today together tomorrow tonight too two under unless unlike until up upon using was we well were"
    " what whatever when whenever where whereas wherever whether which while who whoever whom whose why"
    " will with within without would yes yesterday yet you your".split()
)
"""Words that, with a capital, far oftener begin a sentence than continue a name."""

NAME_LIKE_STARTERS = frozenset("will may an so do in see leave dear mr mrs ms dr no second".split())
"""Starters that are also surnames or titles, and so say nothing after an initial."""

SPEECH_VERBS = (
    "said says asked asks told tells added adds wrote writes shouted yelled cried exclaimed wondered"
    " demanded replied inquired enquired tweeted posted quipped joked responded"
).split()
"""Verbs that, after ``"…?" Name``, tie the name to the quotation."""

DOMAIN_ENDINGS = frozenset(
    "com org net gov edu co uk io html htm php asp aspx pdf jpg png net js py info".split()
)
