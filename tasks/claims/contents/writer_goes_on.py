"""Where what is said ends though no cue says so: the writer goes on with a clause of the article."""

from __future__ import annotations

from tasks.claims.contents.another_acts import another_acts
from tasks.claims.contents.beside_said import beside_said
from tasks.claims.contents.cites_somebody import cites_somebody
from tasks.claims.contents.leaves_off import LEAVING, leaves_off, meets_with, tells_nothing
from tasks.claims.contents.leaves_thing import leaves_thing
from tasks.claims.contents.opens_another import opens_another
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.view import View
from tasks.model.document import Sentence
from tasks.model.memo import remembered

_JUDGED = frozenset(
    {"denied", "rejected", "disputed", "dismissed", "refuted", "echoed", "confirmed", "contested"}
)
_SEEMING = frozenset({"appears", "appeared", "seems", "seemed", "is", "was", "has"})
_JUDGED_TOO = _JUDGED | {"described", "called", "condemned"}
_JUDGED_NOUN = _JUDGED | {"backed", "supported", "repeated", "shared", "corroborated", "endorsed"}
_REPORTED_TENSE = frozenset({"had", "would", "could", "might", "should"})
_RELEASED = frozenset({"released", "published", "posted", "shared", "presented", "issued"})
_SHOWING = _RELEASED | {"provided", "showed"}
_SHOWN = word_class("shown_thing")
_SUMMED = frozenset({"charges", "claims", "accusations", "allegations", "threats", "demands", "warnings"})
_REMARKS = frozenset(
    {
        "number",
        "figure",
        "toll",
        "remark",
        "comment",
        "assertion",
        "estimate",
        "suggestion",
        "move",
        "decision",
    }
)
_TELLING_NOW = frozenset({"show", "say", "suggest", "indicate", "dispute", "insist", "deny", "reveal", "put"})
_MADE_BEFORE = _REMARKS | {"charge", "demand", "threat", "warning", "verdict", "ruling", "finding"}
_RECEIVED = _JUDGED_NOUN | {"welcomed", "hailed", "praised", "criticised", "criticized", "condemned"}
_ANNOUNCING = frozenset({"will", "is", "has", "are", "have", "plans", "intends"})
_NOW = _ANNOUNCING | {"can", "may", "must", "do", "does", "'s", "'re"}
_TAKING_UP_PERSON = frozenset({"it", "he", "she", "they"})
_TAKING_UP_CLAIM = _TAKING_UP_PERSON | {"that", "which"}
_BESIDE = frozenset({"but", "and", "while", "whereas", "although", "though"})
_POSSIBLY = frozenset({"may", "might", "could"})
_FEW = frozenset({"many", "more", "least", "up", "as", "few", "over"})
_MEANWHILE = ("at", "the", "same", "time", "as")
_GOES_ON = frozenset(
    {",", ";", "and", "at", "but", "without"}
)  # at what the writer may go on; nothing else is worth a look
_WENT_ON = frozenset({"died", "succumbed", "escaped", "survived", "fled", "disappeared", "recovered"})
_NONE = frozenset({"no", "nobody", "none"})
_SAID_ON = frozenset({"that", "and", "of", "but", "or", "it", "he", "she", "they", "his", "its", "their"})


@remembered
def going_on(sentence: Sentence) -> list[int]:
    """Return the tokens at which the writer may go on, in order."""
    return sentence.places(_GOES_ON)


def writer_goes_on(view: View, start: int, at: int, end: int) -> bool:
    """Say whether a statement that begins at `start` ends before token `at`, and the article goes on.

    Args:
        view: the sentence.
        start: first token of what is said.
        at: the mark or connector that may end it.
        end: the token after the last one that can be said.
    """
    match view.low[at]:
        case ",":
            return _goes_on_behind_comma(view, start, at, end)
        case "and":
            if leaves_thing(view, start, at, end) or _shows(view, at) or _leaves_modal(view, start, at):
                return True
            return _leaves_quotation(view, start, at) or _adds_hedged(view, at, end)
        case ";":
            return _next_statement(view, start, at, end)
        case "but":
            return _leaves_off_at_once(view, at, end)
        case "without":
            return _elaborates_not(view, at, end)
    return view.low[at : at + 5] == _MEANWHILE and view.is_free(at) and view.has_finite(at + 5, end)


