"""What engines offer reaches the claims only where the article has it, whatever an engine does."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.engines import EngineError, Engines, OfferedClaim, with_offered
from tasks.engines.engine import Passage
from tasks.extract import extract
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.span import Span
from tasks.sources.rendered_text import read_rendered_text
from tasks.text import analyse

TEXT = """= Raid on Velm =

Raid on Velm
- Date: 3 March 2019

The mayor said that the bridge was closed. Chief of police: two people drowned.

The harbour union's “long and bitter” message went on, and nobody drowned, its chairman told reporters.
The bridge was closed again in May.
"""
DOCUMENT = analyse(read_rendered_text(TEXT, source_path="raid.txt"))
START = DOCUMENT.text.index("Chief of police")
OFFER = OfferedClaim(content="two people drowned", cue=":", claimant="Chief of police", near=START)


class Saying:
    """An engine that offers what it was made with."""

    name = "saying"
    version = "2"

    def __init__(self, *offers: object) -> None:
        self.offers = offers

    def claims(self, document: Document) -> Iterable[OfferedClaim]:
        """Return the offers."""
        return self.offers  # type: ignore[return-value]


def joined(*offers: object, rules: tuple[Claim, ...] = (), combine: str = "union") -> list[str]:
    """Return the claims, and the reasons of those left out, as lines."""
    claims, issues = with_offered(DOCUMENT, rules, Engines((Saying(*offers),), combine))  # type: ignore[arg-type]
    text = DOCUMENT.text
    lines = [f"{c.claimant and c.claimant.of(text)}: {c.text(text)} ({c.rule})" for c in claims]
    return lines + [issue.message for issue in issues]


def test_words_are_found_near_the_position_given() -> None:
    """Words that stand twice are taken from the sentence of `near`; offsets give the article's words."""
    assert joined(OFFER) == ["Chief of police: two people drowned (engine.saying)"]


def test_words_that_differ_a_little_become_the_articles_own() -> None:
    """A model straightens quotation marks and loses a comma; the claim has what the article has."""
    offer = OfferedClaim('The harbour union\'s "long and bitter" message went on and nobody drowned', "told")
    assert joined(offer) == [
        "None: The harbour union's “long and bitter” message went on, and nobody drowned (engine.saying)"
    ]


