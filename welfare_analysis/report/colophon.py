"""Colophon: what stands around every report, on paper and on the screen alike."""

from __future__ import annotations

import datetime

from ..messages import message


def dateline(facts: dict, language: str) -> list[str]:
    """Return the date and the revision of the data, in words."""
    return [
        message("report-date", language, date=day(facts["date"], language)),
        message("report-revision", language, revision=facts["revision"]),
    ]


def keywords(language: str) -> list[str]:
    """Return the keywords of all reports."""
    return [word.strip() for word in message("report-keywords", language).split(",")]


def colophon(facts: dict, language: str) -> list[list[str]]:
    """Return what a report says about itself: pairs of a name and a text.

    Parameters
    ----------
    facts : dict
        ``date`` (ISO, of the data), ``version`` and ``revision`` of the data, ``software``,
        ``notebook``, ``parameters``.
    language : {"vi", "en"}
    """

    def label(name: str, **values) -> str:
        return message(f"report-about-{name}", language, **values)

    data = label(
        "data-text",
        version=facts["version"],
        revision=facts["revision"],
        date=day(facts["date"], language),
    )
    return [
        [label("data"), data],
        [label("reading"), label("reading-text")],
        [label("notebook"), facts["notebook"]],
        [label("parameters"), _parameters(facts["parameters"])],
        [label("software"), facts["software"]],
        [label("licence"), label("licence-text")],
    ]


def day(date: str, language: str) -> str:
    """Write an ISO date as the language does."""
    from babel.dates import format_date

    pattern = "d/M/y" if language == "vi" else "d MMMM y"
    return format_date(datetime.date.fromisoformat(date), pattern, locale=language)


def _parameters(parameters: dict) -> str:
    return "; ".join(
        f"{name} = {', '.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in parameters.items()
    )
