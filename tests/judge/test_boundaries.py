"""Boundaries: every change is said, of every place, from the table of areas alone."""

import itertools

import pandas as pd
import pytest

import welfare_analysis as wa
from welfare_analysis.data.areas import predecessors, successors
from welfare_analysis.judge import reasons
from welfare_analysis.judge.boundaries import boundary_note
from welfare_analysis.judge.sentences import sentence


@pytest.fixture(scope="module")
def data():
    return wa.load()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_note_stands_where_a_boundary_changed_and_names_what_is_linked(data, language):
    for area in data.areas["area"]:
        row, note = data.record("areas", area), boundary_note(data, area, language)
        linked = [*predecessors(data, area), *successors(data, area)]
        assert bool(note) == bool(linked or not pd.isna(row["valid_to"])), area
        for other in linked:
            name = data.record("areas", other)[f"name_{language}"]
            assert name.partition(" (")[0] in note  # since when is said by the date
        assert not any(sign in note for sign in "()"), note


@pytest.mark.parametrize("language", ["vi", "en"])
def test_notes_of_any_places_say_the_same_as_each_of_them(data, language):
    for areas in itertools.combinations(data.areas["area"], 2):
        notes = wa.boundary_notes(data, areas, language)
        own = [boundary_note(data, area, language) for area in areas]
        assert len(notes) == len(set(filter(None, own)))
        for area, note in zip(areas, own, strict=True):
            name = data.record("areas", area)[f"name_{language}"].lower()
            said = [one for one in notes if one.lower().endswith(f": {note}".lower())]
            assert bool(note) == any(name in one.lower() for one in said)
    assert wa.boundary_notes(data, ["Hà Nội", "Sơn La"], language) == []


def test_the_reason_names_the_merger_only_between_a_place_and_its_successor(data):
    def said(first, second):
        a, b = (wa.observations(data, data.where(areas=[one]))[0] for one in (first, second))
        found = {one.code: one for one in reasons.reasons_between(data, a, b)}
        return sentence(data, found["BOUNDARY"], "en")

    merged = said("VN-SG", "VN-SG-2025")
    assert merged == said("VN-SG-2025", "VN-SG")
    assert "Ho Chi Minh City became part of Ho Chi Minh City (from 1 July 2025)" in merged
    apart = said("VN-SG", "VN-69-2025")
    assert "that of Ho Chi Minh City ended on 30 Jun 2025" in apart
    assert "that of Thái Nguyên (from 1 July 2025) began on 1 Jul 2025" in apart
