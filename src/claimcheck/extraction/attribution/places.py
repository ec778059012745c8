"""Names of countries, states and great cities: places, which a pronoun for a person never means."""

from __future__ import annotations

_STATES = (
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho"
    " illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota"
    " mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah"
    " vermont wisconsin wyoming queensland tasmania victoria ontario quebec alberta manitoba saskatchewan"
    " england scotland wales ulster bavaria saxony catalonia punjab kerala gujarat bihar"
)

_COUNTRIES = (
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain"
    " bangladesh belarus belgium benin bolivia botswana brazil britain bulgaria burundi cambodia"
    " cameroon canada chad chile china colombia congo croatia cuba cyprus denmark djibouti ecuador egypt"
    " eritrea estonia eswatini ethiopia europe fiji finland france gabon gambia germany ghana greece"
    " guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel"
    " italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho"
    " liberia libya lithuania luxembourg madagascar malawi malaysia maldives mali malta mauritania"
    " mauritius mexico moldova mongolia montenegro morocco mozambique myanmar namibia nepal netherlands"
    " nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland"
    " portugal qatar romania russia rwanda senegal serbia seychelles singapore slovakia slovenia somalia"
    " spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo tonga"
    " tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan vanuatu vatican venezuela vietnam"
    " yemen zambia zimbabwe africa asia america"
)
_CITIES = (
    "london paris berlin madrid rome moscow kyiv kiev beijing shanghai tokyo seoul delhi mumbai kolkata"
    " karachi lahore dhaka tehran baghdad damascus beirut jerusalem gaza cairo lagos nairobi"
    " johannesburg istanbul ankara athens vienna prague warsaw budapest brussels amsterdam stockholm"
    " oslo copenhagen helsinki dublin edinburgh glasgow manchester birmingham liverpool leeds washington"
    " chicago boston dallas houston seattle detroit philadelphia phoenix denver atlanta miami toronto"
    " montreal ottawa vancouver sydney melbourne brisbane perth auckland wellington geneva zurich lisbon"
    " barcelona milan naples bangkok jakarta manila hanoi utc gmt"
)
_LONGER = (
    "united states|united kingdom|united arab emirates|new zealand|new york|new york city|new jersey"
    "|new mexico|new hampshire|new delhi|south korea|north korea|south africa|south sudan|saudi arabia"
    "|sri lanka|costa rica|el salvador|puerto rico|hong kong|los angeles|san francisco|san diego"
    "|las vegas|tel aviv|buenos aires|rio de janeiro|sao paulo|são paulo|addis ababa|kuala lumpur"
    "|cape town|ho chi minh city|mexico city|washington d.c|district of columbia|west virginia"
    "|north carolina|south carolina|north dakota|south dakota|rhode island|british columbia|nova scotia"
    "|new south wales|northern ireland|great britain|sierra leone|burkina faso|ivory coast|cape verde"
    "|papua new guinea|solomon islands|dominican republic|czech republic|european union|middle east"
    "|latin america|central america|north america|south america|west bank|el paso|san antonio|san jose"
    "|santa fe|st louis|st petersburg|tamil nadu|uttar pradesh|west bengal|eastern europe|western europe"
    "|bosnia and herzegovina|trinidad and tobago|equatorial guinea|guinea-bissau|timor-leste"
)
SHORT = frozenset("us u.s u.s. usa uk u.k u.k. uae".split())
PLACES = SHORT | frozenset(f"{_STATES} {_COUNTRIES} {_CITIES}".split()) | frozenset(_LONGER.split("|"))
