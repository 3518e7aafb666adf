"""Explore: a desk of widgets and a searchable table in JupyterLab, and their logic by itself."""

from .answer import Answer, answer
from .bases import on_base
from .choice import Choice, settled
from .opening import desk, search

__all__ = ["Answer", "Choice", "answer", "desk", "on_base", "search", "settled"]
