"""Who speaks by a participle that has a subject of its own: "with X saying", "X was quoted as saying"."""

from __future__ import annotations

from tasks.claims.contents.boundaries import connector_before
from tasks.claims.cues.cue_words import word_class
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.each_calling import one_of_several
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.antecedent import antecedent
from tasks.claims.speakers.noun_phrase import phrase_after, phrase_before
from tasks.claims.speakers.recorded import recorded
from tasks.claims.speakers.shared_subject import Speaker, behind_comma

_JUDGING = frozenset({"label", "accusation", "stance", "directive", "denial"})  # "Calling it a lie, X left"
_SHOWN_WITH = frozenset({"solidarity", "sympathy", "sympathies", "condolences", "sympathised", "sympathized"})
_COURTS = frozenset({"court", "tribunal", "judge", "judges", "jury", "magistrate"})
_SHOWN = frozenset({"shown", "seen", "heard", "filmed", "pictured", "videotaped", "recorded"})


_OPENING = frozenset({"while", "after", "before"})  # "After urging X to, Y left"
_CITING = frozenset({"citing", "quoting"})
_QUOTED = frozenset({"quoted", "quotes"})
_QUOTING = _CITING | _QUOTED | frozenset({"cited", "cites", "recorded", "reported", "reports"})
_SAYING = frozenset({"say", "state", "claim"})
_BEGINNING = frozenset({"began", "started", "kept", "continued"})  # "and they began threatening to"
_AIRED = frozenset({"broadcast", "read", "released", "issued", "published", "circulated", "distributed"})
_SHOWN_OR_AIRED = _SHOWN | _AIRED


def own_subject(view: View, cue: Occurrence) -> Speaker | None:
    """Return who speaks by a participle, if not the subject of the verb before it; else None."""
    at = cue.start
    before = view.low[at - 1] if at else ""
    if before == "as":
        return _quoted(view, at)
    if (said := _quoted_body(view, at, cue.entry.lemma)) is not None:
        return Speaker(said, "own", said[0] - (view.low[said[0] - 1] in _CITING))
    opens_clause = at == 0 and view.low[cue.end : cue.end + 1] == ("that",)
    if (before in _OPENING and at == 1) or (at == 0 and cue.entry.cue_class in _JUDGING) or opens_clause:
        return Speaker(behind_comma(view, cue.end), "relative", None)
    if before in _BEGINNING:
        begins = phrase_before(view, verb_group(view, at - 1)[0])
        return Speaker(begins, "own", begins[0]) if begins is not None else None
    if (
        view.is_capital(at - 1)
        and not view.has_finite(0, at)
        and view.quote[min(at + 2, len(view.low) - 1)] >= 0
    ):
        alone = phrase_before(view, at)  # 'Quist exclaiming, "C"' has no other verb
        return None if alone is None else Speaker(alone, "own", alone[0])
    if before == "by" and at > 2 and view.finite[at - 2]:
        answering = _answering(view, verb_group(view, at - 2)[0])
        if answering is not None:
            return answering
    shown = _of_court(view, cue) or _shown(view, at) or recorded(view, at)
    if shown is not None:
        return Speaker(shown, "own", shown[0])
    absolute = one_of_several(view, cue.verb) or _absolute(view, at)
    if absolute is not None:
        return Speaker(absolute, "absolute", absolute[0] - 1)
    if before in ("while", "whilst") and at > 2 and view.low[at - 2] == ",":
        subject = phrase_before(view, at - 2)
        if subject is not None and not view.has_finite(*subject):
            return Speaker(subject, "relative", at - 1)
    beside = _beside_comma(view, at)
    return None if beside is None else Speaker(beside, "absolute", beside[0] - 1)


def _of_court(view: View, cue: Occurrence) -> Range | None:
    """Return the judge of "five men were freed by the judge, | adding that"; else None."""
    comma = cue.start - 1
    if view.low[comma : comma + 1] != (",",) or view.low[cue.end : cue.end + 1] != ("that",):
        return None
    by = next((k for k in range(comma - 1, max(0, comma - 8), -1) if view.low[k] == "by"), None)
    phrase = None if by is None else phrase_after(view, by + 1)
    done = by is not None and (
        view.low[by - 1].endswith("ed") or view.is_word(by - 1, "irregular_participle")
    )
    if not done or phrase is None or phrase[1] > comma or view.has_finite(phrase[1], comma):
        return None
    return phrase if _COURTS.intersection(view.low[slice(*phrase)]) else None


def _answering(view: View, verb: int) -> Speaker | None:
    """Return X of "Y condemned it, to which X responded by | accusing"; None where Y goes on."""
    if view.low[verb - 1] in (",", "and", "but", "or", "then"):
        return None
    subject = phrase_before(view, verb)
    if subject is None or subject[0] < 2 or view.has_finite(*subject) or not is_source(view, subject):
        return None
    opens = view.low[subject[0] - 1] in ("which", "and", "but", "while")
    return Speaker(subject, "own", subject[0] - 2) if opens and view.has_finite(0, subject[0]) else None


def _shown(view: View, at: int) -> Range | None:
    """Return X of "X was shown on television accusing"."""
    shown = next((k for k in range(at - 1, max(0, at - 7), -1) if view.low[k] in _SHOWN_OR_AIRED), None)
    if shown is None:
        return None
    start, helpers, _ = verb_group(view, shown)
    subject = phrase_before(view, start) if helpers & word_class("be") else None
    of_text = view.low[shown] not in _AIRED or (
        subject and view.low[subject[1] - 1] in word_class("text_noun")
    )
    return subject if of_text else None


