"""The subject that a verb without one shares with an earlier verb or cue."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.noun_phrase import phrase_after, phrase_before
from tasks.model.value import value

_BESIDE = frozenset({"while", "although", "though", "whereas"})
Kind = Literal[
    "own", "shared", "relative", "agent", "absolute", "issuer", "inverted", "expletive", "aside", "none"
]


@value(frozen=True, slots=True)
class Speaker:
    """The claimant's tokens and how they stand to the cue.

    Attributes:
        phrase: None where nobody is named.
        inherited: the words belong to an earlier verb.
        left: the first token of all that belongs to the cue's clause on its left; what an earlier
            statement says ends before it.
    """

    phrase: Range | None
    kind: Kind
    left: int | None
    inherited: bool = False


def subject_of(view: View, at: int, earlier: Sequence[tuple[Occurrence, Speaker]]) -> Range | None:
    """Return the subject that a verb without one shares: of the cue before, or of the verb before."""
    known = [
        (cue, speaker)
        for cue, speaker in earlier
        if cue.start < at and speaker.phrase and speaker.kind != "aside"
    ]
    if known:
        cue, speaker = next((one for one in reversed(known) if is_source(view, one[1].phrase)), known[-1])
        beside = _beside(view, cue.end, at)
        if beside is not None:
            return beside
        main = _behind_subordinate(view, speaker.phrase, cue.end, at)
        if main is not None:
            return main
        if len(known) > 1 and speaker.phrase:
            personal = view.is_word(speaker.phrase[0], "personal")
            if personal or _is_reported(view, known[-2][0], known[-1][0], at):
                speaker = known[-2][1]
        if speaker.kind != "agent" or cue.mode != "passive" or _adds(view, cue, speaker, at):
            return speaker.phrase
    for k in range(at - 1, -1, -1):
        if view.finite[k] and view.is_free(k) and _is_main(view, k):
            phrase = phrase_before(view, k)
            whole = phrase if phrase is None or not view.has_finite(*phrase) else _without_verb(view, phrase)
            if whole is not None:
                within = None if is_source(view, whole) else _of_subordinate(view, k, at)
                return within or whole
    return known[-1][1].phrase if known else _opening_phrase(view, at)


def _behind_subordinate(view: View, phrase: Range | None, start: int, end: int) -> Range | None:
    """Return Y of "While X spoke of success, Y drew another picture, | reporting": X spoke only beside it."""
    if phrase is None or phrase[0] != 1 or view.low[0] not in _BESIDE:
        return None
    comma = next((k for k in range(start, end) if view.low[k] == "," and view.is_free(k)), None)
    verb = next((k for k in range(comma or end, end) if view.finite[k] and view.is_free(k)), None)
    main = None if comma is None or verb is None else phrase_before(view, verb)
    return main if main is not None and comma is not None and main[0] > comma else None


def _adds(view: View, cue: Occurrence, speaker: Speaker, at: int) -> bool:
    """Say whether an agent goes on in a participle: "was confirmed by the army later, stating that"."""
    if (
        cue.entry.cue_class not in ("report", "finding", "denial", "admission", "stance")
        or speaker.phrase is None
    ):
        return False
    joined = view.low[at - 1] == "," and view.low[at].endswith("ing")
    return (
        joined
        and not view.has_finite(speaker.phrase[1], at)
        and "," not in view.low[speaker.phrase[1] : at - 1]
    )


def _of_subordinate(view: View, start: int, end: int) -> Range | None:
    """Return NAME of "The raid began when NAME arrived and fired, | shouting": an event does not speak."""
    for k in range(end - 1, start + 1, -1):
        phrase = phrase_before(view, k) if view.finite[k] and view.is_free(k) else None
        if phrase is None or phrase[0] <= start + 1 or view.has_finite(*phrase):
            continue
        if view.low[phrase[0] - 1] in ("when", "as", "after", "before", "until") and is_source(view, phrase):
            return phrase
    return None


def _is_reported(view: View, outer: Occurrence, inner: Occurrence, at: int) -> bool:
    """Say whether a cue stands in what an earlier one says, and a verb goes on with that one's tense.

    "The council said that its experts had shown that C, and demanded": the council demanded.
    """
    joined = view.low[at - 1] in ("and", "but")
    while joined and at + 1 < len(view.low) and view.is_adverb(at):
        at += 1  # "but later | said that"
    past = view.finite[at] and not view.low[at].endswith("s") and joined
    if inner.entry.inflection == "third" and outer.entry.is_past and past:
        return True  # "He said an inquiry suggests that C, and denied that"
    if "had" not in view.low[inner.start : inner.verb] or "had" in view.low[outer.start : outer.verb]:
        return False
    told = "that" in view.low[outer.end : inner.start]
    return told and view.finite[at] and view.low[at] != "had" and joined


def _without_verb(view: View, phrase: Range) -> Range | None:
    """Return "The miners" of "The miners who opposed him", "NAME, an officer posted to Osk" as it stands."""
    first = next(k for k in range(*phrase) if view.finite[k])
    who = next((k for k in range(first - 1, phrase[0], -1) if view.low[k] == "who"), None)
    if who is not None:
        return (phrase[0], who - 1 if view.low[who - 1] == "," else who)
    posted = view.low[first].endswith("ed") and view.is_word(first + 1, "preposition")
    described = posted and "," in view.low[phrase[0] : first] and not view.has_finite(first + 1, phrase[1])
    return phrase if described and view.low[phrase[1] : phrase[1] + 1] == (",",) else None


def before_adverbial(view: View, phrase: Range) -> int | None:
    """Return the "and" of "and for the first time described": the noun before the cue is no subject."""
    at = phrase[0] if view.is_word(phrase[0], "preposition") else phrase[0] - 1
    found = at > 1 and view.is_word(at, "preposition") and view.low[at - 1] in ("and", "but")
    return at - 1 if found else None


def behind_comma(view: View, at: int) -> Range | None:
    """Return X of "While denying the charge, X said"."""
    comma = next((k for k in range(at, len(view.low)) if view.low[k] == "," and view.is_free(k)), None)
    phrase = phrase_after(view, comma + 1) if comma is not None else None
    return phrase if phrase is not None and is_source(view, phrase) else None


def _opening_phrase(view: View, at: int) -> Range | None:
    """Return the phrase before the sentence's first comma, if nothing but a source."""
    comma = next((k for k in range(at) if view.low[k] == "," and view.is_free(k)), None)
    phrase = phrase_before(view, comma) if comma else None
    if phrase is not None and view.is_word(phrase[0], "preposition"):
        return None  # "For almost 80 years, details that"
    return phrase if phrase and is_source(view, phrase) and not view.has_finite(0, comma or 0) else None


