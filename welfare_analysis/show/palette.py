"""Palette: the colours of all that is drawn, on white paper and on the dark one of a page."""

INK, MUTED, HAIR, WASH = "#1c2530", "#56616d", "#c8d0d8", "#f1f5f8"

# A place is always named beside its marks; its colour repeats the name, and so does its shape.  The
# dark colours are told apart with protanopia, deuteranopia and tritanopia (Machado, Oliveira and
# Fernandes, 2009), by their lightness in grey, and against white; each light one is for a part of
# the place or a later boundary.
PLACES = (  # dark, light, shape
    ("#20365d", "#8fa3c4", "o"),
    ("#a63939", "#dba3a0", "s"),
    ("#27a566", "#93d3b1", "^"),
    ("#ba6e15", "#e2b98a", "D"),
    ("#831792", "#c39acb", "v"),
)
NATION = "#7e6c69"
REFUSED = "#6b7681"  # what is shown only to say that it is refused
HEED = "#e9b44c"  # what needs attention, and nothing else

VERDICTS = {  # fill, ink, sign: grey, so that no verdict looks like a place
    "comparable": ("#d5dce3", INK, "\u2713"),
    "with_caution": ("#a3aeb9", INK, "~"),
    "not_comparable": ("#66717d", "#ffffff", "\u00d7"),
    "missing": ("#ffffff", MUTED, "\u2013"),
}

# What each colour becomes on the dark paper of a page, which a chart stands on without a card.
DARK_PAPER = "#12181f"
DARK = {
    "#ffffff": DARK_PAPER,
    INK: "#e6ebf0",
    MUTED: "#a9b5c1",
    HAIR: "#3b4855",
    WASH: "#1a232c",
    "#20365d": "#4064ff",
    "#8fa3c4": "#5f7396",
    "#a63939": "#d6252b",
    "#dba3a0": "#9c5a57",
    "#27a566": "#65fc97",
    "#93d3b1": "#3f8a62",
    "#ba6e15": "#eeaf08",
    "#e2b98a": "#96683a",
    "#831792": "#9c4d9b",
    "#c39acb": "#8a5a93",
    NATION: "#ab9f9b",
    REFUSED: "#8a95a0",
    HEED: HEED,
    "#d5dce3": "#2b3540",
    "#a3aeb9": "#566370",
    "#66717d": "#b8c3cd",
}


def following() -> str:
    """Write the style rules by which a drawing in a page takes the colours that the page names.

    No rule asks for what is around: marks are copies of a shape, which see nothing around them
    but what they inherit.

    Examples
    --------
    >>> following().partition("}")[0]
    '[fill="#ffffff"]{fill:var(--of-ffffff,#ffffff)'
    """
    return "".join(
        f'[{paint}="{light}"]{{{paint}:var({_name(light)},{light})}}'
        for light in DARK
        for paint in ("fill", "stroke")
    )


def darkened(paper: str = DARK_PAPER) -> str:
    """Name the dark colours, as declarations for whatever holds the drawings.

    Examples
    --------
    >>> darkened("#111")[:39]
    '--of-ffffff:#111;--of-1c2530:#e6ebf0;--'
    """
    dark = {**DARK, "#ffffff": paper}
    return "".join(f"{_name(light)}:{shown};" for light, shown in dark.items())


def _name(colour: str) -> str:
    return f"--of-{colour.removeprefix('#')}"
