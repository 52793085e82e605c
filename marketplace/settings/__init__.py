"""Settings: base, one file per integration, then dev, test, production."""
