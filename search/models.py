"""What the index still has to learn."""

from django.db import models


class DirtyProduct(models.Model):
    """A product whose document in the index is older than its row here.

    Written in the transaction that changes the product, removed by the indexer that sent the
    document. ``product_id`` is no foreign key: a deleted product must leave the index, too.
    """

    product_id = models.BigIntegerField()
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.product_id)
