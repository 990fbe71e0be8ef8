"""What a kept result is found by: the article with all its fields, and its past."""

from __future__ import annotations

from dataclasses import replace

from tasks.model.span import Span
from tasks.run.kept import key_of
from tests.events.articles import article

TEXT = "= Karvel bombing =\n\nKarvel bombing\n- Location: Karvel\n\nA bomb killed nine people in Karvel."


def test_a_key_is_of_all_fields() -> None:
    """Equal articles have one key; another passage of a box, and another past, make another."""
    one, same = article(TEXT), article(TEXT)
    field = one.infobox[0]
    moved = replace(one, infobox=(replace(field, span=Span(field.span.start, field.span.end - 1)),))
    assert key_of(one) == key_of(same)
    assert len({key_of(one), key_of(moved), key_of(one, "moved")}) == 3
