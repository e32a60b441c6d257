using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions;
using NonRecoursMatch.Rights.Households;
using YamlDotNet.Serialization;

namespace NonRecoursMatch.Tests.Rights.Cases;

/// <summary>Expert cases of described households: <c>conventions/rights/cases/foyers/*.yaml</c>, through the same file computation as the command.</summary>
public class HouseholdCases
{
    static readonly string[] s_texts = ["depcom", "month", "birth", "id", "nationality"];
    static readonly Dictionary<string, (JsonObject Foyer, JsonObject Expected)> s_cases = Load();
    static readonly ConventionLibrary s_library = ConventionLibrary.Open();

    public static TheoryData<string> Names { get; } = [.. s_cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_household_gives_what_the_expert_wrote(string name)
    {
        var (foyer, expected) = s_cases[name];
        var result = Compute(foyer);
        foreach (var (key, value) in expected)
        {
            if (key == "verdict")
            {
                foreach (var (benefit, verdict) in value!.AsObject())
                    ((string?)result["verdict"]![benefit]).ShouldBe((string?)verdict, $"{name}: verdict of {benefit} in {result}");
            }
            else
            {
                (result[key]?.ToJsonString() ?? "null").ShouldBe(value?.ToJsonString() ?? "null", $"{name}: {key} in {result}");
            }
        }
    }

    [Fact]
    public void There_are_cases_for_each_benefit() => s_cases.Count.ShouldBeGreaterThan(70);

    static JsonObject Compute(JsonObject foyer)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(foyer.ToJsonString()));
        using var output = new MemoryStream();
        HouseholdFile.Compute(input, output, ReferenceData.Parameters, code => s_library.Communes.ToCurrent(code) is not null, null, true, 1, CancellationToken.None);
        return JsonNode.Parse(output.ToArray())!.AsObject();
    }

    static Dictionary<string, (JsonObject Foyer, JsonObject Expected)> Load()
    {
        var cases = new Dictionary<string, (JsonObject, JsonObject)>();
        foreach (var path in Directory.GetFiles(Path.Combine(ReferenceData.Folder, "cases", "foyers"), "*.yaml").Order(StringComparer.Ordinal))
        {
            var document = new DeserializerBuilder().WithDuplicateKeyChecking().Build().Deserialize<Dictionary<object, object>>(File.ReadAllText(path));
            var common = ((Dictionary<object, object>)document["par_defaut"])["foyer"];
            foreach (var entry in ((List<object>)document["cas"]).Cast<Dictionary<object, object>>())
            {
                entry.Keys.Except(["nom", "foyer", "calcul", "attendu"]).ShouldBeEmpty();
                var foyer = Json("", common)!.AsObject();
                foreach (var (key, value) in entry.TryGetValue("foyer", out var own) ? (Dictionary<object, object>)own : [])
                    foyer[(string)key] = Json((string)key, value);
                cases.Add($"{Path.GetFileNameWithoutExtension(path)}: {entry["nom"]}", (foyer, Json("", entry["attendu"])!.AsObject()));
            }
        }

        return cases;
    }

    static JsonNode? Json(string key, object? value) => value switch
    {
        Dictionary<object, object> map => new JsonObject(map.Select(pair => KeyValuePair.Create((string)pair.Key, Json((string)pair.Key, pair.Value)))),
        List<object> list => new JsonArray([.. list.Select(item => Json("", item))]),
        null or "null" => null,
        "true" or "false" => JsonValue.Create((string)value == "true"),
        string text when !s_texts.Contains(key) && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _) => JsonNode.Parse(JsonSerializer.Serialize(double.Parse(text, CultureInfo.InvariantCulture))),
        _ => JsonValue.Create((string)value),
    };
}
