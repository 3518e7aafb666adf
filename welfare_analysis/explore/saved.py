"""Saved: what of a desk stays in a notebook that is committed executed."""

from __future__ import annotations

from nbconvert.preprocessors import Preprocessor

_VIEW = "application/vnd.jupyter.widget-view+json"
_LIVE = ("text/html", _VIEW)


class Still(Preprocessor):
    """Keep the picture of a widget and drop the widget.

    A widget lives in a kernel: opened without it, JupyterLab shows an error in its place.  Its
    picture (``text/html``) is shown instead, as on GitHub.  What says of itself that it is
    alive only while scripts run keeps its words alone.
    """

    enabled = True

    def preprocess(self, notebook, resources):
        """Clean a whole notebook."""
        notebook.metadata.pop("widgets", None)
        return super().preprocess(notebook, resources)

    def preprocess_cell(self, cell, resources, index):
        """Clean the outputs of a cell."""
        for output in cell.get("outputs", ()):
            live = output.get("metadata", {}).get("welfare_analysis", {}).get("live")
            for kind in _LIVE if live else (_VIEW,):
                output.get("data", {}).pop(kind, None)
        return cell, resources
