"""Snapshot: the data of one build, copied once and checked once."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

from ..errors import DataProblems
from . import inputs


def copied(data: Path, staging: Path) -> Path:
    """Copy the tables, so that all reports of a build read the same whatever is edited."""
    copy = staging / "data"
    for file in (*data.rglob("*.csv"), *data.rglob("*.json")):
        target = copy / file.relative_to(data)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    return copy


def facts(folder: Path) -> dict:
    """Check the data once, before any kernel, and return what every report says of it."""
    from .. import __version__
    from ..data.catalogue import load

    data = load(folder)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    created = str(package.get("created", ""))[:10]
    try:
        datetime.date.fromisoformat(created)
    except ValueError:
        raise DataProblems(
            [f"datapackage.json: `created` is {created!r}, expected the data's date (2025-01-31)."]
        ) from None
    return {
        "date": created,
        "version": data.version,
        "revision": data.revision,
        "software": inputs.software(__version__),
        "places": _places(data),
    }


def _places(data) -> dict[str, dict]:
    """Return the names of all places, and their rank in the table of areas."""
    return {
        row.area: {"vi": row.name_vi, "en": row.name_en, "rank": rank}
        for rank, row in enumerate(data.areas.itertuples())
    }
