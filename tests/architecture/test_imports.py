"""Each kind of import rule catches a planted violation, and the tree as it is passes."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("accounts", "contracts", "local", "marketplace", "payments", "projects")

# (the contract that must break, the module that gets the line, the module that it imports)
VIOLATIONS = [
    ("Apps import only those below them", "accounts.people.models", "contracts.units.states"),
    ("Apps import only those below them", "projects.briefs.errors", "payments.escrows.errors"),
    ("Apps import only those below them", "marketplace.core.data.errors", "accounts.people.models"),
    (
        "Nouns of projects import only those below them",
        "projects.briefs.permissions",
        "projects.proposals.models.proposals",
    ),
    (
        "Nouns of accounts import only those below them",
        "accounts.people.models",
        "accounts.profiles.models.profiles",
    ),
    (
        "Nouns of accounts import only those below them",
        "accounts.organisations.permissions",
        "accounts.profiles.permissions",
    ),
    (
        "Layers of a noun import only those below them",
        "accounts.organisations.permissions",
        "accounts.organisations.forms",
    ),
    (
        "Nouns of contracts import only those below them",
        "contracts.agreements.services",
        "contracts.units.models",
    ),
    (
        "Nouns of contracts import only those below them",
        "contracts.units.notices",
        "contracts.milestones.errors",
    ),
    (
        "Layers of a noun import only those below them",
        "contracts.units.states",
        "contracts.units.models",
    ),
    (
        "Only the services of payments write to the ledger",
        "contracts.units.services",
        "payments.ledger.services.ledger",
    ),
    (
        "Only the services of payments write to the ledger",
        "payments.payouts.queries",
        "payments.ledger.services.ledger",
    ),
    (
        "Nouns of payments import only those below them",
        "payments.escrows.errors",
        "payments.charges.errors",
    ),
    (
        "What speaks Stripe imports only what lies below it",
        "payments.stripe.objects",
        "payments.stripe.calls",
    ),
    ("Only the gateway imports the Stripe library", "payments.charges.services", "stripe"),
    (
        "Only apps.py imports tasks and receivers",
        "accounts.notices.services",
        "accounts.notices.tasks",
    ),
    (
        "Only apps.py imports tasks and receivers",
        "accounts.people.forms",
        "accounts.people.receivers",
    ),
    (
        "Only apps.py imports tasks and receivers",
        "marketplace.core.web.pages",
        "marketplace.core.tasks",
    ),
    (
        "Only apps.py imports tasks and receivers",
        "payments.escrows.services",
        "payments.escrows.tasks",
    ),
    (
        "The product knows nothing of the local stack",
        "payments.payouts.queries",
        "local",
    ),
    (
        "The Stripe sandbox imports nothing of ours",
        "local.stripe_sandbox",
        "payments.stripe.errors",
    ),
    ("The Stripe sandbox imports nothing of ours", "local.stripe_sandbox", "local.ports"),
    ("Nobody imports the Stripe sandbox", "payments.payouts.queries", "local.stripe_sandbox"),
]


def copy_tree(to: Path) -> Path:
    for package in PACKAGES:
        shutil.copytree(ROOT / package, to / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", to)
    return to


def plant(tree: Path, importer: str, imported: str) -> None:
    """Add the import to a module, or to a new one inside a package."""
    path = tree / Path(*importer.split("."))
    file = path / "planted.py" if path.is_dir() else path.with_suffix(".py")
    with file.open("a") as source:
        source.write(f"\nimport {imported}\n")


def lint(tree: Path) -> dict[str, str]:
    """What the linter says of each broken contract, by the contract's name."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [sys.executable, program, "--no-cache"], cwd=tree, text=True, capture_output=True
    )
    _, _, report = done.stdout.partition("Broken contracts")
    assert (done.returncode == 0) == (report == ""), done.stdout + done.stderr
    parts = re.split(r"^(.+)\n-{10,}\n", report, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    tree = copy_tree(tmp_path_factory.mktemp("planted"))
    for _, importer, imported in VIOLATIONS:
        plant(tree, importer, imported)
    plant(tree, "projects.briefs.services", "projects.briefs.services.knot")
    (tree / "projects/briefs/services/knot.py").write_text(
        "import projects.briefs.services.planted\n"
    )
    (tree / "projects/helpers.py").touch()
    return lint(tree)


def test_the_tree_keeps_every_contract(tmp_path: Path) -> None:
    assert lint(copy_tree(tmp_path)) == {}


@pytest.mark.parametrize(("contract", "importer", "imported"), VIOLATIONS)
def test_a_forbidden_import_breaks_its_contract(
    broken: dict[str, str], contract: str, importer: str, imported: str
) -> None:
    line = rf"{re.escape(importer)}(\.planted)? -> {re.escape(imported)} \(l\.\d+\)"
    assert re.search(line, broken[contract]), broken[contract]


def test_a_circle_breaks_its_contract(broken: dict[str, str]) -> None:
    assert "projects.briefs.services" in broken["Nothing imports in a circle"]


def test_a_module_outside_the_layers_breaks_the_contract(broken: dict[str, str]) -> None:
    assert "helpers" in broken["Nouns of projects import only those below them"]


def test_every_contract_has_a_planted_violation(broken: dict[str, str]) -> None:
    names = re.findall(r"^name = (.+)$", (ROOT / ".importlinter").read_text(), re.MULTILINE)
    assert sorted(broken) == sorted(names)


def test_the_insides_of_allauth_are_imported_in_one_place() -> None:
    inside = re.compile(r"^(from|import) allauth\S*\.internal", re.MULTILINE)
    files = [path for app in PACKAGES for path in (ROOT / app).rglob("*.py")]
    found = [path.relative_to(ROOT) for path in files if inside.search(path.read_text())]
    assert found == [Path("marketplace/core/web/allauth_internals.py")]
