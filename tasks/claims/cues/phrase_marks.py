"""Commas and conjunctions within a noun phrase that is said: whether the phrase goes on behind them."""

from __future__ import annotations

from itertools import pairwise

from tasks.claims.cues.befallen import behind_apposition
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.listed import lists_deeds, lists_members
from tasks.claims.cues.view import View

_AMONG = (("among", "them"), ("among", "whom"))
_OPENS_NO_MEMBER = ("determiner", "preposition", "subordinator", "relative", "personal", "adverb")
_BUT_MOSTLY = (("but", "mostly"), ("but", "mainly"), ("but", "only"), ("but", "also"))
_ANY_ARTICLE = frozenset({"a", "an", "the"})
_IN_FORCE = frozenset({"effective", "starting", "beginning"})  # "declared a curfew, | effective at noon"
_INSTEAD = (("rather", "than"), ("instead", "of"), ("as", "opposed"))  # "a fear of X, rather than of Y"
_NEXT = (("followed", "by"), ("preceded", "by"))
_TOGETHER = (("along", "with"), ("together", "with"))
_OBJECT = 9  # tokens of "demanded an end to the air strikes on the town"
_ASKING = ("demand", "appealed", "announc", "promis", "pledg")  # how verbs begin that take a list of things
_CALLING = frozenset({"call", "calls", "called", "calling", "ask", "asks", "asked", "asking", "pleaded"})
_COMPRISING = frozenset({"including", "both", "encompassing", "comprising", "covering", "spanning"})


def behind_comma_within(view: View, comma: int, end: int) -> int | None:
    """Return where a phrase goes on behind a comma that parts nothing: "in Osk, Northland to"."""
    quoted = view.quote[min(comma + 1, end - 1)] >= 0
    if quoted and (_opens_noun(view, comma) or _goes_on_quoted(view, comma, end)):
        return comma + 1
    return _behind_region(view, comma, end) or behind_apposition(view, comma, end)


def _behind_region(view: View, comma: int, end: int) -> int | None:
    """Return the token behind the region of "in Richmond, Virginia"; None for other commas."""
    place = comma - 1
    while place > 0 and view.is_capital(place):
        place -= 1
    if place == comma - 1 or view.low[place] not in ("in", "at", "near", "from", "to", "and", "of"):
        return None
    k = comma + 1
    while k < end and view.is_capital(k) and k < comma + 4:
        k += 1
    closed = k == end or view.low[k] == "," or view.is_word(k, "preposition")
    return k if k > comma + 1 and closed and not view.is_word(comma + 1, "determiner") else None


def _goes_on_quoted(view: View, comma: int, end: int) -> bool:
    """Say whether a participle in quotation marks goes on: 'asked for a ban, "pending a decision by"'."""
    first = comma + 1 + (not view.low[comma + 1].isalnum())
    return first < end and view.low[first].endswith("ing") and not view.is_capital(first)


def _opens_noun(view: View, comma: int) -> bool:
    """Say whether the noun is still to come at a comma: behind "as", behind "a new"."""
    return view.low[comma - 1] == "as" or view.low[comma - 2] in ("a", "an")


def continues_list(view: View, comma: int, end: int) -> bool:
    """Say whether a comma parts the members of a list: ", X and Y" or ", and X" without a verb."""
    rest = range(comma + 1, end)
    stop = next((i for i in rest if view.finite[i] and view.is_free(i) and not _describes(view, i)), end)
    first = comma + 1
    if view.low[first : first + 3] == ("as", "well", "as") or view.low[first : first + 2] in _INSTEAD:
        return True
    if view.low[first : first + 2] in _TOGETHER or _comes_next(view, first):
        return stop == end
    if view.low[first] in _IN_FORCE and _is_time_behind(view, first + 1):
        return True
    if view.low[first : first + 2] in _BUT_MOSTLY:
        return stop == end  # "claimed the same numbers, but mostly soldiers"
    if first < end and view.low[first] == "but" and ("not", "only") in _pairs(view, comma):
        return stop == end  # "demanded not only bread, but arms"
    if first >= end or view.low[first] in (
        "which",
        "who",
        "while",
        "but",
        "as",
        "with",
        "after",
        "although",
        "where",
        "when",
        "though",
        "so",
    ):
        return False
    if (
        view.low[first].endswith("ing")
        and view.low[first] not in word_class("noun_ing")
        and view.low[first] not in _COMPRISING
    ):
        return stop == end and lists_deeds(view, comma, end)
    if view.low[first] in ("and", "or"):
        return stop == end
    if stop == end and (_lists_names(view, comma, end) or _lists_things(view, comma, end)):
        return True
    if stop == end and (_is_last_but_one(view, first, end) or _repeats_the(view, comma, end)):
        return True
    if stop == end and lists_members(view, comma, end, asks=_demands(view, comma)):
        return True
    return any(view.low[i] in ("and", "or") and view.low[i - 1] == "," for i in range(first, stop)) or (
        first < end and (view.low[first] in _COMPRISING or view.low[first : first + 2] in _AMONG)
    )


