"""Per head: the counts of a chart put on their bases, and the places that have none."""

from __future__ import annotations

from collections.abc import Sequence

from ...data.catalogue import Catalogue
from ...errors import UsageError
from ...judge import bases
from ...judge.derived import Measure
from .. import words


def on_base(
    data: Catalogue, figures: Sequence[words.Figure], per: str
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
        raise UsageError(f"per={per!r}: expected one of {', '.join(map(repr, bases.INDICATORS))}.")
    found, without = [], []
    for figure in figures:
        measure = bases.on_base(data, figure, per)
        if measure is None:
            without.append(figure.area)
        else:
            found.append(measure)
    if not found:
        names = ", ".join(without)
        raise UsageError(f"No number of {per} of {names} is in the data: draw the counts instead.")
    return found, list(dict.fromkeys(without))
