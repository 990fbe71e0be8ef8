"""The speaker behind or inside what is said: "C, X said", 'C," said X, title', "C1, X said, C2"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.constructions.drafted import drafted
from tasks.claims.contents.boundaries import (
    behind_medium,
    clause_end,
    clause_start,
    sentence_end,
    trim_end,
)
from tasks.claims.contents.closing import dates_or_ranks, may_close
from tasks.claims.contents.listener import (
    BESIDE,
    behind_listener,
    ends_with_listener,
    goes_on,
    goes_on_with_clause,
)
from tasks.claims.contents.quoted import quoted_end
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.before_listener import before_listener
from tasks.claims.speakers.noun_phrase import phrase_after, phrase_before
from tasks.claims.speakers.shared_subject import Speaker

_CLASSES = frozenset(("report", "admission", "warning", "finding", "promise", "denial")) | frozenset(
    ("assessment", "belief", "directive", "accusation")
)
_FRAMES = frozenset({"quote", "zero", "clause"})
_OF_CLAUSES = frozenset({"that", "zero", "clause"})  # "continued", "begged" go with a quotation alone
_AS_SAID = word_class("as_said")
_TO_LISTENER = word_class("listener_verb")  # who stands behind "emailed" is told, and does not speak
_OPENS_OTHER = frozenset(
    ["and", "but", "yet", "because", "after", "when", "where", "although", "since", "until"]
)
_NOT_CONCLUDING = frozenset({"demonstrate", "discover", "establish", "prove", "record", "show"})


def postposed(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Draft | None:
    """Read a cue whose statement stands to its left; None if nothing there can be one."""
    if not cue.entry.frames & _FRAMES or cue.entry.cue_class not in _CLASSES:
        return None
    quoted = cue.mode == "gerund" and view.low[cue.start - 1] == "as"  # "C," X was quoted as saying
    if cue.mode != "active" and not quoted:
        return None
    if speaker.kind == "own" and speaker.phrase is not None:
        if speaker.phrase[0] == 1 and view.low[0] == "as":
            return _as_said(view, cue, speaker, cuts)
        before = _after_speaker(view, cue, speaker, speaker.phrase, cuts)
        if before is not None:
            return before
    return _inverted(view, cue, cuts)


def _as_said(view: View, cue: Occurrence, speaker: Speaker, cuts: Sequence[int]) -> Draft | None:
    """Read "As X told the court by phone, C": nothing but a listener, a date or a medium before the comma."""
    if cue.entry.lemma not in _AS_SAID or not is_source(view, speaker.phrase):
        return None
    comma = next((k for k in range(cue.end, min(len(view.low) - 2, cue.end + 9)) if view.low[k] == ","), None)
    if comma is None or any(view.finite[k] or view.low[k] in ("that", "to") for k in range(cue.end, comma)):
        return None
    told = comma == cue.end or cue.entry.lemma == "tell" or view.is_word(cue.end, "preposition")
    end = clause_end(view, comma + 1, cuts)
    if not told or end <= comma + 1 or not view.has_finite(comma + 1, end):
        return None
    return _drafted(cue, speaker, ((comma + 1, end),), 0)


def _after_speaker(
    view: View, cue: Occurrence, speaker: Speaker, phrase: Range, cuts: Sequence[int]
) -> Draft | None:
    edge = _quoting(view, phrase[0]) if cue.mode == "gerund" else phrase[0]
    pair = _first_of_two(view, edge)
    if pair is not None:
        edge, speaker = pair, replace(speaker, phrase=(pair, phrase[1]))
    while edge > 0 and view.is_adverb(edge - 1):
        edge -= 1
    if view.low[edge - 1 if edge else 0] == "as" and edge > 0:
        edge -= 1
    if edge == 0 or not _ends_statement(view, edge):
        return None
    if edge > 2 and view.low[edge - 1] == "," and view.low[edge - 2] in _OPENS_OTHER:
        return _only_after(view, cue, speaker, edge, cuts)
    quoted = view.quote[edge - 1] >= 0 or (edge > 1 and view.quote[edge - 2] >= 0)
    before = [c for c in cuts if c < edge - 1 and (quoted or not _is_participial(view, c))]
    start = clause_start(view, edge, before, whole=True)
    end = trim_end(view, start, edge)
    stated = (
        quoted
        or view.quote[start] >= 0
        or view.has_finite(start, end)
        or goes_on(view, cue)
        or _is_long(view, start, end)
    )
    if end <= start or not stated:
        return None
    if not quoted and (
        not (may_close(view, behind_listener(view, cue)) or ends_with_listener(view, cue))
        or not is_source(view, phrase)
        or cue.entry.lemma in _NOT_CONCLUDING
        or cue.entry.frames.isdisjoint(_OF_CLAUSES)
        or cue.entry.lemma in ("respond", "answer")
        or (_is_dependent(view, start, end) and not goes_on_with_clause(view, cue))
    ):
        return None
    draft = _draft(view, cue, speaker, start, end, cuts)
    plain = view.is_word(start, "preposition") and not quoted and not view.has_finite(start, end)
    return None if plain and len(draft.content) == 1 else draft  # "On 29 May, media reports, citing X, said"


def _is_long(view: View, start: int, end: int) -> bool:
    """Say whether words are a sentence though none looks like its verb: "The raid raises many doubts"."""
    first = view.low[start]
    opens = view.is_word(start, "determiner") or view.is_capital(start)
    closed = (
        view.is_word(start, "preposition") or view.is_word(start, "subordinator") or view.is_adverb(start)
    )
    return start == 0 and end > 6 and opens and not closed and not first.endswith(("ing", "ed"))


def _is_participial(view: View, cut: int) -> bool:
    """Say whether a statement at a cut is part of the sentence: "sent a letter claiming it, X said"."""
    if view.low[cut] == "and" and view.finite[cut + 1]:
        return True  # "was fired and threatened to return, X said"
    return view.low[cut + (view.low[cut] == ",")].endswith("ing")


def _first_of_two(view: View, at: int) -> int | None:
    """Return where "activists" begins in ", activists and a monitor said"; None if "and" joins no two."""
    if at < 3 or view.low[at - 1] != "and":
        return None
    comma = next((k for k in range(at - 2, max(0, at - 7), -1) if view.low[k] == ","), None)
    if comma is None or comma + 1 >= at - 1 or view.has_finite(comma, at):
        return None
    return comma + 1 if is_source(view, (comma + 1, at - 1)) else None


def _quoting(view: View, at: int) -> int:
    """Return where "the newspaper" begins in "C, the newspaper quoted X as saying"; else the place itself."""
    if at < 2 or view.low[at - 1] not in ("quoted", "cited", "quotes", "cites"):
        return at
    subject = phrase_before(view, at - 1)
    return at if subject is None else subject[0]


def _only_after(
    view: View, cue: Occurrence, speaker: Speaker, edge: int, cuts: Sequence[int]
) -> Draft | None:
    """Read "..., but, X said, C": what stands before the connector is not X's."""
    rest = _second_part(view, cue.end, edge - 2, cuts)
    return None if rest is None else _drafted(cue, speaker, (rest,), edge - 2)


