"""What the cells of a table print: figures with signs, footnote marks and separators of several countries.

"1,234.5", "1 234,5", "1.234,5" and "1'234.5" are one number. Which of comma and point stands before the
decimals is told by a column's cells, else by the table's; a column whose cells contradict one another on it
is not read, and a cell that could still be read in two ways decides nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Decimals = Literal[".", ","]
Untold = Literal["open", "mixed"]
"""Nothing tells what a point before three digits means; or some cells have points there, others commas."""

LONGEST = 40
"""Code points of a cell that is read as a figure."""

_SPACE = " \u00a0\u2009\u202f"
_SIGN = r"[-−–+↑↓]"
_CURRENCY = r"(?:US|A|C|NZ|HK)?[$€£¥]|(?:USD|EUR|GBP|CHF)"
_DIGITS = rf"(?:\d{{1,3}}(?:[,.{_SPACE}'’]\d{{3}})+|\d{{1,3}}(?:,\d\d)+,\d{{3}}|\d{{1,15}})(?:[.,]\d{{1,9}})?"
_SCALE = r"%|per ?cent|(?:[mb]n?|k|million|billion|thousand)\b"
_TIMES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9}
_NOTES = r"(?:\s?(?:[*†‡§¹²³⁰-⁹]|\[\w{1,2}\]|\([a-ep-r]\)))"
_FIGURE = re.compile(
    rf"(?P<open>\()?\s?(?P<sign>{_SIGN})?\s?(?P<currency>{_CURRENCY})?\s?(?P<inner>{_SIGN})?"
    rf"(?P<digits>{_DIGITS})\s?(?P<scale>{_SCALE})?\s?(?P<close>\))?(?P<after>\s?%)?"
    rf"(?:\s?(?P<behind>{_CURRENCY}))?{_NOTES}*",
    re.IGNORECASE,
)
_NOTE_AT_END = re.compile(rf"{_NOTES}+$")
_COMMA = re.compile(
    rf"(?:\d{{1,3}}(?:[.{_SPACE}'’]\d{{3}})+|\d+),(?:\d{{1,2}}|\d{{4,}})|\d{{1,3}}(?:\.\d{{3}}){{2,}}"
)
_POINT = re.compile(
    rf"(?:\d{{1,3}}(?:[,{_SPACE}'’]\d{{3}})+|\d+)\.(?:\d{{1,2}}|\d{{4,}})|\d{{1,3}}(?:,\d{{2,3}}){{2,}}|0\.\d{{3}}"
)
_PLAIN = re.compile(r"([\d.]+)\s?([a-z]*)", re.IGNORECASE)
_GROUPS = re.compile(rf"[,{_SPACE}'’]")
_TWO_WAYS = {".": re.compile(r"[1-9]\d{0,2}\.\d{3}"), ",": re.compile(r"\d{1,3},\d{3}")}


@dataclass(frozen=True, slots=True)
class Printed:
    """A figure that a cell prints.

    Attributes:
        text: the figure without sign and footnotes, as English writes it, with its currency, scale or per
            cent sign.
        sign: 1, or -1 for "-3.2", "−3.2", "(3.2)" and "↓3.2".
        signed: whether it prints a sign.
        sure: whether the sign is; brackets may hold an estimate as well as a loss.
        other: what it may be as well, empty for most: 1234 for "1.234".
    """

    text: str
    sign: int
    signed: bool
    sure: bool
    other: str = ""

    @property
    def value(self) -> float:
        """The number, in ones: 1,200,000 for "£1.2m"; per cents as they stand, 12 for "12%"."""
        match = _PLAIN.search(self.text)
        scale = match[2].lower() if match else ""
        return self.sign * float(match[1]) * _TIMES.get(scale, 1.0) if match else 0.0


def without_notes(text: str) -> str:
    """A cell or heading without the footnote marks at its end: "2024 (p)", "Weston [1]", "640*"."""
    return _NOTE_AT_END.sub("", text.rstrip())


def decimals_by_column(cells: Iterable[tuple[int, str]]) -> dict[int, Decimals | Untold]:
    """What stands before the decimals in each column of one table.

    A column tells it by its own cells; one that does not is read as the table's others are. The first column
    tells only of itself, for there chapters are numbered ("1.2 Roads").

    Args:
        cells: column and what is printed there, of one sheet or table.
    """
    columns: dict[int, list[str]] = defaultdict(list)
    for column, text in cells:
        columns[column].append(_digits(text))
    grouped = sum(
        _TWO_WAYS["."].fullmatch(digits) is not None for found in columns.values() for digits in found
    )
    own = {column: _own_decimals(digits, grouped > 1) for column, digits in columns.items()}
    first = min(columns, default=0)
    others = {told for column, told in own.items() if column != first and told != "open"}
    whole = others.pop() if len(others) == 1 else "mixed" if others else "open"
    return {
        column: own[column] if own[column] != "open" else _left_open(digits, whole)
        for column, digits in columns.items()
    }


def _own_decimals(digits: Iterable[str], several: bool) -> Decimals | Untold:
    """What a column's own cells tell; ``several`` where the table has more than one cell like "1.250"."""
    found: set[Decimals] = set()
    grouped = short = False
    for one in digits:
        grouped = grouped or _TWO_WAYS["."].fullmatch(one) is not None
        short = short or (one.isdigit() and len(one) == len("950") and one != "100")
        if _COMMA.fullmatch(one):
            found.add(",")
        elif _POINT.fullmatch(one):
            found.add(".")
    if not found and grouped and several and short:
        return ","  # 950 beside 1.250 and 2.300: a point that groups
    return found.pop() if len(found) == 1 else "mixed" if found else "open"


