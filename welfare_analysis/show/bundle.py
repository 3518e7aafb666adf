"""Bundles: what a shown object hands to Jupyter and to the reports."""

from __future__ import annotations

import datetime

MIME = "application/vnd.welfare-analysis.v1+json"


def bundle(content: dict, **parts: str) -> dict:
    """Put the JSON part of an object beside its other representations.

    Parameters
    ----------
    content : dict
        The part a report is made from; has ``kind`` and ``language``.
    **parts
        Representations by the second half of their type: ``html``, ``plain``, ``markdown``,
        ``svg``.
    """
    kinds = {
        "html": "text/html",
        "plain": "text/plain",
        "markdown": "text/markdown",
        "svg": "image/svg+xml",
    }
    return {MIME: content} | {kinds[name]: text for name, text in parts.items()}


def unique(names) -> tuple[str, ...]:
    """Return names once each, in their order."""
    return tuple(dict.fromkeys(name for name in names if name))


def is_date(value: object) -> bool:
    """Tell whether a value is a date (a ``NaT`` is none)."""
    return isinstance(value, datetime.date) and value == value
