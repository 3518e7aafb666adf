"""Asked: what a chart was asked to draw, checked before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from ...data.catalogue import Catalogue
from ...data.figures import Observation, observation
from ...errors import UsageError
from ...judge.comparison import Comparison
from ...judge.derived import Measure
from ...messages import known
from .. import words

Shown = (
    Comparison | pd.DataFrame | Iterable[words.Figure] | Mapping[str, words.Figure | None]
)  # what `charts.ranges` takes
_FIGURES = "a comparison, observations (such as `select` returns) or measures"


def checked(data: object, language: object) -> None:
    """Refuse anything but loaded data and one of the languages, before the work begins.

    Raises
    ------
    UsageError
        Says what was found and what was expected.
    """
    if not isinstance(data, Catalogue):
        raise UsageError(
            f"The first argument must be the data that welfare_analysis.load() returns, "
            f"not {_named(data)}."
        )
    known(language)


def figures(data: Catalogue, shown: Shown) -> tuple[list[words.Figure], list[str]]:
    """Return the figures asked for and the areas without one.

    Raises
    ------
    UsageError
        If what was given are no figures, or there is none.
    """
    if isinstance(shown, Comparison):
        found, missing = list(shown.figures.values()), list(shown.missing)
    elif isinstance(shown, Mapping):
        found = [_figure(one, area) for area, one in shown.items() if one is not None]
        missing = [area for area, one in shown.items() if one is None]
        for area in missing:
            data.record("areas", area)
    elif isinstance(shown, pd.DataFrame):
        found, missing = _rows(data, shown), []
    else:
        found, missing = [_figure(one) for one in _listed(shown, _FIGURES)], []
    if not found:
        raise UsageError(
            "No figure to draw: the selection is empty, or every area is without one. "
            "Widen the selection (period, measure, areas) or show the table instead."
        )
    return found, missing


def observations(data: Catalogue, shown: pd.DataFrame | Iterable[Observation]) -> list[Observation]:
    """Return the printed figures asked for.

    Raises
    ------
    UsageError
        If what was given are no observations, or there is none.
    """
    if isinstance(shown, Comparison):
        shown = list(shown.figures.values())
    if isinstance(shown, pd.DataFrame):
        found = _rows(data, shown)
    else:
        wanted = "observations, such as `select` returns"
        found = [_observation(one, wanted) for one in _listed(shown, wanted)]
    if not found:
        raise UsageError(
            "No figure to draw: the selection is empty. Widen it (indicator, area, period)."
        )
    return found


def pairs(shown: object) -> list[tuple[Observation, Observation]]:
    """Return the (result, goal) pairs asked for.

    Raises
    ------
    UsageError
        If they are no pairs of observations, or there is none.
    """
    wanted = "pairs (result, goal) of observations"
    found = _listed(shown, wanted)
    if not found:
        raise UsageError("No target to draw: the list of (result, goal) is empty.")
    for pair in found:
        if isinstance(pair, str) or not hasattr(pair, "__len__") or len(pair) != 2:
            raise UsageError(f"Expected {wanted}, found {_named(pair)}.")
        for one in pair:
            _observation(one, wanted)
    return [tuple(pair) for pair in found]


def comparisons(shown: object) -> Comparison | Mapping[str, Comparison]:
    """Return the comparison asked for, or several by their labels.

    Raises
    ------
    UsageError
        If they are none.
    """
    wanted = "a comparison, such as `compare` returns, or {label: comparison}"
    if isinstance(shown, Comparison):
        return shown
    if not isinstance(shown, Mapping):
        raise UsageError(f"Expected {wanted}, found {_named(shown)}.")
    if not shown:
        raise UsageError("No comparison to draw: the mapping is empty.")
    for label, one in shown.items():
        if not isinstance(one, Comparison):
            raise UsageError(f"Expected {wanted}; {label!r} is {_named(one)}.")
    return shown


def _rows(data: Catalogue, frame: pd.DataFrame) -> list[Observation]:
    if "observation" not in frame.columns:
        raise UsageError(
            "The table has no column 'observation': give rows of `select`, with all columns."
        )
    names = [name for name in frame["observation"] if isinstance(name, str) and name]
    return [observation(data, name) for name in names]  # a missing cell has no name


def _listed(shown: object, wanted: str) -> list:
    if shown is None or isinstance(shown, str | bytes) or not isinstance(shown, Iterable):
        raise UsageError(f"Expected {wanted}, found {_named(shown)}.{_hint(shown)}")
    return list(shown)


def _hint(shown: object) -> str:
    if isinstance(shown, str):
        return " A code alone is no figure: pass select(data, …) or compare(data, …)."
    if isinstance(shown, Observation | Measure):
        return " Put a single figure in a list."
    return ""


def _figure(one: object, area: object = None) -> words.Figure:
    if isinstance(one, Observation | Measure):
        return one
    where = f"for {area!r} " if area is not None else ""
    raise UsageError(f"Expected {_FIGURES}, found {where}{_named(one)}.")


def _observation(one: object, wanted: str) -> Observation:
    if isinstance(one, Observation):
        return one
    raise UsageError(f"Expected {wanted}, found {_named(one)}.")


def _named(value: object) -> str:
    return "nothing (None)" if value is None else f"{type(value).__name__} ({value!r:.40})"
