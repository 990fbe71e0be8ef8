"""Cases of names, aliases, kinds and claimants: `tests/cases/actors_*.txt`."""

from __future__ import annotations

import pytest

from tasks.actors import find_actors
from tasks.actors.folding import fold
from tasks.model.actor import Actor, ActorBook
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.span import Span
from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse
from tests.case_files import Case, load_cases

FILES = ("actors_names.txt", "actors_aliases.txt", "actors_claimants.txt")
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
    """Say whether one expectation holds."""
    actor = owner(book, value[0])
    match key:
        case "actor":
            return actor is not None and actor.name == value[0] and value[1:] in ([], [actor.kind])
        case "no_actor":
            return actor is None
        case "alias":
            return actor is not None and actor.name == value[0] and value[1] in actor.aliases
        case "no_alias":
            return actor is not None and value[1] not in actor.aliases
        case "same":
            return actor is not None and actor is owner(book, value[1])
        case "apart":
            return actor is not None and actor is not owner(book, value[1])
        case "method":
            return actor is not None and value[1] in actor.resolution_method.split("+")
        case "part_of":
            return actor is not None and actor.part_of == fold(value[1]) and actor.part_of in book.actors
        case "position":
            return actor is not None and actor.position == value[1]
        case "no_position":
            return actor is not None and actor.position is None
        case "country":
            return actor is not None and actor.country_iso3 == value[1]
        case "inter":
            return actor is not None and actor.inter == int(value[1])
        case "mention":
            words = [m.span.of(document.text) for m in book.mentions if actor and m.actor == actor.key]
            return value[1] in words
        case "issue":
            return value[0] in {issue.code for issue in book.issues}
    raise AssertionError(f"no such expectation: {key}")
