"""What is done for one article: it is read, extracted unless its rows are kept, and its rows are kept."""

from __future__ import annotations

import logging
from pathlib import Path

from tasks.assemble.row import Rows
from tasks.disk.refused import is_full
from tasks.model.article import Article
from tasks.model.collector import patient_collector
from tasks.model.nothing_to_read import NothingToReadError
from tasks.pipeline.article_outcome import Outcome
from tasks.pipeline.extractor import Extractor, extractor_of
from tasks.pipeline.work_settings import WorkSettings
from tasks.run.kept import Kept, key_of
from tasks.sources import InputError, Unread

log = logging.getLogger("casus")


class ArticleWork:
    """Works on one article after another; as many of these may work side by side as one likes."""

    def __init__(self, settings: WorkSettings, folder: Path) -> None:
        """Prepare for work.

        Args:
            settings: what it needs to know of the run's.
            folder: where rows are kept.

        Raises:
            BadInputError: if the corrections or an engine cannot be used.
        """
        self._is_full = settings.is_full
        self._extractor: Extractor = extractor_of(settings)
        self._kept = Kept(folder, self._extractor.mark)

    def do(self, file: str, unread: Unread) -> tuple[Outcome, ...]:
        """Return what became of an article in a file.

        Raises:
            OSError: if the disk is full.
        """
        with patient_collector():
            return tuple(
                Outcome(refusal=one) if isinstance(one, InputError) else self._do(one, Path(file))
                for one in unread.read()
            )

    def _do(self, article: Article, raw: Path) -> Outcome:
        from tasks.history.past import history_mark

        key = key_of(article, history_mark(raw) if article.source_format == "mediawiki" else "")
        is_reused = not self._is_full and self._kept.holds(key)
        failure = "" if is_reused else self._extract(article, key, raw)
        return Outcome(
            article.article_id, article.title, article.content_sha256, key, is_reused, failure=failure
        )

    def _extract(self, article: Article, key: str, raw: Path) -> str:
        """Extract an article, its past included, and keep its rows; return what is wrong with it, or ""."""
        from tasks.history.past import with_history

        try:
            rows = self._extractor.rows(article)
            if article.source_format == "mediawiki":
                rows = with_history(article, rows, raw, self._rows_of_past)
        except NothingToReadError as error:
            return f"{article.source_path}: {error}"
        except Exception as error:  # a fault that one article brings out must not cost the others their run
            if is_full(error):
                raise  # no article is to blame for that
            log.exception("%s: could not be extracted", article.article_id)
            return f"{article.source_path}: could not be extracted: {type(error).__name__}: {error}"
        self._kept.put(key, rows)
        return ""

    def _rows_of_past(self, past: Article) -> Rows:
        known = self._kept.get(key_of(past))
        if known is None:
            known = self._extractor.rows(past)
            self._kept.put(key_of(past), known)
        return known
