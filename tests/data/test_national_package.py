"""The synthetic national package is valid, the same every time, and its figures agree."""

import pandas as pd
import pytest

import welfare_analysis as wa

from .. import changed_packages
from ..benchmarks.national import national


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """34 places, two years, seven indicators."""
    folder = changed_packages.write(national(34, 2, 7), tmp_path_factory.mktemp("few"))
    return wa.load(folder)


def test_it_has_all_places_above_each_other(few):
    assert few.areas["level"].value_counts().to_dict() == {
        "province": 34,
        "region": 6,
        "country": 1,
    }
    assert 41 * 2 * 7 < len(few.observations) < 41 * 2 * 7 * 1.6


def test_counts_add_up_and_rates_follow(few):
    places = few.areas.query("level == 'province'")["area"]
    counts = [wa.one(few, "poor_households", area, 2025).value for area in places]
    assert sum(counts) == wa.one(few, "poor_households", "VN", 2025).value
    checks = wa.audit(few)
    followed = checks[checks["check"].isin(["rate_base", "same_figure", "place_above_area"])]
    assert followed["check"].nunique() == 3
    assert set(followed["verdict"]) == {"consistent"}


def test_the_same_seed_gives_the_same_package():
    first, again, other = (national(3, 2, 20, seed)["observations"] for seed in (0, 0, 1))
    pd.testing.assert_frame_equal(first, again)
    assert not first["value"].equals(other["value"])


def test_every_subject_is_in_the_codebook_and_valid(tmp_path):
    data = wa.load(changed_packages.write(national(1, 10, 50), tmp_path))
    assert data.observations["indicator"].nunique() == 50
    assert data.observations["period_end"].dt.year.nunique() == 10
