"""A page of a dump that is still to be read: small enough to be handed to another process."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from tasks.model.article import Article
from tasks.model.issue import Issue
from tasks.sources.decode import canonical
from tasks.sources.dump.export_head import Site
from tasks.sources.dump.export_page import Page, sha1_of
from tasks.sources.errors import InputError
from tasks.sources.origin import Origin


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page on its way to an article.

    Attributes:
        text: of its newest revision.
        name: of the page for messages and tables.
        dump: the dump's own.
        terms: the dump's origin record, if it has one.
    """

    page: Page
    text: str
    site: Site
    name: str
    dump: str
    terms: Origin | None

    def read(self) -> Iterable[Article | InputError]:
        """Return the page's article, or the error that it is refused with."""
        return (self.article(),)

    def article(self) -> Article | InputError:
        """Return the same, not in a list."""
        try:
            return self._article()
        except InputError as error:
            return error

    def _article(self) -> Article:
        from tasks.sources.wikitext import read_wikitext  # a run that has others read needs no parser

        markup, notes = canonical(self.text, self.name)
        title, _ = canonical(self.page.title, self.name)
        content = self.text.encode("utf-8")
        origin = self._origin(content, title)
        article = read_wikitext(
            markup, title=title, source_path=self.name, content_sha256=origin.sha256, origin=origin,
            source_format="dump",
        )  # fmt: skip
        article_id = f"{self.site.wiki}:{title.replace(' ', '_')}"
        issues = [replace(issue, article=article_id) for issue in (*notes, *article.issues)]
        sha1 = self.page.sha1
        if sha1 is not None and sha1.rjust(31, "0") != sha1_of(self.text):
            message = "The text is not the one that the wiki computed its SHA-1 of."
            issues.append(Issue(article_id, "sources", "sha1_mismatch", "warning", "page", sha1, message))
        return replace(article, article_id=article_id, issues=tuple(issues))

    def _origin(self, content: bytes, title: str) -> Origin:
        license_, license_url, attribution = self.site.terms()
        if self.terms is not None:
            license_, attribution = self.terms.license, self.terms.attribution
            license_url = self.terms.license_url
        return Origin(
            title=title,
            url=self.site.address(title),
            language=self.site.language,
            license=license_,
            license_url=license_url,
            attribution=attribution,
            sha256=hashlib.sha256(content).hexdigest(),
            bytes=len(content),
            how=f"Taken from {self.dump}",
            retrieved_at=self.terms.retrieved_at if self.terms else None,
            revision_id=self.page.revision_id,
            revision_timestamp=self.page.timestamp,
        )
