"""Guides: what they name is there, and what they tell a reader to do works as it stands."""

import doctest
import re
import shutil
import sys
import tomllib

import pytest

import welfare_analysis as wa

GUIDES = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/cures.md",
    "docs/curator.md",
    "docs/lessons.md",
    "docs/reasons.md",
    "docs/reports.md",
    "docs/schedule.md",
    "data/README.md",
]
# Paths in code that a checkout does not hold: made by a command, or with a name to be filled in.
MADE = re.compile(r"^(reports|docs/_build)/|[A-Z*]{4}|…|health_insurance\.|lessons_6")
FOLDERS = {"data", "docs", "notebooks", "reports", "schedule", "tests", "welfare_analysis"}


@pytest.fixture(scope="module")
def guides(project):
    return {name: (project / name).read_text(encoding="utf-8") for name in GUIDES}


@pytest.mark.parametrize("name", GUIDES)
def test_links_lead_somewhere(project, guides, name):
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", guides[name])
    missing = [one for one in targets if not (project / name).parent.joinpath(one).exists()]
    assert missing == []


@pytest.mark.parametrize("name", GUIDES)
def test_paths_that_are_named_exist(project, guides, name):
    named = [one for one in re.findall(r"`([\w./-]+)`", guides[name]) if "/" in one]
    paths = [one for one in named if one.partition("/")[0] in FOLDERS and not MADE.search(one)]
    assert [one for one in paths if not (project / one).exists()] == []


@pytest.fixture
def house(project, monkeypatch):
    """The script that draws the house."""
    monkeypatch.syspath_prepend(project / "docs")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    import house

    return house


def test_the_picture_of_the_house_is_up_to_date(project, house):
    drawn = (project / "docs/house.svg").read_text(encoding="utf-8")
    assert drawn == house.draw(), "draw it again: python docs/house.py"


def test_the_picture_follows_the_imports(house, monkeypatch):
    before = house.draw()
    used = house.uses()
    monkeypatch.setattr(house, "uses", lambda: used | {"curation": used["curation"] | {"judge"}})
    assert house.draw() != before


def test_no_arrow_of_the_house_points_up(house):
    used = house.uses()
    order = ["ground", *house.ROOMS, house.NAMES]
    assert set(used) == set(order)
    assert all(order.index(one) < order.index(name) for name in used for one in used[name])
    floor = house.floors(used)
    assert all(floor[one] < floor[name] for name, one in house.nearest(used))


def test_architecture_tells_of_every_room_in_order(guides, house):
    rows = re.findall(r"^\| (?:the )?`?(\w+)`?.*\|$", guides["docs/architecture.md"], re.MULTILINE)
    assert [row for row in rows if row != "room"] == ["ground", *house.ROOMS]
    ground = re.search(r"^\| the ground: (.*?) \|", guides["docs/architecture.md"], re.MULTILINE)
    assert set(re.findall(r"`(\w+)`", ground[1])) == house.GROUND


def test_the_journey_of_a_figure_is_as_told(guides):
    text = guides["docs/architecture.md"].replace("```python", "").replace("```", "")
    examples = doctest.DocTestParser().get_doctest(text, {}, "architecture.md", None, 0)
    assert len(examples.examples) > 6
    said = []
    runner = doctest.DocTestRunner()
    runner.run(examples, out=said.append)
    assert runner.failures == 0, "".join(said)


def test_rows_to_add_are_valid_and_can_be_compared(project, guides, tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(project / "data", folder)
    added = re.findall(r"```csv (\w+\.csv)\n(.*?)```", guides["CONTRIBUTING.md"], re.DOTALL)
    for name, rows in added:
        with (folder / name).open("a", encoding="utf-8") as table:
            table.write(rows)
    assert {name for name, _ in added} == {
        "sources.csv",
        "areas.csv",
        "indicators.csv",
        "observations.csv",
        "remarks.csv",
    }
    (refresh, compared) = re.findall(
        r"^welfare-analysis (.* COPY.*)$", guides["CONTRIBUTING.md"], re.M
    )
    from welfare_analysis.cli.main import main

    assert main(words(refresh, folder)) == 0
    assert main(words(compared, folder)) == 0
    answer = wa.compare(wa.load(folder), "job_counselling", ["Ví Dụ", "Sơn La"])
    assert not answer.missing


def words(command, folder):
    return [
        word.strip('"').replace("COPY", str(folder)) for word in re.findall(r'"[^"]*"|\S+', command)
    ]


def test_changelog_begins_with_this_version(project, guides):
    project_file = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    versions = re.findall(r"^## ([\d.]+) – \d{4}-\d\d-\d\d$", guides["CHANGELOG.md"], re.MULTILINE)
    assert versions[0] == project_file["project"]["version"]


def test_sources_are_counted_right(project, guides, data):
    articles = set(data.sources.loc[data.sources["kind"] == "article", "source"])
    printing = set(data.observations["source"])
    others = set(data.sources["source"]) - printing
    first = " ".join(guides["README.md"].split("![")[0].split())
    assert len(articles) == 5
    assert f"five Vietnamese news articles and {len(printing - articles)} further sources" in first
    assert f"; {len(others)} more give the poverty standards" in first
    assert others <= set(data.standards["source"])
    log = (project / "data/CHANGES.md").read_text(encoding="utf-8")
    newest = " ".join(log.split("\n## ")[1].split())
    assert f"comparators from {len(printing - articles)} sources" in newest
    assert f"{len(others)} sources of poverty standards alone" in newest
