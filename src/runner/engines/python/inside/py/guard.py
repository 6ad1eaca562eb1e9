"""Notices what is known of tampering with tests that run beside the learner's code. Secrecy is not promised."""

import builtins
import operator
import sys

from importlib.machinery import ModuleSpec

from _hornbook.errors import HOME

# By these a program can reach the frames and objects of what tests it.
DIGGING = {
    "gc.get_objects", "gc.get_referrers", "gc.get_referents", "sys.settrace", "sys.setprofile",
    "sys.monitoring.register_callback", "sys._current_frames", "sys._current_exceptions", "sys.addaudithook",
}
HEARD = {"open", "object.__setattr__", "sys._getframe", "object.__getattr__"}
BRIDGES = {"js", "pyodide_js", "pyodide", "_pyodide", "_pyodide_core", "ctypes", "_ctypes"}
FRAME_WORDS = {"f_back", "f_locals", "f_globals", "stack", "getouterframes", "getattr", "attrgetter", "eval", "exec"}
# Code that only the interpreter and we bring.
TRUSTED = ("/lib/python", "<hornbook>", "<frozen ", "<harness>", "<test>")
# What stands between a program and what it asks for.
BETWEEN = ("<hornbook>", "<frozen importlib", "/lib/python314.zip/importlib/", "/lib/python314.zip/inspect.py")

# The interpreter itself writes these.
CHANGING = {"_", "__package__", "__spec__", "__loader__", "__file__", "__cached__"}

get_frame = sys._getframe
modules = sys.modules


# An audit hook cannot be taken back, and hears what it does itself.
hearing = {"guard": None, "is_busy": False}


def hear(event, args):
    guard = hearing["guard"]
    if guard is not None and guard.words is None and not hearing["is_busy"] and (event in HEARD or event in DIGGING):
        hearing["is_busy"] = True
        try:
            guard.judge(event, args)
        finally:
            hearing["is_busy"] = False