def _goes_on_behind_comma(view: View, start: int, at: int, end: int) -> bool:
    """Say whether the article goes on at a comma, as `writer_goes_on` does."""
    after = view.low[at + 1] if at + 1 < len(view.low) else ""
    if after == "but" and _leaves_reported_tense(view, start, at, end):
        return True
    if view.is_free(at) and (leaves_off(view, at + 1, end) or cites_somebody(view, start, at, end)):
        return True
    if view.is_free(at) and opens_another(view, at, end):
        return True
    if leaves_thing(view, start, at, end) or another_acts(view, at, end) or beside_said(view, start, at, end):
        return True
    if _concedes(view, at, end):
        return True
    if after == "and" and view.low[at + 2] in _RELEASED and "had" in view.low[start:at]:
        return True  # "said they had left, and published a video"
    if after == "and" and view.low[at + 2] in _ANNOUNCING and at + 3 < end:
        return _ANNOUNCING.isdisjoint(view.low[start:at])  # "found that they were hit, and will"
    if _leaves_infinitive(view, start, at, end) or _sums_up(view, at):
        return True
    return after == "which" and _is_judged(view, at + 2, end)


def _adds_hedged(view: View, at: int, end: int) -> bool:
    """Say whether "and" adds what nobody says for sure: "heard shots and, reportedly, squads were formed"."""
    is_aside = view.low[at + 1 : at + 4 : 2] == (",", ",") and at + 3 < end
    return is_aside and view.is_word(at + 2, "hedge")


def _leaves_off_at_once(view: View, at: int, end: int) -> bool:
    """Say whether "but gave no proof", "but his words were misread" begins: it needs no comma."""
    if view.is_free(at) and meets_with(view, at + 1, end):
        return True
    return view.low[at + 1] in LEAVING and leaves_off(view, at, end)


def _shows(view: View, at: int) -> bool:
    """Say whether the speaker showed something: "said that 44 were killed | and provided photos"."""
    shows = view.low[at] == "and" and view.low[at + 1 : at + 2] != () and view.low[at + 1] in _SHOWING
    return shows and not _SHOWN.isdisjoint(view.low[at + 2 : at + 6])


def _elaborates_not(view: View, at: int, end: int) -> bool:
    return view.low[at] == "without" and view.is_free(at) and tells_nothing(view, at, end, bare=True)


def _concedes(view: View, at: int, end: int) -> bool:
    """Say whether ", although" opens a clause: what stands against a statement is the article's."""
    if view.low[at] != "," or not view.is_free(at) or view.low[at + 1] not in ("although", "though"):
        return False
    close = next((k for k in range(at + 2, end) if view.low[k] == "," and view.is_free(k)), end)
    if close < end and not view.has_finite(at + 2, close):
        return False  # "the method, although not being exact, may"
    if _counts_more(view, at + 2, end):
        return False  # "at least 200 were killed, though as many as 500 may have died"
    if at + 3 >= end or view.quote[at + 2] >= 0:
        return False
    return view.has_finite(at + 2, end) or _records_show(view, at + 2, end)


def _records_show(view: View, start: int, end: int) -> bool:
    """Say whether sources tell otherwise in the present: "although hospital records show two deaths"."""
    near = range(start + 1, min(end - 1, start + 6))
    return any(view.low[k] in _TELLING_NOW and view.low[k - 1].endswith("s") for k in near)


