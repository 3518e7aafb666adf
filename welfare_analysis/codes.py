"""Codes: the closed vocabularies of the data, in SDMX terms where SDMX has them.

The label of a code is the message ``<list>-<code>``: ``measure-actual``, ``status-U``.
"""

from __future__ import annotations

import datetime
from enum import StrEnum


class MeasureKind(StrEnum):
    """What kind of figure a row is."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    PLAN = "plan"
    TARGET = "target"


# What has come about, counted or estimated, and what is to come about: a goal is no result.
RESULTS = (MeasureKind.ACTUAL, MeasureKind.ESTIMATE)
GOALS = (MeasureKind.TARGET, MeasureKind.PLAN)


class Qualifier(StrEnum):
    """The word printed before or after a figure that widens it."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ORDER = "order"


ENDS = (Qualifier.AT_LEAST, Qualifier.AT_MOST)  # of a range that is printed or set as a goal


class Status(StrEnum):
    """Observation status: the letters of SDMX ``CL_OBS_STATUS`` that the data use."""

    NORMAL = "A"
    BREAK = "B"
    DEFINITION_DIFFERS = "D"
    ESTIMATED = "E"
    MISSING = "M"
    PROVISIONAL = "P"
    LOW_RELIABILITY = "U"
    UNVALIDATED = "V"


class Temporal(StrEnum):
    """How an indicator lives in time."""

    STOCK = "stock"
    FLOW = "flow"
    AVERAGE = "average"


class PeriodBasis(StrEnum):
    """Whether the period is printed beside the figure or was inferred."""

    STATED = "stated"
    INFERRED = "inferred"


class StandardBasis(StrEnum):
    """Whether the source names the standard of a figure, or a curator assumed it."""

    STATED = "stated"
    ASSUMED = "assumed"


class Confidence(StrEnum):
    """How far a curator trusts one figure."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


# The kind of a source whose figures a reader has added; the data package has none.
OWN_SOURCE = "own"


class Level(StrEnum):
    """Administrative level of a reference area."""

    COUNTRY = "country"
    REGION = "region"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    COMMUNE_GROUP = "commune_group"


WIDE = (Level.COUNTRY, Level.REGION)
# The last day of a level that no longer exists.
LEVELS_UNTIL = {Level.DISTRICT: datetime.date(2025, 6, 30)}


class Verdict(StrEnum):
    """May two observations be compared?  From best to worst."""

    COMPARABLE = "comparable"
    WITH_CAUTION = "with_caution"
    NOT_COMPARABLE = "not_comparable"
    MISSING = "missing"


class Derived(StrEnum):
    """What areas may be compared by that is computed from figures; see `judge.derivations`."""

    CHANGE_POINTS = "change_points"
    CHANGE_PERCENT = "change_percent"
    CHANGE_A_YEAR = "change_a_year"
    DISTANCE = "distance"
    PACE = "pace"
    ATTAINMENT = "attainment"
    RATIO = "ratio"
    GAP = "gap"
    PER_INHABITANTS = "per_inhabitants"
    PER_HOUSEHOLDS = "per_households"
    SHARE = "share"


class Relation(StrEnum):
    """How one observation is related to another, as declared in ``related_to``."""

    SAME_AS = "same_as"
    PART_OF = "part_of"
    SHARE_OF = "share_of"
    RATE_OF = "rate_of"
    BASE_OF = "base_of"
    ATTAINMENT_OF = "attainment_of"
    EXCESS_OF = "excess_of"
    PLAN_FOR = "plan_for"
    CHANGE_OF = "change_of"
    BASELINE_OF = "baseline_of"
    PAID_FROM = "paid_from"
    EQUIVALENT_OF = "equivalent_of"
    DISBURSED_FROM = "disbursed_from"


class RemarkKind(StrEnum):
    """What a remark on figures says."""

    DOUBT = "doubt"
    METHOD = "method"
    DEFINITION = "definition"
    CONTEXT = "context"
    REQUEST = "request"


UNKNOWN = "notspecified"  # what a source does not say


def is_known(cell: object) -> bool:
    """Tell whether a cell says anything.

    Examples
    --------
    >>> is_known("Báo Sơn La"), is_known("notspecified"), is_known("")
    (True, False, False)
    """
    return cell not in ("", UNKNOWN)


class Language(StrEnum):
    """Languages of reports; Vietnamese is the first."""

    VI = "vi"
    EN = "en"


LANGUAGES = tuple(language.value for language in Language)


# Between an indicator and its breakdown, and between the parts of one.
SUBJECT_SIGN, PART_SIGN = "@", "|"


def subject_code(indicator: str, breakdown: str) -> str:
    """Name an indicator with a breakdown: ``workers_sent_abroad@sex=F``; blank is the total.

    Examples
    --------
    >>> subject_code("workers_sent_abroad", "sex=F"), subject_code("workers_sent_abroad", "")
    ('workers_sent_abroad@sex=F', 'workers_sent_abroad')
    """
    return f"{indicator}{SUBJECT_SIGN}{breakdown}" if breakdown else indicator


def parts_of(breakdown: str) -> list[str]:
    """List the single parts of a breakdown: ``sex=F|destination=JP`` has two.

    Examples
    --------
    >>> parts_of("sex=F|destination=JP"), parts_of("")
    (['sex=F', 'destination=JP'], [])
    """
    return breakdown.split(PART_SIGN) if breakdown else []


def dimensions(breakdown: str) -> tuple[str, ...]:
    """Return by what a breakdown divides: ``("sex", "destination")``."""
    return tuple(part.partition("=")[0] for part in parts_of(breakdown))
