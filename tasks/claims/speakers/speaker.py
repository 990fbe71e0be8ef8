"""Who the words of a cue belong to: its own subject, a shared one, or an agent after "by"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tasks.claims.contents.boundaries import connector_before, is_medium
from tasks.claims.cues.apposition import is_name, is_title_phrase
from tasks.claims.cues.cue_words import source_heads, word_class
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.infinitives import CAUSING
from tasks.claims.cues.verbs.occurrence import Occurrence
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import DASHES, Range, View
from tasks.claims.speakers.agent import agent_of
from tasks.claims.speakers.antecedent import antecedent, behind_object, of_contact, person_of
from tasks.claims.speakers.closes_subject import closes_subject
from tasks.claims.speakers.noun_phrase import phrase_after, phrase_before
from tasks.claims.speakers.own_subject import own_subject
from tasks.claims.speakers.present_list import without_present
from tasks.claims.speakers.sent_text import sender_within
from tasks.claims.speakers.shared_subject import Speaker, before_adverbial, behind_comma, subject_of
from tasks.claims.speakers.suspect_before import suspect_before
from tasks.claims.speakers.text_of_others import is_of_others
from tasks.claims.speakers.within_report import before_report, behind_report

_RELEASING = word_class("releasing")
_RECEIVING = frozenset({"received", "receives", "receiving", "got", "intercepted", "obtained", "cited"})
_WRITTEN = word_class("text_noun") | frozenset(
    ("page", "account", "status", "profile", "sign", "placard", "banner", "feed", "blog")
)
_GIVING = frozenset({"gave", "made", "offered", "delivered", "issued", "launched", "gives", "makes"})
_SINGULAR = frozenset({"it", "he", "she"})
_OBJECTS = frozenset({"him", "them", "me", "us"})
_TO_WHOM = frozenset({"to", "with", "via", "through", "on"})  # "published a warning via its account saying"


def find_speaker(view: View, cue: Occurrence, earlier: Sequence[tuple[Occurrence, Speaker]]) -> Speaker:
    """Return who makes the statement of a cue; `earlier` are the sentence's cues before it, with speakers."""
    if cue.mode == "passive":
        return agent_of(view, cue)
    before = view.low[cue.start - 1] if cue.start else ""
    if view.low[cue.start] == "to" and cue.start < cue.verb:
        return _of_led(view, cue.start)
    if cue.mode == "gerund" and before != "whom":
        return _of_gerund(view, cue, earlier)
    if view.low[cue.start] == "both" and cue.start < cue.verb and before in ("and", "but"):
        return Speaker((cue.start, cue.start + 1), "own", connector_before(view, cue.start))
    if before == "whom" and view.low[cue.start - 2 : cue.start - 1] == ("of",):
        phrase = antecedent(view, cue.start - 3)  # "29 men, all of whom claimed to be lost"
        return Speaker(phrase, "relative" if phrase else "none", cue.start - 3)
    if before in ("who", "which") or (before == "that" and _is_relative_that(view, cue.start - 1)):
        return _of_relative(view, cue, earlier)
    if before in {"and", "but", "or", "then", "nor", ""}:
        return _shared(view, cue, earlier)
    if before == "," and not closes_subject(view, cue):
        return _shared(view, cue, earlier)
    which = _which_before_medium(view, cue.start)
    if which is not None:
        return _of_relative(view, replace(cue, start=which + 1), earlier)
    phrase = phrase_before(view, cue.start)
    return _before_verb(view, cue, phrase, earlier)


def _which_before_medium(view: View, at: int) -> int | None:
    """Return the "which" of ", which in an online statement | wrote that"; None if none stands there."""
    for k in range(at - 2, max(1, at - 8), -1):
        if view.low[k] in ("who", "which") and view.low[k - 1] == ",":
            return k if view.low[k + 1] in ("in", "on", "via") and is_medium(view, k + 1, at) else None
        if view.finite[k] or view.low[k] == ",":
            return None
    return None


