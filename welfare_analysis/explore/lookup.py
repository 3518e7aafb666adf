"""Lookup: every observation in one table that a reader can sort, filter and search."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from functools import lru_cache

import itables
import pandas as pd
from itables import javascript, options

from ..data.catalogue import Catalogue
from ..data.figures import observations
from ..data.text import fold
from ..messages import message
from ..show.tables.building import label
from ..show.writer import Writer
from .keys import KEPT

_COLUMNS = (
    "area",
    "indicator",
    "period",
    "figure",
    "as-printed",
    "kind",
    "standard",
    "observation",
)
# Colours follow the page, light or dark; cells are read as text.
_STYLE = """
.wa-search { max-width: 62em; overflow-x: auto; --dt-html-background: transparent; }
.wa-search .dt-container .dt-paging .dt-paging-button.current { border: 1px solid !important; }
.wa-search .dt-container .dt-paging .dt-paging-button.disabled { color: inherit !important; }
.wa-search .dt-container .dt-paging .dt-paging-button:hover {
  background: none; text-decoration: underline !important; color: inherit !important; }
.wa-search table.dataTable tfoot input { width: 100%; box-sizing: border-box; }
.wa-search table.dataTable :is(th, td) { text-align: left; vertical-align: top; }
.wa-search table.dataTable td:last-child { font-family: monospace; overflow-wrap: anywhere; }
"""
_ROWS = 8


@dataclass(frozen=True)
class Search:
    """The searchable table; works without a network.

    Attributes
    ----------
    data : Catalogue
    language : {"vi", "en"}
    """

    data: Catalogue = field(repr=False)
    language: str = "vi"

    @property
    def frame(self) -> pd.DataFrame:
        """One row an observation, as text; the last column is what accents do not matter in."""
        rows = [self._row(figure) for figure in observations(self.data, self.data.observations)]
        heads = [label(Writer(self.data, self.language), name) for name in _COLUMNS]
        return pd.DataFrame(rows, columns=[*heads, "folded"])

    def _row(self, figure) -> tuple[str, ...]:
        language = self.language
        writer = Writer(self.data, language)
        cells = (
            figure.area_row[f"name_{language}"],
            writer.title(figure),
            figure.period(language),
            writer.flagged(figure),
            " ".join(figure.as_printed.split()),
            writer.kind(figure),
            writer.short_standard(figure.standard),
            figure.observation,
        )
        theme = message(f"theme-{figure.indicator_row['theme']}", language)
        said = " ".join((*cells, theme, figure.source_row["publisher"]))
        return (*cells, " ".join(fold(word) for word in said.split()))

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict, dict]:
        count = str(len(self.data.observations))
        static = message("search-static", self.language, count=count)
        # What is alive only while the page runs its scripts is not kept in a saved notebook.
        return (
            {"text/html": self._html(), "text/markdown": static, "text/plain": static},
            {"welfare_analysis": {"live": True}},
        )

    def _html(self) -> str:
        frame = self.frame
        caption = html.escape(message("search-caption", self.language))
        # The last column is never seen: it lets "son la" find Sơn La.
        hidden = {"targets": [len(frame.columns) - 1], "visible": False}
        table = itables.to_html_datatable(
            frame.map(html.escape),
            connected=False,
            allow_html=True,
            maxBytes=0,
            showIndex=False,
            classes="display compact",
            style="width:100%;margin:0",
            pageLength=_ROWS,
            lengthMenu=[_ROWS, 25, 100],
            column_filters="footer",
            columnDefs=[hidden],
            language=_labels(self.language),
            display_logo_when_loading=False,
        )
        return (
            f'{_library()}<div lang="{self.language}" class="wa-search">'
            f"<style {KEPT}>{_STYLE}</style><p>{caption}</p>{table}</div>"
        )


@lru_cache(maxsize=1)
def _library() -> str:
    """Return the scripts that the table needs, carried by the page: nothing is fetched."""
    return javascript.generate_init_offline_itables_html(options.dt_bundle)


def _labels(language: str) -> dict:
    """Name the parts of the table in a language, as DataTables calls them."""
    names = (
        "search",
        "lengthMenu",
        "info",
        "infoEmpty",
        "infoFiltered",
        "zeroRecords",
        "emptyTable",
    )
    given = {
        "menu": "_MENU_",
        "start": "_START_",
        "end": "_END_",
        "total": "_TOTAL_",
        "max": "_MAX_",
    }
    found = {name: message(f"search-{name}", language, **given) for name in names}
    turns = {
        name: message(f"search-page-{name}", language)
        for name in ("first", "last", "next", "previous")
    }
    return found | {"paginate": turns, "thousands": "." if language == "vi" else ","}
