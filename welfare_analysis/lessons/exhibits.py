"""Exhibits: charts that are wrong on purpose, for students to find the faults."""

from __future__ import annotations

from ..data.catalogue import Catalogue
from ..data.numerals import write
from ..judge.comparison import Comparison
from ..messages import joined, message
from ..show.charts import Chart, style
from ..show.writer import Writer

_HEIGHT = 2.4  # inches
_BARS = [0.09, 0.16, 0.88, 0.66]  # of the figure: left, bottom, width, height


def naive_bars(data: Catalogue, comparison: Comparison, language: str) -> Chart:
    """Draw bars as a hasty spreadsheet would: one axis, no sources, zero for what is missing.

    The drawing says that it is wrong, so that no copy of it can pass for a chart of this package.
    """
    values = {
        Writer(data, language).area(area): getattr(comparison.figures.get(area), "value", 0.0)
        for area in comparison.observations["area"]
    }
    values = dict(sorted(values.items(), key=lambda pair: -pair[1]))
    items = [f"{name} {write(value, language)}" for name, value in values.items()]
    with style.drawing():
        figure = style.blank(_HEIGHT)
        _bars(figure.add_axes(_BARS), values, language)
        figure.text(
            0.99,
            0.95,
            message("exhibit-stamp", language),
            ha="right",
            va="top",
            color="#a5442b",
            fontsize=style.BODY,
            weight="bold",
        )
    return Chart(
        title=message("exhibit-title", language),
        subtitle=message("exhibit-subtitle", language),
        note="",
        alt=message("exhibit-alt", language, items=joined(items, language)),
        observations=tuple(
            name for one in comparison.figures.values() for name in one.observations
        ),
        language=language,
        figure=figure,
    )


def _bars(axes, values: dict[str, float], language: str) -> None:
    places = range(len(values))
    axes.bar(places, list(values.values()), color=style.REFUSED, width=0.6)
    axes.set_xticks(places, list(values))
    axes.yaxis.set_major_formatter(lambda value, _: write(value, language))
    axes.spines[["top", "right"]].set_visible(False)
    for place, value in zip(places, values.values(), strict=True):
        axes.annotate(
            write(value, language),
            (place, value),
            xytext=(0, 2),
            textcoords="offset points",
            ha="center",
            va="bottom",
        )
