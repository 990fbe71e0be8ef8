"""What counts as found, by hand-made rows of one article."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy.actors import score_actors
from benchmarks.accuracy.claims import score_claims
from benchmarks.accuracy.dataset import Dataset, DatasetError, read_dataset
from benchmarks.accuracy.events import score_events
from benchmarks.accuracy.figures import score_figures
from benchmarks.accuracy.grounding import score_grounding
from benchmarks.accuracy.matching import Count, pair
from benchmarks.accuracy.tokens import name_key, overlap, words

TEXTS = st.lists(st.lists(st.sampled_from("abcdef"), max_size=5), max_size=5)


def dataset(**tables):
    """Return a dataset with the given tables; the others are empty."""
    empty = {name: [] for name in ("articles", "events", "actors", "event_actors", "claims", "figures")}
    return Dataset(empty | tables)


def said(text, claimant="the mayor", actor="mayor", **more):
    """Return a given statement."""
    row = {"voice": "attributed", "claim_text": text, "claimant_raw": claimant, "claimant_actor_id": actor}
    return row | {"claim_type": "statement", "cue": "said", "article_id": "x"} | more


def label(content, claimant="the mayor", **more):
    """Return a labelled statement."""
    return {"content": content, "claimant": claimant, "cue": "said", "kind": "statement", "core": True} | more


def test_words_ignore_case_accents_references_and_small_words():
    """Spelling differences that mean nothing do not count."""
    assert words("The Café’s door [12] said") == words("cafe's DOOR")
    assert name_key("The Army of the North") == "army north"
    assert words(None) == []


@given(first=st.text(), second=st.text())
def test_overlap_is_symmetric_and_bounded(first, second):
    """Which side is labelled makes no difference."""
    a, b = words(first), words(second)
    assert overlap(a, b) == overlap(b, a)
    assert 0 <= overlap(a, b) <= 1
    assert overlap(a, a) == (1 if a else 0)


@given(gold=TEXTS, given=TEXTS)
def test_pairs_use_each_item_once_and_leave_no_pair_behind(gold, given):
    """No given item serves two labels, and two items left over do not match."""
    pairs = pair(gold, given)
    used = [partner.given for partner in pairs.values()]
    assert len(used) == len(set(used))
    for i, wanted in enumerate(gold):
        for j, got in enumerate(given):
            if i not in pairs and j not in used:
                assert overlap(wanted, got) < 0.5


def test_the_best_overlap_is_paired_first():
    """A half match does not take the place of a whole one."""
    pairs = pair([["a", "b"], ["a", "b", "c", "d"]], [["a", "b", "c", "d"]])
    assert {i: partner.given for i, partner in pairs.items()} == {1: 0}


def test_counts_of_nothing_are_zero():
    """Nothing given and nothing labelled is no success and no division by zero."""
    assert (Count().precision, Count().recall, Count().f1) == (0, 0, 0)
    assert (Count(1, 2, 4) + Count(1, 2, 0)).f1 == 0.5


def test_optional_statements_neither_help_nor_hurt():
    """A statement without a source may be found or not."""
    labels = [label("two bridges fell"), label("troops withdrew at night", claimant=None, optional=True)]
    rows = [said("two bridges fell"), said("troops withdrew at night", None, None)]
    with_it = score_claims(labels, rows, dataset())
    without = score_claims(labels, rows[:1], dataset())
    assert with_it.counts == without.counts
    assert with_it.counts["attribution"] == Count(1, 1, 1)
    assert not with_it.extra


def test_a_made_up_statement_costs_precision_and_is_listed():
    """What matches no label is an error that the report can show."""
    outcome = score_claims(
        [label("two bridges fell")], [said("two bridges fell"), said("it rained")], dataset()
    )
    assert outcome.counts["attribution"] == Count(1, 2, 1)
    assert [row["claim_text"] for row in outcome.extra] == ["it rained"]
    assert [right for _, right in outcome.judged] == [True, False]


def test_the_same_statement_twice_counts_once():
    """Two rows with the same claimant and words are one answer."""
    outcome = score_claims([label("two bridges fell")], [said("two bridges fell")] * 2, dataset())
    assert outcome.counts["attribution"] == Count(1, 1, 1)


def test_a_condemnation_counts_only_among_all_statements():
    """Speech acts that assert nothing are measured apart."""
    labels = [label("the attack", kind="condemnation", core=False)]
    outcome = score_claims(labels, [said("the attack", claim_type="condemnation")], dataset())
    assert outcome.counts["attribution"] == Count(0, 0, 0)
    assert outcome.counts["attribution_all"] == Count(1, 1, 1)


@pytest.mark.parametrize(
    ("actor", "claimant", "relaxed", "resolved"),
    [("mayor", "She", 1, 1), ("other", "She", 0, 0), (None, "Mayor Ruiz", 1, 0), ("mayor", None, 1, 1)],
)
def test_claimant_by_words_or_by_actor(actor, claimant, relaxed, resolved):
    """A pronoun counts when its actor is right; words count when the actor is lost."""
    names = dataset(
        actors=[
            {"actor_id": "mayor", "name": "Ana Ruiz", "aliases": ["Ruiz"]},
            {"actor_id": "other", "name": "Lee", "aliases": None},
        ]
    )
    labels = [label("two bridges fell", claimant="She", claimant_resolved="Ana Ruiz")]
    labels[0]["claimant"] = "Mayor Ruiz" if claimant != "She" else "the woman"
    counts = score_claims(labels, [said("two bridges fell", claimant, actor)], names).counts
    assert (counts["claimant_relaxed"].hits, counts["claimant_resolved"].hits) == (relaxed, resolved)


def test_half_the_content_is_found_but_not_whole():
    """Found at 0.5, whole only at 0.8."""
    labels = [label("one two three four five six")]
    counts = score_claims(labels, [said("one two three")], dataset()).counts
    assert (counts["attribution"].hits, counts["content_80"].hits, counts["both"].hits) == (1, 0, 0)


def test_claim_type_is_a_share_of_found_statements_with_a_type():
    """Kinds that the tables have no word for are not scored."""
    labels = [label("it fell", kind="denial"), label("two bridges", kind="report")]
    counts = score_claims(
        labels, [said("it fell", claim_type="denial"), said("two bridges")], dataset()
    ).counts
    assert counts["claim_type"] == Count(1, 1, 1)


@pytest.mark.parametrize(
    ("kind", "given", "right"),
    [
        ("report", "statement", 1),
        ("finding", "assessment", 1),
        ("finding", "accusation", 0),
        ("promise", "threat", 0),
        ("denial", "denial", 1),
        ("denial", "statement", 0),
    ],
)
def test_claim_type_all_counts_kinds_without_a_type_of_their_own(kind, given, right):
    """A report that is given as an accusation is wrong in that measure alone."""
    counts = score_claims(
        [label("it fell", kind=kind)], [said("it fell", claim_type=given)], dataset()
    ).counts
    assert counts["claim_type_all"] == Count(right, 1, 1)


def figure(low, high, prop="killed", claim_id="c"):
    """Return a given figure."""
    return {"property": prop, "value_low": low, "value_high": high, "claim_id": claim_id}


def test_figures_need_both_bounds_and_vague_ones_do_not_count():
    """A bound is not the number itself; "dozens" has no number to compare."""
    gold = {"claims": [], "narrator_figures": [{"measure": "killed", "low": 12, "high": None}]}
    given = [figure(12, 12), figure(12, None), figure(None, None), figure(3, 3, "captured")]
    count, differing = score_figures(gold, given, [])
    assert count == Count(1, 2, 1)
    assert differing == ["figure extra: killed 12..12"]


def test_casualties_are_those_killed_or_injured():
    """Labels call so people of whom nobody tells which they were; the property has another name."""
    gold = {"claims": [], "narrator_figures": [{"measure": "casualties", "low": 70, "high": 70}]}
    assert score_figures(gold, [figure(70, 70, "killed_or_injured")], [])[0] == Count(1, 1, 1)


def test_figures_of_one_named_person_neither_help_nor_hurt():
    """Whether a named dead is a figure of one is a matter of taste."""
    named = {"measure": "killed", "low": 1, "high": 1, "named": True}
    gold = {"claims": [], "narrator_figures": [named]}
    assert score_figures(gold, [figure(1, 1)], [])[0] == Count(0, 0, 0)
    assert score_figures(gold, [figure(1, 1), figure(1, 1)], [])[0] == Count(0, 1, 0)


def test_without_narrator_labels_only_attributed_figures_are_scored():
    """An article whose narrator was not labelled cannot tell a wrong figure of the narrator's."""
    gold = {"claims": [{"figures": [{"property": "injured", "value_low": 4, "value_high": 4}]}]}
    claims = [{"claim_id": "c", "voice": "attributed"}, {"claim_id": "n", "voice": "article"}]
    given = [figure(4, 4, "injured"), figure(9, 9, "injured", "n")]
    assert score_figures(gold, given, claims)[0] == Count(1, 1, 1)


