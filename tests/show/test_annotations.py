"""Remarks stand wherever their figures are shown, once to one reader, and go with them."""

import csv
import json
import re
import shutil

import pytest

import welfare_analysis as wa
from welfare_analysis.data import package
from welfare_analysis.data.remarks import remarks_on
from welfare_analysis.show.document import citations, items
from welfare_analysis.show.prose import Brief
from welfare_analysis.show.prose.annotations import annotations
from welfare_analysis.show.writer import Writer

from ..tiny_package import SHIPPED

ABROAD = "baosonla-2024-p9-workers-abroad"
SLIP = "ldxh-sc-2024-p4-employment-deprived-rate"
SAID = {"vi": "nhiều khả năng in thiếu một chữ số", "en": "has probably lost a digit in print"}
AGAIN = {"vi": "xem lưu ý ở phần khác", "en": "see the remark elsewhere"}


def slip(data):
    return [data[SLIP]]


def test_a_remark_stands_below_a_table_of_its_figure_with_its_sources(data, language):
    table = wa.tables.observations(data, slip(data), language)
    assert SAID[language] in str(table.below)
    assert SAID[language] not in str(table.note)
    assert {data[name].source_row["number"] for name in table.cited} <= citations(
        items(table.below)
    )
    assert set(table.observations) == {SLIP}
    assert "ldxh-sc-2024-p4-employment-deprived" in table.cited
    for text in (
        table._html(),
        table._plain(),
        json.dumps(table._repr_mimebundle_(), ensure_ascii=False),
    ):
        assert SAID[language].split()[-1] in text


def test_a_table_that_explains_its_figures_needs_no_remark(data, language):
    assert not wa.tables.explained(data, slip(data), language).remarks
    [row] = [i for i, names in enumerate(wa.audit(data)["observations"]) if SLIP in names][:1]
    assert not wa.tables.audit(data, wa.audit(data).iloc[[row]], language).remarks


def test_each_letter_of_a_note_begins_a_line(data, language):
    figures = wa.select(data, areas="VN-05", theme="training")
    note = wa.tables.observations(data, figures, language, with_area=True).note
    lettered = [part.s for part in note if part.t == "text" and re.match(r"\([a-z]\) ", part.s)]
    assert len(lettered) > 1
    breaks = sum(part.t == "break" for part in note)
    assert breaks >= len(lettered)


def test_a_remark_stands_in_the_note_of_a_chart(data, language, tmp_path):
    figures = wa.select(data, areas="VN-05", theme="labour_export")
    drawn = wa.charts.series(data, figures, language)
    [told] = [one for one in drawn.remarks if one.remark == "sl-abroad-or-sent"]
    assert str(told.line) in str(drawn.below)
    assert str(told.line) in str(wa.tables.observations(data, figures, language).below)
    assert "165" in drawn.save(tmp_path / "a.svg").read_text(encoding="utf-8")


def test_a_measure_is_shown_with_the_remarks_on_what_it_is_made_of(data, language):
    part, whole = data["baosonla-2024-p11-phu-yen-abroad"], data[ABROAD]
    table = wa.tables.measures(data, {"X": wa.share(part, whole)}, language)
    assert {"sl-abroad-or-sent", "phu-yen-abroad-or-sent"} == {r.remark for r in table.remarks}


def test_a_view_of_a_figure_tells_its_remark_once(data, language):
    view = wa.view(data[SLIP], language)
    assert str(view).count(SAID[language]) == 1
    answer = wa.compare(data, "labour_export")
    told = [one.remark for table in wa.view(answer, language).tables for one in table.remarks]
    assert "sl-sent-from-translation" in told
    assert len(told) == len(set(told))


def test_the_table_of_remarks_says_of_which_figures(data, language):
    figures = wa.select(data, areas="VN-69-165", theme="poverty")
    table = wa.tables.remarks(data, figures, language)
    assert len(table.rows) == len(remarks_on(data, figures["observation"]))
    assert not table.remarks
    [row] = [row for row in table.rows if SAID[language] in str(row[1])]
    assert data[SLIP].text(language) in str(row[0])
    with pytest.raises(wa.UsageError):
        wa.tables.remarks(data, [data["ldxh-hn-2024-p16-poor-rate"]], language)


def test_a_comment_gives_way_to_the_remark_that_tells_the_doubt(data, language):
    writer = Writer(data, language)
    comment = writer.own(data[SLIP].row, "comment")
    table = wa.tables.observations(data, slip(data), language)
    assert comment not in str(table.below)
    inferred = data["ldxh-hn-2024-p8-vocational-institutions"]
    kept = wa.tables.observations(data, [inferred], language)
    assert writer.own(inferred.row, "comment") in str(kept.note)


