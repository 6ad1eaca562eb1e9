"""Fixtures of pytest's style: found by name, made once for their scope, torn down in reverse."""

import inspect
import io
import os
import shutil
import sys
import tempfile
from collections import namedtuple
from pathlib import Path

from _hornbook.pytest_stand import Failed, Fixture, FixtureRequest, MonkeyPatch

MISSING = object()
Captured = namedtuple("Captured", "out err")
Node = namedtuple("Node", "name")


class Capture:
    """`capsys`: what was written since the last look."""

    def __init__(self):
        self.before = sys.stdout, sys.stderr
        self.open()

    def open(self):
        sys.stdout, sys.stderr = self.out, self.err = io.StringIO(), io.StringIO()

    def readouterr(self):
        found = Captured(self.out.getvalue(), self.err.getvalue())
        self.open()
        return found

    def close(self):
        sys.stdout, sys.stderr = self.before


class Patch(MonkeyPatch):
    def __init__(self):
        self.undoing = []

    def setattr(self, target, name, value=MISSING, raising=True):
        if value is MISSING:
            path, _, attribute = target.rpartition(".")
            target, name, value = resolve(path), attribute, name
        was = target.__dict__.get(name, MISSING) if isinstance(target, type) else getattr(target, name, MISSING)
        if was is MISSING and raising and not hasattr(target, name):
            raise AttributeError(f"{target!r} has no attribute {name!r}")
        self.undoing.append(lambda: delattr(target, name) if was is MISSING else setattr(target, name, was))
        setattr(target, name, value)

    def delattr(self, target, name, raising=True):
        was = getattr(target, name, MISSING)
        if was is not MISSING or raising:
            delattr(target, name)
            self.undoing.append(lambda: setattr(target, name, was))

    def setitem(self, mapping, key, value):
        was = mapping.get(key, MISSING)
        self.undoing.append(lambda: mapping.pop(key, None) if was is MISSING else mapping.__setitem__(key, was))
        mapping[key] = value

    def delitem(self, mapping, key, raising=True):
        if key in mapping or raising:
            was = mapping.pop(key)
            self.undoing.append(lambda: mapping.__setitem__(key, was))

    def setenv(self, name, value, prepend=None):
        self.setitem(os.environ, name, str(value) if prepend is None else f"{value}{prepend}{os.environ.get(name, '')}")

    def delenv(self, name, raising=True):
        self.delitem(os.environ, name, raising)

    def syspath_prepend(self, path):
        sys.path.insert(0, str(path))
        self.undoing.append(lambda: sys.path.remove(str(path)))

    def chdir(self, path):
        was = os.getcwd()
        self.undoing.append(lambda: os.chdir(was))
        os.chdir(path)

    def undo(self):
        while self.undoing:
            self.undoing.pop()()


def resolve(path):
    name, _, rest = path.partition(".")
    found = __import__(name)
    for part in rest.split(".") if rest else ():
        found = getattr(found, part)
    return found


def capsys():
    capture = Capture()
    yield capture
    capture.close()


def monkeypatch():
    patch = Patch()
    yield patch
    patch.undo()


def tmp_path():
    folder = tempfile.mkdtemp()
    yield Path(folder)
    shutil.rmtree(folder, ignore_errors=True)


BUILT_IN = {f.__name__: Fixture(f, "function", None, False, None, None) for f in (capsys, monkeypatch, tmp_path)}


class Request(FixtureRequest):
    def __init__(self, scope, param, add_finalizer, node):
        self._scope, self.addfinalizer, self.node = scope, add_finalizer, node
        self.instance, self.module = scope.instance, scope.module
        if param is not MISSING:
            self.param = param

    def getfixturevalue(self, name):
        return self._scope.value(name)


class Scope:
    """The fixtures of one test; those of a wider scope live in `shared` until what they serve is over."""

    def __init__(self, module, cls, instance, name, params, shared):
        self.module, self.cls, self.instance, self.node = module, cls, instance, Node(name)
        self.params, self.shared, self.values, self.finalizers = params, shared, {}, []

    def value(self, name):
        if name == "request":
            return Request(self, MISSING, self.finalizers.append, self.node)
        found = find(name, self.module, self.cls)
        if found is None:
            raise Failed(f"fixture '{name}' not found")
        param = self.params.get(name, MISSING)
        is_own = found.scope == "function"
        values = self.values if is_own else self.shared.values
        where = (name, None if found.scope != "class" else self.cls, repr(param) if param is not MISSING else None)
        if where not in values:
            values[where] = self.make(found, param, self.finalizers if is_own else self.shared.finalizers)
        return values[where]

    def make(self, found, param, finalizers):
        request = Request(self, param, finalizers.append, self.node)
        names = parameters(found.function)
        if names[:1] == ["self"]:
            names = names[1:]
            function = found.function.__get__(self.instance)
        else:
            function = found.function
        made = function(**{name: request if name == "request" else self.value(name) for name in names})
        if not inspect.isgenerator(made):
            return made
        value = next(made)
        finalizers.append(lambda: next(made, None))
        return value


class Shared:
    def __init__(self):
        self.values, self.finalizers = {}, []


def find(name, module, cls):
    for base in cls.__mro__ if cls else ():
        for value in base.__dict__.values():
            if isinstance(value, Fixture) and value.name == name:
                return value
    for value in module.__dict__.values():
        if isinstance(value, Fixture) and value.name == name:
            return value
    return BUILT_IN.get(name)


def automatic(module, cls):
    """Names of the fixtures that every test gets."""
    owners = [module.__dict__, *(base.__dict__ for base in (cls.__mro__ if cls else ()))]
    return [value.name for owner in owners for value in owner.values() if isinstance(value, Fixture) and value.autouse]


def parameters(function):
    """Names of the arguments without a default."""
    code = inspect.unwrap(function).__code__
    names = list(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
    defaults = len(function.__defaults__ or ())
    plain = names[: code.co_argcount - defaults] if defaults else names[: code.co_argcount]
    return plain + [name for name in names[code.co_argcount :] if name not in (function.__kwdefaults__ or {})]


def finish(finalizers):
    """Runs them in reverse; returns the first error."""
    first = None
    while finalizers:
        try:
            finalizers.pop()()
        except BaseException as error:
            first = first or error
    return first
