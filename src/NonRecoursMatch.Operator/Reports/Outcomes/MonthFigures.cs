using System.Text.Json;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Operator.Lists.Revisions;

namespace NonRecoursMatch.Operator.Reports.Outcomes;

/// <summary>What a year's report reads of the report of one month: exact counts, which the operator has.</summary>
/// <param name="Month">Month.</param>
/// <param name="Revision">Revision.</param>
/// <param name="Sources">Extracts received.</param>
/// <param name="Lists">Bodies that were given a list.</param>
/// <param name="Listed">Rows listed, by benefit.</param>
/// <param name="Opposed">Rows that oppositions took out of the extracts.</param>
/// <param name="Test">Whether it is made of test data.</param>
sealed record MonthFigures(YearMonth Month, int Revision, int Sources, int Lists, IReadOnlyDictionary<string, long> Listed, long Opposed, bool Test)
{
    /// <summary>Reads a result.</summary>
    /// <exception cref="OperatorException">It is none, or of another agreement.</exception>
    public static MonthFigures Read(string folder, Agreement agreement)
    {
        var path = Path.Combine(folder, PreviousResult.ReportFile);
        if (!File.Exists(path))
            throw new OperatorException(Refusal.InputMissing, $"{folder}: no finished result here (no {PreviousResult.ReportFile})");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var report = document.RootElement;
            if (report.GetProperty("convention").GetString() is var convention && convention != agreement.Id)
                throw new OperatorException(Refusal.OtherCampaign, $"{folder}: holds a result of {convention}; {agreement.Id} is expected");
            var balances = report.GetProperty("bilan");
            return new MonthFigures(
                YearMonth.Parse(report.GetProperty("mois").GetString() ?? ""),
                report.GetProperty("revision").GetInt32(),
                report.GetProperty("sources").GetArrayLength(),
                balances.GetProperty("listes").EnumerateObject().Count(list => Rows(list.Value) > 0),
                balances.GetProperty("foyers").EnumerateObject().ToDictionary(benefit => benefit.Name, benefit => Rows(benefit.Value), StringComparer.Ordinal),
                balances.GetProperty("detenteurs").EnumerateObject().SelectMany(source => source.Value.EnumerateObject()).Sum(table => Drop(table.Value, "oppose")),
                report.GetProperty("test").GetBoolean());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new OperatorException(Refusal.Altered, $"{path}: not a report");
        }
    }

    static long Rows(JsonElement balance) => balance.GetProperty("lignes_sorties").GetInt64();

    static long Drop(JsonElement balance, string cause) => balance.GetProperty("ecarts").TryGetProperty(cause, out var count) ? count.GetInt64() : 0;
}
