"""Errors: English to programs, the language chosen to a reader, and light until somebody reads."""

import pickle
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

import welfare_analysis as wa
from welfare_analysis import texts
from welfare_analysis.data import catalogue, evidence, names, numerals
from welfare_analysis.data.areas import containing
from welfare_analysis.errors import DataProblems, UnknownName, WelfareError
from welfare_analysis.files import unwritten
from welfare_analysis.lessons import bundle, classroom
from welfare_analysis.show.prose import change

from .test_translations import ENGLISH, ROOT, VIETNAMESE

RATE = "poor_household_rate"
# Of packages taken away, no disk, pip, an installed copy, the desk: tried elsewhere, or not.
UNTRIED = {
    *("no-openpyxl", "no-project-for-bundle", "pip-failed", "too-large", "free-unknown"),
    *("bundle-of-all", "bundle-of-shipped-data", "cite-of-indicator"),
    *("at-line", "language-en", "not-at-desk"),
}


@pytest.fixture(scope="module")
def wrong(data, tmp_path_factory):
    """List calls that go wrong, each in its own way."""
    folder = tmp_path_factory.mktemp("class")
    (folder / "none.ipynb").write_text("[]")
    (folder / "spoilt.ipynb").write_text("[")
    (folder / "link.ipynb").symlink_to(Path(__file__))
    rows = wa.select(data, RATE, "VN-HN")
    rate, last = wa.one(data, RATE, "Sơn La", 2023), data["baosonla-en-2025-sl-poor-rate-2024"]
    here, goal = data["ldxh-sc-2024-p4-poor-rate"], data["ldxh-sc-2024-p8-poor-rate-goal"]
    country = data["vietnamplus-fr-2024-vn-poor-rate"]
    sent, people = (
        data["ldxh-hn-2024-p11-workers-sent-abroad"],
        wa.one(data, "population", "Hà Nội", "2024-04-01"),
    )
    plan, result = data["hdnd-hn-2024-p6-enrolment-plan"], data["hdnd-hn-2024-p6-enrolment"]
    women, all_sent = data["vamas-2024-vn-women-2023"], data["vamas-2024-vn-workers-2023"]
    poor, poor_rate = (data[f"ldxh-hn-2024-p16-poor-{one}"] for one in ("households", "rate"))
    years = [wa.one(data, "workers_sent_abroad", "VN", year) for year in (2021, 2022, 2023)]
    answer = wa.compare(data, RATE, ["Hà Nội", "Sơn La"], 2023)
    brief, table = wa.Brief(data, "vi"), wa.tables.comparison(data, answer, "vi")
    voice = brief.voice("vi")
    twice = data.areas["name_vi"].where(~data.areas["area"].isin(["VN-05", "VN-69"]), "Hai nơi")
    ambiguous = replace(data, areas=data.areas.assign(name_vi=twice))
    within_itself = replace(data, areas=data.areas.assign(parent="VN"))
    another = replace(all_sent, indicator_row=all_sent.indicator_row | {"theme": "poverty"})
    zero = replace(rate, value=0.0, as_printed="0", qualifier="exact")
    bare = [one for one in data.areas["area"] if data.where(["satisfaction_rate"], [one]).empty]
    own = {"indicator": RATE, "area": "VN-05", "period": 2025, "value": 9.1}

    def add(source="own", **changed):
        return data.add(pd.DataFrame([own | changed]), "Survey", source=source)

    return [
        # names
        lambda: wa.compare(data, "poor_houshold_rate"),
        lambda: wa.compare(data, "giảm nghèo"),
        lambda: data.record("sources", "zzz"),
        lambda: data.area.ha_nooi,
        lambda: wa.set_language("fr"),
        lambda: wa.one(data, RATE, "Sông Công", 1999),
        lambda: wa.one(data, "satisfaction_rate", bare[0]),
        lambda: wa.one(data, RATE, "Sơn La"),
        lambda: names.resolve_area(ambiguous, "hai noi"),
        lambda: names.resolve_subject(data, "poverty"),
        lambda: names.divided(data, ["land_area"], ["sex=F"]),
        lambda: names.divided(data, None, ["zzz"]),
        lambda: names.divided_subject(data, "vocational_enrolment", "training_level"),
        lambda: list(containing(within_itself, "VN-05")),
        # arguments
        lambda: wa.select(data, 5),
        lambda: wa.select(data, theme=5),
        lambda: wa.select(data, period="last year"),
        lambda: wa.select(None),
        lambda: wa.resolve_areas(data, []),
        lambda: wa.resolve_area(data, "x" * 99 + "\n"),
        lambda: wa.resolve_area(data, list("ab" * 40)),
        lambda: wa.resolve_area(data, pd.DataFrame()),
        lambda: wa.resolve_area(data, object()),
        lambda: wa.compare(data, here),
        lambda: wa.load(3),
        lambda: wa.numerals.write("x", "vi"),
        lambda: wa.numerals.write(1, "vi", -1),
        lambda: wa.on_base(data, sent, people, per=0),
        lambda: wa.observations(data, pd.DataFrame()),
        lambda: wa.related(data, 3),
        lambda: wa.share(3, 4),
        lambda: wa.total([3]),
        lambda: wa.sentence(3),
        lambda: wa.charts.ranges(data, {"VN-05": 3}, "vi"),
        lambda: wa.charts.ranges(data, "x", "vi"),
        lambda: wa.charts.series(data, here, "vi"),
        lambda: wa.charts.targets(data, [(here, 3)], "vi"),
        lambda: wa.charts.targets(data, [], "vi"),
        lambda: wa.charts.matrix(data, 3, "vi"),
        lambda: wa.charts.matrix(data, {"x": 3}, "vi"),
        lambda: wa.charts.strip(data, 3, "vi"),
        lambda: wa.charts.strip(data, [], "vi"),
        lambda: wa.tables.comparison(data, 3, "vi"),
        lambda: wa.tables.comparison(data, answer, "vi", 3),
        lambda: wa.tables.verdicts(data, 3, "vi"),
        lambda: wa.tables.measures(data, [3], "vi"),
        lambda: wa.tables.relatives(data, [3], "vi"),
        lambda: wa.charts.tiles(data, 3, "vi"),
        # data, files
        lambda: wa.load("/nowhere"),
        lambda: numerals.read("x y", "vi"),
        lambda: numerals.read("1.23.4", "vi"),
        lambda: numerals.read("1,2,3", "vi"),
        lambda: rate < last,
        lambda: wa.save(data, rows, 3),
        lambda: wa.save(data, rows, "a.doc"),
        lambda: wa.save(data, rows, "/nowhere/a.csv"),
        lambda: wa.save(data, [3], "a.csv"),
        lambda: wa.save(data, rows[:0], "a.csv"),
        lambda: wa.save(data, pd.DataFrame({"a": [1]}), "a.sdmx.csv"),
        lambda: wa.charts.ranges(data, answer, "vi").save("a.gif"),
        lambda: evidence.gather(data, Path("/nowhere")),
        lambda: raised(unwritten(Path("/nowhere/a"), OSError(28, "No space left on device"))),
        lambda: raised(unwritten(Path("a"), OSError(28, "No space"), what="used")),
        # own figures
        lambda: add(source="A B"),
        lambda: add(source="ldxh-hn-2024"),
        lambda: add(colour="red", shape="round"),
        lambda: data.add(pd.DataFrame([own])[:0], "Survey"),
        lambda: data.add(pd.DataFrame([own])[[*own, "value"]], "Survey"),
        lambda: add(value=10**400),
        lambda: add(value=None),
        lambda: add(value="many"),
        lambda: add(area="Sơn Laa"),
        lambda: add(indicator="labour_export"),
        lambda: add(unit="persons"),
        lambda: add(period="soon"),
        lambda: add(status="Z", measure="guess"),
        lambda: data.add(pd.DataFrame([own]), "Survey", url="here"),
        lambda: replace(data, revision="x").add(pd.DataFrame([own]), "Survey"),
        # comparing and computing
        lambda: wa.compare(data, RATE, ["TP.HCM", "Sài Gòn"]),
        lambda: wa.compare(data, RATE, []),
        lambda: answer["Sông Công"],
        lambda: wa.compare(data, RATE, ["VN-HN", "VN-SG"], 1999)["VN-HN"],
        lambda: answer.verdict("Hà Nội", "TP.HCM"),
        lambda: wa.compare(data, RATE, source="ldxh-sc-2024", areas=["VN-HN", "VN-05"]),
        lambda: wa.compare(data, RATE, by="speed"),
        lambda: wa.compare(data, RATE, by="per_inhabitants"),
        lambda: wa.compare(data, "land_area", ["VN-HN", "VN-SG"], by="ratio"),
        lambda: wa.compare(data, "satisfaction_rate", bare[:2], by="gap"),
        lambda: wa.compare(data, "vocational_plan_excess", ["VN-HN", "VN-05"], by="gap"),
        lambda: wa.change_points(poor_rate, rate),
        lambda: wa.change_points(poor, replace(poor)),
        lambda: wa.change_points(rate, replace(rate, standard="")),
        lambda: wa.change_points(rate, replace(last, status="B")),
        lambda: wa.change_percent(
            data["quochoitv-2022-sl-enrolment"], data["baosonla-2024-p10-enrolment"]
        ),
        lambda: wa.change_percent(zero, rate),
        lambda: wa.change_a_year(rate, rate),
        lambda: wa.attainment(result, people),
        lambda: wa.attainment(replace(result, period_end=result.period_start), plan),
        lambda: wa.attainment(result, replace(plan, qualifier="at_least")),
        lambda: wa.attainment(result, replace(plan, value=0.0)),
        lambda: wa.distance(poor_rate, goal),
        lambda: wa.pace(here, replace(goal, period_end=here.period_end)),
        lambda: wa.ratio(poor_rate, country),
        lambda: wa.gap(country, here),
        lambda: wa.gap(here, data["vietnamplus-fr-2023-vn-poor-rate"]),
        lambda: wa.ratio(here, replace(country, value=0.0, as_printed="0%")),
        lambda: wa.share(poor, people),
        lambda: wa.share(sent, years[2]),
        lambda: wa.share(replace(women, period_end=years[0].period_end), all_sent),
        lambda: wa.share(all_sent, women),
        lambda: wa.share(replace(poor, area="VN-05"), poor),
        lambda: wa.share(women, another),
        lambda: wa.share(all_sent, replace(all_sent, value=0.0)),
        lambda: wa.annual_average(rate),
        lambda: wa.total([years[0], years[2]]),
        lambda: wa.total([years[0], sent]),
        lambda: wa.implied_base(poor, rate),
        lambda: wa.implied_base(data["ldxh-hn-2024-p16-near-poor-households"], poor_rate),
        lambda: wa.implied_base(poor, replace(poor_rate, value=0.0, as_printed="0%")),
        lambda: wa.per_inhabitants(data, poor_rate, people),
        lambda: wa.per_inhabitants(data, sent, people),
        lambda: wa.per_inhabitants(data, sent, wa.one(data, "population", "TP.HCM", "2024-04-01")),
        lambda: wa.per_inhabitants(data, wa.annual_average(sent), sent),
        lambda: wa.per_households(data, sent, people),
        lambda: wa.per_households(data, data["ldxh-sc-2024-p4-poor-households"]),
        # showing
        lambda: wa.charts.ranges(data, answer, "vi", log=True),
        lambda: wa.charts.ranges(data, [replace(people, value=0.0)], "vi", log=True),
        lambda: wa.charts.ranges(data, answer, "vi", per="person"),
        lambda: wa.charts.ranges(data, [replace(sent, area="VN-99")], "vi", per="households"),
        lambda: wa.charts.series(data, data.where(None, ["VN-HN"]), "vi"),
        lambda: wa.charts.targets(data, [(plan, result)], "vi"),
        lambda: wa.charts.lines(data, [*years, people], "vi"),
        lambda: wa.charts.audit(data, wa.audit(data).head(0), "vi"),
        lambda: wa.wide(data, theme="poverty", columns="places"),
        lambda: wa.wide(data, measure="target"),
        lambda: wa.view(3),
        lambda: wa.trace(data, pd.DataFrame()),
        lambda: brief.show(3),
        lambda: change(wa.annual_average(sent), "vi"),
        lambda: voice("{x:area,plain}", x=rate),
        lambda: voice("{x}", x=None),
        lambda: voice("{x}", x=object()),
        lambda: voice("{x:a|b}", x=table),
        lambda: voice("{y}", x=rate),
        # lessons
        lambda: wa.lesson(9),
        lambda: wa.lesson(1).hint("9z"),
        lambda: classroom.collect(folder / "none", data),
        lambda: classroom.collect(folder, data),
        lambda: bundle.bundle(folder / "a.zip", "vi", python="latest"),
    ]


