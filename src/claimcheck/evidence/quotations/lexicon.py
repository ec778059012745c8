"""Word classes of English by which a cut is read, in key form (see ``tokens``).

The classes that matter are the *safe* ones: what may be cut is recognised, and what is not recognised counts
as turning the meaning. Open classes (nouns, lexical verbs) are told by form and place, not by lists.
"""

from __future__ import annotations

from claimcheck.evidence.quotations.spelling import canonical_spelling


def words(listed: str) -> frozenset[str]:
    """A class from words parted by white space, in key form."""
    return frozenset(map(canonical_spelling, listed.split()))


DETERMINERS = words("the a an this that these those my our his her its their your another both such")
DEFINITE = words("the this that these those my our his her its their your")
PRONOUNS = words("i we he she it they you this that these those there who nobody everybody everyone somebody")
OBJECTS = words("me us him her it them you myself himself herself itself ourselves themselves everyone")
COPULAS = words("is are was were am be been being")
PAST_COPULAS = words("was were")
PERFECT = words("has have had having")
ABILITY = words("can could may might")
DUTY = words("must should ought need")
AUXILIARIES = COPULAS | words(
    "has have had will shall would can could may might must should ought do does did 's 'd"
)
UNIVERSALS = words(
    "most majority all every everyone everybody everything everywhere any anyone anybody anything "
    "anywhere each always whoever whatever forever completely entirely fully wholly totally"
)
"""Words whose reach a phrase behind them limits: "all pupils" who sat the paper."""
MEASURED = words("enough sufficient adequate too plenty")
"""Words that say little without what they are measured by."""
NOT_SUPERLATIVE = words(
    "forest west guest test rest request interest protest arrest honest modest harvest invest "
    "suggest contest priest chest quest nest east attest detest digest conquest manifest earnest "
    "latest tempest crest vest pest fest ernest budapest bucharest southwest northwest unrest behest "
    "inquest eldest"
)
PREPOSITIONS = words(
    "about above across after against along amid among around as at before behind below beneath beside "
    "besides between beyond by despite down during for from in inside into like near of off on onto out "
    "outside over past per round since through throughout to toward under underneath until up upon "
    "via with within without"
)
PLACING = words(
    "in on at near across along around behind beside below above inside outside through throughout "
    "into onto over off past toward from to by down up between opposite beyond within during round under"
)
"""Prepositions that, before a thing with a determiner or a name, say where or when."""
OWNING = words("of in on at from by with about against between under over into among within inside to for")
"""A noun after one of these is not the subject of the verb that follows it."""
COORDINATORS = words("and but or nor so yet")
SUBORDINATORS = words(
    "because although though while whereas since when whenever where wherever after before until once if "
    "unless as that which who whose whom whether than lest albeit"
)
TIMES = words(
    "month1 month2 month3 month4 month5 month6 month7 month8 month9 month10 month11 month12 monday "
    "tuesday wednesday thursday friday saturday sunday today tomorrow tonight yesterday morning "
    "afternoon evening night midnight noon dawn dusk sunrise sunset day days week weeks weekend month "
    "months year years decade decades century centuries hour hours minute minutes moment second seconds "
    "spring summer autumn fall winter season quarter easter christmas ramadan lent date time times age "
    "era war election campaign ceremony meeting hearing conference ago later am pm o'clock lunch dinner "
    "breakfast anniversary seasons generations terms springs future past present now then once"
)
"""Words of time; a month is keyed by its number."""
RECURRING = words(
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays weekends weekdays nights mornings "
    "evenings summers winters holidays times occasion occasions emergencies spring summer autumn "
    "winter night daytime daylight wartime peacetime"
)
"""Times that come back: with a claim about what generally is so, they limit it."""
PARTS = words("north south east west part parts corner end middle center places cases spots most some few")
ADVERBS = words(
    "here there home abroad back away out up down off over again too also well hard fast early late "
    "soon now then today tomorrow yesterday tonight twice together forever upstairs downstairs "
    "outside inside nearby overnight meanwhile anyway still already ago later earlier afterward "
    "forward ahead aside indeed though anymore ever either even just very more much alike apart both "
    "else however thus therefore hence instead right straight long far high low online abroad "
    "northward southward eastward westward"
)
HEDGES = words(
    "perhaps maybe probably possibly supposedly allegedly presumably hopefully theoretically "
    "hypothetically nominally technically ostensibly arguably reportedly apparently purportedly "
    "seemingly conceivably temporarily partially partly mostly mainly largely chiefly primarily "
    "occasionally sometimes rarely seldom barely hardly scarcely nearly almost virtually practically "
    "halfway somewhat slightly provisionally conditionally figuratively metaphorically jokingly "
    "wrongly falsely mistakenly accidentally inadvertently unwittingly unknowingly unintentionally "
    "involuntarily reluctantly often usually generally normally typically relatively comparatively "
    "albeit initially allegedly only merely solely exclusively"
)
"""Adverbs that take from what they stand behind, by doubt, by part, by how often or by excuse."""
IMAGINED = words(
    "theory principle paper dream dreams imagination imaginations fantasy fiction fantasies nightmare "
    "nightmares opinion opinions view views estimation eyes mind minds hypothesis hypotheses legend "
    "legends myth mythology universe standards standard jest fun name spirit sense manner way part "
    "hindsight appearance appearances moderation doses definition version telling reckoning account"
)
"""Behind "in", "on", "to" or "by": where a thing is so only in somebody's head, or in some measure."""
TOLD = words(
    "stories tales films novels plays songs poems operas books movies "
    "film movie novel play story tale fairytale opera game simulation simulator rehearsal script "
    "episode drill"
)
PROVISOS = words(
    "condition conditions understanding basis assumption premise proviso provided terms exception "
    "exceptions reservation reservations caveat caveats misgivings qualification qualifications "
    "limits restriction restrictions event absence exchange return circumstances pretext guise "
    "trends case cases scenario"
)
BACKING = words(
    "help support permission consent approval backing blessing luck cooperation aid majority assistance "
    "goodwill funding agreement prescription license permit proof supervision"
)
EXCUSES = words(
    "accident mistake error self duress orders gunpoint knifepoint jest oath hypnosis protest coincidence "
    "chance necessity torture compulsion proxy default"
)
"""With "by", "in", "under", "at": what excuses or explains away a deed."""
GRANTING = words(
    "permitting allowing willing pending depending excepted excluded notwithstanding aside apart"
)
"""Behind a noun and a comma: "weather permitting"."""
REVERSALS = words(
    "lost lose loses fail fails failed withdrew withdrawn withdraw withdraws reversed reverse reverses "
    "retracted recanted regretted regret regrets overturned annulled canceled revoked broke broken undone "
    "tore torn repealed collapsed backtracked reneged resigned scrapped abandoned"
)
"""A second predicate of the same subject that undoes the first."""
FEELINGS = words(
    "proud grateful happy sad sorry afraid angry glad pleased delighted disappointed thankful shocked "
    "surprised tired sick ashamed worried concerned devastated thrilled excited heartbroken "
    "horrified furious confident aware convinced determined relieved touched moved honored appalled "
    "alarmed optimistic pessimistic frustrated upset nervous jealous certain sure committed "
    "dedicated alive dead busy"
)
"""Predicates that hold with or without what they are about."""
JUDGED = words(
    "tired limited interested experienced qualified used supposed allowed permitted entitled exposed"
)
"""Participles that are adjectives."""
STATES = words(
    "need needs want wants love loves hate hates know knows think thinks believe believes see sees "
    "feel feels own owns hope hopes agree agrees accept accepts support supports demand demands "
    "expect expects promise promises condemn condemns welcome welcomes thank regret owe owes belong "
    "belongs live lives miss misses remember remembers understand mean means say says remain remains "
    "stand stands call calls apologize wish deserve deserves trust trusts respect admire oppose "
    "opposes reject have has hold holds"
)
"""Verbs in the present that say how things stand, not what generally happens."""
UNFINISHED = words(
    "want wanted refused failed forced trying tried about going ought used seems seemed appears appeared "
    "pretended pretend supposed allowed expected likely unlikely able unable meant intended hoped "
    "threatened attempted reluctant willing unwilling ready required obliged asked told"
)
"""Words that "to" and a verb complete."""
PAST = words(
    "blew rang wove strove clung flung slung wrung crept slit bade forbade burnt spoilt spelt leant "
    "knelt stung strung trod arose awoke withdrew undertook overthrew misled withstood upheld "
    "foresaw outdid sped bore meant overran blown rung woven flung forbidden trodden withdrawn "
    "undertaken overthrown thrust smelt rebuilt repaid undid redid overtook mistook outran foretold "
    "retold resold rewrote cried died tried denied applied replied relied went came won lost broke "
    "found made took gave said told saw knew thought left felt kept held brought began wrote stood "
    "heard let met ran paid sat spoke led grew fell sent built drew chose rose ate drank drove flew "
    "sang swam threw wore tore bore bought caught taught fought sought sold bound wound hung shot "
    "stole swore woke froze shook struck stuck swung spun slept swept wept dealt dug fled fed bled "
    "bred lent spent bent laid lay lit beat bit hid rode shone slid sank stank sprang shrank strode "
    "understood became forgot forgave overcame withdrew did had got put cut hit hurt shut set cost "
    "burst spread split quit cast read died tied lied grown gone done seen known shown taken given "
    "written spoken broken chosen driven fallen eaten stolen beaten hidden risen thrown born worn "
    "torn sung sunk swum"
)
"""Irregular past forms and participles."""

