"""Localities: which area of the data a passage speaks of."""

from __future__ import annotations

import re
from collections import Counter

from ..data.areas import containing
from ..data.catalogue import Catalogue
from .passages import Article, Passage

_LEVELS = {
    "country": r"cả nước|toàn quốc",
    "province": r"toàn tỉnh|trên địa bàn tỉnh|toàn thành phố",
    "district": r"toàn huyện|trên địa bàn huyện",
}
# "Sông Công (tỉnh Thái Nguyên)": the second says only where the first is.
_WITHIN = re.compile(r"\W*(?:(?:thuộc|của|tỉnh|thành phố|huyện)\W*)*", re.IGNORECASE)
_TITLE = 5  # a name in the first lines says what the article is about
_HEAD = 4


class Localities:
    """Finds areas by their names and aliases, and by words such as ``toàn huyện``."""

    def __init__(self, data: Catalogue, article: Article):
        self._level = dict(zip(data.areas["area"], data.areas["level"], strict=True))
        self._parent = dict(zip(data.areas["area"], data.areas["parent"], strict=True))
        self._above = {area: [area, *containing(data, area)] for area in self._level}
        self._codes: dict[str, str] = {}
        for row in data.areas.to_dict("records"):
            for name in (row["name_vi"], row["name_en"], *row["aliases"].split("|")):
                if len(name) > 2:
                    self._codes.setdefault(name.strip(), row["area"])
        longest_first = sorted(self._codes, key=len, reverse=True)
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
        self._wholes = {code: re.compile(form, re.IGNORECASE) for code, form in _LEVELS.items()}
        counts: Counter[str] = Counter()
        for number, line in enumerate(article.lines):
            for _, area in self._in(line):
                counts[area] += _TITLE if number < _HEAD else 1
        self._counts = counts

    @property
    def main(self) -> str:
        """The area that the article speaks of most; empty if it names none.

        What it says of a part it says, by half, of what contains it.
        """
        weights = Counter(self._counts)
        for area, count in self._counts.items():
            weights[self._parent[area]] += count / 2
        del weights[""]
        return max(weights, key=weights.__getitem__, default="")

    def of(self, passage: Passage) -> str:
        """Return the area named last before a figure, else the one of the whole article."""
        said = passage.line[: passage.begin]
        found = [one for one in self._in(passage.line) if one[0] <= passage.begin]
        for level, pattern in self._wholes.items():
            for match in pattern.finditer(said):
                if area := self._of_level(level, [one for at, one in found if at < match.start()]):
                    found.append((match.start(), area))
        behind = [area for _, area in self._in(passage.after)]
        if found:
            return max(found)[1]
        return self.main or (behind[0] if behind else "")

    def _in(self, text: str) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        end = 0
        for match in self._names.finditer(text):
            area = self._codes[match.group()]
            where = found and _WITHIN.fullmatch(text, end, match.start())
            if not (where and self._holds(area, found[-1][1])):
                found.append((match.start(), area))
            end = match.end()
        return found

    def _holds(self, area: str, part: str) -> bool:
        return area != part and area in self._above[part]

    def _of_level(self, level: str, earlier: list[str]) -> str:
        """Return the last area of a level that was named, else the article's most frequent."""
        if level == "country":
            return next((area for area, one in self._level.items() if one == level), "")
        named = [area for area in earlier if self._level[area] == level]
        if named:
            return named[-1]
        ranked = [area for area, _ in self._counts.most_common() if self._level[area] == level]
        return ranked[0] if ranked else ""
