"""Which browsers manage a team round or a campaign: they show a secret, only its hash is kept."""

from sqlalchemy import Column, ColumnElement, Engine, Table, delete, insert, select

from access.secrets import hash_secret
from storage.transaction import transaction


class Organisers:
    """The browsers of one table, whose rows name a device and what it manages (`owner`).

    `purpose` keeps the hash of a browser in one table from being that in another.
    All functions raise StorageUnavailable.
    """

    def __init__(self, table: Table, owner: str, purpose: str) -> None:
        self._table, self._purpose = table, purpose
        self._owner: Column[str] = table.c[owner]

    def attach(self, engine: Engine, device: str, owner_id: str) -> None:
        """From now on this browser manages it."""
        row = {"device_hash": self._hash(device), self._owner.name: owner_id}
        with transaction(engine) as connection:
            connection.execute(delete(self._table).where(*self._row(device, owner_id)))
            connection.execute(insert(self._table), row)

    def holds(self, engine: Engine, device: str, owner_id: str) -> bool:
        """Whether this browser may manage it: ask before each load."""
        query = select(self._owner).where(*self._row(device, owner_id))
        with transaction(engine) as connection:
            return connection.execute(query).first() is not None

    def is_of(self, device: str) -> ColumnElement[bool]:
        """The rows of this browser, for a query that joins the table."""
        return self._table.c.device_hash == self._hash(device)

    def _row(self, device: str, owner_id: str) -> tuple[ColumnElement[bool], ...]:
        return self.is_of(device), self._owner == owner_id

    def _hash(self, device: str) -> str:
        return hash_secret(device, self._purpose)
