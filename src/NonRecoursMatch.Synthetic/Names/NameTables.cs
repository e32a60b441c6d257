using System.Globalization;
using System.Reflection;
using NonRecoursMatch.Synthetic.Randomness;

namespace NonRecoursMatch.Synthetic.Names;

/// <summary>A first name and its comparable form.</summary>
internal readonly record struct FirstName(string Text, string Key);

/// <summary>First names by sex and decade of birth, surnames by frequency, from the public tables embedded in the assembly.</summary>
internal sealed class NameTables
{
    const int FirstDecade = 1920;
    const int Decades = 11;
    readonly (FirstName[] Names, AliasTable Table)[] _first = new (FirstName[], AliasTable)[2 * Decades];
    readonly string[] _surnames;
    readonly AliasTable _surnameTable;

    NameTables()
    {
        var groups = Rows("prenoms.csv").GroupBy(row => (Sex: row[0], Decade: int.Parse(row[1], CultureInfo.InvariantCulture)));
        foreach (var group in groups)
        {
            var rows = group.ToList();
            FirstName[] names = [.. rows.Select(row => new FirstName(row[2], NameKey.OfFirstName(row[2])))];
            _first[Slot(group.Key.Sex == "M", group.Key.Decade)] = (names, new AliasTable([.. rows.Select(row => Number(row[3]))]));
        }

        var surnames = Rows("patronymes.csv").ToList();
        _surnames = [.. surnames.Select(row => row[0])];
        _surnameTable = new AliasTable([.. surnames.Select(row => Number(row[1]))]);
    }

    /// <summary>The tables, read once.</summary>
    public static NameTables Shared { get; } = new();

    /// <summary>A first name given to that sex in that year.</summary>
    public FirstName FirstName(Xoshiro random, bool man, int year)
    {
        var (names, table) = _first[Slot(man, year)];
        return names[table.Draw(random)];
    }

    /// <summary>A surname.</summary>
    public string Surname(Xoshiro random) => _surnames[_surnameTable.Draw(random)];

    /// <summary>Rows of an embedded table, without its header.</summary>
    internal static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"NonRecoursMatch.Synthetic.Data.{name}")
            ?? throw new InvalidOperationException($"the embedded table {name} is missing");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return line.Split(';');
        }
    }

    internal static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    static int Slot(bool man, int year) => (man ? Decades : 0) + Math.Clamp((year - FirstDecade) / 10, 0, Decades - 1);
}
