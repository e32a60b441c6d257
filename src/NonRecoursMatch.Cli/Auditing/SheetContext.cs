using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Cli.Auditing;

/// <summary>Chapter 1 of the PIA tool: what is processed, for what, from whom.</summary>
sealed class SheetContext(AuditedMonth month, SheetTexts texts)
{
    static readonly string[] s_facts = ["fait", "valeur"];
    static readonly string[] s_sources = ["source", "organisme", "format", "donnees_du", "base_legale", "base_nir", "lues", "transmises", "ecartees"];
    static readonly string[] s_columns = ["format", "table", "gardees", "ecartees_colonnes"];
    static readonly string[] s_stages = ["liens", "foyers", "listes"];
    static readonly string[] s_flow = ["etape", "objet", "lues", "transmises", "ecartees"];

    public IEnumerable<SheetSection> Sections()
    {
        yield return texts.Section("contexte", 2, []);
        yield return texts.Section("vue", 3, [texts.Get("texte.vue")], texts.Table("traitement", s_facts, Facts()));
        yield return texts.Section("donnees", 3, [texts.Get("texte.donnees")], texts.Table("sources", s_sources, Sources()), texts.Table("colonnes", s_columns, Columns()), texts.Table("flux", s_flow, Flow()));
    }

    IEnumerable<IReadOnlyList<string>> Facts()
    {
        var agreement = month.Agreement;
        yield return [texts.Get("fait.convention"), $"{agreement.Id}, v{agreement.Version}, SHA-256 {agreement.Sha256}"];
        yield return [texts.Get("fait.finalite"), texts.Get("texte.finalite")];
        yield return [texts.Get("fait.fondement"), agreement.Fondement is { WindowStart: { } start, WindowEnd: { } end } ? $"{agreement.Fondement.Texte} ({start} – {end})" : agreement.Fondement.Texte];
        yield return [texts.Get("fait.territoire"), $"{agreement.Territory.Name} ({agreement.Level}, {agreement.Perimeter.Communes.Count} communes)"];
        foreach (var controller in agreement.Controllers)
            yield return [texts.Get("fait.responsable"), $"{controller.Name}, DPO {controller.Dpo}"];
        yield return [texts.Get("fait.roles"), agreement.SingleProcessor is { } processor ? texts.Format("texte.roles_non_separes", processor) : texts.Get("texte.roles_separes")];
        foreach (var row in SheetSafeguards.Rows(agreement, texts))
            yield return row;
        yield return [texts.Get("fait.mois"), $"{month.Definition.ExternalParameters.Mois}, r{month.Definition.ExternalParameters.Revision}"];
        yield return [texts.Get("fait.prestations"), string.Join(", ", agreement.Prestations.Select(prestation => AgreementWords.Of(prestation).ToUpperInvariant()))];
    }

    IEnumerable<IReadOnlyList<string>> Sources()
    {
        foreach (var stated in month.Report["sources"]!.AsArray())
        {
            var source = month.Agreement.Sources.First(one => one.Id == stated!["id"]!.GetValue<string>());
            var persons = month.Report["bilan"]!["detenteurs"]![source.Id]![source.Format.Personnes.Name]!;
            yield return [source.Id, source.Name, source.Format.Id, stated!["date_donnees"]!.GetValue<string>(), source.LegalBasis, source.NirBasis ?? texts.Get("texte.sans_nir"), .. Counts(persons)];
        }

        foreach (var absent in month.Report["sources_absentes"]!.AsArray())
            yield return [absent!["id"]!.GetValue<string>(), texts.Format("texte.absente", absent["motif"]!.GetValue<string>()), "", "", "", "", "", "", ""];
    }

    /// <summary>Of each table read: what leaves the holder, and what does not (identity fields become tokens there).</summary>
    IEnumerable<IReadOnlyList<string>> Columns()
    {
        foreach (var format in month.Agreement.Sources.Select(source => source.Format).DistinctBy(format => format.Id))
        {
            foreach (var table in month.Agreement.TablesOf(format))
            {
                var kept = month.Agreement.ColumnsOf(format, table);
                yield return [format.Id, table.Name, string.Join(", ", kept), string.Join(", ", table.Fields.Select(field => field.Name).Except(kept, StringComparer.Ordinal))];
            }
        }
    }

    IEnumerable<IReadOnlyList<string>> Flow()
        => s_stages.SelectMany(stage => month.Report["bilan"]![stage]!.AsObject().Select(balance => (IReadOnlyList<string>)[texts.Get("etape." + stage), balance.Key, .. Counts(balance.Value!)]));

    IEnumerable<string> Counts(JsonNode balance)
        => [month.Shown(balance["lignes_entrees"]!.GetValue<long>()), month.Shown(balance["lignes_sorties"]!.GetValue<long>()), month.Drops(balance["ecarts"])];
}
