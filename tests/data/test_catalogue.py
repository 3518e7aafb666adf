"""The catalogue: read anew whenever a file changed, and nobody's edit seen by another."""

import pytest

from welfare_analysis.data.loading import load
from welfare_analysis.errors import DataProblems


def test_data_loaded_again_are_what_the_files_hold_now(tiny):
    before = load(tiny.directory)
    tiny.edit("observations", 2, value="0.04", as_printed="0,04%")
    after = load(tiny.directory)
    assert before.revision != after.revision
    assert before.observations["value"][0] == 0.03
    assert after.observations["value"][0] == 0.04
    tiny.edit("observations", 2, value="none")
    with pytest.raises(DataProblems):
        load(tiny.directory)


def test_what_is_changed_in_one_catalogue_is_not_in_the_next(tiny):
    first = load(tiny.directory)
    first.observations.loc[0, "value"] = 99.0
    first.observations.loc[0, "as_printed"] = "99%"
    first.observations["mine"] = 1
    second = load(tiny.directory)
    assert second.observations["value"][0] == 0.03
    assert second.observations["as_printed"][0] == "0,03%"
    assert "mine" not in second.observations


def test_a_record_holds_the_cells_of_its_row(tiny):
    data = load(tiny.directory)
    (expected,) = data.observations.iloc[:1].to_dict("records")
    assert data.record("observations", expected["observation"]) == expected
    assert data.record("observations", "office-2020-population")["paragraph"] is None
