"""The plan knows every file before anything runs."""

import pytest

from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.report.plan import plan

PLACES = ["VN-HN", "VN-05"]


def jobs(project, *names, languages=("vi", "en"), resolve=str, **values):
    return plan(names, languages, values, resolve, project.register)


def outputs(*arguments, **values):
    return [job.output for job in jobs(*arguments, **values)]


def test_one_job_a_language_and_value(project):
    project.add("theme")
    project.add("profile", each={"area": PLACES})
    assert outputs(project) == [
        "vi/theme.pdf",
        "vi/profile_VN-HN.pdf",
        "vi/profile_VN-05.pdf",
        "en/theme.pdf",
        "en/profile_VN-HN.pdf",
        "en/profile_VN-05.pdf",
    ]
    assert outputs(project, "profile_VN-05", languages=["vi"]) == ["vi/profile_VN-05.pdf"]
    assert outputs(project, "profile", languages=["en"], area="VN-SG") == ["en/profile_VN-SG.pdf"]


def test_the_job_carries_all_parameters_and_its_language(project):
    project.add("theme")
    job = jobs(project, year="2024", languages=["en"])[0]
    assert job.parameters == {
        "language": "en",
        "area": "VN-HN",
        "areas": ["VN-HN"],
        "year": 2024,
        "name": "x",
    }


def test_areas_are_resolved_before_they_name_a_file(project):
    project.add("profile", each={"area": ["Hà Nội"]})
    found = outputs(project, languages=["vi"], resolve={"Hà Nội": "VN-HN", "VN-HN": "VN-HN"}.get)
    assert found == ["vi/profile_VN-HN.pdf"]


def test_lists_that_make_a_million_reports_are_refused_at_once(project):
    many = [str(number) for number in range(1000)]
    project.add("theme", each={"name": many, "year": many})
    with pytest.raises(UsageError, match="'theme' makes 1,000,000 reports, at most 10,000"):
        jobs(project)
    assert len(jobs(project, languages=["vi"], name="x", year="2024")) == 1


@pytest.mark.parametrize(
    "name", ["../x", "/x", "a/../../x", "C:\\x", "a\\b", "", "con", "x.", ".x", "a\0b", "failed/x"]
)
def test_names_that_leave_the_output_are_refused(project, name):
    project.add("theme", output=name)
    with pytest.raises(UsageError):
        jobs(project)


def test_a_slash_in_a_value_stays_in_the_name(project):
    project.add("theme", each={"name": ["Bà Rịa/Vũng Tàu", "../x"]})
    assert outputs(project, languages=["vi"]) == [
        "vi/theme_Bà-Rịa-Vũng-Tàu.pdf",
        "vi/theme_x.pdf",
    ]


@pytest.mark.parametrize("name", ["THEME", "theme", "ＴＨＥＭＥ"])
def test_two_reports_never_share_a_file(project, name):
    project.add("theme")
    project.add("other", output=name)
    with pytest.raises(UsageError, match="both be written"):
        jobs(project)


@pytest.mark.parametrize(
    ("names", "values", "said"),
    [
        (["themes"], {}, "Did you mean 'theme'"),
        ([], {"yaer": "1"}, "Did you mean 'year'"),
        ([], {"year": "x"}, "whole number"),
        ([], {"language": "en"}, "--lang"),
    ],
)
def test_mistakes_are_refused(project, names, values, said):
    project.add("theme")
    with pytest.raises(UsageError, match=said):
        jobs(project, *names, **values)


def test_an_unknown_language_is_refused(project):
    project.add("theme")
    with pytest.raises(UnknownName, match="language"):
        jobs(project, languages=["fr"])


def test_a_notebook_outside_the_project_is_refused(project):
    project.add("theme")
    project.register.write_text("reports: {r: {notebook: ../../x.ipynb}}")
    with pytest.raises(UsageError, match="outside"):
        jobs(project)


def test_equal_jobs_have_equal_keys_and_every_input_counts(project):
    project.add("theme")
    first, again, other = (jobs(project, languages=["vi"], year=year)[0] for year in (1, 1, 2))
    assert first.parts("data", "audit") == again.parts("data", "audit")
    assert first.parts("data", "audit") != other.parts("data", "audit")
    assert first.parts("data", "audit") != first.parts("changed", "audit")
    assert first.parts("data", "audit") != first.parts("data", "changed")


def test_a_list_too_short_for_a_report_is_refused_before_anything_runs(project):
    project.add("theme", least={"areas": 2})
    project.add("other")
    assert jobs(project, areas="VN-HN,VN-05")
    assert jobs(project, "other", areas="VN-HN")
    for short in ("VN-HN", "VN-HN, VN-HN", ["VN-HN"]):
        with pytest.raises(UsageError, match="Report 'theme' needs at least 2 .* found VN-HN"):
            jobs(project, "theme", areas=short)


@pytest.mark.parametrize("name", ["aeras", "year"])
def test_a_least_length_of_what_is_no_list_is_refused(project, name):
    project.add("theme", least={name: 1})
    with pytest.raises(UsageError, match=f"Unknown list '{name}'"):
        jobs(project)
