using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>The published counts as the pages read them: <c>statistiques</c> of a report. Nothing else of a report's counts reaches a page.</summary>
sealed class Published(JsonObject statistics, ReportTexts texts)
{
    public int SmallCell => (int)statistics["petite_cellule"]!.GetValue<long>();

    /// <summary>The names under a table, in their order; none when the table is not there.</summary>
    public IReadOnlyList<string> Names(string table) => At(table) is JsonObject node ? [.. node.Select(entry => entry.Key)] : [];

    /// <summary>A count, or null when it is masked or not there.</summary>
    public long? Count(string path) => At(path) is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.GetValue<long>() : null;

    /// <summary>A count in words: a number, the mark, or a dash where there is none.</summary>
    public string Shown(string path) => At(path) is null ? texts.Get("sans_objet") : Shown(Count(path));

    /// <summary>A count in words.</summary>
    public string Shown(long? count) => count is { } number ? ReportTexts.Number(number) : texts.Get("masque");

    /// <summary>Its share of another, for the width of a bar: nothing where one is masked.</summary>
    public string Width(string path, long most) => Hundredths(Count(path) is { } count && most > 0 ? (double)count / most : 0);

    /// <summary>A share as the length of a bar of 100.</summary>
    public static string Hundredths(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture);

    JsonNode? At(string path) => path.Split('/').Aggregate((JsonNode?)statistics, (node, part) => (node as JsonObject)?[part]);
}
