"""Wording: findings as lines, also where the library that writes messages is what is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from .finding import FAULT, SOUND, Finding

_MARGIN = 8
_LOCALE = Path(__file__).resolve().parent.parent / "locale"


def report(findings: Sequence[Finding], language: str = "en") -> str:
    """Write the findings one below the other, then what they come to."""
    lines = [line for finding in findings for line in _lines(finding, language)]
    faults = sum(finding.state == FAULT for finding in findings)
    name = "doctor-all-well" if not faults else "doctor-one" if faults == 1 else "doctor-several"
    return "\n".join([*lines, "", text(name, language, count=str(faults))])


def text(name: str, language: str, **facts: str) -> str:
    """Return a message; read without Fluent where Fluent does not work."""
    try:
        from ..messages import message

        return message(name, language, **facts)
    except ImportError:
        return _plain(name, language, facts)


def _lines(finding: Finding, language: str) -> list[str]:
    sign = text(f"doctor-sign-{finding.state}", language)
    lines = [f"{sign:<{_MARGIN}}{text(f'doctor-{finding.name}', language, **finding.facts)}"]
    if finding.state != SOUND:
        mend = text(f"doctor-{finding.name}-mend", language, **finding.facts)
        lines.append(f"{'':<{_MARGIN}}\u2192 {mend}")
    return lines


def _plain(name: str, language: str, facts: dict[str, str]) -> str:
    """Read a message of one line from its file; those of this package have no other form."""
    file = _LOCALE / language / "doctor.ftl"
    found = re.search(rf"^{re.escape(name)} = (.*)$", file.read_text(encoding="utf-8"), re.M)
    return re.sub(r"\{ \$(\w+) \}", lambda match: facts[match[1]], found[1])
