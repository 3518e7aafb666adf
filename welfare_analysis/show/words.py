"""Words: figures, their kind and their sources written so that nothing is left unsaid."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence

from ..codes import Status, Temporal
from ..data.catalogue import Catalogue
from ..data.figures import Observation, unit_label
from ..data.numerals import scale_word, write
from ..judge.derived import Measure
from ..judge.limits import INFERRED, LOW_CONFIDENCE, SECONDARY, is_doubtful, limits
from ..messages import message
from .bundle import unique
from .inline import literal

Figure = Observation | Measure

_NUMBER_THEN_WORD = re.compile(r"(?<=[\d%]) (?=\w)")
_BASES = {"per_1000_households": 1e3, "per_100000_inhabitants": 1e5}
_COMMENTED = (
    Status.LOW_RELIABILITY,
    Status.PROVISIONAL,
    Status.DEFINITION_DIFFERS,
    Status.BREAK,
    Status.ESTIMATED,
    INFERRED,
)
DOUBTS = (Status.LOW_RELIABILITY, Status.DEFINITION_DIFFERS)
_LIMITS = {INFERRED: "basis-inferred", LOW_CONFIDENCE: "low-confidence"}


def joined(items: Iterable[str], language: str) -> str:
    """Join words as a sentence does: ``a, b và c``.

    Examples
    --------
    >>> joined(["Hà Nội", "Sơn La", "Sông Công"], "vi")
    'Hà Nội, Sơn La và Sông Công'
    """
    *first, last = list(items) or [""]
    if not first:
        return last
    return message("list-last", language, first=", ".join(first), last=last)


def together(titles: Sequence[str]) -> str:
    """Name several subjects as one where they differ only in what stands in brackets.

    Examples
    --------
    >>> together(["Tuyển sinh (lượt người)", "Tuyển sinh (người)"])
    'Tuyển sinh (lượt người; người)'
    """
    parts = [title.partition(" (") for title in titles]
    alike = len({name for name, _, _ in parts}) == 1 and all(one.endswith(")") for one in titles)
    if len(titles) < 2 or not alike:
        return "; ".join(titles)
    return f"{parts[0][0]} ({'; '.join(inner[:-1] for _, _, inner in parts)})"


def capital(text: str) -> str:
    """Begin a text with a capital letter and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def unbroken(text: str) -> str:
    """Keep a number on one line with the word after it."""
    return _NUMBER_THEN_WORD.sub("\u00a0", text)


def area_name(data: Catalogue, area: str, language: str) -> str:
    """Name an area."""
    return data.record("areas", area)[f"name_{language}"]


def standard_name(data: Catalogue, standard: str, language: str) -> str:
    """Name a poverty standard; a dash where none applies."""
    return data.record("standards", standard)[f"title_{language}"] if standard else "\u2013"


def short_standard(data: Catalogue, standard: str, language: str) -> str:
    """Name a poverty standard by its short label; a dash where none applies."""
    return data.record("standards", standard)[f"label_{language}"] if standard else "\u2013"


def title(figure: Figure, language: str) -> str:
    """Name the indicator of a figure; of a derived figure, that of its first input."""
    return first_input(figure).indicator_row[f"title_{language}"]


def first_input(figure: Figure) -> Observation:
    """Return the printed figure that a figure is, or is derived from."""
    return figure.inputs[0] if isinstance(figure, Measure) else figure


def inputs(figure: Figure) -> tuple[Observation, ...]:
    """Return every printed figure behind a figure."""
    return figure.inputs if isinstance(figure, Measure) else (figure,)


def is_yearly_average(measure: Measure) -> bool:
    """Tell a yearly average, also one that was put on a base afterwards."""
    if measure.code == "annual_average":
        return True
    factor = _BASES.get(measure.unit)
    if factor is None or not measure.inputs[-1].value:
        return False
    whole = factor * measure.inputs[0].value / measure.inputs[-1].value
    flow = measure.inputs[0].indicator_row["temporal"] == Temporal.FLOW
    return flow and not math.isclose(whole, measure.value, rel_tol=1e-9)


def kind(figure: Observation, language: str) -> str:
    """Say what kind of figure it is: a result, an estimate, a plan or a target."""
    return message(f"measure-{figure.measure}", language)


def remarks(figure: Observation, language: str) -> list[str]:
    """List what must be known of a figure beyond its kind: flags, inferred period, low trust."""
    told = Status.ESTIMATED if figure.measure == "estimate" else None  # by its kind
    said = [limit for limit in limits(figure) if limit not in (told, SECONDARY)]
    return [message(_LIMITS.get(limit, f"status-{limit}"), language) for limit in said]


def letters(figure: Observation) -> list[str]:
    """List the letters of the remarks on a figure, as statistical offices set them."""
    shown = [limit for limit in limits(figure) if limit not in (LOW_CONFIDENCE, SECONDARY)]
    return ["i" if limit == INFERRED else limit.lower() for limit in shown]


def kind_and_remarks(figure: Observation, language: str) -> str:
    """Say the kind and every remark in one phrase: ``thực hiện; thời kỳ suy luận``."""
    return "; ".join([kind(figure, language), *remarks(figure, language)])


def flagged(figure: Figure, language: str) -> str:
    """Write a figure with its flags in brackets: ``0,75% (nghi vấn)``."""
    asides = figure.flags(language)
    if isinstance(figure, Measure) and is_yearly_average(figure):
        asides = [message("yearly-average", language), *asides]
    text = figure.text(language)
    return f"{text} ({', '.join(asides)})" if asides else text


def cited(figure: Figure, language: str) -> str:
    """Write a figure as Markdown with flags and citation; no line breaks inside a number."""
    return f"{literal(unbroken(flagged(figure, language)))}\u00a0{figure.citation(language)}"


