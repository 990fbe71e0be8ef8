"""Where a cue stands as a verb, in which form, and the guards against nouns that look like it."""

from __future__ import annotations

from functools import cache

from tasks.claims.cues.cue_words import CLASSES, CueEntry, cue_entries, word_class
from tasks.claims.cues.verbs.each_calling import one_of_several
from tasks.claims.cues.verbs.infinitives import quotes_behind, told_by_infinitive
from tasks.claims.cues.verbs.second_kind import is_second_kind
from tasks.claims.cues.verbs.shared_be import shares_be
from tasks.claims.cues.verbs.state_verb import is_state
from tasks.claims.cues.verbs.verb_form import Mode, is_verb
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import View
from tasks.model.value import value

_MODALS, _NEGATIONS = CLASSES["modal"], CLASSES["negation"]
_AUXILIARIES = CLASSES["auxiliary"] | _MODALS
_BE, _HAVE = CLASSES["be"], CLASSES["have"]
_FAR = frozenset({("for",), ("against",), ("on",), ("upon",), ("of",)})  # an adverb may stand before them
_NAMING = frozenset({"name", "identify"})  # "said it had caught one of them, naming him as NAME"
_RELATIVES, _ASIDE = frozenset({"whom", "which"}), 9  # tokens of "whom the provincial governor accused"
_COURTS = CLASSES["court_noun"] | {"judge", "judges", "commission", "committee", "panel"}
_INQUIRIES = frozenset({"report", "reports", "study", "inquiry", "investigation", "review", "audit"})


@value(frozen=True, slots=True)
class Occurrence:
    """One cue used as a verb.

    Attributes:
        start: first token of the verb group, auxiliaries and adverbs included.
        verb: the cue's own token; `end`: the token after the cue and its particle.
        is_negated: "not" or "never" stands in the verb group.
        auxiliaries: the auxiliaries and modals of the verb group.
    """

    start: int
    verb: int
    end: int
    entry: CueEntry
    mode: Mode
    is_negated: bool
    auxiliaries: frozenset[str]


@cache
def _cue_words() -> frozenset[str]:
    return frozenset(cue_entries())


def find_occurrences(view: View) -> list[Occurrence]:
    """Return the cues of a sentence that are verbs, in text order."""
    found = []
    table = cue_entries()
    for i in view.places(_cue_words()):
        if view.is_capital_inside(i) or not _is_reachable(view, i):
            continue
        for entry in table[view.low[i]]:
            end = _end(view, i, entry) if entry.particle else i + 1
            if end is None:
                continue
            one = _occurrence(view, i, end, entry)
            if one is not None:
                found.append(one)
            if one is not None or entry.particle:
                break
    return found


def _end(view: View, i: int, entry: CueEntry) -> int | None:
    """Return the token after the particle of a cue, None where it does not stand there."""
    again = view.low[i + 1 : i + 3] == ("for", "the") and view.low[i + 4 : i + 5] == ("time",)
    end = i + 1 + len(entry.particle) + (4 if again else 0)
    if entry.particle in _FAR and view.is_adverb(i + 1):
        end += 1  # "argued forcefully for", "called repeatedly on"
    if entry.particle in _FAR and view.low[i + 1 : i + 3] == ("in", "recent"):
        end += 3  # "have spoken in recent weeks of"
    return end if view.low[end - len(entry.particle) : end] == entry.particle else None


def _is_reachable(view: View, i: int) -> bool:
    """Say whether a token stands outside quotations, or in one that cannot be the speaker's sentence.

    A quotation that opens inside a noun phrase ('a "horrible act') cannot hold a verb that follows
    "and" without a subject of its own: the writer has misplaced the closing mark.
    """
    if view.quote[i] < 0:
        return view.depth[i] == 0
    first = i
    while first > 0 and view.quote[first - 1] == view.quote[i]:
        first -= 1
    return (
        view.low[i - 1] == "and"
        and first > 0
        and view.low[first - 1] in ("a", "an")
        and view.low[i] == "said"
    )


