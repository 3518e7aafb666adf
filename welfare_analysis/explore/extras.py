"""Extras: what the desk needs beyond the package itself, and how to install what is missing."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, requires

from ..messages import message
from ..show import words


@dataclass(frozen=True)
class Notice:
    """One message in the place of what cannot be shown; nothing else of the notebook fails."""

    text: str
    command: str
    language: str

    def __str__(self) -> str:
        return f"{self.text}\n\n    {self.command}"

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        page = (
            f'<div lang="{self.language}" role="status" style="border-left:4px solid #b5472a;'
            f'padding:.5em 1em;max-width:46em">{html.escape(self.text)}'
            f"<pre>{html.escape(self.command)}</pre></div>"
        )
        return {"text/html": page, "text/plain": str(self)}


def absent(packages: Sequence[str]) -> list[str]:
    """List the packages that cannot be imported."""
    return [name for name in packages if not _imports(name)]


def notice(name: str, packages: Sequence[str], language: str) -> Notice:
    """Say which packages are missing, and the one command that installs them.

    Parameters
    ----------
    name : str
        The message that says what needs them.
    packages : sequence of str
        Names of distributions of the extra ``explore``.
    language : {"vi", "en"}
    """
    text = message(
        name,
        language,
        packages=words.joined(packages, language),
        n=len(packages),
        count=str(len(packages)),
    )
    wanted = " ".join(f'"{requirement}"' for requirement in _requirements(packages))
    return Notice(text, f"%pip install {wanted}", language)


def _imports(name: str) -> bool:
    try:
        import_module(name)
    except ImportError:
        return False
    return True


def _requirements(packages: Sequence[str]) -> list[str]:
    """Write the packages with the versions that the package declares for them."""
    try:
        declared = requires("welfare-analysis") or []
    except PackageNotFoundError:  # a checkout that was never installed
        declared = []
    found = {re.match(r"[\w.-]+", line)[0]: line.split(";")[0].strip() for line in declared}
    return [found.get(name, name) for name in packages]
