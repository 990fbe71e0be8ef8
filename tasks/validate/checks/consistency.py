"""Rows that speak of the same thing agree: claims with their events, updates with what they update."""

from __future__ import annotations

from collections import Counter, defaultdict

from tasks.tables.vocabulary import ACLED
from tasks.validate.checks.check import Check, Found
from tasks.validate.staged import Staged


def _claim_in_its_events_article(staged: Staged) -> Found:
    for row, (event, article) in enumerate(staged.rows("claims", "event_id", "article_id")):
        if staged.article_of_event.get(event, article) != article:
            yield row, event


def _figure_in_its_claims_article(staged: Staged) -> Found:
    claims = staged.lookup("claims", "claim_id", "article_id")
    for row, (claim, event, article) in enumerate(
        staged.rows("figures", "claim_id", "event_id", "article_id")
    ):
        if {claims.get(claim, article), staged.article_of_event.get(event, article)} != {article}:
            yield row, f"{claim}, {event}"


def _role_in_its_claims_article(staged: Staged) -> Found:
    claims = staged.lookup("claims", "claim_id", "article_id")
    for row, (claim, event) in enumerate(staged.rows("event_actors", "claim_id", "event_id")):
        article = staged.article_of_event.get(event)
        if claim is not None and claims.get(claim, article) != article:
            yield row, f"{claim}, {event}"


def _voice_fits(staged: Staged) -> Found:
    columns = staged.rows(
        "claims", "voice", "cue", "claimant_raw", "claimant_actor_id", "claimant_resolution"
    )
    for row, (voice, cue, raw, actor, resolution) in enumerate(columns):
        spoken = (raw, actor, resolution)
        if voice == "article" and (cue, *spoken) != (None,) * 4:
            yield row, f"article, but {cue or raw or actor or resolution}"
        elif voice == "attributed" and cue is None:
            yield row, "attributed without a cue"


def _resolution_fits(staged: Staged) -> Found:
    for row, (actor, resolution) in enumerate(
        staged.rows("claims", "claimant_actor_id", "claimant_resolution")
    ):
        if (actor is not None and resolution in (None, "unresolved")) or (
            actor is None and resolution in ("exact", "alias")
        ):
            yield row, f"{resolution}, actor {actor}"


def _superseded_is_updated(staged: Staged) -> Found:
    updated = set(staged.column("claims", "updates_claim_id"))
    for row, (claim, status) in enumerate(staged.rows("claims", "claim_id", "status")):
        if (status == "superseded") != (claim in updated):
            yield row, status


def _update_is_the_claimants_own(staged: Staged) -> Found:
    about = {
        claim: (actor, article)
        for claim, actor, article in staged.rows("claims", "claim_id", "claimant_actor_id", "article_id")
    }
    for row, (claim, updates) in enumerate(staged.rows("claims", "claim_id", "updates_claim_id")):
        if updates is not None and about.get(updates, about[claim]) != about[claim]:
            yield row, updates


def _conflict_has_its_group(staged: Staged) -> Found:
    columns = list(staged.rows("claims", "status", "conflict_group"))
    sizes = Counter(group for _, group in columns)
    for row, (status, group) in enumerate(columns):
        if group is None:
            if status == "conflict":
                yield row, "conflict without a group"
        elif status == "accepted" or sizes[group] < 2:
            yield row, f"{status}, group {group} of {sizes[group]}"


def _sub_type_fits(staged: Staged) -> Found:
    """Yield events with a sub-event type of another event type; GX would walk row by row for it."""
    for row, (kind, sub) in enumerate(staged.rows("events", "event_type", "sub_event_type")):
        if sub not in ACLED.get(kind, (sub,)):
            yield row, f"{kind}, {sub}"


def _event_has_a_claim(staged: Staged) -> Found:
    stated = set(staged.column("claims", "event_id"))
    for row, event in enumerate(staged.column("events", "event_id")):
        if event not in stated:
            yield row, event


def _one_main_event(staged: Staged) -> Found:
    events = staged.rows("events", "article_id", "is_main")
    mains = Counter(article for article, is_main in events if is_main)
    for row, article in enumerate(staged.column("articles", "article_id")):
        if mains[article] != 1:
            yield row, f"{mains[article]} main events"


