using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Texts;
using NonRecoursMatch.Holder.Oppositions;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>What may be said of a register: numbers.</summary>
/// <param name="InForce">Oppositions that count, by scope.</param>
/// <param name="Ended">Past their end, still there.</param>
/// <param name="NextEnd">Day on which the next one ends; null without any.</param>
/// <param name="Expired">Removed at their end.</param>
/// <param name="Withdrawn">Taken back by the persons.</param>
sealed record OppositionCounts(IReadOnlyDictionary<string, int> InForce, int Ended, DateOnly? NextEnd, long Expired, long Withdrawn)
{
    /// <summary>Counts a register.</summary>
    public static OppositionCounts Of(OppositionRegister register, int months, DateOnly today)
    {
        var inForce = register.InForce(months, today);
        var scopes = new SortedDictionary<string, int>(inForce.GroupBy(entry => entry.Portee).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal), StringComparer.Ordinal);
        return new OppositionCounts(scopes, register.Entries.Count - inForce.Count, inForce.Count == 0 ? null : inForce.Min(entry => entry.EndOf(months)), register.Expired, register.Withdrawn);
    }

    /// <summary>For programs.</summary>
    public JsonObject Json() => new()
    {
        ["en_cours"] = InForce.Values.Sum(),
        ["par_portee"] = new JsonObject(InForce.Select(scope => KeyValuePair.Create<string, JsonNode?>(scope.Key, scope.Value))),
        ["prochaine_fin"] = NextEnd?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["echues"] = Ended,
        ["supprimees_a_leur_fin"] = Expired,
        ["levees"] = Withdrawn,
    };

    /// <summary>For people.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine(CliTexts.Format("Opposition.InForce", InForce.Values.Sum()));
        foreach (var (scope, count) in InForce)
            output.WriteLine($"  {scope} : {count}");
        if (NextEnd is { } next)
            output.WriteLine(CliTexts.Format("Opposition.NextEnd", CliTexts.Date(next)));
        output.WriteLine(CliTexts.Format("Opposition.Past", Ended, Expired, Withdrawn));
    }
}
