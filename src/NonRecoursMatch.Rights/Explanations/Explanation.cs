using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NonRecoursMatch.Rights.Evaluation;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.Households;
using NonRecoursMatch.Rights.Lois;
using NonRecoursMatch.Rights.Parameters;

namespace NonRecoursMatch.Rights.Explanations;

/// <summary>The computation of one household, step by step: the same rules as everywhere, with a trace.</summary>
public sealed class Explanation
{
    readonly LawBook _laws;
    readonly RightsParameters _parameters;
    readonly bool _french;
    readonly HouseholdResult _result = new();
    readonly Trace _trace = new();
    readonly string? _id;

    /// <summary>Computes a household whose amounts are in place.</summary>
    public Explanation(Household household, LawBook laws, RightsParameters parameters, bool french)
    {
        (_laws, _parameters, _french, _id) = (laws, parameters, french, household.Id);
        var (columns, engine) = (new FoyerColumns(), new RightsEngine());
        columns.Clear(laws.Mois);
        HouseholdColumns.Add(columns, household, laws);
        engine.Compute(columns, laws, _trace);
        _result.Take(engine, 0);
        new HouseholdVerdicts(parameters, french).Decide(household, laws, _result);
    }

    /// <summary>The steps taken.</summary>
    public IReadOnlyList<ExplainedStep> Steps => _trace.Steps;

    /// <summary>The result explained.</summary>
    public HouseholdResult Result => _result;

    /// <summary>For people: one line a step, with its value and articles, by benefit.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{_id} — {_laws.Mois}");
        foreach (var benefit in HouseholdResult.Benefits)
        {
            var index = HouseholdResult.Benefits.Index().First(entry => entry.Item == benefit).Index;
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{benefit.ToUpperInvariant()} : {JsonNamingPolicy.SnakeCaseLower.ConvertName(_result.Verdicts[index].ToString())}");
            foreach (var step in Steps.Where(step => step.Benefit == benefit))
            {
                var label = (_french ? step.Fr : step.En) + (step.Detail.Length == 0 ? "" : $" ({step.Detail})");
                text.AppendLine(CultureInfo.InvariantCulture, $"  {Value(step),22}  {label} [{string.Join(" ; ", step.Articles)}]");
            }
        }

        List(text, _french ? "Données manquantes, et ce qui en tient lieu" : "Missing inputs, and what stands for them", _result.Missing.Select(Default));
        List(text, _french ? "À demander" : "To ask", _result.Questions);
        List(text, _french ? "À dire" : "To say", _result.Cautions);
        List(text, _french ? "Valeurs estimées" : "Estimated values", _result.Estimated);
        List(text, _french ? "Non modélisé" : "Not modelled", _result.Unmodelled.Select(Rule));
        return text.ToString();
    }

    /// <summary>For programs.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = _id,
        ["month"] = _laws.Mois.ToString(),
        ["verdict"] = new JsonObject(HouseholdResult.Benefits.Index().Select(entry
            => KeyValuePair.Create<string, JsonNode?>(entry.Item, JsonNamingPolicy.SnakeCaseLower.ConvertName(_result.Verdicts[entry.Index].ToString())))),
        ["steps"] = new JsonArray([.. Steps.Select(step => new JsonObject
        {
            ["benefit"] = step.Benefit,
            ["step"] = step.Step,
            ["label"] = _french ? step.Fr : step.En,
            ["month"] = step.Detail.Length == 0 ? null : step.Detail,
            ["value"] = Math.Round(step.Value, 4),
            ["unit"] = step.Unit,
            ["articles"] = new JsonArray([.. step.Articles.Select(article => (JsonNode)article)]),
        })]),
        ["missing"] = Array(_result.Missing),
        ["questions"] = Array(_result.Questions),
        ["cautions"] = Array(_result.Cautions),
        ["estimated"] = Array(_result.Estimated),
        ["unmodelled"] = Array(_result.Unmodelled),
    };

    static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    static string Value(ExplainedStep step)
        => step.Unit.StartsWith('€') ? step.Value.ToString("0.00", CultureInfo.InvariantCulture) + " " + step.Unit
            : step.Value.ToString("0.##", CultureInfo.InvariantCulture) + " " + step.Unit;

    static void List(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
            return;
        text.AppendLine().AppendLine(title);
        foreach (var line in all)
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {line}");
    }

    string Default(string id)
    {
        var rule = _parameters.Inputs.First(rule => rule.Id == id);
        return $"{id}{(_french ? " : " : ": ")}{(_french ? rule.DefaultFr : rule.DefaultEn)}";
    }

    string Rule(string id)
        => _parameters.Unmodelled.FirstOrDefault(rule => rule.Id == id) is { } rule ? $"{id}{(_french ? " : " + rule.Fr : ": " + rule.En)} [{rule.Article}]" : id;
}
