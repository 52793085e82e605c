"""How well and how quickly a search answers: a judged set, and generated products."""
