"""What a run extracts articles with: the rules, the user's corrections and the user's engines."""

from __future__ import annotations

from dataclasses import dataclass

from tasks.assemble.row import Rows
from tasks.engines import NO_ENGINES, EngineError, Engines, load_engines
from tasks.model.article import Article
from tasks.pipeline.work_settings import WorkSettings
from tasks.run.corrections_used import Corrections, corrections_in
from tasks.run.errors import BadInputError


@dataclass(frozen=True, slots=True)
class Extractor:
    """Makes rows of articles: the same for the same article, as long as its mark is the same."""

    corrections: Corrections
    engines: Engines = NO_ENGINES

    @property
    def mark(self) -> str:
        """What changes with the corrections and the engines, and with nothing else."""
        return self.corrections.mark + self.engines.mark

    def rows(self, article: Article) -> Rows:
        """Return the article's rows, by table.

        Raises:
            EngineError: if an engine fails on it.
        """
        from tasks.assemble import rows_of
        from tasks.extract import extract

        return rows_of(extract(article, self.corrections.lines, self.engines))


def extractor_of(settings: WorkSettings) -> Extractor:
    """Return the extractor that the settings describe.

    Raises:
        BadInputError: if the corrections file or an engine cannot be used; the message names it.
    """
    corrections = corrections_in(settings.corrections)
    if not settings.engines:
        return Extractor(corrections)
    try:
        return Extractor(corrections, Engines(load_engines(settings.engines), settings.combine))
    except EngineError as error:
        raise BadInputError(f"engines.use: {error}") from error
