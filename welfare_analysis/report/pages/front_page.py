"""Index: one page of all reports by theme, place and language, made from the manifest alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import quote

from ...codes import LANGUAGES
from ...errors import UnknownName
from ...messages import message
from .. import colophon as furniture
from .assets import whole
from .markup import Markup, element, text, together

_FIRST, _LAST = "overview", ("quality", "other")
_PLACES = "places"
_THEMES = ("poverty", "training", "labour_export")


def index(manifest: dict) -> bytes:
    """Return the page that leads to every report.

    Parameters
    ----------
    manifest : dict
        As `records.joined` returns it.
    """
    language = LANGUAGES[0]
    groups = _grouped(manifest)
    sections = [_section(name, groups[name], manifest) for name in sorted(groups, key=_rank)]
    empty = element("p", _both("index-none")) if not sections else None
    newest = (
        [
            element("p", *_dated(manifest["data"], one), lang=one, class_="dateline")
            for one in LANGUAGES
        ]
        if manifest["data"]
        else []
    )
    heading = element(
        "div",
        element("h1", _both("index-title")),
        [
            element("p", message("index-lead", one), lang=one, class_="subtitle")
            for one in LANGUAGES
        ],
        newest,
        class_="masthead",
    )
    banner = element(
        "header", element("p", _both("report-series"), class_="series"), class_="banner"
    )
    main = element("main", heading, empty, sections, id="content", class_="index")
    foot = element(
        "footer", [element("p", message("index-footer", one), lang=one) for one in LANGUAGES]
    )
    title = " · ".join(message("index-title", one) for one in LANGUAGES)
    return whole(title, language, together(banner, main, foot))


def _dated(data: dict, language: str) -> Iterable[str]:
    if "date" in data:
        yield message(
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
    known = {output: _group(entry) for output, entry in manifest["reports"].items()}
    homes = {_stem(output): group for output, group in known.items()}
    for output, entry in {**manifest["reports"], **never}.items():
        group = known.get(output) or homes.get(_stem(output), "other")
        editions = groups.setdefault(group, {}).setdefault(_stem(output), {})
        editions[PurePosixPath(output).parts[0]] = {**entry, "output": output}
    return groups


def _stem(output: str) -> str:
    """Return what a report is called in every language."""
    return str(PurePosixPath(*PurePosixPath(output).parts[1:]).with_suffix(""))


def _group(entry: dict) -> str:
    theme, place = entry.get("theme"), entry.get("place")
    if isinstance(theme, str) and theme:
        return theme
    return _PLACES if isinstance(place, dict) else "other"


def _rank(group: str) -> tuple:
    order = [_FIRST, *_THEMES]
    if group in order:
        return 0, order.index(group), group
    if group == _PLACES:
        return 2, 0, group
    return (3, _LAST.index(group), group) if group in _LAST else (1, 0, group)


def _section(name: str, reports: dict[str, dict[str, dict]], manifest: dict) -> Markup:
    made = [_report(stem, reports[stem], manifest) for stem in sorted(reports, key=_place(reports))]
    anchor = f"group-{_rank(name)[0]}-{quote(name, safe='')}".replace("%", "-")
    return element(
        "section",
        element("h2", _named(name), id=anchor),
        element("div", made, class_="reports"),
        aria_labelledby=anchor,
    )


def _place(reports: dict) -> object:
    """Return the key that sorts reports by the rank of their place, then by name."""

    def rank(stem: str) -> tuple:
        places = [entry.get("place") for entry in reports[stem].values()]
        ranks = [
            one["rank"]
            for one in places
            if isinstance(one, dict) and isinstance(one.get("rank"), int)
        ]
        return min(ranks, default=1_000_000), stem

    return rank


def _named(group: str) -> Markup:
    """Name a group in both languages: by the index's own word, else by that of the data."""
    for name in (f"index-group-{group}", f"theme-{group}"):
        try:
            return _both(name)
        except UnknownName:
            continue
    return text(group)


def _both(name: str) -> Markup:
    first, *others = (
        words[:1].upper() + words[1:] for words in (message(name, one) for one in LANGUAGES)
    )
    rest = [
        together(" · ", element("span", words, lang=one))
        for words, one in zip(others, LANGUAGES[1:], strict=True)
    ]
    return together(first, *rest)


def _report(stem: str, editions: dict[str, dict], manifest: dict) -> Markup:
    order = [*(one for one in LANGUAGES if one in editions), *sorted(editions.keys() - LANGUAGES)]
    made = [_edition(stem, one, editions[one], manifest) for one in order]
    return element("article", made, class_="report", id=f"report-{_anchor(stem)}")


def _anchor(stem: str) -> str:
    return quote(stem, safe="").replace("%", "-")


def _edition(stem: str, language: str, entry: dict, manifest: dict) -> Markup:
    """Show one report in one language: its title, its files, its data, and what is amiss."""
    said = language if language in LANGUAGES else LANGUAGES[0]
    output = entry["output"]
    title = entry.get("title") if isinstance(entry.get("title"), str) else None
    page = quote(str(PurePosixPath(output).with_suffix(".html")))
    if "key" not in entry:
        head, links, dated = stem, None, None
    else:
        head = element("a", title or stem, href=page)
        sizes = entry.get("bytes") if isinstance(entry.get("bytes"), dict) else {}
        links = element(
            "p",
            element("a", _sized("screen", sizes.get("html"), said), href=page),
            element("a", _sized("paper", sizes.get("pdf"), said), href=quote(output)),
            class_="links",
        )
        dated = element(
            "p",
            message(
                "index-entry",
                said,
                date=_day(entry.get("data_date", "–"), said),
                revision=str(entry.get("data_revision", "–")),
            ),
        )
    state = _state(output, entry, manifest)
    return element(
        "div",
        element("h3", head),
        links,
        dated,
        element("p", message(f"index-{state}", said), class_="state") if state else None,
        class_="edition",
        lang=language,
    )


def _sized(name: str, size: object, language: str) -> str:
    words = message(f"index-{name}", language)
    if not isinstance(size, int) or size < 0:
        return words
    number = str(max(1, round(size / 1000)))
    return f"{words} ({message('index-size', language, size=number)})"


def _state(output: str, entry: dict, manifest: dict) -> str | None:
    if output in manifest["failed"]:
        return "failed" if "key" in entry else "never"
    latest = manifest["data"].get("made_with")
    return "behind" if latest and entry.get("checked") != latest else None
