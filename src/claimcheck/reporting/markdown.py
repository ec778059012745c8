"""The report as Markdown, for tickets and mail."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.assessment.status import Status
from claimcheck.records.counting import counted
from claimcheck.reporting.differences import in_marks
from claimcheck.reporting.model import LETTERS, ArticleReport, DeskReport, Entry
from claimcheck.reporting.passages import PassageView
from claimcheck.reporting.prose import (
    AGAINST_WORDS,
    CHANGED_LETTER,
    CHANGED_MEANS,
    CHANGED_WORDS,
    GRADES_SOURCING,
    STATUS_WORDS,
    UNSOURCED_WORDS,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def escape_markdown(text: str) -> str:
    """Text on one line that no Markdown reader takes for markup or obeys."""
    return _SPECIAL.sub(r"\\\1", _UNSEEN.sub("\ufffd", " ".join(text.split())))


def render_markdown(report: DeskReport) -> str:
    """The whole report as Markdown, ending in a line end."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: DeskReport) -> Iterator[str]:
    yield "# Disputed claims" if report.disputed_only else "# Claims and their sourcing"
    yield ""
    yield f"{report.made[:10]}, policy {report.policy_version}. {GRADES_SOURCING}"
    for article in report.articles:
        yield from _article(article)


def _article(article: ArticleReport) -> Iterator[str]:
    yield ""
    yield f"## {escape_markdown(article.title)}"
    yield ""
    claims = counted(len(article.strip), "claim")
    about = [escape_markdown(article.path), article.stage, article.published, claims]
    yield " · ".join(item for item in about if item)
    yield ""
    yield "`" + "".join(_letter(article, claim_id, status) for claim_id, _, status in article.strip) + "`"
    yield ""
    for status, count in article.counts:
        yield f"- {LETTERS[status]} {STATUS_WORDS[status]}: {count}"
    if article.changed:
        yield f"- {escape_markdown(CHANGED_LETTER)} {CHANGED_WORDS}: {len(article.changed)}"
    for entry in article.full:
        yield from _entry(entry)
    yield from _bare(article)


def _letter(article: ArticleReport, claim_id: str, status: Status) -> str:
    return LETTERS[status] + (CHANGED_LETTER if claim_id in article.changed else "")


def _bare(article: ArticleReport) -> Iterator[str]:
    """The claims of which nothing is known, one line each after those of which something is."""
    entries = [entry for paragraph in article.bare for entry in paragraph.entries]
    if not entries:
        return
    yield ""
    yield f"### {STATUS_WORDS['unsourced']}, and nothing found: {len(entries)}"
    yield ""
    for entry in entries:
        why = f" ({UNSOURCED_WORDS[entry.why]})" if entry.why else ""
        yield f"- {escape_markdown(entry.place)} {escape_markdown(entry.text)}{why} `{entry.id}`"


def _entry(entry: Entry) -> Iterator[str]:
    why = f" ({UNSOURCED_WORDS[entry.why]})" if entry.why else ""
    why += f"; {AGAINST_WORDS}" if entry.spoken_against else ""
    yield ""
    yield f"### {f'{CHANGED_WORDS}: ' if entry.group == 'changed' else ''}{STATUS_WORDS[entry.status]}{why}"
    yield ""
    before, text, after = (escape_markdown(piece) for piece in (entry.before, entry.text, entry.after))
    yield f"> {before} **{text}** {after}".replace(">  ", "> ").rstrip()
    if entry.changed:
        yield ""
        yield f"**{CHANGED_MEANS[:1].upper()}{CHANGED_MEANS[1:]}**; was: {escape_markdown(entry.changed)}"
        yield ""
        yield f"Struck and inserted: {escape_markdown(in_marks(entry.since))}"
    yield ""
    yield f"`{entry.id}` {escape_markdown(entry.place)} · {entry.kind} · {entry.worthiness}"
    yield ""
    yield escape_markdown(entry.sentence)
    for title, passages in (
        ("Supports", entry.supporting),
        ("Contradicts", entry.contradicting),
        ("Accepted, neither for nor against", entry.beside),
        (_proposed_title(entry), entry.proposals),
    ):
        yield from _passages(title, passages)
    if entry.fix:
        yield ""
        yield f"To clear it: {escape_markdown(entry.fix)}"


def _proposed_title(entry: Entry) -> str:
    return f"Proposed, not counted{f' (if all accepted: {entry.if_accepted})' if entry.if_accepted else ''}"


def _passages(title: str, passages: tuple[PassageView, ...]) -> Iterator[str]:
    if not passages:
        return
    yield ""
    yield f"{title}:"
    yield ""
    for passage in passages:
        exact = in_marks(passage.marked) or passage.exact
        words = f"“{escape_markdown(exact)}”" if exact else "(no words are quoted here)"
        details = [
            passage.published,
            passage.place,
            passage.grade,
            f"about the {passage.about}",
            passage.match,
        ]
        if passage.status == "proposed":
            details.insert(0, passage.stance)
        if passage.origins:
            details.append(f"origin: {', '.join(passage.origins)}")
        details.extend((*passage.notes, passage.reason))
        about = escape_markdown("; ".join(detail for detail in details if detail))
        yield f"- {words} {escape_markdown(passage.title)} ({about})"
