"""Standing: who is above whom in a comparison, in words, and whether it may be said."""

from __future__ import annotations

from collections.abc import Sequence

from ...codes import Derived
from ...judge.bases import share_of_people
from ...judge.benchmarks import Benchmark
from ...judge.comparison import Comparison
from ...judge.derived import Figure, Measure
from ..document import Line, joined, words
from ..words import mainly
from ..writer import Writer
from .phrases import change

_FALL, _LOW, _HIGH = "fall", "low", "high"
_DATES = ("DATE", "DATE_FAR")


def standing(compared: Comparison, language: str) -> Line:
    """Say in which order the places of a comparison stand, and whether that may be said.

    Places that cannot be told apart share a rank; areas around others are told beside the order;
    where the verdicts allow no order, the reasons stand in its place.

    Examples
    --------
    >>> from welfare_analysis import compare, load
    >>> data = load()
    >>> cities = ["Hà Nội", "TP.HCM", "Sơn La"]
    >>> fastest = standing(compare(data, "poor_household_rate", cities, by="change_percent"), "en")
    >>> str(fastest).partition(".")[0]
    'From the strongest fall: Hà Nội (down by about 81%) and Ho Chi Minh City (down by about 77'
    >>> refused = standing(compare(data, "poor_household_rate", cities[1:], 2023), "en")
    >>> str(refused).rpartition("? ")[2]
    'No: different poverty standards.'
    """
    writer = Writer(compared.data, language)
    found, figures = compared.order, compared.figures
    if len(figures) - len(found.around) < 2:
        said = [writer.line("standing-one", places=_places(writer, compared, list(figures)))]
        return joined(" ", [*said, *_rest(writer, compared, ())])
    if not found.ranks:
        ranked = [area for area in figures if area not in found.around]
        said = [writer.line("standing-none", places=_places(writer, compared, ranked))]
    else:
        way = _way(compared)
        ranks = found.ranks if way == _HIGH else [rank[::-1] for rank in found.ranks[::-1]]
        told = joined("; ", [_rank(writer, compared, rank) for rank in ranks])
        said = [writer.line("standing-order", way=way, ranks=told)]
    short = (writer.say(f"short-{one.code}", areas="") for one in found.reasons)
    causes = mainly(short, writer.language)
    may = writer.say("standing-may", verdict=str(found.verdict), causes=causes)
    return joined(" ", [*said, *_rest(writer, compared, found.around), words(may)])


def _way(compared: Comparison) -> str:
    """Name where an order begins: with the strongest fall, the lowest, or the highest."""
    figures = compared.figures.values()
    if compared.by.startswith("change_"):
        return _FALL if all(one.value < 0 for one in figures) else _HIGH
    better_low = all(one.indicator_row["direction"] == "lower_better" for one in figures)
    return _LOW if better_low and compared.by in ("distance", "pace") else _HIGH


def _rest(writer: Writer, compared: Comparison, around: Sequence[str]) -> list[Line]:
    """Tell the areas around, those of one date unasked, and who has no figure."""
    told = [compared.figures[area] for area in around]
    told += [one.figure for one in compared.benchmarks if not _dates_differ(one)]
    said = []
    if told:
        places = writer.joined(_place(writer, compared, one) for one in told)
        said.append(words(writer.say("standing-around", places=places)))
    if compared.missing:
        areas = writer.joined(map(writer.area, compared.missing))
        said.append(words(writer.say("standing-missing", places=areas)))
    return said


def _dates_differ(benchmark: Benchmark) -> bool:
    return any(one.code in _DATES for found in benchmark.reasons.values() for one in found)


def _rank(writer: Writer, compared: Comparison, rank: Sequence[str]) -> Line:
    places = _places(writer, compared, rank)
    if len(rank) == 1:
        return places
    figures = [compared.figures[area] for area in rank]
    equal = all(one.interval.is_point and one.value == figures[0].value for one in figures)
    return writer.line("standing-equal" if equal else "standing-tied", places=places)


def _places(writer: Writer, compared: Comparison, areas: Sequence[str]) -> Line:
    """Name places, each with its figure."""
    figures = (compared.figures[area] for area in areas)
    return words(writer.joined(_place(writer, compared, one) for one in figures))


def _place(writer: Writer, compared: Comparison, figure: Figure) -> str:
    changes = compared.by.startswith("change_")
    told = change(figure, writer.language) if changes else writer.text(figure)
    people = share_of_people(compared.data, figure) if compared.by == Derived.SHARE else None
    if people:
        told = writer.say("standing-share", share=told, people=writer.text(people))
    yearly = isinstance(figure, Measure) and figure.is_yearly_average
    asides = [writer.say("yearly-average")] if yearly else []
    return f"{writer.area(figure.area)} ({', '.join([told, *asides, *writer.flags(figure)])})"