def _beside(view: View, start: int, end: int) -> Range | None:
    """Return the subject of a clause that begins with ", and" or ", while" between two tokens."""
    for k in range(end - 1, start, -1):
        if not view.finite[k] or not view.is_free(k):
            continue
        phrase = phrase_before(view, k)
        if (
            phrase is None
            or phrase[0] <= start + 1
            or view.low[phrase[0] - 1] not in ("and", "but", "while", "whereas", ";")
        ):
            continue
        if (view.low[phrase[0] - 2] == "," or view.low[phrase[0] - 1] == ";") and phrase[1] - phrase[0] < 12:
            alone = view.is_word(phrase[0], "personal")  # "he | sounded scared and told"
            return (phrase[0], phrase[0] + 1) if alone else phrase
    return None


def _is_main(view: View, k: int) -> bool:
    """Say whether a finite verb stands in a clause of its own rank: not after "that", "who", "when"."""
    i = k - 1
    if view.low[0] in ("after", "before") and view.is_word(k - 1, "personal") and k > 3:
        return not view.has_finite(0, k - 1)  # "After the raid he had a talk with her, saying"
    while i >= 0 and not view.finite[i] and view.low[i] not in (",", ";", ":"):
        if view.low[i] in (
            "that",
            "who",
            "which",
            "whom",
            "whose",
            "because",
            "if",
            "whether",
            "where",
            "when",
            "what",
            "how",
            "after",
            "before",
            "until",
            "unless",
        ):
            return False
        i -= 1
    if i > 0 and view.finite[i] and view.low[i - 1] in ("who", "which"):
        return True
    return not (i >= 0 and view.finite[i] and view.low[i] not in word_class("auxiliary"))
