"""The drafts that are open in the editor, and checking them a moment after the last keystroke."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from claimcheck.lsp.model import Bench, Checked, TextFormat
from claimcheck.lsp.positions import Change, changed, reading_text

T = TypeVar("T")


@dataclass(slots=True)
class Draft:
    """One open buffer.

    Attributes:
        path: its file, None where it has none yet.
        buffer: the text exactly as the editor has it.
        version: the editor's number for that text.
        checked: what the last check came to; stale once the buffer has moved on.
        waiting: the check that is due.
    """

    uri: str
    path: Path | None
    form: TextFormat
    buffer: str
    version: int
    checked: Checked | None = None
    waiting: asyncio.Task[None] | None = field(default=None, repr=False)

    def edit(self, changes: Iterable[Change], version: int) -> None:
        """Take over what the editor changed."""
        self.buffer = changed(self.buffer, list(changes))
        self.version = version
        self.checked = None


class Checker:
    """Checks drafts one at a time beside the conversation with the editor.

    Args:
        publish: called with a draft after each check of the text it still has.
        failed: called with a draft and what went wrong where a check could not be done.
        delay: seconds to wait after a change, so that nobody is checked in the middle of a word.
    """

    def __init__(
        self,
        bench: Bench,
        publish: Callable[[Draft], None],
        failed: Callable[[Draft, Exception], None],
        delay: float,
    ) -> None:
        self._bench, self._publish, self._failed = bench, publish, failed
        self.delay = delay
        # One thread: the bench need not be safe for several, and a later text makes an earlier one moot.
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")

    def soon(self, draft: Draft) -> None:
        """Check a draft after the delay, instead of any check that is still due."""
        self.drop(draft)
        draft.waiting = asyncio.get_running_loop().create_task(self._later(draft))

    def drop(self, draft: Draft) -> None:
        """Forget the check that is due."""
        if draft.waiting is not None:
            draft.waiting.cancel()
            draft.waiting = None

    async def fresh(self, draft: Draft) -> Checked | None:
        """The check of the text as it is now, made at once if need be; None where it could not be done."""
        if draft.checked is None:
            self.drop(draft)
            await self._check(draft)
        return draft.checked

    async def run(self, work: Callable[[], T]) -> T:
        """Let the bench do something, in its turn."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, work)

    async def _later(self, draft: Draft) -> None:
        await asyncio.sleep(self.delay)
        draft.waiting = None
        await self._check(draft)

    async def _check(self, draft: Draft) -> None:
        version, text = draft.version, reading_text(draft.buffer)
        try:
            checked = await self.run(lambda: self._bench.check(draft.path, text, draft.form))
        except Exception as error:  # whatever happens to one draft, the editor keeps its server
            if draft.version == version:
                self._failed(draft, error)
            return
        if draft.version == version:
            draft.checked = checked
            self._publish(draft)
