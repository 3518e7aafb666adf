"""Front page: all reports by theme, place and language, made from the manifest alone."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import quote

from ...codes import LANGUAGES
from ...messages import message
from .. import colophon
from .navigation import by_place, grouped, named, rank
from .page import whole


def index(manifest: dict) -> bytes:
    """Return the page that leads to every report.

    Parameters
    ----------
    manifest : dict
        As `records.joined` returns it.
    """
    return whole(
        "front_page.html.j2",
        " · ".join(message("index-title", one) for one in LANGUAGES),
        LANGUAGES[0],
        " ".join(message("index-lead", one) for one in LANGUAGES),
        "website",
        languages=LANGUAGES,
        described=_described(manifest["data"]),
        series=_both("report-series"),
        heading=_both("index-title"),
        empty=_both("index-none"),
        datelines=[(one, _dateline(manifest["data"], one)) for one in LANGUAGES],
        groups=[_group(*group, manifest) for group in grouped(manifest).items()],
    )


def _described(data: dict) -> list[tuple[str, str]]:
    """Describe the data in the terms of schema.org, for who searches by machine."""
    texts = [
        (name, message(key, one))
        for one in LANGUAGES
        for name, key in (("name", "index-title"), ("description", "index-lead"))
    ]
    known = (("version", "version"), ("identifier", "revision"), ("dateModified", "date"))
    return [
        *texts,
        *((name, str(data[key])) for name, key in known if key in data),
        ("publisher", message("report-publisher", LANGUAGES[0])),
        *(("inLanguage", one) for one in LANGUAGES),
    ]


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
        return colophon.day(str(date), language)
    except ValueError:
        return str(date)


def _group(name: str, reports: dict[str, dict[str, dict]], manifest: dict) -> dict:
    anchor = f"group-{rank(name, reports)[0]}-{_anchor(name)}"
    listed = [
        {"anchor": f"report-{_anchor(stem)}", "editions": _editions(stem, reports[stem], manifest)}
        for stem in sorted(reports, key=by_place(reports))
    ]
    return {"anchor": anchor, "names": named(name, reports), "reports": listed}


def _both(name: str) -> list[str]:
    return [message(name, language) for language in LANGUAGES]


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
