"""The tables: ordered lists of columns with keys, foreign keys and what a reader should know."""

from __future__ import annotations

from collections.abc import Mapping

from tasks.tables.table import ForeignKey, Table

ARTICLES = Table(
    name="articles",
    description="One row per article: its text, to which all offsets refer, and where it comes from.",
    usage=(
        "The text is under its own licence: pass it on with `license` and `attribution`.",
        "A renamed page stands here under both titles: take `page_status` IS NULL OR = 'current' to count.",
    ),
    layout=(
        "article_id", "title", "language", "url?", "revision_id?", "revision_timestamp?", "source_format",
        "source_path", "content_sha256", "retrieved_at?", "page_status?", "moved_to?", "license",
        "attribution", "text", "infobox?", "schema_version", "extractor_version",
    ),
    key=("article_id",),
    sort=("article_id",),
    rows_due="always",
)  # fmt: skip

EVENTS = Table(
    name="events",
    description="One row per event of an article; the event that the article is about has is_main.",
    usage=(
        "Each article has its own rows: an event that two articles report stands here twice.",
        "NULL tolls say that no figure is stated, not that nobody was hurt.",
        "An article that is about no event of violence has a main event all the same, of type Strategic "
        "developments, Other, without tolls, perpetrators, targets and victims.",
        "low and high span what speakers state, bounds counting as their number; best lies between.",
        "`rule` names the construction that found the event, `confidence` how often that was right. Events "
        "beside an article's own are the least certain rows: `is_main or confidence >= 0.6` leaves out weak "
        "ones.",
    ),
    layout=(
        "event_id", "article_id", "is_main", "event_order", "event_name", "event_type", "sub_event_type",
        "plover_event_type?", "plover_mode?", "date_start?", "date_end?", "date_prec?", "date_edtf?",
        "date_raw?", "date_basis?", "time_local?", "timezone?", "location_raw?", "location?", "adm_2?",
        "adm_1?", "country?", "country_iso3?", "latitude?", "longitude?", "where_prec?", "place_basis?",
        "geonameid?", "part_of?", "target?", "weapon?", "deaths_low?", "deaths_best?", "deaths_high?",
        "injured_low?", "injured_best?", "injured_high?", "best_rule?", "deaths_best_figure_id?",
        "deaths_a?", "deaths_b?", "deaths_civilians?", "deaths_unknown?", "deaths_of?", "n_claims",
        "n_claimants", "evidence", "char_start", "char_end", "rule", "confidence?",
    ),
    key=("event_id",),
    sort=("article_id", "event_order", "event_id"),
    foreign_keys=(
        ForeignKey("article_id", "articles", "article_id"),
        ForeignKey("deaths_best_figure_id", "figures", "figure_id", on_missing="clear"),
    ),
    due={
        "date_start": 0.5, "date_end": 0.5, "date_prec": 0.5, "date_edtf": 0.5, "date_raw": 0.5,
        "date_basis": 0.5, "location_raw": 0.3, "location": 0.3, "country": 0.3, "country_iso3": 0.3,
        "where_prec": 0.3, "place_basis": 0.3, "plover_event_type": 0.3, "deaths_low": 0.2,
        "deaths_best": 0.2, "deaths_high": 0.1, "injured_low": 0.05, "best_rule": 0.2,
        "latitude": 0.05, "longitude": 0.05,
    },
    rows_due="always",
)  # fmt: skip

ACTORS = Table(
    name="actors",
    description="One row per actor, over all articles.",
    usage=("Near names are never merged by themselves; `resolution_method` says why names are one actor.",),
    layout=(
        "actor_id", "name", "actor_kind", "inter?", "country_iso3?", "part_of_actor_id?", "position?",
        "aliases", "wikidata_id?", "page_title?", "resolution_method", "n_articles", "n_mentions",
    ),
    key=("actor_id",),
    sort=("actor_id",),
    foreign_keys=(ForeignKey("part_of_actor_id", "actors", "actor_id", on_missing="clear"),),
    due={"country_iso3": 0.05, "inter": 0.05},
)  # fmt: skip

MENTIONS = Table(
    name="mentions",
    description="One row per mention of an actor in an article.",
    usage=(),
    layout=(
        "mention_id", "article_id", "actor_id", "name_raw", "mention_kind", "char_start", "char_end",
        "resolution_method",
    ),
    key=("mention_id",),
    sort=("article_id", "char_start", "char_end", "mention_id"),
    foreign_keys=(
        ForeignKey("article_id", "articles", "article_id"),
        ForeignKey("actor_id", "actors", "actor_id"),
    ),
)  # fmt: skip

