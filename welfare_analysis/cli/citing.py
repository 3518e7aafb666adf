"""Citing: what the command line gives for a list of references."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from ..data.catalogue import Catalogue
from ..data.citations import of_report, written
from ..errors import UnknownName, UsageError
from ..judge.comparison import compare
from ..report.colophon import organisation
from ..report.joblist import default_out
from ..report.manifest import reports
from ..report.register import project, read_publisher
from ..show.views import cited
from ..texts import Said


def citation(
    data: Catalogue,
    names: Sequence[str],
    areas: Sequence[str] | None,
    sources: Sequence[str] | None,
    form: str,
    language: str,
) -> str:
    """Cite figures, comparisons on an indicator and published reports; without a name the data."""
    published = _published(language)
    figures, entries = [], []
    compared = [name for name in names if name not in published and name not in data]
    if (areas or sources) and not compared:
        raise UsageError(Said("cite-of-indicator"))
    for name in names:
        if name in published:
            entries.append(published[name])
        elif name in data:
            figures.append(name)
        else:
            figures += _compared(data, name, areas, sources, published)
    if figures or not entries:
        entries += cited(data, figures, language)
    return written(entries, form)


def _compared(
    data: Catalogue,
    name: str,
    areas: Sequence[str] | None,
    sources: Sequence[str] | None,
    published: dict[str, dict],
) -> list[str]:
    try:
        answer = compare(data, name, areas, source=sources)
    except UnknownName as error:
        if error.kind != "indicator":
            raise
        known = (*error.known, *published, *data)
        raise UnknownName("citable", name, known) from None
    return [name for one in answer.figures.values() for name in one.observations]


def _published(language: str) -> dict[str, dict]:
    """Return the entries of the reports that were built in a language, by their name."""
    entries, out = {}, default_out()
    publisher = read_publisher(project() / "reports" / "reports.yml")
    for output, built in reports(out).items():
        facts = {name: built.get(f"data_{name}") for name in ("date", "version", "revision")}
        if built.get("language") != language or not all((*facts.values(), built.get("title"))):
            continue
        name = PurePosixPath(output).stem
        by = organisation({"publisher": publisher}, language)
        entries[name] = of_report(name, built["title"], by, facts, language)
    return entries
