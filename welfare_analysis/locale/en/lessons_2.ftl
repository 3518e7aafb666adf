# Lesson 2: rates and bases
lesson-2a-right = Rate = poor households / all households × 100, so all households = poor households / rate × 100. From { $count } and { $rate } follow { $base }. The base need not be printed: two figures side by side give it away.
lesson-2a-mistake-no_hundred = You forgot that the rate is in percent: multiply by 100.
lesson-2a-mistake-multiplied = You multiplied the households by the rate. That finds a part of the poor households; we look for the whole of which the poor households are a part.
lesson-2a-mistake-multiplied_percent = You multiplied the two. Write down the formula of the rate and solve it for the denominator.
lesson-2a-hint-1 = Write the formula: rate (%) = poor households / all households × 100. Which one is unknown?
lesson-2a-hint-2 = Rearrange: all households = poor households / rate × 100.

lesson-2b-right = As { $rate } was rounded, all that is known is that the base lies in the range { $reach } households.{ $census } To reject a base one needs the whole interval, never a single point.
lesson-2b-census = That is so wide that the households of the 2019 census ({ $households }) lie well inside.
lesson-2b-mistake-point = This is the answer to the exercise before. The rate was rounded, so the base it implies is an interval too.
lesson-2b-mistake-whole_step = You let the rate be off by a whole unit of its last digit. Rounding moves it by half a unit at most.
lesson-2b-mistake-cut_off = You assume that the rest was cut off, so that the rate can only be larger than printed. Rounding moves it either way.
lesson-2b-mistake-same_error = You took half a unit of the last digit for the relative error of the base. The relative error of the rate is that half unit divided by the rate itself: put both ends of the rate into the formula.
lesson-2b-hint-1 = Begin as in exercise 1e: which interval does { $rate } stand for?
lesson-2b-hint-2 = Put each end of it into the formula. The largest rate gives the smallest base.
lesson-2b-hint-3 = The library does it: `wa.implied_base(count, rate).interval`.

lesson-2c-right = { $deprived } of { $poor } are { $share }%. The article prints { $rate }: very likely a digit is missing. We keep the figure as printed, flag it as doubtful and say why; we do not correct the source.
lesson-2c-mistake-printed = You copied the printed figure. Check it by division: what percentage of { $poor } is it?
lesson-2c-mistake-all_households = You divided by all households. The sentence is about poor households deprived in employment, so the base is the poor households.
lesson-2c-mistake-both = You counted the near-poor households into the base. This indicator looks at poor households only.
lesson-2c-mistake-upside_down = Upside down. A part cannot exceed its whole: a result above 100% tells you to stop.
lesson-2c-hint-1 = Read the indicator's name: a rate among which households?
lesson-2c-hint-2 = The numerator is { $deprived }. The denominator is what these households were picked from.
lesson-2c-hint-3 = The denominator is { $poor }.

lesson-2d-right = Two rates can share a base only if the two intervals meet. In A, { $first } and { $second } meet. In C the implied base is { $reach } households and does not hold the { $reviewed } that the same source prints: most likely those rates were computed on a smaller total; the source does not say.
lesson-2d-mistake-points_a = Look at A again. The two values differ, but do the two intervals meet? A difference that rounding explains is no contradiction.
lesson-2d-mistake-points_b = Look at B again. The coarser rate gives the wider interval; ask whether the two have anything in common.
lesson-2d-mistake-near_enough = Look at C again. The gap looks small, but it is more than rounding can explain. “Close enough” is no criterion; the interval is.
lesson-2d-hint-1 = Do not compare two values; compare two intervals: `first.interval.meets(second.interval)`.
lesson-2d-hint-2 = A full count is an interval of one point. Does that point lie in the other one?

lesson-2e-right = The city's line is { $city } đồng a person and month, the national urban line { $national }. A higher line counts more households as poor: by its own standard the city has { $poor } poor or near-poor; by the national one it has had none since { $date }.
lesson-2e-mistake-not_monthly = You compared a line per year with one per month. Bring both to the same unit of time.
lesson-2e-mistake-rural = You used the rural line of the national standard. The task asks for urban areas.
lesson-2e-mistake-old = You used the national standard of the period before. Choose the one in force at the same time.
lesson-2e-mistake-upside_down = Upside down: the task asks how many times the national line the city's line is.
lesson-2e-hint-1 = Look at the units in the table: which line is per month, which per year?
lesson-2e-hint-2 = Divide the yearly line by 12 first, then by the national urban line.

lesson-2f-right = Only rates under one standard may be subtracted: from { $first } to { $last }, that is { $change }. The step from { $before } to { $first } within a day is no impoverishment; the way of measuring changed.
lesson-2f-mistake-across = You subtracted across the change of standard and found a “rise in poverty” that never was. The figure for the end of 2021 follows the old standard.
lesson-2f-mistake-percent = This is the change in percent. The difference of two rates is in percentage points; newspapers often mix up the two.
lesson-2f-mistake-one_year = You began at the end of 2022. That difference is right but shorter: there is an earlier figure under the new standard.
lesson-2f-mistake-rise = The size is right, the sign is not: when a rate falls the difference is negative.
lesson-2f-hint-1 = Look at the poverty standard of each figure. Which of them share one?
lesson-2f-hint-2 = Among these, subtract the first from the last. The library: `wa.change_points(before, after)`.

lesson-2g-right = You divided { $sent } by three years before setting it on a population of that period or close to it: { $low } to { $high } per 100,000 inhabitants and year, by the base chosen. When you publish it, say which base you took and why.
lesson-2g-mistake-three_years = You set the total of all three years on the population. Take the yearly average first, or the rate is three times too large.
lesson-2g-mistake-old_base = You used the population of 2019, before the period even began. There is a base nearer in time.
lesson-2g-mistake-households = This base counts households. If the numerator counts persons, so must the denominator.
lesson-2g-mistake-national = This base is the whole country, while the numerator is Hà Nội. The numerator has to be a part of the denominator.
lesson-2g-mistake-percent = The division is right but in percent. The task asks per 100,000 inhabitants.
lesson-2g-mistake-per_thousand = The division is right but per 1,000 inhabitants. The task asks per 100,000.
lesson-2g-hint-1 = Three things have to match between numerator and denominator: the place, what is counted, the time.
lesson-2g-hint-2 = { $sent } are of three years. Take the yearly average: `wa.annual_average(sent)`.
lesson-2g-hint-3 = Then set it on the base you chose: `wa.per_inhabitants(data, average, base)`.