def event(**more):
    """Return a given event."""
    fields = (
        "date_start date_end country location adm_1 adm_2 location_raw deaths_low deaths_high injured_low"
    )
    return dict.fromkeys(fields.split()) | {"event_id": "e", "is_main": True, "injured_high": None} | more


def test_a_date_may_be_labelled_by_its_month():
    """A label without a day is right for every day of the month."""
    gold = {"main_event": {"start_date": "2020-06", "end_date": "2020-06-02"}}
    day = datetime.date(2020, 6, 1)
    counts, wrong = score_events(gold, [event(date_start=day, date_end=day)], dataset())
    assert counts["event_date_start"] == Count(1, 1, 1)
    assert counts["event_date_end"] == Count(0, 1, 1)
    assert len(wrong) == 1


def test_an_article_without_a_main_event_fails_each_labelled_field():
    """No answer is a wrong answer."""
    gold = {"main_event": {"start_date": "2020", "country": "Chad", "place": "Ati", "targets": ["camp"]}}
    counts, _ = score_events(gold, [], dataset())
    assert {name: count.hits for name, count in counts.items()} == dict.fromkeys(counts, 0)
    assert counts["event_target"] == Count(0, 0, 1)


@pytest.mark.parametrize(("name", "hits"), [("gunmen", 1), ("Red Front", 0)])
def test_nobody_is_to_be_named_where_the_article_leaves_it_open(name, hits):
    """A group that is given where no perpetrator is labelled is wrong; "gunmen" name nobody."""
    given = dataset(
        actors=[{"actor_id": "a", "name": name, "aliases": None}],
        event_actors=[{"event_id": "e", "actor_id": "a", "role": "perpetrator"}],
    )
    counts, wrong = score_events({"main_event": {"perpetrators": []}}, [event()], given)
    assert counts["event_perpetrator_open"] == Count(hits, 1, 1)
    assert len(wrong) == 1 - hits
    assert "event_perpetrator_open" not in score_events({"main_event": {}}, [event()], given)[0]