def _of_led(view: View, to: int) -> Speaker:
    """Return NAME of "this caused NAME | to remark"."""
    verb = next((k for k in range(to - 1, 0, -1) if view.low[k] in CAUSING), None)
    if verb is None:
        return Speaker(None, "own", to)
    gerund = view.low[verb].endswith("ing") and view.low[verb - 1] == ","
    return Speaker((verb + 1, to), "own", verb - 1 if gerund else to)


def _before_verb(
    view: View, cue: Occurrence, phrase: Range | None, earlier: Sequence[tuple[Occurrence, Speaker]]
) -> Speaker:
    """Return who speaks where a noun phrase, or none, stands before the verb of a cue."""
    if phrase is None or _is_participle(view, phrase):
        return _shared(view, cue, earlier)
    if _is_object(view, phrase) or _is_with(view, cue, phrase):
        return Speaker(None, "none", cue.start)
    beside = of_contact(view, phrase) if cue.end < len(view.low) and view.finite[cue.end] else None
    if beside is not None:
        return Speaker(beside, "aside", None)
    phrase = behind_object(view, phrase)
    if not (cue.entry.inflection == "base" and "noun" in cue.entry.guards):  # "with a news report that"
        phrase = behind_report(view, phrase)
    connector = before_adverbial(view, phrase)
    if connector is not None:
        return replace(_shared(view, cue, earlier), left=connector)
    phrase = without_present(view, phrase) if cue.entry.form.endswith("s") else phrase
    return _own(view, phrase, earlier)


def _is_participle(view: View, phrase: Range) -> bool:
    """Say whether a phrase is "leaving" or "having failed to get word": its subject stands before it."""
    first = view.low[phrase[0]]
    alone = phrase[1] - phrase[0] == 1 and first.endswith("ing") and first not in word_class("noun_ing")
    return (alone or first == "having") and not view.is_capital(phrase[0])


def _is_object(view: View, phrase: Range) -> bool:
    """Say whether a phrase ends with an object: "make | them think", not "many of them", "the US"."""
    last = phrase[1] - 1
    governed = last > phrase[0] and view.is_word(last - 1, "preposition")
    return view.low[last] in _OBJECTS and not view.is_capital(last) and not governed


def _is_with(view: View, cue: Occurrence, phrase: Range) -> bool:
    """Say whether a participle follows its noun: ", with the last shots reported on Monday"."""
    bare = cue.entry.is_participle and cue.start == cue.verb and phrase[1] == cue.start
    return bare and phrase[0] > 1 and view.low[phrase[0] - 2 : phrase[0]] == (",", "with")


def _own(view: View, phrase: Range, earlier: Sequence[tuple[Occurrence, Speaker]]) -> Speaker:
    start = phrase[0]
    if view.is_word(start, "personal") and start >= 2 and view.low[start - 2 : start] == ("in", "which"):
        issuer = subject_of(view, start - 2, earlier)
        others = issuer is not None and view.low[start] == "they" and view.low[issuer[0]] in _SINGULAR
        if issuer is not None and not others:
            return Speaker(issuer, "issuer", start - 2, inherited=True)
    before = view.low[start - 1] if start else ""
    if before in {"what", "which", "whom"}:
        return Speaker(phrase, "aside", None)
    return Speaker(phrase, "own", connector_before(view, start) if view.has_finite(0, start) else start)


def _is_relative_that(view: View, at: int) -> bool:
    return (
        at > 0 and not view.finite[at - 1] and view.low[at - 1] not in (",",) and not view.is_adverb(at - 1)
    )


