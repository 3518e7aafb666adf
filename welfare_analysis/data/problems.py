"""Problems: what is wrong in the data, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..texts import brief, seen

_LONGEST = 80
_MOST = 12  # names listed


@dataclass(frozen=True)
class Problem:
    """One thing to put right in the data.

    Parameters
    ----------
    file : str
        Name of the file inside the data folder.
    row : int or None
        Row as a spreadsheet counts it (the header is row 1); None for the whole file.
    column : str
        Name of the column; empty for a whole row or file.
    value : str or None
        The cell as found; None where no single cell is meant.
    message : str
        What was expected.
    remedy : str
        What to do.

    Examples
    --------
    >>> print(Problem("areas.csv", 4, "level", "city", "expected one of province, district",
    ...               "write one of them"))
    areas.csv, row 4, column level: found 'city'; expected one of province, district; \
do: write one of them.
    """

    file: str
    row: int | None
    column: str
    value: str | None
    message: str
    remedy: str

    def __str__(self) -> str:
        where = self.file
        where += f", row {self.row}" if self.row is not None else ""
        where += f", column {self.column}" if self.column else ""
        return seen(f"{where}: {_found(self.value)}{self.message}; do: {self.remedy}.")


def ordered(problems: Iterable[Problem], columns: dict[str, list[str]]) -> list[Problem]:
    """Sort problems by file, row and column, each once."""
    place = {(file, name): n for file, names in columns.items() for n, name in enumerate(names)}
    return sorted(
        dict.fromkeys(problems),
        key=lambda one: (one.file, one.row or 0, place.get((one.file, one.column), -1)),
    )


def listed(names: Iterable[str], word: str = "or") -> str:
    """Write names as a phrase: ``a, b or c``.

    Examples
    --------
    >>> listed(["a", "b", "c"]), listed(["a"])
    ('a, b or c', 'a')
    """
    names = list(names)
    if len(names) > _MOST:
        return ", ".join(names[:_MOST]) + f", … ({len(names)} in all)"
    return f" {word} ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _found(value: str | None) -> str:
    if value is None:
        return ""
    if not value.strip():
        return "found an empty cell; "
    return f"found {brief(value, _LONGEST)!r}; "
