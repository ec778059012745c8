"""The furniture of pages: credits, share and cookie lines, navigation, bylines and dates, told line by line.

Patterns are anchored at the start of the line and most ask for a line that is no sentence, so that running
prose with an event, a figure or a quotation in it is never taken.
"""

from __future__ import annotations

import re
from functools import cache

from claimcheck.documents.calendar_words import MONTH
from claimcheck.documents.roles import is_page_line
from claimcheck.extraction.boilerplate.lines import Line

_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"

# Lines that are no sentence (no full stop), and what they are.
_CRUMBS = {
    "photo credit": r"\W*(?:file |stock |handout )?(?:photo(?:graph|s)?|picture|pic|image|"
    r"illustration|graphic|"
    r"video|credit|"
    r"still)s?(?: credit| courtesy| by| via| from)?\s*(?::|©|/|\Z|by [A-Z]|courtesy)|\W*(?:getty "
    r"images|shutterstock|"
    r"istock|reuters/|ap photo|afp/|pa media|alamy|unsplash)",
    "share line": r"gift (?:this )?article|bookmark\Z|reuse this content|reprints?\Z|share:?\Z|"
    r"share (?:this|on|via|article|story)|tweet\Z|follow us|like us|pin it|copy link|"
    r"email (?:this|article)|"
    r"print(?: this)?\Z|whatsapp\Z|facebook\Z|twitter\Z|linkedin\Z|sharing is caring|send flowers|"
    r"sign the guest",
    "subscription line": r"subscribe|sign ?up|sign ?in|log ?in|register (?:now|for|to)|create "
    r"(?:an?|your) (?:free "
    r")?account|"
    r"already (?:a|have)|become a (?:member|subscriber)|enter your e-?mail|your e-?mail|get (?:our|"
    r"the|your) .*(?:newsletter|"
    r"inbox|app|daily|weekly)|download (?:our|the) app|start your free|support (?:our|independent)|"
    r"donate|newsletter|"
    r"(?:to|continue) (?:read|continue|reading)\b|this (?:article|story|content) is (?:for|only|reserved)",
    "cookie notice": r"accept (?:all )?cookies|reject (?:all|cookies)|cookie (?:policy|settings|preferences|"
    r"notice)|manage "
    r"(?:cookies|consent|preferences)|privacy policy|terms (?:of|and)",
    "press line": r"(?:press|news|media) release\Z|for immediate release|"
    r"(?:strictly )?embargo(?:ed)?\b.{0,40}(?:until|\d)|"
    r"(?:-+\s*)?ends?(?:\s*-+)?\Z|#{2,}\Z|notes? (?:to|for) editors?:?\Z|"
    r"(?:for (?:\w+ ){0,3}(?:enquir|inquir|quer)ies|(?:press|media) (?:contacts?|enquiries|inquiries))\b",
    "note on the article": r"get involved\b|send (?:us )?your\b|was this (?:article|page)",
    "comment line": r"(?:\d+ )?comments?(?: \(?\d+\)?)?\Z|(?:\d+ )?repl(?:y|ies)\Z|leave a (?:reply|comment)|"
    r"post "
    r"(?:a|your) comment|"
    r"join the (?:conversation|discussion|debate)|view (?:all )?comments|report (?:this )?comment|"
    r"have your say|add a comment|"
    r"what do you think|comments (?:are )?(?:closed|off)|show comments|be the first to",
    "link to another page": r"read (?:more|also|next|the full|the rest|full|on\b)|see (?:also|"
    r"more|next)|learn more|"
    r"find "
    r"out more|"
    r"discover more|watch(?: now| live| the| this|:|\Z)|listen(?: to| now|:|\Z)|related|more (?:from|"
    r"on|in|stories|news|about|"
    r"like|obituaries|articles|top|coverage)|recommended|you (?:may|might|could) (?:also|like)|most "
    r"(?:read|popular|viewed|shared|"
    r"commented)|trending|up next|next(?: up| article| story| post|:|\Z)|previous(?: article| story| "
    r"post|:|\Z| next)|don'?t miss|"
    r"editor'?s'? (?:picks?|choice)|what to read|in other news|further reading|keep reading|popular "
    r"(?:now|stories|posts|in)|"
    r"also (?:read|on|in)|latest (?:news|stories|from|updates|headlines)|top stories|in pictures|in "
    r"case you missed|must.read|"
    r"click (?:here|to)|tap (?:here|to)|continue reading|go deeper|explore (?:more|our)|view (?:more|"
    r"all|gallery|image)|"
    r"top reads|quick (?:reads?|guides?)|story source|trending|from around the web|around the web|"
    r"sponsored (?:links|content|stories)|player ratings|key reading",
    "navigation": r"(?:show )?key (?:events|moments)|live\Z|latest\Z|summary:?\Z|full story:?\Z|"
    r"(?:your|our) (?:\w+ ){0,3}(?:source|guide|home|destination|hub|daily|weekly|number)\b|home\Z|menu\Z|"
    r"skip to|search\Z|back to (?:top|the top|home)|load more|show "
    r"more|next page|"
    r"page \d+ of|"
    r"(?:table of )?contents\Z|in this (?:article|story|section|piece)|jump to|on this page|"
    r"contact(?: us)?\Z|about us\Z|"
    r"breadcrumb|main menu|site ?map|close\Z|toggle|open in|cite this|sections?\Z|share\b.*\bsave\b|"
    r"save\Z|advertise",
    "advertisement": r"advert(?:isement|orial|ising)?\b(?!.*\b(?:was|were|is|are)\b)|sponsored|promoted|paid "
    r"(?:content|post|"
    r"partnership)|partner content|ad\Z|story continues below|article continues (?:below|after)|"
    r"scroll (?:down )?to continue",
    "tags": r"(?:tags?|filed under|topics?|categor(?:y|ies)|keywords?|tagged|labels?|posted in|in this "
    r"topic)\s*(?::|\Z|[A-Z])|#\w+"
    r"(?:\s+#\w+)*\Z",
    "byline": r"(?:by|from|words|text|story|posted by|written by|(?:medically |fact.?)?(?:reviewed|"
    r"checked) by|edited by|analysis by|"
    r"interview by):? "
    r"(?-i:(?:staff|our|newsdesk|[A-Z][\w.'’-]+ (?:and |de |van |von |al-)?[A-Z]|the [A-Z]))|"
    r"\(?(?:additional |with )?(?:reporting|"
    r"editing|writing|compiled) by\b|our standards|staff (?:writer|reporter)|[\w ]{2,30} "
    r"(?:correspondent|desk|editor|reporter)\Z",
    "date line": rf"(?:(?:first |last )?(?:published|posted|updated|modified|created|reviewed)\b(?: (?:on|at|"
    rf"by|"
    rf"date))?.{{0,60}}\d)|"
    rf"(?:{_DAY},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? \d{{4}}|{MONTH} \d{{1,2}}(?:st|"
    rf"nd|rd|th)?,? \d{{4}})(?!.*"
    rf"\b(?:was|were|is|are|saw|marked?s?)\b).{{0,40}}\Z|\d{{4}}-\d\d-\d\d.{{0,25}}\Z|\d+ "
    rf"(?:min(?:ute)?s?|hours?|days?|weeks?|"
    rf"months?)(?: read| ago)|\d+ ?(?:m|h|d|w|min|hr)s?(?: ago)?\Z|\d{{1,2}}[:.]\d\d ?(?:am|"
    rf"pm)?(?: \w{{2,4}})?\Z",
    "reference line": r"(?:doi|isbn|issn|pmid|arxiv|journal reference|more information|provided by)\b|"
    r"https?://\S+\Z|www\.\S+\Z|©|\(c\) \d|copyright\b|all rights "
    r"reserved|"
    r"got (?:an opinion|a (?:story|tip|question))|this (?:article|story|piece|post) (?:was|is|has "
    r"been) (?:originally|first|"
    r"republished|produced|sponsored|part of|made)|editor'?s note|disclaimer|correction:|disclosure:",
}

