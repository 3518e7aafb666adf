"""Limits: what is known against one figure, before it is set beside any other.

A curator marks a figure by the letters of its status, by whether its period is printed, and by
how far it is trusted; its source has a grade.  Whoever doubts a figure, passes it over or warns
of it asks here, so that all speak of the same limits.
"""

from __future__ import annotations

from ..codes import Confidence, PeriodBasis, Status
from ..data.figures import Observation

INFERRED, LOW_CONFIDENCE, SECONDARY = "inferred", "low_confidence", "secondary"
_NO_LIMIT = (Status.NORMAL, Status.MISSING)
_SECONDARY_GRADE = "C"


def limits(figure: Observation) -> list[str]:
    """List what limits the use of a printed figure.

    Returns
    -------
    list of str
        The letters of its status as the curator ordered them, without ``A`` and ``M``; then
        ``inferred`` for its period, ``low_confidence``, and ``secondary`` for a source that
        only repeats others.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> limits(load()["thanhnien-hcm-2023-p6-near-poor-reduction"])
    ['U', 'inferred', 'low_confidence', 'secondary']
    """
    found = [letter for letter in figure.status.split() if letter not in _NO_LIMIT]
    if figure.period_basis == PeriodBasis.INFERRED:
        found.append(INFERRED)
    if figure.row["confidence"] == Confidence.LOW:
        found.append(LOW_CONFIDENCE)
    if figure.source_row["reliability"] == _SECONDARY_GRADE:
        found.append(SECONDARY)
    return found


def is_doubtful(figure: Observation) -> bool:
    """Tell whether a curator marked the figure as doubtful."""
    return Status.LOW_RELIABILITY in figure.status.split()


def is_provisional(figure: Observation) -> bool:
    """Tell whether the source itself calls the figure provisional."""
    return Status.PROVISIONAL in figure.status.split()
