"""Planted: small catalogues with a contradiction of each kind, and its consistent twin."""

import dataclasses

import pandas as pd

COLUMNS = (
    "observation",
    "indicator",
    "area",
    "period_start",
    "period_end",
    "value",
    "unit",
    "measure",
    "status",
    "qualifier",
    "standard",
    "standard_basis",
    "period_basis",
    "confidence",
    "source",
    "paragraph",
    "as_printed",
    "related_to",
    "comment_vi",
    "comment_en",
)


def row(name, indicator, printed, value, related="", **more):
    """Write one observation; more names what differs from the commonest case."""
    usual = {
        "area": "VN-HN",
        "period_start": "",
        "period_end": "2023-12-31",
        "measure": "actual",
        "status": "A",
        "qualifier": "exact",
        "standard": "",
        "standard_basis": "",
        "period_basis": "stated",
        "confidence": "high",
        "source": "office",
        "paragraph": "1",
        "comment_vi": "",
        "comment_en": "",
    }
    return (
        usual
        | {
            "observation": name,
            "indicator": indicator,
            "as_printed": printed,
            "value": value,
            "related_to": related,
        }
        | more
    )


def catalogue(data, *rows):
    """Make a small catalogue of these observations, on the codebook of the package."""
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    units = data.indicators.set_index("indicator")["unit"]
    frame["unit"] = frame["indicator"].map(units)
    for column in ("period_start", "period_end"):
        frame[column] = pd.to_datetime(frame[column].replace("", None), format="%Y-%m-%d")
    frame["paragraph"] = pd.to_numeric(frame["paragraph"]).astype("Int64")
    frame["value"] = frame["value"].astype("float64")
    usual = data.sources.iloc[0].to_dict() | {"independent_of": "", "date_published": "2024-06-01"}
    sources = [
        usual | {"source": "office", "number": 1, "reliability": "A", "publisher": "Cục A"},
        usual | {"source": "paper", "number": 2, "reliability": "B", "publisher": "Báo B"},
        usual
        | {
            "source": "mirror",
            "number": 3,
            "reliability": "C",
            "publisher": "Trang C",
            "independent_of": "shares_origin:paper",
        },
        usual
        | {
            "source": "early",
            "number": 4,
            "reliability": "B",
            "publisher": "Báo D",
            "date_published": "2023-03-01",
        },
    ]
    small = {"observations": frame, "sources": pd.DataFrame(sources)}
    return dataclasses.replace(data, **small)


def year(of, **more):
    return {"period_start": f"{of}-01-01", "period_end": f"{of}-12-31"} | more


def poor(number, printed=None, **more):
    return row("poor", "poor_households", printed or f"{number} hộ", number, **more)


def rate(printed, value, related="rate_of:poor", **more):
    return row("rate", "poor_household_rate", printed, value, related, **more)


def base(number, related="base_of:rate", **more):
    return row("base", "poverty_review_households", f"{number} hộ", number, related, **more)


def near(number, **more):
    return row("near", "near_poor_households", f"{number} hộ", number, **more)


def near_rate(printed, value, **more):
    return row("near-rate", "near_poor_household_rate", printed, value, "rate_of:near", **more)


def total(number, **more):
    return row("total", "poor_and_near_poor_households", f"{number} hộ", number, **more)


def parts(poor_number, near_number, total_number, **more):
    return (
        total(total_number, **more),
        poor(poor_number, related="part_of:total", **more),
        near(near_number, related="part_of:total", **more),
    )


def fall(number, **more):
    return row(
        "fall",
        "poor_households_reduction",
        f"{number} hộ",
        number,
        "change_of:poor",
        **year(2023) | more,
    )


def before(number, **more):
    return row(
        "before", "poor_households", f"{number} hộ", number, **{"period_end": "2022-12-31"} | more
    )


def enrolled(number, **more):
    return row(
        "enrolled", "vocational_enrolment_persons", f"{number} người", number, **year(2023) | more
    )


def plan(name, number, **more):
    return row(
        name,
        "vocational_enrolment_persons",
        f"{number} người",
        number,
        "plan_for:enrolled",
        **year(2023, measure="plan") | more,
    )