EVENT_ACTORS = Table(
    name="event_actors",
    description="One row per part that an actor has in an event, as one passage gives it.",
    usage=(
        "`perpetrator` and `target`: who did it, and whom or what it was aimed at.",
        "Perpetrators: the group and the attacker where the article has both, two groups where two claim "
        'it or one claims it under a cover name; "gunmen" only where nobody is named.',
        "Targets of attacks: the site that has a name or that the title names, and beside it the people "
        'whom words tell by what they are ("Northland civilians", "police cadets"), not by being there '
        '("worshippers"); people alone where there is no such site; a bomb in a place without such people '
        "gives the place alone; the person whom the title names, and what they are where the attack was on "
        "such people.",
        "`victim`: people whom a toll counts, and persons named as killed, injured or abducted.",
        "`ally`: who backs, joins or stands beside one of the others (backed by X, alongside X).",
        "`participant`: every other state, government, armed force or group, body or person that the text "
        "shows doing or undergoing something in connection with the event: in it, its preparation, the "
        "response to it or its aftermath; not the long past.",
        "`mentioned`: no part in the event, but named in what is said of it: the body or state in a "
        "speaker's title, who is told, media and monitors, a state or international body that only reacts or "
        "pays. Leave these rows out when counting who took part.",
        "A claimant is not a participant: who speaks stands in claims.",
        "`is_alleged` roles are what `claim_id` says; where it is NULL, the article itself names a suspect.",
        "A role that the article's own words tell as well points at these and is not alleged; neither is "
        "what a court or an inquiry found.",
        "`rule` names the construction that gave the role, `confidence` how often it was right: take rows "
        "above a bound of your own where a wrong name costs more than a missing one.",
    ),
    layout=(
        "event_id", "actor_id", "role", "side?", "is_alleged", "claim_id?", "char_start", "char_end", "rule",
        "confidence?",
    ),
    key=("event_id", "actor_id", "role", "is_alleged", "char_start", "char_end"),
    sort=("event_id", "role", "char_start", "char_end", "actor_id", "is_alleged"),
    foreign_keys=(
        ForeignKey("event_id", "events", "event_id"),
        ForeignKey("actor_id", "actors", "actor_id"),
        ForeignKey("claim_id", "claims", "claim_id"),
    ),
)  # fmt: skip

CLAIMS = Table(
    name="claims",
    description="One row per statement: who says what about an event, in which words.",
    usage=(
        "Use `voice` = attributed for what somebody said; article rows carry figures in the article's voice.",
        "Keep rows with `status` <> 'superseded' to have each claimant's last word only.",
    ),
    layout=(
        "claim_id", "article_id", "event_id", "section", "voice", "claimant_actor_id?", "claimant_raw?",
        "claimant_start?", "claimant_resolution?", "cue?", "cue_class?", "cue_start?", "claim_type",
        "claim_text", "spans", "char_start", "char_end", "sentence", "sentence_start", "quote_type",
        "is_hedged", "is_negated", "addressee_raw?", "medium?", "claim_date?", "claim_date_prec?",
        "claim_date_edtf?", "parent_claim_id?", "updates_claim_id?", "conflict_group?", "status", "rule",
        "confidence?", "first_seen_revision_id?", "first_seen_at?", "last_seen_revision_id?", "last_seen_at?",
    ),
    key=("claim_id",),
    sort=("article_id", "char_start", "char_end", "claim_id"),
    foreign_keys=(
        ForeignKey("article_id", "articles", "article_id"),
        ForeignKey("event_id", "events", "event_id"),
        ForeignKey(
            "claimant_actor_id", "actors", "actor_id",
            on_missing="clear", also={"claimant_resolution": "unresolved"},
        ),
        ForeignKey("parent_claim_id", "claims", "claim_id", on_missing="clear"),
        ForeignKey("updates_claim_id", "claims", "claim_id", on_missing="clear"),
    ),
    due={
        "claimant_actor_id": 0.2, "claimant_raw": 0.2, "claimant_start": 0.2, "claimant_resolution": 0.2,
        "cue": 0.2, "cue_class": 0.2, "cue_start": 0.2, "confidence": 0.2,
    },
)  # fmt: skip

