"""What the revisions of an article did to what it says: which statement came when, changed how, went when.

`revision_statements` is what a revision says, `kinship` finds the same statement in the next revision,
`threads` follows statements through all of them, `compare` says what differs, `rows` makes the table
`changes` and the columns first_seen and last_seen.  `past` reads the revisions that are
kept; the rest is pure.

Cases in tests/cases: changes.txt.
"""
