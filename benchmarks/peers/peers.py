#!/usr/bin/env python3
"""
The same work in DuckDB and in our program, in turns, on the same inputs and machine:
  peers.py [--persons N] [--join ROWS] [--turns T] [--work FOLDER]
A month of a generated territory end to end, once with every source and once with those alone that hold a NIR; then a join of two tables of tokens.
Writes benchmarks/results/peers.md. Needs: the solution built in Release, and `npm ci` in tests/outside (the DuckDB that the tests pin).
"""
import argparse
import json
import os
import re
import shutil
import statistics
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from processes import KERNELS, PROGRAM, ROOT, command, load, machine, measure, table, thousands, today  # noqa: E402

RESULTS = os.path.join(ROOT, "benchmarks", "results", "peers.md")
MONTH = "2026-10"
TERRITORY = "243500741"
WITHOUT_NIR = ("bailleur", "ccas")
# A dossier of MSA has the tables of a CAF; an extract of insured persons of MSA has its own.
TABLES = {"caf": ("personnes", "ressources", "prestations"), "cpam": ("personnes",), "carsat": ("personnes",), "msa": ("personnes",),
          "bailleur": ("occupants",), "ccas": ("personnes",)}


def sources(folder):
    """The sources of an agreement: kind, format and files of each."""
    shown = measure([*command(PROGRAM), "convention", "show", folder, "--json"], folder).output
    return json.loads(shown)["sources"]


def variables(folder, out):
    """What month.sql asks for."""
    files = {f"{kind}_{name}": [] for kind, names in TABLES.items() for name in names}
    for source in sources(folder):
        kind = "caf" if source["format"].startswith("msa/famille") else source["kind"]
        for path in source["files"]:
            name = f"{kind}_{os.path.splitext(os.path.basename(path))[0]}"
            if name in files:
                files[name].append(os.path.join(folder, path))
    empty = [name for name, paths in files.items() if not paths]
    return {"key": "a test key", "out": out, **files}, empty


def duckdb(script, values, work):
    return measure(["node", os.path.join(HERE, "duckdb.mjs"), script, json.dumps(values)], work, os.path.join(work, "duckdb.log"))


def strong(folder):
    """The same territory under an agreement whose sources all hold a NIR: tolerant linkage has no place there."""
    path = os.path.join(folder, "convention.yaml")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    dropped = "|".join(WITHOUT_NIR)
    text = re.sub(rf"(?m)^  - id: \S+\n    type: (?:{dropped})\n(?:    .*\n)+", "", text)
    text = re.sub(r"(?m)(ordre_de_contact: \[)(.*)(\])", lambda found: found[1] + ", ".join(
        word for word in found[2].split(", ") if word not in WITHOUT_NIR) + found[3], text)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def month(folder, work, turns):
    """Both engines in turns over one agreement: (costs of ours, costs of DuckDB, [records of persons, persons found])."""
    out = os.path.join(work, "out")
    values, empty = variables(folder, os.path.join(work, "personnes.parquet"))
    # A kind of body that the agreement does not have: its columns, without a row.
    for name in empty:
        values[name] = [os.path.join(work, f"{name}.csv")]
    ours, peer, answer = [], [], None
    for _ in range(turns):
        shutil.rmtree(out, ignore_errors=True)
        ours.append(measure([*command(PROGRAM), "run", folder, "--month", MONTH, "--out", out], work, os.path.join(work, "run.log")))
        shutil.rmtree(out, ignore_errors=True)
        peer.append(duckdb(os.path.join(HERE, "month.sql"), values, work))
        answer = [int(value) for value in json.loads(peer[-1].output)]
    return ours, peer, answer


def headers_only(folder, work):
    """Files with the columns alone, for the kinds of body that an agreement leaves out."""
    values, _ = variables(folder, "")
    for name, paths in values.items():
        if isinstance(paths, list):
            with open(paths[0], encoding="utf-8") as file, open(os.path.join(work, f"{name}.csv"), "w", encoding="utf-8") as copy:
                copy.write(file.readline())


