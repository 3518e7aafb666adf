"""Views: what Jupyter shows is complete, in one language, and safe on any page."""

import dataclasses
import html.parser
import re
from importlib import import_module

import pandas as pd
import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import given
from hypothesis import strategies as st

import welfare_analysis as wa
from welfare_analysis.codes import LANGUAGES, Qualifier, Relation, Status, Verdict
from welfare_analysis.data.relations import SYMMETRIC, related
from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.judge.checks.outcomes import Outcome
from welfare_analysis.messages import message
from welfare_analysis.report import reading as document
from welfare_analysis.show import jupyter
from welfare_analysis.show.document import MIME
from welfare_analysis.show.writer import Writer

AREAS = ["VN-HN", "VN-SG", "VN-05", "VN-69-165"]
DOUBTFUL = "ldxh-sc-2024-p4-poor-rate"


@pytest.fixture(params=LANGUAGES)
def language(request):
    """Choose a language for what is shown, and give the choice back afterwards."""
    before = wa.get_language()
    wa.set_language(request.param)
    yield request.param
    wa.set_language(before)


@pytest.fixture(scope="module")
def objects(data):
    rate = wa.one(data, "poor_household_rate", "VN-HN", 2023)
    count = wa.one(data, "poor_households", "VN-HN", 2023)
    brief = wa.Brief(data, "vi")
    brief.voice("vi")("{rate}", rate=rate)
    return {
        "answer": wa.compare(data, "poor_household_rate", AREAS, 2023),
        "partly missing": wa.compare(data, "labour_export", AREAS),
        "audit": wa.audit(data),
        "brief": brief,
        "catalogue": data,
        "figure": rate,
        "interval": rate.interval,
        "measure": wa.implied_base(count, rate),
    }


