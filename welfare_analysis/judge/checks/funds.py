"""Funds: what was paid out against what was there to pay it from."""

from __future__ import annotations

from collections.abc import Iterator

from ...codes import Relation, Temporal
from ...data.figures import Observation
from .index import Ledger
from .outcomes import Finding, Quantity, Verdict, judge_bound


def check_funds(ledger: Ledger) -> Iterator[Finding]:
    """Check that what a fund paid, taken together, is not more than the fund raised."""
    yield from _by_source_of_money(ledger, Relation.PAID_FROM, "paid_above_fund")


def check_budgets(ledger: Ledger) -> Iterator[Finding]:
    """Check that what was disbursed, taken together, is not more than the budget."""
    yield from _by_source_of_money(ledger, Relation.DISBURSED_FROM, "disbursed_above_budget")


def _by_source_of_money(ledger: Ledger, relation: Relation, check: str) -> Iterator[Finding]:
    for name, payment_names in ledger.of[relation].items():
        fund = ledger.figure(name)
        payments = ledger.distinct(ledger.figures(payment_names))
        stock = fund.indicator_row["temporal"] == Temporal.STOCK
        flows = [one for one in payments if one.indicator_row["temporal"] == Temporal.FLOW]
        if stock and flows:
            yield _revolving(check, fund, flows)
        else:
            yield _payments(check, fund, payments)


def _payments(check: str, fund: Observation, payments: list[Observation]) -> Finding:
    paid = Quantity.total([Quantity.of(one) for one in payments])
    there = Quantity.of(fund)
    verdict = judge_bound(paid, there)

    def explain(w) -> str:
        text = w(
            check.replace("_", "-"),
            fund=w.figure(fund),
            fund_title=w.subject(fund),
            payments=w.listed(payments),
            title=w.title(payments[0].indicator),
        )
        if len(payments) > 1:
            text += " " + w("fund-sum", sum=w.amount(paid.value, fund.unit))
        if verdict == Verdict.INCONSISTENT:
            gap = w.span(paid.interval - there.interval, fund.unit)
            return f"{text} " + w("fund-exceeded", gap=gap)
        if verdict == Verdict.WITHIN_ROUNDING:
            return f"{text} {w.verdict(verdict)}"
        share = w.percent(100 * paid.value / there.value) if there.value else "0%"
        return f"{text} " + w("fund-kept", share=share)

    return Finding(check, verdict, (*payments, fund), paid, there, fund.unit, explain)


def _revolving(check: str, fund: Observation, flows: list[Observation]) -> Finding:
    def explain(w) -> str:
        return w(
            "fund-revolving",
            fund=w.figure(fund),
            fund_title=w.subject(fund),
            payments=w.listed(flows),
            title=w.title(flows[0].indicator),
        )

    paid = Quantity.total([Quantity.of(one) for one in flows])
    return Finding(
        check, Verdict.NOT_TESTABLE, (*flows, fund), paid, Quantity.of(fund), fund.unit, explain
    )
