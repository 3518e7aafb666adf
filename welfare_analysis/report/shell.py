"""Shell: cells run in an IPython shell of this process, their outputs kept as Jupyter's.

What a kernel would send over its sockets, and nbclient would gather on the other side, is put
together here in the same form and the same order, so that both engines give equal notebooks.
"""

from __future__ import annotations

import io
import json
import os
import platform
import sys

from ipykernel.compiler import XCachingCompiler, get_file_name
from ipykernel.jsonutil import encode_images, json_clean
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import from_dict
from traitlets import Type
from traitlets.config import Config

from ..show.jupyter import show_views
from ..texts import legible
from . import questions
from .allowances import Allowances


class Outputs:
    """The outputs of the cell that is running."""

    def __init__(self):
        self.cell: list[dict] = []
        self.changed_earlier = False
        self.texts = {"stdout": io.StringIO(), "stderr": io.StringIO()}
        self._displays: dict[str, list[dict]] = {}
        self._clear_next = False

    def begin(self) -> None:
        """Start with a cell that has given nothing yet."""
        self.cell, self._clear_next, self.changed_earlier = [], False, False

    def add(self, output: dict, display: str | None = None) -> None:
        """Append an output after what was printed before it."""
        self.flush()
        output = from_dict(output)
        self._append(output)
        if display is not None:
            self._displays.setdefault(display, []).append(output)

    def update(self, display: str, data: dict, metadata: dict) -> None:
        """Change what is shown under a display's name, in this cell and in earlier ones."""
        self.flush()
        for output in self._displays.get(display, []):
            output.update(data=from_dict(data), metadata=from_dict(metadata))
            self.changed_earlier |= all(output is not one for one in self.cell)

    def clear(self, wait: bool) -> None:
        """Forget the outputs of this cell, now or when the next one comes."""
        self.flush()
        if wait:
            self._clear_next = True
        else:
            self.cell.clear()

    def flush(self) -> None:
        """Turn printed text into outputs, standard output first."""
        for name, text in self.texts.items():
            if printed := text.getvalue():
                text.seek(0)
                text.truncate()
                stream = {"output_type": "stream", "name": name, "text": printed}
                self._append(from_dict(stream))

    def finish(self) -> list[dict]:
        """Return the cell's outputs with one stream of each name, as nbclient joins them."""
        self.flush()
        joined, streams = [], {}
        for output in self.cell:
            name = output.get("name")
            if output["output_type"] == "stream" and name in streams:
                streams[name]["text"] += output["text"]
                continue
            if output["output_type"] == "stream":
                streams[name] = output
            joined.append(output)
        for output in streams.values():
            output["text"] = _overwritten(output["text"])
        return joined

    def _append(self, output: dict) -> None:
        if self._clear_next:
            self.cell.clear()
            self._clear_next = False
        self.cell.append(output)


class _Stream(io.TextIOBase):
    """What a cell sees as ``sys.stdout`` or ``sys.stderr``."""

    encoding, errors = "utf-8", "strict"

    def __init__(self, outputs: Outputs, name: str, number: int):
        self._text, self._number = outputs.texts[name], number
        self.name = f"<{name}>"

    def write(self, text: str) -> int:
        """Keep printed text."""
        if self.closed:
            raise ValueError("I/O operation on closed file")
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        text.encode()  # as any such stream: half of a letter is an error
        return self._text.write(text)

    def writable(self) -> bool:
        """Answer as a stream that can be written."""
        return True

    def fileno(self) -> int:
        """Return the process's own stream, which ends in the log."""
        return self._number


class _Hook(DisplayHook):
    """Keeps the value of a cell's last expression."""

    outputs: Outputs

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict, md_dict=None) -> None:
        self.outputs.add(
            {
                "output_type": "execute_result",
                "execution_count": self.prompt_count,
                "data": _plain(encode_images(format_dict)),
                "metadata": _plain(md_dict or {}),
            }
        )

    def finish_displayhook(self) -> None:
        self._is_active = False


