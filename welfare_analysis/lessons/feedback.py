"""Feedback: what a student sees after a check, a hint or a look at the progress made."""

from __future__ import annotations

import html
from dataclasses import dataclass

from ..messages import message
from ..show.bundle import bundle
from ..show.inline import html_of, text_of

RIGHT, WRONG, OPEN, HINT = "right", "wrong", "open", "hint"
# Lines only: colours of text and page stay those of the theme, light or dark.
_COLOURS = {RIGHT: "#2e8b57", WRONG: "#c2571a", OPEN: "#808890", HINT: "#2f7fb5"}
_STYLE = "border-left:.3em solid {};padding:.35em .9em;margin:.4em 0;max-width:46em"


@dataclass(frozen=True)
class Feedback:
    """An answer to a student.

    Attributes
    ----------
    verdict : str
        ``right``, ``wrong``, ``open`` (not yet answered) or ``hint``.
    mistake : str
        Name of the anticipated mistake, else empty.
    markdown : str
        What is said, as inline Markdown.
    language : {"vi", "en"}
    """

    verdict: str
    mistake: str
    markdown: str
    language: str

    @property
    def label(self) -> str:
        """The verdict in a word or two."""
        return message(f"lesson-{self.verdict}", self.language)

    def __str__(self) -> str:
        return f"{self.label} {text_of(self.markdown)}".strip()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        said = f"**{self.label}** {self.markdown}".strip()
        content = {
            "kind": "prose",
            "language": self.language,
            "markdown": said,
            "observations": [],
            "verdict": self.verdict,
        }
        return bundle(content, html=self._html(said), markdown=said, plain=str(self))

    def _html(self, said: str) -> str:
        style = _STYLE.format(_COLOURS[self.verdict])
        return (
            f'<div role="status" lang="{html.escape(self.language)}" style="{style}">'
            f"{html_of(said)}</div>"
        )
