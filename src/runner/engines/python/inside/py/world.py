"""As if the interpreter had just started: files, modules, builtins, streams and settings, for each program anew."""

import asyncio  # noqa: F401  (warm: the first import costs 100 ms)
import builtins
import linecache
import os
import random
import shutil
import sys

from _hornbook.errors import HOME
from _hornbook.input import open_input

# Those that programs patch most; others are left as the program before left them.
RESTORED = (
    "collections", "datetime", "functools", "io", "itertools", "json", "math", "operator", "os", "os.path", "random",
    "re", "shutil", "string", "time", "types",
)
SYS_HOOKS = ("displayhook", "excepthook", "unraisablehook", "breakpointhook")
CHECK_SEED = 1

Module = type(sys)
seed = random.seed
listdir, makedirs, isdir, unlink, chdir, mkdir = os.listdir, os.makedirs, os.path.isdir, os.unlink, os.chdir, os.mkdir
rmtree, open_file, clear_lines = shutil.rmtree, open, linecache.clearcache
get_recursion_limit, set_recursion_limit = sys.getrecursionlimit, sys.setrecursionlimit
set_digits = sys.set_int_max_str_digits

known = {
    "is_used": False,
    "builtins": dict(builtins.__dict__),
    "modules": dict(sys.modules),
    "path": [path for path in sys.path if path],
    "meta_path": list(sys.meta_path),
    "path_hooks": list(sys.path_hooks),
    "recursion_limit": get_recursion_limit(),
    "environ": dict(os.environ._data),
    "variables": dict(os.environ),
    "hooks": {name: getattr(sys, name) for name in SYS_HOOKS},
    "dicts": {name: dict(sys.modules[name].__dict__) for name in RESTORED if name in sys.modules},
}
environ, environ_data, modules = os.environ, os.environ._data, sys.modules


class World:
    """One job's programs, one after the other."""

    def __init__(self, job, output, emit):
        self.files, self.entry, self.output, self.emit = job["files"], job["entry"], output, emit
        self.is_interactive = job["isInteractive"]

    def open(self, stdin, seed_number=CHECK_SEED, more_files=None):
        if known["is_used"]:
            self.restore()
        known["is_used"] = True
        chdir(HOME)
        self.write_files({**self.files, **(more_files or {})})
        sys.path.insert(0, HOME)
        sys.path_importer_cache.pop(HOME, None)
        self.output.open()
        sys.stdin = open_input(stdin, self.output, self.emit, self.is_interactive)
        sys.stdout, sys.stderr = self.output.stdout, self.output.stderr
        seed(seed_number)

    def write_files(self, files):
        made = {HOME}
        for name, text in files.items():
            path = f"{HOME}/{name}"
            folder = path.rpartition("/")[0]
            if folder not in made:
                makedirs(folder, exist_ok=True)
                made.add(folder)
            with open_file(path, "w", encoding="utf-8", errors="surrogatepass", newline="") as file:
                file.write(text)

    def restore(self):
        """Takes back what the program before this one did."""
        restore_dict(builtins.__dict__, known["builtins"])
        for name, was in known["dicts"].items():
            modules[name] = module = modules.get(name) or Module(name)
            restore_dict(module.__dict__, was)
        for name in modules.keys() - known["modules"].keys():
            if name == "turtle" or is_learners(modules[name]):
                del modules[name]
        # Those that a check hid, or a program took away; ways out of Python cannot be imported a second time.
        for name in known["modules"].keys() - modules.keys():
            modules[name] = known["modules"][name]
        sys.path[:] = known["path"]
        sys.meta_path[:], sys.path_hooks[:] = known["meta_path"], known["path_hooks"]
        for name, hook in known["hooks"].items():
            setattr(sys, name, hook)
        sys.settrace(None)
        sys.setprofile(None)
        set_recursion_limit(known["recursion_limit"])
        set_digits(4300)
        if environ_data != known["environ"]:
            environ.clear()
            environ.update(known["variables"])
        if "decimal" in modules:
            modules["decimal"].setcontext(modules["decimal"].Context())
        clear_lines()
        # The folder one stands in cannot be removed.
        chdir(HOME)
        for name in listdir(HOME):
            path = f"{HOME}/{name}"
            if isdir(path):
                rmtree(path)
            elif name not in self.files:
                unlink(path)

    def start(self, module_name):
        """The entry, executed as a module of this name. Returns its namespace."""
        module = Module(module_name)
        module.__file__ = f"{HOME}/{self.entry}"
        modules[module_name] = module
        sys.argv = [self.entry]
        code = compile(self.files[self.entry], self.entry, "exec", dont_inherit=True)
        module.__dict__["__builtins__"] = builtins
        exec(code, module.__dict__)
        return module.__dict__

    def start_as_module(self):
        return self.start(self.entry.removesuffix(".py").replace("/", "."))

    def run_program(self):
        """The entry as the main program. `sys.exit` ends it well, whatever the code."""
        try:
            self.start("__main__")
        except SystemExit as exit_:
            if isinstance(exit_.code, str):
                print(exit_.code, file=self.output.stderr)


def forget():
    """As if no program had run yet."""
    World({"files": {}, "entry": "", "isInteractive": False}, None, None).restore()
    known["is_used"] = False


def restore_dict(found, was):
    try:
        is_same = found == was
    except BaseException:
        is_same = False
    if not is_same:
        for name in found.keys() - was.keys():
            del found[name]
        found.update(was)


def is_learners(module):
    try:
        return str(getattr(module, "__file__", None) or "").startswith(HOME)
    except BaseException:
        return True


makedirs(HOME, exist_ok=True)
