"""Messages: every label and sentence a report shows, from Fluent catalogues in vi and en."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from .codes import LANGUAGES
from .errors import UnknownName
from .language import known

_LONG = 400


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
        raise UnknownName("message", name, bundle._messages)
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


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: str):
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([language], use_isolating=False)
    folder = files(__package__) / "locale" / language
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