def remarked(figure: Figure, language: str) -> str:
    """Write a figure as Markdown with everything that limits its use, and its citation.

    What a headline says of a figure is read without the table: that its period is inferred or
    that it was not cross-checked has to stand beside it.
    """
    if isinstance(figure, Measure):
        return cited(figure, language)
    limits = remarks(figure, language)
    understood = [message(f"status-{Status.BREAK}", language)]
    if is_doubtful(figure):  # who doubts a figure need not say that it is weak
        understood += [message("low-confidence", language)]
        understood += [message(f"status-{Status.UNVALIDATED}", language)]
    limits = [limit for limit in limits if limit not in understood]
    aside = f" ({', '.join(limits)})" if limits else ""
    text = unbroken(figure.text(language)) + aside
    return f"{literal(text)}\u00a0{figure.citation(language)}"


def needs_comment(figure: Observation) -> bool:
    """Tell whether a figure has a comment that its reader must see."""
    asks = figure.measure == "estimate" or not set(_COMMENTED).isdisjoint(limits(figure))
    return asks and bool(figure.row["comment_en"])


def comments(
    data: Catalogue,
    figures: Sequence[Observation],
    language: str,
    letters: Iterable[str],
) -> list[str]:
    """List the curators' comments on figures with one of these flags, by area."""
    found: dict[str, list[str]] = {}
    for figure in figures:
        text = figure.row[f"comment_{language}"]
        if text and set(letters) & set(limits(figure)):
            found.setdefault(area_name(data, figure.area, language), []).append(text)
    return [f"{name}: {' '.join(unique(texts))}" for name, texts in found.items()]


def source_line(figures: Iterable[Figure], language: str) -> str:
    """Write the source note as Markdown: each publisher once, with the links to its entries."""
    rows = (single.source_row for figure in figures for single in inputs(figure))
    return sources_line(rows, language)


def publisher(row: Mapping, language: str) -> str:
    """Name who published a source and in which edition, or say that it is not known."""
    name = short_publisher(row, language)
    edition = row[f"edition_{language}"]
    return f"{name} ({edition})" if edition else name


def short_publisher(row: Mapping, language: str) -> str:
    """Name who published a source, without its edition."""
    known = row["publisher"] and row["publisher"] != "notspecified"
    return row["publisher"] if known else message("publisher-unknown", language)


def sources_line(rows: Iterable[Mapping], language: str) -> str:
    """Write the source note for records of ``sources``."""
    publishers: dict[str, dict[int, str]] = {}
    for row in rows:
        link = f"[[{row['number']}]](#source-{row['number']})"
        publishers.setdefault(short_publisher(row, language), {})[int(row["number"])] = link
    if not publishers:
        return ""
    ordered = sorted(publishers.items(), key=lambda entry: min(entry[1]))
    listed = "; ".join(
        f"{literal(name)}\u00a0{''.join(links[number] for number in sorted(links))}"
        for name, links in ordered
    )
    return message("source-line", language, sources=listed)


def note(*sentences: str) -> str:
    """Set sentences of a note one after the other, each ended by a full stop."""
    kept = unique(sentence.strip() for sentence in sentences)
    return " ".join(one if one.endswith((".", "?", "!", "…")) else f"{one}." for one in kept)


def small(text: str) -> str:
    """Begin a text with a small letter, unless it begins with a name or an abbreviation."""
    first_word = text.split(" ", 1)[0]
    return text if first_word[1:].lower() != first_word[1:] else text[:1].lower() + text[1:]


def range_text(figure: Figure, language: str) -> str:
    """Write the interval of a figure in words; an exact figure is written as it is."""
    if figure.interval.is_point:
        return figure.text(language)
    if isinstance(figure, Measure):
        return figure.range(language)
    return printed_range(figure, language)


def printed_range(figure: Observation, language: str) -> str:
    """Write the interval of a printed figure at its scale: ``từ 0,025 đến 0,035%``."""
    scale = figure.numeral.scale if figure.numeral else 1.0
    ends = (figure.interval.low / scale, figure.interval.high / scale)
    if any(math.isinf(end) for end in ends):
        return figure.text(language)
    low, high = (write(round(end, 6), language, _decimals(end)) for end in ends)
    unit = unit_label(figure.unit_row, language, figure.value)
    span = message("range", language, low=low, high=high)
    parts = [span, scale_word(scale, language)]
    return " ".join(part for part in parts if part) + (unit if unit == "%" else f" {unit}")


def _decimals(value: float) -> int:
    return next(places for places in range(7) if abs(value - round(value, places)) < 1e-7)


def number_range(measure: Measure, language: str) -> str:
    """Write a derived figure with its range in brackets: ``46,6 (46,4–46,8)``."""
    number = measure.number(language)
    if measure.interval.is_point or math.isinf(measure.interval.width):
        return number
    # So fine that rounding the ends moves them by less than a third of the range.
    decimals = max(measure.decimals, math.ceil(-math.log10(measure.interval.width * 2 / 3)))
    ends = (round(end, decimals) for end in (measure.interval.low, measure.interval.high))
    low, high = (write(end, language, max(decimals, 0)) for end in ends)
    return f"{number} ({low}\u2013{high})"


def identity(figure: Figure) -> tuple:
    """Return what two printings of one figure have in common."""
    if isinstance(figure, Measure):
        return (figure.code, figure.unit, figure.observations, figure.value)
    return (
        figure.indicator,
        figure.area,
        figure.period_start,
        figure.period_end,
        figure.value,
        figure.qualifier,
        figure.measure,
        figure.standard,
    )
