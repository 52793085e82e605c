"""Orders, their part per partner, and its routing."""
