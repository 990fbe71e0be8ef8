"""What is said by the acts of `several_words`: responsibility for what, which toll, condolences to whom."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.constructions.drafted import drafted_from_speaker
from tasks.claims.contents.boundaries import clause_end, clause_start, is_medium, phrase_end, trim_end
from tasks.claims.contents.quoted import quoted_end
from tasks.claims.contents.time_behind import before_time
from tasks.claims.contents.with_apposition import with_name_behind
from tasks.claims.cues.cue_words import cue_entries, light_nouns, people_nouns
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_before
from tasks.claims.speakers.shared_subject import Speaker

_SUMMED = frozenset({"number", "figure", "toll", "claim", "report", "allegation"})
_BESIDE = (("together",), ("along",), ("jointly",))  # "claimed responsibility, together with X"
_CHECKED = frozenset({"confirm", "discuss", "comment"})
_WHOM = 9  # tokens of "for all the remaining troops to"
_RECEIVER = 6  # tokens of "the crew the order"
_ORDERS = frozenset({"order", "orders", "decree", "directive", "edict"})


def act(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Draft | None:
    """Read an act; None if what it needs is missing."""
    (frame,) = cue.entry.frames
    content = _CONTENT[frame](view, cue, speaker, cuts)
    if content is None or content[1] <= content[0]:
        return None
    if cue.mode != "passive":
        content = (content[0], before_time(view, *content, cue.entry.claim_type))
    return drafted_from_speaker(cue, speaker, content, _RULES[frame])


def _responsibility(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Range | None:
    if cue.mode == "passive":
        return phrase_before(view, cue.start)
    return (cue.end, responsibility_end(view, cue.end, cuts))


def responsibility_end(view: View, start: int, cuts: Sequence[int]) -> int:
    """Return where "responsibility for the attack" ends: before a medium, a date or an aside."""
    end = phrase_end(view, start, cuts)
    for k in range(start + 1, end):
        told = view.low[k] in ("via", "through", ":") or (
            view.low[k] in ("using", "under") and "name" in view.low[k:end]
        )
        told = told or (view.low[k] == "," and view.low[k + 1 : k + 2] in _BESIDE)
        if told or (view.low[k] in ("in", "on") and is_medium(view, k, end)):
            return trim_end(view, start, k)
    return end


def _itself(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Range | None:
    if not is_source(view, speaker.phrase):
        return None
    assert speaker.phrase is not None
    figure = _figure_before(view, speaker.phrase[0])
    if figure is not None and view.low[cue.end - 1] in _CHECKED:
        return figure  # "410, a number X declined to confirm"
    end = clause_end(view, cue.verb, cuts)
    stop = next((k for k in range(cue.end, end) if _closes_refusal(view, k)), end)
    return (cue.verb, trim_end(view, cue.verb, stop))


def _figure_before(view: View, at: int) -> Range | None:
    """Return "a number" where ", a number" stands before a subject that begins at a token."""
    named = at > 2 and view.low[at - 3 : at - 1] in ((",", "a"), (",", "an"))
    return (at - 2, at) if named and view.low[at - 1] in _SUMMED else None


def _closes_refusal(view: View, at: int) -> bool:
    """Say whether a token ends "refused to comment on the report": a mark, or a new verb phrase."""
    if view.low[at] in (",", ";", "while", "but", "because", "when", "as", "saying"):
        return True
    return view.low[at] == "and" and view.has_finite(at + 1, at + 4)


_HURT = ("wounded", "injured", "hurt", "them", "survivors")


def _toll(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Range | None:
    if cue.mode == "passive":
        subject = phrase_before(view, cue.start)
        if subject is None or speaker.phrase is None:
            return None
        by = next(k for k in range(speaker.phrase[0] - 1, cue.end - 1, -1) if view.low[k] == "by")
        return (subject[0], by)
    counted = speaker.phrase is not None and view.low[speaker.phrase[1] - 1] in ("figures", "estimates")
    if speaker.phrase is None or not (counted or is_source(view, speaker.phrase)):
        return None  # "the ministry's figures put the dead at 30" is the ministry's
    last = view.low[speaker.phrase[1] - 1]
    if cue.mode == "gerund" and (last in people_nouns() or last in _HURT):
        return None  # "three victims died later, raising the toll to 20"
    return (cue.end, clause_end(view, cue.end, cuts))


def _blame(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Range | None:
    if not is_source(view, speaker.phrase):
        return None
    end = with_name_behind(view, cue.end, phrase_end(view, cue.end, cuts))
    who = (k for k in range(cue.end + 1, end - 1) if view.low[k] in ("who", "which"))
    own = next((k for k in who if view.is_word(k + 1, "personal")), end)
    return (cue.end, own)  # "on X and Y | who it alleged had fired"


def _light(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Range | None:
    if cue.mode == "passive" or not is_source(view, speaker.phrase):
        return None
    ultimatum = "ultimatum" in view.low[cue.end : cue.end + 4]
    if (ultimatum or cue.entry.cue_class in ("report", "warning")) and _goes_on_saying(view, cue.end):
        return None  # "issued a warning | saying that": what it says has a verb of its own
    if cue.entry.cue_class == "directive" and not _orders_something(view, cue.end):
        return None  # "issued orders from the barracks"
    if cue.entry.lemma.startswith("g") and cue.entry.cue_class == "directive" and speaker.kind == "relative":
        return None  # "It was he who gave the order to fire": who did it
    start = cue.end
    while start < len(view.low) and view.low[start] in ("his", "her", "their", "its", "a", "an", "the"):
        start += 1
    given = range(start + 1, min(len(view.low), start + _RECEIVER))
    start = next((k for k in given if view.low[k] in _ORDERS and view.is_word(k - 1, "determiner")), start)
    if cue.entry.cue_class == "directive" and _goes_on_asking(view, start, cuts):
        return None  # "issued an appeal to Norland, | urging it to leave"
    if view.low[start : start + 1] == ("blame",) and view.low[start + 1 : start + 2] != ("for",):
        return _blamed_before(view, speaker)
    told = view.low[start : start + 1] == ("how",)  # "gave an account of | how they had fled"
    end = (clause_end if told else phrase_end)(view, start, cuts)
    dated = end - start > 1 and view.is_word(end - 1, "weekday") and not view.is_word(end - 2, "preposition")
    return (start, end - 1 if dated else end)  # "issued the denial | Sunday"


def _orders_something(view: View, start: int) -> bool:
    """Say whether an order tells what to do or whom it is against: "orders to shoot", "a decree banning"."""
    for k in range(start, min(len(view.low) - 1, start + 7)):
        if view.low[k] in _ORDERS:
            behind = view.low[k + 1]
            told = view.is_capital(k + 2) or view.is_word(k + 2, "determiner")
            if behind == "to" and told:
                return False  # "gave orders to Colonel Lund"
            if behind == "for" and view.low[k] in ("order", "orders"):
                return "to" in view.low[k + 2 : k + _WHOM]  # not "gave the order for the march"
            return behind in ("to", "that", "against", "for", "not") or behind.endswith("ing")
    return True


def _blamed_before(view: View, speaker: Speaker) -> Range | None:
    """Return C of "C, with both sides trading blame": blame for what, if nothing else tells it."""
    comma = (speaker.left or 0) - 1
    if speaker.kind != "absolute" or comma < 1 or view.low[comma] != ",":
        return None
    start = clause_start(view, comma, ())
    first = (k + 1 for k in range(comma - 1, start, -1) if view.low[k] == "," and view.is_free(k))
    start = next((k for k in first if view.has_finite(k, comma)), start)
    return (start, comma) if view.has_finite(start, comma) else None


def _goes_on_asking(view: View, start: int, cuts: Sequence[int]) -> bool:
    """Say whether an appeal to somebody says by a verb of its own what is asked: ", urging them to leave"."""
    end = phrase_end(view, start, cuts)
    if view.low[start + 1 : start + 2] != ("to",) or view.low[end : end + 1] != (",",):
        return False
    asking = cue_entries().get(view.low[end + 1], ()) if end + 1 < len(view.low) else ()
    return "for" not in view.low[start:end] and any(e.is_gerund and "nto" in e.frames for e in asking)


def _goes_on_saying(view: View, start: int) -> bool:
    """Say whether "saying" follows a noun of saying right behind it: "a travel warning saying"."""
    near = range(start, min(len(view.low) - 1, start + 7))
    noun = next((k for k in near if view.low[k] in light_nouns()), None)
    return noun is not None and view.low[noun + 1].endswith("ing") and view.low[noun + 1] in cue_entries()


def _block(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Range | None:
    for k in range(cue.end, len(view.low)):
        if view.quote[k] >= 0:
            return (k, quoted_end(view, k, cuts))
    return (cue.verb, cue.end) if view.low[-1] == ":" else None


_CONTENT = {
    "responsibility": _responsibility,
    "itself": _itself,
    "toll": _toll,
    "light": _light,
    "block": _block,
    "blame": _blame,
}
_RULES = {
    "responsibility": "responsibility",
    "itself": "no_comment",
    "toll": "figure_update",
    "light": "light_verb",
    "block": "block_quotation",
    "blame": "stated_thing",
}
