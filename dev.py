"""Sets everything up in .venv and runs one thing. Needs Python 3.11 or later with pip, and nothing else.

python3 dev.py demo            checks the digest that crossfoot ships
python3 dev.py test [ARG ...]  what CI runs; with arguments: only pytest, with these arguments
python3 dev.py fuzz [EXAMPLES] throws 50,000 texts at the readers of numbers and dates
python3 dev.py page            builds the report page (page/) into the package; needs Node.js 20 with npm
python3 dev.py site            builds the docs as a site, in build/site
python3 dev.py setup           only sets up
python3 dev.py lock            renews requirements-dev.lock after a change of dependencies
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements-dev.lock"
STAMP = VENV / "set-up"

STEPS = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
    "imports": ("lint-imports",),
    # last, so that its closing line is ours; a file stays whole, as its tests share what they have read
    "tests": ("pytest", "-n", "auto", "--dist", "loadfile"),
}
REMEDY = {"format": "ruff format .", "lint": "ruff check --fix ."}


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):
        print(f"crossfoot needs Python 3.11 or later; this is {sys.version.split()[0]}", file=sys.stderr)
        return 2
    command, *rest = arguments or [""]
    if command == "demo":
        set_up()
        return call("crossfoot", "demo", *rest)
    if command == "test":
        set_up()
        return call("pytest", *rest) if rest else test()
    if command == "fuzz":
        set_up()
        return call("python", "tests/fuzz.py", *rest)
    if command == "setup":
        set_up()
        return 0
    if command == "page":
        return page()
    if command == "site":
        set_up()
        return site()
    if command == "lock":
        return lock()
    print(__doc__, file=sys.stderr)
    return 2


def set_up() -> None:
    """Make .venv hold what the lock and pyproject.toml say; nothing is done if it already does."""
    wanted = hashlib.sha256(b"".join([LOCK.read_bytes(), (ROOT / "pyproject.toml").read_bytes()])).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("setting up .venv ...", file=sys.stderr, flush=True)
    if not PYTHON.exists():
        run(sys.executable, "-m", "venv", str(VENV))
    pip("install", "--quiet", "--require-hashes", "-r", str(LOCK))
    pip("install", "--quiet", "--no-deps", "--editable", str(ROOT))
    pip("check", "--quiet")  # fails where the lock is behind pyproject.toml
    STAMP.write_text(wanted)


def test() -> int:
    failed = []
    for name, command in STEPS.items():
        print(f"== {name}: {' '.join(command)}", flush=True)
        if call(*command):
            failed.append(name)
    for name in failed:
        print(f"FAILED: {name}" + (f" (mend it with .venv: {REMEDY[name]})" if name in REMEDY else ""), flush=True)
    return 1 if failed else 0


def lock() -> int:
    """Resolved for every platform and every Python that we support, with digests; no index is named in it."""
    set_up()
    pip("install", "--quiet", "uv")
    resolve = ("pip", "compile", "pyproject.toml", "--group", "dev", "--universal", "--python-version", "3.11")
    as_text = ("--upgrade", "--generate-hashes", "--no-annotate", "--quiet")
    return call("uv", *resolve, *as_text, "--custom-compile-command", "python3 dev.py lock", "-o", LOCK.name)


def page() -> int:
    """The page that the package ships; its sources change seldom, so that nobody else needs Node.js."""
    npm = shutil.which("npm")
    if npm is None:
        print("building the page needs Node.js 20 or later with npm", file=sys.stderr)
        return 2
    for step in (("ci", "--no-audit", "--no-fund"), ("run", "check"), ("run", "build")):
        done = subprocess.run([npm, *step], cwd=ROOT / "page", check=False)
        if done.returncode:
            return done.returncode
    return 0


def site() -> int:
    """The docs beside the sample as a page, which the first one shows."""
    pip("install", "--quiet", "zensical")
    folder = ROOT / "build" / "docs"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "docs", folder)
    sample = "src/crossfoot/samples/draft.txt"  # as it is named in the page: not where it lies on this machine
    if call("crossfoot", "open", sample, "--no-browser", "--output-file", str(folder / "sample.html")):
        return 1
    at = (
        (ROOT / sample).read_text(encoding="utf-8").index("35,824")
    )  # what does not tie in it is what the page opens at
    for path in folder.glob("*.md"):
        path.write_text(for_site(path.read_text(encoding="utf-8"), f"sample.html#{at}-{at + 6}"), encoding="utf-8")
    return call("zensical", "build", "--config-file", str(ROOT / "zensical.toml"), "--clean")


def for_site(page: str, sample: str) -> str:
    """A page of the docs as the builder of the site wants it: files named as titles, the sample where it is told of."""
    look = 'title="The report as a page" sandbox="allow-scripts" width="100%" height="680"'
    named = re.sub(r"^```(\w+) (\S+)$", r'```\1 title="\2"', page, flags=re.MULTILINE)
    below = "\n## Tables, PDFs, workbooks\n"
    return named.replace(below, f'\n<iframe src="{sample}" {look}></iframe>\n{below}')


def call(program: str, *arguments: str) -> int:
    return subprocess.run([str(BIN / program), *arguments], cwd=ROOT, check=False).returncode


def pip(*arguments: str) -> None:
    run(str(PYTHON), "-m", "pip", "--disable-pip-version-check", *arguments)


def run(*command: str) -> None:
    """A step of the set-up: the rest makes no sense without it."""
    done = subprocess.run(command, cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(f"set-up stopped: `{' '.join(command)}` failed with exit code {done.returncode} (see above)")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