def _left_open(digits: Iterable[str], whole: Decimals | Untold) -> Decimals | Untold:
    """How a column is read that tells nothing itself, beside columns of which ``whole`` is told."""
    if whole in (".", ","):
        return whole
    points = commas = False
    for one in digits:
        points = points or _TWO_WAYS["."].fullmatch(one) is not None
        commas = commas or _TWO_WAYS[","].fullmatch(one) is not None
    if whole == "mixed" and (points or commas):
        return "mixed"
    return "open" if points else "."  # commas alone group, as English has them


def _digits(text: str) -> str:
    match = _FIGURE.fullmatch(text.strip()) if len(text) <= LONGEST else None
    return match["digits"] if match else ""


def printed_figure(text: str, decimals: Decimals = ".") -> Printed | None:
    """The figure that a cell prints and nothing else; None where it prints something else."""
    match = _FIGURE.fullmatch(text.strip()) if len(text) <= LONGEST else None
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    if (match["sign"] and match["inner"]) or (match["open"] and (match["sign"] or match["inner"])):
        return None
    if match["currency"] and match["behind"]:
        return None
    digits = _english(match["digits"], decimals)
    if digits is None or digits.count(".") > 1:
        return None
    sign = match["sign"] or match["inner"] or ""
    two_ways = _TWO_WAYS[decimals].fullmatch(match["digits"]) is not None
    scale = (match["scale"] or match["after"] or "").strip()
    apart = " " if scale[:1].isalpha() and len(scale) > 2 else ""
    plain, other = (
        f"{match['currency'] or match['behind'] or ''}{written}{apart}{scale}"
        for written in (digits, digits.replace(".", ""))
    )
    down = bool(match["open"]) or (sign != "" and sign not in "+↑")
    signed = bool(sign) or bool(match["open"])
    return Printed(plain, -1 if down else 1, signed, not match["open"], other if two_ways else "")


def _english(digits: str, decimals: Decimals) -> str | None:
    """Digits without groups and with a decimal point; None where the decimals do not fit the table's."""
    if decimals == ".":
        return None if _COMMA.fullmatch(digits) else _GROUPS.sub("", digits)
    whole, comma, fraction = digits.partition(",")
    if "," in fraction:
        return None
    return re.sub(rf"[.{_SPACE}'’]", "", whole) + ("." + fraction if comma else "")
