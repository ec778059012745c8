"""Runs a reader of a complex format in a child process that can do little else.

The child gets the bytes on its standard input and answers with JSON on its standard output: never a
pickle, for what it read was written by others. It starts with an empty environment, an isolated
interpreter, and limits on memory, processor time, open files and file size; where the kernel lets it, it
leaves the network. Whatever goes wrong in it (killed, crashed, out of time or memory) is one error for the
one document.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from json import JSONDecodeError, dumps, loads
from pathlib import Path
from typing import Literal

from claimcheck.documents import wire
from claimcheck.documents.model import Document
from claimcheck.documents.readers import PluginReader, Tracked
from claimcheck.documents.text import ReadingError

_CHILD = "import sys; sys.path.append(sys.argv[1]); from claimcheck.documents.child import main; main()"
_ROOT = str(Path(__file__).parents[2])


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may cost.

    Attributes:
        input_bytes: size of the file.
        memory_bytes: address space of the child (a parser's libraries take some 200 MB of it).
        cpu_seconds: processor time of the child, its start included.
        wall_seconds: time on the clock.
    """

    input_bytes: int = 100_000_000
    memory_bytes: int = 1_500_000_000
    cpu_seconds: int = 30
    wall_seconds: float = 60.0


class ParserStopped(ReadingError):
    """The child process did not come back with a document."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(
            f"The reader was stopped: {reason}.",
            place=place,
            remedy="It is damaged, or made to overload readers; save its text alone as .txt and use that.",
        )


def read_in_child(
    data: bytes,
    format: str,
    place: str,
    limits: Limits,
    tracked: Tracked = "accepted",
    keep: Sequence[str] = (),
) -> Document:
    """The document of ``data``, read by the reader for ``format`` in a limited child process.

    Raises:
        ParserStopped: it crashed, or met a limit.
        ReadingError: what the reader itself has to say; MissingExtra if its packages are not installed.
    """
    return _ask(data, {"format": format, "tracked": tracked, "keep": list(keep)}, place, limits)


def read_with_plugin(data: bytes, reader: PluginReader, place: str, limits: Limits) -> Document:
    """The document of ``data``, read by a plug-in in a limited child process, and held to what one must be.

    Raises:
        ParserStopped: it crashed, or met a limit.
        ClaimcheckError: what the reader itself has to say, or that it failed or gave no document.
    """
    return _ask(data, {"plugin": asdict(reader)}, place, limits)


def _ask(data: bytes, how: Mapping[str, object], place: str, limits: Limits) -> Document:
    request = dumps({**how, "place": place, "limits": asdict(limits)}).encode()
    command = [sys.executable, "-I", "-c", _CHILD, _ROOT]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/"
    ) as child:
        try:
            answer, _ = child.communicate(request + b"\n" + data, timeout=limits.wall_seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            reason = f"it took longer than {limits.wall_seconds:g} seconds"
            raise ParserStopped(place, reason) from None
    if child.returncode != 0:
        raise ParserStopped(place, _reason(child.returncode, limits))
    try:
        return wire.document_from(loads(answer), place)
    except (JSONDecodeError, UnicodeDecodeError) as error:
        raise ParserStopped(place, "its answer cannot be read") from error


def _reason(code: int, limits: Limits) -> str:
    from signal import SIGKILL, SIGXCPU

    if code in (-SIGXCPU, -SIGKILL):
        return f"it used more than {limits.cpu_seconds} seconds of processor time, or was killed"
    if code == OUT_OF_MEMORY:
        return f"it needed more than {limits.memory_bytes // 1_000_000:,} MB of memory"
    return f"it crashed (signal {-code})" if code < 0 else f"it crashed (exit {code})"


OUT_OF_MEMORY: Literal[77] = 77
"""Exit status of a child that ran out of memory."""
