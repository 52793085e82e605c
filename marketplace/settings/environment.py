"""The environment, read in one place."""

import os
from pathlib import Path

from environs import Env

ROOT = Path(__file__).resolve().parents[2]
#: Where the demonstration keeps its database, index and files.
VAR = Path(os.environ.get("VAR_FOLDER") or ROOT / "var")

env = Env()
