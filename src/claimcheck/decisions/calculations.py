"""Evidence from a table: a figure of the claim that is worked out from cells, with the formula."""

from __future__ import annotations

from claimcheck.decisions.desk import Change, Desk
from claimcheck.decisions.evidence import PrivateWords, TextNotHeld, add_item
from claimcheck.decisions.passages import LONGEST
from claimcheck.documents.model import Locator
from claimcheck.evidence.proposing import evidence_at
from claimcheck.records.claim_models import Calculation
from claimcheck.records.models import Evidence, Layer, Stance
from claimcheck.sources.calculating import cells_named, refuse_kept_apart, work_out
from claimcheck.sources.printed_tables import table_cells
from claimcheck.sources.texts import SourceText, load_apart, load_text


def add_calculation(
    desk: Desk, claim_id: str, source: str, formula: str, about: Layer, stance: Stance, why: str = ""
) -> tuple[Change, float]:
    """Add the cells that a formula names as evidence, with the formula; it counts at once.

    The passage kept reaches from the first of the cells to the last, or is the first where that is too long.

    Returns:
        The change, and what the formula gives now.

    Raises:
        UnknownClaim, UnknownSource, TextNotHeld, PrivateWords, BadFormula, AlreadyDecided.
    """
    record = desk.fresh().source(source).record
    if record.private is not None:
        raise PrivateWords(source)
    text = load_text(desk.workspace, record)
    if text is None:
        raise TextNotHeld(source)
    formula = formula.strip().removeprefix("=").strip()
    refuse_kept_apart(formula, load_apart(desk.workspace, source))
    table = table_cells(text.blocks, text.text)
    cells = cells_named(formula, table)
    value = work_out(formula, cells, table)
    start, end, where = _stretch(text, list(cells))
    item = evidence_at(
        text, start, end, about=about, stance=stance, confidence=1.0, reason="", judge="",
        locator=Locator(cell=where),
    )  # fmt: skip
    decided = {"status": "accepted", "by": desk.by, "at": desk.now, "why": why}
    person = {"judge": None, "confidence": None, "calculation": Calculation(formula=formula, cells=cells)}
    item = Evidence.model_validate({**dict(item), **person, **decided})
    return add_item(desk, claim_id, item), value


def _stretch(text: SourceText, names: list[str]) -> tuple[int, int, str]:
    """Start and end of the passage that holds some cells, and from which cell to which."""
    blocks = [b for b in text.blocks if b.locator and b.locator.cell in set(names)]
    start, end = blocks[0].start, blocks[-1].end
    if end - start > LONGEST:
        end = blocks[0].end
    where = names[0] if len(names) == 1 else f"{names[0]}–{names[-1].rpartition('!')[2]}"
    return start, end, where
