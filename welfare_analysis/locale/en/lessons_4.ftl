# Lesson 4: finding contradictions
lesson-choice-consistent = consistent|agrees|khớp
lesson-choice-within_rounding = within rounding|rounding|khớp trong phạm vi làm tròn
lesson-choice-inconsistent = inconsistent|contradiction|mâu thuẫn
lesson-choice-not_testable = not testable|cannot be tested|chưa kiểm tra được
lesson-choice-rate_base = rate, count and base|tỷ lệ, số đếm và mẫu số
lesson-choice-target_equivalent = target in points and in households|target in two units
lesson-choice-plan_attainment = attainment of a plan|mức thực hiện kế hoạch
lesson-choice-same_figure = one figure in several places|một số liệu ở nhiều chỗ
lesson-choice-implied_base = base implied by rates|implied base
lesson-choice-disbursed_above_budget = disbursement against budget|disbursed against budget
lesson-choice-target_below_result = target against a result reached|target against result
lesson-choice-household_size = household size|quy mô hộ
lesson-choice-correct = A|correct it
lesson-choice-delete = B|delete it
lesson-choice-keep_flag = C|keep it and flag the doubt
lesson-choice-keep_silent = D|keep it and say nothing
lesson-choice-average = E|take the average

lesson-4a-right = { $first } and { $second } fall { $gap } households short of the printed total of { $total }. All three are printed to the household, so rounding cannot explain it: at least one of the three is wrong, but the sum cannot say which.
lesson-4a-mistake-rounding = You call it equal. The gap is tiny beside the total, but all three are printed to the household: none was rounded, so any gap is a gap. Add them up exactly.
lesson-4a-mistake-sum = This is the sum of the two parts. The question asks how far that sum is *off* the printed total.
lesson-4a-mistake-one_part = You took away one part only. This total has two: poor and near-poor households.
lesson-4a-mistake-negative = The size is right. By convention here the sum of the parts is taken from the printed total; the sign tells whether the parts fall short or exceed it.
lesson-4a-hint-1 = Add the two parts, then take them from the printed total.
lesson-4a-hint-2 = Every figure has an attribute `value`: `total.value - (first.value + second.value)`.

lesson-4b-right = A: result over plan exceeds it by { $computed_A }%, printed { $rate_A }: consistent. B: { $computed_B }% computed, { $rate_B } printed, but the budget is printed to one decimal of a billion, so the recomputed interval covers the printed rate: within rounding. C: { $computed_C }% computed, { $rate_C } printed; not even “about” and “more than” make them meet: inconsistent. D: { $rate_D }, but there is no plan: not testable, which is neither praise nor blame.
lesson-4b-mistake-excess = Look again at A. What is printed is by how much the plan was *exceeded*, not attained: after dividing, a hundred percent has to be taken away.
lesson-4b-mistake-point = Look again at B. You compared two points. A printed figure is an interval: the budget is printed with few digits, so the division yields an interval. Does it hold the printed rate?
lesson-4b-mistake-stretched = Look again at C. Do not stretch “about” too far: it allows one unit of the last printed digit. Divide the interval of the result by that of the plan and compare it with the printed one: do the two intervals touch?
lesson-4b-mistake-untested_passes = Look again at D. Finding no error does not mean that there is none: one side is missing, so nothing was tested.
lesson-4b-mistake-untested_fails = Look again at D. You may doubt it, but a contradiction takes two sides. Which one is missing here?
lesson-4b-hint-1 = For each case ask in turn: is everything there to recompute it? Does it give the printed figure? If not, do the two intervals touch?
lesson-4b-hint-2 = Print a figure with its interval: `figure.interval`. Intervals can be divided: `result.interval / plan.interval * 100`.
lesson-4b-hint-3 = The four cases have four different verdicts.

lesson-4c-right = { $figure } belongs to { $early }: a news item printed it early in the following year, almost a year before { $late }. The two articles that print it again for { $late } rest on one report: that is **one** witness, heard twice. Use it for { $early }; there is no figure for { $late }.
lesson-4c-mistake-majority = You counted votes: two articles beat one news item. But the two copy one report (see `independent_of` in the table of sources), and no figure is printed before the day on which it is counted.
lesson-4c-mistake-later = The number of independent sources is right. As to the year: can a figure printed early in a year be the count of the *end* of that year? Look at each source’s date of publication.
lesson-4c-mistake-two_witnesses = The year is right. As to the sources: the two articles agree to the last digit. Look at `independent_of`: are they independent, or did they draw from one place?
lesson-4c-mistake-published = You took the year of publication. It only says the latest that a figure can be; it does not say when it was counted.
lesson-4c-hint-1 = Compare each source’s date of publication with the date given for the figure. Which was printed *before* the other one’s date?
lesson-4c-hint-2 = Call `data.sources.set_index("source").loc[[…], ["date_published", "independent_of"]]`.

