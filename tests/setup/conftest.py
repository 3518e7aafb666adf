from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def project():
    """The folder of the project."""
    return Path(__file__).resolve().parents[2]
