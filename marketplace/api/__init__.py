"""/api/v1: the public face of the catalogue for other programs."""
