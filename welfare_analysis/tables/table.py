"""Table: one table as shown, with its caption, its source note and the figures behind it."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ..prose.bundle import bundle
from ..prose.inline import html_of, text_of

# Colours follow the page, light or dark: only lines and opacity are set.
_STYLE = "border-collapse:collapse;font-variant-numeric:tabular-nums;text-align:left;max-width:60em"
_CELL = "padding:.35em .7em;vertical-align:top;border-bottom:1px solid rgba(128,128,128,.35)"
_HEAD = "padding:.35em .7em;vertical-align:bottom;border-bottom:2px solid rgba(128,128,128,.8)"


@dataclass(frozen=True)
class Column:
    """One column: its label (inline Markdown) and how its cells are aligned."""

    label: str
    align: str = "left"


@dataclass(frozen=True)
class Table:
    """A table ready to be shown.

    Attributes
    ----------
    caption, note : str
        Inline Markdown; the note begins or ends with the sources.
    columns : tuple of Column
    rows : tuple of tuple of str
        Cells as inline Markdown; the first cell of a row heads it.
    observations : tuple of str
        Every printed figure in the table.
    sources : tuple of str
        Sources cited without a figure, such as those of poverty standards.
    language : {"vi", "en"}
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    observations: tuple[str, ...]
    language: str
    sources: tuple[str, ...] = ()

    @property
    def frame(self) -> pd.DataFrame:
        """The cells as text in a plain DataFrame, to save or to work on."""
        labels = [text_of(column.label) for column in self.columns]
        cells = [[text_of(cell) for cell in row] for row in self.rows]
        return pd.DataFrame(cells, columns=labels)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        content = {
            "kind": "table",
            "language": self.language,
            "caption": self.caption,
            "columns": [{"label": column.label, "align": column.align} for column in self.columns],
            "rows": [list(row) for row in self.rows],
            "note": self.note,
            "observations": list(self.observations),
            "row_headers": True,
        }
        return bundle(content, html=self._html(), plain=self._plain())

    def _html(self) -> str:
        head = "".join(_cell("th", column, column.label, ' scope="col"') for column in self.columns)
        body = "".join(f"<tr>{_row(self.columns, row)}</tr>" for row in self.rows)
        note = f"<p><small>{html_of(self.note)}</small></p>" if self.note else ""
        caption = f'<caption style="text-align:left"><b>{html_of(self.caption)}</b></caption>'
        return (
            f'<div lang="{html.escape(self.language)}" style="overflow-x:auto">'
            f'<table style="{_STYLE}">{caption}<thead><tr>{head}</tr></thead>'
            f"<tbody>{body}</tbody></table>{note}</div>"
        )

    def _plain(self) -> str:
        lines = [text_of(self.caption), self.frame.to_string(index=False), text_of(self.note)]
        return "\n".join(line for line in lines if line)


def _row(columns: Sequence[Column], row: Sequence[str]) -> str:
    first = _cell("th", columns[0], row[0], ' scope="row"')
    return first + "".join(_cell("td", *pair) for pair in zip(columns[1:], row[1:], strict=True))


def _cell(tag: str, column: Column, content: str, scope: str = "") -> str:
    style = f"{_HEAD if 'col' in scope else _CELL};text-align:{column.align}"
    return f'<{tag}{scope} style="{style}">{html_of(content)}</{tag}>'
