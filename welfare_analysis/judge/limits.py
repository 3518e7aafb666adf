"""Limits: what is known against one figure, before it is set beside any other.

A curator marks a figure by the letters of its status, by whether its period is printed, and by
how far it is trusted; its source has a grade.  Whoever doubts a figure, passes it over or warns
of it asks here, so that all speak of the same limits.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..codes import Confidence, PeriodBasis, StandardBasis, Status, is_known
from ..data.figures import Observation
from .derived import Figure

INFERRED, LOW_CONFIDENCE, SECONDARY = "inferred", "low_confidence", "secondary"
READERS = "own"  # added by a reader
_NO_LIMIT = (Status.NORMAL, Status.MISSING)
_SECONDARY_GRADE = "C"


def limits(figure: Figure) -> list[str]:
    """List what limits the use of a figure, a derived one by any figure behind it.

    Returns
    -------
    list of str
        The letters of its status as the curator ordered them, without ``A`` and ``M``; then
        ``inferred`` for its period, ``low_confidence``, ``secondary`` for a source that only
        repeats others, and ``own`` for what a reader has added.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> limits(load()["thanhnien-hcm-2023-p6-near-poor-reduction"])
    ['D', 'U', 'inferred', 'low_confidence', 'secondary']
    """
    found = [letter for letter in figure.status.split() if letter not in _NO_LIMIT]
    if any(one.period_basis == PeriodBasis.INFERRED for one in figure.inputs):
        found.append(INFERRED)
    if any(one.row["confidence"] == Confidence.LOW for one in figure.inputs):
        found.append(LOW_CONFIDENCE)
    if any(one.source_row["reliability"] == _SECONDARY_GRADE for one in figure.inputs):
        found.append(SECONDARY)
    if any(one.is_own for one in figure.inputs):
        found.append(READERS)
    return found


def is_doubtful(figure: Figure) -> bool:
    """Tell whether a curator marked the figure as doubtful."""
    return Status.LOW_RELIABILITY in figure.status.split()


def is_provisional(figure: Figure) -> bool:
    """Tell whether the source itself calls the figure provisional."""
    return Status.PROVISIONAL in figure.status.split()


def has_assumed_standard(figure: Figure) -> bool:
    """Tell whether the source of a figure does not name the standard that it is taken to follow."""
    return any(one.row["standard_basis"] == StandardBasis.ASSUMED for one in figure.inputs)


def have_one_compiler(a: Observation, b: Observation) -> bool:
    """Tell whether two figures go back to one document, one origin or one publisher.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> here, there = data["ldxh-hn-2024-p16-poor-rate"], data["hdnd-hn-2024-p9-poor-rate"]
    >>> have_one_compiler(here, there), have_one_compiler(here, data["sggp-2022-sg-poor-rate"])
    (True, False)
    """
    first, second = a.source_row, b.source_row
    if first["source"] == second["source"] or _share_origin(first, second):
        return True
    return first["publisher"] == second["publisher"] and is_known(first["publisher"])


def _share_origin(first: Mapping, second: Mapping) -> bool:
    pairs = ((first, second), (second, first))
    return any(
        f"shares_origin:{other['source']}" in one["independent_of"].split() for one, other in pairs
    )
