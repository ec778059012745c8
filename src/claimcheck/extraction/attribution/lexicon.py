"""Closed lists of English words that tell sources apart, all lower case, all our own; where sentences end."""

from __future__ import annotations

import re

from claimcheck.documents.calendar_words import MONTHS, WEEKDAYS

# A figure begins a sentence behind a whole word or within a mark, and not in "No. 5" or "Sept. 4".
STOP = re.compile(
    r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z]|[\"'“‘][£$€]?\d)|(?<=[a-z]{4})[.!?][\"'”’)]*\s+(?=[£$€]?\d)|\n"
)
"""The end of a sentence another follows, or of a line."""

DETERMINERS = frozenset("a an the this that these those his her its their our my your".split())
INDEFINITE = frozenset(
    "a an another any both each every few fewer many more most much no none numerous other others"
    " several some such various one two three four five six seven eight nine ten dozens hundreds"
    " thousands half all nobody everyone everybody anyone someone somebody people".split()
)
PRONOUNS_HE = frozenset("he him his himself".split())
PRONOUNS_SHE = frozenset("she her hers herself".split())
PRONOUNS_THEY = frozenset("they them their theirs themselves these those".split())
PRONOUNS_IT = frozenset("it its itself this that which".split())
PRONOUNS_FIRST = frozenset("i we me us my our you your".split())
PRONOUNS = (
    PRONOUNS_HE | PRONOUNS_SHE | PRONOUNS_THEY | PRONOUNS_IT | PRONOUNS_FIRST | {"who", "whom", "whose"}
)

NP_ENDS = frozenset(
    "of in on at from with for who whom whose that which to by about near outside inside under over"
    " close familiar involved including and or but during after before against among between speaking"
    " briefed working published released conducted commissioned posted written issued obtained based"
    " dated entitled compiled prepared produced led carried".split()
)

DOCUMENTS = frozenset(
    "diary logbook ledger minutes logs notes papers"
    " inquiry enquiry study report poll survey paper analysis article book letter memo statement document"
    " documents data"
    " research audit review assessment filing lawsuit complaint indictment email e-mail editorial"
    " statistics figures findings investigation bulletin briefing ruling transcript website dossier"
    " census index release post tweet column story interview speech testimony op-ed records emails"
    " e-mails essay thread video ad".split()
)
BARE_PERSONS = frozenset(
    "official source aide insider person witness diplomat man woman resident adviser advisor employee"
    " operative strategist neighbour neighbor friend worker staffer lawmaker analyst expert critic"
    " observer voter activist organiser organizer colleague relative pensioner patient soldier officer"
    " teacher student staff spokesperson spokesman spokeswoman lobbyist donor supporter opponent"
    " respondent trader investor economist researcher scientist lawyer reader caller passer-by"
    " businessman businesswoman contractor informant negotiator pilot clerk nurse doctor farmer widow"
    " widower guard cook captain driver passenger waiter waitress shopkeeper landlord landlady tenant"
    " miner fisherman sailor survivor girl boy"
    " builder plumber mechanic engineer victim juror".split()
)
COLLECTIVES = frozenset(
    "republicans democrats conservatives liberals progressives americans britons europeans russians"
    " chinese germans french israelis palestinians ukrainians iranians indians canadians australians"
    " tories socialists greens evangelicals community public media press crowd audience establishment"
    " camp circles west left right opposition industry world internet wisdom consensus markets investors"
    " voters critics supporters experts analysts observers sources officials insiders aides reports"
    " rumours rumors studies polls surveys figures data research statistics historians economists"
    " scientists researchers residents locals activists lawmakers politicians diplomats witnesses"
    " lawyers doctors scholars commentators pundits strategists families neighbours neighbors police"
    " authorities protesters demonstrators organisers organizers users customers employees workers"
    " teachers students nurses farmers drivers passengers eyewitnesses parents survivors victims"
    " veterans prosecutors investigators rescuers firefighters soldiers rebels militants opponents"
    " backers campaigners allies rivals colleagues friends relatives owners buyers readers viewers"
    " visitors villagers migrants refugees traders campaigners".split()
)
NAMED_COLLECTIVES = frozenset("police authorities".split())
"""Bodies that speak with one voice though their name is a common noun."""

