"""The two file formats of `nonrecours linkage`: identities and pairs."""
import csv
import os

COLUMNS = ("id", "nir", "nom_naissance", "nom_usage", "prenoms", "sexe", "date_naissance", "commune_naissance", "commune_residence")
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def rows(path, delimiter=";"):
    """The rows of a CSV file as dictionaries."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, delimiter=delimiter, skipinitialspace=True)


def write(folder, name, header, lines):
    """Writes a `;` file; returns the number of lines."""
    os.makedirs(folder, exist_ok=True)
    count = 0
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\n")
        writer.writerow(header)
        for count, line in enumerate(lines, 1):
            writer.writerow(line)
    return count


def write_corpus(folder, left, right, truth):
    """Writes left.csv, right.csv and truth.csv."""
    return (write(folder, "left.csv", COLUMNS, left), write(folder, "right.csv", COLUMNS, right),
            write(folder, "truth.csv", ("left_id", "right_id"), truth))


def corpus_files(folder):
    """The three files of a corpus."""
    return [os.path.join(folder, name) for name in ("left.csv", "right.csv", "truth.csv")]
