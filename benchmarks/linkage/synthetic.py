"""Independent generator of French-looking identities. It shares no code with `nonrecours generate`.

The left file is a family branch: two names, all given names, every commune. The right file is a landlord or a
CCAS: the errors are on its side, and it often knows a woman by her usage name only. Names are drawn from public
tables by sex and decade, communes by population. Persons come in households, because the hard cases do: twins,
a parent and a child of the same name, brothers and sisters, couples with the same name and residence.
"""
import bisect
import itertools
import os
import random
import unicodedata
from calendar import monthrange
from datetime import date, timedelta

from identities import COLUMNS, ROOT, rows, write

NAMES = os.path.join(ROOT, "conventions", "pseudonymisation", "noms")
COMMUNES = os.path.join(ROOT, "conventions", "territories", "communes.csv")
MONTH = date(2026, 10, 1)

BORN_ABROAD = 0.22
ABROAD_FIRST_OF_JANUARY = 0.10
USAGE_NAME, USAGE_ONLY_ON_RIGHT = 0.50, 0.60   # women born before 1995
# Chances of a child that give 1.1 % of persons with a twin and 1 % with a parent or child of the same name.
TWIN_OF_A_CHILD, NAMESAKE_OF_A_PARENT = 0.014, 0.016
BIRTH_PLACE_MISSING, MOVED, RESIDENCE_MISSING = 0.20, 0.08, 0.02  # facts of the right file, not errors: noise leaves them alone

# Errors of the right file at noise 1.
TYPO_ABROAD = 2.5
ERRORS = {"typo": 0.02, "swap_day_month": 0.003, "date_part": 0.005, "day_unknown": 0.004, "second_given": 0.01,
          "compound_cut": 0.25, "swap_names": 0.003, "sex": 0.003, "birth_place": 0.03}

COUNTRIES = {"99352": 22, "99350": 20, "99351": 11, "99139": 10, "99208": 7, "99243": 6, "99326": 6, "99335": 6, "99341": 6,
             "99127": 5, "99223": 4, "99312": 4, "99216": 4, "99134": 3}
SHAPES = {"single": 30, "couple": 18, "family": 34, "lone_parent": 18}
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Draw:
    """A weighted draw by bisection."""

    def __init__(self, weights):
        self.values = list(weights)
        self.sums = list(itertools.accumulate(weights.values()))
        self.total = self.sums[-1]

    def __call__(self, rng):
        return self.values[bisect.bisect(self.sums, rng.random() * self.total)]


class Person:
    """What is true of a person."""
    __slots__ = ("birth", "usage", "given", "sex", "date", "place", "residence", "abroad")


