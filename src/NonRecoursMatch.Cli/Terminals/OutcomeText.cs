using System.Text.Json.Nodes;
using NonRecoursMatch.Cli.Texts;

namespace NonRecoursMatch.Cli.Terminals;

/// <summary>The report of the follow-up for people: the document as it is published, benefit by benefit.</summary>
static class OutcomeText
{
    /// <summary>Says it.</summary>
    public static void Write(TextWriter output, JsonObject report)
    {
        if (report["test"]!.GetValue<bool>())
            output.WriteLine("TEST");
        foreach (var (benefit, outcomes) in report["suivi"]!.AsObject())
        {
            output.WriteLine(benefit);
            foreach (var (outcome, count) in outcomes!.AsObject())
                output.WriteLine($"  {outcome,-20} {Number(count),8}");
            output.WriteLine("  " + Rate(report["precision"]![benefit]!.AsObject()));
            foreach (var (dimension, benefits) in report["segments"]!.AsObject())
            {
                if (benefits![benefit] is not JsonObject values)
                    continue;
                output.WriteLine("  " + CliTexts.Get("Outcome.Segment." + dimension));
                foreach (var (value, counts) in values)
                    output.WriteLine($"    {value} : " + Rate(counts!.AsObject()));
            }

            Months(output, report["mois_jusqu_a_ouverture"]![benefit]);
        }

        foreach (var (benefit, seen) in report["ouvertures_vues_sans_fiche"]!.AsObject())
        {
            output.WriteLine(CliTexts.Format("Outcome.Seen", benefit, Number(seen!["ouvertes"]), Number(seen["suivies"])));
            Months(output, seen["mois"]);
        }
    }

    static void Months(TextWriter output, JsonNode? months)
    {
        if (months is JsonObject { Count: > 0 } counts)
            output.WriteLine("  " + CliTexts.Format("Outcome.Months", string.Join(", ", counts.Select(month => CliTexts.Format("Outcome.Month", month.Key, Number(month.Value))))));
    }

    static string Rate(JsonObject counts)
        => counts["taux"] is { } rate ? CliTexts.Format("Outcome.Precision", Number(counts["verifiees"]), Number(counts["reponses"]), string.Format(CliTexts.Language, "{0:P0}", rate.GetValue<double>()))
            : CliTexts.Format("Outcome.Answers", Number(counts["verifiees"]), Number(counts["reponses"]));

    /// <summary>A count, or the word for one that is masked.</summary>
    public static string Number(JsonNode? count)
        => count is JsonValue value && value.TryGetValue<long>(out var number) ? number.ToString("N0", CliTexts.Language) : CliTexts.Get("Outcome.Masked");
}
