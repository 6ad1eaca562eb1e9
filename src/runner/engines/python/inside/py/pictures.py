"""Pictures go out as data. `display(x)` shows what can draw itself; `turtle` shows its drawing when it changed."""

import base64
import builtins
import json

MAX_PICTURES = 20
MAX_CHARS = 1_000_000
# Of all together, those that took the place of an earlier one included.
MAX_SENT_CHARS = 3_000_000
PNG = b"\x89PNG\r\n\x1a\n"

dumps, b64encode = json.dumps, base64.b64encode


class Board:
    def __init__(self, emit):
        self.emit, self.names, self.left = emit, set(), MAX_SENT_CHARS
        # Gives the text of a drawing that changed since it was last shown, or None.
        self.draw = None

    def show(self, name, mime_type, data):
        """Raises ValueError beyond the caps."""
        if len(data) > MAX_CHARS or len(data) > self.left:
            raise ValueError(f"the picture is too large ({len(data):,} characters)")
        self.names.add(name)
        if len(self.names) > MAX_PICTURES:
            raise ValueError(f"a program may show {MAX_PICTURES} pictures at most")
        self.left -= len(data)
        self.emit("picture", dumps({"name": name, "mimeType": mime_type, "data": data}))


board = None


def open_board(emit):
    global board
    board = Board(emit)


def show_last():
    """Sends the turtle's drawing if it changed."""
    try:
        svg = board.draw and board.draw()
        if svg:
            board.show("turtle", "image/svg+xml", svg)
    except Exception:
        pass


def display(*values):
    """Shows each value: as a picture where it is one (SVG text, PNG bytes, `_repr_svg_`, `_repr_png_`), else as text."""
    for value in values:
        name = f"picture {len(board.names) + 1}"
        svg, png = svg_of(value), png_of(value)
        if svg is not None:
            board.show(name, "image/svg+xml", svg)
        elif png is not None:
            board.show(name, "image/png", b64encode(png).decode())
        else:
            print(value)


def svg_of(value):
    if isinstance(value, str):
        return value if value.lstrip()[:4] == "<svg" or value.startswith("<?xml") and "<svg" in value else None
    draw = getattr(value, "_repr_svg_", None)
    return None if draw is None or isinstance(value, type) else draw()


def png_of(value):
    if isinstance(value, (bytes, bytearray)):
        return bytes(value) if value.startswith(PNG) else None
    draw = getattr(value, "_repr_png_", None)
    return None if draw is None or isinstance(value, type) else draw()


builtins.display = display
