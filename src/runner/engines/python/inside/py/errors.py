"""A learner's error as data, in the shape of `CodeError`, and how it ends a job."""

from _hornbook.output import TooMuchOutput

HOME = "/home/learner"
MAX_MESSAGE = 2_000


def file_of(path, files):
    """The learner's file at this path; null when it is none of theirs."""
    name = path[len(HOME) + 1 :] if path.startswith(HOME + "/") else path
    return name if name in files else None


def message_of(error):
    try:
        return str.__str__(str(error)).replace(HOME + "/", "")[:MAX_MESSAGE]
    except BaseException:
        return ""


def describe(error, files):
    frames = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        name = file_of(code.co_filename, files)
        if name is not None and trace.tb_lineno is not None:
            frames.append({"file": name, "line": trace.tb_lineno, "name": code.co_name})
        trace = trace.tb_next
    message = message_of(error)
    if isinstance(error, SyntaxError):
        message = str(error.msg)
        name = file_of(error.filename or "", files)
        if name is not None and error.lineno is not None:
            frames.append({"file": name, "line": error.lineno, "name": ""})
    # A recursion tells the same frame a thousand times: its two ends will do.
    if len(frames) > 40:
        frames = frames[:20] + frames[-20:]
    line = frames[-1]["line"] if frames else None
    return {"type": type(error).__name__, "message": message, "line": line, "frames": frames}


def outcome_of(error):
    if isinstance(error, TooMuchOutput):
        return "too-much-output"
    return "out-of-memory" if isinstance(error, MemoryError) else "error"
