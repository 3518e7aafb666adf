# Lesson 3: may I compare
lesson-choice-COUNTED = unit|what is counted|đơn vị
lesson-choice-STANDARD = poverty standard|standard|chuẩn nghèo
lesson-choice-TEMPORAL = stock or flow|temporal|thời điểm hay thời kỳ
lesson-choice-PERIOD_LENGTH = length of the period|period length|length|độ dài thời kỳ
lesson-choice-MEASURE = kind of figure|kind|result or plan|loại số liệu
lesson-choice-DATE = date|ngày
lesson-choice-LEVEL = administrative level|level|cấp hành chính
lesson-choice-SIZE = size|size of the place|quy mô
lesson-choice-comparable = comparable|so sánh được
lesson-choice-with_caution = with caution|caution|cần thận trọng
lesson-choice-not_comparable = not comparable|no|không so sánh được
lesson-choice-missing = missing|no figure|thiếu số liệu
lesson-choice-VN-HN = Hà Nội|HN|Hanoi
lesson-choice-VN-SG = Ho Chi Minh City|HCMC|Saigon|TP.HCM
lesson-choice-VN-05 = Sơn La|Sơn La province
lesson-choice-VN-69-165 = Sông Công|Sông Công City
lesson-choice-2018-12-31 = 31 Dec 2018|31 December 2018|end of 2018
lesson-choice-2022-01-01 = 1 Jan 2022|1 January 2022|start of 2022
lesson-choice-2022-12-31 = 31 Dec 2022|31 December 2022|end of 2022
lesson-choice-2023-12-31 = 31 Dec 2023|31 December 2023|end of 2023
lesson-choice-2024-12-31 = 31 Dec 2024|31 December 2024|end of 2024

lesson-3a-right = { $first } and { $second } share unit, date and kind (both are results); they differ in **poverty standard** (Hà Nội has its own, Sông Công follows the national one) and in **administrative level** (a province-level city, a district-level city). The standard is the grave reason: the two figures do not count the same households.
lesson-3a-mistake-only_level = The level does differ, and is easiest to see. One more difference lies in what each place calls a “poor household”: read the row `standard`.
lesson-3a-mistake-only_standard = The standard does differ. Now look at the level of each place: the row `level`.
lesson-3a-mistake-unit = The unit is the same: both are percent of households, and `unit` holds the same word twice. Do not mix up “counted in what” with “who counts as poor”: another row decides the latter.
lesson-3a-mistake-date = The date is the same: compare the two cells of `period_end`. Both figures stand for the end of one year.
lesson-3a-mistake-size = The places do differ in size, but that is no obstacle here: a rate is already divided by the households of its own place. Size stands in the way of counts only.
lesson-3a-hint-1 = Read the table row by row: are the cells of Hà Nội and Sông Công identical?
lesson-3a-hint-2 = Exactly two rows differ (beside the place’s name and the value itself). One is about the place, one about the definition.

lesson-3b-right = One figure adds up { $short } years, the other { $long }: a longer period has more years to add, so a larger total does not mean more in each year. The **length of the period** differs, so the ratio of the two totals has no meaning. The size of the places, far apart, is a second reason, but dividing by population cures it; that division does not cure the length of the period.
lesson-3b-mistake-size = The places do differ widely in size, but dividing by population cures it. Another reason keeps these totals apart even if both places had equally many people: look at the row `period_start`.
lesson-3b-mistake-standard = A poverty standard matters for poverty figures only; here the row `standard` is empty. Look at the two rows about time.
lesson-3b-mistake-temporal = Both are flows over a period (they have a first and a last day); neither is a number at a date. The question is how the two periods differ.
lesson-3b-mistake-date = The last days do differ, but for a total the last day alone is not enough: look at the first day too. What differs between the two spans?
lesson-3b-mistake-level = Both are units of the province level. Look at the two rows about time.
lesson-3b-hint-1 = Both figures are running totals. From which day to which day?
lesson-3b-hint-2 = Imagine that both places send equally many each year. Are the two totals equal? Why not?

lesson-3c-right = Pair A has one standard and one date, but one is a province and one a district-level city ({ $a } is the mean of a whole province): it can be compared if that is said. In pair B each city has its own standard. Pair C is not “not comparable”: Sông Công City has no figure to compare. Pair D comes from one census, one level, as rates: { $d } and { $e } may stand side by side.
lesson-3c-mistake-missing_refused = Look again at pair C. “Not comparable” means that there are two figures which must not be set side by side. Does pair C have two figures? If the two cases are confused, the reader cannot tell whether to look for data or to ask differently.
lesson-3c-mistake-level_forbids = Look again at pair A. Another administrative level does not make a comparison wrong, provided it is said: the rate of a province is the mean of many districts, some high, some low. Refusing too much is an error too: someone loses a comparison they could have used.
lesson-3c-mistake-level_ignored = Look again at pair A: one standard, one date, but one column still differs. It does not forbid the comparison, yet the reader must be told.
lesson-3c-mistake-look_alike = Look again at pair B. Two cities alike in size and rank do not make two *figures* alike in definition: each city calls a household poor at another income.
lesson-3c-mistake-all_refused = You refused them all. Care does not mean never comparing: look for a reason in each pair; where there is no grave one it can be compared, all the more where there is not even a light one.
lesson-3c-hint-1 = For each pair go through the seven questions. At the first grave reason stop: not comparable. Only light reasons: with caution. None: comparable.
lesson-3c-hint-2 = The four pairs have four different verdicts, each exactly once.

