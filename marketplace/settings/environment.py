"""The environment, read in one place."""

import os
from pathlib import Path
from typing import NamedTuple

from environs import Env

ROOT = Path(__file__).resolve().parents[2]
#: Where the demonstration keeps its database, index and files.
VAR = Path(os.environ.get("VAR_FOLDER") or ROOT / "var")

env = Env()


class Shop(NamedTuple):
    """Who runs the shop, for the foot of every page; ``legal`` are lines as they are printed."""

    name: str
    about: str
    email: str
    legal: tuple[str, ...]
