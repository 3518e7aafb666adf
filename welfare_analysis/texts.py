"""Texts: the Fluent catalogues of both languages, the language chosen, and what errors say.

Errors have their texts from here; `messages` is for everything else, and refuses by errors.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib.resources import files

from .codes import LANGUAGES

VARIABLE = "WELFARE_ANALYSIS_LANGUAGE"

_HEAD = re.compile(r"^([a-z][\w-]*)(?= *=)", re.MULTILINE | re.ASCII)  # where a message begins
# A message of one line that holds nothing but variables, as nearly all do.
_PLAIN = re.compile(r"[\w-]+ *= *((?:[^{}\n]|\{ *\$[\w-]+ *\})+?) *(?:\n(?:#.*)?)*", re.ASCII)
_VARIABLE = re.compile(r"\{ *\$([\w-]+) *\}", re.ASCII)
_NAMED = re.compile(r"\{ *([a-z][\w-]*) *\}", re.ASCII)  # a message within another

_chosen: list[str] = []
_LONG = 400
_LISTED = 12  # names of a list that are shown


def choose(language: str) -> None:
    """Choose the language of what is shown from now on."""
    _chosen[:] = [language]


def chosen() -> str:
    """Return the language chosen: by `choose`, else by the environment, else ``vi``."""
    return _chosen[0] if _chosen else os.environ.get(VARIABLE) or LANGUAGES[0]


def filled(name: str, language: str, values: dict[str, object]) -> str:
    """Return a message of the catalogues ``locale/<language>/*.ftl`` with its variables filled in.

    Raises
    ------
    KeyError
        If there is no message of that name.
    ValueError
        If a variable is missing.
    OSError
        If that is so in this language alone: its file is damaged.
    """
    try:
        return _filled(name, language, values)
    except (LookupError, ValueError):
        for other in LANGUAGES:
            with contextlib.suppress(LookupError, ValueError):
                if other != language and _filled(name, other, values):
                    raise _damaged(name, language) from None
        raise


def has(name: str, language: str) -> bool:
    """Tell whether there is a message of that name, which is in both languages or in none."""
    if name not in catalogue(language) and any(name in catalogue(other) for other in LANGUAGES):
        raise _damaged(name, language)
    return name in catalogue(language)


def check() -> None:
    """Raise an OSError if the messages of a language are damaged."""
    for name in sorted(set().union(*map(catalogue, LANGUAGES))):
        for language in LANGUAGES:
            has(name, language)


def _damaged(name: str, language: str) -> OSError:
    """Return the error for a file of messages that is not as it was shipped."""
    head = re.compile(rf"^{re.escape(name)} *=", re.MULTILINE)
    holds = (
        file.name
        for one in LANGUAGES
        for file in _files(one)
        if head.search(file.read_text(encoding="utf-8"))
    )
    place = files(__package__) / "locale" / language / next(holds, "")
    return _unusable(place, f"its message {name!r} is missing or damaged")


def _unusable(place: object, why: str) -> OSError:
    mend = "get it back (git checkout -- welfare_analysis/locale), or install the package again"
    return OSError(errno.EIO, f"{why}; {mend}", str(place))


def _files(language: str) -> list:
    folder = files(__package__) / "locale" / language
    return sorted(folder.iterdir(), key=lambda entry: entry.name)


def _filled(name: str, language: str, values: dict[str, object]) -> str:
    plain = _plain(name, language)
    if plain and all(isinstance(values.get(one), str) for one in _VARIABLE.findall(plain)):
        return _VARIABLE.sub(lambda found: values[found[1]], plain)
    bundle = _bundle(language)
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


class Said:
    """A message of the catalogues with its values, put into words when somebody reads it.

    Parameters
    ----------
    name : str
        Of the message, in ``locale/<language>/errors.ftl``.
    **values
        Its variables: text, whole numbers, what is `Said` itself, lists of these, and whatever
        gives its text when called with a language, such as ``figure.period``.

    Examples
    --------
    >>> said = Said("hint-lacks", columns=["value", "unit"])
    >>> str(said), said.told("vi")
    ('It lacks value, unit.', 'Bảng thiếu value, unit.')
    """

    def __init__(self, name: str, /, **values: object):
        self._name, self._values, self._kept = name, values, {}

    def told(self, language: str) -> str:
        """Return the text in a language of the package, in English for any other."""
        language = language if language in LANGUAGES else "en"
        if language not in self._kept:
            values = {key: worded(value, language) for key, value in self._values.items()}
            self._kept[language] = filled(self._name, language, values).rstrip()
        return self._kept[language]

    def __str__(self) -> str:
        return self.told("en")

    def __repr__(self) -> str:
        return repr(str(self))

    def __getstate__(self) -> dict:
        """Keep the texts for a pickle: values may be figures, which hold all the data."""
        kept = {language: self.told(language) for language in LANGUAGES}
        return {"_name": self._name, "_values": {}, "_kept": kept}


def worded(value: object, language: str) -> object:
    """Return a value as it stands in a message of a language; a whole number stays one."""
    if hasattr(value, "told"):
        return value.told(language)
    if callable(value):
        return value(language)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(worded(one, language)) for one in value)
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    return seen(str(value), kept="")


def quoted(name: object) -> Said:
    """Put a name in quotation marks, those of the language."""
    return Said("quoted", name=name)


def either(names: Iterable[object], most: int = _LISTED) -> object:
    """List what there is to choose from: ``a, b or c``.

    Examples
    --------
    >>> str(either(["a", "b", "c"])), either(["a", "b"]).told("vi"), either(["a"])
    ('a, b or c', 'a hoặc b', 'a')
    """
    *others, last = names
    if len(others) >= most:
        return shortened([*others, last], most)
    return Said("either", others=others, last=last) if others else last


def both(names: Iterable[object]) -> object:
    """List what goes together: ``a, b and c``."""
    *others, last = names
    return Said("both", others=others, last=last) if others else last


def apart(items: Iterable[object]) -> Callable[[str], str]:
    """List what holds commas itself: ``a, b; c, d``."""
    items = list(items)
    return lambda language: "; ".join(str(worded(one, language)) for one in items)


def shortened(names: list, most: int = _LISTED) -> object:
    """List names, of very many the first."""
    return names if len(names) <= most else Said("some-of", names=names[:most], count=len(names))


def brief(text: str, most: int = 60) -> str:
    """Cut a text that would fill a screen."""
    return text if len(text) <= most else text[: most - 1] + "…"


def seen(text: str, kept: str = "\n\t") -> str:
    r"""Write signs that would act on a screen, and not be seen there, as escapes.

    Examples
    --------
    >>> print(seen("Hà Nội\u202e\x1b[2J"))
    Hà Nội\u202e\x1b[2J
    """
    plain = (one.isprintable() or one in kept for one in text)
    return "".join(
        one if fits else one.encode("unicode_escape").decode()
        for one, fits in zip(text, plain, strict=True)
    )


def capital(text: str) -> str:
    """Begin a text with a capital letter and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def legible(text: str) -> str:
    r"""Write halves of letters, which no file can hold, as escapes.

    Examples
    --------
    >>> print(legible("Hà Nội\ud800"))
    Hà Nội\ud800
    """
    return text.encode(errors="backslashreplace").decode()


@lru_cache(maxsize=len(LANGUAGES))
def catalogue(language: str) -> dict[str, str]:
    """Map the names of messages to their texts as they stand in the catalogues."""
    found: dict[str, str] = {}
    for file in _files(language):
        try:
            _, *pieces = _HEAD.split(file.read_text(encoding="utf-8"))
        except UnicodeDecodeError:
            raise _unusable(file, "it is no UTF-8 text") from None
        for name, text in zip(pieces[::2], pieces[1::2], strict=True):
            found.setdefault(name, f"{name}{text}")
    return found


def parse(language: str) -> None:
    """Parse the messages of a language that need it, where there is time for it."""
    for name in catalogue(language):
        if not _plain(name, language) and not _bundle(language).has_message(name):
            _add(name, language)


@lru_cache(maxsize=8192)
def _plain(name: str, language: str) -> str | None:
    """Return a message that is filled in without Fluent, in a tenth of the time."""
    found = _PLAIN.fullmatch(catalogue(language)[name])
    return found and found[1]


def _add(name: str, language: str) -> None:
    """Parse a message, and those that it names: all of them would take longer than most work."""
    from fluent.runtime import FluentResource

    text = catalogue(language)[name]
    _bundle(language).add_resource(FluentResource(text))
    for other in _NAMED.findall(text):
        if not _bundle(language).has_message(other):
            _add(other, language)


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: str):
    from fluent.runtime import FluentBundle

    return FluentBundle([language], use_isolating=False)
