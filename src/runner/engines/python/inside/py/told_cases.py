"""What a failed test of a file says: {message, called, expected, got}."""

import ast
import re

from _hornbook.errors import message_of
from _hornbook.told import call_in, first_line, is_literal, sides, statement_at, tell_assert
from _hornbook.values import short_repr

# What unittest's own assertions expect of their second (or only) argument, in words.
EXPECTING = {
    "assertNotEqual": "anything but ", "assertNotAlmostEqual": "anything but ", "assertIsNot": "anything but ",
    "assertIn": "one of ", "assertNotIn": "none of ", "assertIsInstance": "an instance of ",
    "assertNotIsInstance": "no instance of ", "assertLess": "less than ", "assertLessEqual": "at most ",
    "assertGreater": "more than ", "assertGreaterEqual": "at least ", "assertRegex": "text that matches ",
    "assertNotRegex": "text that does not match ",
}
ALONE = {"assertTrue": "a true value", "assertFalse": "a false value", "assertIsNone": "None", "assertIsNotNone": "anything but None"}
NOT_RAISED = re.compile(r"(?:DID NOT RAISE |)(?:<class '(?:\w+\.)*(\w+)'>|(\w+))(?: not raised\b.*)?$", re.DOTALL)
STATEMENTS = (ast.Expr, ast.Assign, ast.Assert, ast.With, ast.Return, ast.For, ast.If)


def tell_failure(source, places, error, note):
    place = next((place for place in reversed(places) if place.is_test), None)
    failing = getattr(error, "hornbook", None)
    message = message_of(error)
    if place is None:
        return {"message": first_line(message or note)}
    values, line = place.values, place.line
    if failing is not None:
        told = tell_comparison(source.tree, values, line, failing)
        message = failing.message or message
    else:
        told = tell_assert(source.tree, values, line) or tell_raising(source.tree, values, line, message)
    if told.get("called") is None:
        told["called"] = outer_call(source.tree, places)
    if note and failing is None:
        message = f"{note} {message}"
    return {"message": first_line(message), **told}


def tell_error(source, places):
    return {"called": outer_call(source.tree, places)}


def tell_comparison(tree, values, line, failing):
    """Of `self.assertX(…)`: which argument is the learner's and which the expectation is told by their looks."""
    call = assertion_at(tree, line, failing.name)
    nodes = [] if call is None else [*call.args, *(keyword.value for keyword in call.keywords)]
    given = failing.args
    if failing.name in ALONE:
        called = call_in(tree, values, line, nodes[0]) if nodes else None
        return {"called": called, "expected": ALONE[failing.name], "got": short_repr(given[0])}
    if len(given) < 2:
        return {}
    got, expected = 0, 1
    is_even = failing.name not in EXPECTING or failing.name.startswith("assertNot")
    if is_even and len(nodes) >= 2 and looks_expected(nodes[0]) and not looks_expected(nodes[1]):
        got, expected = 1, 0
    prefix = EXPECTING.get(failing.name, "")
    if len(nodes) < 2:
        return {"called": None, "expected": prefix + short_repr(given[expected]), "got": short_repr(given[got])}
    return sides(tree, values, line, nodes[got], prefix, given[expected], given[got])


def looks_expected(node):
    return is_literal(node) or isinstance(node, ast.Name) and node.id.startswith(("expect", "want"))


def assertion_at(tree, line, name):
    for node in ast.walk(statement_at(tree, line, STATEMENTS) or ast.Pass()):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == name:
            if node.lineno <= line <= node.end_lineno:
                return node
    return None


def tell_raising(tree, values, line, message):
    """Of `with self.assertRaises(E): f(x)` that met no error."""
    found = NOT_RAISED.match(message)
    if found is None or "not raised" not in message and "DID NOT RAISE" not in message:
        return {}
    block = statement_at(tree, line, (ast.With, ast.AsyncWith))
    last = None if block is None else block.body[-1]
    called = call_in(tree, values, line, last.value) if isinstance(last, (ast.Expr, ast.Assign)) else None
    return {"called": called, "expected": found[1] or found[2], "got": None}


def outer_call(tree, places):
    """The first call, in the test's own lines from the innermost outward, that is not the framework's."""
    for place in reversed(places):
        statement = statement_at(tree, place.line, STATEMENTS) if place.is_test else None
        for node in ast.walk(statement or ast.Pass()):
            if isinstance(node, ast.Call) and node.lineno <= place.line <= node.end_lineno and not is_frameworks(node.func):
                return call_in(tree, place.values, place.line, node)
    return None


def is_frameworks(function):
    root = function
    while isinstance(root, (ast.Attribute, ast.Subscript)):
        root = root.value
    return isinstance(root, ast.Name) and root.id in ("self", "pytest", "unittest", "cls", "super")
