"""Navigation: from one report to the others, by what the manifest says there is.

Nobody knows which reports there will be while a page is made.  Its ways are filled in when reports
are put in place, and again in the pages that stand already: none leads nowhere, none is missing.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from urllib.parse import quote

from markupsafe import Markup

from ...codes import LANGUAGES
from ...messages import message
from ...texts import capital
from ..plan import page_of

Reports = dict[str, dict[str, dict]]  # entries of the manifest by report and language

_FIRST, _LAST = "overview", ("quality", "other")
_PLACES = "places"
_UNRANKED = 1_000_000
_LIST = re.compile(r"<!--reports-->.*?<!--/reports-->", re.DOTALL)
_NAME = re.compile(r'<a data-place="([^"]*)"(?: href="[^"]*")?>')


def grouped(manifest: dict) -> dict[str, Reports]:
    """Sort the reports: group, report, language; those that never came about among them."""
    groups: dict[str, Reports] = {}
    never = {output: {} for output in manifest["failed"] if output not in manifest["reports"]}
    known = {output: _home(entry) for output, entry in manifest["reports"].items()}
    homes = {_stem(output): group for output, group in known.items()}
    for output, entry in {**manifest["reports"], **never}.items():
        group = known.get(output) or homes.get(_stem(output), "other")
        editions = groups.setdefault(group, {}).setdefault(_stem(output), {})
        editions[_language(output)] = {**entry, "output": output}
    return {name: groups[name] for name in sorted(groups, key=lambda one: rank(one, groups[one]))}


def _stem(output: str) -> str:
    """Return what a report is called in every language."""
    return str(PurePosixPath(*PurePosixPath(output).parts[1:]).with_suffix(""))


def _language(output: str) -> str:
    return PurePosixPath(output).parts[0]


def _home(entry: dict) -> str:
    theme, place = entry.get("theme"), entry.get("place")
    if isinstance(theme, str) and theme:
        return theme
    return _PLACES if isinstance(place, dict) else "other"


def rank(group: str, reports: Reports) -> tuple:
    """Return the place of a group: overview, themes as the data order them, places, the rest."""
    if group == _FIRST:
        return 0, 0, group
    if group == _PLACES:
        return 2, 0, group
    if group in _LAST:
        return 3, _LAST.index(group), group
    known = _theme(reports).get("rank")
    return 1, known if isinstance(known, int) else _UNRANKED, group


def _theme(reports: Reports) -> dict:
    """Return what a build read in the data of the theme that reports stand under."""
    entries = (entry for editions in reports.values() for entry in editions.values())
    named_so = (entry.get("theme_named") for entry in entries)
    return next((one for one in named_so if isinstance(one, dict)), {})


def by_place(reports: Reports) -> Callable[[str], tuple]:
    """Return the key that sorts reports by the rank of their place, then by name."""

    def place(stem: str) -> tuple:
        places = [entry.get("place") for entry in reports[stem].values()]
        ranks = [
            one["rank"]
            for one in places
            if isinstance(one, dict) and isinstance(one.get("rank"), int)
        ]
        return min(ranks, default=_UNRANKED), stem

    return place


def named(group: str, reports: Reports) -> list[str]:
    """Name a group in both languages: by the index's own word, else by that of the data."""
    if group in (_FIRST, _PLACES, *_LAST):
        return [capital(message(f"index-group-{group}", language)) for language in LANGUAGES]
    words = [_theme(reports).get(language) for language in LANGUAGES]
    return list(map(capital, words)) if all(isinstance(one, str) for one in words) else [group]


def linked(page: str, output: str, manifest: dict) -> str:
    """Fill in a page's ways to the other reports of its language; the same again if none changed.

    Parameters
    ----------
    page : str
        The HTML.
    output : str
        The PDF that the page stands beside.
    manifest : dict
        What `manifest.joined` returns.
    """
    groups = grouped({**manifest, "failed": []})
    items = [_item(label, other, output) for label, other in _labelled(groups, _language(output))]
    listed = f"<!--reports--><ul>{''.join(items)}</ul><!--/reports-->"
    profiles = _profiles(groups.get(_PLACES, {}), _language(output))

    def name(found: re.Match) -> str:
        profile = profiles.get(found[1], output)
        way = "" if profile == output else f' href="{_address(profile, output)}"'
        return f'<a data-place="{found[1]}"{way}>'

    return _NAME.sub(name, _LIST.sub(lambda _: listed, page))


def _item(label: str, other: str, output: str) -> str:
    if other == output:
        return Markup('<li><a aria-current="page">{}</a></li>').format(label)
    return Markup('<li><a href="{}">{}</a></li>').format(_address(other, output), label)


def _address(other: str, output: str) -> str:
    return quote(posixpath.relpath(page_of(other), posixpath.dirname(output)))


def _labelled(groups: dict[str, Reports], language: str) -> Iterator[tuple[str, str]]:
    """Give for each report of a language a few words, and its PDF."""
    place = LANGUAGES.index(language) if language in LANGUAGES else 0
    for group, reports in groups.items():
        words = named(group, reports)
        shared = group in (_PLACES, "other") or len(reports) > 1
        for stem in sorted(reports, key=by_place(reports)):
            if entry := reports[stem].get(language):
                place_of = entry["place"] if isinstance(entry.get("place"), dict) else {}
                own = place_of.get(language) or entry.get("title") or stem
                yield str(own if shared else words[place % len(words)]), entry["output"]


def _profiles(reports: Reports, language: str) -> dict[str, str]:
    """Return the PDF of each place that has a report of its own."""
    entries = (one[language] for one in reports.values() if language in one)
    return {str(entry["place"].get("area")): entry["output"] for entry in entries}
