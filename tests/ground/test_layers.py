"""Layers: imports point one way, and importing the package is light."""

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

import welfare_analysis

ROOT = Path(welfare_analysis.__file__).parent
GROUND = {"errors", "codes", "texts", "messages", "arguments", "files"}
# From the bottom: a room may import the ground, itself and the rooms before it.
ROOMS = ["data", "judge", "show", "report", "explore", "lessons", "curation", "doctor", "cli"]
ABOVE = {"__init__", "__main__"}


def modules():
    for path in sorted(ROOT.rglob("*.py")):
        yield path, path.relative_to(ROOT).with_suffix("").parts


def floor(parts):
    return len(ROOMS) if parts[0] in ABOVE else ROOMS.index(parts[0]) if parts[0] in ROOMS else -1


def imported(path, parts):
    """Yield dotted names inside the package that a module imports, also inside functions."""
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


def test_every_module_has_a_room():
    assert {parts[0] for _, parts in modules()} == {*GROUND, *ROOMS, *ABOVE}


def test_imports_point_down():
    wrong = [
        f"{'.'.join(parts)} imports {'.'.join(target)}"
        for path, parts in modules()
        for target in imported(path, parts)
        if target and floor(target) > floor(parts)
    ]
    assert not wrong


def defined(path):
    """Return the names that a module defines, or says it hands on."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        names = {one.id for target in targets for one in ast.walk(target) if hasattr(one, "id")}
        found |= set(ast.literal_eval(node.value)) if "__all__" in names else names
    return found


def test_names_are_taken_from_where_they_are_defined():
    files = {parts: path for path, parts in modules() if parts[-1] != "__init__"}
    own = {parts: defined(path) for parts, path in files.items()}
    wrong = [
        f"{'.'.join(parts)} takes {alias.name} from {'.'.join(target)}"
        for parts, path in files.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level and node.module
        if (target := (*parts[: len(parts) - node.level], *node.module.split("."))) in files
        for alias in node.names
        if alias.name not in own[target]
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


def test_no_name_stands_twice():
    names = Counter(path.stem for path, _ in modules() if path.stem not in ABOVE)
    classes = Counter(
        node.name
        for path, _ in modules()
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert not [name for name, times in (*names.items(), *classes.items()) if times > 1]


def test_every_folder_says_what_lives_there():
    silent = [
        str(folder.relative_to(ROOT))
        for folder in {path.parent for path, _ in modules()}
        if not ast.get_docstring(ast.parse((folder / "__init__.py").read_text(encoding="utf-8")))
    ]
    assert not silent


def test_modules_stay_readable():
    long = {
        str(path.relative_to(ROOT)): lines
        for path, _ in modules()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long


def test_importing_the_package_loads_nothing_heavy():
    code = "import sys, welfare_analysis; print(*{m.partition('.')[0] for m in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent
    ).stdout.split()
    assert not {"pandas", "numpy", "matplotlib", "seaborn", "papermill", "typst", "babel"} & set(
        loaded
    )
