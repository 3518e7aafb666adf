"""Proposals: the figures of a new article as rows to fill in."""

from __future__ import annotations

import hashlib
import json
import os
import re

import numpy as np
import pandas as pd

from ..codes import Confidence, PeriodBasis, Status
from ..data.catalogue import Catalogue
from ..data.descriptor import DESCRIPTOR
from ..data.evidence import find_spans, paragraphs, places, plain
from ..data.export.values import disarmed
from ..data.faults import spell
from ..data.problems import listed
from ..errors import UsageError, suggest
from ..files import bytes_of
from ..files import write as save
from .guesses import GUESSED, Guesser
from .passages import Article, Passage
from .tokens import Token, find, meet

# What helps the curator; these columns are dropped when the rows are appended.  Until `confirm`
# is emptied, its cells are guesses, and the row is not taken.
HINTS = ("known", "confirm", "note", "candidates", "sentence", "position", "context")
# Filled in, they make a row of exclusions.csv: digits that are no figure.
REASONS = ("reason_vi", "reason_en")

_REASONS = {
    "date": ("Ngày, tháng, năm hoặc giờ.", "Date, year or time."),
    "document": ("Số hiệu văn bản, chương trình.", "Number of a document or programme."),
    "phone": ("Số điện thoại, đường dây nóng.", "Telephone number."),
}
# Nobody has read the row yet: nothing is stated, certain or checked.
_UNREVIEWED = {
    "status": Status.UNVALIDATED.value,
    "period_basis": PeriodBasis.INFERRED.value,
    "confidence": Confidence.LOW.value,
}
_AFTER_DIGITS = re.compile(r"\d\s+([^\W\d_]+\s+[^\W\d_]+)")
_CONTEXT = 40
_LONGEST, _MOST = 40_000, 1_000  # characters and figures of a paragraph
_MOST_OF_ALL = 5_000  # figures of a text, each of which takes a hundredth of a second


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
        the figure already, empty for a new one), ``note`` (why the value was left empty),
        number of the sentence in its paragraph, character position, some context – then
        `REASONS`, given for dates and numbers of documents, then the columns of
        ``observations.csv``: value, unit, qualifier, paragraph and token as read, the rest as
        the most common case.

    Raises
    ------
    UsageError
        If the file cannot be read as UTF-8 text, the identifier is none that ``sources.csv``
        can hold, or a paragraph holds more figures than one of an article does.
    """
    _check_identifier(data, source)
    article, units = Article(tuple(paragraphs(_text(path)))), _Units(data)
    language = _language(data, source)
    found = _found(path, article, language)
    guesser = Guesser(data, article, source, language)
    rows = []
    for number, (line, tokens) in enumerate(zip(article.lines, found, strict=True), 1):
        paragraph = _Paragraph(data, source, number, line, language)
        for token in tokens:
            passage = Passage(article, number, *token.span)
            guessed = guesser.of(passage, token, units.of(token.text))
            rows += paragraph.rows(token, passage.number, guessed)
    return pd.DataFrame(rows, columns=[*HINTS, *REASONS, *data.observations.columns])


def _found(path: str | os.PathLike, article: Article, language: str) -> list[list]:
    """Find the figures of each paragraph; refuse so many that reading them would take hours.

    Each is read with all that stands around it.
    """
    found, total = [], 0
    for number, line in enumerate(article.lines, 1):
        tokens = find(line, language) if len(line) <= _LONGEST else []
        if len(line) > _LONGEST or len(tokens) > _MOST:
            raise UsageError(
                f"{path}: paragraph {number} has {len(line)} characters and {len(tokens)} figures, "
                f"expected at most {_LONGEST} and {_MOST}: begin a new line for each."
            )
        total += len(tokens)
        if total > _MOST_OF_ALL:
            raise UsageError(
                f"{path} has more than {_MOST_OF_ALL:,} figures up to paragraph {number}: archive "
                "the part that is to be curated as a text of its own."
            )
        found.append(tokens)
    return found


def write(rows: pd.DataFrame, path: str | os.PathLike) -> None:
    """Write a proposal as CSV that a spreadsheet opens with its letters whole.

    Raises
    ------
    UsageError
        If the file exists, for it may hold a curator's work, or cannot be written.
    """
    if os.path.lexists(path):
        raise UsageError(
            f"{path} exists and may hold your work: name another file, or delete it first."
        )
    save(path, text(rows).encode("utf-8-sig"))


def text(rows: pd.DataFrame) -> str:
    """Return a proposal as CSV text; what a spreadsheet would run as a formula is disarmed."""
    safe = rows.assign(context=rows["context"].map(disarmed))
    return safe.to_csv(index=False, lineterminator="\n")


def unknown(data: Catalogue, path: str | os.PathLike, source: str) -> str:
    """Say what a source without a row in ``sources.csv`` needs; empty if it has one."""
    known = set(data.sources["source"])
    if source in known:
        return ""
    near = suggest(source, known)
    meant = f" Did you mean {listed(near)}?" if near else ""
    digest = hashlib.sha256(bytes_of(path)).hexdigest()
    return (
        f"sources.csv has no {source!r}: the text was read as Vietnamese.{meant} "
        f"Add its row before you append, with the SHA-256 of this text:\n{digest}\n"
    )


def _check_identifier(data: Catalogue, source: str) -> None:
    """Refuse an identifier before a curator has filled in rows that carry it."""
    descriptor = json.loads((data.directory / DESCRIPTOR).read_text(encoding="utf-8-sig"))
    (fields,) = (
        one["schema"]["fields"] for one in descriptor["resources"] if one["name"] == "sources"
    )
    (field,) = (one for one in fields if one["name"] == "source")
    pattern = field.get("constraints", {}).get("pattern", "")
    if not re.search(pattern, source):
        wanted = field.get("expected", f"text of the form {pattern}")
        raise UsageError(f"The identifier of a source is {wanted}, found {source!r}.")


def _text(path: str | os.PathLike) -> str:
    try:
        return bytes_of(path).decode("utf-8-sig")
    except FileNotFoundError:
        raise UsageError(f"No file {path}: name the archived text of the article.") from None
    except UnicodeDecodeError as error:
        raise UsageError(
            f"{path} is not UTF-8 text (byte {error.start}): save what it says as plain text in "
            "UTF-8 first."
        ) from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}.") from None


def _language(data: Catalogue, source: str) -> str:
    language = data.sources.loc[data.sources["source"] == source, "language"]
    return language.iloc[0] if len(language) else "vi"


class _Paragraph:
    """One paragraph of a text, and what of it is curated or excluded already."""

    def __init__(self, data: Catalogue, source: str, number: int, line: str, language: str):
        self.source, self.number, self.line = source, number, line
        here, excluded = (
            table[(table["source"] == source) & (table["paragraph"] == number)]
            for table in (data.observations, data.exclusions)
        )
        self._columns = data.observations.columns
        self._values = dict(zip(here["observation"], here["value"], strict=True))
        self._curated = places(line, here, language)
        self._excluded = [
            (span, row.reason_en)
            for row in excluded.itertuples()
            for span in find_spans(plain(row.token), line)
        ]

    def rows(self, token: Token, sentence: int, guessed: list[dict[str, str]]) -> list[dict]:
        """Make one row a figure of a token; a fraction gives two."""
        begin, end = token.span
        row = dict.fromkeys((*HINTS, *REASONS, *self._columns), "") | {
            "known": self._known(token.span, None),
            "note": token.doubt,
            "sentence": sentence,
            "position": begin,
            "context": self.line[max(0, begin - _CONTEXT) : end + _CONTEXT],
            "source": self.source,
            "paragraph": self.number,
            "as_printed": token.text,
        }
        if token.kind in _REASONS and not row["known"]:
            reasons = dict(zip(REASONS, _REASONS[token.kind], strict=True))
            note = "Not taken for a figure: goes to exclusions.csv unless you empty the reasons."
            return [row | reasons | {"note": note}]
        row |= _UNREVIEWED
        if not token.figures:  # never guessed: the value stays empty and the note says why
            return [_to_confirm(row | guessed[0])]
        return [
            _to_confirm(
                row
                | guess
                | {
                    "known": self._known(token.span, figure.value),
                    "value": spell(np.format_float_positional(figure.value, trim="-")),
                    "qualifier": figure.qualifier.value,
                }
            )
            for figure, guess in zip(token.figures, guessed, strict=True)
        ]

    def _known(self, span: tuple[int, int], value: float | None) -> str:
        """Name the rows or the exclusion that hold the figure at a place."""
        rows = [
            row
            for row_span, row in self._curated
            if meet(span, row_span) and (value is None or _equal(self._values[row], value))
        ]
        if rows:
            return " ".join(rows)
        reasons = [reason for excluded, reason in self._excluded if meet(span, excluded)]
        return f"excluded: {reasons[0]}" if reasons else ""


def _equal(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(1.0, abs(b))


def _to_confirm(row: dict) -> dict:
    """Name the columns that are guessed; of what is in the data already there is nothing to do."""
    if row["known"]:
        return row
    return row | {"confirm": " ".join(name for name in GUESSED if row[name])}


class _Units:
    """The units by their labels, and by what was counted after curated figures."""

    def __init__(self, data: Catalogue):
        self._labels = [
            (_label(label), -len(label), row.unit)
            for row in data.units.itertuples()
            for label in (row.symbol, row.label_vi, row.label_en, row.plural_en)
            if label
        ]
        self._nouns: dict[str, set[str]] = {}
        for row in data.observations[["as_printed", "unit"]].itertuples(index=False):
            self._nouns.setdefault(_noun(row.as_printed.casefold()), set()).add(row.unit)

    def of(self, token: str) -> str:
        """Find the unit whose label stands first after the figure; empty if several share it."""
        folded = token.casefold()
        found: dict[tuple[int, int], set[str]] = {}
        for pattern, shortness, unit in self._labels:
            if match := pattern.search(folded):
                found.setdefault((match.start(), shortness), set()).add(unit)
        nearest = found[min(found)] if found else self._nouns.get(_noun(folded), set())
        return next(iter(nearest)) if len(nearest) == 1 else ""


def _label(label: str) -> re.Pattern:
    edge = r"(?!\w)" if label[-1].isalnum() else ""
    per = r"(?:/(?:người|hộ))?\s?/\s?"  # "đồng/người/tháng" is "đồng/tháng" of each
    written = per.join(map(re.escape, label.casefold().split("/")))
    return re.compile(rf"(?<![^\W\d_]){written}{edge}")


def _noun(token: str) -> str:
    """Return the first two words after the digits: ``lao động`` of ``1.456 lao động đi``."""
    match = _AFTER_DIGITS.search(token)
    return match.group(1) if match else ""
