using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using NonRecoursMatch.Columns;
using NonRecoursMatch.Rights.Articles;
using NonRecoursMatch.Rights.C2s;
using NonRecoursMatch.Rights.Communs;
using NonRecoursMatch.Rights.Foyers;
using NonRecoursMatch.Rights.MinimumVieillesse;
using NonRecoursMatch.Rights.Parameters;
using NonRecoursMatch.Rights.Ppa;
using NonRecoursMatch.Rights.Rsa;

namespace NonRecoursMatch.Rights.Explanations;

/// <summary>The rule of a benefit and its values in force in a month, with their references.</summary>
public sealed class RuleSheet
{
    static readonly Dictionary<string, (Type[] Rules, string[] Parameters)> s_benefits = new(StringComparer.Ordinal)
    {
        ["rsa"] = ([typeof(EnfantsACharge), typeof(Isolement), typeof(RevenusDerives), typeof(RessourcesRsa), typeof(PrestationsFamiliales), typeof(Forfaits), typeof(RsaRule)], ["rsa.", "famille.", "epargne."]),
        ["ppa"] = ([typeof(EnfantsACharge), typeof(Isolement), typeof(PrestationsFamiliales), typeof(Forfaits), typeof(PpaMois), typeof(PpaRule)], ["ppa.", "famille.", "smic."]),
        ["c2s"] = ([typeof(C2sRessources), typeof(C2sPresomptions), typeof(C2sRule), typeof(C2sParRsa)], ["c2s.", "rsa.montant_base"]),
        ["aspa"] = ([typeof(Examines), typeof(RessourcesMinimumVieillesse), typeof(AspaAsi)], ["aspa.", "smic.", "retraite."]),
        ["asi"] = ([typeof(Examines), typeof(RessourcesMinimumVieillesse), typeof(AspaAsi)], ["asi.", "aspa.", "smic."]),
    };

    readonly string _benefit;
    readonly YearMonth _month;
    readonly bool _french;
    readonly RightsParameters _parameters;
    readonly IReadOnlyList<ParameterInForce> _values;

    /// <summary>Prepares the sheet.</summary>
    /// <exception cref="RightsDataException">The benefit or the month is not known.</exception>
    public RuleSheet(string benefit, YearMonth month, RightsParameters parameters, bool french)
    {
        if (!s_benefits.TryGetValue(benefit, out var known))
            throw new RightsDataException($"{benefit}: no such benefit; one of {string.Join(' ', s_benefits.Keys)}");
        (_benefit, _month, _french, _parameters) = (benefit, month, french, parameters);
        _values = [.. parameters.InForce(month).Where(entry => known.Parameters.Any(prefix => entry.Parameter.Id.StartsWith(prefix, StringComparison.Ordinal)))];
    }

    /// <summary>The benefits that have a sheet.</summary>
    public static IReadOnlyCollection<string> Benefits => s_benefits.Keys;

    /// <summary>For people.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{_benefit.ToUpperInvariant()} — {_month}").AppendLine().AppendLine(_french ? "Règle" : "Rule");
        foreach (var (step, articles) in Steps())
            text.AppendLine(CultureInfo.InvariantCulture, $"  {step} [{articles}]");
        text.AppendLine().AppendLine(_french ? "Valeurs en vigueur" : "Values in force");
        foreach (var (parameter, value) in _values.Select(entry => (entry.Parameter, entry.Value)))
        {
            var estimated = value.Status == ParameterStatus.Estimated ? (_french ? " — ESTIMÉ" : " — ESTIMATED") : "";
            var axis = parameter.Axis == ParameterAxis.ReferenceMonth ? (_french ? "mois de référence" : "reference month") : (_french ? "mois de droit" : "month of right");
            text.AppendLine(CultureInfo.InvariantCulture, $"  {value.Value,12:0.######} {parameter.Unit} | {(_french ? parameter.Fr : parameter.En)} | {(_french ? "depuis" : "since")} {value.From} | {axis} | {parameter.Article} | {value.Reference}{estimated}");
        }

        text.AppendLine().AppendLine(_french ? "Non modélisé" : "Not modelled");
        foreach (var rule in _parameters.Unmodelled.Where(rule => rule.Benefit == _benefit))
            text.AppendLine(CultureInfo.InvariantCulture, $"  - {(_french ? rule.Fr : rule.En)} [{rule.Article}]");
        return text.ToString();
    }

    /// <summary>For programs.</summary>
    public JsonObject ToJson() => new()
    {
        ["benefit"] = _benefit,
        ["month"] = _month.ToString(),
        ["steps"] = new JsonArray([.. Steps().Select(step => new JsonObject { ["step"] = step.Step, ["articles"] = step.Articles })]),
        ["parameters"] = new JsonArray([.. _values.Select(entry => new JsonObject
        {
            ["id"] = entry.Parameter.Id,
            ["label"] = _french ? entry.Parameter.Fr : entry.Parameter.En,
            ["value"] = entry.Value.Value,
            ["unit"] = entry.Parameter.Unit,
            ["from"] = entry.Value.From.ToString(),
            ["axis"] = entry.Parameter.Axis == ParameterAxis.ReferenceMonth ? "reference_month" : "right_month",
            ["status"] = entry.Value.Status == ParameterStatus.Estimated ? "estimated" : "published",
            ["article"] = entry.Parameter.Article,
            ["reference"] = entry.Value.Reference,
        })]),
        ["unmodelled"] = new JsonArray([.. _parameters.Unmodelled.Where(rule => rule.Benefit == _benefit).Select(rule => (JsonNode)rule.Id)]),
    };

    /// <summary>The steps of the rule with their articles, as written on the methods.</summary>
    internal IEnumerable<(string Step, string Articles)> Steps()
        => s_benefits[_benefit].Rules.SelectMany(rule => rule.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .OrderBy(method => method.MetadataToken)
            .Select(method => (Method: method, Articles: method.GetCustomAttributes<ArticleAttribute>().Select(article => article.Reference).ToList()))
            .Where(entry => entry.Articles.Count > 0)
            .Select(entry =>
            {
                var label = entry.Method.GetCustomAttribute<EtapeAttribute>();
                return ($"{rule.Name}.{entry.Method.Name}" + (label is null ? "" : $" : {(_french ? label.Fr : label.En)}"), string.Join(" ; ", entry.Articles));
            }));
}
