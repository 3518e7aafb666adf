"""Cases for findings: places picked at random, and copies of the data changed in memory.

`python -m tests.judge.findings_cases` writes what stands out of the shipped data, kind by kind, to
``key_findings.txt``: after a change of the data, look at what it changes there.
"""

import random
from dataclasses import replace
from pathlib import Path

import welfare_analysis as wa

FOUR = ("VN-HN", "VN-SG", "VN-05", "VN-69-165")
DATA = wa.load()
PLACES = DATA.areas["area"].tolist()
THEMES = DATA.themes["theme"].tolist()


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


KEY = Path(__file__).with_name("key_findings.txt")


def key_findings(data):
    """List what stands out for the four places and for one, by theme: kind, subject, places."""
    asked = [(areas, theme) for theme in THEMES[:3] for areas in (FOUR, FOUR[2:3])]
    lines = []
    for areas, theme in asked:
        lines.append(f"# {theme}: {' '.join(areas)}")
        for one in wa.findings(data, areas, theme).key():
            lines.append(" ".join((one.kind, one.subject or "-", *one.areas)))
    return lines


if __name__ == "__main__":
    KEY.write_text("\n".join(key_findings(wa.load())) + "\n", encoding="utf-8")
