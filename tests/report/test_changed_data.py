"""All reports over changed data: what the change does to them is known beforehand."""

import re
from collections import Counter

import pytest

import welfare_analysis as wa
from tests import changed_packages as changed
from tests import invented_packages
from welfare_analysis.cli.main import main
from welfare_analysis.codes import LANGUAGES

from ..judge.findings_cases import without
from .telling import ALL, THEMES, checked, reading, shown

PLACES = ["VN-SG", "VN-05"]
PROFILED = "VN-05"


def told(data, areas=PLACES, area=PROFILED, names=ALL, languages=LANGUAGES, narrow=True):
    """Run reports on a catalogue; return the text of each."""
    with reading(data, narrow=narrow):
        return {
            (name, language): checked(
                shown(
                    name,
                    language=language,
                    **({"area": area} if name == "area_profile" else {"areas": areas}),
                )
            )
            for name in names
            for language in languages
        }


@pytest.fixture(scope="module")
def tables():
    return changed.read()


@pytest.fixture(scope="module")
def base(data):
    return told(data, narrow=False)  # the shipped reports have these charts for telephones too


@pytest.fixture
def loaded(tmp_path):
    return lambda tables: wa.load(changed.write(tables, tmp_path / "data"))


def lines(text):
    """Count the lines of a text, without addresses, which no change of names concerns."""
    return Counter(re.sub(r"https?://\S+", "", text).splitlines())


def words(text):
    """Count the lines of a text by their words, in whatever order these are listed."""
    found = Counter()
    for line, times in lines(text).items():
        found[" ".join(sorted(re.findall(r"\w+", line.lower())))] += times
    return found


def same(base, found, change=lambda text: text, by=lines):
    """Compare reports with what becomes of the first ones by a change."""
    for report, text in found.items():
        expected, got = by(change(base[report])), by(text)
        assert got == expected, (report, [*(expected - got)][:3], [*(got - expected)][:3])


# --- places -----------------------------------------------------------------------------------


def test_a_place_renamed_is_the_same_report_but_for_the_name(base, tables, loaded):
    found = told(loaded(changed.renamed(tables, PROFILED, "Minh Châu")), languages=["vi"])
    same(base, found, changed.renaming(tables, PROFILED, "Minh Châu"))
    assert "Minh Châu" in found["area_profile", "vi"]


def test_rows_in_another_order_say_the_same(base, tables, loaded):
    found = told(loaded(changed.permuted(tables)), languages=["en"], narrow=False)
    same(base, found, by=words)


def test_places_in_another_order_say_the_same(base, data):
    names = [*THEMES, "data_quality"]  # the overview has a test of its own
    found = told(data, PLACES[::-1], names=names, languages=["vi"], narrow=False)
    same(base, found, by=words)


# --- dates and amounts ------------------------------------------------------------------------


def test_dates_a_year_later_move_every_date(base, tables, loaded):
    data = loaded(changed.years_later(tables))
    later = told(data, names=ALL[::2], languages=["vi"]) | told(
        data, names=ALL[1::2], languages=["en"]
    )
    # When districts came to an end is known to the library; it does not move.
    end = re.compile(r"(?m)^(?:Địa giới|Boundaries)\..*$|kết thúc ngày .*|.*ended on .*")
    base, later = (
        {report: end.sub("", text) for report, text in one.items()} for one in (base, later)
    )
    same(base, later, changed.years_moved(), by=words)


def test_counts_ten_times_as_large_leave_rates_as_they_are(base, tables, loaded):
    rate = re.compile(
        r"(khoảng )?((?<![\d.,−])[−\d.,]+(?:\s?%| điểm phần trăm| trên 100\.000 dân))"
    )
    found = told(loaded(changed.tenfold(tables)), names=THEMES, languages=["vi"])
    for report, text in found.items():
        # What follows from rounded counts is known more or less closely when they are larger.
        before = {number for about, number in rate.findall(base[report]) if not about}
        after = {number for _, number in rate.findall(text)}
        assert len(before) > 5
        assert before <= after, (report, before - after)


# --- directions -------------------------------------------------------------------------------

MOVES = {
    "vi": r"(?P<verb>giảm|tăng)\b[^;|]{0,60}? từ (?P<first>[\d.,]*\d)[^;|]{0,90}? "
    r"(?:xuống|lên) (?:khoảng |hơn |gần )?(?P<last>[\d.,]*\d)",
    "en": r"(?P<verb>fell|rose)\b[^;|]{0,60}? from (?P<first>[\d.,]*\d)[^;|]{0,90}? to "
    r"(?:about |more than |nearly )?(?P<last>[\d.,]*\d)",
}
MARKS = {"vi": str.maketrans(",.", "._"), "en": str.maketrans(",", "_")}


