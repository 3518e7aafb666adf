"""Explore: a desk of widgets and a searchable table in JupyterLab, and their logic by itself."""

from .answer import Answer
from .choice import Choice, settled
from .open_desk import desk, search

__all__ = ["Answer", "Choice", "desk", "search", "settled"]
