"""The label generator: the drawn picture of a product that has no photograph.

A label says three things at once: the composition says what kind of thing it is, the motif which
one, and the woven edge and its inks where it comes from. Everything here is pure Python except
``views`` and ``urls``; nothing asks the database.
"""
