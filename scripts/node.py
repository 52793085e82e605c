"""Packages of npm for the tests and the bench, in ``var/node/``: as their lock file says."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE = ROOT / "var" / "node"
TOO_OLD = "node is older than 20.19"


def why_not() -> str | None:
    """Return why nothing can be brought on this machine, or None."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        return "no npm on this machine"
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
    try:
        major, minor = (int(part) for part in version.stdout.strip().lstrip("v").split(".")[:2])
    except ValueError:
        return TOO_OLD
    return None if (major, minor) >= (20, 19) else TOO_OLD


def bring(folder: str) -> Path:
    """Install what ``folder``'s lock file names, if it is not there yet; return node_modules.

    Raises `RuntimeError` with the reason when npm cannot.
    """
    target, lock = NODE / folder.replace("/", "-"), ROOT / folder / "package-lock.json"
    modules, brought = target / "node_modules", target / "brought"
    if brought.exists() and brought.read_text() == lock.read_text():
        return modules
    if reason := why_not():
        raise RuntimeError(reason)
    print(f"Installing the npm packages of {folder} …", flush=True)
    target.mkdir(parents=True, exist_ok=True)
    brought.unlink(missing_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(ROOT / folder / name, target / name)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(
        ["npm", "ci", *quiet], cwd=target, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"npm ci failed in {target}: {done.stderr[-500:]}")
    brought.write_text(lock.read_text())
    return modules
