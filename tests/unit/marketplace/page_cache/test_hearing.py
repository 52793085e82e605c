import pytest
from django.apps import apps

from catalogue.kernel.generations import LISTS
from marketplace.page_cache.hearing import UNSEEN, made_old_by


@pytest.mark.parametrize(
    "sql",
    [
        'INSERT INTO "catalogue_product" ("title") VALUES (%s)',
        'INSERT OR IGNORE INTO "certification_certificate" ("number") VALUES (%s)',
        'UPDATE "partner_partner" SET "state" = %s',
        'UPDATE "partner_stockrecord" SET "price" = %s WHERE "partner_stockrecord"."id" = %s',
        'DELETE FROM "search_dirtyproduct" WHERE "id" IN (%s)',
        "update catalogue_category set path = '0002' where path = '0001'",
        'UPDATE "accounts_user" SET "first_name" = %s WHERE "id" = %s',
        'INSERT INTO "a_table_of_next_year" DEFAULT VALUES',
        'WITH old AS (SELECT 1) UPDATE "catalogue_product" SET "is_public" = false',
        'TRUNCATE "catalogue_product", "partner_partner"',
        'ALTER TABLE "catalogue_product" ADD COLUMN "x" integer',
        object(),
    ],
)
def test_a_statement_makes_all_pages_old_unless_it_is_known_not_to(sql):
    assert made_old_by(sql) == LISTS


@pytest.mark.parametrize(
    "sql",
    [
        'SELECT "id" FROM "catalogue_product" WHERE "title" = \'UPDATE "x"\'',
        "SAVEPOINT s1",
        "PRAGMA foreign_keys",
        'INSERT INTO "basket_basket" ("status") VALUES (%s)',
        'UPDATE "order_partnerorder" SET "state" = %s',
        'DELETE FROM "django_session" WHERE "expire_date" < %s',
        'UPDATE "accounts_user" SET "last_login" = %s WHERE "accounts_user"."id" = %s',
    ],
)
def test_reading_and_what_no_kept_page_shows_make_nothing_old(sql):
    assert made_old_by(sql) is None


def test_every_name_on_the_list_of_what_is_not_shown_is_the_name_of_tables():
    tables = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    tables |= {"django_migrations"}
    assert [start for start in UNSEEN if not any(name.startswith(start) for name in tables)] == []
