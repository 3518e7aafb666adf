"""Saying: messages whose values may be long.

Fluent refuses values of more than a thousand characters, as a guard against runaway messages; a
list of sources or the description of a chart may be longer.
"""

from __future__ import annotations

from .. import messages

_LONG = 400


def message(name: str, language: str, **values) -> str:
    """Return a message of the catalogues, as `messages.message`; values may be of any length."""
    # A private character stands for a long value until the message is formatted.
    signs = {key: chr(0xE000 + place) for place, key in enumerate(values)}
    long = {key for key, value in values.items() if isinstance(value, str) and len(value) > _LONG}
    given = {key: signs[key] if key in long else value for key, value in values.items()}
    text = messages.message(name, language, **given)
    for key in long:
        text = text.replace(signs[key], values[key])
    return text
