"""Pages within bounds: no markup, however hostile, takes more than so much time and memory.

The parser is quadratic on some input, holds the interpreter's lock and does not heed signals. So what
it will cost is estimated first, in one linear pass: a page that looks harmless is parsed here, a page
that would be hopeless is refused, and all others are parsed in a process of their own, which the
kernel stops when it has used up its time.
"""

from __future__ import annotations

from tasks.sources.decode import MAX_TEXT_BYTES
from tasks.sources.errors import InputError
from tasks.sources.wikitext.page import Page, read_page
from tasks.sources.wikitext.parsing.cost import cost_of
from tasks.sources.wikitext.worker import WorkerError, read_page_apart

HARMLESS_WORK = 2_000_000  # about two seconds
HARMLESS_DEPTH = 25  # the parser itself gives up at about 35
MOST_UNCLOSED = 2_000
MOST_DEPTH = 200


def read_page_bounded(markup: str, title: str, file: str) -> Page:
    """Return what a page says; `file` names it in messages.

    Raises:
        InputError: if the page is too large, its markup too broken or too deeply nested to be parsed,
            or its parsing took more time or memory than a page may have.
    """
    # A character has four bytes at most.
    if 4 * len(markup) > MAX_TEXT_BYTES and len(markup.encode("utf-8")) > MAX_TEXT_BYTES:
        raise InputError(file, f"a page of more than {MAX_TEXT_BYTES:,} bytes", place="page")
    cost = cost_of(markup)
    if cost.unclosed > MOST_UNCLOSED:
        message = f"markup that cannot be parsed: {cost.unclosed:,} opening marks are not closed"
        raise InputError(file, message, place="page", value=markup)
    if cost.depth > MOST_DEPTH:
        message = f"markup that cannot be parsed: nested {cost.depth:,} levels deep"
        raise InputError(file, message, place="page", value=markup)
    if cost.work <= HARMLESS_WORK and cost.depth <= HARMLESS_DEPTH:
        return read_page(markup, title)
    try:
        return read_page_apart(markup, title)
    except WorkerError as error:
        raise InputError(
            file, f"markup that cannot be parsed: {error}", place="page", value=markup
        ) from error