def test_a_report_tells_a_remark_once_and_leads_back_to_it(data, language):
    brief = Brief(data, language)
    first = brief.show(wa.tables.observations(data, slip(data), language))
    again = brief.show(wa.tables.observations(data, slip(data), language))
    assert SAID[language] in str(first.below)
    assert SAID[language] not in str(again.below)
    assert AGAIN[language] in str(again.below)
    assert data[SLIP].text(language) in str(again.below)
    other = brief.show(wa.tables.observations(data, [data[ABROAD]], language))
    assert AGAIN[language] not in str(other.below)
    assert "ldxh-sc-2024-p4-employment-deprived" in brief.observations


def test_what_the_other_language_shows_is_not_taken_for_told(data):
    brief = Brief(data, "vi")
    brief.show(wa.tables.observations(data, slip(data), "en"))
    shown = brief.show(wa.tables.observations(data, slip(data), "vi"))
    assert SAID["vi"] in str(shown.below)


def test_a_report_lists_the_remarks_on_what_it_has_shown(data, language):
    brief = Brief(data, language)
    assert str(brief.remarks()) == ""
    brief.show(wa.tables.observations(data, [*slip(data), data[ABROAD]], language))
    listed = brief.remarks(kinds=["doubt"])
    assert SAID[language] in str(listed)
    assert str(brief.remarks([ABROAD])).count("165") == 1
    assert str(brief.remarks(kinds=["request"])) == ""
    numbers = {one["number"] for one in brief.references().entries}
    assert {data[name].source_row["number"] for name in listed.observations} <= numbers


def unlinked(cell):
    return " ".join(part for part in cell.split(" ") if not part.endswith(f":{SLIP}"))


@pytest.fixture(scope="module")
def without(tmp_path_factory):
    """The shipped data without the rate that lost a digit, and without what names it."""
    folder = shutil.copytree(SHIPPED, tmp_path_factory.mktemp("without") / "data")
    for name in ("observations.csv", "remarks.csv"):
        with open(folder / name, encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        kept = [list(map(unlinked, row)) for row in rows if SLIP not in (row[0], row[1])]
        assert len(kept) == len(rows) - 1
        with open(folder / name, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *kept])
    package.refresh(folder)
    return wa.load(folder)


def test_a_remark_goes_with_its_figure(without, language):
    shown = wa.select(without, areas="VN-69-165")
    assert SAID[language] not in str(wa.tables.observations(without, shown, language).below)
    keys = {one.remark for one in annotations(Writer(without, language), list(without))}
    assert keys == set(without.remarks["remark"])
    assert "song-cong-lost-digit" not in keys


def test_a_renamed_place_is_renamed_in_remarks(tmp_path, language):
    folder = shutil.copytree(SHIPPED, tmp_path / "data")
    areas = folder / "areas.csv"
    areas.write_text(areas.read_text(encoding="utf-8").replace("Hà Nội", "Hà Tân"), "utf-8")
    data = wa.load(folder)
    told = annotations(Writer(data, language), ["baochinhphu-2022-hn-poor"])
    assert "Hà Tân" in str(told[0].line)
    assert "Hà Nội" not in str(told[0].line)


def test_every_number_of_a_remark_is_that_of_a_figure(data, language):
    """No digit stands in a remark that its figures, their periods or citations do not hold."""
    writer = Writer(data, language)
    for told in annotations(writer, list(data)):
        said = str(told.line).replace("\xa0", " ")
        known = set()
        for figure in map(data.observation, told.observations):
            known |= {figure.number(language), str(writer.cite(figure))}
            known |= {writer.text(figure), writer.period(figure)}
        for text in sorted(known, key=len, reverse=True):
            said = said.replace(text.replace("\xa0", " "), "")
        assert not any(sign.isdigit() for sign in said), (told.remark, said)


def test_remarks_of_one_place_name_it_where_the_report_is_of_several(data, language):
    place = Writer(data, language).area("VN-69-165")
    alone = str(wa.Brief(data, language).remarks([SLIP], kinds=["doubt"]))
    among = str(wa.Brief(data, language).remarks([SLIP], kinds=["doubt"], placed=True))
    assert not alone.lstrip("- ").lower().startswith(place.lower())
    assert among.lstrip("- ").lower().startswith(f"{place}. ".lower())


def test_a_provincial_office_is_asked_of_provinces_and_their_parts_alone(data, language):
    office = Writer(data, language).own(data.record("themes", "training"), "office")
    for area, asked in (("VN-69-165", True), ("VN-R-SE", False)):
        lacking = wa.findings(data, [area], "training").of("missing")
        assert lacking
        said = str(wa.Brief(data, language).by_theme(lacking))
        assert (office.lower() in said.lower()) == asked, area
