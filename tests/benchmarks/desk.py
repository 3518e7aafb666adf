"""Measure how long the desk takes from a change by its reader to the last thing that changes.

Run it on an idle machine as ``python tests/benchmarks/desk.py``, with a number for how often each
change is made.  JupyterLab and Chromium are real; the clock is that of the page, and stops when
the kernel is idle and nothing at the desk has changed for a fifth of a second.  One change a
line, then the median and the 95th percentile of all, theme and language included.
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


def changes(page) -> list[tuple[str, object, object]]:
    """List what a reader changes, one after the other, and back again."""
    desk = page.locator(".jp-OutputArea-output .wa-desk")
    place = desk.locator(".wa-areas input").nth(1)
    theme, indicator = (desk.locator("select").nth(number) for number in (0, 1))
    english, vietnamese = (
        desk.get_by_role("button", name=name, exact=True) for name in ("English", "Tiếng Việt")
    )
    return [
        ("a place less", place, "click"),
        ("a place more", place, "click"),
        ("another indicator", indicator, 1),
        ("the indicator before", indicator, 0),
        ("another theme", theme, 1),
        ("the theme before", theme, 0),
        ("another language", english, "click"),
        ("the language before", vietnamese, "click"),
    ]


def main(rounds: int) -> int:
    """Make every change so many times; 0 where the medians are as asked."""
    home = Path(tempfile.mkdtemp())
    (home / "notebooks").mkdir()
    shutil.copy(NOTEBOOK, home / "notebooks")
    told: dict[str, list[float]] = {}
    with lab.server(home, home / "notebooks") as address, lab.page(address, NOTEBOOK.name) as page:
        lab.run_all(page)
        for _ in range(rounds + 1):
            for name, element, act in changes(page):
                told.setdefault(name, []).append(element.evaluate(_TIMED, act))
    shutil.rmtree(home)
    for name, times in told.items():
        print(f"{name:22} first {times[0]:5.0f} ms, then {statistics.median(times[1:]):5.0f} ms")
    every = [one for times in told.values() for one in times[1:]]
    median, slowest = statistics.median(every), statistics.quantiles(every, n=20)[-1]
    print(f"median {median:.0f} ms, 95th percentile {slowest:.0f} ms of {len(every)} changes")
    return int(median > MEDIAN or slowest > SLOWEST)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10))
