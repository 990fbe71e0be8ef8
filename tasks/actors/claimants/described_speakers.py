"""Words for a speaker that are an actor themselves: "local residents", "a police official", "X, of the Z"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tasks.actors.claimants import speaker_patterns as patterns
from tasks.actors.claimants.named_behind import is_honoured, name_behind, surname_of
from tasks.actors.claimants.speaker_kinds import CIVILIANS, kind_of_words
from tasks.actors.claimants.spoken_before import Sexes
from tasks.actors.known.folded_names import fold, without_article
from tasks.actors.known.state_tv import only_station
from tasks.actors.names.acronyms import letters, matches
from tasks.actors.names.written import is_short_form
from tasks.lexicons.late_pattern import late_pattern
from tasks.model.actor import Actor, ActorKind, Claimant, Mention
from tasks.model.claim import Claim
from tasks.model.document import Document
from tasks.model.order import BY_MENTION, SPAN_START
from tasks.model.span import Span

_WHOSE = late_pattern(r",? (?:who|whose)\b")


class DescribedSpeakers:
    """What is known of one article's speakers so far, to which described ones are added."""

    def __init__(
        self, document: Document, actors: dict[str, Actor], mentions: list[Mention], home: str | None = None
    ) -> None:
        """Begin with the actors and mentions that the names give; described speakers are added to both.

        `home` is the country of the article's event, where known.
        """
        self._home = home
        self._document = document
        self._text = document.text
        self.actors = actors
        self.mentions = sorted(mentions, key=BY_MENTION)
        self._names = {fold(n): a.key for a in actors.values() for n in (a.name, *a.aliases)}
        self._spoken: dict[int, list[tuple[int, str]]] = {}  # by paragraph: offset and actor of each speaker
        self._done: dict[Span, Claimant] = {}
        self._initialled: dict[str, list[str]] = {}  # described speakers by the letters of their names
        self._sexes = Sexes()

    def _paragraph(self, claim: Claim) -> int:
        return self._document.sentences[claim.sentence].paragraph

    def _within(self, span: Span) -> list[Mention]:
        return [m for m in self._around(span) if span.contains(m.span)]

    def _around(self, span: Span) -> list[Mention]:
        at = bisect_left(self.mentions, span.start, key=SPAN_START)
        found = []
        while at < len(self.mentions) and self.mentions[at].span.start < span.end:
            found.append(self.mentions[at])
            at += 1
        return found

    def _described(self, span: Span, inner: Sequence[Mention]) -> Claimant:
        """Return an actor of exactly these words: "local residents", "a police official"."""
        words = without_article(span.of(self._text)).lstrip('"“”‘')
        if words.count('"') % 2 or words.count("“") > words.count("”"):  # 'a leaflet of the "Western Cell"'
            closed = int(self._text[span.end : span.end + 1] in ('"', "”"))
            span = Span(span.start, span.end + closed)
            words += self._text[span.end - closed : span.end]
        start = span.end - len(words)
        whole = words
        words = _alone(whole)
        if (person := name_behind(words)) is not None:
            return self._named_person(person, span)
        named = patterns.NAME_FIRST.match(words)
        named = None if named and patterns.LISTED.match(words, named.end("name")) else named
        words = words if named is None else named["name"]  # "X, a province of Y": X
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
        if short is not None and key not in self.actors and matches(short["short"], short["long"].split()):
            words = short["long"].rstrip()
            span = Span(start, start + len(words))
            key = self._names.get(fold(words)) or fold(words)
            self._names.setdefault(fold(short["short"]), key)
        key = self._initials(words, key)
        key = self._station(words, key)
        proper = None if named is not None or key in self.actors else self._proper(words, start)
        if proper is not None:
            return proper
        if key not in self.actors:
            self.actors[key] = self._new(key, words, span, inner)
            is_from = named is not None and named[0].endswith((" of ", " of the "))
            if is_from or (words.istitle() and " " in words and _WHOSE.match(whole, len(words))):
                self._as_person(key)
            self._names[key] = key
            self._note_initials(self.actors[key])
        self._mention(Mention(Span(start, span.end), key, "name", "claimant"))
        actor = self.actors[key]
        if named is None and (actor.resolution_method == "claimant" or not any(map(str.isupper, actor.name))):
            return Claimant(key, "anonymous")
        return Claimant(key, "exact" if fold(words) == fold(actor.name) else "alias")

    def _named_person(self, name: str, span: Span) -> Claimant:
        """Return the person whose name closes the words for who speaks: "the harbour minister, | NAME"."""
        key = self._names.get(fold(name)) or fold(name)
        if key not in self.actors:
            self.actors[key] = Actor(key, name, "person")
            self._names[key] = key
        self._as_person(key)
        self._mention(Mention(Span(span.end - len(name), span.end), key, "name", "claimant"))
        return Claimant(key, "exact" if fold(name) == fold(self.actors[key].name) else "alias")

    def _as_person(self, key: str) -> None:
        """Let a speaker of no known kind be a person: "X Y, of the Osk Relief Circle", "X Y, whose son"."""
        if self.actors[key].kind == "unknown":
            self.actors[key] = replace(self.actors[key], kind="person")

    def _new(self, key: str, words: str, span: Span, inner: Sequence[Mention]) -> Actor:
        """Return a new actor of the words for who speaks, of the kind that they tell."""
        two = self._kind_of_two(span, inner)
        whole = None if two is not None else self._whole(words, inner)
        kind = (
            two
            or ("person" if is_honoured(words) else None)
            or kind_of_words(words, None if whole is None else self.actors[whole].kind)
        )
        return Actor(
            key,
            words,
            kind,
            part_of=whole,
            inter=CIVILIANS if kind == "civilians" else None,
            resolution_method="claimant",
        )

    def _initials(self, words: str, key: str) -> str:
        """Return the one described speaker whose initials an unknown acronym is: "XYZ" of "Xan Yew Zone"."""
        if key in self.actors or not is_short_form(words):
            return key
        short = "".join(filter(str.isalnum, words)).upper()
        fits = self._initialled.get(short.removesuffix("S") if words.endswith("s") else short, ())
        return fits[0] if len(fits) == 1 else key

    def _note_initials(self, actor: Actor) -> None:
        """Keep a described speaker under the letters of its name, for an acronym that follows."""
        words = actor.name.split()
        every = "".join(w[0].upper() for w in words if w[0].isalnum())
        for short in {letters(words), every}:
            if len(short) > 1:
                self._initialled.setdefault(short, []).append(actor.key)

    def _station(self, words: str, key: str) -> str:
        """Return the one state television that "state TV" means, with this name of it."""
        station = None if key in self.actors else only_station(words, self.actors)
        if station is None:
            return key
        known = self.actors[station]
        self.actors[station] = replace(known, aliases=tuple(sorted({*known.aliases, words})))
        return station

    def _proper(self, words: str, start: int) -> Claimant | None:
        """Return the body that words name and describe, where nothing else of the article names it."""
        found = patterns.PROPER.match(words) if self._text.endswith(("the ", "The "), 0, start) else None
        if found is None or (" " not in found["name"] and found["short"] is None):
            return None
        name, short = found["name"], found["short"]
        kind = "party" if name.endswith(" Party") else kind_of_words(name)
        if kind in ("unknown", "person", "civilians"):
            return None
        key = self._names.get(fold(name)) or fold(name)
        part = self.actors.get(self._names.get(fold(short or ""), ""))
        if part is not None and key not in self.actors and name.endswith(part.name):
            key = (
                part.key
            )  # "Labour Party (PLP)" was taken for the name of the "Peace and Labour Party (PLP)"
            self.actors[key] = replace(part, name=name)
            self._names[fold(name)] = key
        if key not in self.actors:
            aliases = () if short is None else (short,)
            self.actors[key] = Actor(key, name, kind, aliases=aliases, resolution_method="claimant")
            self._note_initials(self.actors[key])
            self._names[key] = key
            if short is not None:
                self._names.setdefault(fold(short), key)
        start += found.start("name")
        self._mention(Mention(Span(start, start + len(name)), key, "name", "claimant"))
        return Claimant(key, "exact")

    def _surname(self, words: str, key: str, span: Span) -> str | None:
        """Return the one person whose surname a capitalised word alone is, named before; None if none."""
        words = surname_of(words)
        key = fold(words)
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

    def _kind_of_two(self, span: Span, inner: Sequence[Mention]) -> ActorKind | None:
        """Return the kind of two who speak as one, "X and the Y": no part of either; None of anybody else."""
        for one, other in pairwise(inner):
            lead = self._text[span.start : one.span.start].lower().strip()
            gap = self._text[one.span.end : other.span.start]
            if lead in ("", "the", "both", "both the") and gap in (" and ", " and the "):
                kinds = {self.actors[m.actor].kind for m in (one, other)}
                return (kinds.pop() if len(kinds) == 1 else "unknown") if other.span.end == span.end else None
        return None

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


def _alone(words: str) -> str:
    """Return the words for who speaks without what is added: "a teacher | who asked", "a court | (a)"."""
    words = patterns.ASIDE.sub("", patterns.RELATIVE.sub("", words))
    sitting = patterns.SITTING.fullmatch(words)
    return words if sitting is None else sitting["who"]
