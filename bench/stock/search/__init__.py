"""Oscar's search app with lists from the database."""