def _counts_more(view: View, start: int, end: int) -> bool:
    """Say whether a clause gives what the number may be instead: the source's own reserve."""
    verb = next((k for k in range(start, min(end, start + 12)) if view.finite[k]), None)
    if verb is None or view.low[verb] not in _POSSIBLY:
        return False
    subject = view.low[start:verb]
    counted = any(view.tokens[k].kind == "number" or view.is_word(k, "amount") for k in range(start, verb))
    return not _REMARKS.isdisjoint(subject) or (counted and not _FEW.isdisjoint(subject))


def _leaves_infinitive(view: View, start: int, at: int, end: int) -> bool:
    """Say whether a clause follows what somebody shall do: "told them to leave, but the army stayed"."""
    if view.low[at] != "," or view.low[at + 1] not in _BESIDE or not view.is_free(at):
        return False
    infinitive = view.low[start] == "to" and view.low[at + 1] == "while"
    if not infinitive and ("be" in view.low[start:at] or "have" in view.low[start:at]):
        return False
    if not infinitive and ("to" not in view.low[start : min(at, start + 20)] or view.has_finite(start, at)):
        return False
    first = at + 2
    while first < end and view.is_adverb(first):
        first += 1
    verb = next((k for k in range(first, min(end, first + 12)) if view.finite[k] or view.low[k] == ","), None)
    if verb is not None and view.low[verb : verb + 2] in ((",", "who"), (",", "which")):
        return view.has_finite(verb + 2, end)
    if verb is None or view.low[verb] == ",":
        return False
    return not any(view.is_word(k, "relative") or view.low[k] == "to" for k in range(first, verb))


def _leaves_modal(view: View, start: int, at: int) -> bool:
    """Say whether "and" goes on with a past tense behind a modal: "thought they might win and attacked"."""
    if view.low[at] != "and" or not view.is_free(at) or view.is_capital(at + 1):
        return False
    verb = at + 2 if view.is_adverb(at + 1) else at + 1
    if not view.finite[verb] or any(view.is_word(verb, name) for name in ("auxiliary", "modal", "be")):
        return False
    first = next((k for k in range(start, at) if view.finite[k] and view.quote[k] < 0), None)
    if first is None or not view.is_word(first, "modal") or "that" in view.low[start:at]:
        return False
    rest = range(first + 1, at)
    held = any(view.is_word(k, "irregular_participle") or view.low[k].endswith("ed") for k in rest)
    return not held and not any(view.is_word(k, "relative") for k in rest)


def _is_judged(view: View, at: int, end: int) -> bool:
    """Say whether another judges what was said: ", which the mayor described as untrue"."""
    if view.low[at] in _SEEMING:
        return not _JUDGED_NOUN.isdisjoint(view.low[at + 1 : min(end, at + 6)])  # "which seems confirmed by"
    verb = next((k for k in range(at, min(end, at + 10)) if view.finite[k] or view.low[k] == ","), None)
    return verb is not None and verb > at and view.low[verb] in _JUDGED_TOO


def _next_statement(view: View, start: int, at: int, end: int) -> bool:
    """Say whether a semicolon ends what is said: a clause of its own follows, without "that"."""
    if view.low[at] != ";" or not view.is_free(at) or at + 2 >= end:
        return False
    if view.low[start - 1] == "that" and _lists_clauses(view, at, end):
        return False  # "said that A; B was lost; and that C"
    if view.low[start] == "to" and view.low[at + 1] not in ("to", "and", "or", "that"):
        return view.has_finite(at + 1, end)
    if _is_known_since(view, start, at):
        return True
    if view.low[at + 1] in _SAID_ON or (view.low[at + 1] == "however" and view.low[start] in _NONE):
        return False  # "no casualties were reported; however, a pier was hit"
    if "had" in view.low[start:at] and not _WENT_ON.isdisjoint(view.low[at + 2 : at + 5]):
        return "had" not in view.low[at:end]  # "said that two had been hit; three more died later"
    verb = next((view.low[k] for k in range(at + 1, end) if view.finite[k] and view.quote[k] < 0), None)
    return verb is not None and verb not in _REPORTED_TENSE


