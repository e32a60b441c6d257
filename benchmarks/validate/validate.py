"""Times `nonrecours validate`, CsvHelper's byte reading and DuckDB on the same file, in turns, and prints a Markdown table."""
import argparse
import datetime
import json
import os
import platform
import shutil
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from processes import KERNELS, PROGRAM, ROOT, command  # noqa: E402

AGREEMENT = os.path.join(ROOT, "samples", "redon")
HEADER = ("file", "what", "MB/s", "of CsvHelper", "wall s", "CPU s", "peak MB", "runs s")


def run(line, accepted, limit):
    """Runs a command; returns (wall s, CPU s, peak bytes, stdout). wait4 reports of the one child what /usr/bin/time -v would."""
    start = time.monotonic()
    process = subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=lambda: __import__("signal").alarm(limit))
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accepted:
        raise SystemExit(f"{line} ended with {process.returncode}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, output.decode()


def contenders(kind, folder, work):
    """(name, command, exit codes): the reader alone first, because the others are compared with it. Typed columns read the valid file only: DuckDB
    keeps every rejected row in memory beyond its limit (5.6 GB for two million)."""
    path = os.path.join(folder, "personnes.csv")
    duckdb = ["node", os.path.join(ROOT, "benchmarks", "validate", "duckdb.mjs")]
    return [
        ("CsvHelper 34, bytes of every field", [*command(KERNELS), "csv-bytes", path], {0}),
        ("`nonrecours validate`", [*command(PROGRAM), "validate", path, "--convention", AGREEMENT, "--source", "caf-35", "--json", "--max-per-code", "1"], {0, 1}),
        *([("DuckDB, typed columns", [*duckdb, "typed", path, work], {0})] if kind == "valid" else []),
        ("DuckDB, every check counted", [*duckdb, "counted", path, work], {0}),
    ]


def said(name, output):
    """What a contender found, in a few words."""
    answer = json.loads(output)
    if "tasks" in answer:
        task = answer["tasks"][0]
        return f"{name}: {task['stats']['rows']:,} rows, {task['stats']['rejected']:,} rejected, {len(answer['counts'])} kinds of anomalies"
    return f"{name}: {output.strip()}"


def measure(kind, folder, repeats, work, limit):
    """One row per contender; each is run `repeats` times, in turns, and its best wall clock counts."""
    size = os.path.getsize(os.path.join(folder, "personnes.csv"))
    runs, base, rows = {}, None, []
    for turn in range(repeats):
        for name, line, accepted in contenders(kind, folder, work):
            runs.setdefault(name, []).append(run(line, accepted, limit))
            if turn == 0:
                print(said(name, runs[name][0][3]), file=sys.stderr, flush=True)
    for name, measured in runs.items():
        wall, cpu, peak, _ = min(measured)
        base = base or wall
        rows.append((kind, name, f"{size / wall / 1e6:.0f}", f"{base / wall:.2f}", f"{wall:.1f}", f"{cpu:.1f}", f"{max(one[2] for one in measured) / 2**20:.0f}", ", ".join(f"{one[0]:.1f}" for one in measured)))
    return size, rows


def markdown(cells):
    """A row of a Markdown table."""
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=500_000, help="at most 10,000,000 (default 500,000)")
    parser.add_argument("--repeats", type=int, default=2)
    parser.add_argument("--work", default="/tmp/nonrecours-validate", help="folder of the files (1.5 GB each at 10 million rows), emptied at the end")
    parser.add_argument("--limit", type=int, default=300, help="seconds that one run may take")
    given = parser.parse_args()
    with open(os.path.join(AGREEMENT, "convention.yaml"), encoding="utf-8") as file:
        convention = next(line.split(":", 1)[1].strip().strip('"') for line in file if line.startswith("convention:"))
    print(f"{given.rows:,} rows, {platform.machine()}, {os.cpu_count()} cores, {datetime.date.today()}, load {os.getloadavg()[0]:.1f}\n")
    print(markdown(HEADER) + "\n|" + "---|" * len(HEADER), flush=True)
    for kind in ("valid", "invalid"):
        folder = os.path.join(given.work, kind)
        subprocess.run([*command(KERNELS), "extract", str(given.rows), kind, folder, convention], check=True)
        try:
            size, rows = measure(kind, folder, given.repeats, given.work, given.limit)
        finally:
            shutil.rmtree(folder)
        for row in rows:
            print(markdown((f"{row[0]}, {size / 1e6:,.0f} MB", *row[1:])), flush=True)
    print(f"\nload {os.getloadavg()[0]:.1f} at the end")


if __name__ == "__main__":
    main()
