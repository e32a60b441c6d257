using System.Text;
using System.Text.Json.Nodes;
using NonRecoursMatch.Rights.Households;

namespace NonRecoursMatch.Tests.Rights.Households;

/// <summary>Any plausible household of the contract, from a seed, and its result.</summary>
static class RandomHousehold
{
    static readonly string[] s_incomes =
    [
        "wage_net", "unemployment", "pension_net", "invalidity", "sick", "maternity", "alimony_received", "alimony_paid", "aah", "ass", "asi", "micro_profit",
        "apprentice_pay", "capital_income", "rental_income", "training", "partial_unemployment", "work_accident_rent", "exceptional", "savings_livret_a", "savings_other",
    ];

    static readonly string[] s_flags = ["student", "pregnant", "disabled", "unfit", "youth_hours_ok", "alsace_moselle", "lives_with_parents", "tax_dependent"];
    static readonly string[] s_months = ["2023-01", "2024-04", "2025-02", "2025-03", "2026-01", "2026-07", "2026-10"];
    static readonly string[] s_housing = ["tenant", "social_tenant", "owner", "owner_buying", "free", "free_paying", "home", "unknown"];
    static readonly string[] s_communes = ["35236", "75056", "97411", "97608"];

    public static JsonObject Of(int seed)
    {
        var random = new Random(seed);
        var household = new JsonObject
        {
            ["id"] = $"h{seed}",
            ["month"] = s_months[random.Next(s_months.Length)],
            ["depcom"] = s_communes[random.Next(s_communes.Length)],
            ["housing"] = s_housing[random.Next(s_housing.Length)],
            ["rent"] = random.Next(2) * 400,
            ["housing_aid"] = random.Next(2) * random.Next(300),
            ["af"] = random.Next(3) switch { 0 => 153.01, 1 => 425.57, _ => 0 },
            ["cf"] = random.Next(4) switch { 0 => 199.15, 1 => 298.77, _ => 0 },
            ["asf"] = random.Next(4) == 0 ? 201.78 : 0,
            ["married"] = random.Next(2) == 0,
            ["isolated_recent"] = random.Next(3) == 0,
            ["adults"] = new JsonArray([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Person(random, 16, 90, 2))]),
            ["children"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Person(random, 0, 20, 5))]),
        };
        return household;
    }

    /// <summary>The same in another month of right.</summary>
    public static JsonObject Of(int seed, string month)
    {
        var household = Of(seed);
        household["month"] = month;
        return household;
    }

    public static JsonObject Result(JsonObject household) => Results([household])[0];

    public static List<JsonObject> Results(IEnumerable<JsonObject> households, int threads = 1)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', households.Select(household => household.ToJsonString()))));
        using var output = new MemoryStream();
        HouseholdFile.Compute(input, output, ReferenceData.Parameters, _ => true, null, false, threads, CancellationToken.None);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    static JsonObject Person(Random random, int youngest, int oldest, int rarity)
    {
        var person = new JsonObject { ["birth"] = $"{2022 - random.Next(youngest, oldest)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}" };
        foreach (var income in s_incomes.Where(_ => random.Next(4 * rarity) == 0))
        {
            person[income] = random.Next(3) == 0
                ? new JsonArray([.. Enumerable.Range(0, 16).Select(_ => (JsonNode)(random.Next(3) == 0 ? 0 : random.Next(2000)))])
                : random.Next(2000);
        }

        foreach (var flag in s_flags.Where(_ => random.Next(6 * rarity) == 0))
            person[flag] = true;
        if (youngest == 0 && random.Next(5) == 0)
            person["alternating"] = true;
        if (random.Next(8) == 0)
            person["incapacity_rate"] = random.Next(2) * 0.5;
        if (random.Next(6) == 0)
            (person["nationality"], person["permit_years"]) = (random.Next(2) == 0 ? "DZ" : "PT", random.Next(15));
        if (random.Next(8) == 0)
            person["tns_annual"] = new JsonObject { [$"{2022 + random.Next(4)}"] = random.Next(20000) };
        return person;
    }
}