ORGANISATION_WORDS = frozenset(
    "university department institute ministry inc inc. corp corp. ltd ltd. llc party council agency"
    " bank group committee court house office union association center centre commission news times post"
    " police journal herald tribune guardian telegraph gazette observer senate congress parliament"
    " government administration campaign company foundation fund organization organisation network"
    " service bureau board authority force forces army navy airlines airways hospital school college"
    " club society federation league coalition alliance treasury embassy nations kremlin pentagon"
    " reuters bloomberg cnn bbc ap afp nbc cbs abc fox npr politico facebook twitter google museum"
    " oil gas energy steel foods motors electric power water rail mining media software technologies systems"
    " solutions capital ventures insurance mutual bancorp pharma"
    " guard service brigade rescue survey industries group holdings partners airline railways plc gmbh"
    " laboratory labs research trust watch institution academy assembly secretariat".split()
)
TITLES_HE = frozenset(
    "mr mr. sir lord king prince spokesman chairman congressman businessman father brother"
    " baron viscount earl duke emir sultan monsieur herr señor".split()
)
TITLES_SHE = frozenset(
    "mrs mrs. ms ms. miss lady dame queen princess spokeswoman chairwoman congresswoman businesswoman"
    " mother sister baroness viscountess countess duchess madame frau señora".split()
)
TITLES = (
    frozenset(
        "constable superintendent inspector brigadier commander commodore marshal lieutenant sergeant major"
        " chairwoman archdeacon canon provost rector warden principal"
        " baron viscount earl duke emir sultan acting canon curator archivist"
        " cpl lt col gen capt sgt maj adm rev hon rt cmdr brig cllr"
        " dr dr. prof prof. professor president senator sen. sen rep. rep representative gov. gov governor"
        " minister secretary judge justice mayor gen. general col. colonel capt. captain lt. sgt. maj."
        " admiral rev. reverend pope bishop archbishop cardinal rabbi imam sheikh ambassador chancellor"
        " premier commissioner councillor chief director ceo coach inspector detective sheriff attorney"
        " analyst spokesperson deputy prime foreign finance defence defense vice former".split()
    )
    | TITLES_HE
    | TITLES_SHE
)
DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central new upper lower great greater".split()
)
"""Words before the name of a place that make it another place's."""
GIVEN_HE = frozenset(
    "adam ahmed alan albert alex alexander ali andrew anthony antonio arthur ben benjamin bernie bill"
    " bob brian carlos charles chris christopher daniel david dennis donald douglas edward emmanuel eric"
    " frank fred gary george gerald graham gregory hamid hans harold harry henry hugh ian ivan jack"
    " jacob james jason jeff jeffrey jeremy jim joe joel john jonas jonathan jose joseph joshua juan"
    " justin karl keith kenneth kevin larry lars lee luis marco mario mark martin matt matthew max"
    " michael miguel mike mohamed mohammed nicholas nick oliver oscar patrick paul pedro peter philip"
    " rafael ralph raymond richard rob robert roger ronald russell ryan samuel scott sean simon stanley"
    " stephen steve steven stuart ted thomas tim timothy tom tony victor vladimir walter william yusuf"
    " abdul abdullah adrian alberto alejandro alessandro amir andre andreas andrei anders angus anton"
    " antoine arnaud arjun ashraf bashar bernard boris brad brendan bruce bruno cameron casper cem"
    " christoph claude colin craig dan darren dean derek diego dimitri dmitri dominic duncan dylan"
    " eduardo edwin elias emil enrique ernest erik esteban ethan evan fabio felix fernando filip florian"
    " francesco francis francisco franz fritz gabriel gavin geoffrey george giorgio giovanni giuseppe"
    " glenn goran gordon guillaume guido gustav guy hamza hassan heinrich henrik herbert howard hugo"
    " hussein ibrahim igor imran isaac jakob jamal jan jean jens jerome jesse jesus jimmy joachim joao"
    " johan jon jorge josh julian jürgen karim kareem khalid kyle lasse leo leon leonard liam lionel"
    " logan lorenzo louis luc luca lucas luigi luke magnus malcolm manuel marc marcel marcus marek"
    " marvin mateo mats maurice mehmet mikhail milan mohammad moritz muhammad mustafa nathan neil"
    " nicolas nigel nikolai nils norman olaf ole omar oscar osman otto pablo pascal per phil philippe"
    " pierre piotr rahul raj rajesh ramon raul reza ricardo rodrigo roland roman ross roy rupert ryan"
    " said salim salman sam samir sanjay saul scott sebastian serge sergei shane simon stefan stuart"
    " sven tariq terry theo theodore tobias todd tomas trevor umar victor viktor vincent vlad wayne"
    " wilhelm winston wolfgang xavier yannick yuri youssef zachary".split()
)
GIVEN_SHE = frozenset(
    "abigail aisha alice alison amanda amy andrea angela anita ann anna anne barbara beatrice betty"
    " brenda carla carly carol caroline catherine charlotte christina christine claire clara cynthia"
    " deborah diana diane donna dorothy elena elizabeth ellen emily emma erica eva fatima fiona frances"
    " gloria grace hannah heather helen hillary ingrid irene isabel jane janet jean jennifer jessica"
    " joan joanna joyce judith judy julia julie karen kate katherine kathleen kelly laura lena leila"
    " linda lisa louise lucy margaret maria marie marina marta martha mary megan melissa michelle miriam"
    " monica nancy naomi natalia nicole nina nora olga olivia pamela patricia paula priya rachel rebecca"
    " rosa ruth sandra sara sarah sharon sofia sonia sophie stephanie susan svetlana sylvia theresa tina"
    " valerie vanessa vera victoria virginia wendy yasmin"
    " ada adele agnes alexandra alexis alicia alina amal amelia amina ana anastasia angelina anika anja"
    " annette annie antonia ariana astrid audrey ava ayesha barbara beth bianca birgit bridget britta"
    " camilla carla carmen cecilia celia chantal charlene chiara chloe claudia constance courtney"
    " cristina daniela daphne dawn delia denise doris edith eileen elaine eleanor eleni elisa elisabeth"
    " ella ellie elsa emilia emmanuelle erin esther ethel eugenie eve evelyn farah felicity flora"
    " florence francesca frida gabriela gabrielle gail gemma georgia gerda gertrude gina giulia greta"
    " gwen hanna harriet hazel hedda heidi helena helga hilda hilde holly ida ines inga inge ingeborg"
    " irina iris isabella isabelle ivana jacinda jacqueline jana jasmine jeanne jill joanne jocelyn"
    " josephine joy juana juliet karin karina katarina kathryn katya kayla khadija kim kirsten kristen"
    " kristin lara larissa leah leonie lesley leyla lilian lily lina liz lorraine lotte lucia lucille"
    " lydia lynn mabel madeleine maja marcia margot marianne maribel marion marlene maud maureen maxine"
    " maya melanie mercedes mia mila mildred mira miranda molly mona muriel nadia nadine naima natalie"
    " nathalie nell nellie nikki noor noora nour odette olivia pauline pearl penelope penny petra phoebe"
    " phyllis pippa polly rania renata rita roberta rosalind rosemary roxanne ruby sabine sabrina sally"
    " salma samantha sheila shirley sigrid silvia simone siobhan sonja stella sue susanne suzanne tamara"
    " tanya tara tatiana teresa tessa tilda ursula uma ute veronica viola violet vivian wanda wilma"
    " winifred yvonne zainab zara zoe".split()
)
NOT_NAMES = frozenset(
    "a an and as at after also although among another any are because before both but by can could did"
    " do does during each even every few for from had has have he her here his how however i if in is it"
    " its just last later like many may meanwhile more most mr much my neither never new next no nor not"
    " now of on once one only or other our over perhaps several she since so some still such than that"
    " the their then there these they this those though through thus to two under until was we were what"
    " when where whether which while who why will with yet you your asked according critics officials"
    " reports experts sources today yesterday three four five"
    " yes well okay ok oh speaking earlier instead indeed moreover nevertheless despite against"
    " about all".split()
).union(WEEKDAYS, MONTHS)

