"""A document from a few sentences, for the tests of claims."""

from __future__ import annotations

from tasks.model.document import Document
from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse


def document_of(text: str) -> Document:
    """Return the analysed article whose lead is the given text."""
    return analyse(read_rendered_text(f"= Test =\n\n{text}\n", source_path="test.txt"))
