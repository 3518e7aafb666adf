# Audit: names of the checks, verdicts, explanations
audit-verdict-inconsistent = inconsistent
audit-verdict-within_rounding = within rounding
audit-verdict-not_testable = not testable
audit-verdict-consistent = consistent

audit-check-rate_base = rate, count and base
audit-check-implied_base = base implied by rates
audit-check-value_repeated = one value for two dates
audit-check-change_above_stock = fall against the stock
audit-check-opening_total = implied opening level against a known total
audit-check-change_levels = change against the levels around it
audit-check-target_equivalent = target in points and in households
audit-check-paid_above_fund = payments against the fund
audit-check-disbursed_above_budget = disbursement against the budget
audit-check-plan_attainment = attainment of plan
audit-check-plan_excess = excess over plan
audit-check-parts_total = parts and total
audit-check-part_above_total = a part against its total
audit-check-parts_other_source = parts against another source's total
audit-check-share_above_whole = numerator against denominator
audit-check-place_above_area = smaller places against the larger area
audit-check-same_figure = one figure in several places
audit-check-several_sources = several sources for one figure
audit-check-after_publication = date after publication
audit-check-target_below_result = target against what was reached
audit-check-result_equals_target = result equal to its target
audit-check-stock_below_flow = stock against flow
audit-check-household_size = size of household
audit-check-base_growth = change of the review base
audit-check-base_count = review base against counted households
audit-check-population_growth = change of population
audit-check-standard_break = change of poverty standard

audit-title = “{ $title }”
audit-subject = { $title } ({ $area })
audit-figure = { $figure } ({ $source }; { $period })
audit-persons-per-household = { $number } persons per household
audit-implied = { $span } (implied by { $inputs })
audit-no-base = not defined

audit-means-consistent = The two agree at the printed precision.
audit-means-within_rounding = The difference lies within the rounding of the printed figures; this is no contradiction.
audit-note-origin = Of one origin, counted as one source: { $sources }.
audit-note-provisional = Provisional: { $sources }.
audit-note-secondary = Secondary or republished: { $sources }.

# Rates and bases
audit-rate-base = { $subject } is printed as { $rate }. Recomputed from { $count } over { $base_title } { $base }, it is { $computed }.
audit-rate-base-wrong = The printed rate and count can both be right only on a base of { $base }.
audit-reading-none = No base of the same place and date gives this rate; at least one of the three figures is wrong. Cite the count and leave the rate aside.
audit-reading-shared-base = A base of { $base } would fit every rate of this place and date; it differs from the printed base by { $gap }. The rates were put on another base, or the printed base is wrong: cite the counts, and ask the source for the base of its rates.
audit-reading-other-base = The rate fits on a base of { $base }; ask the source which base it used.
audit-reading-cut-off = The correct rate is { $value }; the printed one was probably cut off instead of rounded. Use the recomputed rate.
audit-reading-dropped-digit = Nearest reading: { $value } (on { $base }), with one digit lost in print. Do not use the printed rate; cite the count and say that the rate is recomputed.
audit-reading-added-digit = Nearest reading: { $value } (on { $base }), with one digit too many in print. Do not use the printed rate; cite the count and say that the rate is recomputed.
audit-reading-transposed-digits = Nearest reading: { $value } (on { $base }), with two digits transposed in print. Do not use the printed rate; cite the count and say that the rate is recomputed.
audit-reading-shifted-mark = Nearest reading: { $value } (on { $base }), with the decimal mark misplaced in print. Do not use the printed rate; cite the count and say that the rate is recomputed.
audit-rate-zero = { $subject } is printed as { $rate }, beside a count of { $count }.
audit-rate-zero-wrong = Rate and count must be zero together; one of the two is wrong.
audit-rate-without-base = { $subject } is printed as { $rate }, beside a count of { $count }; the figures hold no base of the same time, so the rate cannot be tested. Implied base: { $base }.
audit-implied-base = For { $area }, { $first }, imply a base of { $first_base }; { $second }, imply { $second_base }.
audit-implied-base-agrees = The rates of this date imply one and the same base.
audit-implied-base-differs = The two ranges do not meet, yet one place has one base at one date: at least one count or rate is wrong. Do not derive a base from these figures.
audit-implied-base-cut-off = On the other base the rate { $rate } would be about { $value }; it was probably cut off instead of rounded.

