"""Command line: answers, exit codes and messages, as a person or a scheduler meets them."""

import csv
import errno
import io
import json
import os
import shutil
import signal
import subprocess
import sys

import pytest

import welfare_analysis as wa
from welfare_analysis.cli import commands
from welfare_analysis.cli.ending import ended
from welfare_analysis.cli.main import main
from welfare_analysis.data.loading import default_directory
from welfare_analysis.errors import ReportError
from welfare_analysis.report import outputs


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "welfare_analysis.cli.main", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment or None,
        check=False,
    )


@pytest.fixture
def package_copy(tmp_path):
    return shutil.copytree(default_directory(), tmp_path / "data")


def test_help_names_every_command_and_loads_nothing_heavy():
    code = (
        "import sys; from welfare_analysis.cli.main import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: print('pandas' in sys.modules, 'papermill' in sys.modules)"
    )
    text = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    for command in ("list", "validate", "compare", "build", "audit", "evidence", "curate"):
        assert f"\n    {command} " in text
    assert text.endswith("False False\n")


@pytest.mark.parametrize("what", ["reports", "indicators", "concepts", "areas", "sources"])
def test_list(capsys, what):
    assert main(["list", what]) == 0
    assert capsys.readouterr().out.startswith(what.upper())


def test_compare_speaks_both_languages(capsys):
    assert main(["compare", "poor_household_rate", "--period", "2023", "--lang", "vi"]) == 0
    vietnamese = capsys.readouterr().out
    assert "14,41%" in vietnamese
    assert "không so sánh được" in vietnamese
    assert main(["compare", "poor_household_rate", "--period", "2023", "--lang", "en"]) == 0
    english = capsys.readouterr().out
    assert "14.41%" in english
    assert "not comparable" in english