class Population:
    """An endless row of households."""

    def __init__(self, seed, departement):
        self.rng = random.Random(f"population|{seed}")
        surnames = {row["nom"]: float(row["frequence"]) for row in rows(os.path.join(NAMES, "patronymes.csv"))}
        self.surname = Draw(surnames)
        # Names from elsewhere are flatter in the French tables: the root brings the rare ones forward.
        self.surname_abroad = Draw({name: weight ** 0.5 for name, weight in surnames.items()})
        given = {}
        for row in rows(os.path.join(NAMES, "prenoms.csv")):
            given.setdefault((row["sexe"], int(row["decennie"])), {})[row["prenom"]] = int(row["n"])
        self.given = {key: Draw(names) for key, names in given.items()}
        self.given_abroad = {key: Draw({name: n ** 0.5 for name, n in names.items()}) for key, names in given.items()}
        communes = [row for row in rows(COMMUNES) if row["type"] == "commune-actuelle" and int(row["population"] or 0) > 0]
        here = {row["code"]: int(row["population"]) for row in communes if row["departement"] == departement}
        if not here:
            raise SystemExit(f"no commune in département {departement}")
        self.residence = Draw(here)
        # Births are in the towns that have a maternity ward.
        self.maternity = Draw(dict(sorted(here.items(), key=lambda item: (-item[1], item[0]))[:12]))
        self.elsewhere = Draw({row["code"]: int(row["population"]) for row in communes})
        self.country = Draw(COUNTRIES)
        self.shape = Draw(SHAPES)

    def persons(self):
        """Persons, household after household."""
        while True:
            yield from self.household()

    def household(self):
        rng = self.rng
        residence = self.residence(rng)
        shape = self.shape(rng)
        head = self.person(rng.random() < (0.8 if shape == "lone_parent" else 0.35), self.adult_age(shape), residence)
        members = [head]
        partner = None
        if shape in ("couple", "family"):
            partner = self.person(head.sex == "M", max(18, self.age(head) + int(rng.gauss(0, 4))), residence, abroad_share=0.75 if head.abroad else 0.07)
            members.append(partner)
        for person in members:
            self.marry(person, partner if person is head else head)
        if shape in ("family", "lone_parent"):
            members += self.children(head, partner)
        elif rng.random() < 0.06:
            members += self.children(head, partner, grown=True)
        return members

    def children(self, head, partner, grown=False):
        rng = self.rng
        parent = partner if partner is not None and head.sex == "F" else head
        children = []
        birth_commune = head.place if rng.random() < 0.5 and not head.abroad else self.birth_place(0)[0]
        for _ in range(1 if grown else rng.choice((1, 1, 2, 2, 3))):
            # Children are born at a plausible age of their parent, some of them adults who still live there.
            age = max(0, self.age(parent) - rng.randint(20, 38)) if not grown else self.age(parent) - rng.randint(18, 30)
            if age < 0 or (age > 30 and not grown):
                age = rng.randint(0, 24)
            child = self.person(rng.random() < 0.49, age, head.residence, abroad_share=0.45 if head.abroad else 0.02)
            child.birth = parent.birth if rng.random() < 0.9 or partner is None else f"{parent.birth} {(head if parent is partner else partner).birth}"
            child.usage = ""
            if not child.abroad and rng.random() < 0.75:
                child.place = birth_commune
            namesake = parent if parent.sex == child.sex else partner if partner is not None and partner.sex == child.sex else None
            if namesake is not None and rng.random() < NAMESAKE_OF_A_PARENT:
                child.given = namesake.given[:1] + child.given[1:]
                child.birth = namesake.birth
            children.append(child)
            if rng.random() < TWIN_OF_A_CHILD:
                children.append(self.twin(child))
        return children

    def twin(self, child):
        twin = Person()
        twin.sex = child.sex if self.rng.random() < 0.65 else "F" if child.sex == "M" else "M"
        twin.birth, twin.usage, twin.date, twin.place, twin.residence, twin.abroad = child.birth, "", child.date, child.place, child.residence, child.abroad
        twin.given = child.given
        while twin.given[0] == child.given[0]:
            twin.given = self.given_names(twin.sex, twin.date.year, twin.abroad)
        return twin

    def person(self, woman, age, residence, abroad_share=BORN_ABROAD * 1.15):
        rng = self.rng
        person = Person()
        person.sex, person.residence, person.usage = "F" if woman else "M", residence, ""
        person.place, person.abroad = self.birth_place(abroad_share)
        person.date = MONTH - timedelta(days=int(age * 365.25) + rng.randrange(365) + 1)
        if person.abroad and rng.random() < ABROAD_FIRST_OF_JANUARY:
            person.date = person.date.replace(month=1, day=1)
        draw = self.surname_abroad if person.abroad else self.surname
        person.birth = draw(rng)
        if rng.random() < 0.02:
            person.birth += rng.choice("- ") + draw(rng)
        person.given = self.given_names(person.sex, person.date.year, person.abroad)
        return person

    def given_names(self, sex, year, abroad):
        rng = self.rng
        draw = (self.given_abroad if abroad else self.given)[sex, min(2020, max(1920, year // 10 * 10))]
        names = [draw(rng)]
        if rng.random() < 0.03 and "-" not in names[0]:
            names[0] += rng.choice(("-", "-", " ")) + draw(rng)
        while len(names) < 4 and rng.random() < (0.2 if abroad else 0.5):
            names.append(draw(rng))
        return names

    def birth_place(self, abroad_share):
        rng = self.rng
        if rng.random() < abroad_share:
            return self.country(rng), True
        return (self.maternity if rng.random() < 0.6 else self.elsewhere)(rng), False

    def marry(self, person, partner):
        rng = self.rng
        if person.sex != "F" or person.date.year >= 1995 or rng.random() >= USAGE_NAME:
            return
        husband = partner.birth if partner is not None and partner.sex == "M" else self.surname(rng)
        if husband != person.birth:
            person.usage = f"{person.birth}-{husband}" if rng.random() < 0.15 else husband

    def adult_age(self, shape):
        if shape in ("single", "couple"):
            return min(98, int(self.rng.triangular(18, 98, 55)))
        return int(self.rng.triangular(20, 62, 38))

    @staticmethod
    def age(person):
        return (MONTH - person.date).days // 365


class RightFile:
    """What a landlord or a CCAS knows of a person."""

    def __init__(self, population, seed, noise):
        self.population, self.noise = population, noise
        self.rng = random.Random(f"right|{seed}")
        self.rate = {name: min(1, rate * noise) for name, rate in ERRORS.items()}

    def row(self, identifier, person):
        rng, chance = self.rng, self.chance
        birth, usage, given, sex = person.birth, person.usage, person.given, person.sex
        if usage and rng.random() < USAGE_ONLY_ON_RIGHT:
            birth, usage = usage, ""
        first = given[0]
        if len(given) > 1 and chance("second_given"):
            first = given[1]
        compound = "-" in first or " " in first
        if compound and chance("compound_cut"):
            first = first.replace(" ", "-").split("-")[0]
        parts = [part for part in birth.replace("-", " ").split() if len(part) > 3]
        if len(parts) > 1 and chance("compound_cut"):
            birth = rng.choice(parts)
        typo = self.rate["typo"] * (TYPO_ABROAD if person.abroad else 1)
        if rng.random() < typo:
            birth = self.typo(birth)
        if rng.random() < typo:
            first = self.typo(first.upper())
        if chance("swap_names"):
            birth, first = first.upper(), birth
        if chance("sex"):
            sex = "F" if sex == "M" else "M"
        given_text = " ".join([first, *given[1:]]) if first != given[0] and len(given) > 2 and rng.random() < 0.05 else first
        if given_text == given[0] and len(given) > 1 and rng.random() < 0.35:
            given_text = f"{first} {given[1]}"
        if rng.random() < 0.7:
            given_text = plain(given_text)
        place = "" if rng.random() < BIRTH_PLACE_MISSING else person.place
        if place and not person.abroad and chance("birth_place"):
            place = person.residence
        residence = person.residence
        if rng.random() < MOVED:
            residence = self.population.residence(rng)
        elif rng.random() < RESIDENCE_MISSING:
            residence = ""
        return (identifier, "", birth, usage, given_text, sex, self.date(person.date), place, residence)

    def date(self, born):
        rng = self.rng
        day, month, year = born.day, born.month, born.year
        if day <= 12 and day != month and self.chance("swap_day_month"):
            day, month = month, day
        elif self.chance("date_part"):
            part = rng.randrange(3)
            if part == 0:
                day = other(rng, day, range(1, monthrange(year, month)[1] + 1))
            elif part == 1:
                month = other(rng, month, [number for number in range(1, 13) if day <= monthrange(year, number)[1]])
            else:
                years = (year - 10, year - 1, year + 1, year + 10)
                # 29 February is in none of these years: four years earlier, it is.
                year = rng.choice([number for number in years if number < MONTH.year and day <= monthrange(number, month)[1]] or [year - 4])
        elif self.chance("day_unknown"):
            day = 0
            if rng.random() < 0.5:
                month = 0
        return f"{day:02}/{month:02}/{year}"

    def typo(self, name):
        """One letter dropped, doubled, replaced or swapped with its neighbour."""
        rng = self.rng
        if len(name) < 3:
            return name
        at, kind = rng.randrange(1, len(name)), rng.randrange(4)
        if kind == 0:
            return name[:at] + name[at + 1:]
        if kind == 1:
            return name[:at] + name[at - 1] + name[at:]
        if kind == 2:
            return name[:at] + rng.choice(LETTERS) + name[at + 1:]
        return name[:at - 1] + name[at] + name[at - 1] + name[at + 1:]

    def chance(self, error):
        return self.rng.random() < self.rate[error]


def other(rng, value, values):
    """Another one of the values: a neighbour half of the time, as a wrong key would give."""
    values = [number for number in values if number != value]
    near = [number for number in values if abs(number - value) == 1]
    return rng.choice(near if near and rng.random() < 0.5 else values)


def plain(name):
    """Upper case without accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter)).upper()


def left_row(identifier, person):
    born = person.date
    return (identifier, "", person.birth, person.usage, " ".join(person.given), person.sex,
            f"{born.day:02}/{born.month:02}/{born.year}", person.place, person.residence)


def synthetic(out, left, right, overlap=0.8, seed=1, noise=1.0, departement="76"):
    """Writes a corpus of exactly `left` and `right` rows, `overlap` x `right` of them true pairs.
    The left file is streamed; the right one is held, to be shuffled."""
    both = round(right * overlap)
    if both > left:
        raise SystemExit("the overlap needs more rows on the left")
    remaining = {"both": both, "left": left - both, "right": right - both}
    population = Population(seed, departement)
    right_file = RightFile(population, seed, noise)
    sides = random.Random(f"sides|{seed}")
    right_persons = []

    def left_rows():
        total = sum(remaining.values())
        number = 0
        for person in population.persons():
            if total == 0:
                return
            # Sampling without replacement: the counts come out exact, and one person says nothing of the next.
            draw = sides.random() * total
            side = "both" if draw < remaining["both"] else "left" if draw < remaining["both"] + remaining["left"] else "right"
            if remaining[side] == 0:
                side = max(remaining, key=remaining.get)
            remaining[side] -= 1
            total -= 1
            match = ""
            if side != "right":
                match = f"A{number}"
                number += 1
                yield left_row(match, person)
            if side != "left":
                right_persons.append((right_file.row("", person), match if side == "both" else ""))

    lefts = write(out, "left.csv", COLUMNS, left_rows())
    sides.shuffle(right_persons)
    rights = write(out, "right.csv", COLUMNS, ((f"B{number}", *row[1:]) for number, (row, _) in enumerate(right_persons)))
    truths = write(out, "truth.csv", ("left_id", "right_id"), ((match, f"B{number}") for number, (_, match) in enumerate(right_persons) if match))
    return lefts, rights, truths
