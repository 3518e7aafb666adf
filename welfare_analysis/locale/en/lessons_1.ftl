# Lesson 1: reading an official figure
lesson-choice-exactly = exactly that number|exactly|equal
lesson-choice-at_most = at most that number|at most|no more than
lesson-choice-at_least = at least that number|at least|no fewer than

lesson-1a-right = In Vietnamese the comma marks decimals and the point groups thousands; “tỷ” is a thousand million. So “{ $printed }” is multiplied by a billion to give đồng.
lesson-1a-mistake-copied = You copied the scale word too. The task asks for đồng in full: put a multiplication in place of the word, so that no scale word is left.
lesson-1a-mistake-no_scale = You copied the digits and left out the word “tỷ” (billion). The scale word is part of the figure: without it the figure is wrong by a factor of a billion.
lesson-1a-mistake-millions = You multiplied by a million. The word printed is “tỷ”: one billion, a thousand million.
lesson-1a-mistake-marks = You took the point for a decimal mark. In Vietnamese print the point groups thousands; the comma marks decimals.
lesson-1a-mistake-comma = You dropped the comma and ran the digits together, so two decimals became whole digits. Keep the decimals.
lesson-1a-hint-1 = Take the figure apart: the digits, the marks between them, and the scale word that follows.
lesson-1a-hint-2 = In Vietnamese the point groups thousands and the comma marks decimals. In Python a billion is `1e9`.

lesson-1b-right = A flow adds up from the first day to the last, such as { $sent } in { $period }. A stock is a picture of one day, such as { $abroad } on { $date }. The two are never added and never set side by side.
lesson-1b-mistake-abroad = Look at B again. These are people working abroad on a certain day, whichever year they left. Those sent in a period would be a flow.
lesson-1b-mistake-poor = Look at C again. Poor households are counted at a review, on one day. Adding three years would count one household up to three times.
lesson-1b-mistake-sent = Look at A again. “Sent” happens during the period: the longer the period, the larger the number. That is the mark of a flow.
lesson-1b-mistake-teachers = Look at E again. These are teachers employed on a certain day; waiting another year does not double them.
lesson-1b-mistake-enrolled = Look at D again. Enrolment happens during the period: the number for eight months is smaller than that for a year only because the period is shorter.
lesson-1b-hint-1 = Ask of each figure: if we counted for twice as long, would it grow accordingly?
lesson-1b-hint-2 = If it grows, it is a flow. If one has to say “as of …”, it is a stock.
lesson-1b-hint-3 = Look at the verb: “sent”, “enrolled”, “held” happen during a period; “there are”, “are working” describe one day.

lesson-1c-right = Everyone placed in a job counts at least one turn, and may count several. So there are no more people than { $placements }; how many fewer, this figure cannot say.
lesson-1c-mistake-exactly = You took every turn for a person. Someone who found work twice in the period counts as two turns, so there may be fewer people than turns.
lesson-1c-mistake-at_least = The other way round: one person makes one or more turns, so the turns are the larger number.
lesson-1c-hint-1 = Try three people: two found work once, one found work three times. How many turns, how many people?
lesson-1c-hint-2 = When are there exactly as many people as turns? In every other case, which is larger?

lesson-1d-right = “Gần” (nearly) means short of the number printed, which was rounded up to its last non-zero digit. In { $figure } one unit of that digit is { $step }, so the true number lies in the range { $reach }, both ends excluded.
lesson-1d-mistake-point = This is a single point. “Nearly” says that the true number is not the one printed; the answer must be an interval.
lesson-1d-mistake-both_sides = This interval lies on both sides of the number printed: that is what “about” means. “Nearly” lies on one side only.
lesson-1d-mistake-half = You used arithmetic rounding (half a unit to either side). Here the writer says “nearly”, so the true number can only be smaller.
lesson-1d-mistake-above = This interval lies above the number printed: that is what “more than” or “over” means.
lesson-1d-mistake-one = This is too narrow: had the number been known exactly, it would have been printed. Look at the last non-zero digit.
lesson-1d-hint-1 = Choose the side first: is something “nearly” a number smaller or larger than it?
lesson-1d-hint-2 = Then choose the width: which place does the last non-zero digit stand in? One unit of that place is the width.

lesson-1e-right = The rate was rounded to { $step } percentage points, so it is off by half that at most: { $reach } percent. Measured by { $rate } itself that is an error of up to { $relative }: the smaller the rate, the larger its relative error.
lesson-1e-mistake-point = This is a single point. Two decimals are the result of rounding: many different values print alike.
lesson-1e-mistake-whole_step = This is twice as wide as it should be. A value off by a whole unit of the last digit would have been printed as another number.
lesson-1e-mistake-cut_off = You assume that the rest was cut off. Statistical offices round to the nearest value, so the true one may be smaller than the one printed.
lesson-1e-mistake-below = The true value may lie on either side: there is no “nearly” here, only rounding.
lesson-1e-hint-1 = Which values, rounded to two decimals, all print as { $rate }?
lesson-1e-hint-2 = Try in Python, around 0.03: `round(0.027, 2)`, `round(0.034, 2)`, `round(0.036, 2)`.
lesson-1e-hint-3 = Go half a unit of the last digit to either side. That unit is { $step }.

lesson-1f-right = On average a turn received { $low } to { $high } đồng, { $least } to { $most } times the standard of { $allowance }, which the source prints for **coefficient 1**; a higher coefficient brings more. So a turn may be a month of allowance, or a mixture of several kinds of support: these figures do not tell. Nothing here allows the words “each person received” that sum.
lesson-1f-mistake-point = The division is right, but the denominator, { $turns }, is an interval, and so is the quotient.
lesson-1f-mistake-ignored_word = You divided by the number as printed and passed over “more than”. There were more turns, so the true average is smaller: the lower end is lower still.
lesson-1f-mistake-upside_down = Upside down: this is turns per đồng. Divide the money by the turns.
lesson-1f-mistake-in_millions = The calculation is right but in millions. The task asks for đồng.
lesson-1f-hint-1 = Write both as plain numbers first: { $spending } in đồng, { $turns } in turns.
lesson-1f-hint-2 = The quotient is smallest when the numerator is smallest and the denominator largest; it is largest the other way round.
lesson-1f-hint-3 = The library computes with intervals: `spending.interval / turns.interval`.

lesson-1g-right = The sentence has all five parts of a figure: size, widening word, unit, place and period. Leave out any of them and the reader is misled.
lesson-1g-mistake-number = The number is missing. Copy it as the source prints it, with its scale word.
lesson-1g-mistake-unit = The unit “turns” is missing. Writing “people” turns a count of occasions into a count of persons.
lesson-1g-mistake-word = “More than” does not stand before the number, or its meaning is turned round (“no more than”). Without it a rounded number becomes an exact one.
lesson-1g-mistake-place = It is not clear of which place this is, or another place is named. The figure is of Hà Nội.
lesson-1g-mistake-period = The period is missing. Without its first and last year nobody can compare a flow with another. This one is { $period }.
lesson-1g-mistake-yearly = This is the total of the whole period, not of each year. The sentence makes the reader multiply it by three.
lesson-1g-hint-1 = A full sentence says: how many, of what, where, in which period.
lesson-1g-hint-2 = Keep what the source prints, { $turns }, and add the first and last year of the period.
