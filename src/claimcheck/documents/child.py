"""The child process of the sandbox: limits itself, reads one document from standard input, answers in
JSON.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from contextlib import redirect_stdout, suppress

from claimcheck.documents import wire
from claimcheck.documents.model import Document
from claimcheck.documents.readers import PluginReader, Tracked, reader_for
from claimcheck.documents.sandbox import OUT_OF_MEMORY
from claimcheck.errors import ClaimcheckError

_OPEN_FILES = 64
_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000


def main() -> None:
    """Reads a line of JSON (format and tracked, or plugin; place, limits) and the document's bytes; writes
    the answer.
    """
    source = sys.stdin.buffer
    request = json.loads(source.readline())
    limit_self(request["limits"]["memory_bytes"], request["limits"]["cpu_seconds"])
    answer = _answer(source.read(), request)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    os._exit(0)  # libraries' clean-up of a huge tree is not worth waiting for


def _answer(data: bytes, request: wire.Wire) -> bytes:
    try:
        return json.dumps(wire.document_to(_read(data, request))).encode()
    except ClaimcheckError as error:
        return json.dumps(wire.error_to(error)).encode()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _read(data: bytes, request: wire.Wire) -> Document:
    place = request["place"]
    if "plugin" in request:
        from claimcheck.documents.plugin import read_by_plugin

        with redirect_stdout(sys.stderr):  # what it prints is no part of the answer
            return read_by_plugin(data, PluginReader(**request["plugin"]), place)
    tracked: Tracked = request["tracked"]
    return reader_for(request["format"], tracked, request["keep"])(data, place)


def limit_self(memory_bytes: int, cpu_seconds: int) -> None:
    """Takes from this process, for good, what reading does not need. What a platform refuses is left out."""
    wanted = (
        (resource.RLIMIT_AS, memory_bytes),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    )
    for kind, value in wanted:
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))
    _leave_network()


def _leave_network() -> None:
    """On Linux, into a network namespace of its own where unprivileged ones are allowed."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_NEW_USER_AND_NETWORK)
