"""The languages that the shop is read in.

Vietnamese is the language of the texts and stands at the plain addresses; every other one is a
catalogue ``locale/<code>/LC_MESSAGES/django.po`` and stands under ``/<code>/``. Names and texts of
the catalogue are written in Vietnamese and in English: who reads another language is given the
English ones, and the Vietnamese where there are none.
"""

import unicodedata
from pathlib import Path

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.translation import get_language

MAIN = "vi"


def languages_in(folder: Path) -> list[tuple[str, str]]:
    """Return code and own name of each language with a catalogue in ``folder``, MAIN first."""
    found = {path.parts[-3] for path in folder.glob("*/LC_MESSAGES/django.po")}
    codes = (MAIN, *sorted(found - {MAIN}))
    # Django has the name of Vietnamese in decomposed letters.
    return [(code, unicodedata.normalize("NFC", LANG_INFO[code]["name_local"])) for code in codes]


def active_language() -> str:
    """Return the code of the language that is being read."""
    return (get_language() or MAIN).split("-")[0]


def language_of_stories() -> str:
    """Return the language in which stories are told to whoever reads the active one."""
    active = active_language()
    written = {code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES}
    return active if active in written else "en"


def reads_english(language: str) -> bool:
    """Say whether a reader of ``language`` is given the English names and texts."""
    return not language.startswith(MAIN)


def language_of(path: str) -> str:
    """Return the language of an address, which may have a query."""
    first = path.lstrip("/").partition("?")[0].partition("/")[0]
    codes = {code for code, _ in settings.LANGUAGES}
    return first if first in codes - {MAIN} else MAIN


def path_in(language: str, path: str) -> str:
    """Return the same page's address in ``language``."""
    own = language_of(path)
    plain = path if own == MAIN else "/" + path.removeprefix(f"/{own}").lstrip("/")
    return plain if language == MAIN else f"/{language}{plain}"
