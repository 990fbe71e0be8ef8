"""Adjectives of a mind made up, which take "that": "was adamant that C", "remain of the view that C"."""

from __future__ import annotations

from dataclasses import replace

from tasks.claims.cues.cue_words import CueEntry, word_class
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import View
from tasks.model.claim import ClaimType

_INSISTENT, _SURE, _HOPING = word_class("insistent"), word_class("sure"), word_class("hoping")
_UNSURE = word_class("unsure")
_DOUBTING = frozenset({"sceptical", "skeptical", "doubtful", "dismissive"})
MINDS = _DOUBTING | _INSISTENT | _SURE | _HOPING | _UNSURE | {"opinion", "view", "conviction", "doubt"}
_OF_THE_VIEW = frozenset(
    {
        ("of", "the", "opinion"),
        ("of", "the", "view"),
        ("of", "the", "conviction"),
        ("in", "no", "doubt"),
        ("in", "little", "doubt"),
    }
)
_BE = word_class("be") - {"being"}
_STAYING = frozenset(
    ("remain", "remains", "remained", "feel", "feels", "felt", "became", "grew", "sounded", "seemed")
)
# "It was certain that C" is nobody's; "it remains convinced that C" is a body's.
_OF_THINGS = frozenset({"it", "what", "this", "that", "there", "nothing", "things"})
_ALSO_OF_THINGS = frozenset({"certain", "sure", "doubtful", "positive", "explicit", "categorical", "doubt"})
_CLOSE, _ASIDE = 8, 24  # tokens to the verb of what is thought; with an aside of its subject
_MODALS = word_class("modal")
_TOLD_NOUNS = word_class("account_noun") | word_class("denied_noun") | word_class("questioned_noun")
_THING = frozenset({"np"})
_CLAUSE = frozenset({"that", "clause"})
_SOURCE = frozenset({"source"})


def minded(view: View, i: int, word: str) -> Occurrence | None:
    """Return "was adamant" as a cue whose clause stands behind it; None without a verb of being before it."""
    if word not in MINDS or i < 2 or i + 2 >= len(view.low):
        return None
    of = word in _DOUBTING and view.low[i + 1] in ("of", "about")
    of = of and not _TOLD_NOUNS.isdisjoint(view.low[i + 2 : i + 7])
    at = i
    if view.low[i - 2 : i + 1] in _OF_THE_VIEW:
        at = i - 2
    elif word in ("opinion", "view", "conviction", "doubt"):
        return None
    start, helpers, negated = verb_group(view, at)
    if helpers.isdisjoint(_BE):
        if start < 1 or view.low[start - 1] not in _STAYING:
            return None
        start, helpers, negated = verb_group(view, start - 1)
    if start < 1 or view.low[start - 1] == "to" or "being" in helpers or not helpers.isdisjoint(_MODALS):
        return None
    of_thing = view.low[start - 1] in _OF_THINGS and word in _ALSO_OF_THINGS
    if of_thing or not (of or _opens_clause(view, i + 1)):
        return None
    end, entry = (i + 2, replace(_entry(word), frames=_THING)) if of else (i + 1, _entry(word))
    return Occurrence(start, at, end, entry, "active", negated, frozenset(helpers))


def _opens_clause(view: View, at: int) -> bool:
    """Say whether "that" or a clause without it stands behind the adjective: not "certain to be shot"."""
    if view.low[at] == "that":
        return True
    named = view.is_capital(at) or (view.low[at] in ("bin", "al", "abu") and view.is_capital(at + 1))
    opens = view.is_word(at, "personal") or view.is_word(at, "determiner") or view.low[at] == "there" or named
    reach = _ASIDE if named and "," in view.low[at + 1 : at + 4] else _CLOSE
    return opens and view.has_finite(at + 1, min(len(view.low), at + reach))


def _entry(word: str) -> CueEntry:
    """Return the entry of an adjective: what one insists on is told, what one is sure of is a belief."""
    kind: tuple[str, ClaimType] = ("report", "statement") if word in _INSISTENT else ("belief", "assessment")
    if word in _UNSURE:
        kind = ("doubt", "assessment")
    return CueEntry(word, word, "any", (), *kind, _CLAUSE, _SOURCE, object="")
