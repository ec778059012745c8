"""The reviewer: keys in, decisions out, and what the screen shows after each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from claimcheck.decisions.claims import AlreadySigned
from claimcheck.decisions.undoing import in_words, undo
from claimcheck.errors import ClaimcheckError
from claimcheck.records.models import Claim
from claimcheck.review.bench import Bench
from claimcheck.review.keys import BINDINGS, Binding, action_for, key_for
from claimcheck.review.places import Places, Stopped
from claimcheck.review.terminal import dialogues, screens
from claimcheck.review.terminal.asking import PASTED, Asking
from claimcheck.review.terminal.dialogues import Deed, Dialogue, Show
from claimcheck.review.terminal.lines import Line
from claimcheck.review.terminal.screens import Page
from claimcheck.review.views import (
    FILTERS,
    ClaimView,
    EvidenceView,
    Filter,
    in_order,
    passing,
    view_claim,
)

Pane = Literal["claim", "help", "source", "dropped"]
_SIGHT = 7
"""Lines of a selected passage that are brought in sight."""


class Reviewer:
    """One person going through one article.

    Attributes:
        done: True once the person has quit.
        message: the last thing that was done, or why it was not.
        asking: the dialogue that is open, or None.
        pane: which screen is open.
        top: the first line of the body that is shown, counted from 0.
        bindings: the keys, as this person has them.
    """

    def __init__(self, bench: Bench, places: Places, bindings: Sequence[Binding] = BINDINGS) -> None:
        self.bindings = tuple(bindings)
        self.done = False
        self.message = ""
        self.asking: Asking | None = None
        self.pane: Pane = "claim"
        self.top = 0
        self._bench = bench
        self._places = places
        self._row = 0
        self._height = 20
        self._selected = 0
        stopped = places.load()
        self._filter: Filter = next((name for _, name, _ in FILTERS if name == stopped.filter), "all")
        shown = passing(bench.state, self._filter)
        self._claim_id = stopped.claim if stopped.claim in shown else next(iter(shown), "")
        if self._claim_id:
            self._arrive(self._claim_id)
            if stopped.claim == self._claim_id:
                self.message = "You stopped here."

    # What is shown

    @property
    def view(self) -> ClaimView | None:
        """The claim that is shown, or None where the filter lets nothing through."""
        claim = self._bench.state.claim(self._claim_id)
        return None if claim is None else view_claim(self._bench.state, claim)

    def page(self, width: int) -> Page:
        """The body of the screen."""
        view = self.view
        if self.pane == "help":
            return screens.help_page(self.bindings, width)
        if self.pane == "dropped":
            return screens.dropped_page(self._bench.state.record.dropped, self._row, width)
        if view is None:
            return screens.empty_page(self._filter, self.bindings, width)
        item = self._item(view)
        if self.pane == "source" and item is not None:
            turns = self._bench.state.turns.get(item.passage.source, {})
            return screens.source_page(item, *self._passage(view.claim, item), width, turns)
        return screens.claim_page(view, self._selected, width)

    def header(self, width: int) -> Line:
        """The first line of the screen."""
        view, state = self.view, self._bench.state
        if view is None:
            return screens.empty_header(state.slug, self._filter, width)
        return screens.claim_header(view, state.slug, self._filter, state.left(), width)

    def settle(self, page: Page, height: int) -> None:
        """Keep the shown part of the page inside it; ``height`` is that of the body, in lines."""
        self._height = height
        self.top = max(0, min(self.top, len(page.lines) - height))

    def reveal(self, page: Page, height: int) -> None:
        """Scroll so that what is selected is in sight."""
        wanted = {"claim": self._selected, "source": 1, "dropped": self._row}.get(self.pane)
        place = page.tops.get(wanted) if wanted is not None else None
        if place is None or self.top + 2 <= place < self.top + height - 4:
            return
        if self.pane != "claim":
            self.top = max(0, place - height // 3)
        elif place < self.top:
            self.top = max(0, place - 2)
        elif place >= self.top + height - 4:
            # No further than needed: the sentence above is what the passage is read against.
            self.top = place - height + min(_SIGHT, height)

    def _passage(self, claim: Claim, item: EvidenceView) -> tuple[str | None, int | None]:
        """The source's text and where the passage stands in it, if it still stands there."""
        evidence = claim.evidence[item.number - 1]
        text = self._bench.state.texts.get(evidence.source)
        if text is None or evidence.start is None or text[evidence.start : evidence.end] != evidence.exact:
            return text, None
        return text, evidence.start

    def _item(self, view: ClaimView) -> EvidenceView | None:
        return next((item for item in view.evidence if item.number == self._selected), None)

    # Keys

    def press(self, key: str) -> bool:
        """Obey one key; True where the selection moved and should be brought in sight."""
        if self.asking is not None:
            self.asking.press(key)
            self._conclude()
            return True
        self.message = ""
        if key.startswith(PASTED):
            self.message = "Pasted text was ignored: every letter is a key here."
            return False
        if self.pane != "claim":
            return self._in_pane(key)
        if key.isdigit():
            self._select(int(key))
            return True
        action = action_for(key, self.bindings)
        if action is None:
            self.message = f"That key does nothing. Press {key_for('open_help', self.bindings)} for the keys."
            return False
        if action in dialogues.ABOUT_CLAIM:
            self._about(dialogues.ABOUT_CLAIM[action])
        else:
            getattr(self, action)()
        return not action.startswith(("scroll", "page"))

    def tick(self) -> bool:
        """Look whether somebody else changed the files; True where there is something new to show."""
        if self.asking is not None:
            return False
        try:
            changed = self._bench.refresh()
        except ClaimcheckError as error:
            self.message = str(error)
            return True
        if changed:
            self.message = "The records were changed by somebody else; this is how they stand now."
            self._stay()
        return changed

    def line(self, text: str) -> None:
        """Obey one line of input that is no terminal's: an answer, or the name of a key."""
        if self.asking is not None and text.strip() != "esc":
            self.asking.line(text)
            self._conclude()
        elif text.strip():
            self.press(text.strip())

    def _in_pane(self, key: str) -> bool:
        action = action_for(key, self.bindings) or ""
        if action in ("leave", "quit") or (self.pane, action) in (
            ("help", "open_help"),
            ("source", "open_source"),
            ("dropped", "open_dropped"),
        ):
            self._open("claim")
            return True
        if self.pane == "dropped" and (key == "enter" or action in ("scroll_up", "scroll_down")):
            self._among_dropped(key, action)
            return True
        if action.startswith(("scroll", "page")) or action in ("undo", "open_help"):
            getattr(self, action)()
        else:
            self.message = f"{key_for('leave', self.bindings)} goes back to the claim."
        return False

    def _among_dropped(self, key: str, action: str) -> None:
        dropped = self._bench.state.record.dropped
        if key == "enter" and dropped:
            self._ask(dialogues.restore(self._bench.state.slug, dropped[self._row].start))
        elif key != "enter":
            step = 1 if action == "scroll_down" else -1
            self._row = max(0, min(self._row + step, len(dropped) - 1))

    def _open(self, pane: Pane) -> None:
        self.pane, self.top = pane, 0

    def scroll_down(self) -> None:
        """A line further."""
        self.top += 1

    def scroll_up(self) -> None:
        """A line back."""
        self.top -= 1

    def page_down(self) -> None:
        """A screen further."""
        self.top += max(1, self._height - 2)

    def page_up(self) -> None:
        """A screen back."""
        self.top -= max(1, self._height - 2)

    def open_help(self) -> None:
        """Show every key."""
        self._open("help")

    def open_dropped(self) -> None:
        """Show what was dropped."""
        self._row = 0
        self._open("dropped")

    def open_source(self) -> None:
        """Show the selected passage in its source."""
        if self._chosen() is not None:
            self._open("source")

    def leave(self) -> None:
        """Nothing is open: Esc never does harm."""

    def quit(self) -> None:
        """End the review; all is saved."""
        self.done = True

    # Moving

    def next_claim(self) -> None:
        """The next claim that the filter lets through."""
        self._move(1)

    def previous_claim(self) -> None:
        """The one before."""
        self._move(-1)

    def _move(self, step: int) -> None:
        order = [claim.id for claim in self._bench.state.ordered()]
        shown = set(passing(self._bench.state, self._filter))
        here = order.index(self._claim_id) if self._claim_id in order else -step
        ahead = order[here + 1 :] if step > 0 else order[:here][::-1]
        wanted = next((claim_id for claim_id in ahead if claim_id in shown), None)
        if wanted is None:
            end = "last" if step > 0 else "first"
            self.message = f"{self.message} This is the {end} claim{self._filtered()}.".strip()
        else:
            self._arrive(wanted)

    def _filtered(self) -> str:
        return "" if self._filter == "all" else f" that is “{self._filter}”"

    def _arrive(self, claim_id: str) -> None:
        self._claim_id, self.top, self.pane = claim_id, 0, "claim"
        self._selected = 0
        self._select_open()
        self._places.save(Stopped(claim_id, self._filter))

    def _select_open(self) -> None:
        """Select the first proposal that is open; keep the selection where none is."""
        view = self.view
        items = in_order(view) if view else []
        numbers = [item.number for item in items]
        proposed = [item.number for item in items if item.passage.status == "proposed"]
        if proposed:
            self._selected = proposed[0]
        elif self._selected not in numbers:
            self._selected = numbers[0] if numbers else 0

    def _stay(self) -> None:
        """After a change: the same claim, or the first one where it is gone."""
        if self._bench.state.claim(self._claim_id) is None:
            shown = passing(self._bench.state, self._filter)
            self._claim_id = shown[0] if shown else ""
        view = self.view
        if view is None or self._selected not in [item.number for item in view.evidence]:
            self._selected = 0
            self._select_open()

    def choose_filter(self) -> None:
        """Ask which claims are to be shown."""
        self._ask(dialogues.choose_filter(self._bench.state))

    def _show(self, wanted: Filter) -> None:
        self._filter = wanted
        shown = passing(self._bench.state, self._filter)
        if self._claim_id in shown:
            self._places.save(Stopped(self._claim_id, self._filter))
        elif shown:
            self._arrive(shown[0])
        else:
            self.message = f"No claim{self._filtered()}; showing all."
            self._filter = "all"

    # Evidence

    def _select(self, number: int) -> None:
        view = self.view
        if view and number in [item.number for item in view.evidence]:
            self._selected = number
        else:
            self.message = f"There is no evidence {number}."

    def next_evidence(self) -> None:
        """Select the next item."""
        self._step_evidence(1)

    def previous_evidence(self) -> None:
        """Select the one before."""
        self._step_evidence(-1)

    def _step_evidence(self, step: int) -> None:
        view = self.view
        numbers = [item.number for item in in_order(view)] if view else []
        if numbers:
            here = numbers.index(self._selected) if self._selected in numbers else -1
            self._selected = numbers[(here + step) % len(numbers)]

    def _chosen(self) -> EvidenceView | None:
        item = self._item(self.view) if self.view else None
        if item is None:
            self.message = "There is no evidence to select on this claim."
        return item

    def accept(self) -> None:
        """Accept the selected item."""
        if item := self._chosen():
            self._do(dialogues.accept(self._claim_id, item.key, item.number))

    def reject(self) -> None:
        """Reject the selected item."""
        if item := self._chosen():
            self._do(dialogues.reject(self._claim_id, item.key, item.number))

    def accept_why(self) -> None:
        """Accept, with a reason."""
        if item := self._chosen():
            self._ask(dialogues.with_reason(self._claim_id, item.key, item.number, "accept"))

    def reject_why(self) -> None:
        """Reject, with a reason."""
        if item := self._chosen():
            self._ask(dialogues.with_reason(self._claim_id, item.key, item.number, "reject"))

    def change_stance(self) -> None:
        """Say what the selected item shows."""
        view, item = self.view, self._chosen()
        if view and item:
            self._ask(dialogues.change_stance(view.claim, item.key, item.number))

    # The claim and the desk

    def verify(self) -> None:
        """Sign as verified."""
        if view := self.view:
            self._do(dialogues.verify(view))

    def undo(self) -> None:
        """Take back the person's last decision, wherever in the article it was, and select its passage."""
        try:
            self._bench.refresh()
            before = self._bench.state
            change = self._bench.write(undo)
        except ClaimcheckError as error:
            self.message = str(error)
            return
        self.message = f"Taken back: {in_words(change.verb)}."
        if self._bench.state.claim(change.subject) is not None and change.subject != self._claim_id:
            self._arrive(change.subject)
        self._stay()
        was, now = before.claim(change.subject), self._bench.state.claim(change.subject)
        self._selected = _differing(was, now) or self._selected

    # Asking and writing

    def _about(self, make: dialogues.AboutClaim) -> None:
        view = self.view
        if view is None:
            self.message = "There is no claim to decide on."
            return
        try:
            self._ask(make(view, self._bench.findings))
        except ClaimcheckError as error:
            self.message = str(error)

    def _ask(self, dialogue: Dialogue) -> None:
        self.asking = Asking(dialogue, self._bench.state.claim(self._claim_id))
        self._conclude()

    def _conclude(self) -> None:
        """Do what the dialogue came to, if it has ended."""
        asking = self.asking
        if asking is None or asking.outcome is None:
            return
        self.asking = None
        if isinstance(asking.outcome, Deed):
            self._do(asking.outcome, asking.seen)
        elif isinstance(asking.outcome, Show):
            self._show(asking.outcome.filter)
        else:
            self.message = asking.outcome

    def _do(self, deed: Deed, seen: Claim | None = None) -> None:
        seen = seen or self._bench.state.claim(self._claim_id)
        try:
            if deed.judges and seen is not None:
                change = self._bench.decide(seen, deed.decide)
            else:
                change = self._bench.write(deed.decide)
        except AlreadySigned as error:
            self.message = error.message
            self.next_claim()
            return
        except ClaimcheckError as error:
            self.message = str(error)
            self._stay()
            return
        self.message = f"Saved: {deed.told}.{f' Mind: {change.mind}.' if change.mind else ''}"
        self._row = 0
        if deed.moves_on:
            self.next_claim()
        else:
            self._select_open()


def _differing(before: Claim | None, after: Claim | None) -> int | None:
    """Number of the first item of evidence that stands otherwise than before; None where there is none."""
    if before is None or after is None:
        return None
    return next((n for n, item in enumerate(after.evidence, 1) if item not in before.evidence), None)
