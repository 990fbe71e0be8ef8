"""Which rules a sentence is worth."""

from hypothesis import given
from hypothesis import strategies as st

from tasks.lexicons.asked import Asked

WORDS = st.sampled_from(("by", "between", "and", "attacked", "was", "to"))
NEEDS = st.dictionaries(st.sampled_from(("agent", "sides", "passive")), st.sets(WORDS))


@given(NEEDS, st.frozensets(WORDS))
def test_a_rule_is_asked_where_one_of_its_words_stands(
    needs: dict[str, set[str]], words: frozenset[str]
) -> None:
    """As if each rule's words were looked for one rule after the other."""
    assert Asked(needs).about(words) == {rule for rule, its in needs.items() if its & words}
