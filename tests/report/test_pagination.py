"""Pages are planned from positions alone: voids are filled, notes kept, nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welfare_analysis.report import line_breaks, pagination
from welfare_analysis.report.pagination import BOTTOM, MILLIMETRE, TOP

FULL = BOTTOM - TOP
HEIGHTS = {"paragraph": 20, "heading": 10, "list": 30, "table": 40, "figure": 80, "references": 60}


def block(kind, name, height=None, rows=3):
    found = {"kind": kind, "name": name, "height": (height or HEIGHTS[kind]) * MILLIMETRE}
    return found | ({"rows": [[]] * rows} if kind == "table" else {})


def lay_out(blocks):
    """Lay blocks out as the template does: figures never break, headings stay with what follows."""
    marks, page, y = [], 1, TOP
    for index, one in enumerate(blocks):
        height = ahead = one["height"]
        if one["kind"] == "heading" and index + 1 < len(blocks):
            ahead += blocks[index + 1]["height"]
        breaks = one["kind"] in ("paragraph", "list", "references") or (
            one["kind"] == "table" and one.get("whole") is False
        )
        if y + ahead > BOTTOM and not breaks:
            page, y = page + 1, TOP
        marks.append(["start", index, 0, page, y])
        for number, part in enumerate(one.get("items", [height])):
            if number:
                marks.append(["item", index, number, page, y])
            y += part
            while y > BOTTOM:
                page, y = page + 1, y - FULL
        marks.append(["end", index, 0, page, y])
    return [*marks, ["end", len(blocks), 0, page, y]]


def voids(blocks):
    """Return what is left empty above every figure that begins a page, in millimetres."""
    found, places = [], pagination.places(lay_out(blocks))
    for index, one in enumerate(blocks):
        head = index
        while head and blocks[head - 1]["kind"] == "heading":
            head -= 1
        if one["kind"] == "figure" and head:
            before, figure = places[head - 1], places[index]
            if before.end[0] < figure.start[0]:
                found.append((BOTTOM - before.end[1]) / MILLIMETRE)
    return found


def names(blocks):
    return [one["name"] for one in blocks]


def test_a_figure_is_not_set_smaller_where_no_text_can_move():
    blocks = [block("paragraph", "a", 172), block("figure", "b", 80)]
    assert voids(blocks)
    assert pagination.arrange(blocks, lay_out) == blocks


def test_text_moves_before_a_figure_that_does_not_fit():
    blocks = [
        block("paragraph", "a", 150),
        block("heading", "h"),
        block("figure", "f", 150),
        block("paragraph", "b", 50),
        block("paragraph", "c", 20),
    ]
    arranged = pagination.arrange(blocks, lay_out)
    assert names(arranged)[:4] == ["a", "h", "b", "f"]
    assert max(voids(arranged), default=0) <= 45


def test_text_never_moves_over_a_heading():
    blocks = [
        block("paragraph", "a", 150),
        block("figure", "f", 150),
        block("heading", "h"),
        block("paragraph", "b", 50),
    ]
    assert names(pagination.arrange(blocks, lay_out)) == ["a", "f", "h", "b"]


@pytest.mark.parametrize("kind", ["list", "table"])
def test_a_figure_passes_what_it_follows_rather_than_leave_a_void(kind):
    blocks = [
        block("heading", "h"),
        block("paragraph", "a", 30),
        {**block(kind, "t", 130), "whole": False},
        block("figure", "f", 110),
        block("heading", "i"),
        block("paragraph", "b", 50),
    ]
    assert max(voids(blocks)) > 45
    arranged = pagination.arrange(blocks, lay_out)
    assert names(arranged) == ["h", "a", "f", "t", "i", "b"]
    assert not voids(arranged)


def listed(name, *heights):
    parts = [height * MILLIMETRE for height in heights]
    return {**block("list", name, sum(heights)), "items": parts, "ordered": False}


@pytest.mark.parametrize(
    ("heights", "kept"),
    [
        ((100, 49, 20, 20), [2, 2]),  # two items on the page before the figure
        ((120, 60, 20), [1, 2]),  # one that crosses to it goes along
        ((120, 60), [1, 1]),
    ],
)
def test_a_figure_parts_a_list_whose_end_would_leave_its_page_void(heights, kept):
    blocks = [block("paragraph", "a", 100), listed("b", *heights), block("figure", "c", 245)]
    for after in ([], [block("heading", "d"), block("paragraph", "e")]):
        arranged = pagination.arrange([*blocks, *after], lay_out)
        assert names(arranged) == ["a", "b", "c", "b", *names(after)]
        assert [len(one["items"]) for one in arranged if one["name"] == "b"] == kept
        assert [*arranged[1]["items"], *arranged[3]["items"]] == blocks[1]["items"]
    for other in ({"ordered": True}, listed("b", 100, 70)):  # or it would leave that page void
        blocks[1] |= other
        assert pagination.arrange(blocks, lay_out) == blocks


def test_a_figure_in_its_place_stays_as_it_is():
    blocks = [block("paragraph", "a", 40), block("figure", "f", 100), block("paragraph", "b", 40)]
    assert pagination.arrange(blocks, lay_out) == blocks


def test_a_note_takes_the_last_rows_with_it():
    def parted(blocks):
        marks = [
            ["start", 0, 0, 1, TOP],
            ["before", 0, 0, 1, 600],
            ["row", 0, 0, 1, 700],
            ["note", 0, 0, 2, TOP],
            ["end", 0, 0, 2, 90],
            ["end", 1, 0, 2, 400],
        ]
        return marks if "split" not in blocks[0] else [marks[0], *marks[-2:]]

    (arranged,) = pagination.arrange([block("table", "t", rows=9)], parted)
    assert arranged["split"] == 7


def test_a_short_table_breaks_rather_than_leave_a_large_void():
    blocks = [block("paragraph", "a", 175), block("table", "t", 85), block("paragraph", "b", 30)]
    arranged = pagination.arrange(blocks, lay_out)
    assert arranged[1]["whole"] is False


@pytest.mark.parametrize(("void", "parted"), [(60, True), (30, None)])
def test_terms_fill_what_is_left_of_a_page(void, parted):
    def lay(blocks):
        end = BOTTOM - void * MILLIMETRE
        broken = blocks[1].get("parted")
        starts = (1, end + 9) if broken else (2, TOP + 20)
        marks = [["start", 0, 0, 1, TOP], ["end", 0, 0, 1, end], ["start", 1, 0, *starts]]
        return [*marks, ["end", 1, 0, 2, 150], ["end", 2, 0, 2, 600]]

    terms = {**block("list", "t"), "role": "glossary"}
    arranged = pagination.arrange([block("paragraph", "a"), terms], lay)
    assert arranged[1].get("parted") is parted


def test_references_are_set_smaller_to_take_back_a_last_page():
    def lay(blocks):
        marks = lay_out(blocks)
        return [*marks[:-1], ["end", 2, 0, 1 if blocks[-1].get("dense") else 2, TOP + 9]]

    arranged = pagination.arrange([block("paragraph", "a"), block("references", "r")], lay)
    assert arranged[-1]["dense"]


@pytest.mark.parametrize(("height", "fresh"), [(190, True), (90, False)])
def test_smaller_references_keep_their_page_unless_they_fit_before_it(height, fresh):
    def lay(blocks):
        marks = [["start", 0, 0, 1, TOP], ["end", 0, 0, 1, 600], ["little", 1, height, 2, TOP]]
        return [*marks, ["end", 1, 0, 2, 650], ["end", 2, 0, 2 + ("dense" not in blocks[1]), 90]]

    blocks = [block("paragraph", "a"), {**block("references", "r"), "fresh": True, "turned": 2}]
    arranged = pagination.arrange(blocks, lay)
    assert arranged[1]["dense"]
    assert arranged[1]["fresh"] is fresh


def test_references_that_nearly_fit_are_set_smaller_and_not_sent_to_a_new_page():
    def lay(blocks):
        height = 155 if blocks[1].get("dense") else 165
        marks = [["start", 0, 0, 1, TOP], ["end", 0, 0, 1, 590], ["little", 1, height, 1, 600]]
        return [*marks, ["end", 1, 0, 2, 650], ["end", 2, 0, 2, 700]]

    arranged = pagination.arrange([block("paragraph", "a"), block("references", "r")], lay)
    assert arranged[1]["dense"]
    assert not arranged[1].get("fresh")


def test_a_last_page_that_cannot_be_taken_back_costs_one_layout_more():
    tried = []

    def lay(blocks):
        tried.append(blocks)
        return [*lay_out(blocks)[:-1], ["end", 2, 0, 2, TOP + 9]]

    blocks = [block("figure", "f", 60), block("references", "r")]
    assert pagination.arrange(blocks, lay) == blocks
    assert len(tried) == 2


@given(
    st.lists(
        st.builds(
            block,
            st.sampled_from(["paragraph", "heading", "list", "table", "figure"]),
            st.integers(0, 99),
            st.integers(5, 160),
        ),
        min_size=1,
        max_size=25,
    )
)
def test_nothing_is_lost_and_figures_stay_as_they_are(blocks):
    arranged = pagination.arrange(blocks, lay_out)
    assert sorted(map(str, names(arranged))) == sorted(map(str, names(blocks)))
    kept = ("heading", "figure", "references")
    outline = [one["name"] for one in blocks if one["kind"] in kept]
    assert [one["name"] for one in arranged if one["kind"] in kept] == outline
    figures = [[one for one in each if one["kind"] == "figure"] for each in (arranged, blocks)]
    assert figures[0] == figures[1]
    assert pagination.arrange(blocks, lay_out) == arranged


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("8.417 người (tháng 1–8/2024)", "8.417~người (tháng~1–8/2024)"),
        ("106,7% kế hoạch năm 2023", "106,7%~kế hoạch năm~2023"),
        ("cuối năm 2023 còn 690 hộ", "cuối năm~2023 còn 690~hộ"),
        ("2023 là năm cuối", "2023 là năm cuối"),
        ("31/12/2023 theo chuẩn", "31/12/2023 theo chuẩn"),
        ("TP. Hồ Chí Minh – Sơn La", "TP.~Hồ~Chí~Minh~– Sơn La"),
        ("Table 2, para. 16", "Table~2, para.~16"),
        ("10.9 percentage points", "10.9~percentage points"),
        ("31 Dec 2018, May 2020", "31~Dec~2018, May~2020"),
    ],
)
def test_what_belongs_together_is_tied(text, tied):
    assert line_breaks.tied(text).replace("\u00a0", "~") == tied


@given(st.text())
def test_tying_changes_spaces_only(text):
    assert line_breaks.tied(text).replace("\u00a0", " ") == text.replace("\u00a0", " ")


def test_code_is_not_tied():
    content = [
        {"kind": "paragraph", "content": [{"t": "code", "s": "5 x"}, {"t": "text", "s": "5 x"}]}
    ]
    code, text = line_breaks.tied_all(content)[0]["content"]
    assert (code["s"], text["s"]) == ("5 x", "5\u00a0x")
