"""Fixtures: the shipped data, loaded once; a browser. Property tests without a deadline."""

import os
import shutil
import signal

import pytest
from hypothesis import settings

import welfare_analysis as wa

from .tiny_package import Package

# A shell that runs this in the background has it ignore Ctrl+C, and so would all that it starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A busy machine is no failure. Where CI is set, hypothesis takes its own profile, which says
# the same and repeats its examples.
settings.register_profile("unhurried", deadline=None)
if "CI" not in os.environ:
    settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def data():
    return wa.load()


@pytest.fixture
def tiny(tmp_path):
    """Write a small valid data package that a test may damage."""
    return Package(tmp_path)


# Of a module and not of the whole run: while Playwright is at work its event loop is this
# process's running one, and neither a second browser nor asyncio could start beside it.
@pytest.fixture(scope="module")
def browser():
    """Start the Chromium of this machine."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        pytest.skip("no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()
