"""The tree of a page, made without the parser's own builder: the same tree."""

import mwparserfromhell
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mwparserfromhell.wikicode import Wikicode

from tasks.sources.wikitext.parsing.nodes import markup_of, tags_and_templates
from tasks.sources.wikitext.parsing.parser import parse

BITS = (
    "{{", "}}", "|", "=", "[[", "]]", "<ref>", "</ref>", "<ref name=a />", "a", "b c", "\n", "*", "{|", "|}",
    "|-", "'''", "==", "&amp;", "<!--", "-->", "{{{", "}}}", "[http://a b]", "http://a.b", "<br>",
    "<b x='1'>", "</b>", "<ref name=a>", "</ref >", "<br/>", "<nowiki>", "</nowiki>",
)  # fmt: skip


def assert_same(markup: str) -> None:
    """Compare the tree with the parser's own, and the kept markup with what the parser puts together."""
    ours, theirs = parse(markup), mwparserfromhell.parse(markup, skip_style_tags=True)
    assert ours.get_tree() == theirs.get_tree()
    assert markup_of(ours) == str(ours) == str(theirs) == markup
    for one in tags_and_templates(ours):
        assert markup_of(one) == str(one)


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "{{a}} {{b|}} {{c|1|x=2|3|=4}} {{ d | e = {{f|g=h=i}} | j }}",
        "{{cite web|url=http://a.b/?c=d|title=E=f| |g= |http://h}}{{a|http://b c|d=http://e}}{{http://f|g}}",
        "x<ref name=n>{{cite web|url=http://a.b/?c=d|title=[[E|f]] &ndash; g}}</ref>{{#tag:ref|{{h}}}}",
        "<ref  name='a' group=b >c<b>d</b ></ref ><ref/><ref name=e /><ref></ref></br><br ><i a>{{f}}</i>",
        "{{a|{{{b|c}}}|<!-- | = -->d=[http://e f=g|h]|<nowiki>|</nowiki>}}",
        "{|\n! a\n| b = {{c}}\n|}\n* d\n== e {{f}} ==",
    ],
)
def test_the_tree_is_the_parser_s_own(markup: str) -> None:
    """Templates, with and without names of parameters, in and around all else that pages have."""
    assert_same(markup)


@given(st.lists(st.sampled_from(BITS), max_size=30).map("".join))
def test_whatever_the_markup(markup: str) -> None:
    """Whatever is not closed, too."""
    assert_same(markup)


def test_a_template_has_its_parts() -> None:
    """What is made without constructors answers as what is made with them."""
    (template,) = parse("{{a|b|c=d}}").filter_templates()
    assert str(template.name) == "a"
    assert [(str(one.name), str(one.value), one.showkey) for one in template.params] == [
        ("1", "b", False),
        ("c", "d", True),
    ]
    assert isinstance(template.get("c").value, Wikicode)
