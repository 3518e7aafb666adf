"""Set up the lessons in this folder, once and without a network, and open them in JupyterLab.

Runs by itself: it stands in the bundle that a student gets, where nothing is installed yet.
"""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENT = HERE / ".venv"
READY = ENVIRONMENT / "ready"  # written last: a set-up that was broken off starts afresh


def unfit() -> str:
    """Say why this Python cannot be used here; nothing if it can."""
    made = json.loads((HERE / "bundle.json").read_text(encoding="utf-8"))
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if version == made["python"] and sys.platform in made["platforms"]:
        return ""
    wanted = f"Python {made['python']} ({', '.join(made['platforms'])})"
    found = f"Python {version} ({sys.platform})"
    return (
        f"Cần {wanted}; máy này đang dùng {found}. Hãy cài đúng bản Python rồi chạy lại.\n"
        f"{wanted} is needed, and this is {found}. Install it and start again."
    )


def python() -> Path:
    """Return the Python of the environment."""
    windows = sys.platform == "win32"
    return ENVIRONMENT / ("Scripts/python.exe" if windows else "bin/python")


def install() -> None:
    """Make the environment from the wheels that lie beside this file."""
    print("Đang cài đặt, một lần, vài phút… / Setting up, once, a few minutes…", flush=True)
    venv.create(ENVIRONMENT, clear=True, with_pip=True)
    pip = [python(), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    offline = ["--no-index", "--no-deps", "--no-compile", "-f", HERE / "wheels"]
    hashed = ["--require-hashes", "--requirement", HERE / "requirements.txt"]
    subprocess.run([*pip, *offline, *hashed], check=True)
    READY.touch()


def main() -> int:
    """Set up if need be, then open the lessons; ``--prepare`` only sets up."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")
    if reason := unfit():
        print(reason, file=sys.stderr)
        return 2
    if not READY.is_file():
        install()
    if "--prepare" in sys.argv[1:]:
        return 0
    os.chdir(HERE / "lessons")
    quiet = (
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    )
    return subprocess.call([python(), "-m", "jupyterlab", *quiet])


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, subprocess.CalledProcessError) as problem:
        print(
            f"Chưa cài đặt xong: {problem}. Chạy lại là cài từ đầu.\n"
            f"The set-up did not finish: {problem}. The same command starts it afresh.",
            file=sys.stderr,
        )
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
