"""Engine: papermill runs a notebook's cells in this very process, without a kernel.

The entry point ``papermill.engine`` names `InProcess`.  papermill loads it whenever papermill is
imported, so this module imports nothing heavy, and not papermill itself, which would be a circle.
A build calls it only in a process forked for one report.
"""

from __future__ import annotations

ENGINE = "welfare-analysis"


class InProcess:
    """A papermill engine that executes cells in an IPython shell of the calling process.

    ``papermill --engine welfare-analysis IN OUT`` uses it too.
    """

    @classmethod
    def execute_notebook(cls, notebook, kernel_name, **options):
        """Execute a notebook under papermill's own management of its state."""
        from papermill.engines import Engine

        # Borrowed rather than inherited: the base class lives in a module that loads this one.
        return Engine.execute_notebook.__func__(cls, notebook, kernel_name, **options)

    @classmethod
    def execute_managed_notebook(cls, manager, kernel_name, log=None, **_options) -> None:
        """Run the cells in order; stop after the first that fails.

        Parameters
        ----------
        manager : papermill.engines.NotebookExecutionManager
        kernel_name : str
            Not used: there is no kernel.
        log : CellLog, optional
            Told what is about to run and what came of it; the outputs are in it alone.
        """
        from .shell import Session

        notebook = manager.nb
        if log is not None:
            log.begin(notebook)
        with Session() as session:
            for index, cell in enumerate(notebook.cells):
                manager.cell_start(cell, index)
                try:
                    failed = _run(session, cell, index, log)
                    if log is not None and session.outputs.changed_earlier:
                        log.again(notebook.cells[:index])
                    if failed and "raises-exception" not in cell.metadata.get("tags", []):
                        manager.cell_exception(cell, index)
                        break
                finally:
                    manager.cell_complete(cell, cell_index=index)
            notebook.metadata["language_info"] = session.language()
        if log is not None:  # it has the outputs, which papermill would write to nowhere
            for cell in notebook.cells:
                if cell.cell_type == "code":
                    cell.outputs = []

    @classmethod
    def nb_kernel_name(cls, notebook, name=None):
        """Return the kernel's name that papermill writes into the notebook."""
        from papermill.utils import nb_kernel_name

        return nb_kernel_name(notebook, name)

    @classmethod
    def nb_language(cls, notebook, language=None):
        """Return the notebook's language."""
        from papermill.utils import nb_language

        return nb_language(notebook, language)


def _run(session, cell, index: int, log) -> bool:
    """Run one cell as nbclient would; return whether it failed."""
    if cell.cell_type != "code" or not cell.source.strip():
        return False
    if "skip-execution" in cell.metadata.get("tags", []):
        return False
    if log is not None:
        log.start(index)
    cell.execution_count = session.execution_count
    cell.outputs, failed = session.run(cell.source)
    if log is not None:
        log.end(index, cell)
    return failed
