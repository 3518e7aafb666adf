"""Views: what Jupyter shows of the objects of this package."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ... import arguments
from ...codes import OWN_SOURCE
from ...data.catalogue import Catalogue
from ...data.citations import of_package, of_source, written
from ...data.figures import Observation
from ...data.intervals import Interval
from ...errors import UsageError
from ...judge.audit import Audit
from ...judge.comparison import Comparison
from ...judge.derived import Measure
from ...judge.findings import Findings
from ...messages import get_language, known, message
from ...texts import Said
from ..prose import Brief
from ..prose.references import tokens_text
from ..tables import Table, provenance
from . import cards as figures
from . import catalogues, comparisons
from .pieces import View

__all__ = ["View", "cite", "trace", "view"]

_MAKERS = {
    Audit: catalogues.audited,
    Brief: catalogues.brief,
    Catalogue: catalogues.catalogue,
    Comparison: comparisons.answer,
    Findings: comparisons.found,
    Interval: figures.interval,
    Measure: figures.measure,
    Observation: figures.observation,
}


def has_view(shown: object) -> bool:
    """Tell whether an object is shown by a view; an audit only with all of its columns."""
    return isinstance(shown, tuple(_MAKERS)) and getattr(shown, "is_whole", True)


def view(shown: object, language: str | None = None) -> View:
    """Make the view of an object of this package, as Jupyter shows it.

    Parameters
    ----------
    shown : Catalogue, Comparison, Findings, Observation, Measure, Interval, Brief or audit
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
    kinds = sorted(kind.__name__ for kind in _MAKERS)
    raise UsageError(Said("no-view", kind=type(shown).__name__, kinds=kinds))


@arguments.reads(data=arguments.data)
def trace(data: Catalogue, shown: object, language: str | None = None) -> Table:
    """Tabulate where everything that is shown comes from: token, reading, source, paragraph.

    Parameters
    ----------
    data : Catalogue
    shown : Table, Chart, Prose, Comparison, Findings, Observation, Measure, Brief, View, DataFrame
        Anything that names the printed figures behind it; also their identifiers.
    language : {"vi", "en"}, optional
        By default that of what is shown, else the one chosen by `set_language`.

    Raises
    ------
    UsageError
        If no printed figure stands behind it.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> answer = compare(data, "poor_household_rate", period=2023)
    >>> trace(data, answer, "en").frame["As printed"].tolist()[0]
    '“0,03%”'
    """
    own = getattr(shown, "language", None)
    language = known(language) if language is not None else own or get_language()
    names = list(dict.fromkeys(_names(shown)))
    if not names:
        raise UsageError(Said("nothing-behind", kind=type(shown).__name__))
    figures = [data.observation(name) for name in names]
    return provenance(data, figures, language, message("table-provenance", language))


@arguments.reads(data=arguments.data, form=arguments.text)
def cite(
    data: Catalogue, shown: object = None, form: str = "bibtex", language: str | None = None
) -> str:
    """Cite the sources of everything that is shown, and the data, for a list of references.

    Parameters
    ----------
    data : Catalogue
    shown : Table, Chart, Prose, Comparison, Findings, Observation, Measure, Brief, View, DataFrame
        Anything that names the printed figures behind it, or their identifiers; without it the
        data alone are cited.
    form : {"bibtex", "ris", "csl"}
        CSL is JSON, for Zotero and pandoc.
    language : {"vi", "en"}, optional
        Of the title of the data and of the notes, which quote each figure with its paragraph.

    Raises
    ------
    UnknownName
        If there is no such form.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> print(cite(data, data["ldxh-hn-2024-p16-poor-rate"], language="en").partition("month")[0])
    @article{ldxh-hn-2024,
      title = {Hà Nội: Triển khai hiệu quả các chính sách lao động, việc làm, trợ giúp xã hội},
      author = {{Thảo Lan}},
      journal = {Tạp chí Lao động và Xã hội},
      year = {2024},
    <BLANKLINE>
    """
    language = get_language() if language is None else known(language)
    return written(cited(data, _names(shown) if shown is not None else (), language), form)


def cited(data: Catalogue, names: Iterable[str], language: str) -> list[dict]:
    """Make the entries of the sources of figures, each with what is quoted, and of the data."""
    quoted: dict[str, list[dict]] = {}
    for one in map(data.observation, dict.fromkeys(names)):
        token = {"paragraph": one.paragraph, "as_printed": one.as_printed}
        quoted.setdefault(one.source, []).append(token)
    entries = []
    for source, tokens in quoted.items():
        row = data.record("sources", source)
        own = [message("own-publisher", language)] if row["kind"] == OWN_SOURCE else []
        entries.append(of_source(row, [tokens_text(tokens, language), *own]))
    return [*entries, of_package(data.directory, data.version, data.revision, language)]


def _names(shown: object) -> Iterable[str]:
    """List the identifiers of the printed figures behind an object."""
    if isinstance(shown, str):
        return [shown]
    if isinstance(shown, Comparison):
        return [name for figure in shown.figures.values() for name in figure.observations]
    if isinstance(shown, pd.DataFrame):
        if "observation" in shown.columns:
            return [name for name in shown["observation"] if name]
        return [name for names in shown.get("observations", ()) for name in names]
    found = getattr(shown, "observations", None)
    if found is None and isinstance(shown, Iterable):
        return [name for one in shown for name in _names(one)]
    return found or []
