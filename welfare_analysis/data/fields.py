"""Fields: the columns of each table that the library reads, and of which type they are."""

from __future__ import annotations

# What the library reads by name; a package may describe more.
COLUMNS = {
    "observations": "observation indicator breakdown area period_start period_end value unit "
    "measure status qualifier standard standard_basis period_basis confidence source paragraph "
    "as_printed related_to comment_vi comment_en",
    "indicators": "indicator concept theme title_vi title_en noun_vi noun_en definition_vi "
    "definition_en unit temporal counted lower upper direction aggregation numerator denominator "
    "parts",
    "areas": "area level parent name_vi name_en aliases admin_code admin_code_list "
    "admin_code_vintage iso_3166_2 valid_from valid_to predecessors comment_vi comment_en",
    "sources": "source number kind publisher edition_vi edition_en title author date_published "
    "date_read url language sha256 archive reliability reliability_vi reliability_en "
    "independent_of comment_vi comment_en",
    "standards": "standard owner_area title_vi title_en label_vi label_en valid_from valid_to "
    "income_rural income_urban near_poor_rural near_poor_urban income_unit deprivations indicators "
    "instrument source confidence comment_vi comment_en",
    "units": "unit label_vi label_en plural_en symbol kind",
    "exclusions": "source paragraph token reason_vi reason_en",
    "themes": "theme title_vi title_en office_vi office_en order",
    "remarks": "remark observations kind check text_vi text_en",
    "breakdowns": "breakdown parent title_vi title_en dimension_vi dimension_en exhaustive "
    "code_list",
}
# Which of them a package may lack, having been made before they were known; they are empty then.
OPTIONAL = {
    "observations": ("breakdown", "standard_basis"),
    "indicators": ("noun_vi", "noun_en", "parts"),
    "areas": ("predecessors",),
    "themes": ("office_vi", "office_en"),
}
OPTIONAL_TABLES = ("themes", "remarks", "breakdowns")
# Which of them are no text.
_OF_TYPE = {
    "date": "observations.period_start observations.period_end areas.admin_code_vintage "
    "areas.valid_from areas.valid_to sources.date_published sources.date_read "
    "standards.valid_from standards.valid_to",
    "number": "observations.value indicators.lower indicators.upper standards.income_rural "
    "standards.income_urban standards.near_poor_rural standards.near_poor_urban",
    "integer": "observations.paragraph sources.number standards.deprivations "
    "standards.indicators exclusions.paragraph themes.order",
}
TYPES = {column: kind for kind, columns in _OF_TYPE.items() for column in columns.split()}
