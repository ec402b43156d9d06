"""The rows of a small table, as an editor types them: "Lúa thơm | 7.450 | tăng 150"."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from vietnamese.normal import normalize, one_line

MOST_CELLS = 4
MOST_ROWS = 20


class UnreadableTable(ValueError):
    """Rows that make no table, with whole sentences that say which and why."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = list(sentences)
        super().__init__(" ".join(self.sentences))


def parse(text: str) -> list[list[str]]:
    """The cells of each row, every row as wide as the widest. Raises UnreadableTable.

    Empty lines are passed over, and so are empty cells at the end of a line.
    """
    lines = [line for line in map(one_line, normalize(text).split("\n")) if line]
    rows = [_cells(line) for line in lines]
    faults = [fault for line, row in zip(lines, rows, strict=True) for fault in _faults(line, row)]
    if not rows:
        faults.append(_("Write at least one row."))
    if len(rows) > MOST_ROWS:
        faults.append(_("A table has at most %(most)s rows.") % {"most": MOST_ROWS})
    if faults:
        raise UnreadableTable(faults)
    widest = max(len(row) for row in rows)
    return [row + [""] * (widest - len(row)) for row in rows]


def _cells(line: str) -> list[str]:
    cells = [cell.strip() for cell in line.split("|")]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _faults(line: str, cells: list[str]) -> list[str]:
    words = {"line": line[:60], "most": MOST_CELLS}
    if len(cells) > MOST_CELLS:
        return [_("“%(line)s” has more than %(most)s cells.") % words]
    if len(cells) < 2 or not cells[0]:
        return [_("“%(line)s”: write a name and a value with a bar | between them.") % words]
    return []
