"""What a search gives without any of this: the words as typed, with accents or all folded.

Both look for all words in name, place and maker by BM25, in tantivy, as an engine does out of the
box; the second only takes all marks away first.
"""

import unicodedata
from collections.abc import Callable

import tantivy
from tantivy import Occur, Query

from search.engine import Document


class PlainEngine:
    """All words of a text, each as ``token`` makes it."""

    def __init__(self, documents: list[Document], token: Callable[[str], str]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("id", stored=True, indexed=True, fast=True)
        builder.add_text_field("text", tokenizer_name="whitespace", index_option="freq")
        self._schema, self._token = builder.build(), token
        self._index = tantivy.Index(self._schema)
        writer = self._index.writer(32_000_000, 1)
        for document in documents:
            text = " ".join(
                self._words(f"{document.name} {document.name_en} {document.place} {document.maker}")
            )
            writer.add_document(
                tantivy.Document.from_dict({"id": document.id, "text": text}, self._schema)
            )
        writer.commit()
        self._index.reload()

    def find(self, text: str) -> list[int]:
        """Return the ids of the ten best."""
        terms = [
            (Occur.Must, Query.term_query(self._schema, "text", word)) for word in self._words(text)
        ]
        searcher = self._index.searcher()
        hits = searcher.search(Query.boolean_query(terms), 10).hits if terms else []
        return list(searcher.fast_field_values("id", [address for _, address in hits]))

    def _words(self, text: str) -> list[str]:
        cleaned = "".join(sign if sign.isalnum() or _is_mark(sign) else " " for sign in text)
        return [self._token(word) for word in cleaned.lower().split()]


def accents_kept(word: str) -> str:
    """Return the word as it is."""
    return word


def folded(word: str) -> str:
    """Return the word without marks."""
    spread = unicodedata.normalize("NFD", word).replace("đ", "d")
    return "".join(sign for sign in spread if not _is_mark(sign))


def _is_mark(sign: str) -> bool:
    return bool(unicodedata.combining(sign))
