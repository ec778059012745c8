"""The part of YAML that records may use, checked before any parser sees the file.

A record file is, line by line, what claimcheck itself writes: keys, list items, scalars on one line,
flow collections on one line, comments. One regular expression accepts such lines in linear time and
proves at once that nesting is bounded and that no anchor, alias or tag hides outside quotes. A file
that a person wrapped or indented otherwise goes through a slower event pass that refuses the same
things, with line and column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError

if TYPE_CHECKING:
    from ruamel.yaml.events import Event

MAX_BYTES = 64 * 1024 * 1024
"""A record file larger than this is refused before it is parsed."""
MAX_FOREIGN_CHARACTERS = 1_000_000
"""The slow pass is only made on files up to this length."""
MAX_DEPTH = 24

TOKEN_KEYS = frozenset(
    "about at check_worthiness claim claimcheck code due end expires hash how id kind label "
    "language lineage match page paragraph provider published reliability score sha256 snapshot source "
    "stage stance start status terms tier time asserted orphan anonymous ticked named translated hops "
    "no_llm fictional genre relation decision fingerprint obtained when asked answered embargo_until "
    "tracked machine_transcript".split()
)
"""Keys whose values are ids, numbers, dates or fixed words: a comment may follow an unquoted value."""


class RecordError(ClaimcheckError):
    """A record file cannot be read; the place is ``file:line:column`` where that is known."""


class NotUtf8(RecordError):
    """The file is not UTF-8."""

    def __init__(self, place: str, offset: int, utf16: bool) -> None:
        what = "This file is UTF-16" if utf16 else f"Byte {offset} is not valid UTF-8"
        super().__init__(f"{what}; records are UTF-8.", place=place, remedy="Save it as UTF-8 and try again.")


class TooLarge(RecordError):
    """The file is larger than any record may be."""

    def __init__(self, place: str, size: int, limit: int) -> None:
        super().__init__(
            f"The file has {size:,} characters; at most {limit:,} are read in this form.",
            place=place,
            remedy="Split the article, or write each text in double quotes on one line.",
        )


class ConflictMarkers(RecordError):
    """A merge left its markers in the file."""

    def __init__(self, place: str) -> None:
        super().__init__(
            "A merge left conflict markers here.",
            place=place,
            remedy="Keep one of the two versions, delete the marker lines, and run the command again.",
        )


class ForbiddenYaml(RecordError):
    """Valid YAML that records may not use."""

    def __init__(self, place: str, what: str, remedy: str) -> None:
        super().__init__(f"{what} not allowed in a record.", place=place, remedy=remedy)


class LostText(RecordError):
    """An unquoted text would lose what follows `` #``."""

    def __init__(self, place: str, key: str) -> None:
        super().__init__(
            f'The text of "{key}" is not in quotes, so everything after " #" would be lost as a comment.',
            place=place,
            remedy="Put the text in double quotes, or the comment on a line of its own.",
        )


class BrokenYaml(RecordError):
    """The file is not YAML at all, or stops in the middle."""

    def __init__(self, place: str, why: str, half_written: bool) -> None:
        if half_written:
            text, remedy = (
                f"The file stops in the middle ({why}).",
                "Restore it from version control or a backup; claimcheck itself never leaves half a file.",
            )
        else:
            text, remedy = f"This is not readable: {why}.", "Texts belong in double quotes, one key a line."
        super().__init__(text, place=place, remedy=remedy)


_DOUBLE = r'"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"'
_SINGLE = r"'[^'\n]*+(?:''[^'\n]*+)*+'"
# Unquoted scalars that can be nothing else. They begin with a sign that starts no YAML construct; in a
# flow collection they hold no bracket or comma. A colon or "#" that would end them, ends them here too.
_START = r"(?:[^\s\"'\[\]{},#&*!|>%@`:?<=-]|-(?=[0-9]))"
_PLAIN = _START + r"(?:[^\n\r\t:#]++|:(?![ \r\n])|(?<! )#)*+"
_FLOW_PLAIN = _START + r"(?:[^\n\r\t\[\]{},:#]++|:(?![ \r\n,\[\]{}])|(?<! )#)*+"
_QUOTED = rf"(?:{_DOUBLE}|{_SINGLE})"
_KEY = rf"(?:[A-Za-z_][A-Za-z0-9_-]*+|{_QUOTED})"


