using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Conventions.Comparing;

/// <summary>
/// Puts the parts of two versions side by side: those of the same name, then those that look renamed. A renaming is a guess, and is shown as one:
/// two descriptors do not say what became of a column.
/// </summary>
static class Pairing
{
    /// <summary>Likeness from which a part that is gone and a new one are shown as one that was renamed.</summary>
    const int Alike = 2;

    /// <summary>Parts of the new version in their order, each with the old one or null; then the old ones that are gone.</summary>
    public static IReadOnlyList<(T? Before, T? After)> Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, string> name, Func<T, T, int> likeness)
        where T : class
    {
        var gone = before.ExceptBy(after.Select(name), name, StringComparer.Ordinal).ToList();
        var fresh = after.ExceptBy(before.Select(name), name, StringComparer.Ordinal).ToList();
        var renamed = new Dictionary<string, T>(StringComparer.Ordinal);
        var candidates = gone.SelectMany(old => fresh.Select(here => (Old: old, Here: here, Likeness: likeness(old, here)))).Where(pair => pair.Likeness >= Alike);
        foreach (var (old, here, _) in candidates.OrderByDescending(pair => pair.Likeness).ToList())
        {
            if (gone.Contains(old) && renamed.TryAdd(name(here), old))
                gone.Remove(old);
        }

        var same = before.ToDictionary(name, StringComparer.Ordinal);
        return
        [
            .. after.Select(here => (same.GetValueOrDefault(name(here)) ?? renamed.GetValueOrDefault(name(here)), (T?)here)),
            .. gone.Select(old => ((T?)old, default(T))),
        ];
    }

    /// <summary>Two tables are alike when they are about the same and share more than half of their fields.</summary>
    public static int Likeness(TableFormat before, TableFormat after)
    {
        var shared = before.Fields.Count(field => after.Find(field.Name) is not null);
        return before.Role == after.Role && shared * 2 > Math.Max(before.Fields.Count, after.Fields.Count) ? Alike + shared : 0;
    }

    /// <summary>Two fields of one type are alike by description or name, or by two weaker signs: codes, form, checks, place in the table.</summary>
    public static Func<FieldFormat, FieldFormat, int> LikenessIn(TableFormat before, TableFormat after)
    {
        var (places, newPlaces) = (Places(before), Places(after));
        return (old, here) => old.Type != here.Type ? 0
            : (old.Description == here.Description ? 2 : 0)
                + (Resemblance.Nearest(old.Name, [here.Name]) is not null ? 2 : 0)
                + (old.Codes.Count > 0 && old.Codes.SequenceEqual(here.Codes, StringComparer.Ordinal) ? 1 : 0)
                + (old.Pattern is not null && old.Pattern == here.Pattern ? 1 : 0)
                + (old.CustomChecks.Count > 0 && old.CustomChecks.SequenceEqual(here.CustomChecks, StringComparer.Ordinal) ? 1 : 0)
                + (places[old.Name] == newPlaces[here.Name] ? 1 : 0);
    }

    static Dictionary<string, int> Places(TableFormat table) => table.Fields.Select((field, at) => (field.Name, at)).ToDictionary(pair => pair.Name, pair => pair.at, StringComparer.Ordinal);
}
