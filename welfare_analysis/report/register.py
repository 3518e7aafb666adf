"""Register of reports: ``reports/reports.yml`` read as plain text values, strictly.

YAML is read without tags, aliases or type guessing: every scalar is text, and a notebook's own
declaration decides what it becomes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ..codes import LANGUAGES
from ..errors import UnknownName, UsageError
from ..files import bytes_of
from ..texts import seen

MOST_BYTES = 1_000_000
_MOST_EVENTS = 100_000  # of YAML, some nine a report
_KEYS = ("notebook", "parameters", "each", "least", "output", "timeout", "theme")
_PUBLISHER = ("organisation", "contact", "next")
_TIMEOUT = 300
_DEEPEST = 8
_WHOLE = re.compile("[0-9]{1,6}")


@dataclass(frozen=True)
class Report:
    """One entry of the register.

    Attributes
    ----------
    name : str
        How the report is called on the command line.
    notebook : str
        Path relative to the project, with ``/``.
    parameters : dict
        Fixed parameters, as text or lists of text.
    each : dict
        Parameters of which every value makes a report of its own.
    output : str
        File name without ``.pdf``; ``{parameter}`` stands for a value.
    timeout : int
        Seconds that one run of the notebook may take.
    theme : str
        What the index of all reports lists it under: a theme of the data, ``overview`` or
        ``quality``; empty for the report of a place.
    least : dict
        How many values a parameter that is a list must hold.
    """

    name: str
    notebook: str
    parameters: dict = field(default_factory=dict)
    each: dict = field(default_factory=dict)
    output: str = ""
    timeout: int = _TIMEOUT
    theme: str = ""
    least: dict = field(default_factory=dict)


def project() -> Path:
    """Return the folder that holds ``reports/reports.yml`` and ``notebooks/``.

    A checkout wins; otherwise the copy that an installed wheel carries.
    """
    package = Path(__file__).resolve().parent.parent
    checkout, share = package.parent, package / "share"
    listed = (checkout / "reports" / "reports.yml").is_file()
    return checkout if listed or not share.is_dir() else share


def read_reports(file: Path | None = None) -> list[Report]:
    """Read the register of reports.

    Parameters
    ----------
    file : path, optional
        ``reports/reports.yml`` of the project when absent.

    Raises
    ------
    UsageError
        Naming file, line and what is wrong.
    """
    file = path_of(file)
    content = _parse(file)
    _check_keys(content, ("reports", "publisher"), file, "the file")
    entries = content.get("reports")
    if not isinstance(entries, dict) or not entries:
        raise UsageError(f"{file}: expected `reports:` with one entry a report.")
    return [_report(name, entry, file) for name, entry in entries.items()]


def read_publisher(file: Path | None = None) -> dict[str, dict[str, str]]:
    """Read who publishes the reports: for each key its words by language; none without any.

    Raises
    ------
    UsageError
        Naming the file and what is wrong.
    """
    file = path_of(file)
    found = _parse(file).get("publisher", {})
    _check_keys(found, _PUBLISHER, file, "`publisher`")
    for name, words in found.items():
        where = f"{name!r} of `publisher`"
        _check_keys(words, LANGUAGES, file, where)
        if set(words) != set(LANGUAGES) or not all(isinstance(one, str) for one in words.values()):
            raise UsageError(
                f"{file}: {where} must hold a text in each of: {', '.join(LANGUAGES)}."
            )
    return found


def path_of(file: Path | None) -> Path:
    """Return the path of the register: the one given, or the project's."""
    return Path(file) if file is not None else project() / "reports" / "reports.yml"


