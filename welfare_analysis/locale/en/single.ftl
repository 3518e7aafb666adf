# One report by itself, set in type outside a build
paper = { $title } ({ $file }): { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $sources ->
    [one] { $sources } source
   *[other] { $sources } sources
}.
