"""Tables that people keep in a spreadsheet: CSV read into typed rows, one sentence for each wrong cell."""

from peredacha.core.tables.columns import Cell, CellWrong, Column, Reader
from peredacha.core.tables.reading import Problem, Row, Table, Wrong, read_table

__all__ = ["Cell", "CellWrong", "Column", "Problem", "Reader", "Row", "Table", "Wrong", "read_table"]
