"""Cases of names, aliases, kinds and claimants: `tests/cases/actors_*.txt`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tasks.actors import find_actors
from tasks.actors.known.folded_names import fold
from tasks.model.actor import Actor, ActorBook
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.span import Span
from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse
from tests.case_files import Case, load_cases

FILES = ("actors_names.txt", "actors_aliases.txt", "actors_claimants.txt", "actors_ships.txt")
CASES = [case for file in FILES for case in load_cases(file)]


def document_of(text: str) -> Document:
    """Return the document of a case's text; a text without a title gets one."""
    whole = text if text.startswith("= ") else f"= Test =\n\n{text}\n"
    return analyse(read_rendered_text(whole, source_path="case.txt"))


def claims_of(case: Case, document: Document) -> tuple[Claim, ...]:
    """Return a claim for each claimant that the case names, in text order."""
    claims, position = [], 0
    for value in case.all("claimant"):
        words = value.split(" | ")[0]
        start = document.text.index(words, position)
        position = start + len(words)
        sentence = max(s.index for s in document.sentences if s.span.start <= start)
        content = Span(position, position + 1)
        claims.append(Claim((content,), None, None, Span(start, position), "statement", sentence, "case"))
    return tuple(claims)


def book_of(case: Case) -> tuple[ActorBook, Document]:
    """Return what the stage finds in a case."""
    document = document_of(case.text)
    return find_actors(document, claims_of(case, document)), document


def owner(book: ActorBook, name: str) -> Actor | None:
    """Return the actor that has this very name or alias."""
    return next((a for a in book.actors.values() if name in (a.name, *a.aliases)), None)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    """Every expectation of the case holds."""
    book, document = book_of(case)
    listed = "\n".join(f"{a.kind} {a.name} {a.aliases} {a.part_of}" for a in book.actors.values())
    for key, value in case.expected:
        if key != "claimant":
            assert holds(book, document, key, [v.strip() for v in value.split("|")]), (
                f"{key}: {value}\n{listed}"
            )
    for value, found in zip(case.all("claimant"), book.claimants, strict=True):
        _, name, *how = value.split(" | ")
        assert found is not None, value
        actor = "-" if found.actor is None else book.actors[found.actor].name
        assert actor == name, f"{value}: {actor}\n{listed}"
        assert not how or found.resolution == how[0], f"{value}: {found}"


def holds(book: ActorBook, document: Document, key: str, value: list[str]) -> bool:
    """Say whether one expectation holds; a key that is none is an error."""
    if key == "issue":
        return value[0] in {issue.code for issue in book.issues}
    actor = owner(book, value[0])
    if key == "no_actor":
        return actor is None
    return actor is not None and CHECKS[key](actor, value, book, document)


def _mentioned(actor: Actor, value: list[str], book: ActorBook, document: Document) -> bool:
    return value[1] in [m.span.of(document.text) for m in book.mentions if m.actor == actor.key]


CHECKS: dict[str, Callable[[Actor, list[str], ActorBook, Document], bool]] = {
    "actor": lambda a, v, b, d: a.name == v[0] and v[1:] in ([], [a.kind]),
    "alias": lambda a, v, b, d: a.name == v[0] and v[1] in a.aliases,
    "no_alias": lambda a, v, b, d: v[1] not in a.aliases,
    "same": lambda a, v, b, d: a is owner(b, v[1]),
    "apart": lambda a, v, b, d: a is not owner(b, v[1]),
    "method": lambda a, v, b, d: v[1] in a.resolution_method.split("+"),
    "part_of": lambda a, v, b, d: a.part_of == fold(v[1]) and a.part_of in b.actors,
    "no_part_of": lambda a, v, b, d: a.part_of is None,
    "position": lambda a, v, b, d: a.position == v[1],
    "no_position": lambda a, v, b, d: a.position is None,
    "country": lambda a, v, b, d: a.country_iso3 == v[1],
    "no_country": lambda a, v, b, d: a.country_iso3 is None,
    "inter": lambda a, v, b, d: a.inter == int(v[1]),
    "mention": _mentioned,
}
