"""What is asked of an audit: its rows by place, source and theme, its explanations when read."""

import io
import json
import pickle

import pandas as pd
import pytest

import welfare_analysis as wa
from welfare_analysis.judge.checks.wording import Wording


@pytest.fixture(scope="module")
def whole(data):
    return wa.audit(data)


@pytest.fixture
def written(monkeypatch):
    """Count which explanations are written, by language."""
    seen = []
    tell = Wording.explain

    def explain(self, check):
        seen.append(self.language)
        return tell(self, check)

    monkeypatch.setattr(Wording, "explain", explain)
    return seen


def kept(data, whole, is_asked_for):
    """Keep the rows by their figures, in their order."""
    figures = whole["observations"].map(lambda names: [data[name] for name in names])
    return whole[figures.map(lambda some: any(map(is_asked_for, some)))]


@pytest.mark.parametrize("area", ["VN-05", "Sơn La", "son la"])
def test_rows_by_place_have_a_figure_of_it(data, whole, area):
    wanted = kept(data, whole, lambda one: one.area == "VN-05")
    assert len(wanted)
    assert wa.audit(data, area).equals(wanted.reset_index(drop=True))


def test_rows_by_source_and_theme(data, whole):
    wanted = kept(data, whole, lambda one: one.source == "ldxh-sc-2024")
    assert wa.audit(data, source="ldxh-sc-2024").equals(wanted.reset_index(drop=True))
    wanted = kept(data, whole, lambda one: one.indicator_row["theme"] in ("training", "poverty"))
    found = wa.audit(data, theme=["training", "poverty"])
    assert found.equals(wanted.reset_index(drop=True))
    for titles in (["Đào tạo nghề", "giảm nghèo"], ["vocational training", "Poverty reduction"]):
        assert wa.audit(data, theme=titles).equals(found)


def test_conditions_together_hold_for_one_figure(data, whole):
    wanted = kept(
        data,
        whole,
        lambda one: one.area in ("VN-HN", "VN-SG") and one.indicator_row["theme"] == "poverty",
    )
    found = wa.audit(data, ["Hà Nội", "TP.HCM"], theme="poverty")
    assert found.equals(wanted.reset_index(drop=True))
    assert 0 < len(found) < len(whole)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"areas": "Atlantis"}, "area 'Atlantis'"),
        ({"source": "ldxh-sc-2042"}, "Did you mean 'ldxh-sc-2024'"),
        ({"theme": "povrety"}, "Did you mean 'poverty'"),
        ({"theme": []}, "theme must be at least one"),
        ({"areas": 5}, "areas must be one name or a list of names"),
    ],
)
def test_what_does_not_exist_is_refused(data, asked, said):
    with pytest.raises(wa.UsageError, match=said):
        wa.audit(data, **asked)


def test_nothing_left_is_an_audit_without_rows(data, whole):
    empty = wa.audit(data, source="ldxh-sc-2024", areas="VN-SG")
    assert empty.empty
    assert empty.columns.tolist() == whole.columns.tolist()
    assert empty["explanation_vi"].tolist() == []


def test_explanations_are_written_for_who_reads_them(data, written):
    rows = wa.audit(data)
    wrong = rows[rows["verdict"] == "inconsistent"].sort_values("area").head(3)
    assert not written
    texts = wrong["explanation_en"].tolist()
    assert written == ["en"] * 3
    assert all(isinstance(text, str) and len(text) > 40 for text in texts)
    wa.tables.audit(data, wrong, "en")
    assert set(written) == {"en"}


def test_a_column_of_explanations_is_one_of_texts(whole):
    texts = whole["explanation_vi"]
    assert pd.api.types.is_string_dtype(texts)
    assert whole.loc[:, "explanation_vi"].equals(texts)
    assert whole.iloc[4]["explanation_vi"] == whole.explanation_vi[4] == texts[4]
    assert pd.DataFrame(whole)["explanation_vi"].str.len().tolist() == texts.str.len().tolist()
    assert whole.to_dict("records")[7]["explanation_vi"] == texts[7]
    picked = whole.iloc[[9, 2]].reset_index(drop=True)
    assert picked["explanation_vi"].tolist() == [texts[9], texts[2]]
    assert pd.concat([whole.head(2), picked])["explanation_vi"].tolist() == [
        *texts[:2],
        texts[9],
        texts[2],
    ]


def test_explanations_are_in_every_file(whole):
    texts = whole["explanation_en"].tolist()
    assert pd.read_csv(io.StringIO(whole.to_csv()))["explanation_en"].tolist() == texts
    cells = json.loads(whole.to_json(orient="records", date_format="iso"))
    assert [cell["explanation_en"] for cell in cells] == texts
    again = pickle.loads(pickle.dumps(pd.DataFrame(whole)))
    assert again["explanation_en"].tolist() == texts
    assert again.equals(pd.DataFrame(whole))


def test_an_explanation_may_be_written_over(data, whole):
    rows = wa.audit(data)
    rows.loc[0, "explanation_en"] = "Settled."
    assert rows["explanation_en"][0] == "Settled."
    assert rows["explanation_en"][1] == whole["explanation_en"][1]
