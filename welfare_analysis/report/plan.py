"""Plan: the register expanded into jobs, everything checked before a kernel starts."""

from __future__ import annotations

import itertools
import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path, PurePosixPath

from ..codes import LANGUAGES
from ..errors import UnknownName, UsageError
from . import inputs, parameters
from .register import Report, project, read_publisher, read_reports

__all__ = ["Job", "Report", "plan", "project", "read_reports"]

_RESERVED = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_MOST = 10_000  # reports of one entry
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def folder_of(output: str) -> str:
    """Return the folder of the files that stand beside a page, by the PDF.

    Examples
    --------
    >>> folder_of("vi/overview.pdf")
    'vi/overview'
    """
    return str(PurePosixPath(output).with_suffix(""))


def page_of(output: str) -> str:
    """Return the path of the HTML page that stands beside a PDF."""
    return str(PurePosixPath(output).with_suffix(".html"))


@dataclass(frozen=True)
class Job:
    """One report to make, as PDF and as page; holds all it needs but the data and the package.

    Attributes
    ----------
    report, language : str
    notebook : str
        The notebook's path as messages show it.
    source : str
        The notebook's text.
    parameters : dict
        Every parameter in its declared type, `language` among them.
    output : str
        Path of the PDF relative to the output directory, with ``/``.
    timeout : int
        Seconds the notebook may take.
    theme : str
        What the index lists it under.
    publisher : dict
        Who publishes it, as the register says.
    """

    report: str
    language: str
    notebook: str
    source: str
    parameters: dict
    output: str
    timeout: int
    theme: str = ""
    publisher: dict = field(default_factory=dict)

    @property
    def page(self) -> str:
        """Path of the HTML page, beside the PDF."""
        return page_of(self.output)

    @property
    def folder(self) -> str:
        """Path of the folder of files beside the page."""
        return folder_of(self.output)

    def parts(self, data: str, audit: str, edited: Iterable[str] = ()) -> dict:
        """Return what the content key is made of.

        Parameters
        ----------
        data, audit : str
            Hashes.
        edited : iterable of str
            Tables of which it says that they differ from what the data package records.
        """
        return {
            "format": 7,
            "notebook": _sha256(self.source),
            "language": self.language,
            "parameters": self.parameters,
            "theme": self.theme,
            "publisher": self.publisher,
            "data": data,
            "audit": audit,
            "edited": list(edited),
            "package": inputs.package(),
            "typesetting": inputs.typesetting(),
            "versions": inputs.versions(),
        }


@lru_cache(maxsize=64)  # many reports may come of one notebook
def _sha256(source: str) -> str:
    return inputs.sha256(source.encode())


def plan(
    reports: Iterable[str],
    languages: Iterable[str],
    values: Mapping[str, object],
    resolve_area: Callable[[str], str],
    register: Path | None = None,
) -> list[Job]:
    """Expand the register into jobs.

    Parameters
    ----------
    reports : iterable of str
        Names of entries or of single reports (``area_profile_VN-HN``); none means all.
    languages : iterable of str
    values : mapping
        Parameters given for this build; they win over the register and the notebook.
    resolve_area : callable
        Turns what names an area into its code.
    register : path, optional
        Another ``reports.yml``; notebooks are found relative to its folder's parent.

    Raises
    ------
    UsageError
        For unknown names, wrong types and file names that leave the output directory.
    """
    root = Path(register).resolve().parent.parent if register else project()
    languages = list(dict.fromkeys(languages))
    for language in languages:
        if language not in LANGUAGES:
            raise UnknownName("language", language, LANGUAGES)
    if "language" in values:
        raise UsageError("The language is not a parameter: choose it with --lang.")
    entries = read_reports(register)
    singles = [
        single
        for entry in _wanted(entries, list(reports))
        for single in _expand(entry, root, values, resolve_area)
    ]
    _check_names(singles)
    chosen = _chosen(singles, {entry.name for entry in entries}, list(reports))
    publisher = read_publisher(register)
    return [_job(single, language, publisher) for language in languages for single in chosen]


