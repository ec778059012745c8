"""What the page is told without asking: server-sent events, for each article those who look at it."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claimcheck.errors import ClaimcheckError
from claimcheck.review.changes import describe
from claimcheck.review.web import limits
from claimcheck.review.web.pages.marks import mark_of, seen_token
from claimcheck.review.web.reading import Changed, Readings
from claimcheck.review.web.visitors import Visitor

if TYPE_CHECKING:
    from claimcheck.review.web.people import People

LOOK = 1.0
"""Seconds between looks at the files while somebody listens."""
HEARTBEAT = 10.0
"""Seconds of silence after which a comment is sent, and whoever may no longer listen is sent away."""
_WAITING = 200
"""Events that wait for a slow listener; one that is slower is told to read the article anew."""
_MANY = 50
"""Claims that changed at once, from which on the whole article counts as changed."""


class TooManyStreams(ClaimcheckError):
    """A visitor holds more event streams open than a person needs."""

    def __init__(self) -> None:
        super().__init__(
            f"More than {limits.STREAMS} pages are open.", remedy="Close one of them and load this one again."
        )


@dataclass(frozen=True, slots=True)
class Event:
    """One event: its name and its data, which may differ from one person to another."""

    name: str
    data: Callable[[Visitor], object]


_END = Event("end", lambda _: None)


@dataclass(eq=False, slots=True)
class _Listener:
    visitor: Visitor
    slug: str
    queue: asyncio.Queue[Event] = field(default_factory=lambda: asyncio.Queue(_WAITING))


class Hub:
    """Hands what happens to those who listen. Threads may tell it; listeners live in the event loop."""

    def __init__(self) -> None:
        self._listeners: list[_Listener] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._trouble: dict[str, str] = {}

    def changed(self, change: Changed) -> None:
        """Tell of a change that reading an article again showed."""
        if change.before is None:
            return
        if change.claims is None or len(change.claims) > _MANY:
            self.tell(change.slug, Event("article", lambda _: {"revision": change.revision}))
            return
        for name in change.claims:
            self.tell(change.slug, Event("claim", _claim_data(change, name)))

    def presence(self, slug: str, people: People) -> None:
        """Tell who is where in an article."""
        self.tell(slug, _present(slug, people))

    def trouble(self, slug: str, message: str) -> None:
        """Tell, once, that an article cannot be read; an empty message means that it can be again."""
        if self._trouble.get(slug, "") != message:
            self._trouble[slug] = message
            self.tell(slug, Event("record-error", lambda _: {"message": message}))

    def tell(self, slug: str, event: Event) -> None:
        """Hand an event to everybody who looks at an article; may be called by any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._hand_out, slug, event)

    def _hand_out(self, slug: str, event: Event) -> None:
        for listener in self._listeners:
            if listener.slug != slug:
                continue
            try:
                listener.queue.put_nowait(event)
            except asyncio.QueueFull:
                while not listener.queue.empty():
                    listener.queue.get_nowait()
                listener.queue.put_nowait(Event("article", lambda _: {"revision": ""}))

    def end(self) -> None:
        """Let every stream end, for the server does."""
        for listener in self._listeners:
            while not listener.queue.empty():
                listener.queue.get_nowait()
            listener.queue.put_nowait(_END)

    def listened(self) -> set[str]:
        """The articles somebody looks at."""
        return {listener.slug for listener in self._listeners}

    def check_room(self, visitor: Visitor) -> None:
        """Refuse one stream too many.

        Raises:
            TooManyStreams.
        """
        held = Counter(listener.visitor.session for listener in self._listeners)
        if held[visitor.session] >= limits.STREAMS:
            raise TooManyStreams

    async def stream(
        self, visitor: Visitor, slug: str, revision: str, stands: Callable[[], bool], people: People
    ) -> AsyncIterator[bytes]:
        """Events as they come, until the visitor leaves or may no longer listen.

        Args:
            stands: whether the visitor's session still holds.
            people: who is here; whoever closes the last page is no longer.
        """
        self._loop = asyncio.get_running_loop()
        listener = _Listener(visitor, slug)
        self._listeners.append(listener)
        try:
            yield b"retry: 2000\n\n"
            yield written("article", {"revision": revision})
            if message := self._trouble.get(slug):
                yield written("record-error", {"message": message})
            while stands():
                try:
                    event = await asyncio.wait_for(listener.queue.get(), HEARTBEAT)
                except TimeoutError:
                    yield b": still here\n\n"
                    continue
                if event is _END:
                    return
                if stands():
                    yield written(event.name, event.data(visitor))
        finally:
            self._listeners.remove(listener)
            if all(other.visitor.session != visitor.session for other in self._listeners):
                people.gone(visitor.session)
                self._hand_out(slug, _present(slug, people))

    async def watch(self, readings: Readings) -> None:
        """Look at the files of articles somebody looks at, for what others change there; never ends."""
        while True:
            await asyncio.sleep(LOOK)
            for slug in sorted(self.listened()):
                try:
                    await asyncio.to_thread(readings.state, slug, "")
                except ClaimcheckError as error:
                    self.trouble(slug, str(error))
                else:
                    self.trouble(slug, "")


def _present(slug: str, people: People) -> Event:
    return Event("presence", lambda visitor: {"people": people.in_article(slug, visitor.name)})


def _claim_data(change: Changed, claim_id: str) -> Callable[[Visitor], object]:
    """What is told of one claim that changed; the mark is the visitor's own."""
    after = change.after.claim(claim_id)
    before = change.before.claim(claim_id) if change.before else None
    by, what = describe(before, after)
    told = {"short": claim_id.partition("/")[2], "by": by, "what": what, "revision": change.revision}

    def data(visitor: Visitor) -> object:
        if after is None:
            return {**told, "mark": None, "seen": ""}
        mark = mark_of(replace(change.after, by=visitor.name), after).as_dict()
        return {**told, "mark": mark, "seen": seen_token(after)}

    return data


def written(name: str, data: object) -> bytes:
    """An event as it goes over the line; JSON has no line ends, so no text can begin another event."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=True)}\n\n".encode("ascii")