def _lists_clauses(view: View, at: int, end: int) -> bool:
    """Say whether a further clause with "that" follows a later semicolon."""
    later = (k for k in range(at + 1, end - 2) if view.low[k] == ";" and view.is_free(k))
    return any("that" in view.low[k + 1 : k + 3] for k in later)


def _is_known_since(view: View, start: int, at: int) -> bool:
    """Say whether the article tells what became of it: "said he took a sack; he will be fined for it"."""
    now = view.low[at + 2] in _ANNOUNCING and view.low[at + 1] in _TAKING_UP_PERSON
    return (
        now and view.quote[start] < 0 and view.has_finite(start, at) and _NOW.isdisjoint(view.low[start:at])
    )


def _leaves_quotation(view: View, start: int, at: int) -> bool:
    """Say whether "and" goes on with what the speaker did: 'said they "will pay" and declared mourning'."""
    if view.low[at] != "and" or view.quote[at - 1] < 0 or view.quote[start] >= 0 or not view.is_free(at):
        return False
    verb = at + 2 if view.is_adverb(at + 1) else at + 1
    helps = view.low[verb] in word_class("auxiliary") or view.is_word(verb, "modal")
    past = view.finite[verb] and not helps  # 'said he was "asleep" and may have'
    first = next((k for k in range(start, at) if view.finite[k]), None)
    told = first is not None and (view.low[first] in word_class("auxiliary") or view.is_word(first, "modal"))
    return past and (told or first is None)


def _sums_up(view: View, comma: int) -> bool:
    """Say whether ", a claim that X denied" begins at a token: what others make of the statement before."""
    if view.low[comma] != "," or not view.is_free(comma):
        return False
    if view.low[comma + 1] in _SUMMED and view.low[comma + 2] in _TAKING_UP_CLAIM:
        return view.has_finite(comma + 3, comma + 9)  # ", charges that X denies"
    if view.low[comma + 1] not in ("a", "an"):
        return False
    for k in range(comma + 2, min(comma + 5, len(view.low) - 2)):
        if view.low[k] in word_class("account_noun") or view.low[k] in _MADE_BEFORE:
            verb = k + 2 if view.is_adverb(k + 1) and k + 3 < len(view.low) else k + 1
            judged = view.low[verb] in _RECEIVED and view.low[verb + 1] == "by"
            others = view.is_word(k + 1, "determiner") and view.has_finite(k + 2, k + 8)
            return judged or others or view.low[k + 1] in ("that", "which") or view.is_word(k + 1, "personal")
        if view.finite[k] or view.low[k] == ",":
            return False
    return False


def _leaves_reported_tense(view: View, start: int, comma: int, end: int) -> bool:
    """Say whether the writer goes on after ", but": "had been destroyed, but some were found later"."""
    first = comma + 2
    if not view.is_free(comma) or not ("had" in view.low[start:comma] or _is_since(view, start, comma, end)):
        return False
    if view.is_word(first, "personal") or view.low[first] in ("that", "this", "these", "their", "its", "in"):
        return False
    verbs = [k for k in range(first, end) if view.finite[k] and view.quote[k] < 0]
    verb = next((k for k in verbs if "had" in view.low[start:comma] or _is_perfect(view, k)), None)
    tenses = ("was", "were", "is", "are") if "had" in view.low[start:comma] else ("has", "have")
    return verb is not None and verb > first and view.low[verb] in tenses


def _is_perfect(view: View, at: int) -> bool:
    return view.low[at] in ("has", "have") and not view.is_word(at - 1, "modal") and view.quote[at] < 0


def _is_since(view: View, start: int, comma: int, end: int) -> bool:
    """Say whether the present perfect follows a past tense: "33 were killed, but X has led"."""
    past = any(w in ("was", "were", "did") for w in view.low[start:comma])
    return (
        past
        and any(_is_perfect(view, k) for k in range(comma + 2, end))
        and _NOW.isdisjoint(view.low[start:comma])
    )
