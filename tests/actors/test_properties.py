"""What holds for any text: mentions stand in it, every reference has its actor, the same comes out twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.actors import find_actors
from tasks.actors.known.folded_names import fold
from tasks.actors.known.merging import Merges
from tasks.actors.names.acronyms import matches
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.span import Span
from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse

WORDS = """the of for and al- Liwa al-Baraq Army Ministry Defence Kenyan Kenya Karen Holt Mr. President
spokesman said , . ( ) ' " U.S. UN he it They group regime rebels security
forces 12 27th May 4chan (OPC) OPC O P C é Ł 's “ ” ʿ \u0301 - also known as military"""
PIECES = st.sampled_from((*WORDS.split(), "\n", "== Heading ==", "- Perpetrator: "))
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map(" ".join),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200),
)


def document_of(body: str) -> Document:
    """Return the document of a text with a title."""
    return analyse(read_rendered_text(f"= Test =\n\nA first line.\n{body}\n", source_path="case.txt"))


@st.composite
def documents_with_claims(draw: st.DrawFn) -> tuple[Document, tuple[Claim, ...]]:
    """Return a document, and claims whose claimants are any passages of its sentences."""
    document = document_of(draw(TEXTS))
    claims = []
    for sentence in document.sentences:
        if sentence.tokens and draw(st.booleans()):
            first = draw(st.integers(0, len(sentence.tokens) - 1))
            last = draw(st.integers(first, min(first + 6, len(sentence.tokens) - 1)))
            span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
            claims.append(
                Claim(
                    (sentence.span,),
                    None,
                    None,
                    span,
                    "statement",
                    sentence.index,
                    "test",
                    inherited=draw(st.booleans()),
                )
            )
    return document, tuple(claims)


@settings(max_examples=60, deadline=None)
@given(documents_with_claims())
def test_every_reference_has_its_actor(given_claims: tuple[Document, tuple[Claim, ...]]) -> None:
    """Mentions, claimants and wholes name actors of the book; mentions lie in the text and are no blanks."""
    document, claims = given_claims
    book = find_actors(document, claims)
    assert len(book.claimants) == len(claims)
    for mention in book.mentions:
        assert mention.actor in book.actors
        words = mention.span.of(document.text)
        assert words.strip() == words != ""
        assert len(words) == len(mention.span)
    for claimant in book.claimants:
        assert claimant is None or claimant.actor is None or claimant.actor in book.actors
    for key, actor in book.actors.items():
        assert key == actor.key == fold(actor.name)
        assert actor.part_of is None or (actor.part_of in book.actors and actor.part_of != key)
        assert list(actor.aliases) == sorted(set(actor.aliases) - {actor.name})


@settings(max_examples=30, deadline=None)
@given(documents_with_claims())
def test_names_and_aliases_stand_in_the_text(given_claims: tuple[Document, tuple[Claim, ...]]) -> None:
    """No name, alias or office is made up."""
    document, claims = given_claims
    for actor in find_actors(document, claims).actors.values():
        for words in (actor.name, *actor.aliases, actor.position or ""):
            assert words in document.text


@settings(max_examples=20, deadline=None)
@given(documents_with_claims())
def test_mentions_are_in_order_and_once(given_claims: tuple[Document, tuple[Claim, ...]]) -> None:
    """Text order, and no actor twice in one place."""
    document, claims = given_claims
    places = [(m.span.start, m.span.end, m.actor) for m in find_actors(document, claims).mentions]
    assert places == sorted(set(places))


@settings(max_examples=15, deadline=None)
@given(documents_with_claims())
def test_the_same_twice(given_claims: tuple[Document, tuple[Claim, ...]]) -> None:
    """The stage is a function."""
    document, claims = given_claims
    assert find_actors(document, claims) == find_actors(document, claims)


@given(st.text(max_size=60))
def test_folding_is_stable(name: str) -> None:
    """A folded name is its own folded form."""
    assert fold(fold(name)) == fold(name)


@given(
    st.lists(st.from_regex(r"[A-Z][a-z]{3,4}", fullmatch=True), min_size=2, max_size=6),
    st.permutations(range(6)),
)
def test_initials_in_any_order(words: list[str], order: list[int]) -> None:
    """Initials fit their name, and shuffled they still fit, as permuted at the latest."""
    initials = [w[0] for w in words]
    assert matches("".join(initials), words) == "initials"
    initials.sort(key=lambda _: order.pop())
    assert matches("".join(initials), words) in ("initials", "permuted")


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=30),
    st.tuples(st.integers(0, 9), st.integers(0, 9)),
)
def test_what_is_kept_apart_stays_apart(joins: list[tuple[int, int]], pair: tuple[int, int]) -> None:
    """No chain of joins brings two names together that a correction parts."""
    if pair[0] == pair[1]:
        return
    merges = Merges([str(n) for n in range(10)], [(str(pair[0]), str(pair[1]))])
    for a, b in joins:
        merges.join(str(a), str(b), "test")
    assert merges.root(str(pair[0])) != merges.root(str(pair[1]))