SPEECH = frozenset(
    "said say says added adds wrote writes warned warns cautioned cautions claimed claims argued argues"
    " stated states insisted insists noted notes told reported reports announced announces suggested"
    " suggests believed believes testified tweeted concluded concludes found finds maintained predicted"
    " predicts estimated estimates observed remarked explained explains acknowledged admitted".split()
)
"""Verbs of speech in the forms in which they are a whole cue."""

VOICING = tuple(
    "accept accord accus acknowledg add address admir admit admonish advis advocat afraid agree alleg "
    "allud angry announc answer anticipat appear applaud appreciat approv argu ask assert assum attack "
    "attest back beg belie bemoan bet blam blast boast brand brief bring brought call caution celebrat "
    "certain challeng champion characteri chastis chid cit claim comment compar complain conced "
    "concentrat concern conclud condemn confess confid confirm consider contend continu convinc counsel "
    "counter credit cried criti cry deba decid declar declin decri deem defend demand denied denies "
    "denounc deny depict deplor derid describ detail disagree disclos discuss dismiss disput distrust "
    "document doubt dub echo elaborat email embrac emphas encourag endors envision estimat exclaim "
    "expect explain explor express fear feel felt find focus forecast foresee foretell found furious "
    "glad guess hail hammer happy hat hear heard highlight hint hit hope identif imagin impl implor "
    "indicat inform insist instruct intend interject interview invit invok issu jok judg knew know "
    "label laid lament lash lay lean learn letter lik lov made maintain mak mean meant mention messag "
    "mock mourn not observ opin oppos optimis order outlin paint pessimis phras pitch plan plead pleas "
    "pledg point portray post prais predict prefer present press promis promot propos prove publish "
    "push quer question quip quot rail rais reason reassur rebuk recall reckon recogn recommend "
    "refer refus regard regret reiterat reject relay releas remark remember remind repeat repl replied "
    "repor represent request resent respon retort reveal ridicul rumo said saw say scepti scoff scold "
    "see seek seen sell shout show signal skepti skewer slam sneer sought speak spec speech spoke stat "
    "stress suggest support suppos sure surmis suspect swear sworn sympath talk tease tell testi text "
    "thank think thought threat titl told tout trust tweet understand understood unleash upset urg "
    "utter vent via view voic volunteer vote vow want warn welcom whisper wish wonder word worr writ "
    "wrote yell".split()
)
"""How words of saying, thinking, feeling and judging begin: a cue without one needs the words themselves,
in quotation marks or in a clause."""
