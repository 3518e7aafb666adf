"""Tiles, headlines and what may be compared: made from findings, for any places."""

import itertools
import re
import xml.etree.ElementTree as ElementTree

import pytest

import welfare_analysis as wa
from welfare_analysis.codes import LANGUAGES
from welfare_analysis.messages import message
from welfare_analysis.report.blocks import shown
from welfare_analysis.show.document import MIME
from welfare_analysis.show.prose.headline import headline

GROUPS = [
    ["VN-HN", "VN-SG", "VN-05", "VN-69-165"],
    ["VN-69-165", "VN-57"],
    ["VN-R-NMM", "VN-05", "VN"],
]


@pytest.fixture(scope="module")
def data(known):
    return known


@pytest.fixture(scope="module")
def found(data):
    return [wa.findings(data, areas) for areas in GROUPS]


@pytest.fixture(scope="module")
def made(data, found):
    return [wa.charts.tiles(data, one.main(1), "en") for one in found]


def test_each_place_has_a_tile_with_its_latest_figure(data, found, made):
    for one, tiles in zip(found, made, strict=True):
        assert [tile.name for tile in tiles.tiles] == [
            data.record("areas", area)["name_en"] for area in one.areas
        ]
        levels = {level.areas[0]: level for level in one.main(1).of("level")}
        for area, tile in zip(one.areas, tiles.tiles, strict=True):
            rated = [
                level.figures[0].text("en")
                for level in one.main(1).of("level")
                if level.areas == (area,)
            ]
            assert tile.figure in rated if area in levels else tile.figure == "–"


def test_a_course_is_by_one_standard_and_ends_with_what_it_says(found, made):
    for one, tiles in zip(found, made, strict=True):
        moved = {each.areas[0]: each for each in one.main(1).of("change reversal")}
        for area, tile in zip(one.areas, tiles.tiles, strict=True):
            assert bool(tile.svg) == bool(tile.alt)
            subjects = {each.subject for each in one.main(1).of("level") if each.areas == (area,)}
            if not tile.svg or area not in moved or moved[area].subject not in subjects:
                continue
            course = moved[area].figures
            if tile.figure not in {figure.text("en") for figure in course}:
                continue  # the count beside the rate moved
            drawn = ElementTree.fromstring(tile.svg).iter()
            marks = [node for node in drawn if node.tag.endswith(("circle", "polygon"))]
            assert len(marks) == len(course)
            assert all(set(tiles.observations).issuperset(each.observations) for each in course)
            assert len({figure.standard for figure in course}) == 1
            for figure in (course[0], course[-1]):
                assert figure.text("en") in tile.moved


def test_every_number_of_a_tile_is_of_a_figure_it_names(data, made):
    for tiles in made:
        known = {data.observation(name).source_row["number"] for name in tiles.observations}
        block = shown(tiles._repr_mimebundle_()[MIME], {}, "en")[0]
        cited = {int(n) for n in re.findall(r"'source': (\d+)", str(block["tiles"]))}
        assert cited <= {int(number) for number in known}


def test_places_in_tiles_have_each_a_colour(made):
    for tiles in made:
        assert len({tile.colour for tile in tiles.tiles}) == len(tiles.tiles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_headline_names_who_has_the_most_and_the_least(data, found, language):
    for one in itertools.chain.from_iterable(each.of("order") for each in found):
        said = headline(one, language)
        assert "[" not in said
        assert len(said) < 200
        if one.facts["told"] == "yes":
            for figure in (*one.facts["named_high"], *one.facts["named_low"]):
                assert data.record("areas", figure.area)[f"name_{language}"].lower() in said.lower()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_may_be_compared_follows_the_verdicts(data, found, language):
    for one in found:
        judged = one.of("order scale pace apart")
        if not judged:
            continue
        table = wa.tables.comparability(data, one, language, most=99, themes=99)
        heads = {str(column.label)[2:] for column in table.columns[1:]}
        said = {message(f"verdict-{each.verdict}", language) for each in judged}
        assert heads == said
        themes = {data.record("indicators", each.subject)["theme"] for each in judged}
        assert len(table.rows) == len(themes)
