"""Which verbs and nouns of violence each part of the programme takes, by the class that it asks for.

A class of a lexicon (`construction_words.csv`, `type_words.csv`, ...) holds the words that only it knows;
to them come those that its name implies here: a verb of violence that is declared once is known to all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from tasks.lexicons.load import load
from tasks.lexicons.violence import (
    ANY,
    MUTUAL,
    SURE,
    ViolentNoun,
    ViolentVerb,
    forms_of,
    nouns,
    nouns_that,
    verbs,
    verbs_that,
    words_of,
)

KILLS, HURTS = ("kills",), ("kills", "harms", "wounds")
_ON_PEOPLE = (*HURTS, "takes", "torments")
_ON_BOTH = ("attacks", "robs", "takes", "destroys")
_PARTY_CLASSES = ("act", "hit", "strikes")
_HITS = ("attacks", "takes", "destroys", "encloses")  # who loots does so beside what he attacks
_DEEDS = (*_ON_PEOPLE, *_ON_BOTH, "encloses", "fights")
# Behind their "of" stands who did it or what went off.
_OF_DOER = ("aerial attack", "airstrike", "blast", "detonation", "explosion", "fusillade", "onslaught")
_OUTBREAKS = frozenset(("jailbreak", "jailbreaks"))  # who breaks out rises against nobody
_MURDERS = frozenset({"butcher", "lynch", "massacre", "poison", "slaughter", "torture"})
_BEATS = frozenset({"cut", "kick", "kicked", "lash", "lashed", "blinded", "abused", "eliminated"})


def _single(some: frozenset[str]) -> frozenset[str]:
    return frozenset(noun for noun in some if " " not in noun)


def _acts() -> frozenset[str]:
    """Past forms of what a party does: "X massacred"; not of verbs whose subject may be who suffers."""
    return words_of(verbs_that((*_ON_PEOPLE, *_ON_BOTH), ANY), "past") - _BEATS


def _hits() -> frozenset[str]:
    """Past forms and participles of what is done to a target: "the embassy was ransacked"."""
    attacks = [
        verb
        for verb in verbs_that(_HITS, (*SURE, "object"))
        if not (verb.guard == "object" and verb.does in ("destroys", "encloses"))  # an outcome of battles
    ]
    return words_of(attacks, "past", "participle")


def _strikes() -> frozenset[str]:
    """Forms of what is done to people, and -ing forms of what is done to a target."""
    people = words_of(verbs_that((*HURTS, "torments"), (*SURE, "object")), "past", "participle", "gerund")
    return (people | words_of(verbs_that(_ON_BOTH), "gerund")) - _BEATS


def _noun_phrases(does: tuple[str, ...], guards: tuple[str, ...] = ("",)) -> frozenset[str]:
    return _single(forms_of(nouns_that(does, guards)))


def _is_harm(verb: ViolentVerb) -> bool:
    """Whether a verb is harm, and no outcome of a fight between armed sides ("downed a helicopter")."""
    return verb.does not in ("captures", "hurts") and not (verb.does == "destroys" and verb.guard == "object")


def _irregular() -> frozenset[str]:
    """Past forms and participles that do not look like verbs: "overran", "machine-gunned"."""
    some = words_of(verbs(), "past", "participle").union(
        *(verb.heads("past", "participle") for verb in verbs_that(KILLS))
    )
    return frozenset(word for word in some if "-" in word or not word.endswith("ed"))


def _attack_titles() -> frozenset[str]:
    """Nouns of a title: a place was attacked; what is done to one person only in the plural ("murders")."""
    some = [noun for noun in nouns() if noun.does not in MUTUAL]
    return _single(frozenset(form for n in some for form in (n.forms[1:] if n.of == "person" else n.forms)))


def _lasting() -> frozenset[str]:
    """What may last for days, whatever its number: without the -s of the plural, also of "clashes"."""
    some = (noun for noun in nouns() if noun.lasts != "once" and noun.of != "person")
    return frozenset(form.removesuffix("s") for form in _single(forms_of(some)))


def _outrages() -> frozenset[str]:
    """Forms of what is a crime in war as well, whoever suffers it: "the pilot was tortured"."""
    some = (
        verb
        for verb in verbs_that(("takes", "torments", "robs", "kills"), ANY)
        if verb.does != "kills" or verb.means == "targeted" or verb.base[0] in _MURDERS
        if not verb.rest.endswith((" prisoner", " captive", " up"))  # war takes prisoners and holds up
    )
    return frozenset(phrase for verb in some for phrase in verb.phrases("past", "participle", "gerund"))


def _victims_but(*kinds: str) -> frozenset[str]:
    rows = load("type_words")
    but = {row["word"] for row in rows if row["class"] in kinds}
    return frozenset(row["word"] for row in rows if row["class"] == "victim") - but


_CONSTRUCTIONS: Mapping[str, Callable[[], frozenset[str]]] = {
    "act": _acts,
    "irregular_past": _irregular,
    "done_to": lambda: (
        words_of(verbs_that((*_ON_PEOPLE, *_ON_BOTH), (*SURE, "object")), "participle")
        | words_of(verbs_that(("encloses",)), "participle")
    ),
    "hit": _hits,
    "strikes": _strikes,
    "suffers": lambda: words_of(verbs_that((*_ON_PEOPLE, "hurts")), "participle"),
    "suffers_noun": lambda: _noun_phrases(KILLS),
    "of_target": lambda: _single(
        forms_of(
            noun
            for noun in nouns_that(("attacks", "destroys", "encloses", "kills", "robs", "takes"))
            if noun.object != "land" and noun.forms[0] not in _OF_DOER
        )
    ),
    "intended": lambda: words_of(verbs_that((*_ON_PEOPLE, *_ON_BOTH)), "base"),
    "rising": lambda: forms_of(nouns_that(("revolts",))) - _OUTBREAKS,
    "accused_of": lambda: _noun_phrases(_DEEDS),
    "attack_title": _attack_titles,
    "violence_in": lambda: _noun_phrases(_DEEDS),
    "lasting": _lasting,
    "dated_event": lambda: _single(frozenset(noun.forms[0] for noun in nouns())),
}

_TYPES: Mapping[str, Callable[[], frozenset[str]]] = {
    "harm": lambda: (
        frozenset(p for v in verbs() if _is_harm(v) for p in v.phrases("past", "participle"))
        | frozenset(p for v in verbs_that((*_ON_PEOPLE, *_ON_BOTH)) for p in v.phrases("gerund"))
    ),
    "harm_form": lambda: words_of(filter(_is_harm, verbs()), "base", "gerund"),
    "deed": lambda: _single(forms_of(nouns_that(_DEEDS, ANY))) - {"battle", "battles", "clash", "clashes"},
    "wrongdoing": lambda: _noun_phrases(("kills", "robs", "torments"), ("", "people")),
    "by_hand": lambda: frozenset(
        phrase
        for verb in verbs()
        if (verb.does == "robs" and verb.rest != " up") or (verb.does == "destroys" and verb.means == "riot")
        for phrase in verb.phrases("past", "participle", "gerund")
    ),
    "outrage": _outrages,
    "protected": lambda: _victims_but("struck", "materiel"),
    "belonging": lambda: _victims_but("materiel"),
}

_CONTEXTS: Mapping[str, Callable[[], frozenset[str]]] = {
    "violent_verbs": lambda: words_of(verbs_that(("kills", "robs", "takes", "torments"), ("",)), "past"),
    "human_fates": lambda: words_of(verbs_that(_ON_PEOPLE, ("",)), "participle"),
    "agent_verbs": lambda: words_of(verbs_that((*_ON_PEOPLE, *_ON_BOTH), ("",)), "past"),
}

_CLAIMS: Mapping[str, Callable[[], frozenset[str]]] = {"event_noun": lambda: _noun_phrases(_DEEDS)}

_NONE: Callable[[], frozenset[str]] = frozenset


@cache
def implied(lexicon: str, kind: str) -> frozenset[str]:
    """Return the words of violence that a class of a lexicon takes besides its own; nearly all take none."""
    classes = {
        "construction_words": _CONSTRUCTIONS,
        "type_words": _TYPES,
        "actor_context": _CONTEXTS,
        "claim_words": _CLAIMS,
    }.get(lexicon, {})
    return classes.get(kind, _NONE)()


@cache
def guarded() -> frozenset[str]:
    """Return the verb forms of parties' classes that mean violence only with an object that can suffer it."""
    listed = {row["word"] for row in load("construction_words") if row["class"] in _PARTY_CLASSES}
    some = [verb for verb in verbs() if verb.guard]
    return words_of(some, "past", "participle", "gerund") - listed


@cache
def implied_nouns() -> tuple[ViolentNoun, ...]:
    """Return the nouns that name an event whatever stands beside them."""
    return tuple(nouns_that((*_DEEDS, "revolts")))
