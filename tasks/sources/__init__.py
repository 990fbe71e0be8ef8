"""Sources: whatever an article is read from, as an `Article` in the rendered form."""

from tasks.sources.errors import InputError
from tasks.sources.read import ReadResult, read_articles, read_text_article
from tasks.sources.residue import is_residue

__all__ = ["InputError", "ReadResult", "is_residue", "read_articles", "read_text_article"]
