"""Evidence: every curated figure stands in its paragraph, and no digit is left over."""

import hashlib
import shutil
import unicodedata
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from welfare_analysis.cli import listing
from welfare_analysis.data import evidence
from welfare_analysis.data.evidence import find_spans, paragraphs
from welfare_analysis.data.loading import load
from welfare_analysis.errors import DataProblems, UsageError

SOURCES = Path(__file__).parents[3] / "shared" / "sources"

TEXT = (
    "Tin trong ngày 19/04/2024\n"
    "\u00a0 \t\n"
    "Toàn thành phố còn 690 hộ nghèo, tỷ lệ 0,03%; cả nước 1.690 hộ.\n"
    "\n"
    "Năm qua có 11.959 người đi làm việc.\n"
)


@pytest.fixture
def archived():
    if not SOURCES.is_dir():
        pytest.skip("the archived articles are not here: they are kept beside the repository")
    return SOURCES


@pytest.fixture
def small(tiny, tmp_path):
    """A valid package about one small text, and a function that gathers its evidence."""
    folder = tmp_path / "texts"
    folder.mkdir()

    def gather(text=TEXT, encoding="utf-8", rehash=True, **edits):
        content = text if isinstance(text, bytes) else text.encode(encoding)
        (folder / "000.txt").write_bytes(content)
        rows = {
            "paper-2024-p17-poor-rate": {"paragraph": "2"},
            "paper-2024-p17-poor": {"paragraph": "2"},
            "paper-2024-p11-sent": {"paragraph": "3"},
            "paper-2024-p20-excess": None,
        }
        kept = []
        for row in tiny.tables["observations"]:
            change = rows.get(row["observation"], {})
            if change is not None:
                kept.append(row | change | edits.get(row["observation"].split("-")[-1], {}))
        tiny.tables["observations"] = kept
        tiny.tables["exclusions"] = [
            row | {"paragraph": "1", "token": "19/04/2024"} for row in tiny.tables["exclusions"]
        ] + [tiny.tables["exclusions"][0] | {"paragraph": "2", "token": "1.690 hộ"}]
        if rehash:
            tiny.tables["sources"][0]["sha256"] = hashlib.sha256(content).hexdigest()
        for table in ("observations", "exclusions", "sources"):
            tiny.write(table)
        return evidence.gather(load(tiny.directory), folder)

    return gather


def problems(found):
    return [text for text in found.figures["problem"] if text]


def test_every_figure_of_the_articles_holds(data, archived):
    found = evidence.gather(data, archived)
    assert listing.evidence(found).endswith("every digit is accounted for.")
    assert found.holds
    coverage = found.coverage()
    articles = data.sources.loc[data.sources["kind"] == "article", "source"]
    assert set(coverage["source"]) == set(articles)
    assert (coverage["uncovered"] == 0).all()
    assert len(found.figures) == data.observations["source"].isin(articles).sum()


def test_a_small_text_holds(small):
    found = small()
    assert found.holds
    assert found.coverage().iloc[0].to_dict() == {
        "source": "paper-2024",
        "curated": 3,
        "excluded": 4,
        "uncovered": 0,
        "figures": 3,
    }


@pytest.mark.parametrize(
    "way",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" hộ", "\u00a0hộ").replace(" người", "\u202fngười"),
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: "\n \n" + text.replace(" ", "   "),
        lambda text: text.replace("690 hộ nghèo", "690 hộNghèo"),
    ],
    ids=["NFD", "no-break spaces", "CRLF", "byte-order mark", "wide spaces", "glued words"],
)
def test_signs_that_look_alike_are_alike(small, way):
    assert small(way(TEXT)).holds


def test_the_token_of_the_data_may_hold_a_no_break_space(small):
    assert small(poor={"as_printed": "690\u00a0hộ"}).holds


def test_a_token_that_stands_nowhere(small):
    found = small(poor={"as_printed": "691 hộ", "value": "691"})
    (problem,) = problems(found)
    assert "«691 hộ» is not in paragraph 2 (nor in another)" in problem
    assert list(found.tokens.loc[found.tokens["use"] == "uncovered", "token"]) == ["690"]
    assert not found.holds


@pytest.mark.parametrize("paragraph", ["1", "3", "99"])
def test_a_token_of_another_paragraph_is_told_where_it_stands(small, paragraph):
    (problem,) = problems(small(poor={"paragraph": paragraph}))
    assert f"is not in paragraph {paragraph} (it stands in paragraph 2)" in problem


def test_a_value_that_does_not_follow_from_its_token(small, tiny, tmp_path):
    with pytest.raises(DataProblems, match="'690 hộ' is read as 690"):
        small(poor={"value": "6900"})
    small(poor={"value": "690"})
    data = load(tiny.directory)
    changed = data.observations.assign(value=data.observations["value"].replace(690, 6900))
    found = evidence.gather(replace(data, observations=changed), tmp_path / "texts")
    assert problems(found) == ["6900 does not follow from «690 hộ»."]
    assert not found.holds