ASSERTING = words(
    "scandal shame pity disgrace miracle relief wonder blessing crime comfort honor joke disaster triumph "
    "know knew known knows show shows showed shown find finds found conclude concludes concluded "
    "confirm confirms confirmed announce announces announced say says said prove proves proved proven "
    "realize realized realizes discover discovers discovered learn learned learns notice noticed "
    "remember remembers remembered recall recalls recalled note notes noted add added adds tell tells "
    "told see saw seen acknowledge acknowledged acknowledges admit admits admitted concede conceded "
    "concedes reveal reveals revealed report reports reported state stated states declare declared "
    "declares explain explained explains stress stressed stresses emphasize emphasized insist insists "
    "insisted repeat repeated reply replied write wrote writes demonstrate demonstrates demonstrated "
    "establish established observe observed observes testify testified testifies swear promise promised "
    "promises warn warned warns predict predicts predicted agree agreed agrees accept accepted accepts "
    "believe believes believed think thinks thought feel felt feels understand understood remind "
    "reminded reminds ensure ensures guarantee guarantees mean means meant certify certified decide "
    "decided decides rule ruled rules indicate indicates indicated suggest suggests suggested estimate "
    "estimates estimated expect expects expected argue argues argued maintain maintains maintained "
    "regret regrets forget fear aware conscious points pointed clear true certain sure obvious evident "
    "plain undeniable glad proud sorry sad happy grateful lucky fortunate convinced confident delighted "
    "pleased disappointed ashamed afraid angry shocked surprised relieved thankful remarkable amazing "
    "incredible astonishing tragic shameful scandalous fact truth conclusion finding findings news "
    "evidence reason result conviction reality certainty proof upshot lesson so such now considering "
    "given seeing reassure reassured complain complained complains hear heard read claimed claim claims "
    "allege alleged alleges contend contended worry worried worries concerned propose proposed "
    "recommend recommended demand demanded order ordered ask asked request requested inform informed "
    "assured assure assures tweeted commented answered answer telling saying showing knowing meaning "
    "proving adding noting stating claiming arguing suggesting warning realizing learning believing "
    "thinking hoping explaining insisting cite cites cited recalling problem trouble message difference "
    "realization follow follows grant grants move moves thing discovery knowledge "
    "recognition admission forgotten consider considers considered record holds upside "
    "downside issue beauty tragedy irony day days time "
    "moment year point hope out"
)
"""Words before "that" after which it is asserted, or at least ascribed to whoever is quoted."""
OPINIONS = words(
    "think thinks believe believes believed claim claims claimed allege alleges alleged suspect suspects "
    "suspected imagine imagines imagined assume assumes assumed suppose supposes supposed fancy fancies "
    "maintain maintains maintained contend contends contended assert asserts asserted thought "
    "convinced persuaded reckon reckons pretend pretends accept dream dreams dreamed dreamt "
    "fantasize fantasized hypothesized hypothesize speculate speculated speculates theorize "
    "theorized joked boasted boasts bragged gossiped whispered insinuated implied hinted feared feel "
    "feels felt doubt hold holds"
)
SUPPOSED = words(
    "claim theory fear hope idea risk danger assumption hypothesis allegation rumor worry suspicion "
    "belief plan expectation assertion argument premise possibility chance question accusation "
    "prediction dream"
)
"""Nouns by which a frame ("the theory is that") leaves open what hangs on it."""
UNREAL = words(
    "dream dreams dreamed dreamt pretend pretended imagine suppose supposing "
    "would could might may should if whether unless never not no nobody nothing none neither nor hardly "
    "against refuse doubt error mistake myth misconception fallacy illusion lie rumor rumors remains gone "
    "yet prove disproved forgery delusion superstition cliche falsehood untruth fabrication libel calumny "
    "canard"
)
"""In a frame before "that": the frame does not assert what follows."""
PITCHES = words(
    "brochure brochures poster posters flyer flyers leaflet leaflets advert adverts advertisement "
    "advertisements ad ads label labels slogan slogans catalog horoscope horoscopes banner banners "
    "graffiti pamphlet pamphlets manifesto manifestos billboard commercial commercials website"
)
"""What promises more than anybody vouches for."""
OPPONENTS = words(
    "opponent opponents critics rivals rival enemies enemy accusers detractors competitors other"
)
HAPPENINGS = words(
    "fire crash accident blast attack explosion incident collision storm earthquake quake flood raid "
    "shooting match game riot protest battle fighting disaster hurricane bombing eruption landslide "
    "derailment"
)
"""What a report is about: "nobody was hurt in the crash" stands without it."""
KINDS = words(
    "mice rats men women children adults people humans animals patients cells monkeys pigs dogs "
    "infants teenagers smokers mothers cities areas countries regions villages towns states "
    "volunteers pensioners boys girls babies"
)
"""Whom a finding is about: "in mice"."""
FEELS = words(
    "surprise delight horror relief shame regret astonishment dismay joy sorrow credit amazement disgust"
)
FABLES = words(
    "legend theory story version claim claims line hope dream myth idea rumor rumors lie lies "
    "fiction slogan excuse propaganda fantasy fairytale pretense boast allegation accusation "
    "hypothesis gossip hearsay nonsense rubbish impression fashion pitch spin brochure"
)
"""What a sentence about another calls it when it does not stand behind it."""
ERRING = words(
    "wrong mistaken naive lying joking kidding dreaming deluded fooled deceived misled misinformed "
    "misquoted mocking teasing exaggerating young drunk asleep sarcastic facetious ironic quoting reading"
)
