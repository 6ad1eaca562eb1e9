"""What a program reads. In an interactive run a read beyond what is there asks the learner."""

import io

from pyodide.ffi import can_run_sync, run_sync

from _hornbook.pictures import show_last


def open_input(text, output, emit, is_interactive):
    if not is_interactive:
        return io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "replace")), encoding="utf-8", newline="")
    return Asking(text, output, emit)


class Asking(io.TextIOBase):
    encoding, errors = "utf-8", "strict"

    def __init__(self, text, output, emit):
        self._given, self._output, self._emit, self._is_over = io.StringIO(text), output, emit, False

    def readable(self):
        return True

    @property
    def name(self):
        return "<stdin>"

    def readline(self, size=-1):
        line = self._given.readline(-1 if size is None else size)
        if line or size == 0 or self._is_over:
            return line
        self._given = io.StringIO(self._ask())
        return self._given.readline(-1 if size is None else size)

    def read(self, size=-1):
        if size is not None and size >= 0:
            return self.readline(size)
        return "".join(iter(self.readline, ""))

    def _ask(self):
        """The line with its end; '' at the end of input. The prompt is what stands in the last line of the output."""
        self._output.flush()
        show_last()
        prompt = self._output.last_line
        self._output.last_line = ""
        answer = self._emit("ask", prompt) if can_run_sync() else None
        if answer is None:
            # Nothing can wait here: the page starts the program again, with one line more.
            self._emit("replay", prompt)
            while True:
                pass
        line = run_sync(answer)
        self._is_over = line is None
        return "" if line is None else line if line.endswith("\n") else line + "\n"
