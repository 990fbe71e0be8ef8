"""Whether a word that looks like a cue is a verb where it stands, and no noun, adjective or state."""

from __future__ import annotations

from typing import Literal

from tasks.claims.cues.cue_words import CueEntry, source_heads, word_class
from tasks.claims.cues.verbs.blames import blames
from tasks.claims.cues.verbs.calls_it import calls_it
from tasks.claims.cues.verbs.clause_subject import is_clause_subject
from tasks.claims.cues.verbs.disputed import is_disputed_noun
from tasks.claims.cues.verbs.each_calling import one_of_several
from tasks.claims.cues.verbs.of_thing import tells_of_thing
from tasks.claims.cues.verbs.opens_clause import opens_clause
from tasks.claims.cues.verbs.people_before import are_men, holds_people, people_claim, people_tell
from tasks.claims.cues.verbs.present_tense import is_present
from tasks.claims.cues.verbs.second_reason import is_second_reason
from tasks.claims.cues.view import View

Mode = Literal["active", "passive", "gerund"]
_PLURAL = frozenset(
    {"they", "we", "i", "people", "police", "some", "many", "others", "several", "both", "who", "you"}
)
_BEFORE_GERUND = frozenset({"by", "in", ",", "and", "also", "with", "as"})
_BEGINNING = frozenset({"began", "started", "kept"})
_ENDING = frozenset(
    {"cease", "ceased", "ceases", "stop", "stopped", "stops", "quit", "start", "begin", "keep"}
)
# "the saying", "of saying"; "ordered them to cease calling him sir", "stopped denying it"
_NOT_BEFORE_GERUND = word_class("determiner") | word_class("preposition") | _ENDING
_STANDS_ALONE = frozenset({"who", "which", "some", "both", "others", "this", "neither", "all", "that"})
_BESIDE = frozenset({"while", "whilst"})
_CLOSING = frozenset(
    {"say", "believe", "claim", "report", "allege", "argue", "warn", "insist", "estimate", "add"}
)
_ASKING = frozenset({"directive", "stance", "accusation", "warning"})
_ORDINALS = frozenset(
    {"last", "first", "only", "latest", "next", "second", "third"}
)  # "the last confirmed death"
_AUXILIARIES = frozenset({"was", "were", "is", "are", "had", "has", "came"})
_NO_ADJECTIVE = frozenset({"said", "told"})
_AIRS = frozenset({"post", "publish", "release", "issue", "broadcast"})
_TEMPORAL = frozenset({"before", "after", "while"})
_DISPUTING = frozenset(
    {"denying", "rejecting", "dismissing", "disputing", "refuting", "confirming", "following"}
)
_HELD_TO = frozenset({"suspect", "believe", "think", "presume", "allege", "report", "say", "fear"})
_HELD_TO_BE = (("to", "be"), ("to", "have"))
_BEFORE_ADJECTIVE = frozenset({"when", "where", "because", "whether", "although", "while"})
_NAME = 4  # words
_BEFORE_COUNTED = frozenset({"additional", "other", "further", "more", "armed", "fellow", "various"})
_COUNTED = frozenset({"suspect", "presume", "fear", "accuse", "allege", "identify"})


