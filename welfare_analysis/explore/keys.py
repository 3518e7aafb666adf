"""Keys: what is typed in the desk is for the desk."""

# JupyterLab takes the keys of whatever has the focus for commands of its own: an arrow would
# leave a list of the desk, "d d" would delete its cell.  It spares elements that carry an
# attribute, which widgets cannot be given; so a style, once read, has it set on what gets the
# focus beside it.
KEPT = (
    "onload=\"this.closest('.wa-desk, .wa-search').addEventListener('focusin', "
    "event => { event.target.dataset.lmSuppressShortcuts = 'true' })\""
)
