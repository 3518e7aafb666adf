"""Open desk: the desk and the searchable table, or the one notice that says what to install."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import TYPE_CHECKING

from .. import arguments
from ..data.areas import default_areas
from ..data.catalogue import Catalogue
from ..data.names import resolve_areas
from ..messages import joined, known, message
from ..show.render.html import part
from .choice import Choice

if TYPE_CHECKING:
    from .lookup import Search
    from .widgets import Desk


@dataclass(frozen=True)
class Notice:
    """One message in the place of what cannot be shown; nothing else of the notebook fails."""

    text: str
    command: str
    language: str

    def __str__(self) -> str:
        return f"{self.text}\n\n    {self.command}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {"text/html": part("desk.html.j2", "notice", self), "text/plain": str(self)}


@arguments.reads(data=arguments.data, language=known, folder=arguments.path)
def desk(
    data: Catalogue,
    language: str = "vi",
    *,
    folder: str | os.PathLike = "exports",
    view: str = "chart",
    figure: str = "",
    **choice,
) -> Desk | Notice:
    """Open the desk: choose theme, indicator, areas, period and language, and see the answer.

    Parameters
    ----------
    data : Catalogue
    language : {"vi", "en"}
        The language at the start.
    folder : path, default ``"exports"``
        Where charts and tables are saved.
    view : {"chart", "table", "verdicts", "series", "origin", "code"}
        What is shown first.
    figure : str, optional
        The observation whose origin is shown first.
    **choice
        What `Choice` holds, to begin elsewhere: ``indicator="workers_sent_abroad"``, or
        ``areas`` by codes, names or aliases.

    Returns
    -------
    Desk or Notice
        A notice, to be shown in its place, if ipywidgets is not installed.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> desk(load(), "en", areas=["Hà Nội", "Sơn La"])  # doctest: +SKIP
    """
    missing = _absent("ipywidgets")
    if missing:
        return _notice("desk-needs", [*missing, *_absent("openpyxl")], language)
    from .widgets import Desk

    if "indicator" in choice and "theme" not in choice:
        choice["theme"] = data.record("indicators", choice["indicator"])["theme"]
    named = choice.get("areas", default_areas(data))
    choice["areas"] = tuple(resolve_areas(data, named))
    return Desk(data, Choice(language=language, **choice), Path(folder), view, figure)


@arguments.reads(data=arguments.data, language=known)
def search(data: Catalogue, language: str = "vi") -> Search | Notice:
    """Show every observation in a table that can be searched, with or without diacritics.

    Returns
    -------
    Search or Notice
        A notice, to be shown in its place, if itables is not installed.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> search(load(), "en")
    Search(language='en')
    """
    missing = _absent("itables")
    if missing:
        return _notice("search-needs", missing, language)
    from .lookup import Search

    return Search(data, language)


def _absent(package: str) -> list[str]:
    """Name a package that cannot be imported."""
    try:
        import_module(package)
    except ImportError:
        return [package]
    return []


def _notice(name: str, packages: Sequence[str], language: str) -> Notice:
    """Say which packages are missing, and the one command that installs them."""
    text = message(
        name,
        language,
        packages=joined(packages, language),
        n=len(packages),
        count=str(len(packages)),
    )
    wanted = " ".join(f'"{requirement}"' for requirement in _requirements(packages))
    return Notice(text, f"%pip install {wanted}", language)


def _requirements(packages: Sequence[str]) -> list[str]:
    """Write the packages with the versions that the package declares for them."""
    try:
        declared = requires("welfare-analysis") or []
    except PackageNotFoundError:  # a checkout that was never installed
        declared = []
    found = {re.match(r"[\w.-]+", line)[0]: line.split(";")[0].strip() for line in declared}
    return [found.get(name, name) for name in packages]
