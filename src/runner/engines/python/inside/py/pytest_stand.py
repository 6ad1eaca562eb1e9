"""Stands in for pytest in the sandbox: what files of tests use most of it. Anything else says that it is not here."""

import re
import sys
import warnings as warnings_module

from _hornbook.approx import approx  # noqa: F401


class Skipped(BaseException):
    pass


class Failed(BaseException):
    pass


class XFailed(BaseException):
    pass


def skip(reason="", *, allow_module_level=False, msg=None):
    raise Skipped(msg or reason)


def fail(reason="", pytrace=True, msg=None):
    raise Failed(msg or reason)


def xfail(reason=""):
    raise XFailed(reason)


def importorskip(name, minversion=None, reason=None):
    try:
        __import__(name)
    except ImportError as error:
        raise Skipped(reason or str(error)) from None
    return sys.modules[name]


skip.Exception, fail.Exception, xfail.Exception = Skipped, Failed, XFailed


def exit(reason="", returncode=None):  # noqa: A001
    raise SystemExit(reason)


def main(*_args, **_kwargs):
    """The tests run anyway."""
    return 0


class Mark:
    """`pytest.mark.<name>`, with its arguments where it was called."""

    def __init__(self, name, args=(), kwargs=None):
        self.name, self.args, self.kwargs = name, args, kwargs or {}

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and not kwargs and callable(args[0]) and not self.args and not self.kwargs:
            return self.put_on(args[0])
        return Bound(self.name, args, kwargs)

    def put_on(self, marked):
        marked.pytestmark = [*marked.__dict__.get("pytestmark", []), self]
        return marked

    @property
    def mark(self):
        return self


class Bound(Mark):
    def __call__(self, marked):
        return self.put_on(marked)


class Marks:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Mark(name)


mark = Marks()


class Param:
    def __init__(self, values, marks, id_):
        self.values, self.id = values, id_
        self.marks = list(marks) if isinstance(marks, (list, tuple)) else [marks]


def param(*values, marks=(), id=None):  # noqa: A002
    return Param(values, marks, id)


class Fixture:
    def __init__(self, function, scope, params, autouse, ids, name):
        self.function, self.scope, self.autouse, self.ids = function, scope, autouse, ids
        self.params = None if params is None else list(params)
        self.name = name or function.__name__

    def __call__(self, *_args):
        raise Failed(f"Fixture '{self.name}' is called directly: name it as a parameter instead")


def fixture(function=None, *, scope="function", params=None, autouse=False, ids=None, name=None):
    def decorate(found):
        return Fixture(found, scope, params, autouse, ids, name)

    return decorate if function is None else decorate(function)


class ExceptionInfo:
    value = None

    @property
    def type(self):
        return type(self.value)

    def match(self, pattern):
        assert re.search(pattern, str(self.value)), f"{str(self.value)!r} does not match {pattern!r}"
        return True

    def __str__(self):
        return repr(self)

    def __repr__(self):
        return f"<ExceptionInfo {self.value!r}>"


class Raises:
    def __init__(self, expected, pattern, check):
        self.expected, self.pattern, self.check, self.info = expected, pattern, check, ExceptionInfo()

    def __enter__(self):
        return self.info

    def __exit__(self, kind, error, trace):
        if kind is None:
            names = self.expected if isinstance(self.expected, tuple) else (self.expected,)
            raise Failed(f"DID NOT RAISE {' or '.join(name.__name__ for name in names)}")
        if not issubclass(kind, self.expected):
            return False
        self.info.value = error.with_traceback(trace)
        if self.pattern is not None and not re.search(self.pattern, str(error)):
            raise AssertionError(f"the error says {str(error)!r}, which does not match {self.pattern!r}") from None
        if self.check is not None and not self.check(error):
            raise AssertionError(f"the error {error!r} is not the one expected") from None
        return True


def raises(expected_exception, *args, match=None, check=None, **kwargs):
    block = Raises(expected_exception, match, check)
    if not args:
        return block
    with block as info:
        args[0](*args[1:], **kwargs)
    return info


class Warns(warnings_module.catch_warnings):
    def __init__(self, expected, pattern):
        super().__init__(record=True)
        self.expected, self.pattern = expected, pattern

    def __enter__(self):
        self.found = super().__enter__()
        warnings_module.simplefilter("always")
        return self.found

    def __exit__(self, kind, error, trace):
        super().__exit__(kind, error, trace)
        fits = [w for w in self.found if issubclass(w.category, self.expected) and re.search(self.pattern or "", str(w.message))]
        if kind is None and not fits:
            raise Failed("DID NOT WARN")


def warns(expected_warning=Warning, *, match=None):
    return Warns(expected_warning, match)


def deprecated_call(*, match=None):
    return Warns((DeprecationWarning, PendingDeprecationWarning, FutureWarning), match)


class FixtureRequest:
    """What a fixture is told of its use: `param`, `node.name`, `getfixturevalue`, `addfinalizer`."""


class MonkeyPatch:
    """For annotations; the fixture `monkeypatch` gives one."""


CaptureFixture = TempPathFactory = FixtureRequest


def __getattr__(name):
    raise AttributeError(f"pytest.{name} is not here: only the most used parts of pytest are")
