"""Evidence: every curated figure found again in the archived article it was read from."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from . import numerals
from .catalogue import Catalogue
from .errors import UsageError

_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Evidence:
    """What the archived articles say about the curated figures.

    Attributes
    ----------
    figures : pandas.DataFrame
        One row a figure of an article: ``observation``, ``source``, ``paragraph``,
        ``as_printed``, ``found`` (the token stands in its paragraph), ``derived`` (the value
        follows from the token) and ``problem`` (empty when both hold).
    tokens : pandas.DataFrame
        One row a digit token of an article: ``source``, ``paragraph``, ``token``, ``use``
        (``curated``, ``excluded`` or ``uncovered``) and the ``reason`` of an exclusion.
    problems : list of str
        Sentences on articles that are absent or not the archived text.
    """

    figures: pd.DataFrame
    tokens: pd.DataFrame
    problems: list[str]

    @property
    def holds(self) -> bool:
        """Whether everything was found and nothing is left over."""
        uncovered = (self.tokens["use"] == "uncovered").any() if len(self.tokens) else False
        return not (self.problems or (self.figures["problem"] != "").any() or uncovered)

    def coverage(self) -> pd.DataFrame:
        """Count curated, excluded and uncovered digit tokens by article."""
        counts = pd.crosstab(self.tokens["source"], self.tokens["use"])
        counts = counts.reindex(columns=["curated", "excluded", "uncovered"], fill_value=0)
        counts["figures"] = self.figures.groupby("source").size()
        return counts.reset_index()


def gather(data: Catalogue, directory: Path) -> Evidence:
    """Look up every figure of the articles in the archived texts.

    Parameters
    ----------
    data : Catalogue
    directory : path
        Folder with the archived texts that ``sources.csv`` names.

    Returns
    -------
    Evidence

    Raises
    ------
    UsageError
        If the folder does not exist.
    """
    directory = Path(directory)
    if not directory.is_dir():
        raise UsageError(f"No folder {directory}: name the one with the archived articles.")
    articles = data.sources[data.sources["kind"] == "article"].to_dict("records")
    figures, tokens, problems = [], [], []
    for article in articles:
        path = directory / article["archive"]
        if not path.is_file():
            problems.append(f"{article['archive']} ({article['source']}) is not in {directory}.")
            continue
        problems += _hash_problem(path, article)
        lines = paragraphs(path.read_text(encoding="utf-8"))
        rows = data.observations[data.observations["source"] == article["source"]]
        figures += [_figure(row, lines, article["language"]) for row in rows.to_dict("records")]
        left_out = data.exclusions[data.exclusions["source"] == article["source"]]
        tokens += _tokens(article["source"], lines, rows, left_out)
    columns = ["observation", "source", "paragraph", "as_printed", "found", "derived", "problem"]
    return Evidence(
        pd.DataFrame(figures, columns=columns),
        pd.DataFrame(tokens, columns=["source", "paragraph", "token", "use", "reason"]),
        problems,
    )


def paragraphs(text: str) -> list[str]:
    """Split an archived text into its lines that are not blank, spaces made plain, NFC."""
    lines = (plain(line) for line in text.split("\n"))
    return [line for line in lines if line]


def plain(text: str) -> str:
    """Compose letters (NFC) and turn every run of white space into one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _hash_problem(path: Path, article: dict) -> list[str]:
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found == article["sha256"]:
        return []
    return [
        f"{path.name} is not the text that was archived for {article['source']}: "
        f"its SHA-256 is {found}, sources.csv has {article['sha256']}."
    ]


def _figure(row: dict, lines: list[str], language: str) -> dict:
    paragraph, token = int(row["paragraph"]), plain(row["as_printed"])
    stands = paragraph <= len(lines) and token in lines[paragraph - 1]
    derived = derives(token, row["value"], language)
    problem = []
    if not stands:
        where = [number for number, line in enumerate(lines, 1) if token in line]
        hint = f"it stands in paragraph {', '.join(map(str, where))}" if where else "nowhere"
        problem.append(f"«{token}» is not in paragraph {paragraph} ({hint}).")
    if not derived:
        problem.append(f"{row['value']:g} does not follow from «{token}».")
    kept = {key: row[key] for key in ("observation", "source", "paragraph", "as_printed")}
    return kept | {"found": stands, "derived": derived, "problem": " ".join(problem)}


def derives(token: str, value: float, language: str) -> bool:
    """Tell whether a value is one of the figures that a token prints."""
    try:
        readings = numerals.read_all(token, language)
    except numerals.NumeralError:
        return False
    return any(abs(one.value - value) <= 1e-9 * max(1.0, abs(value)) for one in readings)


def _tokens(
    source: str, lines: list[str], rows: pd.DataFrame, left_out: pd.DataFrame
) -> list[dict]:
    found = []
    for number, line in enumerate(lines, 1):
        curated = _curated_spans(line, rows[rows["paragraph"] == number])
        excluded = [
            (span, row.reason_en)
            for row in left_out[left_out["paragraph"] == number].itertuples()
            for span in find_spans(plain(row.token), line)
        ]
        for match in _DIGITS.finditer(line):
            reason = next((why for span, why in excluded if _inside(match.span(), span)), "")
            used = any(_inside(match.span(), span) for span in curated)
            use = "curated" if used else "excluded" if reason else "uncovered"
            found.append(
                {"source": source, "paragraph": number, "token": match.group(), "use": use,
                 "reason": "" if used else reason}
            )  # fmt: skip
    return found


def _curated_spans(line: str, rows: pd.DataFrame) -> list[tuple[int, int]]:
    """Give each printed token as many places in the line as rows hold that figure.

    Both rows of a fraction share one place; two rows with the same token and value stand for
    two places, so that a third, uncurated ``100%`` does not hide behind them.
    """
    spans = []
    tokens = rows["as_printed"].map(plain)
    for token in tokens.unique():
        places = max(Counter(rows.loc[tokens == token, "value"]).values())
        spans += find_spans(token, line)[:places]
    return spans


def find_spans(token: str, line: str) -> list[tuple[int, int]]:
    """Find every place of a token in a paragraph."""
    return [match.span() for match in re.finditer(re.escape(token), line)]


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
