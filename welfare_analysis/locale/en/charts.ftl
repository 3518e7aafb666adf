# Charts: labels, keys, notes, descriptions
panel-flow = total over the period
panel-stock = number at a date
panels-apart = The panels have separate axes and must not be compared: { $causes }
apart-COUNTED = they count different things
apart-STANDARD = the poverty standards differ
apart-STANDARD_BREAK = the poverty standard changed
apart-TEMPORAL = they mix numbers at a date with totals over a period
apart-PERIOD_LENGTH = the periods differ in length
apart-MEASURE = they mix results with goals
apart-DEFINITION = they are different indicators
apart-BOUNDARY = the boundaries differ
apart-DATE_FAR = the dates are more than a year apart
axis-percent = %
axis-points = percentage points
axis-per_1000_households = per 1,000 households
axis-per_100000_inhabitants = per 100,000 inhabitants
log-axis = The axis is logarithmic
key-actual = result
key-provisional = provisional
key-estimate = estimate
key-target = target
key-plan = plan
key-range = range left open by rounding
key-estimate-range = range of the estimate
key-open = no upper limit known
base-named = { $area }: the base is { $base }, { $period } ({ $figure })
subtitle = { $subject } (unit: { $unit })
finding-apart = The { $total } places fall into { $n ->
    [one] one group
   *[other] { $groups } groups
 } that cannot be compared with each other
finding-one = { $high }: { $top }
finding-order = { $high } is highest ({ $top }), { $low } lowest ({ $bottom })
finding-alike = { $high } and { $low } cannot be told apart because the figures are rounded
alt-missing = No figure available: { $areas }
alt-ranges = Dot chart with ranges. { $subject }
alt-series = Chart over time, one panel for each place. { $subject }
series-own-axis = Each panel has its own axis, from zero
series-gap = The dashed vertical line is a change of poverty standard; figures on its two sides are neither joined nor comparable
series-up = { $area }: up from { $first } ({ $start }) to { $last } ({ $end })
series-down = { $area }: down from { $first } ({ $start }) to { $last } ({ $end })
series-flat = { $area }: no distinguishable change from { $first } ({ $start }) to { $last } ({ $end })
key-span = horizontal line: length of the period
series-superseded = Not drawn, because a later figure replaced it: { $figures }
key-bar = result
targets-own-axis = Each row has its own axis, from zero; compare a result with the goal of its own row only
alt-targets = Results against plans and targets. { $subject }
target-share = { $result }, { $share } of the { $kind } ({ $goal })
target-distance = { $result }, { $kind } { $goal }: { $verdict }
targets-finding = { $met } of { $total } goals { $n ->
    [one] was
   *[other] were
 } reached
alt-matrix = Matrix of what can be compared. { $subject }
matrix-head = Verdict for each pair
matrix-subtitle = What can be compared, pair by pair: { $subject }
matrix-finding = Of { $total } pairs, { $free } can be compared and { $careful } can be compared with caution
finding-figures-apart = The figures fall into { $groups } groups that cannot be compared with each other
finding-all-apart = No two of the { $total } places can be compared with each other
finding-two-apart = The two places cannot be compared with each other
