"""Files of tests, in unittest's style or pytest's: each test tells one result."""

import ast
import builtins
import random
import sys

from _hornbook import func_cases, unit_cases
from _hornbook.asserts import said
from _hornbook.errors import HOME, describe, message_of, outcome_of
from _hornbook.output import TooMuchOutput
from _hornbook.told import CHECK, check_sides, first_line, keep_sides
from _hornbook.told_cases import tell_error, tell_failure
from _hornbook.world import CHECK_SEED

Module, seed, modules = type(sys), random.seed, sys.modules


def run(test, world, guard):
    source = Source(test)
    guard.test_paths.add(source.path)
    try:
        world.open("", more_files={test["file"]: test["source"]})
        unit_cases.watch(guard)
        func_cases.watch(guard)
        guard.begin()
        module = source.load(guard)
        cases = list(collect(module, source, test["runSkipped"], guard))
        guard.watch_tests(module, source.code)
    except BaseException as error:
        if isinstance(error, SystemExit):
            guard.note("The program ended itself (`sys.exit`) before its tests could run.")
        yield {"end": (outcome_of(error), describe(error, world.files))}
        return
    if not cases:
        guard.note_missing(source.code)
        yield {"end": ("error", {"type": "NoTests", "message": f"{test['file']} holds no test", "line": None, "frames": []})}
        return
    try:
        yield from run_all(cases, source, world, guard)
    except GeneratorExit:
        raise
    except BaseException as error:
        # Too much output, no memory left; or what runs tests does no longer work: then the guard knows why.
        yield {"end": (outcome_of(error), describe(error, world.files))}


class Source:
    """The file of tests. It is compiled from the job, so that no change of it on the disk counts."""

    def __init__(self, test):
        self.file, self.text = test["file"], test["source"]
        self.path = f"{HOME}/{self.file}"
        self.name = self.file.rpartition("/")[2].removesuffix(".py")
        self.code = self.module = self._tree = None

    @property
    def tree(self):
        if self._tree is None:
            self._tree = ast.parse(self.text, self.path)
        return self._tree

    def load(self, guard):
        # Turning the tree costs; most files of unittest's style have no plain assert.
        has_asserts = "assert " in self.text or "assert(" in self.text
        tree = check_sides(keep_sides(ast.parse(self.text, self.path))) if has_asserts else self.text
        self.code = compile(tree, self.path, "exec", dont_inherit=True)
        module = self.module = Module(self.name)
        module.__file__ = self.path
        module.__dict__["__builtins__"] = builtins
        module.__dict__[CHECK] = guard.compared
        modules[self.name] = module
        sys.argv = [self.file]
        folder = self.path.rpartition("/")[0]
        if folder not in sys.path:
            sys.path.insert(0, folder)
        exec(self.code, module.__dict__)
        return module


class Unit:
    """A class of unittest's and the names of its tests."""

    def __init__(self, cls, names):
        self.cls, self.names = cls, names


def collect(module, source, run_skipped, guard):
    """In the order of the file."""
    seen = set()
    for value in list(module.__dict__.values()):
        if unit_cases.is_case(value) and value not in seen:
            seen.add(value)
            if run_skipped:
                unit_cases.unskip(value)
            unit_cases.make_own(value, guard)
            names = [name for name in ordered_names(value) if callable(getattr(value, name))]
            if names and not getattr(value, "__test__", True) is False:
                yield Unit(value, names)
    yield from func_cases.collect(module, run_skipped)


def ordered_names(cls):
    """Names of its tests, those of its bases first, each where it was first written."""
    names = {}
    for base in reversed(cls.__mro__):
        for name in base.__dict__:
            if name.startswith("test"):
                names[name] = True
    return list(names)


def run_all(cases, source, world, guard):
    units = [case for case in cases if isinstance(case, Unit)]
    functions = [case for case in cases if not isinstance(case, Unit)]
    result = unit_cases.Result(guard)
    made = (unit.cls(name) for unit in units for name in unit.names)
    for case, events in unit_cases.run_cases(made, result, lambda: seed(CHECK_SEED)):
        name = "" if case is None else f"{type(case).__name__}.{case._testMethodName}"
        yield tell(name, events, source, world, guard)
    for case, events in func_cases.run_cases(functions, source.module, guard, lambda: seed(CHECK_SEED)):
        yield tell(case.name, events, source, world, guard)


def tell(name, events, source, world, guard):
    """One result of all that happened in a test: the first failure, else a skip, else success."""
    guard.check()
    failed = next((event for event in events if event.status == "failed"), None)
    if failed is None:
        if not events:
            guard.note("A test ended and did not tell how.")
        first = next((event for event in events if event.status == "skipped"), events[0] if events else None)
        return {"said": said("failed" if first is None else first.status, "" if first is None else first_line(first.note), name)}
    error, places = failed.error, failed.places
    if error is None:
        return {"said": said("failed", first_line(failed.note), name)}
    if isinstance(error, (TooMuchOutput, MemoryError)):
        raise error
    if isinstance(error, SystemExit):
        guard.note("The program ended itself (`sys.exit`) in the middle of a test.")
    if is_failure(error, places):
        told = quietly(lambda: tell_failure(source, places, error, failed.note), {"message": first_line(message_of(error))})
        return {"said": said("failed", name=name, **told)}
    found = describe(error, world.files)
    message = first_line(f"{found['type']}: {message_of(error)}")
    told = quietly(lambda: tell_error(source, places), {})
    return {"outcome": "error", "error": found, "said": said("failed", message, name, **told)}


def quietly(tell_it, otherwise):
    """Words are worth less than the result: a program may have spoilt what finds them."""
    try:
        return tell_it()
    except Exception:
        return otherwise


def is_failure(error, places):
    """An assertion of the test's own; one inside the learner's code is an error like others."""
    return isinstance(error, (AssertionError, func_cases.Failed)) and (not places or places[-1].is_test)
