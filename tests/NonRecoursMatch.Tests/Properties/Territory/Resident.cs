using System.Globalization;
using System.Text;

namespace NonRecoursMatch.Tests.Properties.Territory;

/// <summary>An invented person whose names exist nowhere else: finding one in an output is finding a leak, never a coincidence.</summary>
sealed record Resident(int Number, string Nir, string BirthName, string UsageName, string GivenName, DateOnly Birth)
{
    /// <summary>The resident of a number: the same one in every run.</summary>
    public static Resident Of(int number, int birthYear, bool married = false)
    {
        var birth = new DateOnly(birthYear, 1 + (number % 12), 2 + (number % 25));
        var stem = string.Create(CultureInfo.InvariantCulture, $"{1 + (number % 2)}{birthYear % 100:00}{birth.Month:00}35{100 + (number / 1_000 % 800):000}{number % 1_000:000}");
        return new Resident(number, stem + KeyOf(stem), "Qxélvaz" + Letters(number), married ? "Wrøblik" + Letters(number) : "", "Zyphonœ" + Letters(number), birth);
    }

    /// <summary>Birth date as extracts write it.</summary>
    public string BirthText => Day(Birth);

    /// <summary>Everything that would give the person away, in the forms in which programs write it.</summary>
    public IEnumerable<string> Traces()
    {
        yield return Nir;
        yield return Nir[..13];
        foreach (var name in new[] { BirthName, UsageName, GivenName }.Where(name => name.Length > 0))
        {
            yield return name;
            yield return name.ToUpperInvariant();
            yield return Normalised(name);
            // The plain letters too: what a program makes of accents must not hide a leak.
            foreach (var part in name.Split(['é', 'ø', 'œ']).Where(part => part.Length >= 6))
                yield return part;
        }

        yield return BirthText;
        yield return Birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return Birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
    }

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>97 less the rest of the thirteen characters divided by 97 (décret 82-103); these residents were not born in Corsica.</summary>
    static string KeyOf(string stem) => (97 - (long.Parse(stem, CultureInfo.InvariantCulture) % 97)).ToString("00", CultureInfo.InvariantCulture);

    /// <summary>The number in letters, so that names are names.</summary>
    static string Letters(int number)
    {
        var text = new StringBuilder();
        for (var rest = number; text.Length < 4; rest /= 26)
            text.Append((char)('a' + (rest % 26)));
        return text.ToString();
    }

    static string Normalised(string name)
        => name.ToUpperInvariant().Replace("É", "E", StringComparison.Ordinal).Replace("Œ", "OE", StringComparison.Ordinal);
}
