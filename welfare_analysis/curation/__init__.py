"""Curation: propose the figures of a new article, and take filled rows into the data."""

from .additions import Added, append
from .proposals import propose, text, unknown, write

__all__ = ["Added", "append", "propose", "text", "unknown", "write"]
