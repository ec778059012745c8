"""The screens: what is to be shown in, lines out. Pure; nothing here knows of a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimcheck.formats.escaping import visible
from claimcheck.records.counting import counted
from claimcheck.records.models import Dropped
from claimcheck.reporting.bare import bare_words
from claimcheck.reporting.differences import Stretch, mark
from claimcheck.review.keys import Binding, key_for, shown
from claimcheck.review.terminal.lines import Line, Span, Style, fit, wrap
from claimcheck.review.views import ClaimView, EvidenceView, grouped

_BEFORE, _AFTER = 420, 280
"""Code points of the paragraph shown before and after the sentence."""
_SOURCE = 8000
"""Code points of a source's text shown before and after the passage."""
_STATUS_STYLE: Mapping[str, Style] = {
    "contradicted": "bad", "disputed": "bad", "unsourced": "bad", "ungraded": "warn", "circular": "bad",
    "weak": "warn", "adequate": "good", "strong": "good", "exempt": "dim",
}  # fmt: skip
NO_TURNS: Mapping[int, str] = MappingProxyType({})
"""Of a source that is no transcript."""
_STANCE_MARKS = {"supports": "+ supports", "contradicts": "- contradicts", "neutral": "= neutral"}


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a screen's body, and where some of them begin.

    Attributes:
        tops: by number (of an item of evidence, or of a row), the line it begins on, counted from 0.
    """

    lines: tuple[Line, ...]
    tops: Mapping[int, int]


def claim_header(view: ClaimView, slug: str, filtered: str, left: int, width: int) -> Line:
    """The first line: where one is, and how the claim stands."""
    status = view.assessment.status
    spans = [
        Span(f"{slug}  {view.number}/{view.total}  ", "strong"),
        Span(status.upper(), _STATUS_STYLE[status]),
        Span(f"  {view.claim.kind}, {view.claim.check_worthiness.label}"),
    ]
    if view.claim.orphan:
        spans.append(Span("  SENTENCE GONE", "warn"))
    elif view.changed:
        spans.append(Span("  CHANGED SINCE SIGN-OFF", "warn"))
    spans.append(Span(f"  {left} left for you", "dim"))
    if filtered != "all":
        spans.append(Span(f"  [{filtered}]", "dim"))
    return fit(spans, width)


def claim_page(view: ClaimView, selected: int, width: int) -> Page:
    """One claim: the sentence in its context, how it is sourced, the evidence, and what people did.

    Args:
        selected: number of the item of evidence that keys are about; 0 for none.
    """
    facts = _facts(view, width)
    lines = [*_sentence(view, width), (), *facts, *([()] if facts else []), *_assessment(view, width)]
    tops: dict[int, int] = {}
    for title, items in grouped(view):
        lines += [(), fit([Span(f"{title} ({len(items)})", "strong")], width)]
        for item in items:
            tops[item.number] = len(lines)
            lines += _item(item, item.number == selected, width)
    if not view.evidence:
        lines += [(), *wrap([Span("No evidence and no proposal yet.", "dim")], width)]
    lines += _people(view, width)
    return Page(tuple(lines), tops)


def _sentence(view: ClaimView, width: int) -> list[Line]:
    claim = view.claim
    lines: list[Line] = []
    if claim.section:
        lines.append(fit([Span(f"Under: {bare_words(claim.section)}", "dim")], width))
    if any(character.isalnum() for character in view.before):
        before = bare_words(view.before if len(view.before) <= _BEFORE else "…" + view.before[-_BEFORE:])
        lines += wrap([Span(before, "dim")], width, first="  ")
    lines += wrap([Span(claim.text, "strong")], width, first="▌ ")
    if any(character.isalnum() for character in view.after):
        after = bare_words(view.after if len(view.after) <= _AFTER else view.after[:_AFTER] + "…")
        lines += wrap([Span(after, "dim")], width, first="  ")
    if view.since:
        lines += wrap([Span("Was: ", "warn"), *_stretches(view.since)], width, first="  ", rest="    ")
    return lines


def _stretches(row: Sequence[Stretch]) -> list[Span]:
    styles: Mapping[str, Style] = {"same": "plain", "struck": "struck", "inserted": "inserted"}
    return [Span(mark(stretch), styles[stretch.fate]) for stretch in row]


def _facts(view: ClaimView, width: int) -> list[Line]:
    claim = view.claim
    lines: list[Line] = []
    for attribution in claim.attributions:
        chain = attribution.speaker or "somebody who is not named"
        chain += " (unnamed)" if attribution.anonymous and attribution.speaker else ""
        chain += "".join(f" < {hop.how} by {hop.name}" for hop in attribution.hops)
        chain += f" < translated by {attribution.translator}" if attribution.translator else ""
        chain += f", hedged “{attribution.hedge}”" if attribution.hedge else ""
        lines += _labelled("Said by", [Span(chain)], width)
    parts = [
        f"{number} {part.kind} “{claim.text[part.start : part.end]}”{' [ticked]' if part.ticked else ''}"
        for number, part in enumerate(claim.parts, 1)
    ]
    if parts:
        lines += _labelled("Parts", [Span("; ".join(parts))], width)
    meant = "; ".join(f"“{words}” is {whom}" for words, whom in claim.resolved.items())
    if meant:
        lines += _labelled("Meaning", [Span(meant)], width)
    cited = "; ".join(item.target for item in claim.citations)
    return lines + (_labelled("Cites", [Span(cited)], width) if cited else [])


def _labelled(label: str, spans: Sequence[Span], width: int) -> list[Line]:
    return wrap([Span(f"{label}: ", "dim"), *spans], width, first="  ", rest="    ")


def _assessment(view: ClaimView, width: int) -> list[Line]:
    assessment = view.assessment
    style = _STATUS_STYLE[assessment.status]
    lines = wrap([Span(assessment.sentence, style)], width, first="  ", rest="    ")
    if assessment.if_accepted:
        lines += _labelled("If all proposals were accepted", [Span(assessment.if_accepted)], width)
    return lines + (_labelled("To clear it", [Span(view.fix)], width) if view.fix else [])


def _item(item: EvidenceView, selected: bool, width: int) -> list[Line]:
    passage = item.passage
    pointer = ">" if selected else " "
    about = [passage.short_grade, passage.published or "no date", passage.place, f"about the {passage.about}"]
    about += [f"of {', '.join(f'“{part}”' for part in item.parts)}"] if item.parts else []
    head = [Span(f"{pointer}{item.number} ", "strong" if selected else "plain")]
    head.append(Span(_STANCE_MARKS[passage.stance], "bad" if passage.stance == "contradicts" else "good"))
    head.append(Span(f"  {passage.title}", "strong"))
    head.append(Span(f"  ({'; '.join(part for part in about if part)})", "dim"))
    lines = wrap(head, width, first="", rest="     ")
    if passage.status == "rejected":
        return lines
    lines += _passage(item, width)
    notes = [f"quotation {passage.match}" if passage.match else "", passage.reason, *passage.notes]
    notes.append(f"origin: {', '.join(passage.origins)}" if passage.origins else "")
    notes.append(f"{passage.status} by {passage.decided}" if passage.decided else "")
    told = " · ".join(note for note in notes if note)
    return lines + (wrap([Span(told, "dim")], width, first="     ") if told else [])


def _passage(item: EvidenceView, width: int) -> list[Line]:
    passage = item.passage
    if not passage.exact:
        return wrap([Span("no passage: the source as a whole", "dim")], width, first="     ")
    body = _stretches(passage.marked) if passage.marked else [Span(passage.exact)]
    spans = [Span(passage.before[-80:], "dim"), Span("«", "dim"), *body, Span("»", "dim")]
    return wrap([*spans, Span(passage.after[:80], "dim")], width, first="     ")


def _people(view: ClaimView, width: int) -> list[Line]:
    claim = view.claim
    told: list[tuple[str, str]] = []
    for signed, holds in view.signed:
        stale = "" if holds else " [changed since]"
        told.append(("Signed", f"{signed.decision}, {signed.by}, {signed.at[:16]}{stale}{_why(signed.why)}"))
    marks = (
        ("Exempt", claim.exempt),
        ("Dispute stated in the text", claim.states_dispute),
        ("Unnamed source approved", claim.unnamed_approved),
        ("Restored", claim.restored),
    )
    told += [(name, f"{item.by}, {item.at[:10]}{_why(item.why)}") for name, item in marks if item]
    told += [("Given to", view.assigned)] if view.assigned else []
    for query in view.queries:
        due = f", due {query.due}" if query.due else ""
        answer = f" Answer: {query.answer}" if query.answer is not None else " [out]"
        told.append((f"Query to {query.to}", f"{query.what} ({query.by}{due}){answer}"))
    told += [
        (
            "Reply sought",
            f"{item.to}, {item.at[:16]}, {item.how or 'unsaid how'}: {item.answer or 'no answer'}",
        )
        for item in claim.reply_sought
    ]
    told += [("Note", f"{note.text} ({note.by}, {note.at[:10]})") for note in view.notes]
    told += [("Corrected", f"{item.was} -> {item.now} ({item.by})") for item in claim.corrections]
    lines = [line for label, text in told for line in _labelled(label, [Span(text)], width)]
    return [(), *lines] if lines else []


def _why(why: str) -> str:
    return f": {why}" if why else ""


def empty_header(slug: str, filtered: str, width: int) -> Line:
    """The first line where there is no claim to show."""
    return fit([Span(slug, "strong"), Span(f"  [{filtered}]", "dim")], width)


def empty_page(filtered: str, bindings: Sequence[Binding], width: int) -> Page:
    """What is shown where the filter lets nothing through."""
    other, quits = key_for("choose_filter", bindings), key_for("quit", bindings)
    words = f"No claim is “{filtered}”. Press {other} for another filter, {quits} to quit."
    return Page(tuple(wrap([Span(words)], width, first="  ")), {})


def help_page(bindings: Sequence[Binding], width: int) -> Page:
    """Every key, as it is bound."""
    lines: list[Line] = []
    group = ""
    for binding in bindings:
        if binding.group != group:
            group = binding.group
            lines += [(), (Span(group, "strong"),)] if lines else [(Span(group, "strong"),)]
        keys = shown(binding)
        lines += wrap([Span(binding.help)], width, first=f"  {keys:<15} ", rest=" " * 18)
    lines += [(), *wrap([Span("Accepted evidence counts; what is proposed never does.", "dim")], width)]
    return Page(tuple(lines), {})


def source_page(
    item: EvidenceView, text: str | None, start: int | None, width: int, turns: Mapping[int, str] = NO_TURNS
) -> Page:
    """A source's text, the passage marked; ``tops[1]`` is where it stands.

    Args:
        turns: what is set over each turn of a transcript, by the offset where it begins.
    """
    passage = item.passage
    head = wrap([Span(passage.title, "strong"), Span(f"  ({passage.short_grade})", "dim")], width)
    head += [fit([Span(f"{passage.published or 'no date'}  {passage.place}", "dim")], width), ()]
    if text is None or start is None:
        words = "The text is not on hand, or the passage no longer stands where it was found."
        told = wrap([Span(words, "warn")], width)
        return Page((*head, *told, (), *wrap([Span(passage.exact)], width)), {1: 0})
    end = start + len(passage.exact)
    low = max(0, start - _SOURCE)
    lines = list(head) + ([(Span("…", "dim"),)] if low else []) + _paragraphs(text, low, start, width, turns)
    lines += _turn(turns.get(start, ""), width)
    top = len(lines)
    lines += wrap([Span(f"» {text[start:end]} «", "strong")], width)
    lines += _paragraphs(text, end, min(len(text), end + _SOURCE), width, turns)
    if end + _SOURCE < len(text):
        lines.append((Span("…", "dim"),))
    return Page(tuple(lines), {1: top})


def _paragraphs(text: str, start: int, end: int, width: int, turns: Mapping[int, str]) -> list[Line]:
    """The lines of a stretch of a source, each turn with its label over it."""
    lines: list[Line] = []
    at = start
    for part in text[start:end].split("\n") if start < end else ():
        if at < end:
            lines += _turn(turns.get(at, ""), width)
        lines += wrap([Span(part, "dim")], width)
        at += len(part) + 1
    return lines


def _turn(told: str, width: int) -> list[Line]:
    return wrap([Span(told, "strong")], width) if told else []


def dropped_page(dropped: Sequence[Dropped], selected: int, width: int) -> Page:
    """What extraction dropped, with the reasons."""
    lines: list[Line] = list(
        wrap([Span(f"{counted(len(dropped), 'passage')} dropped. Enter restores, Esc leaves.")], width)
    )
    tops = {}
    for number, item in enumerate(dropped):
        tops[number] = len(lines)
        pointer = ">" if number == selected else " "
        text = visible(item.text)
        text = text if len(text) <= 300 else text[:300] + "…"
        style: Style = "strong" if number == selected else "plain"
        lines += wrap(
            [Span(text, style), Span(f"  ({item.why})", "dim")], width, first=f"{pointer} ", rest="  "
        )
    return Page(tuple(lines), tops)
