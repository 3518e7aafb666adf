"""A real Dask scheduler and two real workers on loopback, which share no folder with the build."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from welfare_analysis.errors import UnknownName, UsageError
from welfare_analysis.report import dask_executor, dask_worker
from welfare_analysis.report.build import runner_of
from welfare_analysis.report.plan import plan

from .conftest import OLD, ROOT, check_gone, code, markdown, published

needs_dask = pytest.mark.skipif(
    not os.path.isdir("/proc/self"), reason="processes are watched in Linux's /proc"
)


class Cluster:
    """A scheduler and workers with a copy of the package, and nothing else, of their own."""

    def __init__(self, folder, protocol="tcp", workers=2, **environment):
        self.folder, self.environment = folder, environment
        shutil.copytree(ROOT / "welfare_analysis", folder / "welfare_analysis", symlinks=True)
        file = folder / "scheduler.json"
        self.processes = [
            self._start(
                "scheduler", "--port=0", f"--scheduler-file={file}", f"--protocol={protocol}"
            )
        ]
        while not (file.is_file() and file.read_text().endswith("}")):
            assert self.processes[0].poll() is None
            time.sleep(0.05)
        self.address = json.loads(file.read_text())["address"]
        self.processes += [self.worker() for _ in range(workers)]

    def worker(self):
        local = f"--local-directory={self.folder}"
        return self._start("worker", self.address, "--no-nanny", "--nthreads=1", local)

    def _start(self, what, *words):
        module = f"distributed.cli.dask_{what}"
        with open(self.folder / "log", "ab") as log:
            return subprocess.Popen(
                [sys.executable, "-m", module, *words, "--host=127.0.0.1", "--no-dashboard"],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env={
                    "PYTHONPATH": str(self.folder),
                    "PATH": os.environ["PATH"],
                    **self.environment,
                },
            )

    def stop(self):
        for process in self.processes:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    pytest.importorskip("distributed")
    started = Cluster(tmp_path_factory.mktemp("cluster"))
    yield started
    started.stop()


def children(process):
    """List the processes of ours that a worker has started; it starts others as it comes up."""
    tasks = Path(f"/proc/{process.pid}/task").glob("*/children")
    with contextlib.suppress(OSError):
        found = [pid for task in tasks for pid in task.read_text().split()]
        ours = b"welfare_analysis"
        return [pid for pid in found if ours in Path(f"/proc/{pid}/cmdline").read_bytes()]
    return []


@needs_dask
def test_a_lost_worker_is_made_good_and_the_bytes_are_those_of_a_local_build(
    checkout, cluster, tmp_path
):
    out = checkout.old(tmp_path / "out")
    words = ["--executor", "dask", "--scheduler", cluster.address, "--out", str(out)]
    build = checkout.start("build", *words)
    first = cluster.processes[1]
    end = time.monotonic() + 60
    while not children(first):  # it makes a report now
        assert time.monotonic() < end
        assert build.poll() is None, build.communicate()[1]
        time.sleep(0.02)
    first.send_signal(signal.SIGKILL)
    said = build.communicate(timeout=120)[1]
    assert build.returncode == 0, said
    assert [line[:5] for line in said.splitlines()[1:]] == ["[1/4]", "[2/4]", "[3/4]", "[4/4]"]
    assert published(out) == published(checkout.reference)
    check_gone(checkout)


@needs_dask
def test_a_report_that_fails_there_is_told_as_here(checkout, cluster, tmp_path):
    checkout.add("wrong", markdown("# T"), code("broken = 1 / 0"))
    try:
        out = checkout.old(tmp_path / "out")
        words = ["--executor", "dask", "--scheduler", cluster.address, "--out", str(out)]
        code_returned, said = checkout.command("build", "wrong", "--lang", "vi", *words)
    finally:
        checkout.remove("wrong")
    assert code_returned == 4, said
    assert "vi/wrong.pdf: notebooks/wrong.ipynb, cell 3, code cell In[2] failed" in said
    assert "ZeroDivisionError" in said
    assert "Traceback" not in said
    assert "broken" in (out / "failed" / "vi" / "wrong.ipynb").read_text()


@needs_dask
def test_a_worker_with_other_software_is_refused(checkout, cluster, tmp_path):
    file = checkout.folder / "welfare_analysis" / "added.py"
    file.write_text("")
    try:
        out = checkout.old(tmp_path / "out")
        words = ["--executor", "dask", "--scheduler", cluster.address, "--out", str(out)]
        code_returned, said = checkout.command("build", "one", "--lang", "vi", *words)
    finally:
        file.unlink()
    assert code_returned == 4
    assert "another welfare-analysis" in said
    assert (out / "vi" / "one.pdf").read_bytes() == OLD
    assert (out / "vi" / "one.html").read_bytes() == OLD


@needs_dask
def test_a_scheduler_that_does_not_answer_is_an_error_of_usage(checkout, tmp_path):
    pytest.importorskip("distributed")
    words = ["--executor", "dask", "--scheduler", "tcp://127.0.0.1:9", "--out", str(tmp_path)]
    code_returned, said = checkout.command("build", *words)
    assert code_returned == 2, said
    assert "tcp://127.0.0.1:9 does not answer" in said
    assert "Traceback" not in said
    assert not list(tmp_path.glob("*/*.pdf"))


def test_without_dask_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'welfare-analysis\[dask\]'"):
        runner_of("dask", "tcp://127.0.0.1:8786", "forked")


def test_wrong_choices_are_refused():
    with pytest.raises(UsageError, match="belongs to --executor dask"):
        runner_of("local", "tcp://127.0.0.1:8786", "forked")
    with pytest.raises(UnknownName, match="executor"):
        runner_of("dusk", None, "forked")
    assert runner_of("local", None, "forked")


@pytest.mark.parametrize(
    "address",
    ["nonsense", "tcp://", "tcp://127.0.0.1", "tcp://127.0.0.1:abc", "foo://x:1", "tcp://x:99999"],
)
def test_a_malformed_address_is_refused_at_once(address):
    pytest.importorskip("distributed")
    with pytest.raises(UsageError, match="expected one like tcp://HOST:8786"):
        runner_of("dask", address, "forked")


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:8786", "tcp://[::1]:8786", "ws://a-b.vn:80"])
def test_a_well_formed_address_is_taken(address):
    pytest.importorskip("distributed")
    assert runner_of("dask", address, "forked")


def test_tls_without_certificates_is_refused_at_once(monkeypatch):
    pytest.importorskip("distributed")
    with pytest.raises(UsageError, match="needs certificates"):
        runner_of("dask", "tls://127.0.0.1:8786", "forked")


def test_jobs_travel_without_what_their_notebooks_showed():
    jobs = plan((), ("vi",), {}, lambda area: area)
    for job in jobs:
        sent = dask_executor._luggage(job)["source"]
        cells, bare = (json.loads(source)["cells"] for source in (job.source, sent))
        assert any(cell.get("outputs") for cell in cells)
        assert not any(cell.get("outputs") for cell in bare)
        assert [cell["source"] for cell in cells] == [cell["source"] for cell in bare]
        assert len(sent) < len(job.source) / 3


ANSWER = {
    **dict.fromkeys(dask_worker.TRAVELLING, "text"),
    **{"seconds": 1.5, "reason": None, "warnings": ["text"], "reads": None},
}
FILES = {"report.pdf": b"%PDF-", "report.html": b"<", "report.zip": b"PK"}


@pytest.mark.parametrize(
    "answer",
    [
        None,
        {},
        {"reason": 5},
        {"files": {**FILES, "../../x": b""}, "outcome": ANSWER},
        {"files": {**FILES, "/etc/x": b""}, "outcome": ANSWER},
        {"files": {"report.pdf": b""}, "outcome": ANSWER},
        {"files": {**FILES, "report.pdf": "text"}, "outcome": ANSWER},
        {"files": FILES, "outcome": {**ANSWER, "more": 1}},
        {"files": FILES, "outcome": {**ANSWER, "reason": ["a"]}},
        {"files": {5: b""}, "outcome": ANSWER},
        {"files": FILES, "outcome": {**ANSWER, "seconds": "1"}},
        {"files": FILES, "outcome": {**ANSWER, "warnings": 5}},
        {"files": FILES, "outcome": {**ANSWER, "warnings": [[]]}},
        {"files": FILES, "outcome": {**ANSWER, "title": ["a"]}},
        {"files": FILES, "outcome": {**ANSWER, "sha256": None}},
    ],
)
def test_an_answer_that_is_no_report_is_refused(answer):
    pytest.importorskip("distributed")
    assert "no report" in dask_executor.fit(answer)["reason"]


@pytest.mark.parametrize(
    "answer",
    [
        {"reason": "other software"},
        {"files": FILES, "outcome": ANSWER},
        {"files": {"executed.ipynb": b"{}"}, "outcome": {**ANSWER, "reason": "failed"}},
        {"files": {}, "outcome": {**ANSWER, "reason": "failed"}},
    ],
)
def test_an_answer_of_the_form_agreed_on_is_taken(answer):
    assert dask_executor.fit(answer) is answer


@needs_dask
def test_a_scheduler_killed_meanwhile_is_told_without_a_traceback(checkout, cluster, tmp_path):
    """The last that is asked of this one."""
    out = checkout.old(tmp_path / "out")
    words = ["--executor", "dask", "--scheduler", cluster.address, "--out", str(out)]
    build = checkout.start("build", *words)
    begun = [build.stderr.readline() for _ in range(2)]
    assert begun[1].startswith("[1/4]"), begun
    cluster.processes[0].send_signal(signal.SIGKILL)
    said = build.communicate(timeout=120)[1]
    assert build.returncode == 4, said
    assert "the Dask scheduler was lost before it was made" in said
    assert "Traceback" not in said
    assert all("welfare-analysis" in line or line[0] in "[ 4" for line in said.splitlines()), said
    check_gone(checkout)


def certified(folder):
    """Make an authority and a certificate of its own; return Dask's settings for them."""
    if not shutil.which("openssl"):
        pytest.skip("no openssl here")

    def openssl(*words):
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    new = ["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl(*new, "-x509", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=ca", "-days", "2")
    openssl(*new, "-keyout", "own.key", "-out", "own.csr", "-subj", "/CN=own")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1\n")
    sign = ["x509", "-req", "-in", "own.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-days", "2"]
    openssl(*sign, "-CAcreateserial", "-extfile", "names", "-out", "own.pem")
    begin = "DASK_DISTRIBUTED__COMM__TLS__"
    given = {f"{begin}CA_FILE": str(folder / "ca.pem")}
    for who in ("CLIENT", "SCHEDULER", "WORKER"):
        given[f"{begin}{who}__CERT"] = str(folder / "own.pem")
        given[f"{begin}{who}__KEY"] = str(folder / "own.key")
    return given