def raised(error):
    raise error


@pytest.fixture(scope="module")
def refused(wrong):
    """Keep what the calls were answered with, and the messages that it took."""
    found, asked = [], set()

    def noted(name, language, values):
        asked.add(name)
        return filled(name, language, values)

    filled = texts.filled
    for call in wrong:
        with pytest.raises(WelfareError) as caught:
            call()
        found.append(caught.value)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(texts, "filled", noted)
        for error in found:
            error.told("vi")
    return found, asked


def plain(text):
    """Leave out of a sentence what is no word of a language: codes, paths, objects, quotations."""
    text = re.sub(r"“[^”]*”|'[^']*'|<[^>]*>|\([^)]*\)|\[[^]]*\]|\{[^}]*\}", "", text)
    return re.sub(r"\S*[/_=@|]\S*|\w+(-\w+)+", "", text)


def test_a_refusal_is_a_sentence_in_either_language(data, refused):
    codes = {*data.units["unit"], "figure", "source", "not"}
    for error in refused[0]:
        english, vietnamese = str(error), error.told("vi")
        assert english == error.told("en") == error.told("all")
        assert VIETNAMESE.search(plain(vietnamese)), vietnamese
        words = set(re.findall(r"[a-z]+", plain(vietnamese).lower()))
        assert not words & (ENGLISH - codes), vietnamese
        assert not re.search(r"[?]\.|\.\.| [.,;]( |$)|\s$", f"{english}|{vietnamese}"), english
        assert english[-1] in ".?)", english
        assert "\n" not in vietnamese or "notebook" in vietnamese


