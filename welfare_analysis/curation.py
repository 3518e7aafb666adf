"""Curation: propose the figures of a new article as rows, and take filled rows into the data."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

import pandas as pd

from . import numerals
from .catalogue import Catalogue
from .codes import Confidence, Measure, PeriodBasis, Status
from .errors import DataProblems, UsageError
from .evidence import derives, find_spans, paragraphs, plain
from .tabular import package, validation

_QUALIFIER = (
    r"(?:(?:gần|hơn|trên|khoảng|xấp xỉ|ít nhất|tối đa|từ|nearly|about|more than|over|at least)\s+)?"
)
_NUMBER = r"\d+(?:[.,]\d+)*"
_SCALE = r"(?:\s?(?:nghìn|ngàn|triệu|tỷ|tỉ|thousand|million|billion)(?!\w))?"
_WORDS = r"(?:\s?%|(?:\s+[^\W\d_]+){1,3})?"
_FRACTION = r"(?:\s?/\s?\d+(?:[.,]\d+)*)?"
_CANDIDATE = re.compile(_QUALIFIER + _NUMBER + _FRACTION + _SCALE + _WORDS, re.IGNORECASE)
_ORDER = re.compile(r"hàng (?:chục|trăm|nghìn|triệu)(?: (?:nghìn|triệu))?(?:\s+[^\W\d_]+){1,2}")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[^\W\da-zà-ỹđ])")

# What helps the curator; these columns are dropped when the rows are appended.
HINTS = ("known", "sentence", "position", "context")


def propose(data: Catalogue, path: str | os.PathLike, source: str) -> pd.DataFrame:
    """List every figure of a text as a row of ``observations.csv`` to fill in.

    Parameters
    ----------
    data : Catalogue
        Tells what is curated or excluded already.
    path : path
        Archived text of the article, UTF-8.
    source : str
        Its identifier in ``sources.csv`` (or the one it will get).

    Returns
    -------
    pandas.DataFrame
        The columns `HINTS` – ``known`` (the observations or the reason of exclusion that hold
        the figure already, empty for a new one), number of the sentence in its paragraph,
        character position, some context – then the columns of ``observations.csv``: value,
        unit, qualifier, paragraph and token as read, the rest as the most common case.

    Raises
    ------
    UsageError
        If the file cannot be read as UTF-8 text.
    """
    try:
        lines = paragraphs(Path(path).read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise UsageError(f"No file {path}: name the archived text of the article.") from None
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{path} is not UTF-8 text (byte {error.start}): save it as UTF-8 first."
        ) from None
    language = _language(data, source)
    rows = []
    for number, line in enumerate(lines, 1):
        for match in _matches(line):
            rows += _rows(data, source, number, line, match, language)
    columns = [*HINTS, *data.observations.columns]
    return pd.DataFrame(rows, columns=columns)


def append(directory: str | os.PathLike, path: str | os.PathLike) -> int:
    """Check filled rows and add them to ``observations.csv``; nothing changes on a problem.

    Rows whose ``observation`` or ``indicator`` is empty are skipped: figures that a curator
    leaves out.

    Returns
    -------
    int
        Number of rows added.

    Raises
    ------
    DataProblems
        If the data would not be valid with the new rows.
    UsageError
        If the file is no filled proposal.
    """
    directory = Path(directory)
    target = directory / "observations.csv"
    columns = target.read_text(encoding="utf-8-sig").partition("\n")[0].strip().split(",")
    filled = _filled(Path(path), columns)
    with tempfile.TemporaryDirectory(dir=directory.parent) as folder:
        trial = Path(folder) / "data"
        shutil.copytree(directory, trial)
        with open(trial / "observations.csv", "a", encoding="utf-8", newline="") as file:
            filled.to_csv(file, header=False, index=False, lineterminator="\n")
        package.refresh(trial)
        problems = validation.check(package.read(trial))
        if problems:
            raise DataProblems(problems)
        for name in ("observations.csv", "datapackage.json"):
            os.replace(trial / name, directory / name)
    return len(filled)


def _filled(path: Path, columns: list[str]) -> pd.DataFrame:
    if not path.is_file():
        raise UsageError(f"No file {path}: name the CSV that curate wrote and you filled in.")
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, sep=None, engine="python",
                            encoding="utf-8-sig")  # fmt: skip
    except (UnicodeDecodeError, pd.errors.ParserError) as error:
        raise UsageError(f"{path} cannot be read as CSV in UTF-8: {error}.") from None
    absent = [column for column in columns if column not in table]
    if absent:
        raise UsageError(f"{path} lacks the columns {', '.join(absent)}: start from curate's CSV.")
    rows = table.loc[(table["observation"] != "") & (table["indicator"] != ""), columns]
    if rows.empty:
        raise UsageError(f"{path} has no row with both observation and indicator filled in.")
    return rows


def _matches(line: str) -> list[re.Match]:
    return sorted(
        [*_CANDIDATE.finditer(line), *_ORDER.finditer(line)], key=lambda match: match.start()
    )


def _rows(
    data: Catalogue, source: str, paragraph: int, line: str, match: re.Match, language: str
) -> list[dict]:
    """Make one row a figure of a token; a fraction gives two."""
    token = match.group().strip()
    try:
        found = numerals.read_all(token, language)
    except numerals.NumeralError as error:
        found = []
        note = str(error)
    hints = {
        "sentence": len(_SENTENCE_END.findall(line[: match.start()])) + 1,
        "position": match.start(),
        "context": line[max(0, match.start() - 40) : match.end() + 40],
    }
    blank = dict.fromkeys(data.observations.columns, "") | {
        "source": source, "paragraph": paragraph, "as_printed": token,
        "measure": Measure.ACTUAL.value, "status": Status.NORMAL.value,
        "period_basis": PeriodBasis.STATED.value, "confidence": Confidence.HIGH.value,
    }  # fmt: skip
    if not found:  # never guessed: the value stays empty and says why
        return [hints | blank | {"known": f"unreadable: {note}"}]
    return [
        hints
        | blank
        | {
            "known": _known(data, source, paragraph, line, match.span(), numeral.value, language),
            "value": f"{numeral.value:.10g}",
            "unit": _unit(data, token),
            "qualifier": numeral.qualifier.value,
        }
        for numeral in found
    ]


def _known(data, source, paragraph, line, span, value, language) -> str:
    """Name the curated rows or the exclusion that hold a figure at this place."""
    here = data.observations[
        (data.observations["source"] == source) & (data.observations["paragraph"] == paragraph)
    ]
    curated = [
        row.observation
        for row in here.itertuples()
        if abs(row.value - value) <= 1e-9 * max(1.0, abs(value))
        and derives(plain(row.as_printed), value, language)
        and any(_meet(span, place) for place in find_spans(plain(row.as_printed), line))
    ]
    if curated:
        return " ".join(curated)
    left_out = data.exclusions[
        (data.exclusions["source"] == source) & (data.exclusions["paragraph"] == paragraph)
    ]
    for row in left_out.itertuples():
        if any(_meet(span, place) for place in find_spans(plain(row.token), line)):
            return f"excluded: {row.reason_en}"
    return ""


def _meet(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _unit(data: Catalogue, token: str) -> str:
    """Guess the unit from the words after the figure: the first label that stands there."""
    folded = token.casefold()
    found = []
    for row in data.units.itertuples():
        for label in filter(None, (row.symbol, row.label_vi, row.label_en, row.plural_en)):
            edge = r"(?!\w)" if label[-1].isalnum() else ""
            match = re.search(rf"(?<![^\W\d_]){re.escape(label.casefold())}{edge}", folded)
            if match:
                found.append((match.start(), -len(label), row.unit))
    return min(found)[2] if found else ""


def _language(data: Catalogue, source: str) -> str:
    known = data.sources.loc[data.sources["source"] == source, "language"]
    return known.iloc[0] if len(known) else "vi"
