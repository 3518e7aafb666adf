"""Showing: what Jupyter asks of an object of any layer is answered by the views.

Views stand above the objects they show, and imports point one way.  So an object does not
import its view: the package, which stands above both, says here who makes views.
"""

from __future__ import annotations

from collections.abc import Callable

_makers: list[Callable] = []


def shown_by(maker: Callable) -> None:
    """Name the function that makes the view of an object; the last one named is asked."""
    _makers[:] = [maker]


class Shown:
    """An object that Jupyter shows as a rich view, in the language chosen by `set_language`."""

    __slots__ = ()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return _makers[0](self)._repr_mimebundle_(include, exclude)
