"""Verbs with a clause or a quotation: "said that", "said the", 'said: "..."', "told X that", "claimed to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.constructions.drafted import drafted, drafted_from_speaker
from tasks.claims.constructions.verb_clause.bare_clause import bare_clause
from tasks.claims.constructions.verb_clause.quotation_behind import (
    REACH,
    SPEAKING_ON,
    behind_words_and_colon,
    quotation_behind,
)
from tasks.claims.constructions.verb_clause.relative_that import (
    after_relative,
    behind_listeners,
    behind_relative,
    behind_time,
    is_plural_noun,
    is_relative,
    told_people_placed,
)
from tasks.claims.constructions.verb_object.adjective import is_adjective
from tasks.claims.constructions.verb_object.spoken_of import spoken_of
from tasks.claims.contents.behind_following import behind_following
from tasks.claims.contents.boundaries import clause_end, is_medium, phrase_end
from tasks.claims.contents.closing import is_last_time
from tasks.claims.contents.infinitive import ends_infinitive
from tasks.claims.contents.own_clause import absolute_end, mind_end
from tasks.claims.contents.quoted import noun_quoted_end, quoted_end
from tasks.claims.cues.cue_words import cue_entries, word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.several_words.minded import MINDS
from tasks.claims.cues.source import tells
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.verbs.points_at import points_at
from tasks.claims.cues.view import DASHES, Range, View
from tasks.claims.speakers.shared_subject import Speaker

_OF_THAT = frozenset({"depends", "means", "includes", "remains", "makes"})
_TOLD_TO = frozenset({"warn", "threaten", "agree", "advise", "ask", "request"})


def said_that(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Draft | None:
    """Read a cue that a clause, a quotation or an infinitive follows; None if none does."""
    if cue.mode == "passive" or is_adjective(view, cue):
        return None
    if cue.entry.lemma == "write" and view.low[cue.end : cue.end + 1] == ("down",):
        return None
    frames = cue.entry.frames
    guards = cue.entry.guards
    issued = speaker.kind == "issuer"
    if (
        not issued
        and guards & {"source", "text"}
        and not tells(view, cue.entry.lemma, speaker.phrase, by_noun="text" in guards)
    ):
        return None
    if view.low[-1] == ":" and "following" in view.low[cue.end : cue.end + 3]:
        return _block(cue, speaker)
    for frame, read in _READERS:
        if frame in frames:
            start = read(view, cue, speaker)
            if start is not None:
                return _draft(view, cue, speaker, start, cuts, _rule(cue, frame, start))
    if (
        "quote" in frames
        and view.low[-1] == ":"
        and not view.has_finite(cue.end, len(view.low))
        and len(view.low) - cue.end < 14
        and not any(view.low[k] == "," and _speaks_on(view, k + 1) for k in range(cue.end, len(view.low) - 2))
    ):
        return _block(cue, speaker)
    return None


def _rule(cue: Occurrence, frame: str, start: int) -> str:
    if frame == "of" and start > cue.end:
        return "told_of"
    return "said_quote" if frame == "quote" else "said_that"


def _draft(
    view: View, cue: Occurrence, speaker: Speaker, start: int, cuts: Sequence[int], rule: str
) -> Draft | None:
    start = behind_following(view, start)
    if view.quote[start] >= 0:
        end = quoted_end(view, start, cuts)
        if cue.mode == "gerund" and not view.has_finite(0, cue.start):
            end = noun_quoted_end(view, start, end)
    elif view.low[start] in ("of", "against"):
        end = phrase_end(view, start, cuts)
    else:
        end = clause_end(view, start, cuts)
        if start == cue.end and view.finite[start]:
            end = _before_aside(view, start, end)
        alone = (
            end - start == 1 and view.low[end : end + 1] == ("and",) and not view.is_word(start, "personal")
        )
        if alone and not view.finite[start]:
            end = clause_end(
                view, start, [c for c in cuts if c > end + 1]
            )  # "photographic | and video evidence"
    if cue.entry.lemma in MINDS:
        end = mind_end(view, start, end)
    if view.low[start] == "to":
        end = next((k for k in range(start + 2, end) if ends_infinitive(view, k, end)), end)
    if speaker.kind == "absolute" and view.low[0] == "with":
        end = absolute_end(view, start, end)
    if end <= start or view.low[start:end] == ("to", "be"):
        return None  # "older than he had claimed to be"
    return drafted_from_speaker(cue, speaker, (start, end), rule, _addressee(view, cue, start))


def _before_aside(view: View, start: int, end: int) -> int:
    """Return where "was the crest, | which was another ridge" ends, whose subject stands before the cue."""
    for k in range(start + 1, end - 1):
        if view.low[k] == "," and view.low[k + 1] in ("which", "who") and view.is_free(k):
            return k
    return end


def _block(cue: Occurrence, speaker: Speaker) -> Draft:
    """Return the draft of "X said:" whose statement is the next paragraph; its content is set there."""
    draft = drafted(cue, speaker, ((cue.verb, cue.end),), "block_quotation")
    return replace(draft, inherited=speaker.inherited)


def _that(view: View, cue: Occurrence, speaker: Speaker) -> int | None:
    """Return where the clause after "that" begins; adverbials and the addressee may stand between."""
    free = "addressee" in cue.entry.frames or cue.entry.lemma in _TOLD_TO
    first = behind_time(view, _after_aside(view, cue.end))
    for k in range(first, min(len(view.low), first + REACH)):
        word = view.low[k]
        if view.quote[k] >= 0 or word in {";", ".", "who", "which"} or _speaks_on(view, k):
            return behind_listeners(view, k) if free and k > cue.end else None
        if word == "that":
            day = k + 1 + (view.low[k + 1 : k + 2] == ("same",))  # "said that (same) day that C"
            if view.low[day + 1 : day + 2] == ("that",) and view.is_word(day, "time_noun"):
                return day + 2
            if (
                k + 1 >= len(view.low)
                or (view.is_word(k + 1, "time_noun") and not _says_more(view, k + 1))
                or (k > cue.end and view.is_word(k - 1, "preposition"))
                or is_relative(view, k)
                or points_at(view, k)
                or (k == cue.end and view.finite[k + 1] and is_plural_noun(cue))
                or (k > cue.end and view.finite[k + 1] and view.low[k - 1] not in DASHES)
            ):
                return behind_relative(view, k)
            if _points_at_thing(view, cue, k):
                return None
            if view.low[k + 1] in _OF_THAT:
                return k  # "says | that depends on the weather"
            return k + 2 if view.low[k + 1] in (",", ":") and k + 2 < len(view.low) else k + 1
        if (
            k == cue.end
            and not free
            and not (
                view.is_word(k, "preposition")
                or view.is_adverb(k)
                or word == ","
                or word in word_class("weekday")
                or view.depth[k]
            )
        ):
            return None
        if word == "," and free and k > cue.end:
            return after_relative(view, k)
        gathered = free and told_people_placed(view, cue.end, k)
        if (view.finite[k] and not gathered) or (word in ("and", "but") and not free):
            return None
        if word == "to" and k > cue.end and not (view.is_word(k + 1, "determiner") or view.is_capital(k + 1)):
            return None  # "requested permission to inform them that"
    return None


def _points_at_thing(view: View, cue: Occurrence, that: int) -> bool:
    """Say whether no clause opens: "has ruled that out", "allowed that ship to pass"."""
    if cue.entry.lemma == "rule":
        return view.low[that + 1] == "out"
    verb = next((k for k in range(that + 1, len(view.low)) if view.finite[k] or view.low[k] == "to"), None)
    return cue.entry.lemma == "allow" and (verb is None or view.low[verb] == "to")


def _speaks_on(view: View, at: int) -> bool:
    """Say whether another verb of the same speaker opens: '"C," he added, | stressing that D'.

    It tells what sort of statement it is: "responded by | demanding that C".
    """
    word = view.low[at]
    return word in SPEAKING_ON or (
        at > 0 and view.low[at - 1] in (",", "by") and word.endswith("ing") and word in cue_entries()
    )


def _says_more(view: View, at: int) -> bool:
    """Say whether a noun of time begins a clause: "demanded that night raids be", "that beginning in May"."""
    if view.low[at] == "beginning" and view.low[at + 1 : at + 2] != ("of",):
        return view.is_word(at + 1, "preposition") or view.low[at + 1] in word_class("weekday")
    if at + 2 >= len(view.low) or not view.low[at + 1].endswith("s"):
        return False
    return view.low[at + 2] == "be" or view.finite[at + 2]


def _after_aside(view: View, at: int) -> int:
    """Return the "that" behind an aside between commas: "concluded, based on the evidence, that"."""
    if at < len(view.low) and view.low[at] in DASHES:
        close = (k for k in range(at + 1, min(len(view.low) - 1, at + 20)) if view.low[k] in DASHES)
        closed = next(close, at)
        return closed + 1 if view.low[closed + 1 : closed + 2] == ("that",) else at
    if view.low[at : at + 1] != (",",):
        return at
    for k in range(at + 1, min(len(view.low) - 1, at + 26)):
        if view.low[k] == "," and view.low[k + 1] == "that":
            return k + 1
        if (
            (view.is_word(k, "auxiliary") and view.low[k] not in ("being", "having"))
            or view.is_word(k, "personal")
            or view.low[k] in (";", "who", "which")
        ):
            return at
    return at


def _infinitive(view: View, cue: Occurrence, speaker: Speaker) -> int | None:
    """Return where an infinitive begins after a cue: "claimed to have", "threatened to", "vowed not to"."""
    if cue.entry.lemma == "offer" and (cue.mode == "gerund" or cue.auxiliaries):
        return None  # told by others: "was overheard offering to", "said that they had offered to"
    first = cue.end + 2 if is_last_time(view, cue.end) else cue.end  # "claimed last week to have"
    to = first + 1 if view.low[first : first + 1] in (("not",), ("never",)) else first
    if "to_have" in cue.entry.frames and view.low[to + 1 : to + 2] != ("have",):
        return None  # "reported to the police"
    if to + 1 < len(view.low) and view.low[to] == "to" and tells(view, cue.entry.lemma, speaker.phrase):
        return None if view.is_word(to + 1, "determiner") or view.is_capital(to + 1) else first
    return None


def _question(view: View, cue: Occurrence, speaker: Speaker) -> int | None:
    """Return where "how", "whether" or a gerund stands after a cue."""
    at = cue.end
    if view.low[at : at + 1] == ("in",) and is_medium(view, at, len(view.low)):
        at = next(
            (k for k in range(at + 2, min(len(view.low), at + 8)) if view.low[k] in ("how", "whether")), at
        )
    if "addressee" in cue.entry.frames:  # "told the jury | how the man"
        told = (k for k in range(at, min(len(view.low), at + 6)) if view.low[k] == "how" or view.finite[k])
        at = next((k for k in told if view.low[k] == "how" and "," not in view.low[cue.end : k]), at)
    if at >= len(view.low):
        return None
    if view.low[at] in ("how", "whether") and view.low[at] in cue.entry.frames:
        return at
    if "ing" not in cue.entry.frames:
        return None
    seen = next(
        (k for k in range(at, min(len(view.low), at + 12)) if view.finite[k] or view.low[k] == "being"), at
    )
    doing = view.low[at].endswith("ing") and not view.low[at].endswith("thing")  # not "denied nothing"
    return at if doing or view.low[seen] == "being" else None


def _addressee(view: View, cue: Occurrence, start: int) -> Range | None:
    """Return who is told, between the cue and what is said."""
    if "addressee" not in cue.entry.frames:
        return None
    end = start
    while end > cue.end and view.low[end - 1] in ("that", ",", ":"):
        end -= 1
    for k in range(cue.end, end):
        if k > cue.end and (view.low[k] in ("in", "on", "at", "during", "about", "of", ",")):
            end = k
            break
    return (cue.end, end) if end > cue.end else None


_READERS = (
    ("quote", quotation_behind),
    ("quote", behind_words_and_colon),
    ("that", _that),
    ("to", _infinitive),
    ("to_have", _infinitive),
    ("of", spoken_of),
    ("against", spoken_of),
    ("how", _question),
    ("whether", _question),
    ("ing", _question),
    ("zero", bare_clause),
    ("clause", bare_clause),
)