# Whole sentences that belong to the page and not to the article, in lower case.
_SENTENCES = {
    "cookie notice": r"this site is protected by|privacy (?:notice|policy)\s*:|"
    r"we (?:(?:and|&) our (?:\d+ )?partners )?(?:value|respect|care about) your (?:privacy|choices)\b|"
    r"by (?:continuing|signing up|subscribing|submitting|clicking|entering|providing)\b.{0,80}"
    r"\b(?:agree|accept|consent|confirm)\b",
    "site message": r"something went wrong|(?:please )?(?:enter a valid|try again later)|"
    r"please (?:turn on|enable)"
    r"|you need to enable|(?:link|url) copied|copied to|(?:story|article|page|item) saved\b|"
    r"you can find this (?:story|article)|you(?:'re|’re| are) (?:now )?(?:signed (?:up|in)|subscribed|"
    r"following)|"
    r"your browser\b|this (?:video|content|feature) (?:can(?:not|'t|’t)|is not|isn)",
    "copyright notice": r"(?:©|\(c\)|copyright)\s*(?:©\s*)?\d{4}",
    "disclaimer": r"(?:\w+ )?disclaimer\b|(?:the )?(?:views|opinions) expressed\b|"
    r"this (?:article|story|piece|post|content) (?:was|is|has been|first|originally) "
    r"(?:originally |first |automatically )?(?:published|appeared|republished|produced|sponsored|"
    r"generated|supported|available|reserved)|(?:we|this site) may (?:earn|receive) (?:a )?commission",
    "subscription line": r"(?:this|the) (?:article|story|content) is (?:exclusive|only|reserved|available) "
    r"(?:to|for)\b|you(?:'ve| have) (?:reached|used|read|hit) (?:your|all)\b.{0,40}\b(?:articles?|limit)\b|"
    r"you(?:'ve| have) (?:\w+ ){1,3}(?:articles?|stories) (?:left|remaining)|"
    r"already (?:a |have an? )(?:subscriber|member|account)|you can unsubscribe|"
    r"to (?:read|continue|keep|access|unlock|view|finish|see|enjoy)\b.{0,60}\b(?:subscribe|sign (?:up|in)|"
    r"log ?in|register|free trial|your trial|become an?|join (?:us|now|today))\b",
    "sign-up line": r"(?:great|thanks|success)[,!] you(?:'re|’re| are) (?:on the list|all set|in|signed up)"
    r"\b|(?:yes|no)(?:,| please,?| thanks,?) i (?:want|would like|agree|consent|don't want|do not want) to "
    r"(?:subscribe|receive|hear|get|join|sign)\b|you can (?:remain|stay) anonymous\b|"
    r"registered (?:users|readers) (?:get|can|have|receive)\b|"
    r"(?:your|our) (?:digital )?(?:subscription|membership|donation|support) "
    r"(?:helps|keeps|supports|funds|pays for|lets us|makes)\b",
    "share line": r"sharing is caring",
    "market data": r"(?:all )?(?:(?:market|stock|share|exchange) )?(?:quotes?|prices|data) (?:are )?"
    r"(?:delayed|provided)\b.{0,40}\b(?:minutes?|mins?|by \w+)\b",
    "poll": r"[\d,.]+k? votes?\b.{0,20}\b(?:results?|poll)\b|"
    r"(?:the |our )?results? (?:is|are) not scientific\b|"
    r"(?:this|our) (?:poll|quiz|survey) is (?:not scientific|now closed|closed)\b",
    "helpline": r"(?:(?:are you |have you been )?(?:worried|concerned|struggling|affected|bereaved|"
    r"feeling \w+)\b|(?:do you )?need (?:help|advice|support|to talk)\b|looking for (?:help|advice)\b)"
    r"[^.?]{0,60}\?.{0,100}\b(?:call|ring|visit|contact|open|available|on|at|\d{3,})\b|"
    r"if you(?:'re|’re| are| have been) (?:worried|concerned|struggling|affected|bereaved)\b[^.?]{0,60}, "
    r"(?:please )?(?:call|ring|visit|contact|text)\b",
    "comment line": r"(?:do you )?(?:have|got) (?:any|an?)\b(?: \w+){0,3} "
    r"(?:feedback|questions?|tips?|story|news|comments?|opinion)\b|we welcome (?:both|your|all|any)\b",
    "reference line": r"(?:journal references?|doi|more information|provided by|references?|citation)\s*:",
    "press line": r"(?:\w[\w-]* ){0,3}(?:images|photo(?:graph)?s|pictures|footage|logos|interviews|b-roll)\b"
    r".{0,40}\bavailable (?:on|upon) request\b|for (?:\w+ ){0,4}(?:information|enquiries|inquiries|queries|"
    r"images|interviews)\b,? (?:please )?(?:contact|call|email|visit)\b",
    "note on the article": r"corrections?(?: and clarifications?)?:|clarifications?:|"
    r"this (?:interview|conversation|transcript|q&a|discussion) (?:has been|was)"
    r"(?: \w+)? (?:edited|condensed|conducted|translated|shortened|lightly)\b|"
    r"how (?:we|this (?:article|story|page)) "
    r".{0,30}\b(?:article|story|page|reviewed|"
    r"reported|reporting)\b:?\Z|(?:this|the) (?:article|story|report|piece|page|post) (?:has been|was) "
    r"(?:updated|amended|corrected|edited)\b|(?:\W{1,3})?this (?:article|story) is (?:more than|over) "
    r"(?:\w+ ){1,3}old|materials? provided by|note: content\b|"
    r"\((?:updates?|adds?|corrects?|recasts?|removes?|refiles|rewrites)\b.{0,90}\b(?:paragraphs?|paras?|"
    r"headline|"
    r"throughout|byline|dateline|graf|quotes?|details|context)\b.{0,40}\)|(?:the )?[\w ]{2,30} (?:is|"
    r"are) not responsible for the content\b|"
    r"(?:the )?(?:information|page|content) (?:that )?you (?:requested|are looking for)\b",
    "advertisement": r"(?:story|article) continues (?:below|after)",
}

