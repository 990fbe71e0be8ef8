"""Which kind of statement a claim is: from its cue's class, and from what it says.

The wordings that make a plain "said" a threat, a denial or an accusation stand in
`tasks/lexicons/data/claim_type_wordings.csv`. Their order is the precedence: own deeds before denials,
threats, condolence, condemnation, support and demands before accusations, what is only judged last.
Where none fits, the deeds of the content do (`deed_type.py`): what the claimant's side did, did not or will
do, and what another did; else the cue decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import get_args

from tasks.claims.charged_with import without_charges
from tasks.claims.deed_type import (
    is_armed_group,
    is_eyewitness,
    is_of_media,
    is_of_police,
    own_deed_type,
    speaks_for_state,
    tells_of_himself,
    type_by_deeds,
)
from tasks.claims.draft import Draft
from tasks.claims.preamble import without_preamble
from tasks.claims.spoken_of_self import head_of_speaker, with_others_named
from tasks.claims.words import type_words
from tasks.claims.wrongs import names_side
from tasks.lexicons.caseless import Caseless
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.load import load
from tasks.lexicons.needed import needed
from tasks.lexicons.sieve import Sieve
from tasks.model.claim import ClaimType

_MACROS = {
    "<self>": r"^[\"“‘']?(?:it|they|we|i|he|she|(?:its|their|our|my|his|her) (?:own )?[\w-]+"
    r"|(?:one|some|two|members|fighters) of (?:its|their|our|his|her) [\w-]+)\b",
    "<somebody>": r"[\"“‘']?(?:[\w'’-]+ ){1,6}?",
    "<says>": r"(?:^[\"“‘']?(?:[\w’'.-]+ ){1,6}?|[,;] (?:and |but )?(?:it|we|he|she|they|i) )"
    r"(?:\w+ly |also |again |do |does |would |wish to |must |can only )*[\"“‘']?(?:\w+ly )*",
    "<ours>": r"^[\"“‘']?(?:it(?! (?:is|was|has become|had become|would be|seems|appears)"
    r" (?:[\w-]+ ){0,6}(?:for|that|to)\b"
    r"| (?:had been|has been|was) (?:planned|organi[sz]ed|plotted|carried out|perpetrated)\b)"
    r"|they|we|i|its|their|our|(?:one|some|members|fighters) of (?:its|their|our))\b",
}
_INNERMOST = late_pattern(r"\((?:[^()\\]|\\.)*\)")
_GROUPS = ("party", "harm", "victim", "moral", "blame", "wrongdoing", "forced", "weapon", "handled")

_SUBJECT = late_pattern(
    r"[\"“‘']?(?:the |their |its |his )?(?P<noun>[\w’'-]+(?: [\w’'-]+){0,2}?) (?:had|has|have|was|were|did"
    r"|does|do|is|are|would|could|never|played|took|bore|bears)\b",
    re.IGNORECASE,
)
_OWN = frozenset(
    {"forces", "force", "troops", "soldiers", "army", "military", "government", "aircraft", "planes", "jets"}
    | {"fighters", "men", "police", "officers", "units", "navy", "authorities", "officials", "members", "air"}
)
_WORD = re.compile(r"[\w’'-]+")
_QUOTES = '"“”'
_MARKS = re.compile(f"[{_QUOTES}]")
_TOLL = late_pattern(  # who were killed when it was: the clause of time blames; but soldiers die in war
    r"\bsuspected\b|^(?!.*\b(?:soldiers|troops|fighters|policemen)\b.* when )"
    r".*\b(?:killed|wounded|injured|died)\b.* when "
)
_OWNING = frozenset({"accept", "acknowledge", "admit", "concede"})
_UNCONFIRMED = frozenset({"confirm", "specify", "clarify", "verify"})
_BLAMING = frozenset({"allege", "complain", "charge", "protest"})
_QUESTIONS = ("whether", "if", "who", "what", "how", "why")
_OF_GOVERNMENT = frozenset(
    {"minister", "president", "ministry", "official", "officials", "secretary", "chancellor", "premier"}
) | {"government"}
_BODIES = frozenset(
    {"group", "organisation", "organization", "movement", "front", "faction", "army", "ministry"}
    | {"agency", "bureau", "company", "department", "force"}
)
_SPOKEN_FOR = frozenset(
    {"spokesman", "spokesperson", "spokeswoman", "leader", "leaders", "commander", "statement"}
    | {"chairman", "chief", "commissioner", "director", "head"}
)
_ARMED = frozenset(
    {"army", "military", "police", "troops", "security forces", "air force", "navy", "armed forces"}
)


@dataclass(frozen=True, slots=True)
class Wording:
    """One row of the lexicon: what a content must hold, and after which cues, to be of a type."""

    claim_type: ClaimType
    pattern: str
    unless: str
    cues: frozenset[str]
    lemmas: frozenset[str]
    but: frozenset[str]
    rules: frozenset[str]
    speaker: str
    groups: tuple[frozenset[str], ...]
    speakers: tuple[str, ...]  # where any content fits: what the words for who says it hold one of

    def fits(self, draft: Draft) -> bool:
        """Say whether the wording is tried for a draft's cue, of a class that it is for, and rule."""
        return (
            draft.lemma not in self.but
            and (not self.lemmas or draft.lemma in self.lemmas)
            and (not self.rules or draft.rule in self.rules)
        )

    def matches(self, content: str, lowered: str, words: frozenset[str], speaker: str) -> bool:
        """Say whether a content has the wording, said by such a speaker.

        Args:
            content: what is said.
            lowered: the same in lower case.
            words: its words in lower case.
            speaker: the words for who says it.
        """
        for group in self.groups:
            if group.isdisjoint(words):
                return False
        if self.speakers and not any(map(speaker.lower().__contains__, self.speakers)):
            return False
        return (
            _look(self.pattern).is_in(content, lowered)
            and not (self.unless and _look(self.unless).is_in(content, lowered))
            and not (self.speaker and not _look(self.speaker).is_in(speaker, speaker.lower()))
        )


