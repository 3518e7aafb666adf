"""Draw the house: the rooms of the package, and which of them uses which.

``python docs/house.py`` writes ``docs/house.svg`` from the imports as they are; a test tells when
it is out of date.
"""

from __future__ import annotations

import ast
import functools
import sys
import textwrap
from html import escape
from pathlib import Path

import welfare_analysis

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "tests" / "ground"))

from test_layers import GROUND, ROOMS, ROOT, imported, modules  # noqa: E402

NAMES = "import welfare_analysis"  # the other door beside the command line
# Where a room stands on its floor; the floor follows from what it uses.
LEFT, MIDDLE, RIGHT = 158, 480, 802
COLUMNS = {"curation": LEFT, "explore": RIGHT, NAMES: RIGHT}
WIDTH, BOX, HEIGHT, STOREY = 960, 304, 106, 138

STYLE = """
rect { fill: #f4f6f8; stroke: #8795a1 }
text { fill: #1c2733; font: 13px system-ui, sans-serif; text-anchor: middle }
.name { font-size: 16px; font-weight: 600 }
.uses { fill: #4d5b68; font-size: 12px }
path { fill: none; stroke: #7a8794; stroke-width: 1.5 }
marker path { fill: #7a8794; stroke: none }
@media (prefers-color-scheme: dark) {
  rect { fill: #1d262f }
  text { fill: #e6ebf0 }
  .uses { fill: #a9b6c2 }
}
"""


@functools.cache
def uses() -> dict[str, set[str]]:
    """Return the rooms that each room uses, from the imports of its modules."""
    found: dict[str, set[str]] = {name: set() for name in ("ground", *ROOMS)}
    for path, parts in modules():
        if parts[0] in ROOMS:
            found[parts[0]] |= {room(target[0]) for target in imported(path, parts) if target}
    lazy = {**welfare_analysis._HOMES, **welfare_analysis._MODULES}
    found[NAMES] = {room(home.partition(".")[0]) for home in lazy.values()}
    return {name: {one for one in used if one in found} - {name} for name, used in found.items()}


def room(name: str) -> str:
    return "ground" if name in GROUND else name


def floors(used: dict[str, set[str]]) -> dict[str, int]:
    """Return the floor of each room: one above the highest room that it uses."""

    def floor(name: str) -> int:
        return max((floor(one) + 1 for one in used[name]), default=0)

    found = {name: floor(name) for name in used}
    return found | {name: max(found.values()) for name in ("cli", NAMES)}


def nearest(used: dict[str, set[str]]) -> list[tuple[str, str]]:
    """Return the arrows to draw: a room that is used through another one needs none."""

    def below(name: str) -> set[str]:
        return used[name].union(*(below(one) for one in used[name]))

    return [
        (name, one)
        for name, rooms in used.items()
        for one in sorted(rooms)
        if not any(one in below(other) for other in rooms)
    ]


def says(name: str) -> str:
    """Return what the first line of a room's docstring says."""
    if name == "ground":
        return ", ".join(sorted(GROUND))
    if name == NAMES:
        return "the public names, for notebooks and programs"
    first = ast.get_docstring(ast.parse((ROOT / name / "__init__.py").read_text("utf-8")))
    return first.partition("\n\n")[0].partition(": ")[2].rstrip(".").replace("``", "")


def draw() -> str:
    """Return the picture as SVG text."""
    used = uses()
    floor = floors(used)
    top = max(floor.values())
    x = {name: COLUMNS.get(name, MIDDLE) for name in used}
    y = {name: 12 + (top - floor[name]) * STOREY for name in used}
    assert len({(x[name], y[name]) for name in used}) == len(used), "two rooms in one place"
    arrows = [_arrow(x[a], y[a], x[b], y[b]) for a, b in nearest(used)]
    order = ["ground", *ROOMS]
    boxes = [
        _box(name, x[name], y[name], says(name), sorted(used[name], key=order.index))
        for name in used
    ]
    height = (top + 1) * STOREY - (STOREY - HEIGHT) + 24
    told = "; ".join(
        f"{name} uses {', '.join(sorted(rooms))}" for name, rooms in used.items() if rooms
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
            f'aria-labelledby="title desc">',
            '<title id="title">The rooms of welfare_analysis, and which uses which</title>',
            f'<desc id="desc">{escape(told)}.</desc>',
            f"<style>{STYLE}</style>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" '
            'markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>',
            *arrows,
            *boxes,
            "</svg>\n",
        ]
    )


def _box(name: str, x: int, y: int, text: str, used: list[str]) -> str:
    told = f"uses {', '.join(used)}" if used else ""
    rows = [
        ("name", name),
        *(("says", line) for line in textwrap.wrap(text, 44, max_lines=2, placeholder=" …")),
        *(("uses", line) for line in textwrap.wrap(told, 44)),
    ]
    step = 19
    start = y + (HEIGHT - step * len(rows)) / 2 + 14
    texts = [
        f'<text class="{kind}" x="{x}" y="{start + step * number:g}">{escape(line)}</text>'
        for number, (kind, line) in enumerate(rows)
    ]
    box = f'<rect x="{x - BOX / 2:g}" y="{y}" width="{BOX}" height="{HEIGHT}" rx="6"/>'
    return "\n".join([box, *texts])


def _arrow(x: int, y: int, to_x: int, to_y: int) -> str:
    side = 1 if to_x > x else -1
    if x == to_x:
        way = f"M{x} {y + HEIGHT}V{to_y - 2}"
    elif to_x == MIDDLE:  # down beside the other rooms, then in from the side
        from_x, in_y = x + side * BOX // 4, to_y + HEIGHT // 2
        way = f"M{from_x} {y + HEIGHT}V{in_y}H{to_x - side * (BOX // 2 + 2)}"
    else:
        way = f"M{x + side * BOX // 2} {y + HEIGHT // 2}H{to_x}V{to_y - 2}"
    return f'<path d="{way}" marker-end="url(#tip)"/>'


if __name__ == "__main__":
    (HERE / "house.svg").write_text(draw(), encoding="utf-8")
