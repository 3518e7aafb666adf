"""Messages: every label and sentence a report shows, from Fluent catalogues in vi and en."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .codes import LANGUAGES
from .errors import UnknownName
from .texts import catalogue, choose, chosen, filled, has


def set_language(language: str) -> None:
    """Choose the language in which objects are shown from now on.

    Tables, charts and reports keep the language they were made in; a catalogue, a comparison,
    a figure, an audit or an error is shown in the language chosen here.

    Parameters
    ----------
    language : {"vi", "en"}

    Raises
    ------
    UnknownName
        If the package does not write that language.

    Examples
    --------
    >>> set_language("en")
    >>> message("status-U", get_language())
    'doubtful'
    >>> set_language("vi")
    """
    choose(known(language))


def get_language() -> str:
    """Return the language chosen: by `set_language`, else by the environment, else ``vi``.

    Examples
    --------
    >>> set_language("en")
    >>> get_language()
    'en'
    >>> set_language("vi")
    """
    return known(chosen(), "language_variable")


def known(language: object, kind: str = "language") -> str:
    """Return a language of the package; refuse any other."""
    if not isinstance(language, str) or language not in LANGUAGES:
        raise UnknownName(kind, str(language), LANGUAGES)
    return str(language)


def message(name: str, language: str, /, **values) -> str:
    """Return a message of the catalogues ``locale/<language>/*.ftl``.

    Parameters
    ----------
    name : str
        Identifier of the message.
    language : {"vi", "en"}
    **values
        The message's variables.  Numbers that are shown must be written beforehand
        (`numerals.write`); a bare number serves to choose a plural form.

    Raises
    ------
    UnknownName
        If the language or the message does not exist.
    ValueError
        If a variable is missing.

    Examples
    --------
    >>> message("verdict-with_caution", "en")
    'with caution'
    """
    if not exists(name, language):
        raise UnknownName("message", name, catalogue(language))
    return _said(name, language, tuple(values.items()))


def joined(items: Iterable[str], language: str) -> str:
    """Join words as a sentence does: ``a, b và c``.

    Examples
    --------
    >>> joined(["Hà Nội", "Sơn La", "Sông Công"], "vi")
    'Hà Nội, Sơn La và Sông Công'
    """
    *first, last = list(items) or [""]
    return message("list-last", language, first=", ".join(first), last=last) if first else last


@lru_cache(maxsize=4096)
def _said(name: str, language: str, values: tuple[tuple[str, object], ...]) -> str:
    """Fill in a message; most are labels, which a page or a desk says again and again."""
    return filled(name, language, dict(values))


def exists(name: str, language: str) -> bool:
    """Tell whether there is a message of that name."""
    return has(name, known(language))
