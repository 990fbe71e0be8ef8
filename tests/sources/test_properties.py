"""Whatever bytes a file holds: an article or an InputError, and nothing else."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tasks.sources import InputError
from tasks.sources.decode import canonical, decode
from tasks.sources.detect import detect
from tasks.sources.infobox_fields import canonical_name
from tasks.sources.origin import parse_origin
from tasks.sources.rendered_text import read_rendered_text

PIECES = st.sampled_from(
    [b"= T =\n", b"\n", b"- Date: 1 May\n", b"Text. ", b"== H ==\n", b"\r\n", b"\xff", b"\0", b"|x=", b"}}\n",
     b"=", b" ", "\u202e".encode(), "e\u0301".encode(), "\ufeff".encode(), b"A box\n", b"- :\n"]
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda one: st.lists(one, max_size=3) | st.dictionaries(st.text(max_size=8), one, max_size=5),
    max_leaves=8,
)
FIELDS = st.fixed_dictionaries(
    {},
    optional=dict.fromkeys(
        ("title", "url", "language", "license", "attribution", "sha256", "bytes", "how"), JSON
    ),
)


@given(st.binary(max_size=200) | st.lists(PIECES, max_size=20).map(b"".join))
def test_any_bytes(content: bytes) -> None:
    """Reading gives an article whose text can be stored, or an InputError that can be shown."""
    detect(content)
    try:
        text, _ = canonical(decode(content, "a.txt"), "a.txt")
        article = read_rendered_text(text, source_path="a.txt")
    except InputError as error:
        assert str(error).isprintable()
        return
    assert article.text.encode("utf-8").decode("utf-8") == article.text
    assert all(one.span.of(article.text) == one.value for one in article.infobox)
    spans = [section.span for section in article.sections]
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(JSON | FIELDS)
def test_any_record(record: object) -> None:
    """An origin record is read or refused."""
    try:
        origin = parse_origin(record, "a.json")
    except InputError as error:
        assert str(error).isprintable()
    else:
        assert origin.title.strip()


@given(st.text(max_size=30))
def test_any_key(key: str) -> None:
    """Every key has a name or none; the name does not depend on case and blanks around it."""
    assert canonical_name(key) == canonical_name(f" {key} ")
