"""Runs a learner's program or its tests, inside the sandbox. What it gives back is data; verdicts are made elsewhere.

Everything needed later is bound here, before the learner's code can patch it.
"""


def _make_run_job():
    import asyncio  # noqa: F401  (warm: the first import costs 100 ms)
    import builtins
    import io
    import json
    import linecache
    import os
    import random
    import shutil
    import sys
    import time
    import traceback
    import types

    home = "/home/learner"
    max_depth = 50
    max_nodes = 100_000
    max_chars = 1_000_000
    max_repr = 2_000
    # Written through at once so often, since a program may hang right after; then in pieces, by size and time.
    eager_writes = 200
    piece_chars = 8_192
    piece_seconds = 0.05

    loads = json.loads
    dumps = json.JSONEncoder(check_circular=False).encode
    clock = time.monotonic
    seed = random.seed
    compile_, exec_, eval_, type_, len_, repr_, str_ = compile, exec, eval, type, len, repr, str
    issubclass_, isinstance_ = issubclass, isinstance
    set_digits = sys.set_int_max_str_digits
    walk_tb = traceback.walk_tb
    Module, StringIO, TextIOBase = types.ModuleType, io.StringIO, io.TextIOBase
    open_, makedirs, listdir, isdir, unlink, rmtree, chdir = (
        open, os.makedirs, os.listdir, os.path.isdir, os.unlink, shutil.rmtree, os.chdir)
    dirname, join = os.path.dirname, os.path.join

    class TooMuchOutput(BaseException):
        pass

    class Output:
        """What a program writes, in order and in few messages."""

        def __init__(self, emit, max_chars):
            self.emit, self.left, self.writes = emit, max_chars, 0
            self.pending, self.chars, self.stream, self.sent_at = [], 0, "stdout", clock()

        def write(self, stream, text):
            if self.left < 0:
                raise TooMuchOutput
            if stream != self.stream:
                self.flush()
                self.stream = stream
            self.left -= len_(text)
            if self.left < 0:
                text = text[: self.left]
            self.pending.append(text)
            self.chars += len_(text)
            self.writes += 1
            ended = text[-1:] == "\n" and self.writes <= 2 * eager_writes
            if ended or self.left < 0 or self.chars >= piece_chars or clock() - self.sent_at >= piece_seconds:
                self.flush()
            if self.left < 0:
                # An exception alone may be swallowed.
                self.emit("too-much", "")
                raise TooMuchOutput

        def flush(self):
            if self.pending:
                self.emit(self.stream, "".join(self.pending))
                self.pending = []
            self.chars, self.sent_at = 0, clock()

    class Stream(TextIOBase):
        encoding = "utf-8"
        errors = "strict"

        def __init__(self, output, stream):
            self._output, self._stream = output, stream

        def write(self, text):
            if not isinstance_(text, str_):
                raise TypeError(f"write() argument must be str, not {type_(text).__name__}")
            if text:
                self._output.write(self._stream, text)
            return len_(text)

        def writable(self):
            return True

        def flush(self):
            self._output.flush()

        @property
        def name(self):
            return f"<{self._stream}>"

    # -- values -------------------------------------------------------------------------------------------------

    class TooLarge(Exception):
        pass

    def encode(value):
        """A value as data, in the shape of `Value`; what has no place there goes out as its repr."""
        left = [max_nodes, max_chars]

        def data(item, depth):
            left[0] -= 1
            if depth > max_depth or left[0] < 0 or left[1] < 0:
                raise TooLarge
            kind = type_(item)
            if item is None:
                return {"kind": "none"}
            if kind is bool:
                return {"kind": "boolean", "value": item is True}
            if issubclass_(kind, int):
                digits = int.__repr__(item)
                left[1] -= len_(digits)
                return {"kind": "integer", "digits": digits}
            if issubclass_(kind, float):
                return {"kind": "float", "text": float_text(item)}
            if issubclass_(kind, str):
                text = str.__str__(item)
                left[1] -= len_(text)
                return {"kind": "string", "value": text}
            if issubclass_(kind, list):
                return {"kind": "list", "items": [data(part, depth + 1) for part in list.__iter__(item)]}
            if issubclass_(kind, tuple):
                return {"kind": "tuple", "items": [data(part, depth + 1) for part in tuple.__iter__(item)]}
            if issubclass_(kind, set):
                return {"kind": "set", "items": [data(part, depth + 1) for part in set.__iter__(item)]}
            if issubclass_(kind, frozenset):
                return {"kind": "set", "items": [data(part, depth + 1) for part in frozenset.__iter__(item)]}
            if issubclass_(kind, dict):
                pairs = dict.items(item)
                return {"kind": "dict", "entries": [[data(k, depth + 1), data(v, depth + 1)] for k, v in pairs]}
            left[1] -= max_repr
            return other(item)

        set_digits(0)
        try:
            return data(value, 0)
        except (TooLarge, RecursionError):
            name = type_(value).__name__
            return {"kind": "other", "typeName": name, "repr": f"<{name}, too large or too deep to compare>"}
        finally:
            set_digits(4300)

    def float_text(item):
        text = float.__repr__(item)
        return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(text, text)

    def other(item):
        try:
            text = str.__str__(repr_(item))[:max_repr]
        except BaseException:
            text = f"<{type_(item).__name__}>"
        return {"kind": "other", "typeName": type_(item).__name__, "repr": text}

    # -- errors -------------------------------------------------------------------------------------------------

    def file_of(path, files):
        name = path[len_(home) + 1 :] if path.startswith(home + "/") else path
        return name if name in files else None

    def describe(error, files):
        frames = []
        for frame, line in walk_tb(error.__traceback__):
            name = file_of(frame.f_code.co_filename, files)
            if name is not None and line is not None:
                frames.append({"file": name, "line": line, "name": frame.f_code.co_name})
        try:
            message = str_(error)[:max_repr]
        except BaseException:
            message = ""
        if isinstance_(error, SyntaxError):
            message = str_(error.msg)
            name = file_of(error.filename or "", files)
            if name is not None and error.lineno is not None:
                frames.append({"file": name, "line": error.lineno, "name": ""})
        # A recursion tells the same frame a thousand times: its two ends will do.
        if len_(frames) > 40:
            frames = frames[:20] + frames[-20:]
        line = frames[-1]["line"] if frames else None
        return {"type": type_(error).__name__, "message": message, "line": line, "frames": frames}

    def outcome_of(error):
        if isinstance_(error, TooMuchOutput):
            return "too-much-output"
        return "out-of-memory" if isinstance_(error, MemoryError) else "error"

    # -- one program --------------------------------------------------------------------------------------------

    known_modules = set(sys.modules)
    known_builtins = dict(builtins.__dict__)

    def fresh_world(files, stdin, output):
        """As if the interpreter had just started: files, modules, builtins and streams of one program."""
        builtins.__dict__.update(known_builtins)
        for name in list(sys.modules):
            if name not in known_modules and is_learners(sys.modules[name]):
                del sys.modules[name]
        linecache.clearcache()
        sys.path_importer_cache.pop(home, None)
        makedirs(home, exist_ok=True)
        for name in listdir(home):
            path = join(home, name)
            rmtree(path) if isdir(path) else unlink(path)
        for name, text in files.items():
            path = join(home, name)
            makedirs(dirname(path), exist_ok=True)
            with open_(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        chdir(home)
        sys.stdin = StringIO(stdin)
        sys.stdout, sys.stderr = Stream(output, "stdout"), Stream(output, "stderr")

    def is_learners(module):
        return str_(getattr(module, "__file__", None) or "").startswith(home)

    def start(files, entry, module_name):
        """The entry, executed as a module of this name. Returns its namespace."""
        module = Module(module_name)
        module.__file__ = join(home, entry)
        sys.modules[module_name] = module
        sys.argv = [entry]
        if home not in sys.path:
            sys.path.insert(0, home)
        exec_(compile_(files[entry], entry, "exec", dont_inherit=True), module.__dict__)
        return module.__dict__

    def run_program(files, entry):
        try:
            start(files, entry, "__main__")
        except SystemExit as exit_:
            if isinstance_(exit_.code, str_):
                sys.__stderr__.write(exit_.code + "\n")
                sys.__stderr__.flush()

    def run_once(job, output):
        try:
            fresh_world(job["files"], job["stdin"], output)
            run_program(job["files"], job["entry"])
            output.flush()
        except BaseException as error:
            return outcome_of(error), describe(error, job["files"])
        return "finished", None

    def run_tests(job, emit, output):
        """Each test in a fresh world; told as it ends, so that a later one that hangs takes nothing with it."""
        files, entry = job["files"], job["entry"]
        for test in job["tests"]:
            emit("test", test["id"])
            result = {"id": test["id"], "outcome": "finished", "value": None, "error": None}
            is_call, is_loaded = test["kind"] == "call", False
            try:
                fresh_world(files, "" if is_call else test["stdin"], output)
                seed(1)
                if is_call:
                    namespace = start(files, entry, entry.removesuffix(".py").replace("/", "."))
                    is_loaded = True
                    result["value"] = encode(eval_(compile_(test["call"].strip(), "<test>", "eval"), namespace))
                else:
                    run_program(files, entry)
                output.flush()
            except BaseException as error:
                outcome, told = outcome_of(error), describe(error, files)
                if isinstance_(error, SyntaxError) and not is_loaded or is_call and not is_loaded or outcome != "error":
                    return outcome, told
                result["outcome"], result["error"] = outcome, told
                output.flush()
            emit("tested", dumps(result))
        return "finished", None

    def run_job(text, emit):
        job = loads(text)
        output = Output(emit, job["outputBytes"])
        if job["tests"] is None:
            seed()
            outcome, error = run_once(job, output)
        else:
            outcome, error = run_tests(job, emit, output)
        try:
            output.flush()
        except BaseException:
            pass
        # Without its braces: the time is added outside.
        return dumps({"outcome": outcome, "error": error})[1:-1]

    return run_job


take_run_job = _make_run_job()
