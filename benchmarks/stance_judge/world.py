"""The made-up world that training pairs are about: who there is, what is counted, and where.

Every name is drawn from lists of our own, so that no pair repeats a real report.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

FIRST = (
    "Ada Amara Anton Beatriz Bram Carmen Cedric Chioma Clara Dalia Daniel Dmitri Edith Elena Emeka "
    "Farah Felix Freya "
    "Gareth Giulia Hana Hassan Helga Ines Isaac Ivana Jamal Jorge Julia Karim Kenji Lars Leila Lucia "
    "Magnus Marta "
    "Mei Milan Nadia Nils Noor Olga Omar Paolo Petra Priya Rafael Rosa Samuel Sanjay Selma Sofia "
    "Stefan Tamara "
    "Tomas Ulrich Vera Viktor Wanda Yara Yusuf Zoe"
).split()
LAST = (
    "Abara Adeyemi Albrecht Andrade Baptiste Barlow Bauer Becker Bianchi Blanco Brandt Castellan "
    "Chaudhry Cole Costa "
    "Dahl Delgado Dube Eklund Farrow Ferrer Fischer Fontaine Gallo Garner Haddad Hale Hartmann Hoang "
    "Holloway Ibrahim "
    "Ivers Jansen Kamara Keller Kimura Kovacs Lambert Lindqvist Lund Maddox Marchetti Mbeki Mercer "
    "Moreau Nakata Novak "
    "Obi Okoro Ortega Osman Paredes Pavlov Petrov Quist Rahman Ramos Reyes Rossi Sandoval Santos Sato "
    "Schultz Sinclair "
    "Sokolov Tanaka Thorne Torres Underhill Valdez Varga Vaughan Vogel Wallace Weiss Wren Yilmaz Zeman Zhou"
).split()
CITIES = {
    "France": "Lyon Nantes Bordeaux Lille",
    "Germany": "Bremen Leipzig Mainz Hanover",
    "Italy": "Turin Bologna Bari Parma",
    "Spain": "Bilbao Murcia Granada Vigo",
    "Poland": "Gdansk Lublin Poznan Lodz",
    "Japan": "Nagoya Sendai Kobe Sapporo",
    "Brazil": "Recife Belem Manaus Curitiba",
    "Canada": "Halifax Regina Calgary Winnipeg",
    "Kenya": "Kisumu Nakuru Mombasa Eldoret",
    "India": "Pune Jaipur Kochi Lucknow",
    "Mexico": "Puebla Toluca Merida Tampico",
    "Nigeria": "Kano Ibadan Enugu Jos",
    "Turkey": "Izmir Bursa Adana Konya",
    "Australia": "Perth Darwin Hobart Geelong",
    "Norway": "Bergen Stavanger Tromso Drammen",
    "Portugal": "Braga Coimbra Faro Porto",
    "Greece": "Patras Volos Larissa Kavala",
    "Argentina": "Rosario Salta Mendoza Cordoba",
    "Iran": "Shiraz Tabriz Isfahan Qom",
    "Iraq": "Basra Mosul Erbil Kirkuk",
    "Chile": "Arica Iquique Temuco Talca",
    "Ghana": "Kumasi Tamale Takoradi Ho",
    "Vietnam": "Hue Vinh Dalat Haiphong",
    "Sweden": "Malmo Uppsala Lund Kiruna",
}
TOWNS = (
    "Ashcombe Barrowfield Brackley Caldmoor Carrick Coldwater Denholm Dunmere Eastleigh Elmsford "
    "Fairhaven Fenwick "
    "Glenmore Greyport Halden Harrowgate Kelby Kingsford Larkhill Longmere Marlow Millbrook Northam "
    "Oakridge Pemberton "
    "Penrose Ravensby Redcliff Saltmarsh Sandwell Stonebridge Thornbury Upton Wexley Whitmore Winslow"
).split()
COMPANY = (
    "Alder Argent Baltus Borealis Calder Corvane Delmar Dravo Estrel Falcor Ganmar Helvia Indra Jorvik "
    "Kestrel Lumen "
    "Meridian Norsk Orbis Pallas Quanta Rivet Solara Tarn Umbra Vectra Wexford Zephyr"
).split()
TRADE = (
    "Airways Bank Chemicals Dairies Energy Foods Logistics Mining Motors Pharma Rail Shipping Steel Telecom"
).split()
BODY = (
    "city council|school board|harbour board|planning committee|county assembly|water authority|"
    "transport committee|"
    "teachers' union|housing association|port authority|parks commission|hospital trust|fire brigade|police|"
    "regional court|farmers' league|university|national museum|rowing club|chamber of commerce"
).split("|")
ROLE = (
    "mayor|deputy mayor|finance minister|health minister|chief executive|chairwoman|treasurer|"
    "police chief|head coach|"
    "senator|governor|spokesman|spokeswoman|archbishop|union leader|prosecutor|trade minister|"
    "foreign minister"
).split("|")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
THING = (
    "bridge|budget|stadium|tunnel|merger|wind farm|new terminal|housing plan|tram line|water treaty|"
    "curfew|landfill|"
    "power station|pension reform|library extension|fishing quota|cycle path|ferry contract|"
    "airport expansion|"
    "shopping centre|park-and-ride scheme|school closure|toll road|data centre|festival licence|rent freeze"
).split("|")
PEOPLE = (
    "residents|workers|students|passengers|patients|protesters|soldiers|nurses|drivers|tourists|"
    "refugees|pupils|"
    "employees|fans|farmers|prisoners|volunteers|miners|teachers|children"
).split("|")
MEASURE = (
    "unemployment|the crime rate|rents|exports|sales|turnout|air traffic|petrol prices|ticket prices|"
    "the birth rate|"
    "tax revenue|wheat production|ridership|the number of burglaries|the number of visitors|electricity use|"
    "house prices|profits|imports|membership|wages|the death toll|inflation|the population|attendance"
).split("|")
CAUSE = (
    "a burst pipe|a short circuit|heavy rain|a gas leak|a software error|a shortage of staff|a strike|"
    "an oil spill|"
    "high winds|a fallen tree|a budget dispute|a landslide|a cyberattack|a faulty valve|"
    "a lack of funds|drought|"
    "metal fatigue|a lightning strike|human error|ice on the track|a contaminated batch|overcrowding"
).split("|")
KIND_OF = {
    "golden eagle": "bird", "oak": "tree", "trawler": "ship", "violinist": "musician", "surgeon": "doctor",
    "poodle": "dog", "salmon": "fish", "helicopter": "aircraft", "sonnet": "poem", "novel": "book",
    "lorry": "vehicle", "rifle": "weapon", "cathedral": "church", "diamond": "gem", "tabloid": "newspaper",
    "sparrow": "bird", "physicist": "scientist", "sculptor": "artist", "viola": "instrument",
    "cottage": "house",
    "ferry": "ship", "mortgage": "loan", "malaria": "disease",
    "earthquake": "disaster", "sergeant": "soldier",
}  # fmt: skip
SMALL = "zero one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True)
class Person:
    """Somebody with a first and a last name."""

    first: str
    last: str

    @property
    def full(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"


def person(rng: random.Random) -> Person:
    return Person(rng.choice(FIRST), rng.choice(LAST))


def town(rng: random.Random) -> str:
    """A place: half of the time a made-up town, else a real city."""
    if rng.random() < 0.5:
        return rng.choice(TOWNS)
    return rng.choice(CITIES[rng.choice(sorted(CITIES))].split())


def organisation(rng: random.Random) -> str:
    """A company or a body, with an article where it takes one."""
    if rng.random() < 0.5:
        return f"{rng.choice(COMPANY)} {rng.choice(TRADE)}"
    place = f"{town(rng)} " if rng.random() < 0.6 else ""
    return f"the {place}{rng.choice(BODY)}"


def somebody(rng: random.Random) -> str:
    """A party to an event: a person, a role, a country, a company or a body."""
    at = rng.random()
    if at < 0.3:
        return person(rng).full
    if at < 0.4:
        return f"the {rng.choice(ROLE)}"
    if at < 0.5:
        return rng.choice(sorted(CITIES))
    return organisation(rng)


def two(rng: random.Random) -> tuple[str, str]:
    """Two parties of one kind that share no word."""
    maker = rng.choice(
        (
            lambda: person(rng).full,
            lambda: organisation(rng),
            lambda: rng.choice(sorted(CITIES)),
            lambda: f"the {rng.choice(ROLE)}",
            lambda: f"the {rng.choice(BODY)}",
            lambda: somebody(rng),
        )
    )
    while True:
        one, other = maker(), maker()
        if not (set(one.lower().split()) - {"the"}) & (set(other.lower().split()) - {"the"}):
            return one, other


def other_than(rng: random.Random, taken: str, choices: tuple[str, ...] | list[str]) -> str:
    """A choice that is not the one taken."""
    return rng.choice([choice for choice in choices if choice != taken])


def when(rng: random.Random) -> str:
    """A date phrase."""
    form = rng.randrange(5)
    if form == 0:
        return f"on {rng.choice(DAYS)}"
    if form == 1:
        return f"on {rng.randint(1, 28)} {rng.choice(MONTHS)}"
    if form == 2:
        return f"in {rng.choice(MONTHS)}"
    if form == 3:
        return f"in {rng.randint(1950, 2025)}"
    return f"on {rng.choice(MONTHS)} {rng.randint(1, 28)}, {rng.randint(1990, 2025)}"


def other_date(rng: random.Random, date: str) -> str:
    """The same kind of date phrase, with another day, month or year."""
    words = date.split()
    places = [n for n, word in enumerate(words) if word not in ("on", "in")]
    at = rng.choice(places)
    word = words[at]
    if word in DAYS:
        words[at] = other_than(rng, word, DAYS)
    elif word in MONTHS:
        words[at] = other_than(rng, word, MONTHS)
    else:
        figure = int(word.rstrip(","))
        changed = (
            figure - rng.choice((1, 2, 3, 10)) if figure > 31 else (figure + rng.randint(2, 20)) % 28 + 1
        )
        words[at] = f"{changed if changed != figure else figure + 1}{',' if word.endswith(',') else ''}"
    return " ".join(words)


def sentence(text: str) -> str:
    """Capitalised, closed by a full stop, without doubled spaces."""
    text = " ".join(text.split()).replace(" ,", ",")
    return text[0].upper() + text[1:] + ("" if text.endswith((".", "”")) else ".")
