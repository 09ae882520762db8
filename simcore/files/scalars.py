"""The kinds of single value a record can hold, each read from the text as it was written.

A value is interpreted only here, by the type of its field, so nothing is ever
guessed: ``no`` is a word where a word belongs and a mistake where a number
belongs. Every refusal says what to write instead. Values that are Python's own
already (a default, a plugin built in a test) pass as they are.

Use them as annotations: ``name: Text``, ``price: Annotated[Number, Field(ge=0)]``,
``evidence: Words[Literal["fact", "open"]]``. A record replaces plain Python types by
these by itself (``strict``), since a plain ``float`` would take what it can get.
"""

from __future__ import annotations

import calendar
import datetime
import functools
import re
import types
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import PydanticCustomError, core_schema

from simcore.errors import quoted
from simcore.files import remedies
from simcore.files.marks import Listing, Mapping, Scalar
from simcore.files.sources import suggestion

MAX_TEXT = 4_000
MAX_LABEL = 60
MAX_ID = 64
LARGEST_WHOLE = 10**15
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_ID = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})")
_DAY_LOOSE = re.compile(r"([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})")
_YEAR = re.compile(r"((?:19|20|21)[0-9]{2})(?:-(0[1-9]|1[0-2]))?")
_NULLS = {"", "~", "null", "Null", "NULL"}
_YES = {"yes", "y", "on", "ja", "waar", "1", "true"}
_NO = {"no", "n", "off", "nee", "onwaar", "0", "false"}


def refuse(what: str, instead: str = "", why: str = "", at: tuple[str, ...] = ()) -> PydanticCustomError:
    """The error a reader raises; records.py turns it into a Problem at the value's mark."""
    return PydanticCustomError("refused", "{what}", {"what": what, "instead": instead, "why": why, "at": at})


def _written(value: Any, wanted: str) -> tuple[str, bool] | None:
    """The text and whether it was bare; None for a value of Python's own; refuses blocks and nothing."""
    if isinstance(value, Mapping):
        raise refuse(f"should be {wanted}, but is a block of keys")
    if isinstance(value, Listing):
        raise refuse(f"should be {wanted}, but is a list", "remove the brackets or dashes")
    if isinstance(value, str):
        return value, True
    if not isinstance(value, Scalar):
        return None
    if value.bare and value.text in _NULLS:
        found = "is empty" if not value.text else f"is {value.text}, which means nothing"
        raise refuse(found, f"write {wanted}, or leave the line out")
    return value.text, value.bare


def _read_text(value: Any) -> Any:
    written = _written(value, "a text")
    if written is None:
        return value
    text = written[0].rstrip("\n")
    if not text.strip():
        raise refuse("is an empty text", "write something, or leave the line out")
    if len(text) > MAX_TEXT:
        raise refuse(f"is longer than {MAX_TEXT} characters", "shorten it")
    return text


def _read_label(value: Any) -> Any:
    text = _read_text(value)
    if not isinstance(text, str):
        return text
    if "\n" in text.strip():
        raise refuse("has more than one line", "write one line, and the rest under description")
    if len(text) > MAX_LABEL:
        why = f"a sticky note holds {MAX_LABEL} characters"
        short = text[:MAX_LABEL].rpartition(" ")[0] or text[:MAX_LABEL]
        raise refuse(f"has {len(text)} characters", f"write {quoted(short)}, and the rest under description", why)
    return text.strip()


def _read_id(value: Any) -> Any:
    written = _written(value, "an id")
    if written is None:
        return value
    text = written[0]
    if len(text) > MAX_ID:
        raise refuse(f"is longer than {MAX_ID} characters", "shorten it")
    if not _ID.fullmatch(text):
        slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
        example = slug if _ID.fullmatch(slug) else "rs-cleaning"
        rule = "an id starts with a letter and holds small letters, digits and single hyphens"
        raise refuse(f"{quoted(text)} is not an id", f"write {example}", rule)
    return text


def _read_number(value: Any) -> Any:
    if isinstance(value, bool):
        raise refuse("should be a number, not true or false")
    written = _written(value, "a number")
    if written is None:
        return value
    text, bare = written
    if not bare:
        if _NUMBER.fullmatch(text):
            raise refuse(f"{quoted(text)} is text because of the quotes", f"write {text} without quotes")
        text = text.strip()
    if re.fullmatch(r"[1-9][0-9]{0,2}(\.[0-9]{3})+", text):
        raise refuse(*remedies.thousands(text))
    if not _NUMBER.fullmatch(text):
        raise refuse(*remedies.not_a_number(text))
    if len(text.lstrip("-").replace(".", "").lstrip("0")) > remedies.MAX_DIGITS:
        raise refuse(f"{quoted(text, 24)} has more than {remedies.MAX_DIGITS} digits", "round it")
    return float(text) + 0.0  # so that -0 becomes 0