@dataclass(frozen=True)
class _Single:
    entry: Report
    name: str
    source: str
    parameters: dict


def _wanted(entries: list[Report], names: list[str]) -> list[Report]:
    """Keep the entries that a name may concern, so that no other notebook is asked."""
    concerned: dict[str, Report] = {}
    for name in names:
        found = [entry for entry in entries if name == entry.name or _may_be(entry, name)]
        if not found:
            raise UnknownName("report", name, [entry.name for entry in entries])
        concerned.update({entry.name: entry for entry in found})
    return list(concerned.values()) if names else entries


def _may_be(entry: Report, name: str) -> bool:
    pieces = _PLACEHOLDER.split(entry.output)[::2]
    return re.fullmatch(".*".join(map(re.escape, pieces)), name) is not None


def _expand(entry: Report, root: Path, values: Mapping, resolve_area) -> list[_Single]:
    file = root / entry.notebook
    if not file.resolve().is_relative_to(root.resolve()):
        raise UsageError(f"The notebook {entry.notebook} lies outside the project.")
    source = parameters.read_notebook(file, entry.notebook)
    defaults = parameters.declared(source, entry.notebook)
    if "language" not in defaults:
        raise UsageError(f"{entry.notebook} declares no parameter 'language'.")
    each = {name: [values[name]] if name in values else every for name, every in entry.each.items()}
    if (count := math.prod(map(len, each.values()))) > _MOST:
        raise UsageError(
            f"'each' of report {entry.name!r} makes {count:,} reports, at most {_MOST:,} are made."
        )
    singles = []
    for combination in itertools.product(*each.values()):
        given = {**entry.parameters, **values, **dict(zip(each, combination, strict=True))}
        run = parameters.checked(given, defaults, entry.notebook, resolve_area)
        parameters.check_length(run, entry.least, f"report {entry.name!r}")
        singles.append(_Single(entry, _file_name(entry, run), source, run))
    return singles


def _file_name(entry: Report, run: dict) -> str:
    def value(match: re.Match) -> str:
        if match[1] not in run:
            raise UsageError(
                f"'output' of report {entry.name!r}: {UnknownName('parameter', match[1], run)}"
            )
        text = unicodedata.normalize("NFC", str(run[match[1]]))
        return re.sub(r"[^\w.-]+", "-", text).strip(".-") or "-"

    name = unicodedata.normalize("NFC", _PLACEHOLDER.sub(value, entry.output))
    for part in name.split("/"):
        if (
            part in ("", ".", "..")
            or _FORBIDDEN.search(part)
            or _RESERVED.fullmatch(part)
            or part[-1] in ". "
            or part[0] in ". "
            or len(part.encode()) > 200
        ):
            raise UsageError(
                f"The file name {name!r} of report {entry.name!r} cannot be used: expected plain "
                "words inside the output directory."
            )
    if name.split("/")[0].casefold() == "failed":
        raise UsageError(f"The file name {name!r} of report {entry.name!r} is taken for failures.")
    return name


def _check_names(singles: list[_Single]) -> None:
    """Refuse two reports that any file system would take for one file."""
    seen: dict[str, _Single] = {}
    for single in singles:
        folded = unicodedata.normalize("NFKC", single.name).casefold()
        other = seen.setdefault(folded, single)
        if other is not single:
            raise UsageError(
                f"Reports {other.entry.name!r} and {single.entry.name!r} would both be written to "
                f"{single.name}.pdf (upper and lower case count as equal)."
            )


def _chosen(singles: list[_Single], entries: set[str], names: list[str]) -> list[_Single]:
    known = entries | {single.name for single in singles}
    for name in names:
        if name not in known:
            raise UnknownName("report", name, known)
    return [s for s in singles if not names or s.entry.name in names or s.name in names]


def _job(single: _Single, language: str, publisher: dict) -> Job:
    return Job(
        report=single.name,
        language=language,
        notebook=single.entry.notebook,
        source=single.source,
        parameters={**single.parameters, "language": language},
        output=f"{language}/{single.name}.pdf",
        timeout=single.entry.timeout,
        theme=single.entry.theme,
        publisher=publisher,
    )
