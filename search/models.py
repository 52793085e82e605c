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


class Reading(models.Model):
    """One reading of products for the index; its key is the version of what was read.

    A later reading has the higher key, so an index that knows versions never lets an older state
    of a product replace a newer one, in whatever order the writes arrive.
    """

    begun_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.pk}"


class ProductText(models.Model):
    """The folded words of a listed product, for when no engine answers.

    Written with the index. ``words`` begins and ends with a space, so a whole word can be asked
    for; ``product_id`` is no foreign key, for the same reason as in `DirtyProduct`.
    """

    product_id = models.BigIntegerField(primary_key=True)
    words = models.TextField()

    def __str__(self) -> str:
        return f"{self.product_id}:{self.words}"
