"""The deeds that a content tells of: who did harm, whether it was done, and who suffered it.

A claim's type hangs on few things: whether the claimant or another one is the doer, whether the deed is
denied, done or only to come, and whether those who suffered it were ones whom no side may harm. They are
read, whatever verb attributes them, from the clause around each word for harm ("had <harm> ... <victim>",
"<victim> were <harm> by ...") or around a deed that is named ("carried out the <deed>", "the <deed> was
conducted by ..."). The words are classes of `tasks/lexicons/data/type_words.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from tasks.claims.words import type_words
from tasks.model.value import value

Doer = Literal["own", "other", "kind", "unnamed"]

_SHORT_NOT = re.compile(r"n['’]t\b")
_TOKEN = re.compile(r"[\w’'-]+|[,;:.()–—]")
_BE = frozenset({"was", "were", "been", "being", "be", "is", "are", "got"})
_HAVE = frozenset({"had", "has", "have", "having", "did", "do", "does", "to"})
_WILL = frozenset({"will", "would", "shall", "'ll", "’ll"})
_MAY = frozenset({"may", "might", "could", "can", "should", "must", "cannot", "if"})
_NOT = frozenset({"not", "never", "no", "none", "neither", "nor", "nobody", "without"})
_ADVERBS = frozenset(
    {
        "also",
        "then",
        "later",
        "first",
        "already",
        "again",
        "just",
        "even",
        "ever",
        "both",
        "all",
        "themselves",
    }
    | {"himself", "itself", "soon", "once", "indeed", "yet", "apparently"}
)
_GROUP = _BE | _HAVE | _WILL | _MAY | _NOT | _ADVERBS
_BREAKS = frozenset(
    {";", ":", "–", "—", "(", ")", ".", "when", "while", "where", "because", "after", "before", "as"}
)
_JOINS = frozenset({"and", "but", "or", ","})
_ENDS = _BREAKS | {"that", "who", "which", "whose", "and", "but", "if", "whether"}
_PRONOUNS = frozenset({"it", "we", "they", "i", "he", "she"})
_OF_OWN = frozenset({"its", "their", "our", "my", "his", "her"})
_COUNTS = frozenset({"one", "two", "three", "some", "several", "members", "fighters", "none", "elements"})
_VAGUE = frozenset(
    {
        "unknown",
        "unidentified",
        "someone",
        "somebody",
        "anyone",
        "nobody",
        "whoever",
        "who",
        "suspected",
        "alleged",
    }
    | {"which", "what", "whether"}
)
_BEHIND_PARTICIPLE = frozenset({"by", "in", "during", "when", "near", "there"})
_LEADING = frozenset(
    {"in", "on", "at", "during", "after", "before", "since", "from", "near", "by", "for", "with"}
)
_BACKGROUND = frozenset({"when", "after", "before", "while", "where", "during", "since", "until", "once"})
_NOUN_AFTER = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "each",
        "of",
        "first",
        "second",
        "last",
        "direct",
        "single",
        "no",
        "to",
        "for",
    }
)
_DATES = frozenset(
    {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
    }
    | {"december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
)
_STRIKES = frozenset({"strike", "strikes", "airstrike", "airstrikes", "air-strike", "air-strikes", "raids"})
_OF_WAR = frozenset(
    {"seized", "besieged", "invaded", "infiltrated", "crushed", "used", "arrested", "detained"}
)
_ONLY = frozenset({"only", "just"})
_FOLLOWED = 9  # words between a deed and the one who did it or suffered it


@value(frozen=True, slots=True)
class Deed:
    """One harmful deed of a content.

    Attributes:
        doer: who did it; "other" has a name ("Norlandic troops"), of a "kind" no more than a noun ("rebels");
            "unnamed" where nobody is, or nobody who could be blamed ("gunmen").
        person: "he", "she" or "I" did it.
        is_done: neither denied nor only possible nor to come.
        is_denied: "had not", "no civilian was", "none of", "only rebels were".
        is_to_come: "would", "will".
        on_victims: it struck somebody whom no side may harm.
        is_named: the deed is named ("carried out the attack"), or its doer by a passive ("planted by").
    """

    doer: Doer
    person: bool
    is_done: bool
    is_denied: bool
    is_to_come: bool
    on_victims: bool
    is_named: bool


def deeds_of(content: str, names: frozenset[str] = frozenset(), *, opens: bool = False) -> tuple[Deed, ...]:
    """Return the harmful deeds of a content, in its order.

    Args:
        content: what is said.
        names: the first letters, by `stem`, of words by which the claimant's own side may be called.
        opens: the content opens a sentence: its first word has a capital letter anyhow.
    """
    raw = _TOKEN.findall(_SHORT_NOT.sub(" not", content))
    words = [token.lower() for token in raw]
    if opens and raw:
        raw[0] = words[0]
    harm, doing = _harm(), type_words("doing")
    found = []
    for i, word in enumerate(words):
        is_harm = word in harm or " ".join(words[i : i + 2]) in harm
        if is_harm or word in doing:
            deed = _deed_at(raw, words, i, names, is_harm=is_harm)
            if deed is not None:
                found.append(deed)
    return tuple(found)


@cache
def _harm() -> frozenset[str]:
    return type_words("harm") - _OF_WAR


def _deed_at(
    raw: Sequence[str], words: Sequence[str], at: int, names: frozenset[str], *, is_harm: bool
) -> Deed | None:
    start = _group_start(words, at)
    group = frozenset(words[start:at])
    if _is_no_verb(words, at, group) or _is_background(words, start):
        return None
    bare = not group and words[at + 1 : at + 2] and words[at + 1] in _BEHIND_PARTICIPLE
    passive = (bare or not group.isdisjoint(_BE)) and not words[at].endswith("ing")
    before = _subject(words, start)
    behind = (at + 1, _clause_end(words, at + 1))
    if passive:
        struck, by = before, _by_whom(words, behind)
    else:
        struck, by = behind, before
    if not is_harm and not _holds(words, struck, type_words("deed")):
        return None
    if not is_harm and not passive and (by is None or _holds(words, struck, _STRIKES)):
        is_harm = True  # that a side's aircraft strike is war: it depends on whom
    only = passive and _holds(words, before, _ONLY, most=2) and _holds(words, before, type_words("party"))
    denied = only or not group.isdisjoint(_NOT) or _holds(words, before, _NOT, most=2)
    to_come = not group.isdisjoint(_WILL)
    doer = _doer(raw, words, by, names)
    return Deed(
        doer=doer,
        person=by is not None and words[by[0]] in ("he", "she", "i"),
        is_done=not denied and not to_come and group.isdisjoint(_MAY),
        is_denied=denied,
        is_to_come=to_come,
        on_victims=only or _holds(words, struck, type_words("victim")),
        is_named=not is_harm or (passive and by is not None),
    )


def _is_no_verb(words: Sequence[str], at: int, group: frozenset[str]) -> bool:
    """Tell whether a word is a noun ("the shot"), or a participle without a subject (", killing three")."""
    if group:
        return False
    return words[at].endswith("ing") or (
        at > 0 and (words[at - 1] in _NOUN_AFTER or words[at - 1] in _OF_OWN)
    )


def _is_background(words: Sequence[str], start: int) -> bool:
    """Tell whether a clause says when another thing was, which nobody claims ("the day when troops shot")."""
    for i in range(start - 1, -1, -1):
        if words[i] in _BACKGROUND:
            return True
        if words[i] in (",", ";", "that", "and", "because"):
            return False
    return False


def _group_start(words: Sequence[str], at: int) -> int:
    """Return where the verb's group begins: its auxiliaries, negations and adverbs."""
    start = at
    while start and (words[start - 1] in _GROUP or words[start - 1].endswith(("ly", "n't", "n’t"))):
        start -= 1
    return start