class Guard:
    """One check's. `watch` names what must stay as it is from then on."""

    def __init__(self, files, entry):
        self.files, self.words, self.watched, self.of_tests = files, None, [], []
        # Files that come with tests are theirs.
        self.test_paths = {f"{HOME}/{name}" for name in files if name != entry and is_of_tests(name)}
        self.bridges = {}
        self.watch_dict("builtins.", builtins.__dict__)
        self.watch_dict("operator.", operator.__dict__)
        hearing["guard"] = self
        hear_from_now_on()

    def begin(self):
        """Before a fresh program: whoever wants a way out of Python has to ask for it. The tests of a file before are gone."""
        self.of_tests = []
        for name in [name for name in modules if name.partition(".")[0] in BRIDGES]:
            module = modules.pop(name)
            if type(module) is type(sys):
                self.bridges[name] = module
        if self not in sys.meta_path:
            sys.meta_path.insert(0, self)

    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BRIDGES and self.is_by_learner():
            self.note(f"The program reached out of Python (`import {name}`).")
        return ModuleSpec(name, self) if name in self.bridges else None

    def create_module(self, spec):
        return self.bridges[spec.name]

    def exec_module(self, module):
        """It has been there all the time."""

    def note(self, words):
        """The first finding is the one that is told."""
        if self.words is None:
            self.words = words

    def found(self):
        if self.words is None:
            self.check()
        return self.words

    def watch_dict(self, prefix, found):
        self.watched.append((prefix, found, {name: value for name, value in found.items() if name not in CHANGING}))

    def watch_modules(self, *found):
        self.watched.append(("sys.modules: ", modules, {module.__name__: module for module in found}))

    def check(self):
        for prefix, found, was in [*self.watched, *self.of_tests]:
            for name, value in was.items():
                if found.get(name, builtins) is not value and value is not builtins:
                    self.note(f"The program changed `{prefix}{name}`, which its tests rely on.")
                    return
        if sys.gettrace() is not None or sys.getprofile() is not None:
            self.note("The program watches its tests from a trace or profile hook.")

    def judge(self, event, args):
        if event in DIGGING:
            if self.is_by_learner():
                self.note(f"The program used `{event}`, which reaches into what tests it.")
        elif event == "open":
            is_written = isinstance(args[1], str) and set(args[1]) & set("wax+")
            if is_written and self.is_test_file(args[0]) and self.is_by_learner():
                self.note("The program wrote over the file of its tests.")
        elif event == "object.__setattr__":
            if args[1] in ("__code__", "__defaults__", "__kwdefaults__") and self.is_by_learner():
                if not self.is_learners(args[0].__code__.co_filename):
                    self.note(f"The program rewrote `{args[0].__name__}`, which its tests rely on.")
        elif (event == "sys._getframe" or args[1] == "tb_frame") and self.is_by_learner():
            if any(words_of(code) & FRAME_WORDS for code in self.learners_codes()):
                self.note("The program looked into the frames of what tests it.")

    def is_test_file(self, path):
        return isinstance(path, str) and (path in self.test_paths or f"{HOME}/{path}" in self.test_paths)

    def is_by_learner(self):
        """Whether the nearest caller, beyond what only stands between, is the learner's own code."""
        frame = get_frame(1)
        while frame is not None and frame.f_code.co_filename.startswith(BETWEEN):
            frame = frame.f_back
        return frame is not None and self.is_learners(frame.f_code.co_filename)

    def learners_codes(self):
        frame = get_frame(1)
        while frame is not None:
            if self.is_learners(frame.f_code.co_filename):
                yield frame.f_code
            frame = frame.f_back

    def watch_tests(self, module, code):
        """The tests as they were loaded must be those that run."""
        self.of_tests.append(("sys.modules: ", modules, {module.__name__: module}))
        self.of_tests.append(("", module.__dict__, {"@check": module.__dict__["@check"]}))
        for name, found in list(module.__dict__.items()):
            if isinstance(found, type) and found.__module__ == module.__name__:
                own = {key: value for key, value in found.__dict__.items() if callable(value) and not key.startswith("__")}
                self.of_tests.append((f"{name}.", found.__dict__, own))
            elif isinstance(found, type(words_of)) and found.__code__ in code.co_consts:
                self.of_tests.append(("", module.__dict__, {name: found}))
        self.note_missing(code, module)

    def note_missing(self, code, module=None):
        """Classes of tests that the file holds, and that lost tests while it was loaded."""
        for inner in code.co_consts:
            tests = [part.co_name for part in getattr(inner, "co_consts", ()) if getattr(part, "co_name", "")[:5] == "test_"]
            found = None if module is None else module.__dict__.get(inner.co_name if tests else "")
            if module is None and tests or isinstance(found, type) and any(not hasattr(found, test) for test in tests):
                self.note("Some of the tests in the file were not there when they were to run.")

    def places(self, error):
        """Where an error passed through the tests or the learner's code, outermost first, as it is now."""
        found, trace = [], error.__traceback__
        while trace is not None:
            frame, path = trace.tb_frame, trace.tb_frame.f_code.co_filename
            is_test = path in self.test_paths
            if is_test or self.is_learners(path):
                found.append(Place(dict(frame.f_locals) if is_test else {}, trace.tb_lineno, is_test))
            trace = trace.tb_next
        return found[:20] + found[20:][-20:]

    def is_raised_by_learner(self, error):
        places = self.places(error)
        return bool(places) and not places[-1].is_test

    def is_learners(self, path):
        return path not in self.test_paths and (path in self.files or not path.startswith(TRUSTED))

    def look_for_yes_men(self, namespace):
        """After an assert block: was a side of its last comparison made to equal everything?"""
        self.compared(namespace.get("@left"), namespace.get("@right"))

    def compared(self, left, right):
        """Called after two values were found equal."""
        for one, other in ((left, right), (right, left)):
            if says_yes_to_all(one, other, self.is_learners):
                self.note(f"A `{type(one).__name__}` says that it equals everything.")


def is_of_tests(name):
    stem = name.rpartition("/")[2].removesuffix(".py")
    return stem == "conftest" or stem.startswith("test_") or stem.endswith("_test") or "_test_" in stem


def words_of(code):
    return {*code.co_names, *(word for word in code.co_consts if isinstance(word, str))}


def says_yes_to_all(one, other, is_learners, depth=0):
    kind = type(one)
    if kind in (list, tuple) and type(other) is kind and len(one) == len(other) and len(one) <= 100 and depth < 4:
        return any(says_yes_to_all(a, b, is_learners, depth + 1) for a, b in zip(one, other))
    if kind is dict and type(other) is dict and len(one) <= 100 and depth < 4:
        return any(says_yes_to_all(one[k], other.get(k), is_learners, depth + 1) for k in one)
    if kind is type(other):
        return False
    code = getattr(getattr(kind, "__eq__", None), "__code__", None)
    if code is None or not is_learners(code.co_filename):
        return False
    try:
        return bool(one == object()) and bool(one == Sentinel())
    except BaseException:
        return False


class Place:
    """A frame's line and, for one of the tests, its names at that moment: a test may go on after a failure."""

    def __init__(self, values, line, is_test):
        self.values, self.line, self.is_test = values, line, is_test


class Sentinel:
    pass


def hear_from_now_on():
    if not hearing.get("is_hooked"):
        hearing["is_hooked"] = True
        sys.addaudithook(hear)


