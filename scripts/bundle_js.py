"""Write the script of pages that change in place: ``python scripts/bundle_js.py``.

htmx and what we do around it are asked for as one file: on a slow line each request more is a wait.
``js/behaviour.js`` is committed, and a test fails when it is stale.
"""

from pathlib import Path

STATIC = Path(__file__).resolve().parent.parent / "themes" / "base" / "static"
PARTS = ("vendor/htmx-2.0.11.min.js", "js/live.js")
TARGET = STATIC / "js" / "behaviour.js"
HEADER = "/* Written by scripts/bundle_js.py from htmx (0BSD, vendor/) and live.js: edit that. */\n"


def bundle() -> str:
    """Join the parts, each in a line of its own."""
    return HEADER + "\n".join((STATIC / part).read_text(encoding="utf-8") for part in PARTS)


if __name__ == "__main__":
    TARGET.write_text(bundle(), encoding="utf-8")
    print(f"behaviour.js: {len(bundle()) // 1024} kB")