def join(rows, work, turns):
    """Both engines in turns over two tables of tokens."""
    folder = os.path.join(work, "join")
    measure([*command(KERNELS), "join-tables", str(rows), folder], work)
    values = {"left": os.path.join(folder, "gauche.parquet"), "right": os.path.join(folder, "droite.parquet"), "out": os.path.join(folder, "paires.parquet")}
    ours, peer = [], []
    for _ in range(turns):
        ours.append(measure([*command(KERNELS), "join", folder], folder))
        peer.append(duckdb(os.path.join(HERE, "join.sql"), values, folder))
        found = int(ours[-1].output), int(json.loads(peer[-1].output)[0])
        if found[0] != found[1]:
            raise SystemExit(f"the joins differ: {found[0]} pairs and {found[1]}")
    shutil.rmtree(folder)
    return ours, peer, found[0]


def of(costs, field):
    return statistics.median(getattr(cost, field) for cost in costs)


def lines(work, ours, peer):
    """The rows of the table of one comparison: ours, the peer, how many times ours the peer is."""
    figures = lambda costs: (f"{of(costs, 'wall'):.1f} s", f"{of(costs, 'cpu'):.1f} s", f"{of(costs, 'peak') / 2**20:.0f} MB")
    ratio = lambda field: f"{of(peer, field) / of(ours, field):.2f}"
    return [(work, "NonRecoursMatch", *figures(ours)), (work, "DuckDB", *figures(peer)),
            (work, "DuckDB / NonRecoursMatch", ratio("wall"), ratio("cpu"), ratio("peak"))]


def verdict(name, ours, peer):
    """Who is faster, in words."""
    says = []
    for field, what in (("wall", "wall clock"), ("cpu", "processor time"), ("peak", "memory")):
        ratio = of(peer, field) / of(ours, field)
        says.append(f"{what} {ratio:.1f} times less than DuckDB" if ratio >= 1 else f"{what} **{1 / ratio:.1f} times more** than DuckDB")
    return f"- {name}: " + ", ".join(says) + "."


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--persons", type=int, default=200_000)
    asked.add_argument("--join", type=int, default=5_000_000)
    asked.add_argument("--turns", type=int, default=3)
    asked.add_argument("--work", help="a folder on the disk to use; a temporary one by default")
    options = asked.parse_args()
    loads = [load()]
    with tempfile.TemporaryDirectory(prefix="nonrecours-peers-", dir=options.work) as work:
        folder = os.path.join(work, "territoire")
        measure([*command(PROGRAM), "generate", TERRITORY, "--persons", str(options.persons), "--seed", "1", "--out", folder], work)
        headers_only(folder, work)
        every = month(folder, work, options.turns)
        loads.append(load())
        strong(folder)
        with_nir = month(folder, work, options.turns)
        shutil.rmtree(folder)
        loads.append(load())
        joined = join(options.join, work, options.turns)
        loads.append(load())
    names = (f"A month of {thousands(options.persons)} persons, every source, {thousands(every[2][0])} records",
             f"The same, sources with a NIR alone, {thousands(with_nir[2][0])} records",
             f"Join of two tables of {thousands(options.join)} tokens, {thousands(joined[2])} pairs")
    rows = [row for name, result in zip(names, (every, with_nir, joined)) for row in lines(name, result[0], result[1])]
    with open(os.path.join(HERE, "result.md"), encoding="utf-8") as file:
        text = file.read()
    with open(RESULTS, "w", encoding="utf-8") as file:
        file.write(text.format(
            machine=machine(), day=today(), loads=", ".join(f"{one:.1f}" for one in loads), turns=options.turns,
            command=f"python3 benchmarks/peers/peers.py --persons {options.persons} --join {options.join} --turns {options.turns}",
            table=table(("Work", "Engine", "Wall", "Processor", "Peak memory"), rows),
            verdicts="\n".join(verdict(name, result[0], result[1]) for name, result in zip(names, (every, with_nir, joined)))))
    print(open(RESULTS, encoding="utf-8").read())


if __name__ == "__main__":
    main()
