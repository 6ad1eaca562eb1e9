"""`pytest.approx`: equal within a tolerance (relative 1e-6, absolute 1e-12, whichever is larger)."""

import math


class approx:  # noqa: N801
    __array_ufunc__ = None
    __hash__ = None

    def __init__(self, expected, rel=None, abs=None, nan_ok=False):  # noqa: A002
        self.expected, self.rel, self.abs, self.nan_ok = expected, rel, abs, nan_ok

    def __eq__(self, other):
        return self.is_close(other, self.expected)

    def is_close(self, found, expected):
        if isinstance(expected, dict):
            return (
                isinstance(found, dict) and found.keys() == expected.keys()
                and all(self.is_close(found[key], expected[key]) for key in expected)
            )
        if isinstance(expected, (list, tuple)):
            return (
                isinstance(found, (list, tuple)) and len(found) == len(expected)
                and all(self.is_close(*pair) for pair in zip(found, expected))
            )
        if isinstance(expected, bool) or expected is None or isinstance(expected, (str, bytes)):
            return found == expected
        if not isinstance(found, (int, float, complex)) and not hasattr(found, "__sub__"):
            return False
        if found == expected:
            return True
        try:
            if isinstance(expected, float) and math.isnan(expected):
                return self.nan_ok and math.isnan(found)
            if isinstance(expected, float) and math.isinf(expected):
                return False
            return bool(-self.tolerance(expected) <= self.distance(found, expected) <= self.tolerance(expected))
        except (TypeError, ValueError):
            return False

    def distance(self, found, expected):
        return abs_(found - expected)

    def tolerance(self, expected):
        absolute = 1e-12 if self.abs is None else self.abs
        if self.rel is None and self.abs is not None:
            return absolute
        return max(absolute, (1e-6 if self.rel is None else self.rel) * abs_(expected))

    def __repr__(self):
        if isinstance(self.expected, (int, float)):
            return f"{self.expected} ± {self.tolerance(self.expected):.1e}"
        return f"approx({self.expected!r})"


abs_ = abs
