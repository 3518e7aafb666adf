# Errors: what a call refuses, and why
quoted = '{ $name }'
either = { $others } or { $last }
both = { $others } and { $last }
some-of = { $names }, … ({ $count } in all)
at-line = line { $number }

unknown-name = Unknown { $kind } '{ $name }'. { $hint }
hint-meant = Did you mean { $names }?
hint-data-first = In every call that takes the data, they come first.
hint-known = Known: { $names }.
hint-none = There is none.
kind-area = area
kind-article = article
kind-base = base
kind-breakdown = breakdown
kind-check = check
kind-citable = figure, indicator or published report
kind-citation_form = form of citation
kind-column = column
kind-comparison = comparison
kind-engine = engine
kind-exclusion = exclusion
kind-executor = executor
kind-exercise = exercise
kind-figure = figure
kind-form = form
kind-indicator = indicator
kind-key = key
kind-language = language
kind-language_variable = language (variable WELFARE_ANALYSIS_LANGUAGE)
kind-lesson = lesson
kind-level = level
kind-list = list
kind-measure = measure
kind-message = message
kind-observation = observation
kind-pair = pair with two figures
kind-parameter = parameter
kind-poverty_standard = poverty standard
kind-related_figure = related figure
kind-remark = remark
kind-report = report
kind-result = result
kind-row = row
kind-sentence_value = value of the sentence
kind-shared_origin = shared origin
kind-source = source
kind-standard = standard
kind-table = table
kind-target = target
kind-term = term
kind-theme = theme
kind-theme_or_indicator = theme or indicator
kind-unit = unit

# What was expected of an argument, and what it was
unfit = { $call }: { $name } must be { $expected }, found { $found }. { $hint }
fit-comparison = a comparison, such as compare gives
fit-comparison-or-several = { fit-comparison }, or { fit-comparisons }
fit-comparisons = comparisons by their labels: {"{"}label: what compare gives{"}"}
fit-data = the data, as load() gives them
fit-figure = a printed or derived figure, as observation(), one() or a measure
fit-figures = a comparison, observations (such as select returns) or measures
fit-finding = a finding, as findings() gives them
fit-findings = findings, as findings() gives them
fit-flows = a list of printed figures
fit-frame = a DataFrame with the columns { $columns }
fit-indicator = the code or title of an indicator
fit-labelled = a mapping, or pairs, of labels and measures
fit-names = one name or a list of names
fit-number = a number
fit-observations = observations: a comparison, a DataFrame such as select returns, or a list of them
fit-pairs = pairs of two observations: a result and its goal
fit-path = a path
fit-period = a year (2023) or a date (2023-12-31)
fit-positive = a whole number from 1 up
fit-printed = a printed figure, as observation() or one() gives it
fit-prose = text or prose
fit-related = related figures, as related() lists them
fit-some = at least one, not an empty list
fit-text = text
fit-whole = a whole number from 0 up
found-many = a { $kind } of { $count }
found-number = the number { $number }
found-an-object = an { $kind }
found-object = a { $kind }
hint-code-alone = A code alone is no figure: pass select(data, …) or compare(data, …).
hint-holds = It holds { $found }.
hint-holds-for = It holds { $found } for { $label }.
hint-lacks = It lacks { $columns }.
hint-name-the-measure = For derived figures name the measure: compare(data, indicator, areas, by="…").
hint-single-figure = Put a single figure in a list.