@needs_dask
def test_it_builds_over_tls_with_certificates_and_not_with_others(checkout, tmp_path, monkeypatch):
    """As docs/schedule.md has it, on loopback."""
    pytest.importorskip("distributed")
    for name in ("own", "foreign", "cluster"):
        (tmp_path / name).mkdir()
    own, foreign = certified(tmp_path / "own"), certified(tmp_path / "foreign")
    cluster = Cluster(tmp_path / "cluster", protocol="tls", workers=1, **own)
    place = checkout.place
    try:
        out = checkout.old(tmp_path / "out")
        words = ["build", "one", "--lang", "vi", "--engine", "spawned", "--out", str(out)]
        words += ["--executor", "dask", "--scheduler", cluster.address]
        monkeypatch.setattr(checkout, "place", {**place, "env": {**place["env"], **foreign}})
        code_returned, said = checkout.command(*words)
        assert (code_returned, "does not answer" in said, "Traceback" in said) == (2, True, False)
        monkeypatch.setattr(checkout, "place", {**place, "env": {**place["env"], **own}})
        code_returned, said = checkout.command(*words)
    finally:
        cluster.stop()
    assert cluster.address.startswith("tls://127.0.0.1:")
    assert code_returned == 0, said
    assert published(out)["vi/one.pdf"] == published(checkout.reference)["vi/one.pdf"]
