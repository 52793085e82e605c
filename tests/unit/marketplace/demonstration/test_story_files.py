"""The stories of the demonstration, checked file by file as an editor and a loader would."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

Story = dict[str, Any]

ROOT = Path(__file__).resolve().parents[4]
FOLDER = ROOT / "marketplace" / "demonstration" / "data" / "stories"
FILES = sorted(FOLDER.glob("*.json"))
LANGUAGES = ("vi", "en")

# Codes of the 34 provinces since 1 July 2025 (resolution 202/2025/QH15).
PROVINCE_CODES = {
    *(1, 4, 8, 11, 12, 14, 15, 19, 20, 22, 24, 25, 31, 33, 37, 38, 40),
    *(42, 44, 46, 48, 51, 52, 56, 66, 68, 75, 79, 80, 82, 86, 91, 92, 96),
}
STORY_FIELDS = {"slug", "province_code", "products", "season_months", "vi", "en", "sources"}
LANGUAGE_FIELDS = {"title", "lead", "search_description", "body"}
BLOCK_FIELDS = {
    "text": {"type", "value"},
    "heading": {"type", "value"},
    "steps": {"type", "title", "items"},
    "quotation": {"type", "text", "attribution"},
    "place": {"type", "text"},
    "products": {"type"},
}
# A story makes no claim of health, which needs approved wording, and names no stars: they belong
# to the certificate and change with it. Loud and worn phrases are here too.
FORBIDDEN = (
    *("chữa bệnh", "trị bệnh", "phòng bệnh", "phòng ngừa", "ngăn ngừa", "giải độc", "bổ dưỡng"),
    *("tốt cho sức khỏe", "tăng cường sức khỏe", "cures", "heals", "prevents", "detox", "healthy"),
    *("good for your health", "superfood", "OCOP 3 sao", "OCOP 4 sao", "OCOP 5 sao"),
    *("3 sao", "4 sao", "5 sao", "3-star", "4-star", "5-star", "tinh hoa đất trời", "nestled"),
    *("hidden gem", "testament to", "!"),
)
SHORTEST, LONGEST = 300, 700
SHARED_RUN = 12
DESCRIPTION_LIMIT = 155


def read(path: Path) -> Story:
    story: Story = json.loads(path.read_text(encoding="utf-8"))
    return story


def strings(value: object) -> Iterator[str]:
    """Every string held anywhere in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def told(side: Story) -> list[str]:
    """The lead and every text of the body, in order, without the names of the block types."""
    texts = [side["lead"]]
    for block in side["body"]:
        texts += strings({name: value for name, value in block.items() if name != "type"})
    return texts


def word_count(side: Story) -> int:
    return sum(len(text.split()) for text in told(side))


def found_forbidden(texts: list[str]) -> list[str]:
    """The forbidden words in these texts; letters are compared as whole words, case folded."""
    whole = "\n".join(texts).casefold()
    return [
        word
        for word in FORBIDDEN
        if re.search(rf"(?<!\w){re.escape(word.casefold())}(?!\w)", whole)
        or (not word[0].isalnum() and word in whole)
    ]


def runs(texts: list[str]) -> set[tuple[str, ...]]:
    """All runs of SHARED_RUN words, punctuation and case set aside, within one text each."""
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = re.findall(r"\w+", text.casefold())
        found.update(
            tuple(words[start : start + SHARED_RUN]) for start in range(len(words) - SHARED_RUN + 1)
        )
    return found


every_file = pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])


def test_there_are_stories_to_check() -> None:
    assert len(FILES) >= 48


@every_file
def test_a_story_has_exactly_the_fields_the_loader_reads(path: Path) -> None:
    story = read(path)
    assert set(story) == STORY_FIELDS
    for language in LANGUAGES:
        assert set(story[language]) == LANGUAGE_FIELDS
        for block in story[language]["body"]:
            assert set(block) == BLOCK_FIELDS[block["type"]]


@every_file
def test_no_text_is_empty_or_padded_or_holds_markup(path: Path) -> None:
    story = read(path)
    for text in strings(story):
        assert text == text.strip() != ""
        assert not re.search(r"<[a-z/]|&[a-z]+;", text)
    for language in LANGUAGES:
        for block in story[language]["body"]:
            if block["type"] == "text":
                assert 1 <= len(block["value"].split("\n\n")) <= 3
            if block["type"] == "steps":
                assert len(block["items"]) >= 2
                assert all(set(item) == {"title", "text"} for item in block["items"])


