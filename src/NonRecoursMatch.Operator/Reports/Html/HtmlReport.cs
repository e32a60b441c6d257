using System.Globalization;
using System.Text.Json.Nodes;
using HandlebarsDotNet;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Formats.Files;

namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>
/// <c>rapport.html</c>: one accessible page without any external resource, made of <c>rapport.json</c>. Counts below the agreement's small cell are
/// masked, those of the exact balance too.
/// </summary>
sealed class HtmlReport(Agreement agreement)
{
    static readonly string[] s_verdicts = ["certain", "presume", "a_verifier"];

    readonly ReportTexts _texts = new(CultureInfo.GetCultureInfo(agreement.Language));

    /// <summary>Reads the report of <paramref name="json"/> and writes the page at <paramref name="path"/>.</summary>
    public void Write(string json, string path)
    {
        var report = JsonNode.Parse(File.ReadAllBytes(json))!.AsObject();
        using var template = new StreamReader(typeof(HtmlReport).Assembly.GetManifestResourceStream("NonRecoursMatch.Operator.Reports.Html.rapport.hbs")!);
        AtomicFile.WriteText(path, Handlebars.Create().Compile(template.ReadToEnd())(Model(report)).ReplaceLineEndings("\n"));
    }

    Dictionary<string, object?> Model(JsonObject report)
    {
        var balance = report["bilan"]!.AsObject();
        var foyers = balance["foyers"]!.AsObject();
        var benefits = foyers.Where(entry => entry.Key != "personnes").ToList();
        return new Dictionary<string, object?>
        {
            ["langue"] = _texts.Language,
            ["titre"] = _texts.Format("titre", agreement.Territory.Name, Text(report["mois"])),
            ["presentation"] = _texts.Format("presentation", agreement.Id, agreement.Fondement.Texte),
            ["test"] = report["test"]!.GetValue<bool>() ? _texts.Get("test") : null,
            ["mots"] = Words(),
            ["entonnoir"] = Funnel(balance),
            ["prestations"] = benefits.Select(benefit => Benefit(benefit.Key, benefit.Value!, report)).ToList(),
            ["colonnes"] = benefits.Select(benefit => _texts.OrCode("sujet.", benefit.Key)).ToList(),
            ["ecarts"] = Drops(benefits),
            ["listes"] = report["statistiques"]!["listes"]!.AsObject().Select(list => List(list.Key, list.Value!)).ToList(),
            ["publics"] = report["statistiques"]!["publics"]!.AsObject()
                .Select(one => new Dictionary<string, object?> { ["nom"] = _texts.OrCode("public.", one.Key), ["nombre"] = Shown(one.Value!) }).ToList(),
            ["absentes"] = (report["sources_absentes"]?.AsArray() ?? []).Select(absent => _texts.Format("absente", Text(absent!["id"]), Text(absent["motif"]))).ToList(),
            ["sources"] = report["sources"]!.AsArray().Select(source => Source(source!, balance)).ToList(),
            ["estimes"] = report["parametres"]!["estimes"]!.AsArray().Select(Text).ToList(),
            ["non_modelise"] = report["parametres"]!["non_modelise"]!.AsArray().Select(rule => Text(rule!["regle"])).ToList(),
            ["empreinte"] = Text(report["parametres"]!["sha256"]),
        };
    }

    Dictionary<string, string> Words()
    {
        string[] names =
        [
            "entonnoir", "prestations", "prestations_legende", "prestation", "examinees", "certain", "presume", "a_verifier", "ecarts_legende", "cause", "listes", "listes_legende",
            "organisme", "niveau", "lignes", "publics_legende", "public", "sources", "sources_legende", "source", "format", "donnees_du", "recues", "transmises", "laissees",
            "limites", "limites_texte", "estimes", "aucun", "non_modelise", "masque", "empreinte",
        ];
        return names.ToDictionary(name => name, name => _texts.Get("mot." + name), StringComparer.Ordinal);
    }

