"""Formats: what other programs read back is what was saved, with its sources."""

import json
import re

import pandas as pd
import pyarrow.parquet as pq
import pytest

import welfare_analysis as wa
from welfare_analysis.cli.main import main
from welfare_analysis.errors import UsageError

FORMS = (".csv", ".xlsx", ".parquet", ".dta", ".tex", ".sdmx.csv")


@pytest.fixture(scope="module")
def tidy(data):
    return wa.tidy(data, theme="poverty", language="vi")


@pytest.fixture(scope="module")
def saved(data, tidy, tmp_path_factory):
    """Save the same frame in every format."""
    folder = tmp_path_factory.mktemp("saved")
    return {form: wa.save(data, tidy, folder / f"poverty{form}", "vi") for form in FORMS}


def read_latex(text):
    r"""Read the cells of a table as LaTeX does: & between them, \\ after them, signs escaped."""
    body = re.search(r"\\toprule\n(.*)\\bottomrule", text, re.DOTALL)[1]
    plain = {r"\textbackslash{}": "\\", r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}
    rows = []
    for line in body.replace("\\midrule\n", "").splitlines():
        assert line.endswith(r" \\")
        cells = re.split(r"(?<!\\) & ", line.removesuffix(r" \\"))
        for said, sign in plain.items():
            cells = [cell.replace(said, sign) for cell in cells]
        rows.append([re.sub(r"\\([&%$#_{}])", r"\1", cell) for cell in cells])
    return rows


@pytest.mark.parametrize("form", [".csv", ".xlsx", ".parquet", ".dta"])
def test_pandas_reads_back_what_was_saved(saved, tidy, form):
    readers = {
        ".csv": pd.read_csv,
        ".xlsx": pd.read_excel,
        ".parquet": pd.read_parquet,
        ".dta": pd.read_stata,
    }
    found = readers[form](saved[form])
    assert len(found) == len(tidy)
    assert list(found.columns)[: len(tidy.columns)] == list(tidy.columns)
    for name in ("observation", "area_name", "citation", "status_label"):
        assert found[name].tolist() == tidy[name].tolist()
    assert found["value"].tolist() == tidy["value"].tolist()
    assert found["low"].fillna(-1).tolist() == tidy["low"].fillna(-1).tolist()
    days = pd.to_datetime(found["period_end"])
    assert (days.dt.date == tidy["period_end"].dt.date).all()


def test_parquet_and_stata_say_where_the_figures_come_from(data, saved, tidy):
    about = pq.read_schema(saved[".parquet"]).metadata
    assert data.revision in about[b"edition"].decode()
    assert set(json.loads(about[b"sources"])) == set(tidy["source"])
    with pd.read_stata(saved[".dta"], iterator=True) as stata:
        assert data.version in stata.data_label
        assert stata.variable_labels()["area_name"] == "area_name"


def test_latex_holds_the_table_with_its_note(data, tmp_path):
    answer = wa.compare(data, "poor_household_rate")
    table = wa.tables.comparison(data, answer, "en")
    text = table.save(tmp_path / "t.tex").read_text(encoding="utf-8")
    head, *rows = read_latex(text)
    assert head == [str(column.label) for column in table.columns]
    plain = [[" ".join(str(cell).split()) for cell in row] for row in table.rows]
    assert rows == plain
    assert text.count("{") == text.count("}")
    assert data.revision in text
    assert r"\caption{" in text


def test_sdmx_csv_has_a_row_a_figure_with_its_own_key(data, saved, tidy):
    found = pd.read_csv(saved[".sdmx.csv"], dtype={"TIME_PERIOD": str, "OBS_STATUS": str})
    assert list(found.columns)[:3] == ["STRUCTURE[;]", "STRUCTURE_ID", "ACTION"]
    assert set(found["STRUCTURE_ID"]) == {f"WELFARE:LOCALITIES({data.version})"}
    assert found["OBSERVATION"].tolist() == tidy["observation"].tolist()
    assert found["OBS_VALUE"].tolist() == tidy["value"].tolist()
    assert found["OBSERVATION"].is_unique
    codes = found[["OBSERVATION", "REF_AREA", "INDICATOR", "BREAKDOWN", "STANDARD", "SOURCE"]]
    assert codes.stack().str.fullmatch(r"[A-Za-z0-9_@$-]+").all()
    assert set(";".join(found["OBS_STATUS"]).split(";")) <= set("ABDEMPUV")


def test_periods_of_sdmx_are_days_years_and_lengths(data, tmp_path):
    whole = wa.save(data, data.observations, tmp_path / "all.sdmx.csv")
    found = pd.read_csv(whole, dtype=str).set_index("OBSERVATION")["TIME_PERIOD"]
    form = r"\d{4}|\d{4}-\d\d-\d\d(/P\d+[YMD])?"
    assert found.str.fullmatch(form).all()
    for name, said in found.items():
        figure = data[name]
        start = figure.period_start or figure.period_end
        assert said.startswith(str(start.year))
        if figure.period_start is None:
            assert said == figure.period_end.isoformat()


def test_figures_and_comparisons_go_into_every_format(data, tmp_path):
    figures = [data["ldxh-hn-2024-p16-poor-rate"], data["ldxh-sc-2024-p4-poor-rate"]]
    answer = wa.compare(data, "workers_sent_abroad", ["Hà Nội", "Sơn La"], by="per_inhabitants")
    for form in FORMS:
        assert wa.save(data, figures, tmp_path / f"two{form}").stat().st_size
        assert answer.save(tmp_path / f"answer{form}").stat().st_size
    found = pd.read_stata(tmp_path / "answer.dta")
    assert {"place", "around"} >= set(found["shown_as"])
    assert found["value"].notna().sum() >= 2
    head, *rows = read_latex((tmp_path / "two.tex").read_text(encoding="utf-8"))
    assert "as_printed" in head
    assert "url" not in head
    assert len(rows) == 2


def test_the_same_figures_are_the_same_bytes(data, tidy, saved, tmp_path):
    for form in (".parquet", ".dta", ".tex", ".sdmx.csv"):
        again = wa.save(data, tidy, tmp_path / f"again{form}", "vi")
        assert again.read_bytes() == saved[form].read_bytes()


@pytest.mark.parametrize("name", ["t.docx", "t", "t.sav", "t.sdmx", "t.csv.gz"])
def test_an_unknown_format_is_one_sentence_and_nothing_is_written(data, tidy, tmp_path, name):
    with pytest.raises(UsageError, match=r"saved as \.csv, \.xlsx, .* or \.sdmx\.csv\.$") as caught:
        wa.save(data, tidy, tmp_path / name)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_sdmx_without_figures_is_refused(data, tmp_path):
    with pytest.raises(UsageError, match="printed figures"):
        wa.save(data, data.areas, tmp_path / "areas.sdmx.csv")
    assert not list(tmp_path.iterdir())


def test_the_command_saves_a_comparison_in_any_format(tmp_path):
    file = tmp_path / "rates.dta"
    assert main(["compare", "poor_household_rate", "--save", str(file)]) == 0
    assert len(pd.read_stata(file)) >= 4