def is_verb(view: View, i: int, start: int, end: int, entry: CueEntry, mode: Mode, helpers: set[str]) -> bool:
    """Say whether the word is a verb here and not a noun or an adjective."""
    before = view.low[start - 1] if start else ""
    if mode == "gerund":
        is_subject = end < len(view.low) and view.low[end] in _AUXILIARIES  # "and warning was given"
        is_subject = is_subject or is_clause_subject(view, start, end, entry)
        said = entry.lemma == "say" and (before == "as" or "quoted" in view.low[max(0, start - 6) : start])
        return not is_subject and (said or _is_gerund_verb(view, start, end, before, entry))
    if helpers - word_class("negation"):
        return True
    alone = before in _STANDS_ALONE or (before == "most" and entry.inflection == "base")  # "most agree"
    if before in word_class("determiner") and not alone:
        return False
    if start == i and entry.lemma in _HELD_TO and view.low[i + 1 : i + 3] in _HELD_TO_BE and before == ",":
        return False  # "Gunmen, suspected to be members of X, stormed": whoever suspects them
    if start == i and entry.is_participle and before in _BEFORE_ADJECTIVE and end < len(view.low):
        return False  # "when suspected rebels attacked"
    if (
        before in word_class("preposition")
        or before == "citing"  # "citing fears that"
        or before.endswith("'s")
        or (start and view.tokens[start - 1].kind == "number" and not _is_dated(view, start - 1))
    ):
        return False
    if entry.inflection == "base":
        return blames(view, start, end, entry) or _is_base(view, start, end, entry)
    if _is_adjective(view, start, i, end, entry) or _is_aired(view, start, i, entry):
        return False
    if entry.inflection in ("third", "any") and "noun" in entry.guards:
        return blames(view, start, end, entry) or _is_present(view, start, end, entry)
    after_verb = start > 1 and view.finite[start - 1] and view.low[start - 2] not in ("be", "been", "being")
    if after_verb and view.low[start - 1].endswith("ed") and entry.is_participle:
        return view.low[i] in _NO_ADJECTIVE or view.low[end : end + 1] == ("that",)  # "who had fled | said"
    if entry.is_participle and i == start and view.low[i + 1 : i + 2] == ("by",) and not view.finite[i]:
        return False
    return not (
        start and view.low[start - 1] == "-" and view.tokens[start - 1].end == view.tokens[start].start
    )


def _is_dated(view: View, at: int) -> bool:
    """Say whether a number before a verb counts nothing: "NAME 44 said", "witness 12 said"."""
    year = len(view.low[at]) == 4 and view.low[at].isdigit() and view.low[at - 1] == "in"
    return year or view.is_capital(max(0, at - 1)) or view.low[at - 1] in source_heads()


def _is_base(view: View, start: int, end: int, entry: CueEntry) -> bool:
    """Say whether a base form is a verb: it has a plural before it and a clause behind it."""
    before = view.low[start - 1] if start else ""
    if before == "," and view.low[end : end + 1] == ("that",):
        return True
    if before == "," and "," in view.low[: start - 1] and not view.has_finite(0, start):
        return holds_people(view, start) and opens_clause(view, end, True)  # "experts, X for one, believe"
    if "and" in view.low[max(0, start - 8) : start] and opens_clause(view, end, "noun" in entry.guards):
        return True
    people = before == "but" and ("police" in view.low[:start] or holds_people(view, start))
    if people and opens_clause(view, end, "noun" in entry.guards):
        return True  # "Villagers admit that C but argue that"
    if (
        entry.lemma == "say"
        and start > 0
        and not view.has_finite(0, start)
        and ((start > 1 and opens_clause(view, end, False)) or _says_of_people(view, start, end))
    ):
        return True  # "villagers fleeing to the capital say a raid"
    if entry.lemma == "claim" and (people_tell(view, start, end) or people_claim(view, start, end)):
        return True
    plural = (
        before in _PLURAL
        or before == "most"
        or (are_men(before) and entry.cue_class != "label")
        or (before.endswith("s") and not view.is_word(start - 1, "subordinator"))
    )
    told_of = view.low[end : end + 1] == ("that",) or (
        entry.lemma == "complain" and view.low[end : end + 1] == ("of",)
    )
    if not plural and told_of and not view.has_finite(0, start):
        return holds_people(view, start)
    if plural and "as" in entry.frames and "noun" in entry.guards and view.low[end : end + 1] == ("as",):
        return view.low[start - 2 : start - 1] != ("as",)  # "a number that scholars regard as too high"
    joined = "and" in view.low[max(0, start - 6) : start - 1] and before in source_heads()
    if (plural or joined) and entry.lemma in _CLOSING and _closes_sentence(view, start, end):
        return True  # "C, activists say", "C, activists and a monitoring group say"
    if plural and entry.lemma in ("estimate", "believe", "consider") and _is_held_to_be(view, end):
        return True  # "Officials estimate the toll to be 75"
    if plural and entry.lemma in _CLOSING and view.low[end : end + 1] == (",",) and _opens_aside(view, start):
        return True  # "The soldiers, villagers say, burned the huts"
    return plural and (before in _PLURAL or opens_clause(view, end, "noun" in entry.guards))


