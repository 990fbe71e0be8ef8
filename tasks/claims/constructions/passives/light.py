"""Nouns of saying in the passive: "condolences were sent by X", "concerns raised by X about the arrests"."""

from __future__ import annotations

from collections.abc import Sequence

from tasks.claims.contents.boundaries import clause_end, phrase_end
from tasks.claims.cues.cue_words import LightNoun, light_nouns, light_verbs
from tasks.claims.cues.draft import Draft
from tasks.claims.cues.source import is_source
from tasks.claims.cues.verbs.verb_group import verb_group
from tasks.claims.cues.view import Range, View
from tasks.claims.speakers.antecedent import antecedent
from tasks.claims.speakers.noun_phrase import phrase_after, phrase_before

_BY = frozenset({"by"})
_ON_WHAT = frozenset({"about", "over", "for", "regarding", "that"})
_NOT_SAID = frozenset({"prayers", "order", "orders", "account", "accounts"})
_ADDRESSEE = 8  # tokens of "to the families of the dead"


def light_passives(view: View, cuts: Sequence[int], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the statements whose noun is the subject of a light verb, outside the cues of the others."""
    found = []
    for by in view.places(_BY):
        verb = _verb_before(view, by)
        if verb is None or any(d.cue[0] <= verb < d.cue[1] for d in drafts):
            continue
        thing, agent = _thing(view, verb), _agent(view, by)
        if thing is None or agent is None or not is_source(view, agent):
            continue
        noun = _noun(view, thing, verb)
        if noun is None or (view.low[agent[1] : agent[1] + 1] == ("that",) and thing[1] == verb):
            continue  # "the allegation made by X that C": a clause of its own
        content: tuple[Range, ...] = (thing,)
        if view.low[agent[1] : agent[1] + 1] and view.low[agent[1]] in _ON_WHAT:
            told = view.low[agent[1]] == "that"
            content = (thing, (agent[1], (clause_end if told else phrase_end)(view, agent[1], cuts)))
        found.append(
            Draft(
                content=content,
                cue=(verb_group(view, verb)[0], verb + 1),
                cue_class=noun.cue_class,
                claimant=agent,
                claim_type=noun.claim_type,
                rule="passive_by",
                lemma=f"{view.low[verb]} {noun.noun}",
            )
        )
    return found


def _verb_before(view: View, by: int) -> int | None:
    """Return the light verb before "by", over somebody to whom it goes: "were sent to the families by"."""
    if not view.is_free(by):
        return None
    for k in range(by - 1, max(0, by - _ADDRESSEE), -1):
        if view.low[k] in light_verbs():
            addressed = k == by - 1 or view.low[k + 1] in ("to", "on", "in")
            return k if view.is_participle(k) and addressed else None
        if view.finite[k] or view.low[k] in (",", ";", "by"):
            return None
    return None


def _agent(view: View, by: int) -> Range | None:
    """Return who is named behind "by", without what it is about: "by villagers | over the arrests"."""
    phrase = phrase_after(view, by + 1)
    if phrase is None:
        return None
    end = next((k for k in range(phrase[0] + 1, phrase[1]) if view.low[k] in _ON_WHAT), phrase[1])
    return (phrase[0], end)


def _thing(view: View, verb: int) -> Range | None:
    """Return what was sent or raised: the subject of "were sent", the noun before "sent"."""
    start, helpers, negated = verb_group(view, verb)
    if negated or (not helpers and view.low[verb - 1] == ","):
        return None
    return phrase_before(view, start) if helpers else antecedent(view, verb)


def _noun(view: View, thing: Range, verb: int) -> LightNoun | None:
    """Return the noun of saying that heads a phrase and goes with the verb; None for other things."""
    head = next((k for k in range(*thing) if k > thing[0] and view.is_word(k, "preposition")), thing[1]) - 1
    noun = light_nouns().get(view.low[head])
    fits = noun is not None and view.low[verb] in noun.verbs and noun.noun not in _NOT_SAID
    return noun if fits and view.low[thing[0]] != "no" else None
