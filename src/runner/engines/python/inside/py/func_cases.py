"""pytest's way: functions `test…` and classes `Test…`, with fixtures, marks and parameters."""

import inspect
import itertools
import os
import sys

from _hornbook import approx, pytest_stand
from _hornbook.fixtures import Scope, Shared, automatic, find, finish, parameters
from _hornbook.pytest_stand import Failed, Fixture, Mark, Param, Skipped, XFailed
from _hornbook.unit_cases import Event
from _hornbook.values import short_repr

MAX_ID = 60
Function = type(short_repr)


def watch(guard):
    guard.watch_dict("pytest.", pytest_stand.__dict__)
    guard.watch_dict("pytest.approx.", approx.approx.__dict__)
    guard.watch_dict("pytest.raises.", pytest_stand.Raises.__dict__)


class Case:
    def __init__(self, name, function, cls, marks, arguments, params):
        self.name, self.function, self.cls, self.marks = name, function, cls, marks
        self.arguments, self.params = arguments, params


def collect(module, run_skipped):
    module_marks = marks_of(module)
    for name, value in list(module.__dict__.items()):
        if name.startswith("test") and isinstance(value, Function):
            yield from expand(name, value, None, module, module_marks, run_skipped)
        elif name.startswith("Test") and isinstance(value, type) and is_plain_class(value):
            for test in ordered(value):
                marks = module_marks + [mark for base in value.__mro__ for mark in marks_of(base)]
                yield from expand(f"{name}.{test}", getattr(value, test), value, module, marks, run_skipped)


def is_plain_class(cls):
    from unittest import TestCase

    return not issubclass(cls, TestCase) and cls.__init__ is object.__init__ and cls.__dict__.get("__test__", True)


def ordered(cls):
    names = {name: True for base in reversed(cls.__mro__) for name in base.__dict__ if name.startswith("test")}
    return [name for name in names if callable(getattr(cls, name))]


def marks_of(owner):
    found = owner.__dict__.get("pytestmark", [])
    return [mark for mark in (found if isinstance(found, (list, tuple)) else [found]) if isinstance(mark, Mark)]


def expand(name, function, cls, module, marks, run_skipped):
    """One case for each set of parameters."""
    marks = marks + marks_of(inspect.unwrap(function) if not marks_of(function) else function)
    if run_skipped:
        marks = [mark for mark in marks if mark.name not in ("skip", "skipif")]
    sets = [list(rows(mark)) for mark in reversed(marks) if mark.name == "parametrize"]
    names = [n for n in parameters(function) if n != "self"]
    sets += [params_of(found) for n in used(names, module, cls) if (found := find(n, module, cls)) and found.params is not None]
    for choice in itertools.product(*sets):
        arguments, params, ids, more = {}, {}, [], []
        for row in choice:
            (params if row.is_indirect else arguments).update(row.values)
            ids.append(row.id)
            more += row.marks
        full = f"{name}[{'-'.join(ids)}]" if ids else name
        yield Case(full, function, cls, marks + more, arguments, params)


def used(names, module, cls):
    """The fixtures behind these names, and those behind theirs, each once."""
    todo, seen = [*automatic(module, cls), *names], {}
    while todo:
        name = todo.pop(0)
        found = find(name, module, cls)
        if name not in seen and found is not None:
            seen[name] = True
            todo += [n for n in parameters(found.function) if n not in ("self", "request")]
    return list(seen)


class Row:
    def __init__(self, values, id_, marks, is_indirect):
        self.values, self.id, self.marks, self.is_indirect = values, id_, marks, is_indirect


def rows(mark):
    names, values, *_ = [*mark.args, *([mark.kwargs["argvalues"]] if "argvalues" in mark.kwargs else [])]
    names = [n.strip() for n in names.split(",") if n.strip()] if isinstance(names, str) else list(names)
    ids = mark.kwargs.get("ids")
    for index, value in enumerate(values):
        given = value if isinstance(value, Param) else None
        items = given.values if given else value if len(names) > 1 else (value,)
        if len(items) != len(names):
            raise Failed(f"parametrize names {', '.join(names)}, and got {short_repr(tuple(items))}")
        own = given.id if given and given.id else ids[index] if isinstance(ids, (list, tuple)) else None
        id_ = own or "-".join((callable(ids) and ids(item)) or id_of(item) for item in items)
        yield Row(dict(zip(names, items)), str(id_), given.marks if given else [], bool(mark.kwargs.get("indirect")))


