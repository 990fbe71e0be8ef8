"""Governments and forces named with "of": "the government of Norland", "the armed forces of Norland"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tasks.actors.bodies.collective import Collective
from tasks.actors.known.countries import Country, countries
from tasks.actors.known.name_words import collectives
from tasks.model.document import Sentence, Token
from tasks.model.span import Span

_NOUNS = frozenset(
    ("government", "military", "army", "navy", "parliament", "cabinet", "regime", "forces", "authorities")
)
_SORTS = frozenset(("central", "federal", "interim", "military", "provisional", "royal", "transitional"))
_DETERMINERS = frozenset(("the", "both", ",", "and", "by", "with"))


def of_countries(sentence: Sentence) -> Iterator[Collective]:
    """Yield the bodies of a sentence that a common noun and "of" with a country name."""
    tokens = sentence.tokens
    for index in sentence.places(_NOUNS):
        if not tokens[index].text.islower() or index + 2 >= len(tokens) or tokens[index + 1].text != "of":
            continue
        first = index - 1 if index and tokens[index - 1].lower in ("armed", "security") else index
        if tokens[index].lower == "forces" and first == index:
            continue
        if first and tokens[first - 1].lower in _SORTS:
            first -= 1
        if first and tokens[first - 1].lower not in _DETERMINERS:
            continue
        found = _country(tokens, index + 2 + (tokens[index + 2].text == "the"))
        if found is None:
            continue
        country, last = found
        noun = " ".join(t.lower for t in tokens[first : index + 1])
        kind, inter = collectives()[noun if noun in collectives() else tokens[index].lower]
        noun = tokens[index].lower if tokens[first].lower in _SORTS else noun
        owner = " ".join(t.text for t in tokens[index + 2 : last + 1])
        span = Span(tokens[first].start, tokens[last].end)
        yield Collective(span, owner, country, noun, kind, inter)


def _country(tokens: Sequence[Token], start: int) -> tuple[Country, int] | None:
    """Return the country whose name begins here, and its last token; None before "'s" and more capitals."""
    table = countries()
    for size in range(min(table.longest, len(tokens) - start), 0, -1):
        name = " ".join(t.text for t in tokens[start : start + size])
        end = start + size
        if name in table.names:
            is_more = end < len(tokens) and tokens[end].kind == "word" and tokens[end].text[0].isupper()
            return None if is_more else (table.names[name], end - 1)
    return None