def test_tolls_without_a_label_are_not_scored():
    """Where an article states no toll of the whole event, none is asked."""
    gold = {"main_event": {"killed_low": None, "killed_high": None, "injured_low": 4, "injured_high": None}}
    counts, _ = score_events(gold, [event(injured_low=4)], dataset())
    assert set(counts) == {"event_injured_low", "secondary_events", "secondary_events_sure"}
    assert counts["event_injured_low"] == Count(1, 1, 1)


def test_other_events_are_matched_by_date_and_toll_once():
    """One given event cannot be two labelled ones."""
    labels = [{"start_date": "2018", "killed_low": 3}, {"start_date": "2018", "killed_low": None}]
    rows = [event(is_main=False, date_start=datetime.date(2018, 1, 9), deaths_low=3)]
    gold = {"main_event": {}, "secondary_events": labels}
    assert score_events(gold, rows, dataset())[0]["secondary_events"] == Count(1, 1, 2)


def test_an_actor_in_two_pieces_is_found_but_not_whole():
    """One labelled actor is one actor of the dataset."""
    labels = [{"name": "Red Front", "aliases": ["the Front"]}]
    front = {"actor_id": "a", "name": "Red Front", "aliases": ["Front"]}
    events = [{"event_id": "e", "article_id": "x"}]
    links = [{"event_id": "e", "actor_id": "a"}, {"event_id": "e", "actor_id": "b"}]
    whole = dataset(actors=[front], events=events, event_actors=links[:1])
    split = dataset(
        actors=[front | {"aliases": []}, {"actor_id": "b", "name": "Front", "aliases": None}],
        events=events,
        event_actors=links,
    )
    assert score_actors(labels, "x", whole)[0]["actors_whole"].hits == 1
    counts, wrong = score_actors(labels, "x", split)
    assert (counts["actors_found"].hits, counts["actors_whole"].hits) == (1, 0)
    assert wrong == ["actor split in 2: Red Front"]


def test_grounding_reads_spans_where_there_are_some():
    """Content around a cue is its parts, joined."""
    spans = [{"start": 0, "end": 3}, {"start": 9, "end": 12}]
    row = {"article_id": "x", "claim_text": "One … two", "spans": spans, "char_start": 0, "char_end": 12}
    data = dataset(
        articles=[{"article_id": "x", "title": "X", "text": "One, he saidtwo"}],
        claims=[row, row | {"spans": [{"start": 0, "end": 3}, {"start": 12, "end": 15}]}],
    )
    counts, wrong = score_grounding("x", data)
    assert counts["grounding_claims"] == Count(1, 2, 2)
    assert len(wrong) == 1


def test_a_folder_without_tables_is_no_dataset(tmp_path):
    """The message names the table that is missing."""
    with pytest.raises(DatasetError, match="articles"):
        read_dataset(tmp_path)