lesson-3d-right = The four places fall into { $n } groups. Only **Sơn La** and **Sông Công** follow the national standard and may share an axis; Hà Nội and Ho Chi Minh City, each with a standard of its own, stand alone. The charts of the library split into panels in the same way.
lesson-3d-mistake-big_cities = You paired two places alike in size. But sharing an axis takes two *figures* of one definition, not two similar *places*. Look at the column `standard`.
lesson-3d-mistake-low_rates = You paired two low rates. Values that are close say nothing about whether they can be compared: two numbers by two standards are still two yardsticks.
lesson-3d-mistake-all = All four on one axis is the very fault this lesson is about: the reader will rank four figures of three poverty standards.
lesson-3d-mistake-provinces = You grouped the three units of the province level. One level is not enough, since another level is only a light reason. What is the grave one here?
lesson-3d-hint-1 = `poverty.groups()` returns the groups that may share an axis. Which group has two places or more?
lesson-3d-hint-2 = In the table of verdicts, which pair has no ×?

lesson-3e-right = The figure of { $after_date } ({ $after }) is the review by the new standard, on the day it came into force: there the line begins. The figure of { $before_date } ({ $before }) follows the standard before it, so a gap stays open and the change of standard is named.
lesson-3e-mistake-first = You joined from the first figure there is. But the standard changed on the way: across that point a “fall” or “rise” comes from the yardstick, not from life. In which row does `standard` change?
lesson-3e-mistake-skipped = Close, but you lost a point that can be used. Look at the row just before: which standard does it follow? { $after_date } does not mean the old one.
lesson-3e-mistake-last_two = The last two points can be joined, but the line may begin earlier. Go back from the end as long as `standard` stays the same.
lesson-3e-hint-1 = Read the column `standard` from the bottom up. Where does it change?
lesson-3e-hint-2 = The line may begin at the earliest date that still has the standard of the last row.

lesson-3f-right = { $workers } over { $years } years, divided by { $people }, times a hundred thousand: { $rate }. The first division cures the length of the period, the second the size. What no division cures: the two periods still do not coincide, and the years of the epidemic weigh differently in each.
lesson-3f-mistake-no_average = You divided by the population but did not come down to one year: this is the whole period per hundred thousand inhabitants. The library refuses it (`NotComparable`) for that reason.
lesson-3f-mistake-two_years = You divided by the difference of the two years. From the start of the first year to the *end* of the last, how many years is that? Count on your fingers.
lesson-3f-mistake-not_on_base = You came down to one year; that is still a count. It remains to divide by the population.
lesson-3f-mistake-old_base = You used the population of 2019, before the period even began. The task takes a base nearer in time, as in 2g.
lesson-3f-mistake-later_base = The calculation is right, but the task takes another base: the average population of the middle year of the period, { $people }.
lesson-3f-mistake-households = You divided by households. Workers are persons, so the base must be persons; persons per household of this kind is a number nobody can interpret.
lesson-3f-mistake-percent = You computed a percentage (per hundred inhabitants). The question asks per hundred thousand.
lesson-3f-hint-1 = There are two obstacles (length of period, size), so it takes two divisions.
lesson-3f-hint-2 = `wa.annual_average(…)` brings a total to one year; `wa.per_inhabitants(data, …, base)` divides by the population.
lesson-3f-hint-3 = Put one into the other: `wa.per_inhabitants(data, wa.annual_average(workers), people)`.

lesson-3g-right = Yes: the library lets these two figures stand side by side. Now write one sentence of comparison that holds both figures, their date, their source and, if the verdict is “with caution”, what calls for caution.
lesson-3g-mistake-unknown = The library does not know this indicator or place, or the answer has not three parts. The form is ("indicator", "first place", "second place"). The codes of indicators are in `data.indicators`.
lesson-3g-mistake-same = These two names are one place (the library knows the several names of a place). Choose two different ones.
lesson-3g-mistake-missing = For this indicator at least one of the two has no figure. Call `wa.compare` with all four places to see which have.
lesson-3g-mistake-apart = There are two figures, but they must not be set side by side. Read the reasons in `wa.tables.verdicts(…)`: which is the grave one, and which pair or indicator is free of it?
lesson-3g-mistake-poverty = This pair can be compared, but the task asks for an indicator outside poverty, so that you try the seven questions on other figures.
lesson-3g-hint-1 = Outside poverty the most frequent grave reason is the length of the period. Which figures have no length? Those at a date.
lesson-3g-hint-2 = A census counts every place on one day in one way. Look at the indicators of the theme `population`.
lesson-3g-hint-3 = Run `data.indicators.query("theme == 'population'")`, then try each code with `wa.compare(data, code, ["Hà Nội", "TP.HCM"])`.
