"""Errors of the package: each says what, where, what was expected and what to do."""

from __future__ import annotations

import difflib
import errno
import sysconfig
import traceback
from collections.abc import Iterable
from pathlib import Path

_SUGGESTED = 3  # names offered for one that is unknown
# Code that no reader of an error wrote.
_NOT_OWN = (
    str(Path(__file__).parent),
    *{sysconfig.get_path(name) for name in ("purelib", "stdlib")},
)


class WelfareError(Exception):
    """Base of every error a user can cause; its text is a sentence for that user."""

    exit_code = 1

    def _render_traceback_(self) -> list[str]:
        """Return what Jupyter prints: the line of the reader's own code, and the message.

        The way through this package says nothing to a reader.
        """
        own = [
            frame
            for frame in traceback.extract_tb(self.__traceback__)
            if not frame.filename.startswith(_NOT_OWN)
        ]
        where = [f"line {own[-1].lineno}: {own[-1].line}"] if own and own[-1].line else []
        return [*where, f"{type(self).__name__}: {self}"]


class UsageError(WelfareError, ValueError):
    """A wrong parameter, option or path."""

    exit_code = 2


class UnknownName(UsageError, LookupError):
    """A name that stands in no list, with the nearest names as suggestions.

    Parameters
    ----------
    kind : str
        What the name should be: ``"indicator"``, ``"area"``, ``"report"``, …
    name : object
        The name as given.
    known : iterable of str
        The allowed names.
    meant : iterable of str, optional
        What the name may mean, however it is spelt, the most likely first.
    """

    def __init__(self, kind: str, name: object, known: Iterable[str], meant: Iterable[str] = ()):
        name = str(name)  # whatever was given for one
        self.kind, self.name = kind, name
        self.known = sorted(set(known))
        near = [*meant, *suggest(name, self.known)]
        self.suggestions = list(dict.fromkeys(near))[:_SUGGESTED]
        hint = (
            f" Did you mean {_either(self.suggestions)}?"
            if self.suggestions
            else f" Known: {_shortened(self.known)}."
        )
        super().__init__(f"Unknown {kind} {name!r}.{hint}")


class DataProblems(WelfareError, ValueError):
    """All problems found in the data, together.

    Parameters
    ----------
    problems : sequence of validation.Problem
        Each with file, row, column, value, message and remedy.
    """

    exit_code = 3

    def __init__(self, problems):
        self.problems = list(problems)
        count = len(self.problems)
        lines = "\n".join(str(problem) for problem in self.problems)
        super().__init__(f"{counted(count, 'problem')} in the data:\n{lines}")


class NotComparable(WelfareError, ValueError):
    """A calculation that the figures do not support, with the reason."""

    exit_code = 3


class ReportError(WelfareError, RuntimeError):
    """A report that could not be built; names the notebook and the cell."""

    exit_code = 4


class BuildLocked(WelfareError, BlockingIOError):
    """Another build holds the lock of the output directory."""

    exit_code = 75


def counted(number: int, noun: str) -> str:
    """Write a number with its noun: ``1 figure``, ``2 figures``.

    Examples
    --------
    >>> counted(1, "report"), counted(0, "report")
    ('1 report', '0 reports')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def seen(text: str) -> str:
    r"""Write signs that would act on a screen, and not be seen there, as escapes.

    Examples
    --------
    >>> print(seen("Hà Nội\u202e\x1b[2J"))
    Hà Nội\u202e\x1b[2J
    """
    plain = (one.isprintable() or one in "\n\t" for one in text)
    return "".join(
        one if fits else one.encode("unicode_escape").decode()
        for one, fits in zip(text, plain, strict=True)
    )


def legible(text: str) -> str:
    r"""Write halves of letters, which no file can hold, as escapes.

    Examples
    --------
    >>> print(legible("Hà Nội\ud800"))
    Hà Nội\ud800
    """
    return text.encode(errors="backslashreplace").decode()


def is_of_memory(error: BaseException) -> bool:
    """Tell whether an error says, in one of its ways, that there is not enough memory.

    Examples
    --------
    >>> is_of_memory(MemoryError()), is_of_memory(OSError(errno.ENOMEM, "no room"))
    (True, True)
    >>> is_of_memory(ImportError("x.so: failed to map segment from shared object"))
    True
    >>> is_of_memory(ImportError("No module named 'x'"))
    False
    """
    if isinstance(error, ImportError):
        return "failed to map segment" in str(error) or "cannot allocate memory" in str(error)
    return isinstance(error, MemoryError) or getattr(error, "errno", None) == errno.ENOMEM


def suggest(name: str, known: Iterable[str], most: int = _SUGGESTED) -> list[str]:
    """List the known names nearest to a misspelt one, best first.

    Examples
    --------
    >>> suggest("poor_houshold_rate", ["poor_household_rate", "population"])
    ['poor_household_rate']
    """
    by_folded = {candidate.casefold(): candidate for candidate in known}
    near = difflib.get_close_matches(name.casefold(), by_folded, n=most, cutoff=0.6)
    return [by_folded[match] for match in near]


def _either(names: list[str]) -> str:
    quoted = [f"{name!r}" for name in names]
    return quoted[0] if len(quoted) == 1 else ", ".join(quoted[:-1]) + " or " + quoted[-1]


def _shortened(names: list[str], most: int = 12) -> str:
    shown = ", ".join(names[:most])
    return shown if len(names) <= most else f"{shown}, … ({len(names)} in all)"
