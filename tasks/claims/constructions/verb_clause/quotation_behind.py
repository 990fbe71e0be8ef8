"""The quotation that follows a cue: 'said: "C"', 'told reporters the raid "fits a pattern"'."""

from __future__ import annotations

from tasks.claims.constructions.verb_object.spoken_of import follows_quotation
from tasks.claims.contents.boundaries import is_medium
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View
from tasks.claims.speakers.shared_subject import Speaker

SPEAKING_ON = frozenset(
    {
        "adding",
        "saying",
        "stating",
        "claiming",
        "noting",
        "calling",
        "describing",
        "warning",
        "concluding",
        "arguing",
    }
)
_STUDYING = frozenset({"analysed", "analyzed", "reviewed", "examined", "studied", "inspected", "scrutinised"})
REACH = 20  # tokens between a cue and what it introduces


def quotation_behind(view: View, cue: Occurrence, speaker: Speaker) -> int | None:
    """Return where the quotation begins that follows the cue, over an adverbial, a comma or a colon."""
    if not view.quotations or cue.end >= len(view.low):  # mostly
        return None
    if speaker.kind == "own" and speaker.phrase and follows_quotation(view, speaker.phrase[0]):
        return None
    named = cue.entry.cue_class == "stance" and _names_thing(view, cue.end)
    named = named or (cue.entry.lemma == "include" and view.low[cue.end] != ":")  # 'the list includes "Osk"'
    quoted = view.quote[cue.end : cue.end + 1] != (-1,)
    if named or (cue.entry.lemma == "find" and quoted and not _has_studied(view, cue)):
        return None  # 'the police found "explosives"'
    for k in range(cue.end, min(len(view.low), cue.end + REACH)):
        if view.quote[k] >= 0:
            if view.low[k - 1] == "to" or (cue.entry.lemma == "ask" and view.low[k - 1] not in (",", ":")):
                return None  # "asked 'suspicious questions'"
            if (
                k > cue.end
                and view.low[k - 1] not in (",", ":", "that")
                and not _over_adverbial(view, cue, k)
            ):
                return None
            if view.low[k - 1] not in (",", ":", "that") and "addressee" in cue.entry.frames:
                told = "that" in view.low[cue.end : k] or _told_to_do(view, cue.end, k)
                return None if told else _behind_told(view, cue.end, k)
            bare = view.low[k - 1] not in (",", ":", "that") and speaker.kind == "own"
            return None if bare and not _may_speak(view, speaker) else k
        word = view.low[k]
        if word == ";" and k == cue.end and view.quote[k + 1 : k + 2] and view.quote[k + 1] >= 0:
            return k + 1  # 'went on to say; "C"'
        if (
            word in {".", ";", "who", "which", "and"}
            or view.finite[k]
            or view.is_word(k, "personal")
            or word in SPEAKING_ON
        ):
            return None
        if (
            k == cue.end
            and view.low[k] not in (",", ":")
            and "addressee" not in cue.entry.frames
            and not (view.is_word(k, "preposition") or view.is_adverb(k))
        ):
            return None
    return None


def _has_studied(view: View, cue: Occurrence) -> bool:
    """Say whether what is found was seen in what one studied: 'analysed photos and found "three tents"'."""
    joined = view.low[cue.start - 1] == "and" and cue.mode == "active"
    return joined and not _STUDYING.isdisjoint(view.low[max(0, cue.start - REACH) : cue.start])


def _told_to_do(view: View, start: int, end: int) -> bool:
    """Say whether a listener shall do something before a quotation: 'told X | to leave "at once"'."""
    return any(
        view.low[k] == "to" and not view.is_word(k + 1, "determiner") and not view.is_capital(k + 1)
        for k in range(start + 1, end - 1)
    )


def _behind_told(view: View, start: int, quoted: int) -> int:
    """Return "the" of 'told reporters the attack "fits a pattern"', where the clause begins."""
    for k in range(start + 1, quoted):
        noun = not any(view.is_word(k - 1, name) for name in ("preposition", "determiner", "coordinator"))
        if noun and (view.is_word(k, "determiner") or view.is_word(k, "personal")):
            return k
    return quoted


def _may_speak(view: View, speaker: Speaker) -> bool:
    """Say whether a quoted phrase is said by a subject: not 'The raids underlined "the cruelty" of them'."""
    phrase = speaker.phrase
    return phrase is None or view.low[phrase[1] - 1] not in word_class("event_noun")


def _names_thing(view: View, at: int) -> bool:
    """Say whether a quotation is no more than a thing: 'condemned "an attempted coup" in Norland'."""
    end = at
    while end < len(view.low) and view.quote[end] >= 0 and view.quote[end] == view.quote[at]:
        end += 1
    short = at < end <= at + 9 and not any(view.finite[at:end])
    return short and end < len(view.low) and view.is_word(end, "preposition")


def behind_words_and_colon(view: View, cue: Occurrence, speaker: Speaker) -> int | None:
    """Return where a quotation begins behind a colon: 'said to a gathering of friends and others: "C"'."""
    if cue.mode == "gerund" or view.low[cue.end : cue.end + 1] not in (("to",), ("in",), ("at",)):
        return None
    for k in range(cue.end, min(len(view.low) - 1, cue.end + 30)):
        if view.low[k] == ":":
            return k + 1 if view.quote[k + 1] >= 0 else None
        if view.finite[k] or view.quote[k] >= 0 or view.low[k] in (",", ";", "that", "who", "which"):
            return None
    return None


def _over_adverbial(view: View, cue: Occurrence, at: int) -> bool:
    near = at - cue.end < 4  # not 'threatened further raids unless all "foreign" troops left'
    over = near and view.is_word(cue.end, "adverb") and view.low[cue.end] not in ("not", "never")
    medium = view.low[cue.end] in ("on", "in", "via") and is_medium(view, cue.end, at)
    return over or medium or "addressee" in cue.entry.frames or at == cue.end
