"""What every type of page keeps, in both languages; each is opened once and asked everything."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.browser.page_types import BY_NAME, LANGUAGES
from tests.browser.sweep import WIDTHS

EVERY = pytest.mark.parametrize(
    ("page", "language"),
    [(page, language) for page in BY_NAME for language in LANGUAGES],
    ids=lambda value: value,
)


@pytest.fixture(scope="module")
def axe(request):
    try:
        folder = request.getfixturevalue("node_modules")
    except pytest.skip.Exception:
        return None
    return (folder / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@EVERY
def test_it_answers_in_its_language_with_one_heading_and_a_quiet_console(
    sweep, axe, page, language
):
    seen = sweep.see(page, language, axe)
    assert seen.status == BY_NAME[page].status
    assert seen.language == language
    assert seen.headings == 1
    # Chromium itself reports the status of an answer that is meant to be 403 or 404.
    assert [said for said in seen.complaints if f"status of {seen.status}" not in said] == []


@EVERY
def test_it_never_scrolls_sideways(sweep, axe, page, language):
    seen = sweep.see(page, language, axe)
    assert {width: needed for width, needed in seen.widths.items() if needed > width} == {}
    assert set(seen.widths) == set(WIDTHS)


@EVERY
def test_a_finger_hits_whatever_can_be_pressed(sweep, axe, page, language):
    assert sweep.see(page, language, axe).small_targets == []


@EVERY
def test_text_of_double_size_is_still_whole(sweep, axe, page, language):
    assert sweep.see(page, language, axe).large_text == []


@EVERY
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(sweep, node_modules, axe, page, language, scheme):
    assert sweep.see(page, language, axe).axe[scheme] == []


def test_the_html_of_every_page_is_valid(sweep, node_modules, axe, tmp_path):
    for page in BY_NAME:
        for language in LANGUAGES:
            html = sweep.see(page, language, axe).html
            (tmp_path / f"{page}-{language}.html").write_text(html, encoding="utf-8")
    (tmp_path / ".htmlvalidate.json").write_text(
        json.dumps({"root": True, "extends": ["html-validate:standard"]})
    )
    done = subprocess.run(
        ["node", node_modules / "html-validate/bin/html-validate.mjs", "--formatter", "json", "."],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [
        f"{Path(report['filePath']).name}:{message['line']} {message['ruleId']}: "
        f"{message['message']}"
        for report in json.loads(done.stdout)
        for message in report["messages"]
    ]
    assert found == []
