using System.Text.Json.Nodes;
using NonRecoursMatch.Conventions.Agreements;

namespace NonRecoursMatch.Cli.Auditing;

/// <summary>Chapter 2 of the PIA tool: is it necessary, and what protects the rights of the persons.</summary>
sealed class SheetPrinciples(AuditedMonth month, SheetTexts texts)
{
    static readonly string[] s_links = ["paire", "par_nir", "certains", "probables"];
    static readonly string[] s_tokens = ["source", "nir_collisions", "ancres", "ancres_plafonnees"];
    static readonly string[] s_retention = ["quoi", "duree"];
    static readonly string[] s_recipients = ["organisme", "niveau", "lignes"];

    public IEnumerable<SheetSection> Sections()
    {
        yield return texts.Section("principes", 2, []);
        yield return texts.Section(
            "proportionnalite", 3, [texts.Get("texte.minimisation"), texts.Get("texte.exactitude")], texts.Table("liens", s_links, Links()), texts.Table("jetons", s_tokens, Tokens()),
            texts.Table("conservation", s_retention, Retention()));
        yield return texts.Section(
            "droits", 3, [texts.Format("texte.oppositions", month.Manifests.Count > 0 ? month.Shown(month.Manifests.Sum(manifest => manifest.Oppositions)) : "–"), texts.Get("texte.information")],
            texts.Table("destinataires", s_recipients, Recipients()));
    }

    IEnumerable<IReadOnlyList<string>> Links()
        => month.Report["rapprochement"]!["paires_de_sources"]!.AsObject().Select(pair => (IReadOnlyList<string>)[pair.Key, Count(pair.Value!, "nir"), Count(pair.Value!, "certain"), Count(pair.Value!, "probable")]);

    IEnumerable<IReadOnlyList<string>> Tokens() => month.Manifests.Select(manifest => (IReadOnlyList<string>)
    [
        manifest.Source, manifest.Nir is { } nir ? month.Shown(nir.GetValueOrDefault(Trust.Manifests.NumberCounts.Collisions)) : texts.Get("texte.sans_nir"),
        month.Shown(manifest.Ancres?.Values.Sum() ?? 0), month.Shown(manifest.AncresPlafonnees?.Values.Sum() ?? 0),
    ]);

    IEnumerable<IReadOnlyList<string>> Retention()
    {
        var clocks = month.Agreement.Retention;
        yield return [texts.Get("duree.paquets"), texts.Format("texte.mois", clocks.PackagesMonths)];
        yield return [texts.Get("duree.oppositions"), texts.Format("texte.mois", clocks.OppositionsMonths)];
        yield return [texts.Get("duree.traces"), texts.Format("texte.mois", clocks.TracesMonths)];
        if (month.Manifests.Count > 0)
            yield return [texts.Get("duree.dernier_jour"), month.Manifests.Min(manifest => manifest.ExpireLe)!];
        yield return [texts.Get("duree.purge"), month.Purge is { } purge ? texts.Format("texte.purge", purge.Fichiers.Count, purge.Cloture ?? "–") : texts.Get("texte.sans_purge")];
    }

    IEnumerable<IReadOnlyList<string>> Recipients()
        => month.Report["bilan"]!["listes"]!.AsObject().Select(list => (IReadOnlyList<string>)
            [list.Key, AgreementWords.Of(month.Agreement.Sources.Where(source => source.Body == list.Key).Min(source => source.Disclosure)), month.Shown(list.Value!["lignes_sorties"]!.GetValue<long>())]);

    string Count(JsonNode pair, string name) => month.Shown(pair[name]?.GetValue<long>() ?? 0);
}
