"""Who did what to whom in the story of a ship: "she sank Heron", "the submarine was depth-charged".

"She" and "the submarine" are the ship that the paragraph named last as one who did something, at first that
of the title.
"""

from __future__ import annotations

from collections.abc import Sequence

from tasks.dates.ship_story import is_ship_story
from tasks.events.candidate import Candidate
from tasks.events.found import Found, Words
from tasks.events.sentence_words import sentence_words
from tasks.events.subject_verb import is_verb, verb_of
from tasks.lexicons.construction_words import words
from tasks.model.actor import ActorBook
from tasks.model.document import Document, Token
from tasks.model.memo import remembered
from tasks.model.span import Span

_RULES = frozenset(
    ("verb", "verb_with_toll", "sent_down", "place_taken", "deed_of_ship", "enumerated", "happened")
)
_BE = frozenset(("was", "were", "been", "being"))
_UNDERGOES = frozenset(("came", "come", "coming", "taken"))  # "came under fire"
_ACCIDENTS = frozenset(("collided",))
_MINES = frozenset(("mine", "mines"))  # "struck a mine"
_BY = frozenset(("by", "from"))
_NEAR = 4  # tokens between a verb, "by" and the name behind it
_LOOSE = frozenset(("then", "also", "again", "soon", "twice", "depth"))
_ANY_SHIP = frozenset(("ship", "boat", "vessel"))
_VESSELS = frozenset(map(str.lower, words("vessel")))
_PREFIXES = words("ship_prefix")
_SHE = "she"
_BREAKS = frozenset((";", ":", "who", "which", "that", "when", "while", "as", "after", "before", "by"))
_OBJECT = 7  # tokens of what is attacked
_ENDS = frozenset((",", ";", ".", "(", "in", "at", "off", "on", "near", "with", "from", "while", "as", "and"))
_FORCES = ("military", "armed_group")


def ships_parties(document: Document, other: Candidate, inside: Words, actors: ActorBook) -> list[Found]:
    """Return the ship that did or underwent what a verb of another event says, and whom she did it to."""
    if not other.trigger.is_verb or other.rule not in _RULES or not is_ship_story(document):
        return []
    tokens, first = inside.tokens, other.trigger.first
    subject = _subject(document, inside, first, actors)
    if tokens[first].lower in _ACCIDENTS:
        return []
    is_passive = _is_passive(tokens, first)
    is_hit = is_passive or tokens[first].lower in _UNDERGOES or tokens[other.trigger.last].lower in _MINES
    rule = "passive" if is_passive else "subject"
    both = [] if subject is None else [subject, *_joined_to(document, inside, subject[0], actors)]
    found = [Found(actor, "target" if is_hit else "perpetrator", span, rule) for span, actor in both]
    if is_hit:
        found += _agent(inside, other.trigger.last, actors)
    elif other.rule != "enumerated" and (hit := _object(inside, other.trigger.last, actors)) is not None:
        found.append(Found(hit[1], "target", hit[0], "object"))
    return found


def _is_passive(tokens: Sequence[Token], verb: int) -> bool:
    """Whether "was" stands before a verb, at most one adverb between: "was badly damaged"."""
    at = verb - 1
    if at > 0 and (tokens[at].lower.endswith("ly") or tokens[at].lower in _LOOSE):
        at -= 1
    return at >= 0 and tokens[at].lower in _BE


def _agent(inside: Words, verb: int, actors: ActorBook) -> list[Found]:
    """Return by whom a ship was attacked: "sunk by HMS Heron", "came under fire from the gunboat Heron"."""
    tokens = inside.tokens
    by = next(
        (k for k in range(verb + 1, min(verb + 1 + _NEAR, len(tokens))) if tokens[k].lower in _BY), None
    )
    if by is None:
        return []
    named = next((m for k in range(by + 1, min(by + 1 + _NEAR, len(tokens))) if (m := inside.at(k))), None)
    if named is None or not _is_force(named[1], actors):
        return []
    return [Found(named[1], "perpetrator", named[0], "by_agent", grade="agent")]


