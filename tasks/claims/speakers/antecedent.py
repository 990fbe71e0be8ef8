"""The noun phrase that a relative pronoun refers to, and who speaks in a clause without one."""

from __future__ import annotations

from tasks.claims.cues.adverbial import skip_leading
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.region import DIVIDING, clause_before
from tasks.claims.cues.source import is_source
from tasks.claims.cues.view import DASHES, Range, View
from tasks.claims.speakers.phrase_ends import before_suffix
from tasks.claims.speakers.trimming import trimmed

_MINDFUL = frozenset({"critical", "afraid", "aware", "guilty", "suspicious", "proud", "wary", "supportive"})
_WITHIN = frozenset({"of", "for", "in", "from", "at"})


def antecedent(view: View, relative: int) -> Range | None:
    """Return the noun phrase that a relative pronoun at token `relative` refers to."""
    end = relative
    while end > 0 and (view.low[end - 1] == "," or view.low[end - 1] in word_class("preposition")):
        end -= 1
    start = end
    while start > 0:
        word = view.low[start - 1]
        ends = word in (",", ";", ":") and not before_suffix(view, start - 1)
        if ends or word in DASHES or view.finite[start - 1] or word in DIVIDING:
            break
        if view.quote[start - 1] >= 0 and view.low[start - 2 if start > 1 else 0] == ",":
            break
        such = word == "as" and view.low[start - 2 : start - 1] == ("such",)  # "vehicles such as tanks"
        on_text = word in ("on", "into", "about") and view.is_word(start - 2, "text_noun")
        if word in word_class("preposition") and word not in _WITHIN and not (such or on_text):
            break
        if word in ("and", "but", "or") and view.has_finite(clause_before(view, start - 1), start - 1):
            break
        verb = word.endswith("ed") and not view.is_capital(start - 1) and view.is_word(start, "determiner")
        if verb and word not in word_class("noun_ed"):
            break
        if _ends_verb(view, start) or (word == "of" and view.low[start - 2] in _MINDFUL):
            break
        start -= 1
    if start < end and view.is_word(start, "preposition"):
        start += 1
    if start and view.low[start - 1] == "to" and view.is_word(start + 1, "determiner") and start + 2 < end:
        start += 1  # "to open an investigation, which"
    if (
        start > 0
        and view.low[start - 1] in ("on", "in")
        and start <= skip_leading(view, start - 1, end) < end
    ):
        start = skip_leading(view, start - 1, end)
    return trimmed(view, (start, end))


def _ends_verb(view: View, start: int) -> bool:
    """Say whether a verb stands before a token: "had come | from the hill, which", "assaulting | the man"."""
    word = view.low[start - 1]
    if view.is_word(start - 1, "irregular_participle") and view.is_word(start - 2, "have"):
        return True
    return word.endswith("ing") and word not in word_class("noun_ing") and view.is_word(start, "determiner")


def _name_behind_noun(view: View, phrase: Range) -> Range | None:
    """Return "Norland" of "a campaign Norland (says is aimed at)": a name right behind a noun; else None."""
    first = phrase[1]
    while first > phrase[0] and view.is_capital(first - 1):
        first -= 1
    if first == phrase[1] or view.low[phrase[0]] not in ("a", "an") or first - phrase[0] < 2:
        return None
    noun = view.low[first - 1]
    return (first, phrase[1]) if noun.isalpha() and not is_source(view, (first - 1, first)) else None


def of_contact(view: View, phrase: Range) -> Range | None:
    """Return "the officers" of "was holding an object the officers (believed was a gun)"; else None."""
    if not view.has_finite(*phrase):
        return _name_behind_noun(view, phrase)
    for k in range(phrase[1] - 2, phrase[0] + 1, -1):
        noun = not any(view.is_word(k - 1, name) for name in ("preposition", "determiner", "coordinator"))
        if view.is_word(k, "determiner") and noun and not view.finite[k - 1]:
            return (k, phrase[1]) if is_source(view, (k, phrase[1])) else None
        if view.finite[k] or view.low[k] == ",":
            return None
    return None


_ABOUT = ("over", "about", "against")


def behind_object(view: View, phrase: Range) -> Range:
    """Return who speaks behind the noun of a contact clause: "a row over the fees | Norland (demanded)".

    Itself where no such noun stands in the phrase: "head of the hospital NAME" names no such thing.
    """
    start = phrase[1] - 1
    while start > phrase[0] and view.is_capital(start - 1) and view.is_capital(start):
        start -= 1
    if not view.is_capital(start):
        start = next((k for k in range(start, phrase[0], -1) if view.is_word(k, "determiner")), phrase[0])
    noun = start - 1
    if noun - 2 < phrase[0] or not view.low[noun].isalpha() or view.is_capital(noun) or view.finite[noun]:
        return phrase
    led = view.is_word(noun - 1, "determiner") and view.low[noun - 2] in _ABOUT
    if not led or any(view.is_word(noun, name) for name in ("preposition", "determiner", "coordinator")):
        return phrase
    is_title = view.is_capital(start) and is_source(view, (noun, noun + 1))  # "of the minister NAME"
    return phrase if is_title else (start, phrase[1])


def person_of(view: View, at: int, phrase: Range | None) -> Range | None:
    """Return "a man" of "a warning from a man who": who speaks is a person, no thing."""
    if phrase is None or view.low[at] != "who":
        return phrase
    for k in range(phrase[1] - 2, phrase[0], -1):
        if view.low[k] in ("from", "by", "of") and not is_source(view, (phrase[0], k)):
            return (k + 1, phrase[1])
    return phrase
