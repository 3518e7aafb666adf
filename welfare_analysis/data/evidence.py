"""Evidence: every curated figure found again in the archived article it was read from."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from ..errors import UsageError
from ..texts import Said
from . import numerals
from .catalogue import Catalogue

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
        raise UsageError(Said("no-archive", folder=directory))
    articles = data.sources[data.sources["kind"] == "article"].to_dict("records")
    figures, tokens, problems = [], [], []
    for article in articles:
        path = directory / article["archive"]
        if not path.is_file():
            problems.append(f"{article['archive']} ({article['source']}) is not in {directory}.")
            continue
        content = path.read_bytes()
        problems += _hash_problem(path, content, article)
        lines = paragraphs(content.decode("utf-8-sig", "replace"))
        rows = data.observations[data.observations["source"] == article["source"]]
        figures += [_figure(row, lines, article["language"]) for row in rows.to_dict("records")]
        left_out = data.exclusions[data.exclusions["source"] == article["source"]]
        tokens += _tokens(article, lines, rows, left_out)
    columns = ["observation", "source", "paragraph", "as_printed", "found", "derived", "problem"]
    return Evidence(
        pd.DataFrame(figures, columns=columns),
        pd.DataFrame(tokens, columns=["source", "paragraph", "token", "use", "reason"]),
        problems,
    )


def paragraphs(text: str) -> list[str]:
    """Split an archived text into its lines that are not blank, spaces made plain, NFC."""
    lines = (plain(line) for line in re.split(r"\r\n?|\n", text))
    return [line for line in lines if line]


def plain(text: str) -> str:
    """Compose letters (NFC) and turn every run of white space into one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _hash_problem(path: Path, content: bytes, article: dict) -> list[str]:
    found = hashlib.sha256(content).hexdigest()
    if found == article["sha256"]:
        return []
    return [
        f"{path.name} is not the text that was archived for {article['source']}: "
        f"its SHA-256 is {found}, sources.csv has {article['sha256']}. Put the archived text "
        "back, or read every figure again and record the new SHA-256."
    ]


def _figure(row: dict, lines: list[str], language: str) -> dict:
    paragraph, token = int(row["paragraph"]), plain(row["as_printed"])
    stands = paragraph <= len(lines) and bool(find_spans(token, lines[paragraph - 1]))
    derived = derives(token, row["value"], language)
    problem = []
    if not stands:
        where = [number for number, line in enumerate(lines, 1) if find_spans(token, line)]
        hint = f"it stands in paragraph {', '.join(map(str, where))}" if where else "nor in another"
        problem.append(f"«{token}» is not in paragraph {paragraph} ({hint}).")
    if not derived:
        problem.append(f"{row['value']:g} does not follow from «{token}».")
    kept = {key: row[key] for key in ("observation", "source", "paragraph", "as_printed")}
    return kept | {"found": stands, "derived": derived, "problem": " ".join(problem)}


def derives(token: str, value: float, language: str) -> bool:
    """Tell whether a value is one of the figures that a token prints."""
    return _times(token, value, language) > 0


def _times(token: str, value: float, language: str) -> int:
    """Count how often a token prints a value."""
    try:
        readings = numerals.read_all(token, language)
    except numerals.NumeralError:
        return 0
    return sum(abs(one.value - value) <= 1e-9 * max(1.0, abs(value)) for one in readings)


def _tokens(
    article: dict, lines: list[str], rows: pd.DataFrame, left_out: pd.DataFrame
) -> list[dict]:
    found = []
    for number, line in enumerate(lines, 1):
        curated = places(line, rows[rows["paragraph"] == number], article["language"])
        excluded = [
            (span, row.reason_en)
            for row in left_out[left_out["paragraph"] == number].itertuples()
            for span in find_spans(plain(row.token), line)
        ]
        for match in _DIGITS.finditer(line):
            reason = next((why for span, why in excluded if _inside(match.span(), span)), "")
            used = any(_inside(match.span(), span) for span, _ in curated)
            use = "curated" if used else "excluded" if reason else "uncovered"
            found.append(
                {
                    "source": article["source"],
                    "paragraph": number,
                    "token": match.group(),
                    "use": use,
                    "reason": "" if used else reason,
                }
            )
    return found


def places(line: str, rows: pd.DataFrame, language: str) -> list[tuple[tuple[int, int], str]]:
    """Give each curated row of a paragraph its place in the line: the span and the row's key.

    Both rows of a fraction share one place, also of ``13/13``; other rows with the same token
    and value stand for as many places, so that a third, uncurated ``100%`` does not hide behind
    two.
    """
    found, taken = [], Counter()
    for row in rows.itertuples():
        token = plain(row.as_printed)
        spans = find_spans(token, line)
        place = taken[token, row.value] // max(1, _times(token, row.value, language))
        if place < len(spans):
            found.append((spans[place], row.observation))
        taken[token, row.value] += 1
    return found


def find_spans(token: str, line: str) -> list[tuple[int, int]]:
    """Find every place of a token in a paragraph; ``5 xã`` does not stand in ``15 xã``.

    Examples
    --------
    >>> find_spans("5 hộ", "15 hộ, 2,5 hộ, 5 hộ, 5 hộp và 5 hộNăm 2023")
    [(15, 19), (30, 34)]
    """
    spans = [match.span() for match in re.finditer(re.escape(token), line)]
    return [(start, end) for start, end in spans if _whole(line, start, end)]


def _whole(line: str, start: int, end: int) -> bool:
    """Tell whether a span cuts no number and no word (web pages glue words: ``hộNăm``)."""
    before, after = line[:start], line[end:]
    if line[start].isdigit():
        begins = not re.search(r"\d[.,]?$", before)
    else:
        begins = not (line[start].islower() and before[-1:].isalpha())
    if line[end - 1].isdigit():
        return begins and not re.match(r"[.,]?\d", after)
    return begins and not (line[end - 1].isalpha() and after[:1].islower())


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
