"""The edge: a terminal in raw mode, or plain lines where there is none."""

from __future__ import annotations

import codecs
import os
import re
import select
import shutil
import signal
import sys
import termios
import tty
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import TextIO

from claimcheck.formats.escaping import visible
from claimcheck.review.terminal.asking import PASTED
from claimcheck.review.terminal.frame import Frame, whole_frame, window_frame
from claimcheck.review.terminal.lines import Line, Style
from claimcheck.review.terminal.reviewer import Reviewer

_LOOK = 0.5
"""Seconds between looks at the files and the size of the window while no key comes."""
_ESCAPE_WAIT = 0.05
"""Seconds after which an Esc is a key by itself and not the beginning of another one's code."""
_ENTER_SCREEN, _LEAVE_SCREEN = "\x1b[?1049h\x1b[?2004h", "\x1b[?2004l\x1b[?1049l"
_CODES: Mapping[str, str] = {
    "\x1b[A": "up", "\x1b[B": "down", "\x1b[C": "right", "\x1b[D": "left", "\x1bOA": "up", "\x1bOB": "down",
    "\x1bOC": "right", "\x1bOD": "left", "\x1b[5~": "pageup", "\x1b[6~": "pagedown", "\x1b[Z": "backtab",
    "\r": "enter", "\n": "enter", "\t": "tab", " ": "space", "\x7f": "backspace", "\x08": "backspace",
    "\x15": "clear", "\x1b": "esc",
}  # fmt: skip
_CODE = re.compile(
    r"\x1b\[200~(?P<paste>.*?)\x1b\[201~|\x1b\[[0-9;?]*[ -/]*[@-~]|\x1bO.|\x1b|[^\x1b]", re.DOTALL
)
_UNFINISHED = re.compile(r"\x1b(?:\[(?:200~.*|[0-9;?]*)|O)?\Z", re.DOTALL)
_SGR: Mapping[Style, str] = {
    "strong": "1", "dim": "2", "good": "32", "bad": "31", "warn": "33", "struck": "31", "inserted": "32",
    "bar": "7",
}  # fmt: skip
_COLOURLESS = frozenset({"strong", "dim", "bar"})


_Modes = list[int | list[bytes | int]]


class _Closed(Exception):
    """The terminal went away, or the system asks to end."""


def review(reviewer: Reviewer, environ: Mapping[str, str]) -> None:
    """Run a review until the person quits or the terminal is closed.

    Where standard input or output is no terminal, or a dumb one, keys come one a line and each screen is
    printed whole.
    """
    dumb = environ.get("TERM", "dumb") in ("", "dumb")
    if dumb or not (sys.stdin.isatty() and sys.stdout.isatty()):
        _by_lines(reviewer, sys.stdin, sys.stdout)
        return
    try:
        with _raw(sys.stdin.fileno()), _ending() as wishes:
            _on_screen(reviewer, sys.stdin.fileno(), wishes, colour=not environ.get("NO_COLOR"))
    except (_Closed, BrokenPipeError):
        return
    except OSError:
        # A terminal that was closed answers with an I/O error; all decisions are on disk.
        return


# Line by line


def _by_lines(reviewer: Reviewer, source: TextIO, target: TextIO) -> None:
    width = min(shutil.get_terminal_size((80, 24)).columns, 120)
    _print(whole_frame(reviewer, width), target)
    for line in source:
        reviewer.tick()
        reviewer.line(line.rstrip("\r\n"))
        if reviewer.done:
            break
        _print(whole_frame(reviewer, width), target)


def _print(frame: Frame, target: TextIO) -> None:
    encoding = target.encoding or "utf-8"
    text = "\n".join("".join(visible(span.text) for span in line) for line in frame.lines)
    target.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    target.flush()


# On a screen


