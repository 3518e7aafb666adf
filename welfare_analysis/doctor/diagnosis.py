"""Diagnosis: one thing that was looked at, whether it works, and how that is said.

It is worded also where Fluent is what is missing: its messages hold nothing but variables.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from ..texts import filled

SOUND, NOTE, FAULT = "sound", "note", "fault"
_MARGIN = 8


@dataclass(frozen=True)
class Diagnosis:
    """One thing that was looked at.

    Attributes
    ----------
    state : {"sound", "note", "fault"}
        A note works, but not as it should, or lacks what is optional; a fault must be mended.
    name : str
        The message of ``doctor.ftl`` without ``doctor-``; unless the state is sound,
        ``<name>-mend`` says what to do.
    facts : dict
        What the messages name.
    """

    state: str
    name: str
    facts: dict = field(default_factory=dict)

    def lines(self, language: str) -> list[str]:
        """Say what was found and, unless it is sound, what to do about it."""
        name, sign = f"doctor-{self.name}", filled(f"doctor-sign-{self.state}", language, {})
        lines = [f"{sign:<{_MARGIN}}{filled(name, language, self.facts)}"]
        if self.state != SOUND:
            mend = filled(f"{name}-mend", language, self.facts)
            lines.append(f"{'':<{_MARGIN}}\u2192 {mend}")
        return lines


def _diagnosis(state: str, name: str, **facts: object) -> Diagnosis:
    facts = {"python": sys.executable} | facts
    return Diagnosis(state, name, {key: " ".join(str(facts[key]).split()) for key in facts})


# Something works; works, but not as it should; must be mended.
sound, note, fault = (partial(_diagnosis, state) for state in (SOUND, NOTE, FAULT))


def report(found: Sequence[Diagnosis], language: str = "en") -> str:
    """Write what was found line by line, then what it comes to."""
    lines = [line for one in found for line in one.lines(language)]
    faults = sum(one.state == FAULT for one in found)
    name = ("doctor-all-well", "doctor-one", "doctor-several")[min(faults, 2)]
    return "\n".join([*lines, "", filled(name, language, {"count": str(faults)})])
