using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace NonRecoursMatch.EndToEnd;

/// <summary><c>audit report</c>: the DPO sheet of a result, made of the result alone.</summary>
[Collection(SharedTerritory.Name)]
public class AuditReportTests(GeneratedTerritory territory)
{
    static readonly string[] s_headings =
    [
        "Contexte", "Vue d'ensemble", "Données, processus et supports", "Principes fondamentaux", "Proportionnalité et nécessité", "Mesures protectrices des droits", "Risques",
        "Mesures existantes ou prévues", "Accès illégitime à des données", "Modification non désirée de données", "Disparition de données", "Vue d'ensemble des risques", "Validation",
    ];

    [Fact]
    public void The_sheet_has_the_headings_of_the_PIA_tool_every_source_and_recipient_and_nobody()
    {
        using var folder = new TemporaryFolder();
        NonRecours.Ok("audit", "report", territory.Output, "--out", folder["fiche"]).Output.ShouldContain("fiche.html");
        var html = File.ReadAllText(folder["fiche", "fiche.html"]);
        var page = XDocument.Parse(html.Replace("<!doctype html>\n", "", StringComparison.Ordinal).Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal).Replace("<meta name=\"viewport\" content=\"width=device-width\">", "", StringComparison.Ordinal));
        page.Root!.Attribute("lang")!.Value.ShouldBe("fr");
        page.Descendants().Where(element => element.Name.LocalName is "h2" or "h3").Select(element => element.Value).Take(s_headings.Length).ShouldBe(s_headings);
        page.Descendants("table").ShouldAllBe(table => table.Elements("caption").Any());
        html.ShouldNotContain("http");

        using var sheet = Sheet(File.ReadAllText(folder["fiche", "fiche.json"]));
        Rows(sheet, "donnees", "sources").Select(row => row.GetProperty("source").GetString()).ShouldBe(territory.Sources, ignoreOrder: true);
        Rows(sheet, "droits", "destinataires").Select(row => row.GetProperty("organisme").GetString()).ShouldBe(Directory.GetDirectories(Path.Combine(territory.Output, "lists")).Select(Path.GetFileName), ignoreOrder: true);
        var facts = Rows(sheet, "vue", "traitement").ToDictionary(row => row.GetProperty("fait").GetString()!, row => row.GetProperty("valeur").GetString()!);
        facts["Analyse d'impact (RGPD, art. 35)"].ShouldBe("analyse fictive (2026-01-01)");
        facts["Information des personnes (RGPD, art. 14)"].ShouldBe("personnes inventées (2026-01-01)");
        facts["Sous-traitant ou opérateur (RGPD, art. 28)"].ShouldEndWith("contrat fictif (2026-01-01), DPO dpo@operateur.test");
        // The published vectors are of invented people, whose given names anybody may bear.
        page.Descendants("table").Single(table => table.Value.Contains("hexkey:", StringComparison.Ordinal)).Remove();
        IdentityValues.In(string.Join('\n', page.DescendantNodes().OfType<XText>().Select(text => text.Value)), IdentityValues.Of(territory.Folder)).ShouldBeEmpty();
        NonRecours.Ok("audit", "verify", territory.Output);
    }

    [OutsideJudge("openssl")]
    public void The_commands_of_the_sheet_recompute_its_vectors()
    {
        using var folder = new TemporaryFolder();
        using var sheet = Sheet(NonRecours.Ok("audit", "report", territory.Output, "--out", folder["fiche"], "--json").Output);
        var vectors = Rows(sheet, "mesures", "vecteurs");
        vectors.Count.ShouldBeGreaterThanOrEqualTo(5);
        foreach (var vector in vectors)
        {
            var key = vector.GetProperty("commande").GetString()!.Split("hexkey:")[1];
            OutsideJudge.Ask("openssl", ["dgst", "-sha256", "-mac", "HMAC", "-macopt", "hexkey:" + key], Encoding.UTF8.GetBytes(vector.GetProperty("texte_canonique").GetString()!)).Split(' ')[^1]
                .ShouldStartWith(vector.GetProperty("jeton").GetString()!);
        }
    }

    [Fact]
    public void A_revision_is_compared_with_the_result_before_and_an_altered_result_is_not_to_be_used()
    {
        using var bench = new Workbench(territory);
        TemporaryFolder.Copy(territory.Output, bench.Output);
        bench.Run(more: ["--without", "ccas-redon", "--reason", "retard"]).ExitCode.ShouldBe(0);
        using var sheet = Sheet(NonRecours.Ok("audit", "report", bench["sortie-r2"], "--json").Output);
        File.Exists(bench["sortie-r2-fiche", "fiche.html"]).ShouldBeTrue();
        Rows(sheet, "differences", "differences").ShouldContain(row => row.GetProperty("quoi").GetString() == "source ccas-redon");

        File.AppendAllText(bench["sortie", "lists", "caf-35", "liste.csv"], "\r\n");
        var altered = NonRecours.Run("audit", "report", bench.Output);
        altered.ExitCode.ShouldBe(1);
        File.ReadAllText(bench["sortie-fiche", "fiche.json"]).ShouldContain("1 DIFFÉRENCE");
        NonRecours.Run("audit", "report", bench.Folder).ExitCode.ShouldBe(66);
    }

    static JsonDocument Sheet(string json) => JsonDocument.Parse(json);

    static List<JsonElement> Rows(JsonDocument sheet, string part, string table)
        => [.. sheet.RootElement.GetProperty("parties").EnumerateArray().Single(one => one.GetProperty("id").GetString() == part).GetProperty("tableaux").GetProperty(table).EnumerateArray()];
}
