# Lesson 5: an honest chart and a one-page brief
lesson-choice-missing_as_zero = missing drawn as zero|missing as zero|ô trống vẽ thành số không
lesson-choice-one_axis = incomparable figures on one axis|one axis|chung một trục
lesson-choice-no_source = no source|source missing|không ghi nguồn
lesson-choice-wrong_figures = wrong figures|figures are wrong|số liệu in sai
lesson-choice-dull_colours = dull colours|ugly colours|màu xấu
lesson-choice-A = A
lesson-choice-B = B
lesson-choice-C = C
lesson-choice-D = D

exhibit-stamp = FOR AN EXERCISE
exhibit-title = Which place is poorest?
exhibit-subtitle = A chart made in haste from a spreadsheet
exhibit-alt = A bar chart drawn wrongly on purpose, all bars on one axis: { $items }.

lesson-5a-right = This place has no result in that year; the spreadsheet put a zero into the empty cell. The zero of Hà Nội, by contrast, is a figure: its source prints “{ $zero }” ({ $period }). In the chart the two bars look alike, and that is the danger.
lesson-5a-mistake-true_zero = This bar is truly zero: a source says so (`poverty_2021.figures["VN-HN"]`). What about the other bar of height zero?
lesson-5a-mistake-both = Both bars have height zero, but not one meaning. Ask of each: does any source *print* that zero?
lesson-5a-mistake-not_drawn = This place is not in the chart. Look for the bar with no figure behind it.
lesson-5a-hint-1 = `poverty_2021.missing` names the places without a figure, `poverty_2021.figures` those with one.
lesson-5a-hint-2 = “None” and “zero” are two different things. Which cell of the table says that there is no figure?

lesson-5b-right = Three faults: a missing cell drawn as zero; figures by different poverty standards on one axis, and ranked at that; no source. No published figure is wrong. A wrong chart of right figures is the kind hardest to see.
lesson-5b-mistake-only_zero = That is one fault, but not all. If the missing place had a figure, could the chart be used? And where would a reader check it?
lesson-5b-mistake-forgot_source = One fault is left, below the chart: where would a reader check the figures?
lesson-5b-mistake-forgot_axis = One fault is left, the gravest: remember lesson 3 – may these figures stand side by side?
lesson-5b-mistake-figures = Compare each bar with the data: no published figure was copied wrongly; the invented zero is the fault “missing drawn as zero”. What is wrong is how they are shown.
lesson-5b-mistake-colours = The colours could be nicer, but they mislead nobody. Look only for what leads a reader to a wrong conclusion.
lesson-5b-hint-1 = Ask of each fault in the list: does it make the reader conclude wrongly, or unable to check – or is it only unpleasant to look at?
lesson-5b-hint-2 = There are exactly three faults.

lesson-5c-right = { $n } axes, one for each poverty standard. The library splits them itself when you call `wa.charts.ranges`: nobody has to remember to ask.
lesson-5c-mistake-one = One axis invites the reader to rank figures of several poverty standards.
lesson-5c-mistake-two = You split into “national standard” and “own standard”. But are the two own standards one?
lesson-5c-mistake-each = Keeping all four apart is safe but wasteful: two places share a standard and may stand together if the difference in level is said.
lesson-5c-hint-1 = Count the groups: `poverty.groups()`.
lesson-5c-hint-2 = Count the different poverty standards in the table of verdicts of lesson 3.

lesson-5d-right = Question B: start and end follow one standard, so it can be said whether the rate rose or fell, and by how much. The other three are not bad questions; they need figures that may stand side by side, or causes, which nobody has published.
lesson-5d-mistake-ranking = This asks to rank four figures of different standards. To answer it, all four places would need results by one standard on one day.
lesson-5d-mistake-apart = This needs results of both cities that may stand side by side. Look at the verdict: `wa.compare(data, "vocational_enrolment", ["Hà Nội", "TP.HCM"]).pairs`.
lesson-5d-mistake-cause = This asks for causes. The data here describe levels and changes; no table says why.
lesson-5d-hint-1 = Ask of each question: which figures does it need, and may they stand side by side?
lesson-5d-hint-2 = The one that can be answered compares a place with itself, by one standard.

