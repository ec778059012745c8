"""A dialogue under way: one question at a time, answered with a key or a line."""

from __future__ import annotations

from claimcheck.records.models import Claim
from claimcheck.review.terminal.dialogues import Ask, Choose, Dialogue, Outcome

PASTED = "paste:"
"""What a key's name begins with where text was pasted; the text follows."""
_LONGEST = 4000


class Asking:
    """A dialogue and how far it has come.

    Attributes:
        seen: the claim as it was on the screen when the dialogue began.
        question: what is asked now; None once the dialogue has ended.
        typed: the line so far, for a question that is answered with one.
        hint: why the last key was no answer, or empty.
        outcome: what came of it; None while it is under way.
    """

    def __init__(self, dialogue: Dialogue, seen: Claim | None) -> None:
        self.seen = seen
        self.question: Choose | Ask | None = None
        self.typed = ""
        self.hint = ""
        self.outcome: Outcome | None = None
        self._dialogue = dialogue
        self._send(None)

    def press(self, key: str) -> None:
        """Take one key: an option, a letter of the line, Enter, or Esc to cancel."""
        self.hint = ""
        if key == "esc":
            self._dialogue.close()
            self.question, self.outcome = None, "Cancelled; nothing was decided."
        elif isinstance(self.question, Choose):
            self._choose(key, self.question)
        elif key == "enter":
            self._enter()
        else:
            self._type(key)

    def line(self, text: str) -> None:
        """Take a whole line, for input that comes line by line."""
        if isinstance(self.question, Choose):
            self.press(text.strip())
            return
        self.typed = text.strip()[:_LONGEST]
        self._enter()

    def _choose(self, key: str, question: Choose) -> None:
        if key in [option for option, _ in question.options]:
            self._send(key)
        else:
            self.hint = "Choose one of the keys shown, or Esc to cancel."

    def _enter(self) -> None:
        if not self.typed.strip() and isinstance(self.question, Ask) and not self.question.optional:
            self.hint = "This needs an answer; Esc cancels."
            return
        self._send(self.typed.strip())

    def _type(self, key: str) -> None:
        if key == "backspace":
            self.typed = self.typed[:-1]
        elif key == "clear":
            self.typed = ""
        elif key.startswith(PASTED):
            self.typed += " ".join(key.removeprefix(PASTED).split())
        elif key == "space":
            self.typed += " "
        elif len(key) == 1:
            self.typed += key
        self.typed = self.typed[:_LONGEST]

    def _send(self, answer: str | None) -> None:
        self.typed = ""
        try:
            self.question = next(self._dialogue) if answer is None else self._dialogue.send(answer)
        except StopIteration as end:
            self.question, self.outcome = None, end.value
