"""Counts: how many pairs came to which verdict, as one phrase."""

from __future__ import annotations

from collections.abc import Iterable

from ...codes import Verdict
from ...data.numerals import write
from ...messages import message
from ..words import joined


def verdicts(found: Iterable[str], language: str) -> str:
    """Say how many pairs can be compared and how many cannot, and for what reason.

    Parameters
    ----------
    found : iterable of str
        The verdict of every pair.
    language : {"vi", "en"}

    Examples
    --------
    >>> verdicts(["with_caution", "missing", "missing"], "en")
    'none can be compared as it stands, 1 can be compared with caution and 2 lack a figure'
    """
    every = list(found)
    counted = [(verdict, every.count(verdict)) for verdict in Verdict]
    return joined(
        [
            message(f"pairs-{verdict}", language, n=n, shown=write(n, language))
            for verdict, n in counted
            if n or verdict == Verdict.COMPARABLE
        ],
        language,
    )