lesson-5e-right = The chart has it all: one place, one standard, two dates or more, an axis from zero, sources, and a description for those who cannot see it. Read that description: `answer.alt`.
lesson-5e-mistake-foreign = This is no chart of the library. A picture drawn by hand carries no source, note or description; they are lost when it leaves your machine. Use `wa.charts.series(…)`.
lesson-5e-mistake-table = This is a table. Tables are good, but the task asks for a chart over time: `wa.charts.series(…)`.
lesson-5e-mistake-other = This chart is not about the poor household rate. Look at the indicator: `poor_household_rate`.
lesson-5e-mistake-crowded = The chart holds several places. The question is about *one*; the others only invite comparisons that should not be made.
lesson-5e-mistake-copied = This is the place of the worked example. Choose Hà Nội or Ho Chi Minh City.
lesson-5e-mistake-elsewhere = This chart is of another place. The task asks for Hà Nội or Ho Chi Minh City.
lesson-5e-mistake-standards = The chart holds figures of the old standard too. The library left a gap there, so the picture is not wrong, but the question is “since the present standard”. Filter with `standard=…`.
lesson-5e-mistake-single = One date shows no change. Perhaps you filtered too much: drop the condition `period`.
lesson-5e-hint-1 = Two steps: choose the figures with `wa.select(…)`, then draw them with `wa.charts.series(data, figures, language)`.
lesson-5e-hint-2 = Filter three things: indicator, place, standard; and take results only: `measure="actual"`.
lesson-5e-hint-3 = The latest standard of a place: `result_of(data, "poor_household_rate", "VN-SG").standard`, after `from welfare_analysis.judge.headlines import result_of`.

lesson-5f-right = Both messages take their figures from the data, with source and date, and neither sets side by side what cannot be compared. Read them aloud: does somebody who has not seen the chart understand?
lesson-5f-mistake-typed = One message is plain text in quotes. Nobody knows where a typed number comes from, and when the data are corrected the sentence still says the old one. Write `en("… { "{" }name{ "}" } …", name=figure)`.
lesson-5f-mistake-one = It takes two messages or more, in a list: [en(…), en(…)].
lesson-5f-mistake-no_figure = One message holds no figure. Key messages rest on figures; put comments elsewhere.
lesson-5f-mistake-apart = The messages set side by side figures that cannot be compared (lesson 3). Two sentences are not enough, as they still suggest a ranking: leave one place out.
lesson-5f-mistake-ranking = One message compares the place with another of which it gives no figure, or ranks places. Compare the chosen place with itself only.
lesson-5f-ranking = { "{" }figure:area{ "}" } has the lowest poor household rate of the whole country: { "{" }figure{ "}" } ({ "{" }figure:period{ "}" })
lesson-5f-mistake-undated = One message does not say which date its figure belongs to. Add `{ "{" }name:period{ "}" }`.
lesson-5f-hint-1 = The first message gives the present level, the second the change since the start.
lesson-5f-hint-2 = `start_of(data, result)` gives the start by the same standard, `change(wa.change_points(start, result), language)` the words for the change.
lesson-5f-hint-3 = In a template `{ "{" }result{ "}" }` prints the figure with its source, `{ "{" }result:period{ "}" }` its date, `{ "{" }result:area{ "}" }` the place.

lesson-5g-right = One page, with sources, and one command runs it again when the data change. Open the PDF and read it as a busy person would: after a minute, what do you remember?
lesson-5g-mistake-path = This is a path, or something else. Hand in the result of `wa.typeset(…)` itself: it knows how many pages and sources the brief has.
lesson-5g-mistake-default = This brief is still the poor household rate of Sơn La, the template’s default. Set the parameter `area` or `indicator` when you run papermill.
lesson-5g-mistake-unsourced = The brief has no list of sources. Is the last cell of the template, `brief.references(compact=True)`, still there?
lesson-5g-mistake-pages = The brief is longer than a page. One page is a discipline: fewer words, fewer pictures, keep the sources.
lesson-5g-hint-1 = Two steps: papermill runs the template with a new parameter, `wa.typeset` sets the executed notebook in type.
lesson-5g-hint-2 = `papermill.execute_notebook(template, executed, parameters={ "{" }"language": language, "area": "VN-SG"{ "}" })`
lesson-5g-hint-3 = Look again at the cell of the worked example; one parameter and two file names change.
