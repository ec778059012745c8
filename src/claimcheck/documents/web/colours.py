"""Colours of a page's letters and of what is behind them, as styles, attributes and plain style rules say.

Only what the page itself states counts: a picture or a gradient behind the letters is an unknown ground, and
letters on an unknown ground are taken to be seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Colour = tuple[int, int, int]
"""Red, green and blue, each 0 to 255."""
_NAMES: dict[str, Colour] = {
    "white": (255, 255, 255), "snow": (255, 250, 250), "ghostwhite": (248, 248, 255),
    "whitesmoke": (245, 245, 245), "ivory": (255, 255, 240), "floralwhite": (255, 250, 240),
    "mintcream": (245, 255, 250), "azure": (240, 255, 255), "black": (0, 0, 0), "red": (255, 0, 0),
    "green": (0, 128, 0), "blue": (0, 0, 255), "yellow": (255, 255, 0), "navy": (0, 0, 128),
    "gray": (128, 128, 128), "grey": (128, 128, 128), "silver": (192, 192, 192), "orange": (255, 165, 0),
}  # fmt: skip
_HEX = re.compile(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![0-9a-f])")
_NUMBER = r"([0-9]{1,6}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})"
_FUNCTION = re.compile(
    rf"rgba?\(\s*{_NUMBER}(%?)[\s,]+{_NUMBER}%?[\s,]+{_NUMBER}%?(?:[\s,/]+{_NUMBER}(%?))?\s*\)"
)
_HSL = re.compile(rf"hsla?\(\s*[\d.]+(?:deg)?[\s,]+{_NUMBER}%[\s,]+{_NUMBER}%")
_WORD = re.compile(r"(?<![\w-])([a-z]{3,20})(?![\w(-])")
_LETTERS = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]{1,80})")
_FILL = re.compile(r"(?:^|;)\s*-webkit-text-fill-color\s*:\s*([^;!]{1,80})")
_GROUND = re.compile(r"(?:^|;)\s*background(-color|-image)?\s*:\s*([^;!]{1,200})")
_NEAR = 14
"""Colours that differ by no more than this in red, green and blue cannot be told apart on a page."""
_FAINT = 0.05
"""Share of opacity below which letters are not seen."""
WHITE: Colour = (255, 255, 255)
CLEAR = "clear"
"""In place of a colour: nothing is painted."""


@dataclass(frozen=True, slots=True)
class Look:
    """The colour of letters, and of what is behind them; None where it is not known.

    Attributes:
        clear: the letters are not painted at all.
    """

    letters: Colour | None = (0, 0, 0)
    ground: Colour | None = WHITE
    clear: bool = False

    def under(self, style: str) -> Look:
        """The look within an element, by its declarations in lower case."""
        if "color" not in style and "background" not in style:
            return self
        letters, clear, ground = self.letters, self.clear, self.ground
        for match in (*_LETTERS.finditer(style), *_FILL.finditer(style)):
            found = parse_colour(match[1])
            letters, clear = (letters, True) if found == CLEAR else (_known(found), False)
        for match in _GROUND.finditer(style):
            if "url(" in match[2] or "gradient" in match[2]:
                ground = None
            elif match[1] != "-image":
                found = parse_colour(match[2])
                ground = ground if found == CLEAR else _known(found)
        return Look(letters, ground, clear)

    def why_unseen(self) -> str | None:
        """Why letters of this look are not seen, or None."""
        if self.clear:
            return "transparent letters"
        if self.letters is None or self.ground is None:
            return None
        if max(abs(a - b) for a, b in zip(self.letters, self.ground, strict=True)) > _NEAR:
            return None
        return "white on white" if min(self.ground) >= 240 else "letters in the colour of their background"


def _known(found: Colour | str | None) -> Colour | None:
    return found if isinstance(found, tuple) else None


def parse_colour(value: str) -> Colour | str | None:
    """A CSS colour, :data:`CLEAR`, or None where it is not one of those known here."""
    if match := _HEX.search(value):
        return _hexadecimal(match[1])
    if match := _FUNCTION.search(value):
        share = float(match[5]) / (100 if match[6] else 1) if match[5] else 1.0
        scale = 2.55 if match[2] else 1.0
        red, green, blue = (min(round(float(match[at]) * scale), 255) for at in (1, 3, 4))
        return CLEAR if share <= _FAINT else (red, green, blue)
    if match := _HSL.search(value):
        grey = round(2.55 * min(float(match[2]), 100))
        # Of hue only what is black, grey or white needs no telling.
        return (grey, grey, grey) if float(match[1]) < 1 or grey in (0, 255) else None
    words = _WORD.findall(value)
    if "transparent" in words:
        return CLEAR
    return next((_NAMES[word] for word in words if word in _NAMES), None)


def _hexadecimal(digits: str) -> Colour | str:
    if len(digits) < 6:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) == 8 and int(digits[6:], 16) <= 255 * _FAINT:
        return CLEAR
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
