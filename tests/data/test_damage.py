"""Damaged and hostile files are refused in a sentence with the place, and at once."""

import json
import os
import random
import re
import shutil
import time
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_analysis.curation import documents
from welfare_analysis.data import descriptor, raw, schema, validation
from welfare_analysis.data.loading import load
from welfare_analysis.data.raw import RawTable
from welfare_analysis.errors import DataProblems, UsageError
from welfare_analysis.report import inputs
from welfare_analysis.report.joblist import list_jobs

from . import damage

ROOT = Path(__file__).parents[2]
SHIPPED = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))
PATTERNS = sorted(
    {
        field["constraints"]["pattern"]
        for one in SHIPPED["resources"]
        for field in one["schema"]["fields"]
        if "pattern" in field.get("constraints", {})
    }
)


def field(one, name="value", table=0):
    (found,) = [f for f in one["resources"][table]["schema"]["fields"] if f["name"] == name]
    return found


DAMAGES = {
    "path a list": (lambda one: one["resources"][0].update(path=["a"]), "observations.path"),
    "path with NUL": (lambda one: one["resources"][0].update(path="a\0b"), "resources[1].path"),
    "no type": (lambda one: field(one).pop("type"), "observations.value.type"),
    "wrong type": (lambda one: field(one).update(type="string"), "observations.value.type"),
    "bad pattern": (
        lambda one: field(one, "observation")["constraints"].update(pattern="(["),
        "observations.observation.constraints.pattern",
    ),
    "constraints a list": (
        lambda one: field(one).update(constraints=[]),
        "observations.value.constraints",
    ),
    "enum no list": (
        lambda one: field(one, "measure")["constraints"].update(enum="actual"),
        "observations.measure.constraints.enum",
    ),
    "name a number": (lambda one: one["resources"][0].update(name=5), "resources[1].name"),
    "field a text": (
        lambda one: one["resources"][0]["schema"]["fields"].append("x"),
        "observations.schema.fields",
    ),
    "a day that is none": (
        lambda one: field(one, "period_end")["constraints"].update(minimum="1945-W01-1"),
        "observations.period_end.constraints.minimum",
    ),
    "a bound beyond all": (
        lambda one: field(one).update(constraints={"maximum": 10**400}),
        "observations.value.constraints.maximum",
    ),
    "a key that leads nowhere": (
        lambda one: one["resources"][0]["schema"]["foreignKeys"][0].update(fields=["a", "b"]),
        "observations.schema.foreignKeys",
    ),
    "a resource twice": (lambda one: one["resources"].append(one["resources"][0]), "once"),
    "created in words": (lambda one: one.update(created="tomorrow"), "created"),
    "created by week": (lambda one: one.update(created="2024-W05-1"), "created"),
    "created with more": (lambda one: one.update(created="2024-01-31 or so"), "created"),
    "title turned round": (lambda one: one.update(title="a\u202eb"), "title"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_descriptor_is_refused_with_the_place(tiny, name):
    change, place = DAMAGES[name]
    tiny.describe(change)
    with pytest.raises(DataProblems) as refused:
        load(tiny.directory)
    problems = refused.value.problems
    assert {one.file for one in problems} == {"datapackage.json"}
    assert place in problems[0].message
    assert str(problems[0]).isprintable()


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one.update(created="2024-02-29"),
        lambda one: one.update(created="2024-02-29T23:59:59+07:00"),
        lambda one: one.pop("created"),
        lambda one: one.update(more={"of": ["my", "own"]}, version=2),
        lambda one: one["resources"].append({"name": "mine", "path": ["any"]}),
        lambda one: field(one).update(constraints={"required": True, "minimum": -1}),
        lambda one: field(one, "period_end")["constraints"].update(minimum="1900-01-01"),
        lambda one: one["resources"][0]["schema"].pop("foreignKeys"),
    ],
)
def test_what_a_curator_may_say_there_is_no_damage(tiny, change):
    tiny.describe(change)
    assert tiny.problems() == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"[" * 100_000, "nested too deeply"),
        (b'{"resources": ' + b"[" * 500 + b"]" * 500 + b"}", "resources"),
        (b'{"a": 1, "a": 2, "resources": []}', "'a' stands twice"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": ' + b"1" * 5000 + b"}", "expected JSON"),
        (b"[]", "expected an object at the top, found a list"),
        (b"", "expected JSON"),
        (b"\xff\xfe{\0}\0", "UTF-8"),
    ],
)
def test_json_that_is_no_descriptor_is_refused_in_a_sentence(content, said):
    begun = time.monotonic()
    found, problems = descriptor.read(content)
    assert found == {}
    assert said in problems[0].message
    assert time.monotonic() - begun < 5


