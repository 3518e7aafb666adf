"""Columns fill the width they have, and take no word apart while there is room."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from welfare_analysis.report import columns, line_breaks

WORDS = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxy0123456789,.", min_size=1, max_size=14)
CELLS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


def table(head, rows, align="left"):
    def inline(text):
        return [{"t": "text", "s": text}]

    return {
        "kind": "table",
        "row_headers": True,
        "columns": [{"label": inline(text), "align": align} for text in head],
        "rows": [[inline(text) for text in row] for row in rows],
    }


@st.composite
def tables(draw, most=6):
    width = draw(st.integers(1, most))
    row = st.lists(CELLS, min_size=width, max_size=width)
    return draw(row), draw(st.lists(row, min_size=1, max_size=6))


@given(tables(), st.sampled_from(["left", "right"]))
def test_columns_fill_the_width(content, align):
    found = columns.laid_out(table(*content, align))
    width = columns.TURNED if found["turned"] else columns.UPRIGHT
    assert abs(sum(found["columns"]) - width) < 0.1
    assert min(found["columns"]) > 0


@given(tables(most=4))
def test_no_word_is_wider_than_its_column_where_they_fit(content):
    head, rows = content
    found = columns.laid_out(table(head, rows))
    assert found["fits"]
    regular, widest = line_breaks.widths("Regular")
    for x, width in enumerate(found["columns"]):
        for row in rows:
            for word in row[x].split():
                long = sum(regular.get(ord(letter), widest) for letter in word) * found["size"]
                assert long <= width - 2 * found["inset"] + 0.01


def test_many_wide_words_turn_the_page_and_then_break():
    wide = ["m" * 14] * 9
    assert columns.laid_out(table(wide, [wide]))["turned"]
    assert not columns.laid_out(table(wide, [wide]), nested=True)["turned"]
    wider = ["m" * 40] * 9
    assert not columns.laid_out(table(wider, [wider]))["fits"]


def test_few_words_take_large_type_and_sentences_small():
    assert columns.laid_out(table(["a", "b"], [["1", "2"]]))["size"] == 9
    sentence = "mười chữ trong một ô thì dài hơn một dòng " * 8
    assert columns.laid_out(table(["a", "b"], [[sentence, sentence]]))["size"] == 8


def test_a_long_head_breaks_where_its_lines_are_alike():
    head = "Chuẩn nghèo áp dụng cho số liệu này"
    (found,) = columns.laid_out(table([head], [["1"]]))["heads"]
    first, second = found.split(" ")
    assert found.replace("\u00a0", " ") == head
    bold = line_breaks.measured(bold=True, size=9)
    word = max(map(bold, head.split(" ")))
    assert abs(bold(first) - bold(second)) <= word
    assert columns.laid_out(table(["Nguồn"], [["1"]]))["heads"] == ["Nguồn"]


def test_a_title_breaks_at_a_comma_that_stands_near_its_middle():
    measure = line_breaks.measured(bold=True, size=21)
    title = "Đào tạo nghề: đạt bao nhiêu so với kế hoạch, so sánh quy mô được đến đâu?"
    first, _ = line_breaks.halves(title, measure, at_stops=30 * line_breaks.MILLIMETRE)
    assert first.endswith("hoạch,")
    assert line_breaks.halves("Một", measure) == ["Một"]


def test_a_short_table_is_kept_whole_and_a_long_one_is_not():
    few, many, tall = [["1", "2"]] * 9, [["1", "2"]] * 15, [["1", "câu " * 90]] * 5
    assert columns.laid_out(table(["a", "b"], few))["whole"]
    assert not columns.laid_out(table(["a", "b"], many))["whole"]
    assert not columns.laid_out(table(["a", "b"], tall))["whole"]


def test_a_short_name_is_not_broken_however_long_the_other_cells_are():
    sentence = "Mỗi kỳ đếm theo cách riêng, nên không cộng được với nhau. " * 4
    found = columns.laid_out(table(["Nơi", "a", "b"], [["Sông Công", sentence, sentence]] * 4))
    wide = line_breaks.measured(bold=True, size=found["size"])("Sông Công")
    assert found["columns"][0] - 2 * found["inset"] >= wide


@given(tables(most=6))
def test_no_head_is_wider_than_its_column_where_they_fit(content):
    head, rows = content
    found = columns.laid_out(table(head, rows))
    bold = line_breaks.measured(bold=True, size=found["size"])
    for said, width in zip(found["heads"], found["columns"], strict=True):
        widest = max(map(bold, said.split(" ")))
        assert not found["fits"] or widest <= width - 2 * found["inset"] + 1


def test_no_column_could_give_way_to_another_and_make_the_table_shorter():
    long = "giảm 0,16 điểm phần trăm so với ngày 01/01/2022, theo chuẩn Hà Nội"
    rows = [["Tỷ lệ hộ nghèo", "0%", long, ""], ["Số hộ cận nghèo", "0%", "", long]] * 3
    content = table(["Chỉ tiêu", "Số", "Thay đổi", "Đối chiếu"], rows)
    found = columns.laid_out(content)
    count = columns._tallness(content["columns"], rows, found["size"])
    own = [width - 2 * found["inset"] for width in found["columns"]]
    for giver, taker in itertools.permutations(range(4), 2):
        if own[giver] - 10 > 45:  # more than the longest word of any
            assert count(columns._moved(own, giver, taker, 10.0)) >= count(own)
