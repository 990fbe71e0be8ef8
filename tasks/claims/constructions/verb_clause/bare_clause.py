"""A clause without "that" behind its cue: "said the road was mined", "told the court he had seen it"."""

from __future__ import annotations

from tasks.claims.constructions.verb_clause.behind_occasion import (
    behind_hearing,
    behind_night,
    behind_place,
    fronted_clause,
)
from tasks.claims.constructions.verb_clause.clause_shape import gives_name, is_clause, keeps_thing
from tasks.claims.constructions.verb_clause.contact import is_contact, is_main_verb
from tasks.claims.contents.after_addressee import after_addressee
from tasks.claims.contents.boundaries import is_medium, sentence_end
from tasks.claims.cues.adverbial import counts, skip_leading
from tasks.claims.cues.cue_words import people_nouns, source_heads, word_class
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.view import CONTRACTED, View
from tasks.claims.speakers.shared_subject import Speaker

_RELATIVE = ("that", "which")  # '"C," X said in a statement that did not name the town'
_OF_CLAUSE = frozenset(
    {
        "as",
        "only",
        "about",
        "almost",
        "nearly",
        "not",
        "there",
        "here",
        "both",
        "one",
        "neither",
        "then",
        "just",
        "too",
        "very",
    }
)


_READ_HOW = (("out",), ("aloud",), ("from",), ("over",), ("on",), ("by",))  # "a message read over the radio"
_HOWEVER = ((",", "however", ","), (",", "though", ","))
_WRITING = frozenset({"write", "post", "read"})
_JUST = frozenset(
    {("just", "as"), ("just", "after"), ("just", "before"), ("just", "hours"), ("just", "days")}
)
_SAYING = frozenset({"said", "says", "told", "added", "stated"})
_PLAIN = frozenset({"say", "insist", "argue", "allege", "maintain", "contend", "stress", "warn"})
_WITH_OBJECT = word_class("with_object")


def bare_clause(view: View, cue: Occurrence, speaker: Speaker) -> int | None:
    """Return where a clause without "that" begins right after the cue or its date."""
    if is_contact(view, cue, speaker):
        return cue.end
    start = _behind_cue(view, cue, speaker)
    relative = start is not None and speaker.kind == "relative"
    return None if relative and start is not None and is_main_verb(view, cue, start) else start


def _behind_cue(view: View, cue: Occurrence, speaker: Speaker) -> int | None:
    end = sentence_end(view)
    start = _behind_adverbs(view, behind_night(view, cue.end), end)
    closed = _goes_on_beside(view, start) or _closes_before(view, speaker, start, end)
    if closed or view.low[start : start + 2] in _JUST:
        return None
    if "addressee" in cue.entry.frames:
        return after_addressee(view, start, end)
    if cue.entry.lemma == "read" and view.low[cue.end : cue.end + 1] in _READ_HOW:
        return None
    if start == cue.end and _behind_comma(view, cue, speaker, start):
        start += 1  # "Police sources said, the men attacked a bus"
    if start >= end or view.low[start] in (",", ".", ":", ";", "and", "but", "that", "to"):
        return None
    if view.is_word(start, "preposition") and not counts(view, start):
        after = skip_leading(view, start, end) if _dates(view, start, end) else behind_place(view, start)
        after = _behind_medium(view, start, end) or behind_hearing(view, start, end) or after
        if after == start or after >= end or view.low[after - 1] == "," or view.low[after] in _RELATIVE:
            return start if fronted_clause(view, cue, start, end) else None
        start = after
    if not _opens(view, start) or (
        (cue.entry.lemma == "swear" or keeps_thing(view, cue, start))
        and not view.is_word(start, "personal")
        and view.low[start] != "there"
    ):
        return None
    verb = _verb_of(view, start, end)
    if speaker.kind == "relative" and verb and view.low[verb] in _SAYING and "np" in cue.entry.frames:
        return None  # "The commander who announced the deal said"
    second = verb is not None and view.low[verb - 2 : verb] == (",", "and")  # "concluded it, and stated that"
    second = second or _fetches_back(view, cue, start)
    aside = cue.mode == "gerund" and view.low[cue.start - 1] == ","
    noted = aside and verb and view.low[verb - 1] == "," and view.low[start:verb].count(",") == 1
    if second or noted or _writes_work(view, cue, start, verb):
        return None  # "The ministry, noting the damage, suggested"
    takes_things = ("np" in cue.entry.frames and cue.entry.lemma != "note") or "clause" in cue.entry.frames
    if verb is None:
        plain = view.is_word(start, "personal") and end - start > 2
        work = cue.entry.lemma in _WRITING and view.low[start] in {"a", "an", "the"}
        quoted = not work and any(view.quote[k] >= 0 for k in range(start, end))
        told = (
            speaker.kind in ("own", "shared")
            and cue.entry.lemma in _PLAIN
            and (_holds_present(view, start, end) or _holds_plural_present(view, start, end))
        )
        bare = (plain or quoted or told) and not takes_things
        return start if bare or _has_object(view, cue, start, end) else None
    strict = takes_things or "source" in cue.entry.guards or cue.entry.lemma in _WITH_OBJECT
    stated = not strict or is_clause(view, start, verb, end) or _has_object(view, cue, start, verb)
    return start if stated else None