def _flow(inner: str) -> str:
    pair = rf"{_KEY}: ++{inner} *+"
    mapping = rf"\{{ *+(?:{pair}(?:, *+{pair})*+)?+\}}"
    sequence = rf"\[ *+(?:{inner} *+(?:, *+{inner} *+)*+)?+\]"
    return rf"(?:{mapping}|{sequence})"


_FLOW_SCALAR = rf"(?:{_QUOTED}|{_FLOW_PLAIN})"
_FLOW_VALUE = rf"(?:{_flow(_FLOW_SCALAR)}|{_FLOW_SCALAR})"
_SURE = rf"(?:{_QUOTED}|{_flow(_FLOW_VALUE)})(?: *+$| ++#[^\n]*+$)"
_LINE = (
    r"(?: {0,40}+(?:- ++){0,3}+(?:"
    rf"(?:{_KEY}: ++|(?<=- ))(?:{_SURE}|{_PLAIN}$)"
    rf"|{_KEY}:(?: *+$| ++#[^\n]*+$)"
    rf"|(?:{'|'.join(sorted(TOKEN_KEYS))}): ++{_PLAIN}(?<= )#[^\n]*+$"
    r"| *+$| *+#[^\n]*+$)\n?+)"
)


@cache
def _own_file() -> re.Pattern[str]:
    """The whole file as own lines; compiled when first needed, for a warm start never needs it."""
    return re.compile(r"\ufeff?(?:" + _LINE.replace("$", r"(?=\r?\n|\Z)\r?+") + ")*+")


_MARKERS = re.compile(r"^(?:<{7} |\|{7} |>{7} |={7}\r?$)", re.MULTILINE)
_RAW_BREAK = re.compile("[\x85\u2028\u2029]")
_NUL_ESCAPE = re.compile(r"\\(?:0|x00|u0000|U00000000)")


