using System.Globalization;
using System.Text.Json;
using NonRecoursMatch.Rights.Households;
using NonRecoursMatch.Rights.Parameters;
using Xunit.Abstractions;

namespace NonRecoursMatch.Tests.Rights.Oracle;

/// <summary>
/// The 1,800 households made with OpenFisca-France where it agrees with the law: amounts within 0.02 €, the same C2S status. Null is not compared.
/// </summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    const double Tolerance = 0.02;

    public static TheoryData<string> Months => ["2024-06", "2025-01", "2025-05", "2025-09", "2026-01", "2026-07"];

    [Theory]
    [MemberData(nameof(Months))]
    public void Every_comparable_value_equals_the_oracle_with_the_law_in_force(string month)
        => Differences(month, ReferenceData.Parameters).ShouldBeEmpty();

    List<string> Differences(string month, RightsParameters parameters)
    {
        var path = Repository.Path("tests", "NonRecoursMatch.Tests", "Rights", "Oracle", $"rights-{month}.jsonl");
        using var results = new MemoryStream();
        using (var input = File.OpenRead(path))
            HouseholdFile.Compute(input, results, parameters, _ => true, defaultMonth: null, french: false, threads: 2, CancellationToken.None).Refused.ShouldBe(0);
        results.Position = 0;
        using var reader = new StreamReader(results);
        var compared = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var differences = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            using var given = JsonDocument.Parse(line);
            using var got = JsonDocument.Parse(reader.ReadLine()!);
            var id = given.RootElement.GetProperty("id").GetString()!;
            got.RootElement.GetProperty("id").GetString().ShouldBe(id);
            foreach (var expected in given.RootElement.GetProperty("expected").EnumerateObject().Where(value => value.Value.ValueKind != JsonValueKind.Null))
            {
                compared[expected.Name] = compared.GetValueOrDefault(expected.Name) + 1;
                var computed = got.RootElement.GetProperty(expected.Name);
                var equal = expected.Value.ValueKind == JsonValueKind.String
                    ? expected.Value.GetString() == computed.GetString()
                    : Math.Abs(expected.Value.GetDouble() - computed.GetDouble()) <= Tolerance;
                if (!equal)
                    differences.Add($"{id} {expected.Name}: expected {expected.Value}, computed {computed}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{month}: {string.Join(", ", compared.Select(pair => $"{pair.Key} {pair.Value}"))} compared, {differences.Count} differences"));
        return differences;
    }
}
