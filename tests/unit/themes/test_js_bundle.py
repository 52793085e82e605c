"""The script of pages that change in place is what its parts make, and light."""

import gzip
import importlib.util
from pathlib import Path

ROOT = Path(__file__).parents[3]
_spec = importlib.util.spec_from_file_location("bundle_js", ROOT / "scripts" / "bundle_js.py")
bundle_js = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(bundle_js)


def test_the_bundle_is_what_the_parts_make():
    assert bundle_js.TARGET.read_text(encoding="utf-8") == bundle_js.bundle()


def test_all_scripts_of_a_page_travel_in_at_most_30_kilobytes():
    alone = {"live.js", "offline.js"}
    scripts = [each for each in (bundle_js.STATIC / "js").glob("*.js") if each.name not in alone]
    assert sum(len(gzip.compress(each.read_bytes(), 9)) for each in scripts) <= 30_000
