#!/usr/bin/env python3
"""
Generates a territory of N persons and runs a month on it, size by size:
  national.py SIZE… [--work FOLDER]       sizes such as 200k, 1M, 20M
  national.py --report                    writes the documents anew from what was measured before
Time, processor time, peak memory and disk of each size go to benchmarks/results/national.jsonl; benchmarks/results/national.md and
docs/images/national.svg are made from it. What a size leaves on disk is removed before the next. Needs the solution built in Release.
"""
import argparse
import json
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from plot import svg  # noqa: E402
from processes import PROGRAM, ROOT, command, folder_size, load, machine, measure, table, thousands, today  # noqa: E402

RESULTS = os.path.join(ROOT, "benchmarks", "results", "national.md")
MEASURES = os.path.join(ROOT, "benchmarks", "results", "national.jsonl")
PLOT = os.path.join(ROOT, "docs", "images", "national.svg")
MONTH = "2026-10"
TERRITORY = "243500741"
FRANCE = 68_000_000
UNITS = {"k": 1_000, "M": 1_000_000}


def persons(text):
    """200k, 1M or a plain number."""
    number = int(text[:-1]) * UNITS[text[-1]] if text[-1] in UNITS else int(text)
    if number <= 0:
        raise ValueError
    return number


def size(number, work):
    """Generates and runs one size."""
    folder, out, log = (os.path.join(work, name) for name in ("territoire", "sortie", "journal.log"))
    before = load()
    made = measure([*command(PROGRAM), "generate", TERRITORY, "--persons", str(number), "--seed", "1", "--out", folder], work, log)
    extracts = os.path.join(folder, "extraits")
    rows = sum(lines(os.path.join(parent, name)) for parent, _, names in os.walk(extracts) for name in names if name.endswith(".csv"))
    bytes_in = folder_size(extracts)
    run = measure([*command(PROGRAM), "run", folder, "--month", MONTH, "--out", out], work, log)
    return {
        "persons": number, "rows": rows, "extracts_bytes": bytes_in, "generate_wall_s": round(made.wall, 1), "generate_peak_bytes": made.peak,
        "run_wall_s": round(run.wall, 1), "run_cpu_s": round(run.cpu, 1), "run_peak_bytes": run.peak,
        # What the working folder held at most, without the generated territory.
        "run_disk_bytes": run.disk - folder_size(folder), "packages_bytes": folder_size(os.path.join(out, "packages")),
        "load_before": round(before, 1), "load_after": round(load(), 1), "machine": machine(), "day": today(),
    }


def lines(path):
    """Rows of a file, without its header."""
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1


def measured():
    """What was measured before, the last time of each size."""
    if not os.path.exists(MEASURES):
        return []
    with open(MEASURES, encoding="utf-8") as file:
        last = {entry["persons"]: entry for entry in map(json.loads, file)}
    return [last[number] for number in sorted(last)]


def report(entries):
    """Writes the document and the plot."""
    header = ("Persons", "Rows in", "Generate", "Run: wall", "Run: processor", "Peak memory", "Disk at most", "Load before, after", "Day")
    rows = [(thousands(one["persons"]), thousands(one["rows"]), f"{one['generate_wall_s']:.0f} s", f"{one['run_wall_s']:.0f} s", f"{one['run_cpu_s']:.0f} s",
             f"{one['run_peak_bytes'] / 2**20:.0f} MB", f"{one['run_disk_bytes'] / 2**30:.1f} GB", f"{one['load_before']}, {one['load_after']}", one["day"])
            for one in entries]
    with open(os.path.join(HERE, "result.md"), encoding="utf-8") as file:
        text = file.read()
    with open(RESULTS, "w", encoding="utf-8") as file:
        file.write(text.format(machine="; ".join(sorted({one["machine"] for one in entries})), table=table(header, rows), memory=memory(entries), plan=plan(entries),
                               packages=packages(entries[-1])))
    with open(PLOT, "w", encoding="utf-8") as file:
        file.write(svg([(one["persons"], one["run_cpu_s"], one["run_peak_bytes"] / 2**20) for one in entries]))


def memory(entries):
    """Whether memory is flat, in words."""
    first, last = entries[0], entries[-1]
    if first is last:
        return "One size says nothing of growth."
    more, growth = last["persons"] / first["persons"], last["run_peak_bytes"] / first["run_peak_bytes"]
    flat = "Memory is flat" if growth < 1.15 else "Memory is **not flat**"
    return f"{flat}: {growth:.2f} times as much for {more:g} times as many persons."


def packages(entry):
    return f"{entry['packages_bytes'] / 2**30:.1f} of {entry['run_disk_bytes'] / 2**30:.1f} GB at {thousands(entry['persons'])} persons"


def plan(entries):
    """68 million from the two largest sizes: what is fixed, and what each person more takes."""
    if len(entries) < 2:
        return "68 million persons are planned from two sizes or more."
    small, large = entries[-2:]
    beyond = lambda field: large[field] + (large[field] - small[field]) / (large["persons"] - small["persons"]) * (FRANCE - large["persons"])
    per_million = lambda field: (large[field] - small[field]) / (large["persons"] - small["persons"]) * 1e6
    return (f"From {thousands(small['persons'])} to {thousands(large['persons'])} persons a million more takes {per_million('run_cpu_s'):.0f} s of processor time, "
            f"{per_million('run_disk_bytes') / 2**30:.1f} GB of disk and {per_million('run_peak_bytes') / 2**20:.0f} MB of memory. If the cost of a person stays what it is there, "
            f"{thousands(FRANCE)} persons take {beyond('run_cpu_s') / 60:.0f} minutes of processor time ({beyond('run_cpu_s') / 120:.0f} minutes of two cores that are never idle), "
            f"{beyond('run_disk_bytes') / 2**30:,.0f} GB of disk and {beyond('run_peak_bytes') / 2**30:.1f} GB of memory.")


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("sizes", nargs="*", type=persons, metavar="SIZE")
    asked.add_argument("--report", action="store_true")
    asked.add_argument("--work", help="a folder on the disk to use; a temporary one by default")
    options = asked.parse_args()
    if not options.sizes and not options.report:
        asked.error("name sizes, or --report")
    for number in options.sizes:
        with tempfile.TemporaryDirectory(prefix="nonrecours-national-", dir=options.work) as work:
            entry = size(number, work)
        with open(MEASURES, "a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")
        print(json.dumps(entry), flush=True)
    report(measured())


if __name__ == "__main__":
    main()
