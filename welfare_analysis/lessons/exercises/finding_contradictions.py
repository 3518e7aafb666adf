"""Lesson 4: finding contradictions, and what to do with a doubtful figure."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from ...codes import LANGUAGES, Status
from ...data.catalogue import Catalogue
from ...data.figures import observation
from ...judge.audit import audit
from ...judge.checks.index import Index
from ...judge.checks.outcomes import Outcome
from ...judge.limits import is_doubtful
from ...judge.measures import share
from ...messages import message
from ..answers import Reader
from ..exercise import Exercise, Holding, Year, exercise, figures
from ..typed_numbers import numbers
from ..typed_words import mentions

_DOUBTFUL = "ldxh-sc-2024-p4-employment-deprived-rate"
_TOWN = "VN-69-165"
_CHECKS = (
    "rate_base",
    "target_equivalent",
    "plan_attainment",
    "same_figure",
    "implied_base",
    "disbursed_above_budget",
    "target_below_result",
    "household_size",
)
_FEWEST_WORDS = 6
_audits: dict[str, pd.DataFrame] = {}


@exercise("4a")
def total_and_parts(data: Catalogue) -> Exercise:
    """Compute by how much a total is more than its parts."""
    total, first, second = figures(
        data,
        "vietnamplus-fr-2023-vn-both",
        "vietnamplus-fr-2023-vn-poor",
        "vietnamplus-fr-2023-vn-near-poor",
    )
    parts = first.value + second.value
    gap = total.value - parts
    return Exercise(
        expected=gap,
        tolerance=0,
        mistakes={
            "rounding": 0,
            "sum": parts,
            "one_part": total.value - first.value,
            "negative": -gap,
        },
        values={"total": total, "first": first, "second": second, "gap": gap},
    )


@exercise("4b")
def four_rates(data: Catalogue) -> Exercise:
    """Tell what a check finds of four rates, each something else."""
    rates = {
        "hdnd-hn-2024-p6-enrolment-excess": "A",
        "ldxh-sc-2024-p9-central-rate": "B",
        "cadn-2022-vn-enrolment-attainment": "C",
        "vamas-2022-vn-attainment-2021": "D",
    }
    rows = _audited(data)
    rows = rows[rows["check"].isin(("plan_attainment", "plan_excess"))]
    rows = rows.assign(rate=rows["observations"].str[0].map(rates)).dropna(subset="rate")
    rows = rows.sort_values("rate")
    computed = rows.dropna(subset="recomputed")
    return Exercise(
        expected=dict(zip(rows["rate"], rows["verdict"], strict=True)),
        mistakes={
            "excess": {"A": Outcome.INCONSISTENT},
            "point": {"B": Outcome.INCONSISTENT},
            "stretched": {"C": Outcome.WITHIN_ROUNDING},
            "untested_passes": {"D": Outcome.CONSISTENT},
            "untested_fails": {"D": Outcome.INCONSISTENT},
        },
        choices=tuple(Outcome),
        values={
            **{f"rate_{letter}": observation(data, name) for name, letter in rates.items()},
            **{f"computed_{row.rate}": round(row.recomputed, 1) for row in computed.itertuples()},
        },
    )


@exercise("4c")
def copied_figure(data: Catalogue) -> Exercise:
    """Say of which year a figure is, and how many origins two articles have."""
    copy, other, earlier = figures(
        data,
        "ldxh-hn-2024-p16-near-poor-households",
        "hdnd-hn-2024-p9-near-poor-households",
        "vietnamplus-en-2023-01-hn-near-poor",
    )
    index = Index(data)
    origins = len({index.origin(figure.source) for figure in (copy, other)})
    year, later = Year(earlier.period_end.year), Year(copy.period_end.year)
    return Exercise(
        expected={"A": year, "B": origins},
        tolerance=0,
        mistakes={
            "majority": {"A": later, "B": 2},
            "later": {"A": later, "B": origins},
            "two_witnesses": {"A": year, "B": 2},
            "published": {"A": Year(later + 1), "B": origins},
        },
        values={"figure": copy, "early": earlier.period, "late": copy.period},
    )


@exercise("4d")
def implied_opening(data: Catalogue) -> Exercise:
    """Compute what a fall and what is left say of the beginning."""
    article = "thanhnien-hcm-2023-p6"
    fall, left, known, other_fall, other_left = figures(
        data,
        f"{article}-near-poor-reduction",
        f"{article}-near-poor-households",
        "sggp-2022-sg-near-poor",
        f"{article}-poor-reduction",
        f"{article}-poor-households",
    )
    opening, net = left.value + fall.value, known.value - left.value
    return Exercise(
        expected=opening,
        tolerance=0,
        mistakes={
            "subtracted": fall.value - left.value,
            "known": known.value,
            "net": net,
            "poor": other_fall.value + other_left.value,
        },
        values={"fall": fall, "left": left, "known": known, "net": net, "opening": opening},
    )


@exercise("4e")
def checks_of_a_town(data: Catalogue) -> Exercise:
    """List the checks that find a contradiction in one town."""
    rows = _audited(data)
    rows = rows[rows["area"] == _TOWN]
    return Exercise(
        expected=set(rows[rows["verdict"] == Outcome.INCONSISTENT]["check"]),
        mistakes={
            "one": {"rate_base"},
            "all": set(rows["check"]),
            "rounding": Holding("plan_attainment"),
        },
        choices=_CHECKS,
    )


@exercise("4f")
def doubtful_figure(data: Catalogue) -> Exercise:
    """Choose what to do with a doubtful figure."""
    rate, count, base = figures(
        data,
        _DOUBTFUL,
        "ldxh-sc-2024-p4-employment-deprived",
        "ldxh-sc-2024-p4-poor-households",
    )
    flagged = is_doubtful(rate) and rate.row["comment_vi"]
    return Exercise(
        expected="keep_flag" if flagged else "keep_silent",
        mistakes={
            "correct": "correct",
            "delete": "delete",
            "silent": "keep_silent",
            "average": "average",
        },
        choices=("correct", "delete", "keep_flag", "keep_silent", "average"),
        values={"rate": rate, "count": count, "computed": share(count, base)},
    )


@exercise("4g")
def slip_of_doubt(data: Catalogue) -> Exercise:
    """Fill in what the data should say of a doubtful figure."""
    printed = data.observations.set_index("observation")["value"]
    rows = _audited(data)
    rows = rows[rows["verdict"] == Outcome.INCONSISTENT]
    doubted = set(rows["observations"].explode())

    def fault(answer: object) -> str:
        if not isinstance(answer, Mapping) or not isinstance(answer.get("observation"), str):
            return "unknown"
        name = answer["observation"].strip()
        if name not in printed.index:
            return "unknown"
        if name == _DOUBTFUL:
            return "example"
        if name not in doubted:
            return "sound"
        if not Reader("vi", tolerance=0).shows(answer.get("value"), float(printed[name])):
            return "corrected"
        if not _says_doubtful(str(answer.get("status", ""))):
            return "status"
        return "" if _tells(data, rows, name, str(answer.get("comment", ""))) else "bare"

    row = data.record("observations", "ldxh-hn-2024-p21-fund-paid")
    model = {name: row[name] for name in ("observation", "value", "status")}
    model["comment"] = row["comment_vi"]
    return Exercise(
        expected=model,
        fault=fault,
        mistakes={
            "unknown": {**model, "observation": "ldxh-hn-2024-p99"},
            "example": {**model, "observation": _DOUBTFUL},
            "sound": {**model, "observation": "ldxh-hn-2024-p16-poor-rate"},
            "corrected": {**model, "value": 0},
            "status": {**model, "status": "A"},
            "bare": {**model, "comment": "a b c d e 1"},
        },
    )


def _audited(data: Catalogue) -> pd.DataFrame:
    """Audit the data, once for one state of them."""
    if data.revision not in _audits:
        _audits.clear()
        _audits[data.revision] = audit(data)
    return _audits[data.revision]


def _says_doubtful(status: str) -> bool:
    flag = Status.LOW_RELIABILITY
    words = [message(f"status-{flag}", language) for language in LANGUAGES]
    return flag in status.upper().split() or mentions(status, words)


def _tells(data: Catalogue, rows: pd.DataFrame, name: str, comment: str) -> bool:
    """Tell whether a comment has words, and a number that the figure clashes with."""
    words = [word for word in comment.split() if sum(map(str.isalpha, word)) > 1]
    own = observation(data, name).value
    clash = set()
    for row in rows[rows["observations"].map(lambda names: name in names)].itertuples():
        others = [observation(data, other) for other in row.observations if other != name]
        values = {other.value for other in others} | {row.stated, row.recomputed}
        values = {value for value in values if pd.notna(value) and value != own}
        # One number at two times, or printed before its time: only the years tell them apart.
        years = {figure.period_end.year for figure in (observation(data, name), *others)}
        clash |= values or years
    given = numbers(comment) - {own}
    near = any(abs(one - value) <= 0.01 * abs(value) for one in given for value in clash)
    return near and len(comment.split()) >= _FEWEST_WORDS and len(words) >= _FEWEST_WORDS - 2
