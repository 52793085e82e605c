"""Reading a register of certified products: files in, checked rows and reasoned refusals out.

Nothing here knows Django or the database. `reading.read_register` is the door.
"""
