"""The floor: whole-đồng arithmetic, moves between states, folding. No Django model."""