    /// <summary>From rows to persons to rows for recipients: each step with its share of the first.</summary>
    List<Dictionary<string, object?>> Funnel(JsonObject balance)
    {
        var persons = balance["foyers"]!["personnes"]!;
        var benefits = balance["foyers"]!.AsObject().Where(entry => entry.Key != "personnes").Sum(entry => Count(entry.Value!["lignes_sorties"]));
        (string Name, long Count)[] steps =
        [
            ("recues", balance["detenteurs"]!.AsObject().Sum(source => source.Value!.AsObject().Where(table => IsOfPersons(table.Key)).Sum(table => Count(table.Value!["lignes_entrees"])))),
            ("transmises", balance["liens"]!.AsObject().Sum(source => Count(source.Value!["lignes_entrees"]))),
            ("sans_opposition", Count(persons["lignes_entrees"])),
            ("personnes", Count(persons["lignes_sorties"])),
            ("droits", benefits),
            ("lignes", balance["listes"]!.AsObject().Sum(list => Count(list.Value!["lignes_sorties"]))),
        ];
        var most = Math.Max(1, steps.Max(step => step.Count));
        return [.. steps.Select(step => new Dictionary<string, object?>
        {
            ["nom"] = _texts.Get("etape." + step.Name),
            ["nombre"] = Masked(step.Count),
            ["part"] = (100d * step.Count / most).ToString("0.##", CultureInfo.InvariantCulture),
        })];
    }

    Dictionary<string, object?> Benefit(string name, JsonNode balance, JsonObject report)
    {
        var shown = report["statistiques"]!["verdicts"]![name]?.AsObject();
        var row = new Dictionary<string, object?> { ["nom"] = _texts.OrCode("sujet.", name), ["examinees"] = Masked(Count(balance["lignes_entrees"])) };
        foreach (var verdict in s_verdicts)
            row[verdict] = shown?[verdict] is { } count ? Shown(count) : "0";
        return row;
    }

    /// <summary>Why nothing was said, cause by cause: counts are all that remains of these people.</summary>
    List<Dictionary<string, object?>> Drops(List<KeyValuePair<string, JsonNode?>> benefits)
    {
        // Causes of one benefit are masked together: what one hides, their sum must not give away.
        var shown = benefits.ConvertAll(benefit => SmallCells.Mask(
            benefit.Value!["ecarts"]!.AsObject().Where(drop => Count(drop.Value) > 0).ToDictionary(drop => drop.Key, drop => Count(drop.Value), StringComparer.Ordinal),
            agreement.Thresholds.SmallCell));
        var causes = benefits.SelectMany(benefit => benefit.Value!["ecarts"]!.AsObject().Select(drop => drop.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return [.. causes.Select(cause => new Dictionary<string, object?>
        {
            ["cause"] = _texts.OrCode("cause.", cause),
            ["nombres"] = shown.ConvertAll(one => one.TryGetValue(cause, out var count) ? count as string ?? ReportTexts.Number((long)count) : "0"),
        })];
    }

    Dictionary<string, object?> List(string body, JsonNode count)
    {
        var sources = agreement.Sources.Where(source => source.Body == body).ToList();
        return new()
        {
            ["nom"] = sources.Count > 0 ? sources[0].Name : body,
            ["niveau"] = sources.Count > 0 ? _texts.Get("niveau." + AgreementWords.Of(sources.Min(source => source.Disclosure))) : "",
            ["nombre"] = Shown(count),
        };
    }

    Dictionary<string, object?> Source(JsonNode source, JsonObject balance)
    {
        var id = Text(source["id"]);
        var tables = balance["detenteurs"]![id]!.AsObject();
        var persons = tables.First(table => IsOfPersons(table.Key)).Value!;
        var drops = persons["ecarts"]!.AsObject().Where(drop => Count(drop.Value) > 0).Select(drop => $"{_texts.OrCode("cause.", drop.Key)} : {Masked(Count(drop.Value))}");
        return new()
        {
            ["id"] = id,
            ["format"] = Text(source["format"]),
            ["date"] = Text(source["date_donnees"]),
            ["recues"] = Masked(Count(persons["lignes_entrees"])),
            ["transmises"] = Masked(Count(persons["lignes_sorties"])),
            ["laissees"] = string.Join(" ; ", drops),
        };
    }

    static bool IsOfPersons(string table) => table is "personnes" or "occupants";

    string Masked(long count)
        => count > 0 && count < agreement.Thresholds.SmallCell ? "< " + agreement.Thresholds.SmallCell.ToString(CultureInfo.InvariantCulture) : ReportTexts.Number(count);

    /// <summary>A count of the statistics, already masked where it is a text.</summary>
    static string Shown(JsonNode value) => value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? ReportTexts.Number(value.GetValue<long>()) : value.GetValue<string>();

    static long Count(JsonNode? value) => value!.GetValue<long>();

    static string Text(JsonNode? value) => value!.GetValue<string>();
}
