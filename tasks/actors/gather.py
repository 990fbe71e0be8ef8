"""Gathering: all names of an article with their surroundings, and which of them are actors."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from tasks.actors.bodies.coalitions import coalitions, leading_words, short_coalitions
from tasks.actors.bodies.collective import Collective, bare, behind_names, named
from tasks.actors.bodies.elided import elided, people_words, peoples
from tasks.actors.bodies.governments import of_countries
from tasks.actors.bodies.group_entries import add_groups
from tasks.actors.bodies.numbered_units import unit_alone
from tasks.actors.bodies.origins import describe
from tasks.actors.bodies.parts_of_groups import as_groups
from tasks.actors.bodies.ship_signs import MERCHANT, SHIP, is_where, with_hull_number
from tasks.actors.bodies.warships import with_ships
from tasks.actors.context.sightings import Form, Sighting, kind_behind
from tasks.actors.context.whose_life import whose_life
from tasks.actors.joins.aliases import BRANCHES
from tasks.actors.joins.explained import explain_in_brackets
from tasks.actors.joins.homes import be_owned, country_of_name
from tasks.actors.joins.known_as import as_known
from tasks.actors.joins.shorter_names import FAMILY_FIRST, Surnames
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.kinds.joined_by_and import from_company
from tasks.actors.kinds.kind_of_name import decide, stands_for_state
from tasks.actors.kinds.placed_people import called_by_their_place
from tasks.actors.kinds.things_short import short_for_things
from tasks.actors.known.actor_entries import Entries, Entry, Place
from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold, without_article
from tasks.actors.known.name_words import collectives
from tasks.actors.names.capitalised import find_runs
from tasks.actors.names.name_run import Run
from tasks.actors.names.offices import shorter_titles
from tasks.actors.names.positions import office_of
from tasks.actors.names.segments import segments
from tasks.actors.names.spelling import Spelling
from tasks.actors.names.splits import splits
from tasks.lexicons.load import load
from tasks.model.claim import Claim
from tasks.model.document import Document, Sentence
from tasks.model.memo import remembered
from tasks.model.span import Span

# Rules whose answer a person's surname overrides.
_WITH_ARTICLE = frozenset(("article", "indefinite"))
_OPEN = {"no_evidence", "capital", "agent", "acts", "told", "called_group", "regime", "infobox", "people"}


def gather(document: Document, claims: Sequence[Claim]) -> Entries:
    """Return the actors' names of an article, each folded name once, before any are joined."""
    text = document.text
    pages = {(link.span.start, link.span.end): link.target for link in document.article.links}
    forms: dict[str, Form] = {}
    groups: list[Collective] = []
    in_order: list[tuple[Sighting, str]] = []
    for seen in _sightings(document, claims, groups):
        key = fold(text[seen.span.start : seen.span.end])
        form = forms.get(key)
        if form is None and key:
            forms[key] = form = Form(key)
        if form is not None:
            form.add(seen)
            in_order.append((seen, key))
    linked = {key: _page(form, pages) for key, form in forms.items()} if pages else {}
    decisions = {key: decide(form, linked.get(key)) for key, form in forms.items()}
    explain_in_brackets(forms, decisions, text)
    short_for_things(forms, decisions)
    called_by_their_place(forms, decisions, text)
    decisions.update(from_company(forms, decisions, text, in_order))
    with_ships(forms, decisions, linked, text, in_order)
    as_known(forms, decisions, text)
    _of_life(document, forms, decisions)
    entries: Entries = {}
    for key, form in forms.items():
        if decisions[key].kind is not None:
            entry = _entry(form, decisions[key], text, linked.get(key))
            if entry.places:
                entries[key] = entry
    _surnames(forms, decisions, entries, text)
    _branches(forms, decisions, entries, text)
    as_groups(entries, text)
    add_groups(groups, entries, text)
    describe(body_sentences(document), entries)
    return entries


