"""What a turtle reckons with."""

import math


class TurtleGraphicsError(Exception):
    pass


class Terminator(Exception):
    pass


class Vec2D(tuple):
    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))

    def __add__(self, other):
        return Vec2D(self[0] + other[0], self[1] + other[1])

    def __sub__(self, other):
        return Vec2D(self[0] - other[0], self[1] - other[1])

    def __mul__(self, other):
        return self[0] * other[0] + self[1] * other[1] if isinstance(other, Vec2D) else Vec2D(self[0] * other, self[1] * other)

    __rmul__ = __mul__

    def __neg__(self):
        return Vec2D(-self[0], -self[1])

    def __abs__(self):
        return math.hypot(*self)

    def rotate(self, angle):
        turn = math.radians(angle)
        return Vec2D(self[0] * math.cos(turn) - self[1] * math.sin(turn), self[0] * math.sin(turn) + self[1] * math.cos(turn))

    def __repr__(self):
        return f"({self[0]:.2f},{self[1]:.2f})"


def color_of(color, full):
    """`"red"`, `"#f00"`, `(1, 0, 0)`, or three numbers up to `full`."""
    while isinstance(color, (tuple, list)) and len(color) == 1:
        color = color[0]
    if isinstance(color, str):
        return color
    if isinstance(color, (tuple, list)) and len(color) == 3 and all(isinstance(part, (int, float)) for part in color):
        parts = [round(part * 255 / full) for part in color]
        if all(0 <= part <= 255 for part in parts):
            return "#{:02x}{:02x}{:02x}".format(*parts)
    raise TurtleGraphicsError(f"bad color arguments: {color}")
