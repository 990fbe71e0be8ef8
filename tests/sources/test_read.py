"""Inputs as a user names them: files, folders, and what is refused without harm to the others."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tasks.model.article import Article
from tasks.sources import read_articles, read_text_article
from tasks.sources.read import READERS

RAW = Path(__file__).parents[2] / "data" / "raw"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    """A raw folder with two good articles."""
    folder = tmp_path / "raw"
    folder.mkdir()
    write(folder / "b.txt", "Battle")
    write(folder / "a.txt", "Ambush")
    (folder / "README.md").write_text("about the articles", "utf-8")
    (folder / ".hidden").write_text("no article", "utf-8")
    return folder


def write(path: Path, title: str, body: str = "Two men died.") -> Path:
    """Write an article and return its path."""
    path.write_text(f"= {title} =\n\n{body}\n", "utf-8")
    return path


def titles(articles: Iterable[Article]) -> list[str]:
    """Return the titles in order."""
    return [article.title for article in articles]


def test_a_folder_stands_for_its_articles(raw: Path) -> None:
    """README, hidden files and origin records are no articles; subfolders count."""
    (raw / "more").mkdir()
    write(raw / "more" / "c.txt", "Capture")
    result = read_articles([raw], raw)
    assert (titles(result.articles), result.failures) == (["Ambush", "Battle", "Capture"], ())
    assert [one.source_path for one in result.articles] == ["a.txt", "b.txt", "more/c.txt"]


def test_order_of_inputs_does_not_matter(raw: Path) -> None:
    """The same articles in the same order, whatever the order of the files; twice named is read once."""
    forward = read_articles([raw / "a.txt", raw / "b.txt", raw], raw)
    backward = read_articles([raw, raw / "b.txt", raw / "a.txt"], raw)
    assert forward == backward
    assert titles(forward.articles) == ["Ambush", "Battle"]


def test_one_bad_article_does_not_stop_the_others(raw: Path) -> None:
    """Each bad file is one failure that names it; the good ones are read."""
    (raw / "empty.txt").write_bytes(b"")
    (raw / "latin.txt").write_bytes("= A =\n\n\u0130zmir".encode("iso8859-9"))
    (raw / "untitled.txt").write_text("Some prose.\n", "utf-8")
    (raw / "silent.txt").write_text("= Silent =\n", "utf-8")
    (raw / "nul.txt").write_text("= Nul =\n\nA\0b", "utf-8")
    result = read_articles([raw, raw / "missing.txt"], raw)
    assert titles(result.articles) == ["Ambush", "Battle"]
    found = {Path(error.file).name: (error.place, error.message) for error in result.failures}
    assert found == {
        "empty.txt": ("", "the file is empty"),
        "latin.txt": ("byte 7", "not UTF-8"),
        "untitled.txt": ("line 1", "no title: the first line is not `= Title =`"),
        "silent.txt": ("text", "no text after the title"),
        "nul.txt": ("line 3, char 10", "a NUL in the text"),
        "missing.txt": ("", "there is no such file or folder"),
    }


def test_same_title_case_apart(raw: Path) -> None:
    """Neither of two files with one title is taken, and each failure names the other."""
    write(raw / "c.txt", "BATTLE")
    result = read_articles([raw], raw)
    assert titles(result.articles) == ["Ambush"]
    assert [Path(error.file).name for error in result.failures] == ["b.txt", "c.txt"]
    assert "c.txt" in str(result.failures[0])
    assert "b.txt" in str(result.failures[1])


def test_a_folder_without_articles(tmp_path: Path) -> None:
    """An empty folder is a failure, not an empty dataset."""
    (tmp_path / "README").write_text("nothing yet", "utf-8")
    result = read_articles([tmp_path], tmp_path)
    assert [error.message for error in result.failures] == ["a folder without articles"]


def test_links_and_dots_do_not_lead_out(raw: Path) -> None:
    """A link or a path that begins in the raw folder and ends outside is refused; one inside is not."""
    secret = write(raw.parent / "secret.txt", "Secret")
    (raw / "link.txt").symlink_to(secret)
    (raw / "inner.txt").symlink_to(raw / "a.txt")
    result = read_articles([raw, raw / ".." / "secret.txt"], raw)
    assert titles(result.articles) == ["Ambush", "Battle"]
    assert [error.place for error in result.failures] == ["file name", "file name"]
    assert all("leads out of" in error.message for error in result.failures)


def test_linked_folder_is_not_entered(raw: Path) -> None:
    """A folder that is a link to elsewhere is refused."""
    outside = raw.parent / "outside"
    outside.mkdir()
    write(outside / "x.txt", "X")
    (raw / "more").symlink_to(outside)
    result = read_articles([raw], raw)
    assert titles(result.articles) == ["Ambush", "Battle"]
    assert [error.place for error in result.failures] == ["file name"]


def test_files_elsewhere_can_be_named(raw: Path, tmp_path: Path) -> None:
    """A user may name any file; its source path is its name, not where it lies."""
    elsewhere = tmp_path / "desk"
    elsewhere.mkdir()
    result = read_articles([write(elsewhere / "z.txt", "Zone")], raw)
    assert [one.source_path for one in result.articles] == ["z.txt"]
    assert result.failures == ()


def test_names_that_cannot_be_shown(raw: Path) -> None:
    """A line break in a file name reaches no log and no table."""
    write(raw / "x\ny.txt", "Odd")
    (error,) = read_articles([raw], raw).failures
    assert "\n" not in str(error)
    (error,) = read_articles([Path("a\0b")], raw).failures
    assert "\0" not in str(error)


def test_size_limit_is_a_parameter(raw: Path) -> None:
    """The limit counts for each file."""
    result = read_articles([raw], raw, max_bytes=10)
    assert [error.message for error in result.failures] == ["an article of more than 10 bytes"] * 2


def test_formats_are_told_by_content(raw: Path) -> None:
    """A kind of file without a reader is refused; a reader in the table is used."""
    (raw / "page.txt").write_text("{{Infobox event}} '''Page'''", "utf-8")
    without = {kind: reader for kind, reader in READERS.items() if kind != "wikitext"}
    (error,) = read_articles([raw], raw, readers=without).failures
    assert (error.place, error.value) == ("format", "wikitext")

    def reader(path: Path, raw_dir: Path | None, max_bytes: int) -> Iterable[Article]:
        return (read_text_article(raw / "a.txt", raw_dir, max_bytes),)

    only = read_articles([raw / "page.txt"], raw, readers={**READERS, "wikitext": reader})
    assert titles(only.articles) == ["Ambush"]


def test_normalised_text_is_logged_under_the_article(raw: Path) -> None:
    """Line ends and composed letters are changed; the issues bear the article's id."""
    (raw / "c.txt").write_bytes("= Cafe\u0301 raid =\r\n\r\nOne died.\r\n".encode())
    article = next(one for one in read_articles([raw], raw).articles if one.title == "Caf\u00e9 raid")
    assert article.text == "= Caf\u00e9 raid =\n\nOne died.\n"
    assert {"line_ends", "not_nfc"} <= {issue.code for issue in article.issues}
    assert {issue.article for issue in article.issues} == {article.article_id}


