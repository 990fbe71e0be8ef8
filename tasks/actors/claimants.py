"""Claimants: the actor within the words that say who speaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.actors import speaker_patterns as patterns
from tasks.actors.coreference import PRONOUNS, SAYINGS, definite, mentioned_before, nearest
from tasks.actors.folding import fold, without_article
from tasks.actors.speaker_kinds import CIVILIANS, kind_of_words
from tasks.actors.speaker_names import described_body
from tasks.actors.speaker_words import trimmed
from tasks.actors.words import context
from tasks.model.actor import Actor, Claimant, ClaimantResolution, Mention
from tasks.model.claim import Claim
from tasks.model.document import Document, Sentence
from tasks.model.memo import remembered
from tasks.model.order import BY_MENTION, SPAN_START
from tasks.model.span import Span

_EMBEDS = context("embeds")
_OWNERS = {"his": "he", "him": "he", "her": "she", "their": "they", "them": "they", "its": "it"}
_NOBODY = frozenset(  # words that stand for nobody whom the text names
    ("this", "that", "these", "those", "what", "i", "we", "us", "me", "some", "many", "others")
)
_OPENING = 40  # characters at the begin of a sentence in which its subject is looked for
_LONGEST = 60  # code points of a name before its last words


class Speakers:
    """Resolves the claimants of one article in text order, each with what was said before it."""

    def __init__(self, document: Document, actors: dict[str, Actor], mentions: list[Mention]) -> None:
        """Begin with the actors and mentions that the names give; described speakers are added to both."""
        self._document = document
        self._text = document.text
        self.actors = actors
        self.mentions = sorted(mentions, key=BY_MENTION)
        self._names = {fold(n): a.key for a in actors.values() for n in (a.name, *a.aliases)}
        self._spoken: dict[int, list[tuple[int, str]]] = {}  # by paragraph: offset and actor of each speaker
        self._done: dict[Span, Claimant] = {}

    def claimants(self, claims: Sequence[Claim]) -> Iterator[Claimant | None]:
        """Yield one entry a claim, at its index; None for the article's own voice and for nobody named."""
        for claim in claims:
            if claim.claimant is None:
                yield None
                continue
            found = self._done.get(claim.claimant)
            if found is None:
                found = self._resolve(claim.claimant, claim)
                self._done[claim.claimant] = found
            if found.actor is not None:
                said = self._spoken.setdefault(self._paragraph(claim), [])
                said.append((claim.claimant.start, found.actor))
            yield Claimant(found.actor, "inherited") if claim.inherited and found.actor else found

    def _paragraph(self, claim: Claim) -> int:
        return self._document.sentences[claim.sentence].paragraph

    def _resolve(self, span: Span, claim: Claim) -> Claimant:
        span = self._whole_name(trimmed(self._text, span))
        words = span.of(self._text)
        if not words:
            return Claimant(None, "unresolved")
        small = words.lower()
        if small in _NOBODY:
            return Claimant(None, "unresolved")
        pronoun = _OWNERS.get(small, small)
        if pronoun in PRONOUNS:
            return self._pronoun(span, pronoun, claim)
        author = patterns.AUTHORED.match(words)
        if author is not None and (author["noun"].islower() or not author.start("noun")):
            span = Span(span.start + author.end(), span.end)
            words = span.of(self._text)
        span = self._with_name_before(span)
        inner = self._within(span)
        named = self._person(span, inner) or self._body(span, inner)
        named = named or described_body(self._text, span, inner, self.actors)
        if named is not None:
            return Claimant(named.actor, self._how(named))
        if words.lower().startswith(("the ", "their ", "its ")):
            back = self._definite(span, words, claim)
            if back is not None:
                return back
        return self._described(span, inner)

    def _whole_name(self, span: Span) -> Span:
        """Return the name whose last words a span is: "X and the Y" for "the Y" before ", which said"."""
        for mention in self._around(Span(max(0, span.start - _LONGEST), span.end)):
            if mention.span.end == span.end and mention.span.start < span.start:
                return mention.span
        return span

    def _with_name_before(self, span: Span) -> Span:
        """Return the words with the person's name that they describe: "X, aide to Y", "X, 37, a nurse"."""
        first = self._text[span.start]
        if not (first.islower() or first.isdigit()) or not self._text.endswith(", ", 0, span.start):
            return span
        words = span.of(self._text)
        if words.startswith(("the ", "who ", "which ", "but ", "and ", "his ", "her ", "their ", "its ")):
            return span
        for mention in self._around(Span(max(0, span.start - _LONGEST), span.start)):
            at = mention.span.start
            if mention.span.end == span.start - 2 and self._is_named_person(mention):
                opens = self._document.sentences[max(0, self._document.index_at(at))].span.start
                if not self._text[opens:at].strip("-–•* "):
                    return Span(at, span.end)
        return span

    def _within(self, span: Span) -> list[Mention]:
        return [m for m in self._around(span) if span.contains(m.span)]

    def _around(self, span: Span) -> list[Mention]:
        at = bisect_left(self.mentions, span.start, key=SPAN_START)
        found = []
        while at < len(self.mentions) and self.mentions[at].span.start < span.end:
            found.append(self.mentions[at])
            at += 1
        return found

    def _how(self, mention: Mention) -> ClaimantResolution:
        actor = self.actors[mention.actor]
        if not any(c.isupper() for c in actor.name):
            return "anonymous"
        if mention.method == "collective" and actor.name[-1:] == "s":
            return "anonymous"
        words = fold(mention.span.of(self._text))
        return "alias" if mention.kind == "alias" and words != actor.key else "exact"

    def _person(self, span: Span, inner: Sequence[Mention]) -> Mention | None:
        """Return the person who speaks: named in the words, and not within an "of ..." or before "'s".

        Of two names the one behind the comma speaks: "a former aide to A, B" is B.
        """
        people = [m for m in inner if self._is_named_person(m)]
        last = people[-1] if len(people) > 1 and patterns.DESCRIBED.match(span.of(self._text)) else None
        if last is not None and last.span.end == span.end and self._text.endswith(", ", 0, last.span.start):
            return last
        for mention in people:
            after = self._text[mention.span.end : span.end]
            if after.startswith(("'s", "’s", "' ")) or patterns.OF_NAME.match(after):
                continue
            before = self._text[span.start : mention.span.start].split()
            while before and before[-1].lower() in ("the", "a", "an"):
                before.pop()
            if before and before[-1].lower() in _EMBEDS:
                continue
            return mention
        return None

    def _is_named_person(self, mention: Mention) -> bool:
        """Say whether a mention names a person, and does not only describe one ("a police official")."""
        actor = self.actors[mention.actor]
        return actor.kind == "person" and actor.resolution_method != "claimant"

    def _body(self, span: Span, inner: Sequence[Mention]) -> Mention | None:
        """Return the body that is all the words name, before an apposition, or behind "calling itself"."""
        words = span.of(self._text)
        article = patterns.ARTICLE.match(words)
        start = span.start + (article.end() if article else 0)
        fits = []
        for mention in inner:
            rest = self._text[mention.span.end : span.end]
            lead = self._text[span.start : mention.span.start]
            whole = mention.span.start == start and (not rest.strip("\"”'’ ") or patterns.TAIL.match(rest))
            if mention.span.start == start and rest.startswith(" in "):  # "the Norland embassy in Osk"
                whole = whole or mention.span.of(self._text).endswith(("embassy", "consulate"))
            behind = not rest.strip("\"”'’) ") and (
                patterns.NAMING.search(lead) or lead.removesuffix("the ").rstrip().endswith(",")
            )
            if whole and rest[:1] in ("'", "’") and self.actors[mention.actor].kind == "person":
                continue  # "Quist's report" is as often that of an inquiry
            if (whole or behind) and not (behind and patterns.IN_PLACE.search(lead)):
                fits.append(mention)
        # "Norland's state news agency, Petrel": the name, not what describes it
        return max(fits, key=lambda m: (m.method != "collective", len(m.span)), default=None)

    def _pronoun(self, span: Span, pronoun: str, claim: Claim) -> Claimant:
        paragraph = self._paragraph(claim)
        for distance in (0, 1, 2, 3) if pronoun == "it" else (0, 1):
            said = self._said(paragraph - distance, span.start)
            opened = self._subjects(paragraph - distance, span.start)
            for source in (said, opened):
                actor = nearest(pronoun, [self.actors[key] for key in source])
                if actor is not None:
                    self._mention(Mention(span, actor.key, "pronoun", "pronoun"))
                    return Claimant(actor.key, "pronoun")
        return Claimant(None, "unresolved")

    def _said(self, paragraph: int, before: int) -> list[str]:
        """Return who spoke in a paragraph before an offset, the nearest first."""
        return [actor for at, actor in reversed(self._spoken.get(paragraph, ())) if at < before]

    def _subjects(self, paragraph: int, before: int) -> list[str]:
        """Return the actors that open the sentences of a paragraph before an offset, the nearest first."""
        found = []
        for sentence in _by_paragraph(self._document).get(paragraph, ()):
            if sentence.span.start < before:
                first = self._around(Span(sentence.span.start, min(before, sentence.span.start + _OPENING)))
                found += [m.actor for m in first[:1]]
        return found[::-1]

    def _definite(self, span: Span, words: str, claim: Claim) -> Claimant | None:
        described = re.findall(r"[\w'’-]+", words.lower())[1:]
        if not described or any(c.isupper() for c in words[1:] if len(described) > 2):
            return None
        actor: Actor | None = None
        if described[-1] in SAYINGS and len(described) == 1:
            paragraph = self._paragraph(claim)
            said = self._said(paragraph, span.start)
            actor = self.actors[said[0]] if said else None
        elif words.lower().startswith("the "):
            before = mentioned_before(self.mentions, self.actors, span.start)
            actor = definite(described, before, {a.key: a.position for a in before})
        if actor is None:
            return None
        self._mention(Mention(Span(span.start + 4, span.end), actor.key, "title", "definite"))
        return Claimant(actor.key, "definite")

    def _described(self, span: Span, inner: Sequence[Mention]) -> Claimant:
        """Return an actor of exactly these words: "local residents", "a police official"."""
        words = without_article(span.of(self._text))
        start = span.end - len(words)
        words = patterns.RELATIVE.sub("", words)
        span = Span(span.start, start + len(words))
        named = patterns.NAME_FIRST.match(words)
        if named is not None:  # "X, a province of Y": X
            words = named["name"]
            span = Span(span.start, start + len(words))
        key = fold(words)
        if not key:
            return Claimant(None, "unresolved")
        key = self._names.get(key) or self._surname(words, key, span) or key
        short = patterns.WITH_SHORT.search(words)
        known = self.actors.get(fold(short["short"])) if short is not None else None
        if short is not None and known is not None and key not in self.actors:
            long = short["long"].rstrip()  # "X Front (XYZ)": the body that the article calls XYZ elsewhere
            self.actors[known.key] = replace(known, aliases=tuple(sorted({*known.aliases, long})))
            self._names[fold(long)] = known.key
            self._mention(Mention(Span(start, start + len(long)), known.key, "alias", "bracket"))
            return Claimant(known.key, "alias")
        if key not in self.actors:
            whole = self._whole(words, inner)
            kind = kind_of_words(words, None if whole is None else self.actors[whole].kind)
            self.actors[key] = Actor(
                key,
                words,
                kind,
                part_of=whole,
                inter=CIVILIANS if kind == "civilians" else None,
                resolution_method="claimant",
            )
            self._names[key] = key
        self._mention(Mention(Span(start, span.end), key, "name", "claimant"))
        return Claimant(key, "anonymous" if named is None else "exact")

    def _surname(self, words: str, key: str, span: Span) -> str | None:
        """Return the one person whose surname a capitalised word alone is, named before; None if none."""
        if (
            " " in words
            or not words[:1].isupper()
            or self._text[span.start - 4 : span.start].lower() == "the "
        ):
            return None
        fits = {
            m.actor
            for m in self.mentions
            if m.span.start < span.start
            and self.actors[m.actor].kind == "person"
            and fold(self.actors[m.actor].name).split()[-1:] == [key]
        }
        return next(iter(fits)) if len(fits) == 1 else None

    def _whole(self, words: str, inner: Sequence[Mention]) -> str | None:
        """Return the body that an unnamed spokesman or official speaks for."""
        if patterns.NEAR.search(words):
            return None  # who stands close to a body is no part of it
        bodies = [m for m in inner if self.actors[m.actor].kind not in ("person", "civilians")]
        return bodies[0].actor if bodies and bodies[0].actor != fold(words) else None

    def _mention(self, mention: Mention) -> None:
        at = bisect_left(
            self.mentions, (mention.span.start, mention.span.end), key=lambda m: (m.span.start, m.span.end)
        )
        same = self.mentions[at : at + 3]
        if not any(m.span == mention.span and m.actor == mention.actor for m in same):
            self.mentions.insert(at, mention)


@remembered
def _by_paragraph(document: Document) -> dict[int, list[Sentence]]:
    found: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        found.setdefault(sentence.paragraph, []).append(sentence)
    return found
