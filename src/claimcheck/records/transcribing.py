"""A record file in our own layout, written out as JSON, which pydantic reads without a YAML parser.

Cut at its scalars, such a file consists of few different pieces between them (``, start:``, a line end and
the next key …). Each piece is read once for each state it is met in, strictly, and looked up from then on;
the scalars between are JSON as they stand. Whatever is not exactly such a file is left to the YAML parser,
which also knows what to say of it: here nothing is ever refused, only not taken.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_SCALAR = re.compile(
    r' ("[^"\\\n]*+(?:\\["\\nrt][^"\\\n]*+)*+"'
    r"|-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,17})?"
    r"|(?<=id: )[A-Za-z][A-Za-z0-9_.-]*+/[a-z2-7]++)(?=[,}\]\n])"
)
_KEY = re.compile(r'([A-Za-z_][A-Za-z0-9_]*+|"[^"\\\n]*+"):')
_INLINE = re.compile(
    r'(?:("[^"\\\n]*+"|-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,17})?)|([A-Za-z][A-Za-z0-9_./-]*+))(?=[,}\]\n])'
)
_LINE = re.compile(r"\n( *+)(-(?= )|-\Z)?")
_LITERALS = frozenset({"true", "false", "null"})
_AMBIGUOUS = frozenset("true false null yes no on off y n nan inf infinity".split())
"""Words that YAML readers take for something else than text, in some spelling."""
_RAW = bytes(code for code in (*range(32), 127) if code != 10)
_INVISIBLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_DEEPEST = 10
_MOST_STATES = 4096
_MOST_STEPS = 4096


class _Frame(NamedTuple):
    """An open mapping or list; ``indent`` is below zero in flow style."""

    list_: bool
    indent: int
    keys: tuple[str, ...] = ()


_Frames = tuple[_Frame, ...]


class _NotOurs(Exception):
    """The text is not laid out as claimcheck lays it out."""


class _State(dict[str, tuple[str, "_State"]]):
    """Where in a file a scalar has just ended; and what each piece that may follow is in JSON."""

    def __init__(self, frames: _Frames, machine: _Machine) -> None:
        super().__init__()
        self.frames = frames
        self._machine = machine

    def __missing__(self, piece: str) -> tuple[str, _State]:
        """Read a piece that was not met here before.

        Raises:
            _NotOurs: where it cannot follow.
        """
        reader = _Piece(piece, self.frames)
        reader.read()
        step = "".join(reader.out), self._machine.state(tuple(reader.frames))
        if len(self) < _MOST_STEPS:
            self[piece] = step
        return step


class _Machine:
    """All states met so far."""

    def __init__(self) -> None:
        self._states: dict[_Frames, _State] = {}

    def state(self, frames: _Frames) -> _State:
        if len(self._states) > _MOST_STATES:
            self._states.clear()
        if frames not in self._states:
            self._states[frames] = _State(frames, self)
        return self._states[frames]


@cache
def _machine() -> _Machine:
    return _Machine()


class _Piece:
    """Reads one piece; ``out`` is its JSON, ``frames`` what is open behind it."""

    def __init__(self, text: str, frames: _Frames) -> None:
        self._text = text
        self._at = 0
        self.frames = list(frames)
        self.out: list[str] = []

    def read(self) -> None:
        """Read from behind one scalar to before the next, where all of it is read, or to the file's end.

        Raises:
            _NotOurs.
        """
        waits = False
        while not waits:
            if not self.frames:
                raise _NotOurs
            top = self.frames[-1]
            waits = self._flow(top) if top.indent < 0 else self._line()

    def _flow(self, top: _Frame) -> bool:
        """What follows a value in a flow collection; whether a scalar is to come."""
        if self._take("]" if top.list_ else "}"):
            self._close()
            return False
        if not self._take(","):
            raise _NotOurs
        if top.list_:
            self.out.append(",")
            return self._value()
        if not self._take(" "):
            raise _NotOurs
        self._key()
        return self._value()

    def _line(self) -> bool:
        """What follows a value in block style: the end, or the next line."""
        found = _LINE.match(self._text, self._at)
        if not found:
            raise _NotOurs
        self._at = found.end()
        indent, dash = len(found[1]), found[2] is not None
        if self._at == len(self._text) and not dash:
            if indent:
                raise _NotOurs
            while self.frames:
                self._close()
            return True
        while self.frames[-1].indent > indent or (self.frames[-1].list_ and not dash):
            self._close()
        if self.frames[-1].indent != indent or self.frames[-1].list_ != dash:
            raise _NotOurs
        if dash:
            self.out.append(",")
            return self._item(indent)
        self._key()
        return self._block_value(indent)

    def _block_value(self, indent: int) -> bool:
        """What follows a key in block style: a value on its line, or a list or mapping below."""
        if not self._text.startswith("\n", self._at):
            return self._value()
        found = _LINE.match(self._text, self._at)
        if found is None:
            raise _NotOurs
        self._at = found.end()
        inner, dash = len(found[1]), found[2] is not None
        if inner != (indent if dash else indent + 2):
            raise _NotOurs
        if dash:
            self._open(_Frame(True, indent))
            return self._item(indent)
        self._open(_Frame(False, inner))
        self._key()
        return self._block_value(inner)

    def _item(self, indent: int) -> bool:
        """What follows the dash of a list item."""
        if self._text.startswith(" ", self._at) and _KEY.match(self._text, self._at + 1):
            self._at += 1
            self._open(_Frame(False, indent + 2))
            self._key()
            return self._block_value(indent + 2)
        return self._value()

    def _key(self) -> None:
        found = _KEY.match(self._text, self._at)
        if not found:
            raise _NotOurs
        self._at = found.end()
        top = self.frames[-1]
        plain = not found[1].startswith('"')
        name = found[1] if plain else found[1][1:-1]
        if name in top.keys or (plain and name.lower() in _AMBIGUOUS):
            raise _NotOurs
        self.frames[-1] = top._replace(keys=(*top.keys, name))
        self.out.append(f'{"," if top.keys else ""}"{name}":')

    def _value(self) -> bool:
        """A value on this line; whether it is a scalar that is to come, as the piece ends here."""
        if self._at == len(self._text):
            return True
        if not self._take(" "):
            raise _NotOurs
        return self._inline()

    def _inline(self) -> bool:
        if self._take("{"):
            self._open(_Frame(False, -1))
            if self._take("}"):
                self._close()
                return False
            self._key()
            return self._value()
        if self._take("["):
            self._open(_Frame(True, -1))
            if self._take("]"):
                self._close()
                return False
            return self._inline()
        return self._scalar()

    def _scalar(self) -> bool:
        found = _INLINE.match(self._text, self._at)
        if not found:
            raise _NotOurs
        self._at = found.end()
        word = found[2]
        if word is not None and word not in _LITERALS:
            if word.lower() in _AMBIGUOUS:
                raise _NotOurs
            word = f'"{word}"'
        self.out.append(word or found[1])
        return False

    def _take(self, sign: str) -> bool:
        taken = self._text.startswith(sign, self._at)
        self._at += taken
        return taken

    def _open(self, frame: _Frame) -> None:
        if len(self.frames) == _DEEPEST:
            raise _NotOurs
        self.frames.append(frame)
        self.out.append("[" if frame.list_ else "{")

    def _close(self) -> None:
        self.out.append("]" if self.frames.pop().list_ else "}")


def transcribe(text: str) -> str | None:
    """The JSON of a record file in our own layout; None where it is not, or not certainly.

    The JSON means what a strict YAML reader takes the file for. No key stands twice in a mapping of it.
    """
    if not _visible(text):
        return None
    pieces = _SCALAR.split("\n" + text)
    out = ["{"]
    state = _machine().state((_Frame(False, 0),))
    try:
        for piece, scalar in zip(pieces[::2], pieces[1::2], strict=False):
            written, state = state[piece]
            # Quotation mark, sign and digits stand before the colon, letters behind it.
            out += (written, scalar if scalar < ":" else f'"{scalar}"')
        last, state = state[pieces[-1]]
    except _NotOurs:
        return None
    return None if state.frames else "".join([*out, last])


def _visible(text: str) -> bool:
    """Whether the text holds no character that a YAML reader refuses or takes for a line end."""
    if not text.isascii() and _INVISIBLE.search(text):
        return False
    data = text.encode("utf-8", "surrogatepass")
    return len(data.translate(None, _RAW)) == len(data)
