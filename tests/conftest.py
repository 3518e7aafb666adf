"""Fixtures: the shipped data, loaded once; a browser. Property tests without a deadline."""

import ctypes
import gc
import os
import shutil
import signal
import sys
from dataclasses import replace

import pytest
from hypothesis import settings

import welfare_analysis as wa
from welfare_analysis.codes import LANGUAGES

from .tiny_package import Package

# A shell that runs this in the background has it ignore Ctrl+C, and so would all that it starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

NEWEST = 116  # number of the last source when the tests that know figures were written

# A busy machine is no failure. Where CI is set, hypothesis takes its own profile, which says
# the same and repeats its examples.
settings.register_profile("unhurried", deadline=None)
if "CI" not in os.environ:
    settings.load_profile("unhurried")


def pytest_xdist_auto_num_workers():
    """Run one process more than there are cores: many tests wait for what they started."""
    return min(4, (os.cpu_count() or 1) + 1)


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Collect no garbage while tests are collected, nor ever of what was, which stays anyway."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.collect()
        gc.freeze()
        gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session")
def data():
    return wa.load()


@pytest.fixture(scope="session")
def known():
    """The shipped data without sources added later: for tests that know what the figures say.

    Where the data are corrected, such a test is looked at; where rows are added, it stays as it is.
    """
    data = wa.load()
    later = data.sources.loc[data.sources["number"] > NEWEST, "source"]
    added = data.observations["source"].isin(later)
    names = data.observations.loc[added, "observation"]
    told = data.remarks[["observations", "text_vi", "text_en"]].agg(" ".join, axis=1)
    of_added = [any(name in text for name in names) for text in told]
    return replace(
        data,
        observations=data.observations[~added].reset_index(drop=True),
        remarks=data.remarks[[not one for one in of_added]],
    )


@pytest.fixture(params=LANGUAGES)
def language(request):
    """Take each language in turn."""
    return request.param


@pytest.fixture
def tiny(tmp_path):
    """Write a small valid data package that a test may damage."""
    return Package(tmp_path)


@pytest.fixture
def unprivileged():
    """Take from root the right to pass over permissions, so that it is a user like any other."""
    if os.name != "posix":
        pytest.skip("folders have no permissions here")
    if os.geteuid():
        yield
        return
    if sys.platform != "linux":
        pytest.skip("root may write everywhere")
    libc, header = ctypes.CDLL(None, use_errno=True), (ctypes.c_uint32 * 2)(0x20080522, 0)
    held = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; then their upper halves
    assert libc.capget(header, held) == 0
    all_of_them, held[0] = held[0], held[0] & ~0b110  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
    assert libc.capset(header, held) == 0
    yield
    held[0] = all_of_them
    assert libc.capset(header, held) == 0


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
        chromium = started.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()
