"""Rules of the audit: each verdict follows from its row; like is set against like only."""

import io

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis.judge.checks.outcomes import Rule, decide

from .planted import (
    KINDS,
    LEARNT,
    attained,
    base,
    catalogue,
    enrolled,
    money,
    near,
    near_rate,
    parts,
    plan,
    poor,
    rate,
    row,
    total,
)


def reread(rows):
    """Write the rows as CSV and read them again, as whoever gets the file does."""
    text = pd.DataFrame(rows).drop(columns=["explanation_vi", "explanation_en"]).to_csv()
    return pd.read_csv(io.StringIO(text), index_col=0)


def assert_verdicts_follow(rows):
    for one in reread(rows).to_dict("records"):
        sides = [
            tuple(one[f"{side}{end}"] for end in ("", "_low", "_high"))
            for side in ("stated", "recomputed")
        ]
        verdict = decide(one["rule"], *sides, one["tolerance"])
        assert verdict == one["verdict"], one
        meet = sides[0][1] <= sides[1][2] and sides[1][1] <= sides[0][2]
        if one["rule"] in ("equal", "plausible") and verdict != "inconsistent" and not meet:
            # Ranges apart need a reason that is in the row; 1e-9 is for binary fractions.
            gap = max(sides[0][1] - sides[1][2], sides[1][1] - sides[0][2])
            assert gap <= one["tolerance"] + 1e-9 * max(map(abs, (sides[0][2], sides[1][2])))


def test_every_verdict_of_the_data_follows_from_its_row(data):
    rows = wa.audit(data)
    assert_verdicts_follow(rows)
    assert set(rows["rule"]) == set(Rule)


def test_counts_that_may_have_been_rounded_are_given_a_tolerance(data):
    audits = [wa.audit(catalogue(data, *rows)) for rows in KINDS["target_equivalent"]]
    assert any((one["tolerance"] > 0).any() for one in audits)


@pytest.mark.parametrize("check", KINDS)
def test_every_verdict_of_planted_contradictions_follows_from_its_row(data, check):
    for rows in KINDS[check]:
        assert_verdicts_follow(wa.audit(catalogue(data, *rows)))


counts = st.integers(0, 300) | st.integers(1, 300).map(lambda one: one * 100)
hedges = st.sampled_from(["exact", "about", "nearly", "more_than", "at_least", "at_most"])
shares = st.integers(0, 10_000).map(lambda one: one / 100)


@st.composite
def figures(draw):
    """Draw figures of one place that need not agree, as round and as hedged as the press has it."""

    def hedged():
        return {"qualifier": draw(hedges)}

    def percent(name, make):
        value = draw(shares)
        return make(f"{value:.2f}%".replace(".", ","), value, **hedged()) | {"observation": name}

    other = draw(counts)
    return (
        total(draw(counts), **hedged()),
        poor(draw(counts), related="part_of:total", **hedged()),
        near(draw(counts), related="part_of:total", **hedged()),
        percent("rate", rate),
        percent("near-rate", near_rate),
        *([base(draw(counts), **hedged())] if draw(st.booleans()) else []),
        row("other", "poor_households", f"{other} hộ", other, source="paper", **hedged()),
        enrolled(draw(counts), **hedged()),
        plan("plan", draw(counts), **hedged()),
        percent("attained", attained),
        money("fund", "child_fund_raised", "9 tỷ đồng", 9e9, **hedged()),
        money("paid", "child_fund_spending", "9,2 tỷ đồng", 9.2e9, "paid_from:fund", **hedged()),
    )


@settings(max_examples=60)
@given(figures())
def test_verdicts_of_any_figures_follow_from_their_rows(data, rows):
    assert_verdicts_follow(wa.audit(catalogue(data, *rows)))


def test_the_rule_that_lets_round_counts_differ_is_in_the_row(data):
    rows = (
        near(14498, source="paper"),
        row("round", "near_poor_households", "14.500 hộ", 14500),
    )
    found = wa.audit(catalogue(data, *rows)).iloc[0]
    assert (found["verdict"], found["rule"], found["tolerance"]) == ("within_rounding", "equal", 50)


