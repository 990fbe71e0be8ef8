"""Whatever an article says, however damaged its sentences are: it is extracted, and rows show their words."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz_extraction import extract_one, made_up, seeds
from tasks.extract import extract
from tasks.model.nothing_to_read import NothingToReadError
from tasks.sources.rendered_text import read_rendered_text


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32))
def test_articles_of_damaged_sentences_are_extracted(seed: int) -> None:
    """Nothing is raised, and every claim, figure and mention stands where its offsets say."""
    text = made_up(random.Random(seed), seeds())
    assert extract_one(text) in ("extracted", "refused"), text


@pytest.mark.parametrize(
    "prose",
    [
        "Inside, investigators found a second device.",
        "Near, the shots were heard.",
        "At",
        "(1 passenger and 11 pedestrians)",
        "The shop was attacked by a former student,",
        "The bomb struck the village of Dorra,",
        "The rebels threatened to kill him in",
        "In 2016 officials were in Osk, suspected",
        "The ministry said in a statement that",
        "Both hospitalized, the rebels claimed responsibility for the attack.",
        "The toll included four members of the family and seven members of Mr. Osk's",
        "A bombing\n- Date: 3 May 2016\n- Deaths: 12",
        "A bombing\n- Deaths:\n\n== References ==\n\n- A book.",
    ],
)
def test_beginnings_that_no_rule_expects(prose: str) -> None:
    """A comma behind the first word, a sentence of one word, an infobox without any prose."""
    assert extract_one(f"= Example bombing =\n\n{prose}\n") in ("extracted", "refused")


def test_an_infobox_alone_tells_the_event() -> None:
    """An article without prose gives its event with the day and the dead of its infobox."""
    text = "= Example bombing =\n\nExample bombing\n- Date: 3 May 2016\n- Deaths: 12\n"
    extraction = extract(read_rendered_text(text, source_path="Example.txt"))
    (event,) = extraction.events.events
    assert event.date is not None
    assert event.date.edtf == "2016-05-03"
    assert event.evidence.of(text) in ("3 May 2016", "12")


@pytest.mark.parametrize("prose", ["== References ==\n\n- A book.", "-", "== See also ==\n\n- Another"])
def test_an_article_without_a_sentence_is_refused_with_its_title(prose: str) -> None:
    """Lists of sources and marks say nothing; which article it was is told."""
    article = read_rendered_text(f"= Example bombing =\n\n{prose}\n", source_path="Example.txt")
    with pytest.raises(NothingToReadError, match="Example bombing: no sentence"):
        extract(article)
