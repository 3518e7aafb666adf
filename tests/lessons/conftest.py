"""Fixtures: lessons opened once, and their parts as committed (vi) or run in English."""

import functools

import pytest

from welfare_analysis.catalogue import default_directory
from welfare_analysis.lessons import source
from welfare_analysis.lessons.course import lesson
from welfare_analysis.lessons.execution import execute


@pytest.fixture(scope="session")
def opened(data):
    """Open a lesson in a language, each once."""
    return functools.cache(lambda number, language: lesson(number, language, data))


@pytest.fixture(scope="session")
def parts():
    """Give the parts of a lesson with their outputs: in Vietnamese those that are committed."""

    @functools.cache
    def found(number, language):
        notebook = source.read(number)
        if language != "vi":
            notebook = execute(notebook, language, default_directory())
        return source.parts(notebook, language)

    return found
