"""Clipboard: a button that copies a table on the reader's own machine.

JupyterLab often runs on a server, whose clipboard nobody sees; so the browser copies.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..data.export.book import Book
from ..data.export.saving import tab_separated
from .render.html import part


@dataclass(frozen=True)
class CopyButton:
    """A button, and what it copies: for spreadsheets as text, for documents as a table."""

    book: Book
    page: str

    @property
    def text(self) -> str:
        """The table as tab-separated text with its note and the edition of the data."""
        return tab_separated(self.book)

    def __repr__(self) -> str:
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        page = part("notebook.html.j2", "copy_button", self, self.page)
        return {"text/html": page, "text/plain": self.text}
