"""A progress bar on a terminal; a log gets the result only."""

from typing import Any

WIDTH = 30


class Progress:
    """Draws one line on a stream and ends it."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self.drawn = False

    def step(self, done: int, total: int, what: str = "") -> None:
        """Show that `done` of `total` are done."""
        if self.stream.isatty():
            filled = WIDTH * done // max(total, 1)
            bar = f"[{'#' * filled}{'.' * (WIDTH - filled)}]"
            self.stream.write(f"\r{bar} {done}/{total} {what:<24}", ending="")
            self.stream.flush()
            self.drawn = True

    def finish(self) -> None:
        """End the line where one was drawn."""
        if self.drawn:
            self.stream.write("")
            self.drawn = False
