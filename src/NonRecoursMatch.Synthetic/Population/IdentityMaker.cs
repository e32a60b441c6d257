using NonRecoursMatch.Columns;
using NonRecoursMatch.Synthetic.Names;
using NonRecoursMatch.Synthetic.Places;
using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Population;

/// <summary>
/// Draws persons whose (name, first name, birth date) nobody else has: accidental homonyms are drawn again, so that the only ones are those
/// made on purpose and recorded in the truth.
/// </summary>
internal sealed class IdentityMaker(TerritoryMap map, NameTables names, BloomFilter given, YearMonth month)
{
    const double BornAbroad = 0.1;
    const double FrenchBornAbroad = 0.45;
    const double DayUnknownAbroad = 0.04;
    const double PermitUnknown = 0.12;
    readonly NirMaker _nir = new(given);
    readonly List<string[]> _countries = [.. NameTables.Rows("pays.csv")];
    readonly AliasTable _countryTable = new([.. NameTables.Rows("pays.csv").Select(row => NameTables.Number(row[3]))]);

    /// <summary>Draws a person of a given age.</summary>
    /// <param name="surname">Birth name, or null to draw one.</param>
    /// <param name="usage">Usage name, or null.</param>
    /// <param name="birth">Birth date to keep (twins, deliberate homonyms), or null to draw one.</param>
    /// <param name="first">First name to keep (deliberate homonyms), or null.</param>
    public Person Make(Xoshiro random, long number, Place place, bool man, int age, string departement, string? surname, string? usage = null, DateOnly? birth = null, FirstName? first = null)
    {
        var country = random.Chance(age < 18 ? BornAbroad / 4 : BornAbroad * 1.2) ? _countries[_countryTable.Draw(random)] : null;
        var nationality = country is null ? (random.Chance(0.02) ? 'A' : 'F') : random.Chance(FrenchBornAbroad) ? 'F' : country[2][0];
        var precision = country is null || !random.Chance(DayUnknownAbroad) || first is not null
            ? BirthPrecision.Full
            : random.Pick(BirthPrecision.NoDay, BirthPrecision.NoDayNoMonth);
        DateOnly? permit = nationality == 'A' && age >= 18 && !random.Chance(PermitUnknown)
            ? month.FirstDay.AddDays(-random.Between(60, 365 * Math.Clamp(age - 17, 2, 45)))
            : null;
        var person = new Person
        {
            Number = number,
            Man = man,
            Place = place,
            Age = age,
            Birth = birth ?? DrawBirth(random, age),
            BirthName = surname ?? names.Surname(random),
            UsageName = usage,
            First = first ?? default,
            Second = random.Chance(0.6) ? names.FirstName(random, man, month.Year - age).Text : "",
            Precision = precision,
            BirthPlace = country is null ? map.BirthPlace(random, departement) : country[0],
            Nationality = nationality,
            Permit = permit,
        };
        MakeUnique(random, person, keepSurname: surname is not null, keepBirth: birth is not null, keepFirst: first is not null);
        person.Nir = _nir.Make(random, man, person.Birth, person.BirthPlace);
        return person;
    }

    /// <summary>Gives a usage name to somebody already drawn; the name is not taken when it would make an accidental homonym.</summary>
    public void GiveUsageName(Person person, string usage)
    {
        person.UsageName = usage;
        if (person.Tokens().Skip(1).FirstOrDefault() is var token && token != 0 && given.MayContain(token))
            person.UsageName = null;
        else if (token != 0)
            given.Add(token);
    }

    void MakeUnique(Xoshiro random, Person person, bool keepSurname, bool keepBirth, bool keepFirst)
    {
        if (keepFirst)
        {
            // The shared token is the purpose; a usage name must stay the person's own.
            (var usage, person.UsageName) = (person.UsageName, null);
            if (usage is not null)
                GiveUsageName(person, usage);
            return;
        }

        while (true)
        {
            person.First = names.FirstName(random, person.Man, person.Birth.Year);
            ulong[] tokens = [.. person.Tokens()];
            if (Array.TrueForAll(tokens, token => !given.MayContain(token)))
            {
                foreach (var token in tokens)
                    given.Add(token);
                return;
            }

            if (!keepBirth)
                person.Birth = DrawBirth(random, person.Age);
            if (!keepSurname)
                person.BirthName = names.Surname(random);
        }
    }

    // Age counts whole years at the first day of the month with month precision, as the engine sees it.
    DateOnly DrawBirth(Xoshiro random, int age)
    {
        var drawn = month.AddMonths(-1 - (12 * age) - random.Below(12));
        return new DateOnly(drawn.Year, drawn.Month, random.Between(1, drawn.LastDay.Day));
    }
}