def _fetches_back(view: View, cue: Occurrence, start: int) -> bool:
    """Say whether a state calls its people home: "recalled its ambassador and summoned X's"."""
    return cue.entry.lemma == "recall" and view.is_word(start, "possessive")


def _behind_comma(view: View, cue: Occurrence, speaker: Speaker, comma: int) -> bool:
    """Say whether a clause follows the comma behind "said", where who speaks begins the sentence."""
    if cue.entry.lemma != "say" or speaker.phrase is None or speaker.phrase[0] or comma + 2 >= len(view.low):
        return False
    if view.low[comma] != "," or view.quote[comma + 1] >= 0 or not view.is_word(comma + 1, "determiner"):
        return False
    verb = next((k for k in range(comma + 2, len(view.low)) if view.finite[k] or view.low[k] == ","), 0)
    return verb > 0 and view.low[verb] != "," and "that" not in view.low[comma:verb]


def _verb_of(view: View, start: int, end: int) -> int | None:
    """Return the first verb of a clause, within a quotation where that is all of it."""
    verb = next((k for k in range(start, end) if view.finite[k] and view.quote[k] < 0), None)
    if verb is not None and gives_name(view, verb):
        return None  # "established a group called the Osk Circle"
    if verb is None or _closes_quotation(view, start, verb):
        verb = _in_quotation(view, start, end) or verb
    return _behind_apposition(view, start, end) if verb is None else verb


def _in_quotation(view: View, start: int, end: int) -> int | None:
    """Return the verb of a clause quoted behind its article: "claimed the “Osk states had enabled it”"."""
    if start + 3 >= end or not view.is_word(start, "determiner") or view.quote[start] >= 0:
        return None
    quoted = view.quote[start + 1]
    if quoted < 0:
        return None
    inner = (k for k in range(start + 3, end) if view.quote[k] == quoted and view.finite[k])
    return next(inner, None)


def _closes_quotation(view: View, start: int, verb: int) -> bool:
    """Say whether a verb stands behind a quotation that "and" closes: "the “...” and | vowed"."""
    return view.low[verb - 1] in ("and", "but", ",") and any(q >= 0 for q in view.quote[start:verb])


def _behind_apposition(view: View, start: int, end: int) -> int | None:
    """Return the verb of "X, a rebel group, claimed": behind a comma it looks like a participle."""
    comma = start
    while comma < end and view.is_capital(comma):
        comma += 1
    if (
        comma == start
        or view.low[comma : comma + 1] != (",",)
        or view.low[comma + 1 : comma + 2] not in (("a",), ("an",), ("the",))
    ):
        return None
    close = next((k for k in range(comma + 2, min(end - 1, comma + 14)) if view.low[k] == ","), None)
    return close + 1 if close is not None and view.low[close + 1].endswith("ed") else None


def _closes_before(view: View, speaker: Speaker, start: int, end: int) -> bool:
    """Say whether ", after D" follows a date behind "C, X announced": what is said stands before."""
    if speaker.kind != "own" or speaker.phrase is None or view.low[speaker.phrase[0] - 1] != ",":
        return False
    if not view.is_word(start, "preposition") or not view.has_finite(0, speaker.phrase[0]):
        return False
    comma = next((k for k in range(start, min(end - 1, start + 5)) if view.low[k] == ","), None)
    return comma is not None and view.is_word(comma + 1, "subordinator")


def _behind_adverbs(view: View, start: int, end: int) -> int:
    """Return the token behind the adverbs and the weekday that follow a cue: "said late Sunday"."""
    if view.low[start : start + 3] in _HOWEVER:
        return start + 3  # "He said, however, his men had fled"
    while start < end and view.is_adverb(start) and view.low[start] not in _OF_CLAUSE:
        start += 1
    if view.low[start : start + 1] in (("late",), ("early",)) and view.is_word(start + 1, "weekday"):
        start += 1
    return start + 1 if start < end and view.is_word(start, "weekday") else start


def _goes_on_beside(view: View, start: int) -> bool:
    """Say whether another clause follows a weekday: "C, she testified Wednesday as the defence tried"."""
    return view.is_word(start - 1, "weekday") and view.is_word(start, "subordinator")


def _writes_work(view: View, cue: Occurrence, start: int, verb: int | None) -> bool:
    """Say whether "a poem dedicated to the fallen" is what is written: its verb is a participle."""
    work = cue.entry.lemma in _WRITING and view.low[start] in ("a", "an")
    return work and verb is not None and view.low[verb].endswith("ed") and not view.has_finite(start, verb)