def _comes_next(view: View, at: int) -> bool:
    """Say whether a further thing begins: "called for a landing, | followed by a siege, then an attack"."""
    return view.low[at : at + 2] in _NEXT or (view.low[at] == "then" and view.is_word(at + 1, "determiner"))


def _lists_names(view: View, comma: int, end: int) -> bool:
    """Say whether nothing but names follow a comma, the last behind "and": "as X Y, | Z W and V U"."""
    rest = range(comma + 1, end)
    named = all(view.is_capital(k) or view.low[k] in (",", "and", "-") for k in rest)
    return named and view.is_capital(comma - 1) and "and" in view.low[comma:end]


def _lists_things(view: View, comma: int, end: int) -> bool:
    """Say whether bare plurals follow a comma: "demand water, | schools, huts and roads"."""
    joint = next((k for k in range(comma + 2, min(end - 1, comma + 9)) if view.low[k] == "and"), None)
    listed = joint is not None and ("," in view.low[comma + 1 : joint] or view.low[comma - 2] == ",")
    if joint is None or not listed:
        return False
    members = [k for k in range(comma + 1, joint + 2) if view.low[k] not in (",", "and")]
    return all(view.low[k].endswith("s") and not view.is_capital(k) and view.is_free(k) for k in members)


def _pairs(view: View, end: int) -> list[tuple[str, str]]:
    """Return the pairs of words that follow each other shortly before a token."""
    start = max(0, end - 10)
    return list(zip(view.low[start:end], view.low[start + 1 : end], strict=False))


def _repeats_the(view: View, comma: int, end: int) -> bool:
    """Say whether members with "the" follow a comma: "the surrender of the fort, | the removal and the"."""
    joint = next((k for k in range(comma + 2, end - 1) if view.low[k] in ("and", "or")), None)
    if joint is not None and _demands(view, comma) and view.low[comma + 1] in _ANY_ARTICLE:
        return (
            view.low[joint + 1] in _ANY_ARTICLE
        )  # "demanding an end to it, | an exchange and the opening of"
    if joint is None or view.low[comma + 1] != "the" or "," in view.low[comma + 1 : joint]:
        return False
    return view.low[joint + 1] == "the" and "the" in view.low[max(0, comma - 6) : comma]


def _is_time_behind(view: View, at: int) -> bool:
    """Say whether words say from when: "effective immediately", "starting at noon"."""
    return view.is_adverb(at) or view.low[at : at + 1] in (("at",), ("from",), ("on",), ("as",))


def _demands(view: View, end: int) -> bool:
    """Say whether a verb of demanding or announcing stands shortly before a token."""
    near = view.low[max(0, end - _OBJECT) : end]
    return any(word.startswith(_ASKING) for word in near) or "for" in [
        behind for word, behind in pairwise(near) if word in _CALLING
    ]


def _describes(view: View, at: int) -> bool:
    """Say whether a participle that begins a member describes its noun: "wiring, | worn cables and"."""
    if view.is_word(at - 1, "amount"):
        return view.low[at].endswith("ed") and view.low[at + 1].endswith("s")  # "two dismissed guards"
    return view.low[at - 1] == "," and view.is_word(at, "irregular_participle") and view.low[at + 1].isalpha()


def _is_last_but_one(view: View, first: int, end: int) -> bool:
    """Say whether a member and the last one follow a comma: "money, | food and arms", no apposition."""
    if any(view.is_word(first, name) for name in _OPENS_NO_MEMBER) or view.is_adverb(first):
        return False
    joint = next((k for k in range(first + 1, min(end - 1, first + 5)) if view.low[k] in ("and", "or")), None)
    if joint is None or "," in view.low[first:end] or not view.is_free(joint):
        return False
    if joint == first + 1 and view.is_word(joint + 1, "determiner") and view.low[first - 2].isalpha():
        return not view.is_word(first - 3, "determiner")  # "demanded blankets, | fuel and the return of"
    words = (*view.low[first:joint], view.low[joint + 1])
    if any(word.endswith(("ing", "ed")) and word not in word_class("noun_ing") for word in words):
        return False
    return not any(view.is_word(k, name) for k in (joint - 1, joint + 1) for name in _OPENS_NO_MEMBER)


