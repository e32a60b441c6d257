using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Agreements;
using NonRecoursMatch.Trust.Manifests;

namespace NonRecoursMatch.Operator.Reports.Html;

/// <summary>What each source is worth: freshness, rows left out, NIR, and how its records were linked.</summary>
sealed class SourcesView(Published counts, ReportTexts texts, Agreement agreement)
{
    /// <summary>Data quality, source by source.</summary>
    public List<Dictionary<string, object?>> Quality(JsonArray sources) => [.. sources.Select(source =>
    {
        var id = source!["id"]!.GetValue<string>();
        return new Dictionary<string, object?>
        {
            ["nom"] = NameOf(id),
            ["format"] = source["format"]!.GetValue<string>(),
            ["date"] = source["date_donnees"]!.GetValue<string>(),
            ["recues"] = counts.Shown($"sources/{id}/recues"),
            ["laissees"] = LeftOut(id),
            ["nir"] = Numbers(id),
        };
    })];

    /// <summary>How the records of each source were found to be persons of others.</summary>
    public List<Dictionary<string, object?>> Links() => [.. counts.Names("liens/sources").Select(id => new Dictionary<string, object?>
    {
        ["nom"] = NameOf(id),
        ["certain"] = counts.Shown($"liens/sources/{id}/certain"),
        ["probable"] = counts.Shown($"liens/sources/{id}/probable"),
        ["revue"] = counts.Shown($"liens/sources/{id}/revue"),
    })];

    string NameOf(string id) => agreement.Sources.FirstOrDefault(source => source.Id == id)?.Name ?? id;

    /// <summary>Causes with their counts; a masked one is not named, for its name would say that it occurred.</summary>
    string LeftOut(string id)
    {
        var causes = counts.Names($"sources/{id}/laissees");
        var shown = causes.Where(cause => counts.Count($"sources/{id}/laissees/{cause}") is > 0).Select(cause => texts.Format("ecart", texts.OrCode("cause.", cause), counts.Shown($"sources/{id}/laissees/{cause}")));
        var masked = causes.Any(cause => counts.Count($"sources/{id}/laissees/{cause}") is null) ? [texts.Get("ecarts_masques")] : Array.Empty<string>();
        return string.Join(" ; ", [.. shown, .. masked]) is { Length: > 0 } text ? text : texts.Get("aucun_ecart");
    }

    /// <summary>The share of the rows whose NIR has its right key.</summary>
    string Numbers(string id)
    {
        var classes = NumberCounts.Classes.Where(counts.Names($"liens/nir/{id}/classes").Contains).ToList();
        if (classes.Count == 0)
            return texts.Get("sans_nir");
        var (valid, all) = (counts.Count($"liens/nir/{id}/classes/{NumberCounts.Valide}"), counts.Count($"sources/{id}/recues"));
        return valid is { } right && all is > 0 ? texts.Percent((double)right / all.Value) : texts.Get("masque");
    }
}
