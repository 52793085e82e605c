"""A cooperative's desk: its orders, and nobody else's."""
