"""Lookup: every observation in one table that a reader can sort, filter and search."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from functools import lru_cache

import itables
import pandas as pd
from itables import javascript, options

from ..data.catalogue import Catalogue
from ..data.figures import Observation, observations
from ..data.text import fold
from ..show.tables.building import label
from ..show.writer import Writer
from .tabs import style

_COLUMNS = (
    *("area", "indicator", "period", "figure"),
    *("as-printed", "kind", "standard", "observation"),
)
_PARTS = (
    *("search", "lengthMenu", "info", "infoEmpty", "infoFiltered"),
    *("zeroRecords", "emptyTable"),
)
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
    def _writer(self) -> Writer:
        return Writer(self.data, self.language)

    @property
    def frame(self) -> pd.DataFrame:
        """One row an observation, as text; the last column is what accents do not matter in."""
        rows = [self._row(figure) for figure in observations(self.data, self.data.observations)]
        heads = [label(self._writer, name) for name in _COLUMNS]
        return pd.DataFrame(rows, columns=[*heads, "folded"])

    def _row(self, figure: Observation) -> tuple[str, ...]:
        writer = self._writer
        cells = (
            writer.area(figure.area),
            writer.title(figure),
            writer.period(figure),
            writer.flagged(figure),
            " ".join(figure.as_printed.split()),
            writer.kind(figure),
            writer.standard_of(figure),
            figure.observation,
        )
        theme = writer.theme(figure.indicator_row["theme"])
        said = " ".join((*cells, theme, figure.source_row["publisher"]))
        return (*cells, " ".join(fold(word) for word in said.split()))

    def _repr_mimebundle_(self, include=None, exclude=None) -> tuple[dict, dict]:
        count = str(len(self.data.observations))
        static = self._writer.say("search-static", count=count)
        # What is alive only while the page runs its scripts is not kept in a saved notebook.
        return (
            {"text/html": self._html(), "text/markdown": static, "text/plain": static},
            {"welfare_analysis": {"live": True}},
        )

    def _html(self) -> str:
        frame = self.frame
        caption = html.escape(self._writer.say("search-caption"))
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
            language=_labels(self._writer),
            display_logo_when_loading=False,
        )
        return (
            f'{_library()}<div lang="{self.language}" class="wa-search">{style("search.css")}'
            f"<p>{caption}</p>{table}</div>"
        )


@lru_cache(maxsize=1)
def _library() -> str:
    """Return the scripts that the table needs, carried by the page: nothing is fetched."""
    return javascript.generate_init_offline_itables_html(options.dt_bundle)


def _labels(writer: Writer) -> dict:
    """Name the parts of the table, as DataTables calls them."""
    shown = {name: f"_{name.upper()}_" for name in ("menu", "start", "end", "total", "max")}
    turns = ("first", "last", "next", "previous")
    return {
        **{name: writer.say(f"search-{name}", **shown) for name in _PARTS},
        "paginate": {name: writer.say(f"search-page-{name}") for name in turns},
        "thousands": "." if writer.language == "vi" else ",",
    }
