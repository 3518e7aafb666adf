"""Funds: what was paid out against what was there to pay it from."""

from __future__ import annotations

from collections.abc import Iterator

from ...codes import Relation, Temporal
from ...data.figures import Observation
from .index import Index
from .outcomes import Check, Outcome, Quantity, Rule, judge


def check_funds(index: Index) -> Iterator[Check]:
    """Check that what a fund paid, taken together, is not more than the fund raised."""
    yield from _by_source_of_money(index, Relation.PAID_FROM, "paid_above_fund")


def check_budgets(index: Index) -> Iterator[Check]:
    """Check that what was disbursed, taken together, is not more than the budget."""
    yield from _by_source_of_money(index, Relation.DISBURSED_FROM, "disbursed_above_budget")


def _by_source_of_money(index: Index, relation: Relation, code: str) -> Iterator[Check]:
    for name, payment_names in index.of[relation].items():
        fund = index.figure(name)
        payments = index.distinct(index.figures(payment_names))
        stock = fund.indicator_row["temporal"] == Temporal.STOCK
        flows = [one for one in payments if one.indicator_row["temporal"] == Temporal.FLOW]
        if stock and flows:
            yield _revolving(code, fund, flows)
        else:
            yield _payments(code, fund, payments)


def _payments(code: str, fund: Observation, payments: list[Observation]) -> Check:
    paid = Quantity.total([Quantity.of(one) for one in payments])
    there = Quantity.of(fund)
    outcome = judge(paid, there, Rule.AT_MOST)

    def explain(w) -> str:
        text = w(
            code.replace("_", "-"),
            fund=w.figure(fund),
            fund_title=w.subject(fund),
            payments=w.listed(payments),
            title=w.title(payments[0].indicator),
        )
        if len(payments) > 1:
            text += " " + w("fund-sum", sum=w.amount(paid.value, fund.unit))
        if outcome == Outcome.INCONSISTENT:
            gap = w.span(paid.interval - there.interval, fund.unit)
            return f"{text} " + w("fund-exceeded", gap=gap)
        if outcome == Outcome.WITHIN_ROUNDING:
            return f"{text} {w.means(outcome)}"
        share = w.percent(100 * paid.value / there.value) if there.value else "0%"
        return f"{text} " + w("fund-kept", share=share)

    inputs = (*payments, fund)
    return Check(code, outcome, inputs, paid, there, fund.unit, explain, Rule.AT_MOST)


def _revolving(code: str, fund: Observation, flows: list[Observation]) -> Check:
    def explain(w) -> str:
        return w(
            "fund-revolving",
            fund=w.figure(fund),
            fund_title=w.subject(fund),
            payments=w.listed(flows),
            title=w.title(flows[0].indicator),
        )

    paid = Quantity.total([Quantity.of(one) for one in flows])
    there, inputs = Quantity.of(fund), (*flows, fund)
    return Check(code, Outcome.NOT_TESTABLE, inputs, paid, there, fund.unit, explain, Rule.OPEN)
