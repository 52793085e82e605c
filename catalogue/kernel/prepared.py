"""A queryset compiled to SQL once and run again and again with other values.

Django builds the SQL of a queryset anew each time: for the five small queries of a product page
that is more work than the database and the template have together. Here the queryset is still
what says which rows are meant; only its compilation is kept.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Field, Model, QuerySet

M = TypeVar("M", bound=Model)


class Slot(Expression):
    """A place in a queryset for a value that is given when the query runs."""

    def __init__(self, name: str, output_field: "Field[Any, Any]") -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        """Stand as a parameter that `PreparedQuery` fills."""
        return "%s", (self,)

    def filled(self, values: dict[str, Any], connection: Any) -> Any:
        """Return the given value as the database's driver takes it."""
        return self.output_field.get_db_prep_value(values[self.name], connection, prepared=False)


class _Compiled:
    """What is kept of one compilation for one kind of database."""

    def __init__(self, queryset: "QuerySet[Any, Any]", connection: Any) -> None:
        query = queryset.query
        compiler = query.get_compiler(connection=connection)
        self.sql, self.parameters = compiler.as_sql()
        columns = [selected[0] for selected in compiler.select[: compiler.col_count]]
        self.names = tuple(query.selected or (*query.values_select, *query.annotation_select))
        self.converters = list(compiler.get_converters(columns).items())


class PreparedQuery:
    """The rows of a ``values()`` queryset whose varying parts are `Slot`s.

    ``build`` is called once a process and kind of database. It may not depend on anything that
    changes while the process runs: language, day and the like are slots or not in it.
    """

    def __init__(self, build: "Callable[[], QuerySet[Any, Any]]") -> None:
        self._build = build
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, **values: Any) -> list[dict[str, Any]]:
        """Run with a value for every slot (`KeyError` without); return rows by column name."""
        connection = connections[DEFAULT_DB_ALIAS]
        compiled = self._compiled.get(connection.vendor)
        if compiled is None:
            compiled = _Compiled(self._build(), connection)
            self._compiled[connection.vendor] = compiled
        parameters = [
            each.filled(values, connection) if isinstance(each, Slot) else each
            for each in compiled.parameters
        ]
        with connection.cursor() as cursor:
            cursor.execute(compiled.sql, parameters)
            found = cursor.fetchall()
        converted = map(_convert, found, repeat(compiled.converters), repeat(connection))
        return [dict(zip(compiled.names, row, strict=True)) for row in converted]


def instance_of(model: type[M], row: dict[str, Any], *, related: Iterable[str] = ()) -> M:
    """Return the instance of ``model`` that is in ``row``; what is not in it stays deferred.

    ``related`` are the paths of foreign keys whose columns are in the row as well
    (``province``, ``province__region``), a path before those that go through it.
    """
    instance = _from_columns(model, row, "")
    for path in related:
        *steps, name = path.split("__")
        owner: Any = instance
        for step in steps:
            owner = owner and getattr(owner, step)
        if owner is not None:
            field = owner._meta.get_field(name)
            is_set = getattr(owner, field.attname) is not None
            found = _from_columns(field.related_model, row, f"{path}__") if is_set else None
            setattr(owner, name, found)
    return instance


def _from_columns(model: type[M], row: dict[str, Any], prefix: str) -> M:
    # Django wants the values in the order of the model's fields.
    names = [f.attname for f in model._meta.concrete_fields if prefix + f.attname in row]
    return model.from_db(DEFAULT_DB_ALIAS, names, [row[prefix + name] for name in names])


def _convert(row: Sequence[Any], converters: list[Any], connection: Any) -> Sequence[Any]:
    if not converters:
        return row
    values = list(row)
    for position, (functions, expression) in converters:
        for function in functions:
            values[position] = function(values[position], expression, connection)
    return values
