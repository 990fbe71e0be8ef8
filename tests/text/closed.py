"""Which quotations were closed: a mark stands behind what they say, or they are a whole paragraph."""

from __future__ import annotations

from tasks.model.document import Quotation


def is_closed(quotation: Quotation) -> bool:
    """Say whether a quotation ends with a mark, or is a paragraph above the one who said it."""
    return quotation.span.end > quotation.inner.end or quotation.span == quotation.inner
