"""Jupyter: what a session shows of an object of any room is its view.

Views stand above the objects that they show, and an object does not know its view: it is the
session that is told, by the names of the classes, so that nothing is loaded before it is shown.
"""

from __future__ import annotations

from importlib import import_module

_ROOT = __package__.rpartition(".")[0]
# Where the classes are that have a view, as `views` makes them.
VIEWED = {
    "data.catalogue": "Catalogue",
    "data.figures": "Observation",
    "data.intervals": "Interval",
    "judge.audit": "Audit",
    "judge.comparison": "Comparison",
    "judge.derived": "Measure",
    "judge.findings.found": "Findings",
    "show.prose.brief": "Brief",
}


def show_views(session) -> None:
    """Have an IPython session show the objects of this package by their views.

    Parameters
    ----------
    session : IPython.core.interactiveshell.InteractiveShell
    """
    formatter = session.display_formatter.mimebundle_formatter
    for module, name in VIEWED.items():
        formatter.for_type_by_name(f"{_ROOT}.{module}", name, _bundle)


def _bundle(shown: object) -> dict | None:
    views = import_module(".views", __package__)
    return views.view(shown)._repr_mimebundle_() if views.has_view(shown) else None
