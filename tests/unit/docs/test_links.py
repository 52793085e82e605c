"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FOLDERS_OF_TOOLS = {".venv", "var", "node_modules"}
DOCUMENTS = sorted(
    path
    for path in ROOT.rglob("*.md")
    if FOLDERS_OF_TOOLS.isdisjoint(path.relative_to(ROOT).parts)
    and not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
)
LINK = re.compile(r"\]\(([^)\s]+)\)")
OUTSIDE = re.compile(r"[a-z]+:|//")


def name(path):
    return str(path.relative_to(ROOT))


def headings(text):
    """The anchors that a Markdown reader makes of a document's headings."""
    titles = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_documents_are_found():
    assert {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/index.md"} <= {
        name(path) for path in DOCUMENTS
    }


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_relative_link_and_picture_exists(document):
    targets = [t for t in LINK.findall(document.read_text("utf-8")) if not OUTSIDE.match(t)]
    missing = []
    for target in targets:
        path, _, anchor = target.partition("#")
        pointed = (document.parent / path).resolve() if path else document
        if not pointed.exists() or (anchor and anchor not in headings(pointed.read_text("utf-8"))):
            missing.append(target)
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name)
def test_every_make_target_that_is_named_exists(document):
    known = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    text = document.read_text("utf-8")
    named = set(re.findall(r"(?:`|^)(?:[A-Z]+=\S+ )?make ([a-z-]+)", text, re.MULTILINE))
    assert named - known == set()


def test_the_readme_names_every_make_target():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", (ROOT / "README.md").read_text("utf-8")))
    assert targets - named == set()


def test_the_readme_names_every_setting_that_the_code_reads():
    settings = "".join(
        path.read_text("utf-8") for path in (ROOT / "marketplace" / "settings").glob("*.py")
    )
    read = set(re.findall(r"env\.\w+\(\s*\"([A-Z_]+)\"", settings))
    named = set(re.findall(r"`([A-Z_]+)`", (ROOT / "README.md").read_text("utf-8")))
    assert "DATABASE_URL" in read
    assert read - named == set()


def test_every_document_of_the_folder_is_in_its_index():
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    linked = {target.partition("#")[0] for target in LINK.findall(index)}
    assert {path.name for path in (ROOT / "docs").glob("*.md")} - {"index.md"} <= linked
