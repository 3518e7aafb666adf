"""Colophon: what stands around every report, on paper and on the screen alike."""

from __future__ import annotations

import datetime
from pathlib import PurePosixPath

from ..data.citations import of_report, written
from ..data.notation import write_date
from ..messages import joined, message

_CHANGES = 2  # titles of changes that are named


def dateline(facts: dict, language: str) -> list[str]:
    """Return the date and the revision of the data, in words."""
    return [
        message("report-date", language, date=day(facts["date"], language)),
        message("report-revision", language, revision=facts["revision"]),
    ]


def keywords(language: str) -> list[str]:
    """Return the keywords of all reports."""
    return [word.strip() for word in message("report-keywords", language).split(",")]


def imprint(facts: dict, language: str, title: str) -> list[list[str]]:
    """Return who publishes a report, how to cite it, and what changed: names and texts.

    Parameters
    ----------
    facts : dict
        As for `colophon`; ``publisher`` is what the register says, ``changes`` what the log says.
    language : {"vi", "en"}
    title : str
        Of the report.
    """
    released = day(facts["date"], language)
    cited = {name: facts[name] for name in ("version", "revision")}
    cited |= {"publisher": organisation(facts, language), "title": title, "date": released}
    named = (organisation(facts, language), _said(facts, "contact", language))
    coming = _said(facts, "next", language)
    given = {
        "publisher": ". ".join(filter(None, named)),
        "cite": _label("cite-text", language, **cited),
        "release": _label("next", language, date=released, when=coming) if coming else released,
        "changes": _changes(facts.get("changes"), language),
        "record": _unrecorded(facts.get("unrecorded", []), language),
    }
    return [[_label(name, language), text] for name, text in given.items() if text]


def organisation(facts: dict, language: str) -> str:
    """Name who publishes the reports."""
    return _said(facts, "organisation", language) or message("report-publisher", language)


def bibtex(facts: dict, language: str, title: str) -> str:
    """Return the entry of a report for a list of references.

    Examples
    --------
    >>> facts = {"date": "2026-11-28", "version": "1", "revision": "0", "output": "en/overview.pdf"}
    >>> print(bibtex(facts, "en", "An {Overview}").splitlines()[1])
      title = {An Overview},
    """
    name = PurePosixPath(facts.get("output", "report")).stem
    entry = of_report(name, title, organisation(facts, language), facts, language)
    return written([entry], "bibtex")


def colophon(facts: dict, language: str) -> list[list[str]]:
    """Return what a report says about how it was made: pairs of a name and a text.

    Parameters
    ----------
    facts : dict
        ``date`` (ISO, of the data), ``version`` and ``revision`` of the data, ``software``,
        ``notebook``, ``parameters``.
    language : {"vi", "en"}
    """
    data = {name: facts[name] for name in ("version", "revision")}
    given = {
        "data": _label("data-text", language, date=day(facts["date"], language), **data),
        "reading": _label("reading-text", language),
        "notebook": facts["notebook"],
        "parameters": _parameters(facts["parameters"]),
        "software": _label("software-text", language, software=facts["software"]),
        "licence": _label("licence-text", language),
    }
    return [[_label(name, language), text] for name, text in given.items()]


def day(date: str, language: str) -> str:
    """Write an ISO date as the language does, in English with the whole name of the month.

    Examples
    --------
    >>> day("2026-02-05", "vi"), day("2026-02-05", "en")
    ('05/02/2026', '5 February 2026')
    """
    written = datetime.date.fromisoformat(date)
    if language == "vi":
        return write_date(written, language)
    from babel.dates import format_date

    return format_date(written, "d MMMM y", locale=language)


def _unrecorded(files: list[str], language: str) -> str:
    """Say which tables are not those that the data package records."""
    if not files:
        return ""
    return _label("record-text", language, files=joined(files, language), n=len(files))


def _label(name: str, language: str, **values: object) -> str:
    return message(f"report-about-{name}", language, **values)


def _said(facts: dict, name: str, language: str) -> str:
    """Return what the register says of the publisher; empty where it does not."""
    return facts.get("publisher", {}).get(name, {}).get(language, "")


def _changes(changes: dict | None, language: str) -> str:
    """Name what changed since the edition before: the first few, and how many more."""
    titles = changes["titles"][language] if changes else []
    if not titles:
        return ""
    named = "; ".join(titles[:_CHANGES])
    since, more = day(changes["since"], language), max(0, len(titles) - _CHANGES)
    return _label("changes-text", language, since=since, named=named, n=more)


def _parameters(parameters: dict) -> str:
    return "; ".join(
        f"{name} = {', '.join(map(str, value)) if isinstance(value, list) else value}"
        for name, value in parameters.items()
    )