def _subject(document: Document, inside: Words, verb: int, actors: ActorBook) -> tuple[Span, str] | None:
    """Return the ship that is the subject of a verb: by its name, as "she" or by what it is."""
    tokens = inside.tokens
    for k in range(verb - 1, -1, -1):
        if tokens[k].lower in _BREAKS:
            return None
        if tokens[k].lower == _SHE:
            return _with(Span(tokens[k].start, tokens[k].end), _antecedent(document, inside, k, actors))
        named = inside.at(k)
        if named is not None and verb_of(inside.sentence, named[0]) is not None:
            return named if _is_force(named[1], actors) else None
        if (
            tokens[k].lower in _VESSELS
            and k
            and tokens[k - 1].lower == "the"
            and _is_first_noun(tokens, k, verb)
        ):
            if tokens[k].lower not in _ANY_SHIP | _kind_of_title(document):
                return None
            return _with(Span(tokens[k - 1].start, tokens[k].end), _antecedent(document, inside, k, actors))
    return None


def _joined_to(document: Document, inside: Words, name: Span, actors: ActorBook) -> list[tuple[Span, str]]:
    """Return the ship that "she" is before a name: "she and HMS Heron attacked"."""
    tokens = inside.tokens
    at = next((i for i, t in enumerate(tokens) if t.start >= name.start), 0)
    if at < 2 or tokens[at - 1].lower != "and" or tokens[at - 2].lower != _SHE:
        return []
    she = Span(tokens[at - 2].start, tokens[at - 2].end)
    own = _antecedent(document, inside, at - 2, actors)
    return [] if own is None else [(she, own)]


def _with(span: Span, actor: str | None) -> tuple[Span, str] | None:
    return None if actor is None else (span, actor)


def _is_first_noun(tokens: Sequence[Token], at: int, verb: int) -> bool:
    """Whether a verb follows a noun at once: "the submarine sank", "the ship was then bombed"."""
    return at + 1 == verb or (at + 1 < verb and (is_verb(tokens[at + 1]) or tokens[at + 1].lower in _BE))


def _is_force(actor: str, actors: ActorBook) -> bool:
    known = actors.actors.get(actor)
    return known is not None and known.kind in _FORCES


def _object(inside: Words, verb: int, actors: ActorBook) -> tuple[Span, str] | None:
    """Return the ship or force that a verb has for its object."""
    tokens = inside.tokens
    for k in range(verb + 1, min(verb + 1 + _OBJECT, len(tokens))):
        named = inside.at(k)
        if named is not None:
            return named if _is_force(named[1], actors) else None
        if tokens[k].lower in _ENDS or is_verb(tokens[k]):
            return None
    return None


def _antecedent(document: Document, inside: Words, at: int, actors: ActorBook) -> str | None:
    """Return the ship that "she" is, None where that may be one of two.

    One that did something earlier in the sentence, or in the one before if this has no day of its own; else
    that of the title, unless another did something in the paragraph.
    """
    start, own = inside.tokens[at].start, _ship_of_title(actors, document)
    here = _acting(inside, actors, start)
    if here:
        return here[-1]
    sentence, is_next = inside.sentence, not any(t.kind == "number" for t in inside.tokens[:at])
    for index in range(sentence.index - 1, -1, -1):
        before = document.sentences[index]
        if before.paragraph != sentence.paragraph:
            break
        ships = _acting(sentence_words(before, actors), actors, before.span.end)
        if ships:
            return ships[-1] if is_next or ships[-1] == own else None
        is_next = False
    return own


def _acting(inside: Words, actors: ActorBook, end: int) -> list[str]:
    """Return the ships that are the subject of a verb in a sentence, as far as a place in it."""
    named = ((s, k) for s, k in inside.mentions if s.end <= end and k in _ships(actors))
    return [k for s, k in named if verb_of(inside.sentence, s) is not None]


@remembered
def _ships(actors: ActorBook) -> frozenset[str]:
    """Return the keys of the ships among the actors: by a prefix, a number or what was said to be one."""
    found = {m.actor for m in actors.mentions if m.method == "ship"}
    found |= {
        key for key, a in actors.actors.items() if a.kind == "military" and a.name.split()[0] in _PREFIXES
    }
    return frozenset(key for key in found if key in actors.actors)


@remembered
def _kind_of_title(document: Document) -> frozenset[str]:
    """Return the words for ships of the first sentence of the lead: what the ship of the title is."""
    return frozenset(w for s in document.lead[:1] for w in s.words if w in _VESSELS)


def _ship_of_title(actors: ActorBook, document: Document) -> str | None:
    title = document.article.title.partition(" (")[0]
    forces = ((key, a.name) for key, a in actors.actors.items() if a.kind == "military")
    named = [(len(name), key) for key, name in forces if _is_of(name, title)]
    return max(named)[1] if named else None


def _is_of(name: str, title: str) -> bool:
    """Whether a name is a ship's whose title names it, with its prefix or kind before it or without."""
    return title == name or title.endswith(f" {name}")
