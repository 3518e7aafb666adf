"""Cases for findings: places picked at random, and copies of the data changed in memory."""

import random
from dataclasses import replace

import welfare_analysis as wa

FOUR = ("VN-HN", "VN-SG", "VN-05", "VN-69-165")
PLACES = wa.load().areas["area"].tolist()
THEMES = wa.load().themes["theme"].tolist()


def selections(count, seed=5):
    """Pick places, one to nine, and a theme or none, at random."""
    pick = random.Random(seed)
    asked = [None, *THEMES, *THEMES[:3]]
    return [
        (pick.sample(PLACES, pick.randint(1, 9)), asked[number % len(asked)])
        for number in range(count)
    ]


def changed(data, **tables):
    """Return the data with other tables, as if they had been loaded."""
    return replace(data, **tables)


def without(data, observation):
    """Return the data without one row and all that names it."""
    rows = data.observations[data.observations["observation"] != observation]
    related = rows["related_to"].map(
        lambda cell: " ".join(one for one in cell.split() if one.partition(":")[2] != observation)
    )
    remarks = data.remarks
    named = remarks["observations"] + remarks["text_vi"] + remarks["text_en"]
    return changed(
        data,
        observations=rows.assign(related_to=related).reset_index(drop=True),
        remarks=remarks[~named.str.contains(observation, regex=False)],
    )


def exchanged(data, one, other):
    """Return the data with the values of two figures, and of all their repetitions, exchanged."""
    rows = data.observations.copy()
    columns = ["value", "as_printed", "qualifier"]
    cells = {name: rows.loc[rows["observation"] == name, columns].iloc[0] for name in (one, other)}
    key = ["indicator", "area", "standard", "period_end", "measure"]
    places = {}
    for name in (one, other):
        own = rows.loc[rows["observation"] == name, key].iloc[0]
        places[name] = (rows[key] == own).all(axis=1)
    for name, source in ((one, other), (other, one)):
        rows.loc[places[name], columns] = cells[source].tolist()
    return changed(data, observations=rows)


def named(data, area, name):
    """Return the data with another name of a place."""
    areas = data.areas.copy()
    areas.loc[areas["area"] == area, ["name_vi", "name_en"]] = name
    return changed(data, areas=areas)


def told(found):
    """Say all findings plainly, in both languages."""
    return [tuple(wa.sentence(one, language) for language in ("vi", "en")) for one in found]
