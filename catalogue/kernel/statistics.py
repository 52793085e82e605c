"""What the database knows about how full its tables are."""

from django.db import connection


def refresh_statistics() -> None:
    """Let the database count its tables anew, after a write of very many rows.

    PostgreSQL does so by itself, but minutes later and never inside a transaction; until then it
    plans a join of ten thousand rows as one of none, and takes minutes for what takes milliseconds.
    """
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