def _read_whole(value: Any) -> Any:
    try:
        number = _read_number(value)
    except PydanticCustomError as error:
        if error.context["instead"].endswith(remedies.UNIT):     # a whole number has no unit beside it
            raise refuse(error.context["what"], "write a whole number and nothing else") from None
        raise
    if isinstance(number, float):
        if number != int(number):
            low = int(number // 1)
            raise refuse(f"{_plain(value)} is not a whole number", f"write {low} or {low + 1}")
        if abs(number) > LARGEST_WHOLE:
            raise refuse(f"{_plain(value)} is too large", f"write at most {LARGEST_WHOLE}")
        if "." in _plain(value):
            raise refuse(f"{_plain(value)} is not written as a whole number", f"write {int(number)}")
        return int(number)
    return number


def _read_flag(value: Any) -> Any:
    written = _written(value, "true or false")
    if written is None:
        if not isinstance(value, bool):
            raise refuse(f"should be true or false, not {value!r}")
        return value
    text, bare = written
    if bare and text in ("true", "false"):
        return text == "true"
    word = text.strip().lower()
    answer = "true" if word in _YES else "false" if word in _NO else ""
    why = "" if bare else "quotes make it text"
    raise refuse(f"{quoted(text)} is not true or false", f"write {answer or 'true or false'}", why)


def _read_day(value: Any) -> Any:
    written = _written(value, "a date")
    if written is None:
        if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
            raise refuse(f"should be a date, not {value!r}", "use datetime.date")
        return value
    text = written[0]
    found = _DAY.fullmatch(text)
    if found:
        return _date(text, *(int(part) for part in found.groups()))
    if year := _YEAR.fullmatch(text):
        raise refuse(f"{quoted(text)} is no whole date", f"write {year[1]}-{year[2] or '01'}-01")
    loose = _DAY_FIRST.match(text)
    parts = [loose[3], loose[2], loose[1]] if loose else []
    if not parts and (other := _DAY_LOOSE.match(text)):
        parts = list(other.groups())
    if parts:
        year, month, day = (int(part) for part in parts)
        _date(text, year, month, day)
        raise refuse(f"{quoted(text)} is not written as a date", f"write {year:04d}-{month:02d}-{day:02d}")
    raise refuse(f"{quoted(text)} is not a date", "write year-month-day, as in 2012-10-01")


def _read_word(words: tuple[str, ...], value: Any) -> Any:
    written = _written(value, "one of " + ", ".join(words))
    if written is None:
        return value
    if written[0] not in words:
        raise refuse(f"{quoted(written[0])} is unknown here", suggestion(written[0], list(words)))
    return written[0]


def _date(text: str, year: int, month: int, day: int) -> datetime.date:
    if not 1 <= month <= 12:
        raise refuse(f"{quoted(text)} is not a date: there is no month {month}", "write year-month-day")
    if not 1900 <= year <= 2200:
        raise refuse(f"{quoted(text)} lies outside 1900 to 2200", "check the year")
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        name = calendar.month_name[month]
        raise refuse(f"{quoted(text)} is not a date: {name} {year} has {last} days", f"write {year}-{month:02d}-{last}")
    return datetime.date(year, month, day)


def _plain(value: Any) -> str:
    return value.text if isinstance(value, Scalar) else str(value)


class _OneOf:
    """Reads a word of the Literal it annotates, so that a misspelled one gets a suggestion."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        read = functools.partial(_read_word, get_args(source))
        return core_schema.no_info_before_validator_function(read, handler(source))


class _Example:
    """What a value of an annotated type looks like, for remedies."""

    def __init__(self, text: str):
        self.text = text

    def example(self, node: Any = None) -> str:
        return self.text


def _keep(value: Any) -> Any:
    """A block as it stands, marks and all; an ordinary dict would be a copy without them."""
    if not isinstance(value, dict):
        raise refuse("should be a block with keys", "write 'key: value' lines below it")
    return value


class _Unread:
    """Lets a node through as it is."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_keep) if get_origin(source) is dict else handler(Any)


Text = Annotated[str, BeforeValidator(_read_text)]
"""Any text; ``3`` and ``no`` are text here. Empty or longer than 4,000 characters is refused."""

Label = Annotated[str, BeforeValidator(_read_label)]
"""What stands on a sticky note or beside a bar: one line of at most 60 characters, so that pictures hold it."""

Id = Annotated[str, BeforeValidator(_read_id), _Example("rs-cleaning")]
"""A slug: small letters, digits, single hyphens or underscores, a letter first; at most 64."""

Number = Annotated[float, BeforeValidator(_read_number)]
"""A finite decimal number with a point, at most 17 digits; quotes, commas and % are refused."""

Whole = Annotated[int, BeforeValidator(_read_whole)]
"""A whole number, written without a point."""

Flag = Annotated[bool, BeforeValidator(_read_flag)]
"""true or false and nothing else."""

Day = Annotated[datetime.date, BeforeValidator(_read_day)]
"""A date written year-month-day, from 1900 to 2200."""

T = TypeVar("T")
Words = Annotated[T, _OneOf()]
"""``Words[Literal["fact", "open"]]``: one of these words."""

Unread = Annotated[Any, _Unread()]
"""A part of the file kept as a node, for someone else to ``read`` later (a plugin's parameters)."""

_PLAIN = {str: Text, float: Number, int: Whole, bool: Flag, datetime.date: Day}


def strict(kind: Any) -> Any:
    """The annotation with every plain type in it replaced by the type of this module that reads it.

    So ``Literal["a", "b"]`` becomes Words and ``list[float]`` a list of Number; what
    is annotated with a reader of its own already stays as it is.
    """
    if kind in (str, float, int, bool, datetime.date):
        return _PLAIN[kind]
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return Words[kind]
    if origin is Annotated:
        if any(isinstance(extra, (BeforeValidator, _OneOf, _Unread)) for extra in kind.__metadata__):
            return kind
        return Annotated[(strict(inner[0]), *kind.__metadata__)]
    if origin in (Union, types.UnionType):
        return Union[tuple(strict(part) for part in inner)]
    if origin is dict and inner[1] is Any:
        return Annotated[kind, _Unread()]
    if origin in (tuple, list, dict, set, frozenset):
        return origin[tuple(part if part is ... else strict(part) for part in inner)]
    return kind
