"""Who claims an event for themselves: an alleged perpetrator, with the claim that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tasks.events.attackers.claiming.described_claimants import groups_named
from tasks.events.attackers.claiming.many_attacks import is_for_many, is_of_new_deed
from tasks.events.attackers.claiming.speaking_for import body_of_its
from tasks.lexicons.construction_words import words
from tasks.lexicons.deeds import deed
from tasks.lexicons.late_pattern import late_pattern
from tasks.lexicons.violence import any_of
from tasks.model.actor import Actor, ActorBook
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.event import EventActor
from tasks.model.span import Span

_OWN = late_pattern(
    r"\b(?:claim(?:ed|s|ing)?|took|takes|taken|accept(?:ed|s)|admit(?:ted|s)|acknowledged|assumed|taking"
    r"|conced(?:ed|es)|confess(?:ed|es)|own(?:ed|s) up|(?:assert|declar|avow)(?:ed|s|es))\b",
    re.I,
)
_DEED = (
    r"attack|bomb|kill|shot|shoot|fir(?:ed|ing)|plant|carr(?:y|ied)|struck|murder|massacre|ambush|detonat"
    r"|explo|hijack|kidnap|abduct|stab|mistak|behind|responsib|laid|buried|mined|burn|raid|sank|sunk"
    r"|opened fire"
)
_WHO = ("that ", "he ", "she ", "it ", "they ", "we ")  # "admitted that he had ordered it": told of himself
_OWNS_UP = late_pattern(r"admit|acknowledg|conced|confess|own", re.IGNORECASE)
# "admitted that the attack was the worst in years" owns up to nothing
_JUDGED = r"(?:was|were|is|are|had|has|have|could|would|might|may|should|will|did)"
_OWN_DEED = late_pattern(  # "his role in the attack", "carrying out the bombing", "it planted the bomb"
    r"(?:to )?(?:(?:his|her|its|their|sole|full|the) )*(?:\w+ )?"
    r"(?:role|responsibility|involvement|part|guilt)\b"
    rf"|(?:to )?(?:having )?(?!(?:the )?\w+ {_JUDGED}\b)"
    rf"(?:the )?(?:{_DEED}|holding|keeping|seiz|taken|captur)"
    rf"|(?:that )?(?:he|she|it|they|we|its|their|his|her|one of its)\b.*\b(?:{_DEED})"
    r"|(?:that )?(?:the|an?) [^.;]{1,60}(?:ed|shot|laid|sunk|struck|hit) by "
    r"(?:(?:one|two|three|some|men) of )?(?:its|their|his|our) \w"
    r"|(?:that )?(?:[a-z]+ ){0,2}(?:errors?|mistakes?) (?:were|had been|was) made (?:in|during|when) "
    r"(?:carrying out |conducting |executing )?(?:the|its|this|that|it)\b"
    r"|(?:that )?(?:the|an?|one|two) [^.;]{1,60} (?:was|were|had been|had come from) (?:one of )?"
    r"(?:(?:its|their|his|our) own|theirs|ours)\b",
    re.IGNORECASE | re.DOTALL,
)
_FIGHTERS = any_of(words("own_people"))
_OWN_PEOPLE = late_pattern(
    r"(?:that )?(?:(?:one|two|some) of )?"
    r"(?:its|their|his|the (?:movement|group|organi[sz]ation)['’]s) (?:own )?(?:\w+ )?"
    rf"(?:{_FIGHTERS})"
    r" (?:had |have )?"
    rf"(?:{_DEED}|stormed|targeted|conducted)",
    re.IGNORECASE,
)
_THEY = r"(?:it|they|we|(?:the|his|her|their) (?:group|movement|organi[sz]ation|militia|faction|party|cell))"
_WE_DID = late_pattern(  # of an armed group: "it was behind the blast", "they had carried out the raid"
    rf"(?:that )?{_THEY} (?:was|were|had been|is|are) (?:behind|responsible for) "
    rf"(?:the|this|these|both|it)\b|(?:that )?{_THEY} (?:had |have )?"
    r"(?:(?:carried out|planted|detonated|targeted) (?:the|it|this)\b"
    r"|(?:mistaken|mistook|taken) (?:the|it|them) (?:[^.;]{1,40} )?for )"
)
_OURS = late_pattern(  # "the bomber was one of its own members", "the attackers had been its fighters"
    r"(?:that )?(?:the|all|both)(?: (?:the|of the))? (?:suicide |two |three |dead )?"
    r"(?:bomb|attack|gunm|assail|perpetrat|raid|shoot|driver)"
    r"\w* (?:was|were|had been|is|are) (?:(?:one|two|three|all|some|an?) (?:\w+ )?of )?(?:its|their|our|his)"
    r"(?: own)? (?:members?|fighters?|men|militants?|soldiers?|people|followers|comrades?|mujahid\w+|martyrs?"
    r"|operatives?|commandos?|cadres?)\b",
    re.IGNORECASE,
)
_WE = (
    "that ",
    "it ",
    "they ",
    "we ",
    "the ",
    "his ",
    "her ",
    "their ",
)  # what these begin with, which is looked at faster
_HE = ("he ", "she ", "it ", "they ", "we ", "I ")
_PEOPLE = ("that ", "one of ", "two of ", "some of ", "its ", "their ", "his ", "the ", "all ", "both ")
_TO_HAVE_DONE = late_pattern(  # "claimed to have collaborated with them", "to have planted the bomb"
    rf"to have (?:{_DEED}|collaborat|participat|taken part|assist|help|organi[sz]|plann|execut|conduct|plac)"
)
_ON_ATTACKERS = late_pattern(  # who claims to have killed those did not attack
    r"to have (?:\w+ ){1,4}(?:militants|insurgents|terrorists|gunmen|attackers|rebels|fighters)\b"
)
_BATTLE = late_pattern(r"\b(?:battle|siege|campaign|offensive|clashes|war)s?\b", re.IGNORECASE)
_OTHERS = late_pattern(
    r"\b(?:separate|other|earlier|previous|previously|last (?:week|month|year))\b"
    r"(?=[^.;]*\b(?:attack|bomb|kill|raid|claim))",
    re.IGNORECASE,
)
_ITSELF = late_pattern(  # "The murder was claimed by X"
    rf"(?:both|the|this|that|all|all the|both the) (?:[\w'’-]+ ){{0,3}}?{deed('attack')}", re.IGNORECASE
)
_OF_GROUP = (
    "the group ", "the movement ", "the organisation ", "the organization ", "that the group ",
    "that the movement ", "his group ", "his movement ",
)  # fmt: skip
_NOBODY = late_pattern(
    r"\b(?:no|neither) (?:\w+ )?(?:group|organi[sz]ation|party|one|faction|militants?)\b|\bnobody\b",
    re.IGNORECASE,
)
_REASON = late_pattern(  # only who did it gives such a reason
    rf"(?:that )?(?:the|this|its|their) (?:\w+ ){{0,2}}(?:{deed('attack')}|operation)"
    r" (?:was|were|had been|came|is) (?:carried out )?"
    r"(?:in (?:response|retaliation|revenge|reprisal|protest)|(?:a |an )?(?:act of )?"
    r"(?:response|retaliation|revenge|reprisal|retaliatory|warning|punishment)|to avenge"
    r"|part of (?:a|an|its|the|their) (?:\w+ )?(?:campaign|jihad|war|offensive|operations?)"
    r"|(?:its|their|his|our) (?:own )?(?:\w+ )?(?:response|retaliation|revenge|reprisal|answer|vengeance))",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"(?:['’]s)? (?:spokes(?:man|woman|person)|commander|leader|official)\b,? ")
_FAR = 40  # code points of "a Northland Front spokesman, "
_BARE = frozenset(("country", "nation", "state", "kingdom", "republic", "regime", "government"))
_BODIES_OF_NO_NAME = frozenset(
    (
        "organisations",
        "organizations",
        "groups",
        "factions",
        "parties",
        "people",
        "persons",
        "callers",
        "others",
    )
)
_SAYS_WHY = ("statement", "responsibility")
_GROUPS = ("armed_group", "organisation", "party", "unknown")  # no state's forces are one of "two groups"


def claimed(document: Document, claims: Sequence[Claim], actors: ActorBook) -> list[EventActor]:
    """Return those who claim responsibility, or admit the deed, in the order of their claims.

    A spokesman stands for the group; "two groups" for the groups that the sentence names after it.
    """
    found = []
    for index, claim in enumerate(claims):
        if _explains(document, claim) or _tells_own_deed(document, claim, actors):
            found += [
                p
                for p in _claimants(document, claims, index, actors)
                if is_armed(p.actor, actors) or _is_own(document, claim, p.actor, actors)
            ]
        if claim.is_negated or claim.cue is None:
            continue
        cue, about = claim.cue.of(document.text), claim.text(document.text)
        is_passive = cue.endswith(" claimed") and _ITSELF.fullmatch(about.strip()) is not None
        if is_passive or (cue.startswith("claim") and _claims_deed(document, about)):
            found += _claimants(document, claims, index, actors)
        if claim.claim_type not in ("responsibility", "admission"):
            continue
        if not _OWN.search(cue) and "responsib" not in cue:
            continue
        if claim.claim_type == "admission" and not _OWN_DEED.match(about):
            continue
        if (
            claim.claim_type == "responsibility"
            and "claim" not in cue
            and about.strip() != "credit"
            and "responsib" not in (cue + about)[:60].lower()
            and not (_OWNS_UP.match(cue) and _OWN_DEED.match(about) and not about.startswith(_WHO))
        ):
            continue
        found += _claimants(document, claims, index, actors)
    return found


def _claims_deed(document: Document, about: str) -> bool:
    """Whether it is claimed "to have bombed the school"; both sides of a battle say so, again and again."""
    is_deed = _TO_HAVE_DONE.match(about) is not None and not _ON_ATTACKERS.match(about)
    return is_deed and not _BATTLE.search(document.article.title)


def _is_own(document: Document, claim: Claim, key: str, actors: ActorBook) -> bool:
    """Whether a claim of responsibility is of one whom its pronoun fits: "X said he had ordered it"."""
    is_he = claim.text(document.text).startswith(("he ", "she "))
    is_person = (a := actors.actors.get(key)) is not None and a.kind == "person"
    return claim.claim_type == "responsibility" and is_he == is_person


def _explains(document: Document, claim: Claim) -> bool:
    """Whether somebody says what the attack was for: "the attack was in response to", "in revenge"."""
    if claim.claim_type not in _SAYS_WHY or claim.is_negated or claim.claimant is None:
        return False
    return _REASON.match(claim.text(document.text)) is not None


def _tells_own_deed(document: Document, claim: Claim, actors: ActorBook) -> bool:
    """Whether somebody says what its people did: "X said that its fighters had carried out the assault"."""
    about = claim.text(document.text)
    kinds = ("statement", "responsibility", "admission")
    if claim.is_negated or (
        claim.claim_type not in kinds
        and not (about.startswith(_OF_GROUP) and _group_of_speaker(document, claim, actors) is not None)
    ):
        return False  # but "an X spokesman said the group was behind it" is of his own group
    if claim.claim_type == "responsibility" and about.startswith(_HE):
        return True  # "X said he had ordered the attack": its type says that the deed was his
    if about.startswith(_WE) and _WE_DID.match(about) is not None:
        return True
    if not about[:8].lower().startswith(_PEOPLE):
        return False
    return _OWN_PEOPLE.match(about) is not None or _OURS.match(about) is not None


def is_armed(key: str, actors: ActorBook) -> bool:
    """Return whether an actor is an armed group."""
    return (a := actors.actors.get(key)) is not None and a.kind == "armed_group"


def _is_of_others(document: Document, claim: Claim) -> bool:
    """Whether the sentence says that nobody claimed it, or that other attacks or many were claimed."""
    assert claim.claimant is not None
    text, sentence = document.text, document.sentences[claim.sentence].span
    return (
        _NOBODY.search(text, sentence.start, max(sentence.start, claim.claimant.end)) is not None
        or _OTHERS.search(text, sentence.start, claim.cue.end if claim.cue is not None else sentence.start)
        is not None
        or is_for_many(text, claim.claimant.end, sentence.end)
        or is_of_new_deed(document, claim)
    )


def _claimants(
    document: Document, claims: Sequence[Claim], index: int, actors: ActorBook
) -> list[EventActor]:
    claim, claimant = claims[index], actors.claimants[index]
    if claim.claimant is None or claimant is None or claimant.actor is None:
        return []
    if claim.claimant.of(document.text).split()[0].lower() in ("its", "their", "his", "her"):
        body = body_of_its(document, claim.claimant, claim.sentence, actors)  # not "their website"
        return [] if body is None else [_owner(body, claim.claimant, index)]
    actor = actors.actors.get(claimant.actor)
    if actor is not None and actor.name in _BARE:
        return []  # "the country later admitted it": who that is stands elsewhere
    if actor is not None and _is_speaker(actor) and actor.part_of in actors.actors:
        actor = actors.actors[actor.part_of or ""]
    elif actor is not None and actor.kind == "person":
        actor = _group_of_speaker(document, claim, actors) or actor
    if _is_of_others(document, claim):
        return []  # "no group has so far claimed responsibility", "two bombings last month were claimed by X"
    inside = groups_named(claim, actors, document.text)
    if inside:
        return [_owner(m.actor, m.span, index) for m in inside]
    named = claim.claimant.of(document.text)
    if claimant.resolution == "anonymous" and not any(w[:1].isupper() for w in named.split()[1:]):
        sentence = document.sentences[claim.sentence]
        after = Span(claim.claimant.end, sentence.span.end)
        inside = [
            m
            for m in actors.mentions
            if after.contains(m.span) and m.method != "claimant" and actors.actors[m.actor].kind in _GROUPS
        ]
        if inside:
            return [_owner(m.actor, m.span, index) for m in inside]
    if actor is not None and not _BODIES_OF_NO_NAME.isdisjoint(actor.name.lower().split()[-1:]):
        return []  # "several organisations claimed it"
    return [_owner(actor.key if actor is not None else claimant.actor, claim.claimant, index)]


def _owner(actor: str, span: Span, claim: int) -> EventActor:
    return EventActor(actor, "perpetrator", span, "claimed", is_alleged=True, claim=claim)


def _is_speaker(actor: Actor) -> bool:
    """Whether an actor is a person, or a bare noun for one: "caller", no branch of a body."""
    return actor.kind == "person" or (actor.kind == "unknown" and actor.name.islower())


def _group_of_speaker(document: Document, claim: Claim, actors: ActorBook) -> Actor | None:
    """Return the armed group for which one speaks: "an X spokesman, Y, said"."""
    if claim.claimant is None:
        return None
    begin = max(document.sentences[claim.sentence].span.start, claim.claimant.start - _FAR)
    for mention in actors.overlapping(Span(begin, claim.claimant.end)):
        actor = actors.actors[mention.actor]
        if actor.kind == "armed_group" and _SPEAKER.match(document.text, mention.span.end) is not None:
            return actor
    return None