def _ends_statement(view: View, edge: int) -> bool:
    """Say whether the token before `edge` closes a statement: a comma, or a quotation's mark."""
    if view.low[edge - 1] == ",":
        return True
    return view.quote[edge - 1] >= 0 and edge > 1 and view.low[edge - 2] in {",", ".", "?", "!", "…"}


def _is_dependent(view: View, start: int, end: int) -> bool:
    """Say whether words are a dependent clause and no statement: "After the raid had begun", "Days after"."""
    for k in range(start + 2, end):
        comma = view.low[k] == "," and view.is_free(k)
        if comma and view.has_finite(start, k) and view.has_finite(k + 2, end):
            return False  # "When they left, the army came, X said"
    return view.low[start] in (
        "after",
        "when",
        "before",
        "while",
        "although",
        "though",
        "as",
        "since",
        "because",
        "once",
        "until",
        "following",
    ) or (view.low[start + 1 : start + 2] in (("after",), ("before",)) and end > start + 2)


def inverted_subject(view: View, cue: Occurrence) -> Range | None:
    """Return X of "C," said X: the subject behind its verb; None if there is none."""
    at = cue.start
    if (
        at == 0
        or cue.mode != "active"
        or "addressee" in cue.entry.frames
        or not _ends_statement(view, at)
        or (not cue.entry.is_past and cue.entry.inflection != "third")
    ):
        return None
    phrase = phrase_after(view, cue.end)
    named = phrase is not None and view.is_capital(phrase[0]) and view.is_capital(phrase[0] + 1)  # "Per Marn"
    if (
        phrase is None
        or (view.is_word(phrase[0], "preposition") and not named)
        or not is_source(view, phrase)
    ):
        return None
    phrase = (phrase[0], before_listener(view, *phrase))
    if view.is_word(phrase[1] - 1, "weekday") and phrase[1] - phrase[0] > 1:
        phrase = (phrase[0], phrase[1] - 1)  # "said the spokesman Saturday"
    quoted = view.quote[at - 1] >= 0 or (at > 1 and view.quote[at - 2] >= 0)
    if not quoted and cue.entry.lemma == "recall" and view.is_word(phrase[0], "possessive"):
        return None  # "X denounced the raid, recalled its envoy, and"
    after = phrase[1]
    if (
        quoted
        or after >= len(view.low)
        or view.low[after] in (",", ".", ";")
        or view.is_word(after, "weekday")
    ):
        return phrase
    return (
        phrase
        if view.is_word(after, "preposition") or view.low[after] in ("who", "whose", "where", "which", "that")
        else None
    )


