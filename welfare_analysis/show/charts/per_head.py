"""Per head: the counts of a chart put on their bases, and the places that have none."""

from __future__ import annotations

from collections.abc import Sequence

from ... import arguments
from ...data.catalogue import Catalogue
from ...errors import UsageError
from ...judge import bases
from ...judge.derived import Figure, Measure
from ...texts import Said, quoted


def on_base(
    data: Catalogue, figures: Sequence[Figure], per: str
) -> tuple[list[Measure], list[str]]:
    """Put counts on a base; return them and the areas for which the data have none.

    Parameters
    ----------
    data : Catalogue
    figures : sequence of Observation or Measure
    per : {"inhabitants", "households"}

    Raises
    ------
    UsageError
        If `per` is neither, or no area has a base.
    NotComparable
        If a figure is no count.
    """
    if per not in bases.INDICATORS:
        facts = {"found": arguments.shown(per), "known": [*map(quoted, bases.INDICATORS)]}
        raise UsageError(Said("other-choice", parameter="per", **facts))
    found, without = [], []
    for figure in figures:
        measure = bases.on_base(data, figure, per)
        if measure is None:
            without.append(figure.area)
        else:
            found.append(measure)
    if not found:
        raise UsageError(Said("no-base-at-all", per=per, areas=without))
    return found, list(dict.fromkeys(without))