@every_file
def test_both_languages_have_the_same_blocks_in_the_same_order(path: Path) -> None:
    story = read(path)
    shapes = [
        [(block["type"], len(block.get("items", []))) for block in story[language]["body"]]
        for language in LANGUAGES
    ]
    assert shapes[0] == shapes[1]


@every_file
def test_the_place_and_the_products_stand_once(path: Path) -> None:
    kinds = [block["type"] for block in read(path)["vi"]["body"]]
    assert kinds.count("products") == 1
    assert kinds.count("place") == 1
    assert kinds.index("products") >= len(kinds) - 3


@every_file
def test_each_language_is_long_enough_and_no_longer(path: Path) -> None:
    story = read(path)
    counts = {language: word_count(story[language]) for language in LANGUAGES}
    assert {
        language: count for language, count in counts.items() if not SHORTEST <= count <= LONGEST
    } == {}


@every_file
def test_the_search_description_fits_a_result_line(path: Path) -> None:
    story = read(path)
    lengths = [len(story[language]["search_description"]) for language in LANGUAGES]
    assert max(lengths) <= DESCRIPTION_LIMIT


@every_file
def test_the_slug_is_ascii_and_names_the_file(path: Path) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", read(path)["slug"])
    assert read(path)["slug"] == path.stem


def test_slugs_and_titles_are_each_used_once() -> None:
    stories = [read(path) for path in FILES]
    for names in (
        [story["slug"] for story in stories],
        [story["vi"]["title"] for story in stories],
        [story["en"]["title"] for story in stories],
    ):
        assert sorted(names) == sorted(set(names))


@every_file
def test_the_province_is_one_of_the_34_of_today(path: Path) -> None:
    assert read(path)["province_code"] in PROVINCE_CODES


def test_the_list_of_provinces_is_whole() -> None:
    assert len(PROVINCE_CODES) == 34


@every_file
def test_products_are_named_by_their_register_ids(path: Path) -> None:
    products = read(path)["products"]
    assert products
    assert len(products) == len(set(products))
    assert [name for name in products if not re.fullmatch(r"ocop-\d{4}", name)] == []


@every_file
def test_season_months_are_months_named_once(path: Path) -> None:
    months = read(path)["season_months"]
    assert len(months) == len(set(months))
    assert set(months) <= set(range(1, 13))


@every_file
def test_every_source_has_a_title_an_address_and_a_year_or_none(path: Path) -> None:
    sources = read(path)["sources"]
    assert any(source["url"].startswith("https://") for source in sources)
    assert len(sources) == len({source["url"] for source in sources})
    for source in sources:
        assert set(source) == {"title", "url", "year"}
        assert re.fullmatch(r"https?://[^\s/]+\.[^\s/]+(/\S*)?", source["url"])
        assert source["year"] is None or 1990 <= source["year"] <= 2026


@every_file
def test_no_health_claim_star_or_loud_word_stands_in_the_text(path: Path) -> None:
    story = read(path)
    texts = [text for language in LANGUAGES for text in strings(story[language])]
    assert found_forbidden(texts) == []


def test_a_forbidden_word_is_found_whole_and_in_any_case() -> None:
    assert found_forbidden(["Lá này Chữa Bệnh ho."]) == ["chữa bệnh"]
    assert found_forbidden(["Mua ngay!"]) == ["!"]
    assert found_forbidden(["It is healthy and cures all."]) == ["cures", "healthy"]
    assert found_forbidden(["An unhealthy joke about procures."]) == []


@every_file
def test_the_file_is_written_in_nfc(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert all(value == unicodedata.normalize("NFC", value) for value in strings(read(path)))


@every_file
def test_the_file_is_indented_by_one_and_keeps_its_letters(path: Path) -> None:
    written = json.dumps(read(path), ensure_ascii=False, indent=1)
    assert path.read_text(encoding="utf-8").rstrip("\n") == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_stories_share_a_run_of_twelve_words(language: str) -> None:
    first_seen: dict[tuple[str, ...], str] = {}
    shared = []
    for path in FILES:
        for run in runs(told(read(path)[language])):
            owner = first_seen.setdefault(run, path.stem)
            if owner != path.stem:
                shared.append((owner, path.stem, " ".join(run)))
    assert shared == []


def test_a_shared_run_is_counted_across_punctuation_but_not_across_texts() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve"
    assert runs([words]) & runs([words.replace(" six", ", Six")])
    assert runs(["one two three four five six", "seven eight nine ten eleven twelve"]) == set()
