"""Lesson 1: reading an official figure."""

from ..figures import observation
from ..intervals import Interval
from .exercise import Exercise

POOR_RATE = "ldxh-hn-2024-p16-poor-rate"

EXERCISES = (
    Exercise(
        "1a",
        expected=lambda data: observation(data, POOR_RATE).interval,
        mistakes={
            "point": lambda data: observation(data, POOR_RATE).value,
            "whole_step": lambda data: Interval(
                observation(data, POOR_RATE).value - observation(data, POOR_RATE).numeral.step,
                observation(data, POOR_RATE).value + observation(data, POOR_RATE).numeral.step,
            ),
        },
        values=lambda data: {"rate": observation(data, POOR_RATE)},
    ),
)
