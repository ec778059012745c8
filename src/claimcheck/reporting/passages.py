"""Evidence as a reader sees it: the passage between its surroundings, with its grade, place and notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimcheck.assessment.assess import Assessment
from claimcheck.assessment.origins import say_origin
from claimcheck.assessment.weights import graded, say_grade
from claimcheck.evidence.quotations.in_place import AROUND
from claimcheck.records.counting import counted
from claimcheck.records.locators import say_place
from claimcheck.records.models import Claim, Evidence, Source
from claimcheck.records.withholding import withheld, without_words
from claimcheck.reporting.differences import Marked, Stretch, compare_quotation
from claimcheck.reporting.paragraphs import paragraph_around


@dataclass(frozen=True, slots=True)
class PassageView:
    """One item of evidence, as a reader of the report sees it.

    Attributes:
        marked: for a quotation that was changed, the passage with the printed words that are not the
            source's struck before the source's own; else empty.
    """

    source: str
    title: str
    published: str
    grade: str
    origins: tuple[str, ...]
    about: str
    stance: str
    status: str
    exact: str
    before: str
    after: str
    place: str
    match: str
    marked: tuple[Stretch, ...]
    reason: str
    decided: str
    notes: tuple[str, ...]

    @property
    def short_grade(self) -> str:
        """The grade where there is little room: tier and letter."""
        return self.grade.replace(" reliability", "")


def view_evidence(
    claim: Claim, assessment: Assessment, sources: Mapping[str, Source], texts: Mapping[str, str]
) -> tuple[PassageView, ...]:
    """Every item of a claim's evidence as those see it who decide on it, in the record's order."""
    view = Viewer(sources, texts)
    return tuple(view.passage(claim, item, assessment) for item in claim.evidence)


class Viewer:
    """Turns evidence into what a reader sees; holds nothing that is private.

    Args:
        texts: reading texts of sources on hand, for the words around a passage.
        now: leaves out the words of sources that are off the record or under embargo at this moment,
            RFC 3339; empty for those who decide on them.
    """

    def __init__(self, sources: Mapping[str, Source], texts: Mapping[str, str], now: str = "") -> None:
        self.sources = sources
        self._texts = texts
        self._now = now

    def passage(self, claim: Claim, evidence: Evidence, assessment: Assessment) -> PassageView:
        """One item of a claim's evidence."""
        source = self.sources.get(evidence.source)
        held = withheld(source, self._now) if self._now else ""
        evidence = without_words(evidence) if held else evidence
        marked = _marked(claim, evidence, self._around(evidence), self._about(evidence))
        layer = assessment.statement if evidence.about == "statement" else assessment.content
        rests = {o for i in layer.items if i.source == evidence.source for o in i.origins}
        return PassageView(
            source=evidence.source,
            title=_title(evidence, source),
            published=(source.published or "") if source else "",
            grade=say_grade(*graded(evidence, source)),
            origins=tuple(sorted(map(say_origin, rests))),
            about=evidence.about,
            stance=evidence.stance,
            status=evidence.status,
            exact=evidence.exact,
            before=marked.before,
            after=marked.after,
            place=_say_where(evidence),
            match=evidence.match or "",
            marked=marked.row,
            reason=evidence.reason,
            decided=f"{evidence.by}, {evidence.at[:10]}" if evidence.by and evidence.at else "",
            notes=(*([f"{held}: its words are not printed"] if held else []), *_notes(source)),
        )

    def _text(self, evidence: Evidence) -> str:
        """The source's text where it has the evidence's words in their place, else nothing."""
        text = self._texts.get(evidence.source)
        if text is None or evidence.start is None or evidence.end is None or not evidence.exact:
            return ""
        return text if text[evidence.start : evidence.end] == evidence.exact else ""

    def _around(self, evidence: Evidence) -> tuple[str, str]:
        """What is shown on either side of a passage."""
        text, start, end = self._text(evidence), evidence.start or 0, evidence.end or 0
        before, after = paragraph_around(text, start, end) if text else ("", "")
        return before[-160:], after[:160]

    def _about(self, evidence: Evidence) -> tuple[str, str]:
        """What is read on either side of a passage to see what was cut."""
        text, start, end = self._text(evidence), evidence.start or 0, evidence.end or 0
        return text[max(start - AROUND, 0) : start], text[end : end + AROUND]


def _marked(claim: Claim, evidence: Evidence, shown: tuple[str, str], read: tuple[str, str]) -> Marked:
    plain = Marked(shown[0], (), shown[1])
    if evidence.match not in ("altered", "truncated") or not evidence.exact:
        return plain
    numbers = evidence.parts or range(len(claim.parts))
    quoted = [claim.parts[n] for n in numbers if n < len(claim.parts) and claim.parts[n].kind == "quotation"]
    if len(quoted) != 1:
        return plain
    printed = claim.text[quoted[0].start : quoted[0].end]
    marked = compare_quotation(printed, evidence.exact, claim.text, *read)
    taken = len(read[0]) - len(marked.before), len(read[1]) - len(marked.after)
    return Marked(shown[0][: max(len(shown[0]) - taken[0], 0)], marked.row, shown[1][taken[1] :])


def _title(evidence: Evidence, source: Source | None) -> str:
    if source is None:
        return f"{evidence.source} (no record)"
    if source.private is not None:
        return f"{source.private.pseudonym}: held privately, attested by {source.private.attested_by}"
    return source.title


def _say_where(evidence: Evidence) -> str:
    worked_out = f"worked out: {evidence.calculation.formula}" if evidence.calculation else ""
    return ", ".join(part for part in (say_place(evidence.locator), worked_out) if part)


def _notes(source: Source | None) -> Sequence[str]:
    if source is None:
        return ()
    found = []
    if source.retracted:
        found.append(f"retracted {source.retracted.at[:10]}: {source.retracted.why}")
    if source.translated and source.translation_verified is None:
        found.append("translation, not verified")
    if source.machine_transcript:
        heard = f"heard by {source.heard.by}" if source.heard else "nobody has heard the recording"
        found.append(f"machine transcript, {heard}")
    if source.hops:
        found.append(f"{counted(source.hops, 'relay')} from the origin")
    if source.fictional:
        found.append("fictional, written for the example")
    return found
