"""Lacking: the core subjects on which places have no result, what there is instead, whom to ask."""

from __future__ import annotations

from collections.abc import Iterable

from ...data.areas import has_province
from ...data.catalogue import Catalogue
from ...data.figures import Observation
from ...data.names import resolve_area, resolve_indicators
from ...judge.headlines import gaps_of
from ...texts import capital
from .. import readers
from ..document import Line
from ..writer import Writer
from .building import NOTHING, cited_cell, columns, finished, laid_out, without_empty
from .table import Table


@readers.public()
def gaps(data: Catalogue, areas: Iterable[str], language: str, caption: object = None) -> Table:
    """Tabulate the core subjects on which areas have no result, and what there is instead.

    Parameters
    ----------
    data : Catalogue
    areas : iterable of str
        Codes, names or aliases.
    language : {"vi", "en"}
    caption : str or Prose, optional

    Returns
    -------
    Table
        One row a missing cell: place, subject, an estimate, plan or target of the place, the
        result of the nearest larger area, which is no substitute, and the provincial office that
        can be asked.  Where nothing is missing, one row says so.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> gaps(load(), ["Sơn La", "Sông Công"], "en")
    <Table 'Missing figures': 3 rows, 3 columns, 3 figures>
    """
    writer = Writer(data, language)
    codes = (resolve_area(data, one) for one in areas)
    found = [(area, gap) for area in codes for gap in gaps_of(data, area)]
    caption = caption or writer.say("table-gaps")
    if not found:
        heads = columns(writer, "missing-subject")
        return finished(writer, caption, heads, [(capital(writer.say("gaps-none")),)])
    several = len({area for area, _ in found}) > 1

    def instead(figure: Observation | None, name) -> str | Line:
        if figure is None:
            return NOTHING
        return f"{capital(name(figure))}, {writer.period(figure)}: " + cited_cell(writer, figure)

    heads, rows = laid_out(
        writer,
        found,
        {
            "area": lambda one: writer.area(one[0]) if several else "",
            "missing-subject": lambda one: capital(one[1].name(language)),
            "instead": lambda one: instead(one[1].instead, writer.kind),
            "above": lambda one: instead(one[1].above, lambda figure: writer.area(figure.area)),
            "office": lambda one: _office(writer, one[0], one[1].core),
        },
    )
    heads, rows = without_empty(heads, rows)
    figures = [one for _, gap in found for one in (gap.instead, gap.above) if one is not None]
    return finished(writer, caption, heads, rows, figures, [writer.say("gaps-reading")])


def _office(writer: Writer, area: str, subject: str) -> str:
    """Name the provincial office that can answer on a subject, where there is one."""
    if not has_province(writer.data, area):
        return NOTHING
    first = resolve_indicators(writer.data, subject)[0]
    theme = writer.data.record("indicators", first)["theme"]
    return capital(writer.own(writer.data.record("themes", theme), "office")) or NOTHING
