"""Whether a figure of a claim is what a calculation gives."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.extraction.figures import Figure
    from claimcheck.records.models import Evidence
    from claimcheck.sources.printed_tables import PrintedTable

_SHARES = ("percent", "fraction", "ratio")


def agrees(figure: Figure, value: float) -> bool:
    """Whether ``value`` can be what ``figure`` states, as a desk would say.

    A share may come out as 0.12 or as 12; a fall of 12 percent as -12. Thousands are not millions: of a
    table that counts in thousands the formula says so.
    """
    from claimcheck.extraction.figures import compare_figures

    values = [value, -value] if figure.change else [value]
    if figure.dimension in _SHARES:
        values += [100 * each for each in values]
    return any(
        compare_figures(figure, replace(figure, low=each, high=each, precision="exact", step=0.0))
        in ("equal", "compatible")
        for each in values
    )


def worked_out(items: Iterable[Evidence], tables: Mapping[str, PrintedTable]) -> list[float]:
    """What the calculations kept with evidence give; those that cannot be worked out give nothing.

    Args:
        tables: what each source prints in the cells of its tables, as far as that is known.
    """
    from claimcheck.sources.calculating import BadFormula, work_out

    found = []
    for item in items:
        if item.calculation is not None:
            with suppress(BadFormula):
                kept, table = item.calculation, tables.get(item.source)
                found.append(work_out(kept.formula, kept.cells, table))
    return found
