"""Breakdowns: figures of a part of what an indicator counts – women, one destination, one level.

Where the data are loaded, an indicator with a breakdown becomes a subject of its own, such as
``workers_sent_abroad@sex=F``: with the unit, the bounds and the kind of its indicator, and a title
that names the part.  So whatever takes figures of one indicator for figures of one thing is right
for breakdowns too, and the code without ``@`` is the total.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import pandas as pd

from ..codes import LANGUAGES, PART_SIGN, dimensions, parts_of, subject_code
from ..messages import message
from .problems import Problem, listed
from .raw import RawTable
from .schema import nearest


def expanded(frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Make of each indicator with a breakdown that has figures a subject of its own.

    Parameters
    ----------
    frames : dict of str to DataFrame
        The typed tables of a package.

    Returns
    -------
    dict of str to DataFrame
        The same, with the columns ``base`` and ``breakdown`` in ``indicators``: its own code and
        nothing for a row of the codebook, what is divided and how for the others, which follow it.
    """
    figures, codebook, known = (frames[one] for one in ("observations", "indicators", "breakdowns"))
    codebook = codebook.assign(base=codebook["indicator"], breakdown="")
    broken = figures["breakdown"] != ""
    if not broken.any():
        return dict(frames) | {"indicators": codebook}
    given = figures.loc[broken, ["indicator", "breakdown"]]
    divisions = Divisions(known)
    places = {code: n for n, code in enumerate(known["breakdown"])}
    used: dict[str, list[str]] = {}
    for indicator, breakdown in sorted(
        set(given.itertuples(index=False, name=None)),
        key=lambda pair: [places[part] for part in parts_of(pair[1])],
    ):
        used.setdefault(indicator, []).append(breakdown)
    rows = [one for row in codebook.to_dict("records") for one in _subjects(row, used, divisions)]
    codes = [
        subject_code(*pair) for pair in zip(given["indicator"], given["breakdown"], strict=True)
    ]
    subjects = figures["indicator"].copy()
    subjects[broken] = codes
    codebook = pd.DataFrame(rows, columns=codebook.columns).astype(codebook.dtypes.to_dict())
    return dict(frames) | {
        "observations": figures.assign(indicator=subjects),
        "indicators": codebook,
    }


def _subjects(row: dict, used: Mapping[str, list[str]], divisions: Divisions) -> Iterator[dict]:
    """Yield a row of the codebook and after it one for each of its breakdowns."""
    own = used.get(row["indicator"], [])
    yield row | {"parts": row["parts"] or _parts(row["indicator"], divisions.into(own))}
    for breakdown in own:
        made = row | {"breakdown": breakdown}
        made["parts"] = _parts(row["indicator"], divisions.into(own, breakdown))
        for column in ("indicator", "concept"):
            made[column] = subject_code(row[column], breakdown)
        for column in ("numerator", "denominator"):
            # Of a part, a base is known only where it is divided in the same way.
            has = breakdown in used.get(row[column], ())
            made[column] = subject_code(row[column], breakdown) if has else ""
        for language in LANGUAGES:
            part = divisions.title(breakdown, language)
            for kind in ("title", "noun"):
                if name := row.get(f"{kind}_{language}"):
                    words = {"title": name, "part": part}
                    made[f"{kind}_{language}"] = message(f"breakdown-{kind}", language, **words)
            text = row[f"definition_{language}"]
            said = message("breakdown-definition", language, part=part)
            made[f"definition_{language}"] = f"{text} {said}"
        yield made


def _parts(indicator: str, breakdowns: Iterable[str]) -> str:
    """Name the subjects that are parts of an indicator."""
    return " ".join(subject_code(indicator, one) for one in breakdowns)