def test_a_number_inside_a_longer_one_is_not_taken_for_it(small):
    text = TEXT.replace("còn 690 hộ nghèo", "còn ít hộ nghèo")
    (problem,) = problems(small(text))
    assert "«690 hộ» is not in paragraph 2" in problem


def test_a_digit_that_nobody_read_is_uncovered(small):
    found = small(TEXT + "Thêm 52 hộ.\n")
    left = found.tokens[found.tokens["use"] == "uncovered"]
    assert left[["paragraph", "token"]].values.tolist() == [[4, "52"]]
    assert not found.holds
    assert "paragraph 4: '52' is neither curated nor excluded" in listing.evidence(found)


def test_a_figure_printed_twice_and_curated_once_is_left_over_once(small):
    found = small(TEXT.replace("cả nước", "trong đó 690 hộ ở xã; cả nước"))
    assert list(found.tokens.loc[found.tokens["use"] == "uncovered", "token"]) == ["690"]


def test_a_changed_archive_is_named(small):
    small()
    found = small(TEXT + "\n", rehash=False)
    (problem,) = found.problems
    assert "000.txt is not the text that was archived for paper-2024" in problem
    assert hashlib.sha256((TEXT + "\n").encode()).hexdigest() in problem
    assert problems(found) == []
    assert not found.holds


def test_an_archive_in_another_encoding_is_a_problem_and_no_crash(small):
    small()
    found = small(TEXT.encode("utf-16"), rehash=False)
    assert len(found.problems) == 1
    assert not found.holds


def test_an_absent_archive_is_named(small, tmp_path):
    small()
    empty = tmp_path / "empty"
    empty.mkdir()
    found = evidence.gather(load(tmp_path), empty)
    assert "000.txt (paper-2024) is not in" in found.problems[0]
    assert not found.holds
    with pytest.raises(UsageError, match="No folder"):
        evidence.gather(load(tmp_path), tmp_path / "nowhere")


def test_a_wrong_row_among_the_real_ones_is_found_alone(data, archived, tmp_path):
    rows = data.observations.copy()
    articles = rows[rows["source"] == "ldxh-hn-2024"]
    first, second = articles.index[:2]
    rows.loc[first, "paragraph"] += 1
    rows.loc[second, "value"] *= 10
    found = evidence.gather(replace(data, observations=rows), archived)
    wrong = found.figures[found.figures["problem"] != ""]
    assert list(wrong["observation"]) == list(rows.loc[[first, second], "observation"])


def test_a_real_article_that_was_edited_is_named(data, archived, tmp_path):
    shutil.copytree(archived, tmp_path / "sources", copy_function=shutil.copyfile)
    folder = tmp_path / "sources"
    folder.chmod(0o755)
    name = data.sources.loc[data.sources["source"] == "ldxh-hn-2024", "archive"].iloc[0]
    with open(folder / name, "ab") as file:
        file.write(b"\n")
    found = evidence.gather(data, folder)
    assert len(found.problems) == 1
    assert name in found.problems[0]
    assert (found.figures["problem"] == "").all()


def test_blank_lines_do_not_count_whatever_fills_them():
    assert paragraphs("a\n \u00a0\u2003\t\n\n  b  c\r\n\u200a\rd") == ["a", "b c", "d"]


@pytest.mark.parametrize(
    ("token", "line", "count"),
    [
        ("5 xã", "15 xã và 2,5 xã và 1.5 xã", 0),
        ("5 xã", "5 xã, 5 xã.", 2),
        ("2.500", "2.500.000", 0),
        ("2.500", "gồm 2.500.", 1),
        ("5 hộ", "5 hội", 0),
        ("5 hộ", "5 hộNăm 2023", 1),
        ("hơn 5 hộ", "nhanhơn 5 hộ", 0),
        ("0,03%", "là 0,03%/năm", 1),
        ("(5)", "mục (5)", 1),
    ],
)
def test_tokens_are_found_whole(token, line, count):
    assert len(find_spans(token, line)) == count


def test_two_rows_of_one_fraction_share_its_place():
    rows = pd.DataFrame(
        [("a", "18/30 xã", 18.0), ("b", "18/30 xã", 30.0)],
        columns=["observation", "as_printed", "value"],
    )
    line = "18/30 xã, 18/30 xã"
    assert evidence.places(line, rows, "vi") == [((0, 8), "a"), ((0, 8), "b")]
    equal = rows.assign(as_printed="30/30 xã", value=30.0)
    line = line.replace("18", "30")
    assert evidence.places(line, equal, "vi") == [((0, 8), "a"), ((0, 8), "b")]
    apart = rows.assign(as_printed="30 xã", value=30.0)
    assert evidence.places("30 xã, 30 xã", apart, "vi") == [((0, 5), "a"), ((7, 12), "b")]
