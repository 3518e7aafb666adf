"""Errors of the package: each says what, where, what was expected and what to do.

To programs, logs and searches an error speaks English, to a reader the language chosen.
"""

from __future__ import annotations

import difflib
import errno
import sysconfig
import traceback
from collections.abc import Iterable
from pathlib import Path

from .texts import Said, brief, chosen, either, quoted, shortened

_LONGEST = 200  # letters of an unknown name that are repeated
_SUGGESTED = 3  # names offered for one that is unknown
# Code that no reader of an error wrote.
_NOT_OWN = (
    str(Path(__file__).parent),
    *{sysconfig.get_path(name) for name in ("purelib", "stdlib")},
)


class WelfareError(Exception):
    """Base of every error a user can cause; its text is a sentence for that user.

    Parameters
    ----------
    said : Said or str
        The sentence; text is English in every language.
    """

    exit_code = 1

    def told(self, language: str) -> str:
        """Return the sentence for a reader of that language."""
        said = self.args[0] if self.args else ""
        return said.told(language) if isinstance(said, Said) else str(said)

    def __str__(self) -> str:
        return self.told("en")

    def _render_traceback_(self) -> list[str]:
        """Return what Jupyter prints: the line of the reader's own code, and the message.

        The way through this package says nothing to a reader.
        """
        language = chosen()
        own = [
            frame
            for frame in traceback.extract_tb(self.__traceback__)
            if not frame.filename.startswith(_NOT_OWN)
        ]
        where = []
        if own and own[-1].line:
            line = Said("at-line", number=str(own[-1].lineno))
            where = [f"{line.told(language)}: {own[-1].line}"]
        return [*where, f"{type(self).__name__}: {self.told(language)}"]


class UsageError(WelfareError, ValueError):
    """A wrong parameter, option or path."""

    exit_code = 2


class UnknownName(UsageError, LookupError):
    """A name that stands in no list, with the nearest names as suggestions.

    Parameters
    ----------
    kind : str
        What the name should be: ``"indicator"``, ``"area"``, ``"report"``, …
        Message ``kind-<kind>`` is its word.
    name : object
        The name as given.
    known : iterable of str
        The allowed names.
    meant : iterable of str, optional
        What the name may mean, however it is spelt, the most likely first.
    """

    def __init__(self, kind: str, name: object, known: Iterable[str], meant: Iterable[str] = ()):
        self.kind, self.name = kind, str(name)  # whatever was given for one
        self.known, meant = sorted(set(known)), list(meant)
        near = [*meant, *suggest(self.name, self.known)]
        self.suggestions = list(dict.fromkeys(near))[:_SUGGESTED]
        super().__init__(kind, name if isinstance(name, Said) else self.name, self.known, meant)

    def told(self, language: str) -> str:
        """Return the sentence for a reader of that language."""
        if self.suggestions:
            hint = Said("hint-meant", names=either(map(quoted, self.suggestions)))
        elif self.known:
            hint = Said("hint-known", names=shortened(self.known))
        else:
            hint = Said("hint-none")
        kind, name = Said(f"kind-{self.kind}"), self.args[1]
        name = brief(name, _LONGEST) if isinstance(name, str) else name
        return Said("unknown-name", kind=kind, name=name, hint=hint).told(language)


class UnknownAttribute(UnknownName, AttributeError):
    """An unknown name behind a dot: what asks with `hasattr` expects an AttributeError."""


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
        super().__init__(self.problems)

    def told(self, language: str) -> str:
        """Return all problems, in English: their readers keep the data."""
        count = len(self.problems)
        lines = "\n".join(str(problem) for problem in self.problems)
        return f"{counted(count, 'problem')} in the data:\n{lines}"


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


def is_of_disk(error: BaseException) -> bool:
    """Tell whether an error says that the disk, or what a user may take of it, is full."""
    return getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)


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
    if isinstance(error, ImportError):  # of a library, or of one that needs it
        said = f"{error} {error.__cause__}"
        return "failed to map segment" in said or "cannot allocate memory" in said
    return isinstance(error, MemoryError) or getattr(error, "errno", None) == errno.ENOMEM


def limit(error: BaseException) -> str | None:
    """Say which limit of the machine an error comes from, and who sets it, if it does.

    Examples
    --------
    >>> limit(OSError(errno.EAGAIN, "no fork"))
    'no more processes may be started (see ulimit -u, or TasksMax of the unit).'
    >>> limit(OSError(errno.ENOENT, "no file"))
    """
    if is_of_memory(error):
        return "the memory that it may use is not enough (see ulimit -v, or MemoryMax of the unit)."
    again = getattr(error, "errno", None) == errno.EAGAIN
    if again and hasattr(error, "characters_written"):  # a stream that does not wait
        return None
    if again or "start new thread" in str(error):
        return "no more processes may be started (see ulimit -u, or TasksMax of the unit)."
    return None


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
