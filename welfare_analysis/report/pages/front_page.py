"""Front page: all reports by theme, place and language, made from the manifest alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from ...codes import LANGUAGES
from ...errors import UnknownName
from ...messages import message
from .. import colophon as furniture
from .page import whole

_FIRST, _LAST = "overview", ("quality", "other")
_PLACES = "places"
_UNRANKED = 1_000_000


def index(manifest: dict) -> bytes:
    """Return the page that leads to every report.

    Parameters
    ----------
    manifest : dict
        As `records.joined` returns it.
    """
    groups = _grouped(manifest)
    return whole(
        "front_page.html.j2",
        " · ".join(message("index-title", one) for one in LANGUAGES),
        LANGUAGES[0],
        " ".join(message("index-lead", one) for one in LANGUAGES),
        "website",
        languages=LANGUAGES,
        series=_both("report-series"),
        heading=_both("index-title"),
        empty=_both("index-none"),
        datelines=[(one, _dateline(manifest["data"], one)) for one in LANGUAGES],
        groups=[
            _group(name, groups[name], manifest)
            for name in sorted(groups, key=lambda name: _rank(name, groups[name]))
        ],
    )


def _dateline(data: dict, language: str) -> str:
    if "date" not in data:
        return ""
    return message(
        "index-data",
        language,
        date=_day(data["date"], language),
        version=data.get("version", "–"),
        revision=data.get("revision", "–"),
    )


def _day(date: object, language: str) -> str:
    try:
        return furniture.day(str(date), language)
    except ValueError:
        return str(date)


def _grouped(manifest: dict) -> dict[str, dict[str, dict[str, dict]]]:
    """Sort the reports: group, report, language; those that never came about among them."""
    groups: dict[str, dict[str, dict[str, dict]]] = {}
    never = {output: {} for output in manifest["failed"] if output not in manifest["reports"]}
    known = {output: _home(entry) for output, entry in manifest["reports"].items()}
    homes = {_stem(output): group for output, group in known.items()}
    for output, entry in {**manifest["reports"], **never}.items():
        group = known.get(output) or homes.get(_stem(output), "other")
        editions = groups.setdefault(group, {}).setdefault(_stem(output), {})
        editions[PurePosixPath(output).parts[0]] = {**entry, "output": output}
    return groups


def _stem(output: str) -> str:
    """Return what a report is called in every language."""
    return str(PurePosixPath(*PurePosixPath(output).parts[1:]).with_suffix(""))


def _home(entry: dict) -> str:
    theme, place = entry.get("theme"), entry.get("place")
    if isinstance(theme, str) and theme:
        return theme
    return _PLACES if isinstance(place, dict) else "other"


def _rank(group: str, reports: dict[str, dict[str, dict]]) -> tuple:
    """Return the place of a group: overview, themes as the data order them, places, the rest."""
    if group == _FIRST:
        return 0, 0, group
    if group == _PLACES:
        return 2, 0, group
    if group in _LAST:
        return 3, _LAST.index(group), group
    rank = _theme(reports).get("rank")
    return 1, rank if isinstance(rank, int) else _UNRANKED, group


def _theme(reports: dict[str, dict[str, dict]]) -> dict:
    """Return what a build read in the data of the theme that reports stand under."""
    entries = (entry for editions in reports.values() for entry in editions.values())
    named = (entry.get("theme_named") for entry in entries)
    return next((one for one in named if isinstance(one, dict)), {})


def _group(name: str, reports: dict[str, dict[str, dict]], manifest: dict) -> dict:
    anchor = f"group-{_rank(name, reports)[0]}-{_anchor(name)}"
    listed = [
        {"anchor": f"report-{_anchor(stem)}", "editions": _editions(stem, reports[stem], manifest)}
        for stem in sorted(reports, key=_place(reports))
    ]
    return {"anchor": anchor, "names": _named(name, reports), "reports": listed}


def _place(reports: dict) -> Callable[[str], tuple]:
    """Return the key that sorts reports by the rank of their place, then by name."""

    def rank(stem: str) -> tuple:
        places = [entry.get("place") for entry in reports[stem].values()]
        ranks = [
            one["rank"]
            for one in places
            if isinstance(one, dict) and isinstance(one.get("rank"), int)
        ]
        return min(ranks, default=_UNRANKED), stem

    return rank


def _named(group: str, reports: dict[str, dict[str, dict]]) -> list[str]:
    """Name a group in both languages: by the index's own word, else by that of the data."""
    try:
        return _both(f"index-group-{group}")
    except UnknownName:
        words = [_theme(reports).get(language) for language in LANGUAGES]
        return _capital(words) if all(isinstance(one, str) for one in words) else [group]


def _both(name: str) -> list[str]:
    return _capital(message(name, language) for language in LANGUAGES)


def _capital(words: Iterable[str]) -> list[str]:
    return [one[:1].upper() + one[1:] for one in words]


def _anchor(name: str) -> str:
    return quote(name, safe="").replace("%", "-")


def _editions(stem: str, editions: dict[str, dict], manifest: dict) -> list[dict]:
    order = [*(one for one in LANGUAGES if one in editions), *sorted(editions.keys() - LANGUAGES)]
    return [_edition(stem, one, editions[one], manifest) for one in order]


def _edition(stem: str, language: str, entry: dict, manifest: dict) -> dict:
    """Say of one report in one language: its title, its files, its data, and what is amiss."""
    said = language if language in LANGUAGES else LANGUAGES[0]
    state = _state(entry, manifest)
    shown = {
        "language": language,
        "title": stem,
        "page": None,
        "state": message(f"index-{state}", said) if state else None,
    }
    if "key" not in entry:
        return shown
    title = entry.get("title") if isinstance(entry.get("title"), str) else None
    sizes = entry.get("bytes") if isinstance(entry.get("bytes"), dict) else {}
    return shown | {
        "title": title or stem,
        "finding": entry["finding"] if isinstance(entry.get("finding"), str) else "",
        "page": quote(str(PurePosixPath(entry["output"]).with_suffix(".html"))),
        "paper": quote(entry["output"]),
        "on_screen": _sized("screen", sizes.get("html"), said),
        "on_paper": _sized("paper", sizes.get("pdf"), said),
        "dated": message(
            "index-entry",
            said,
            date=_day(entry.get("data_date", "–"), said),
            revision=str(entry.get("data_revision", "–")),
        ),
    }


def _sized(name: str, size: object, language: str) -> str:
    words = message(f"index-{name}", language)
    if not isinstance(size, int) or size < 0:
        return words
    number = str(max(1, round(size / 1000)))
    return f"{words} ({message('index-size', language, size=number)})"


def _state(entry: dict, manifest: dict) -> str | None:
    if entry["output"] in manifest["failed"]:
        return "failed" if "key" in entry else "never"
    latest = manifest["data"].get("made_with")
    return "behind" if latest and entry.get("checked") != latest else None