def test_damage_by_chance_is_refused_in_a_sentence_or_harmless(tiny):
    """Some of what `tests/benchmarks/damage.py` goes through; the seed is fixed."""
    rng = random.Random(16)
    shutil.copy(ROOT / "data" / "CHANGES.md", tiny.directory)
    register = tiny.directory / "reports.yml"
    shutil.copy(ROOT / "reports" / "reports.yml", register)
    (tiny.directory / "small.ipynb").write_bytes(damage.small_notebook())
    path = tiny.directory / "datapackage.json"
    whole = json.loads(path.read_text(encoding="utf-8"))
    cases = [(path, damage.changed(whole, *one)) for one in rng.sample([*damage.shapes(whole)], 40)]
    for file in sorted(tiny.directory.iterdir()):
        cases += [(file, new) for new in damage.bytewise(file.read_bytes(), rng, 1)]
    refused = 0
    for file, new in cases:
        before = file.read_bytes()
        file.write_bytes(new)
        refused += damage.refusal(tiny.directory, register) is not None
        file.write_bytes(before)
    assert damage.refusal(tiny.directory, register) is None
    assert len(cases) // 3 < refused < len(cases)


def test_every_other_shape_of_the_descriptor_is_read_or_refused():
    rng = random.Random(17)
    for path, other in rng.sample([*damage.shapes(SHIPPED)], 400):
        found, problems = descriptor.read(damage.changed(SHIPPED, path, other))
        assert bool(found) != bool(problems), (path, other)
        assert all(str(one).isprintable() for one in problems), (path, other)


# --- tables -----------------------------------------------------------------------------------


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\u061c"])
def test_signs_that_turn_the_writing_are_refused(tiny, sign):
    tiny.edit("areas", 3, name_vi=f"Hà{sign} Nội")
    (problem,) = tiny.problems()
    assert (problem.row, problem.column) == (3, "name_vi")
    assert "control characters" in problem.message


def test_a_code_that_turns_the_writing_is_suggested_as_an_escape(tiny):
    """Found by `tests/benchmarks/damage.py`: others name the code that was damaged."""
    tiny.edit("areas", 3, area="VN-H\u202eN")
    said = "\n".join(map(str, tiny.problems()))
    assert r"perhaps VN-H\u202eN" in said
    assert said.replace("\n", "").isprintable()


@pytest.mark.parametrize("text", ["2024-W05-1", "20240131", "2024-031", "2024-01-31T00:00:00"])
def test_days_are_written_as_the_schema_says(tiny, text):
    tiny.edit("observations", 2, period_end=text)
    (problem,) = tiny.problems()
    assert (problem.row, problem.column, problem.value) == (2, "period_end", text)


@pytest.mark.parametrize(("column", "what"), [("paragraph", "whole number"), ("value", "number")])
@pytest.mark.parametrize("long", ["9" * 50, "9" * 400, "1" + "0" * 15])
def test_no_number_has_sixteen_digits(tiny, column, what, long):
    tiny.edit("observations", 7, **{column: long})  # its unit has no bound
    problem = tiny.problems()[0]
    assert (problem.row, problem.column, problem.value) == (7, column, long)
    assert f"expected a {what} of at most 15 digits" in problem.message
    tiny.edit("observations", 7, **{column: long[:15]})
    assert "digits" not in str(tiny.problems())


def test_a_number_has_no_hundreds_of_decimals(tiny):
    tiny.edit("observations", 2, value="0." + "0" * 300 + "3")
    problem = tiny.problems()[0]
    assert (problem.row, problem.column) == (2, "value")
    assert "expected a number of at most 15 digits" in problem.message


def test_a_long_number_is_found_among_very_many():
    numbers = [str(number) for number in range(20_000)]
    table = RawTable("units", "units.csv", [], pd.DataFrame({"n": [*numbers, "9" * 16]}, dtype=str))
    field = {"name": "n", "type": "number"}
    (problem,) = schema._check_field(table, field)
    assert problem.value == "9" * 16


@pytest.mark.parametrize("pattern", ["^(a+)+$", "^(a|a)*$", "^(a*)*b$"])
def test_no_pattern_takes_for_ever(tiny, pattern):
    """Python's own regular expressions try these 2 to the power of 40 ways."""
    tiny.describe(lambda one: field(one, "observation")["constraints"].update(pattern=pattern))
    tiny.edit("observations", 2, observation="a" * 40 + "!")
    begun = time.monotonic()
    assert any((one.row, one.column) == (2, "observation") for one in tiny.problems())
    assert time.monotonic() - begun < 20


@pytest.mark.parametrize("pattern", ["(?=a)b", r"(a)\1", "(a{1000}){1000}"])
def test_a_pattern_that_could_take_for_ever_is_refused(tiny, pattern):
    tiny.describe(lambda one: field(one, "observation")["constraints"].update(pattern=pattern))
    (problem,) = tiny.problems()
    assert "expected a regular expression at observations.observation" in problem.message


