"""Loads the harness from its sources: modules that a learner's code cannot import, patch by name, or starve of builtins.

What they need is bound when they load, before the learner's code runs; their builtins are a copy of their own.
"""


def boot(sources):
    import builtins
    import sys
    from importlib.machinery import ModuleSpec

    Module = type(sys)
    own_builtins = dict(builtins.__dict__)
    loaded, codes = {}, {}

    def load(name):
        """A part of the harness, loaded at its first use. Parts find each other as `_hornbook.<name>`."""
        if name not in loaded:
            module = loaded[name] = Module(f"_hornbook.{name}")
            run(name, module)
        return loaded[name]

    def run(name, module):
        module.__dict__["__builtins__"] = own_builtins
        if name not in codes:
            codes[name] = compile(sources[name], f"<hornbook>/{name}.py", "exec", dont_inherit=True)
        exec(codes[name], module.__dict__)

    def import_(name, globals=None, locals=None, fromlist=(), level=0):
        if name.startswith("_hornbook."):
            return load(name.removeprefix("_hornbook."))
        if name == "_hornbook":
            package = Module(name)
            package.__dict__.update({part: load(part) for part in fromlist})
            return package
        return builtin_import(name, globals, locals, fromlist, level)

    builtin_import = builtins.__import__
    own_builtins["__import__"] = import_

    class Stand:
        """Finds the modules that stand in for what is not there: `import turtle`, `import pytest`."""

        stands = {"pytest": "pytest_stand", "turtle": "turtle_stand"}

        def find_spec(self, name, path=None, target=None):
            return ModuleSpec(name, self, origin="Hornbook") if name in self.stands else None

        def create_module(self, spec):
            return load("pytest_stand") if spec.name == "pytest" else None

        def exec_module(self, module):
            if module.__name__ == "turtle":
                run(self.stands["turtle"], module)

    # Before the learner's folder, behind modules that are built in.
    sys.meta_path.insert(0, Stand())
    return load


def take(sources):
    load = boot(sources)
    session = load("session")

    def warm():
        """All that a memory snapshot should hold."""
        import unittest.mock  # noqa: F401

        for name in sources:
            if name not in ("boot", "turtle_stand"):
                load(name)

    return session.begin, session.step, warm, session.rehearse
