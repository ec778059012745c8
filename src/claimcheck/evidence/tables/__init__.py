"""Figures of a claim against the cells of tables: what a cell is about is said by its headings."""

from claimcheck.evidence.tables.cells import CELL_JUDGE, CellFinding, compare_cells
from claimcheck.evidence.tables.grid import Table, is_figure, tables_of

__all__ = ["CELL_JUDGE", "CellFinding", "Table", "compare_cells", "is_figure", "tables_of"]
