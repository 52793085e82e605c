"""Write the shop's one stylesheet from its parts: ``python scripts/bundle_css.py``.

A page asks for one file, people edit many: ``css/shop.css`` is the parts in a fixed order with
comments and blank lines taken out. It is committed, and a test fails when it is stale.
"""

import re
from pathlib import Path

CSS = Path(__file__).resolve().parent.parent / "themes" / "base" / "static" / "css"
FIRST = ("tokens.css", "printings.css", "edges.css", "base.css", "layout.css")
HEADER = "/* Written by scripts/bundle_css.py from the parts beside it: edit those. */\n"
LAYERS = "@layer tokens, base, layout, components;\n"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def parts() -> list[Path]:
    """List the parts in the order in which they are joined."""
    return [CSS / name for name in FIRST] + sorted((CSS / "components").glob("*.css"))


def bundle() -> str:
    """Join the parts; without comments, blank lines and the indentation."""
    text = "\n".join(_COMMENT.sub("", part.read_text(encoding="utf-8")) for part in parts())
    lines = (line.strip() for line in text.splitlines())
    return HEADER + LAYERS + "\n".join(line for line in lines if line) + "\n"


if __name__ == "__main__":
    (CSS / "shop.css").write_text(bundle(), encoding="utf-8")
    print(f"shop.css: {len(parts())} parts")
