"""The prepared database: an empty shop after all migrations, kept so that nobody waits for them.

Running the 300-odd migrations of Oscar, Wagtail and ours takes about a minute of pure Python.
`python scripts/prepared.py` runs them once and keeps the result beside the demonstration's data;
a first start unpacks it in a moment. A fingerprint says which migrations it holds: where it does
not fit, the start runs what is missing, as any upgrade would.
"""

import gzip
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKED = ROOT / "marketplace" / "demonstration" / "data" / "empty_shop.sqlite3.gz"
OURS = ("catalogue", "search", "cms", "marketplace")


def fingerprint_of_migrations() -> str:
    """Return a digest of our migrations and of the locked versions of everybody else's."""
    files = [path for package in OURS for path in (ROOT / package).rglob("migrations/*.py")]
    digest = hashlib.sha256((ROOT / "uv.lock").read_bytes())
    for path in sorted(files):
        digest.update(path.relative_to(ROOT).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def unpack(target: Path) -> None:
    """Put the prepared database at ``target``."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(PACKED) as packed, target.open("wb") as database:
        shutil.copyfileobj(packed, database)


def fingerprint_in(database: Path) -> str:
    """Return the fingerprint that ``database`` was prepared with, or ""."""
    with sqlite3.connect(database) as connection:
        return connection.execute("SELECT fingerprint FROM prepared").fetchone()[0]


def pack() -> None:
    """Run all migrations on an empty database and keep the result."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "empty.sqlite3"
        subprocess.run(
            [sys.executable, "manage.py", "migrate", "-v0"],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": f"sqlite:///{database}"},
            check=True,
        )
        connection = sqlite3.connect(database)
        connection.execute("CREATE TABLE prepared (fingerprint TEXT NOT NULL)")
        connection.execute("INSERT INTO prepared VALUES (?)", [fingerprint_of_migrations()])
        connection.commit()
        connection.execute("PRAGMA journal_mode=DELETE")
        connection.execute("VACUUM")
        connection.close()
        with PACKED.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as packed:
            packed.write(database.read_bytes())


if __name__ == "__main__":
    pack()
    print(f"{PACKED.relative_to(ROOT)}: {PACKED.stat().st_size // 1024} kB")