def _quoted_body(view: View, at: int, lemma: str) -> Range | None:
    """Return Y of "X quoted Y saying", ", citing Y confirming": a short phrase between the verbs."""
    verbs = _CITING | _QUOTED if lemma in _SAYING else _CITING
    verb = next((k for k in range(at - 1, max(0, at - 7), -1) if view.low[k] in verbs), None)
    if verb is None or verb + 1 >= at or view.low[verb + 1] == "by" or view.has_finite(verb + 1, at):
        return None
    return (verb + 1, at) if is_source(view, (verb + 1, at)) else None


def _quoted(view: View, at: int) -> Speaker:
    """Return Y of "X quoted Y as saying" and of "Y was quoted as saying"."""
    for k in range(at - 2, -1, -1):
        if view.low[k] not in _QUOTING:
            continue
        start, helpers, _ = verb_group(view, k)
        if k + 2 < at and not helpers & word_class("be"):
            who = next((j for j in range(k + 2, at - 1) if view.low[j : j + 2] == (",", "who")), at - 1)
            quoter = phrase_before(view, start)
            joint = connector_before(view, quoter[0]) if quoter is not None and quoter[0] else None
            return Speaker((k + 1, who), "own", k if joint is None else joint)
        phrase = phrase_before(view, start) if helpers else antecedent(view, k)
        return Speaker(phrase, "own" if phrase else "none", phrase[0] if phrase else k)
    return Speaker(None, "none", at)


def _relative_aside(view: View, at: int) -> int:
    """Return where ", with X, a reporter who saw it, | denying" has its "who"; the token itself elsewhere."""
    if at < 1 or view.low[at - 1] != ",":
        return at
    for k in range(at - 2, max(0, at - 16), -1):
        if view.low[k] in ("who", "which"):
            return k
        if view.low[k] in (",", ";", ":"):
            return at
    return at


def _absolute(view: View, at: int) -> Range | None:
    """Return X of "with X saying that"."""
    aside = _relative_aside(view, at)
    for k in range(aside - 1, max(-1, at - 40), -1):
        if view.finite[k] or view.low[k] in (";", ":"):
            return None
        beside = view.low[k] == "and" and k + 1 < at and view.low[k - 1] == ","
        if beside and "with" in view.low[:k] and all(view.is_capital(j) for j in range(k + 1, at)):
            return (k + 1, at)  # "with X claiming gains, and Y claiming to have"
        if view.low[k] == "despite" and k == 0:
            end = next((j for j in range(1, at) if view.is_adverb(j)), at)
            return (1, end) if is_source(view, (1, end)) else None
        if view.low[k] == "with" and (k == 0 or view.low[k - 1] in (",", "and")):
            second = _second(view, k, at)
            if second is not None:
                return second
            end = k + 1
            while end < at and not _is_participle(view, end) and view.low[end] not in ("by", ","):
                end += 1
            return (k + 1, end) if k + 1 < end < len(view.low) else None
        if view.low[k - 1] in _SHOWN_WITH:
            return None  # "expressed solidarity with the people saying"
        if view.low[k] == "with" and view.is_word(at - 1, "preposition"):
            return None  # "combined with reluctance in revealing it"
        if view.low[k] == "with" and k + 1 < at <= k + 7 and is_source(view, (k + 1, at)):
            is_joined = view.low[at - 1] in ("and", ",")  # "disagreed with the mayor, saying": they said it
            return None if is_joined else (k + 1, at)  # "in bed with two women and asking"
    return None


def _second(view: View, start: int, at: int) -> Range | None:
    """Return Y of "with X claiming it and the Y saying that"."""
    joined = next((k for k in range(at - 2, start, -1) if view.low[k] == "and"), None)
    if joined is None or not any(_is_participle(view, k) for k in range(start + 1, joined)):
        return None
    opens = view.is_word(joined + 1, "determiner") or view.is_capital(joined + 1) or at - joined == 2
    plain = not any(view.low[k] == "," or view.is_word(k, "preposition") for k in range(joined + 1, at))
    return (joined + 1, at) if opens and plain and is_source(view, (joined + 1, at)) else None


def _beside_comma(view: View, at: int) -> Range | None:
    """Return X of ", X calling it a pretext": a name or body between a comma and its participle."""
    comma = next((k for k in range(at - 1, max(-1, at - 7), -1) if view.low[k] == ","), None)
    if comma is None or comma + 1 >= at or not view.has_finite(0, comma) or not view.is_free(comma):
        return None
    first = comma + 1
    named = view.is_capital(at - 1) and (view.is_capital(first) or view.low[first] == "the")
    plain = not any(
        view.finite[k] or view.is_word(k, "preposition") or view.is_word(k, "coordinator")
        for k in range(first, at)
    )
    return (first, at) if named and plain and is_source(view, (first, at)) else None


def _is_participle(view: View, i: int) -> bool:
    told = view.low[i] not in word_class("noun_ing") or view.low[i + 1 : i + 2] == ("that",)
    return told and view.low[i].endswith("ing") and "-" not in view.low[i]  # not "left-wing"