def _inverted(view: View, cue: Occurrence, cuts: Sequence[int]) -> Draft | None:
    """Read "C," said X: the verb before its subject."""
    at = cue.start
    phrase = inverted_subject(view, cue)
    if phrase is None:
        return None
    is_named = view.is_capital(phrase[0]) or view.is_word(phrase[0], "determiner")
    if view.low[at] == "alleged" and view.quote[at - 1] < 0 and not is_named:
        return None  # "displeased with the losses, alleged corruption and hunger"
    quoted = view.quote[at - 1] >= 0 or (at > 1 and view.quote[at - 2] >= 0)
    after = phrase[1]
    start = clause_start(view, at, [c for c in cuts if c < at - 1])
    end = trim_end(view, start, at)
    told = view.has_finite(start, end) or (_is_long(view, start, end) and cue.entry.lemma == "say")
    told = told and not (cue.entry.frames.isdisjoint(_OF_CLAUSES) or cue.entry.lemma in _TO_LISTENER)
    if end <= start or not (quoted or told):
        return None
    return _draft(view, cue, Speaker(phrase, "inverted", start), start, end, cuts, after)


def _draft(
    view: View,
    cue: Occurrence,
    speaker: Speaker,
    start: int,
    end: int,
    cuts: Sequence[int],
    after: int | None = None,
) -> Draft:
    parts: list[Range] = [(start, end)]
    rest = _second_part(view, behind_listener(view, cue) if after is None else after, end, cuts)
    if rest is not None:
        parts.append(rest)
    return _drafted(cue, speaker, tuple(parts), start)


def _drafted(cue: Occurrence, speaker: Speaker, parts: tuple[Range, ...], left: int) -> Draft:
    return drafted(cue, speaker, parts, "inverted" if speaker.kind == "inverted" else "postposed", left)


def _second_part(view: View, at: int, end: int, cuts: Sequence[int]) -> Range | None:
    """Return what goes on being said after "C1, X said,"."""
    quoted = view.quote[end - 1] >= 0
    k = behind_medium(view, at) if quoted else at
    while k < len(view.low) and (view.low[k] in (",", ":") or view.is_adverb(k)):
        k += 1
    if k >= len(view.low) or k == at:
        return None
    if view.quote[k] >= 0:
        return (k, quoted_end(view, k, cuts))
    further = k == at + 1 and not quoted and view.low[k] == "and" and k + 1 < len(view.low)
    if further and view.finite[k + 1] and {at, k, k + 1}.isdisjoint(cuts):
        return (k, clause_end(view, k, cuts))
    if quoted or view.low[at] != "," or view.low[k] in BESIDE:
        return None
    if view.low[k] == "a" and (view.is_word(k + 1, "toll_noun") or view.low[k + 1] in ("toll", "claim")):
        return None  # ", he said, a toll confirmed by a police source"
    if dates_or_ranks(view, k):
        return None  # ", he said, a day after a shell had", ", the latest in a string of"
    if (view.low[k].endswith("ing") and view.low[k] != "including") or not {at, k}.isdisjoint(cuts):
        return None
    stop = clause_end(view, k, [c for c in cuts if view.low[c - 1] != "by" and view.low[c] != "by"])
    closed = view.low[stop : stop + 1] == (";",) or stop == trim_end(view, k, sentence_end(view))
    return (k, stop) if stop > k and closed else None