def _of_relative(view: View, cue: Occurrence, earlier: Sequence[tuple[Occurrence, Speaker]]) -> Speaker:
    at = cue.start - 1
    if view.low[at - 1] == "those" and cue.entry.cue_class == "belief":
        return Speaker(None, "none", at)  # "those who think that": whoever they are
    phrase = person_of(view, at, antecedent(view, at))
    phrase = _with_name(view, phrase)
    if phrase and view.low[phrase[1] - 1] in word_class("text_noun") and not is_of_others(view, phrase):
        agent = _agent_of_text(view, phrase[0], at)
        issuer = agent or subject_of(view, phrase[0], earlier)
        if issuer is not None:
            return Speaker(issuer, "issuer", at, inherited=agent is None)
    if view.low[at - 1 : at + 1] == (",", "who") and phrase is not None and not is_source(view, phrase):
        phrase = _people_left_of(view, at) or phrase
    if "text" in cue.entry.guards and not is_source(view, phrase, by_noun=True):
        owner = subject_of(view, at, earlier)  # "Karr changed her page on Monday, which read"
        if owner is not None and _writes(view, *owner, at):
            return Speaker(owner, "issuer", at, inherited=True)
    if view.low[at] == "which" and not is_source(view, phrase):
        phrase = _source_left_of(view, at)
    return Speaker(phrase, "relative" if phrase else "none", at)


def _writes(view: View, start: int, end: int, at: int) -> bool:
    """Say whether what a subject changed or left behind before a token can be read: a page, a note."""
    return is_source(view, (start, end)) and not _WRITTEN.isdisjoint(view.low[end:at])


def _people_left_of(view: View, at: int) -> Range | None:
    """Return the subject of the clause to the left: "Soldiers had fled from the base, who reported that"."""
    verb = next((k for k in range(at - 1, 0, -1) if view.finite[k] and view.is_free(k)), None)
    phrase = phrase_before(view, verb_group(view, verb)[0]) if verb is not None else None
    whole = phrase is not None and not view.has_finite(*phrase)
    return phrase if whole and is_source(view, phrase) else None


def _source_left_of(view: View, at: int) -> Range | None:
    """Return the nearest body or text to the left: "a survey of people who had left, which concluded"."""
    for k in range(at - 1, -1, -1):
        if view.low[k] in source_heads() and not view.is_capital_inside(k):
            return antecedent(view, k + 1)
    return None


def _of_gerund(view: View, cue: Occurrence, earlier: Sequence[tuple[Occurrence, Speaker]]) -> Speaker:
    at = cue.start
    before = view.low[at - 1] if at else ""
    own = own_subject(view, cue)
    if own is not None:
        return own
    sender = sender_within(view, cue, earlier)
    if sender is not None:
        return Speaker(sender, "relative", None)
    left = _left_of(view, at - 1 if before in ("while", "whilst") else at)
    if before in word_class("text_noun"):
        left = at
    elif (
        before not in (",", "and", "by", "in", "but", "or")
        and before in source_heads()
        and before not in ("tv", "television", "radio")
        and before not in word_class("toll_noun")
    ):
        phrase = _with_name(view, antecedent(view, at))
        if phrase is not None and view.low[phrase[0] - 1 if phrase[0] else 0] in _GIVING:
            return _shared(view, cue, earlier)  # "gave a defence of the court saying": he says it
        if phrase is not None and phrase[0] and view.low[phrase[0] - 1] in _TO_WHOM:
            return _shared(view, cue, earlier)  # "wrote to the council defending": who wrote defends
        if not (earlier and phrase and earlier[-1][0].end == phrase[0] and earlier[-1][1].phrase):
            return Speaker(phrase, "own" if phrase else "none", at)
    floor = earlier[-1][0].end if earlier else 0
    agent = _agent_of_text(view, floor, at)
    if agent is not None:
        return Speaker(agent, "agent", left)
    shared = _shared(view, cue, earlier)
    if shared.phrase is None and view.low[0] in ("in", "with") and not view.has_finite(0, at):
        return Speaker(behind_comma(view, cue.end), "relative", None)  # "In a letter claiming it, NAME said"
    return Speaker(shared.phrase, shared.kind, left, shared.inherited)


