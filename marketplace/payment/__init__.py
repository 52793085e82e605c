"""Money in, money out; knows no orders."""
