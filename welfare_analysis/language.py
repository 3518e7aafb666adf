"""Language: in which of its languages the package shows objects that carry none."""

from __future__ import annotations

import os

from .codes import LANGUAGES
from .errors import UnknownName

VARIABLE = "WELFARE_ANALYSIS_LANGUAGE"

_chosen: list[str] = []


def set_language(language: str) -> None:
    """Choose the language in which objects are shown from now on.

    Tables, charts and reports keep the language they were made in; a catalogue, a comparison,
    a figure or an audit is shown in the language chosen here.

    Parameters
    ----------
    language : {"vi", "en"}

    Raises
    ------
    UnknownName
        If the package does not write that language.
    """
    _chosen[:] = [known(language)]


def get_language() -> str:
    """Return the language chosen: by `set_language`, else by the environment, else ``vi``.

    Examples
    --------
    >>> set_language("en")
    >>> get_language()
    'en'
    >>> set_language("vi")
    """
    if _chosen:
        return _chosen[0]
    return known(os.environ.get(VARIABLE) or LANGUAGES[0], f"language (variable {VARIABLE})")


def known(language: object, kind: str = "language") -> str:
    """Return a language of the package; refuse any other."""
    if not isinstance(language, str) or language not in LANGUAGES:
        raise UnknownName(kind, str(language), LANGUAGES)
    return str(language)