class _Publisher(DisplayPublisher):
    """Keeps what a cell displays."""

    outputs: Outputs

    def publish(
        self, data, metadata=None, source=None, *, transient=None, update=False, **_
    ) -> None:
        self._validate_data(data, metadata)
        data, metadata = _plain(encode_images(data)), _plain(metadata or {})
        display = (transient or {}).get("display_id")
        if update:
            self.outputs.update(display, data, metadata)
        else:
            output = {"output_type": "display_data", "data": data, "metadata": metadata}
            self.outputs.add(output, display)

    def clear_output(self, wait=False) -> None:
        self.outputs.clear(wait)


class _Compiler(XCachingCompiler):
    """Calls a cell by a kernel's name for it, without the folder, which has a process number."""

    def get_code_name(self, raw_code, code, number) -> str:
        return os.path.basename(get_file_name(raw_code))


class _Shell(InteractiveShell):
    compiler_class = Type(_Compiler)
    displayhook_class = Type(_Hook)
    display_pub_class = Type(_Publisher)

    def _showtraceback(self, etype, evalue, stb) -> None:
        self.display_pub.outputs.add(
            {
                "output_type": "error",
                "ename": etype.__name__,
                "evalue": legible(str(evalue)),
                "traceback": [*map(legible, stb)],
            }
        )

    def enable_gui(self, gui=None) -> None:
        pass

    def ask_exit(self) -> None:
        raise SystemExit(0)  # `exit` in a cell stops a report like sys.exit() does


class Session:
    """One notebook's shell; takes over the standard streams while it is open."""

    def __init__(self):
        self.outputs, self._allowances = Outputs(), Allowances()
        # The history would open a database and start a thread.
        quiet = Config({"HistoryManager": {"enabled": False}, "InteractiveShell": {"banner1": ""}})
        self._shell = _Shell.instance(config=quiet)
        show_views(self._shell)
        self._shell.displayhook.outputs = self._shell.display_pub.outputs = self.outputs

    def __enter__(self) -> Session:
        self._before = sys.stdout, sys.stderr
        sys.stdout = _Stream(self.outputs, "stdout", 1)
        sys.stderr = _Stream(self.outputs, "stderr", 2)
        questions.ask_nobody()
        return self

    def __exit__(self, *_) -> None:
        sys.stdout, sys.stderr = self._before
        _Shell.clear_instance()

    @property
    def execution_count(self) -> int:
        """The number that the next cell gets."""
        return self._shell.execution_count

    def run(self, source: str) -> tuple[list, bool]:
        """Run a cell; return its outputs and whether it failed."""
        self.outputs.begin()
        with self._allowances.of_cells():
            result = self._shell.run_cell(source, store_history=True)
        error = result.error_before_exec or result.error_in_exec
        outputs = self.outputs.finish()
        if error is not None and not any(one["output_type"] == "error" for one in outputs):
            # IPython is silent when a debugger is left, and only prints that a magic is unknown.
            said = {"ename": type(error).__name__, "evalue": str(error), "traceback": []}
            outputs.append(from_dict({"output_type": "error", **said}))
        failed = any(output["output_type"] == "error" for output in outputs)
        return outputs, failed or not result.success

    @staticmethod
    def language() -> dict:
        """Describe the language as an IPython kernel does."""
        return from_dict(
            {
                "name": "python",
                "version": platform.python_version(),
                "mimetype": "text/x-python",
                "codemirror_mode": {"name": "ipython", "version": sys.version_info[0]},
                "pygments_lexer": f"ipython{sys.version_info[0]}",
                "nbconvert_exporter": "python",
                "file_extension": ".py",
            }
        )


def _overwritten(text: str) -> str:
    r"""Return printed text as a terminal would show it: each line after its last return."""
    if "\r" not in text:
        return text
    lines = text.split("\n")
    return "\n".join(line[line.rfind("\r", 0, max(len(line) - 1, 0)) + 1 :] for line in lines)


def _plain(content: dict) -> dict:
    """Return what a reader of JSON would get, so that tuples are lists here too."""
    text = json.dumps(json_clean(content), ensure_ascii=False)
    text.encode()  # half of a letter is an error of this cell
    return json.loads(text)