# The same, told by words within the sentence: what kind, words one of which it must hold, the pattern.
_WITHIN = (
    (
        "cookie notice",
        ("cookies", "agree", "consent"),
        r".{0,80}\bcookies\b.{0,80}\b(?:experience|website|site|consent|browser|browsing|policy|traffic|"
        r"settings)"
        r"\b|.{0,60}\b(?:agree|consent)(?:ing)? to (?:our|the|receive)\b.{0,60}"
        r"\b(?:terms|privacy|policy|cookies|emails?|use)\b",
    ),
    (
        "copyright notice",
        ("rights reserved", "may not be"),
        r".{0,80}\ball rights reserved\b|.{0,60}\bmay not be (?:published|reproduced|rewritten|copied)\b",
    ),
    (
        "disclaimer",
        ("substitute for", "affiliate"),
        r".{0,90}\b(?:is not|not intended|no) (?:\w+ ){0,6}substitute for "
        r"(?:professional|medical|legal|financial)\b|.{0,80}\baffiliate (?:links?|commission)",
    ),
    (
        "byline",
        ("contributed",),
        r".{0,120}\bcontributed (?:reporting\b|(?:reporting )?(?:to|for) this (?:report|story|article))",
    ),
    (
        "note on the article",
        (
            "our experts",
            "our editors",
            "our team",
            "our journalists",
            "our comments",
            "your comments",
            "ads you",
        ),
        r"our (?:experts|editors|team|journalists)\b.{0,120}\b(?:articles?|content|stories|website|"
        r"readers)\b|"
        r"we want (?:our|your) comments|(?:those|these|the|any) ads you\b",
    ),
    ("subscription line", ("your inbox",), r".{0,60}\b(?:to|in) your inbox"),
    (
        "subscription line",
        ("newsletter",),
        r".{0,120}\b(?:this|our) (?:free )?(?:(?:daily|weekly|monthly|fortnightly|morning|evening) )?"
        r"(?:e-?mail )?newsletter\b",
    ),
    (
        "note on the article",
        ("welcomes", "column"),
        r".{0,40}\bwelcomes (?:letters|submissions|comments|your)\b|"
        r".{0,60}\bcolumn (?:appears|runs|is published)\b",
    ),
)

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S*\.(?:jpe?g|png|gif|webp|svg|mp4|css|js)\b\S*|[\w.+-]+@[\w-]+\.[\w.]+|"
    r":?[\w-]+\(\d+\)/\S+|\b(?:src|href|alt|class|srcset)=\S+|\S*[{}<>\\]\S*"
)
_SEPARATED = re.compile(r"\s*[|›»→←⟶/•·>]\s*")
_REFERENCE = re.compile(
    r"(?:\[?\d{1,3}[\].)]\s{0,3})?[^\W\d_a-z][\w'’-]{1,30},? (?:[A-Z]\.[ -]?){1,3}(?:,|&|and\b|et al|\()"
    r"(?=.*(?:et al\b|doi|\d+(?:\(\d+\))?[,:] ?e?\d+(?:[–-]\d+)?))(?=.*\b(?:19|20)\d\d\b)"
)
_SPEECH = re.compile(r"[\"“”«»]")