lesson-4d-right = With { $left } left after a fall of { $fall }, there must have been { $opening } households at the start. Yet at a date within the period { $known } are known, and from there to the end they fell by { $net } households only. It need not be invented: perhaps every household that ever left was added up and those that entered were not taken away. But it must not be used as a net fall.
lesson-4d-mistake-subtracted = You took what is left from the fall. The number at the start is what is left *plus* what went: think of a basket from which some were taken.
lesson-4d-mistake-known = This is the number known from another source. The question asks which number the two figures of *this article* require, to be compared afterwards.
lesson-4d-mistake-net = This is the net fall from the known number to the end. The question asks for the number at the start that follows from the article.
lesson-4d-mistake-poor = The right sum, but for *poor* households. The question is about *near-poor* ones.
lesson-4d-hint-1 = Number at the start − fall = number at the end. You know two of the three.
lesson-4d-hint-2 = `left.value + fall.value`, then compare with `known.value`.

lesson-4e-right = Two checks: the rate of poor households deprived in employment does not fit count and base; the target in households is not equivalent to the target in points. Disbursement is off within rounding only. The machine finds what the eye has just found and what it passed over; what a contradiction means is still for you to read.
lesson-4e-mistake-one = That is the contradiction of the worked example. The table has one more `inconsistent` row for Sông Công.
lesson-4e-mistake-rounding = You included the row `within_rounding`. It is no contradiction: rounding explains it. Where there are many false alarms nobody reads the true ones.
lesson-4e-mistake-all = You listed every check. Filter by the column `verdict` too.
lesson-4e-hint-1 = Filter the table by two columns: `area` and `verdict`.
lesson-4e-hint-2 = `findings[(findings["area"] == "VN-69-165") & (findings["verdict"] == "inconsistent")]["check"]`

lesson-4f-right = Keep { $rate } as printed, give it status U (doubtful), note that { $count } make { $computed }, and cite the count when you write. Whoever comes later can check both what the source says and what we doubt; should we be wrong, the original is still there.
lesson-4f-mistake-correct = Silent correction is the most dangerous way, even if your guess is right: whoever compares with the article finds another figure and cannot tell who is wrong. Besides, the count may be the wrong one.
lesson-4f-mistake-delete = Deleting removes the evidence that this source errs, and the next person will enter the figure again. Is there a way to keep it so that nobody uses it unawares?
lesson-4f-mistake-silent = Keeping it as printed is half the answer. The other half: you know that it does not fit, and the users of the data do not.
lesson-4f-mistake-average = The average of a right and a wrong figure is a wrong figure. It stands in no source, and nobody can check it.
lesson-4f-hint-1 = Three demands: it can be compared with the article, it shows that there is a doubt, and it says why.
lesson-4f-hint-2 = See how this very row was treated in the data: the columns `value`, `status`, `comment_en`.

lesson-4g-right = The slip has all four parts: a figure that is in a contradiction, its value as printed, status U, and a comment with the figure it clashes with. Read the comment to your neighbour: from the comment alone, do they see where the contradiction lies?
lesson-4g-mistake-unknown = There is no such figure. `observation` is the identifier of a row, from the column `observations` of the audit.
lesson-4g-mistake-example = This figure was dealt with in 4f. Choose another contradiction.
lesson-4g-mistake-sound = This figure exists but stands in no contradiction of the table. Casting doubt on a sound figure spoils the data too.
lesson-4g-mistake-corrected = The value on the slip is not the printed one (or is not a number). Even if you believe it wrong, keep what the source prints and put your belief into the comment.
lesson-4g-mistake-status = The status does not tell anybody that there is a doubt. Which letter of the code list `status` means doubtful?
lesson-4g-mistake-bare = The comment is too short, or does not give the number that the figure clashes with. A good comment answers: which figure does this one contradict, and where?
lesson-4g-hint-1 = Filter the audit for `inconsistent` and choose a row whose `explanation_en` you fully understand.
lesson-4g-hint-2 = The identifiers are in the column `observations`; the printed value is `wa.observation(data, identifier).value`.
lesson-4g-hint-3 = Do not copy the machine’s explanation: write one sentence of your own with both clashing figures.
