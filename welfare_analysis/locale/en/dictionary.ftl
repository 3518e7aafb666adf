# The data dictionary: rules of curation, relations, meanings of codes
dictionary-rule-printed = `as_printed` is the figure exactly as printed, with its unit and qualifying words (`gần 2.500 lượt`); `value` is what it means as a plain number in `unit` (2500).
dictionary-rule-uncorrected = Nothing is corrected silently. A doubtful figure keeps its printed value and gets a status (U, D, …), a lower confidence and a comment in both languages; the audit shows it.
dictionary-rule-complete = Every figure of an archived article is a row, of headlines and sidebars too. Digits that are no figure (dates, numbers of documents, web page noise) stand in `exclusions.csv` with the reason. `welfare-analysis evidence` finds what is missing.
dictionary-rule-paragraph = Paragraph n is the n-th line of the archived text that is not blank; a line of white space of any kind (no-break spaces too) is blank. A comparator has no paragraph.
dictionary-rule-fraction = A fraction (`18/30 quận, huyện`) is two rows with the same `as_printed`.
dictionary-rule-repeated = A figure printed in two places is two rows, linked by `same_as`.
dictionary-rule-interval = A printed figure is an interval. `0,03%` is [0.025, 0.035): half a unit of the last printed place to either side; a count printed to the unit is itself. `gần` (nearly) and `hơn` (more than) reach one unit of the last non-zero place below or above, `khoảng` (about) to both sides; `từ … trở lên` (at least) has no upper end; `hàng nghìn` (thousands) runs from 1,000 to 10,000.
dictionary-rule-period = A stock has a date (`period_end`) and no `period_start`; a flow or an average has both. Where the date is not printed beside the figure, `period_basis` is `inferred` and the comment says how it was found.
dictionary-rule-standard = A poverty figure names the standard it was counted by; figures by different standards are not set on one line.
dictionary-rule-sentences = No sentence of an article is copied: figures, titles, dates and paragraph numbers only.
dictionary-rule-remarks = What is known of particular figures beyond what is printed is a row of `remarks.csv`, tied to the figures and written in both languages; every number in it is a reference (`{"{"}key{"}"}` or `{"{"}key:form{"}"}`), no digit is typed. A remark is shown wherever any of its figures is, and goes with them.
dictionary-rule-cells = An empty cell means “not given”. Numbers have no grouping and a full stop before decimals; what could be read two ways (12.345) is refused.

dictionary-relation-same_as = The other row is the same figure printed in another place: the two must be equal. Sources that share an origin (`independent_of`) count as one.
dictionary-relation-part_of = This row is part of the total in the other row. Two or more parts of one source, place and date claim to be the whole total: together they must equal it. A single part is a lower bound only: it must not exceed the total.
dictionary-relation-share_of = This row is the numerator of a printed fraction, the other its denominator: it must not be larger.
dictionary-relation-rate_of = This rate is the rate of the count in the other row: rate × base must give the count.
dictionary-relation-base_of = This row is the base from which the other row, a rate or count, was taken.
dictionary-relation-attainment_of = This percentage says how much of its plan the result in the other row reached: result ÷ plan.
dictionary-relation-excess_of = This percentage says by how much the result in the other row exceeds its plan: result ÷ plan − 1.
dictionary-relation-plan_for = This row is the plan or target for the result in the other row.
dictionary-relation-change_of = This change led to the level in the other row: level before + change must give it.
dictionary-relation-baseline_of = This level is the one from which the target or later level in the other row starts.
dictionary-relation-paid_from = This amount was paid out of the fund in the other row: it must not be larger.
dictionary-relation-equivalent_of = This row and the other are one target in two units (households and points): each must give the other.
dictionary-relation-disbursed_from = This amount was disbursed from the budget in the other row: it must not be larger.

dictionary-measure-actual = A result that was reached and reported.
dictionary-measure-estimate = A figure the source itself calls an estimate (“ước”).
dictionary-measure-plan = What a plan allots or expects for a period.
dictionary-measure-target = What is to be reached by a date.

dictionary-qualifier-exact = Printed without a qualifying word.
dictionary-qualifier-about = “Khoảng”, “xấp xỉ”, or a round number of the press (the comment says so): to either side.
dictionary-qualifier-nearly = “Gần”: below the printed number.
dictionary-qualifier-more_than = “Hơn”, “trên”: above the printed number.
dictionary-qualifier-at_least = “Từ … trở lên”, “ít nhất”: the printed number or more.
dictionary-qualifier-at_most = “Tối đa”, “không quá”, “trở xuống”, “dưới”; also the upper end of a range (1–1.5%): the printed number or less.
dictionary-qualifier-order = “Hàng nghìn”: an order of magnitude, from the value to ten times the value.

dictionary-status-A = Normal: nothing speaks against the figure.
dictionary-status-B = Break: a change of standard, boundary or method lies before this figure.
dictionary-status-D = The definition differs from that of the indicator, or what was counted is unclear; the comment says how.
dictionary-status-E = Estimated.
dictionary-status-M = Missing: nobody printed it. Stands in comparisons only, never in the data.
dictionary-status-P = Provisional: a later figure may replace it.
dictionary-status-U = Low reliability: contradicted by another figure, misprinted, or on an unclear base; the comment says why.
dictionary-status-V = Unvalidated: read in one source and not checked against a second.

dictionary-temporal-stock = At a date.
dictionary-temporal-flow = Over a period.
dictionary-temporal-average = Mean of a period.

dictionary-standard_basis-stated = The source names the standard, or is the national review, which by law uses the national one.
dictionary-standard_basis-assumed = It does not; the standard of the place and year is taken, and the comment says so.
dictionary-period_basis-stated = The date or year is printed beside the figure.
dictionary-period_basis-inferred = It is not; the comment says how it was found.

dictionary-confidence-high = Read without doubt.
dictionary-confidence-medium = A point is open: period, definition, or a single secondary source.
dictionary-confidence-low = Contradicted, or several readings are open.

dictionary-level-country = Country.
dictionary-level-region = Statistical region.
dictionary-level-province = Province or centrally run city.
dictionary-level-district = District, town or city of a province (until 30 June 2025).
dictionary-level-commune = Commune, ward or special zone; township until 30 June 2025.
dictionary-level-commune_group = A group of communes that a source counts together.
dictionary-kind-doubt = The figure may be wrong, and why.
dictionary-kind-method = How it was counted, read or dated.
dictionary-kind-definition = What it covers and what it does not.
dictionary-kind-context = What to know beside the figure.
dictionary-kind-request = What to ask who published it.