def test_every_message_of_an_error_was_tried(refused):
    names = catalogued()
    untried = {name for name in names - refused[1] if not name.startswith("kind-")}
    assert untried == UNTRIED


def catalogued():
    text = (ROOT / "locale" / "en" / "errors.ftl").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][\w-]*) =", text, re.MULTILINE))


def test_every_kind_of_name_has_a_word():
    code = "\n".join(file.read_text(encoding="utf-8") for file in ROOT.rglob("*.py"))
    kinds = set(re.findall(r"""(?:UnknownName|_known)\(\s*["'](\w+)["'],""", code))
    kinds |= set(re.findall(r"""needed\(.*, "(\w+)"\)""", code))
    kinds |= set(re.findall(r"""needs_rows\(.*, "(\w+)"\)""", code))
    kinds |= {name[:-1] for name in catalogue._TABLES}
    assert {f"kind-{one}" for one in kinds} <= catalogued()
    assert len(kinds) > 35


def test_an_error_is_the_same_from_another_process(refused):
    for error in refused[0]:
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is type(error)
        assert [again.told(one) for one in ("vi", "en")] == [
            error.told(one) for one in ("vi", "en")
        ]
        assert len(pickle.dumps(error)) < 50_000
    unknown = pickle.loads(pickle.dumps(UnknownName("area", "Sơn Laa", ["Sơn La"])))
    assert (unknown.kind, unknown.name, unknown.known) == ("area", "Sơn Laa", ["Sơn La"])
    problems = pickle.loads(pickle.dumps(DataProblems(["a.csv, row 2: x"])))
    assert str(problems) == "1 problem in the data:\na.csv, row 2: x"


