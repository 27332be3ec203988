"""What the program is made of can be told (CycloneDX), and nothing of it is known to be harmful."""

import json
import os
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest
import yaml
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.helpers import ROOT
from tests.helpers.missing import missing

EXCEPTIONS = yaml.safe_load((ROOT / "deploy" / "advisories.yml").read_text())
UNREACHABLE = "could not be audited"


def exported(*options):
    """What uv writes of the lock, without the tools of development."""
    for uv in ("uv", str(ROOT / ".tools" / "bin" / "uv")):
        try:
            command = [uv, "export", "--frozen", "--no-dev", "--quiet", *options]
            return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        except FileNotFoundError:
            continue
    return missing("uv", "uv")


def nobody_answers():
    """A change is not held up by that; each night an index has to answer (``.ci/nightly``)."""
    if os.environ.get("NIGHTLY"):
        pytest.fail("no index of advisories answers")
    pytest.skip("no index of advisories answers here")


def test_the_bill_of_materials_is_valid_and_names_every_package_that_is_installed():
    bill = exported("--format", "cyclonedx1.5")
    locked = tomllib.loads((ROOT / "uv.lock").read_text())["package"]
    names = {part["name"] for part in json.loads(bill)["components"]}
    pinned = {line.split("==")[0] for line in exported("--no-emit-project").splitlines() if "==" in line}

    assert JsonStrictValidator(SchemaVersion.V1_5).validate_str(bill) is None
    assert pinned <= names <= {package["name"] for package in locked}
    assert len(pinned) > 100


def test_every_package_is_pinned_with_its_hashes():
    for package in tomllib.loads((ROOT / "uv.lock").read_text())["package"]:
        if package["source"] != {"editable": "."}:
            files = [*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else ())]
            assert files, package["name"]
            assert all(each["hash"].startswith("sha256:") for each in files), package["name"]


def test_no_package_has_a_known_advisory_but_those_that_are_excepted(tmp_path):
    locked = tmp_path / "locked.txt"
    locked.write_text(exported("--no-emit-project"))
    audit = Path(sys.executable).parent / "pip-audit"
    done = subprocess.run(
        [audit, "-r", locked, "--disable-pip", "--require-hashes", "-f", "json", "--progress-spinner", "off"],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if not done.stdout.strip():
        nobody_answers()
    packages = json.loads(done.stdout)["dependencies"]
    if all(UNREACHABLE in package.get("skip_reason", "") for package in packages):
        nobody_answers()
    found = {
        f"{package['name']} {advisory['id']}"
        for package in packages
        for advisory in package.get("vulns", ())
        if not {advisory["id"], *advisory["aliases"]} & {each["id"] for each in EXCEPTIONS}
    }
    assert found == set()


def test_an_exception_says_why_and_ends():
    for each in EXCEPTIONS:
        assert set(each) == {"id", "package", "reason", "until"}
        assert len(each["reason"]) > 30
        assert each["until"] > date.today(), f"{each['id']} has to be looked at again"
