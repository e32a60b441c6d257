using System.Text.Json;
using System.Text.Json.Nodes;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>What the report of the month before published.</summary>
/// <param name="Month">That month.</param>
/// <param name="Statistics">Its published counts; the exact ones are not read.</param>
public sealed record MonthBefore(string Month, JsonObject Statistics)
{
    /// <summary>Reads a report.</summary>
    /// <exception cref="OperatorException">There is none, or it is not that of the month before of this territory.</exception>
    public static MonthBefore Read(string path, Agreement agreement, YearMonth month)
    {
        if (!File.Exists(path))
            throw new OperatorException(Refusal.InputMissing, $"{path}: no report here");
        return Find(path, agreement, month)
            ?? throw new OperatorException(Refusal.OtherCampaign, $"{path}: not the report of {agreement.Territory.Name}, {month.AddMonths(-1)}");
    }

    /// <summary>Reads a report; null when it is not that of the month before of this territory.</summary>
    public static MonthBefore? Find(string path, Agreement agreement, YearMonth month)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllBytes(path)) is JsonObject report && Text(report["mois"]) == month.AddMonths(-1).ToString()
                && Text(report["territoire"]) == agreement.Territory.Code && report["statistiques"] is JsonObject statistics
                    ? new MonthBefore(Text(report["mois"])!, statistics)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static string? Text(JsonNode? value) => value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : null;
}
