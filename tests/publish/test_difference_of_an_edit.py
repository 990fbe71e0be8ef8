"""What differs after an article was edited: what the edit did, not all that it moved."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tasks.assemble import rows_of
from tasks.assemble.combine import combine
from tasks.extract import extract
from tasks.publish.difference import Difference, compare_versions
from tasks.sources import read_articles

HEAD = "= Raid on Karvel =\n\nRaid on Karvel\n- Date: 3 March 2019\n\n"
FIRST = "On 3 March 2019 militants of the Southland Front raided the harbour of Karvel."
REST = (
    "According to the harbour police, four people were killed. The Southland Front denied the raid. "
    "On 9 March 2019 the Northland Army shelled the town of Varsk, and six villagers were injured."
)
MORE = "The Red Cross said that two nurses were abducted in Orlin on 5 March 2019."


def _version(folder: Path, name: str, text: str) -> Path:
    raw = folder / "Raid_on_Karvel.txt"
    raw.write_text(HEAD + text + "\n", "utf-8")
    version = folder / name
    version.mkdir()
    articles = read_articles([raw], folder).articles
    for table, rows in combine(rows_of(extract(one)) for one in articles).items():
        pq.write_table(rows, version / f"{table}.parquet")
    return version


def _after(folder: Path, text: str) -> dict[str, Difference]:
    return compare_versions(_version(folder, "1", f"{FIRST} {REST}"), _version(folder, "2", text))


def _told(change: Difference) -> list[str]:
    return [what.partition(" · ")[2] for _, _, what in change.lines()]


def test_a_sentence_more_shows_its_own_rows_alone(tmp_path: Path) -> None:
    """All rows behind it have moved; none of them is dropped, added or changed."""
    changes = _after(tmp_path, f"{FIRST} {MORE} {REST}")
    assert _told(changes["mentions"]) == ["Red Cross"]
    assert _told(changes["claims"]) == ["The Red Cross · two nurses were abducted in Orlin on 5 March 2019"]
    for name in ("mentions", "event_actors", "claims", "figures", "events"):
        assert (changes[name].dropped, changes[name].changed) == ((), {}), name
        assert changes[name].moved > 0, name


def test_a_sentence_that_is_gone_takes_its_own_rows_alone(tmp_path: Path) -> None:
    """What came after it has moved."""
    changes = _after(tmp_path, f"{FIRST} {REST.partition('. ')[2]}")
    assert {sign for sign, _, _ in changes["claims"].lines()} == {"-"}
    assert changes["mentions"].added == ()
    assert len(changes["mentions"].dropped) <= 2
    assert changes["mentions"].moved > 0


def test_an_edited_number_leaves_the_mentions_of_its_sentence(tmp_path: Path) -> None:
    """The claim is another, for its words are; who is named in it is as before."""
    changes = _after(tmp_path, f"{FIRST} {REST.replace('four', 'twelve')}")
    assert {sign for sign, _, _ in changes["claims"].lines()} == {"+", "-"}
    assert (changes["mentions"].added, changes["mentions"].dropped) == ((), ())


def test_an_edited_number_is_the_only_figure_that_is_another(tmp_path: Path) -> None:
    """The other numbers of its statement are what they were, though the statement has other words."""
    many = (
        "The Red Cross said that four guards, two nurses and a driver were killed and nine drivers injured."
    )
    old = _version(tmp_path, "1", f"{FIRST} {many}")
    changes = compare_versions(old, _version(tmp_path, "2", f"{FIRST} {many.replace('four', 'six')}"))
    figures = changes["figures"]
    assert (len(figures.added), len(figures.dropped), figures.changed) == (1, 1, {})
    assert figures.moved == 3


def test_a_text_as_it_was_has_nothing_moved(tmp_path: Path) -> None:
    """Where a row stands counts there: only other rules can have changed it."""
    old = _version(tmp_path, "1", f"{FIRST} {REST}")
    new = _version(tmp_path, "2", f"{FIRST} {REST}")
    table = pq.read_table(new / "claims.parquet")
    claims = table.to_pylist()
    claims[0]["cue_start"] = 7
    pq.write_table(pa.Table.from_pylist(claims, table.schema), new / "claims.parquet")
    changes = compare_versions(old, new)
    [(key, columns)] = changes["claims"].changed.items()
    assert key == (claims[0]["claim_id"],)
    assert list(columns) == ["cue_start"]
    assert all(change.moved == 0 for change in changes.values())