def attained(printed, value, **more):
    return row(
        "attained",
        "vocational_enrolment_attainment",
        printed,
        value,
        "attainment_of:enrolled",
        **year(2023) | more,
    )


def money(name, indicator, printed, value, related="", **more):
    return row(name, indicator, printed, value, related, **year(2023) | more)


LEARNT = parts(30, 40, 70, area="VN-05")  # what a total is made of, from another place
LEARNT = tuple(
    one
    | {
        "observation": f"other-{one['observation']}",
        "related_to": one["related_to"].replace("total", "other-total"),
    }
    for one in LEARNT
)


def opening(total_before):
    return (
        *LEARNT,
        poor(70),
        near(50),
        fall(30),
        row(
            "near-fall",
            "near_poor_households_reduction",
            "50 hộ",
            50,
            "change_of:near",
            **year(2023),
        ),
        row(
            "start",
            "poor_and_near_poor_households",
            f"{total_before} hộ",
            total_before,
            period_end="2023-01-01",
            source="paper",
        ),
    )


def target_in_households(number):
    return (
        poor(1000),
        rate("10%", 10.0),
        base(10000),
        row("goal", "poor_household_rate", "8,0%", 8.0, period_end="2024-12-31", measure="target"),
        row("from", "poor_household_rate", "10,0%", 10.0, "baseline_of:goal same_as:rate"),
        row(
            "counted",
            "poor_households_reduction",
            f"{number} hộ",
            number,
            "equivalent_of:goal",
            **year(2024, measure="target"),
        ),
    )


def same_value(later):
    return (
        near(22263, period_end="2022-12-31", source="early"),
        row("again", "near_poor_households", f"{later} hộ", later, source="paper"),
    )


