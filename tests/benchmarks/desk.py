"""Measure how long the desk takes from a change by its reader to the last thing that changes.

Run it on an idle machine as ``python tests/benchmarks/desk.py``, with a number for how often each
change is made.  JupyterLab and Chromium are real; the clock is that of the page, and stops when
the kernel is idle and nothing at the desk has changed for a fifth of a second.  One change a
line, then the median and the 95th percentile of what was not seen before, theme and language
included, and of what was.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from tests.explore import lab

NOTEBOOK = Path(__file__).resolve().parents[2] / "notebooks" / "explore.ipynb"
MEDIAN, SLOWEST = 150, 400  # milliseconds: what is asked of an idle machine

# Acts on an element and tells after how many milliseconds the desk last changed: when the kernel
# has done its work, and nothing has changed for a while.
_TIMED = """(element, act) => new Promise(done => {
  const desk = document.querySelector('.jp-OutputArea-output .wa-desk');
  const { kernel } = jupyterapp.shell.currentWidget.sessionContext.session;
  let worked = false, last = performance.now();
  const begun = last;
  const working = () => { worked = worked || kernel.status === 'busy'; };
  kernel.statusChanged.connect(working);
  const watch = new MutationObserver(() => { last = performance.now(); });
  watch.observe(desk, { subtree: true, childList: true, characterData: true, attributes: true });
  if (act === 'click') element.click();
  else { element.selectedIndex = act;
         element.dispatchEvent(new Event('change', { bubbles: true })); }
  const until = setInterval(() => {
    if (worked && kernel.status === 'idle' && performance.now() - last > 200) {
      clearInterval(until); watch.disconnect(); kernel.statusChanged.disconnect(working);
      done(last - begun);
    }
  }, 20);
})"""


def changes(page, number: int) -> list[tuple[str, bool, object, object]]:
    """List what a reader changes in a round, whether it asks for what was not seen before, and how.

    Every round has an indicator and a theme of its own; what leads back has been seen.
    """
    desk = page.locator(".jp-OutputArea-output .wa-desk")
    place = desk.locator(".wa-areas input").nth(1)
    theme, indicator = (desk.locator("select").nth(place) for place in (0, 1))
    others = theme.locator("option").count() - 1
    english, vietnamese = (
        desk.get_by_role("button", name=name, exact=True) for name in ("English", "Tiếng Việt")
    )
    return [
        ("another indicator", True, indicator, number + 1),
        ("another language", True, english, "click"),
        ("a place less", True, place, "click"),
        ("the language before", True, vietnamese, "click"),
        ("a place more", False, place, "click"),
        ("the indicator before", False, indicator, 0),
        ("another theme", number < others, theme, number % others + 1),
        ("the theme before", False, theme, 0),
    ]


def main(rounds: int) -> int:
    """Make every change so many times; 0 where what is new comes as fast as is asked."""
    home = Path(tempfile.mkdtemp())
    (home / "notebooks").mkdir()
    shutil.copy(NOTEBOOK, home / "notebooks")
    told: dict[str, list[float]] = {}
    every: dict[bool, list[float]] = {True: [], False: []}
    with lab.server(home, home / "notebooks") as address, lab.page(address, NOTEBOOK.name) as page:
        lab.run_all(page)
        for number in range(rounds):
            for name, new, element, act in changes(page, number):
                took = element.evaluate(_TIMED, act)
                told.setdefault(name, []).append(took)
                every[new].append(took)
    shutil.rmtree(home)
    for name, times in told.items():
        print(f"{name:22} first {times[0]:5.0f} ms, then {statistics.median(times[1:]):5.0f} ms")
    for new, times in every.items():
        median, slowest = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        kind = "new" if new else "seen before"
        print(f"{kind}: median {median:.0f} ms, 95th percentile {slowest:.0f} ms of {len(times)}")
    times = every[True]
    slow = statistics.median(times) > MEDIAN, statistics.quantiles(times, n=20)[-1] > SLOWEST
    return int(any(slow))


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
