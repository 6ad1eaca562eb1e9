"""What a failed assertion says: what was called, what was expected, what came. All of it read from syntax and frames."""

import ast

from _hornbook.values import short_repr

MAX_MESSAGE = 500
MAX_ARGUMENT = 60
# Names no source can hold: the two sides of an assertion, kept in the frame that made it.
LEFT, RIGHT, CHECK = "@left", "@right", "@check"

OPERATORS = {
    ast.Eq: "", ast.NotEq: "anything but ", ast.Lt: "less than ", ast.LtE: "at most ", ast.Gt: "more than ",
    ast.GtE: "at least ", ast.In: "one of ", ast.NotIn: "none of ", ast.Is: "", ast.IsNot: "anything but ",
}
PLAIN = (int, float, str, bytes, bool, type(None), list, tuple, dict, set)


# Loads what unparses, which a program could spoil later.
ast.unparse(ast.Pass())


def first_line(text):
    lines = text.strip().splitlines() or [""]
    return lines[0][:MAX_MESSAGE]


def keep_sides(tree):
    """Rewrites each plain assert so that its sides can be read from the frame afterwards. Changes the tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert):
            test = node.test
            if isinstance(test, ast.Compare) and len(test.ops) == 1:
                test.left = kept(LEFT, test.left)
                test.comparators = [kept(RIGHT, test.comparators[0])]
            elif isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
                test.operand = kept(LEFT, test.operand)
            else:
                node.test = kept(LEFT, test)
    return ast.fix_missing_locations(tree)


def check_sides(tree):
    """After each plain `assert a == b`, hands both sides to `@check`. Changes the tree, whose sides are kept already."""
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            statements = getattr(node, field, None)
            if isinstance(statements, list) and any(is_kept_equal(statement) for statement in statements):
                setattr(node, field, [made for statement in statements for made in checked(statement)])
    return ast.fix_missing_locations(tree)


def is_kept_equal(node):
    return isinstance(node, ast.Assert) and isinstance(node.test, ast.Compare) and [type(op) for op in node.test.ops] == [ast.Eq]


def checked(statement):
    yield statement
    if is_kept_equal(statement):
        call = ast.Call(ast.Name(CHECK, ast.Load()), [ast.Name(LEFT, ast.Load()), ast.Name(RIGHT, ast.Load())], [])
        yield ast.copy_location(ast.Expr(call), statement)


def kept(name, value):
    target = ast.copy_location(ast.Name(name, ast.Store()), value)
    return ast.copy_location(ast.NamedExpr(target, value), value)


def statement_at(tree, line, kinds):
    """The innermost statement of these kinds over this line. Looks into nothing that lies elsewhere."""
    found, inside = None, [tree]
    while inside:
        for node in ast.iter_child_nodes(inside.pop()):
            # Some parts, such as the items of a `with`, stand at no line of their own.
            if getattr(node, "lineno", line) <= line <= getattr(node, "end_lineno", line):
                if isinstance(node, kinds) and (found is None or node.lineno >= found.lineno):
                    found = node
                inside.append(node)
    return found


def tell_assert(tree, values, line):
    """{called, expected, got} of the plain assert at this line of the original tree, from the names of the frame it failed in."""
    node = statement_at(tree, line, ast.Assert)
    if node is None or LEFT not in values:
        return {}
    test, left = node.test, values[LEFT]
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and RIGHT in values:
        right = values[RIGHT]
        operator = type(test.ops[0])
        if operator in (ast.Eq, ast.Is) and is_literal(test.left) and not is_literal(test.comparators[0]):
            return sides(tree, values, line, test.comparators[0], "", left, right)
        return sides(tree, values, line, test.left, OPERATORS[operator], right, left)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return {"called": call_in(tree, values, line, test.operand), "expected": "a false value", "got": short_repr(left)}
    return {"called": call_in(tree, values, line, test), "expected": "a true value", "got": short_repr(left)}


def sides(tree, values, line, node, prefix, expected, got):
    called = call_in(tree, values, line, node)
    return {"called": called, "expected": prefix + short_repr(expected), "got": short_repr(got)}


def is_literal(node):
    try:
        ast.literal_eval(node)
        return True
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return False


def call_in(tree, values, line, node):
    """The call whose result this expression is, its arguments filled in; null where there is none to name."""
    for _ in range(3):
        root = node
        while isinstance(root, (ast.Attribute, ast.Subscript)):
            root = root.value
        if isinstance(root, ast.Call) or not isinstance(root, ast.Name):
            break
        source = origin_of(tree, root.id, line)
        if source is None:
            break
        node, line = source, source.lineno
    if not any(isinstance(part, ast.Call) for part in ast.walk(node)):
        return None
    return ast.unparse(filled(node, values))[:MAX_MESSAGE]


def origin_of(tree, name, line):
    """What this name was last given before this line, in the same function: an expression."""
    scope = statement_at(tree, line, (ast.FunctionDef, ast.AsyncFunctionDef)) or tree
    found = None
    for node in ast.walk(scope):
        if getattr(node, "lineno", line) >= line:
            continue
        value = None
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == name for t in node.targets):
            value = node.value
        elif isinstance(node, (ast.With, ast.AsyncWith)) and any(is_bound(item, name) for item in node.items):
            # `with self.assertRaises(E) as caught: f(x)`: what raised is the call inside.
            last = node.body[-1]
            value = last.value if isinstance(last, (ast.Expr, ast.Assign)) else None
        if value is not None and (found is None or value.lineno >= found.lineno):
            found = value
    return found


def is_bound(item, name):
    return isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name


def filled(node, values):
    """A copy with short plain values in place of the names that are arguments."""

    class Fill(ast.NodeTransformer):
        def visit_Call(self, call):
            args = [argument(arg, self) for arg in call.args]
            keywords = [ast.keyword(k.arg, argument(k.value, self)) for k in call.keywords]
            return ast.Call(self.visit(call.func) if not isinstance(call.func, ast.Name) else call.func, args, keywords)

    def argument(arg, fill):
        if isinstance(arg, ast.Starred) and isinstance(arg.value, ast.Name):
            value = values.get(arg.value.id)
            if type(value) in (list, tuple) and len(short_repr(value)) <= MAX_ARGUMENT:
                return ast.Name(short_repr(list(value))[1:-1])
        if isinstance(arg, ast.Name) and arg.id in values and type(values[arg.id]) in PLAIN:
            text = short_repr(values[arg.id])
            return ast.Name(text if len(text) <= MAX_ARGUMENT else arg.id)
        return fill.visit(arg)

    return Fill().visit(ast.fix_missing_locations(ast.parse(ast.unparse(node), mode="eval").body))
