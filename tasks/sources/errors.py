"""The one error of this stage: an input that cannot be read as an article."""

from __future__ import annotations

SHOWN = 80  # characters of an offending value that a message shows
LONGEST_PATH = 4096  # characters: a path is shown whole, since its end tells the file


class InputError(ValueError):
    """An input was refused. Nothing of it is published; other inputs are not touched by it.

    Attributes:
        file: the file or folder, as it was named.
        place: where in it ("byte 17", "char 4", "line 1", "title"), or "" for the whole of it.
        value: the offending value, printable and cut, or "".
        message: one plain sentence without file, place and value.
    """

    def __init__(self, file: str, message: str, *, place: str = "", value: str = "") -> None:
        self.file = printable(file, at_most=LONGEST_PATH)
        self.place = place
        self.value = printable(value)
        self.message = message
        shown = f": {self.value}" if self.value else ""
        super().__init__(": ".join(part for part in (self.file, place, message + shown) if part))

    def named(self, file: str) -> InputError:
        """Return the same error under the name that the user gave the file, or a page's that lies in it."""
        return InputError(file, self.message, place=self.place, value=self.value)

    def __reduce__(self) -> tuple[object, ...]:
        """Return what makes the same error in another process, its words being cut and escaped already."""
        return type(self).__new__, (type(self), *self.args), self.__dict__


def printable(value: str, at_most: int = SHOWN) -> str:
    """Return the value, cut, with everything escaped that a terminal or a log might act on."""
    cut = value if len(value) <= at_most else value[: at_most - 1] + "…"
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in cut)
