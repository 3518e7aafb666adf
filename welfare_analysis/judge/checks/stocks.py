"""Stocks: what is there at a date against what came in one year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ...codes import Temporal
from ...data.figures import Observation
from ..times import period_years
from .index import Index
from .outcomes import Check, Outcome, Quantity, Rule, judge


def check_stocks(index: Index) -> Iterator[Check]:
    """Check that a stock is not below one year's flow into it.

    Two indicators of one concept and unit, one a stock and one a flow: whoever left for a
    contract of a year or more is still away, so that a smaller stock looks like a flow.
    """
    flows: dict[tuple, list[str]] = defaultdict(list)
    stocks: list[tuple] = []
    for indicator, area, standard in index.series:
        row = index.indicator(indicator)
        place = (row["concept"], row["unit"], area, standard)
        if row["temporal"] == Temporal.FLOW:
            flows[place].append(indicator)
        elif row["temporal"] == Temporal.STOCK:
            stocks.append((place, indicator))
    for place, indicator in stocks:
        _, _, area, standard = place
        rows = index.figures(name for _, name in index.series[indicator, area, standard])
        for stock in index.distinct(rows) if place in flows else ():
            flow = _longest_flow(index, flows[place], stock)
            if flow is not None:
                yield _stock(stock, flow)


def _longest_flow(index: Index, kinds: list[str], stock: Observation) -> Observation | None:
    """Find the flow of at least a year that ends nearest to the date of a stock."""
    found = [
        flow
        for kind in kinds
        for flow in index.near(kind, stock.area, stock.standard, stock.period_end, 366)
        if flow.period_start is not None and period_years(flow) >= 1
    ]
    return found[0] if found else None


def _stock(stock: Observation, flow: Observation) -> Check:
    years = period_years(flow)
    yearly = Quantity.computed(lambda one: one / years, Quantity.of(flow))
    stated = Quantity.of(stock)
    outcome = judge(stated, yearly, Rule.AT_LEAST)

    def explain(w) -> str:
        fineness = max(1.0, yearly.value / 100)
        text = w(
            "stock-flow",
            stock_title=w.subject(stock),
            stock=w.figure(stock),
            flow_title=w.title(flow.indicator),
            flow=w.figure(flow),
            yearly=w.amount(yearly.value, flow.unit, fineness),
        )
        if outcome == Outcome.WITHIN_ROUNDING:
            return f"{text} {w.means(outcome)}"
        small = outcome == Outcome.INCONSISTENT
        return f"{text} " + w("stock-small" if small else "stock-fits")

    return Check(
        "stock_below_flow",
        outcome,
        (stock, flow),
        stated,
        yearly,
        stock.unit,
        explain,
        Rule.AT_LEAST,
        doubt=True,
    )
