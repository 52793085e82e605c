"""Search: the engine embedded in the process until a server's address is set."""

from pathlib import Path

from marketplace.settings.environment import VAR, env

SEARCH_INDEX_FOLDER = Path(env.str("SEARCH_INDEX_FOLDER", str(VAR / "index")))
ELASTICSEARCH_URL = env.str("ELASTICSEARCH_URL", "")
#: How long a shopper waits for the server before the database answers.
ELASTICSEARCH_SECONDS = env.float("ELASTICSEARCH_SECONDS", 1.0)
SEARCH_INDEX_PREFIX = env.str("SEARCH_INDEX_PREFIX", "products")
