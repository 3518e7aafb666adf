"""Names: find areas and indicators by code, name or alias."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from .. import arguments
from ..codes import PART_SIGN, dimensions, subject_code
from ..errors import UnknownName, UsageError
from ..texts import Said, apart
from .areas import containing, overlap, predecessors
from .catalogue import Catalogue
from .meanings import meant
from .text import fold, tidy, unaccented

# What kind of place it is stands before its name, and is no part of it.
_COMMON_NOUNS = (
    *("Vùng ", "Thành phố ", "Tỉnh ", "Huyện ", "Thị xã ", "Quận "),
    *("Phường ", "Xã ", "Thị trấn ", "Đặc khu "),
)


def within_sentence(name: str, language: str) -> str:
    """Write the name of an area as it stands inside a sentence.

    Examples
    --------
    >>> within_sentence("Thành phố Sông Công", "vi"), within_sentence("Hà Nội", "vi")
    ('thành phố Sông Công', 'Hà Nội')
    """
    common = language == "vi" and name.startswith(_COMMON_NOUNS)
    return name[:1].lower() + name[1:] if common else name


def name_within(data: Catalogue, area: str, language: str) -> str:
    """Write the name of an area inside a sentence."""
    return within_sentence(data.record("areas", area)[f"name_{language}"], language)


def proper_names(data: Catalogue, language: str) -> tuple[str, ...]:
    """List the names of places that keep their capital letter inside a sentence.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> "Hà Nội" in (names := proper_names(load(), "vi")), "Thành phố Sông Công" in names
    (True, False)
    """
    names = dict.fromkeys(data.areas[f"name_{language}"])
    return tuple(one for one in names if within_sentence(one, language) == one)


@arguments.reads(data=arguments.data, name=arguments.text)
def resolve_area(data: Catalogue, name: str) -> str:
    """Return the area code for a code, name or alias, with or without diacritics.

    A code stands for its area always, a full name as it is written before any other; of the
    boundaries of one place that follow each other, the first.  A name may be followed by that
    of an area which contains the place.

    Raises
    ------
    UnknownName
        If no area has such a name; the message suggests the nearest.
    UsageError
        If several places have it: the message lists them by level and parent.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> resolve_area(load(), "Sài Gòn"), resolve_area(load(), "ha noi")
    ('VN-SG', 'VN-HN')
    >>> resolve_area(load(), "Huyện Phù Yên, Sơn La")
    'VN-05-122'
    """
    found = _named(data, name)
    own, _, wider = name.rpartition(",")
    if not found and own.strip():
        around = set(_named(data, wider))
        found = [one for one in _named(data, own) if around & set(containing(data, one))]
    if not found:
        raise UnknownName("area", name, [*data.areas["area"], *data.areas["name_vi"]])
    if not _follow_each_other(data, found):
        areas = apart(_told_apart(data, one) for one in found)
        raise UsageError(Said("many-areas", name=name, count=len(found), areas=areas))
    return next(one for one in found if not set(found) & set(predecessors(data, one)))


@arguments.reads(data=arguments.data, names=arguments.some(arguments.texts))
def resolve_areas(data: Catalogue, names: str | Iterable[str]) -> list[str]:
    """Return the codes of areas, each once; one name alone is never split into its letters.

    Raises
    ------
    UnknownName
        If an area has no such name.
    UsageError
        If there is no name at all.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> resolve_areas(load(), "Hà Nội"), resolve_areas(load(), ["Sài Gòn", "TP.HCM"])
    (['VN-HN'], ['VN-SG'])
    """
    return list(dict.fromkeys(resolve_area(data, name) for name in names))


@arguments.reads(data=arguments.data, name=arguments.text)
def resolve_subject(data: Catalogue, name: str) -> str:
    """Return the indicator or concept code for a code or a title, with or without diacritics.

    Raises
    ------
    UnknownName
        If nothing has that name; the message suggests the nearest.
    UsageError
        If it names a theme: the message lists its indicators.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> resolve_subject(load(), "tỷ lệ hộ nghèo"), resolve_subject(load(), "labour_export")
    ('poor_household_rate', 'labour_export')
    """
    if name in _subjects(data):
        return name
    table = data.indicators
    folded = fold(name)
    for title in ("title_vi", "title_en"):
        found = table.loc[table[title].map(fold) == folded, "indicator"]
        if len(found):
            return found.iloc[0]
    of_theme = table.loc[table["theme"] == name, "indicator"].tolist()
    if of_theme:
        raise UsageError(Said("theme-given", name=name, indicators=of_theme))
    codes = (*table["indicator"], *table["concept"])
    known = [*codes, *table["title_vi"], *table["title_en"]]
    raise UnknownName("indicator", name, known, meant(data, name, least=1))


def resolve_indicators(data: Catalogue, name: str) -> list[str]:
    """Return the indicator codes for an indicator or a concept, by code or title."""
    return list(_subjects(data)[resolve_subject(data, name)])


def _subjects(data: Catalogue) -> dict[str, list[str]]:
    """Map the code of every concept to its indicators, and that of every indicator to itself."""
    if "subjects" not in data._records:
        found: dict[str, list[str]] = {}
        codes = data.indicators["indicator"].tolist()
        for concept, code in zip(data.indicators["concept"], codes, strict=True):
            found.setdefault(concept, []).append(code)
        data._records["subjects"] = found | {code: [code] for code in codes}
    return data._records["subjects"]


def divided(data: Catalogue, indicators: Iterable[str] | None, names: Iterable[str]) -> list[str]:
    """Return the codes of indicators divided by breakdowns: by a part, or by all of a dimension.

    Parameters
    ----------
    data : Catalogue
    indicators : iterable of str or None
        Codes of the codebook; None for all.
    names : iterable of str
        Codes or titles of parts, or dimensions: ``sex=F``, ``women``, ``sex``.

    Raises
    ------
    UsageError
        If the indicators have no such figures; the message lists what there is.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> divided(load(), ["land_area"], ["sex=F"])
    Traceback (most recent call last):
    ...
    welfare_analysis.errors.UsageError: No figures of land_area by 'sex=F': there are totals only.
    """
    table = data.indicators
    if indicators is not None:
        table = table[table["base"].isin(indicators)]
    table = table[table["breakdown"] != ""]
    found = []
    for name in names:
        wanted = _breakdown_named(data, name)
        own = [wanted in (one, PART_SIGN.join(dimensions(one))) for one in table["breakdown"]]
        if not any(own):
            known = list(dict.fromkeys(table["breakdown"]))
            there = Said("expected-one-of", names=known) if known else Said("totals-only")
            of = "all" if indicators is None else "some"
            facts = {"indicators": list(indicators or ()), "name": name, "there": there}
            raise UsageError(Said("not-divided", of=of, **facts))
        found += table.loc[own, "indicator"].tolist()
    return list(dict.fromkeys(found))


def divided_subject(data: Catalogue, subject: str, breakdown: str) -> str:
    """Return the code of an indicator or concept, divided by one breakdown.

    Raises
    ------
    UsageError
        If it has no such figures, or the breakdown names several parts; the message lists them.
    """
    found = divided(data, resolve_indicators(data, subject), [breakdown])
    parts = list(dict.fromkeys(data.record("indicators", one)["breakdown"] for one in found))
    if len(parts) > 1:
        raise UsageError(Said("many-parts", name=breakdown, count=len(parts), parts=parts))
    return subject_code(subject, parts[0])


def _breakdown_named(data: Catalogue, name: str) -> str:
    """Return the code of a breakdown by its title, else the name as it is."""
    for row in data.breakdowns.to_dict("records"):
        if fold(name) in (fold(row["title_vi"]), fold(row["title_en"])):
            return row["breakdown"]
    return name


def _named(data: Catalogue, name: str) -> list[str]:
    """List the areas that a name can mean: by code, full name, spelling, or letters alone."""
    spelt, folded = _spelt(name), fold(name)
    codes, full, other, letters = _area_names(data)
    if folded in codes:
        return codes[folded]
    if spelt in full:
        return full[spelt]
    if spelt in other and spelt != unaccented(spelt):  # without its marks it may be any of them
        return other[spelt]
    return letters.get(folded, [])


def _area_names(data: Catalogue) -> tuple[dict[str, list[str]], ...]:
    """Map codes, full names and all names as spelt, and all names by their letters, to areas."""
    if "area names" not in data._records:
        maps: tuple[dict[str, list[str]], ...] = ({}, {}, {}, {})
        for row in data.areas.to_dict("records"):
            full = (row["name_vi"], row["name_en"])
            every = (*full, *filter(None, row["aliases"].split("|")))
            keys = (
                (fold(row["area"]),),
                map(_spelt, full),
                map(_spelt, every),
                map(fold, every),
            )
            for known, names in zip(maps, keys, strict=True):
                for name in dict.fromkeys(names):
                    known.setdefault(name, []).append(row["area"])
        data._records["area names"] = maps
    return data._records["area names"]


def _spelt(name: str) -> str:
    return tidy(name).casefold()


def _follow_each_other(data: Catalogue, areas: list[str]) -> bool:
    """Tell whether no two areas were in force at once, and all are of one level or one line."""
    rows = [data.record("areas", area) for area in areas]
    if any(overlap(a, b) for a, b in itertools.combinations(rows, 2)):
        return False
    line = sum(not set(areas) & set(predecessors(data, area)) for area in areas) == 1
    return line or len({row["level"] for row in rows}) == 1


def _told_apart(data: Catalogue, area: str) -> Said:
    """Name an area so that it is no other: with the area around it, its level and its code."""
    row = data.record("areas", area)
    around = data.record("areas", row["parent"])["name_vi"] if row["parent"] else ""
    full = f"{row['name_vi']}, {around}" if around else row["name_vi"]
    return Said("told-apart", name=full, level=Said(f"level-{row['level']}"), area=area)
