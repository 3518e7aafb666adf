"""Formats: a book for other programs: Parquet, Stata, LaTeX, SDMX-CSV."""

from __future__ import annotations

import csv
import datetime
import io
import json
import re

import pandas as pd

from ...errors import UsageError
from ...messages import message
from ...texts import Said
from ..figures import Observation
from .book import COLUMNS, Book, Sheet
from .values import written

# Columns of figures that stand in a printed table; the others go with a file for programs.
_PRINTED = ("area_name", "indicator_title", "period_end", "as_printed", "unit_label", "measure")
_PRINTED += ("status", "standard", "publisher")
_STATA_NAME, _STATA_LABEL, _STATA_LONG = 32, 80, 2045  # letters
# Stata writes a time into its files; an equal selection is to be an equal file.
_STATA_TIME = datetime.datetime(2000, 1, 1)
_SDMX = (
    *("STRUCTURE[;]", "STRUCTURE_ID", "ACTION", "OBSERVATION", "REF_AREA", "INDICATOR"),
    *("BREAKDOWN", "MEASURE", "STANDARD", "SOURCE", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS"),
    *("UNIT_MEASURE", "LOWER_BOUND", "UPPER_BOUND", "AS_PRINTED", "COMMENT_OBS"),
)
_DATAFLOW = "WELFARE:LOCALITIES"
_NO_CODE = re.compile(r"[^A-Za-z0-9_@$-]+")


def parquet(book: Book) -> bytes:
    """Return the first sheet as a Parquet file; note and edition are its metadata."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pandas(frame(book.sheets[0]), preserve_index=False)
    about = {name.encode(): text.encode() for name, text in _about(book).items()}
    stream = io.BytesIO()
    pq.write_table(
        table.replace_schema_metadata({**(table.schema.metadata or {}), **about}), stream
    )
    return stream.getvalue()


def stata(book: Book) -> bytes:
    """Return the first sheet as a file of Stata 14 or newer; what heads a column labels it."""
    found = frame(book.sheets[0])
    texts = found.select_dtypes("str").columns
    found[texts] = found[texts].fillna("")
    names = _stata_names(list(found.columns))
    labels = {names[head]: str(head)[:_STATA_LABEL] for head in found.columns}
    found = found.rename(columns=names)
    dates = dict.fromkeys(found.select_dtypes("datetime").columns, "td")
    texts = found.select_dtypes("str").columns
    long = [name for name in texts if found[name].str.encode("utf-8").str.len().max() > _STATA_LONG]
    stream = io.BytesIO()
    found.to_stata(
        stream,
        write_index=False,
        version=118,
        convert_dates=dates,
        convert_strl=long,
        variable_labels=labels,
        data_label=f"{book.title} {book.edition}"[:_STATA_LABEL],
        time_stamp=_STATA_TIME,
    )
    return stream.getvalue()


def latex(book: Book) -> bytes:
    """Return the first sheet as a table of LaTeX (package booktabs) with its note below."""
    sheet = book.sheets[0]
    shown = [name for name in _PRINTED if name in sheet.header]
    places = [sheet.header.index(name) for name in shown] if set(COLUMNS) <= {*sheet.header} else []
    places = places or range(len(sheet.header))
    lines = [[_latex(sheet.header[place]) for place in places]]
    lines += [[_latex(written(row[place])) for place in places] for row in sheet.rows]
    head, *body = (" & ".join(line) + r" \\" for line in lines)
    below = [_latex(text) for text in (book.note, _edition(book)) if text]
    made = [
        r"\begin{table}",
        rf"\caption{{{_latex(book.title)}}}",
        rf"\begin{{tabular}}{{{'l' * len(lines[0])}}}",
        *(r"\toprule", head, r"\midrule", *body, r"\bottomrule", r"\end{tabular}"),
        *(rf"\par\footnotesize {text}" for text in below),
        r"\end{table}",
    ]
    return ("\n".join(made) + "\n").encode()


def sdmx(book: Book) -> bytes:
    """Return the printed figures as SDMX-CSV 2.0: codes, plain numbers, status letters of SDMX."""
    if not book.figures:
        raise UsageError(Said("no-sdmx"))
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_SDMX)
    version = book.data.version if book.data is not None else "1.0"
    writer.writerows(_observation(one, version, book.language) for one in book.figures)
    return stream.getvalue().encode()


FORMATS = {".parquet": parquet, ".dta": stata, ".tex": latex, ".sdmx.csv": sdmx}


def frame(sheet: Sheet) -> pd.DataFrame:
    """Return a sheet as a frame of numbers, days and text, each column of one kind."""
    columns = list(zip(*sheet.rows, strict=True)) if sheet.rows else [()] * len(sheet.header)
    heads = _distinct([str(one) for one in sheet.header])
    return pd.DataFrame({head: _column(cells) for head, cells in zip(heads, columns, strict=True)})


def _column(cells: tuple) -> pd.Series:
    given = [cell for cell in cells if cell is not None]
    if given and all(isinstance(cell, bool) for cell in given):
        return pd.Series(cells, dtype="boolean")
    if given and all(isinstance(cell, int | float) for cell in given):
        return pd.Series(cells, dtype="float64" if len(given) < len(cells) else None)
    if given and all(isinstance(cell, datetime.date) for cell in given):
        return pd.to_datetime(pd.Series(cells))
    return pd.Series([None if cell is None else str(cell) for cell in cells], dtype="str")


def _distinct(names: list[str]) -> list[str]:
    """Give names that stand twice a number."""
    return [
        f"{name} ({names[:place].count(name) + 1})" if name in names[:place] else name
        for place, name in enumerate(names)
    ]


def _stata_names(heads: list[str]) -> dict[str, str]:
    """Name the columns as Stata may: letters, digits and _, each its own."""
    names: dict[str, str] = {}
    for number, head in enumerate(heads, 1):
        name = re.sub(r"\W+", "_", head).strip("_")[:_STATA_NAME]
        name = f"v{number}" if not name or name[0].isdigit() else name
        names[head] = f"{name[: _STATA_NAME - 4]}_{number}" if name in names.values() else name
    return names


def _about(book: Book) -> dict[str, str]:
    facts = {"title": book.title, "note": book.note, "edition": book.edition}
    facts["licence"] = message("export-licence-text", book.language)
    facts["sources"] = json.dumps(
        {one.source: one.source_row["url"] for one in book.figures}, ensure_ascii=False
    )
    return facts


def _edition(book: Book) -> str:
    return f"{message('export-edition', book.language)}: {book.edition}" if book.edition else ""


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in " ".join(text.split()))


_LATEX = {sign: f"\\{sign}" for sign in "&%$#_{}"}
_LATEX |= {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def _observation(figure: Observation, version: str, language: str) -> list[str]:
    low, high = (written(end) for end in (figure.interval.low, figure.interval.high))
    codes = (figure.observation, figure.area, figure.base, figure.breakdown or "_T")
    codes += (figure.measure, figure.standard or "_Z", figure.source)
    return [
        *("dataflow", f"{_DATAFLOW}({version})", "I"),
        *(_NO_CODE.sub("_", code) for code in codes),
        _time(figure),
        written(figure.value),
        ";".join(figure.status.split()),
        figure.unit,
        *(low, high),
        written(figure.as_printed),
        written(figure.row[f"comment_{language}"]),
    ]


def _time(figure: Observation) -> str:
    """Write a period as SDMX has it: a day, a year, or its first day and its length."""
    start, end = figure.period_start, figure.period_end
    if start is None:
        return end.isoformat()
    after = end + datetime.timedelta(days=1)
    months = (after.year - start.year) * 12 + after.month - start.month
    if start.day != after.day:
        return f"{start.isoformat()}/P{(after - start).days}D"
    if (start.month, start.day, months) == (1, 1, 12):
        return str(start.year)
    return (
        f"{start.isoformat()}/P{months}M"
        if months % 12
        else f"{start.isoformat()}/P{months // 12}Y"
    )