def _claims_are_counted(staged: Staged) -> Found:
    claimants = defaultdict(list)
    for event, actor, resolution in staged.rows(
        "claims", "event_id", "claimant_actor_id", "claimant_resolution"
    ):
        claimants[event].append(None if resolution == "anonymous" else actor)
    columns = staged.rows("events", "event_id", "n_claims", "n_claimants")
    for row, (event, claims, speakers) in enumerate(columns):
        found = claimants[event]
        if (claims, speakers) != (len(found), len(set(found) - {None})):
            yield row, f"{claims} claims of {speakers}, not {len(found)} of {len(set(found) - {None})}"


def _mentions_are_counted(staged: Staged) -> Found:
    counted = Counter(staged.column("mentions", "actor_id"))
    for row, (actor, mentions) in enumerate(staged.rows("actors", "actor_id", "n_mentions")):
        if counted[actor] != mentions:
            yield row, f"{mentions}, not {counted[actor]}"


def _date_is_whole(staged: Staged) -> Found:
    columns = staged.rows("events", "date_edtf", "date_prec", "date_basis", "date_raw")
    for row, cells in enumerate(columns):
        if len({cell is None for cell in cells}) != 1:
            yield row, ", ".join(map(str, cells))


def _exact_day_is_one(staged: Staged) -> Found:
    columns = staged.rows("events", "date_prec", "date_start", "date_end")
    for row, (precision, start, end) in enumerate(columns):
        if precision == 1 and start != end:
            yield row, f"{start} to {end}"


def _event_before_its_report(staged: Staged) -> Found:
    taken = staged.lookup("articles", "article_id", "retrieved_at")
    for row, (article, start) in enumerate(staged.rows("events", "article_id", "date_start")):
        report = taken.get(article)
        if start is not None and report is not None and start > report.date():
            yield row, start


CHECKS = (
    Check("claim_is_in_its_events_article", "claims", ("article_id", "event_id", "events.article_id"),
          "A statement and its event belong to the same article.", _claim_in_its_events_article),
    Check("figure_is_in_its_claims_article", "figures", ("article_id", "claim_id", "claims.article_id"),
          "A figure, its claim and its event belong to the same article.", _figure_in_its_claims_article),
    Check("role_is_in_its_claims_article", "event_actors", ("event_id", "claim_id", "claims.article_id"),
          "A role and the claim that alleges it belong to the same article.", _role_in_its_claims_article),
    Check("voice_fits_the_claimant", "claims", ("voice", "cue", "claimant_raw", "claimant_resolution"),
          "Attributed claims have a cue; the article's own voice has neither cue nor claimant.", _voice_fits),
    Check("resolution_fits_the_actor", "claims", ("claimant_actor_id", "claimant_resolution"),
          "A resolved claimant is an actor, an unresolved one is none.", _resolution_fits),
    Check("superseded_has_an_update", "claims", ("status", "updates_claim_id"),
          "A claim is superseded if and only if another updates it.", _superseded_is_updated, derived=True),
    Check("update_is_the_claimants_own", "claims", ("updates_claim_id", "claimant_actor_id"),
          "Only the same claimant, in the same article, updates a claim.", _update_is_the_claimants_own),
    Check("conflict_has_its_group", "claims", ("status", "conflict_group"),
          "Claims in conflict share a group with at least one other.", _conflict_has_its_group, derived=True),
    Check("sub_event_type_fits", "events", ("event_type", "sub_event_type"),
          "Each of ACLED's sub-event types belongs to one event type.", _sub_type_fits),
    Check("event_has_a_claim", "events", ("event_id", "claims.event_id"),
          "Somebody, if only the article itself, states each event.", _event_has_a_claim, scope="table"),
    Check("article_has_one_main_event", "articles", ("article_id", "events.is_main"),
          "Each article is about one event.", _one_main_event),
    Check("claims_are_counted", "events",
          ("n_claims", "n_claimants", "claims.event_id", "claims.claimant_resolution"),
          "n_claims counts the rows of claims, n_claimants those named as saying them.",
          _claims_are_counted, derived=True),
    Check("mentions_are_counted", "actors", ("n_mentions", "mentions.actor_id"),
          "n_mentions counts the rows of mentions.", _mentions_are_counted, derived=True,
          reach="dataset"),
    Check("date_is_whole", "events", ("date_edtf", "date_prec", "date_basis", "date_raw"),
          "A date has words, precision and basis, or there is none.", _date_is_whole),
    Check("exact_day_is_one_day", "events", ("date_prec", "date_start", "date_end"),
          "Precision 1 is one day.", _exact_day_is_one, scope="table"),
    Check("event_is_before_its_report", "events", ("date_start", "articles.retrieved_at"),
          "What an article reports happened before the article was taken.", _event_before_its_report,
          scope="table"),
)  # fmt: skip
