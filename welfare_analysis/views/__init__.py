"""Views: what Jupyter shows of a catalogue, a comparison, a figure, an audit or a report."""

from __future__ import annotations

from ..auditing import Audit
from ..catalogue import Catalogue
from ..comparison import Comparison
from ..derived import Measure
from ..errors import UsageError
from ..figures import Observation
from ..intervals import Interval
from ..language import get_language, known
from ..prose import Brief
from . import catalogues, comparisons, figures
from .parts import View

__all__ = ["View", "view"]

_MAKERS = {
    Audit: catalogues.audited,
    Brief: catalogues.brief,
    Catalogue: catalogues.catalogue,
    Comparison: comparisons.answer,
    Interval: figures.interval,
    Measure: figures.measure,
    Observation: figures.observation,
}


def view(shown: object, language: str | None = None) -> View:
    """Make the view of an object of this package, as Jupyter shows it.

    Parameters
    ----------
    shown : Catalogue, Comparison, Observation, Measure, Interval, Brief or audit
    language : {"vi", "en"}, optional
        By default the one chosen by `set_language`; a report keeps its own.

    Raises
    ------
    UsageError
        If the object has no view.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> print(view(load()["ldxh-hn-2024-p16-poor-rate"], "en").title)
    Poor household rate – Hà Nội: 0.03% (31 Dec 2023)
    """
    language = get_language() if language is None else known(language)
    for kind, make in _MAKERS.items():
        if isinstance(shown, kind):
            return make(shown, language)
    kinds = ", ".join(sorted(kind.__name__ for kind in _MAKERS))
    raise UsageError(f"A {type(shown).__name__} has no view; expected one of: {kinds}.")