# One value for two dates
audit-value-repeated = { $subject } is reported with exactly one value for two dates: { $first } and { $second }.
audit-value-rate-too = Its rate, { $title } { $rate }, is repeated as well.
audit-value-sister = Over the same time { $title } went from { $earlier } to { $later } ({ $percent }).
audit-value-printed-before = The value was already in print on { $date }, before { $period }.
audit-value-repeated-means = Most likely the figure of { $first } was copied for { $second }. Use it for { $first } only; treat the figure of { $second } as not available.

# Changes and opening levels
audit-change-levels = { $subject } is printed as { $change }; { $after } remained, so that the period must have opened with { $opening }. The earliest known figure for { $level } is { $before }; from there to the end the change is { $net }.
audit-change-wrong = They differ by { $gap }: the change is not the difference of these two levels. The source may count all who left without subtracting new entries; do not use it as a net change.
audit-change-dates = The known level is not that of the opening date, so the change cannot be decided; the difference of { $gap } would have to lie before that date. Do not read the change as one year's.
audit-change-stock = { $subject } is printed as { $change }, while the known { $level } is { $stock }.
audit-change-stock-kept = The fall does not exceed the stock.
audit-change-stock-broken = The fall is larger than the whole stock. Down to { $after }, the net fall is only { $net }; the source may add up all who left without subtracting new entries, or the figure is wrong. Do not use it as a net fall.
audit-opening-total = Adding the falls { $changes } to the closing levels { $levels }, the period must have opened with { $openings }, together { $implied }; the published opening figure for { $subject } is { $total }.
audit-opening-more = The implied opening level is higher by { $gap }: at least one fall is not a net fall. Do not use it as an opening level and derive no pace of poverty reduction from it.
audit-opening-less = The implied opening level is lower by { $gap }: the falls are incomplete or cover another period. Do not use it as an opening level.
audit-target-equivalent = { $subject } sets a target of { $counted }, said to bring { $level } from { $baseline } to { $goal }, that is { $points }. On a base of { $base } this is { $computed }.
audit-equivalent-wrong = The two forms of the target are not equivalent: the printed count corresponds to { $points }. Monitoring has to choose one of them and say which.
audit-equivalent-no-base = { $subject }: the target { $counted } is said to equal { $goal }, but the starting level or the base is missing, so this cannot be tested.

# Money
audit-paid-above-fund = { $fund_title } is { $fund }; { $title } out of it is { $payments }.
audit-disbursed-above-budget = { $fund_title } is { $fund }; { $title } is { $payments }.
audit-fund-exceeded = Payments exceed the receipts by { $gap }. There must have been an opening balance or other money that the text does not mention, or one figure is wrong; derive no rate of use from the two.
audit-fund-kept = This is { $share }, within the means.
audit-fund-revolving = { $fund_title } is a balance at one date ({ $fund }), { $title } a turnover of the whole period ({ $payments }). The capital revolves, so that the turnover can be larger or smaller than the balance; no ratio of the two has a meaning.

# Plans and targets
audit-plan-attainment = { $subject } is printed as { $percent }. Recomputed: { $result } against the plan of { $plan } is { $computed }.
audit-plan-excess = { $subject } is printed as { $percent }. Recomputed: { $result } against the plan of { $plan } is { $computed }.
audit-plan-range = { $subject } is printed as { $percent }. The plan is a range ({ $plans }), so that { $result } attains { $span }; the printed rate is that on { $plan }.
audit-plan-wrong = The printed rate is right only for a plan of { $plan }. The source may mean another plan; do not cite this rate beside the plan above.
audit-plan-unknown = { $subject } is printed as { $percent } for a result of { $result }; the plan is not known, so the rate cannot be tested. Implied plan: { $plan }.
audit-target-below-result = { $subject }: the target is { $target }; the result already reached before is { $reached }.
audit-target-beaten = The target asks for less than was already reached. The two may be different indices, or the target was not brought up to date; do not use it to judge completion.
audit-target-open = The target is no easier than what was reached, as it should be.
audit-target-copied = { $subject }: the result { $result } equals the target { $target } to the last digit. The target may have been met exactly, or printed as the result; this cannot be tested.

