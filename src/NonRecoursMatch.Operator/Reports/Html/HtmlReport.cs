using System.Globalization;
using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>
/// The two pages of a month, made of <c>rapport.json</c>: <c>rapport.html</c> for those who follow the work, <c>synthese.html</c>, one sheet, for the
/// local committee. Accessible, without any external resource, and every count of a person is one of <c>statistiques</c>.
/// </summary>
sealed class HtmlReport(Agreement agreement)
{
    static readonly string[] s_steps = ["recues", "transmises", "sans_opposition", "personnes", "droits", "lignes"];

    readonly ReportTexts _texts = new(CultureInfo.GetCultureInfo(agreement.Language));

    /// <summary>Reads the report of <paramref name="json"/> and writes the pages beside it.</summary>
    /// <param name="json">Path of the report.</param>
    /// <param name="before">The month before, or null.</param>
    public void Write(string json, MonthBefore? before)
    {
        var report = JsonNode.Parse(File.ReadAllBytes(json))!.AsObject();
        var counts = new Published(report["statistiques"]!.AsObject(), _texts);
        var model = Model(report, counts, before);
        var folder = Path.GetDirectoryName(json)!;
        Page.Write("rapport", model, Path.Combine(folder, "rapport.html"));
        Page.Write("synthese", model, Path.Combine(folder, "synthese.html"));
    }

    Dictionary<string, object?> Model(JsonObject report, Published counts, MonthBefore? before)
    {
        var (month, benefits) = (_texts.Month(Text(report["mois"])), new BenefitsView(counts, _texts));
        var (communes, sources) = (new CommunesView(counts, _texts, agreement.Perimeter), new SourcesView(counts, _texts, agreement));
        return new Dictionary<string, object?>
        {
            ["langue"] = _texts.Language,
            ["titre"] = _texts.Format("titre", agreement.Territory.Name, month),
            ["titre_synthese"] = _texts.Format("titre_synthese", agreement.Territory.Name, month),
            ["presentation"] = _texts.Format("presentation", agreement.Id, agreement.Fondement.Texte),
            ["roles"] = _texts.Get(Text(report["roles"])),
            ["test"] = report["test"]!.GetValue<bool>() ? _texts.Get("test") : null,
            ["mots"] = _texts.Under("mot."),
            ["entonnoir"] = Funnel(counts),
            ["chiffres"] = Figures(counts),
            ["prestations"] = benefits.Verdicts(),
            ["taux"] = benefits.Rates(),
            ["colonnes"] = benefits.TitlesWithCauses,
            ["ecarts"] = benefits.Causes(),
            ["carte"] = communes.Map(),
            ["communes"] = communes.Bars(),
            ["premieres"] = communes.Bars().Take(8).ToList(),
            ["masquees"] = communes.Masked(),
            ["sans_droit"] = communes.Empty(),
            ["listes"] = counts.Names("listes").Select(body => List(body, counts)).ToList(),
            ["publics"] = counts.Names("publics").Select(one => new Dictionary<string, object?> { ["nom"] = _texts.OrCode("public.", one), ["nombre"] = counts.Shown($"publics/{one}") }).ToList(),
            ["absentes"] = report["sources_absentes"]!.AsArray().Select(absent => _texts.Format("absente", Text(absent!["id"]), Text(absent["motif"]))).ToList(),
            ["sources"] = sources.Quality(report["sources"]!.AsArray()),
            ["liens"] = sources.Links(),
            ["paires"] = _texts.Format("paires", counts.Shown("liens/paires/nir"), counts.Shown("liens/paires/certain"), counts.Shown("liens/paires/probable")),
            ["faux"] = _texts.Format("faux", report["rapprochement"]!["faux_attendus_pour_10000"]?.GetValue<double>() ?? 0),
            ["mois_avant"] = before is null ? null : _texts.Month(before.Month),
            ["mois"] = before is null ? null : new MonthsView(counts, new Published(before.Statistics, _texts), _texts).Rows(benefits),
            ["mois_present"] = month,
            ["estimes"] = report["parametres"]!["estimes"]!.AsArray().Select(Text).ToList(),
            ["non_modelise"] = report["parametres"]!["non_modelise"]!.AsArray().Select(rule => Text(rule!["regle"])).ToList(),
            ["masque"] = _texts.Format("masque_explique", counts.SmallCell),
            ["empreinte"] = Text(report["parametres"]!["sha256"]),
            ["contacts"] = agreement.Controllers.Select(controller => $"{controller.Name} ({controller.Dpo})").ToList(),
        };
    }

    /// <summary>From rows to persons to rows for recipients: each step with its share of the largest.</summary>
    List<Dictionary<string, object?>> Funnel(Published counts)
    {
        var most = s_steps.Max(step => counts.Count($"entonnoir/{step}")) ?? 0;
        return [.. s_steps.Select(step => new Dictionary<string, object?>
        {
            ["nom"] = _texts.Get("etape." + step),
            ["nombre"] = counts.Shown($"entonnoir/{step}"),
            ["part"] = counts.Width($"entonnoir/{step}", most),
        })];
    }

    /// <summary>What a committee looks at first. How many bodies are told is no count of persons.</summary>
    List<Dictionary<string, object?>> Figures(Published counts)
        => [
            Figure("personnes", counts.Shown("entonnoir/personnes")),
            Figure("droits", counts.Shown("entonnoir/droits")),
            Figure("lignes", counts.Shown("entonnoir/lignes")),
            Figure("organismes", ReportTexts.Number(counts.Names("listes").Count)),
        ];

    Dictionary<string, object?> Figure(string name, string count) => new() { ["nombre"] = count, ["nom"] = _texts.Get("chiffre." + name) };

    Dictionary<string, object?> List(string body, Published counts)
    {
        var sources = agreement.Sources.Where(source => source.Body == body).ToList();
        return new()
        {
            ["nom"] = sources.Count > 0 ? sources[0].Name : body,
            ["niveau"] = sources.Count > 0 ? _texts.Get("niveau." + AgreementWords.Of(sources.Min(source => source.Disclosure))) : "",
            ["nombre"] = counts.Shown($"listes/{body}"),
        };
    }

    static string Text(JsonNode? value) => value!.GetValue<string>();
}