def _holds_present(view: View, start: int, end: int) -> bool:
    """Say whether a verb that no list holds may make a clause: "said the front operates from camps"."""
    opens = view.is_word(start, "determiner") or view.is_capital(start) or view.low[start] == "just"
    if not opens or end - start < 4:
        return False
    return any(
        view.low[k].endswith("s")
        and len(view.low[k]) > 3
        and not view.low[k].endswith(("ss", "'s"))
        and not view.is_capital(k)
        and not view.is_word(k, "time_noun")
        for k in range(start + 1, end - 1)
        if view.quote[k] < 0
    )


def _holds_plural_present(view: View, start: int, end: int) -> bool:
    """Say whether people, an adverb of time and a verb that no list holds stand there: "police now guard"."""
    people = view.low[start] in source_heads() or view.low[start] in people_nouns()
    return people and end - start > 3 and view.low[start + 1] in ("now", "still", "often", "usually")


def _has_object(view: View, cue: Occurrence, start: int, end: int) -> bool:
    """Say whether a present tense and its object make a clause: "suggested the raid constitutes a crime"."""
    opens = view.is_word(start, "determiner") or view.is_word(start, "possessive")
    if not opens or cue.entry.cue_class not in ("report", "belief"):
        return False
    for k in range(start + 2, min(end - 2, start + 6)):
        if view.is_word(k, "preposition") or view.low[k] in (",", "and", "or") or view.quote[k] >= 0:
            return False
        present = view.low[k].endswith("s") and not view.low[k].endswith(("ss", "'s", "us"))
        noun = not view.low[k - 1].endswith("s") and not view.is_word(k - 1, "determiner")
        if present and noun and view.low[k + 1] in ("a", "an", "the") and not view.is_capital(k):
            return not view.is_word(k + 2, "time_noun")
    return False


def _dates(view: View, start: int, end: int) -> bool:
    """Say whether a prepositional phrase dates the statement or names its medium."""
    near = range(start + 1, min(end, start + 4))
    return (
        is_medium(view, start, end)
        or any(
            view.is_word(k, "month")
            or view.is_word(k, "weekday")
            or view.is_word(k, "time_noun")
            or view.low[k][:4].isdigit()
            for k in near
        )
        or (view.low[start] == "on" and "television" in view.low[start : start + 4])
    )


def _behind_medium(view: View, start: int, end: int) -> int | None:
    """Return where a clause begins behind "on national television": "announced on television it had"."""
    noun = next((k for k in range(start + 1, min(end, start + 4)) if view.is_word(k, "medium_noun")), None)
    if noun is None or noun + 2 >= end or view.low[start] not in ("on", "in", "via"):
        return None
    if view.low[noun + 1] == "on" and view.is_word(noun + 2, "weekday") and noun + 4 < end:
        noun += 2  # "said in a statement on Sunday it had"
    return noun + 1 if view.is_word(noun + 1, "personal") or view.is_word(noun + 1, "determiner") else None


def _is_gerund_subject(view: View, at: int) -> bool:
    """Say whether a clause is about a deed: "said implementing the deal was crucial"."""
    object_ = view.is_word(at + 1, "determiner") or view.is_word(at + 1, "possessive")
    verb = next(
        (k for k in range(at + 2, min(len(view.low), at + 9)) if view.finite[k] or view.low[k] == ","), None
    )
    return object_ and verb is not None and view.low[verb] in ("was", "is", "were", "would", "will")


def _opens(view: View, at: int) -> bool:
    """Say whether a clause can begin at a token."""
    if (
        view.low[at].endswith("ing")
        and view.low[at] not in word_class("noun_ing")
        and not view.is_capital(at)
    ):
        return view.low[at + 1 : at + 2] != () and (view.finite[at + 1] or _is_gerund_subject(view, at))
    if view.low[at : at + 2] in (("as", "many"), ("as", "few")):
        return True
    if view.is_word(at, "coordinator") or view.low[at] in {"to", "as", "of", "by", "for", "than"}:
        return False
    is_verb = (
        view.finite[at] and view.low[at] not in ("had", "was", "were") and view.low[at] not in CONTRACTED
    )
    return not is_verb or _qualifies(view, at)


def _qualifies(view: View, at: int) -> bool:
    """Say whether a participle qualifies the subject behind it: "witnesses say masked men used"."""
    if not view.low[at].endswith("ed") or at + 2 >= len(view.low) or not view.low[at + 1].isalpha():
        return False
    closed = ("preposition", "determiner", "personal", "possessive", "coordinator", "subordinator")
    if view.finite[at + 1] or view.is_adverb(at + 1) or any(view.is_word(at + 1, name) for name in closed):
        return False
    return view.low[at + 1].endswith(("s", "men", "women", "people")) and view.finite[at + 2]