def decode(data: bytes, place: str) -> str:
    """The text of a record file, byte order mark and line ends as they are.

    Raises:
        NotUtf8, TooLarge: where the bytes cannot be a record.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(place, len(data), MAX_BYTES)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - before.rfind(b"\n")
        raise NotUtf8(
            f"{place}:{line}:{column}", error.start, data[:2] in (b"\xff\xfe", b"\xfe\xff")
        ) from None


def position(text: str, index: int) -> str:
    """``line:column``, both 1-based, of a code point offset."""
    return f"{text.count(chr(10), 0, index) + 1}:{index - text.rfind(chr(10), 0, index)}"


def is_own_layout(text: str) -> bool:
    """Whether every line is one that claimcheck could have written, so that lines may be trusted."""
    match = _own_file().match(text)
    return match is not None and match.end() == len(text)


def refuse_unsafe(text: str, place: str) -> bool:
    """Refuse what no record may hold, before a parser sees it.

    Returns:
        Whether the file is in our own layout, so that its lines may be trusted.

    Raises:
        RecordError: one of its subclasses, with line and column.
    """
    nul = text.find("\0")
    if nul >= 0:
        raise ForbiddenYaml(f"{place}:{position(text, nul)}", "A NUL character is", "Delete it.")
    if "<<<<<<<" in text or ">>>>>>>" in text:
        marker = _MARKERS.search(text)
        if marker:
            raise ConflictMarkers(f"{place}:{position(text, marker.start())}")
    raw = None if text.isascii() else _RAW_BREAK.search(text)
    if raw:
        code = ord(raw.group())
        raise ForbiddenYaml(
            f"{place}:{position(text, raw.start())}",
            f"A raw line separator (U+{code:04X}) is",
            f'Write it as "\\u{code:04X}" within double quotes.',
        )
    own = is_own_layout(text)
    if not own:
        _refuse_foreign(text, place)
    return own


def refuse_nul_escapes(text: str, place: str) -> None:
    """Refuse an escape that stands for NUL, which many stores and tools cannot hold."""
    for match in _NUL_ESCAPE.finditer(text):
        slashes = len(text[: match.start()]) - len(text[: match.start()].rstrip("\\"))
        if slashes % 2 == 0:
            raise ForbiddenYaml(
                f"{place}:{position(text, match.start())}", "A NUL character is", "Delete the escape."
            )


def _refuse_foreign(text: str, place: str) -> None:
    """Walk the events of a file in another layout; slow, and only for such files."""
    if len(text) > MAX_FOREIGN_CHARACTERS:
        raise TooLarge(place, len(text), MAX_FOREIGN_CHARACTERS)
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    path = _KeyPath()
    try:
        for event in _events(text):
            start = event.start_mark
            at = f"{place}:{start.line + 1}:{start.column + 1}"
            _refuse_event(event, at)
            if path.enter(event) > MAX_DEPTH:
                raise ForbiddenYaml(at, f"More than {MAX_DEPTH} levels of nesting are", "Flatten it.")
            if path.loses_text(event, text):
                raise LostText(at, path.key)
    except MarkedYAMLError as error:
        raise _broken(error, text, place) from None
    except YAMLError as error:
        raise BrokenYaml(place, " ".join(str(error).split()), False) from None
    except (ValueError, OverflowError, AttributeError) as error:
        raise BrokenYaml(place, f"not YAML: {type(error).__name__}", False) from None


def _events(text: str) -> Iterator[Event]:
    from ruamel.yaml import YAML

    parsed: Iterator[Event] = YAML(typ="safe", pure=True).parse(text)
    return parsed


def _refuse_event(event: Event, at: str) -> None:
    kind = type(event).__name__
    plainly = "Write the value out in full."
    if kind == "AliasEvent":
        raise ForbiddenYaml(at, "An alias (*) is", plainly)
    if getattr(event, "anchor", None):
        raise ForbiddenYaml(at, "An anchor (&) is", plainly)
    if getattr(event, "tag", None):
        raise ForbiddenYaml(at, "A tag (!) is", "Delete it; texts go in double quotes.")
    if kind == "DocumentStartEvent" and getattr(event, "explicit", False):
        raise ForbiddenYaml(at, 'A "---" line or directive is', "Delete it; one file holds one record.")


class _KeyPath:
    """Follows events to know how deep they lie and which key a scalar belongs to."""

    def __init__(self) -> None:
        self._stack: list[list[object]] = []
        self.key = ""

    def enter(self, event: Event) -> int:
        kind = type(event).__name__
        if kind.endswith("EndEvent"):
            if self._stack:
                self._stack.pop()
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            self._value()
            self._stack.append([kind, True, self.key])
        elif kind == "ScalarEvent":
            self._scalar(event)
        return len(self._stack)

    def _value(self) -> None:
        if self._stack and self._stack[-1][0] == "MappingStartEvent":
            self._stack[-1][1] = not self._stack[-1][1]

    def _scalar(self, event: Event) -> None:
        if self._stack and self._stack[-1][0] == "MappingStartEvent" and self._stack[-1][1]:
            self.key = str(getattr(event, "value", ""))
        self._value()

    def loses_text(self, event: Event, text: str) -> bool:
        """Whether a plain scalar of free text is followed by a comment on its line."""
        if type(event).__name__ != "ScalarEvent" or getattr(event, "style", None) or self.key in TOKEN_KEYS:
            return False
        end = event.end_mark.index
        rest = text[end : text.find("\n", end) if "\n" in text[end:] else len(text)]
        return rest.lstrip().startswith("#") and getattr(event, "value", "") != ""


def _broken(error: Exception, text: str, place: str) -> BrokenYaml:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    why = str(getattr(error, "problem", None) or error)
    if mark is None:
        return BrokenYaml(place, why, False)
    at = f"{place}:{mark.line + 1}:{mark.column + 1}"
    if "\t" in text.split("\n")[mark.line][: mark.column + 1] or "'\\t'" in why:
        return BrokenYaml(at, "a tab where only spaces may stand", False)
    return BrokenYaml(at, why, mark.index >= len(text.rstrip()))