# Data
area-in-itself = Area { $area } contains itself: correct `parent` in areas.csv.
asked-for = { $indicator } of { $area } { $when }
asked-in = in { $period }
figure-of = { $names } ({ $figure }, { $period })
expected-one-of = expected one of { $names }
language-en = English
language-vi = Vietnamese
many-areas = '{ $name }' names { $count } areas: { $areas }. Write the code, or the full name with that of the area around it.
many-figures = { $count } figures answer { $asked }: { $figures }. Name a source or period.
many-parts = '{ $name }' names { $count } parts, expected one of { $parts }.
no-archive = No folder { $folder }: name the one with the archived articles.
no-figure-in = No figure in '{ $text }': expected digits or a magnitude word.
no-folder = { $path }: the folder { $folder } does not exist; make it first.
no-form-of-chart = '{ $name }': a chart is saved as { $forms }.
no-form-of-table = '{ $name }': a table is saved as { $forms }.
no-number-of = '{ $text }' is not a number as { $language } writes them: '{ $group }' groups thousands, '{ $mark }' marks decimals.
no-openpyxl = Saving as .xlsx needs the package openpyxl, which is not installed: pip install 'welfare-analysis[explore]'. Or save as .csv.
no-order = { $figures } have no order by themselves: ask compare(data, "{ $indicator }", [{ $areas }]) whether they may be set side by side, and its order.
no-package = No data package in { $folder }: expected a datapackage.json there. Name the folder that holds it (--data DIR).
no-path = Save to a file's name, not to { $found }: 'name{ $ending }'.
no-sdmx = SDMX-CSV holds printed figures, and none stand behind this.
not-divided = { $of ->
    [all] No figures by '{ $name }': { $there }.
   *[some] No figures of { $indicators } by '{ $name }': { $there }.
}
not-to-save = { $kind } found where observations or a DataFrame were expected; a table, a chart or a comparison has its own .save(path).
nothing-to-save = No { $what } to save: the selection is empty.
nothing-to-show = No { $what } to show: the selection is empty, or every area is without one. Widen it (indicator, period, measure, areas), or leave it out.
not-at-desk = { $figure } is not among the figures of { $indicator } of the areas chosen: name its indicator and area too, or leave out { $option }.
theme-given = '{ $name }' is a theme, expected one indicator or concept of it: { $indicators }.
told-apart = { $name } ({ $level }, { $area })
totals-only = there are totals only

# Own figures
own-at = { $where }: { $said }
own-changed = the data are not as { $folder } holds them now; call load() again, then add.
own-columns = unknown column { $odd }; expected some of { $known }.
own-columns-twice = column { $names } stands twice.
own-expected = expected { $what }.
own-fault = { $given ->
    [yes] found '{ $found }'; { $fault }
   *[no] { $fault }
}{ $count ->
    [0] .
    [one] {" "}(1 more fault).
   *[other] {" "}({ $count } more faults).
}
own-gap = expected a value in every row.
own-no-number = expected a number, found { $found }.
own-no-rows = the frame has no rows.
own-one-of = expected one of { $names }.
own-refused = add: { $said } Nothing was added.
own-row = { $cell ->
    [yes] row { $number }, column { $column }
   *[no] row { $number }
}
own-source-name = source must be small letters, digits and hyphens, such as my-survey, found '{ $found }'.
own-source-taken = the data have a source '{ $source }' already; choose another.
own-too-long = expected a number of at most 15 digits, found { $found }.
own-unit = found '{ $found }'; expected { $unit }, the unit of { $indicator }.

# Comparing and computing
after-a-break = { $names } is marked as the first after a break
all-of-it = total
attained-one-end = { $plan } is one end of a range ({ $figure }): no single attainment.
attained-otherwise = { $result } covers { $period }, the plan { $plan } { $plan_period }: attainment needs one period.
base-missing = The data hold no number of inhabitants or households of { $area } to put a count on ({ $indicators }): name one as the base.
base-of-another = The base { $base } is of { $area }, not of { $expected }.
change-of-zero = { $names } is zero: a change in percent has no base.
differ-in = { $column } is { $first } and { $second }
differ-in-date = one is of { $first }, the other of { $second }
differ-in-length = one covers { $first }, the other { $second }
divided-by-perhaps-zero = { $names } may be zero: nothing can be divided by it.
divided-by-zero = { $names } is zero: nothing can be divided by it.
no-area = no area
no-base = { $base } ({ $indicator }) is no population and no number of households.
no-change = No change can be computed from { $before } to { $after }: { $why }.
no-count = { $figure } is in { $unit }: only a count has a base.
no-figure-from = No figure on { $subject } of { $areas } is from { $sources }. Sources that have one: { $others }.
no-figure-on = There is no figure on { $subject } of any of { $areas }.
no-flow = { $figure } is not a flow: it has no length of time.
no-goal-of = { $names } are no result and its goal: { $why }.
no-other-measure = no other measure
no-pace = { $goal } ({ $term }) is not ahead of { $period }: no pace leads to it.
no-pair = { $names } are no pair: { $why }.
no-pair-of-it = { $first } and { $second } are no pair of this comparison.
no-part-of = { $part } ({ $own }) is no part of { $whole } ({ $other }): no share.
no-result-of = { $result } ({ $unit }, { $area }) is no result of { $plan } ({ $plan_unit }, { $plan_area }): unit and area must be the same.
no-series = { $names } are not of one series: { $why }.
no-total = { $later } ({ $later_period }) does not begin where { $earlier } ({ $earlier_period }) ends: no total.
none-at-all = none
not-around = { $around } does not contain { $area }
not-compared = { $area } has no figure in this comparison; one has { $those }.
not-computed-of = { $by } cannot be computed of { $subject } for any of { $areas }; { $others } can.
not-given = not given
not-within = { $part } does not lie in { $whole }: no share.
one-day = { $before } and { $after } are of one day: no change a year.
other-choice = { $parameter }={ $found }: expected one of { $known }.
other-place-or-date = { $names } differ in area or date.
other-unit = { $names } is in { $unit }, expected { $expected }.
rate-of-another = { $rate } is the rate of { $numerator }, not of { $count }.
rate-of-zero = { $rate } may be zero: it implies no base.
share-of-periods = The part covers { $part }, the whole { $whole }: no share.
share-of-units = A share of { $part } in { $whole } has no meaning.
too-long = { $figure } covers { $period }, more than a year: take its annual_average before putting it on a base.
two-areas = A comparison needs at least two different areas, found { $found }.

