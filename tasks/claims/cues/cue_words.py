"""Word classes and cue entries as look-ups: the lexicons of this stage, each read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from tasks.lexicons.classes import classes
from tasks.lexicons.implied import implied
from tasks.lexicons.load import load
from tasks.model.claim import ClaimType

_INFLECTIONS_PAST = frozenset({"past", "past_participle", "any"})
_INFLECTIONS_PARTICIPLE = frozenset({"participle", "past_participle", "any"})


@dataclass(frozen=True, slots=True)
class CueEntry:
    """One inflected form of a cue, as `tasks/lexicons/data/cues.csv` has it."""

    form: str
    lemma: str
    inflection: str
    particle: tuple[str, ...]
    cue_class: str
    claim_type: ClaimType
    frames: frozenset[str]
    guards: frozenset[str]
    object: str  # the guard of its object, one of `object_guard.GUARDS`; "": none

    @property
    def is_past(self) -> bool:
        """Whether the form can be a simple past."""
        return self.inflection in _INFLECTIONS_PAST

    @property
    def is_participle(self) -> bool:
        """Whether the form can be a past participle."""
        return self.inflection in _INFLECTIONS_PARTICIPLE

    @property
    def is_gerund(self) -> bool:
        """Whether the form ends in -ing."""
        return self.inflection == "gerund"


@dataclass(frozen=True, slots=True)
class LightNoun:
    """A noun that makes a statement with a light verb: "offered condolences"."""

    noun: str
    cue_class: str
    claim_type: ClaimType
    verbs: frozenset[str]


CLASSES = classes("claim_words")  # of `claim_words.csv`, the nouns of violence among them


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of one class of `tasks/lexicons/data/claim_words.csv`."""
    return CLASSES[name]


@cache
def branch_nouns() -> frozenset[str]:
    """Return the nouns that end a branch's name behind a dash ("X Front – Northern Command")."""
    return classes("actor_context", "role")["branches"]


@cache
def type_words(group: str) -> frozenset[str]:
    """Return the words of one group of `tasks/lexicons/data/type_words.csv`, with those of violence of it."""
    return classes("type_words").get(group) or implied("type_words", group)


@cache
def cue_entries() -> dict[str, tuple[CueEntry, ...]]:
    """Return the cue entries of each form, those with the longest particle first."""
    found: dict[str, list[CueEntry]] = {}
    for row in load("cues"):
        entry = CueEntry(
            form=row["form"],
            lemma=row["lemma"],
            inflection=row["inflection"],
            particle=tuple(row["particle"].split()),
            cue_class=row["class"],
            claim_type=row["claim_type"],  # type: ignore[arg-type]  # the schema lists the values
            frames=frozenset(row["frames"].split()),
            guards=frozenset(row["guard"].split()),
            object=row["object"],
        )
        found.setdefault(entry.form, []).append(entry)
    return {form: tuple(sorted(some, key=lambda e: -len(e.particle))) for form, some in found.items()}


@cache
def light_nouns() -> dict[str, LightNoun]:
    """Return the nouns of `tasks/lexicons/data/claim_light_verbs.csv`."""
    found = {}
    for row in load("claim_light_verbs"):
        verbs = frozenset(row["verbs"].split())
        kind: ClaimType = row["claim_type"]  # type: ignore[assignment]  # the schema lists the values
        found[row["noun"]] = LightNoun(row["noun"], row["class"], kind, verbs)
    return found


@cache
def act_verbs(act: str) -> dict[str, str]:
    """Return the lemma of each form that can begin an act of `tasks/lexicons/data/claim_acts.csv`."""
    return {row["form"]: row["lemma"] for row in load("claim_acts") if row["act"] == act}


@cache
def light_verbs() -> frozenset[str]:
    """Return the forms of all light verbs."""
    return frozenset(form for noun in light_nouns().values() for form in noun.verbs)


@cache
def person_titles() -> frozenset[str]:
    """Return the last words of all titles of persons, singular and plural."""
    words = {row["title"].split()[-1] for row in load("person_titles")}
    return frozenset(words | {w + "s" for w in words if w.isalpha()})


@cache
def people_nouns() -> frozenset[str]:
    """Return nouns for people who can speak though none of them names a speaker: "sailor", "shoppers"."""
    people = {row["noun"] for row in load("victims") if row["number"] != "adjective"}
    return frozenset(people - word_class("not_speaking"))


@cache
def source_heads() -> frozenset[str]:
    """Return nouns that name somebody who speaks: last words of organisation heads, titles, texts."""
    words = {row["head"].split()[-1] for row in load("organisation_heads")}
    return frozenset(words | person_titles() | word_class("text_noun") | word_class("source_noun"))
