"""One article from what was read to all that it says."""

import gc
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tasks.extract import extract
from tasks.model.article import Article
from tasks.model.collector import patient_collector
from tasks.sources import read_articles

ARTICLES = Path(__file__).parent / "gold" / "articles" / "seen"


@pytest.fixture
def article() -> Article:
    """An article with several events and many claims."""
    path = next(p for p in sorted(ARTICLES.iterdir()) if "Hillah" in p.name)
    return next(iter(read_articles([path], ARTICLES).articles))


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector is on again after a test."""
    yield
    gc.enable()


def test_an_extraction_leaves_no_cyclic_garbage(article: Article, collector: None) -> None:
    """All of it is freed without the collector, which rests in the meantime."""
    extract(article)  # what is loaded once
    gc.collect()
    gc.disable()
    extract(article)
    assert gc.collect() == 0


def test_the_collector_goes_on_after_an_article_only_if_it_was_on(article: Article, collector: None) -> None:
    """A program that has turned it off keeps it off."""
    extract(article)
    assert gc.isenabled()
    gc.disable()
    extract(article)
    assert not gc.isenabled()


def test_the_collector_goes_on_after_an_article_that_fails(collector: None) -> None:
    """What goes wrong leaves the program as it was."""
    with pytest.raises(AttributeError):
        extract(None)  # type: ignore[arg-type]
    assert gc.isenabled()


def test_the_collector_is_as_patient_after_an_article_as_before() -> None:
    """Within it looks seldom; a program that has set or stopped it finds it as it was, also after errors."""
    before = gc.get_threshold()
    try:
        for own in ((500, 5, 5), (50_000, 5, 5), (0, 5, 5)):
            gc.set_threshold(*own)
            with suppress(ValueError), patient_collector():
                assert gc.get_threshold()[0] == {500: 10_000}.get(own[0], own[0])
                raise ValueError
            assert gc.get_threshold() == own
    finally:
        gc.set_threshold(*before)