FIGURES = Table(
    name="figures",
    description="One row per number of people killed, injured, missing, ... in a statement.",
    usage=(
        "Never add up rows: several state the same toll. Use the event's deaths_low, _best and _high.",
        "killed_or_injured is a combined total and enters no toll; neither does a negated figure.",
    ),
    layout=(
        "figure_id", "claim_id", "event_id", "article_id", "property", "value_low?", "value_high?",
        "value_qualifier", "value_raw", "victim_class", "victim_raw?", "is_additional", "is_cumulative",
        "is_negated", "is_subset", "is_named", "infobox_side?", "rule", "char_start", "char_end",
    ),
    key=("figure_id",),
    sort=("article_id", "char_start", "char_end", "figure_id"),
    foreign_keys=(
        ForeignKey("claim_id", "claims", "claim_id"),
        ForeignKey("event_id", "events", "event_id"),
        ForeignKey("article_id", "articles", "article_id"),
    ),
    due={"value_low": 0.5, "value_high": 0.3, "victim_raw": 0.1},
)  # fmt: skip

CITATIONS = Table(
    name="citations",
    description="One row per reference of an article, where the source has references.",
    usage=("Empty for sources without references.",),
    layout=(
        "citation_id", "article_id", "title?", "publisher?", "author?", "url?", "archive_url?",
        "published_date?", "published_date_edtf?", "accessed_date?", "accessed_date_edtf?", "language?",
    ),
    key=("citation_id",),
    sort=("article_id", "citation_id"),
    foreign_keys=(ForeignKey("article_id", "articles", "article_id"),),
    due={"title": 0.2, "url": 0.2, "published_date_edtf": 0.05},
    rows_due="never",
)  # fmt: skip

CLAIM_CITATIONS = Table(
    name="claim_citations",
    description="One row per reference that supports a statement.",
    usage=("Empty for sources without references.",),
    layout=("claim_id", "citation_id"),
    key=("claim_id", "citation_id"),
    sort=("claim_id", "citation_id"),
    foreign_keys=(
        ForeignKey("claim_id", "claims", "claim_id"),
        ForeignKey("citation_id", "citations", "citation_id"),
    ),
    rows_due="never",
)

CHANGES = Table(
    name="changes",
    description="One row per thing that a revision of an article added, dropped or altered.",
    usage=(
        "Empty without `casus fetch --history`.",
        "`claim_id` is the statement as it stands today, NULL if it is there no more; old_claim_id and "
        "new_claim_id are those of that time, which no other table has.",
        "Take NOT is_revert AND NOT is_reverted to leave out vandalism and what undid it.",
        "A toll raised: changed_table = 'figures', changed_column = 'value', new_low > old_low.",
    ),
    layout=(
        "change_id", "article_id", "revision_id", "revision_timestamp", "previous_revision_id?",
        "change_order", "change_kind", "changed_table", "changed_column?", "property?", "old_value?",
        "new_value?", "old_low?", "old_high?", "new_low?", "new_high?", "claimant?", "claim_text?",
        "thread_id?", "old_claim_id?", "new_claim_id?", "claim_id?", "event_id?", "is_revert", "is_reverted",
    ),
    key=("change_id",),
    sort=("article_id", "revision_timestamp", "revision_id", "change_order"),
    foreign_keys=(
        ForeignKey("article_id", "articles", "article_id"),
        ForeignKey("claim_id", "claims", "claim_id", on_missing="clear"),
        ForeignKey("event_id", "events", "event_id", on_missing="clear"),
    ),
    rows_due="never",
)  # fmt: skip

ISSUES = Table(
    name="issues",
    description="One row per thing that a run noticed and did not swallow: the issue log.",
    usage=("Read it before trusting an article's NULLs: a value that could not be read is named here.",),
    layout=("article_id", "stage", "code", "severity", "place", "value", "message"),
    key=("article_id", "stage", "code", "place", "value", "message"),
    sort=("article_id", "stage", "code", "place", "value", "message"),
    rows_due="never",
)

# In the order in which a reader meets them; rows refer to rows of any table.
TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        ARTICLES, EVENTS, ACTORS, MENTIONS, EVENT_ACTORS, CLAIMS, FIGURES, CITATIONS, CLAIM_CITATIONS,
        CHANGES, ISSUES,
    )
}  # fmt: skip
