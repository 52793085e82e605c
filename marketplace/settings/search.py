"""Search: the engine embedded in the process until a server's address is set."""

from pathlib import Path

from marketplace.settings.environment import VAR, env

SEARCH_INDEX_FOLDER = Path(env.str("SEARCH_INDEX_FOLDER", str(VAR / "index")))
