"""What people read: collected from templates and Python, held against the catalogues."""

import re
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
OURS = ("catalogue", "cms", "marketplace", "search", "themes")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")
#: Words of ours that bear no accent.
PLAIN_WORDS = {"ocop", "sao", "trang", "sau"}

Key = tuple[str | None, str]


def _source_files() -> Iterator[Path]:
    for package in OURS:
        for path in sorted((ROOT / package).rglob("*")):
            is_template = path.suffix in {".html", ".txt"} and "templates" in path.parts
            if is_template or (path.suffix == ".py" and "migrations" not in path.parts):
                yield path


def _messages_in(path: Path) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    source = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Django's reader, which makemessages uses, turns a template into calls of gettext with
        # filling between them; in brackets its indentation means nothing.
        source = f"(\n{templatize(source, origin=str(path))}\n)"
    for _line, found, _comments, context in extract(
        "python", BytesIO(source.encode()), keywords=KEYWORDS
    ):
        texts = (found,) if isinstance(found, str) else tuple(found)
        # In what templatize makes, a % of the text is doubled like in a format.
        yield context, tuple(text.replace("%%", "%") for text in texts if text)


def _collected() -> dict[Key, Path]:
    texts: dict[Key, Path] = {}
    for path in _source_files():
        for context, (text, *_plural) in _messages_in(path):
            texts.setdefault((context, text), path.relative_to(ROOT))
    return texts


def _catalogue(language: str) -> Catalog:
    with (ROOT / "locale" / language / "LC_MESSAGES" / "django.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def _forms(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _key(message: Message) -> Key:
    return message.context, _forms(message.id)[0]


COLLECTED = _collected()
CATALOGUES = {language: _catalogue(language) for language in ("en", "vi")}


def test_the_reader_finds_what_stands_in_templates_and_in_python():
    assert COLLECTED[None, "Bán gì, treo nấy"] == Path(
        "themes/base/templates/components/hero_words.html"
    )
    assert COLLECTED[None, "%(total)s thứ"].parent == Path("themes/base/templates/components")
    assert COLLECTED[None, "Xin nhập mật khẩu."] == Path("marketplace/accounts/forms.py")
    assert COLLECTED[None, "%(name)s chỉ còn %(free)d, giỏ đang có %(wanted)d."].suffix == ".py"


def test_every_text_stands_in_the_english_catalogue():
    known = {_key(message) for message in CATALOGUES["en"] if message.id}
    assert {text: str(path) for text, path in COLLECTED.items() if text not in known} == {}


def test_the_english_catalogue_holds_no_text_that_is_gone():
    known = {_key(message) for message in CATALOGUES["en"] if message.id}
    assert known - set(COLLECTED) == set()


@pytest.mark.parametrize("language", CATALOGUES)
def test_nothing_is_untranslated_or_fuzzy(language):
    unfinished = [
        _key(message)[1]
        for message in CATALOGUES[language]
        if message.id and (message.fuzzy or not all(_forms(message.string)))
    ]
    assert unfinished == []
    assert not CATALOGUES[language].fuzzy


def _marks(text: str) -> tuple[list[str], list[str]]:
    return sorted(PLACEHOLDER.findall(text)), TAG.findall(text)


@pytest.mark.parametrize("language", CATALOGUES)
def test_placeholders_and_tags_are_those_of_the_original(language):
    strayed = []
    for message in CATALOGUES[language]:
        originals = _forms(message.id)
        for number, translation in enumerate(_forms(message.string) if message.id else ()):
            # A language without a plural has one form, for whichever of the original's.
            if all(_marks(translation) != _marks(original) for original in originals[number:]):
                strayed.append(translation)
    assert strayed == []


@pytest.mark.parametrize("language", CATALOGUES)
def test_a_catalogue_names_its_language_and_nobody(language):
    header = {name: text.strip() for name, text in CATALOGUES[language].mime_headers}
    assert header["Project-Id-Version"] == "ocop-marketplace"
    assert header["Language"] == language
    assert header["Last-Translator"] == ""
    assert header["Language-Team"] == ""


def _is_ill_set(text: str) -> bool:
    """Say whether a text shouts, has straight quotes, or letters put together of two signs."""
    words = TAG.sub("", text)
    return '"' in words or "!" in words or unicodedata.normalize("NFC", text) != text


def test_the_texts_are_quietly_and_properly_set():
    assert [text for _context, text in COLLECTED if _is_ill_set(text)] == []


def test_the_translations_are_quietly_and_properly_set():
    translations = [
        text
        for catalogue in CATALOGUES.values()
        for message in catalogue
        if message.id
        for text in _forms(message.string)
    ]
    assert [text for text in translations if _is_ill_set(text) or "'" in TAG.sub("", text)] == []


@pytest.mark.parametrize(
    ("text", "ill"),
    [
        ("Tìm “trà sim”", False),
        ('Đơn <a href="/">này</a>', False),
        ('Tìm "trà sim"', True),
        ("Mua ngay!", True),
        (unicodedata.normalize("NFD", "Đắk Lắk"), True),
    ],
)
def test_an_ill_set_text_is_seen(text, ill):
    assert _is_ill_set(text) is ill


def test_one_spelling_and_one_word_for_one_thing():
    unwanted = re.compile(r"huỷ|hoà\b|thuỷ|uỷ ban|cước|nhà cung cấp|phí vận chuyển", re.IGNORECASE)
    assert [text for _context, text in COLLECTED if unwanted.search(text)] == []


def test_every_text_of_ours_is_vietnamese_first():
    foreign = {
        text
        for _context, text in COLLECTED
        if PLACEHOLDER.sub("", text).isascii()
        and not set(re.findall(r"[a-z]+", PLACEHOLDER.sub("", text).lower())) <= PLAIN_WORDS
    }
    assert foreign == set()
