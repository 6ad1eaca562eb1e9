"""unittest's way: each test of each TestCase, with its fixtures, told as it ends."""

import sys
import unittest
from unittest import case as case_module
from unittest import result as result_module
from unittest import suite as suite_module

TestCase, TestResult, TestSuite = unittest.TestCase, unittest.TestResult, unittest.TestSuite

COMPARING = (
    "assertEqual", "assertListEqual", "assertTupleEqual", "assertSetEqual", "assertDictEqual", "assertSequenceEqual",
    "assertMultiLineEqual", "assertCountEqual", "assertAlmostEqual", "assertIs", "assertNotEqual", "assertNotAlmostEqual",
    "assertIsNot", "assertIn", "assertNotIn", "assertIsInstance", "assertNotIsInstance", "assertLess", "assertLessEqual",
    "assertGreater", "assertGreaterEqual", "assertRegex", "assertNotRegex", "assertTrue", "assertFalse", "assertIsNone",
    "assertIsNotNone",
)
EQUAL = frozenset(COMPARING[:10])
originals = dict(TestCase.__dict__)
# Frames and objects of the framework that a program could patch.
WATCHED = {
    "unittest.": unittest, "unittest.case.": case_module, "unittest.result.": result_module,
    "unittest.suite.": suite_module, "TestCase.": TestCase, "TestResult.": TestResult, "TestSuite.": TestSuite,
    "_AssertRaisesContext.": case_module._AssertRaisesContext, "_Outcome.": case_module._Outcome,
    "_BaseTestCaseContext.": case_module._BaseTestCaseContext, "_AssertRaisesBaseContext.": case_module._AssertRaisesBaseContext,
}


def watch(guard):
    for prefix, owner in WATCHED.items():
        guard.watch_dict(prefix, owner.__dict__)
    guard.watch_modules(unittest, case_module, result_module, suite_module)


def is_case(found):
    return isinstance(found, type) and issubclass(found, TestCase) and found.__module__ != "unittest.case"


class Failing:
    """An assertion that failed: which, and with what."""

    def __init__(self, name, args, message):
        self.name, self.args, self.message = name, args, message


def make_own(cls, guard):
    """Gives a class its own copies of what it inherits from TestCase: who patches that changes nothing here."""
    for name, value in originals.items():
        provider = next((base for base in cls.__mro__ if name in base.__dict__), None)
        if provider is TestCase and callable(value) and (name.startswith(("assert", "_", "fail")) or name in ("run", "debug")):
            if not name.startswith("__") or name == "__call__":
                setattr(cls, name, noting(name, value, guard) if name in COMPARING else value)


def noting(name, original, guard):
    def assertion(self, *args, **kwargs):
        try:
            original(self, *args, **kwargs)
        except self.failureException as error:
            message = kwargs.get("msg")
            error.hornbook = Failing(name, args or tuple(kwargs.values()), None if message is None else str(message))
            raise
        if name in EQUAL:
            if name == "assertIs" or len(args) < 2:
                return
            guard.compared(args[0], args[1])

    assertion.__name__ = assertion.__qualname__ = name
    return assertion


class Event:
    """Something a test told: its status, the error behind it, words, and where the error passed through."""

    def __init__(self, status, error=None, note="", places=()):
        self.status, self.error, self.note, self.places = status, error, note, places


class Result(TestResult):
    """Collects what happened in one test; `told` is taken out after each."""

    def __init__(self, guard):
        super().__init__()
        self.guard = guard
        self.events = []

    def take(self):
        events, self.events = self.events, []
        self.failures, self.errors, self.shouldStop = [], [], False
        return events

    def addSuccess(self, test):
        self.events.append(Event("passed"))

    def addFailure(self, test, err):
        self.events.append(self.failed(err[1]))

    def addError(self, test, err):
        self.events.append(self.failed(err[1]))

    def failed(self, error, note=""):
        return Event("failed", error, note, self.guard.places(error))

    def addSkip(self, test, reason):
        # Only a program that throws unittest's own exception can skip its test from inside.
        error = sys.exception()
        if error is not None and self.guard.is_raised_by_learner(error):
            self.guard.note("The program skipped its own tests (`SkipTest`).")
        self.events.append(Event("skipped", None, str(reason)))

    def addExpectedFailure(self, test, err):
        self.events.append(Event("passed"))

    def addUnexpectedSuccess(self, test):
        self.events.append(Event("failed", None, "This test was expected to fail, and passed."))

    def addSubTest(self, test, subtest, err):
        if err is not None:
            self.events.append(self.failed(err[1], subtest._subDescription()))


def run_cases(cases, result, before_each):
    """Yields (case, events) for each; fixtures of classes and modules run where unittest runs them."""
    suite = TestSuite()
    result._previousTestClass, result._moduleSetUpFailed = None, False
    for case in cases:
        cls = type(case)
        suite._tearDownPreviousClass(case, result)
        suite._handleModuleFixture(case, result)
        suite._handleClassSetUp(case, result)
        result._previousTestClass = cls
        # What a fixture threw stays with each test that it kept from running.
        fixture = result.take() or fixture_events(cls, result)
        if cls.__dict__.get("_classSetupFailed") or result._moduleSetUpFailed:
            remember(cls, result, fixture)
            yield case, fixture
            continue
        before_each()
        type(case).run(case, result)
        yield case, result.take()
    suite._tearDownPreviousClass(None, result)
    suite._handleModuleTearDown(result)
    if events := result.take():
        yield None, events


def remember(cls, result, events):
    result.hornbook_fixture = cls, events


def fixture_events(cls, result):
    of, events = getattr(result, "hornbook_fixture", (None, []))
    return list(events) if of is cls or result._moduleSetUpFailed else []


def unskip(cls):
    """Takes the marks of `skip` off a class and its tests."""
    if getattr(cls, "__unittest_skip__", False):
        cls.__unittest_skip__ = False
    for name, value in list(cls.__dict__.items()):
        if getattr(value, "__unittest_skip__", False):
            inner = getattr(value, "__wrapped__", None)
            if inner is not None:
                setattr(cls, name, inner)
            else:
                value.__unittest_skip__ = False
