"""Where a cue stands as a verb, in which form, and the guards against nouns that look like it."""

from __future__ import annotations

from functools import cache

from tasks.claims.cues.cue_words import CLASSES, CueEntry, cue_entries, word_class
from tasks.claims.cues.verbs.calling import calling_verb
from tasks.claims.cues.verbs.each_calling import one_of_several
from tasks.claims.cues.verbs.protests import protests_to
from tasks.claims.cues.verbs.second_kind import is_second_kind
from tasks.claims.cues.verbs.shared_be import shares_be
from tasks.claims.cues.verbs.state_verb import is_state
from tasks.claims.cues.verbs.verb_form import Mode, is_verb
from tasks.claims.cues.view import View
from tasks.model.value import value

_PLACES = frozenset({"there", "here"})
_EACH = frozenset({"all", "both", "each"})
_GOING_ON = frozenset(
    {
        "continued",
        "continues",
        "continue",
        "went",
        "began",
        "proceeded",
        "appeared",
        "appears",
        "seemed",
        "seems",
    }
)

_MODALS, _NEGATIONS = CLASSES["modal"], CLASSES["negation"]
_AUXILIARIES = CLASSES["auxiliary"] | _MODALS
_HAVE_OR_BE = CLASSES["be"] | CLASSES["have"]
_BE, _HAVE = CLASSES["be"], CLASSES["have"]
_CHECKING = frozenset({"verify", "confirm", "corroborate"})
CAUSING = frozenset(
    {"caused", "led", "prompted", "drove", "moved", "provoked", "causing", "leading", "prompting"}
)
_FAR = frozenset({("for",), ("against",), ("on",), ("upon",), ("of",)})  # an adverb may stand before them
_JUDGING = frozenset({"accusation", "stance", "denial"})  # "prompting X to accuse Y of"
_NAMING = frozenset({"name", "identify"})  # "said it had caught one of them, naming him as NAME"
_READY = frozenset({"quick", "swift"})
_SO_FAR = frozenset({("so", "far", "as"), ("as", "far", "as")})


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
        end += 3  # "have spoken in recent days of"
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
        told = _said_to_have(view, start, entry) or goes_on_to(
            view, start - 1, checks=entry.lemma in _CHECKING
        )
        told = told if told is not None else _calls_to(view, start - 1, entry)
        told = told if told is not None else _is_able_to(view, start - 1, entry)
        if told is None and (verb := protests_to(view, start - 1, entry)) is not None:
            told = verb_group(view, verb)[0]
        told = told if told is not None else _is_led_to(view, start - 1, end, entry)
        if told is None:
            return None
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
    held = held or _quotes(view, end)  # "fired into the air, shouting, 'C'"
    held = held or one_of_several(view, i) is not None
    if mode == "gerund" and entry.lemma in word_class("not_saying_gerund") and not held:
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


def goes_on_to(view: View, to: int, *, checks: bool = False) -> int | None:
    """Return where the verb group of "continued to deny", "went on to accuse" begins; else None."""
    verb = to - 1
    if verb > 0 and view.low[verb] == "on":
        verb -= 1
    if view.low[verb - 2 : to] in _SO_FAR and verb > 2:
        return verb_group(view, verb - 3)[0]  # "others go so far as to assert that"
    if view.low[verb] in _READY and view.low[verb - 1] in _BE:
        return verb_group(view, verb)[0]  # "officials were quick to blame the rebels"
    if checks and view.low[verb] in ("seemed", "seems"):
        return None  # "the fires seemed to confirm that they had fled"
    if view.low[verb - 1 : to] == ("go", "on") or (view.low[verb] == "go" and view.low[to - 1] == "on"):
        start, helpers, _ = verb_group(view, verb)
        return start if "would" in helpers else None  # "Ommen would go on to claim that"
    if verb < 1 or view.low[verb] not in _GOING_ON or (view.low[verb] == "went" and view.low[to - 1] != "on"):
        return None
    return verb_group(view, verb)[0]


def _quotes(view: View, at: int) -> bool:
    """Say whether a mark and a quotation follow a verb: 'shouting, "C"'."""
    return at + 1 < len(view.low) and view.low[at] in (",", ":") and view.quote[at + 1] >= 0


