# Views in JupyterLab: figures, comparisons, audits, the whole catalogue
table-provenance = Where the figures come from
table-related = Related figures
table-relation = relation
table-identifier = identifier
table-fact = item
table-content = content
table-level = administrative level
relation-same_as = the same figure, printed elsewhere
relation-part_of = the total of which this is a part
relation-from-part_of = a part of this figure
relation-share_of = the denominator of the printed fraction
relation-from-share_of = the numerator of the printed fraction
relation-rate_of = the count behind this rate
relation-from-rate_of = the rate of this count
relation-base_of = a figure computed on this base
relation-from-base_of = the base of this figure
relation-attainment_of = the result that this rate judges
relation-from-attainment_of = the attainment of this result
relation-excess_of = the result that exceeds its plan by this rate
relation-from-excess_of = by how much this result exceeds its plan
relation-plan_for = the result of this plan or target
relation-from-plan_for = the plan or target of this result
relation-change_of = the level reached by this change
relation-from-change_of = the change that leads to this figure
relation-baseline_of = the target or later level that starts here
relation-from-baseline_of = the starting level of this figure
relation-paid_from = the fund that paid this
relation-from-paid_from = paid from this fund
relation-equivalent_of = the same target in another unit
relation-disbursed_from = the budget that disbursed this
relation-from-disbursed_from = disbursed from this budget
view-figure = { $indicator } – { $area }: { $figure } ({ $period })
view-printed = as printed
view-read = how it is read
view-range = range
view-status = status
view-definition = definition
view-source = source
view-paragraph = paragraph { $number }, blank lines not counted
view-address = address
view-place = place in the source
view-comment = curator’s comment
view-confidence = curator’s confidence
view-codes = codes
view-no-relatives = No related figure is declared.
view-checks = Cross-checks in which this figure takes part
view-no-checks = No cross-check uses this figure yet.
view-sources = Sources
view-reasons = Reasons, pair by pair
view-measure = { $method }: { $figure }
view-formula = computed as
view-inputs = Computed from these printed figures
view-interval = Range { $interval }
view-audit = { $total } cross-checks: { $counts }
view-audit-count = { $count } { $verdict }
view-audit-shown = The { $shown } most notable results follow. To see all: wa.tables.audit(data, rows, "en").
view-catalogue = Data version { $version }, revision { $revision }
view-catalogue-holds = { $figures } figures of { $indicators } indicators, { $areas } areas, { $sources } sources, { $articles } of them articles checked paragraph by paragraph.
view-catalogue-themes = Figures by theme and area
view-catalogue-indicators = Indicators
view-catalogue-areas = Areas
view-catalogue-counted = figures
view-catalogue-codes = indicators
view-catalogue-other = other areas
view-catalogue-aliases = other names
view-catalogue-first = Begin with { $compare } to compare places, or { $look } to see where a figure comes from.
view-brief = Report in the making: { $figures } figures cited from { $sources } sources
view-brief-empty = Report in the making: no figure cited yet
formula-change_points = later figure − earlier figure
formula-change_percent = (later figure ÷ earlier figure − 1) × 100
formula-attainment = result ÷ plan × 100
formula-share = part ÷ whole × 100
formula-annual_average = figure of the whole period ÷ number of years
formula-total = sum of the figures of adjoining periods
formula-per_households = count ÷ households × 1,000
formula-per_inhabitants = count ÷ inhabitants × 100,000
formula-implied_base = count ÷ rate
view-answer = { $subject }: { $counts }
view-pairs-comparable = { $n ->
    [one] { $count } pair comparable
   *[other] { $count } pairs comparable
}
view-pairs-with_caution = { $n ->
    [one] { $count } pair comparable with caution
   *[other] { $count } pairs comparable with caution
}
view-pairs-not_comparable = { $n ->
    [one] { $count } pair not comparable
   *[other] { $count } pairs not comparable
}
view-pairs-missing = { $n ->
    [one] { $count } pair lacking a figure
   *[other] { $count } pairs lacking a figure
}
view-findings = { $total } findings on { $n ->
    [one] one place
   *[other] { $areas } places
}
view-findings-more = { $left } more, weaker ones are not shown here; of("change"), key() and slices pick from all.
view-draw = To draw it: { $code }.
