"""Odd answers: whatever a student hands in, a check replies and never breaks or agrees."""

import datetime
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import welfare_analysis as wa
from welfare_analysis.lessons.course import exercises, numbers

NOT_TEXT = (
    -1,
    3.5,
    float("nan"),
    float("inf"),
    np.float64(2),
    np.array([1, 2]),
    b"x",
    pd.Series([1, 2]),
    pd.DataFrame({"a": [1]}),
    Path("x.pdf"),
    datetime.date(1999, 1, 1),
    object(),
    wa,
    wa.compare,
    Exception("x"),
    range(3),
    wa.Interval(-7, -6),
)
TEXT = ("x", "A, B", "?" * 400, "1e999", "{braces} *stars* <tags>", "không biết")
SEVERAL = (
    [-1],
    [None],
    ["a", 1],
    {-1},
    ("a", "b", "c"),
    ("urban_share", 1, 2),
    {"A": -1},
    {"observation": -1},
    {"observation": "x", "value": "y"},
    {-1: {}},
)


@pytest.mark.parametrize("number", numbers())
@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_odd_answer_breaks_a_check_or_passes_it(data, number, language):
    lesson = wa.lesson(number, language, data)
    odd = (*NOT_TEXT, *TEXT, *SEVERAL, wa.one(data, "population", "VN-HN", 2019), data)
    passed = {
        (key, repr(answer)[:40])
        for key in exercises(number)
        for answer in odd
        if lesson.check(key, answer).verdict == "right"
    }
    assert not passed
