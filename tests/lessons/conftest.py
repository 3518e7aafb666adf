"""Fixtures: lessons opened once, and their parts as committed."""

import functools

import pytest

from welfare_analysis.lessons import source
from welfare_analysis.lessons.course import lesson


@pytest.fixture(scope="session")
def opened(data):
    """Open a lesson in a language, each once."""
    return functools.cache(lambda number, language: lesson(number, language, data))


@pytest.fixture(scope="session")
def parts():
    """Give the parts of a lesson with the outputs that are committed.

    Sentences of both languages are among them; tables and replies are those of a run in
    Vietnamese.
    """
    return functools.cache(lambda number, language: source.parts(source.read(number), language))
