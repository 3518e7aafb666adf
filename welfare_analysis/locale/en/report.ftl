# Reports: labels on the printed page
report-series = Social welfare analysis
report-publisher = Welfare Analysis project
report-summary = Key messages
report-figure = Figure
report-table = Table
report-note = Note
report-sources = Sources
report-paragraph = para. { $paragraph }
report-cited = Cited on page
report-page = Page { $page } of { $pages }
report-date = Data as of { $date }
report-revision = Data revision { $revision }
report-about = About this report
report-about-publisher = Published by
report-about-cite = Cite as
report-about-cite-text = { $publisher }, { $title }, { $date }, data version { $version } ({ $revision }).
report-about-release = Released
report-about-next = { $date }. Next edition: { $when }
report-about-changes = Changed
report-about-changes-text = Since { $since }: { $named }{ $n ->
    [0] { "" }
   *[other] , and { $n } more
} (data/CHANGES.md).
report-about-record = Edited data
report-about-record-text = { $files } { $n ->
    [one] differs
   *[other] differ
 } from what the data package records: check before citing.
report-about-data = Data
report-about-data-text = Version { $version }, revision { $revision }, { $date }
report-about-software = Software
report-about-software-text = { $software } (BSD 3-Clause); typeface IBM Plex (SIL OFL 1.1).
report-about-notebook = Notebook
report-about-parameters = Parameters
report-about-reading = How to read it
report-about-reading-text = A number in square brackets is that of the source; “para.” counts the paragraphs of the source text. A point separates decimals, a comma thousands.
report-about-licence = Licence
report-about-licence-text = Text and data tables: CC BY 4.0. The figures belong to the publishers named in the sources.
report-keywords = social welfare, poverty reduction, vocational training, labour export, Viet Nam
report-yes = yes
report-no = no
