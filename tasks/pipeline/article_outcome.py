"""What became of one article, and how a process that works on articles says so.

Imports nothing that extracts: a run that has other processes work needs none of it itself.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from tasks.sources import InputError


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article.

    Attributes:
        article_id, title, content: the article's; content is the checksum of its raw content.
        key: of its rows among those that are kept.
        is_reused: whether an earlier run had kept them.
        refusal: why it could not be read; all else is empty then.
        failure: why it could not be extracted, or "".
    """

    article_id: str = ""
    title: str = ""
    content: str = ""
    key: str = ""
    is_reused: bool = False
    refusal: InputError | None = None
    failure: str = ""


# What became of what was to be read, or the error that ends the run; and what was logged meanwhile.
Answer = tuple[tuple[Outcome, ...] | OSError, list[logging.LogRecord]]
