"""Fixtures: each lesson run once, as the command runs it, and its notebook as committed."""

import functools

import pytest

from welfare_analysis.catalogue import default_directory
from welfare_analysis.lessons import source
from welfare_analysis.lessons.course import lesson
from welfare_analysis.lessons.execution import execute
from welfare_analysis.lessons.publish import _facts


@functools.cache
def committed(number):
    return source.read(number)


@pytest.fixture(scope="session")
def opened(data):
    """Open a lesson in a language, each once."""
    return functools.cache(lambda number, language: lesson(number, language, data))


@pytest.fixture(scope="session")
def run():
    """Run a lesson in a language, each once."""
    return functools.cache(
        lambda number, language: execute(source.read(number), language, default_directory())
    )


@pytest.fixture(scope="session")
def facts():
    return _facts(default_directory())