def _on_screen(reviewer: Reviewer, descriptor: int, wishes: list[BaseException], *, colour: bool) -> None:
    keys = _Keys(descriptor)
    size = os.get_terminal_size(descriptor)
    _draw(reviewer, size, colour, moved=True)
    while not reviewer.done:
        pressed = keys.wait(_LOOK)
        if wishes:
            raise wishes[0]
        moved = False
        for key in pressed:
            moved = reviewer.press(key) or moved
            if reviewer.done:
                return
        changed = reviewer.tick() if not pressed else False
        now = os.get_terminal_size(descriptor)
        if pressed or changed or now != size:
            size = now
            _draw(reviewer, size, colour, moved=moved)


def _draw(reviewer: Reviewer, size: os.terminal_size, colour: bool, *, moved: bool) -> None:
    frame = window_frame(reviewer, size.columns, size.lines, moved=moved)
    lines = [_styled(line, colour) for line in frame.lines]
    text = "\x1b[?25l\x1b[H" + "\r\n".join(f"{line}\x1b[K" for line in lines) + "\x1b[J"
    if frame.cursor is not None:
        row, column = frame.cursor
        text += f"\x1b[{row + 1};{column + 1}H\x1b[?25h"
    encoding = sys.stdout.encoding or "utf-8"
    _write(sys.stdout.fileno(), text.encode(encoding, "replace"))


def _styled(line: Line, colour: bool) -> str:
    pieces = []
    for span in line:
        code = _SGR.get(span.style) if colour or span.style in _COLOURLESS else None
        text = visible(span.text)
        pieces.append(f"\x1b[{code}m{text}\x1b[0m" if code else text)
    return "".join(pieces)


def _write(descriptor: int, data: bytes) -> None:
    while data:
        data = data[os.write(descriptor, data) :]


class _Keys:
    """Reads keys: letters, and the codes that terminals send for the others."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._left = ""

    def wait(self, seconds: float) -> list[str]:
        """The keys that came, after waiting at most some seconds for the first.

        Raises:
            _Closed: where the terminal is gone.
        """
        if not self._ready(seconds):
            return []
        self._left += self._read()
        while _UNFINISHED.search(self._left) and self._ready(_ESCAPE_WAIT):
            self._left += self._read()
        text, self._left = self._left, ""
        return [key for match in _CODE.finditer(text) if (key := _name(match))]

    def _ready(self, seconds: float) -> bool:
        return bool(select.select([self._descriptor], [], [], seconds)[0])

    def _read(self) -> str:
        data = os.read(self._descriptor, 65536)
        if not data:
            raise _Closed
        return self._decoder.decode(data)


def _name(match: re.Match[str]) -> str:
    """A key's name: a letter is its own; a code that is not known, and control characters, are none."""
    if (pasted := match["paste"]) is not None:
        return PASTED + pasted
    code = match[0]
    if code in _CODES:
        return _CODES[code]
    return code if len(code) == 1 and code.isprintable() else ""


@contextmanager
def _raw(descriptor: int) -> Iterator[None]:
    """Keys one by one and unechoed, on a screen of its own; the terminal is given back as it was."""
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor)
        changed = termios.tcgetattr(descriptor)
        # Ctrl-Z would leave the shell with our screen; quitting resumes as well.
        changed[6][termios.VSUSP] = b"\0"
        termios.tcsetattr(descriptor, termios.TCSANOW, changed)
        _write(sys.stdout.fileno(), _ENTER_SCREEN.encode())
        yield
    finally:
        _give_back(descriptor, before)


def _give_back(descriptor: int, before: _Modes) -> None:
    try:
        _write(sys.stdout.fileno(), f"\x1b[0m\x1b[?25h{_LEAVE_SCREEN}".encode())
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
    except (OSError, termios.error):
        return  # The terminal is gone, and nobody is left to see it.


@contextmanager
def _ending() -> Iterator[list[BaseException]]:
    """Turn the system's wish to end, and Ctrl-C, into an orderly end.

    The wish is raised where it comes and kept in the list as well: raised inside a finaliser or a callback it
    would be swallowed, and the review would go on.
    """
    wishes: list[BaseException] = []

    def end(number: int, frame: FrameType | None) -> None:
        wishes.append(KeyboardInterrupt() if number == signal.SIGINT else _Closed())
        raise wishes[0]

    names = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    before = {name: signal.signal(name, end) for name in names}
    try:
        yield wishes
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