@cache
def _crumbs() -> re.Pattern[str]:
    return re.compile("|".join(f"({pattern})" for pattern in _CRUMBS.values()), re.IGNORECASE)


@cache
def _sentences() -> re.Pattern[str]:
    return re.compile("|".join(f"({pattern})" for pattern in _SENTENCES.values()))


@cache
def _within() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for _, _, pattern in _WITHIN)


def _matched(match: re.Match[str] | None, kinds: dict[str, str]) -> str | None:
    return tuple(kinds)[(match.lastindex or 1) - 1] if match else None


def _address(line: Line) -> str | None:
    text = line.text[:4000]
    if not line.words:
        return "separator"
    if len(line.words) > 40 or not any(mark in text for mark in "./:@={<\\"):
        return None
    left = sum(char.isalpha() for char in _ADDRESS.sub("", text))
    alphabetic = sum(char.isalpha() for char in text)
    return "address or image path" if alphabetic and left * 3 < alphabetic else None


def _navigation(line: Line) -> str | None:
    pieces = [piece for piece in _SEPARATED.split(line.text[:400]) if piece.strip()]
    if len(pieces) >= 3 and not line.terminal and all(len(piece.split()) <= 4 for piece in pieces):
        return "navigation"
    return None


def sentence_furniture(text: str) -> str | None:
    """What kind of page furniture a whole sentence is, or None; sentences with quoted speech never are."""
    if len(text) > 400 or _SPEECH.search(text):
        return None
    lower = text.lower()
    found = _matched(_sentences().match(lower), _SENTENCES)
    if found is not None:
        return found
    for (name, words, _), pattern in zip(_WITHIN, _within(), strict=True):
        if any(word in lower for word in words) and pattern.match(lower):
            return name
    return None


def _reference(line: Line) -> str | None:
    """An entry of a list of literature: "3. Ruane, K., Odd, M. et al. J. Tides 58, 211–229 (2026)."""
    return "reference line" if len(line.words) <= 40 and _REFERENCE.match(line.text) else None


def line_furniture(line: Line) -> str | None:
    """What kind of page furniture a line is, or None."""
    found = _address(line) or _navigation(line) or sentence_furniture(line.text) or _reference(line)
    if found or len(line.words) > 22:
        return found
    crumb = _matched(_crumbs().match(line.text), _CRUMBS)
    # A full stop may only end "6 a.m."; otherwise it tells a sentence from a crumb.
    if crumb != "date line" and (line.prose or (line.terminal and len(line.words) > 6)):
        return None
    return crumb or ("navigation" if is_page_line(line.text) else None)