def _opens_aside(view: View, end: int) -> bool:
    """Say whether a short phrase behind a comma ends before a verb: ", local villagers | say"."""
    comma = next((k for k in range(end - 1, max(0, end - 5), -1) if view.low[k] == ","), None)
    return comma is not None and comma < end - 1 and not view.has_finite(comma, end)


def _is_held_to_be(view: View, at: int) -> bool:
    """Say whether a thing and "to be" or "to have" follow a verb."""
    to = next((k for k in range(at + 1, min(len(view.low) - 1, at + 9)) if view.low[k] == "to"), None)
    return to is not None and view.low[to + 1] in ("be", "have") and not view.has_finite(at, to)


def _says_of_people(view: View, start: int, end: int) -> bool:
    """Say whether plurals say a clause that an adjective opens: "The reports say former officials had"."""
    plural = view.low[start - 1].endswith("s") and not view.is_word(start - 1, "subordinator")
    opens = end < len(view.low) and not view.is_word(end, "preposition") and view.low[end].isalpha()
    return plural and opens and view.has_finite(end + 1, end + 12)


def _closes_sentence(view: View, start: int, end: int) -> bool:
    """Say whether a short subject and its verb end the sentence behind a comma: "C, the Herald reports"."""
    beside = view.low[end : end + 2] in ((",", "and"), (",", "but"), (",", "while"))
    beside = beside or (
        view.low[end : end + 1] == (",",) and "".join(view.low[end + 1 : end + 2]).endswith("ing")
    )  # "C, officials say, blaming it on rebels"
    if end < len(view.low) and view.low[end] not in (".", "!", "?") and not beside:
        return False
    comma = next((k for k in range(start - 1, max(0, start - 9), -1) if view.low[k] == ","), None)
    if comma is None or start - comma < 2 or not view.is_free(comma) or view.has_finite(comma, start):
        return False
    return view.has_finite(0, comma) and not view.is_word(comma + 1, "coordinator")


def _is_aired(view: View, start: int, i: int, entry: CueEntry) -> bool:
    """Say whether a participle only tells how a text came out: "in a statement | posted on his site"."""
    told = start == i and start > 1 and entry.lemma in _AIRS and view.low[start - 2] in ("a", "an")
    return told and view.low[start - 1] in word_class("text_noun")


def _is_adjective(view: View, start: int, i: int, end: int, entry: CueEntry) -> bool:
    """Say whether a participle describes those who are counted: "as many as eight suspected attackers"."""
    if (
        start == i
        and start > 1
        and view.low[start - 1] in _ORDINALS
        and view.is_word(start - 2, "determiner")
    ):
        return entry.is_participle and end + 1 < len(view.low) and view.finite[end + 1]
    counted = view.is_word(start - 1, "amount") or view.low[start - 1] in _BEFORE_COUNTED
    counted = start > 0 and start == i and entry.lemma in _COUNTED and counted
    noun = end + 1 < len(view.low) and not view.is_word(end, "determiner") and not view.is_capital(end)
    return counted and entry.is_participle and noun and any(w.endswith("s") for w in view.low[end : end + 2])


