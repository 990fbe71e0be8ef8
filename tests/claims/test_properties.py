"""What holds of the claims of any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tasks.claims import find_claims
from tests.claims.build import document_of

WORDS = st.sampled_from(
    [
        "the",
        "army",
        "said",
        "that",
        "told",
        "reporters",
        "according",
        "to",
        "by",
        "who",
        "which",
        "and",
        "but",
        ",",
        ".",
        ";",
        ":",
        '"',
        "”",
        "“",
        "'",
        "(",
        ")",
        "-",
        "–",
        "denied",
        "claimed",
        "responsibility",
        "for",
        "it",
        "was",
        "reported",
        "Director",
        "of",
        "X",
        "John",
        "condemned",
        "attack",
        "accused",
        "put",
        "toll",
        "at",
        "12",
        "statement",
        "saying",
        "in",
        "a",
        "on",
        "Monday",
        "2020",
        "has",
        "been",
        "not",
        "they",
        "He",
        "with",
        "as",
        "while",
        "after",
        "refused",
        "comment",
    ]
)


@given(st.lists(WORDS, min_size=1, max_size=40))
@settings(max_examples=200, deadline=None)
def test_spans_lie_in_the_text(words: list[str]) -> None:
    """Any heap of cue words gives claims whose spans lie in the text, are not empty and stand in order."""
    document = document_of("Start " + " ".join(words))
    claims = find_claims(document)
    for claim in claims:
        spans = [
            *claim.content,
            *(s for s in (claim.cue, claim.claimant, claim.addressee, claim.medium) if s),
        ]
        assert all(0 <= span.start < span.end <= len(document.text) for span in spans)
        assert all(span.of(document.text).strip() for span in spans)
        assert claim.parent is None or 0 <= claim.parent < len(claims)
        assert list(claim.content) == sorted(claim.content)
    assert [c.extent.start for c in claims] == sorted(c.extent.start for c in claims)


@given(st.lists(WORDS, min_size=1, max_size=30))
@settings(max_examples=50, deadline=None)
def test_same_text_same_claims(words: list[str]) -> None:
    """The same text gives the same claims."""
    text = "Start " + " ".join(words)
    assert find_claims(document_of(text)) == find_claims(document_of(text))


def test_infobox_and_link_lists_hold_no_claims() -> None:
    """An infobox value and a list of links are no statements of anybody."""
    box = "Raid\n- Result: Officials said that the raid failed"
    text = f"{box}\n\nA raid.\n\n== See also ==\n- Officials said that it failed"
    assert find_claims(document_of(text)) == ()
