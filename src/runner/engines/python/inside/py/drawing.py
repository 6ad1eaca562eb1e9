"""A turtle's drawing as SVG: what was drawn, in order, in the turtle's coordinates (y upward)."""

from html import escape

MAX_MARKS = 20_000
HALF = 200
MARGIN = 10


class Drawing:
    def __init__(self):
        self.is_changed = False
        self.background = "white"
        self.clear()

    def clear(self):
        self.marks, self.turtles, self.is_changed = [], self.__dict__.get("turtles", []), True

    def add(self, mark):
        """Raises RuntimeError when a drawing grows beyond what a picture can hold."""
        if len(self.marks) >= MAX_MARKS:
            raise RuntimeError(f"the drawing is full: a turtle draws {MAX_MARKS:,} lines, dots and words at most")
        self.marks.append(mark)
        self.is_changed = True

    def take_svg(self):
        """The drawing, if it changed since it was last taken; else null."""
        if not self.is_changed:
            return None
        self.is_changed = False
        shown = [*self.marks, *(turtle._mark() for turtle in self.turtles if turtle.isvisible())]
        box = self.box(shown)
        inside = "".join(mark.svg() for mark in shown)
        x, y, width, height = box
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{n(x)} {n(y)} {n(width)} {n(height)}" '
            f'width="{n(width)}" height="{n(height)}">'
            f'<rect x="{n(x)}" y="{n(y)}" width="{n(width)}" height="{n(height)}" fill="{escape(self.background)}"/>'
            f'<g fill="none" stroke-linecap="round" stroke-linejoin="round">{inside}</g></svg>'
        )

    def box(self, marks):
        """At least 400 × 400 around the middle, and all that was drawn."""
        points = [point for mark in marks for point in mark.points()]
        left = min([-HALF, *(x - MARGIN for x, _ in points)])
        right = max([HALF, *(x + MARGIN for x, _ in points)])
        top = max([HALF, *(y + MARGIN for _, y in points)])
        bottom = min([-HALF, *(y - MARGIN for _, y in points)])
        return left, -top, right - left, top - bottom


def n(number):
    """Short: two decimals, none where there are none."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace("-0", "0") if abs(number) < 0.005 else f"{number:.2f}".rstrip("0").rstrip(".")


class Line:
    def __init__(self, start, color, width):
        self.path, self.color, self.width = [start], color, width

    def points(self):
        return self.path

    def svg(self):
        points = " ".join(f"{n(x)},{n(-y)}" for x, y in self.path)
        return f'<polyline points="{points}" stroke="{escape(self.color)}" stroke-width="{n(self.width)}"/>'


class Shape:
    def __init__(self, path, fill, outline=None):
        self.path, self.fill, self.outline = path, fill, outline

    def points(self):
        return self.path

    def svg(self):
        points = " ".join(f"{n(x)},{n(-y)}" for x, y in self.path)
        stroke = "" if self.outline is None else f' stroke="{escape(self.outline)}"'
        return f'<polygon points="{points}" fill="{escape(self.fill)}"{stroke} fill-rule="evenodd"/>'


class Dot:
    def __init__(self, at, size, color):
        self.at, self.size, self.color = at, size, color

    def points(self):
        x, y = self.at
        return [(x - self.size / 2, y - self.size / 2), (x + self.size / 2, y + self.size / 2)]

    def svg(self):
        x, y = self.at
        return f'<circle cx="{n(x)}" cy="{n(-y)}" r="{n(self.size / 2)}" fill="{escape(self.color)}"/>'


class Words:
    ANCHORS = {"left": "start", "center": "middle", "right": "end"}

    def __init__(self, at, text, color, align, font):
        self.at, self.text, self.color, self.align = at, text, color, align
        self.family, self.size, self.kind = (*font, "Arial", 8, "normal")[:3] if not font else (*font, *("Arial", 8, "normal")[len(font):])

    def points(self):
        width = len(self.text) * float(self.size) * 0.8
        x, y = self.at
        start = {"left": x, "center": x - width / 2, "right": x - width}.get(self.align, x)
        return [(start, y), (start + width, y + float(self.size) * 1.4)]

    def svg(self):
        x, y = self.at
        style = f'{" font-weight=\"bold\"" if "bold" in str(self.kind) else ""}{" font-style=\"italic\"" if "italic" in str(self.kind) else ""}'
        # tkinter's sizes are points.
        size = float(self.size) * 4 / 3
        return (
            f'<text x="{n(x)}" y="{n(-y)}" fill="{escape(self.color)}" text-anchor="{self.ANCHORS.get(self.align, "start")}" '
            f'font-family="{escape(str(self.family))}, sans-serif" font-size="{n(size)}"{style}>{escape(self.text)}</text>'
        )
