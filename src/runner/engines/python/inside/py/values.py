"""A value as data, in the shape of `Value`: it is compared where the learner's code cannot reach."""

import sys

MAX_DEPTH = 50
MAX_NODES = 100_000
MAX_CHARS = 1_000_000
MAX_REPR = 2_000

set_digits = sys.set_int_max_str_digits
get_digits = sys.get_int_max_str_digits


class TooLarge(Exception):
    pass


def encode(value):
    """What has no place in `Value` goes out as its repr."""
    digits = get_digits()
    set_digits(0)
    try:
        return Encoder().data(value, 0)
    except (TooLarge, RecursionError):
        name = type(value).__name__
        return {"kind": "other", "typeName": name, "repr": f"<{name}, too large or too deep to compare>"}
    finally:
        set_digits(digits)


class Encoder:
    def __init__(self):
        self.nodes, self.chars = MAX_NODES, MAX_CHARS

    def data(self, item, depth):
        self.nodes -= 1
        if depth > MAX_DEPTH or self.nodes < 0 or self.chars < 0:
            raise TooLarge
        kind = type(item)
        if item is None:
            return {"kind": "none"}
        if kind is bool:
            return {"kind": "boolean", "value": item is True}
        if issubclass(kind, int):
            digits = int.__repr__(item)
            self.chars -= len(digits)
            return {"kind": "integer", "digits": digits}
        if issubclass(kind, float):
            return {"kind": "float", "text": float_text(item)}
        if issubclass(kind, str):
            text = str.__str__(item)
            self.chars -= len(text)
            return {"kind": "string", "value": text}
        for base, name in SEQUENCES:
            if issubclass(kind, base):
                return {"kind": name, "items": [self.data(part, depth + 1) for part in base.__iter__(item)]}
        if issubclass(kind, dict):
            pairs = dict.items(item)
            return {"kind": "dict", "entries": [[self.data(k, depth + 1), self.data(v, depth + 1)] for k, v in pairs]}
        self.chars -= MAX_REPR
        return {"kind": "other", "typeName": kind.__name__, "repr": short_repr(item)}


SEQUENCES = ((list, "list"), (tuple, "tuple"), (set, "set"), (frozenset, "set"))


def float_text(item):
    text = float.__repr__(item)
    return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}.get(text, text)


def short_repr(item):
    """Never throws: a repr of the learner's own may."""
    try:
        text = str.__str__(repr(item))
    except BaseException:
        return f"<{type(item).__name__}>"
    return text if len(text) <= MAX_REPR else text[: MAX_REPR - 1] + "…"
