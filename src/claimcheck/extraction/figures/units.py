"""Units and currencies: how they are written, what they measure, and how they convert. Plain data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimcheck.extraction.figures.model import Dimension
from claimcheck.extraction.figures.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of measure.

    Attributes:
        name: canonical name, as in ``Figure.unit``.
        scale: what the written word multiplies the value by ("pence" is 0.01 GBP).
    """

    name: str
    dimension: Dimension
    scale: float = 1.0


_TABLE = """
percent|percent|1|% ; percent ; per cent ; pc ; pct ; percentage
percentage points|percentage point|1|percentage points ; percentage point ; percent points ; ppts ; pp ; ppt
percentage points|percentage point|0.01|basis points ; basis point ; bps ; bp
length|mm|1|mm ; millimetres ; millimetre ; millimeters ; millimeter
length|cm|1|cm ; centimetres ; centimetre ; centimeters ; centimeter
length|m|1|m ; metres ; metre ; meters ; meter
length|km|1|km ; kms ; kilometres ; kilometre ; kilometers ; kilometer
length|inch|1|inches ; inch ; in
length|foot|1|feet ; foot ; ft ; ft.
length|yard|1|yards ; yard ; yd ; yds
length|mile|1|miles ; mile ; mi
length|nautical mile|1|nautical miles ; nautical mile ; nmi
length|light-year|1|light years ; light year
area|square m|1|square metres ; square metre ; square meters ; square meter ; sq m ; sqm ; m² ; m2
area|square km|1|square kilometres ; square kilometre ; square kilometers ; square kilometer
area|square km|1|square km ; sq km ; km² ; km2
area|square foot|1|square feet ; square foot ; sq ft ; sq. ft ; ft²
area|square mile|1|square miles ; square mile ; sq mi ; sq miles
area|hectare|1|hectares ; hectare ; ha
area|acre|1|acres ; acre
mass|mg|1|mg ; milligrams ; milligram
mass|g|1|g ; grams ; gram ; grammes
mass|kg|1|kg ; kgs ; kilos ; kilo ; kilograms ; kilogram ; kilogrammes
mass|tonne|1|t ; tonnes ; tonne ; metric tons ; metric ton ; metric tonnes
mass|ton|1|tons ; ton
mass|lb|1|lb ; lbs ; lb. ; lbs.
mass|oz|1|oz ; ounces ; ounce
mass|stone|1|stone ; st
mass|carat|1|carats ; carat
volume|ml|1|ml ; millilitres ; millilitre ; milliliters ; milliliter
volume|litre|1|litres ; litre ; liters ; liter
volume|gallon|1|gallons ; gallon
volume|pint|1|pints ; pint
volume|barrel|1|barrels ; barrel ; bbl
volume|cubic m|1|cubic metres ; cubic metre ; cubic meters ; cubic meter ; m³ ; m3
volume|cubic km|1|cubic kilometres ; cubic kilometre ; cubic kilometers
volume|cubic foot|1|cubic feet ; cubic foot
speed|mph|1|mph ; miles per hour ; miles an hour
speed|km/h|1|km/h ; kph ; kmh ; kmph
speed|km/h|1|kilometres per hour ; kilometers per hour ; kilometres an hour ; kilometers an hour
speed|m/s|1|m/s ; metres per second ; meters per second ; metres a second
speed|knot|1|knots ; knot
temperature|C|1|°C ; ºC ; C ; degrees Celsius ; degree Celsius ; degrees centigrade ; degrees C ; Celsius
temperature|F|1|°F ; ºF ; F ; degrees Fahrenheit ; degrees F ; Fahrenheit
temperature|K|1|kelvin ; kelvins
temperature|degree|1|° ; º ; degrees ; degree
energy|kWh|1|kWh ; kilowatt hours ; kilowatt hour
energy|MWh|1|MWh ; megawatt hours ; megawatt hour
energy|GWh|1|GWh ; gigawatt hours ; gigawatt hour
energy|TWh|1|TWh ; terawatt hours ; terawatt hour
energy|joule|1|joules ; joule
energy|kcal|1|calories ; calorie ; kcal
power|W|1|W ; watts ; watt
power|kW|1|kW ; kilowatts ; kilowatt
power|MW|1|MW ; megawatts ; megawatt
power|GW|1|GW ; gigawatts ; gigawatt
power|TW|1|TW ; terawatts ; terawatt
power|horsepower|1|horsepower ; hp ; bhp
data|kB|1|kB ; KB ; kilobytes ; kilobyte
data|MB|1|MB ; megabytes ; megabyte
data|GB|1|GB ; gigabytes ; gigabyte
data|TB|1|TB ; terabytes ; terabyte
data|PB|1|PB ; petabytes ; petabyte
data|Mbps|1|Mbps ; Mbit/s ; megabits per second
data|Gbps|1|Gbps ; gigabits per second
frequency|Hz|1|Hz ; hertz
frequency|kHz|1|kHz ; kilohertz
frequency|MHz|1|MHz ; megahertz
frequency|GHz|1|GHz ; gigahertz
duration|millisecond|1|ms ; milliseconds ; millisecond
duration|second|1|seconds ; second ; secs ; sec
duration|minute|1|minutes ; minute ; mins ; min
duration|hour|1|h ; hours ; hour ; hrs ; hr
duration|day|1|days ; day
duration|night|1|nights ; night
duration|week|1|weeks ; week
duration|week|2|fortnights ; fortnight
duration|month|1|months ; month
duration|quarter|1|quarters
duration|year|1|years ; year ; yrs ; yr
duration|decade|1|decades ; decade
duration|century|1|centuries
money|USD|1|US dollars ; US dollar ; U.S. dollars ; American dollars ; dollars ; dollar ; bucks ; USD
money|USD|0.01|cents ; cent ; ¢
money|GBP|1|pounds sterling ; British pounds ; pounds ; pound ; quid ; GBP ; sterling
money|GBP|0.01|pence ; penny ; p
money|EUR|1|euros ; euro ; EUR
money|JPY|1|Japanese yen ; yen ; JPY
money|CNY|1|Chinese yuan ; yuan ; renminbi ; RMB ; CNY
money|INR|1|Indian rupees ; rupees ; rupee ; INR
money|PKR|1|Pakistani rupees ; PKR
money|RUB|1|roubles ; rouble ; rubles ; ruble ; RUB
money|CHF|1|Swiss francs ; Swiss franc ; francs ; franc ; CHF
money|SEK|1|Swedish kronor ; Swedish crowns ; kronor ; krona ; SEK
money|NOK|1|Norwegian kroner ; Norwegian crowns ; NOK
money|DKK|1|Danish kroner ; Danish crowns ; kroner ; krone ; DKK
money|AUD|1|Australian dollars ; AUD
money|CAD|1|Canadian dollars ; CAD
money|NZD|1|New Zealand dollars ; NZD
money|HKD|1|Hong Kong dollars ; HKD
money|SGD|1|Singapore dollars ; SGD
money|TWD|1|Taiwan dollars ; Taiwanese dollars ; TWD
money|KRW|1|South Korean won ; Korean won ; won ; KRW
money|MXN|1|Mexican pesos ; MXN
money|ARS|1|Argentine pesos ; ARS
money|CLP|1|Chilean pesos ; CLP
money|PHP|1|Philippine pesos ; PHP
money|peso|1|pesos ; peso
money|BRL|1|Brazilian reais ; reais ; BRL
money|ZAR|1|South African rand ; rand ; ZAR
money|TRY|1|Turkish lira ; Turkish liras ; lira ; liras ; TRY
money|PLN|1|zlotys ; zloty ; złotys ; złoty ; zł ; PLN
money|CZK|1|Czech crowns ; Czech koruna ; koruna ; CZK
money|HUF|1|forints ; forint ; HUF
money|AED|1|dirhams ; dirham ; AED
money|SAR|1|riyals ; riyal ; SAR
money|ILS|1|shekels ; shekel ; ILS
money|NGN|1|naira ; NGN
money|KES|1|Kenyan shillings ; shillings ; shilling ; KES
money|UAH|1|hryvnias ; hryvnia ; hryvnyas ; UAH
money|THB|1|baht ; THB
money|MYR|1|ringgit ; MYR
money|IDR|1|rupiah ; IDR
money|VND|1|dong ; VND
money|BDT|1|taka ; BDT
money|EGP|1|Egyptian pounds ; EGP
money|BTC|1|bitcoins ; bitcoin ; BTC
"""

