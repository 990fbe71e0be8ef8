"""Names of groups that are written small, as those of vigilantes often are: "a militia called mchana"."""

from __future__ import annotations

import re

from tasks.actors.known.name_words import collectives, heads, name_words
from tasks.lexicons.agent_nouns import IS_AGENT_PLURAL, IS_PERSON_NOUN, people_plurals
from tasks.lexicons.construction_words import words as construction_words
from tasks.lexicons.late_pattern import late_pattern

_FUNCTION_WORDS = construction_words("function_word")
_CALLED = late_pattern(
    r"\b(?:vigilantes?|militia|gang|group|movement|sect)(?: (?:called|named|known as)(?: the)?)? "
    r"[\"“'‘]?([^\W\d_A-Z]{5,})(?=[\"”'’]|[,.;)]| (?:was|were|is|are|had|has|have|and|who|which)\b)"
)
_ENGLISH_END = re.compile(r"(?:ly|ing|e[dr]|ion|ment|ity|nce|day|s)$")


def small_names(text: str) -> frozenset[str]:
    """Return the words written small by which an article calls a group, with "called" or in quotation marks.

    One that stands once, or that ends as English words do, is a common noun.
    """
    found = {match[1]: match for match in _CALLED.finditer(text)}
    return frozenset(word for word, match in found.items() if _is_name(word, match[0], text))


def _is_name(word: str, called: str, text: str) -> bool:
    if _ENGLISH_END.search(word) or text.count(word) < 2 or not word.islower():
        return False
    is_noun = word in collectives() or word in heads() or word in name_words() or word in people_plurals()
    if is_noun or word in _FUNCTION_WORDS or IS_AGENT_PLURAL[word] or IS_PERSON_NOUN[word]:
        return False
    is_quoted = re.search(rf"[\"“]{re.escape(word)}[\"”]", text) is not None
    return is_quoted or bool({"called", "named", "known"}.intersection(called.split()))
