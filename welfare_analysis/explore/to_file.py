"""To file: what the desk shows, saved under a name that tells everything chosen."""

from __future__ import annotations

import errno
import hashlib
import itertools
from dataclasses import dataclass
from pathlib import Path

from ..show.writer import Writer
from .answer import Answer

CHART_FORMS = ("svg", "png", "pdf")
TABLE_FORMS = ("csv", "xlsx")
TYPES = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_NAMED = 8  # places that a name tells one by one
_REASONS = {
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.ENOTDIR: "folder",
    errno.EEXIST: "folder",
    errno.ENAMETOOLONG: "name",
}


@dataclass(frozen=True)
class Saved:
    """A file that was written.

    Attributes
    ----------
    path : pathlib.Path
    kept : str
        The name of an earlier file that was left as it is; empty if there was none.
    """

    path: Path
    kept: str = ""


def save(answer: Answer, form: str, folder: Path, view: str = "chart") -> Saved | None:
    """Write the chart or the table of a view to a file named for the question.

    Parameters
    ----------
    answer : Answer
    form : {"svg", "png", "pdf", "csv", "xlsx"}
    folder : path
        Made if it is missing.
    view : str
        ``series`` saves the chart over time, ``verdicts`` the verdicts; any other the chart or
        table of the comparison.

    Returns
    -------
    Saved or None
        None where the answer has nothing of that kind.  An earlier file of the same name that
        holds something else is never written over: the new one has a number at its end.
    """
    kinds = {"series": "series", "verdicts": "matrix"} if form in CHART_FORMS else {}
    kind = kinds.get(view, "chart" if form in CHART_FORMS else "table")
    if form in TABLE_FORMS and view == "verdicts":
        kind = "verdicts"
    if kind == "chart" and answer.chart is None:
        kind = "series"
    shown = getattr(answer, kind)
    if shown is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    name = file_name(answer, kind)
    first = folder / f"{name}.{form}"
    if not first.exists():
        return Saved(shown.save(first))
    numbered = (folder / f"{name}.{number}.{form}" for number in itertools.count(2))
    path = shown.save(next(one for one in numbered if not one.exists()))
    if path.read_bytes() == first.read_bytes():
        path.unlink()
        return Saved(first)
    return Saved(path, first.name)


def file_name(answer: Answer, kind: str) -> str:
    """Name a file for everything that decides what it holds, without its ending.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> from welfare_analysis.explore import Choice
    >>> choice = Choice(areas=("VN-HN", "VN-05"), period="2023", log=True, language="en")
    >>> file_name(Answer(load(), choice), "chart")
    'poor_household_rate.VN-HN+VN-05.2023.log.chart.en'
    """
    choice = answer.choice
    parts = [choice.indicator.replace("@", "+").replace("=", "-"), _places(choice.areas)]
    if kind != "series":  # which shows all years, as they were printed
        parts += [choice.period, choice.by]
    parts += [choice.measure, choice.standard]
    if kind == "chart":
        parts += [name for name in ("log", "refused") if getattr(choice, name)]
    return ".".join(filter(None, [*parts, kind, choice.language]))


def _places(areas: tuple[str, ...]) -> str:
    """Name places by their codes; of many how many, and a mark of exactly which."""
    if len(areas) <= _NAMED:
        return "+".join(areas)
    return f"{len(areas)}-areas-{hashlib.sha256(' '.join(areas).encode()).hexdigest()[:6]}"


def refusal(writer: Writer, folder: Path, error: OSError) -> str:
    """Say in the language of the desk why a file could not be written."""
    reason = _REASONS.get(error.errno or 0, "other")
    return writer.say("desk-not-saved", folder=folder.name, reason=reason, code=str(error.errno))