@pytest.mark.parametrize(
    ("offer", "why"),
    [
        (OfferedClaim("three people drowned", ":"), "'three people drowned' does not stand in the text"),
        (OfferedClaim("the bridge was closed forever in June", "said"), "does not stand in the text"),
        (OfferedClaim("drowned", ":"), "'drowned' stands there more than once"),
        (OfferedClaim("two people drowned", "shouted", near=START), "'shouted' does not stand in the text"),
        (OfferedClaim("two people drowned", "people", near=START), "cue 'people' lies within its content"),
        (OfferedClaim(("people drowned", "two"), ":", near=START), "overlap or are not in text order"),
        (OfferedClaim((), ":"), "it has no content"),
        (OfferedClaim("", ":"), "no words"),
        (OfferedClaim(Span(90, 9000), ":"), "90..9000 holds no words of the text"),
        (OfferedClaim("two people drowned", ":", "The mayor of Velm", near=START), "does not stand"),
        (OfferedClaim("two people drowned", ":", "its chairman", near=START), "in another paragraph"),
        (OfferedClaim("two people drowned", ":", claim_type="rumour", near=START), "no claim type 'rumour'"),  # type: ignore[arg-type]
        (OfferedClaim("2019", "March"), "infobox attributes nothing"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_left_out_with_its_reason(offer: OfferedClaim, why: str) -> None:
    """Each fault of an offer is said in the issue log; nothing of the offer becomes a claim."""
    (line,) = joined(offer)
    assert line.startswith("A claim that the engine saying offered was left out: ")
    assert why in line


def test_two_readings_of_one_statement() -> None:
    """The rules' reading, the engine's or both stay, as the settings say; other statements always do."""
    rules = extract(DOCUMENT.article).claims
    said = tuple(claim for claim in rules if claim.voice == "attributed")
    mayor = OfferedClaim("the bridge was closed", "said that", "mayor", near=said[0].extent.start)
    mine, theirs = (
        "mayor: the bridge was closed (engine.saying)",
        "The mayor: the bridge was closed (said_that)",
    )
    other = "Chief of police: two people drowned (engine.saying)"
    assert {mine, theirs, other} <= set(joined(mayor, OFFER, rules=said, combine="union"))
    assert mine not in joined(mayor, OFFER, rules=said, combine="prefer_rules")
    assert {theirs, other} <= set(joined(mayor, OFFER, rules=said, combine="prefer_rules"))
    assert theirs not in joined(mayor, OFFER, rules=said, combine="prefer_engine")
    assert {mine, other} <= set(joined(mayor, OFFER, rules=said, combine="prefer_engine"))
    again = OfferedClaim("the bridge was closed", "said that", "The mayor", near=said[0].extent.start)
    assert joined(again, rules=said, combine="union").count(theirs) == 1


def test_an_offer_gets_all_that_claims_get() -> None:
    """Its figure, its actor and its event are found as for a claim of the rules."""
    found = extract(DOCUMENT.article, engines=Engines((Saying(OFFER),)))
    (index,) = [i for i, claim in enumerate(found.claims) if claim.rule == "engine.saying"]
    figures = [
        figure for figure, claim in zip(found.figures, found.figure_claims, strict=True) if claim == index
    ]
    assert [(figure.property, figure.value_low) for figure in figures] == [("killed", 2)]
    assert found.actors.claimants[index] is not None
    assert found.extractor_version.endswith("+saying.2")


def test_an_engine_that_fails_is_named() -> None:
    """The error says which engine, and what it raised or gave."""

    class Failing(Saying):
        name = "failing"

        def claims(self, document: Document) -> Iterable[OfferedClaim]:
            raise RuntimeError("out of memory")
            yield

    with pytest.raises(EngineError, match="engine 'failing' failed: RuntimeError: out of memory"):
        extract(DOCUMENT.article, engines=Engines((Failing(),)))
    with pytest.raises(EngineError, match="engine 'saying' offered a dict, no OfferedClaim"):
        joined({"content": "two people drowned"})


PLACES = st.integers(min_value=0, max_value=len(DOCUMENT.text) + 5)
SPANS = st.tuples(PLACES, PLACES).map(lambda ends: Span(min(ends), max(ends)))
WORDS = st.lists(st.sampled_from(DOCUMENT.text.split()), min_size=0, max_size=4).map(" ".join)
PASSAGES: st.SearchStrategy[Passage] = st.one_of(
    SPANS, WORDS, st.text("a “”\n\N{COMBINING ACUTE ACCENT}", max_size=9)
)
OFFERS = st.builds(
    OfferedClaim,
    content=st.one_of(PASSAGES, st.tuples(PASSAGES, PASSAGES)),
    cue=PASSAGES,
    claimant=st.none() | PASSAGES,
    addressee=st.none() | PASSAGES,
    near=st.none() | st.integers(-5, len(DOCUMENT.text) + 50),
)


@given(st.lists(OFFERS, max_size=5))
def test_whatever_is_offered_the_claims_stand_in_the_text(offers: list[OfferedClaim]) -> None:
    """Any offers at all: extraction ends, and each claim's passages are words of the article, in order."""
    found = extract(DOCUMENT.article, engines=Engines((Saying(*offers),)))
    for claim in found.claims:
        ends = [end for part in claim.content for end in (part.start, part.end)]
        assert ends == sorted(ends)
        assert all(part.of(DOCUMENT.text).strip() == part.of(DOCUMENT.text) != "" for part in claim.content)
        assert DOCUMENT.sentences[claim.sentence].span.contains(claim.cue or claim.content[0])
    refused = sum(issue.code == "offered_claim_refused" for issue in found.issues)
    assert refused <= len(offers)
