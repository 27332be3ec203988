"""The files under ``deploy/`` say what the program understands, and give it no more than it needs."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.operating.metrics import counts
from bot.settings import VARIABLES
from tests.helpers import ROOT

DEPLOY = ROOT / "deploy"
KNOWN = {variable.name for variable in VARIABLES}
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
OURS = ("assistant", "scheduler")
RESOURCES = [
    document
    for path in sorted((DEPLOY / "kubernetes").glob("*.yaml"))
    for document in yaml.safe_load_all(path.read_text())
]
DEPLOYMENTS = {
    found["metadata"]["name"]: found["spec"] for found in RESOURCES if found["kind"] == "Deployment"
}


def pod(name):
    return DEPLOYMENTS[name]["template"]["spec"]


def test_every_variable_that_is_set_there_is_one_of_ours():
    given = {name for part in OURS for name in COMPOSE["services"][part]["environment"]}
    in_pods = {each["name"] for name in DEPLOYMENTS for box in pod(name)["containers"] for each in box["env"]}
    in_image = set(re.findall(r"\b([A-Z_]+)=", (DEPLOY / "Dockerfile").read_text().split("ENV PATH")[1]))
    of_others = {"PYTHONDONTWRITEBYTECODE", "MPLCONFIGDIR"}

    assert given | in_pods | (in_image - of_others) <= KNOWN


def test_every_secret_that_compose_asks_for_stands_empty_in_the_example():
    asked = set(re.findall(r"\$\{([A-Z_]+)", (DEPLOY / "compose.yaml").read_text()))
    example = dict(
        line.split("=", 1)
        for line in (DEPLOY / ".env.example").read_text().splitlines()
        if "=" in line and line[0] != "#"
    )

    assert asked == set(example)
    assert {name for name, value in example.items() if value} == {"SITE"}


@pytest.mark.parametrize("part", OURS)
def test_our_containers_cannot_write_or_rise(part):
    service, container = COMPOSE["services"][part], pod(part)["containers"][0]

    assert service["read_only"]
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert pod(part)["securityContext"]["runAsNonRoot"]
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


def test_exactly_one_scheduler_runs_however_many_replicas_there_are():
    assert (
        COMPOSE["services"]["assistant"]["command"]
        == pod("assistant")["containers"][0]["args"]
        == ["serve", "--no-scheduler"]
    )
    assert (
        COMPOSE["services"]["scheduler"]["command"]
        == pod("scheduler")["containers"][0]["args"]
        == ["scheduler"]
    )
    assert DEPLOYMENTS["scheduler"]["replicas"] == 1
    assert DEPLOYMENTS["scheduler"]["strategy"]["type"] == "Recreate"


def test_a_new_version_takes_over_before_the_old_one_goes():
    assert DEPLOYMENTS["assistant"]["strategy"]["rollingUpdate"] == {"maxUnavailable": 0, "maxSurge": 1}
    assert pod("assistant")["containers"][0]["readinessProbe"]["httpGet"]["path"] == "/readyz"


def test_the_image_has_the_python_of_the_project():
    version = (ROOT / ".python-version").read_text().strip()
    assert set(re.findall(r"FROM python:(\d+\.\d+)", (DEPLOY / "Dockerfile").read_text())) == {
        ".".join(version.split(".")[:2])
    }


def test_every_figure_on_the_dashboard_is_counted():
    board = json.loads((DEPLOY / "grafana" / "express-entry.json").read_text())
    drawn = {
        name
        for panel in board["panels"]
        for target in panel["targets"]
        for name in re.findall(r"express_entry_\w+", target["expr"])
    }
    counted = {sample.name for each in vars(counts()).values() for sample in each.describe()}
    looked_up = {"express_entry_rounds_age_seconds", "express_entry_outbox"}

    assert {re.sub(r"_(total|bucket)$", "", name) for name in drawn} <= counted | looked_up
    assert {re.sub(r"_(total|bucket)$", "", name) for name in drawn} >= looked_up


# The tools that know these formats. They are run as commands, as anybody else would.


def checked(*command):
    """Run a tool of the development environment; what it says where it finds something."""
    tool = Path(sys.executable).parent / command[0]
    done = subprocess.run([tool, *command[1:]], cwd=DEPLOY, capture_output=True, text=True, check=False)
    return f"{done.stdout}{done.stderr}" if done.returncode else ""


def test_hadolint_finds_nothing_in_the_dockerfile():
    assert checked("hadolint", "Dockerfile") == ""


def test_the_compose_file_is_what_the_specification_of_compose_says():
    assert checked("check-jsonschema", "--builtin-schema", "vendor.compose-spec", "compose.yaml") == ""


def test_every_resource_is_one_that_kubernetes_knows_with_no_property_too_many():
    files = [
        str(path) for path in sorted(DEPLOY.glob("kubernetes/*.yaml")) if path.name != "kustomization.yaml"
    ]
    assert len(files) > 3
    assert checked("kubernetes-validate", "--strict", *files) == ""


def test_kustomize_takes_up_every_resource():
    named = yaml.safe_load((DEPLOY / "kubernetes" / "kustomization.yaml").read_text())["resources"]
    there = {path.name for path in DEPLOY.glob("kubernetes/*.yaml")}
    assert set(named) == there - {"kustomization.yaml"}


@pytest.mark.parametrize(
    ("name", "breaks", "command"),
    [
        ("Dockerfile", ("FROM python", "FROM latest\nRUN cd /\nFROM python"), ("hadolint",)),
        (
            "compose.yaml",
            ("read_only:", "readonly:"),
            ("check-jsonschema", "--builtin-schema", "vendor.compose-spec"),
        ),
        (
            "kubernetes/assistant.yaml",
            ("readOnlyRootFilesystem", "readOnly"),
            ("kubernetes-validate", "--strict"),
        ),
    ],
)
def test_a_mistake_would_be_found(tmp_path, name, breaks, command):
    text = (DEPLOY / name).read_text()
    assert breaks[0] in text
    broken = tmp_path / Path(name).name
    broken.write_text(text.replace(*breaks))
    assert checked(*command, str(broken)) != ""
