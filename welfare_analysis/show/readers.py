"""Readers: what tables and charts accept, read once at the edge, refused in one manner."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from .. import arguments
from ..arguments import Unfit
from ..data.catalogue import Catalogue
from ..data.figures import Observation, printed
from ..errors import UsageError
from ..judge.comparison import Comparison
from ..judge.derived import Measure
from ..messages import known
from . import words
from .document import Line

_PRINTED = "observations: a comparison, a DataFrame such as select returns, or a list of them"
_FIGURES = "a comparison, observations (such as select returns) or measures"
_PAIRS = "pairs of two observations: a result and its goal"
_LABELLED = "a mapping, or pairs, of labels and measures"
_COMPARISONS = "comparisons by their labels: {label: what compare gives}"
_COMPARISON = "a comparison, such as compare gives"

# What `charts.ranges` takes, before it is read.
Figures = Comparison | pd.DataFrame | Iterable[words.Figure] | Mapping[str, words.Figure | None]


def observations(value: object, data: Catalogue) -> list[Observation]:
    """Read printed figures, at least one."""
    if isinstance(value, Comparison):
        value = value.figures.values()
    if isinstance(value, pd.DataFrame):
        return needed(printed(data, arguments.frame("observation")(value)), "observation")
    return needed(_listed(value, Observation, _PRINTED), "observation")


def figures(value: object, data: Catalogue) -> tuple[list[words.Figure], list[str]]:
    """Read printed or derived figures, at least one, and the areas that are without."""
    missing: list[str] = []
    if isinstance(value, Comparison):
        found, missing = list(value.figures.values()), list(value.missing)
    elif isinstance(value, pd.DataFrame):
        found = printed(data, arguments.frame("observation")(value))
    elif isinstance(value, Mapping):
        for area, one in value.items():
            if one is not None and not isinstance(one, words.Figure):
                raise Unfit(_FIGURES, f"It holds {arguments.shown(one)} for {area!r}.")
        found = [one for one in value.values() if one is not None]
        missing = [area for area, one in value.items() if one is None]
        for area in missing:
            data.record("areas", area)
    else:
        found = _listed(value, words.Figure, _FIGURES)
    return needed(found, "figure"), missing


def beside(
    value: object, data: Catalogue
) -> tuple[list[words.Figure], list[str], Comparison | None]:
    """Read figures as `figures` does, with the comparison that they are of, if any."""
    return *figures(value, data), value if isinstance(value, Comparison) else None


def pairs(value: object) -> list[tuple[Observation, Observation]]:
    """Read pairs of a result and its goal, at least one."""
    found = arguments.list_of(tuple, list, said=_PAIRS)(value)
    for pair in found:
        if len(pair) != 2 or not all(isinstance(one, Observation) for one in pair):
            raise Unfit(_PAIRS, f"It holds {arguments.shown(pair)}.")
    return [tuple(pair) for pair in needed(found, "target")]


def labelled(value: object) -> list[tuple[object, Measure | None]]:
    """Read measures with their labels; None is a measure that cannot be computed."""
    items = value.items() if isinstance(value, Mapping) else value
    found = arguments.list_of(tuple, list, said=_LABELLED)(items)
    for pair in found:
        if len(pair) != 2 or not isinstance(pair[1], Measure | None):
            raise Unfit(_LABELLED, f"It holds {arguments.shown(pair)}.")
        caption(pair[0])
    return needed(found, "measure")


def comparisons(value: object) -> Mapping[object, Comparison]:
    """Read comparisons by their labels, at least one."""
    if not isinstance(value, Mapping):
        raise Unfit(_COMPARISONS)
    for label, one in value.items():
        if not isinstance(one, Comparison):
            raise Unfit(_COMPARISONS, f"It holds {arguments.shown(one)} for {label!r}.")
        caption(label)
    return needed(value, "comparison")


def one_or_several(value: object) -> Comparison | Mapping[object, Comparison]:
    """Read a comparison, or several by their labels."""
    if isinstance(value, Comparison | Mapping):
        return value if isinstance(value, Comparison) else comparisons(value)
    raise Unfit(f"{_COMPARISON}, or {_COMPARISONS}")


def caption(value: object) -> object:
    """Read text or prose."""
    if isinstance(value, str | Line) or hasattr(value, "line"):
        return value
    raise Unfit("text or prose")


def needed(found: Sequence | Mapping, what: str) -> Sequence | Mapping:
    """Refuse to show nothing.

    Raises
    ------
    UsageError
        If there is nothing in it.
    """
    if not found:
        raise UsageError(
            f"No {what} to show: the selection is empty, or every area is without one. "
            "Widen it (indicator, period, measure, areas), or leave it out."
        )
    return found


def _listed(value: object, kinds: type, said: str) -> list:
    try:
        return arguments.list_of(kinds, said=said)(value)
    except Unfit as unfit:
        hint = unfit.hint
        if isinstance(value, str):
            hint = "A code alone is no figure: pass select(data, …) or compare(data, …)."
        elif isinstance(value, words.Figure):
            hint = "Put a single figure in a list."
        raise Unfit(said, hint) from None


# What the public functions that make tables and charts accept, by the names of their parameters;
# what a function accepts besides, it names: `@public(rows=…)`.
public = functools.partial(
    arguments.reads,
    data=arguments.data,
    language=known,
    caption=caption,
    title=caption,
    subtitle=caption,
    figures=observations,
    frame=arguments.frame("observation", "status"),
    comparison=arguments.a(Comparison, said=_COMPARISON),
    comparisons=comparisons,
    areas=arguments.texts,
    pairs=pairs,
    labelled=labelled,
)
