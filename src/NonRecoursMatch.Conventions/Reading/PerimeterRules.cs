using System.Globalization;
using NonRecoursMatch.Conventions.Faults;
using NonRecoursMatch.Conventions.Territories;

namespace NonRecoursMatch.Conventions.Reading;

/// <summary>Which territory, which communes: a known one of the 39, and never a commune outside it.</summary>
static class PerimeterRules
{
    static readonly string[] _levels = [QuartierRules.Level, "communal", "intercommunal", "departement"];

    /// <summary>The territory, or null with a fault: unknown, or one whose code is not established.</summary>
    public static Territory? Territory(AgreementDraft draft)
    {
        var scalar = draft.Document.Scalar("territoire");
        var territories = draft.Library.Territories;
        var territory = territories.Find(scalar.Text);
        if (territory is null)
        {
            var suggestions = territories.Suggest(scalar.Text).Select(near => $"{near.Name} ({near.Code})");
            draft.Refuse(scalar, FaultCodes.UnknownTerritory, string.Join(" ; ", suggestions) is { Length: > 0 } some ? some : "—");
        }
        else if (!territory.IsEstablished)
        {
            draft.Refuse(scalar, FaultCodes.TerritoryNotEstablished, territory.Name);
            return null;
        }

        return territory;
    }

    /// <summary>The communes, or null with a fault.</summary>
    public static Perimeter? Perimeter(AgreementDraft draft, Territory? territory)
    {
        var map = draft.Document.Map("perimetre");
        var year = map.Scalar("millesime_cog");
        if (!year.Text.Equals(CommuneTable.CogYear.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            draft.Refuse(year, FaultCodes.CogYear, CommuneTable.CogYear.ToString(CultureInfo.InvariantCulture));
        if (territory is null)
            return null;

        var level = map.Scalar("niveau");
        var own = territory.Kind switch { "commune" => "communal", "epci" => "intercommunal", _ => "departement" };
        var isList = map.Find("communes") is YamlList;
        if (Array.IndexOf(_levels, level.Text) > Array.IndexOf(_levels, own))
            draft.Refuse(level, FaultCodes.LevelTooWide, own);
        else if (level.Text is not QuartierRules.Level && !level.Text.Equals(own, StringComparison.Ordinal) && !isList)
            draft.Refuse(map.Find("communes")!, FaultCodes.LevelNeedsList, level.Text, own);

        var all = draft.Library.Communes.Of(territory).Select(commune => commune.Code).ToHashSet(StringComparer.Ordinal);
        var listed = isList ? Listed(draft, territory, all, map.List("communes")) : all;
        var border = map.Find("communes_frontalieres") switch
        {
            YamlList list => Listed(draft, territory, all, list),
            YamlScalar => listed,
            _ => [],
        };
        return new Perimeter(CommuneTable.CogYear, listed)
        {
            Border = border,
            Names = listed.ToDictionary(code => code, code => draft.Library.Communes.Find(code)?.Name ?? code, StringComparer.Ordinal),
            Quartiers = QuartierRules.Quartiers(draft, map, listed),
        };
    }

    static HashSet<string> Listed(AgreementDraft draft, Territory territory, HashSet<string> all, YamlList list)
    {
        foreach (var code in list.Scalars)
            CheckCommune(draft, territory, all, code);
        return list.Scalars.Select(code => code.Text).ToHashSet(StringComparer.Ordinal);
    }

    static void CheckCommune(AgreementDraft draft, Territory territory, HashSet<string> all, YamlScalar code)
    {
        var communes = draft.Library.Communes;
        if (all.Contains(code.Text))
            return;
        if (communes.Find(code.Text) is { } other)
            draft.Refuse(code, FaultCodes.CommuneOutside, other.Name, territory.Name);
        else if (communes.ToCurrent(code.Text) is { } current)
            draft.Refuse(code, FaultCodes.CommuneNotCurrent, current, communes.Find(current)?.Name ?? "");
        else
            draft.Refuse(code, FaultCodes.UnknownCommune, CommuneTable.CogYear.ToString(CultureInfo.InvariantCulture));
    }
}