def params_of(found: Fixture):
    made = []
    for index, param in enumerate(found.params):
        value = param.values[0] if isinstance(param, Param) else param
        id_ = found.ids[index] if isinstance(found.ids, (list, tuple)) else id_of(value)
        made.append(Row({found.name: value}, str(id_), param.marks if isinstance(param, Param) else [], True))
    return made


def id_of(value):
    text = value if isinstance(value, str) else getattr(value, "__name__", None) or short_repr(value)
    return text[:MAX_ID]


def run_cases(cases, module, guard, before_each):
    """Yields (case, events) for each."""
    shared, cls, by_class = Shared(), None, Shared()
    hooks = Hooks(module, guard)
    for index, case in enumerate(cases):
        events = []
        if case.cls is not cls:
            finish(by_class.finalizers)
            cls = case.cls
        if index == 0:
            hooks.around(module, "setup_module", "teardown_module", shared.finalizers, events)
        if cls is not None and (index == 0 or cases[index - 1].cls is not cls):
            hooks.around(cls, "setup_class", "teardown_class", by_class.finalizers, events)
        before_each()
        if not events:
            events = run_case(case, module, shared, hooks, guard)
        if index == len(cases) - 1:
            error = finish(by_class.finalizers) or finish(shared.finalizers)
            events += [failed(error, guard)] if error else []
        yield case, events


class Hooks:
    """`setup_…` and `teardown_…` as they are written without fixtures."""

    def __init__(self, module, guard):
        self.module, self.guard = module, guard

    def around(self, owner, setup, teardown, finalizers, events, *args):
        if (found := getattr(owner, teardown, None)) is not None:
            finalizers.append(lambda: found(*args[: len(parameters(found)) - hasattr(found, "__self__")]))
        if (found_setup := getattr(owner, setup, None)) is not None:
            try:
                found_setup(*args[: len(parameters(found_setup)) - hasattr(found_setup, "__self__")])
            except BaseException as error:
                events.append(failed(error, self.guard))


def run_case(case, module, shared, hooks, guard):
    skip = next((mark for mark in case.marks if is_skipped(mark)), None)
    if skip is not None:
        return [Event("skipped", None, reason_of(skip))]
    events = []
    instance = None if case.cls is None else case.cls()
    scope = Scope(module, case.cls, instance, case.name, case.params, shared)
    before = os.getcwd(), sys.stdin
    try:
        if instance is None:
            hooks.around(module, "setup_function", "teardown_function", scope.finalizers, events, case.function)
        else:
            hooks.around(instance, "setup_method", "teardown_method", scope.finalizers, events, case.function)
        if not events:
            call(case, instance, scope, module)
    except Skipped as error:
        if guard.is_raised_by_learner(error):
            guard.note("The program skipped its own tests (`pytest.skip`).")
        events.append(Event("skipped", None, str(error)))
    except XFailed:
        events.append(Event("passed"))
    except BaseException as error:
        events.append(failed(error, guard))
    error = finish(scope.finalizers)
    if error is not None:
        events.append(failed(error, guard))
    os.chdir(before[0])
    sys.stdin = before[1]
    return turned(events, case)


def call(case, instance, scope, module):
    for mark in case.marks:
        for name in mark.args if mark.name == "usefixtures" else ():
            scope.value(name)
    for name in automatic(module, case.cls):
        scope.value(name)
    function = case.function if instance is None else getattr(instance, case.function.__name__)
    names = [name for name in parameters(case.function) if name != "self"]
    arguments = {name: case.arguments[name] if name in case.arguments else scope.value(name) for name in names}
    function(**arguments)


def turned(events, case):
    """What is marked `xfail` has to fail."""
    mark = next((mark for mark in case.marks if mark.name == "xfail" and all(mark.args[:1])), None)
    if mark is None or any(event.status == "skipped" for event in events):
        return events or [Event("passed")]
    if any(event.status == "failed" for event in events):
        return [Event("passed")]
    return [Event("failed", None, "This test was expected to fail, and passed.")] if mark.kwargs.get("strict") else [Event("passed")]


def failed(error, guard):
    return Event("failed", error, "", guard.places(error))


def is_skipped(mark):
    return mark.name == "skip" or mark.name == "skipif" and bool(mark.args and mark.args[0])


def reason_of(mark):
    return str(mark.kwargs.get("reason") or (mark.args[0] if mark.name == "skip" and mark.args else ""))
