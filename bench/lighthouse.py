"""Lighthouse on five pages of the demonstration: a phone, slow 4G, files as in production.

Its packages come from npm as ``bench/package-lock.json`` names them, its browser is Debian's.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.page_types import BY_NAME
from tests.browser.serving import ROOT, running_shop, shop_environment
from tests.browser.visitors import Visitors

RESULTS = Path(__file__).parent / "results"
PAGES = ("home", "list", "product", "story", "checkout")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
#: Milliseconds, but for the shift.
MOST = {
    "largest-contentful-paint": 1800,
    "total-blocking-time": 50,
    "cumulative-layout-shift": 0.02,
}
#: A buyer's own page must not be found by search engines: the form is kept from them on purpose.
NOT_INDEXED = {"checkout"}
SETTINGS = {"DJANGO_SETTINGS_MODULE": "bench.served"}


def main() -> int:
    """Print scores and times by page; return 1 when a figure misses its limit."""
    try:
        program = _lighthouse()
    except RuntimeError as reason:
        print(f"lighthouse: not measured: {reason}")
        return 0
    rows, missed = [], []
    with tempfile.TemporaryDirectory() as folder, _served(Path(folder)) as address:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=_chromium(), args=["--no-sandbox", "--disable-gpu"]
            )
            visitors = Visitors(browser, address)
            wanted = {
                name: (visitors.address(BY_NAME[name]), visitors.state(BY_NAME[name].who))
                for name in PAGES
            }
            browser.close()
        print(f"{'page':<10}" + "".join(f"{name[:16]:>18}" for name in [*LEAST, *MOST]))
        for name, (url, state) in wanted.items():
            row = figures(program, Path(folder), url, state)
            rows.append({"page": name, **row})
            print(f"{name:<10}" + "".join(f"{row[key]:>18}" for key in [*LEAST, *MOST]), flush=True)
            missed += misses(name, row)
    RESULTS.mkdir(exist_ok=True)
    result = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "pages": rows}
    (RESULTS / "lighthouse.json").write_text(json.dumps(result, indent=1) + "\n")
    for miss in missed:
        print(f"missed: {miss}")
    return 1 if missed else 0


def misses(name: str, row: dict) -> list[str]:
    """Name each figure of a page that misses its limit."""
    least = {key: value for key, value in LEAST.items() if key != "seo" or name not in NOT_INDEXED}
    low = [f"{name} {key} {row[key]} < {value}" for key, value in least.items() if row[key] < value]
    return low + [f"{name} {key} {row[key]} > {v}" for key, v in MOST.items() if row[key] > v]


def figures(program: Path, folder: Path, url: str, state: dict | None) -> dict:
    """Run Lighthouse on ``url`` with a visitor's cookies; return its figures and what failed."""
    target = folder / "report.json"
    cookies = "; ".join(
        f"{each['name']}={each['value']}" for each in (state or {}).get("cookies", [])
    )
    headers = ["--extra-headers", json.dumps({"Cookie": cookies})] if cookies else []
    command = [
        "node", program, url, "--quiet", "--output=json", f"--output-path={target}",
        "--form-factor=mobile", "--throttling-method=simulate",
        f"--only-categories={','.join(LEAST)}",
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu", *headers,
    ]  # fmt: skip
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": _chromium()})
    report = json.loads(target.read_text())
    audits = report["audits"]
    failed = sorted(
        audit
        for category in report["categories"].values()
        for audit in (each["id"] for each in category["auditRefs"] if each["weight"])
        if (audits[audit]["score"] or 0) < 1 and audits[audit]["scoreDisplayMode"] == "binary"
    )
    scores = {name: round(100 * report["categories"][name]["score"]) for name in LEAST}
    times = {name: round(audits[name]["numericValue"], 3) for name in MOST}
    return scores | times | {"failed": failed, "version": report["lighthouseVersion"]}


def _served(folder: Path):
    """Serve the demonstration with its static files hashed and compressed."""
    (folder / "static").mkdir()
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"],
        cwd=ROOT,
        env=shop_environment(folder, **SETTINGS),
        check=True,
    )
    return running_shop(folder, **SETTINGS)


def _lighthouse() -> Path:
    sys.path.insert(0, str(ROOT / "scripts"))
    import node  # noqa: PLC0415 - lies with the scripts, which are no package

    if _chromium() is None:
        raise RuntimeError("no chromium on this machine")
    return node.bring("bench") / "lighthouse" / "cli" / "index.js"


def _chromium() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium")