class Divisions:
    """The table of breakdowns as a tree: what parts a part, or the total, divides into.

    Parameters
    ----------
    known : DataFrame
        The table of breakdowns.
    """

    def __init__(self, known: pd.DataFrame):
        self._rows = {row["breakdown"]: row for row in known.to_dict("records")}
        self._below: dict[tuple[str, str], list[str]] = {}
        for code, row in self._rows.items():
            self._below.setdefault((row["parent"], _dimension(code)), []).append(code)

    def into(self, used: Collection[str], breakdown: str = "") -> list[str]:
        """List the parts, of those used, that together make up a part; none where none do.

        Parameters
        ----------
        used : collection of str
        breakdown : str, optional
            A single part; by default the total, by the first dimension that makes it up.
        """
        every = [breakdown] if breakdown else self._rows
        for dimension in dict.fromkeys(map(_dimension, every)):
            if found := self._made_up(used, breakdown, dimension):
                return found
        return []

    def _made_up(self, used: Collection[str], parent: str, dimension: str) -> list[str] | None:
        """List used parts that together make up another, or the total; None where none do."""
        below = self._below.get((parent, dimension), ())
        if not below or any(self._rows[part]["exhaustive"] != "yes" for part in below):
            return None
        found: list[str] = []
        for part in below:
            own = [part] if part in used else self._made_up(used, part, dimension)
            if own is None:
                return None
            found += own
        return found

    def outermost(self, used: Collection[str]) -> list[str]:
        """List those parts that lie in no other of them, so that none is counted twice."""
        return [part for part in used if not any(one in used for one in self._above(part))]

    def _above(self, part: str) -> Iterator[str]:
        while part := self._rows[part]["parent"] if part in self._rows else "":
            yield part

    def title(self, breakdown: str, language: str) -> str:
        """Name the parts of a breakdown: ``women, Japan``."""
        return ", ".join(self._rows[part][f"title_{language}"] for part in parts_of(breakdown))


def _dimension(part: str) -> str:
    return part.partition("=")[0]


def check(figures: RawTable, known: RawTable) -> Iterator[Problem]:
    """Check that breakdowns name parts of the table, one a dimension, in its order."""
    codes = known["breakdown"].tolist()
    order = list(dict.fromkeys(map(_dimension, codes)))
    cells = figures["breakdown"]
    faults = {text: fault for text in cells.unique() if (fault := _fault(text, codes, order))}
    for row, text in cells[cells.isin(faults)].items():
        yield Problem(figures.file, int(row), "breakdown", text, *faults[text])


def _fault(text: str, codes: list[str], order: list[str]) -> tuple[str, str] | None:
    parts = parts_of(text)
    for part in parts:
        if part not in codes:
            near = nearest(part, codes)
            remedy = f"write {listed(near)}, or add" if near else "add"
            return "expected parts of breakdowns.csv, joined by |", f"{remedy} a row {part!r} to it"
    places = [order.index(dimensions(part)[0]) for part in parts]
    if len(set(places)) < len(places):
        return "expected one part of each dimension", "keep one, or give each a row of its own"
    if places != sorted(places):
        right = PART_SIGN.join(part for _, part in sorted(zip(places, parts, strict=True)))
        return "expected the dimensions in the order of breakdowns.csv", f"write {right}"
    return None


def check_list(known: RawTable) -> Iterator[Problem]:
    """Check that parents stand before their parts, and that what must be alike is."""
    first: dict[tuple, dict] = {}
    seen: dict[str, None] = {}
    for row, cells in zip(known.frame.index, known.frame.to_dict("records"), strict=True):
        dimension, parent = _dimension(cells["breakdown"]), cells["parent"]
        if parent and (parent not in seen or _dimension(parent) != dimension):
            said = f"expected a part of the dimension {dimension} that stands above this row"
            remedy = "put its row above, or correct it"
            yield Problem(known.file, int(row), "parent", parent, said, remedy)
        seen[cells["breakdown"]] = None
        for column, alike in (
            *((name, (dimension,)) for name in ("dimension_vi", "dimension_en")),
            ("exhaustive", (dimension, parent)),
        ):
            one = first.setdefault((column, *alike), cells)
            if cells[column] != one[column]:
                said = f"expected {one[column]!r}, as {one['breakdown']} has"
                remedy = "make them the same, or give this part a dimension of its own"
                yield Problem(known.file, int(row), column, cells[column], said, remedy)
