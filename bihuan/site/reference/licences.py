"""On whose work does Bihuan stand, and under which licence? From the packages and the assets' lock."""

import json
import re
from importlib import metadata
from pathlib import Path

from bihuan.site.reference.markdown import table, whole

ROOT = Path(__file__).parents[3]
LOCK = ROOT / "requirements" / "run.txt"
ASSETS = ROOT / "bihuan" / "site" / "assets" / "package-lock.json"
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)(?!.*win32)", re.MULTILINE)
COMPATIBLE = re.compile(r"0BSD|Apache|BSD|LGPL|MIT|MPL|Mozilla|PSF|Python Software Foundation")
"""Licences whose works an Apache-2.0 product may build on; LGPL and MPL works are used as they are, unchanged."""


def page() -> str:
    return whole(
        "Licences",
        "Bihuan is under Apache-2.0. It stands on these works, unchanged, each under its own licence.",
        "## Python packages",
        table(("Package", "Version", "Licence"), python()),
        "## Page assets",
        table(("Package", "Version", "Licence"), assets()),
    )


def python() -> list[tuple[str, str, str]]:
    """Everything `requirements/run.txt` installs on a server."""
    return [(name, version, licence(name)) for name, version in PINNED.findall(LOCK.read_text())]


def licence(name: str) -> str:
    about = metadata.metadata(name)
    if expression := about.get("License-Expression"):
        return expression
    classes = [each for each in about.get_all("Classifier", []) if each.startswith("License :: ")]
    return ", ".join(each.rpartition(" :: ")[2] for each in classes) or about.get("License", "")


def assets() -> list[tuple[str, str, str]]:
    packages = json.loads(ASSETS.read_text())["packages"]
    named = ((name.removeprefix("node_modules/"), each) for name, each in packages.items() if name)
    return [(name, each["version"], each["license"]) for name, each in named if not each.get("optional")]
