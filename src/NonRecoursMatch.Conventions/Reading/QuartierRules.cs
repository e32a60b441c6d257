using System.Text.RegularExpressions;
using NonRecoursMatch.Conventions.Extracts;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>Which quartiers of the communes, and which columns tell: codes as the formats write them, none of them outside the communes.</summary>
static class QuartierRules
{
    /// <summary>Level of the perimeters that have quartiers.</summary>
    public const string Level = "quartier";

    /// <summary>The quartiers; null for a wider level, or with a fault.</summary>
    public static Quartiers? Quartiers(AgreementDraft draft, YamlMap perimeter, IReadOnlySet<string> communes)
    {
        var level = perimeter.Scalar("niveau");
        var isQuartier = level.Text.Equals(Level, StringComparison.Ordinal);
        if (perimeter.Find("quartiers") is not YamlMap map)
        {
            if (isQuartier)
                draft.Refuse(level, FaultCodes.QuartiersMissing);
            return null;
        }

        if (!isQuartier)
        {
            // Quartiers that nobody would apply: the signatories believe the perimeter narrower than it is.
            draft.Refuse(map, FaultCodes.QuartiersForbidden, level.Text);
            return null;
        }

        var codes = Territories.Quartiers.Divisions
            .Where(division => map.Find(division) is not null)
            .ToDictionary(division => division, division => (IReadOnlySet<string>)Codes(draft, division, map.List(division), communes), StringComparer.Ordinal);
        if (codes.Count == 0)
        {
            draft.Refuse(map, FaultCodes.QuartiersMissing);
            return null;
        }

        return new Quartiers(codes, Columns(draft, map.Map("colonnes"), codes.Keys));
    }

    static HashSet<string> Codes(AgreementDraft draft, string division, YamlList list, IReadOnlySet<string> communes)
    {
        var field = draft.Library.Formats.Values.Select(format => format.Personnes.Find(division)).First(field => field is not null)!;
        foreach (var code in list.Scalars)
        {
            if (!Regex.IsMatch(code.Text, field.Pattern!, RegexOptions.CultureInvariant))
                draft.Refuse(code, FaultCodes.QuartierCode, division, field.Example);
            else if (division.Equals("iris", StringComparison.Ordinal) && !IsInside(draft, code.Text, communes))
                draft.Refuse(code, FaultCodes.IrisOutside, code.Text[..5]);
        }

        return list.Scalars.Select(code => code.Text).ToHashSet(StringComparer.Ordinal);
    }

    // The IRIS of Paris, Marseille and Lyon begin with the code of an arrondissement. A QPV code names no commune: nothing to compare.
    static bool IsInside(AgreementDraft draft, string iris, IReadOnlySet<string> communes)
        => draft.Library.Communes.ToCurrent(iris.AsSpan(0, 5)) is { } commune && communes.Contains(commune);

    static Dictionary<string, IReadOnlyList<string>> Columns(AgreementDraft draft, YamlMap map, IReadOnlyCollection<string> divisions)
    {
        var columns = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (id, value) in map.Entries)
        {
            if (!draft.Library.Formats.TryGetValue(id, out var format))
            {
                draft.Refuse(value, FaultCodes.UnknownFormat, string.Join(", ", draft.Library.Formats.Keys));
                continue;
            }

            var list = (YamlList)value;
            foreach (var column in list.Scalars)
                Check(draft, format, column, divisions);
            columns[id] = [.. list.Scalars.Select(column => column.Text)];
        }

        return columns;
    }

    // A column without listed codes would let nobody in; it is a mistake, and asking a body for it would be for nothing.
    static void Check(AgreementDraft draft, ExtractFormat format, YamlScalar column, IReadOnlyCollection<string> divisions)
    {
        var known = divisions.Where(division => format.Personnes.Find(division) is not null).ToList();
        if (!known.Contains(column.Text))
            draft.Refuse(column, FaultCodes.QuartierColumn, format.Id, string.Join(", ", known));
    }
}