@given(st.data())
def test_shipped_patterns_mean_what_they_mean_to_python(drawn):
    pattern = drawn.draw(st.sampled_from(PATTERNS))
    texts = [
        drawn.draw(st.from_regex(re.compile(pattern, re.ASCII))).removesuffix("\n"),
        drawn.draw(st.text(st.characters(codec="ascii"))).removesuffix("\n"),
    ]
    wanted = {one for one in texts if not re.search(pattern, one, re.ASCII)}
    assert raw.misfits(texts, pattern) == wanted


def test_no_observation_is_refused_and_one_is_enough(tiny):
    tiny.tables["observations"], (last, *_) = [], tiny.tables["observations"][::-1]
    header = ",".join(last)
    tiny.write("observations", f"{header}\n".encode())
    (problem,) = tiny.problems()
    assert "at least one observation" in problem.message
    tiny.tables["observations"] = [{**last, "related_to": ""}]
    tiny.write("observations")
    tiny.write("remarks", (",".join(tiny.tables["remarks"][0]) + "\n").encode())
    assert tiny.problems() == []


@pytest.mark.parametrize("quoted", [False, True])
def test_a_header_of_a_million_columns_is_refused_at_once(tiny, quoted):
    names = (f'"c{number}\n"' if quoted else f"c{number}" for number in range(1_000_000))
    tiny.write("units", ",".join(names).encode())
    begun = time.monotonic()
    problems = [one for one in tiny.problems() if one.file == "units.csv"]
    assert time.monotonic() - begun < 20
    (problem,) = problems
    assert (problem.row, "at most 1000 columns" in problem.message) == (1, True)


def test_a_row_of_a_million_cells_is_one_problem(tiny):
    begun = time.monotonic()
    tiny.write("units", tiny.text("units").encode() + b"x," * 1_000_000)
    assert "beyond the 6 columns" in tiny.problems()[0].message
    assert time.monotonic() - begun < 20


@pytest.mark.skipif(os.name != "posix", reason="needs links")
@pytest.mark.parametrize("file", ["areas.csv", "datapackage.json"])
def test_a_link_out_of_the_folder_is_not_followed(tiny, tmp_path_factory, file):
    own, secret = tiny.directory / file, tmp_path_factory.mktemp("other") / "secret.csv"
    shutil.move(own, secret)
    own.symlink_to(secret)
    with pytest.raises(DataProblems, match="a link that leads out of the folder") as refused:
        load(tiny.directory)
    assert "VN-HN" not in str(refused.value)
    copy = inputs.copied(tiny.directory, tmp_path_factory.mktemp("staging"))
    with pytest.raises(DataProblems, match="a link that leads out of the folder"):
        load(copy)


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_a_link_inside_the_folder_is_a_file(tiny, tmp_path_factory):
    (tiny.directory / "..data").mkdir()
    shutil.move(tiny.directory / "areas.csv", tiny.directory / "..data" / "areas.csv")
    (tiny.directory / "areas.csv").symlink_to(Path("..data") / "areas.csv")
    linked = tmp_path_factory.mktemp("links") / "data"
    linked.symlink_to(tiny.directory, target_is_directory=True)
    assert validation.check(tiny.directory) == validation.check(linked) == []
    assert validation.check(inputs.copied(linked, tmp_path_factory.mktemp("staging"))) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_pipe_is_no_file_and_nobody_waits_for_it(tiny):
    (tiny.directory / "areas.csv").unlink()
    os.mkfifo(tiny.directory / "areas.csv")
    with pytest.raises(DataProblems, match="it is no file"):
        load(tiny.directory)
    with pytest.raises(DataProblems, match="it is no file"):
        list_jobs(["area_profile_ha_noi"], ["vi"], {"area": "Hà Nội"}, tiny.directory)


# --- what stands beside -----------------------------------------------------------------------


def test_a_log_that_is_not_utf8_is_refused_by_line(tiny):
    (tiny.directory / "CHANGES.md").write_bytes("# Thay đổi\n\nHà Nội\n".encode("utf-16"))
    with pytest.raises(DataProblems, match=r"CHANGES.md, row 1: expected UTF-8"):
        documents.entries(tiny.directory)
    (tiny.directory / "CHANGES.md").write_bytes(b"\xef\xbb\xbf" + "# Thay đổi\n".encode())
    assert documents.entries(tiny.directory) == []


@pytest.mark.parametrize("text", ["2024-W05-1", "2024-0131x"])
def test_a_day_is_asked_for_as_it_is_written(text):
    from welfare_analysis import arguments

    with pytest.raises(arguments.Unfit):
        arguments.period(text)
    assert str(arguments.period("2024-01-31")) == "2024-01-31"
    assert UsageError.exit_code == 2
