using System.Globalization;
using System.Text;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Conventions.Packages;
using NonRecoursMatch.Formats.Delimited;
using NonRecoursMatch.Holder.Identity.Names;

namespace NonRecoursMatch.Holder.Anchors;

/// <summary>
/// How common a surname and a given name are together, in sixteen coarse classes, from public tables (INSEE's first names by sex and decade, the
/// frequency of surnames), never from the extract: the class tells the operator how much an agreement on the name is worth, and little of the name.
/// </summary>
public sealed class NameFrequencies
{
    const double UnlistedSurname = 1e-5;
    const double UnlistedGivenName = 1e-4;
    const int FirstDecade = 1920;
    const int Decades = 11;

    readonly Dictionary<string, double> _surnames;
    readonly Dictionary<string, double>[] _givenNames;

    NameFrequencies(Dictionary<string, double> surnames, Dictionary<string, double>[] givenNames) => (_surnames, _givenNames) = (surnames, givenNames);

    /// <summary>Reads the public tables.</summary>
    public static NameFrequencies Read(ConventionLibrary library)
    {
        var folder = Path.Combine(library.Root, "pseudonymisation", "noms");
        var surnames = new Dictionary<string, double>(StringComparer.Ordinal);
        var forms = new SurnameForms();
        foreach (var row in Rows(Path.Combine(folder, "patronymes.csv")))
        {
            forms.Read(Encoding.UTF8.GetBytes(row[0]), default);
            if (forms.FullCount > 0)
                Add(surnames, forms.Full(0), double.Parse(row[1], CultureInfo.InvariantCulture));
        }

        return new NameFrequencies(surnames, GivenNames(Path.Combine(folder, "prenoms.csv")));
    }

    /// <summary>The class of an identity: that of its most common surname.</summary>
    public byte ClassOf(IdentityForms identity)
    {
        if (identity.Surname.FullCount == 0 || identity.GivenNames.Slot(0).IsEmpty)
            return 0;
        var surname = 0.0;
        for (var i = 0; i < identity.Surname.FullCount; i++)
            surname = Math.Max(surname, Find(_surnames, identity.Surname.Full(i), UnlistedSurname));
        var bits = -Math.Log2(surname * GivenName(identity));
        return (byte)Math.Clamp((int)((bits - NameClasses.Bits(0)) / 2), 0, NameClasses.Count - 1);
    }

    /// <summary>Without sex or decade: the most common of those that are possible.</summary>
    double GivenName(IdentityForms identity)
    {
        var decade = Math.Clamp((identity.Birth.Year - FirstDecade) / 10, 0, Decades - 1);
        var most = UnlistedGivenName;
        for (var i = 0; i < _givenNames.Length; i++)
        {
            var (man, of) = (i >= Decades, i % Decades);
            if ((identity.Birth.Year == 0 || of == decade) && (identity.Sex == 0 || man == (identity.Sex == 'M')))
                most = Math.Max(most, Find(_givenNames[i], identity.GivenNames.Slot(0), UnlistedGivenName));
        }

        return most;
    }

    static Dictionary<string, double>[] GivenNames(string path)
    {
        var tables = Enumerable.Range(0, 2 * Decades).Select(_ => new Dictionary<string, double>(StringComparer.Ordinal)).ToArray();
        var forms = new GivenNameForms();
        foreach (var row in Rows(path))
        {
            forms.Read(Encoding.UTF8.GetBytes(row[2]));
            var table = ((row[0] == "M" ? 1 : 0) * Decades) + Math.Clamp((int.Parse(row[1], CultureInfo.InvariantCulture) - FirstDecade) / 10, 0, Decades - 1);
            Add(tables[table], forms.Slot(0), double.Parse(row[3], CultureInfo.InvariantCulture));
        }

        foreach (var table in tables)
        {
            var total = table.Values.Sum();
            foreach (var name in table.Keys.ToList())
                table[name] /= total;
        }

        return tables;
    }

    static void Add(Dictionary<string, double> table, ReadOnlySpan<byte> name, double weight)
    {
        var key = Encoding.UTF8.GetString(name);
        table[key] = table.GetValueOrDefault(key) + weight;
    }

    static double Find(Dictionary<string, double> table, ReadOnlySpan<byte> name, double otherwise)
    {
        Span<char> text = stackalloc char[name.Length];
        var length = Encoding.UTF8.GetChars(name, text);
        return table.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..length], out var frequency) ? frequency : otherwise;
    }

    static IEnumerable<string[]> Rows(string path)
    {
        using var reader = new DelimitedReader(path, ';');
        while (reader.Read())
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(i => Encoding.UTF8.GetString(reader.Field(i)))];
    }
}