def _is_present(view: View, start: int, end: int, entry: CueEntry) -> bool:
    """Say whether a form that is a plural noun too is a verb: "he claims", "NAME doubts the"."""
    if is_disputed_noun(view, start):
        return False
    if is_present(view, start, end, entry):
        return True
    before = view.low[start - 1] if start else ""
    doing = entry.lemma == "report" and before.endswith("ing") and before not in word_class("noun_ing")
    doing = (doing and not view.is_capital(start - 1)) or before in _DISPUTING
    if start and ((view.finite[start - 1] and before.endswith("ed")) or doing):
        return False  # "denied reports that", "is reviewing reports that"
    if entry.cue_class == "doubt" and view.is_capital_inside(start - 1) and view.is_word(end, "determiner"):
        return True
    aside = view.low[end : end + 1] == (",",) and "that" in view.low[end : end + 10]
    named = before in source_heads() or view.is_capital_inside(start - 1)
    if view.low[0] == "as" and view.low[end : end + 1] == (",",) and named:
        return True  # "As one historian states, C"
    if end + 1 >= len(view.low) and before in word_class("text_noun"):
        return view.low[start - 3 : start - 1] == (",", "the")  # "C, the release states."
    source = before in source_heads() or view.is_capital_inside(start - 1)
    if entry.lemma in _CLOSING and source and before not in _PLURAL and _closes_sentence(view, start, end):
        return True  # "C, the Herald reports"
    on_medium = view.low[end : end + 1] in (("on",), ("in",), ("via",)) and not view.has_finite(end, end + 5)
    if entry.lemma in _CLOSING and source and on_medium and "that" in view.low[end + 2 : end + 7]:
        return True  # "The army reports on its website that"
    if entry.lemma in _CLOSING and before == "," and _is_named_last(view, start, end):
        return True  # "C, reports the Herald"
    named = (
        bool(entry.particle) and start > 0 and before in source_heads() and view.is_word(end, "determiner")
    )
    if entry.lemma == "call" and not entry.particle and source and calls_it(view, end):
        return True
    judged = any(w in word_class("denied_noun") for w in view.low[end : end + 4])
    spoken = before in source_heads() or (start > 0 and view.is_capital(start - 1))
    if entry.cue_class == "denial" and spoken and judged:
        return not view.is_word(end, "preposition")  # "The family disputes police accounts that"
    done = view.low[end : end + 2] == ("to", "have") and view.is_capital_inside(start - 1)
    aside = aside or done  # "while Norland claims to have killed 200"
    return before in ("he", "she", "it", "who", "which") or aside or named or opens_clause(view, end, True)


def _is_named_last(view: View, start: int, end: int) -> bool:
    """Say whether nothing but a name follows a verb behind a comma and a clause: ", reports the Herald"."""
    last = len(view.low) - (view.low[-1] in (".", "!", "?"))
    first = end + (view.low[end : end + 1] == ("the",))
    named = 0 < last - first <= _NAME and all(view.is_capital(k) for k in range(first, last))
    return named and view.has_finite(0, start)


def _is_gerund_verb(view: View, start: int, end: int, before: str, entry: CueEntry) -> bool:
    if before == "as":
        return any(
            w in ("quoted", "cited", "quotes", "cites", "quoting", "citing", "recorded")
            for w in view.low[max(0, start - 30) : start]
        )
    named = view.low[end : end + 1] == ("that",) and view.is_capital_inside(start - 1)
    if view.low[end - 1] in word_class("noun_ing") and before not in _BEFORE_GERUND and not named:
        return before in word_class("text_noun")
    if before in _BEFORE_GERUND:
        return not (before == "and" and (end >= len(view.low) or is_second_reason(view, start - 1)))
    if before in ("while", "after", "before") and start == 1:
        return "," in view.low[end:]
    if before in _BESIDE and view.has_finite(0, start) and _is_beside(view, start, end, entry):
        return True
    if before in _TEMPORAL:
        apart = start > 2 and view.low[start - 2] == ","
        told = view.low[end : end + 1] == ("that",) and view.has_finite(0, start)  # "after claiming that"
        return entry.lemma in word_class("plain_speech") and (apart or told)
    said_of_it = before in ("this", "it") and view.low[end : end + 1] == ("that",)
    if said_of_it or before in _BEGINNING:
        return True  # "disputed this saying that", "began threatening to"
    if before in _NOT_BEFORE_GERUND:
        return one_of_several(view, end - 1) is not None  # '..., another yelling "C"'
    if tells_of_thing(view, start, entry):
        return False
    if end + 1 < len(view.low) and view.low[end] in (",", ":") and view.quote[end + 1] >= 0:
        return view.quote[start - 1] < 0  # 'condemned the attack saying, "C"'
    behind_text = view.low[end + 1 : end + 2] == ("have",) or before in word_class("text_noun")
    if view.low[end : end + 1] == ("to",) and behind_text and "to" in entry.frames:
        return True  # "appeared on television claiming to have won", "a letter vowing to fight on"
    return end < len(view.low) and view.low[end] not in (
        ",",
        ".",
        "of",
        "to",
        "in",
        "on",
        "from",
        "is",
        "was",
    )


def _is_beside(view: View, start: int, end: int, entry: CueEntry) -> bool:
    """Say whether "while" opens a second statement: ", whilst also calling for", "while noting that"."""
    asked = view.low[start - 2] == "," and entry.cue_class in _ASKING
    return asked or view.low[end : end + 1] == ("that",)
