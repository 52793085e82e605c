"""Write the inks of the fourteen printings to the theme's style sheet."""

from pathlib import Path

from catalogue.label.inks import printing_css

TARGET = Path(__file__).parents[2] / "themes" / "base" / "static" / "css" / "printings.css"


def main() -> None:
    """Write the file."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(printing_css(), encoding="utf-8")


if __name__ == "__main__":
    main()
