# Charts: labels, keys, notes, descriptions
panel-flow = figure for the whole period
panel-stock = figure at a date
panels-apart = The panels have separate axes and must not be compared: { $causes }
apart-COUNTED = the figures count different things
apart-METHOD = the numbers are of unlike kinds
apart-STANDARD = the poverty standards differ
apart-STANDARD_BREAK = the poverty standard changed
apart-TEMPORAL = the figures mix numbers at a date with totals over a period
apart-PERIOD_LENGTH = the periods differ in length
apart-MEASURE = the figures mix results with goals
apart-BREAKDOWN = they are different parts
apart-DEFINITION = the indicators differ
apart-BOUNDARY = the boundaries differ
apart-DATE_FAR = the dates are more than a year apart
apart-SIZE_FAR = the places are too unequal in size for counts
log-axis = The axis is logarithmic
key-actual = result
key-provisional = provisional
key-estimate = estimate (hatched)
key-target = target
key-plan = plan
key-range = range left open by rounding
key-estimate-range = range of the estimate
key-open = no upper limit known
base-named = Base, { $base }: { $items }
base-of = { $area } { $period }, { $figure }
subtitle = { $subject } · unit: { $unit }
finding-one = { $high }: { $top }
alt-missing = No figure available: { $areas }
alt-ranges = Dot chart with ranges. { $subject }
alt-series = Chart over time, one panel for each place. { $subject }
series-own-axis = Each panel has its own axis, from zero
series-gap = The dashed vertical line is a change of poverty standard; figures on its two sides are neither joined nor comparable
series-up = { $area }: up from { $first } ({ $start }) to { $last } ({ $end })
series-down = { $area }: down from { $first } ({ $start }) to { $last } ({ $end })
series-flat = { $area }: no distinguishable change from { $first } ({ $start }) to { $last } ({ $end })
series-superseded = Not drawn, because a later figure replaced it: { $figures }
key-estimate-bar = hatched bar: provisional or estimate
targets-own-axis = Each row has its own axis, from zero; compare a result with the goal of its own row only
alt-targets = Results against plans and targets. { $subject }
alt-matrix = Matrix of what can be compared. { $subject }
matrix-head = Verdict for each pair
matrix-subtitle = What can be compared, pair by pair: { $subject }
# Titles: what the figures say, no stronger than the verdicts
finding-only = The { $total } { $mixed ->
    [yes] areas
   *[no] places
 } cannot be ranked together because { $why }; only { $names } can be compared with each other
finding-apart = The { $total } { $mixed ->
    [yes] areas
   *[no] places
 } cannot be ranked together because { $why }; compare within the { $groups } groups only
finding-all-apart = The { $total } { $mixed ->
    [yes] areas
   *[no] places
 } cannot be ranked because { $why }
finding-two-apart = { $first } and { $second } cannot be compared because { $why }
finding-figures-apart = The figures fall into { $groups } groups that cannot be compared because { $why }
finding-order = { $high } highest ({ $top }), { $low } lowest ({ $bottom })
finding-two = { $high } ({ $top }) is above { $low } ({ $bottom })
finding-alike = { $high } ({ $top }) and { $low } ({ $bottom }) cannot be told apart because the figures are rounded
finding-same-area = { $high }: from { $bottom } to { $top }
finding-careful = { $finding }; compare with caution
refused-above = Not comparable with the { $n ->
    [one] panel
   *[other] panels
 } above: { $causes }
refused-reasons = Not comparable with { $area }. { $reasons }
series-way-up = up in { $areas }
series-way-down = down in { $areas }
series-way-flat = no distinguishable change in { $areas }
series-way-none = too few results to speak of a trend in { $areas }
series-places = { $total } places
series-none = None of the { $total } series has enough results to speak of a trend
series-one = { $area } has one result only: { $figure } ({ $period })
series-one-goals = { $area } has one result only: { $figure } ({ $period }); { $goals }
series-goals-only = { $area } has no result, only { $goals }
series-apart = { $area }: { $total } figures that cannot be joined to a series
series-extremes = { $area }: highest { $first } ({ $start }), lowest { $last } ({ $end })
series-alone = Not joined with the yearly figures, because the date in the year or the definition differs: { $figures }
key-column = column: figure for the whole period
key-estimate-column = hatched column: estimate
key-dashed = dashed: across an estimate, a doubtful figure or years without one
targets-share = { $area } reached { $share } of the { $kind } for { $period } ({ $result } against { $goal })
targets-distance = { $area }, { $period }: { $result }, { $kind } { $goal } – { $verdict }
targets-met-all = { $total ->
    [one] The goal was reached
    [2] Both goals were reached
   *[other] All { $count } goals were reached
 }
