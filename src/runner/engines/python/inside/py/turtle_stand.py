"""Stands in for `turtle`: draws at once, and the drawing is shown at the end (and before each `input()`)."""

import math

from _hornbook import pictures
from _hornbook.drawing import Dot, Drawing, Line, Shape, Words
from _hornbook.turtle_parts import Terminator, TurtleGraphicsError, Vec2D, color_of  # noqa: F401

__all__ = []
drawing = Drawing()
pictures.board.draw = drawing.take_svg
MISSING = "turtle.{} is not here: pictures have no window, no clicks and no keys"


class Screen:
    """There is one, whoever asks for it."""

    one, mode_, colors = None, "standard", 1.0

    def __new__(cls):
        if cls.one is None:
            cls.one = object.__new__(cls)
        return cls.one

    def bgcolor(self, *color):
        if not color:
            return drawing.background
        drawing.background, drawing.is_changed = color_of(color, Screen.colors), True

    def colormode(self, mode=None):
        if mode is None:
            return Screen.colors
        Screen.colors = float(mode) if mode == 1 else int(mode)

    def clear(self):
        drawing.clear()
        drawing.background = "white"

    clearscreen = clear

    def reset(self):
        for turtle in drawing.turtles:
            turtle.reset()

    resetscreen = reset

    def turtles(self):
        return list(drawing.turtles)

    def window_width(self):
        return 400

    window_height = window_width

    def mainloop(self):
        pictures.show_last()

    exitonclick = done = bye = update = mainloop

    def nothing(self, *_args, **_kwargs):
        return None

    setup = screensize = title = tracer = delay = listen = register_shape = addshape = bgpic = nothing
    onclick = onkey = onkeypress = onkeyrelease = ontimer = onscreenclick = nothing

    def __getattr__(self, name):
        raise AttributeError(MISSING.format(name))


_Screen = TurtleScreen = Screen


