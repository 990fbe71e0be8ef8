"""Taking a run of capitalised words apart into titles and names.

"Kunduz Province Governor Asadullah Omarkhail" is a place, an office and a person; "Middle East
Institute Ada Quist" an institute and a person; "Norway Ada Quist" a country and a person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tasks.actors.known.armed_groups import is_armed_group
from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import (
    WEAK_TITLES,
    country_of_known,
    given_names,
    heads,
    known,
    name_words,
    titles,
    titles_by_first_word,
)
from tasks.actors.names.capitalised import PARTICLES
from tasks.actors.names.forces_end import air_force_end, forces_end, is_country
from tasks.actors.names.name_run import Run
from tasks.actors.names.name_word import Word
from tasks.actors.names.ranks import are_of_rank
from tasks.actors.names.unit_names import is_elite, is_machine, is_numbered_flight, machine_behind
from tasks.actors.names.written import is_short_form
from tasks.lexicons.construction_words import words as construction_words
from tasks.model.value import value

LONGEST_TITLE = 4  # words
_SHIPS = construction_words("ship_prefix")
_SAINTS = frozenset(("st", "st.", "saint"))
_OF_HOUSES = frozenset(("speaker", "member", "chief"))


@value(frozen=True, slots=True)
class Segment:
    """A name within a run.

    Attributes:
        run: the name's own words.
        title: the words of an office or rank that stand directly before it, if any.
        must_be_person: a title says so.
    """

    run: Run
    title: Run | None = None
    must_be_person: bool = False


def segments(run: Run, splits: Collection[int] = ()) -> Iterator[Segment]:
    """Yield the names of a run in order.

    Args:
        run: capitalised words in a row.
        splits: word positions at which something outside the run says that a new name begins.
    """
    if len(run.words) == 1:
        yield Segment(run)
        return
    lower = [w.lower for w in run.words]
    if are_of_rank(lower):
        yield Segment(run.cut(1, len(run.words)), None, True)
        return
    found = _title(run, lower)
    if found is not None:
        start, end = found
        if start:
            yield from segments(run.cut(0, _body_before(lower, start)))
        if end < len(run.words):
            yield Segment(run.cut(end, len(run.words)), run.cut(start, end), True)
        elif start:
            yield Segment(run.cut(start, end))
        return
    cut = _boundary(run, lower, splits)
    if cut:
        yield from segments(run.cut(0, cut))
        is_end = cut == len(lower) - 1
        if is_end and is_machine(run.words[cut].text) and machine_behind(run.words) == cut:
            return  # "17 Squadron | F-16s"
        is_flown = lower[-1][-1] == "s" and air_force_end(lower) == cut
        if is_flown or (is_end and lower[cut][-1] == "s" and forces_end(run, lower) == cut):
            return  # what they fly or drive: "Norland Marine Corps | Harriers"
        yield from segments(run.cut(cut, len(run.words)))
        return
    yield Segment(run)


def _body_before(lower: Sequence[str], start: int) -> int:
    """Return where the name before a title ends: "Norland National Police | Chief", "White House | Security".

    A title's first word ends the name of a national force; a body that the world knows needs no more words.
    """
    if start > 1 and lower[start] == "police" and lower[start - 1] == "national":
        return start + 1
    if start > 2 and lower[start - 1] not in heads():
        for size in range(start - 1, 1, -1):
            if fold(" ".join(lower[:size])) in known():
                return size
    return start


def title_at(words: Sequence[str], start: int) -> int:
    """Return how many words from `start` are one title ("Prime Minister"), 0 if none."""
    longest = titles_by_first_word().get(words[start], 0) if start < len(words) else 0
    for length in range(min(LONGEST_TITLE, longest, len(words) - start), 0, -1):
        if " ".join(words[start : start + length]) in titles():
            return length
    return 0


def _title(run: Run, words: Sequence[str]) -> tuple[int, int] | None:
    """Return where a title stands that splits the run: a person's name follows it, or nothing.

    Args:
        run: capitalised words in a row.
        words: they in lower case.
    """
    first = titles_by_first_word()
    if first.keys().isdisjoint(words):
        return None
    for start in [at for at, word in enumerate(words) if word in first]:
        length = title_at(words, start)
        if not length:
            continue
        phrase = " ".join(words[start : start + length])
        end = start + length
        if end == len(words):
            return (start, end) if start and phrase not in WEAK_TITLES and _ends_name(run, start) else None
        while end < len(words) and (more := title_at(words, end)) and end + more < len(words):
            end += more  # "President Gen.", "Major General Sir"
        rest = words[end:]
        if titles()[phrase] == "role" and (phrase == "official" or _is_short_name(run.words[end].text)):
            continue
        if titles()[phrase] == "honorific" and start and not _ends_name(run, start):
            continue
        if phrase in _SAINTS and run.words[-1].is_owner:  # "St. Mark's Hospital"
            continue
        if phrase in WEAK_TITLES and not _is_weak_held(run, phrase, start, end):
            continue
        is_full_name = len(rest) == 2 and run.words[end].text in given_names() and rest[1] not in heads()
        if not is_full_name and any(
            w in heads() or is_other(w) or w in {"of", "for", "in", "on", "&"} for w in rest
        ):
            continue
        return start, end
    return None


def _is_weak_held(run: Run, title: str, start: int, end: int) -> bool:
    """Say whether a word that is seldom a title is one: "Parliament Speaker X", "Pilot Ada Quist"."""
    if not start:
        return run.words[end].text in given_names()
    return title in _OF_HOUSES and run.words[start - 1].lower in heads() and len(run.words) - end < 5


def _is_short_name(text: str) -> bool:
    return len(text) > 1 and text.isupper()


def _ends_name(run: Run, start: int) -> bool:
    """Say whether the words before a title are a name of their own: a country, a place, a body."""
    before = run.words[start - 1]
    table = countries()
    return (
        before.is_owner
        or before.text in table.adjectives
        or before.text in table.names
        or before.lower in heads()
        or before.lower in titles()
        or name_words().get(before.lower) == "place"
    )


def is_other(word: str) -> bool:
    """Say whether a word (lower case) marks a place, an event, a thing or a date."""
    return name_words().get(word) in {"place", "event", "thing", "date"}


def _boundary(run: Run, lower: Sequence[str], splits: Collection[int]) -> int:
    """Return the position at which a person's name begins after a body or a country; 0 if nowhere.

    Args:
        run: capitalised words in a row.
        lower: they in lower case.
        splits: positions at which something outside the run says that a new name begins.
    """
    words = run.words
    for split in splits:
        if 0 < split < len(words):
            return split
    body = (
        _adjective_end(run)
        or air_force_end(lower)
        or forces_end(run, lower)
        or _short_form_end(run)
        or machine_behind(words)
    )
    if body:
        return body
    if lower[-1] == "flight" and is_numbered_flight(run):  # "Norland Airlines | Flight 12"
        return len(words) - 1
    for position in range(1, len(words) - 1):
        if words[position].text not in given_names():  # nearly always
            continue
        before, rest = lower[position - 1], lower[position:]
        if len(rest) > 4 or before in PARTICLES or lower[position] in PARTICLES:
            continue
        if any(w in heads() or is_other(w) or w in ("of", "for", "and", "in") for w in rest):
            continue
        if (
            before in heads()
            or name_words().get(before) == "place"
            or is_country(words[:position])
            or (position == 1 and words[0].text in countries().adjectives)  # "Norlander Ana Vell"
            or _is_known(words[:position])
        ):
            return position
    return 0


def _adjective_end(run: Run) -> int:
    """Return where a country's adjective ends before a group with a name of its own: "Norland | X Front".

    Or before a body that the world knows as that country's.
    0 if none does, or if the adjective belongs to the name: "Afghan Taliban", "Norland X Front (NXF)".
    """
    words = run.words
    adjectives = countries().adjectives
    first = words[0].text
    size = 2 if f"{first} {words[1].text}" in adjectives else int(first in adjectives)
    if not size or size >= len(words):
        return 0
    if words[-1].lower not in heads() and is_elite(run.sentence.lower, words[-1].token + 1):
        return size  # "Norland | Xenda special-forces commandos"
    whole, rest = (" ".join(w.text for w in part) for part in (words, words[size:]))
    owner = adjectives[" ".join(w.text for w in words[:size])]
    is_own = fold(whole) not in known() and country_of_known(fold(rest)) == owner and len(words) > size + 1
    is_own = is_own and words[-1].lower not in heads()  # "British Royal Navy" is a name of it
    if is_armed_group(fold(whole), whole) or not (is_own or is_armed_group(fold(rest), rest)):
        return 0
    following = run.sentence.lower[words[-1].token + 1 : words[-1].token + 2]
    return 0 if "(" in following else size


def _short_form_end(run: Run) -> int:
    """Return 1 where capitals stand before a person's name, "MP | Ada Quist", or a machine; else 0."""
    words = run.words
    first = words[0].text
    if first.isupper() and is_machine(words[1].text) and fold(first) in known() and first not in _SHIPS:
        return 1
    if len(words) < 3 or len(words) > 4 or not first.isupper() or not is_short_form(first) or first in _SHIPS:
        return 0
    is_name = words[1].text in given_names() and not any(
        w.lower in heads() or is_other(w.lower) for w in words[2:]
    )
    return int(is_name)


def _is_known(words: Sequence[Word]) -> bool:
    """Say whether words name a body that the world knows, a short one in capitals: "ANA", not "Ana"."""
    text = " ".join([w.text for w in words])
    return text.lower() in known() and (len(text) > 4 or text.isupper())