def _is_led_to(view: View, to: int, end: int, entry: CueEntry) -> int | None:
    """Return the "to" of 'this caused NAME to remark, "C"', which the subject stands before; else None."""
    told = entry.cue_class == "report" and (_quotes(view, end) or view.low[end : end + 1] == ("that",))
    clause = view.low[end : end + 1] == ("that",) or view.quote[end : end + 1] not in ((), (-1,))
    thinks = entry.cue_class in ("belief", "finding") and clause
    if not told and not thinks and entry.cue_class not in _JUDGING:
        return None
    for k in range(to - 1, max(0, to - 8), -1):
        if view.low[k] in CAUSING:
            return to if k < to - 1 else None
        if view.finite[k] or view.low[k] in (",", ";", "to", "that", "who", "which"):
            return None
    return None


def _is_able_to(view: View, to: int, entry: CueEntry) -> int | None:
    """Return where the verb group of "was able to verify only 61" begins; None for other infinitives."""
    if entry.lemma not in _CHECKING or to < 2 or view.low[to - 1] != "able" or view.low[to - 2] not in _BE:
        return None
    return verb_group(view, to - 1)[0]


def _calls_to(view: View, to: int, entry: CueEntry) -> int | None:
    """Return where the verb group of "telephoned the newspaper to say" begins; else None."""
    verb = calling_verb(view, to, entry)
    if verb is None:
        return None
    start, helpers, _ = verb_group(view, verb)
    return start if not helpers & (word_class("modal") | word_class("be")) else None


def _said_to_have(view: View, have: int, entry: CueEntry) -> int | None:
    """Return where the verb group of "is reported to have said" begins; None for other infinitives."""
    told = have - 2
    if told < 1 or view.low[have] != "have" or not entry.is_participle:
        return None
    if view.low[told] not in word_class("impersonal_participle") and view.low[told] != "quoted":
        return None
    start, helpers, _ = verb_group(view, told)
    return start if helpers & word_class("be") else None


def _is_told_later(view: View, start: int, i: int, entry: CueEntry, negated: bool) -> bool:
    """Say whether a cue after a modal attributes: "would later say", "could not confirm"."""
    if negated:
        return entry.lemma in ("confirm", "verify", "say", "corroborate", "rule")
    if view.low[i] == "say" and "only" in view.low[i - 1 : i + 2]:
        return True  # "would say only that"
    return "would" in view.low[start:i] and any(
        w in ("later", "subsequently", "also") for w in view.low[start:i]
    )


def verb_group(view: View, i: int) -> tuple[int, set[str], bool]:
    """Return where the verb group of a verb starts, its auxiliaries, and whether it is negated."""
    helpers: set[str] = set()
    negated = False
    start = k = i
    while k > 0:
        word = view.low[k - 1]
        if word in _AUXILIARIES and not view.is_capital_inside(k - 1):  # not "an inquest in May found"
            helpers.add(word)
            negated = negated or word == "cannot"
            start = k - 1
        elif word in _NEGATIONS:
            negated = True
            helpers.add(word.removesuffix("n't"))
            start = k - 1
        elif word == "long" and view.low[k - 2] in _HAVE_OR_BE:
            start = k - 1  # "had long been considered", "is long thought"
        elif word in _EACH and view.low[k - 2] in _HAVE_OR_BE:
            start = k - 1  # "X, Y and Z have all called on"
        elif word == "yet" and view.low[k - 2 : k - 1] == ("not",):
            start = k - 1  # "has not yet commented"
        elif word == "past" and view.low[max(0, k - 3) : k] == ("in", "the", "past"):
            k -= 2  # "have in the past threatened"
            start = k - 1
        elif word == "first" and view.low[k - 2 : k - 1] == ("at",):
            k -= 1
            start = k - 1  # "the ministry (had) at first blamed a boiler"
        elif word in _PLACES:
            break  # "those who were there | said"
        elif view.is_adverb(k - 1) and not (view.is_capital_inside(k - 1)):
            start = k - 1
        else:
            break
        k -= 1
    if start > 1 and view.low[start] == "first" and view.low[start - 1] == "at":
        start -= 1  # "the ministry at first blamed a boiler"
    return start, helpers, negated


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
