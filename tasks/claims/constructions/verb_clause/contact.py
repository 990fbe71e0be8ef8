"""Relative clauses around a cue: "images it said showed houses", "letters which cite the raid were found"."""

from __future__ import annotations

from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import View
from tasks.claims.speakers.shared_subject import Speaker


def is_contact(view: View, cue: Occurrence, speaker: Speaker) -> bool:
    """Say whether what is said of a thing follows without it: "images it said | showed burned houses"."""
    if cue.end >= len(view.low) or not view.finite[cue.end]:
        return False
    if speaker.kind not in ("own", "aside") or speaker.phrase is None:
        return False
    first = speaker.phrase[0]
    alone = speaker.phrase[1] - first == 1 and view.is_word(first, "personal") and first > 1
    alone = alone or (speaker.kind == "aside" and view.is_capital(first) and first > 1)
    noun = not any(view.is_word(first - 1, name) for name in ("preposition", "coordinator", "subordinator"))
    return alone and noun and view.low[first - 1].isalpha() and not view.is_word(first - 1, "relative")


def is_main_verb(view: View, cue: Occurrence, start: int) -> bool:
    """Say whether the only verb behind a relative clause is its sentence's: "letters which cite it were"."""
    which = cue.start - 1
    opens = view.low[which] in ("which", "that", "who") and not view.has_finite(0, which)
    verb = next((k for k in range(start, len(view.low)) if view.finite[k] and view.quote[k] < 0), None)
    if not opens or verb is None or view.low[which - 1] == ",":
        return False
    rest = [k for k in range(verb + 1, len(view.low)) if view.finite[k] and view.quote[k] < 0]
    return all(view.finite[k - 1] or view.is_adverb(k - 1) or view.is_word(k - 1, "be") for k in rest)
