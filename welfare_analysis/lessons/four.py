"""Lesson 4: finding contradictions, and what to do with a doubtful figure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from .. import audit, observation, share
from ..codes import Status
from ..data.catalogue import Catalogue
from ..judge.checks.index import Ledger
from ..judge.checks.outcomes import Verdict
from .exercise import Exercise, FromData, Pattern
from .mistakes import extra_item, wrong_item

_TOTAL, *_PARTS = (
    "vietnamplus-fr-2023-vn-both",
    "vietnamplus-fr-2023-vn-poor",
    "vietnamplus-fr-2023-vn-near-poor",
)
# The four rates of exercise 4b.
_RATES = {
    "A": "hdnd-hn-2024-p6-enrolment-excess",
    "B": "ldxh-sc-2024-p9-central-rate",
    "C": "cadn-2022-vn-enrolment-attainment",
    "D": "baolaocai-2024-vn-attainment-2024",
}
_COPIES = ("ldxh-hn-2024-p16-near-poor-households", "hdnd-hn-2024-p9-near-poor-households")
_EARLIER = "vietnamplus-en-2023-01-hn-near-poor"
_FALL, _LEFT, _KNOWN = (
    "thanhnien-hcm-2023-p6-near-poor-reduction",
    "thanhnien-hcm-2023-p6-near-poor-households",
    "sggp-2022-sg-near-poor",
)
_OTHER_FALL, _OTHER_LEFT = (
    "thanhnien-hcm-2023-p6-poor-reduction",
    "thanhnien-hcm-2023-p6-poor-households",
)
_SLIP, _COUNT, _BASE = (
    "ldxh-sc-2024-p4-employment-deprived-rate",
    "ldxh-sc-2024-p4-employment-deprived",
    "ldxh-sc-2024-p4-poor-households",
)
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
_TREATMENTS = ("correct", "delete", "keep_flag", "keep_silent", "average")
_FEWEST_WORDS = 6
_audits: dict[str, pd.DataFrame] = {}


def _audited(data: Catalogue) -> pd.DataFrame:
    """Audit the data, once for one state of them."""
    if data.revision not in _audits:
        _audits.clear()
        _audits[data.revision] = audit(data)
    return _audits[data.revision]


def _value(data: Catalogue, name: str) -> float:
    return observation(data, name).value


def _gap(data: Catalogue) -> float:
    return _value(data, _TOTAL) - sum(_value(data, part) for part in _PARTS)


def _plan_verdicts(data: Catalogue) -> dict[str, str]:
    rows = _audited(data)
    rows = rows[rows["check"].isin(("plan_attainment", "plan_excess"))]
    verdicts = dict(zip(rows["observations"].str[0], rows["verdict"], strict=True))
    return {key: verdicts[name] for key, name in _RATES.items()}


def _plan_slip(key: str, verdict: Verdict) -> FromData:
    return lambda data: wrong_item(_plan_verdicts(data), key, verdict.value)


def _rates(data: Catalogue) -> dict[str, object]:
    rows = _audited(data).set_index("check")
    found = {f"rate_{key}": observation(data, name) for key, name in _RATES.items()}
    for check in ("plan_attainment", "plan_excess"):
        for row in rows.loc[[check]].itertuples():
            keys = [key for key, name in _RATES.items() if name == row.observations[0]]
            if keys and pd.notna(row.recomputed):
                found[f"computed_{keys[0]}"] = round(row.recomputed, 1)
    return found


def _origins(data: Catalogue) -> int:
    ledger = Ledger(data)
    return len({ledger.origin(observation(data, name).source) for name in _COPIES})


def _copied(data: Catalogue) -> dict[str, int]:
    return {"A": observation(data, _EARLIER).period_end.year, "B": _origins(data)}


def _year_slip(wrong: dict[str, int]) -> Pattern:
    """Make the pattern of a year and a count; as text, a year is written without grouping."""
    texts = {key: str(value) for key, value in wrong.items()}
    return Pattern(
        lambda answer: (
            isinstance(answer, Mapping)
            and {key: str(answer.get(key)).strip() for key in texts} == texts
        ),
        texts,
    )


def _later(data: Catalogue) -> int:
    return observation(data, _COPIES[0]).period_end.year


def _opening(data: Catalogue) -> float:
    return _value(data, _LEFT) + _value(data, _FALL)


def _failed(data: Catalogue, verdicts: tuple[str, ...] = (Verdict.INCONSISTENT,)) -> set[str]:
    rows = _audited(data)
    return set(rows[(rows["area"] == _TOWN) & rows["verdict"].isin(verdicts)]["check"])


def _treatment(data: Catalogue) -> str:
    row = data.record("observations", _SLIP)
    flagged = Status.LOW_RELIABILITY in row["status"].split() and row["comment_vi"]
    return "keep_flag" if flagged else "keep_silent"


def _doubted(data: Catalogue) -> set[str]:
    rows = _audited(data)
    wrong = rows[rows["verdict"] == Verdict.INCONSISTENT]
    return {name for names in wrong["observations"] for name in names}


def _model(data: Catalogue) -> dict[str, object]:
    row = data.record("observations", "ldxh-hn-2024-p21-fund-paid")
    return {
        "observation": row["observation"],
        "value": row["value"],
        "status": row["status"],
        "comment": row["comment_vi"],
    }


def _fault(data: Catalogue, answer: object) -> str:
    """Name the first thing wrong with a filled slip; empty when nothing is."""
    if not isinstance(answer, Mapping) or not isinstance(answer.get("observation"), str):
        return "unknown"
    known = data.observations.set_index("observation")["value"]
    name = answer["observation"].strip()
    if name not in known.index:
        return "unknown"
    if name == _SLIP:
        return "example"
    if name not in _doubted(data):
        return "sound"
    if answer.get("value") != known[name]:
        return "corrected"
    if Status.LOW_RELIABILITY not in str(answer.get("status", "")).upper().split():
        return "status"
    words = str(answer.get("comment", "")).split()
    told = len(words) >= _FEWEST_WORDS and any(letter.isdigit() for letter in "".join(words))
    return "" if told else "bare"


def _slip(fault: str, **changed: object) -> Callable[[Catalogue], Pattern]:
    """Make the pattern of a slip with one fault, shown on the model slip with a change."""
    return lambda data: Pattern(
        lambda answer: _fault(data, answer) == fault, {**_model(data), **changed}
    )


EXERCISES = (
    Exercise(
        "4a",
        expected=_gap,
        tolerance=0,
        mistakes={
            "rounding": lambda data: 0,
            "sum": lambda data: _value(data, _TOTAL) - _gap(data),
            "one_part": lambda data: _value(data, _TOTAL) - _value(data, _PARTS[0]),
            "negative": lambda data: -_gap(data),
        },
        values=lambda data: {
            "total": observation(data, _TOTAL),
            "first": observation(data, _PARTS[0]),
            "second": observation(data, _PARTS[1]),
            "gap": _gap(data),
        },
    ),
    Exercise(
        "4b",
        expected=_plan_verdicts,
        mistakes={
            "excess": _plan_slip("A", Verdict.INCONSISTENT),
            "point": _plan_slip("B", Verdict.INCONSISTENT),
            "stretched": _plan_slip("C", Verdict.WITHIN_ROUNDING),
            "untested_passes": _plan_slip("D", Verdict.CONSISTENT),
            "untested_fails": _plan_slip("D", Verdict.INCONSISTENT),
        },
        choices=tuple(Verdict),
        hints=3,
        values=_rates,
    ),
    Exercise(
        "4c",
        expected=_copied,
        tolerance=0,
        mistakes={
            "majority": lambda data: _year_slip({"A": _later(data), "B": len(_COPIES)}),
            "later": lambda data: _year_slip({"A": _later(data), "B": _origins(data)}),
            "two_witnesses": lambda data: _year_slip(_copied(data) | {"B": len(_COPIES)}),
            "published": lambda data: _year_slip(_copied(data) | {"A": _later(data) + 1}),
        },
        values=lambda data: {
            "figure": observation(data, _COPIES[0]),
            "early": lambda language: observation(data, _EARLIER).period(language),
            "late": lambda language: observation(data, _COPIES[0]).period(language),
        },
    ),
    Exercise(
        "4d",
        expected=_opening,
        tolerance=0,
        mistakes={
            "subtracted": lambda data: _value(data, _FALL) - _value(data, _LEFT),
            "known": lambda data: _value(data, _KNOWN),
            "net": lambda data: _value(data, _KNOWN) - _value(data, _LEFT),
            "poor": lambda data: _value(data, _OTHER_FALL) + _value(data, _OTHER_LEFT),
        },
        values=lambda data: {
            "fall": observation(data, _FALL),
            "left": observation(data, _LEFT),
            "known": observation(data, _KNOWN),
            "net": _value(data, _KNOWN) - _value(data, _LEFT),
            "opening": _opening(data),
        },
    ),
    Exercise(
        "4e",
        expected=_failed,
        mistakes={
            "one": lambda data: {"rate_base"},
            "all": lambda data: _failed(data, tuple(Verdict)),
            "rounding": lambda data: extra_item(_failed(data), "plan_attainment"),
        },
        choices=_CHECKS,
    ),
    Exercise(
        "4f",
        expected=_treatment,
        mistakes={
            "correct": lambda data: "correct",
            "delete": lambda data: "delete",
            "silent": lambda data: "keep_silent",
            "average": lambda data: "average",
        },
        choices=_TREATMENTS,
        values=lambda data: {
            "rate": observation(data, _SLIP),
            "count": observation(data, _COUNT),
            "computed": share(observation(data, _COUNT), observation(data, _BASE)),
        },
    ),
    Exercise(
        "4g",
        expected=_model,
        accepts=lambda data, answer: not _fault(data, answer),
        mistakes={
            "unknown": _slip("unknown", observation="ldxh-hn-2024-p99"),
            "example": _slip("example", observation=_SLIP),
            "sound": _slip("sound", observation="ldxh-hn-2024-p16-poor-rate"),
            "corrected": _slip("corrected", value=0),
            "status": _slip("status", status="A"),
            "bare": _slip("bare", comment="?"),
        },
        hints=3,
    ),
)
