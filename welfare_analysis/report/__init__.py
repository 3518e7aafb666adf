"""How it is published: notebooks run one by one, and set as PDF and HTML, whole or not at all.

What is asked for: `register`, `parameters`, `plan`, `joblist`; `inputs` tell what has changed.
How it is run: `build` has a `pool` make each report in a process of its own (`processes`), begun
by `preload` or `worker`; `run`, `engine` and `shell` execute the cells, `cell_log` notes them.
How it is set: `reading` makes a document of the outputs, `typeset` the PDF, `pages` the HTML.
How it is put in place: `outputs`, `manifest`, `staleness`, `publish`.

What a report says is not decided here: notebooks show what `judge` finds, as `show` words it.
"""