SYMBOLS: dict[str, str] = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "￥": "JPY",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "₴": "UAH",
    "฿": "THB",
    "₱": "PHP",
    "₫": "VND",
    "₿": "BTC",
}
DOLLAR_PREFIXES: dict[str, str] = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "nz": "NZD",
    "hk": "HKD",
    "s": "SGD",
    "nt": "TWD",
    "r": "BRL",
    "mx": "MXN",
}
PREFIX_WORDS: dict[str, str] = {"rs": "INR", "rm": "MYR", "rp": "IDR", "kr": "SEK", "cn": "CNY"}
"""Currency words that stand before the number, besides the ISO codes."""

TO_BASE: dict[str, tuple[str, float]] = {
    "mm": ("m", 0.001),
    "cm": ("m", 0.01),
    "km": ("m", 1000.0),
    "inch": ("m", 0.0254),
    "foot": ("m", 0.3048),
    "yard": ("m", 0.9144),
    "mile": ("m", 1609.344),
    "nautical mile": ("m", 1852.0),
    "square km": ("square m", 1e6),
    "square foot": ("square m", 0.09290304),
    "square mile": ("square m", 2589988.11),
    "hectare": ("square m", 1e4),
    "acre": ("square m", 4046.8564224),
    "mg": ("kg", 1e-6),
    "g": ("kg", 0.001),
    "tonne": ("kg", 1000.0),
    "lb": ("kg", 0.45359237),
    "oz": ("kg", 0.028349523),
    "stone": ("kg", 6.35029318),
    "ml": ("litre", 0.001),
    "cubic m": ("litre", 1000.0),
    "cubic km": ("litre", 1e12),
    "cubic foot": ("litre", 28.316846592),
    "mph": ("km/h", 1.609344),
    "m/s": ("km/h", 3.6),
    "knot": ("km/h", 1.852),
    "MWh": ("kWh", 1e3),
    "GWh": ("kWh", 1e6),
    "TWh": ("kWh", 1e9),
    "W": ("kW", 1e-3),
    "MW": ("kW", 1e3),
    "GW": ("kW", 1e6),
    "TW": ("kW", 1e9),
    "kB": ("MB", 1e-3),
    "GB": ("MB", 1e3),
    "TB": ("MB", 1e6),
    "PB": ("MB", 1e9),
    "Gbps": ("Mbps", 1e3),
    "kHz": ("Hz", 1e3),
    "MHz": ("Hz", 1e6),
    "GHz": ("Hz", 1e9),
    "millisecond": ("second", 0.001),
    "minute": ("second", 60.0),
    "hour": ("second", 3600.0),
    "day": ("second", 86400.0),
    "night": ("second", 86400.0),
    "week": ("second", 604800.0),
    "quarter": ("month", 3.0),
    "year": ("month", 12.0),
    "decade": ("month", 120.0),
    "century": ("month", 1200.0),
}
"""Unit to its base and factor. A ton (short, long or careless for tonne), a gallon and a peso stay apart."""

