"""Newspapers and stations: by how other languages call them, by their list, by the language of an edition.

"El Heraldo de X", "Le Courrier de X"; "news outlets such as X and Y"; "BBC Persian".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from tasks.actors.context.sightings import Form, Sighting
from tasks.actors.kinds.decision import Decision, decided
from tasks.actors.known.countries import countries
from tasks.actors.known.folded_names import fold
from tasks.actors.known.name_words import context, known
from tasks.actors.names.capitalised import PARTICLES
from tasks.model.document import Token

_ARTICLES = frozenset(("el", "la", "los", "las", "le", "o", "a", "il", "der", "die", "das"))
_ARTICLES_LINKED = ("l'", "l’")
_PAPERS = context("paper_nouns")  # of Spanish, Portuguese, French, Italian and German
_ALONE = context("papers_alone")
_PRINTED = context("authored") | {"published", "printed", "wrote", "appeared", "story"}
_OUTLETS = context("outlets")
_SUCH = frozenset(("as", "like", "including"))
_LONGEST_LIST = 24  # tokens of the names that stand before one in its list


def paper(form: Form, page: str | None) -> Decision | None:
    """A newspaper's name in another language, a name in a list of media, an edition."""
    if not (_is_paper(form.lower) or _is_edition(form) or any(map(_is_listed, form.sightings))):
        return None  # nearly always, and before anybody looks at what stands around the name
    is_place = sum(map(_is_place, form.sightings)) * 2 > len(form.sightings)
    return None if is_place else decided("media", "paper")


def _is_paper(lower: Sequence[str]) -> bool:
    """Say whether words are "El Heraldo", "La Voz del Osk", "Jornal do Osk"; not "La Prensa Libre Street"."""
    if len(lower) < 2 or lower[0] not in _firsts():
        return False
    if lower[0].startswith(_ARTICLES_LINKED):
        return lower[0][2:] in _PAPERS and _goes_on(lower, 1)
    if lower[0] in _ARTICLES:
        return lower[1] in _PAPERS and _goes_on(lower, 2)
    return lower[1] in PARTICLES and len(lower) > 2


@cache
def _firsts() -> frozenset[str]:
    linked = {f"{article}{noun}" for article in _ARTICLES_LINKED for noun in _PAPERS}
    return _ARTICLES | _ALONE | linked


def _goes_on(lower: Sequence[str], at: int) -> bool:
    """Say whether a paper's name ends here or goes on with where it is printed."""
    return at == len(lower) or (lower[at] in PARTICLES and at + 1 < len(lower))


def _is_place(seen: Sighting) -> bool:
    """Say whether something was in what a name names, and nothing was printed there."""
    lower, at = seen.run.sentence.lower, seen.run.words[0].token - 2
    return "place" in seen.evidence and not (at >= 0 and lower[at] in _PRINTED)


def _is_edition(form: Form) -> bool:
    """Say whether a medium's name has a language or the world behind it: "BBC Persian"."""
    words = form.words
    if len(words) < 2 or words[-1].text not in countries().adjectives:
        return False
    whole = known().get(fold(" ".join([w.text for w in words[:-1]])))
    return whole is not None and whole[1] == "media"


def _is_listed(seen: Sighting) -> bool:
    """Say whether a name stands in a list of media: "newspapers such as X, Y and Z"."""
    if _OUTLETS.isdisjoint(seen.run.sentence.words):  # nearly always
        return False
    tokens, lower = seen.run.sentence.tokens, seen.run.sentence.lower
    at = first = seen.run.words[0].token
    while at > 2 and first - at < _LONGEST_LIST and _may_be_listed(tokens[at - 1]):
        at -= 1
    if at < 3 or lower[at - 1] not in _SUCH:
        return False
    noun = at - 2 - (lower[at - 2] in ("such", ","))
    return noun >= 0 and lower[noun] in _OUTLETS


def _may_be_listed(token: Token) -> bool:
    return token.text in (",", "and", "or", "the") or token.text in PARTICLES or token.text[0].isupper()
