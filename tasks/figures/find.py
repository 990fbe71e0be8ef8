"""All figures of an article: prose sentence by sentence, the infobox value by value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from tasks.figures.bound.bind import Binding, bind_predicates
from tasks.figures.bound.bloodless import BLOODLESS
from tasks.figures.bound.bodies import bodies_bindings
from tasks.figures.bound.called_victims import victims_bindings
from tasks.figures.bound.killings_by import killing_by_bindings
from tasks.figures.bound.no_loss import is_no_loss
from tasks.figures.bound.split_verbs import split_verb_bindings
from tasks.figures.bound.treated import HOSPITALS, TREATS, treated_bindings
from tasks.figures.bound.whole_bodies import whole_body_bindings
from tasks.figures.infobox_figures import infobox_figures
from tasks.figures.lines import figure_words as v
from tasks.figures.lines.groups import BEFALLEN, with_groups
from tasks.figures.lines.inserted_groups import is_rate
from tasks.figures.lines.line import Line, bare_line
from tasks.figures.lines.ordinals import ordinal
from tasks.figures.lines.predicates import Predicate, find_predicates
from tasks.figures.lines.told_people import told_class, told_victim
from tasks.figures.parts.alternatives import alternative_bindings
from tasks.figures.parts.among import among_bindings
from tasks.figures.parts.counted_again import counted_again_bindings
from tasks.figures.parts.counted_beside import befallen_bindings, beside_bindings
from tasks.figures.parts.crews_lost import CREWS, crew_bindings
from tasks.figures.parts.gapped import gapped_bindings
from tasks.figures.parts.inverted import inverted_bindings
from tasks.figures.parts.listed_parts import listed_bindings
from tasks.figures.parts.noun_tolls import life_bindings, mark_cumulative, toll_bindings
from tasks.figures.parts.of_whole import ALL, NOBODY, Whole, opens_part, told_part_bindings, whole_told
from tasks.figures.parts.other_side import other_side_bindings
from tasks.figures.parts.parts_of_figure import subset_bindings
from tasks.figures.parts.to_their_deaths import DEATHS as THEIR_DEATHS
from tasks.figures.parts.to_their_deaths import to_death, to_their_deaths_bindings
from tasks.figures.parts.totals import (
    estimate_bindings,
    opens_estimate,
    risen_bindings,
    told_estimate_bindings,
    with_totals,
)
from tasks.figures.persons.killed_captives import killed_captives_bindings
from tasks.figures.persons.single_persons import with_single_persons
from tasks.figures.persons.slain_bodies import SIGNS
from tasks.figures.persons.taken_and_shot import DEATHS, put_to_death_bindings
from tasks.model.article import INFOBOX
from tasks.model.document import Document, Sentence, Token
from tasks.model.figure import Figure
from tasks.model.span import hull

_MAX_TOKENS = 400  # of a line that is read at once
# Every construction starts from a casualty word or from one of these; a line without is not read further.
_OWN = frozenset({"its", "their", "his", "her", "the"})
_NOUNS = frozenset({BLOODLESS, "loss", "victims", "victim", "fatality", "lives", "prisoners", "captives"})
WITHOUT_TRIGGER = _NOUNS.union(BEFALLEN, CREWS, DEATHS, THEIR_DEATHS, HOSPITALS, SIGNS, TREATS)
_MARKS = frozenset("\"“”„«»'’‘`")  # what may be a quotation mark
_INSTANTLY = frozenset({"outright", "instantly", "immediately"})
_HOW_BADLY = frozenset({"seriously", "critically", "severely", "badly", "gravely"})
_WITNESSED = frozenset({"evidence", "confirm", "confirmed"})
_DECIDES = v.DENIALS | _WITNESSED | {";", "and", "but", "although", "though", "instead"}
_NEITHER = frozenset(("neither", "nor"))
_LATER = frozenset({"later", "subsequently", "wounds", "injuries", "burns"})


def find_figures(document: Document) -> tuple[Figure, ...]:
    """Return the numbers of people killed, injured, missing, captured or displaced, in text order."""
    found: list[Figure] = list(infobox_figures(document))
    infobox, hints = {i for i, s in enumerate(document.article.sections) if s.heading == INFOBOX}, _hints()
    whole: Whole = {}  # what befell those whom the sentence before counts
    before: Sentence | None = None  # that one
    for sentence in document.sentences:
        goes_on = bool(whole) and before is not None and _goes_on(before, sentence, whole)
        if not goes_on:
            whole = {}
            if hints.isdisjoint(sentence.words):
                continue
            if WITHOUT_TRIGGER.isdisjoint(sentence.words) and not v.may_hold_form(sentence.words):
                continue  # most sentences
        if document.section_of(sentence) in infobox:
            continue
        figures: list[Figure] = []
        for part in _windows(sentence.tokens):
            is_plain = part is sentence.tokens and _MARKS.isdisjoint(sentence.words)
            line = bare_line(document.text, part, sentence.lower if is_plain else None)
            if goes_on or line.triggers or not WITHOUT_TRIGGER.isdisjoint(line.words):
                figures += figures_of(with_groups(line), whole)
        found += figures
        before, whole = sentence, whole_told(figures, document.text) or (whole if goes_on else {})
    return tuple(sorted(found, key=lambda f: (f.number.start, f.span.start, f.property)))


def _goes_on(before: Sentence, sentence: Sentence, whole: Whole) -> bool:
    """Say whether a sentence tells parts of those whom the one before it counts, or counts them again."""
    is_next = sentence.index == before.index + 1 and sentence.paragraph == before.paragraph
    return is_next and (opens_part(sentence.lower, whole) or opens_estimate(sentence.lower))


@cache
def _hints() -> frozenset[str]:
    """Return words of which a sentence needs one to be worth a closer look."""
    return WITHOUT_TRIGGER | v.hints()


def _windows(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Cut a sentence of more words than English has into parts, so that no text takes long."""
    start = 0
    while start < len(tokens):
        end = min(start + _MAX_TOKENS, len(tokens))
        if end < len(tokens):
            end = next(
                (i for i in range(end, start + _MAX_TOKENS // 2, -1) if tokens[i - 1].text in ",;"), end
            )
        yield tokens[start:end]
        start = end


def figures_of(line: Line, whole: Whole = NOBODY) -> list[Figure]:
    """Return the figures of one line, bound by the constructions of its words.

    Args:
        line: with its groups.
        whole: what befell those whom the sentence before it counts, if this one tells parts of them.
    """
    return [_figure(line, b, bindings) for bindings in [bind(line, whole)] for b in bindings]


def bind(line: Line, whole: Whole = NOBODY) -> list[Binding]:
    """Return the bindings of one line in text order; `whole` as in `figures_of`."""
    predicates = find_predicates(line)
    bound = _bind_groups(line, predicates) if line.groups else []
    bound = with_single_persons(line, predicates, bound)
    if line.groups:
        bound += whole_body_bindings(line, predicates, bound)
        bound += split_verb_bindings(line, bound)
        bound += put_to_death_bindings(line, bound)
        bound += bodies_bindings(line, bound)
        bound += to_their_deaths_bindings(line, bound)
        bound += killed_captives_bindings(line, predicates, bound)
        bound += [*killing_by_bindings(line, bound), *crew_bindings(line, bound)]
        bound += victims_bindings(line, bound)
        bound += counted_again_bindings(line, bound)
        treated = treated_bindings(line, bound)
        bound += treated
        bound += subset_bindings(line, bound) if treated else []
        bound += told_part_bindings(line, bound, whole)
        bound += estimate_bindings(line, bound)
        bound += told_estimate_bindings(line, bound, whole.get(ALL))
    bound = [b for b in bound if not (is_rate(line, b.group) or is_no_loss(line, b))]
    if not bound:  # else what rose, and what parts make together
        return []
    bound = with_totals(line, bound + risen_bindings(line, bound))
    bound = [
        replace(b, is_cumulative=True) if up and not b.is_cumulative else b
        for b, up in zip(bound, mark_cumulative(line, bound), strict=True)
    ]
    return _shared_class(line, _shared_update(line, sorted(bound, key=lambda b: (b.group.first, b.property))))


def _bind_groups(line: Line, predicates: Sequence[Predicate]) -> list[Binding]:
    """Return the bindings of counted groups, construction by construction: each sees those before it."""
    bound = inverted_bindings(line)
    known = {b.group.first for b in bound}
    bound += [to_death(line, b) for b in bind_predicates(line, predicates) if b.group.first not in known]
    bound += toll_bindings(line, bound)
    bound += life_bindings(line, bound)
    bound += among_bindings(line, bound)
    bound += subset_bindings(line, bound)
    beside = beside_bindings(line, bound)
    bound += beside
    bound += subset_bindings(line, bound) if beside else []
    bound += other_side_bindings(line, bound)
    bound += listed_bindings(line, bound)
    bound += gapped_bindings(line, bound)
    befallen = befallen_bindings(line, bound)
    bound += befallen
    bound += subset_bindings(line, bound) if befallen else []
    bound += alternative_bindings(line, bound)
    return bound


def _shared_class(line: Line, bound: list[Binding]) -> list[Binding]:
    """Give "more" the class it is more of: "nine soldiers were killed and over 20 more were wounded"."""
    found: list[Binding] = []
    for binding in bound:
        before, group = found[-1] if found else None, binding.group
        is_more = group.victim_class == "unknown" and "more" in line.words[group.first : group.last + 1]
        if before is not None and is_more and before.property != binding.property:
            between = line.words[max(before.group.last, before.predicate[1]) : group.first]
            if between == ["and"]:
                binding = replace(binding, group=replace(group, victim_class=before.group.victim_class))
        found.append(binding)
    return found


def _shared_update(line: Line, bound: list[Binding]) -> list[Binding]:
    """Give an update to the number joined to it: "raised the toll to 79 dead and dozens wounded"."""
    found: list[Binding] = []
    for binding in bound:
        before = found[-1] if found else None
        if before is not None and before.is_cumulative and before.property != binding.property:
            between = line.words[before.group.last : binding.group.first]
            is_clause = binding.rule in ("passive", "intransitive")
            if "and" in between[-1:] and len(between) <= 3 and not is_clause:
                binding = replace(binding, is_cumulative=True)
        found.append(binding)
    return found


def _figure(line: Line, binding: Binding, all_bound: Sequence[Binding]) -> Figure:
    group, quantity = binding.group, binding.group.quantity
    number = line.span(quantity.first, max(quantity.last, quantity.first + 1))
    people = line.span(group.first, group.last)
    predicate = line.span(*binding.predicate)
    return Figure(
        span=people if binding.is_subset and binding.rule == "including" else hull((people, predicate)),
        number=number,
        property=binding.property,
        value_low=quantity.low,
        value_high=quantity.high,
        value_qualifier=quantity.qualifier,
        victim=told_victim(line, group),
        victim_class=told_class(line, group),
        is_additional=_is_additional(line, binding, all_bound),
        is_cumulative=binding.is_cumulative,
        is_negated=binding.is_negated or _is_denied(line, binding),
        rule=binding.rule,
        is_named=binding.rule == "named",
        is_subset=binding.is_subset or _is_part(binding, line, all_bound),
    )


def _is_additional(line: Line, binding: Binding, all_bound: Sequence[Binding]) -> bool:
    """Say whether the figure adds to an earlier one of its property: "another soldier", "later died".

    "17 more were wounded" after "nine were killed" adds nothing: it counts people of another kind of loss.
    """
    group = binding.group
    if binding.is_subset or binding.is_cumulative:
        return False
    if binding.rule == "passive" and "also" in line.words[binding.predicate[0] : binding.predicate[1]]:
        return True
    if binding.property == "killed" and binding.rule in ("intransitive", "passive"):
        tail = line.words[binding.predicate[0] : binding.predicate[1] + 5]
        tail = tail[: next((i for i, word in enumerate(tail) if word in ",;:"), None)]
        tail = [] if tail[1:2] == ["killed"] else tail  # at once: "were killed or later died"
        is_one_of_hurt = group.is_partitive and "hospital" in tail and "whom" in line.words[: group.last]
        if is_one_of_hurt and any(b.property == "killed" and b.group.first < group.first for b in all_bound):
            return True
        if group.befallen == "injured" or (_LATER & set(tail) and "died" in tail):
            return True
    more = line.words[group.quantity.last : group.last]
    if binding.rule == "gapped" and line.words[group.last : group.last + 2] == ["in", "hospital"]:
        return True  # "five died at the scene and one in hospital"
    before = [b for b in all_bound if b.group.first < group.first and not b.is_subset]
    if group.quantity.kind == "article" and ordinal(line.word(group.quantity.last)) is not None:
        is_lone = not before and binding.property == "killed"
        return is_lone or any(b.property == binding.property for b in before)  # "...; a tenth victim died"
    if not group.quantity.is_additional and "more" not in more and "further" not in more:
        return False
    return not before or before[-1].property == binding.property


def _is_part(binding: Binding, line: Line, all_bound: Sequence[Binding]) -> bool:
    """Say whether the figure is a part set off ("8 were killed outright", "12 of those killed").

    "Nine people were killed instantly" sets nobody off: no others are told to have died.
    """
    if binding.rule == "elliptical" and binding.group.is_partitive:  # but "with 20 of its men killed"
        group = binding.group
        return _OWN.isdisjoint(line.words[group.quantity.last : group.quantity.last + 2])
    if binding.rule == "active" and line.word(binding.group.last) in _HOW_BADLY:
        return True
    if binding.rule != "passive" or line.word(binding.predicate[1]) not in _INSTANTLY:
        return False
    is_alone = not any(b.property == "killed" and b.group is not binding.group for b in all_bound)
    return not (is_alone and binding.group.head == "person")


def _is_denied(line: Line, binding: Binding) -> bool:
    """Say whether a denial in the same clause takes the figure back, or "nor her four guards" does."""
    if not _NEITHER.isdisjoint(line.words[max(0, binding.group.first - 2) : binding.group.first]):
        return True
    for at in range(binding.group.first - 1, -1, -1):
        word = line.words[at]
        if word not in _DECIDES:
            continue
        if word in {";", "but", "although", "though", "instead"} or (
            word == "and" and line.word(at + 1) in v.CUES
        ):
            return False
        if word in v.DENIALS and line.word(at - 1) not in {"the", "a", "an", "this", "in", "of"}:
            return True
        if word in _WITNESSED and line.word(at - 1) in {"no", "not"}:
            return True
    return False
