"""A plain Oscar shop: stock models, stock templates; only its lists read the database.

Stock Oscar without a search server lists nothing, so `search` answers from the database with
Oscar's own queryset and templates. That is kind to stock: with its default search engine
(Whoosh) a list of 10,000 products took seconds.
"""
