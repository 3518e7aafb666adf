"""Finding: one thing that was looked at, and whether it works."""

from __future__ import annotations

from dataclasses import dataclass, field

SOUND, NOTE, FAULT = "sound", "note", "fault"


@dataclass(frozen=True)
class Finding:
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


def sound(name: str, **facts: object) -> Finding:
    """Say that something works."""
    return Finding(SOUND, name, _texts(facts))


def note(name: str, **facts: object) -> Finding:
    """Say that something works, but not as it should."""
    return Finding(NOTE, name, _texts(facts))


def fault(name: str, **facts: object) -> Finding:
    """Say that something must be mended."""
    return Finding(FAULT, name, _texts(facts))


def _texts(facts: dict) -> dict[str, str]:
    return {key: " ".join(str(value).split()) for key, value in facts.items()}
