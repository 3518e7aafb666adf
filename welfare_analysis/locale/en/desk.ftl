# The desk in JupyterLab: labels, messages
desk-title = Compare the places
desk-theme = Theme
desk-indicator-label = Indicator
desk-areas = Areas (number of figures)
desk-period = Year
desk-measure = Kind
desk-standard = Poverty standard
desk-by = Compare by
desk-log = Logarithmic axis
desk-refused = Say in the chart what may not be compared, and why
desk-area-none = { $area } (no figure)
desk-period-any = what compares best
desk-measure-any = all, results first
desk-standard-any = all
desk-by-none = the figures themselves
desk-no-area = Choose at least one area.
desk-one-area = Choose one more area to compare. The table and the chart over time below are of one place only.
desk-no-figure = No figure matches this choice. Drop a condition on the year, the kind or the poverty standard.
desk-pairs = Pairs of areas
desk-search = Search
desk-search-hint = any word: poor, ngheo…
desk-found-none = No indicator with figures is found by these words.
desk-empty-areas = Without a figure ({ $n })
desk-around = With region and country
desk-undo = Undo
desk-detail = Details
desk-not-shown = This cannot be shown for the present choice. Choose fewer places, or drop a condition.
desk-code-restoring = This line opens the desk as it is now:
desk-kept = { $file } of before holds something else and was left as it is.
desk-not-saved = Not saved to the folder { $folder }: { $reason ->
    [denied] no permission to write there
    [full] the disk is full
    [folder] that is a file, not a folder
    [name] the name is too long for this disk
   *[other] the system refused it (error { $code })
}.
desk-view-chart = Chart
desk-view-table = Table
desk-view-verdicts = Verdict on each pair
desk-view-series = Over time
desk-view-origin = Where from?
desk-view-code = Code
desk-origin = Figure
desk-origin-of = { $area }: { $figure }, { $period }
desk-code-reading = These lines give exactly what was shown; copy them into a new cell to go on from there.
desk-save-chart = Save the chart
desk-save-table = Save the table
desk-save-as = Save as { $form }
desk-saved = Saved to { $path }.
desk-download = Download
desk-nothing-to-save = Nothing to save yet.
desk-sources = Sources ({ $count })
desk-static = This is a picture of the desk. Run all cells (Run ▸ Run All Cells) to choose and redraw.
desk-needs = The desk needs { $n ->
    [one] one more package: { $packages }
   *[other] { $count } more packages: { $packages }
}. Run the command below in a new cell or in a terminal, then restart the kernel (Kernel ▸ Restart) and reload the page.
search-needs = The searchable table needs the package { $packages }. Run the command below in a new cell or in a terminal, then restart the kernel (Kernel ▸ Restart) and reload the page.
search-caption = Every published figure. Type with or without Vietnamese accents.
search-static = A searchable table of { $count } figures appears when this cell is run.
search-search = Search:
search-lengthMenu = { $menu } rows a page
search-info = { $start }–{ $end } of { $total } figures
search-infoEmpty = No figures
search-infoFiltered = (out of { $max })
search-zeroRecords = No figure matches
search-emptyTable = No figures
search-page-first = First
search-page-last = Last
search-page-next = Next
search-page-previous = Previous
table-observation = identifier
