"""Corpora made from existing files: FEBRL4, and a territory of `nonrecours generate`."""
import glob
import os

from identities import rows, write_corpus


def febrl(folder, out, residence=False):
    """FEBRL4: same number in rec-N-org and rec-N-dup-0. soc_sec_id is never read into an identity."""
    left, right = (list(_febrl_rows(os.path.join(folder, name), residence)) for name in ("dataset4a.csv", "dataset4b.csv"))
    by_number = {row[0].split("-")[1]: row[0] for row in left}
    truth = [(by_number[row[0].split("-")[1]], row[0]) for row in right if row[0].split("-")[1] in by_number]
    return write_corpus(out, left, right, truth)


def _febrl_rows(path, residence):
    for row in rows(path, ","):
        date = row["date_of_birth"]
        date = f"{date[6:8]}/{date[4:6]}/{date[:4]}" if len(date) == 8 else ""
        yield (row["rec_id"], "", row["surname"], "", row["given_name"], "", date, "", row["postcode"] if residence else "")


def territory(folder, out):
    """Left: persons of the family branch (CAF, MSA famille). Right: occupants of landlords, persons of CCAS.
    One record per true person on each side, the first in the order of the sources' names. No NIR on either side."""
    person_of = {}
    for link in rows(os.path.join(folder, "truth", "links.csv")):
        person_of[link["source"], link["reference"]] = link["person"]
    left = _first_records(folder, person_of, ("caf-*", "msa-*famille"))
    right = _first_records(folder, person_of, ("bailleur-*", "ccas-*"))
    truth = [(left[person][0], row[0]) for person, row in right.items() if person in left]
    return write_corpus(out, left.values(), right.values(), truth)


def _first_records(folder, person_of, patterns):
    kept = {}
    for pattern in patterns:
        for source_folder in sorted(glob.glob(os.path.join(folder, "extraits", pattern))):
            source = os.path.basename(source_folder)
            table = next(path for path in (os.path.join(source_folder, name) for name in ("occupants.csv", "personnes.csv")) if os.path.exists(path))
            for row in rows(table):
                reference = _reference(row)
                # A record without a true person would be a fault of the generator: let it fail.
                kept.setdefault(person_of[source, reference], _identity(f"{source}:{reference}", row))
    return kept


def _reference(row):
    for group in ("matricule", "bail"):
        if group in row:
            return f"{row[group]}|{row['rang']}"
    return row["dossier"]


def _identity(identifier, row):
    # A landlord or a CCAS has one column `nom`, the name it knows the person by: it is often the usage name.
    usage = row["nom"] if "nom" in row else row["nom_usage"]
    given = " ".join(row[column] for column in ("prenom", "prenom1", "prenom2", "prenom3") if row.get(column))
    return (identifier, "", row["nom_naissance"], usage, given, row.get("sexe", ""), row["date_naissance"],
            row.get("commune_naissance", ""), row.get("commune_residence", row.get("commune", "")))
