"""Clipboard: a button that copies a table on the reader's own machine.

JupyterLab often runs on a server, whose clipboard nobody sees; so the browser copies.
"""

from __future__ import annotations

import html
from dataclasses import dataclass

from ..data.export.book import Book
from ..data.export.saved_files import tab_separated
from ..messages import message

# What the page can do depends on the browser: the new way keeps the table, the old one its text.
_COPY = (
    "const box=this.parentElement,text=box.querySelector('textarea').value,"
    "page=box.querySelector('template').innerHTML,said=box.querySelector('[role=status]'),"
    "done=()=>{said.textContent=this.dataset.done},failed=()=>{said.textContent=this.dataset.failed};"
    "if(navigator.clipboard&&window.ClipboardItem){navigator.clipboard.write([new ClipboardItem({"
    "'text/plain':new Blob([text],{type:'text/plain'}),"
    "'text/html':new Blob([page],{type:'text/html'})})]).then(done,failed)}"
    "else{const area=box.querySelector('textarea');area.hidden=false;area.select();"
    "document.execCommand('copy')?done():failed();area.hidden=true}"
)


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
        language = self.book.language

        def said(name: str) -> str:
            return html.escape(message(f"export-{name}", language))

        page = (
            f'<div lang="{html.escape(language)}">'
            # The attribute keeps Enter for the button: JupyterLab would take it for a command.
            f'<button type="button" data-lm-suppress-shortcuts="true" data-done="{said("copied")}" '
            f'data-failed="{said("not-copied")}" onclick="{html.escape(_COPY)}">{said("copy")}'
            f'</button> <span role="status"></span><textarea hidden>{html.escape(self.text)}'
            f"</textarea><template>{self.page}</template></div>"
        )
        return {"text/html": page, "text/plain": self.text}
