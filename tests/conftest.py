"""Fixtures: the shipped data, loaded once. Property tests without a deadline."""

import os

import pytest
from hypothesis import settings

import welfare_analysis as wa

# A busy machine is no failure. Where CI is set, hypothesis takes its own profile, which says
# the same and repeats its examples.
settings.register_profile("unhurried", deadline=None)
if "CI" not in os.environ:
    settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def data():
    return wa.load()
