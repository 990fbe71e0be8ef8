"""The parser's tokens to its tree, faster than by the parser's own builder.

Of text, templates and tags like `<ref>`, most of a page, the nodes are made without their constructors,
which look again at what is theirs already; and each is made with its markup, which is asked for anyway
(`nodes.markup_of`).  A template of nothing but words, as most are, has no nodes until they are asked for
(`plain`).  The tree is the one that the parser makes, but of plain lists.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mwparserfromhell.nodes import Tag, Template, Text
from mwparserfromhell.nodes.extras import Parameter
from mwparserfromhell.parser import Parser, tokens
from mwparserfromhell.parser.builder import _HANDLERS, Builder
from mwparserfromhell.parser.errors import ParserError
from mwparserfromhell.wikicode import Wikicode

from tasks.sources.wikitext.parsing.nodes import markup_of
from tasks.sources.wikitext.parsing.plain import Address, PlainTemplate, Words, text_of

_TEXT = tokens.Text


def build(markup: str) -> Wikicode:
    """Return a page as the parser has it; bold and italics are left as they are written."""
    code: Wikicode = _MAKE_BUILDER().build(_PARSER()._tokenizer.tokenize(markup, 0, True))
    return code


class _Builder(Builder):
    """Makes the nodes."""

    _tokens: list[Any]
    _stacks: list[list[Any]]

    def _pop(self) -> Any:
        return _code(self._stacks.pop())

    def _handle_token(self, token: Any) -> Any:
        if type(token) is _TEXT:
            return text_of(token["text"])
        try:
            handler = _OWN[type(token)]
        except KeyError:
            raise _ERROR(f"an unexpected token: {type(token).__name__}") from None
        return handler(self, token)

    def _nodes_until(self, *ends: type) -> tuple[list[Any], Any]:
        """Return what stands before the next token of these kinds, and that token.

        Raises:
            ParserError: if there is none.
        """
        nodes: list[Any] = []
        left = self._tokens
        while left:
            token = left.pop()
            kind = type(token)
            if kind is _TEXT:
                nodes.append(text_of(token["text"]))
            elif kind in ends:
                return nodes, token
            else:
                nodes.append(self._handle_token(token))
        raise _ERROR("a template or tag without its end")

    def _tag(self, token: Any) -> Any:
        """Return the tag that begins with a token; those that marks of lists and tables make, as ever."""
        left = self._tokens
        if token or type(left[-1]) is not _TEXT or type(left[-2]) not in _BEHIND_NAME:
            return _HANDLERS[tokens.TagOpenOpen](self, token)
        name = _code([text_of(left.pop()["text"])])
        attributes = []
        while type(left[-1]) is tokens.TagAttrStart:
            attributes.append(self._handle_attribute(left.pop()))  # type: ignore[no-untyped-call]
        end = left.pop()
        padding = end.get("padding") or ""
        if type(end) is tokens.TagCloseSelfclose:
            return Tag(
                name, None, attributes, None, True, False, end.implicit or False, padding, None, None,
                end.wiki_markup,
            )  # fmt: skip
        contents = _code(self._nodes_until(tokens.TagOpenClose)[0])
        closing = _code(self._nodes_until(tokens.TagCloseClose)[0])
        tag: Any = Tag.__new__(Tag)
        tag._tag, tag._attrs, tag._padding, tag._contents = name, attributes, padding, contents
        tag._closing_tag = closing
        tag._wiki_markup = tag._wiki_style_separator = tag._closing_wiki_markup = None
        tag._self_closing = tag._invalid = tag._implicit = False
        opening = f"<{name.markup_kept_by_casus}{''.join(map(str, attributes))}{padding}>"
        inside, end = contents.markup_kept_by_casus, closing.markup_kept_by_casus
        tag.markup_kept_by_casus = f"{opening}{inside}</{end}>"
        return tag

    def _template(self, _: Any) -> Any:
        plain = self._plain_template()
        if plain is not None:
            return plain
        template: Any = Template.__new__(Template)
        nodes, end = self._nodes_until(tokens.TemplateParamSeparator, tokens.TemplateClose)
        template._name = _code(nodes)
        template._params = params = []
        unnamed = 1
        while type(end) is tokens.TemplateParamSeparator:
            parameter, end = self._parameter(unnamed)
            unnamed += not parameter._showkey
            params.append(parameter)
        parts = (template._name, *params)
        template.markup_kept_by_casus = "{{" + "|".join([one.markup_kept_by_casus for one in parts]) + "}}"
        return template

    def _plain_template(self) -> PlainTemplate | None:
        """Return the template that the next tokens are, if it holds but words and URLs; else leave them."""
        left = self._tokens
        at = len(left)
        name = key = None
        values: list[tuple[str | None, Words]] = []
        text, make = "", Words
        while at:
            at -= 1
            token = left[at]
            kind = type(token)
            if kind is _TEXT and not text:
                text = token["text"]
            elif kind is tokens.TemplateParamSeparator or kind is tokens.TemplateClose:
                if name is None:
                    name = text
                else:
                    values.append((key, make(text)))
                if kind is tokens.TemplateClose:
                    del left[at:]
                    return PlainTemplate(name, values)
                key, text, make = None, "", Words
            elif kind is tokens.TemplateParamEquals and make is Words:
                key, text = text, ""
            elif kind is tokens.ExternalLinkOpen and not token["brackets"] and name is not None and not text:
                make = Address
            elif kind is not tokens.ExternalLinkClose or make is Words:
                break
        return None

    def _parameter(self, unnamed: int) -> tuple[Any, Any]:
        """Return the next parameter and the token behind it."""
        parameter: Any = Parameter.__new__(Parameter)
        nodes, end = self._nodes_until(*_ENDS)
        parameter._showkey = type(end) is tokens.TemplateParamEquals
        if parameter._showkey:
            name, (nodes, end) = nodes, self._nodes_until(*_ENDS[1:])
        else:
            name = [text_of(str(unnamed))]
        parameter._name, parameter._value = _code(name), _code(nodes)
        markup = parameter._value.markup_kept_by_casus
        if parameter._showkey:
            markup = f"{parameter._name.markup_kept_by_casus}={markup}"
        parameter.markup_kept_by_casus = markup
        return parameter, end


# The package says nothing of their types.
_PARSER: Any = Parser
_MAKE_BUILDER: Any = _Builder
_ERROR: Any = ParserError
_ENDS = (tokens.TemplateParamEquals, tokens.TemplateParamSeparator, tokens.TemplateClose)
_BEHIND_NAME = (tokens.TagCloseOpen, tokens.TagAttrStart)
_OWN: dict[type, Callable[[Any, Any], Any]] = {
    **_HANDLERS,
    tokens.TagOpenOpen: _Builder._tag,
    tokens.TemplateOpen: _Builder._template,
}


def _code(nodes: list[Any]) -> Any:
    code: Any = Wikicode.__new__(Wikicode)
    code._nodes = nodes
    is_text = len(nodes) == 1 and type(nodes[0]) is Text
    code.markup_kept_by_casus = nodes[0]._value if is_text else "".join(map(markup_of, nodes))
    return code
