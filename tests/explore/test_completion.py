"""Completion: IPython offers real codes, found without diacritics, and nothing elsewhere."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.completer import provisionalcompleter
from IPython.core.interactiveshell import InteractiveShell

import welfare_analysis as wa
from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.explore.completion import asked, matching, names


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """Return an IPython session of its own, with the extension loaded as a user loads it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
        shell = InteractiveShell()
        shell.history_manager.enabled = False
        shell.run_line_magic("load_ext", "welfare_analysis")
        shell.user_ns.update(wa=wa, data=wa.load())
        shell.user_ns["answer"] = wa.compare(shell.user_ns["data"], "poor_household_rate")
        yield shell
        shell.run_line_magic("unload_ext", "welfare_analysis")
        shell.history_manager.end_session()


@pytest.fixture
def complete(session):
    def offered(code):
        """Return each completion as the line it would make."""
        with provisionalcompleter():
            found = list(session.Completer.completions(code, len(code)))
        return [code[: one.start] + one.text for one in found]

    return offered


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('wa.compare(data, "poor_h', 'wa.compare(data, "poor_household_rate'),
        ("wa.compare(data, 'labour_ex", "wa.compare(data, 'labour_export"),
        ('wa.compare(data, "tỷ lệ hộ ngh', 'wa.compare(data, "Tỷ lệ hộ nghèo'),
        ('wa.compare(data, "ty le ho ngh', 'wa.compare(data, "Tỷ lệ hộ nghèo'),
        ('wa.compare(data, indicator="poor_h', 'wa.compare(data, indicator="poor_household_rate'),
        (
            'wa.compare(data, "poor_household_rate", ["Hà Nội", "sơn l',
            'wa.compare(data, "poor_household_rate", ["Hà Nội", "Sơn La',
        ),
        (
            'wa.compare(data, "poor_household_rate", areas=["song c',
            'wa.compare(data, "poor_household_rate", areas=["Sông Công',
        ),
        ('wa.select(data, areas="VN-S', 'wa.select(data, areas="VN-SG'),
        ('wa.select(data, areas="Sài G', 'wa.select(data, areas="Sài Gòn'),
        ('wa.tidy(data, areas="Sài G', 'wa.tidy(data, areas="Sài Gòn'),
        ('wa.select(data, theme="pov', 'wa.select(data, theme="poverty'),
        ('wa.select(data, measure="pl', 'wa.select(data, measure="plan'),
        ('wa.select(data, breakdown="wom', 'wa.select(data, breakdown="women'),
        ('wa.compare(data, breakdown="sex', 'wa.compare(data, breakdown="sex=F'),
        ('wa.select(data, source="ldxh-s', 'wa.select(data, source="ldxh-sc-2024'),
        ('wa.select(data, standard="HN-', 'wa.select(data, standard="HN-2022-2025'),
        ('wa.one(data, "poor_household_rate", "hà', 'wa.one(data, "poor_household_rate", "Hà Nội'),
        (
            'wa.observation(data, "ldxh-sc-2024-p4-poor-r',
            'wa.observation(data, "ldxh-sc-2024-p4-poor-rate',
        ),
        ('data.observation("ldxh-sc-2024-p4-poor-r', 'data.observation("ldxh-sc-2024-p4-poor-rate'),
        ('answer.verdict("Hà Nội", "Sơn', 'answer.verdict("Hà Nội", "Sơn La'),
        ('wa.set_language("e', 'wa.set_language("en'),
        (
            'x = wa.compare(\n    data,\n    "poor_h',
            'x = wa.compare(\n    data,\n    "poor_household_rate',
        ),
        (
            '# a "comment\nwa.compare(data, "poor_h',
            '# a "comment\nwa.compare(data, "poor_household_rate',
        ),
        ('wa.compare(wa.load(), "poor_h', 'wa.compare(wa.load(), "poor_household_rate'),
        ('wa.compare(data, f"poor_h', 'wa.compare(data, f"poor_household_rate'),
    ],
)
def test_a_string_of_a_call_is_completed_by_what_it_may_be(complete, code, expected):
    assert expected in complete(code)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ('wa.compare(data, "ngheo', "Tỷ lệ hộ nghèo"),
        ('wa.compare(data, "hộ nghèo', "Tỷ lệ hộ nghèo"),
        ('wa.compare(data, "household poor', "poor_household_rate"),
        ('wa.compare(data, "poverty rate', "poor_household_rate"),
        ('wa.select(data, areas="la', "Sơn La"),
    ],
)
def test_any_word_of_a_name_completes_it(complete, typed, offered):
    assert typed.rpartition('"')[0] + f'"{offered}' in complete(typed)


def test_a_misspelt_code_gets_the_nearest(complete):
    assert 'wa.compare(data, "poor_household_rate' in complete('wa.compare(data, "pooor_househol')