@remembered
def body_sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences that tell: without "See also", "References" and the like."""
    back = back_matter()
    told = [section.heading.strip().lower() not in back for section in document.article.sections]
    return tuple([s for s in document.sentences if told[document.section_of(s)]])


@cache
def back_matter() -> frozenset[str]:
    """Return the headings, in lower case, of sections that tell nothing."""
    return frozenset(row["heading"].lower() for row in load("back_matter"))


def _sightings(document: Document, claims: Sequence[Claim], groups: list[Collective]) -> Iterator[Sighting]:
    """Yield the names of the article in text order; put the groups of common nouns into `groups`."""
    speakers = _speakers(document, claims)
    fields = sorted((f.span, f.name) for f in document.article.infobox if f.name)
    fields_end = max([span.end for span, _ in fields], default=0)
    links = {link.span.start: link.span.end for link in document.article.links}
    spelling = Spelling.of(document)
    text, told = document.text, body_sentences(document)
    leading = leading_words(spelling.led)
    led = {s.index: tuple(coalitions(s, leading)) for s in told} if leading else {}
    is_led = any(led.values())
    for sentence in told:
        here = speakers.get(sentence.index, ())
        field = _field(fields, sentence) if sentence.span.start < fields_end else None
        coalitions_here = led.get(sentence.index, ()) if is_led else ()
        groups.extend(coalitions_here)
        may_be_named = not behind_names().isdisjoint(sentence.words)
        for run in find_runs(sentence, spelling):
            if coalitions_here and any(c.span.contains(run.span) for c in coalitions_here):
                continue
            if may_be_named and (group := named(run, text)) is not None:
                groups.append(group)
            if links:
                run = _linked(run, links)
            if len(run.words) == 1:  # most
                yield Sighting(run, text, here, field)
                continue
            for one in segments(run, splits(run, here)):
                yield Sighting(one.run, text, here, field, one)
        if not sentence.words.isdisjoint(_group_words()):
            of_states = tuple(of_countries(sentence))
            wholes = [group.span for group in of_states]
            groups.extend(g for g in bare(sentence) if not any(whole.contains(g.span) for whole in wholes))
            groups.extend(of_states)
            groups.extend(elided(sentence))
            groups.extend(peoples(sentence))
        if is_led:
            groups.extend(short_coalitions(sentence))


@cache
def _group_words() -> frozenset[str]:
    """Return words of which a sentence holds one where a common noun or an adjective alone names a group."""
    return frozenset(word for noun in collectives() for word in noun.split()) | people_words()


def _field(fields: Sequence[tuple[Span, str]], sentence: Sentence) -> str | None:
    """Return the name of the infobox field that a sentence is the value of, if any."""
    at = bisect_right(fields, sentence.span.start, key=lambda f: f[0].start) - 1
    return fields[at][1] if at >= 0 and fields[at][0].contains(sentence.span) else None


def _speakers(document: Document, claims: Sequence[Claim]) -> dict[int, list[tuple[Span, str]]]:
    """Return, by sentence, the words for who speaks or is spoken to, with what that shows of them."""
    found: dict[int, list[tuple[Span, str]]] = {}
    for claim in claims:
        for span, shows in (
            (claim.claimant, "responsible" if claim.claim_type == "responsibility" else "claimant"),
            (claim.addressee, "told"),
        ):
            if span is not None:
                index = max(0, document.index_at(span.start))
                found.setdefault(index, []).append((span, shows))
    return found


def _linked(run: Run, links: Mapping[int, int]) -> Run:
    """Return the run up to the end of the link that begins it: "[[Home Guard]] of X" is the Home Guard."""
    end = links.get(run.span.start)
    if end is None:
        return run
    for index, word in enumerate(run.words[:-1]):
        if word.end == end and run.words[index + 1].text in ("of", "for", "in", "and"):
            return run.cut(0, index + 1)
    return run


def _page(form: Form, pages: Mapping[tuple[int, int], str]) -> str | None:
    for seen in form.sightings:
        for span in (seen.span, seen.titled):
            if span is not None and (span.start, span.end) in pages:
                return pages[span.start, span.end]
    return None


def _entry(form: Form, decision: Decision, text: str, page: str | None) -> Entry:
    first = form.sightings[0]
    assert decision.kind is not None
    words = tuple(w.text for w in form.words)
    is_ship = decision.rule in (SHIP, MERCHANT)
    called = first.titled if is_ship and first.titled is not None else first.span  # "Admiral Quist", a ship
    entry = Entry(form.key, without_article(called.of(text)), words, decision.kind, decision.rule, page=page)
    is_apart = decision.kind == "person" or decision.rule == "realm"  # a state of history is none of today's
    if not is_apart:
        capital = countries().capitals.get(entry.name) if decision.rule == "capital" else None
        entry.country = capital or country_of_name(form.key, words)
        if entry.country is None and decision.kind in ("government", "military"):
            be_owned(entry, form.sightings)
    for seen in form.sightings:
        if decision.kind == "state" and not stands_for_state(seen, decision.rule):
            continue
        if is_ship and is_where(seen):
            continue
        is_letter = len(form.key) == 1 and seen.titled is not None
        entry.written.add((seen.titled if (is_letter or is_ship) and seen.titled else seen.span).of(text))
        titled = seen.titled if decision.kind == "person" or is_ship else None
        if is_ship and (numbered := with_hull_number(seen, text)) is not None:
            entry.titled.add(numbered)
        if decision.kind != "person" and (noun := kind_behind(seen)):
            entry.titled.add(f"{without_article(seen.span.of(text))} {noun}")
        entry.titled.update(unit_alone(decision.kind, words))
        entry.places.append(
            Place(titled or seen.span, "title" if titled and not is_ship else "name", decision.rule)
        )
        if titled is not None and not is_ship:
            entry.titled.update(shorter_titles(without_article(titled.of(text)), len(seen.run.words)))
            entry.rank = entry.rank or office_of(seen.title.of(text) if seen.title else None)
            entry.position = entry.position or entry.rank
        if decision.kind == "person" and seen.role is not None:
            entry.position = seen.role.of(text)
    return entry


def _of_life(document: Document, forms: Mapping[str, Form], decisions: dict[str, Decision]) -> None:
    """Let the one whose life the article tells be a person, speaker or not."""
    life = whose_life(document)
    key = fold(life.name.of(document.text)) if life is not None else ""
    if key in forms and decisions[key].kind is None:
        decisions[key] = decided("person", "whose_life")


def _surnames(
    forms: Mapping[str, Form], decisions: Mapping[str, Decision], entries: Entries, text: str
) -> None:
    """Add forms that nothing else explains but that end exactly one person's name."""
    surnames = Surnames(entries)
    for key, form in forms.items():
        if len(form.words) > 2 or not (decisions[key].rule in _OPEN or _is_like_title(form, decisions[key])):
            continue
        first = form.sightings[0].span.start
        if surnames.owner(key, first) is not None:
            placed = sum("place" in s.evidence and "owner" not in s.evidence for s in form.sightings)
            if placed * 2 <= len(form.sightings):  # "in Quist's hometown" is no place
                entries[key] = _entry(form, decided("person", "surname"), text, None)
        elif surnames.first_name(key, first) is not None and not form.count("place"):
            entries[key] = _entry(form, decided("person", "first_name"), text, None)
        elif surnames.family_first(key) is not None and any(map(_is_said_surname, form.sightings)):
            entries[key] = _entry(form, decided("person", FAMILY_FIRST), text, None)


def _is_like_title(form: Form, decision: Decision) -> bool:
    """Say whether a title's word stands like a name, "Pope fled": "the pope" is none."""
    return decision.rule == "common_noun" and not form.shows(_WITH_ARTICLE)


def _is_said_surname(seen: Sighting) -> bool:
    """Say whether a name is said to be a surname: "a man with the surname X", "a man surnamed X"."""
    at = seen.run.words[0].token - 1
    return at >= 0 and seen.run.sentence.lower[at] in ("surname", "surnamed")


def _branches(
    forms: Mapping[str, Form], decisions: Mapping[str, Decision], entries: Entries, text: str
) -> None:
    """Add "the Navy", written as a name, where the article names one state's navy in full."""
    for noun in sorted(BRANCHES.intersection(forms)):
        whole = [e for e in entries.values() if e.key.endswith(f" {noun}") and e.kind == "military"]
        if decisions[noun].rule == "common_noun" and len(whole) == 1 and whole[0].country is not None:
            entries[noun] = _entry(forms[noun], decided("military", "branch"), text, None)
