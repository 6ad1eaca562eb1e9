"""A learner's error as data, in the shape of `CodeError`, and how it ends a job."""

from _hornbook.output import TooMuchOutput

HOME = "/home/learner"
MAX_MESSAGE = 2_000
# An error's own class may lie, or raise, when asked.
NAME_OF = type.__dict__["__name__"].__get__
TRACE_OF = BaseException.__dict__["__traceback__"].__get__


def file_of(path, files):
    """The learner's file at this path; null when it is none of theirs."""
    name = path[len(HOME) + 1 :] if path.startswith(HOME + "/") else path
    return name if name in files else None


def message_of(error):
    try:
        return str.__str__(str(error)).replace(HOME + "/", "")[:MAX_MESSAGE]
    except BaseException:
        return ""


def plain(value, kind):
    return value if type(value) is kind else None


def describe(error, files):
    frames = []
    trace = TRACE_OF(error)
    while trace is not None:
        code = trace.tb_frame.f_code
        name = file_of(code.co_filename, files)
        if name is not None and trace.tb_lineno is not None:
            frames.append({"file": name, "line": trace.tb_lineno, "name": code.co_name})
        trace = trace.tb_next
    message = message_of(error)
    if issubclass(type(error), SyntaxError):
        message, path, line = (plain(part, kind) for part, kind in ((error.msg, str), (error.filename, str), (error.lineno, int)))
        name = file_of(path or "", files)
        if name is not None and line is not None:
            frames.append({"file": name, "line": line, "name": ""})
    # A recursion tells the same frame a thousand times: its two ends will do.
    if len(frames) > 40:
        frames = frames[:20] + frames[-20:]
    line = frames[-1]["line"] if frames else None
    return {"type": NAME_OF(type(error)), "message": message or "", "line": line, "frames": frames}


def outcome_of(error):
    if issubclass(type(error), TooMuchOutput):
        return "too-much-output"
    return "out-of-memory" if issubclass(type(error), MemoryError) else "error"
