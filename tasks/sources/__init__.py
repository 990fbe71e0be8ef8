"""Sources: whatever an article is read from, as an `Article` in the rendered form."""

from tasks.sources.dump import DumpOptions
from tasks.sources.errors import InputError
from tasks.sources.read import (
    ReadResult,
    as_given,
    each_article,
    in_order,
    input_files,
    read_articles,
    read_text_article,
    readers,
    same_titles,
)
from tasks.sources.unread import Unread, each_unread

__all__ = [
    "DumpOptions",
    "InputError",
    "ReadResult",
    "Unread",
    "as_given",
    "each_article",
    "each_unread",
    "in_order",
    "input_files",
    "read_articles",
    "read_text_article",
    "readers",
    "same_titles",
]