def test_jupyter_shows_the_language_chosen(monkeypatch):
    error = UnknownName("area", "Sơn Laa", ["Sơn La"])
    for language, said in (
        ("vi", "UnknownName: Không có địa bàn “Sơn Laa”. Có phải muốn hỏi “Sơn La”?"),
        ("en", "UnknownName: Unknown area 'Sơn Laa'. Did you mean 'Sơn La'?"),
        ("fr", "UnknownName: Unknown area 'Sơn Laa'. Did you mean 'Sơn La'?"),
    ):
        monkeypatch.setattr(texts, "_chosen", [language])
        assert error._render_traceback_()[-1] == said
        assert str(error).startswith("Unknown")


def test_a_sign_that_acts_on_a_screen_is_shown_as_an_escape():
    said = UnknownName("area", "a\nb\x1b[2J\u202e", [])
    for language in ("vi", "en"):
        assert "a\\nb\\x1b[2J\\u202e" in said.told(language)


def test_what_looks_for_a_name_behind_a_dot_gets_what_python_gives(data):
    assert not hasattr(data.area, "ha_nooi")
    assert getattr(data.theme, "poverti", None) is None


def test_an_error_that_nobody_reads_costs_no_catalogue():
    code = """if True:
        import sys
        from welfare_analysis.errors import NotComparable, UnknownName
        from welfare_analysis.texts import Said
        for error in (UnknownName("area", "x", ["y"]), NotComparable(Said("no-area"))):
            try:
                raise error
            except ValueError as caught:
                read = caught
        assert "fluent" not in sys.modules
        print(read)"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "no area\n"
