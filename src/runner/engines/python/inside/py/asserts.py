"""Assert blocks: statements in the namespace of the freshly loaded entry, passed when nothing is thrown."""

import ast

from _hornbook.errors import describe, message_of, outcome_of
from _hornbook.told import first_line, keep_sides, tell_assert

PATH = "<test>"


def run(test, world, guard):
    is_loaded = False
    tree = code = None
    try:
        world.open("")
        guard.begin()
        namespace = world.start_as_module()
        is_loaded = True
        tree = ast.parse(test["code"], PATH)
        code = compile(keep_sides(ast.parse(test["code"], PATH)), PATH, "exec", dont_inherit=True)
        exec(code, namespace)
        guard.look_for_yes_men(namespace)
        yield {"said": said("passed")}
    except GeneratorExit:
        raise
    except BaseException as error:
        if isinstance(error, SystemExit):
            guard.note("The program ended itself (`sys.exit`) before its tests were done.")
        outcome, told = outcome_of(error), describe(error, world.files)
        if not is_loaded or outcome != "error":
            yield {"end": (outcome, told)}
        elif isinstance(error, AssertionError) and (place := last_place(error)) is not None:
            try:
                told = tell_assert(tree, *place)
            except Exception:
                told = {}
            yield {"said": said("failed", first_line(message_of(error)), **told)}
        else:
            yield {"outcome": "error", "error": told, "said": said("failed", f"{told['type']}: {told['message']}")}


def said(status, message="", name="", called=None, expected=None, got=None):
    return {"name": name, "status": status, "message": message, "called": called, "expected": expected, "got": got}


def last_place(error):
    """Names and line in the test where the assertion failed; null when it failed deeper, in the learner's own code."""
    trace = error.__traceback__
    while trace.tb_next is not None:
        trace = trace.tb_next
    return (trace.tb_frame.f_locals, trace.tb_lineno) if trace.tb_frame.f_code.co_filename == PATH else None
