using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Conventions.Rendering;

namespace NonRecoursMatch.Conventions.Comparing;

/// <summary>
/// What differs between two versions of an agreement: the columns that its files must have, what they are written in, and every other clause as
/// <c>convention show --json</c> gives it. Where the files lie and what has arrived is no part of what was signed.
/// </summary>
public static class AgreementComparison
{
    static readonly HashSet<string> s_notSigned = ["path", "sha256", "files", "folder", "missing_tables", "sidecar", "oppositions"];

    /// <summary>The order of these lists says who comes first.</summary>
    static readonly HashSet<string> s_ordered = ["contact_order", "fact_order"];

    /// <summary>The differences: files first, then the clauses.</summary>
    public static IReadOnlyList<Difference> Compare(Agreement before, Agreement after)
    {
        List<Difference> found = [];
        var list = new DifferenceList("", found);
        CompareColumns(before, after, list);
        CompareNodes(AgreementJson.Of(before), AgreementJson.Of(after), list, "", ordered: false);
        return found;
    }

    static void CompareColumns(Agreement before, Agreement after, DifferenceList list)
    {
        var (old, here) = (Columns(before), Columns(after));
        foreach (var column in old.Except(here))
            list.At(column).Add(DifferenceCodes.ColonneNonListee);
        foreach (var column in here.Except(old))
            list.At(column).Add(DifferenceCodes.ColonneListee);
    }

    static List<string> Columns(Agreement agreement)
        => [.. agreement.Sources.Select(source => source.Format).DistinctBy(format => format.Id)
            .SelectMany(format => agreement.TablesOf(format).SelectMany(table => agreement.ColumnsOf(format, table).Select(column => $"{format.Id}.{table.Name}.{column}")))];

    static void CompareNodes(JsonNode? before, JsonNode? after, DifferenceList list, string key, bool ordered)
    {
        if (IsList(before) && IsList(after))
        {
            CompareLists(Texts(before!), Texts(after!), list, ordered);
        }
        else if (before is JsonObject or JsonArray && after is JsonObject or JsonArray)
        {
            var (old, here) = (Parts(before), Parts(after));
            foreach (var name in here.Keys.Union(old.Keys, StringComparer.Ordinal).Where(name => !s_notSigned.Contains(name)))
                CompareNodes(old.GetValueOrDefault(name), here.GetValueOrDefault(name), list.At(name), name, ordered || s_ordered.Contains(name));
        }
        else
        {
            list.Compare(key is "encoding" or "format" ? DifferenceCodes.FichierDeSource : DifferenceCodes.Clause, Text(before), Text(after));
        }
    }

    /// <summary>Only what comes or goes, because a perimeter has hundreds of communes; both in full when the order alone changed.</summary>
    static void CompareLists(List<string> before, List<string> after, DifferenceList list, bool ordered)
    {
        var gone = before.Except(after, StringComparer.Ordinal).ToList();
        var fresh = after.Except(before, StringComparer.Ordinal).ToList();
        if (gone.Count + fresh.Count > 0 && !ordered)
            list.Add(DifferenceCodes.Clause, string.Join(", ", gone), string.Join(", ", fresh));
        else if (ordered)
            list.Compare(DifferenceCodes.Clause, string.Join(", ", before), string.Join(", ", after));
    }

    static bool IsList(JsonNode? node) => node is JsonArray list && list.All(item => item is JsonValue);

    static List<string> Texts(JsonNode list) => [.. list.AsArray().Select(Text)];

    /// <summary>Members of an object; items of a list by the name that they carry.</summary>
    static Dictionary<string, JsonNode?> Parts(JsonNode node)
        => node is JsonObject members
            ? members.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)
            : node.AsArray().DistinctBy(Name).ToDictionary(Name, item => item, StringComparer.Ordinal);

    static string Name(JsonNode? item) => (item!["id"] ?? item["name"] ?? item["prestation"])!.GetValue<string>();

    static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value => value.ToString(),
        JsonArray list => string.Join(", ", list.Select(Text)),
        _ => string.Join(", ", Parts(node).Where(part => part.Value is JsonValue && !s_notSigned.Contains(part.Key)).Select(part => $"{part.Key} {Text(part.Value)}")),
    };
}
