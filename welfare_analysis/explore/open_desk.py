"""Opening: the desk and the searchable table, or the one notice that says what to install."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..data.catalogue import Catalogue
from .choice import Choice
from .extras import Notice, absent, notice

if TYPE_CHECKING:
    from .lookup import Search
    from .widgets import Desk


def desk(
    data: Catalogue, language: str = "vi", *, folder: str | os.PathLike = "exports", **choice
) -> Desk | Notice:
    """Open the desk: choose theme, indicator, areas, period and language, and see the answer.

    Parameters
    ----------
    data : Catalogue
    language : {"vi", "en"}
        The language at the start.
    folder : path, default ``"exports"``
        Where charts and tables are saved.
    **choice
        What `Choice` holds, to begin elsewhere: ``indicator="workers_sent_abroad"``.

    Returns
    -------
    Desk or Notice
        A notice, to be shown in its place, if ipywidgets is not installed.
    """
    missing = absent(["ipywidgets"])
    if missing:
        return notice("desk-needs", [*missing, *absent(["openpyxl"])], language)
    from .widgets import Desk

    return Desk(data, begun(data, language, **choice), Path(folder))


def search(data: Catalogue, language: str = "vi") -> Search | Notice:
    """Show every observation in a table that can be searched, with or without diacritics.

    Returns
    -------
    Search or Notice
        A notice, to be shown in its place, if itables is not installed.
    """
    missing = absent(["itables"])
    if missing:
        return notice("search-needs", missing, language)
    from .lookup import Search

    return Search(data, language)


def begun(data: Catalogue, language: str, **choice) -> Choice:
    """Make the choice that a desk begins with; the theme follows from the indicator."""
    if "indicator" in choice and "theme" not in choice:
        choice["theme"] = data.record("indicators", choice["indicator"])["theme"]
    return Choice(language=language, **choice)
