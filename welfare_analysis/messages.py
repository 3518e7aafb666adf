"""Messages: every label and sentence a report shows, from Fluent catalogues in vi and en."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from importlib.resources import files

from .codes import LANGUAGES
from .errors import UnknownName

VARIABLE = "WELFARE_ANALYSIS_LANGUAGE"

_HEAD = re.compile(r"^([a-z][\w-]*)(?= *=)", re.MULTILINE | re.ASCII)  # where a message begins
_NAMED = re.compile(r"\{ *([a-z][\w-]*) *\}", re.ASCII)  # a message within another

_chosen: list[str] = []
_LONG = 400


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

    Examples
    --------
    >>> set_language("en")
    >>> message("status-U", get_language())
    'doubtful'
    >>> set_language("vi")
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


def message(name: str, language: str, **values) -> str:
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
    bundle = _bundle(known(language))
    if not bundle.has_message(name):
        _add(name, language)
    # Fluent refuses long values as a guard against runaway messages; a list of sources may be
    # long, so that a private character stands for it until the message is formatted.
    long = {
        chr(0xE000 + place): value
        for place, value in enumerate(values.values())
        if isinstance(value, str) and len(value) > _LONG
    }
    signs = {value: sign for sign, value in long.items()}
    given = {key: signs.get(value, value) for key, value in values.items()}
    text, errors = bundle.format_pattern(bundle.get_message(name).value, given)
    if errors:
        raise ValueError(f"Message {name!r} ({language}): {errors[0]}")
    for sign, value in long.items():
        text = text.replace(sign, value)
    return text


def exists(name: str, language: str) -> bool:
    """Tell whether there is a message of that name."""
    return name in _texts(known(language))


def _add(name: str, language: str) -> None:
    """Parse a message, and those that it names: all of them would take longer than most work."""
    from fluent.runtime import FluentResource

    texts = _texts(language)
    if name not in texts:
        raise UnknownName("message", name, texts)
    _bundle(language).add_resource(FluentResource(texts[name]))
    for other in _NAMED.findall(texts[name]):
        if not _bundle(language).has_message(other):
            _add(other, language)


@lru_cache(maxsize=len(LANGUAGES))
def _texts(language: str) -> dict[str, str]:
    """Map the names of messages to their texts as they stand in the catalogues."""
    folder = files(__package__) / "locale" / language
    found: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        _, *pieces = _HEAD.split(file.read_text(encoding="utf-8"))
        for name, text in zip(pieces[::2], pieces[1::2], strict=True):
            found.setdefault(name, f"{name}{text}")
    return found


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: str):
    from fluent.runtime import FluentBundle

    return FluentBundle([language], use_isolating=False)
