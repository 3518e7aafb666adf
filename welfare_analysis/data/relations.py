"""Relations: the figures that a figure points at, and those that point at it."""

from __future__ import annotations

from dataclasses import dataclass

from .. import arguments
from ..codes import Relation
from .catalogue import Catalogue
from .figures import Observation, observation

SYMMETRIC = (Relation.SAME_AS, Relation.EQUIVALENT_OF)


@dataclass(frozen=True)
class Related:
    """A figure and what it is to another.

    Attributes
    ----------
    figure : Observation
        The other figure.
    relation : Relation
        As declared in ``related_to``.
    towards : bool
        Whether the relation leads to `figure`; else it was declared there and leads back.
    """

    figure: Observation
    relation: Relation
    towards: bool

    @property
    def code(self) -> str:
        """The relation with its direction: ``part_of``, or ``from-part_of``."""
        plain = self.towards or self.relation in SYMMETRIC
        return str(self.relation) if plain else f"from-{self.relation}"


@arguments.reads(
    data=arguments.data,
    figure=arguments.a(Observation, said="fit-printed"),
)
def related(data: Catalogue, figure: Observation) -> list[Related]:
    """List the figures related to a figure, each with its relation, declared ones first.

    Examples
    --------
    >>> from welfare_analysis import load
    >>> data = load()
    >>> [one.code for one in related(data, data["ldxh-hn-2024-p16-poor-rate"])]
    ['rate_of', 'same_as', 'same_as']
    """
    found = [_link(data, link) for link in figure.row["related_to"].split()]
    frame = data.observations
    near = frame[frame["related_to"].str.contains(f":{figure.observation}", regex=False)]
    for name, links in zip(near["observation"], near["related_to"], strict=True):
        for link in links.split():
            relation, _, target = link.partition(":")
            if target == figure.observation:
                found.append(Related(observation(data, name), Relation(relation), False))
    return list({(one.code, one.figure.observation): one for one in reversed(found)}.values())[::-1]


def _link(data: Catalogue, link: str) -> Related:
    relation, _, target = link.partition(":")
    return Related(observation(data, target), Relation(relation), True)
