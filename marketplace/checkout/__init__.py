"""The journey from basket to thank-you."""
