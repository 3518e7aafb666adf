# Comparison: verdicts and reasons
verdict-comparable = comparable
verdict-with_caution = with caution
verdict-not_comparable = not comparable
verdict-missing = missing
and = and
no-standard = no stated standard
standard-assumed = { $standard } (assumed)
reason-MISSING = No figure is available for { $areas }.
reason-COUNTED = Different things are counted: { $area_a } counts { $unit_a }, { $area_b } counts { $unit_b }.
reason-METHOD = The numbers are of unlike kinds: { $area_a } – { $method_a }, { $area_b } – { $method_b }.
reason-STANDARD = The poverty standards differ: { $area_a } uses { $standard_a }, { $area_b } uses { $standard_b }.
reason-STANDARD_BREAK = The poverty standard changed between the two dates: { $standard_a } and { $standard_b }.
reason-TEMPORAL = { $area_stock } gives a stock at one date, { $area_flow } a flow accumulated over { $period_flow }.
reason-PERIOD_LENGTH = The periods differ in length: { $area_a } { $period_a }, { $area_b } { $period_b }.
reason-AVERAGED = These are yearly averages over periods of unlike length: { $area_a } { $period_a }, { $area_b } { $period_b }.
reason-MEASURE = One side is a result and the other a plan or target: { $area_a } – { $measure_a }, { $area_b } – { $measure_b }.
reason-ESTIMATE = The figures differ in kind: { $area_a } – { $measure_a }, { $area_b } – { $measure_b }.
reason-BREAKDOWN = Different parts of one indicator: { $area_a } is “{ $indicator_a }”, { $area_b } is “{ $indicator_b }”.
reason-DEFINITION = These are two indicators: { $area_a } is “{ $indicator_a }”, { $area_b } is “{ $indicator_b }”.
reason-BOUNDARY = { $merged ->
    [yes] On { $day_began }, { $area_before } became part of { $area_after }, within other boundaries.
   *[no] The boundaries belong to different times: that of { $area_before } ended on { $day_ended }, that of { $area_after } began on { $day_began }.
}
reason-DATE = The dates differ: { $area_a } { $period_a }, { $area_b } { $period_b }.
reason-DATE_FAR = The dates are more than a year apart: { $area_a } { $period_a }, { $area_b } { $period_b }.
reason-LEVEL = The administrative levels differ: { $area_a } – { $level_a }, { $area_b } – { $level_b }.
reason-YARDSTICK = Each is set beside another area around it: { $area_a } beside { $area_around_a }, { $area_b } beside { $area_around_b }.
reason-BASE_FAR = The base is of another time, more than a year away: { $places }.
reason-DEFINITION_DIFFERS = The definition behind the figure is unclear or unusual: { $places }.
reason-SIZE = These are absolute counts of places of different size; put them on a common base first.
reason-SIZE_FAR = These are absolute counts of { $area_a } and { $area_b }, places too unequal in size; only on a common base can they be compared.
reason-STANDARD_ASSUMED = The source does not name the poverty standard, which is assumed: { $places }.
reason-INFERRED = The period is inferred, not stated in the source: { $places }.
reason-DOUBTFUL = The figure is in doubt: { $places }.
reason-PROVISIONAL = The figure is provisional: { $places }.
reason-SOURCE = The source is secondary or republished: { $places }.
reason-informing = For information: { $items }.
informs = For information only, with no effect on a verdict: { $items }.
informs-of = { $areas } – { $known }
informs-pairs = { $total ->
    [one] the pair
   *[other] { $n } of { $total } pairs
 }
benchmark = { $area } (benchmark)
# Many places: groups instead of pairs
many-together-comparable = comparable with each other
many-together-with_caution = comparable with each other, with caution
many-partly = comparable with some places of the other groups
many-alone = comparable with no other place
many-missing = no figure available
pairs-note = The { $total } pairs one by one, with verdict and reasons, are in a file on the web page of this report ({ $items })
pairs-subject = subject
pairs-area-a = area A
pairs-area-b = area B
pairs-verdict = verdict
pairs-reasons = reasons
table-places = number of areas
table-areas = areas
informs-places = { $n } of { $total } areas
table-among = Which areas may be compared with each other
table-among-subject = { $subject }: which areas may be compared with each other
table-counted = The reasons for the verdicts, with the number of pairs
table-pairs = pairs
pairs-of = { $n } of { $total }
comparison-ranked = { $n ->
    [one] The areas can be compared with each other and stand from high to low
   *[other] The areas stand in groups of { $sizes } that can be compared with each other, within a group from high to low
 }
partners-comparable = { $n ->
    [one] 1 area
   *[other] { $number } areas
 }
partners-with_caution = { $n ->
    [one] 1 area with caution
   *[other] { $number } areas with caution
 }