def test_compare_as_csv_and_json_are_read_by_programs(capsys):
    arguments = ["compare", "vocational_enrolment", "--areas", "Hà Nội", "Sơn La", "Sông Công"]
    assert main([*arguments, "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["verdict"] for row in rows] == ["not_comparable", "missing", "missing"]
    chosen = wa.compare(wa.load(), "vocational_enrolment", ["Hà Nội", "Sơn La", "Sông Công"])
    assert [float(rows[0][f"value_{side}"]) for side in "ab"] == [
        chosen[area].value for area in ("Hà Nội", "Sơn La")
    ]
    assert main([*arguments, "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["observations"][2]["value"] is None
    assert answer["observations"][2]["status"] == "M"


def test_compare_as_csv_has_the_areas_around(capsys):
    assert main(["compare", "poor_household_rate", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    answer = wa.compare(wa.load(), "poor_household_rate")
    around = [row for row in rows if row["shown_as_b"] == "around"]
    assert len(rows) == len(answer.pairs) + len(around)
    assert [(row["area_a"], row["area_b"], row["verdict"]) for row in around] == [
        (area, one.area, one.verdict(area)) for one in answer.benchmarks for area in one.reasons
    ]
    assert float(around[-1]["value_b"]) == answer.benchmarks[-1].figure.value


def test_compare_saves_what_it_answers(tmp_path, capsys):
    arguments = ["compare", "poor_household_rate", "--period", "2023", "--lang", "en"]
    file, again = tmp_path / "answer.csv", tmp_path / "again.csv"
    assert main([*arguments, "--save", str(file)]) == 0
    assert "14.41%" in capsys.readouterr().out
    wa.compare(wa.load(), "poor_household_rate", period=2023).save(again, "en")
    assert file.read_bytes() == again.read_bytes()
    assert main([*arguments, "--save", str(tmp_path / "answer.doc")]) == 2
    assert capsys.readouterr().out == ""


def test_compare_takes_one_part_and_names_it_in_a_column_of_its_own(capsys):
    arguments = ["compare", "workers_sent_abroad", "--areas", "VN", "Hà Nội", "--breakdown"]
    assert main([*arguments, "women", "--format", "json"]) == 0
    (country, _) = json.loads(capsys.readouterr().out)["observations"]
    assert (country["indicator"], country["breakdown"]) == ("workers_sent_abroad", "sex=F")
    assert main([*arguments[:-1], "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["observations"][0]["breakdown"] is None
    assert main([*arguments, "sex=X", "--lang", "en"]) == 2
    assert "No figures of workers_sent_abroad by 'sex=X': expected" in capsys.readouterr().err


def test_programs_get_the_same_codes_and_iso_dates_in_both_languages(capsys):
    answers = {}
    for language in ("vi", "en"):
        assert main(["compare", "labour_export", "--lang", language, "--format", "json"]) == 0
        answers[language] = json.loads(capsys.readouterr().out)
    said = {"name", "figure", "remarks", "citation", "name_a", "name_b", "verdict_text", "reason"}
    plain = [
        [{key: one[key] for key in one if key not in said} for one in answer[part]]
        for answer in answers.values()
        for part in ("observations", "pairs", "sources")
    ]
    assert plain[:3] == plain[3:]
    first = answers["vi"]["observations"][0]
    assert (first["period_start"], first["period_end"]) == ("2021-01-01", "2023-12-31")
    assert (first["measure"], first["low"], first["high"]) == ("actual", 11959.0, 11959.0)
    assert answers["en"]["reference"] == "2024-12-31"
    shown = [
        one for part in ("observations", "latest", "benchmarks") for one in answers["en"][part]
    ]
    cited = {one["source"] for one in shown if one["source"]}
    assert {one["source"] for one in answers["en"]["sources"]} == cited


def test_compare_by_what_is_derived(capsys):
    words = ["compare", "poor_household_rate", "--by", "change_percent"]
    assert main([*words, "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Poor household rate, change in percent" in said
    assert "about −81%" in said
    assert main([*words, "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["by"] == "change_percent"
    first = answer["observations"][0]
    assert first["observation"] == "baodansinh-2023-hn-poor-rate ldxh-hn-2024-p16-poor-rate"
    assert first["low"] < first["value"] == -81.25 < first["high"]
    assert main([*words, "--format", "csv"]) == 0
    assert main(["compare", "poor_household_rate", "--by", "per_inhabitants", "--lang", "en"]) == 2
    assert "cannot be computed of poor_household_rate" in capsys.readouterr().err


@pytest.mark.parametrize("indicator", ["population", "poverty_budget", "job_creation"])
def test_json_is_what_every_program_reads(capsys, indicator):
    assert main(["compare", indicator, "--format", "json"]) == 0
    json.loads(capsys.readouterr().out, parse_constant=pytest.fail)


def test_people_get_the_reference_year_a_key_and_the_sources(capsys):
    assert main(["compare", "poor_household_rate", "--period", "2023", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    for words in (
        "Poor household rate (poor_household_rate)",
        "Reference year: 2023",
        "× not comparable",
        "Sources\n[1]",
        "https://",
    ):
        assert words in said
    assert "notspecified" not in said


def test_measure_and_standard_keep_figures_of_a_kind(capsys):
    words = ["compare", "poor_household_rate", "--areas", "Sơn La", "Sông Công", "--format", "json"]
    assert main([*words, "--measure", "target", "plan", "--standard", "VN-2022-2026"]) == 0
    found = json.loads(capsys.readouterr().out)["observations"]
    kinds = {(one["measure"], one["standard"]) for one in found if one["observation"]}
    assert kinds
    assert kinds <= {(kind, "VN-2022-2026") for kind in ("target", "plan")}
    assert main([*words, "--lang", "en", "--standard", "VN-2022"]) == 2
    assert "Did you mean 'VN-2022-2026'" in capsys.readouterr().err


def test_the_audit_speaks_in_words_to_people_and_in_codes_to_programs(capsys):
    for language, word in (("vi", "Mâu thuẫn · "), ("en", "Inconsistent · ")):
        assert main(["audit", "--lang", language]) == 0
        said = capsys.readouterr().out
        assert word in said
        assert "not_testable" not in said
        assert "VN-05" not in said
    assert main(["audit", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert "not_testable" in {row["verdict"] for row in rows}
    assert {"tolerance", "rule", "explanation_vi", "explanation_en"} <= set(rows[0])


def test_the_audit_of_a_place_a_source_and_a_theme(capsys):
    assert main(["audit", "--areas", "Sông Công", "--lang", "en"]) == 0
    said = capsys.readouterr().out
    assert "Sông Công City" in said
    assert "Ho Chi Minh City" not in said
    words = ["audit", "--source", "ldxh-sc-2024", "--theme", "poverty"]
    assert main([*words, "--format", "json"]) == 0
    checks = json.loads(capsys.readouterr().out)
    names = {name for check in checks for name in check["observations"].split()}
    assert any(name.startswith("ldxh-sc-2024") for name in names)
    assert main(["audit", "--theme", "povrety", "--lang", "en"]) == 2
    assert "Did you mean 'poverty'" in capsys.readouterr().err


def test_an_audit_of_which_nothing_is_left_says_so(capsys):
    words = ["audit", "--areas", "TP.HCM", "--source", "ldxh-sc-2024"]
    for language, word in (("vi", "Không có gì để kiểm tra"), ("en", "Nothing to check")):
        assert main([*words, "--lang", language]) == 0
        said = capsys.readouterr().out
        assert word in said
        assert len(said.splitlines()) == 1
    assert main([*words, "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("check,area,period_end,stated,")
    assert main([*words, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_what_has_no_number_is_none_in_a_file(capsys):
    def refuse(constant):
        raise AssertionError(f"{constant} is no JSON")

    assert main(["audit", "--format", "json"]) == 0
    checks = json.loads(capsys.readouterr().out, parse_constant=refuse)
    assert None in {check["recomputed"] for check in checks}
    assert main(["audit", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert "nan" not in {cell for row in rows for cell in row.values()}
    assert "" in {row["recomputed"] for row in rows}


@pytest.mark.parametrize("jobs", ["0", "-1", "x", "1.5", "²", ""])
def test_a_number_of_jobs_is_whole_and_positive(jobs):
    answer = run("build", f"--jobs={jobs}")
    assert answer.returncode == 2
    assert f"expected a whole number from 1 up, found {jobs!r}" in answer.stderr


def test_the_c_locale_and_an_empty_environment_change_nothing():
    plain = run("compare", "poor_household_rate")
    bare = run("compare", "poor_household_rate", LC_ALL="C", PYTHONUTF8="0")
    assert bare.stdout == plain.stdout
    assert "Hà Nội" in bare.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["compare", "poor_household_rat"], "Did you mean 'poor_household_rate'"),
        (["compare", "population", "--areas", "Sơn Laa", "Hà Nội"], "Did you mean 'Sơn La'"),
        (["compare", "poor_household_rate", "--areas", "Sơn La"], "two different areas"),
        (["compare", "poor_household_rate", "--period", "last year"], "a year (2023) or a date"),
        (["build", "povertyreduction"], "Did you mean 'poverty_reduction'"),
        (["build", "poverty_reduction", "-p", "langage", "vi"], "language"),
        (["build", "area_profile_ha_noi", "-p", "area", "Hà Nộii"], "area"),
        (["validate", "--data", "nowhere"], "No data package"),
        (["evidence", "--sources", "nowhere"], "No folder"),
        (["curate", "nowhere.txt", "--source", "x"], "No file"),
    ],
)
def test_what_a_user_gets_wrong_is_one_sentence_and_exit_code_2(capsys, tmp_path, arguments, words):
    more = {"build": ["--out", str(tmp_path)], "compare": ["--lang", "en"]}
    assert main([*arguments, *more.get(arguments[0], [])]) == 2
    captured = capsys.readouterr()
    assert words in captured.err
    assert "Traceback" not in captured.err


def test_a_refusal_is_in_the_language_of_the_answer(capsys):
    for more in ([], ["--lang", "vi"]):
        assert main(["compare", "poor_household_rat", *more]) == 2
        said = capsys.readouterr().err
        assert "Không có chỉ tiêu “poor_household_rat”. Có phải muốn hỏi “poor_household" in said


def test_an_unknown_command_or_language_is_refused():
    for arguments in (["compar"], ["compare", "poor_households", "--lang", "fr"], []):
        answer = run(*arguments)
        assert answer.returncode == 2
        assert "Traceback" not in answer.stderr


def test_all_data_problems_come_at_once_with_exit_code_3(capsys, package_copy):
    table = package_copy / "observations.csv"
    text = table.read_text(encoding="utf-8")
    text = text.replace(",11959,persons", ",11.959,persons", 1)
    text = text.replace(",2023-12-31,690,", ",2023-02-30,690,", 1)
    table.write_text(text, encoding="utf-8")
    assert main(["validate", "--data", str(package_copy)]) == 3
    error = capsys.readouterr().err
    for words in ("observations.csv", "row 5", "column value", "11.959", "2023-02-30"):
        assert words in error
    assert "Traceback" not in error


def test_an_edited_package_is_valid_after_a_refresh(capsys, package_copy):
    table = package_copy / "observations.csv"
    table.write_text(
        table.read_text(encoding="utf-8").replace("\r\n", "\n") + "\n", encoding="utf-8"
    )
    assert main(["validate", "--data", str(package_copy), "--refresh"]) == 0
    assert "No problems" in capsys.readouterr().out


@pytest.mark.parametrize("asked", [["class"], ["evidence", "--sources"], ["build", "--data"]])
def test_a_path_that_no_system_takes_is_told_in_a_sentence(asked, capsys):
    assert main([*asked, "y" * 300]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert said.endswith(" cannot be used: File name too long.")


LITTLE = """
import resource, sys, {loaded}
from welfare_analysis.cli.main import main
now = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + 3_000_000,) * 2)
sys.exit(main(["validate"]))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="Linux limits the address space")
@pytest.mark.parametrize("loaded", ["json", "numpy", "pandas, pyarrow.compute"])
def test_little_memory_is_told_in_a_sentence(loaded):
    """While libraries are loaded, one by another too, and while the data are."""
    done = subprocess.run(
        [sys.executable, "-c", LITTLE.format(loaded=loaded)], capture_output=True, text=True
    )
    assert done.returncode == 4, done.stderr
    assert "the memory that it may use is not enough" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "error", [BlockingIOError(errno.EAGAIN, "no fork"), RuntimeError("can't start new thread")]
)
def test_a_limit_of_processes_is_told_in_a_sentence(capsys, tmp_path, error):
    """Before a build has begun, and while it holds its folder."""

    def refused():
        raise error

    assert ended(refused) == 4
    assert "welfare-analysis: no more processes" in capsys.readouterr().err
    with pytest.raises(ReportError, match="no more processes"), outputs.named(tmp_path):
        refused()


def test_a_stream_that_does_not_wait_is_no_limit_of_processes():
    def refused():
        raise BlockingIOError(errno.EAGAIN, "write could not complete", 65536)

    with pytest.raises(BlockingIOError):
        ended(refused)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_ctrl_c_while_a_library_loads_is_told_in_a_line(tmp_path):
    slow = "import time\nprint('loading', flush=True)\ntime.sleep(60)"
    (tmp_path / "pandas.py").write_text(slow, encoding="utf-8")
    command = [sys.executable, "-m", "welfare_analysis", "list"]
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdout=pipe, stderr=pipe) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"welfare-analysis: interrupted.\n"
        assert process.wait() == 130


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has a disk that is full")
def test_a_full_disk_is_told_in_a_line():
    command = [sys.executable, "-m", "welfare_analysis", "list", "areas"]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    said = "welfare-analysis: nothing more can be written: No space left on device.\n"
    assert (done.returncode, done.stderr) == (4, said)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux sets the size of a pipe")
def test_a_stream_that_does_not_wait_and_a_zone_that_is_none_change_no_answer(tmp_path, capsys):
    import fcntl

    (tmp_path / "here").write_text("no zone", encoding="utf-8")
    asked, environment = ["audit", "--all", "--format", "csv"], os.environ | {"TZ": ":here"}
    read, write = os.pipe()
    fcntl.fcntl(write, fcntl.F_SETPIPE_SZ, 4096)
    os.set_blocking(write, False)
    command = [sys.executable, "-m", "welfare_analysis", *asked]
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=write) as process:
        os.close(write)
        with open(read, encoding="utf-8", newline="") as answer:
            found = answer.read()
    assert (main(asked), process.returncode) == (0, 0)
    assert found == capsys.readouterr().out


def test_a_variable_of_builds_that_leads_nowhere_is_told_in_a_sentence(tmp_path):
    done = run(
        "list", "areas", **os.environ | {"WELFARE_ANALYSIS_READS": str(tmp_path / "no" / "f")}
    )
    assert done.returncode == 2
    assert "WELFARE_ANALYSIS_READS is for builds alone: unset it" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_bug_of_ours_is_not_laid_to_memory(monkeypatch):
    def fail(options):
        raise OSError(errno.EIO, "of another kind")

    monkeypatch.setitem(commands._COMMANDS, "validate", fail)
    with pytest.raises(OSError, match="of another kind"):
        main(["validate"])


def test_signs_that_act_on_a_screen_are_told_as_escapes(capsys, package_copy):
    table = package_copy / "areas.csv"
    table.write_bytes(
        table.read_bytes().replace("Hà Nội".encode(), "Hà\u202e\x1b[2JNội".encode(), 1)
    )
    assert main(["validate", "--data", str(package_copy)]) == 3
    said = capsys.readouterr().err
    assert r"Hà\u202e\x1b[2JNội" in said
    assert said.replace("\n", "").isprintable()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes and devices")
@pytest.mark.parametrize(
    "arguments",
    [
        ["curate", "{pipe}", "--source", "ldxh-hn-2024"],
        ["curate", "/dev/zero", "--source", "ldxh-hn-2024"],
        ["curate", "{pipe}", "--append"],
    ],
)
def test_what_is_no_file_is_not_waited_for(capsys, tmp_path, package_copy, arguments):
    os.mkfifo(tmp_path / "pipe")
    words = [word.format(pipe=tmp_path / "pipe") for word in arguments]
    assert main([*words, "--data", str(package_copy)]) == 2
    said = capsys.readouterr().err
    assert "it is no file" in said
    assert len(said.splitlines()) == 1


def test_a_closed_pipe_ends_quietly():
    command = f"{sys.executable} -m welfare_analysis.cli.main list | head -1"
    answer = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert answer.stdout.startswith("REPORTS")
    assert "Traceback" not in answer.stderr
