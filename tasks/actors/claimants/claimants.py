"""Claimants: the actor within the words that say who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tasks.actors.claimants import speaker_patterns as patterns
from tasks.actors.claimants.coreference import PRONOUNS
from tasks.actors.claimants.nameless_speakers import References
from tasks.actors.claimants.speaker_names import described_body
from tasks.actors.claimants.speaker_words import trimmed
from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import context, heads, titles
from tasks.model.actor import Claimant, ClaimantResolution, Mention
from tasks.model.claim import Claim
from tasks.model.span import Span

_EMBEDS = context("embeds")
_KIN = context("kin")
_FIGHTERS = context("rebels")
_ABBREVIATED = re.compile(r" \([A-Z][\w-]{1,9}\)")  # "its branch, the Velmark Front (VF)"
_OWNERS = {"his": "he", "him": "he", "her": "she", "their": "they", "them": "they", "its": "it"}
_NOBODY = frozenset(  # words that stand for nobody whom the text names
    ("this", "that", "these", "those", "what", "i", "we", "us", "me", "some", "many", "others")
)
_LONGEST = 60  # code points of a name before its last words


def _belongs_to_another(before: Sequence[str]) -> bool:
    """Say whether the words before a name are of somebody else: "the mother of the soldier", "Party of X".

    One who holds an office is not: "chief of the police NAME", "head of the army General NAME".
    """
    comma = next((i for i in range(len(before), 0, -1) if before[i - 1].endswith(",")), 0)
    part = [word.lower() for word in before[comma:]]
    at = next((i for i, word in enumerate(part) if i and word in _EMBEDS), None)
    if at is None:
        return False
    head = next((word for word in reversed(part[:at]) if not word.endswith(("ed", "ing"))), "")
    if head in titles() and head not in _KIN:
        return False
    if head in _KIN or heads().get(head, "person") not in ("person", "unknown"):
        return True
    return part[-1] in titles() or part[-1].endswith("ing")


class Speakers(References):
    """Resolves the claimants of one article in text order, each with what was said before it."""

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
            behind = Span(span.start + author.end(), span.end)
            placed = author["noun"].lower().startswith("report") and author[0].endswith(" from ")
            placed = placed and not self._is_body(behind)
            span = span if placed else behind  # "reports from Osk" are nobody's in Osk
            words = span.of(self._text)
        span = self._with_name_behind(self._with_name_before(span))
        inner = self._within(span)
        named = self._person(span, inner) or self._body(span, inner)
        named = named or described_body(self._text, span, inner, self.actors)
        if named is not None:
            self._note_men(named, span)
            return Claimant(named.actor, self._how(named))
        if words.lower().startswith(("the ", "their ", "its ")):
            back = self._definite(span, words, claim)
            if back is not None:
                return back
        return self._described(span, inner)

    def _whole_name(self, span: Span) -> Span:
        """Return the name whose last words a span is: "X and the Y" for "the Y" before ", which said".

        Or the words with the whole name that they begin within: "Quist, an aide" of "Ada Quist, an aide".
        """
        for mention in self._around(Span(max(0, span.start - _LONGEST), span.end)):
            if mention.span.end == span.end and mention.span.start < span.start:
                return mention.span
            if mention.span.start < span.start < mention.span.end and self._is_named_person(mention):
                return Span(mention.span.start, span.end)
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

    def _with_name_behind(self, span: Span) -> Span:
        """Return the words with the name of who holds the office: "said the prosecutor | , Ada Quist."."""
        if not self._text.startswith(", ", span.end) or not self._text.startswith(
            ("the ", "The "), span.start
        ):
            return span
        for mention in self._around(Span(span.end, span.end + _LONGEST)):
            if mention.span.start == span.end + 2 and self._is_named_person(mention):
                closed = self._text[mention.span.end : mention.span.end + 1] in (",", ".", "\n", "")
                if closed and span.of(self._text).split()[-1].lower() in titles():
                    return Span(span.start, mention.span.end)
        return span

    def _how(self, mention: Mention) -> ClaimantResolution:
        actor = self.actors[mention.actor]
        if not any(map(str.isupper, actor.name)):
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
            if any(m.span.start == mention.span.start and len(m.span) > len(mention.span) for m in people):
                continue  # "Norland Secretary" of "Norland Secretary of State NAME"
            after = self._text[mention.span.end : span.end]
            if after.startswith(("'s", "’s", "' ")) or patterns.OF_NAME.match(after):
                continue
            if after.startswith(" and ") and people[-1] is not mention and people[-1].span.end == span.end:
                return None  # "Ada Quist and Ben Vell": both
            if patterns.BOTH.match(after):
                return None
            before = self._text[span.start : mention.span.start].split()
            if before[-2:] == ["among", "them"] or before[-1:] == ["including"]:
                return None  # "several politicians, among them X": all of them
            while before and before[-1].lower() in ("the", "a", "an"):
                before.pop()
            is_inner = bool(before) and (before[-1].lower() in _EMBEDS or _belongs_to_another(before))
            if is_inner and not self._holds_office(mention, before):
                continue
            return mention
        return None

    def _holds_office(self, mention: Mention, before: Sequence[str]) -> bool:
        """Say whether a portfolio stands before a name: "the Secretary of the Interior NAME"."""
        is_titled = before[-1].lower() == "of" and len(before) > 1 and before[-2].lower() in titles()
        name = self.actors[mention.actor].name
        return is_titled and not mention.span.of(self._text).startswith(name.split()[0])

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
            whole = whole or (mention.span.start == start and self._are_its_men(mention, rest))
            whole = whole and patterns.LISTED.match(rest) is None  # "Norland, Osk and the Union": all of them
            closed = not rest.strip("\"”'’) ") or _ABBREVIATED.fullmatch(rest) is not None
            behind = closed and (
                patterns.NAMING.search(lead) or lead.removesuffix("the ").rstrip().endswith(",")
            )
            is_report = rest[:1] in ("'", "’") and rest.endswith(("report", "reports"))
            if whole and is_report and self.actors[mention.actor].kind == "person":
                continue  # "Quist's report" is as often that of an inquiry
            is_land = behind and self.actors[mention.actor].kind == "state"
            is_where = patterns.IN_PLACE.search(lead) or (is_land and patterns.FROM_PLACE.search(lead))
            if (whole or behind) and not (behind and is_where):
                fits.append(mention)
        # "Norland's state news agency, Petrel": the name, not what describes it
        return max(fits, key=lambda m: (m.method != "collective", len(m.span)), default=None)

    def _is_body(self, span: Span) -> bool:
        """Say whether words begin with the name of a body or person, or with what no name tells: no place."""
        named = [m for m in self._within(span) if m.span.start == span.start]
        if any(self.actors[m.actor].kind not in ("state", "unknown") for m in named):
            return True
        return not all(word[0].isupper() for word in span.of(self._text).split())

    def _are_its_men(self, mention: Mention, rest: str) -> bool:
        """Say whether a group's name stands before a noun for its men alone: "the X fighters" are X."""
        actor = self.actors[mention.actor]
        return actor.kind == "armed_group" and rest.strip() in _FIGHTERS and mention.method != "collective"

    def _note_men(self, mention: Mention, span: Span) -> None:
        """Let "X fighters", who spoke for X, be a name of X."""
        if mention.span.end < span.end and self._are_its_men(
            mention, self._text[mention.span.end : span.end]
        ):
            actor = self.actors[mention.actor]
            name = self._text[mention.span.start : span.end]
            self.actors[actor.key] = replace(actor, aliases=tuple(sorted({*actor.aliases, name})))