def _report(name: str, entry: object, file: Path) -> Report:
    where = f"report {name!r}"
    if not isinstance(entry, dict):
        raise UsageError(f"{file}: {where} must be a list of keys: {', '.join(_KEYS)}.")
    _check_keys(entry, _KEYS, file, where)
    if not isinstance(entry.get("notebook"), str):
        raise UsageError(f"{file}: {where} names no notebook.")
    parameters, each = entry.get("parameters", {}), entry.get("each", {})
    for key, value in (("parameters", parameters), ("each", each)):
        if not isinstance(value, dict):
            raise UsageError(f"{file}: {key!r} of {where} must be `name: value` pairs.")
    for parameter, values in each.items():
        if (
            not isinstance(values, list)
            or not values
            or not all(isinstance(v, str) for v in values)
        ):
            raise UsageError(f"{file}: `each: {parameter}` of {where} must be a list of values.")
    default = "_".join([name, *("{" + parameter + "}" for parameter in each)])
    output = entry.get("output", default)
    if not isinstance(output, str):
        raise UsageError(f"{file}: 'output' of {where} must be a file name without '.pdf'.")
    theme = entry.get("theme", "")
    if not isinstance(theme, str):
        raise UsageError(f"{file}: 'theme' of {where} must be one word.")
    timeout = _timeout(entry, file, where)
    least = _least(entry, file, where)
    return Report(name, entry["notebook"], parameters, each, output, timeout, theme, least)


def _least(entry: dict, file: Path, where: str) -> dict[str, int]:
    numbers = entry.get("least", {})
    if not isinstance(numbers, dict) or not all(
        isinstance(text, str) and _WHOLE.fullmatch(text) for text in numbers.values()
    ):
        raise UsageError(f"{file}: 'least' of {where} must be `parameter: whole number` pairs.")
    return {name: int(text) for name, text in numbers.items()}


def _timeout(entry: dict, file: Path, where: str) -> int:
    text = entry.get("timeout", str(_TIMEOUT))
    if not (isinstance(text, str) and _WHOLE.fullmatch(text) and int(text) > 0):
        raise UsageError(
            f"{file}: 'timeout' of {where} must be whole seconds, of six digits at most; found "
            f"{text!r}."
        )
    return int(text)


def _check_keys(mapping: object, known: tuple, file: Path, where: str) -> None:
    if not isinstance(mapping, dict):
        raise UsageError(f"{file}: {where} must hold `key: value` pairs.")
    for key in mapping:
        if key not in known:
            raise UsageError(f"{file}, {where}: {UnknownName('key', key, known)}")


def _parse(file: Path):
    try:
        raw = bytes_of(file)
    except OSError as error:
        raise UsageError(f"The list of reports {file} cannot be read: {error.strerror}.") from None
    if len(raw) > MOST_BYTES:
        raise UsageError(f"{file} has {len(raw):,} bytes; at most {MOST_BYTES:,} are read.")
    import yaml

    try:
        return _load(raw.decode("utf-8-sig"), file)
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not UTF-8: byte {error.start}.") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f", line {mark.line + 1}" if mark else ""
        reason = getattr(error, "problem", None) or error
        raise UsageError(f"{file}{place}: not valid YAML: {reason}.") from None


@lru_cache(maxsize=1)  # a build asks twice
def _load(text: str, file: Path):
    import yaml

    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=yaml.SafeLoader)):
        if number > _MOST_EVENTS:
            raise UsageError(f"{file} holds too much: more than {_MOST_EVENTS:,} keys and values.")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise UsageError(f"{file}, line {event.start_mark.line + 1}: nested too deeply.")
        anchored = getattr(event, "anchor", None)
        tagged = getattr(event, "tag", None)
        if anchored or tagged:
            what = "an anchor or alias" if anchored else f"the tag {tagged!r}"
            raise UsageError(
                f"{file}, line {event.start_mark.line + 1}: {what} is not allowed; "
                "write the value out."
            )
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    return _plain(node, file, yaml) if node is not None else {}


def _plain(node, file: Path, yaml):
    if isinstance(node, yaml.ScalarNode):
        return _text(node, file)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, file, yaml) for item in node.value]
    mapping: dict = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            raise UsageError(f"{file}, line {line}: a key must be a plain word.")
        key = _text(key_node, file)
        if key in mapping:
            raise UsageError(f"{file}, line {line}: the key {key!r} stands twice.")
        mapping[key] = _plain(value_node, file, yaml)
    return mapping


def _text(node, file: Path) -> str:
    """Return a text; what nobody sees may act on a screen or in a file name."""
    shown = seen(node.value, kept="\n\t\xa0")
    if shown != node.value:
        raise UsageError(
            f"{file}, line {node.start_mark.line + 1}: expected signs that can be seen, "
            f"found {shown}."
        )
    return node.value
