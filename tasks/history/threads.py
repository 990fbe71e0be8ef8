"""Each statement's way through the revisions: when it came, when it was last there.

A thread is one statement over all revisions, whatever its words become.  A revision that restores an
earlier text to the letter (the same sha1: an identity revert, as the field calls it) restores its
threads too, so that vandalism that was undone does not make every statement look new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tasks.assemble.identifiers import Occurrences, identifier
from tasks.history.kinship import paired
from tasks.history.revision_statements import Said, Statement

# A revert undoes at most so many revisions: the usual limit in work on Wikipedia's reverts.
REVERT_RADIUS = 15


@dataclass(frozen=True, slots=True)
class Moment:
    """A revision with the thread of each of its statements.

    Attributes:
        is_revert: it restores the text of an earlier revision.
        is_reverted: a later one undid it.
    """

    said: Said
    threads: Mapping[str, Statement]
    is_revert: bool
    is_reverted: bool


def moments(article_id: str, revisions: Sequence[Said]) -> list[Moment]:
    """Return revisions, the oldest first as they are given, with their statements by thread."""
    origins, undone = reverts([said.sha1 for said in revisions])
    seen = Occurrences()
    done: list[dict[str, Statement]] = []
    last_words: dict[str, str] = {}  # claim_id -> the thread that said it in these words last
    for index, said in enumerate(revisions):
        if index in origins and _are_same(done[origins[index]], said.statements):
            threads = dict(zip(done[origins[index]], said.statements, strict=True))
        else:
            before = done[-1] if done else {}
            threads = _onward(article_id, before, said.statements, last_words, seen)
        last_words |= {statement.claim_id: thread for thread, statement in threads.items()}
        done.append(threads)
    return [
        Moment(said, threads, index in origins, index in undone)
        for index, (said, threads) in enumerate(zip(revisions, done, strict=True))
    ]


def reverts(sha1s: Sequence[str]) -> tuple[dict[int, int], set[int]]:
    """Return which revisions restore which, and which were undone by that, all by index.

    The last restored revision counts if several had the text; a revision that changes nothing undoes
    nothing.

    >>> reverts(["a", "b", "vandalism", "b", "b"])
    ({3: 1, 4: 3}, {2})
    """
    origins: dict[int, int] = {}
    undone: set[int] = set()
    last: dict[str, int] = {}
    for index, sha1 in enumerate(sha1s):
        former = last.get(sha1)
        if former is not None and index - former <= REVERT_RADIUS + 1:
            origins[index] = former
            undone.update(range(former + 1, index))
        last[sha1] = index
    return origins, undone


def _are_same(threads: Mapping[str, Statement], statements: Sequence[Statement]) -> bool:
    return [one.claim_id for one in threads.values()] == [one.claim_id for one in statements]


def _onward(
    article_id: str,
    before: Mapping[str, Statement],
    statements: Sequence[Statement],
    last_words: Mapping[str, str],
    seen: Occurrences,
) -> dict[str, Statement]:
    """Return the statements of a revision by thread, in text order."""
    names = list(before)
    owner = {after: names[one] for one, after in paired(list(before.values()), statements)}
    taken = set(owner.values())
    threads: dict[str, Statement] = {}
    for index, statement in enumerate(statements):
        name = owner.get(index)
        if name is None:
            former = last_words.get(statement.claim_id)  # dropped earlier, and back in the same words
            name = former if former is not None and former not in taken else None
        if name is None:
            name = identifier("thread", article_id, statement.claim_id, seen.next(statement.claim_id))
        taken.add(name)
        threads[name] = statement
    return threads