# check: (planted contradiction, its consistent twin)
KINDS = {
    "rate_base": (
        (poor(92), rate("3,82%", 3.82), base(272)),
        (poor(92), rate("33,82%", 33.82), base(272)),
    ),
    "implied_base": (
        (poor(272), rate("1,46%", 1.46), near(277), near_rate("1,90%", 1.9)),
        (poor(272), rate("1,46%", 1.46), near(277), near_rate("1,49%", 1.49)),
    ),
    "value_repeated": (same_value(22263), same_value(21001)),
    "change_above_stock": (
        (poor(70), fall(130), before(100)),
        (poor(70), fall(30), before(100)),
    ),
    "change_levels": (
        (poor(70), fall(40), before(100)),
        (poor(70), fall(30), before(100)),
    ),
    "opening_total": (opening(150), opening(200)),
    "target_equivalent": (target_in_households(260), target_in_households(200)),
    "paid_above_fund": (
        (
            money("fund", "child_fund_raised", "hơn 32 tỷ đồng", 32e9, qualifier="more_than"),
            money("paid", "child_fund_spending", "36 tỷ đồng", 36e9, "paid_from:fund"),
        ),
        (
            money("fund", "child_fund_raised", "hơn 32 tỷ đồng", 32e9, qualifier="more_than"),
            money("paid", "child_fund_spending", "31 tỷ đồng", 31e9, "paid_from:fund"),
        ),
    ),
    "disbursed_above_budget": (
        (
            money("budget", "poverty_budget_central", "2,4 tỷ đồng", 2.4e9, measure="plan"),
            money(
                "out",
                "poverty_budget_central_disbursed",
                "2,6 tỷ đồng",
                2.6e9,
                "disbursed_from:budget",
            ),
        ),
        (
            money("budget", "poverty_budget_central", "2,4 tỷ đồng", 2.4e9, measure="plan"),
            money(
                "out",
                "poverty_budget_central_disbursed",
                "657 triệu đồng",
                657e6,
                "disbursed_from:budget",
            ),
        ),
    ),
    "plan_attainment": (
        (enrolled(920), plan("plan", 2086), attained("48%", 48.0)),
        (enrolled(920), plan("plan", 2086), attained("44%", 44.0)),
    ),
    "plan_excess": (
        (
            enrolled(720),
            plan("plan", 675),
            row("over", "vocational_plan_excess", "8,9%", 8.9, "excess_of:enrolled", **year(2023)),
        ),
        (
            enrolled(720),
            plan("plan", 675),
            row("over", "vocational_plan_excess", "6,7%", 6.7, "excess_of:enrolled", **year(2023)),
        ),
    ),
    "parts_total": (parts(30, 40, 71), parts(30, 40, 70)),
    "part_above_total": (
        (total(70), poor(80, related="part_of:total")),
        (total(70), poor(60, related="part_of:total")),
    ),
    "parts_other_source": (
        (*LEARNT, total(75, source="paper"), poor(30), near(40)),
        (*LEARNT, total(70, source="paper"), poor(30), near(40)),
    ),
    "share_above_whole": (
        (
            row(
                "done", "districts_without_poor_households", "31/30 quận, huyện", 31, "share_of:all"
            ),
            row("all", "districts", "31/30 quận, huyện", 30),
        ),
        (
            row(
                "done", "districts_without_poor_households", "18/30 quận, huyện", 18, "share_of:all"
            ),
            row("all", "districts", "18/30 quận, huyện", 30),
        ),
    ),
    "place_above_area": (
        (poor(690), row("inside", "poor_households", "801 hộ", 801, area="VN-HN-M13")),
        (poor(690), row("inside", "poor_households", "106 hộ", 106, area="VN-HN-M13")),
    ),
    "same_figure": (
        (poor(690), row("twin", "poor_households", "691 hộ", 691, "same_as:poor", source="paper")),
        (poor(690), row("twin", "poor_households", "690 hộ", 690, "same_as:poor", source="paper")),
    ),
    "several_sources": (
        (poor(8293), row("other", "poor_households", "8.410 hộ", 8410, source="paper")),
        (poor(8293), row("other", "poor_households", "8.293 hộ", 8293, source="paper")),
    ),
    "after_publication": (
        (poor(690, source="early"),),
        (poor(690, source="paper"),),
    ),
    "target_below_result": (
        (
            row("now", "satisfaction_rate", "99,66%", 99.66, **year(2023)),
            row(
                "aim",
                "satisfaction_rate",
                "từ 95% trở lên",
                95,
                qualifier="at_least",
                **year(2024, measure="target"),
            ),
        ),
        (
            row("now", "satisfaction_rate", "93,66%", 93.66, **year(2023)),
            row(
                "aim",
                "satisfaction_rate",
                "từ 95% trở lên",
                95,
                qualifier="at_least",
                **year(2024, measure="target"),
            ),
        ),
    ),
    "stock_below_flow": (
        (
            row("away", "workers_abroad", "165 người", 165),
            row("sent", "workers_sent_abroad", "1.356 người", 1356, period_start="2019-01-01"),
        ),
        (
            row("away", "workers_abroad", "1.165 người", 1165),
            row("sent", "workers_sent_abroad", "1.356 người", 1356, period_start="2019-01-01"),
        ),
    ),
    "household_size": (
        (
            row("people", "population", "109.409 người", 109409),
            row("homes", "households", "18.630 hộ", 15860),
        ),
        (
            row("people", "population", "69.382 người", 69382),
            row("homes", "households", "18.630 hộ", 18630),
        ),
    ),
    "base_growth": (
        (
            poor(1586, period_end="2022-12-31"),
            rate("5,71%", 5.71, period_end="2022-12-31"),
            near(1258),
            near_rate("4,06%", 4.06),
        ),
        (
            poor(1586, period_end="2022-12-31"),
            rate("5,71%", 5.71, period_end="2022-12-31"),
            near(1258),
            near_rate("4,50%", 4.5),
        ),
    ),
    "base_count": (
        (poor(310), rate("1,00%", 1.0), row("homes", "households", "28.146 hộ", 28146)),
        (poor(282), rate("1,00%", 1.0), row("homes", "households", "28.146 hộ", 28146)),
    ),
    "population_growth": (
        (
            row("then", "population", "1.361.474 người", 1361474, period_end="2023-04-01"),
            row("now", "population", "1.434.171 người", 1434171),
        ),
        (
            row("then", "population", "1.361.474 người", 1361474, period_end="2023-04-01"),
            row("now", "population", "1.370.171 người", 1370171),
        ),
    ),
}
