"""Draw the icons of the installed shop from ``icon.svg``: ``python scripts/write_icons.py``.

Chromium draws them, as it will show them. They are committed, each with the digest of the drawing
it was made from, and a test fails when they are older than the drawing.
"""

import hashlib
import io
import os
import sys
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from playwright.sync_api import sync_playwright
from services import find_program

STATIC = Path(__file__).resolve().parent.parent / "themes" / "base" / "static"
DRAWING = STATIC / "icon.svg"
GROUND = "#E3EAE3"
#: Name, edge in pixels, share of the edge that the drawing takes. What masks may cut away is the
#: outer tenth on each side (W3C manifest, "maskable"), so there the drawing keeps well inside.
ICONS = (
    ("icon-180.png", 180, 0.78),
    ("icon-192.png", 192, 0.86),
    ("icon-512.png", 512, 0.86),
    ("icon-maskable-512.png", 512, 0.6),
)


def digest() -> str:
    """Return the digest of the drawing."""
    return hashlib.sha256(DRAWING.read_bytes()).hexdigest()


def main() -> None:
    """Draw each icon, in the light scheme, on the ground of the shop."""
    chromium = os.environ.get("CHROMIUM") or find_program("chromium")
    if chromium is None:
        sys.exit("There is no chromium on this machine: apt-get install chromium")
    source = PngInfo()
    source.add_text("Source", digest())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(color_scheme="light")
        for name, edge, share in ICONS:
            page.set_viewport_size({"width": edge, "height": edge})
            drawn = DRAWING.read_text().replace("<svg ", f'<svg width="{edge * share}" ', 1)
            style = f"margin:0;background:{GROUND};display:grid;place-items:center;height:100vh"
            page.set_content(f'<body style="{style}">{drawn}</body>')
            picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            picture.quantize(32, dither=Image.Dither.NONE).save(
                STATIC / name, optimize=True, pnginfo=source
            )
            print(f"{name}  {(STATIC / name).stat().st_size} bytes")
        browser.close()


if __name__ == "__main__":
    main()