_CASED = frozenset({"C", "F", "W", "p", "st", "m", "g", "pp", "h", "t"})
GLUED_ONLY = frozenset({"in", "p", "pp", "st", "W", "h", "t"})
"""Spellings that are units only where they follow the digits without a space."""


@cache
def by_words() -> dict[tuple[str, ...], Unit]:
    """Every spelling, as the tokens of it (lower case but where case tells), to its unit."""
    found: dict[tuple[str, ...], Unit] = {}
    for line in _TABLE.strip().splitlines():
        dimension, name, scale, *spellings = re.split(r"\|| ; ", line)
        unit = Unit(name, dimension, float(scale))  # type: ignore[arg-type]
        for spelling in spellings:
            found[tuple(key_of(token.text) for token in Tokens(spelling).items)] = unit
    return found


@cache
def first_words() -> frozenset[str]:
    """The first token of every spelling."""
    return frozenset(words[0] for words in by_words())


def key_of(word: str) -> str:
    """How a written word is looked up: in lower case, but for one-letter units and ISO codes."""
    return word if word in _CASED or (len(word) == 3 and word.isupper()) else word.lower()


@cache
def currencies() -> frozenset[str]:
    """The ISO codes that may stand before or after a sum."""
    return frozenset(
        unit.name for unit in by_words().values() if unit.dimension == "money" and unit.name.isupper()
    )