@pytest.mark.parametrize(
    "code",
    [
        'print("poor_h',
        'open("da',
        'x = "poor_h',
        'data["x"]["poor_h',
        'wa.compare(data, "poor_household_rate", "Hà Nội", "20',
    ],
)
def test_other_strings_are_left_alone(complete, code):
    offered = complete(code)
    assert not any("household_rate" in line for line in offered)


def test_every_code_offered_is_accepted(complete, session):
    data = session.user_ns["data"]
    for line in complete('wa.select(data, "'):
        assert wa.select(data, line.rpartition('"')[2]) is not None
    for line in complete('wa.select(data, areas="'):
        wa.resolve_area(data, line.rpartition('"')[2])


def test_the_catalogue_of_the_call_is_asked(complete, session):
    full = session.user_ns["data"]
    few = full.indicators.head(1)
    session.user_ns["small"] = dataclasses.replace(full, indicators=few)
    offered = {line.rpartition('"')[2] for line in complete('wa.compare(small, "poor')}
    assert offered == {few["indicator"].iloc[0], few["title_en"].iloc[0]}


def test_indexing_and_attributes_complete(complete, session):
    data, answer = session.user_ns["data"], session.user_ns["answer"]
    assert 'data["ldxh-sc-2024-p4-poor-rate' in complete('data["ldxh-sc-2024-p4-poor-r')
    assert any("Sơn La" in line for line in complete('answer["Sơn'))
    assert "data.indicator.poor_household_rate" in complete("data.indicator.poor_h")
    assert "data.area.song_cong" in complete("data.area.so")
    assert "data.theme.poverty" in complete("data.theme.po")
    assert answer["Sơn La"].area == data.area.son_la == "VN-05"


def test_codes_as_attributes_are_plain_strings_and_unique(data):
    for space, column in (
        (data.indicator, data.indicators["indicator"]),
        (data.area, data.areas["area"]),
        (data.theme, data.indicators["theme"]),
    ):
        codes = [getattr(space, name) for name in dir(space)]
        assert set(column) <= set(codes)
        assert len(codes) == len(set(codes))
        assert all(
            name.isidentifier() and type(code) is str
            for name, code in zip(space, codes, strict=True)
        )
    assert wa.compare(
        data, data.indicator.poor_household_rate, [data.area.ha_noi, data.area.son_la]
    )


def test_a_wrong_attribute_suggests_and_stays_an_attribute_error(data):
    with pytest.raises(AttributeError, match="Did you mean 'poor_household_rate'"):
        _ = data.indicator.poor_houshold_rate
    assert not hasattr(data.area, "atlantis")
    with pytest.raises(UnknownName, match="son_la"):
        data.area["son_l"]


def test_loading_twice_completes_once_and_unloading_stops(session, complete):
    session.run_line_magic("reload_ext", "welfare_analysis")
    code = 'wa.compare(data, "poor_household_r'
    assert complete(code).count('wa.compare(data, "poor_household_rate') == 1
    session.run_line_magic("unload_ext", "welfare_analysis")
    assert not complete(code)
    session.run_line_magic("load_ext", "welfare_analysis")
    assert complete(code)


def test_titles_name_indicators_and_a_theme_lists_its_own(data):
    for row in data.indicators.drop_duplicates("title_vi").itertuples():
        assert wa.compare(data, row.title_vi, ["VN-HN", "VN-05"]).subject == row.indicator
    assert wa.compare(data, "poor HOUSEHOLD rate", ["VN-HN", "VN-05"]).subject == (
        "poor_household_rate"
    )
    with pytest.raises(UsageError, match="theme.*poor_household_rate"):
        wa.compare(data, "poverty", ["VN-HN", "VN-05"])
    with pytest.raises(UnknownName, match="Tỷ lệ hộ nghèo"):
        wa.compare(data, "Tỷ lệ hộ nghéo quá", ["VN-HN", "VN-05"])


def test_verdicts_are_asked_by_any_name(data):
    answer = wa.compare(data, "poor_household_rate")
    assert answer.verdict("Sài Gòn", "ha noi") == answer.verdict("VN-HN", "VN-SG")
    with pytest.raises(UnknownName, match="Sơn La"):
        answer.verdict("Sơn Lô", "VN-HN")
    with pytest.raises(UsageError, match="no pair"):
        answer.verdict("Hà Nội", "VN-HN")


@given(st.text(alphabet="ab(),[]{}'\"\\\n= #._dataé", max_size=40))
def test_any_code_can_be_read(code):
    found = asked(code)
    assert found is None or code.endswith(found.fragment)


@given(st.data())
def test_what_begins_a_name_finds_it(data, source):
    for role in (
        "indicator",
        "breakdown",
        "area",
        "theme",
        "source",
        "standard",
        "measure",
        "language",
    ):
        listed = names(data, role)
        name = source.draw(st.sampled_from(listed))
        length = source.draw(st.integers(6, 40))
        found = matching(listed, name[:length])
        assert name in found or len(found) >= 60