class Turtle:
    def __init__(self, shape="classic", undobuffersize=0, visible=True):
        self._start(visible)
        drawing.turtles.append(self)
        drawing.is_changed = True

    def _start(self, visible=True):
        self._at, self._heading, self._full = Vec2D(0, 0), 0.0, 360.0
        self._down, self._width, self._pen, self._fill = True, 1, "black", "black"
        self._visible, self._line, self._filled, self._speed, self._shape = visible, None, None, 3, "classic"

    # -- moving ---------------------------------------------------------------------------------------------------

    def goto(self, x, y=None):
        self._go(Vec2D(*x) if y is None else Vec2D(x, y))

    setpos = setposition = goto

    def _go(self, to):
        to = Vec2D(float(to[0]), float(to[1]))
        if self._down:
            if self._line is None:
                self._line = Line(self._at, self._pen, self._width)
                drawing.add(self._line)
            if len(self._line.path) >= 5_000:
                self._line = Line(self._at, self._pen, self._width)
                drawing.add(self._line)
            self._line.path.append(to)
            drawing.is_changed = True
        if self._filled is not None:
            self._filled.append(to)
        self._at = to
        drawing.is_changed = drawing.is_changed or self._visible

    def teleport(self, x=None, y=None, *, fill_gap=False):
        was, self._down, self._line = self._down, False, None
        self._go(Vec2D(self._at[0] if x is None else x, self._at[1] if y is None else y))
        self._down = was

    def forward(self, distance):
        turn = math.radians(self._heading)
        # Rounded, so that a square ends where it began.
        self._go(self._at + Vec2D(round(math.cos(turn), 14), round(math.sin(turn), 14)) * distance)

    fd = forward

    def back(self, distance):
        self.forward(-distance)

    bk = backward = back

    def left(self, angle):
        self._heading = (self._heading + angle * 360 / self._full) % 360
        drawing.is_changed = drawing.is_changed or self._visible

    lt = left

    def right(self, angle):
        self.left(-angle)

    rt = right

    def setheading(self, angle):
        self._heading = 0.0
        self.left(angle)

    seth = setheading

    def setx(self, x):
        self.goto(x, self._at[1])

    def sety(self, y):
        self.goto(self._at[0], y)

    def home(self):
        self.goto(0, 0)
        self._heading = 0.0

    def circle(self, radius, extent=None, steps=None):
        extent = self._full if extent is None else extent
        turn = extent * 360 / self._full
        steps = steps or 1 + int(min(11 + abs(radius) / 6, 59) * abs(turn) / 360)
        part = turn / steps
        length = 2 * radius * math.sin(math.radians(part) / 2)
        if radius < 0:
            part, length = -part, -length
        heading = self._heading
        self._heading += part / 2
        for _ in range(steps):
            self.forward(length)
            self._heading += part
        self._heading = (heading + part * steps) % 360

    def dot(self, size=None, *color):
        if isinstance(size, (str, tuple)):
            size, color = None, (size, *color)
        drawing.add(Dot(self._at, max(self._width + 4, 2 * self._width) if size is None else size, color_of(color, Screen.colors) if color else self._pen))

    def write(self, arg, move=False, align="left", font=("Arial", 8, "normal")):
        drawing.add(Words(self._at, str(arg), self._pen, align, font))

    # -- the pen --------------------------------------------------------------------------------------------------

    def penup(self):
        self._down, self._line = False, None

    pu = up = penup

    def pendown(self):
        self._down = True

    pd = down = pendown

    def isdown(self):
        return self._down

    def pensize(self, width=None):
        if width is None:
            return self._width
        self._width, self._line = width, None

    width = pensize

    def pencolor(self, *color):
        if not color:
            return self._pen
        self._pen, self._line = color_of(color, Screen.colors), None

    def fillcolor(self, *color):
        if not color:
            return self._fill
        self._fill = color_of(color, Screen.colors)

    def color(self, *colors):
        if not colors:
            return self._pen, self._fill
        pen, fill = colors if len(colors) == 2 else (colors, colors)
        self.pencolor(pen)
        self.fillcolor(fill)

    def filling(self):
        return self._filled is not None

    def begin_fill(self):
        self._filled = [self._at]
        self._fill_from = len(drawing.marks)
        self._line = None

    def end_fill(self):
        if self._filled is not None and len(self._filled) > 2:
            # Under the lines that go around it.
            drawing.marks.insert(min(self._fill_from, len(drawing.marks)), Shape(self._filled, self._fill))
            drawing.is_changed = True
        self._filled = self._line = None

    # -- what is told ---------------------------------------------------------------------------------------------

    def position(self):
        return self._at

    pos = position

    def xcor(self):
        return self._at[0]

    def ycor(self):
        return self._at[1]

    def heading(self):
        return self._heading * self._full / 360

    def distance(self, x, y=None):
        return abs(self._target(x, y) - self._at)

    def towards(self, x, y=None):
        dx, dy = self._target(x, y) - self._at
        return math.degrees(math.atan2(dy, dx)) % 360 * self._full / 360

    def _target(self, x, y):
        return Vec2D(x, y) if y is not None else x._at if isinstance(x, Turtle) else Vec2D(*x)

    def degrees(self, fullcircle=360.0):
        self._full = float(fullcircle)

    def radians(self):
        self._full = 2 * math.pi

    # -- the turtle itself ----------------------------------------------------------------------------------------

    def hideturtle(self):
        self._visible, drawing.is_changed = False, True

    ht = hideturtle

    def showturtle(self):
        self._visible, drawing.is_changed = True, True

    st = showturtle

    def isvisible(self):
        return self._visible

    def speed(self, speed=None):
        if speed is None:
            return self._speed
        self._speed = speed

    def shape(self, name=None):
        if name is None:
            return self._shape
        self._shape = name

    def clear(self):
        """All turtles draw on one sheet: it is wiped."""
        drawing.clear()
        self._line = None

    def reset(self):
        self.clear()
        self._start()

    def getturtle(self):
        return self

    getpen = getturtle

    def getscreen(self):
        return Screen()

    def shapesize(self, *_args, **_kwargs):
        return 1.0, 1.0, 1

    def _mark(self):
        corners = [Vec2D(*corner).rotate(self._heading) for corner in ((0, 0), (-9, 5), (-7, 0), (-9, -5))]
        return Shape([self._at + corner for corner in corners], self._fill, self._pen)

    def __getattr__(self, name):
        raise AttributeError(MISSING.format(name))


Pen = RawTurtle = RawPen = Turtle


def _of_first(name):
    def function(*args, **kwargs):
        if not _first:
            _first.append(Turtle())
        return getattr(_first[0], name)(*args, **kwargs)

    function.__name__ = name
    return function


_first = []
for _name in [name for name in vars(Turtle) if not name.startswith("_")]:
    globals()[_name] = _of_first(_name)
    __all__.append(_name)
for _name in [name for name in vars(Screen) if not name.startswith("_") and name not in __all__]:
    if callable(vars(Screen)[_name]) and _name != "nothing":
        globals()[_name] = getattr(Screen(), _name)
        __all__.append(_name)
__all__ += ["Turtle", "Screen", "Pen", "RawTurtle", "Vec2D"]
del _name


def __getattr__(name):
    raise AttributeError(MISSING.format(name))
