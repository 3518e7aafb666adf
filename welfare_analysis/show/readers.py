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
from ..judge.derived import Figure, Measure
from ..messages import known
from ..texts import Said
from .document import Line

# What `charts.ranges` takes, before it is read.
Figures = Comparison | pd.DataFrame | Iterable[Figure] | Mapping[str, Figure | None]


def observations(value: object, data: Catalogue) -> list[Observation]:
    """Read printed figures, at least one."""
    if isinstance(value, Comparison):
        value = value.figures.values()
    if isinstance(value, pd.DataFrame):
        return needed(printed(data, arguments.frame("observation")(value)), "observation")
    return needed(_listed(value, Observation, "fit-observations"), "observation")


def figures(value: object, data: Catalogue) -> tuple[list[Figure], list[str]]:
    """Read printed or derived figures, at least one, and the areas that are without."""
    missing: list[str] = []
    if isinstance(value, Comparison):
        found, missing = list(value.figures.values()), list(value.missing)
    elif isinstance(value, pd.DataFrame):
        found = printed(data, arguments.frame("observation")(value))
    elif isinstance(value, Mapping):
        for area, one in value.items():
            if one is not None and not isinstance(one, Figure):
                raise Unfit("fit-figures", _held(one, area))
        found = [one for one in value.values() if one is not None]
        missing = [area for area, one in value.items() if one is None]
        for area in missing:
            data.record("areas", area)
    else:
        found = _listed(value, Figure, "fit-figures")
    return needed(found, "figure"), missing


def beside(value: object, data: Catalogue) -> tuple[list[Figure], list[str], Comparison | None]:
    """Read figures as `figures` does, with the comparison that they are of, if any."""
    return *figures(value, data), value if isinstance(value, Comparison) else None


def pairs(value: object) -> list[tuple[Observation, Observation]]:
    """Read pairs of a result and its goal, at least one."""
    found = arguments.list_of(tuple, list, said="fit-pairs")(value)
    for pair in found:
        if len(pair) != 2 or not all(isinstance(one, Observation) for one in pair):
            raise Unfit("fit-pairs", Said("hint-holds", found=arguments.shown(pair)))
    return [tuple(pair) for pair in needed(found, "target")]


def labelled(value: object) -> list[tuple[object, Measure | None]]:
    """Read measures with their labels; None is a measure that cannot be computed."""
    items = value.items() if isinstance(value, Mapping) else value
    found = arguments.list_of(tuple, list, said="fit-labelled")(items)
    for pair in found:
        if len(pair) != 2 or not isinstance(pair[1], Measure | None):
            raise Unfit("fit-labelled", Said("hint-holds", found=arguments.shown(pair)))
        caption(pair[0])
    return needed(found, "measure")


def comparisons(value: object) -> Mapping[object, Comparison]:
    """Read comparisons by their labels, at least one."""
    if not isinstance(value, Mapping):
        raise Unfit("fit-comparisons")
    for label, one in value.items():
        if not isinstance(one, Comparison):
            raise Unfit("fit-comparisons", _held(one, label))
        caption(label)
    return needed(value, "comparison")


def one_or_several(value: object) -> Comparison | Mapping[object, Comparison]:
    """Read a comparison, or several by their labels."""
    if isinstance(value, Comparison | Mapping):
        return value if isinstance(value, Comparison) else comparisons(value)
    raise Unfit("fit-comparison-or-several")


def caption(value: object) -> object:
    """Read text or prose."""
    if isinstance(value, str | Line) or hasattr(value, "line"):
        return value
    raise Unfit("fit-prose")


def needed(found: Sequence | Mapping, what: str) -> Sequence | Mapping:
    """Refuse to show nothing.

    Raises
    ------
    UsageError
        If there is nothing in it.
    """
    if not found:
        raise UsageError(Said("nothing-to-show", what=Said(f"kind-{what}")))
    return found


def _held(one: object, label: object) -> Said:
    return Said("hint-holds-for", found=arguments.shown(one), label=arguments.shown(label))


def _listed(value: object, kinds: type, said: str) -> list:
    try:
        return arguments.list_of(kinds, said=said)(value)
    except Unfit as unfit:
        hint = unfit.hint
        if isinstance(value, str):
            hint = Said("hint-code-alone")
        elif isinstance(value, Figure):
            hint = Said("hint-single-figure")
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
    comparison=arguments.a(Comparison, said="fit-comparison"),
    comparisons=comparisons,
    areas=arguments.texts,
    pairs=pairs,
    labelled=labelled,
)