class Page(html.parser.HTMLParser):
    """The text of a page, its tags and its attributes; badly nested tags are an error."""

    def __init__(self, source):
        super().__init__()
        self.open, self.tags, self.attributes, self.words = [], [], [], []
        self.feed(source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes.append((tag, dict(attrs)))
        if tag not in ("br", "img"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, text):
        self.words.append(text)

    @property
    def text(self):
        return " ".join(" ".join(self.words).replace("\xa0", " ").split())


def page(shown):
    return Page(wa.view(shown)._repr_mimebundle_()["text/html"])


def test_a_session_shows_every_object_by_its_view(objects, language):
    from IPython.core.interactiveshell import InteractiveShell

    for module, name in jupyter.VIEWED.items():
        assert hasattr(import_module(f"welfare_analysis.{module}"), name)
    session = InteractiveShell()
    jupyter.show_views(session)
    for shown in objects.values():
        bundle, _ = session.display_formatter.format(shown)
        assert bundle[MIME]["kind"] == "view"
        assert bundle["text/html"] == wa.view(shown)._repr_mimebundle_()["text/html"]
    few = objects["audit"][["check", "verdict"]]
    assert MIME not in session.display_formatter.format(few)[0]


def test_every_view_is_whole_in_its_language(objects, language):
    for name, shown in objects.items():
        bundle = wa.view(shown)._repr_mimebundle_()
        seen = Page(bundle["text/html"])
        said = "vi" if name == "brief" else language  # a report keeps its own
        assert seen.attributes[0] == ("div", {"lang": said})
        assert bundle[MIME]["language"] == said
        assert bundle["text/plain"].strip()


def test_every_view_follows_a_light_and_a_dark_page(objects, language):
    for shown in objects.values():
        for _, attributes in page(shown).attributes:
            style = attributes.get("style") or ""
            assert not re.search(r"(?<![-\w])color:(?!inherit)", style)
            # Tints and lines are so thin that either page shines through.
            for alpha in re.findall(r"rgba\([^)]*,\s*(\.?\d*\.?\d+)\)", style):
                assert float(alpha) <= 0.2 or "border" in style
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(|hsl", style)


def test_links_of_a_view_lead_into_that_view(objects, language):
    every = []
    for shown in objects.values():
        seen = page(shown)
        ids = [each["id"] for _, each in seen.attributes if "id" in each]
        hrefs = {
            each["href"][1:]
            for tag, each in seen.attributes
            if tag == "a" and each["href"].startswith("#")
        }
        if "source" in " ".join(ids):
            assert hrefs <= set(ids)
        every += ids
    assert len(every) == len(set(every))


def test_reprs_are_one_short_line(objects):
    for name, shown in objects.items():
        if name != "audit":  # a DataFrame keeps the repr of pandas
            assert "\n" not in repr(shown)
            assert len(repr(shown)) < 200, name
    table = wa.tables.readings(objects["catalogue"], [objects["figure"]], "vi")
    assert len(repr(table)) < 200


def test_a_comparison_shows_figures_verdicts_and_reasons(data, language):
    for subject in data.indicators["concept"].unique()[::4]:
        answer = wa.compare(data, subject, AREAS)
        text = page(answer).text
        for pair in answer.pairs.itertuples():
            assert message(f"verdict-{pair.verdict}", language) in text
            assert " ".join(getattr(pair, f"reason_{language}").split()) in text
        for figure in answer.figures.values():
            assert " ".join(figure.text(language).split()) in text
        assert (message("no-figure", language) in text) == bool(answer.missing)


def test_the_grid_of_verdicts_is_symmetric_and_tinted_by_its_text(data, language):
    for subject in ("poor_household_rate", "labour_export", "trained_labour_rate"):
        answer = wa.compare(data, subject, AREAS)
        grid = wa.views.comparisons.matrix(Writer(data, language), answer)
        tone_of = wa.views.comparisons.TONES
        for row, first in enumerate(AREAS):
            for column, second in enumerate(AREAS, start=1):
                cell = grid.rows[row][column]
                if first == second:
                    assert not cell
                    continue
                verdict = answer.verdict(first, second)
                assert message(f"verdict-{verdict}", language) in cell
                assert cell == grid.rows[column - 1][row + 1]
                assert grid.tones[row, column] == tone_of[verdict]


def test_the_title_of_a_comparison_counts_every_pair(data, language):
    for subject in data.indicators["concept"].unique()[::4]:
        answer = wa.compare(data, subject, AREAS)
        title = str(wa.view(answer).title).rpartition(":")[2]
        assert sum(map(int, re.findall(r"\d+", title))) == len(answer.pairs)


def test_every_figure_says_where_it_comes_from(data, language):
    audit = wa.audit(data)
    for name in data.observations["observation"].iloc[::11]:
        figure = data[name]
        shown = page(figure)
        text, source = shown.text, figure.source_row
        hrefs = [each.get("href") for _, each in shown.attributes]
        assert not source["url"].startswith("http") or source["url"] in hrefs
        assert " ".join(figure.as_printed.split()) in text
        for part in (source["title"], source["publisher"]):
            assert part == "notspecified" or " ".join(part.split()) in text
        if figure.paragraph is not None:
            assert message("view-paragraph", language, number=str(figure.paragraph)) in text
        for letter in figure.status.split():
            assert message(f"status-{letter}", language) in text
        assert figure.row[f"comment_{language}"] in text
        assert name in text
        for one in related(data, figure):
            assert one.figure.observation in text
        rows = audit[[name in names for names in audit["observations"]]]
        shown = wa.view(figure).tables[-1] if len(rows) else None
        assert len(rows) == (len(shown.rows) if shown else 0)
        assert shown or message("view-no-checks", language) in text
        for verdict in rows["verdict"].unique():
            assert message(f"audit-verdict-{verdict}", language) in text


def test_relations_lead_both_ways(data):
    for name in data.observations.loc[data.observations["related_to"] != "", "observation"]:
        for one in related(data, data[name]):
            back = {(two.figure.observation, two.relation) for two in related(data, one.figure)}
            assert (name, one.relation) in back


def test_every_relation_status_and_rule_has_its_words(language):
    for relation in Relation:
        assert message(f"relation-{relation}", language)
        assert relation in SYMMETRIC or message(f"relation-from-{relation}", language)
    for status in Status:
        assert message(f"status-{status}", language)
    for qualifier in Qualifier:
        assert message(f"rule-{qualifier}", language)
    for verdict in Verdict:
        assert message(f"view-pairs-{verdict}", language, count="1", n=1)


def test_every_measure_names_its_method_and_inputs(data, language):
    start = wa.observation(data, "ldxh-sc-2024-p4-poor-rate")
    goal = wa.observation(data, "ldxh-sc-2024-p8-poor-rate-goal")
    count = wa.one(data, "workers_sent_abroad", "VN", 2023)
    base = wa.one(data, "population_average", "VN", 2023, measure="estimate")
    for made in (
        wa.change_points(start, goal),
        wa.change_percent(start, goal),
        wa.per_inhabitants(data, count, base),
        wa.annual_average(count),
        wa.total([count]),
    ):
        text = page(made).text
        assert message(f"formula-{made.code}", language) in text
        for figure in made.inputs:
            assert figure.observation in text
            assert " ".join(figure.as_printed.split()) in text


def test_the_catalogue_counts_what_it_holds(data, language):
    text = page(data).text
    assert data.revision in text
    for code in (*data.indicators["indicator"], *data.areas["area"]):
        assert code in text
    table = wa.view(data).tables[0]
    total = sum(int(str(row[2])) for row in table.rows if str(row[2]) != "–")
    assert total == len(data.observations)
    for row in table.rows:
        counts = [0 if cell == "–" else int(cell) for cell in map(str, row[2:])]
        assert counts[0] == sum(counts[1:])


def test_what_the_catalogue_advises_works(data, language):
    advice = wa.view(data).parts[-1]
    codes = [part.s for part in advice if part.t == "code"]
    assert len(codes) == 2
    for code in codes:
        assert isinstance(eval(code, {"wa": wa, "data": data}), wa.Comparison | wa.Observation)


def test_an_audit_stays_an_audit_when_rows_are_picked(data, language):
    rows = wa.audit(data)
    wrong = rows[rows["verdict"] == "inconsistent"].head(3)
    text = page(wrong).text
    for explanation in wrong[f"explanation_{language}"]:
        # Citations become links, so that only the words around them stay together.
        assert " ".join(explanation.partition("[")[0].split()) in text
    counted = [int(count) for count in re.findall(r"\d+", str(wa.view(rows).title))]
    assert counted[0] == sum(counted[1:]) == len(rows)
    assert len(counted) == 1 + rows["verdict"].nunique() <= 1 + len(Outcome)
    assert page(rows[rows["verdict"] == "none such"]).text


def test_an_audit_without_its_columns_is_a_plain_frame(data):
    rows = wa.audit(data)
    few = rows[["check", "verdict"]]
    assert not wa.views.has_view(few)
    assert "<table" in few._repr_html_()
    assert isinstance(rows["check"], pd.Series)
    assert rows.groupby("verdict").size().sum() == len(rows)
    assert pd.concat([rows, rows])["check"].shape == (2 * len(rows),)
    assert rows.merge(few.drop_duplicates())["check"].isin(rows["check"]).all()


def test_the_language_is_chosen_by_call_then_by_environment(monkeypatch):
    from welfare_analysis import texts as language

    monkeypatch.setattr(language, "_chosen", [])
    monkeypatch.delenv(language.VARIABLE, raising=False)
    assert wa.get_language() == "vi"
    monkeypatch.setenv(language.VARIABLE, "en")
    assert wa.get_language() == "en"
    wa.set_language("vi")
    assert wa.get_language() == "vi"
    with pytest.raises(UnknownName, match="language"):
        wa.set_language("fr")
    assert wa.get_language() == "vi"
    monkeypatch.setattr(language, "_chosen", [])
    monkeypatch.setenv(language.VARIABLE, "fr")
    with pytest.raises(UnknownName, match=language.VARIABLE):
        wa.get_language()


def test_an_error_shows_the_reader_s_own_line_and_no_other(data, tmp_path):
    own = tmp_path / "own.py"
    own.write_text("def ask(wa, data):\n    return wa.compare(data, 'poor_houshold_rate')\n")
    scope = {}
    exec(compile(own.read_text(), str(own), "exec"), scope)
    with pytest.raises(UnknownName) as caught:
        scope["ask"](wa, data)
    wa.set_language("en")
    shown = caught.value._render_traceback_()
    wa.set_language("vi")
    assert shown[0] == "line 2: return wa.compare(data, 'poor_houshold_rate')"
    assert shown[-1].startswith("UnknownName: Unknown indicator 'poor_houshold_rate'. Did you")
    assert len(shown) == 2


def test_what_has_no_view_says_so():
    with pytest.raises(UsageError, match="Observation"):
        wa.view(3)


def test_what_cannot_be_asked_says_what_was_expected(data, tmp_path):
    answer = wa.compare(data, "labour_export", AREAS)
    figure = answer["VN-HN"]
    path = tmp_path / "t.csv"
    refused = {
        "has no view": [lambda: wa.view(None), lambda: wa.view(data.areas)],
        "language": [
            lambda: wa.view(answer, "fr"),
            lambda: answer.save(path, "fr"),
            lambda: wa.set_language(None),
            lambda: wa.trace(data, answer, 3),
        ],
        "No printed figure": [lambda: wa.trace(data, None), lambda: wa.trace(data, [])],
        "as load\\(\\) gives": [
            lambda: wa.trace(None, answer),
            lambda: wa.related(3, figure),
            lambda: wa.save(None, data.observations, path),
        ],
        "Unknown observation": [lambda: data["nix"], lambda: wa.trace(data, ["nix"])],
        "must be text": [lambda: data[3], lambda: answer[None], lambda: answer.verdict(1, 2)],
        "has no figure in this comparison; one has VN-HN": [lambda: answer["Sông Công"]],
        "printed figure": [lambda: wa.related(data, "x")],
        "related figures": [lambda: wa.tables.relatives(data, [figure], "vi")],
        "observations or a DataFrame": [lambda: wa.save(data, None, path)],
    }
    for said, tries in refused.items():
        for attempt in tries:
            with pytest.raises(UsageError, match=said):
                attempt()
    assert not path.exists()


def test_a_view_prints_in_a_report(data, language):
    figure = data[DOUBTFUL]
    brief = wa.Brief(data, language)
    shown = brief.show(wa.view(figure))
    references = brief.references()
    outputs = [
        {"output_type": "display_data", "data": one._repr_mimebundle_()}
        for one in (shown, references)
    ]
    cells = [
        {"cell_type": "markdown", "source": "# Title", "metadata": {}},
        {"cell_type": "code", "source": "", "metadata": {}, "outputs": outputs},
    ]
    kinds = [block["kind"] for block in document.read({"cells": cells}, language)["blocks"]]
    assert kinds[0] == "paragraph"
    assert kinds.count("table") == len(shown.tables)
    assert kinds[-1] == "references"


def test_hostile_data_is_shown_as_it_stands(data, language):
    evil = "<img src=x onerror=alert(1)>*b*[x](javascript:alert(1))"
    areas = data.areas.assign(name_vi=evil, name_en=evil)
    indicators = data.indicators.assign(title_vi=evil, title_en=evil)
    hostile = dataclasses.replace(data, areas=areas, indicators=indicators)
    answer = wa.compare(hostile, "poor_household_rate", AREAS, 2023)
    for shown in (hostile, answer, answer["VN-HN"], wa.audit(hostile).head(3)):
        seen = page(shown)
        assert "img" not in seen.tags
        assert not any("javascript" in (each.get("href") or "") for _, each in seen.attributes)
        assert evil in seen.text


ends = st.floats(-1e12, 1e12, allow_nan=False)


@given(ends, ends, st.booleans(), st.booleans(), st.sampled_from(LANGUAGES))
def test_an_interval_shows_its_ends(low, high, low_closed, high_closed, language):
    interval = wa.Interval(min(low, high), max(low, high), low_closed, high_closed)
    shown = str(wa.view(interval, language).title)
    decimal, group = (",", ".") if language == "vi" else (".", ",")
    numbers = re.findall(r"−?\d[\d.,]*\d|−?\d", shown)
    read = [
        float(one.replace(group, "").replace(decimal, ".").replace("−", "-")) for one in numbers
    ]
    expected = [interval.low] if interval.is_point else [interval.low, interval.high]
    assert len(read) == len(expected)
    for found, end in zip(read, expected, strict=True):
        assert found == pytest.approx(end, rel=1e-5)


def test_views_are_accessible_on_a_light_and_a_dark_page(objects, browser):
    few = objects | {"audit": objects["audit"].head(3)}
    shown = "".join(wa.view(one)._repr_mimebundle_()["text/html"] for one in few.values())
    # As themes of JupyterLab are; axe does not see the browser's own dark page.
    dark = "@media(prefers-color-scheme:dark){body{background:#111;color:#ddd}}"
    source = (
        f'<!doctype html><html lang="vi" style="color-scheme:light dark"><title>t</title>'
        f'<meta charset="utf-8"><style>{dark}</style><main><h1>t</h1>{shown}</main></html>'
    )
    for scheme in ("light", "dark"):
        opened = browser.new_page(color_scheme=scheme)
        opened.set_content(source)
        found = Axe().run(opened).response["violations"]
        assert not [(each["id"], each["nodes"][0]["failureSummary"]) for each in found]
