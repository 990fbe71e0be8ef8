"""Objects that go with verbs of several senses: "denied involvement", not "denied them access".

Which verb asks for which object stands in the column `object` of `tasks/lexicons/data/cues.csv`; its schema
says what each name means, and `GUARDS` has the function of each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tasks.claims.cues.cue_words import people_nouns, source_heads, word_class
from tasks.lexicons.site_nouns import is_attacked_noun

Words = Sequence[str]
PRONOUNS = frozenset(
    {"it", "him", "her", "them", "this", "these", "those", "himself", "itself", "themselves", "us"}
)
_THREATENED = frozenset(
    {"action", "retaliation", "retribution", "consequences", "force", "reprisals", "revenge", "sanctions"}
)
_LANDS = frozenset({"country", "nation", "world", "kingdom", "west"})
_SCENES = word_class("scene_noun")
_SEEN = frozenset(
    {"bodies", "corpses", "wounded", "injured", "burned", "burnt", "mutilated", "bloodied", "dying"}
)
_PUT_FORWARD = frozenset({"call", "calls", "demand", "demands", "pressure", "criticism", "comparisons"})
_TALKS = word_class("talks_noun")
_OFFERED = word_class("offered_noun")
_GAINED = word_class("gained_noun")
_TOLLS = word_class("toll_noun")
_LIVES = frozenset({"lives", "life", "victims", "victim", "throne", "title", "descent"})
_WAYS_IN = word_class("entry_noun")
_POSSIBLE = frozenset({"need", "possibility", "involvement", "existence", "presence", "link", "links"})
_RULED_OUT = _POSSIBLE | {"possibilities", "participation", "complicity", "role", "hypothesis"}
_REVEALED = word_class("revealed_noun")
_TO_DEATH = (("to", "death"), ("to", "be"), ("to", "life"))
_TAKEN_UP = (("the", "latter"), ("the", "former"))
_SWORN = frozenset({"revenge", "vengeance", "retribution", "retaliation", "allegiance", "loyalty"})
_WAYS_BACK = frozenset({"into", "from", "to", "in", "at"})
_INFORMED = frozenset({"police", "authorities"})
_ANSWERED = frozenset(
    {"signal", "signals", "receipt", "greeting", "greetings", "salute", "cheers", "applause"}
)
_CALLED_BY = frozenset({"radio", "loudspeaker", "loudspeakers", "loudhailer", "megaphone", "taxi", "cab"})
_SIGNS = frozenset({"sign", "signs", "indication", "indications", "trace", "traces"})
_DETERMINERS = word_class("determiner")
_NEAR = 5  # words of "an unusually high presence"
_HEAD = 8  # words in which the object's noun is looked for


def is_statement_object(guard: str, words: Words) -> bool:
    """Say whether the words of an object make a statement with a verb, whose entry names the guard.

    A verb of one sense names none ("") and makes a statement with whatever is more than a pronoun.
    """
    return GUARDS[guard](words) if guard else not is_pronoun(words)


def is_pronoun(words: Words) -> bool:
    """Say whether an object is nothing but a pronoun."""
    return all(w in PRONOUNS for w in words)


def _claimed(words: Words) -> bool:
    if any(w in _LIVES for w in words):
        return False
    head = words[:_HEAD]
    same = words[:2] == ("the", "same") and not _TOLLS.isdisjoint(words[2:4])
    return same or any(w in word_class("event_noun") or w.isdigit() or w in _GAINED for w in head)


def _denied(words: Words) -> bool:
    her = words[0] == "her" and len(words) > 1 and words[1] in word_class("determiner")
    to_somebody = (words[0] in ("him", "them", "us", "it") and len(words) > 1) or her
    return not to_somebody and not any(w in _WAYS_IN for w in words[:_HEAD])


def _said_by_others(words: Words) -> bool:
    return any(w in word_class("denied_noun") for w in words[:_HEAD])


def _rejected(words: Words) -> bool:
    return _said_by_others(words) or not _PUT_FORWARD.isdisjoint(words[:3])


def _rebuffed(words: Words) -> bool:
    return words[0] not in ("him", "her", "them", "us") and _rejected(words)


def _questioned(words: Words) -> bool:
    return any(w in word_class("questioned_noun") for w in words[:_HEAD])


def _doubted(words: Words) -> bool:
    return _questioned(words) or _of_accounts(words)


def _estimated(words: Words) -> bool:
    return any(w[:1].isdigit() or w in word_class("toll_noun") for w in words)


def _offered(words: Words) -> bool:
    return words[0] not in PRONOUNS and any(
        w in _TALKS or w in word_class("ordered_noun") for w in words[:_HEAD]
    )


def _promised(words: Words) -> bool:
    oneself = words[0].endswith(("self", "selves"))  # "offered himself in exchange for"
    return not oneself and any(w in _TALKS or w in _OFFERED for w in words[:_HEAD])


def _excluded(words: Words) -> bool:
    """Say whether what is excluded might have been or be: "any raid on the port", not "the delegates"."""
    return words[0] == "any" or any(w in _RULED_OUT for w in words[:_HEAD])


def _requested(words: Words) -> bool:
    return "anonymity" not in words and not all(w in PRONOUNS for w in words)


def _suggested(words: Words) -> bool:
    return _estimated(words) or any(w in _POSSIBLE for w in words[:_HEAD])


def _revealed(words: Words) -> bool:
    return any(w in _REVEALED for w in words[:_HEAD])


def _told_of(words: Words) -> bool:
    """Say whether what happened or was seen is described: "scenes of panic", "wounded children"."""
    return words[0] not in PRONOUNS and any(w in _SCENES or w in _SEEN for w in words[:_HEAD])


def _assailed(words: Words) -> bool:
    """Say whether no walls are stormed: "assailed the barracks"; a policy or a government is blamed."""
    return not is_pronoun(words) and not any(map(is_attacked_noun, words[:_HEAD]))


def _threatened(words: Words) -> bool:
    whom = words[1] if len(words) > 1 and words[0] in word_class("determiner") else ""
    closes = len(words) == 2 or words[2:3] in (["with"], ("with",), ["a"], ("a",), ["for"], ("for",))
    people = whom in people_nouns() or whom in source_heads() or whom in _LANDS
    if people and closes:
        return True  # "threatened the country a few times"
    return any(w in _THREATENED or w in word_class("event_noun") for w in words[:_HEAD])


def _found(words: Words) -> bool:
    none = words[0] == "no" and not _SIGNS.isdisjoint(words[:3])  # "found no sign of a tunnel"
    return none or any(w in ("evidence", "proof", "fault") for w in words[:_HEAD])


def _acknowledged(words: Words) -> bool:
    return _ANSWERED.isdisjoint(words[:3]) and not all(w in PRONOUNS for w in words)


def _announced(words: Words) -> bool:
    return not words[0].endswith(("self", "selves")) and not all(w in PRONOUNS for w in words)


def _admitted(words: Words) -> bool:
    return not any(w[:1].isdigit() or w in ("patients", "wounded") for w in words[:_HEAD])


def _reported(words: Words) -> bool:
    if "to" in words and not _INFORMED.isdisjoint(words):
        return False  # "reported the man to the police"
    return not is_pronoun(words) and (words[0] not in ("his", "her") or len(words) > 2)


def _condemned(words: Words) -> bool:
    return not any(tuple(words[k : k + 2]) in _TO_DEATH for k in range(len(words)))


def _ordered(words: Words) -> bool:
    if any(w in word_class("ordered_noun") for w in words[:_HEAD]):
        return True
    new = words[0] not in ("the", "this", "that")  # "had ordered the attack" tells who stood behind it
    return new and any(w in word_class("ordered_attack") for w in words[:_HEAD])


def _defended(words: Words) -> bool:
    return any(w in word_class("defended_noun") for w in words[:_HEAD])


def _of_accounts(words: Words) -> bool:
    return any(w in word_class("account_noun") for w in words[:_HEAD])


def _contradicted(words: Words) -> bool:
    return _of_accounts(words) or words[0] == "this" or tuple(words[:2]) in _TAKEN_UP


def _cited(words: Words) -> bool:
    head = next((k for k, w in enumerate(words) if k and w in word_class("preposition")), len(words))
    named = words[:head]
    return "saying" not in words and not any(w in source_heads() for w in named) and len(words) > 1


def _noted(words: Words) -> bool:
    """Say whether what is noted is how things stand: "a sharp decline in", "the absence of guards"."""
    return words[0] in _DETERMINERS and any(w in word_class("noted_noun") for w in words[1:_NEAR])


def _recorded(words: Words) -> bool:
    return len(words) > 1 and not is_pronoun(words)  # of a text, which is asked of its subject


def _shown(words: Words) -> bool:
    return words[0] == "no" and len(words) > 1  # "records show no attack", of which they might have told


def _innocent(words: Words) -> bool:
    return "innocence" in words[:3]


_DECLARED = frozenset({"victory", "intention", "intentions", "intent", "readiness", "willingness"})
_LAID_DOWN = frozenset({"ceasefire", "cease-fire", "truce", "ceasefires"})


def _declared(words: Words) -> bool:
    strike = "strike" in words[:6] and "on" not in words  # "an indefinite general strike"
    return strike or not (_DECLARED.isdisjoint(words[:3]) and _LAID_DOWN.isdisjoint(words[:5]))


def _taken_back(words: Words) -> bool:
    """Say whether what is withdrawn was said: "this claim", not "its troops"."""
    return any(w in word_class("taken_back") for w in words[:_HEAD]) and words[0] not in _WAYS_BACK


def _sworn(words: Words) -> bool:
    return not _SWORN.isdisjoint(words[:2])  # not "an oath of loyalty"


def _praised(words: Words) -> bool:
    """Say whether somebody is praised: a ship that is hailed, or whoever is hailed by radio, is called."""
    end = next((k for k, w in enumerate(words) if k and w in word_class("preposition")), len(words))
    return words[end - 1] not in word_class("vessel_noun") and _CALLED_BY.isdisjoint(words)


def _from_oneself(words: Words) -> bool:
    return words[0].endswith(("self", "selves")) and "from" in words


GUARDS: dict[str, Callable[[Words], bool]] = {
    "accounts": _of_accounts,
    "acknowledged": _acknowledged,
    "admitted": _admitted,
    "announced": _announced,
    "assailed": _assailed,
    "cited": _cited,
    "claimed": _claimed,
    "condemned": _condemned,
    "contradicted": _contradicted,
    "declared": _declared,
    "defended": _defended,
    "denied": _denied,
    "described": _told_of,
    "disputed": _said_by_others,
    "doubted": _doubted,
    "estimated": _estimated,
    "excluded": _excluded,
    "found": _found,
    "hailed": _praised,
    "innocence": _innocent,
    "noted": _noted,
    "oneself": _from_oneself,
    "ordered": _ordered,
    "promised": _promised,
    "proposed": _offered,
    "questioned": _questioned,
    "rebuffed": _rebuffed,
    "recorded": _recorded,
    "rejected": _rejected,
    "reported": _reported,
    "requested": _requested,
    "revealed": _revealed,
    "shown": _shown,
    "suggested": _suggested,
    "sworn": _sworn,
    "taken_back": _taken_back,
    "threatened": _threatened,
}