def _occurrence(view: View, i: int, end: int, entry: CueEntry) -> Occurrence | None:
    start, helpers, negated = verb_group(view, i)
    if start > 0 and view.low[start - 1] == "to" and _BE.isdisjoint(helpers):
        told = told_by_infinitive(view, start, end, entry)
        if told is None:
            return None
        negated = negated or view.low[start - 2] == "unable"  # "was unable to confirm the figure"
        return Occurrence(told, i, end, entry, "active", negated, frozenset(helpers))
    if "having" in helpers:
        return None
    if helpers and not _MODALS.isdisjoint(helpers) and not _is_told_later(view, start, i, entry, negated):
        return None
    if entry.lemma == "pressure" and entry.is_gerund and not _BE.isdisjoint(helpers):
        return None  # "they are pressuring villagers to act": a deed
    mode = _mode(entry, helpers)
    held = entry.lemma == "hold" and view.low[end : end + 1] == ("that",)
    named = entry.lemma in _NAMING and view.low[start - 1] == ","
    held = held or (named and "as" in view.low[end : end + 9])
    held = held or quotes_behind(view, end)  # "fired into the air, shouting, 'C'"
    held = held or one_of_several(view, i) is not None
    held = held or _is_heard_or_found(view, start, end, entry)
    if mode == "gerund" and entry.lemma in word_class("not_saying_gerund") and not held:
        return None
    if mode == "active" and not helpers and entry.is_participle and _lacks_object(view, end, entry):
        return None
    if mode == "active" and not helpers and shares_be(view, start, end, entry):
        mode, helpers = "passive", {"was"}  # "was questioned, then freed and | warned not to go"
    if (
        mode is None
        or is_state(view, start, i, entry)
        or is_second_kind(view, start, end)
        or not is_verb(view, i, start, end, entry, mode, helpers)
    ):
        return None
    return Occurrence(start, i, end, entry, mode, negated, frozenset(helpers))


def _lacks_object(view: View, end: int, entry: CueEntry) -> bool:
    """Say whether a participle describes a noun: "men | accused of a part in it", "a man | linked to"."""
    if entry.lemma in ("accuse", "suspect", "convict"):
        relative = not _RELATIVES.isdisjoint(view.low[max(0, end - _ASIDE) : end])
        return view.low[end : end + 1] == ("of",) and not relative  # "whom the governor accused of"
    return entry.lemma in ("link", "tie") and view.low[end : end + 1] == ("to",)


def _is_heard_or_found(view: View, start: int, end: int, entry: CueEntry) -> bool:
    """Say whether somebody "was heard yelling "C"", or a court goes on "finding that C"."""
    if entry.lemma == "find":
        found = _COURTS | _INQUIRIES  # "issued a report on the siege, finding that"
        return view.low[end : end + 1] == ("that",) and not found.isdisjoint(view.low[:start])
    return view.low[start - 1] == "heard" and view.quote[end : end + 1] not in ((), (-1,))


def _is_told_later(view: View, start: int, i: int, entry: CueEntry, negated: bool) -> bool:
    """Say whether a cue after a modal attributes: "would later say", "could not confirm"."""
    if negated:
        return entry.lemma in ("confirm", "verify", "say", "corroborate", "rule")
    if view.low[i] == "say" and "only" in view.low[i - 1 : i + 2]:
        return True  # "would say only that"
    return "would" in view.low[start:i] and any(
        w in ("later", "subsequently", "also") for w in view.low[start:i]
    )


def _mode(entry: CueEntry, helpers: set[str]) -> Mode | None:
    be = not _BE.isdisjoint(helpers)
    if entry.is_gerund:
        return "active" if be and "being" not in helpers else "gerund"
    if be:
        return "passive" if entry.is_participle else None
    if not _HAVE.isdisjoint(helpers):
        return "active" if entry.is_participle else None
    if helpers and helpers - _NEGATIONS:
        return "active" if entry.inflection in ("base", "any") else None
    return None if entry.inflection == "participle" else "active"