def _subject(words: Sequence[str], end: int) -> tuple[int, int] | None:
    """Return the words before a verb's group that hold its subject, back to where the clause begins."""
    if not end:
        return None
    if words[end - 1] in _JOINS and end > 1:  # "had crossed the border and killed": the clause's subject
        end -= 1
    if words[end - 1] in ("who", "which", "that"):
        end -= 1
    start = end
    while start and words[start - 1] not in _BREAKS and words[start - 1] not in ("that", "if", "whether"):
        start -= 1
    if start < end and words[start] in _LEADING:  # "in the northern village, soldiers shot"
        start = next((i + 1 for i in range(start, end) if words[i] == ","), start)
    return (start, end) if start < end else None


def _clause_end(words: Sequence[str], start: int) -> int:
    end = start
    while end < min(len(words), start + _FOLLOWED) and words[end] not in _ENDS:
        end += 1
    return end


def _by_whom(words: Sequence[str], part: tuple[int, int]) -> tuple[int, int] | None:
    for i in range(*part):
        if words[i] == "by" and i + 1 < part[1] and not words[i + 1].endswith("ing"):
            return (i + 1, part[1])
    return None


def _holds(words: Sequence[str], part: tuple[int, int] | None, some: frozenset[str], most: int = 99) -> bool:
    if part is None:
        return False
    return not some.isdisjoint(words[part[0] : min(part[1], part[0] + most)])


def _doer(
    raw: Sequence[str], words: Sequence[str], part: tuple[int, int] | None, names: frozenset[str]
) -> Doer:
    if part is None:
        return "unnamed"
    head = [w for w in words[part[0] : part[1]] if w not in ("the", "a", "an")][:6]
    if not head or not _VAGUE.isdisjoint(head):
        return "unnamed"
    if (
        head[0] in _PRONOUNS
        or head[0] in _OF_OWN
        or (head[0] in _COUNTS and not _OF_OWN.isdisjoint(head[1:4]))
    ):
        return "own"
    if any(stem(word) in names for word in head[:3]):
        return "own"
    named = any(
        raw[i][:1].isupper() and len(raw[i]) > 1 and words[i] not in _DATES
        for i in range(part[0], min(part[1], part[0] + 6))
    )
    if named or head[0] == "other":
        return "other"
    return "unnamed" if type_words("culprit").isdisjoint(head) else "kind"


def stem(word: str) -> str:
    """Return the letters that a people's name and its country's share ("Norlandic", "Norland")."""
    return word.lower().removesuffix("'s").removesuffix("’s")[:5]