def moves(text, language):
    """Yield the numbers of every change that a report tells, and whether it says that they fell."""
    for told in re.finditer(MOVES[language], text):
        first, last = (told[one].translate(MARKS[language]) for one in ("first", "last"))
        yield float(first), float(last), told["verb"] in ("giảm", "fell")


@pytest.fixture(scope="module")
def reversals(data):
    """The two figures of every change of a rate of one place that is printed so."""
    every = [one for theme in ("poverty", "training") for one in wa.findings(data, PLACES, theme)]
    changes = [one for one in every if one.name == "change" and one.facts["way"] != "same"]
    pairs = [(one.facts["before"], one.facts["after"]) for one in changes]
    return [
        (before, after)
        for before, after in pairs
        if len(before.inputs + after.inputs) == 2 and before.unit == "percent"
    ]


def test_what_rose_or_fell_did_so_by_its_numbers(base):
    for (name, language), text in base.items():
        found = [*moves(text, language)]
        assert found or name == "data_quality"
        assert all((first > last) == fell for first, last, fell in found), name


def test_changes_reversed_turn_every_verb(base, tables, loaded, reversals):
    names = [(before.observation, after.observation) for before, after in reversals]
    found = told(
        loaded(changed.exchanged(tables, *names)),
        names=["poverty_reduction", "vocational_training", "area_profile"],
    )
    turned = 0
    for (name, language), text in found.items():
        before, after = ({*moves(one, language)} for one in (base[name, language], text))
        assert all((first > last) == fell for first, last, fell in after)
        for old, new in reversals:
            if (old.value, new.value, old.value > new.value) in before:
                assert (old.value, new.value, old.value > new.value) not in after, (name, old)
                turned += (new.value, old.value, new.value > old.value) in after
    assert turned > 5


# --- one row less, other places ---------------------------------------------------------------


def rows_to_miss(data):
    """Pick a figure for each report, of its theme where it has one, the same each time."""
    figures = data.where(areas=PLACES).merge(data.indicators[["indicator", "theme"]])
    themes = {"poverty_reduction": "poverty", "vocational_training": "training"}
    themes["labour_export"] = "labour_export"
    for number, name in enumerate(ALL):
        own = figures[figures["theme"] == themes[name]] if name in themes else figures
        row = own.sample(random_state=number).iloc[0]
        yield name, row["observation"], row["area"]


def test_any_row_may_be_missing(data):
    for number, (name, gone, area) in enumerate(rows_to_miss(data)):
        language = LANGUAGES[number % 2]
        found = told(without(data, gone), area=area, names=[name], languages=[language])
        assert found[name, language], gone


@pytest.fixture(scope="module")
def others(tmp_path_factory):
    return wa.load(invented_packages.write_other_places(tmp_path_factory.mktemp("others") / "data"))


@pytest.fixture(scope="module")
def ours(data):
    """The names of our places, in a pattern."""
    names = [
        data.record("areas", area)[f"name_{language}"] for area in PLACES for language in LANGUAGES
    ]
    return re.compile("|".join(map(re.escape, names)), re.IGNORECASE)


@pytest.mark.parametrize("areas", [["VN-91", "VN-92"], ["VN-92"], ["VN"]], ids=len)
def test_reports_hold_for_another_package(others, ours, areas):
    found = told(others, areas, areas[0])
    for (name, language), text in found.items():
        assert not ours.search(text), name
        here = others.record("areas", areas[0])[f"name_{language}"]
        country = {"vi": "cả nước", "en": "country"}[language] if areas == ["VN"] else here
        assert re.search(f"{here}|{country}", text, re.IGNORECASE), name
        assert all((first > last) == fell for first, last, fell in moves(text, language)), name


@pytest.mark.parametrize(
    "areas",
    [
        ["VN-R-NMM", "VN-R-SE", "VN"],
        ["VN-69-165"],
        ["VN-57"],
        ["VN-HN", "VN-SG", "VN-05", "VN-69-165", "VN-69", "VN-53"],  # with derived figures
    ],
    ids=len,
)
def test_reports_hold_for_areas_around_for_one_place_and_for_one_without_figures(data, areas):
    names = [*THEMES, "data_quality"]
    for (name, language), text in told(data, areas, names=names, languages=["en"]).items():
        assert all((first > last) == fell for first, last, fell in moves(text, language)), name


def test_a_place_taken_out_of_the_data_is_refused_before_anything_runs(tables, tmp_path, capsys):
    gone = "VN-69-165"  # named in the register and in notebooks
    for name in tables["observations"].query("area == @gone")["observation"]:
        tables = changed.without(tables, name)
    areas = tables["areas"]
    folder = changed.write({**tables, "areas": areas[areas["area"] != gone]}, tmp_path / "data")
    assert main(["build", "--data", str(folder), "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert gone in said.err
    assert not said.out
    assert not list(tmp_path.glob("out/*"))
