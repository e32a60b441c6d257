"""Runs `nonrecours linkage` and measures it; describes the pairs it got wrong."""
import collections
import json
import os
import shutil
import subprocess
import sys
import threading
import time
import unicodedata

from identities import rows

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from processes import PROGRAM, command, folder_size  # noqa: E402

HEADER = ("corpus", "rows", "links", "false", "precision", "recall", "certain (false)", "probable (false)", "review (true)",
          "wall s", "CPU s", "peak MB", "disk MB")


class Limits:
    """Ends our own process, and only it, when it takes too much."""

    def __init__(self, memory_gb, disk_gb):
        self.memory, self.disk = memory_gb * 2**30, disk_gb * 2**30


def link(left, right, pairs, binary, limits):
    """Runs `linkage link`; returns (wall s, CPU s, peak bytes, disk bytes).
    wait4 reports of the one child what /usr/bin/time -v would: no other program is needed."""
    start = time.monotonic()
    process = subprocess.Popen([*command(binary), "linkage", "link", "--left", left, "--right", right, "--out", pairs, "--json"], stdout=subprocess.DEVNULL)
    peak_disk, ended, excess = 0, threading.Event(), []

    def watch():
        nonlocal peak_disk
        while not ended.wait(0.5):
            peak_disk = max(peak_disk, folder_size(os.path.dirname(pairs)))
            if resident(process.pid) > limits.memory or peak_disk > limits.disk:
                excess.append("memory" if peak_disk <= limits.disk else "disk")
                process.kill()
                return

    watcher = threading.Thread(target=watch)
    watcher.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watcher.join()
    if process.returncode:
        raise SystemExit(f"linkage link ended with {process.returncode}" + (f": over the limit of {excess[0]}" if excess else ""))
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, peak_disk


def resident(pid):
    """Resident bytes of a process; 0 where /proc does not exist."""
    try:
        with open(f"/proc/{pid}/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def measure(name, left, right, truth, work, binary=PROGRAM, limits=Limits(20, 60)):
    """Links, evaluates, and returns one row of the table. The pairs stay in `work`/pairs.csv."""
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    pairs = os.path.join(work, "pairs.csv")
    wall, cpu, peak, disk = link(left, right, pairs, binary, limits)
    result = json.loads(subprocess.run([*command(binary), "linkage", "evaluate", "--pairs", pairs, "--truth", truth], check=True, capture_output=True).stdout)
    of_class = [result["per_class"].get(kind, {"links": 0, "false_links": 0}) for kind in ("certain", "probable")]
    return (name, f"{count(left)} x {count(right)}, {count(truth)} true", result["links"], result["false_links"],
            f"{result['precision']:.5f}", f"{result['recall']:.4f}", *(f"{kind['links']} ({kind['false_links']})" for kind in of_class),
            f"{result['review']['pairs']} ({result['review']['true_pairs']})", f"{wall:.1f}", f"{cpu:.1f}", f"{peak / 2**20:.0f}", f"{disk / 2**20:.0f}")


def count(path):
    """Lines of a file, without its header."""
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1


def markdown(cells):
    """A row of a Markdown table."""
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def header():
    """The head of the table."""
    return markdown(HEADER) + "\n|" + "---|" * len(HEADER)


def errors(left, right, truth, pairs, examples=2, sample=0):
    """Prints false links and missed pairs by kind of difference, the most frequent first."""
    lefts, rights = ({row["id"]: row for row in rows(path)} for path in (left, right))
    true_right = {row["left_id"]: row["right_id"] for row in rows(truth)}
    true_left = {value: key for key, value in true_right.items()}
    classes = {(row["left_id"], row["right_id"]): row for row in rows(pairs)}
    taken = {identifier for (a, b), row in classes.items() if row["class"] != "review" for identifier in (("L", a), ("R", b))}
    false = [(f"{row['class']}, pass {row.get('pass') or '-'}, weight {row['weight']}", a, b) for (a, b), row in classes.items()
             if row["class"] != "review" and true_right.get(a) != b]
    missed = [pair for pair in true_right.items() if classes.get(pair, {"class": "review"})["class"] == "review"]
    if sample:
        missed = missed[::max(1, len(missed) // sample)][:sample]

    def where(a, b):
        if (a, b) in classes:
            return f"in review, weight {classes[a, b]['weight']}"
        return "one side linked elsewhere" if ("L", a) in taken or ("R", b) in taken else "not proposed"

    print(f"\n### False links: {len(false)}\n")
    groups(false, lefts, rights, examples,
           lambda a, b: f"true partner: left {'yes' if a in true_right else 'none'}, right {'yes' if b in true_left else 'none'}")
    print(f"\n### Missed pairs: {len(missed)}{' (sample)' if sample else ''}\n")
    groups([(where(a, b), a, b) for a, b in missed], lefts, rights, examples, lambda a, b: "")

    review(classes, true_right, lefts, rights)


def review(classes, true_right, lefts, rights):
    """The queue for a human by kind of difference: a kind that is nearly always true could be a link, one that never is could be left out."""
    kinds = collections.defaultdict(lambda: [0, 0])
    for (a, b), row in classes.items():
        if row["class"] == "review":
            kinds[differences(lefts[a], rights[b])][true_right.get(a) != b] += 1
    print("\n### Review queue: true and false pairs by kind\n\n| difference | true | false |\n|---|---|---|")
    for kind, (yes, no) in sorted(kinds.items(), key=lambda item: (-sum(item[1]), item[0]))[:25]:
        print(f"| {kind} | {yes} | {no} |")


def groups(found, lefts, rights, examples, note):
    by_kind = collections.defaultdict(list)
    for label, a, b in found:
        place = label.split(", weight")[0]
        by_kind[place, differences(lefts[a], rights[b])].append((label, a, b))
    for (place, kind), members in sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0])):
        print(f"- **{len(members)}** {place}: {kind}")
        for label, a, b in members[:examples]:
            print(f"  - {text(lefts[a])}  /  {text(rights[b])}  [{'; '.join(part for part in (label, note(a, b)) if part)}]")