# A source published on 27 December 2024, and the day of its figure.
@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2024-12-31", False),  # the year that ends
        ("2025-01-01", False),  # its stock, dated by the day after
        ("2024-12-27", False),
        ("2024-12-30", True),  # closes nothing
        ("2025-01-02", True),
        ("2025-01-31", True),  # the month after
        ("2025-12-31", True),  # the year that begins
    ],
)
def test_a_review_of_the_year_that_ends_is_not_dated_after_itself(data, day, found):
    kept = catalogue(data, poor(690, period_end=day, source="early"))
    kept.sources.loc[kept.sources["source"] == "early", "date_published"] = "2024-12-27"
    rows = wa.audit(kept)
    assert (rows["check"] == "after_publication").any() == found


@pytest.mark.parametrize(
    ("published", "found"), [("2024-12-01", False), ("2024-11-30", True), ("2023-12-27", True)]
)
def test_the_year_that_ends_is_reviewed_in_its_last_month(data, published, found):
    kept = catalogue(data, poor(690, period_end="2024-12-31", source="early"))
    kept.sources.loc[kept.sources["source"] == "early", "date_published"] = published
    assert (wa.audit(kept)["check"] == "after_publication").any() == found


def test_one_base_that_fits_all_rates_is_said_before_any_figure_is_called_wrong(data):
    rates = (
        poor(52883),
        rate("17,83%", 17.83),
        near(28702),
        near_rate("9,68%", 9.68),
    )
    both = (base(297104, related="base_of:rate base_of:near-rate"), *rates)
    found = wa.audit(catalogue(data, *both))
    found = found[found["check"] == "rate_base"]
    assert found["verdict"].tolist() == ["inconsistent"] * 2
    for text in found["explanation_en"]:
        assert "296,510 to 296,660 households would fit every rate" in text
        assert "at least one of the three" not in text
    apart = (*both[:-1], near_rate("9,78%", 9.78))
    found = wa.audit(catalogue(data, *apart))
    assert not found["explanation_en"].str.contains("would fit every rate").any()


def test_two_figures_of_one_article_are_not_called_two_sources(data):
    rows = (poor(690, paragraph="1"), row("again", "poor_households", "712 hộ", 712, paragraph="9"))
    found = wa.audit(catalogue(data, *rows))
    assert found["check"].tolist() == ["same_figure"]
    assert found["verdict"].tolist() == ["inconsistent"]
    assert "another" not in found["explanation_en"].iloc[0]
    assert "nguồn khác" not in found["explanation_vi"].iloc[0]
    later = rows[1] | {"period_end": "2024-01-15"}
    assert wa.audit(catalogue(data, rows[0], later)).empty  # two dates: what changed
    other = later | {"source": "paper"}
    assert wa.audit(catalogue(data, rows[0], other))["check"].tolist() == ["several_sources"]


def test_parts_of_another_compilation_confirm_no_total(data):
    learnt = (*LEARNT, total(70, source="paper"), poor(30), near(40))
    assert "parts_other_source" in set(wa.audit(catalogue(data, *learnt))["check"])
    disputed = (*learnt, row("own", "poor_households", "35 hộ", 35, source="paper"))
    found = wa.audit(catalogue(data, *disputed))
    own = found["observations"].map(lambda names: not any(one.startswith("other") for one in names))
    assert "parts_other_source" not in set(found[own]["check"])
    wrong = (*LEARNT, total(75, source="paper"), *learnt[4:], disputed[-1])
    found = wa.audit(catalogue(data, *wrong))
    assert "inconsistent" in set(found[found["check"] == "parts_other_source"]["verdict"])


def test_persons_are_divided_by_the_households_of_their_own_source(data):
    people = row("people", "persons_in_poor_households", "2.760 người", 2760, source="paper")
    assert "persons_in_poor_households" in set(data.indicators["indicator"])
    one = wa.audit(catalogue(data, poor(690), people))
    assert "household_size" in set(one["check"])  # nobody else counts these households
    own = row("own", "poor_households", "900 hộ", 900, source="paper")
    two = wa.audit(catalogue(data, poor(690), people, own))
    sizes = two[two["check"] == "household_size"]
    assert sizes["observations"].tolist() == [("own", "people")]


def test_land_does_not_grow(data):
    found = wa.audit(data)
    growing = found[found["check"] == "base_growth"]["observations"]
    indicators = {data[name].indicator for names in growing for name in names}
    assert growing.size
    assert "land_area" not in indicators


def test_complete_parts_still_count(data):
    assert wa.audit(catalogue(data, *parts(30, 40, 70)))["verdict"].tolist() == ["consistent"]
