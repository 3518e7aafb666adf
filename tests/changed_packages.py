"""Changed, still valid copies of the data package, whose effect on a report is known beforehand.

Each change takes the tables and returns others; they may be done one after another:

    tables = changed.tenfold(changed.renamed(changed.read(), "VN-05", "Minh Châu"))
    data = wa.load(changed.write(tables, folder))

Comments and titles stand as people wrote them, but for names and years, which change with the
place and the dates that they name.
"""

import json
import re
import shutil
from decimal import Decimal
from pathlib import Path

import pandas as pd

from welfare_analysis.data import package
from welfare_analysis.data.text import fold

from . import reprinting

SHIPPED = Path(__file__).parents[1] / "data"
NEXT = "so-lieu-moi"  # the source of next year's rows

_TEXTS = re.compile(r"_vi$|_en$|^(title|aliases|publisher|instrument|admin_code_list)$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"(?<![\d.,])(?<![a-z]-)(?:19|20)\d\d(?![.,]?\d)")
_REFERENCE = re.compile(r"(\{[^{}]*\})")
_SAME = ["indicator", "area", "standard", "measure", "period_start", "period_end"]


def read(directory=SHIPPED):
    """Read every table of a package as text, by its name."""
    return {
        one["name"]: pd.read_csv(Path(directory) / one["path"], dtype=str, keep_default_na=False)
        for one in _resources(directory)
    }


def write(tables, folder):
    """Write tables as a package with hashes of its own; return its folder."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(SHIPPED / package.DESCRIPTOR, folder)
    for one in _resources(folder):
        tables[one["name"]].to_csv(folder / one["path"], index=False, lineterminator="\n")
    package.refresh(folder)
    return folder


def units_of(tables):
    """Return the units of a package by their code."""
    return {row["unit"]: row for row in tables["units"].to_dict("records")}


def _resources(directory):
    path = Path(directory) / package.DESCRIPTOR
    return json.loads(path.read_text(encoding="utf-8"))["resources"]


# --- places ---------------------------------------------------------------------------------


def renamed(tables, area, name):
    """Give a place another name, wherever it is named."""
    rename = renaming(tables, area, name)
    changed = _texts_mapped(tables, rename, also=("as_printed",))
    areas = changed["areas"]
    areas.loc[areas["area"] == area, ["name_vi", "name_en", "aliases"]] = [name, name, ""]
    areas["aliases"] = areas["aliases"].map(_each_once)
    return changed


def renaming(tables, area, name):
    """Return what writes a text with the place's new name: expect of a report what it makes.

    A name with digits (``13 xã``) stays in texts, where its digits may be a count; so does one
    of three letters or fewer, which may be something else.
    """
    row = tables["areas"].set_index("area").loc[area]
    names = {row["name_vi"], row["name_en"], *row["aliases"].split("|")}
    told = [one for one in names if len(fold(one)) > 3 and not re.search(r"\d", one)]
    if not told:
        return lambda text: text
    longest_first = "|".join(map(re.escape, sorted(told, key=len, reverse=True)))
    pattern = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")
    return lambda text: pattern.sub(name, text)


def _each_once(aliases):
    return "|".join({fold(one): one for one in reversed(aliases.split("|"))}.values())


def permuted(tables, seed=0):
    """Put the rows of places and of figures into another order."""
    mixed = {
        name: tables[name].sample(frac=1, random_state=seed, ignore_index=True)
        for name in ("areas", "observations")
    }
    return {**tables, **mixed}


# --- figures --------------------------------------------------------------------------------


def without(tables, observation):
    """Take one figure out, with every relation and every row that names it."""
    figures = tables["observations"]
    figures = figures[figures["observation"] != observation].reset_index(drop=True)
    figures["related_to"] = figures["related_to"].map(
        lambda cell: " ".join(one for one in cell.split() if not one.endswith(f":{observation}"))
    )
    naming = re.compile(rf"(?<![\w-]){re.escape(observation)}(?![\w-])")
    others = {name: table for name, table in tables.items() if name != "observations"}
    kept = {
        name: table[~table.apply(lambda cells: cells.str.contains(naming)).any(axis=1)]
        for name, table in others.items()
    }
    return {**kept, "observations": figures}


def exchanged(tables, *pairs):
    """Exchange the numbers of pairs of figures: what rose has fallen.

    Whatever is printed for the same place, subject, standard and period says the new number too;
    a second printing in the same paragraph, rounded before, says nothing more and goes.
    """
    figures = tables["observations"].copy()
    language = figures["source"].map(tables["sources"].set_index("source")["language"])
    same = [*_SAME, *({"breakdown"} & {*figures})]
    given, units = figures.set_index("observation"), units_of(tables)
    spoken = dict(zip(given.index, language, strict=True))
    for one, other in [*pairs, *(pair[::-1] for pair in pairs)]:
        twins = (figures[same] == given.loc[one, same]).all(axis=1)
        new = given.loc[other]
        figures.loc[twins, ["value", "qualifier"]] = new[["value", "qualifier"]].to_numpy()
        figures.loc[twins, "as_printed"] = [
            new["as_printed"]
            if reprinting.alike(told, spoken[other])
            else reprinting.anew(new["value"], units[new["unit"]], told)
            for told in language[twins]
        ]
    changed = {**tables, "observations": figures}
    again = figures[figures.duplicated([*same, "source", "paragraph", "value", "qualifier"])]
    for observation in again["observation"]:
        changed = without(changed, observation)
    return changed


def turned(tables, area, standard, before, after):
    """Exchange all that two dates of a place have in common, counts and rates alike."""
    figures = tables["observations"]
    here = figures[(figures["area"] == area) & (figures["standard"] == standard)]
    here = here[here["measure"].isin(["actual", "estimate"])]
    first, last = (
        here[here["period_end"] == day].groupby("indicator")["observation"].first()
        for day in (before, after)
    )
    both = first.index.intersection(last.index)
    return exchanged(tables, *zip(first[both], last[both], strict=True))


# --- all numbers, all dates -----------------------------------------------------------------


def tenfold(tables):
    """Multiply every count and density by ten: rates, amounts of money and years stay."""
    figures = tables["observations"].copy()
    kind = figures["unit"].map(tables["units"].set_index("unit")["kind"])
    counted = kind.isin(["count", "density"])
    language = figures["source"].map(tables["sources"].set_index("source")["language"])
    figures.loc[counted, "as_printed"] = [
        reprinting.tenfold(token, value, one)
        for token, value, one in zip(
            *(cells[counted] for cells in (figures["as_printed"], figures["value"], language)),
            strict=True,
        )
    ]
    figures.loc[counted, "value"] = figures.loc[counted, "value"].map(
        lambda value: f"{(Decimal(value) * 10).normalize():f}"
    )
    return {**tables, "observations": figures}


def years_later(tables, years=1):
    """Move every date of every table, and every year that a text names."""
    moved = _texts_mapped(tables, years_moved(years))
    return {
        name: table.map(lambda cell: _days_moved(cell, years) if _DAY.fullmatch(cell) else cell)
        for name, table in moved.items()
    }


def years_moved(years=1):
    """Return what moves the years in a text: expect of a report what it makes."""
    return lambda text: _YEAR.sub(lambda year: str(int(year.group()) + years), text)


def _days_moved(day, years):
    return f"{pd.Timestamp(day) + pd.DateOffset(years=years):%Y-%m-%d}"


def _texts_mapped(tables, change, also=()):
    """Change texts as people read them: what names a figure in a remark stays."""

    def changed(cell):
        parts = _REFERENCE.split(cell)
        return "".join(part if n % 2 else change(part) for n, part in enumerate(parts))

    return {
        name: table.apply(
            lambda cells: (
                cells.map(changed) if _TEXTS.search(cells.name) or cells.name in also else cells
            )
        )
        for name, table in tables.items()
    }


# --- more rows ------------------------------------------------------------------------------


def with_next_year(tables, factor=Decimal("0.9")):
    """Add to every place and subject a result of the year after its latest, so many times as large.

    Populations and other bases stay as they are.  Where the place or the standard ends before,
    or the latest result is one of several years, there is none.
    """
    latest = _latest(tables)
    names = {one: f"{NEXT}-{number}" for number, one in enumerate(latest["observation"], 1)}
    new = latest.assign(
        observation=list(names.values()),
        period_start=latest["period_start"].map(lambda day: day and _days_moved(day, 1)),
        period_end=latest["period_end"].map(lambda day: _days_moved(day, 1)),
        measure="actual",
        status="A",
        qualifier="exact",
        period_basis="stated",
        confidence="high",
        source=NEXT,
        **dict.fromkeys(("paragraph", "comment_vi", "comment_en"), ""),
    )
    if "standard_basis" in new:
        new["standard_basis"] = new["standard"].map(lambda code: code and "stated")
    based = new["indicator"].isin(_bases(tables["indicators"]))
    new["value"] = new["value"].where(based, new["value"].map(lambda one: _times(one, factor)))
    units = units_of(tables)
    new["as_printed"] = [
        reprinting.anew(value, units[unit], "vi")
        for value, unit in zip(new["value"], new["unit"], strict=True)
    ]
    new["related_to"] = [_rates_of(cell, names) for cell in latest["related_to"]]
    added = {"observations": new, "sources": _new_source(tables, new["period_end"].max())}
    return {
        name: pd.concat([table, added[name]], ignore_index=True) if name in added else table
        for name, table in tables.items()
    }


def _latest(tables):
    """Return the latest result of each place and subject that can have one a year later."""
    figures = tables["observations"]
    figures = figures[figures["measure"].isin(["actual", "estimate"])]
    series = ["indicator", "area", *({"breakdown"} & {*figures})]
    latest = figures.sort_values("period_end", kind="stable").groupby(series).tail(1).sort_index()
    end, start = (
        pd.to_datetime(latest[f"period_{one}"].replace("", None)) for one in ("end", "start")
    )
    later, lasting = end + pd.DateOffset(years=1), end - start > pd.Timedelta(days=366)
    for table in ("areas", "standards"):
        last = tables[table].set_index(table[:-1])["valid_to"].replace("", None)
        lasting |= later > pd.to_datetime(latest[table[:-1]].map(last))
    return latest[~lasting]


def _bases(indicators):
    of_people = indicators["theme"] == "population"
    return {*indicators["denominator"], *indicators.loc[of_people, "indicator"]}


def _times(value, factor):
    places = Decimal(1).scaleb(-len(value.partition(".")[2]))
    return f"{(Decimal(value) * factor).quantize(places):f}"


def _rates_of(related, names):
    links = [link.partition(":")[::2] for link in related.split()]
    return " ".join(
        f"{relation}:{names[other]}"
        for relation, other in links
        if relation == "rate_of" and other in names
    )


def _new_source(tables, day):
    sources = tables["sources"]
    row = sources[sources["kind"] == "comparator"].tail(1)
    blank = {*row} & {"edition_vi", "edition_en", "comment_vi", "comment_en", "independent_of"}
    return row.assign(
        source=NEXT,
        number=str(sources["number"].astype(int).max() + 1),
        publisher="Cục Thống kê",
        title="Số liệu mới nhất",
        date_published=day,
        date_read="notspecified",
        url="notspecified",
        language="vi",
        reliability="A",
        **dict.fromkeys(blank, ""),
    )
