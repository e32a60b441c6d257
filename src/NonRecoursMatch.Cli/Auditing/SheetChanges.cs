using System.Text.Json.Nodes;

namespace NonRecoursMatch.Cli.Auditing;

/// <summary>What the PIA tool has no heading for: differences from the result before, and the entry of the register (RGPD, art. 30).</summary>
sealed class SheetChanges(AuditedMonth month, SheetTexts texts)
{
    static readonly string[] s_changes = ["quoi", "avant", "maintenant"];
    static readonly string[] s_register = ["fait", "valeur"];

    public IEnumerable<SheetSection> Sections()
    {
        var said = month.Previous is { } previous ? texts.Format("texte.avant", previous.Folder) : texts.Get("texte.sans_avant");
        yield return texts.Section("differences", 2, [said], texts.Table("differences", s_changes, Changes()));
        yield return texts.Section("registre", 2, [texts.Get("texte.registre")], texts.Table("registre", s_register, Register()));
    }

    IEnumerable<IReadOnlyList<string>> Changes()
    {
        if (month.Previous?.Report is not { } before)
            return [];
        var (old, now) = (Facts(before), Facts(month.Report));
        return old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Where(name => old.GetValueOrDefault(name) != now.GetValueOrDefault(name))
            .Select(name => (IReadOnlyList<string>)[name, old.GetValueOrDefault(name, "–"), now.GetValueOrDefault(name, "–")]);
    }

    SortedDictionary<string, string> Facts(JsonNode report)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["convention"] = report["convention_sha256"]!.GetValue<string>(),
            ["parametres"] = report["parametres"]!["sha256"]!.GetValue<string>(),
        };
        foreach (var stage in new[] { "liens", "listes" })
        {
            foreach (var balance in report["bilan"]![stage]!.AsObject())
                facts[$"{stage} {balance.Key}"] = month.Shown(balance.Value!["lignes_sorties"]!.GetValue<long>());
        }

        foreach (var absent in report["sources_absentes"]!.AsArray())
            facts[$"source {absent!["id"]!.GetValue<string>()}"] = texts.Format("texte.absente", absent["motif"]!.GetValue<string>());
        return facts;
    }

    IEnumerable<IReadOnlyList<string>> Register()
    {
        var agreement = month.Agreement;
        yield return [texts.Get("registre.responsables"), string.Join(" ; ", agreement.Controllers.Select(controller => $"{controller.Name} (DPO {controller.Dpo})"))];
        yield return [texts.Get("registre.sous_traitant"), SheetSafeguards.Processor(agreement, texts)];
        yield return [texts.Get("registre.finalites"), texts.Get("texte.finalite")];
        yield return [texts.Get("registre.personnes"), texts.Get("texte.personnes")];
        yield return [texts.Get("registre.donnees"), string.Join(", ", agreement.Sources.Select(source => source.Format).DistinctBy(format => format.Id).SelectMany(format => agreement.TablesOf(format).SelectMany(table => agreement.ColumnsOf(format, table))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))];
        yield return [texts.Get("registre.destinataires"), string.Join(", ", agreement.Sources.Select(source => source.Name).Distinct(StringComparer.Ordinal))];
        yield return [texts.Get("registre.transferts"), texts.Get("texte.transferts")];
        yield return [texts.Get("registre.delais"), texts.Format("texte.delais", agreement.Retention.PackagesMonths, agreement.Retention.OppositionsMonths, agreement.Retention.TracesMonths)];
        yield return [texts.Get("registre.mesures"), texts.Get("texte.mesures")];
    }
}
