"""Finding products: one text analysis, a query as data, an engine behind a protocol."""
