# CSV and Excel files saved from tables, comparisons and selections
export-table = Table
export-figures = Figures
export-pairs = Pairs
export-about = Sources
export-title = Content
export-note = Note and sources
export-edition = Edition of the data
export-licence = Licence
export-licence-text = CC BY 4.0. The figures belong to the publishers named as sources.
export-selection = Selected figures
export-copy = Copy the table
export-copied = Copied. Paste it into Excel, Word or a message.
export-not-copied = The browser does not allow copying. Save the table with .save("table.xlsx").
