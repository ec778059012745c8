"""Figures of a claim against the cells of tables: what a cell is about is said by its headings."""

from claimcheck.evidence.tables.cells import compare_cells
from claimcheck.evidence.tables.finding import CELL_JUDGE, CellFinding
from claimcheck.evidence.tables.grid import tables_of
from claimcheck.evidence.tables.model import Table
from claimcheck.evidence.tables.ranks import tells_rank

__all__ = ["CELL_JUDGE", "CellFinding", "Table", "compare_cells", "tables_of", "tells_rank"]