# Showing
many-forms = {"{"}{ $name }:{ $form }{"}"} asks for { $forms }; give one of them.
many-panels = { $panels } panels ({ $indicators } indicators, { $areas } areas) are too many for one chart; at most { $most } are drawn. Select fewer indicators or areas, or show a table.
no-axis-for-both = { $names } may not share an axis: draw figures of one indicator, by one standard and in one unit.
no-base-at-all = No number of { $per } of { $areas } is in the data: draw the counts instead.
no-change-said = '{ $measure }' is no change: use change_points or change_percent.
no-check-to-draw = No check to draw: the audit has no row. Widen the selection.
no-goal = { $figure } is no plan or target but: { $measure }.
no-log-of-rate = { $name } is a rate ({ $figure }): a logarithmic axis is for counts over several orders of magnitude. Leave out log=True.
no-log-of-zero = { $name } is { $figure }: a logarithmic axis has no place for zero. Leave out log=True, or the figure.
no-number-to-choose = {"{"}{ $name }:{ $form }{"}"} chooses by number, but { $name } is { $value }.
no-view = A { $kind } has no view; expected one of: { $kinds }.
not-citable = {"{"}{ $name }{"}"} is a { $kind }: give an observation, a measure, a whole number, a date, text or a list of these, so that the sentence keeps its source.
not-sayable = {"{"}{ $name }{"}"} is { $value }, which no sentence can say.
nothing-behind = No printed figure stands behind this { $kind }.
one-cell = { $count } figures share a cell: { $names }. Name a source or a kind.
without-sources = A { $kind } carries no sources: show a table, a chart or prose made by this package.

# Lessons
bundle-of-all = A bundle holds all lessons in one language: --lang vi or --lang en.
cite-of-indicator = --areas and --source choose among the figures of an indicator: name one too.
bundle-of-shipped-data = A bundle carries the shipped data: leave out --data.
leads-out = { $file }: a link that leads out of the folder; not followed.
no-class-folder = There is no folder { $folder }: name the one with the class's notebooks.
no-exercise-below = No notebook below { $folder } holds an exercise of a lesson.{ $reasons }
no-notebook = { $file }: is no notebook: it holds no list of cells.
no-project-for-bundle = A bundle is made in the project's folder: this is an installed copy.
no-python-version = Expected a version of Python such as 3.13, found '{ $found }'.
pip-failed = pip { $command } failed, so no bundle was made: { $said }
too-large = { $file }: larger than { $bytes } bytes, so no student's notebook.
unreadable-notebook = { $file }: cannot be read as a notebook ({ $reason }).

# Files
free-there = { $megabytes } MB free there
free-unknown = free space unknown
not-used = { $path } cannot be used: { $reason } ({ $free }).
not-written = { $path } cannot be written: { $reason } ({ $free }).