def test_the_first_article() -> None:
    """The article that the project ships with is read whole, with licence and address."""
    (article,) = read_articles([RAW / "2020_Kafr_Takharim_airstrike.txt"], RAW).articles
    assert article.article_id == "enwiki:2020_Kafr_Takharim_airstrike"
    assert (article.license, article.attribution) == ("CC BY-SA 4.0", "Wikipedia contributors")
    assert [one.name for one in article.infobox] == [
        "casualties", "perpetrator", "timezone", "date", "target", "partof", "location", "injuries",
    ]  # fmt: skip
    assert [(issue.code, issue.place) for issue in article.issues] == [
        ("template_residue", "infobox Timezone")
    ]


@pytest.mark.parametrize(
    ("name", "content"), [("a.txt", "Prose.\n"), ("b.wikitext", "#REDIRECT [[Battle]]\n")]
)
def test_a_refusal_names_the_file_with_its_folder(tmp_path: Path, name: str, content: str) -> None:
    """Two folders may hold a file of one name: the path is the one that was given, not the raw folder's."""
    file = tmp_path / "elsewhere" / name
    file.parent.mkdir()
    file.write_text(content, "utf-8")
    assert [one.file for one in read_articles([file], tmp_path / "raw").failures] == [str(file)]


@pytest.mark.parametrize("closed", ["more", "."])
def test_a_folder_that_cannot_be_read_is_a_failure(
    raw: Path, closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its articles would be missing from the dataset without a word; those beside it are read."""
    (raw / "more").mkdir()
    write(raw / "more" / "c.txt", "Capture")
    look = os.scandir

    def refuse(path: Path) -> Any:
        if Path(path) == raw / closed:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", refuse)
    result = read_articles([raw], raw)
    assert titles(result.articles) == (["Ambush", "Battle"] if closed == "more" else [])
    [failure] = result.failures
    assert failure.message == "the folder cannot be read: Permission denied"
    assert Path(failure.file) == raw / closed


def test_a_file_behind_a_closed_folder_does_not_stop_the_others(
    raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it is there cannot be known; that is said of it, and of it alone."""
    look = os.stat

    def refuse(path: Any, **options: Any) -> os.stat_result:
        if str(path).endswith("closed/a.txt"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path, **options)

    monkeypatch.setattr(os, "stat", refuse)
    result = read_articles([raw / "closed" / "a.txt", raw], raw)
    assert titles(result.articles) == ["Ambush", "Battle"]
    assert [error.message for error in result.failures] == ["cannot be looked at: Permission denied"]