_DESCRIBES = ("a", "an", "the")


def _with_name(view: View, phrase: Range | None) -> Range | None:
    """Return "NAME, a radical group" for the apposition "a radical group"."""
    if (
        phrase is None
        or phrase[0] < 2
        or not (view.low[phrase[0] - 1] == "," or view.low[phrase[0] - 1] in DASHES)
        or not (view.low[phrase[0]] in _DESCRIBES or is_title_phrase(view, phrase))
    ):
        return phrase
    name = antecedent(view, phrase[0] - 1)
    first = next((k for k in range(phrase[0] - 3, 0, -1) if not view.is_capital(k)), 0)
    governed = first - 1 if view.low[first] == "the" and view.low[first - 1] == "of" else first
    of_thing = view.low[governed] == "of" and name is not None and not is_source(view, (name[0], governed))
    if name and name[0] < governed and (view.low[governed] in ("from", "by", "with") or of_thing):
        name = (
            governed + 1,
            name[1],
        )  # "support from NAME, head of the union, who", "a camp of NAME, a group that"
    described = view.low[phrase[0]] in _DESCRIBES
    known = name is not None and view.is_capital(name[1] - 1) and (described or is_name(view, name))
    return (name[0], phrase[1]) if name and known and is_source(view, name) else phrase


def _agent_of_text(view: View, start: int, end: int) -> Range | None:
    """Return X of "a statement issued by X" between two tokens."""
    for k in range(start, end - 2):
        if view.low[k] in ("statement", "announcement", "message", "speech") and view.low[k + 1] == "by":
            phrase = phrase_after(view, k + 2)
            if phrase and phrase[1] <= end:
                return phrase
        if (
            view.low[k] in word_class("text_noun")
            and view.low[k + 1] in _RELEASING
            and view.low[k + 2] == "by"
        ):
            phrase = phrase_after(view, k + 3)
            if phrase and phrase[1] <= end:
                return phrase
        if view.low[k] in word_class("text_noun") and view.low[k + 1] == "from":
            phrase = phrase_after(view, k + 2)
            closes = phrase and phrase[1] in (end - 1, end) and is_source(view, phrase)
            if closes and not _RECEIVING.isdisjoint(view.low[start:k]):
                return phrase  # "received a reply from X, promising"
    return None


def _shared(view: View, cue: Occurrence, earlier: Sequence[tuple[Occurrence, Speaker]]) -> Speaker:
    left = _left_of(view, cue.start)
    if (suspect := suspect_before(view, cue)) is not None:
        return Speaker(suspect, "relative", left)
    phrase = subject_of(view, cue.start, earlier)
    if phrase is not None and view.quote[phrase[0]] >= 0 and any(view.finite[slice(*phrase)]):
        phrase = None  # '"We fled", recalled one man'
    if phrase is not None and cue.entry.form.endswith("s"):
        phrase = without_present(view, phrase)
    phrase = before_report(view, phrase) if phrase is not None else None
    return Speaker(phrase, "shared" if phrase else "none", left, inherited=phrase is not None)


def _left_of(view: View, at: int) -> int:
    """Return the first token of the connector before a token: ", and", "but", ","."""
    while at > 0 and (view.low[at - 1] in {",", "and", "but", "or", "by", "then"} or view.is_adverb(at - 1)):
        if view.low[at - 1] == "well" or view.low[max(0, at - 2)] == "as":
            break  # "that they are safe and well | and warned", "as cowardly | and pledged"
        at -= 1
    opens = next((k for k in range(at - 2, max(0, at - 7), -1) if view.is_word(k, "preposition")), 0)
    if opens > 1 and view.low[opens - 1] in {"and", "but"} and not view.has_finite(opens, at):
        return _left_of(view, opens) if "," not in view.low[opens:at] else at  # "but in the end announced"
    return at