targets-met = { $met } of { $total } goals { $n ->
    [one] was
   *[other] were
 } reached
targets-met-none = Not one of the { $total } goals was surely reached
target-share = { $result }, { $share } of the { $kind } ({ $goal })
target-distance = { $result }, { $kind } { $goal }: { $verdict }
target-of-goal = { $share } of the { $kind }
goal-label = { $kind } { $goal }
matrix-none = None of the { $total } pairs can be compared
matrix-careful = Only { $careful } of { $total } pairs can be compared, and with caution
matrix-some = { $free } of { $total } pairs can be compared, { $careful } more with caution
matrix-free = { $free } of { $total } pairs can be compared
matrix-all-careful = { $n ->
    [one] The one pair can be compared, with caution
   *[other] All { $total } pairs can be compared, with caution
}
matrix-all-free = { $n ->
    [one] The one pair can be compared
   *[other] All { $total } pairs can be compared
}
# Short reasons in the cells of the matrix
cell-COUNTED = different unit
cell-METHOD = unlike numbers
cell-AVERAGED = averages over unlike periods
cell-YARDSTICK = another area around
cell-BASE_FAR = base of another time
cell-STANDARD = different standard
cell-STANDARD_BREAK = standard changed
cell-TEMPORAL = date / whole period
cell-PERIOD_LENGTH = period length
cell-MEASURE = result / goal
cell-ESTIMATE = result / estimate
cell-BREAKDOWN = different part
cell-DEFINITION = different indicator
cell-DEFINITION_DIFFERS = definition differs
cell-BOUNDARY = boundary changed
cell-DATE = different date
cell-DATE_FAR = over a year apart
cell-LEVEL = different level
cell-SIZE = different size
cell-INFERRED = period inferred
cell-DOUBTFUL = doubtful figure
cell-PROVISIONAL = provisional
cell-SOURCE = weak source
cell-SIZE_FAR = unequal size
cell-STANDARD_ASSUMED = standard assumed
cell-MISSING = no { $areas }
alt-strip = Strip of where each place stands. { $subject }
matrix-more = { $reason } (+{ $more })
matrix-more-note = (+1), (+2), …: the number of further reasons, given in the table of verdicts
finding-only-careful = The { $total } { $mixed ->
    [yes] areas
   *[no] places
 } cannot be ranked together because { $why }; only { $names } can be compared with each other, and with caution
finding-sizes = Yearly averages over different periods: compare with caution
series-way-varied = up and down in { $areas }
series-series = { $total } series
series-estimate = { $area } has one estimate only: { $figure } ({ $period })
series-estimate-goals = { $area } has one estimate only: { $figure } ({ $period }); { $goals }
cell-both-missing = both missing
group-head = { $n ->
    [one] 1 place
   *[other] { $total } places
 }: { $said }
group-told = { $total } places, from { $low } to { $high }
panels-left-out = Not drawn for lack of room, and not comparable with the panels above: { $figures }
strip-ends = Named on a crowded line are the { $n } lowest, the { $n } highest and the widest area around; every figure is in the file
alt-groups = Groups of places that can be compared. { $subject }
groups-subtitle = Which places can be compared with each other: { $subject }
series-small = { $subject } · small plots, with first and last result, those that moved most first
series-small-of = { $said }; { $shown } of { $total } drawn
ranges-ends = Of more places, the { $n } highest and the { $n } lowest are drawn; every figure is in the file
alt-panels = { $total } small plots, { $first }–{ $last }
alt-lines = Lines over time on one axis, one for each place. { $subject }
lines-subtitle = { $subject } by the { $standard } · unit: { $unit }
lines-year-end = end of { $year }
lines-dashed = Dashed: to a doubtful figure (hollow), or over years without one
tiles-scale = Each small chart has a scale of its own, from zero; hollow: a target, or a doubtful figure
tile-no-course = No earlier result
tile-goal = { $first }, and the target for { $last }
tile-course = { $first } to { $last }
tile-course-by = { $first } to { $last }, { $standard }
tile-beside = { $area }, { $period }
tile-against = (here { $own })
hint = { $area }, { $period }: { $figure }{ $known ->
    [yes] {"; "}{ $asides }
   *[no] {""}
}. { $sources }
