"""What a program writes: in order, and in few messages."""

import io
import time

# Sent at once so often, since a program may hang right after; then in pieces, by size and time.
EAGER_LINES = 200
PIECE_BYTES = 8_192
PIECE_SECONDS = 0.05
FAST_SECONDS = 0.15
PROMPT_CHARS = 500

# So much may be lost when a flood stops and the program hangs.
FAST_CHARS = 2_048

clock = time.monotonic
TextIOWrapper, reconfigure = io.TextIOWrapper, io.TextIOWrapper.reconfigure


class TooMuchOutput(BaseException):
    """The cap is reached. The page has been told already: an exception alone may be swallowed."""


class Output:
    """Both streams of a job, `max_bytes` together."""

    def __init__(self, emit, max_bytes):
        self.emit, self.left, self.lines = emit, max_bytes, 0
        self.parts, self.bytes, self.kind, self.sent_at = [], 0, "stdout", clock()
        self.last_line, self.is_fast = "", False
        self.open()

    def open(self):
        """Fresh streams for a program, whatever the one before did to its own."""
        self.stdout = Buffer(self, "stdout").text
        self.stderr = Buffer(self, "stderr").text
        self.is_fast = False

    def write(self, kind, data):
        if kind != self.kind:
            self.send()
            self.kind = kind
        self.parts.append(data)
        self.bytes += len(data)
        self.lines += 1
        if self.bytes > self.left:
            self.end()
        if self.lines <= EAGER_LINES or self.bytes >= PIECE_BYTES or clock() - self.sent_at >= PIECE_SECONDS:
            self.send()

    def end(self):
        self.parts = [b"".join(self.parts)[: self.left]]
        self.left = 0
        self.send()
        self.emit("too-much", "")
        raise TooMuchOutput

    def send(self):
        if not self.parts:
            return
        now = clock()
        text = b"".join(self.parts).decode("utf-8", "replace")
        self.parts = []
        self.left -= self.bytes if self.left else 0
        self.emit(self.kind, text)
        if self.kind == "stdout":
            self.last_line = (self.last_line + text).rpartition("\n")[2][-PROMPT_CHARS:]
        # A flood goes through in C, line by line is too slow for it: the cap must be reached before the time is up.
        self.be_fast(self.bytes >= PIECE_BYTES and now - self.sent_at < FAST_SECONDS)
        self.bytes, self.sent_at = 0, now

    def be_fast(self, is_fast):
        if is_fast != self.is_fast:
            self.is_fast = is_fast
            for stream in (self.stdout, self.stderr):
                try:
                    reconfigure(stream, line_buffering=not is_fast)
                except (ValueError, RuntimeError):
                    pass

    def flush(self):
        """Sends what the streams still hold; a closed one holds nothing."""
        for stream in (self.stdout, self.stderr):
            try:
                TextIOWrapper.flush(stream)
            except ValueError:
                pass
        self.send()


class Buffer(io.BufferedIOBase):
    """The bytes' way out. `TextIOWrapper` above it is C: a line costs one call here."""

    def __init__(self, output, kind):
        # Line ends stay as they are. It calls `write` with each whole line, and as the learner's code flushes.
        self.text = TextIOWrapper(self, encoding="utf-8", errors="backslashreplace", newline="", line_buffering=True)
        self.text._CHUNK_SIZE = FAST_CHARS
        self.kind, self.output, self.put = kind, output, output.write

    def write(self, data):
        if self.kind == "stderr" and self.output.kind == "stdout":
            self.output.stdout.flush()
        self.put(self.kind, bytes(data))
        return len(data)

    def writable(self):
        return True

    # `io`'s own would ask whether this is closed, in Python, for each line.
    flush = tuple

    @property
    def name(self):
        return f"<{self.kind}>"