def starts_clause(view: View, at: int, end: int, in_relative: bool) -> bool:
    """Say whether a coordinator or subordinator begins a clause rather than another noun phrase."""
    i = at + 1
    while i < end and view.is_adverb(i):
        i += 1
    if i >= end or view.low[i] == "what":
        return False
    if view.low[at] == "and" and view.quote[at - 1] >= 0 and view.quote[at + 1] >= 0:
        return False  # 'called on them to "act at once" and "do everything they could"'
    if view.low[at] == "and" and view.is_participle(i) and _is_passive(view, at):
        return False  # "the cabinet to be dissolved and replaced"
    if view.finite[i]:
        return not in_relative or view.low[at - 1] == ","
    if view.low[at] == "and" and (_joins_two(view, at, i, end) or _is_shared_before(view, i, end)):
        return False
    if view.low[at] == "and" and not in_relative and _behind_aside(view, i):
        return True
    if view.low[at] == "and":
        verb = next((k for k in range(i, min(end, i + 8)) if view.finite[k]), None)
        if verb is not None and (_in_quoted_relative(view, i, verb) or _is_relative(view, i, verb)):
            return False
        return verb is not None and not in_relative
    if view.low[at] == "as" and view.is_word(at + 1, "personal") and view.has_finite(at + 2, at + 4):
        return True
    if view.low[at] in ("as", "after"):
        return False
    present = view.low[at] == "but" and _is_present(view, i, end)
    return (present or view.has_finite(i, end)) and view.low[at] in (
        "but",
        "while",
        "because",
        "although",
        "when",
    )


def _joins_gerunds(view: View, at: int, second: int) -> bool:
    """Say whether "and" joins gerunds behind a preposition: "of freezing aid and barring trade"."""
    if not view.low[second].endswith("ing") or view.low[second] in word_class("noun_ing"):
        return False
    near = range(max(1, at - 8), at)
    return any(view.low[k].endswith("ing") and view.is_word(k - 1, "preposition") for k in near)


def _joins_two(view: View, at: int, first: int, end: int) -> bool:
    """Say whether "and" joins two of a kind: "between X and Y before it would", "and for the men to be"."""
    if _joins_gerunds(view, at, first):
        return True
    between = view.low[max(0, at - 6) : at]
    if "between" in between and "and" not in between:
        return True
    return view.low[first] == "for" and "to" in view.low[first : min(end, first + 8)]


def _is_shared_before(view: View, start: int, end: int) -> bool:
    """Say whether the next verb goes on with the speaker: "and Xenda propaganda | and issued a report"."""
    verb = next((k for k in range(start, min(end, start + 8)) if view.finite[k]), None)
    if verb is None or verb < start + 2:
        return False
    joint = verb - 2 if view.is_adverb(verb - 1) else verb - 1
    return view.low[joint] == "and" and joint > start and view.low[joint - 1].isalnum()


def _is_present(view: View, at: int, end: int) -> bool:
    """Say whether a present tense and its object stand there: "denied it but | provides many details"."""
    third = view.low[at].endswith("s") and not view.low[at].endswith(("ss", "'s", "us")) and at + 2 < end
    opens = any(view.is_word(at + 1, name) for name in ("determiner", "amount", "possessive"))
    return third and opens and not view.is_capital(at) and not view.is_word(at, "determiner")


def _behind_aside(view: View, start: int) -> bool:
    """Say whether a subject with an aside begins: "and the council, meeting at night, condemned"."""
    last = len(view.low) - 1
    comma = next((k for k in range(start + 1, min(last, start + 7)) if view.low[k] == ","), None)
    if comma is None or view.has_finite(start, comma):
        return False
    if view.low[comma + 1] not in ("who", "which", "whose") and not view.low[comma + 1].endswith("ing"):
        return False
    close = next((k for k in range(comma + 2, min(last, comma + 20)) if view.low[k] == ","), None)
    return close is not None and (view.finite[close + 1] or view.low[close + 1].endswith("ed"))


def _in_quoted_relative(view: View, start: int, verb: int) -> bool:
    """Say whether a verb stands in a quoted relative clause: 'and its "ideas which brought pain"'."""
    quoted = view.quote[verb] >= 0 > view.quote[start]
    return quoted and any(view.low[k] in ("which", "who", "that") for k in range(start + 1, verb))


def _is_relative(view: View, start: int, verb: int) -> bool:
    """Say whether the verb behind "and" is a relative clause's: "X and Y | who it said had fired"."""
    return any(view.low[k] in ("who", "which", "whom") for k in range(start + 1, verb))


def _is_passive(view: View, end: int) -> bool:
    """Say whether "be" and a participle end before a token: "to be quickly dissolved"."""
    return view.is_participle(end - 1) and any(
        view.low[k] in ("be", "been", "being") for k in range(max(0, end - 4), end - 1)
    )


def is_of_hour(view: View, colon: int) -> bool:
    """Say whether a colon stands in an hour: "5:00am"."""
    last = len(view.low) - 1
    return view.low[colon - 1].isdigit() and view.tokens[colon].end == view.tokens[min(last, colon + 1)].start