def text(row):
    names = row["nom_naissance"] + (f" ({row['nom_usage']})" if row["nom_usage"] else "")
    return ", ".join(part or "-" for part in (names, row["prenoms"], row["sexe"], row["date_naissance"], row["commune_naissance"], row["commune_residence"]))


def differences(a, b):
    """The kinds of difference of two rows, in words."""
    surnames = [{letters(row[column]) for column in ("nom_naissance", "nom_usage")} - {""} for row in (a, b)]
    given = [row["prenoms"].replace(",", " ").split() for row in (a, b)]
    found = []
    if not surnames[0] & surnames[1]:
        cells = [" ".join((row["nom_naissance"], row["nom_usage"])) for row in (a, b)]
        found.append("surname " + unlike(surnames[0], surnames[1], [{letters(part) for part in cell.replace("-", " ").split()} for cell in cells]))
    elif letters(a["nom_naissance"]) not in surnames[1]:
        found.append("surname agrees through the usage name")
    first = [{letters(names[0])} if names else set() for names in given]
    if not first[0] & first[1]:
        found.append("given " + unlike(first[0], first[1], [{letters(part) for name in names for part in name.split("-")} for names in given]))
    if first[0] & surnames[1] or first[1] & surnames[0]:
        found.append("surname and given name swapped")
    dates = [row["date_naissance"] for row in (a, b)]
    if dates[0] != dates[1]:
        found.append("date " + unlike_dates(*dates))
    for column, name in (("commune_naissance", "birth place"), ("commune_residence", "residence"), ("sexe", "sex")):
        if a[column] != b[column]:
            found.append(f"{name} {'missing' if not a[column] or not b[column] else 'differs'}")
    return "; ".join(found) or "no difference"


def unlike(a, b, parts):
    if not a or not b:
        return "missing"
    if {part for part in parts[0] & parts[1] if len(part) > 2}:
        return "in part"
    least = min(distance(x, y) for x in a for y in b)
    return f"{least} letter{'s' if least > 1 else ''} apart" if least <= 2 else "initial kept" if {x[0] for x in a} & {y[0] for y in b} else "differs"


def unlike_dates(a, b):
    if not a or not b:
        return "missing"
    if "00" in (a[:2], b[:2]):
        return "day unknown"
    x, y = a.split("/"), b.split("/")
    if x[2] == y[2] and x[0] == y[1] and x[1] == y[0]:
        return "day and month swapped"
    apart = [part for part, i, j in zip(("day", "month", "year"), x, y) if i != j]
    return "one part (" + apart[0] + ")" if len(apart) == 1 else " and ".join(apart)


def letters(name):
    """Upper-case letters without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name).upper() if letter.isalpha())


def distance(a, b):
    """Damerau-Levenshtein distance (adjacent transpositions)."""
    before, last = None, list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        line = [i]
        for j, y in enumerate(b, 1):
            best = min(last[j] + 1, line[-1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, before[j - 2] + 1)
            line.append(best)
        before, last = last, line
    return last[-1]


def agreement(left, right, truth):
    """Prints how many fields true pairs agree on: surname and given name within two edits (or swapped), date and residence exactly.
    An anchor joins two fields, so pairs with fewer are out of reach but for the initials that anchors of the date carry."""
    lefts, rights = ({row["id"]: row for row in rows(path)} for path in (left, right))
    counts = {}
    for pair in rows(truth):
        a, b = lefts[pair["left_id"]], rights[pair["right_id"]]
        names = [letters(a["nom_naissance"] or a["nom_usage"]), letters(a["prenoms"]), letters(b["nom_naissance"] or b["nom_usage"]), letters(b["prenoms"])]
        swapped = all(names) and names[0] == names[3] and names[1] == names[2]
        fields = 2 if swapped else sum(bool(names[i] and names[i + 2]) and distance(names[i], names[i + 2]) <= 2 for i in (0, 1))
        fields += sum(a[column] == b[column] != "" for column in ("date_naissance", "commune_residence"))
        counts[fields] = counts.get(fields, 0) + 1
    total = sum(counts.values())
    print(markdown(("fields that agree", "true pairs", "share of the pairs with at least so many")))
    print(markdown(["---"] * 3))
    for fields in sorted(counts):
        print(markdown((fields, counts[fields], f"{sum(n for f, n in counts.items() if f >= fields) / total:.4f}")))
