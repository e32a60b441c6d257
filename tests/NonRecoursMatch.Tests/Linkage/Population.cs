using System.Globalization;

namespace NonRecoursMatch.Tests.Linkage;

/// <summary>Persons of a few families, held by two files with the errors of real ones: misspelt, swapped, missing, doubled, homonyms, twins.</summary>
sealed class Population
{
    static readonly string[] s_surnames = ["MARTIN", "LE GOFF", "DURAND-MOREL", "N'DIAYE", "LEFEBVRE", "BENALI", "SAINT-PIERRE", "NGUYEN", "DA SILVA", "PETIT", "ROUX", "KERVELLA"];
    static readonly string[] s_givenNames = ["Marie", "Jean-Paul", "Jean", "Sophie", "Mohamed Ali", "Anne Claire", "Thomas", "Zoé", "Nathalie", "Philippe", "Léa", "Hugo"];
    static readonly string[] s_communes = ["35238", "35047", "35051", "29019", "99352", "75056", ""];

    readonly System.Random _random;

    public Population(int seed, int persons)
    {
        _random = new System.Random(seed);
        double[] shares = [0, 0.5, 1];
        var (nirLeft, nirRight) = (Of(shares), Of(shares));
        for (var i = 0; i < persons; i++)
        {
            var person = i > 0 && Chance(0.1) ? Twin(_people[^1], i) : Draw(i);
            _people.Add(person);
            Hold(Left, person, nirLeft);
            Hold(Right, person, nirRight);
        }

        Left.Add(new Persona());
        Right.Add(new Persona());
    }

    readonly List<Persona> _people = [];

    public List<Persona> Left { get; } = [];

    public List<Persona> Right { get; } = [];

    Persona Draw(int number)
    {
        var sex = Of("M", "F");
        return new Persona(Of(s_surnames), Of(s_givenNames), Date(), sex, Of(s_communes), Of(s_communes), Chance(0.2) ? Of(s_surnames) : "", Nir(sex, number));
    }

    Persona Twin(Persona other, int number) => other with { GivenNames = Of(s_givenNames), Nir = Nir(other.Sex, number) };

    void Hold(List<Persona> file, Persona person, double nir)
    {
        if (!Chance(0.85))
            return;
        for (var copies = Chance(0.06) ? 2 : 1; copies > 0; copies--)
        {
            var held = Chance(nir) ? person : person with { Nir = "" };
            while (Chance(0.35))
                held = Spoil(held);
            file.Add(held);
        }
    }

    Persona Spoil(Persona person) => _random.Next(10) switch
    {
        0 => person with { Surname = Slip(person.Surname) },
        1 => person with { GivenNames = Slip(person.GivenNames) },
        2 => person with { Birth = person.Birth.Length == 10 && int.Parse(person.Birth[..2], CultureInfo.InvariantCulture) <= 12 ? $"{person.Birth[3..5]}/{person.Birth[..2]}{person.Birth[5..]}" : Date() },
        3 => person with { Birth = person.Birth.Length == 10 ? "00" + person.Birth[2..] : "" },
        4 => person with { Residence = Of(s_communes) },
        5 => person with { BirthPlace = "" },
        6 => person with { Surname = person.GivenNames, GivenNames = person.Surname },
        7 => person with { UsageName = Of(s_surnames) },
        8 => person with { Sex = "" },
        _ => person with { Birth = Date() },
    };

    string Slip(string name)
    {
        if (name.Length < 2)
            return name;
        var at = _random.Next(name.Length - 1);
        return Chance(0.5) ? name.Remove(at, 1) : name[..at] + name[at + 1] + name[at] + name[(at + 2)..];
    }

    string Date() => string.Create(CultureInfo.InvariantCulture, $"{_random.Next(1, 29):00}/{_random.Next(1, 13):00}/{_random.Next(1975, 1979)}");

    static string Nir(string sex, int number) => string.Create(CultureInfo.InvariantCulture, $"{(sex == "M" ? 1 : 2)}760535238{number + 1:000}");

    bool Chance(double share) => _random.NextDouble() < share;

    T Of<T>(params T[] values) => values[_random.Next(values.Length)];
}
