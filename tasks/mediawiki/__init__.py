"""Pages of live wikis: asked for through MediaWiki's Action API, kept as raw files with their origin.

`wanted` says what to take, `fetch` takes it.  Nothing here reads an article; `tasks.sources` reads what
was kept, as often as wanted, without network.
"""
