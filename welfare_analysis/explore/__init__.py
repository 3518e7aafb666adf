"""Explore: a desk of widgets and a searchable table in JupyterLab, and their logic by itself.

Here live what may be asked, what an answer consists of, the widgets that hold both, the table of
every figure, the completion of names in strings, and what a committed notebook keeps of a desk.
Comparisons, charts and tables themselves are made in `judge` and `show`.
"""

from .answer import Answer
from .choice import Choice, settled
from .open_desk import desk, search

__all__ = ["Answer", "Choice", "desk", "search", "settled"]