@cache
def _wordings() -> tuple[Wording, ...]:
    """Return the wordings in the order of trial."""
    types = {name: name for name in get_args(ClaimType)}
    rows = sorted(load("claim_type_wordings"), key=lambda row: int(row["order"]))
    return tuple(
        Wording(
            claim_type=types[row["claim_type"]],
            pattern=_spelt_out(row["pattern"]),
            unless=_spelt_out(row["unless"]),
            cues=frozenset(row["cues"].split()),
            lemmas=frozenset(row["lemmas"].split()),
            but=frozenset(row["but"].split()),
            rules=frozenset(row["rules"].split()),
            speaker=row["speaker"],
            groups=_groups_needed(row["pattern"]),
            speakers=needed(row["speaker"]) if row["pattern"] == "^." else (),
        )
        for row in rows
    )


def compile_wordings() -> None:
    """Compile the patterns of all wordings at once: a process whose children will try them has them all."""
    for wording in _wordings():
        for pattern in filter(None, (wording.pattern, wording.unless, wording.speaker)):
            _look(pattern)


@cache
def _tried_after(cue_class: str) -> tuple[tuple[Wording, ...], Sieve]:
    """Return the wordings that are tried after a class of cues, and the sieve of their patterns."""
    tried = tuple(wording for wording in _wordings() if cue_class in wording.cues)
    return tried, Sieve([wording.pattern for wording in tried], among=_patterns())


@cache
def _patterns() -> tuple[str, ...]:
    return tuple(wording.pattern for wording in _wordings())


@cache  # when it is first tried: most never are in a short run
def _look(pattern: str) -> Caseless:
    return Caseless(pattern)


