"""Parts of the clause around a verb: its group, its subject, who did it, all as ranges of words.

A few closed classes of words are enough for it; no verb needs to be known.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.cues.cue_words import word_class

Part = tuple[int, int]

WILL = frozenset({"will", "would", "shall", "'ll", "’ll"})
MAY = (word_class("modal") | {"if", "cannot"}) - WILL
NOT = frozenset({"not", "never", "no", "none", "neither", "nor", "nobody", "without"})
BE = word_class("be") | {"got"}
OF_OWN = frozenset({"its", "their", "our", "my", "his", "her"})
_HAVE = word_class("have") | word_class("do") | {"to"}
_ADVERBS = word_class("adverb") | {"all", "themselves", "himself", "itself"}
_GROUP = BE | _HAVE | WILL | MAY | NOT | _ADVERBS
_MARKS = frozenset({";", ":", "–", "—", "(", ")", "."})
_BREAKS = _MARKS | {"when", "while", "where", "because", "after", "before", "as"}
_JOINS = frozenset({"and", "but", "or", ","})
_ENDS = _BREAKS | {"that", "who", "which", "whose", "and", "but", "if", "whether"}
_LEADING = frozenset(
    {"in", "on", "at", "during", "since", "from", "near", "by", "for", "with", "through", "under"}
)
_BACKGROUND = word_class("temporal_subordinator") | {"where", "during"}
_NOUN_AFTER = frozenset({"the", "a", "an", "this", "that", "each", "of", "first", "second", "last"})
_NOUN_BEHIND = _NOUN_AFTER | OF_OWN | {"direct", "single", "no", "to", "for"}
_NO_SUBJECT = frozenset(
    {",", "of", "by", "in", "for", "after", "before", "from", "against", "the", "without", "to"}
)
_FINITE = BE | WILL | MAY | _HAVE - {"to"} | {"that", "said"}
_HEAD_ENDS = frozenset(
    {"into", "of", "to", "for", "about", "in", "at", "against", "on", "after", "over", "from"}
)
_DETERMINERS = OF_OWN | {"the", "a", "an", "these", "those", "this", "all", "some", "many", "any", "every"}
_BEFORE_ANTECEDENT = _ENDS | _LEADING | {",", "of", "to", "against", "about", "between", "into"} | BE
_BEFORE_DESCRIBED = frozenset({"a", "an"})
_FOLLOWED = 9  # words between a deed and the one who did it or suffered it


def is_no_verb(words: Sequence[str], at: int, group: frozenset[str]) -> bool:
    """Tell whether a word is a noun ("the shot"), or a participle without a subject (", killing three").

    Nor is one a verb that describes a thing: "a remotely detonated bomb".
    """
    start = group_start(words, at)
    if start and words[start - 1] in _BEFORE_DESCRIBED and words[at].endswith("ed"):
        return True
    if group:
        return False
    if words[at].endswith("ed") and _is_behind_agent(words, at):
        return True
    if words[at].endswith("ing"):  # "reported soldiers roaming about and killing villagers"
        return not at or words[at - 1] in _NO_SUBJECT or not _FINITE.isdisjoint(words[:at])
    return at > 0 and words[at - 1] in _NOUN_BEHIND


def _is_behind_agent(words: Sequence[str], at: int) -> bool:
    """Tell whether a participle only describes a passive's agent ("were caused by | rockets | fired")."""
    by = next((i for i in range(at - 2, max(1, at - 5), -1) if words[i] == "by"), None)
    return by is not None and words[by - 2] in BE


def is_background(words: Sequence[str], start: int) -> bool:
    """Tell whether a clause says when another thing was, which nobody claims ("the day when troops shot")."""
    for i in range(start - 1, -1, -1):
        if words[i] in _BACKGROUND:
            return True
        if words[i] in (",", ";", "that", "and", "because"):
            return False
    return False


def group_start(words: Sequence[str], at: int) -> int:
    """Return where the verb's group begins: its auxiliaries, negations and adverbs."""
    start = at
    while start and (words[start - 1] in _GROUP or words[start - 1].endswith(("ly", "n't", "n’t"))):
        start -= 1
    return start


def subject_of(words: Sequence[str], end: int) -> Part | None:
    """Return the words before a verb's group that hold its subject, back to where the clause begins."""
    if not end:
        return None
    if words[end - 1] in _JOINS and end > 1:  # "had crossed the border and killed": the clause's subject
        end -= 1
    if words[end - 1] in ("who", "which", "that"):
        return _antecedent(words, end - 1)
    start = end
    while start and words[start - 1] not in _BREAKS and words[start - 1] not in ("that", "if", "whether"):
        start -= 1
    if start < end and words[start] in _LEADING:  # "in the northern village, soldiers shot"
        start = next((i + 1 for i in range(start, end) if words[i] == ","), start)
    return (start, end) if start < end else None


def _antecedent(words: Sequence[str], end: int) -> Part | None:
    """Return the noun phrase that a relative clause is of ("in touch with | the people | who took them")."""
    start = end
    while start and words[start - 1] not in _BEFORE_ANTECEDENT:
        start -= 1
        if words[start] in _DETERMINERS:
            break
    return (start, end) if start < end else None


def clause_end(words: Sequence[str], start: int) -> int:
    """Return where the words behind a verb end: with its clause, or far enough."""
    end = start
    while end < min(len(words), start + _FOLLOWED) and words[end] not in _ENDS:
        end += 1
    return end


def head_end(words: Sequence[str], part: Part | None) -> Part | None:
    """Return a part up to the first preposition behind its noun ("an inquiry | into the attack")."""
    if part is None:
        return None
    return (part[0], next((i for i in range(part[0] + 1, part[1]) if words[i] in _HEAD_ENDS), part[1]))


def by_whom(words: Sequence[str], part: Part) -> Part | None:
    """Return the words behind "by" that name who did it; None where there are none."""
    for i in range(*part):
        if words[i] == "by" and i + 1 < part[1] and not words[i + 1].endswith("ing"):
            return (i + 1, part[1])
    return None


def holds(words: Sequence[str], part: Part | None, some: frozenset[str], most: int = 99) -> bool:
    """Tell whether the first words of a part hold one of some."""
    if part is None:
        return False
    return not some.isdisjoint(words[part[0] : min(part[1], part[0] + most)])
