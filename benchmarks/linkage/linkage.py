#!/usr/bin/env python3
"""Corpora and measures of `nonrecours linkage`. See README.md."""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

import corpora
import measuring
from identities import corpus_files
from synthetic import synthetic

TERRITORY, PERSONS, PERSONS_FULL = "93", 30_000, 250_000


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    kinds = commands.add_parser("corpus", help="make left.csv, right.csv and truth.csv").add_subparsers(dest="kind", required=True)
    febrl = kinds.add_parser("febrl")
    febrl.add_argument("folder")
    febrl.add_argument("out")
    febrl.add_argument("--residence", action="store_true", help="the postcode as residence")
    territory = kinds.add_parser("territory")
    territory.add_argument("folder", help="made by `nonrecours generate`")
    territory.add_argument("out")
    made = kinds.add_parser("synthetic")
    made.add_argument("out")
    made.add_argument("--left", type=int, required=True)
    made.add_argument("--right", type=int, required=True)
    made.add_argument("--overlap", type=float, default=0.8, help="share of the right file that is in the left one")
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--noise", type=float, default=1.0)
    made.add_argument("--departement", default="76")

    run = commands.add_parser("run", help="link, evaluate, print one row")
    errors = commands.add_parser("errors", help="false links and missed pairs, by kind of difference")
    fields = commands.add_parser("agreement", help="how many fields true pairs agree on")
    for command in (run, errors, fields):
        for name in ("left", "right", "truth"):
            command.add_argument(name)
    run.add_argument("--name", default="")
    run.add_argument("--header", action="store_true", help="print the head of the table first")
    run.add_argument("--pairs", help="keep the pairs there")
    errors.add_argument("pairs")
    errors.add_argument("--sample", type=int, default=0, help="at most so many missed pairs")
    errors.add_argument("--examples", type=int, default=2)

    table = commands.add_parser("table", help="every corpus of the documentation")
    table.add_argument("shared_data", help="folder that holds febrl/ and linkage-french/")
    table.add_argument("--full", action="store_true", help="territories of at least 20,000 true pairs")
    for command in (run, table):
        command.add_argument("--binary", default=measuring.PROGRAM)
        command.add_argument("--work", help="folder for the working files, beside nothing else; a temporary one by default")
        command.add_argument("--memory-gb", type=float, default=20)
        command.add_argument("--disk-gb", type=float, default=60)
    arguments = parser.parse_args()
    {"corpus": make, "run": run_one, "errors": explain, "agreement": agree, "table": run_table}[arguments.command](arguments)


def make(arguments):
    if arguments.kind == "febrl":
        counts = corpora.febrl(arguments.folder, arguments.out, arguments.residence)
    elif arguments.kind == "territory":
        counts = corpora.territory(arguments.folder, arguments.out)
    else:
        counts = synthetic(arguments.out, arguments.left, arguments.right, arguments.overlap, arguments.seed, arguments.noise, arguments.departement)
    print("{} left, {} right, {} true pairs".format(*counts), file=sys.stderr)


def run_one(arguments):
    with Work(arguments.work) as folder:
        work = os.path.join(folder, "linking")
        row = measuring.measure(arguments.name, arguments.left, arguments.right, arguments.truth, work, arguments.binary,
                                measuring.Limits(arguments.memory_gb, arguments.disk_gb))
        if arguments.pairs:
            shutil.copyfile(os.path.join(work, "pairs.csv"), arguments.pairs)
    if arguments.header:
        print(measuring.header())
    print(measuring.markdown(row))


def explain(arguments):
    measuring.errors(arguments.left, arguments.right, arguments.truth, arguments.pairs, arguments.examples, arguments.sample)


def agree(arguments):
    measuring.agreement(arguments.left, arguments.right, arguments.truth)


def run_table(arguments):
    print(measuring.header(), flush=True)
    limits = measuring.Limits(arguments.memory_gb, arguments.disk_gb)
    with Work(arguments.work) as folder:
        corpus = os.path.join(folder, "corpus")
        for name, prepare in table_corpora(arguments, folder):
            files = prepare(corpus) or corpus_files(corpus)
            row = measuring.measure(name, *files, os.path.join(folder, "linking"), arguments.binary, limits)
            print(measuring.markdown(row), flush=True)
            shutil.rmtree(corpus, ignore_errors=True)


def table_corpora(arguments, folder):
    """Names, and functions that fill a folder, or give the files where they already are."""
    febrl, french = (os.path.join(arguments.shared_data, name) for name in ("febrl", "linkage-french"))

    def generated(seed, noise):
        def prepare(corpus):
            territory = os.path.join(folder, "territory")
            persons = PERSONS_FULL if arguments.full else PERSONS
            subprocess.run([*measuring.command(arguments.binary), "generate", TERRITORY, "--persons", str(persons), "--seed", str(seed),
                            "--noise", str(noise), "--out", territory], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            corpora.territory(territory, corpus)
            shutil.rmtree(territory)
        return prepare

    def independent(seed, noise):
        def prepare(corpus):
            synthetic(corpus, 30_000, 10_000, seed=seed, noise=noise)
        return prepare

    def without_counts(function, *more):
        def prepare(corpus):
            function(febrl, corpus, *more)
        return prepare

    yield "FEBRL4", without_counts(corpora.febrl)
    yield "FEBRL4, residence", without_counts(corpora.febrl, True)
    yield "linkage-french", lambda _: corpus_files(french)
    for label, maker in (("territory", generated), ("synthetic", independent)):
        for noise in (1, 2.5):
            for seed in (1, 2, 3):
                yield f"{label}, noise {noise}, seed {seed}", maker(seed, noise)


class Work:
    """A folder for working files, removed at the end."""

    def __init__(self, parent):
        self.parent = parent

    def __enter__(self):
        if self.parent:
            os.makedirs(self.parent, exist_ok=True)
        self.folder = tempfile.mkdtemp(prefix="linkage-", dir=self.parent)
        return self.folder

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)


if __name__ == "__main__":
    main()