def _spelt_out(pattern: str) -> str:
    for name, words in _MACROS.items():
        pattern = pattern.replace(name, words)
    for name in _GROUPS:
        if f"<{name}>" in pattern:
            pattern = pattern.replace(f"<{name}>", rf"\b(?:{_one_of(type_words(name))})\b")
    return pattern


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern of the words, by first letters: what begins otherwise is told from a group at once."""
    by_letter = groupby(sorted(words), key=itemgetter(0))
    return "|".join(f"{letter}(?:{'|'.join(word[1:] for word in some)})" for letter, some in by_letter)


def _groups_needed(pattern: str) -> tuple[frozenset[str], ...]:
    """Return the groups of which a content needs a word before a pattern is worth trying."""
    inner = None
    while inner != pattern:  # what stands in parentheses may be one of several ways
        inner, pattern = pattern, _INNERMOST.sub("", pattern)
    ways = pattern.split("|")
    names = [name for name in _GROUPS if all(f"<{name}>" in way for way in ways)]
    return tuple(frozenset(word.split()[0] for word in type_words(name)) for name in names)


def claim_type_of(draft: Draft, content: str, speaker: str = "") -> ClaimType:
    """Return the claim type of a draft.

    Args:
        draft: the claim.
        content: its words.
        speaker: the claimant's words; what is said of his own side is read as "it".
    """
    content = with_others_named(content, speaker)
    content = without_charges(without_preamble(content))
    if draft.is_negated and draft.lemma in _UNCONFIRMED and content.split()[0] in _QUESTIONS:
        return "no_comment"
    found = _type_of(draft, content, speaker)
    if draft.lemma in _OWNING and (found == "accusation" or _of_state(draft, found, speaker)):
        return "admission"  # "the minister accepted that the police had used force"
    if found == "admission" and draft.lemma in _OWNING and is_armed_group(speaker):
        return own_deed_type(draft, content, speaker) or found
    if found == "responsibility" and is_of_media(head_of_speaker(speaker)):
        return "statement"  # an agency tells who claimed it
    if found == "responsibility" and tells_of_himself(content, speaker):
        return "admission"  # "the two men said they had planted the bomb"
    if found == "accusation" and draft.cue_class in ("report", "preposition"):
        return _accusing(draft, content, speaker)
    if found == "condemnation" and type_by_deeds(draft, content, speaker) == "accusation":
        return "accusation"  # "the rebels committed these heinous crimes"
    if found in ("statement", "assessment"):
        own = _of_oneself(content, speaker)
        of_own = None if own is None else _type_of(draft, own, speaker)
        if of_own in ("admission", "denial"):
            return of_own
        by_deeds = type_by_deeds(draft, content, speaker) or found
        return found if by_deeds == "accusation" and _only_saw(draft, speaker) else by_deeds
    return found


def _only_saw(draft: Draft, speaker: str) -> bool:
    return draft.lemma not in _BLAMING and is_eyewitness(speaker)


def _accusing(draft: Draft, content: str, speaker: str) -> ClaimType:
    """Return the type of a content that has a wording of accusations: not all who tell of a deed blame."""
    if is_of_media(speaker) or _only_saw(draft, speaker):
        return "statement"  # a newspaper tells who did it, an eyewitness what was seen
    if is_of_police(speaker) and draft.lemma not in _BLAMING and not names_side(content):
        return "statement"  # who investigates crimes tells what a suspect did
    told, _, _ = content.partition(" when ")  # when it was says nobody's blame
    if told != content and not _TOLL.search(content) and _type_of(draft, told, speaker) == "statement":
        return type_by_deeds(draft, told, speaker) or "statement"
    return own_deed_type(draft, content, speaker) or "accusation"


def _of_state(draft: Draft, found: ClaimType, speaker: str) -> bool:
    return found == "responsibility" and draft.rule == "said_that" and speaks_for_state(speaker)


def _type_of(draft: Draft, content: str, speaker: str) -> ClaimType:
    lowered = content.lower()
    words: frozenset[str] | None = None  # few wordings ask for them
    # 'the "civil defence" units had burned'
    plain = content[:1] + _MARKS.sub("", content[1:]) if any(map(content.__contains__, _QUOTES)) else content
    plain_lowered = lowered if plain == content else plain.lower()
    both = lowered if plain == content else f"{lowered}\n{plain_lowered}"
    tried, sieve = _tried_after(draft.cue_class)
    for number in sieve.worth_trying(both):
        wording = tried[number]
        if not wording.fits(draft):
            continue
        if wording.groups and words is None:
            words = frozenset(_WORD.findall(lowered))
        if wording.matches(content, lowered, words or frozenset(), speaker) or (
            plain != content and wording.matches(plain, plain_lowered, words or frozenset(), speaker)
        ):
            return wording.claim_type
    return draft.claim_type


def _of_oneself(content: str, speaker: str) -> str | None:
    """Return a content with "it" for a subject that is the speaker's own side; None for other subjects.

    "Israeli troops had not fired", said by the Israeli army; "the government did not", by a minister.
    """
    subject = _SUBJECT.match(content) if speaker else None
    if subject is None:
        return None
    words = [w.lower().removesuffix("'s").removesuffix("’s") for w in subject["noun"].split()]
    said = {w.lower().removesuffix("'s").removesuffix("’s") for w in re.findall(r"[\w’'.-]+", speaker)}
    kin = [w in said or any(len(s) > 4 and s[:5] == w[:5] for s in said) for w in words]
    official = words == ["government"] and bool(said & _OF_GOVERNMENT)
    named = any(kin) and all(k or w in _OWN for k, w in zip(kin, words, strict=True))
    body = len(words) == 1 and words[0] in _BODIES and not said.isdisjoint(_SPOKEN_FOR)
    body = body or (" ".join(words) in _ARMED and not said.isdisjoint(_OF_GOVERNMENT))
    return f"it {content[subject.end('noun') :].lstrip()}" if named or official or body else None