# Parts and totals
audit-parts-sum = { $subject } is printed as { $total }; the parts { $parts } add up to { $sum }.
audit-parts-more = The parts exceed the total by { $gap }: a figure is misprinted. Derive no composition from these figures before asking the source.
audit-parts-less = The parts fall short of the total by { $gap }: a part is missing or a figure is misprinted. Derive no composition from these figures before asking the source.
audit-parts-more-other = The parts of this source exceed the other source's total by { $gap }. The two are not of one release; do not combine the parts of one with the total of the other.
audit-parts-less-other = The parts of this source fall short of the other source's total by { $gap }. The two are not of one release; do not combine the parts of one with the total of the other.
audit-parts-flow = { $flow_title } is a total of the whole period ({ $flow }), { $stock_title } a figure at one date ({ $stock }): they are no part and total, and no share has a meaning.
audit-part-above-total = { $title }: { $parts }, a part of { $whole_title } { $whole }.
audit-share-above-whole = { $title }: { $parts }, out of { $whole_title } { $whole }.
audit-place-above-area = { $title }: { $parts }; for the larger area, { $whole_title }: { $whole }.
audit-bound-kept = This is { $share }, not above the total.
audit-bound-broken = The part exceeds the total by { $gap }: the two cannot both be right, or they are counted differently. Derive no share from this pair.

# Several sources
audit-same-figure = { $subject }: { $figures }.
audit-same-agrees = The figures agree. Sources: { $sources }; independent origins: { $origins }.
audit-same-one-source = One source repeats itself; this counts once.
audit-same-one-origin = The figures of { $sources } sources agree but share one origin: this is no independent confirmation.
audit-same-differs = This should be one figure, yet the printed ones differ by more than rounding: at least one is wrong. Cite both and choose neither before seeing the original.
audit-sources = { $subject }: one source has { $other }, another { $best }.
audit-sources-one = { $subject }: one source has two figures for one date, { $other } and { $best }.
audit-sources-one-differ = They differ by { $gap }, more than rounding: one is misprinted, or the two do not count the same. Cite neither before seeing the original.
audit-sources-differ = They differ by { $gap }, more than rounding: the sources are not of one compilation, or one is wrong. Cite one and mention the other; do not join the two into a series.
audit-sources-differ-dates = They differ by { $gap } between two close dates: the sources are not of one compilation. Cite one and mention the other; the difference is no change over time.

# Dates and series
audit-after-publication = { $subject }: { $figure }, but the source was published on { $published }, before the date of the figure. Most likely it belongs to what was added to the page later; do not date the figure by the article.
audit-break = { $area } passed from the { $old } to the { $new }. The standard changed, so no change across this date is tested and the series is not to be joined: { $series }.

# Plausibility
audit-stock-flow = { $stock_title } is { $stock }; { $flow_title } is { $flow }, on average { $yearly } a year.
audit-stock-small = The stock is below a single year's flow: it is most likely a flow of the period and no stock at a date. Do not compare it with the stock of another place.
audit-stock-fits = The stock is not below a year's flow, as it should be.
audit-household-size = { $area }: { $persons } over { $households } is { $size }.
audit-household-size-fits = The size of household is in the usual range.
audit-household-size-strange = The size of household is outside the usual range (2.5–5.5 persons): persons and households are not of one area or concept, or one figure is wrong. Derive nothing per person from this pair.
audit-base-growth = The base { $title } of { $area }: { $earlier }; then { $later }; { $change }.
audit-base-growth-jumps = This is more than { $limit } a year, faster than households can grow or shrink: the base alone moves the rate. To compare the two years use the counts, and the rates with caution.
audit-growth-steady = The change is no more than { $limit } a year, as it should be.
audit-base-count = The base { $title } of { $area }: { $base }; households counted: { $counted } (a difference of { $gap }).
audit-base-count-near = The two are close.
audit-base-count-far = The two are far apart: the poverty review and the census do not count the same households, or the base is uncertain. Be careful when turning rates into households.
audit-population-growth = Population of { $area }: { $earlier }; then { $later }; { $change }.
audit-population-growth-jumps = This is more than { $limit } a year, hardly natural growth: the two probably follow two definitions of population. Do not join them into a series or mix them as denominators.
audit-figure-dated = { $figure } ({ $period })
audit-pair = { $count }, a rate of { $rate }
audit-rise = up { $percent }
audit-fall = down { $percent }
audit-sources-provisional = They differ by { $gap }: the first is provisional, so use { $best }. The difference is no change over time.
audit-break-series = { $title } from { $before } to { $after }
audit-fund-sum = Together this is { $sum }.
