"""Layers: imports point one way, and importing the package is light."""

import ast
import subprocess
import sys
from pathlib import Path

import welfare_analysis

ROOT = Path(welfare_analysis.__file__).parent

# Design, "Layers": a module may import its own layer and those above it in this list.
LAYERS = [
    ["errors", "codes", "arguments"],
    ["showing", "language", "intervals", "messages"],
    [
        "notation",
        "numerals",
        "tabular",
        "reads",
        "namespaces",
        "catalogue",
        "names",
        "selection",
        "figures",
        "evidence",
    ],
    [
        "exports",
        "derived",
        "measures",
        "reasons",
        "comparison",
        "checks",
        "auditing",
        "headlines",
        "profiles",
        "quality",
        "relations",
    ],
    ["tables", "charts", "prose", "views"],
    ["reporting"],
    ["explore", "lessons"],
    [
        "completion",
        "answers",
        "curation",
        "doctor",
        "listing",
        "options",
        "command",
        "__init__",
        "__main__",
    ],
]
LAYER = {name: number for number, names in enumerate(LAYERS) for name in names}


def modules():
    for path in sorted(ROOT.rglob("*.py")):
        yield path, path.relative_to(ROOT).with_suffix("").parts


def imported(path, parts):
    """Yield dotted names inside the package that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = parts[: len(parts) - node.level]
            module = tuple(node.module.split(".")) if node.module else ()
            for alias in node.names:
                yield (*base, *module) if module else (*base, alias.name)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(
            "welfare_analysis."
        ):
            yield tuple(node.module.split(".")[1:])


def test_every_module_has_a_layer():
    assert {parts[0] for _, parts in modules()} <= set(LAYER)


def test_imports_point_up_the_list():
    wrong = [
        f"{'.'.join(parts)} imports {'.'.join(target)}"
        for path, parts in modules()
        for target in imported(path, parts)
        if target and target[0] in LAYER and LAYER[target[0]] > LAYER[parts[0]]
    ]
    assert not wrong


def test_there_are_no_circles():
    edges = {}
    for path, parts in modules():
        name = ".".join(parts)
        edges[name] = {".".join(target) for target in imported(path, parts)}
    done, open_ = set(), []

    def visit(name):
        assert name not in open_, f"circle: {' -> '.join([*open_[open_.index(name) :], name])}"
        if name in done or name not in edges:
            return
        open_.append(name)
        for target in edges[name]:
            visit(target)
        open_.pop()
        done.add(name)

    for name in edges:
        visit(name)


def test_modules_stay_readable():
    long = {str(path.relative_to(ROOT)): lines for path, _ in modules()
            if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300}  # fmt: skip
    assert not long


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, welfare_analysis; print(*{m.partition('.')[0] for m in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent
    ).stdout.split()
    assert not {"pandas", "numpy", "matplotlib", "seaborn", "papermill", "typst", "babel"} & set(
        loaded
    )
