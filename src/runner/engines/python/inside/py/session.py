"""One job, step by step: the worker drives, so that nothing a program can reach is able to tell a verdict.

A step gives JSON `{ told: [[kind, text], …], end: null | text }`; `end` is the inside of a JSON object, to which the
worker adds the time.
"""

import json

from _hornbook.errors import describe, outcome_of
from _hornbook.output import Output
from _hornbook.pictures import open_board, show_last
from _hornbook.values import encode
from _hornbook.world import World, forget

loads = json.loads
# The encoder in C, bound here: its Python parts could be patched.
encode_json = json.encoder.c_make_encoder(None, None, json.encoder.encode_basestring_ascii, None, ":", ",", False, False, True)
current = None


def dumps(data):
    return "".join(encode_json(data, 0))


def load_part(name):
    """At its first use: the first boot of all brings no more than `print("hello")` needs."""
    return __import__(f"_hornbook.{name}")


def begin(text, emit):
    global current
    job = loads(text)
    output = Output(emit, job["outputBytes"])
    world = World(job, output, emit)
    open_board(emit)
    current = run_steps(job, world, output) if job["tests"] is None else check_steps(job, world, output)


# An ordinary check of an ordinary program.
REHEARSAL = {
    "files": {"main.py": "def twice(n):\n    return [n] * 2\n"}, "entry": "main.py", "stdin": "", "seed": 1, "isInteractive": False,
    "outputBytes": 10_000,
    "tests": [
        {"id": "call", "kind": "call", "call": "twice(2)"},
        {"id": "file", "kind": "file", "file": "main_test.py", "runSkipped": False, "source": '''import unittest
from main import twice
class Test(unittest.TestCase):
    def test_right(self):
        self.assertEqual(twice(2), [2, 2])
    def test_wrong(self):
        self.assertEqual(twice(2), 4)
'''},
    ],
}


def rehearse():
    """A check for nothing: whatever of the interpreter has run once runs faster. The next program finds it all as new."""
    global current
    begin(dumps(REHEARSAL), lambda *told: None)
    for _ in current:
        pass
    current = None
    load_part("guard").hearing["guard"] = None
    forget()


def step():
    told, end = next(current)
    if end is None:
        return dumps({"told": told, "end": None})
    outcome, error = end
    return dumps({"told": told, "end": dumps({"outcome": outcome, "error": error})[1:-1]})


def run_steps(job, world, output):
    end = "finished", None
    try:
        world.open(job["stdin"], job["seed"])
        world.run_program()
        output.flush()
    except BaseException as error:
        end = outcome_of(error), describe(error, world.files)
        flush_quietly(output)
    show_last()
    yield [], end


def check_steps(job, world, output):
    """Each test in a fresh world; told as it ends, so that a later one that hangs takes nothing with it."""
    kinds = {test["kind"] for test in job["tests"]}
    guard = load_part("guard").Guard(world.files, world.entry) if kinds & {"assert", "file"} else None
    parts = {kind: load_part(part) for kind, part in PARTS.items() if kind in kinds}
    told = []
    for test in job["tests"]:
        # What was told of the one before goes out with it, in one step.
        yield [*told, ["test", test["id"]]], None
        told, kind = [], test["kind"]
        runs = run_own(test, world) if kind not in parts else parts[kind].run(test, world, guard)
        for run in runs:
            result = {"id": test["id"], "outcome": "finished", "value": None, "error": None, "said": None, **run}
            flush_quietly(output)
            tampering = None if guard is None else guard.found()
            told = [] if tampering is None else [["tampered", tampering]]
            if "end" in run:
                yield told, run["end"]
                return
            told.append(["tested", dumps(result)])
            if kind == "file":
                yield told, None
                told = []
    yield told, ("finished", None)


PARTS = {"assert": "asserts", "file": "file_tests"}


def run_own(test, world):
    """A call or output test: it carries out what the program gave, and knows not what was expected."""
    is_call, is_loaded = test["kind"] == "call", False
    try:
        world.open("" if is_call else test["stdin"])
        if is_call:
            namespace = world.start_as_module()
            is_loaded = True
            yield {"value": encode(eval(compile(test["call"].strip(), "<test>", "eval", dont_inherit=True), namespace))}
        else:
            world.run_program()
            yield {}
    except GeneratorExit:
        raise
    except BaseException as error:
        outcome, told = outcome_of(error), describe(error, world.files)
        if not is_loaded and (is_call or isinstance(error, SyntaxError)) or outcome != "error":
            yield {"end": (outcome, told)}
        else:
            yield {"outcome": outcome, "error": told}


def flush_quietly(output):
    try:
        output.flush()
    except BaseException:
        pass
