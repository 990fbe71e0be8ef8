"""What the treatment of a template asks of whoever renders the page that it stands on."""

from __future__ import annotations

from typing import Protocol

from tasks.sources.wikitext.collected import Context
from tasks.sources.wikitext.flow import Flow, Piece
from tasks.sources.wikitext.parsing.nodes import Place


class Rendering(Protocol):
    """A renderer, which reads the arguments of templates that read theirs by it."""

    context: Context

    def render(self, place: Place, flow: Flow) -> None:
        """Add what a reader sees of a part of the page."""

    def plain(self, place: Place) -> str:
        """Return what a reader sees of a part, on one line."""

    def piece(self, place: Place) -> Piece:
        """Return what a reader sees of a part, on one line, with its offsets and links."""

    def items(self, place: Place, flow: Flow) -> None:
        """Add an argument that may begin with a list."""

    def cite(self, key: str, group: str, contents: str, at: int, flow: Flow) -> None:
        """Add the mark of a reference."""

    def quotation(self, place: Place | None, at: int, flow: Flow) -> None:
        """Add a block quotation."""
