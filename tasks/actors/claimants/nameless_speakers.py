"""Words for a speaker that name nobody: pronouns, "the group", "the statement"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from tasks.actors.claimants import speaker_patterns as patterns
from tasks.actors.claimants.coreference import (
    REACH,
    SAYINGS,
    SINGULAR_PERSON,
    agrees,
    definite,
    is_so_described,
    mentioned_before,
    nearest,
)
from tasks.actors.claimants.described_speakers import DescribedSpeakers
from tasks.actors.claimants.only_body import is_called_so, only_body
from tasks.actors.claimants.plural_subject import people_open, plural_subject
from tasks.actors.claimants.spoken_before import begin_of_subject, described_subject, is_quoted
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor, Claimant, Mention
from tasks.model.claim import Claim
from tasks.model.document import Document, Sentence
from tasks.model.memo import remembered
from tasks.model.order import SPAN_START
from tasks.model.span import Span

_AVENGED_WITHIN = 300  # characters before a description in which a deed that was avenged is looked for
_ACCUSED = 6  # words of what an accusation says in which the accused are named
_AND = re.compile(r",? and (?:(?:[A-Z][\w.-]+(?:['’]s)?|[a-z]+) ){0,4}")  # with a title
_BY = late_pattern(r"\bby (?:[\w'’-]+ ){0,4}$")
_NAMES = 2  # words of a person's name
_OPENING = 40  # characters at the begin of a sentence in which its subject is looked for


class References(DescribedSpeakers):
    """Whom words that name nobody stand for, from what was said and named before them."""

    def _pronoun(self, span: Span, pronoun: str, claim: Claim) -> Claimant:
        paragraph = self._paragraph(claim)
        told = self._accused_before(span, pronoun, claim) or self._plural_before(span, pronoun, claim)
        told = told or self._subject_before(span, pronoun, claim) or self._named_before(span, pronoun, claim)
        if told is not None:
            return told
        near = pronoun != "they" or self._may_reach_back(paragraph, claim.sentence)
        for distance in (0, 1, 2, 3) if pronoun == "it" else (0, 1) if near else (0,):
            only = self._only_person_before(span, pronoun, claim) if distance == 1 else None
            if only is not None:
                return only  # who is named right before, not who spoke in the paragraph before
            said = self._said(paragraph - distance, span.start)
            opened = self._subjects(paragraph - distance, span.start)
            for source in (said, opened):
                fits = [self.actors[key] for key in source if not self._is_accused(key, claim)]
                actor = nearest(pronoun, [one for one in fits if self._sexes.fits(pronoun, one)])
                if actor is not None and source is opened and self._is_one_of_two(actor.key, pronoun, claim):
                    return Claimant(None, "unresolved")
                if actor is not None:
                    self._sexes.note(actor.key, pronoun)
                    self._mention(Mention(span, actor.key, "pronoun", "pronoun"))
                    return Claimant(actor.key, "pronoun")
        return self._only_person_before(span, pronoun, claim) or Claimant(None, "unresolved")

    def _is_one_of_two(self, key: str, pronoun: str, claim: Claim) -> bool:
        """Say whether two persons are the subject of the sentence before: "X and Y came. He said"."""
        here = self._document.sentences[claim.sentence]
        if pronoun not in SINGULAR_PERSON or not here.index:
            return False
        told = self._around(self._document.sentences[here.index - 1].span)
        told = [m for m in told if " and " not in self.actors[m.actor].name]  # who spoke as one
        if len(told) < 2 or told[0].actor != key or told[1].actor == key:
            return False
        other = self.actors[told[1].actor]
        between = self._text[told[0].span.end : told[1].span.start]
        is_person = agrees(pronoun, other) or (other.kind == "unknown" and len(other.name.split()) == _NAMES)
        return is_person and self._sexes.fits(pronoun, other) and _AND.fullmatch(between) is not None

    def _may_reach_back(self, paragraph: int, index: int) -> bool:
        """Say whether "they" may take up the paragraph before: within a section, near its own one's begin.

        Not behind "The raiders came by night.": they are these.
        """
        opens = list(_by_paragraph(self._document).get(paragraph, ()))[:2]
        if all(s.index != index for s in opens) or not opens[0].index:
            return False
        before, here = self._document.sentences[opens[0].index - 1], opens[0]
        if self._document.heading_of(before) != self._document.heading_of(here):
            return False
        return here.index == index or people_open(self._text, here) is None

    def _is_accused(self, key: str, claim: Claim) -> bool:
        """Say whether somebody is the one whom a claim accuses: nobody accuses himself."""
        if claim.cue_class != "accusation":
            return False
        told = {word.lower().strip(".,") for word in claim.text(self._text).split()[:_ACCUSED]}
        return self.actors[key].name.split()[-1].lower() in told

    def _accused_before(self, span: Span, pronoun: str, claim: Claim) -> Claimant | None:
        """Return who was accused in the sentence before: "The army blamed the rebels. They accused it of"."""
        here = self._document.sentences[claim.sentence]
        if pronoun != "they" or claim.cue_class != "accusation" or not here.index:
            return None
        told = self._around(self._document.sentences[here.index - 1].span)
        keys = {m.actor for m in told if not any(o.span != m.span and o.span.contains(m.span) for o in told)}
        fits = [k for k in keys if not self._is_accused(k, claim) and agrees(pronoun, self.actors[k])]
        if len(fits) != 1 or len(keys) < 2:
            return None
        self._mention(Mention(span, fits[0], "pronoun", "pronoun"))
        return Claimant(fits[0], "pronoun")

    def _only_person_before(self, span: Span, pronoun: str, claim: Claim) -> Claimant | None:
        """Return the only person named in the sentence before: "The police captured X, alias Y. He said"."""
        here = self._document.sentences[claim.sentence]
        last = self._document.sentences[here.index - 1] if here.index else here
        if pronoun not in SINGULAR_PERSON or last is here or last.paragraph != here.paragraph:
            return None
        told = self._around(Span(last.span.start, span.start))
        named = {m.actor for m in told if self.actors[m.actor].kind == "person"}
        actor = self.actors[named.pop()] if len(named) == 1 else None
        if actor is None or not self._sexes.fits(pronoun, actor):
            return None
        self._sexes.note(actor.key, pronoun)
        self._mention(Mention(span, actor.key, "pronoun", "pronoun"))
        return Claimant(actor.key, "pronoun")

    def _named_before(self, span: Span, pronoun: str, claim: Claim) -> Claimant | None:
        """Return the only person named in the sentence before, its subject or agent, if nobody speaks there.

        "Ada Quist begs to differ. She believes": not who spoke in the sentence before that one.
        """
        here = self._document.sentences[claim.sentence]
        last = self._document.sentences[here.index - 1] if here.index else here
        spoken = self._spoken.get(here.paragraph, ())
        if not spoken or any(last.span.start <= at < span.start for at, _ in spoken):
            return None
        only = [m for m in self._around(last.span) if self.actors[m.actor].kind == "person"]
        if len({m.actor for m in only}) != 1 or is_quoted(self._document, only[0].span):
            return None
        opens = only[0] in self._opening(begin_of_subject(last), last.span.end)[:1]
        closes = _BY.search(self._text[last.span.start : only[-1].span.start]) is not None
        closes = closes and not self._text[only[-1].span.end : last.span.end].strip(". ")
        return self._only_person_before(span, pronoun, claim) if opens or closes else None

    def _plural_before(self, span: Span, pronoun: str, claim: Claim) -> Claimant | None:
        """Return the people with whom the sentence of "they" begins: "A group of women came, where they"."""
        if pronoun != "they":
            return None
        subject = plural_subject(self._text, self._document.sentences[claim.sentence].span, span)
        if subject is None:
            return None
        named = [m for m in self._within(subject) if m.span.end == subject.end]
        found = Claimant(named[0].actor, "pronoun") if named else self._described(subject, ())
        if found.actor is not None:
            self._mention(Mention(span, found.actor, "pronoun", "pronoun"))
        return Claimant(found.actor, "pronoun" if found.actor is not None else "unresolved")

    def _subject_before(self, span: Span, pronoun: str, claim: Claim) -> Claimant | None:
        """Return who is described as the subject of the sentence before, in which nobody speaks."""
        here = self._document.sentences[claim.sentence]
        last = self._document.sentences[here.index - 1] if here.index else here
        if last is here or last.paragraph != here.paragraph:
            return None
        spoken = self._spoken.get(here.paragraph, ())
        if any(last.span.start <= at < span.start for at, _ in spoken):
            return None
        subject = described_subject(self._text, last, pronoun)
        inside = [] if subject is None else self._around(Span(here.span.start, span.start))
        if subject is None or nearest(pronoun, [self.actors[m.actor] for m in inside]) is not None:
            return None
        words = subject.of(self._text)
        found = self._definite(subject, words, claim) if words.lower().startswith("the ") else None
        found = found or self._described(subject, self._within(subject))
        if found.actor is None or not agrees(pronoun, self.actors[found.actor]):
            return None
        self._sexes.note(found.actor, pronoun)
        self._mention(Mention(span, found.actor, "pronoun", "pronoun"))
        return Claimant(found.actor, "pronoun")

    def _said(self, paragraph: int, before: int) -> list[str]:
        """Return who spoke in a paragraph before an offset, the nearest first."""
        return [actor for at, actor in reversed(self._spoken.get(paragraph, ())) if at < before]

    def _subjects(self, paragraph: int, before: int) -> list[str]:
        """Return the actors that open the sentences of a paragraph before an offset, the nearest first."""
        found = []
        for sentence in _by_paragraph(self._document).get(paragraph, ()):
            if sentence.span.start < before:
                first = self._opening(sentence.span.start, before)
                begin = begin_of_subject(sentence)
                if first and sentence.span.start < first[0].span.start < begin:
                    first = self._opening(begin, before)
                found += [m.actor for m in first[:1] if not is_quoted(self._document, m.span)]
        return found[::-1]

    def _opening(self, begin: int, before: int) -> list[Mention]:
        return self._around(Span(begin, max(begin, min(before, begin + _OPENING))))

    def _definite(self, span: Span, words: str, claim: Claim) -> Claimant | None:
        described = re.findall(r"[\w'’-]+", words.lower())[1:]
        if not described or any(c.isupper() for c in words[1:] if len(described) > 2):
            return None
        actor: Actor | None = None
        if described[-1] in SAYINGS and len(described) == 1:
            said = self._said(self._paragraph(claim), span.start) or self._stated(described[-1], claim)
            shown = described[-1] == "video" and patterns.SHOWING.match(self._text, span.end) is not None
            actor = self.actors[said[0]] if said and not shown else None
        elif words.lower().startswith("the "):
            before = mentioned_before(self._not_avenged(span.start), self.actors, span.start)
            actor = definite(described, before, {a.key: a.position for a in before})
            actor = actor or only_body(described, self.actors.values(), self._home)
            if actor is not None and is_called_so(described, actor):
                actor = replace(actor, aliases=tuple(sorted({*actor.aliases, described[0]})))
                self.actors[actor.key] = actor  # "the army" is a name of the one army
        if actor is None or not is_so_described(words, actor):
            return None
        self._mention(Mention(Span(span.start + 4, span.end), actor.key, "title", "definite"))
        return Claimant(actor.key, "definite")

    def _stated(self, noun: str, claim: Claim) -> list[str]:
        """Return who said something "in a statement" in the two paragraphs before, the nearest alone."""
        paragraph = self._paragraph(claim)
        for before in (paragraph - 1, paragraph - 2):
            for at, actor in reversed(self._spoken.get(before, ())):
                sentence = self._document.sentences[max(0, self._document.index_at(at))]
                if f" {noun}" in sentence.span.of(self._text).lower():
                    return [actor]
        return []

    def _not_avenged(self, offset: int) -> list[Mention]:
        """Return the mentions without those within a deed that is told as avenged right before an offset."""
        start = max(0, offset - _AVENGED_WITHIN)
        deeds = [Span(*found.span()) for found in patterns.AVENGED.finditer(self._text, start, offset)]
        end = bisect_left(self.mentions, offset, key=SPAN_START)
        near = self.mentions[max(0, end - REACH) : end]  # no more are looked at
        return [m for m in near if not any(deed.contains(m.span) for deed in deeds)] if deeds else [*near]


@remembered
def _by_paragraph(document: Document) -> dict[int, list[Sentence]]:
    found: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        found.setdefault(sentence.paragraph, []).append(sentence)
    return found
