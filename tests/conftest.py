"""Fixtures: the shipped data, loaded once."""

import pytest

import welfare_analysis as wa


@pytest.fixture(scope="session")
def data():
    return wa.load()
