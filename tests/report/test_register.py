"""The register of reports is data: nothing in it is guessed, repeated or run."""

import pytest

from welfare_analysis.errors import UsageError
from welfare_analysis.report import register
from welfare_analysis.report.register import MOST_BYTES, read_reports

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nreports: {r: {notebook: *b}}\n"


def write(folder, text):
    file = folder / "reports.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_value_stays_text(tmp_path):
    file = write(tmp_path, "reports:\n  r: {notebook: n, parameters: {a: 01, b: no, c: nan}}\n")
    (report,) = read_reports(file)
    assert report.parameters == {"a": "01", "b": "no", "c": "nan"}


def test_a_report_for_every_value_gets_a_name_for_each(tmp_path):
    (report,) = read_reports(write(tmp_path, "reports:\n  r: {notebook: n, each: {area: [x]}}\n"))
    assert report.output == "r_{area}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("reports: {r: {notebook: !!python/name:os.system x}}", "tag"),
        ("reports: {r: {notebook: a, notebook: b}}", "stands twice"),
        ("reports: {r: {notebook: a}}\nreports: {}", "line 2: the key 'reports' stands twice"),
        (BOMB, "anchor"),
        ("reports: {r: {notebok: a}}", "Did you mean 'notebook'"),
        ("report: {r: {notebook: a}}", "Did you mean 'reports'"),
        ("reports: {r: {}}", "names no notebook"),
        ("reports: {r: {notebook: a, timeout: 1e3}}", "whole seconds"),
        ("reports: {r: {notebook: a, timeout: %s}}" % ("9" * 5000), "six digits at most"),
        ("reports: {r: {notebook: a, least: {areas: %s}}}" % ("9" * 5000), "whole number"),
        (r'reports: {"r\x1b[31m": {notebook: a}}', r"line 1: expected .* found r\\x1b\[31m"),
        (r'reports: {r: {notebook: a, theme: "\u202e"}}', r"signs that can be seen"),
        (r'reports: {r: {notebook: a, output: "\ud800"}}', r"signs that can be seen"),
        ("reports: {r: {notebook: a, each: {area: VN}}}", "list of values"),
        ("reports: {r: {notebook: a, output: [x]}}", "file name"),
        ("reports: {r: {notebook: a, theme: [poverty]}}", "'theme' of report 'r' must be one word"),
        ("reports: {r: {notebook: a, least: 2}}", "whole number"),
        ("reports: {r: {notebook: a, least: {areas: two}}}", "whole number"),
        ("reports: {r: {notebook: a", "not valid YAML"),
        ("reports: {? [a] : b}", "plain word"),
        ("", "one entry a report"),
        ("[" * 5000 + "]" * 5000, "nested too deeply"),
        ("#" * (MOST_BYTES + 1), "at most"),
    ],
)
def test_what_is_refused(tmp_path, text, said):
    with pytest.raises(UsageError, match=said):
        read_reports(write(tmp_path, text))


def test_a_register_of_very_many_keys_is_not_read_to_its_end(tmp_path, monkeypatch):
    """YAML takes a minute for a megabyte of them."""
    monkeypatch.setattr(register, "_MOST_EVENTS", 20)
    assert read_reports(write(tmp_path, "reports: {r: {notebook: a}}"))
    with pytest.raises(UsageError, match="more than 20 keys and values"):
        read_reports(write(tmp_path, "reports: {r: {notebook: [%s" % ("a, " * 20)))


def test_a_missing_register_is_named(tmp_path):
    with pytest.raises(UsageError, match="nowhere.yml"):
        read_reports(tmp_path / "nowhere.yml")


def test_the_project_register_reads():
    names = [report.name for report in read_reports()]
    assert {"overview", "poverty_reduction", "vocational_training", "labour_export"} < set(names)


def test_every_report_of_the_project_is_listed_under_a_theme_or_a_place(data):
    known = {*data.themes["theme"], "overview", "quality"}
    for report in read_reports():
        assert report.theme in known or (report.theme == "" and "area" in report.parameters)


def test_a_checkout_without_its_list_is_still_the_project(tmp_path, monkeypatch):
    monkeypatch.setattr(register, "__file__", str(tmp_path / "welfare_analysis/report/register.py"))
    assert register.project() == tmp_path
    (tmp_path / "welfare_analysis" / "share").mkdir(parents=True)
    assert register.project() == tmp_path / "welfare_analysis" / "share"
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "reports.yml").touch()
    assert register.project() == tmp_path
